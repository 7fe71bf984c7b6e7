/* What a record keeps beside its rows: the policy, the office's rules and words. */
#include "yanglu/app/record/job.h"

#include "yanglu/app/words.h"
#include "yanglu/base/error.h"

#include <string.h>

#define POLICY_NAME "记录中的政策"

static void
add_input (GArray *inputs, const char *role, const char *name, const char *text)
{
  GBytes *bytes = g_bytes_new (text, strlen (text));
  const YlInputCopy input = { g_strdup (role), g_strdup (name), bytes,
                              g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes) };
  g_array_append_val (inputs, input);
}

static void
clear_input (gpointer data)
{
  YlInputCopy *input = data;
  g_free ((char *) input->role);
  g_free ((char *) input->name);
  g_free ((char *) input->sha256);
  g_bytes_unref (input->bytes);
}

typedef struct
{
  const YlRecordSheet *sheet;
  GArray *inputs;
} Keeping;

static const char *
get_cell (const YlRecordSheet *sheet, const YlRecordRow *row, const char *column)
{
  return row->cells[yl_record_sheet_find_column (sheet, column)];
}

static gboolean
keep_file (gpointer self, const YlRecordRow *row)
{
  const Keeping *keeping = self;
  add_input (keeping->inputs, get_cell (keeping->sheet, row, "role"),
             get_cell (keeping->sheet, row, "name"), get_cell (keeping->sheet, row, "text"));
  return TRUE;
}

static gboolean
keep_policy (gpointer self, const YlRecordRow *row)
{
  const Keeping *keeping = self;
  add_input (keeping->inputs, YL_ROLE_POLICY, POLICY_NAME,
             get_cell (keeping->sheet, row, "policy_text"));
  return TRUE;
}

YlCopy *
yl_record_keep (YlRecord *record, GError **error)
{
  g_autoptr (GArray) inputs = g_array_new (FALSE, FALSE, sizeof (YlInputCopy));
  g_array_set_clear_func (inputs, clear_input);
  Keeping files = { yl_record_find_sheet (record, "file"), inputs };
  Keeping about = { yl_record_find_sheet (record, "about"), inputs };
  if (!yl_record_read (record, files.sheet, keep_file, &files, error)
      || !yl_record_read (record, about.sheet, keep_policy, &about, error))
    return NULL;
  return yl_copy_new ((const YlInputCopy *) (gpointer) inputs->data, inputs->len);
}

YlWords *
yl_record_open_words (const YlCopy *kept, YlChoices *choices, GError **error)
{
  const YlJobOptions options = { .copy = kept };
  return yl_job_words_open (&options, choices, NULL, NULL, error);
}
