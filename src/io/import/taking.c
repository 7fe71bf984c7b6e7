#include "yanglu/io/import/taking.h"

#include "yanglu/base/decimal.h"
#include "yanglu/domain/head-text.h"

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
  taking->n_worked_out = 0;
  taking->n_unsaved = 0;
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

YlNeedless
yl_taking_find_needless (const YlWords *words, const char *head)
{
  g_auto (YlHeadText) text;
  yl_head_text_init (&text, head);
  if (text.flat->len == 0)
    return YL_NEEDLESS_NUMBERING;
  const YlSpelling *found =
      yl_words_find (words, YL_WORDS_HEAD_NEEDLESS, yl_text_of (text.flat->str));
  return found == NULL ? YL_N_NEEDLESS : (YlNeedless) found->member;
}

void
yl_taking_count (YlIntakeColumn *column, YlText text)
{
  column->n_filled++;
  gint64 number = 0;
  gint32 lost = 0;
  if (column->needless == YL_NEEDLESS_NUMBERING && column->n_counting + 1 == column->n_filled
      && yl_decimal_parse (yl_text_trim (text), 0, G_MAXINT32, &number, &lost) == YL_DECIMAL_OK
      && lost == 0 && (guint64) number == column->n_filled)
    column->n_counting++;
}

static void
begin_table (YlTaking *taking,
             const YlImportTable *table,
             const char *file,
             const char *sheet,
             YlRowId first_row)
{
  const char *kind = table->sheet == NULL ? "" : table->sheet;
  taking->table = yl_intake_add_table (taking->intake, file, sheet, kind, first_row);
  taking->table->n_worked_out = taking->n_worked_out;
  taking->table->n_unsaved = taking->n_unsaved;
  taking->n_worked_out = 0;
  taking->n_unsaved = 0;
  g_array_set_size (taking->unread, 0);
}

void
yl_taking_lay (YlTaking *taking, const YlSheetLayout *layout)
{
  taking->n_worked_out = layout->n_worked_out;
  taking->n_unsaved = layout->n_unsaved;
}

void
yl_taking_take_key (YlTaking *taking,
                    const YlImportTable *table,
                    const YlWords *words,
                    const char *file,
                    const char *sheet,
                    YlRowId row,
                    const YlTakenKey *key)
{
  const gboolean is_known = key->column < table->n_columns;
  if (taking->intake == NULL || !key->is_filled || (taking->table == NULL && !is_known))
    return;
  if (taking->table == NULL)
    {
      begin_table (taking, table, file, sheet, row);
      taking->table->value_cell = key->value_cell;
    }
  const YlImportColumn *column = is_known ? &table->columns[key->column] : NULL;
  const YlIntakeColumn taken = {
    .head = key->key,
    .role = is_known ? yl_words_get_usual (words, table->words, column->key) : NULL,
    .unit = key->unit,
    .usual = is_known ? yl_import_column_get_usual (column) : YL_UNIT_NONE,
    .n_filled = is_known ? 0 : 1,
    .needless = YL_N_NEEDLESS,
  };
  yl_intake_add_column (taking->intake, taking->table, &taken);
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
  begin_table (taking, table, file, sheet, first_row);
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
        .usual = head == NULL ? YL_UNIT_NONE : yl_import_column_get_usual (&table->columns[column]),
        .needless = head == NULL
                        ? yl_taking_find_needless (words, g_ptr_array_index (written, cell))
                        : YL_N_NEEDLESS,
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
    add_column (taking, &(YlIntakeColumn){ .head = "", .needless = YL_NEEDLESS_NUMBERING });
}
