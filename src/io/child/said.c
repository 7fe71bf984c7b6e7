#include "said-private.h"

struct _YlSaid
{
  GPtrArray *blocks; /* of GBytes */
  gsize n_bytes;
  YlLayouts *layouts; /* (nullable) */
};

YlSaid *
yl_said_new (void)
{
  YlSaid *said = g_new0 (YlSaid, 1);
  said->blocks = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  return said;
}

void
yl_said_free (YlSaid *said)
{
  if (said == NULL)
    return;
  g_ptr_array_unref (said->blocks);
  g_clear_pointer (&said->layouts, yl_layouts_free);
  g_free (said);
}

void
yl_said_add (YlSaid *said, const char *block, gsize length)
{
  said->n_bytes += length;
  if (yl_said_is_whole (said))
    g_ptr_array_add (said->blocks, g_bytes_new (block, length));
  else
    g_ptr_array_set_size (said->blocks, 0);
}

void
yl_said_keep_layouts (YlSaid *said, YlLayouts *layouts)
{
  g_clear_pointer (&said->layouts, yl_layouts_free);
  said->layouts = layouts;
}

gboolean
yl_said_is_whole (const YlSaid *said)
{
  return said->n_bytes <= YL_SAID_MAX_BYTES;
}

void
yl_said_tell (const YlSaid *said, YlRecordTaker *taker)
{
  taker->is_again = TRUE;
  taker->known = said->layouts;
  for (guint i = 0; i < said->blocks->len; i++)
    {
      gsize length = 0;
      const char *block = g_bytes_get_data (g_ptr_array_index (said->blocks, i), &length);
      /* It was taken before, by one who believed no more. */
      yl_record_taker_take (taker, block, length);
    }
}
