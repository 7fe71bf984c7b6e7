/* The sheets that are lists. */
#include "table-private.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/forms/form-text.h"

#include <string.h>

static const char *
get_head (const YlEntrySheet *sheet, const YlEntryColumn *column)
{
  for (guint i = 0; yl_entry_sheet_get_n_filled (sheet) > 0 && i < sheet->filled->n_columns; i++)
    if (strcmp (sheet->filled->names[i], column->name) == 0 && sheet->filled->heads[i][0] == '\0')
      return "";
  return column->head;
}

static void
put_columns (const YlEntrySheet *sheet)
{
  YlEntryBook *book = sheet->book;
  const YlEntrySheetForm *form = sheet->form;
  for (guint i = 0; i < form->n_columns; i++)
    {
      const YlEntryColumn *column = &form->columns[i];
      yl_entry_book_set (book,
                         &(YlSheetSetting){ .kind = YL_SETTING_COLUMNS,
                                            .first_column = (guint16) i,
                                            .last_column = (guint16) i,
                                            .width = column->width,
                                            .look = yl_entry_field_get_look (column->field) });
      yl_entry_book_put (book, form->head_row, i, i,
                         column->is_required ? YL_LOOK_ENTRY_REQUIRED : YL_LOOK_ENTRY_HEAD,
                         get_head (sheet, column));
      yl_entry_book_check (book, yl_entry_sheet_get_first_row (sheet),
                           yl_entry_sheet_get_last_row (sheet), i, column);
    }
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_COLUMNS,
                                              .first_column = (guint16) form->n_columns,
                                              .last_column = YL_SHEET_MAX_COLUMNS - 1,
                                              .width = 9,
                                              .look = YL_LOOK_ENTRY_OPEN });
  yl_entry_book_set_height (book, form->head_row - 1, 20);
  yl_entry_book_set_height (book, form->head_row, form->sums != NULL ? 46 : 26);
}

/* (transfer full) (nullable): what a cell of @column follows from, the number of its row written #. */
static char *
make_formula (const YlEntrySheet *sheet, const YlEntryColumn *column)
{
  if (column->field == YL_FIELD_HINT)
    return g_strdup (YL_ENTRY_HINT_NAME);
  return column->formula == NULL
             ? NULL
             : g_strdup (yl_table_write_out (sheet->table, "%s", column->formula));
}

/* An empty text as long as nothing is filled in, and free to be overwritten; what is locked stands in every row. */
static void
define_hint (const YlEntrySheet *sheet)
{
  const YlCellSink *sink = sheet->book->sink;
  g_autofree char *hint = yl_entry_sheet_make_hint (sheet);
  if (sink->define != NULL)
    sink->define (sink->self, YL_ENTRY_HINT_NAME, hint);
}

static void
put_followers (const YlEntrySheet *sheet, guint i)
{
  const YlEntryColumn *column = &sheet->form->columns[i];
  g_autofree char *formula = make_formula (sheet, column);
  const gboolean is_of_all = column->is_locked || column->field == YL_FIELD_HINT;
  const guint n_filled = yl_entry_sheet_get_n_filled (sheet);
  const guint32 first = yl_entry_sheet_get_first_row (sheet);
  const YlLook look =
      column->is_locked ? YL_LOOK_ENTRY_LABEL : yl_entry_field_get_look (column->field);
  g_autoptr (GString) own = g_string_new (NULL);
  const guint32 last = yl_entry_sheet_get_last_row (sheet);
  for (guint32 row = first + (is_of_all ? 0 : n_filled); formula != NULL && row <= last; row++)
    {
      char number[11];
      g_snprintf (number, sizeof number, "%u", row);
      g_string_assign (own, formula);
      g_string_replace (own, "#", number, 0);
      const gboolean is_said = column->is_locked && row - first < n_filled;
      yl_entry_book_put_formula (
          sheet->book, row, i, look, own->str,
          is_said ? yl_entry_rows_find (sheet->filled, row - first, column->name) : "");
    }
}

/* Columns that are filled in and that the form does not have, behind those that it has. */
static void
put_further_columns (const YlEntrySheet *sheet)
{
  const YlEntryRows *filled = sheet->filled;
  guint column = sheet->form->n_columns;
  for (guint i = 0; i < filled->n_columns; i++)
    {
      gboolean is_further = TRUE;
      for (guint own = 0; own < sheet->form->n_columns; own++)
        is_further &= strcmp (sheet->form->columns[own].name, filled->names[i]) != 0;
      guint n_cells = 0;
      const YlEntryColumn *known = yl_entry_column_find (sheet->form->sheet, filled->names[i]);
      const YlEntryField field = known == NULL ? YL_FIELD_TEXT : known->field;
      for (guint row = 0; is_further && row < filled->n_rows; row++)
        if (filled->rows[row][i][0] != '\0')
          {
            if (n_cells++ == 0)
              yl_entry_book_put (sheet->book, sheet->form->head_row, column, column,
                                 YL_LOOK_ENTRY_HEAD, filled->heads[i]);
            yl_entry_book_fill (sheet->book, yl_entry_sheet_get_first_row (sheet) + row, column,
                                field, filled->rows[row][i]);
          }
      column += n_cells == 0 ? 0 : 1;
    }
}

/* As high as its longest text. */
static void
put_filled_row (const YlEntrySheet *sheet, guint index)
{
  const guint32 row = yl_entry_sheet_get_first_row (sheet) + index;
  guint n_lines = 1;
  for (guint i = 0; i < sheet->form->n_columns; i++)
    {
      const YlEntryColumn *column = &sheet->form->columns[i];
      if (!column->is_locked)
        n_lines = MAX (n_lines,
                       yl_entry_book_fill_lines (
                           sheet->book, row, i, column->field,
                           yl_entry_rows_find (sheet->filled, index, column->name), column->width));
    }
  if (n_lines > 1)
    yl_entry_book_set_height (sheet->book, row, yl_form_get_height (n_lines));
}

static void
put_filled (const YlEntrySheet *sheet)
{
  for (guint row = 0; row < yl_entry_sheet_get_n_filled (sheet); row++)
    put_filled_row (sheet, row);
  if (sheet->filled != NULL)
    put_further_columns (sheet);
}

/* No green corners on codes typed as text, nor on lengths that may be overwritten; a length typed as
 * text gets its corner. */
static void
allow_codes (const YlEntrySheet *sheet)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  for (guint i = 0; i < sheet->form->n_columns; i++)
    {
      const YlEntryColumn *column = &sheet->form->columns[i];
      const char *rows = yl_table_write_out (sheet->table, "{%s@%u}:{%s@%u}", column->name,
                                             yl_entry_sheet_get_first_row (sheet), column->name,
                                             yl_entry_sheet_get_last_row (sheet));
      if (column->field == YL_FIELD_TEXT || column->field == YL_FIELD_LABEL)
        g_string_append_printf (codes, "%s%s", codes->len == 0 ? "" : " ", rows);
      if (column->formula != NULL || column->field == YL_FIELD_HINT)
        yl_entry_book_set (sheet->book,
                           &(YlSheetSetting){ .kind = YL_SETTING_OPEN_FORMULAS, .ranges = rows });
    }
  yl_entry_book_set (sheet->book,
                     &(YlSheetSetting){ .kind = YL_SETTING_TEXT_NUMBERS, .ranges = codes->str });
}

static void
set_up (const YlEntrySheet *sheet)
{
  YlEntryBook *book = sheet->book;
  const YlEntrySheetForm *form = sheet->form;
  const guint32 first_row = yl_entry_sheet_get_first_row (sheet);
  const guint16 last = (guint16) (form->n_columns - 1);
  yl_entry_book_set (
      book, &(YlSheetSetting){ .kind = YL_SETTING_PRINT_AREA,
                               .first_row = 1,
                               .last_row = form->head_row + yl_entry_sheet_get_n_printed (sheet),
                               .last_column = (guint16) (last - form->n_unprinted) });
  if (form->n_titled > 0)
    yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_TWO_PAGES,
                                                .last_column = (guint16) (form->n_frozen - 1) });
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_FREEZE,
                                              .first_row = first_row,
                                              .first_column = (guint16) form->n_frozen });
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_FILTER,
                                              .first_row = form->head_row,
                                              .last_row = yl_entry_sheet_get_last_row (sheet),
                                              .last_column = last });
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_REPEAT_ROWS,
                                              .first_row = 1,
                                              .last_row = form->head_row });
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_PROTECT });
}

/* What stood over columns that are on both pages would be cut on the second. */
static void
put_title_of_two_pages (YlEntryBook *book, const YlEntrySheetForm *form)
{
  yl_entry_book_put_title (book, form->title, form->unit_note, form->n_frozen, form->n_titled);
  for (guint32 row = 1; row <= 2; row++)
    {
      yl_entry_book_put (book, row, 0, form->n_frozen - 1, YL_LOOK_ENTRY_LEFT, "");
      yl_entry_book_put (book, row, form->n_titled, form->n_columns - 1, YL_LOOK_ENTRY_LEFT, "");
    }
}

void
yl_entry_book_add_table (YlEntryBook *book, const YlEntrySheetForm *form)
{
  g_autofree YlTableColumn *names = g_new0 (YlTableColumn, form->n_columns);
  for (guint i = 0; i < form->n_columns; i++)
    names[i].name = form->columns[i].name;
  g_autoptr (YlTables) tables = yl_tables_new (NULL);
  const YlEntrySheet sheet = { book, form,
                               yl_tables_add (tables, form->sheet, names, form->n_columns),
                               yl_entry_book_find_rows (book, form->sheet) };
  yl_entry_book_begin_sheet (book,
                             &(YlSheetForm){ .name = form->sheet,
                                             .is_a3 = form->is_a3,
                                             .is_entry = TRUE,
                                             .has_narrow_margins = form->has_narrow_margins });
  put_columns (&sheet);
  if (form->put_top != NULL)
    form->put_top (book, form);
  else if (form->n_titled > 0)
    put_title_of_two_pages (book, form);
  else
    yl_entry_book_put_title (book, form->title, form->unit_note, 0, form->n_columns);
  yl_entry_sheet_put_sums (&sheet);
  put_filled (&sheet);
  for (guint i = 0; i < form->n_columns; i++)
    put_followers (&sheet, i);
  if (form->sums != NULL)
    {
      define_hint (&sheet);
      yl_entry_sheet_mark (&sheet);
    }
  allow_codes (&sheet);
  set_up (&sheet);
}
