#include "entry-book-private.h"

/* The live line over the heads. */
#define SUM_ROW 2
#define HEAD_ROW 3

/* Columns of 里程台账 that formulas name. */
enum
{
  ROAD_CLASS = 2,
  ROAD_START = 5,
  ROAD_LENGTH = 7,
};

/* "$H$5:$H$20004" */
static char *
rows_of (guint column)
{
  char range[LXW_MAX_CELL_RANGE_LENGTH];
  lxw_rowcol_to_range_abs (range, YL_ENTRY_FIRST_ROW, (lxw_col_t) column, YL_ENTRY_LAST_ROW,
                           (lxw_col_t) column);
  return g_strdup (range);
}

/* A live figure of the head line; nothing is filled in yet, so it stands at zero. */
static void
put_figure (YlEntryBook *book, lxw_worksheet *sheet, guint column, char *formula, YlEntryLook look)
{
  yl_entry_book_note (book,
                      worksheet_write_formula_num (sheet, SUM_ROW, (lxw_col_t) column, formula,
                                                   yl_entry_book_get_look (book, look), 0));
  g_free (formula);
}

static void
merge_label (YlEntryBook *book, lxw_worksheet *sheet, guint first, guint last, const char *text)
{
  worksheet_merge_range (sheet, SUM_ROW, (lxw_col_t) first, SUM_ROW, (lxw_col_t) last, text,
                         yl_entry_book_get_look (book, YL_LOOK_SUM_LABEL));
}

static void
put_count (YlEntryBook *book, lxw_worksheet *sheet, guint column, guint counted)
{
  g_autofree char *rows = rows_of (counted);
  g_autofree char *formula = g_strdup_printf ("=\"共 \"&COUNT(%s)&\" 行\"", rows);
  yl_entry_book_note (book, worksheet_write_formula_str (
                                sheet, SUM_ROW, (lxw_col_t) column, formula,
                                yl_entry_book_get_look (book, YL_LOOK_SUM_LABEL), "共 0 行"));
}

/* Kilometres of each class beside the total: label and value, some over two narrow columns. */
static void
put_road_sums (YlEntryBook *book, lxw_worksheet *sheet)
{
  static const struct
  {
    guint label;
    guint first;
    guint last;
  } places[YL_N_CLASSES] = { { 8, 9, 9 }, { 10, 11, 12 }, { 13, 14, 15 }, { 16, 17, 18 } };
  g_autofree char *lengths = rows_of (ROAD_LENGTH);
  g_autofree char *classes = rows_of (ROAD_CLASS);
  put_count (book, sheet, 1, ROAD_LENGTH);
  merge_label (book, sheet, 2, ROAD_LENGTH - 1, "里程合计（公里）");
  put_figure (book, sheet, ROAD_LENGTH, g_strdup_printf ("=ROUND(SUM(%s),3)", lengths),
              YL_LOOK_SUM_KM);
  for (guint i = 0; i < YL_N_CLASSES; i++)
    {
      const char *name = yl_road_class_get_name ((YlRoadClass) i);
      yl_entry_book_put_text (book, sheet, SUM_ROW, places[i].label, name, YL_LOOK_SUM_LABEL);
      if (places[i].last > places[i].first)
        merge_label (book, sheet, places[i].first, places[i].last, "");
      put_figure (book, sheet, places[i].first,
                  g_strdup_printf ("=ROUND(SUMIFS(%s,%s,\"%s\"),3)", lengths, classes, name),
                  YL_LOOK_SUM_KM);
    }
}

/* The paper shows the rows of the blank form; who has more is told to set the area anew. */
static void
put_print_warning (YlEntryBook *book,
                   lxw_worksheet *sheet,
                   const YlEntrySheetForm *form,
                   guint counted)
{
  g_autofree char *rows = rows_of (counted);
  g_autofree char *formula =
      g_strdup_printf ("=IF(COUNT(%s)>%u,\"行数超出打印区域，打印前请重新设置打印区域\",\"\")",
                       rows, form->n_printed);
  lxw_format *look = yl_entry_book_get_look (book, YL_LOOK_WARNING);
  if (form->last_warning > form->warning)
    worksheet_merge_range (sheet, SUM_ROW, (lxw_col_t) form->warning, SUM_ROW,
                           (lxw_col_t) form->last_warning, "", look);
  yl_entry_book_note (book, worksheet_write_formula_str (sheet, SUM_ROW, (lxw_col_t) form->warning,
                                                         formula, look, ""));
}

static void
put_sums (YlEntryBook *book, lxw_worksheet *sheet, const YlEntrySheetForm *form)
{
  for (guint column = 0; column < form->n_columns; column++)
    yl_entry_book_put_text (book, sheet, SUM_ROW, column, column == 0 ? "合计" : "",
                            YL_LOOK_SUM_LABEL);
  if (form == &yl_entry_roads_form)
    {
      put_road_sums (book, sheet);
      put_print_warning (book, sheet, form, ROAD_LENGTH);
      return;
    }
  guint counted = 0;
  for (guint column = 0; column < form->n_columns; column++)
    {
      const YlEntryField field = form->columns[column].field;
      if (field != YL_FIELD_KM && field != YL_FIELD_YUAN && field != YL_FIELD_METRE)
        continue;
      g_autofree char *rows = rows_of (column);
      put_figure (book, sheet, column,
                  g_strdup_printf ("=ROUND(SUM(%s),%u)", rows, field == YL_FIELD_YUAN ? 2U : 3U),
                  field == YL_FIELD_KM     ? YL_LOOK_SUM_KM
                  : field == YL_FIELD_YUAN ? YL_LOOK_SUM_YUAN
                                           : YL_LOOK_SUM_COUNT);
      counted = column;
    }
  put_count (book, sheet, 1, counted);
  put_print_warning (book, sheet, form, counted);
}

static void
put_columns (YlEntryBook *book, lxw_worksheet *sheet, const YlEntrySheetForm *form)
{
  for (guint column = 0; column < form->n_columns; column++)
    {
      const YlEntryColumn *spec = &form->columns[column];
      yl_entry_book_note (book, worksheet_set_column (sheet, (lxw_col_t) column, (lxw_col_t) column,
                                                      spec->width,
                                                      yl_entry_book_get_field (book, spec->field)));
      yl_entry_book_put_text (book, sheet, HEAD_ROW, column, spec->head,
                              spec->is_required ? YL_LOOK_HEAD_REQUIRED : YL_LOOK_HEAD);
      yl_entry_book_check (book, sheet, YL_ENTRY_FIRST_ROW, YL_ENTRY_LAST_ROW, column, spec);
    }
  worksheet_set_column (sheet, (lxw_col_t) form->n_columns, LXW_COL_MAX - 1, 9,
                        yl_entry_book_get_look (book, YL_LOOK_OPEN));
  worksheet_set_row (sheet, SUM_ROW, 20, NULL);
  worksheet_set_row (sheet, HEAD_ROW, form->is_a3 ? 46 : 26, NULL);
}

/* end − start as long as both are numbers; an empty text otherwise, and free to be overwritten. */
static void
put_lengths (YlEntryBook *book, lxw_worksheet *sheet)
{
  lxw_format *look = yl_entry_book_get_field (book, YL_FIELD_KM);
  for (guint row = YL_ENTRY_FIRST_ROW; row <= YL_ENTRY_LAST_ROW; row++)
    {
      char formula[64];
      g_snprintf (formula, sizeof formula, "=IF(COUNT(F%u:G%u)=2,ROUND(G%u-F%u,3),\"\")", row + 1,
                  row + 1, row + 1, row + 1);
      yl_entry_book_note (book,
                          worksheet_write_formula_str (sheet, row, ROAD_LENGTH, formula, look, ""));
    }
}

/* No green corners on codes typed as text, nor on lengths that may be overwritten; a length typed as
 * text gets its corner. */
static void
allow_codes (lxw_worksheet *sheet, const YlEntrySheetForm *form)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  for (guint column = 0; column < form->n_columns; column++)
    {
      const YlEntryField field = form->columns[column].field;
      char range[LXW_MAX_CELL_RANGE_LENGTH];
      lxw_rowcol_to_range (range, YL_ENTRY_FIRST_ROW, (lxw_col_t) column, YL_ENTRY_LAST_ROW,
                           (lxw_col_t) column);
      if (field == YL_FIELD_TEXT || field == YL_FIELD_LABEL)
        g_string_append_printf (codes, "%s%s", codes->len == 0 ? "" : " ", range);
      if (form == &yl_entry_roads_form && column == ROAD_LENGTH)
        worksheet_ignore_errors (sheet, LXW_IGNORE_FORMULA_UNLOCKED, range);
    }
  worksheet_ignore_errors (sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT, codes->str);
}

void
yl_entry_book_add_table (YlEntryBook *book, const YlEntrySheetForm *form)
{
  const lxw_col_t last = (lxw_col_t) (form->n_columns - 1);
  lxw_worksheet *sheet = yl_entry_book_add_sheet (book, form->sheet, form->is_a3);
  put_columns (book, sheet, form);
  yl_entry_book_put_title (book, sheet, form->title, form->unit_note, form->n_columns);
  put_sums (book, sheet, form);
  if (form == &yl_entry_roads_form)
    put_lengths (book, sheet);
  worksheet_print_area (sheet, 0, 0, YL_ENTRY_FIRST_ROW + form->n_printed - 1, last);
  worksheet_freeze_panes (sheet, YL_ENTRY_FIRST_ROW, (lxw_col_t) form->n_frozen);
  worksheet_autofilter (sheet, HEAD_ROW, 0, YL_ENTRY_LAST_ROW, last);
  worksheet_repeat_rows (sheet, 0, HEAD_ROW);
  allow_codes (sheet, form);
  yl_entry_book_protect (sheet);
}
