#include "cell-writer-private.h"

static const double scale_of[YL_N_MEASURES] = {
  [YL_MEASURE_FEN] = 100, [YL_MEASURE_KM] = 1000,     [YL_MEASURE_METRE] = 1,
  [YL_MEASURE_COUNT] = 1, [YL_MEASURE_PPM] = 1000000, [YL_MEASURE_NUMBER] = 1,
};

/* Room for a sign, 19 digits, a point and what may stand before it. */
#define DECIMAL_BYTES 32

static lxw_row_t
row_of (const YlSheet *sheet)
{
  return (lxw_row_t) (sheet->next_row - 1);
}

/* As a reader of the file would see it: no zeros behind, no point without decimals. */
static YlText
write_decimal (char out[DECIMAL_BYTES], YlMeasure measure, gint64 units)
{
  guint64 rest = units < 0 ? -(guint64) units : (guint64) units;
  guint decimals = yl_measure_get_decimals (measure);
  char *end = out + DECIMAL_BYTES;
  char *at = end;
  while (decimals > 0 && rest % 10 == 0)
    {
      rest /= 10;
      decimals--;
    }
  for (guint n = 0; rest > 0 || n <= decimals; n++)
    {
      if (n == decimals && n > 0)
        *--at = '.';
      *--at = (char) ('0' + rest % 10);
      rest /= 10;
    }
  if (units < 0)
    *--at = '-';
  return (YlText){ at, (gsize) (end - at) };
}

/* What the file will hold of "=A1" and of the array "{=A1}". */
static YlText
body_of (const char *formula)
{
  YlText body = yl_text_of (formula);
  const gboolean is_array = body.length >= 3 && body.at[0] == '{';
  const gsize n_before = is_array ? 2 : body.length > 0 && body.at[0] == '=' ? 1 : 0;
  body.at += n_before;
  body.length -= n_before + (is_array ? 1 : 0);
  return body;
}

static void
plan (YlSheet *sheet, guint column, YlContent content, YlText value, const char *formula)
{
  YlTextPool *texts = sheet->form->plan->workbook->texts;
  const YlText body = formula == NULL ? YL_TEXT_EMPTY : body_of (formula);
  const YlCell cell = { .row = sheet->next_row,
                        .column = (guint16) column,
                        .content = (guint8) content,
                        .value = yl_text_pool_add (texts, value),
                        .formula = yl_text_pool_add (texts, body) };
  yl_worksheet_put (sheet->planned, &cell);
}

static void
plan_number (YlSheet *sheet, guint column, YlMeasure measure, const char *formula, gint64 units)
{
  char decimal[DECIMAL_BYTES];
  plan (sheet, column, YL_CONTENT_NUMBER, write_decimal (decimal, measure, units), formula);
}

void
yl_put_text (YlSheet *sheet, guint column, const char *text, lxw_format *format)
{
  if (sheet->planned == NULL)
    yl_form_note_failure (sheet->form, worksheet_write_string (sheet->worksheet, row_of (sheet),
                                                               (lxw_col_t) column, text, format));
  else if (*text != '\0')
    plan (sheet, column, YL_CONTENT_TEXT, yl_text_of (text), NULL);
}

void
yl_put_blank (YlSheet *sheet, guint column, lxw_format *format)
{
  if (sheet->planned == NULL)
    yl_form_note_failure (sheet->form, worksheet_write_blank (sheet->worksheet, row_of (sheet),
                                                              (lxw_col_t) column, format));
  else if (sheet->style == YL_STYLE_INPUT)
    yl_planned_book_add_open (sheet->form->plan, sheet->name, sheet->next_row, (guint16) column);
}

void
yl_put_merge (YlSheet *sheet, guint first, guint last, const char *text, lxw_format *format)
{
  if (sheet->planned == NULL)
    {
      const lxw_row_t row = row_of (sheet);
      yl_form_note_failure (sheet->form,
                            worksheet_merge_range (sheet->worksheet, row, (lxw_col_t) first, row,
                                                   (lxw_col_t) last, text, format));
      return;
    }
  const YlCellRange merge = { sheet->next_row, sheet->next_row, (guint16) first, (guint16) last };
  g_array_append_val (sheet->planned->merges, merge);
  yl_put_text (sheet, first, text, format);
}

void
yl_put_number (YlSheet *sheet, guint column, YlMeasure measure, gint64 units, lxw_format *format)
{
  const double value = (double) units / scale_of[measure];
  if (sheet->planned == NULL)
    yl_form_note_failure (sheet->form, worksheet_write_number (sheet->worksheet, row_of (sheet),
                                                               (lxw_col_t) column, value, format));
  else
    plan_number (sheet, column, measure, NULL, units);
}

void
yl_put_decimal (YlSheet *sheet, guint column, const char *decimal, lxw_format *format)
{
  const double value = g_ascii_strtod (decimal, NULL);
  if (sheet->planned == NULL)
    yl_form_note_failure (sheet->form, worksheet_write_number (sheet->worksheet, row_of (sheet),
                                                               (lxw_col_t) column, value, format));
  else
    plan (sheet, column, YL_CONTENT_NUMBER, yl_text_of (decimal), NULL);
}

void
yl_put_formula (YlSheet *sheet,
                guint column,
                YlMeasure measure,
                const char *formula,
                gint64 units,
                lxw_format *format)
{
  const double cached = (double) units / scale_of[measure];
  if (sheet->planned == NULL)
    yl_form_note_failure (
        sheet->form, worksheet_write_formula_num (sheet->worksheet, row_of (sheet),
                                                  (lxw_col_t) column, formula, format, cached));
  else
    plan_number (sheet, column, measure, formula, units);
}

void
yl_put_array (YlSheet *sheet,
              guint column,
              YlMeasure measure,
              const char *formula,
              gint64 units,
              lxw_format *format)
{
  const lxw_row_t row = row_of (sheet);
  const lxw_col_t at = (lxw_col_t) column;
  const double cached = (double) units / scale_of[measure];
  if (sheet->planned == NULL)
    yl_form_note_failure (sheet->form,
                          worksheet_write_array_formula_num (sheet->worksheet, row, at, row, at,
                                                             formula, format, cached));
  else
    {
      plan_number (sheet, column, measure, formula, units);
      GArray *cells = sheet->planned->cells;
      g_array_index (cells, YlCell, cells->len - 1).is_array = TRUE;
    }
}

void
yl_put_text_formula (
    YlSheet *sheet, guint column, const char *formula, const char *cached_text, lxw_format *format)
{
  if (sheet->planned == NULL)
    yl_form_note_failure (sheet->form, worksheet_write_formula_str (
                                           sheet->worksheet, row_of (sheet), (lxw_col_t) column,
                                           formula, format, cached_text));
  else
    plan (sheet, column, YL_CONTENT_TEXT, yl_text_of (cached_text), formula);
}

void
yl_put_height (YlSheet *sheet, double height)
{
  sheet->height += height;
  if (sheet->planned == NULL)
    yl_form_note_failure (sheet->form,
                          worksheet_set_row (sheet->worksheet, row_of (sheet), height, NULL));
}
