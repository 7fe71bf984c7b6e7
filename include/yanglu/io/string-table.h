#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

/** YlStringTable: the shared strings of a workbook, end to end in one block, four bytes each besides
 * their text. */
typedef struct
{
  GString *text;
  GArray *ends; /* of guint32: where each string ends in `text`; NULL: there are none */
} YlStringTable;

/** yl_string_table_init: no strings yet. */
void yl_string_table_init (YlStringTable *table);
void yl_string_table_clear (YlStringTable *table);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YlStringTable, yl_string_table_clear)

/** yl_string_table_end: what was appended to `text` is the next string. Returns: %FALSE when the
 * table is full; then nothing more may be added. */
gboolean yl_string_table_end (YlStringTable *table);

/* %FALSE when there is no string @index. */
static inline gboolean
yl_string_table_get (const YlStringTable *table, guint64 index, YlText *out_text)
{
  if (table->ends == NULL || index >= table->ends->len)
    return FALSE;
  const guint32 start = index == 0 ? 0 : g_array_index (table->ends, guint32, index - 1);
  *out_text =
      (YlText){ table->text->str + start, g_array_index (table->ends, guint32, index) - start };
  return TRUE;
}

G_END_DECLS
