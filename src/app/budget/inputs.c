#include "yanglu/app/budget/inputs.h"

struct _YlInputs
{
  YlArena *arena;
  GArray *copies; /* of YlInputCopy */
};

YlInputs *
yl_inputs_new (void)
{
  YlInputs *inputs = yl_arena_new_record (sizeof *inputs);
  inputs->copies = yl_arena_array (inputs->arena, sizeof (YlInputCopy));
  return inputs;
}

static void
keep_bytes (YlInputs *inputs, const char *role, const char *name, GBytes *bytes)
{
  YlArena *arena = inputs->arena;
  const YlInputCopy copy = {
    yl_arena_keep (arena, role),
    yl_arena_keep (arena, name),
    yl_arena_own (arena, g_bytes_ref (bytes), (GDestroyNotify) g_bytes_unref),
    yl_arena_take (arena, g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes)),
  };
  g_array_append_val (inputs->copies, copy);
}

gboolean
yl_inputs_keep (YlInputs *inputs, const char *role, const YlInput *input, GError **error)
{
  if (inputs == NULL)
    return TRUE;
  g_autoptr (GBytes) bytes = yl_input_load (input, error);
  if (bytes == NULL)
    return FALSE;
  keep_bytes (inputs, role, yl_input_get_name (input), bytes);
  return TRUE;
}

void
yl_inputs_keep_text (YlInputs *inputs, const char *role, const char *name, const char *text)
{
  if (inputs == NULL)
    return;
  g_autoptr (GBytes) bytes = g_bytes_new (text, yl_text_of (text).length);
  keep_bytes (inputs, role, name, bytes);
}

const YlInputCopy *
yl_inputs_get (const YlInputs *inputs, gsize *out_n)
{
  *out_n = inputs == NULL ? 0 : inputs->copies->len;
  return inputs == NULL ? NULL : (const YlInputCopy *) (gpointer) inputs->copies->data;
}
