#include "yanglu/forms/cells.h"

#include "form-private.h"

#include <string.h>

void
yl_sheet_put_height (YlSheet *sheet, double height)
{
  const YlCellSink *sink = &sheet->form->sink;
  sheet->height += height;
  if (sink->set_height != NULL)
    sink->set_height (sink->self, sheet->sunk, sheet->next_row, height);
}

/* Only the row being written can still be given a height. */
void
yl_sheet_end_row (YlSheet *sheet)
{
  if (sheet->is_fitted)
    yl_sheet_put_height (sheet, yl_form_get_height (sheet->n_lines));
  sheet->is_fitted = FALSE;
}

guint32
yl_sheet_begin_row (YlSheet *sheet, YlStyle style, double height)
{
  yl_sheet_end_row (sheet);
  if (sheet->next_heads != NULL)
    {
      g_free (sheet->heads);
      sheet->heads = g_steal_pointer (&sheet->next_heads);
    }
  sheet->next_row++;
  sheet->style = style;
  sheet->n_lines = 1;
  sheet->is_fitted = height <= 0 && sheet->widths != NULL;
  if (height > 0)
    yl_sheet_put_height (sheet, height);
  return sheet->next_row;
}

void
yl_sheet_set_style (YlSheet *sheet, YlStyle style)
{
  sheet->style = style;
}

void
yl_sheet_say (YlSheet *sheet, const char *says)
{
  sheet->says = says;
}

YlStyle
yl_sheet_get_style (const YlSheet *sheet)
{
  return sheet->style;
}

guint32
yl_sheet_get_row (const YlSheet *sheet)
{
  return sheet->next_row;
}

static void
fit_lines (YlSheet *sheet, guint first, guint last, const char *text)
{
  if (!sheet->is_fitted)
    return;
  double width = 0;
  for (guint column = first; column <= last; column++)
    width += sheet->widths[column];
  sheet->n_lines = MAX (sheet->n_lines, yl_form_count_lines (text, width));
}

/* The cells of a row before anything is said of them. */
static YlFormCell
cell_at (const YlSheet *sheet, guint first, guint last)
{
  return (YlFormCell){ .row = sheet->next_row,
                       .column = (guint16) first,
                       .last_column = (guint16) last,
                       .style = sheet->style };
}

static void
put (YlSheet *sheet, YlFormCell *cell)
{
  const YlCellSink *sink = &sheet->form->sink;
  cell->says = sheet->says;
  if (cell->column < sheet->n_columns)
    {
      cell->head = sheet->heads[cell->column].head;
      cell->group = sheet->heads[cell->column].group;
    }
  sink->put (sink->self, sheet->sunk, cell);
}

void
yl_sheet_put_text (YlSheet *sheet, guint first, guint last, const char *text, YlLook look)
{
  g_autofree char *made = NULL;
  YlFormCell cell = cell_at (sheet, first, last);
  cell.look = look;
  cell.content = YL_CONTENT_TEXT;
  cell.text = yl_form_make_visible (text, &made);
  if (look < YL_LOOK_TITLE)
    fit_lines (sheet, first, last, cell.text);
  put (sheet, &cell);
}

void
yl_sheet_text (YlSheet *sheet, guint column, const char *text)
{
  yl_sheet_put_text (sheet, column, column, text, YL_LOOK_TEXT);
}

void
yl_sheet_label (YlSheet *sheet, guint column, const char *text)
{
  yl_sheet_put_text (sheet, column, column, text, YL_LOOK_LABEL);
}

void
yl_sheet_span (YlSheet *sheet, guint first, guint last, const char *text)
{
  yl_sheet_put_text (sheet, first, last, text, YL_LOOK_TEXT);
}

void
yl_sheet_note (YlSheet *sheet, const char *text)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  yl_sheet_span (sheet, 0, sheet->n_columns - 1, text);
}

void
yl_sheet_blank (YlSheet *sheet, guint column)
{
  YlFormCell cell = cell_at (sheet, column, column);
  cell.look = YL_LOOK_TEXT;
  put (sheet, &cell);
}

void
yl_sheet_blanks (YlSheet *sheet, guint first, guint last)
{
  for (guint column = first; column <= last; column++)
    yl_sheet_blank (sheet, column);
}

void
yl_sheet_blank_number (YlSheet *sheet, guint column, YlMeasure measure)
{
  YlFormCell cell = cell_at (sheet, column, column);
  cell.measure = measure;
  put (sheet, &cell);
}

void
yl_sheet_decimal (YlSheet *sheet, guint column, const char *decimal)
{
  YlFormCell cell = cell_at (sheet, column, column);
  cell.look = YL_LOOK_DECIMAL;
  cell.content = YL_CONTENT_NUMBER;
  cell.text = decimal;
  put (sheet, &cell);
}

static void
append_row_number (GString *out, guint32 row)
{
  char digits[10];
  gsize n = 0;
  for (; row > 0; row /= 10)
    digits[sizeof digits - ++n] = (char) ('0' + row % 10);
  g_string_append_len (out, digits + sizeof digits - n, (gssize) n);
}

/* Puts this row's number for every # of @formula, and no = before it. */
static const char *
fill_formula (YlSheet *sheet, const char *formula)
{
  GString *out = g_string_truncate (sheet->formula, 0);
  const char *from = formula[0] == '=' ? formula + 1 : formula;
  for (const char *mark = strchr (from, '#'); mark != NULL; mark = strchr (from, '#'))
    {
      g_string_append_len (out, from, mark - from);
      append_row_number (out, sheet->next_row);
      from = mark + 1;
    }
  g_string_append (out, from);
  return out->str;
}

/* A number over the columns @first to @last. */
static void
put_number (
    YlSheet *sheet, guint first, guint last, YlMeasure measure, const char *formula, gint64 units)
{
  YlFormCell cell = cell_at (sheet, first, last);
  cell.measure = measure;
  cell.content = YL_CONTENT_NUMBER;
  cell.units = units;
  cell.formula = formula == NULL ? NULL : fill_formula (sheet, formula);
  put (sheet, &cell);
}

void
yl_sheet_number (YlSheet *sheet, guint column, YlMeasure measure, gint64 units)
{
  put_number (sheet, column, column, measure, NULL, units);
}

void
yl_sheet_ordinal (YlSheet *sheet, guint column, guint64 ordinal)
{
  yl_sheet_say (sheet, YL_SAYS_ORDINAL);
  yl_sheet_number (sheet, column, YL_MEASURE_NUMBER, (gint64) ordinal);
  yl_sheet_say (sheet, NULL);
}

void
yl_sheet_formula (
    YlSheet *sheet, guint column, YlMeasure measure, const char *formula, gint64 cached_units)
{
  put_number (sheet, column, column, measure, formula, cached_units);
}

void
yl_sheet_span_number (YlSheet *sheet,
                      guint first,
                      guint last,
                      YlMeasure measure,
                      const char *formula,
                      gint64 cached_units)
{
  put_number (sheet, first, last, measure, formula, cached_units);
}

void
yl_sheet_array_formula (
    YlSheet *sheet, guint column, YlMeasure measure, const char *formula, gint64 cached_units)
{
  YlFormCell cell = cell_at (sheet, column, column);
  cell.measure = measure;
  cell.content = YL_CONTENT_NUMBER;
  cell.units = cached_units;
  cell.formula = fill_formula (sheet, formula);
  cell.is_array = TRUE;
  put (sheet, &cell);
}

/* A formula that gives a text, for now @cached_text. */
static void
put_result (YlSheet *sheet, YlFormCell *cell, const char *formula, const char *cached_text)
{
  cell->content = YL_CONTENT_TEXT;
  cell->text = cached_text;
  cell->formula = fill_formula (sheet, formula);
  put (sheet, cell);
}

void
yl_sheet_text_formula (YlSheet *sheet, guint column, const char *formula, const char *cached_text)
{
  yl_sheet_span_formula (sheet, column, column, formula, cached_text);
}

void
yl_sheet_span_formula (
    YlSheet *sheet, guint first, guint last, const char *formula, const char *cached_text)
{
  YlFormCell cell = cell_at (sheet, first, last);
  cell.look = YL_LOOK_RESULT;
  put_result (sheet, &cell, formula, cached_text);
}

void
yl_sheet_open_formula (YlSheet *sheet, guint column, YlMeasure measure, const char *formula)
{
  YlFormCell cell = cell_at (sheet, column, column);
  cell.measure = measure;
  put_result (sheet, &cell, formula, "");
}

void
yl_sheet_raw_text (YlSheet *sheet, guint column, const char *text)
{
  YlFormCell cell = cell_at (sheet, column, column);
  cell.look = YL_LOOK_RAW;
  cell.content = YL_CONTENT_TEXT;
  cell.text = text;
  put (sheet, &cell);
}
