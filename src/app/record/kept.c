/* What a record keeps beside its rows: the policy, the office's rules and words. */
#include "yanglu/app/record/job.h"

#include "yanglu/app/words.h"
#include "yanglu/base/error.h"
#include "yanglu/io/policy/policies.h"

#include <string.h>

#define ROLE_POLICY "policy"
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
  add_input (keeping->inputs, ROLE_POLICY, POLICY_NAME,
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

YlPolicy *
yl_record_open_policy (const YlCopy *kept, GError **error)
{
  gsize n = 0;
  const YlInputCopy *inputs = yl_copy_get_inputs (kept, &n);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) bases = g_array_new (FALSE, FALSE, sizeof (YlPolicyText));
  const char *policy = "";
  for (gsize i = 0; i < n; i++)
    {
      gsize size = 0;
      const char *data = g_bytes_get_data (inputs[i].bytes, &size);
      char *text = g_strndup (data, size);
      g_ptr_array_add (texts, text);
      const YlPolicyText base = { inputs[i].name, text };
      if (strcmp (inputs[i].role, YL_RECORD_ROLE_BASE) == 0)
        g_array_append_val (bases, base);
      else if (strcmp (inputs[i].role, ROLE_POLICY) == 0)
        policy = text;
    }
  return yl_policies_open_text (POLICY_NAME, policy, (const YlPolicyText *) (gpointer) bases->data,
                                bases->len, error);
}

YlWords *
yl_record_open_words (const YlCopy *kept, YlChoices *choices, GError **error)
{
  const YlJobOptions options = { .copy = kept };
  return yl_job_words_open (&options, choices, NULL, NULL, error);
}
