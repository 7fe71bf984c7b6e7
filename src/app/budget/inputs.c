#include "yanglu/app/budget/inputs.h"

struct _YlInputs
{
  GStringChunk *texts;
  GArray *copies; /* of YlInputCopy */
};

static void
clear_copy (gpointer copy)
{
  g_bytes_unref (((YlInputCopy *) copy)->bytes);
}

YlInputs *
yl_inputs_new (void)
{
  YlInputs *inputs = g_new0 (YlInputs, 1);
  inputs->texts = g_string_chunk_new (1024);
  inputs->copies = g_array_new (FALSE, FALSE, sizeof (YlInputCopy));
  g_array_set_clear_func (inputs->copies, clear_copy);
  return inputs;
}

void
yl_inputs_free (YlInputs *inputs)
{
  if (inputs == NULL)
    return;
  g_array_free (inputs->copies, TRUE);
  g_string_chunk_free (inputs->texts);
  g_free (inputs);
}

static void
keep_bytes (YlInputs *inputs, const char *role, const char *name, GBytes *bytes)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  const YlInputCopy copy = { g_string_chunk_insert_const (inputs->texts, role),
                             g_string_chunk_insert (inputs->texts, name), g_bytes_ref (bytes),
                             g_string_chunk_insert (inputs->texts, sha256) };
  g_array_append_val (inputs->copies, copy);
}

gboolean
yl_inputs_keep (YlInputs *inputs, const char *role, const YlInput *input, GError **error)
{
  g_autoptr (GBytes) bytes = yl_input_load (input, error);
  if (bytes == NULL)
    return FALSE;
  keep_bytes (inputs, role, yl_input_get_name (input), bytes);
  return TRUE;
}

void
yl_inputs_keep_text (YlInputs *inputs, const char *role, const char *name, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, yl_text_of (text).length);
  keep_bytes (inputs, role, name, bytes);
}

const YlInputCopy *
yl_inputs_get (const YlInputs *inputs, gsize *out_n)
{
  *out_n = inputs->copies->len;
  return (const YlInputCopy *) (gpointer) inputs->copies->data;
}
