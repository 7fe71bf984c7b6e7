/* The sheets that are lists. */
#include "entry-private.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/forms/table.h"

#include <string.h>

/* The live line over the heads; below them the rows that formats, lists and formulas cover. */
#define SUM_ROW 3
#define HEAD_ROW 4
#define FIRST_ROW 5
#define LAST_ROW 20004

/* A sheet while it is written: its columns have names in formulas. */
typedef struct
{
  YlEntryBook *book;
  const YlEntrySheetForm *form;
  YlTable *table;
  const YlEntryRows *filled; /* NULL: nothing is */
} Sheet;

/* "$H$5:$H$20004" */
static const char *
rows_of (const Sheet *sheet, const char *column)
{
  return yl_table_write_out (sheet->table, "{$%s$%u}:{$%s$%u}", column, FIRST_ROW, column,
                             LAST_ROW);
}

static guint
get_n_filled (const Sheet *sheet)
{
  return sheet->filled == NULL ? 0 : sheet->filled->n_rows;
}

/* The paper shows the rows of the blank form, and every row that is filled in. */
static guint
get_n_printed (const Sheet *sheet)
{
  return MAX (sheet->form->n_printed, get_n_filled (sheet));
}

static const YlEntryColumn *
find_column (const Sheet *sheet, const char *name)
{
  return &sheet->form->columns[yl_table_find_column (sheet->table, name)];
}

/* Σ of the numbers filled in as @name, in rows whose `class` is @of (nullable: in all). */
static gint64
add_up (const Sheet *sheet, const char *name, const char *of)
{
  gint64 sum = 0;
  const YlEntryColumn *column = find_column (sheet, name);
  for (guint row = 0; row < get_n_filled (sheet); row++)
    {
      YlMeasure measure = YL_MEASURE_NUMBER;
      gint64 units = 0;
      const char *text = yl_entry_rows_find (sheet->filled, row, name);
      if ((of == NULL || strcmp (yl_entry_rows_find (sheet->filled, row, "class"), of) == 0)
          && yl_entry_field_read (column->field, text, &measure, &units))
        sum += units;
    }
  return sum;
}

/* The live sum of @name, and what it comes to now. */
static void
put_sum (const Sheet *sheet,
         guint column,
         YlLook look,
         const char *formula,
         const char *name,
         const char *of)
{
  YlMeasure measure = YL_MEASURE_NUMBER;
  gint64 nothing = 0;
  yl_entry_field_read (find_column (sheet, name)->field, "0", &measure, &nothing);
  yl_entry_book_put_total (sheet->book, SUM_ROW, column, look, formula, measure,
                           add_up (sheet, name, of));
}

static void
put_label (const Sheet *sheet, guint first, guint last, const char *text)
{
  yl_entry_book_put (sheet->book, SUM_ROW, first, last, YL_LOOK_ENTRY_SUM_LABEL, text);
}

/* Kilometres of each class beside the total: label and value, some over two narrow columns. */
static void
put_class_sums (const Sheet *sheet)
{
  static const struct
  {
    guint label;
    guint first;
    guint last;
  } places[] = { { 8, 9, 9 }, { 10, 11, 12 }, { 13, 14, 15 }, { 16, 17, 18 } };
  G_STATIC_ASSERT (G_N_ELEMENTS (places) == YL_N_CLASSES);
  const guint length = yl_table_find_column (sheet->table, "length");
  put_label (sheet, yl_table_find_column (sheet->table, "class"), length - 1, "里程合计（公里）");
  put_sum (sheet, length, YL_LOOK_ENTRY_SUM_KM,
           yl_table_write_out (sheet->table, "ROUND(SUM(%s),3)", rows_of (sheet, "length")),
           "length", NULL);
  for (guint i = 0; i < YL_N_CLASSES; i++)
    {
      const char *name = yl_road_class_get_name ((YlRoadClass) i);
      put_label (sheet, places[i].label, places[i].label, name);
      put_label (sheet, places[i].first, places[i].last, "");
      put_sum (sheet, places[i].first, YL_LOOK_ENTRY_SUM_KM,
               yl_table_write_out (sheet->table, "ROUND(SUMIFS(%s,%s,\"%s\"),3)",
                                   rows_of (sheet, "length"), rows_of (sheet, "class"), name),
               "length", name);
    }
}

static gboolean
is_yuan (const YlEntryColumn *column)
{
  return column->field == YL_FIELD_YUAN || column->field == YL_FIELD_SIGNED_YUAN;
}

static void
put_column_sums (const Sheet *sheet)
{
  for (guint i = 0; i < sheet->form->n_columns; i++)
    {
      const YlEntryColumn *column = &sheet->form->columns[i];
      const char *sum =
          yl_table_write_out (sheet->table, "ROUND(SUM(%s),%u)", rows_of (sheet, column->name),
                              is_yuan (column) ? 2U : 3U);
      if (column->field == YL_FIELD_KM)
        put_sum (sheet, i, YL_LOOK_ENTRY_SUM_KM, sum, column->name, NULL);
      else if (is_yuan (column) || column->field == YL_FIELD_METRE)
        put_sum (sheet, i, YL_LOOK_ENTRY_SUM_YUAN, sum, column->name, NULL);
    }
}

/* Rows that have a number where the form counts them. */
static guint
count_rows (const Sheet *sheet)
{
  guint n = 0;
  const YlEntryColumn *counted = find_column (sheet, sheet->form->counted);
  for (guint row = 0; row < get_n_filled (sheet); row++)
    {
      YlMeasure measure = YL_MEASURE_NUMBER;
      gint64 units = 0;
      n += yl_entry_field_read (counted->field,
                                yl_entry_rows_find (sheet->filled, row, counted->name), &measure,
                                &units)
               ? 1u
               : 0u;
    }
  return n;
}

#define TOO_MANY "行数超出打印区域，打印前请重新设置打印区域"

/* Who types more rows than the paper shows is told to set its area anew. */
static void
put_sums (const Sheet *sheet)
{
  const YlEntrySheetForm *form = sheet->form;
  const char *counted = rows_of (sheet, form->counted);
  const guint n = count_rows (sheet);
  g_autofree char *n_rows = g_strdup_printf ("共 %u 行", n);
  for (guint column = 0; column < form->n_columns; column++)
    put_label (sheet, column, column, column == 0 ? "合计" : "");
  if (form->follows != NULL)
    put_class_sums (sheet);
  else
    put_column_sums (sheet);
  yl_entry_book_put_formula (
      sheet->book, SUM_ROW, 1, YL_LOOK_ENTRY_SUM_LABEL,
      yl_table_write_out (sheet->table, "\"共 \"&COUNT(%s)&\" 行\"", counted), n_rows);
  yl_entry_book_put (sheet->book, SUM_ROW, form->warning, form->last_warning, YL_LOOK_ENTRY_WARNING,
                     "");
  yl_entry_book_put_formula (sheet->book, SUM_ROW, form->warning, YL_LOOK_ENTRY_WARNING,
                             yl_table_write_out (sheet->table,
                                                 "IF(COUNT(%s)>%u,\"" TOO_MANY "\",\"\")", counted,
                                                 get_n_printed (sheet)),
                             n > get_n_printed (sheet) ? TOO_MANY : "");
}

static const char *
get_head (const Sheet *sheet, const YlEntryColumn *column)
{
  for (guint i = 0; get_n_filled (sheet) > 0 && i < sheet->filled->n_columns; i++)
    if (strcmp (sheet->filled->names[i], column->name) == 0 && sheet->filled->heads[i][0] == '\0')
      return "";
  return column->head;
}

static void
put_columns (const Sheet *sheet)
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
      yl_entry_book_put (book, HEAD_ROW, i, i,
                         column->is_required ? YL_LOOK_ENTRY_REQUIRED : YL_LOOK_ENTRY_HEAD,
                         get_head (sheet, column));
      yl_entry_book_check (book, FIRST_ROW, LAST_ROW, i, column);
    }
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_COLUMNS,
                                              .first_column = (guint16) form->n_columns,
                                              .last_column = YL_SHEET_MAX_COLUMNS - 1,
                                              .width = 9,
                                              .look = YL_LOOK_ENTRY_OPEN });
  yl_entry_book_set_height (book, SUM_ROW, 20);
  yl_entry_book_set_height (book, HEAD_ROW, form->is_a3 ? 46 : 26);
}

/* An empty text as long as nothing is filled in, and free to be overwritten. */
static void
put_followers (const Sheet *sheet)
{
  const guint column = yl_table_find_column (sheet->table, sheet->form->follows);
  const char *formula = yl_table_write_out (sheet->table, "%s", sheet->form->formula);
  g_autoptr (GString) own = g_string_new (NULL);
  for (guint32 row = FIRST_ROW + get_n_filled (sheet); row <= LAST_ROW; row++)
    {
      char number[11];
      g_snprintf (number, sizeof number, "%u", row);
      g_string_assign (own, formula);
      g_string_replace (own, "#", number, 0);
      yl_entry_book_put_formula (sheet->book, row, column, YL_LOOK_FIELD_KM, own->str, "");
    }
}

/* Columns that are filled in and that the form does not have, behind those that it has. */
static void
put_further_columns (const Sheet *sheet)
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
              yl_entry_book_put (sheet->book, HEAD_ROW, column, column, YL_LOOK_ENTRY_HEAD,
                                 filled->heads[i]);
            yl_entry_book_fill (sheet->book, FIRST_ROW + row, column, field, filled->rows[row][i]);
          }
      column += n_cells == 0 ? 0 : 1;
    }
}

static void
put_filled (const Sheet *sheet)
{
  for (guint row = 0; row < get_n_filled (sheet); row++)
    for (guint i = 0; i < sheet->form->n_columns; i++)
      {
        const YlEntryColumn *column = &sheet->form->columns[i];
        yl_entry_book_fill (sheet->book, FIRST_ROW + row, i, column->field,
                            yl_entry_rows_find (sheet->filled, row, column->name));
      }
  if (sheet->filled != NULL)
    put_further_columns (sheet);
}

/* No green corners on codes typed as text, nor on lengths that may be overwritten; a length typed as
 * text gets its corner. */
static void
allow_codes (const Sheet *sheet)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  for (guint i = 0; i < sheet->form->n_columns; i++)
    {
      const YlEntryColumn *column = &sheet->form->columns[i];
      const char *rows = yl_table_write_out (sheet->table, "{%s@%u}:{%s@%u}", column->name,
                                             FIRST_ROW, column->name, LAST_ROW);
      if (column->field == YL_FIELD_TEXT || column->field == YL_FIELD_LABEL)
        g_string_append_printf (codes, "%s%s", codes->len == 0 ? "" : " ", rows);
      if (g_strcmp0 (sheet->form->follows, column->name) == 0)
        yl_entry_book_set (sheet->book,
                           &(YlSheetSetting){ .kind = YL_SETTING_OPEN_FORMULAS, .ranges = rows });
    }
  yl_entry_book_set (sheet->book,
                     &(YlSheetSetting){ .kind = YL_SETTING_TEXT_NUMBERS, .ranges = codes->str });
}

static void
set_up (YlEntryBook *book, const YlEntrySheetForm *form, guint n_printed)
{
  const guint16 last = (guint16) (form->n_columns - 1);
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_PRINT_AREA,
                                              .first_row = 1,
                                              .last_row = FIRST_ROW + n_printed - 1,
                                              .last_column = last });
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_FREEZE,
                                              .first_row = FIRST_ROW,
                                              .first_column = (guint16) form->n_frozen });
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_FILTER,
                                              .first_row = HEAD_ROW,
                                              .last_row = LAST_ROW,
                                              .last_column = last });
  yl_entry_book_set (
      book,
      &(YlSheetSetting){ .kind = YL_SETTING_REPEAT_ROWS, .first_row = 1, .last_row = HEAD_ROW });
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_PROTECT });
}

void
yl_entry_book_add_table (YlEntryBook *book, const YlEntrySheetForm *form)
{
  g_autofree YlTableColumn *names = g_new0 (YlTableColumn, form->n_columns);
  for (guint i = 0; i < form->n_columns; i++)
    names[i].name = form->columns[i].name;
  g_autoptr (YlTables) tables = yl_tables_new (NULL);
  const Sheet sheet = { book, form, yl_tables_add (tables, form->sheet, names, form->n_columns),
                        yl_entry_book_find_rows (book, form->sheet) };
  yl_entry_book_begin_sheet (
      book, &(YlSheetForm){ .name = form->sheet, .is_a3 = form->is_a3, .is_entry = TRUE });
  put_columns (&sheet);
  yl_entry_book_put_title (book, form->title, form->unit_note, form->n_columns);
  put_sums (&sheet);
  put_filled (&sheet);
  if (form->follows != NULL)
    put_followers (&sheet);
  allow_codes (&sheet);
  set_up (book, form, get_n_printed (&sheet));
}
