/* Files that are sent to be looked at, and perhaps taken over: held for a while, without a name in any folder. */
#include "uploads-private.h"

#include "yanglu/base/error.h"

#include <gio/gio.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

static void
clear_mend (gpointer data)
{
  HeadMend *mend = data;
  g_free (mend->head);
  g_free (mend->column);
}

static void
clear_preview (Upload *upload)
{
  g_clear_pointer (&upload->preview, yl_record_preview_free);
  g_clear_pointer (&upload->reading, yl_record_reading_free);
}

void
upload_free (Upload *upload)
{
  clear_preview (upload);
  if (upload->file >= 0)
    close (upload->file);
  g_array_unref (upload->mends);
  g_free (upload->step_id);
  g_free (upload->name);
  g_free (upload->id);
  g_free (upload);
}

GArray *
mends_new (void)
{
  GArray *mends = g_array_new (FALSE, FALSE, sizeof (HeadMend));
  g_array_set_clear_func (mends, clear_mend);
  return mends;
}

static gboolean
is_busy (const Upload *upload)
{
  return upload->request != NULL;
}

/* (nullable): the oldest of those that nobody waits for. */
static Upload *
find_oldest (const Server *server)
{
  for (guint i = 0; i < server->uploads->len; i++)
    if (!is_busy (g_ptr_array_index (server->uploads, i)))
      return g_ptr_array_index (server->uploads, i);
  return NULL;
}

static void
forget_old (Server *server)
{
  const gint64 now_us = g_get_monotonic_time ();
  Upload *oldest = find_oldest (server);
  while (oldest != NULL && oldest->until_us <= now_us)
    {
      uploads_forget (server, oldest);
      oldest = find_oldest (server);
    }
}

Upload *
uploads_add (Server *server, const char *name, int file)
{
  forget_old (server);
  Upload *oldest = find_oldest (server);
  if (server->uploads->len >= MAX_UPLOADS && oldest == NULL)
    return NULL;
  if (server->uploads->len >= MAX_UPLOADS)
    uploads_forget (server, oldest);
  Upload *upload = g_new0 (Upload, 1);
  upload->server = server;
  upload->id = yl_record_draw_id ();
  upload->name = g_strdup (name);
  upload->file = file;
  upload->mends = mends_new ();
  upload->until_us = g_get_monotonic_time () + UPLOAD_LIFE_US;
  g_ptr_array_add (server->uploads, upload);
  return upload;
}

Upload *
uploads_find (Server *server, const char *id)
{
  forget_old (server);
  for (guint i = 0; i < server->uploads->len; i++)
    {
      Upload *upload = g_ptr_array_index (server->uploads, i);
      if (strcmp (upload->id, id) == 0)
        return is_busy (upload) ? NULL : upload;
    }
  return NULL;
}

void
uploads_forget (Server *server, Upload *upload)
{
  g_ptr_array_remove (server->uploads, upload);
}

/* Reading. */

/* Tables that stand in a file of their own; a road list is told from an entry workbook by what is in it. */
static const struct
{
  const char *form;
  YlEntryKind kind;
} tables[] = { { "road", YL_ENTRY_ALL },
               { "source", YL_ENTRY_FUNDS },
               { "bridge", YL_ENTRY_BRIDGES } };

static YlEntryKind
find_kind (const YlRecordForm *form)
{
  for (gsize i = 0; form != NULL && i < G_N_ELEMENTS (tables); i++)
    if (strcmp (form->name, tables[i].form) == 0)
      return tables[i].kind;
  return YL_ENTRY_ALL;
}

gboolean
upload_is_readable (const YlRecordForm *form)
{
  for (gsize i = 0; form != NULL && i < G_N_ELEMENTS (tables); i++)
    if (strcmp (form->name, tables[i].form) == 0)
      return TRUE;
  return form == NULL;
}

/* What is found in the file; the record is not touched. */
static gboolean
read_file (const Upload *upload, GError **error)
{
  const YlEntryKind kind = find_kind (upload->form);
  const int own = dup (upload->file);
  g_autoptr (YlInput) input = yl_input_new_for_file (upload->name, own, error);
  if (input == NULL)
    return FALSE;
  return kind == YL_ENTRY_ALL ? yl_record_reading_take_list (upload->reading, input, error)
                              : yl_record_reading_take_entry (upload->reading, input, kind, error);
}

static void
read_in_thread (GTask *task, gpointer self, gpointer data, GCancellable *cancellable)
{
  const Upload *upload = data;
  GError *error = NULL;
  (void) self;
  (void) cancellable;
  if (read_file (upload, &error))
    {
      yl_record_reading_end (upload->reading);
      g_task_return_boolean (task, TRUE);
    }
  else
    g_task_return_error (task, error);
}

/* What it was told by is large, and wanted no more. */
static Reply *
tell (Upload *upload)
{
  Reply *reply = upload_to_reply (upload);
  yl_record_preview_forget_figures (upload->preview);
  return reply;
}

static Reply *
look (Upload *upload, GError **error)
{
  YlRecord *record = yl_desk_get_record (upload->server->desk);
  upload->preview = yl_record_preview_files (record, upload->reading, upload->missing, error);
  return upload->preview == NULL ? NULL : tell (upload);
}

/* What cannot be read is forgotten: its answer names no number to ask for. */
static void
finish (GObject *self, GAsyncResult *result, gpointer data)
{
  Upload *upload = data;
  Server *server = upload->server;
  Request *request = g_steal_pointer (&upload->request);
  g_autoptr (GError) error = NULL;
  (void) self;
  Reply *reply = g_task_propagate_boolean (G_TASK (result), &error) ? look (upload, &error) : NULL;
  server->n_readings--;
  if (reply == NULL)
    {
      reply = reply_new_error (error);
      uploads_forget (server, upload);
    }
  request_go_on (request, reply);
}

/* The text of a paste is short-lived: it is looked at where it lies. */
static Reply *
look_at_paste (Upload *upload, GError **error)
{
  YlRecord *record = yl_desk_get_record (upload->server->desk);
  const YlRecordSheet *sheet = yl_record_find_sheet (record, upload->form->name);
  struct stat info;
  if (fstat (upload->file, &info) != 0 || info.st_size == 0)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_INVALID, "粘贴的内容是空的。");
      return NULL;
    }
  const gsize n_bytes = (gsize) info.st_size;
  char *text = mmap (NULL, n_bytes, PROT_READ, MAP_PRIVATE, upload->file, 0);
  if (text == MAP_FAILED)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_IO, "粘贴的内容没有读到。");
      return NULL;
    }
  upload->preview = yl_record_preview_rows (record, sheet, text, n_bytes, error);
  munmap (text, n_bytes);
  return upload->preview == NULL ? NULL : tell (upload);
}

static gboolean
begin_reading (Upload *upload, GError **error)
{
  upload->reading = yl_record_reading_new (yl_desk_get_record (upload->server->desk), error);
  for (guint i = 0; upload->reading != NULL && i < upload->mends->len; i++)
    {
      const HeadMend *mend = &g_array_index (upload->mends, HeadMend, i);
      yl_record_reading_mend (upload->reading, mend->form, mend->head, mend->column);
    }
  return upload->reading != NULL;
}

Reply *
upload_read (Upload *upload, Request *request)
{
  Server *server = upload->server;
  g_autoptr (GError) error = NULL;
  clear_preview (upload);
  Reply *reply = upload->is_paste ? look_at_paste (upload, &error) : NULL;
  if (reply != NULL)
    return reply;
  if (upload->is_paste || !begin_reading (upload, &error))
    {
      uploads_forget (server, upload);
      return reply_new_error (error);
    }
  server->n_readings++;
  upload->request = request;
  request_wait (request);
  g_autoptr (GTask) task = g_task_new (NULL, NULL, finish, upload);
  g_task_set_task_data (task, upload, NULL);
  g_task_run_in_thread (task, read_in_thread);
  return NULL;
}
