#include "yanglu/io/string-table.h"

void
yl_string_table_init (YlStringTable *table)
{
  *table = (YlStringTable){ g_string_new (NULL), g_array_new (FALSE, FALSE, sizeof (guint32)) };
}

void
yl_string_table_clear (YlStringTable *table)
{
  if (table->text != NULL)
    g_string_free (table->text, TRUE);
  table->text = NULL;
  g_clear_pointer (&table->ends, g_array_unref);
}

gboolean
yl_string_table_end (YlStringTable *table)
{
  if (table->text->len > G_MAXUINT32 || table->ends->len == G_MAXUINT32)
    return FALSE;
  const guint32 end = (guint32) table->text->len;
  g_array_append_val (table->ends, end);
  return TRUE;
}
