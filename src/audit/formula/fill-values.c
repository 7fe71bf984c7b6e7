#include "yanglu/audit/formula/fill-values.h"

#include "yanglu/audit/formula/recalculate.h"

#include <string.h>

static gboolean
is_unsaved (const YlCell *cell)
{
  return cell->formula != 0 && cell->content == YL_CONTENT_NONE;
}

/* The text of @value, as a cell keeps it; %NULL where it is not known. */
static const char *
write_value (const YlWorkbook *workbook, const YlCellValue *value, guint16 *out_content)
{
  char number[YL_FIXED_TEXT_SIZE];
  YlText text = yl_text_of (value->text);
  switch (value->kind)
    {
    case YL_VALUE_NUMBER:
      *out_content = YL_CONTENT_NUMBER;
      text = (YlText){ number, yl_fixed_write (value->number, number) };
      break;
    case YL_VALUE_TEXT:
      *out_content = YL_CONTENT_TEXT;
      break;
    case YL_VALUE_BOOLEAN:
      *out_content = YL_CONTENT_BOOLEAN;
      text = yl_text_of (value->number.units == 0 ? "0" : "1");
      break;
    case YL_VALUE_ERROR:
      *out_content = YL_CONTENT_ERROR;
      break;
    case YL_VALUE_EMPTY:
      *out_content = YL_CONTENT_NUMBER;
      text = yl_text_of ("0"); /* what a spreadsheet shows for a reference to nothing */
      break;
    case YL_VALUE_UNKNOWN:
      return NULL;
    }
  return yl_workbook_get_text (workbook, yl_text_pool_add (workbook->texts, text));
}

/* What was saved of the formulas of a column. */
typedef struct
{
  gboolean has_zeros;
  gboolean has_others;
} Column;

static gboolean
is_zero (const YlWorkbook *workbook, const YlCell *cell)
{
  const char *text = yl_workbook_get_text (workbook, cell->value);
  return cell->content == YL_CONTENT_NUMBER && text[strspn (text, "0.")] == '\0';
}

/* Returns: (transfer full) (element-type Column): up to the last column with formulas */
static GArray *
look_at_columns (const YlWorkbook *workbook, const YlWorksheet *sheet)
{
  GArray *columns = g_array_new (FALSE, TRUE, sizeof (Column));
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      if (cell->formula == 0 || cell->content == YL_CONTENT_NONE)
        continue;
      if (cell->column >= columns->len)
        g_array_set_size (columns, cell->column + 1u);
      Column *column = &g_array_index (columns, Column, cell->column);
      if (is_zero (workbook, cell))
        column->has_zeros = TRUE;
      else
        column->has_others = TRUE;
    }
  return columns;
}

/* A formula of a column that nobody calculated: all of them are 0. */
static gboolean
is_zero_of_all (const GArray *columns, const YlCell *cell)
{
  if (cell->formula == 0 || cell->content == YL_CONTENT_NONE || cell->column >= columns->len)
    return FALSE;
  const Column *column = &g_array_index (columns, Column, cell->column);
  return column->has_zeros && !column->has_others;
}

static void
find_in_sheet (YlRecalculation *recalculation,
               const YlWorkbook *workbook,
               const YlWorksheet *sheet,
               const GArray *columns,
               GArray *filled)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      const gboolean has_zero = is_zero_of_all (columns, cell);
      if (!is_unsaved (cell) && !has_zero)
        continue;
      YlCellValue value;
      YlFilledCell found = { .sheet = sheet, .row = cell->row, .column = cell->column };
      yl_recalculation_get (recalculation, sheet->name, cell->row, cell->column, &value);
      found.text = write_value (workbook, &value, &found.content);
      if (!has_zero || (found.text != NULL && !g_str_equal (found.text, "0")))
        g_array_append_val (filled, found);
    }
}

/* By sheet: what look_at_columns() gives, or nothing where no 0 is doubted. */
static GPtrArray *
look_at_sheets (const YlWorkbook *workbook, gboolean with_zeros)
{
  GPtrArray *columns = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);
      g_ptr_array_add (columns, with_zeros ? look_at_columns (workbook, sheet)
                                           : g_array_new (FALSE, FALSE, sizeof (Column)));
    }
  return columns;
}

static gboolean
is_saved (gconstpointer data, guint sheet, const YlCell *cell)
{
  const GPtrArray *columns = data;
  return !is_unsaved (cell) && !is_zero_of_all (g_ptr_array_index (columns, sheet), cell);
}

static GArray *
find (YlRecalculation *recalculation, const YlWorkbook *workbook, const GPtrArray *columns)
{
  GArray *filled = g_array_new (FALSE, FALSE, sizeof (YlFilledCell));
  for (guint i = 0; i < workbook->sheets->len; i++)
    find_in_sheet (recalculation, workbook, g_ptr_array_index (workbook->sheets, i),
                   g_ptr_array_index (columns, i), filled);
  return filled;
}

GArray *
yl_fill_find (const YlWorkbook *workbook)
{
  g_autoptr (GPtrArray) columns = look_at_sheets (workbook, TRUE);
  g_autoptr (YlRecalculation) recalculation =
      yl_recalculation_new_filling (workbook, is_saved, columns);
  return find (recalculation, workbook, columns);
}

/* What was saved of the formulas of a workbook. */
typedef struct
{
  gboolean has_unsaved;
  guint n_zeros;
  gboolean has_others;
} Saved;

/* One 0 may be a value that somebody changed. */
#define MIN_ZEROS 2

static Saved
look_at_saved (const YlWorkbook *workbook)
{
  Saved saved = { 0 };
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const GArray *cells = ((const YlWorksheet *) g_ptr_array_index (workbook->sheets, i))->cells;
      for (guint k = 0; k < cells->len; k++)
        {
          const YlCell *cell = &g_array_index (cells, YlCell, k);
          if (is_unsaved (cell))
            saved.has_unsaved = TRUE;
          else if (cell->formula != 0 && is_zero (workbook, cell))
            saved.n_zeros++;
          else if (cell->formula != 0)
            saved.has_others = TRUE;
        }
    }
  return saved;
}

guint
yl_fill_values (YlWorkbook *workbook)
{
  guint n = 0;
  const Saved saved = look_at_saved (workbook);
  const gboolean is_zero_of_all = !saved.has_others && saved.n_zeros >= MIN_ZEROS;
  /* Most workbooks have all their values: they need not be worked out. */
  if (!saved.has_unsaved && !is_zero_of_all)
    return 0;
  g_autoptr (GPtrArray) columns = look_at_sheets (workbook, is_zero_of_all);
  g_autoptr (YlRecalculation) recalculation = yl_recalculation_new (workbook);
  g_autoptr (GArray) filled = find (recalculation, workbook, columns);
  /* Only now: the workbook must not change while it is worked out. */
  for (guint i = 0; i < filled->len; i++)
    {
      const YlFilledCell *found = &g_array_index (filled, YlFilledCell, i);
      YlCell *cell = (YlCell *) yl_worksheet_find (found->sheet, found->row, found->column);
      if (found->text == NULL)
        continue;
      cell->value = yl_text_pool_add (workbook->texts, yl_text_of (found->text));
      cell->content = (guint8) found->content;
      n++;
    }
  return n;
}
