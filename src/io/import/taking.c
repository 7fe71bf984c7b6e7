#include "yanglu/io/import/taking.h"

void
yl_taking_init (YlTaking *taking, YlIntake *intake)
{
  *taking = (YlTaking){ .intake = intake,
                        .unread = g_array_new (FALSE, FALSE, sizeof (guint)),
                        .hidden = g_hash_table_new (NULL, NULL) };
}

void
yl_taking_clear (YlTaking *taking)
{
  g_clear_pointer (&taking->unread, g_array_unref);
  g_clear_pointer (&taking->hidden, g_hash_table_unref);
}

void
yl_taking_begin_sheet (YlTaking *taking)
{
  taking->table = NULL;
  g_hash_table_remove_all (taking->hidden);
}

void
yl_taking_hide_row (YlTaking *taking, YlRowId row)
{
  g_hash_table_add (taking->hidden, GSIZE_TO_POINTER ((gsize) row));
}

static void
add_column (YlTaking *taking, const YlIntakeColumn *column)
{
  const guint cell = taking->table->columns->len;
  if (column->role == NULL && !g_str_equal (column->head, YL_COLUMN_HINT))
    g_array_append_val (taking->unread, cell);
  yl_intake_add_column (taking->intake, taking->table, column);
}

static gboolean
has_heads (const YlIntakeTable *table, const GPtrArray *written)
{
  if (table == NULL || written->len > table->columns->len)
    return FALSE;
  for (guint cell = 0; cell < written->len; cell++)
    if (!g_str_equal (g_array_index (table->columns, YlIntakeColumn, cell).head,
                      g_ptr_array_index (written, cell)))
      return FALSE;
  return TRUE;
}

/* The column of the table that the cell at @cell was found to be; %NULL for none. */
static const YlHead *
find_head (const YlHeadFinder *finder, guint cell, guint *out_column)
{
  for (guint column = 0; column < YL_HEADS_MAX; column++)
    {
      const YlHead *head = yl_head_finder_get (finder, column);
      *out_column = column;
      if (head->cell == cell)
        return head;
    }
  return NULL;
}

/* What a number of @column is, where its head does not say. */
static YlHeadUnit
get_usual_unit (const YlImportColumn *column)
{
  switch (column->as)
    {
    case YL_AS_KM:
      return YL_UNIT_KILOMETRE;
    case YL_AS_METRES:
    case YL_AS_CM:
      return YL_UNIT_METRE;
    case YL_AS_AMOUNT:
    case YL_AS_SIGNED:
      return YL_UNIT_YUAN;
    case YL_AS_TAKEN:
    case YL_AS_TEXT:
    case YL_AS_CODE:
    case YL_AS_MEMBER:
    default:
      return YL_UNIT_NONE;
    }
}

void
yl_taking_begin_rows (YlTaking *taking,
                      const YlHeadFinder *finder,
                      const YlImportTable *table,
                      const YlWords *words,
                      const char *file,
                      const char *sheet,
                      YlRowId first_row)
{
  const GPtrArray *written = yl_head_finder_get_written (finder);
  if (taking->intake == NULL || written == NULL || has_heads (taking->table, written))
    return;
  const char *kind = table->sheet == NULL ? "" : table->sheet;
  taking->table = yl_intake_add_table (taking->intake, file, sheet, kind, first_row);
  g_array_set_size (taking->unread, 0);
  for (guint cell = 0; cell < written->len; cell++)
    {
      guint column = 0;
      const YlHead *head = find_head (finder, cell, &column);
      const YlIntakeColumn taken = {
        .head = g_ptr_array_index (written, cell),
        .role = head == NULL ? NULL
                             : yl_words_get_usual (words, table->words, table->columns[column].key),
        .unit = head == NULL ? YL_UNIT_NONE : head->unit,
        .is_unit_above = head != NULL && head->is_unit_above,
        .usual = head == NULL ? YL_UNIT_NONE : get_usual_unit (&table->columns[column]),
      };
      add_column (taking, &taken);
    }
}

void
yl_taking_extend (YlTaking *taking, const YlText *cells, guint n_cells)
{
  guint n_filled = n_cells;
  while (n_filled > taking->table->columns->len && yl_text_is_blank (cells[n_filled - 1]))
    n_filled--;
  while (taking->table->columns->len < n_filled)
    add_column (taking, &(YlIntakeColumn){ .head = "" });
}
