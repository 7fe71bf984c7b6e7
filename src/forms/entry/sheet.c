/* A sheet that is a list: where its rows are, how formulas call its columns, what is filled in. */
#include "table-private.h"

guint32
yl_entry_sheet_get_first_row (const YlEntrySheet *sheet)
{
  return sheet->form->head_row + 1;
}

guint32
yl_entry_sheet_get_last_row (const YlEntrySheet *sheet)
{
  return sheet->form->head_row + sheet->form->n_rows;
}

const char *
yl_entry_sheet_rows_of (const YlEntrySheet *sheet, const char *column)
{
  return yl_table_write_out (sheet->table, "{$%s$%u}:{$%s$%u}", column,
                             yl_entry_sheet_get_first_row (sheet), column,
                             yl_entry_sheet_get_last_row (sheet));
}

const char *
yl_entry_sheet_rows_from_elsewhere (const YlEntrySheet *sheet, const char *column)
{
  return yl_table_write_out (sheet->table, "'%s'!%s", sheet->form->sheet,
                             yl_entry_sheet_rows_of (sheet, column));
}

guint
yl_entry_sheet_get_n_filled (const YlEntrySheet *sheet)
{
  return sheet->filled == NULL ? 0 : sheet->filled->n_rows;
}

/* What filled rows of several lines take of the paper beyond a row. */
static guint
count_more_lines (const YlEntrySheet *sheet)
{
  const YlEntrySheetForm *form = sheet->form;
  guint n_more = 0;
  for (guint row = 0; row < yl_entry_sheet_get_n_filled (sheet) && n_more < form->n_printed; row++)
    {
      guint n_lines = 1;
      for (guint i = 0; i < form->n_columns; i++)
        n_lines = MAX (n_lines, yl_entry_field_count_lines (
                                    form->columns[i].field,
                                    yl_entry_rows_find (sheet->filled, row, form->columns[i].name),
                                    form->columns[i].width));
      n_more += n_lines - 1;
    }
  return MIN (n_more, form->n_printed);
}

guint
yl_entry_sheet_get_n_printed (const YlEntrySheet *sheet)
{
  return MAX (sheet->form->n_printed - count_more_lines (sheet),
              yl_entry_sheet_get_n_filled (sheet));
}

char *
yl_entry_sheet_of_row (const YlEntrySheet *sheet, const char *formula, guint32 row)
{
  GString *own = g_string_new (yl_table_write_out (sheet->table, "%s", formula));
  char number[11];
  g_snprintf (number, sizeof number, "%u", row);
  g_string_replace (own, "#", number, 0);
  return g_string_free (own, FALSE);
}

static const YlEntryColumn *
find_column (const YlEntrySheet *sheet, const char *name)
{
  return &sheet->form->columns[yl_table_find_column (sheet->table, name)];
}

gboolean
yl_entry_sheet_read (const YlEntrySheet *sheet, guint index, const char *name, gint64 *out_units)
{
  YlMeasure measure = YL_MEASURE_NUMBER;
  return yl_entry_field_read (find_column (sheet, name)->field,
                              yl_entry_rows_find (sheet->filled, index, name), &measure, out_units);
}
