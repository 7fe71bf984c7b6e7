/* Files and pastes that are looked at before they are taken over. */
#include "uploads-private.h"

#include "yanglu/base/error.h"
#include "yanglu/io/json/json-reader.h"

#include <string.h>
#include <unistd.h>

Reply *
api_upload (Server *server, Request *request)
{
  const char *sheet = request_get_argument (request, "sheet");
  const char *name = request_get_argument (request, "name");
  const YlRecordForm *form = sheet == NULL ? NULL : yl_record_form_find_typed (sheet);
  const gboolean is_paste = request_is_of_type (request, TYPE_PASTE);
  if (form == NULL && (is_paste || sheet != NULL))
    return reply_new_refusal (MHD_HTTP_BAD_REQUEST, "记录里没有这张表。");
  if (!is_paste && !upload_is_readable (form))
    return reply_new_refusal (MHD_HTTP_BAD_REQUEST,
                              "这张表不能单独导入：请填在录入表里，导入录入表。");
  if (name != NULL && !g_utf8_validate (name, -1, NULL))
    return reply_new_refusal (MHD_HTTP_BAD_REQUEST, "文件名读不懂。");
  const int file = request_steal_spool (request);
  if (file < 0)
    return reply_new_refusal (MHD_HTTP_INSUFFICIENT_STORAGE, "磁盘已满或不能写入，文件没有收下。");
  Upload *upload = uploads_add (server, name == NULL || name[0] == '\0' ? "文件" : name, file);
  if (upload == NULL)
    {
      close (file);
      return reply_new_refusal (MHD_HTTP_SERVICE_UNAVAILABLE, "正在读取别的文件，请稍后再试。");
    }
  upload->form = form;
  upload->is_paste = is_paste;
  return upload_read (upload, request);
}

/* What is said of a file that is there. */

typedef struct
{
  YlRecord *record;
  YlJsonReader *reader;
  const char *step_id;
  GArray *mends;           /* (nullable): of HeadMend: nothing was said of them */
  YlRecordMissing missing; /* as it is, or as is said */
} Said;

static gboolean
is_key (const Said *said, const char *key)
{
  return strcmp (yl_json_reader_get_key (said->reader), key) == 0;
}

static void
read_mend (Said *said)
{
  HeadMend mend = { NULL, NULL, NULL };
  const char *sheet = NULL;
  const char *head = NULL;
  const char *column = NULL;
  if (!yl_json_reader_begin_object (said->reader))
    return;
  while (yl_json_reader_next (said->reader))
    {
      if (is_key (said, "sheet"))
        sheet = yl_json_reader_text (said->reader);
      else if (is_key (said, "head"))
        head = yl_json_reader_text (said->reader);
      else if (is_key (said, "column"))
        yl_json_reader_text_or_null (said->reader, &column);
      else
        yl_json_reader_refuse (said->reader);
    }
  mend.form = sheet == NULL ? NULL : yl_record_form_find_typed (sheet);
  const YlRecordSheet *known =
      mend.form == NULL ? NULL : yl_record_find_sheet (said->record, sheet);
  const gboolean is_good =
      known != NULL && head != NULL && said->mends->len < MAX_MENDS
      && (column == NULL || yl_record_sheet_find_column (known, column) < known->n_columns);
  if (!is_good)
    {
      yl_json_reader_refuse (said->reader);
      return;
    }
  mend.head = g_strdup (head);
  mend.column = g_strdup (column);
  g_array_append_val (said->mends, mend);
}

static void
read_missing (Said *said)
{
  const char *text = NULL;
  yl_json_reader_text_or_null (said->reader, &text);
  if (text == NULL)
    said->missing = YL_MISSING_UNSAID;
  else if (strcmp (text, "keep") == 0)
    said->missing = YL_MISSING_KEPT;
  else if (strcmp (text, "drop") == 0)
    said->missing = YL_MISSING_DROPPED;
  else
    yl_json_reader_refuse (said->reader);
}

static void
read_mends (Said *said)
{
  g_clear_pointer (&said->mends, g_array_unref);
  said->mends = mends_new ();
  if (yl_json_reader_begin_list (said->reader))
    while (yl_json_reader_next (said->reader))
      read_mend (said);
}

static gboolean
read_said (Said *said, gboolean is_step, GError **error)
{
  if (yl_json_reader_begin_object (said->reader))
    while (yl_json_reader_next (said->reader))
      {
        if (is_step && is_key (said, "step_id"))
          said->step_id = yl_json_reader_text (said->reader);
        else if (!is_step && is_key (said, "columns"))
          read_mends (said);
        else if (!is_step && is_key (said, "missing"))
          read_missing (said);
        else
          yl_json_reader_refuse (said->reader);
      }
  return yl_json_reader_end (said->reader, error);
}

static Reply *
say_gone (void)
{
  return reply_new_refusal (MHD_HTTP_NOT_FOUND,
                            "这个文件已不在这里（最多保留十分钟），请重新选择。");
}

/* What is said counts whole, or not at all. */
static Reply *
read_again (Server *server, Request *request, Upload *upload)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YlJsonReader) reader = yl_json_reader_new (request->body->str, request->body->len);
  Said said = { yl_desk_get_record (server->desk), reader, NULL, NULL, upload->missing };
  const gboolean is_said = read_said (&said, FALSE, &error);
  if (is_said && said.mends != NULL)
    {
      g_array_unref (upload->mends);
      upload->mends = g_array_ref (said.mends);
    }
  g_clear_pointer (&said.mends, g_array_unref);
  if (!is_said)
    return reply_new_error (error);
  upload->missing = said.missing;
  return upload_read (upload, request);
}

/* (transfer full) (nullable): why it cannot be taken over as it was shown. */
static Reply *
refuse (const Server *server, const Upload *upload)
{
  const YlRecordPreview *preview = upload->preview;
  if (upload->step_id != NULL)
    return reply_new_refusal (MHD_HTTP_CONFLICT, "这个文件已经导入，没有再导入一次。");
  if (preview->n_missing > 0 && upload->missing == YL_MISSING_UNSAID)
    return reply_new_refusal (MHD_HTTP_UNPROCESSABLE_CONTENT,
                              "记录中有文件里没有的行：请先选择保留还是删除。");
  if (preview->changes->len == 0)
    return reply_new_refusal (MHD_HTTP_UNPROCESSABLE_CONTENT, "文件与记录一致，没有要导入的内容。");
  if (preview->refusal != NULL)
    return reply_new_refusal (MHD_HTTP_UNPROCESSABLE_CONTENT, preview->refusal);
  /* Rows that are added meet nobody else's: whether somebody added the same meanwhile shows only when it is looked
   * at once more. */
  if (preview->adds && preview->revision != yl_desk_get_revision (server->desk))
    return reply_new_refusal (MHD_HTTP_CONFLICT,
                              "查看之后记录又有改动，没有导入：请重新选择文件，再看一次。");
  return NULL;
}

static Reply *
apply (Server *server, Request *request, Upload *upload)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (YlJsonReader) reader = yl_json_reader_new (request->body->str, request->body->len);
  Said said = { yl_desk_get_record (server->desk), reader, NULL, NULL, upload->missing };
  const YlRecordPreview *preview = upload->preview;
  if (!read_said (&said, TRUE, &error))
    return reply_new_error (error);
  if (!steps_is_id (said.step_id))
    return reply_new_refusal (MHD_HTTP_BAD_REQUEST, STEPS_NO_ID);
  const gboolean is_repeated = g_strcmp0 (said.step_id, upload->step_id) == 0;
  Reply *refusal = is_repeated ? NULL : refuse (server, upload);
  if (refusal != NULL)
    return refusal;
  const YlRecordStep step = { .step_id = said.step_id,
                              .at_ms = g_get_real_time () / 1000,
                              .who = g_get_user_name (),
                              .kind = upload->is_paste ? "paste" : "import",
                              .changes = (const YlChange *) (gpointer) preview->changes->data,
                              .n_changes = preview->changes->len };
  g_autoptr (YlStepAnswer) answer = yl_desk_apply (server->desk, &step, &error);
  if (answer == NULL)
    return reply_new_error (error);
  /* It stays: whoever missed this answer asks once more. */
  if (answer->conflicts->len == 0 && !is_repeated)
    upload->step_id = g_strdup (said.step_id);
  return steps_reply (server, request, answer);
}

/* ID, or ID/apply. */
Reply *
api_upload_again (Server *server, Request *request)
{
  g_auto (GStrv) parts = g_strsplit (request->rest, "/", 3);
  const gboolean is_apply = parts[0] != NULL && g_strcmp0 (parts[1], "apply") == 0;
  const gboolean is_known =
      parts[0] != NULL && (parts[1] == NULL || (is_apply && parts[2] == NULL));
  Upload *upload = is_known ? uploads_find (server, parts[0]) : NULL;
  if (upload == NULL)
    return say_gone ();
  return is_apply ? apply (server, request, upload) : read_again (server, request, upload);
}

Reply *
api_upload_forget (Server *server, Request *request)
{
  Upload *upload = uploads_find (server, request->rest);
  if (upload == NULL)
    return say_gone ();
  uploads_forget (server, upload);
  Reply *reply = reply_new (MHD_HTTP_OK, "application/json");
  g_autoptr (YlJsonSink) json = reply_begin_json (reply);
  yl_json_end (json);
  return reply;
}
