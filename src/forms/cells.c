#include "yanglu/forms/cells.h"

#include "cell-writer-private.h"

#include <string.h>

/* Only the row being written can still be given a height. */
void
yl_sheet_end_row (YlSheet *sheet)
{
  if (sheet->is_fitted)
    yl_put_height (sheet, yl_form_get_height (sheet->n_lines));
  sheet->is_fitted = FALSE;
}

guint32
yl_sheet_begin_row (YlSheet *sheet, YlStyle style, double height)
{
  yl_sheet_end_row (sheet);
  sheet->next_row++;
  sheet->style = style;
  sheet->n_lines = 1;
  sheet->is_fitted = height <= 0 && sheet->widths != NULL;
  if (height > 0)
    yl_put_height (sheet, height);
  return sheet->next_row;
}

void
yl_sheet_set_style (YlSheet *sheet, YlStyle style)
{
  sheet->style = style;
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

static void
write_text (YlSheet *sheet, guint column, const char *text, guint look)
{
  g_autofree char *made = NULL;
  const char *visible = yl_form_make_visible (text, &made);
  lxw_format *format = yl_form_get_look (sheet->form, sheet->style, look);
  fit_lines (sheet, column, column, visible);
  yl_put_text (sheet, column, visible, format);
}

void
yl_sheet_text (YlSheet *sheet, guint column, const char *text)
{
  write_text (sheet, column, text, YL_LOOK_TEXT);
}

void
yl_sheet_label (YlSheet *sheet, guint column, const char *text)
{
  write_text (sheet, column, text, YL_LOOK_LABEL);
}

void
yl_sheet_span (YlSheet *sheet, guint first, guint last, const char *text)
{
  if (first == last)
    {
      yl_sheet_text (sheet, first, text);
      return;
    }
  g_autofree char *made = NULL;
  const char *visible = yl_form_make_visible (text, &made);
  lxw_format *format = yl_form_get_look (sheet->form, sheet->style, YL_LOOK_TEXT);
  fit_lines (sheet, first, last, visible);
  yl_put_merge (sheet, first, last, visible, format);
}

void
yl_sheet_blank (YlSheet *sheet, guint column)
{
  lxw_format *format = yl_form_get_look (sheet->form, sheet->style, YL_LOOK_TEXT);
  yl_put_blank (sheet, column, format);
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
  lxw_format *format = yl_form_get_look (sheet->form, sheet->style, measure);
  yl_put_blank (sheet, column, format);
}

void
yl_sheet_number (YlSheet *sheet, guint column, YlMeasure measure, gint64 units)
{
  lxw_format *format = yl_form_get_look (sheet->form, sheet->style, measure);
  yl_put_number (sheet, column, measure, units, format);
}

void
yl_sheet_decimal (YlSheet *sheet, guint column, const char *decimal)
{
  lxw_format *format = yl_form_get_look (sheet->form, sheet->style, YL_LOOK_DECIMAL);
  yl_put_decimal (sheet, column, decimal, format);
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

/* Puts this row's number for every # of @formula. */
static const char *
fill_formula (YlSheet *sheet, const char *formula)
{
  GString *out = g_string_truncate (sheet->formula, 0);
  const char *from = formula;
  for (const char *mark = strchr (from, '#'); mark != NULL; mark = strchr (from, '#'))
    {
      g_string_append_len (out, from, mark - from);
      append_row_number (out, sheet->next_row);
      from = mark + 1;
    }
  g_string_append (out, from);
  return out->str;
}

void
yl_sheet_formula (
    YlSheet *sheet, guint column, YlMeasure measure, const char *formula, gint64 cached_units)
{
  lxw_format *format = yl_form_get_look (sheet->form, sheet->style, measure);
  yl_put_formula (sheet, column, measure, fill_formula (sheet, formula), cached_units, format);
}

void
yl_sheet_array_formula (
    YlSheet *sheet, guint column, YlMeasure measure, const char *formula, gint64 cached_units)
{
  lxw_format *format = yl_form_get_look (sheet->form, sheet->style, measure);
  yl_put_array (sheet, column, measure, fill_formula (sheet, formula), cached_units, format);
}

void
yl_sheet_text_formula (YlSheet *sheet, guint column, const char *formula, const char *cached_text)
{
  /* Not the text format "@": a cell so formatted shows its formula once it is edited. */
  lxw_format *format = yl_form_get_look (sheet->form, sheet->style, YL_LOOK_RESULT);
  yl_put_text_formula (sheet, column, fill_formula (sheet, formula), cached_text, format);
}

void
yl_sheet_open_formula (YlSheet *sheet, guint column, YlMeasure measure, const char *formula)
{
  lxw_format *format = yl_form_get_look (sheet->form, sheet->style, measure);
  yl_put_text_formula (sheet, column, fill_formula (sheet, formula), "", format);
}

/* One cell over the columns; the formula is then put in its place. */
static void
merge_empty (YlSheet *sheet, guint first, guint last, guint look)
{
  lxw_format *format = yl_form_get_look (sheet->form, sheet->style, look);
  yl_put_merge (sheet, first, last, "", format);
}

void
yl_sheet_span_formula (
    YlSheet *sheet, guint first, guint last, const char *formula, const char *cached_text)
{
  merge_empty (sheet, first, last, YL_LOOK_RESULT);
  yl_sheet_text_formula (sheet, first, formula, cached_text);
}

void
yl_sheet_span_number (YlSheet *sheet,
                      guint first,
                      guint last,
                      YlMeasure measure,
                      const char *formula,
                      gint64 cached_units)
{
  merge_empty (sheet, first, last, measure);
  yl_sheet_formula (sheet, first, measure, formula, cached_units);
}

void
yl_sheet_span_constant (YlSheet *sheet, guint first, guint last, YlMeasure measure, gint64 units)
{
  merge_empty (sheet, first, last, measure);
  yl_sheet_number (sheet, first, measure, units);
}

void
yl_sheet_raw_text (YlSheet *sheet, guint column, const char *text)
{
  yl_put_text (sheet, column, text, NULL);
}
