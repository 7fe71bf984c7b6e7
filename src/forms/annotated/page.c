/* How a sheet as found is laid out and printed. */
#include "annotated-private.h"

#include "yanglu/forms/form-text.h"

/* Widths are counted in the digits of the workbook's own letters: where it says none those of Excel. The
 * copy has those of ours. */
#define USUAL_SIZE_CPT 1100u
#define COPY_SIZE_CPT 1000u
#define WIDTH_SCALE 1000.0
/* What a file adds to the digits that a column holds (ECMA-376 part 1, 18.3.1.13): five dots of seven. */
#define MARGIN_DOTS 5.0
#define DIGIT_DOTS 7.0

static void
set (const YlFoundSheets *self, gpointer sunk, const YlSheetSetting *setting)
{
  if (self->sink->set != NULL)
    self->sink->set (self->sink->self, sunk, setting);
}

/* A width of the file in digits, as a sink takes it. */
static double
to_digits (const YlSheetPage *page, guint32 width)
{
  const guint own_cpt = page->size_cpt == 0 ? USUAL_SIZE_CPT : page->size_cpt;
  const double file = width / WIDTH_SCALE * own_cpt / COPY_SIZE_CPT;
  const double dots = file * DIGIT_DOTS;
  return dots >= DIGIT_DOTS + MARGIN_DOTS ? (dots - MARGIN_DOTS) / DIGIT_DOTS
                                          : dots / (DIGIT_DOTS + MARGIN_DOTS);
}

/* A width that nobody said is that of the usual column. */
#define USUAL_WIDTH 9.3

static void
set_columns (const YlFoundSheets *self, const YlWorksheet *sheet, gpointer sunk)
{
  g_autoptr (GArray) widths = yl_page_list_widths (&sheet->page);
  const guint n_hidden = sheet->hidden_columns->len;
  const guint last_hidden =
      n_hidden == 0 ? 0 : g_array_index (sheet->hidden_columns, guint16, n_hidden - 1) + 1u;
  const guint n = MIN (MAX (widths->len, last_hidden), YL_SHEET_MAX_COLUMNS);
  for (guint column = 0; column < n; column++)
    {
      const guint32 width = column < widths->len ? g_array_index (widths, guint32, column)
                                                 : sheet->page.default_width;
      const gboolean is_hidden = yl_worksheet_is_column_hidden (sheet, column);
      if (width == 0 && !is_hidden)
        continue;
      set (self, sunk,
           &(YlSheetSetting){ .kind = is_hidden ? YL_SETTING_HIDE_COLUMNS : YL_SETTING_COLUMNS,
                              .first_column = (guint16) column,
                              .last_column = (guint16) column,
                              .width = width == 0 ? USUAL_WIDTH : to_digits (&sheet->page, width),
                              .look = YL_LOOK_RAW });
    }
}

/* A list of texts alone, a .csv, has no widths: its columns are as wide as what stands in them, up to a
 * line of prose, and it is printed across a page that holds them beside each other. */
#define WIDEST 40.0
#define PAPER_A4 9
/* Texts as found have 11 points. */
#define FOUND_SIZE 1.1

static gboolean
is_text_alone (const YlWorksheet *sheet)
{
  return sheet->page.widths->len == 0 && sheet->page.default_width == 0 && sheet->page.size_cpt == 0
         && sheet->page.scale == 0 && !sheet->page.fit.is_fitted && sheet->merges->len == 0
         && sheet->hidden_columns->len == 0;
}

static void
fit_columns (const YlFoundSheets *self, const YlWorksheet *sheet, gpointer sunk)
{
  g_autoptr (GArray) widths = g_array_new (FALSE, TRUE, sizeof (double));
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      if (cell->column >= widths->len)
        g_array_set_size (widths, cell->column + 1u);
      const double width =
          FOUND_SIZE * yl_form_get_text_width (yl_workbook_get_text (self->workbook, cell->value));
      double *widest = &g_array_index (widths, double, cell->column);
      *widest = MAX (*widest, MIN (width, WIDEST));
    }
  for (guint column = 0; column < widths->len; column++)
    set (self, sunk,
         &(YlSheetSetting){ .kind = YL_SETTING_COLUMNS,
                            .first_column = (guint16) column,
                            .last_column = (guint16) column,
                            .width = MAX (g_array_index (widths, double, column), USUAL_WIDTH),
                            .look = YL_LOOK_RAW });
  static const YlPageFit fit = {
    .is_fitted = TRUE, .n_wide = 1, .n_tall = 0, .paper = PAPER_A4, .is_turned = TRUE
  };
  set (self, sunk, &(YlSheetSetting){ .kind = YL_SETTING_FIT, .fit = &fit });
}

static void
set_merges (const YlFoundSheets *self, const YlWorksheet *sheet, gpointer sunk)
{
  for (guint i = 0; i < sheet->merges->len; i++)
    {
      const YlCellRange *merge = &g_array_index (sheet->merges, YlCellRange, i);
      if (yl_annotated_may_merge (sheet, i))
        set (self, sunk,
             &(YlSheetSetting){ .kind = YL_SETTING_MERGE,
                                .first_row = merge->first_row,
                                .last_row = merge->last_row,
                                .first_column = merge->first_column,
                                .last_column = merge->last_column });
    }
}

static gint
compare_priorities (gconstpointer a, gconstpointer b)
{
  const YlLookCondition *one = *(const YlLookCondition *const *) a;
  const YlLookCondition *two = *(const YlLookCondition *const *) b;
  return (one->priority > two->priority) - (one->priority < two->priority);
}

/* Its formulas are written for the first cell of the first range; this may be a further one. */
static void
set_condition (const YlFoundSheets *self, const YlLookCondition *found, gpointer sunk)
{
  const YlWorkbook *workbook = self->workbook;
  const gint64 rows = (gint64) found->range.first_row - found->row;
  const gint64 columns = (gint64) found->range.first_column - found->column;
  g_autofree char *first =
      yl_formula_shift (yl_workbook_get_text (workbook, found->first), rows, columns);
  g_autofree char *second =
      yl_formula_shift (yl_workbook_get_text (workbook, found->second), rows, columns);
  static const YlCellLook none = { NULL, YL_COLOUR_UNKNOWN, YL_COLOUR_UNKNOWN, 0, 0, 0 };
  const YlSheetCondition condition = {
    .kind = (YlLookConditionKind) found->kind,
    .is_last = found->is_last,
    .compare = yl_workbook_get_text (workbook, found->compare),
    .first = first,
    .second = second,
    .changes = found->look < workbook->looks->len
                   ? &g_array_index (workbook->looks, YlCellLook, found->look)
                   : &none,
  };
  set (self, sunk,
       &(YlSheetSetting){ .kind = YL_SETTING_CONDITION,
                          .first_row = found->range.first_row,
                          .last_row = found->range.last_row,
                          .first_column = found->range.first_column,
                          .last_column = found->range.last_column,
                          .condition = &condition });
}

/* The first of a sheet goes first. */
static void
set_conditions (const YlFoundSheets *self, const YlWorksheet *sheet, gpointer sunk)
{
  const GArray *found = sheet->page.conditions;
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (order, &g_array_index (found, YlLookCondition, i));
  g_ptr_array_sort (order, compare_priorities);
  for (guint i = 0; i < order->len; i++)
    set_condition (self, g_ptr_array_index (order, i), sunk);
}

static void
set_print (const YlFoundSheets *self, guint index, const YlWorksheet *sheet, gpointer sunk)
{
  const GArray *areas = sheet->page.print_areas;
  if (sheet->page.scale != 0 && !sheet->page.fit.is_fitted)
    set (self, sunk, &(YlSheetSetting){ .kind = YL_SETTING_SCALE, .percent = sheet->page.scale });
  else if (sheet->page.fit.is_fitted && yl_dressing_find (self->dressing, sheet->name) == NULL)
    set (self, sunk, &(YlSheetSetting){ .kind = YL_SETTING_FIT, .fit = &sheet->page.fit });
  if (areas->len == 0 || self->sink->define == NULL)
    return;
  /* A sink takes one area of a sheet; a name takes all. */
  const char *tab = self->tabs[index];
  g_auto (GStrv) parts = g_strsplit (tab, "'", -1);
  g_autofree char *doubled = g_strjoinv ("''", parts);
  g_autofree char *name = g_strdup_printf ("'%s'!_xlnm.Print_Area", doubled);
  g_autoptr (GString) reference = g_string_new (NULL);
  for (guint i = 0; i < areas->len; i++)
    {
      const YlCellRange *area = &g_array_index (areas, YlCellRange, i);
      char first[YL_COLUMN_LETTERS];
      char last[YL_COLUMN_LETTERS];
      yl_column_to_letters (area->first_column, first);
      yl_column_to_letters (area->last_column, last);
      g_string_append_printf (reference, "%s'%s'!$%s$%u:$%s$%u", i == 0 ? "" : ",", doubled, first,
                              area->first_row, last, area->last_row);
    }
  self->sink->define (self->sink->self, name, reference->str);
}

void
yl_found_sheets_set_page (const YlFoundSheets *self, guint index, gpointer sunk)
{
  const YlWorksheet *sheet = g_ptr_array_index (self->workbook->sheets, index);
  const YlSheetDress *dress = yl_dressing_find (self->dressing, sheet->name);
  for (guint i = 0; dress != NULL && i < dress->settings->len; i++)
    set (self, sunk, &g_array_index (dress->settings, YlSheetSetting, i));
  if (is_text_alone (sheet))
    fit_columns (self, sheet, sunk);
  else
    set_columns (self, sheet, sunk);
  set_merges (self, sheet, sunk);
  set_conditions (self, sheet, sunk);
  set_print (self, index, sheet, sunk);
  if (sheet->state != YL_SHEET_VISIBLE)
    set (self, sunk, &(YlSheetSetting){ .kind = YL_SETTING_HIDE });
}
