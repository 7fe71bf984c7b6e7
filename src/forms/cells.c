#include "yanglu/forms/cells.h"

#include "form-private.h"

#include <string.h>

/* A spreadsheet keeps fifteen digits of a number. */
#define MAX_KEPT G_GINT64_CONSTANT (999999999999999)

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
    yl_sheet_put_height (sheet, sheet->is_row_shut ? 0 : sheet->fitted);
  sheet->is_fitted = FALSE;
  sheet->is_row_shut = FALSE;
}

void
yl_sheet_shut_row (YlSheet *sheet)
{
  g_return_if_fail (sheet->is_fitted);
  sheet->is_row_shut = TRUE;
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
  sheet->fitted = yl_form_get_height (1);
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

/* 0: texts that look so stand on one line. */
static double
get_points (const YlFormCell *cell)
{
  switch ((guint) cell->look)
    {
    case YL_LOOK_COVER_TITLE:
      return YL_POINTS_COVER_TITLE;
    case YL_LOOK_COVER_TEXT:
      return YL_POINTS_COVER;
    case YL_LOOK_PROSE_HEAD:
    case YL_LOOK_PROSE:
      return YL_POINTS_PROSE;
    default:
      return cell->look < YL_LOOK_TITLE && (cell->formula == NULL || cell->style == YL_STYLE_NOTE)
                 ? YL_POINTS_BODY
                 : 0;
    }
}

/* Of what is not centred, in characters of a digit. */
#define INDENT 1.2

static void
fit_lines (YlSheet *sheet, guint first, guint last, const YlFormCell *cell)
{
  const double points = get_points (cell);
  if (!sheet->is_fitted || points <= 0)
    return;
  double width = 0;
  for (guint column = first; column <= last; column++)
    width += sheet->widths[column];
  if (width <= 0) /* out of sight */
    return;
  if (cell->look == YL_LOOK_TEXT || cell->style == YL_STYLE_NOTE)
    width -= INDENT;
  sheet->fitted = MAX (sheet->fitted, yl_form_fit (cell->text, width, points));
}

static void
put (YlSheet *sheet, guint first, guint last, YlFormCell *cell)
{
  const YlCellSink *sink = &sheet->form->sink;
  g_autofree char *made = NULL;
  cell->row = sheet->next_row;
  cell->column = (guint16) first;
  cell->last_column = (guint16) last;
  if (first < sheet->n_columns)
    {
      cell->head = sheet->heads[first].head;
      cell->group = sheet->heads[first].group;
    }
  if (cell->content == YL_CONTENT_TEXT && cell->formula == NULL && cell->look != YL_LOOK_RAW)
    cell->text = yl_form_make_visible (cell->text, &made);
  if (cell->content == YL_CONTENT_TEXT && cell->look != YL_LOOK_RAW)
    fit_lines (sheet, first, last, cell);
  sink->put (sink->self, sheet->sunk, cell);
}

void
yl_sheet_put_text (YlSheet *sheet, guint first, guint last, const char *text, YlLook look)
{
  put (sheet, first, last,
       &(YlFormCell){
           .style = sheet->style, .look = look, .content = YL_CONTENT_TEXT, .text = text });
}

void
yl_sheet_put_open_text (YlSheet *sheet, guint first, guint last, const char *text, YlLook look)
{
  put (sheet, first, last,
       &(YlFormCell){ .style = sheet->style,
                      .look = look,
                      .content = YL_CONTENT_TEXT,
                      .is_open = TRUE,
                      .text = text });
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

#define MARKS "#" YL_FORMULA_NUMBER_SIGN

/* Puts this row's number for every # of @formula, and no = before it. */
static const char *
fill_formula (YlSheet *sheet, const char *formula)
{
  GString *out = g_string_truncate (sheet->formula, 0);
  const char *from = formula[0] == '=' ? formula + 1 : formula;
  for (const char *mark = strpbrk (from, MARKS); mark != NULL; mark = strpbrk (from, MARKS))
    {
      g_string_append_len (out, from, mark - from);
      if (*mark == '#')
        append_row_number (out, sheet->next_row);
      else
        g_string_append_c (out, '#');
      from = mark + 1;
    }
  g_string_append (out, from);
  return out->str;
}

void
yl_sheet_map_rows (
    YlSheet *sheet, guint column, guint32 first, guint32 last, YlMeasure measure, const char *key)
{
  YlForm *form = sheet->form;
  const YlFigureRange range = {
    .sheet = sheet->name,
    .first_row = first,
    .last_row = last,
    .column = (guint16) column,
    .measure = measure,
    .key = yl_text_set_keep (form->texts, key),
  };
  g_array_append_val (form->map, range);
  if (form->sink.map != NULL)
    form->sink.map (form->sink.self, &range);
}

void
yl_sheet_map_cell (YlSheet *sheet, guint column, YlMeasure measure, const char *key)
{
  yl_sheet_map_rows (sheet, column, sheet->next_row, sheet->next_row, measure, key);
}

static const struct
{
  YlLook look;
  YlContent content;
  gboolean follows; /* from a formula */
} kinds[] = {
  [YL_CELL_BLANK] = { YL_LOOK_TEXT, YL_CONTENT_NONE, FALSE },
  [YL_CELL_ORDINAL] = { YL_LOOK_FIGURE, YL_CONTENT_NUMBER, FALSE },
  [YL_CELL_TEXT] = { YL_LOOK_TEXT, YL_CONTENT_TEXT, FALSE },
  [YL_CELL_LABEL] = { YL_LOOK_LABEL, YL_CONTENT_TEXT, FALSE },
  [YL_CELL_RESULT] = { YL_LOOK_RESULT, YL_CONTENT_TEXT, TRUE },
  [YL_CELL_RAW] = { YL_LOOK_RAW, YL_CONTENT_TEXT, FALSE },
  [YL_CELL_DECIMAL] = { YL_LOOK_DECIMAL, YL_CONTENT_NUMBER, FALSE },
  [YL_CELL_NUMBER] = { YL_LOOK_FIGURE, YL_CONTENT_NUMBER, FALSE },
  [YL_CELL_CODE] = { YL_LOOK_FIGURE, YL_CONTENT_NUMBER, FALSE },
  [YL_CELL_GIVEN] = { YL_LOOK_FIGURE, YL_CONTENT_NUMBER, FALSE },
  [YL_CELL_TO_FILL] = { YL_LOOK_TEXT, YL_CONTENT_NONE, FALSE },
  [YL_CELL_FIGURE] = { YL_LOOK_FIGURE, YL_CONTENT_NUMBER, TRUE },
  [YL_CELL_ARRAY] = { YL_LOOK_FIGURE, YL_CONTENT_NUMBER, TRUE },
  [YL_CELL_OWN] = { YL_LOOK_TEXT, YL_CONTENT_NONE, FALSE }, /* what each row says */
};
G_STATIC_ASSERT (G_N_ELEMENTS (kinds) == YL_CELL_OWN + 1);

/* What has nothing to show is an empty cell. */
static YlCellKind
kind_of (const YlOwnCell *cell)
{
  const gboolean is_none = kinds[cell->kind].content == YL_CONTENT_TEXT
                               ? cell->text == NULL
                               : cell->kind == YL_CELL_CODE && cell->units == 0;
  return is_none ? YL_CELL_BLANK : cell->kind;
}

/* An input stands out where its row does not. */
static YlStyle
style_of (const YlOwnCell *cell, YlStyle row)
{
  const gboolean is_input = cell->kind == YL_CELL_GIVEN || cell->kind == YL_CELL_TO_FILL;
  return is_input && row == YL_STYLE_BODY ? YL_STYLE_INPUT : row;
}

/* Whether a spreadsheet would round the number of @cell. */
static gboolean
is_rounded (const YlFormCell *cell)
{
  return cell->content == YL_CONTENT_NUMBER && cell->measure == YL_MEASURE_NUMBER
         && (cell->units > MAX_KEPT || cell->units < -MAX_KEPT);
}

void
yl_sheet_put (YlSheet *sheet, guint first, guint last, YlOwnCell own)
{
  const YlCellKind kind = kind_of (&own);
  YlFormCell cell = {
    .style = style_of (&own, sheet->style),
    .look = own.look != YL_LOOK_FIGURE ? own.look : kinds[kind].look,
    .content = kinds[kind].content,
    .measure = kind == YL_CELL_ORDINAL ? YL_MEASURE_NUMBER : own.measure,
    .is_array = kind == YL_CELL_ARRAY,
    .is_open = own.is_open || kind == YL_CELL_TO_FILL,
    .of_sight = own.of_sight,
    .units = own.units,
    .text = own.text,
    .says = kind == YL_CELL_ORDINAL ? YL_SAYS_ORDINAL : own.says,
    .mark = own.mark,
    .link = own.link,
  };
  if (kinds[kind].follows && own.formula != NULL)
    cell.formula = fill_formula (sheet, own.formula);
  g_autofree char *digits = NULL;
  if (own.units != YL_UNKNOWN && is_rounded (&cell))
    {
      digits = g_strdup_printf ("%" G_GINT64_FORMAT, own.units);
      cell.look = YL_LOOK_TEXT;
      cell.content = YL_CONTENT_TEXT;
      cell.text = digits;
    }
  if (own.units == YL_UNKNOWN && cell.content == YL_CONTENT_NUMBER)
    {
      cell.content = cell.formula == NULL ? YL_CONTENT_NONE : YL_CONTENT_TEXT;
      cell.text = "";
    }
  put (sheet, first, last, &cell);
  if (own.key != NULL && own.units != YL_UNKNOWN)
    yl_sheet_map_cell (sheet, first, own.measure, own.key);
}

void
yl_sheet_text (YlSheet *sheet, guint column, const char *text)
{
  yl_sheet_span (sheet, column, column, text);
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
yl_sheet_open_span (YlSheet *sheet, guint first, guint last, const char *text)
{
  yl_sheet_put_open_text (sheet, first, last, text, YL_LOOK_TEXT);
}

void
yl_sheet_put_note (YlSheet *sheet, YlOwnCell cell)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  /* What reached over two pages would be cut in half on both. */
  const guint end = sheet->n_on_both == 0 ? sheet->n_columns : sheet->n_titled;
  yl_sheet_put (sheet, sheet->n_on_both, end - 1, cell);
}

void
yl_sheet_note (YlSheet *sheet, const char *text)
{
  yl_sheet_put_note (sheet, yl_own_text (text));
}

void
yl_sheet_blank (YlSheet *sheet, guint column)
{
  yl_sheet_put (sheet, column, column, (YlOwnCell){ .kind = YL_CELL_BLANK });
}

void
yl_sheet_blanks (YlSheet *sheet, guint first, guint last)
{
  for (guint column = first; column <= last; column++)
    yl_sheet_blank (sheet, column);
}

void
yl_sheet_number (YlSheet *sheet, guint column, YlMeasure measure, gint64 units)
{
  yl_sheet_put (sheet, column, column, yl_own_number (measure, units));
}

void
yl_sheet_formula (
    YlSheet *sheet, guint column, YlMeasure measure, const char *formula, gint64 units)
{
  yl_sheet_put (sheet, column, column, yl_own_figure (measure, formula, units, NULL));
}

YlOwnCell
yl_own_text (const char *text)
{
  return (YlOwnCell){ .kind = YL_CELL_TEXT, .text = text };
}

YlOwnCell
yl_own_label (const char *text)
{
  return (YlOwnCell){ .kind = YL_CELL_LABEL, .text = text };
}

YlOwnCell
yl_own_result (const char *formula, const char *text)
{
  return (YlOwnCell){ .kind = YL_CELL_RESULT, .formula = formula, .text = text };
}

YlOwnCell
yl_own_number (YlMeasure measure, gint64 units)
{
  return (YlOwnCell){ .kind = YL_CELL_NUMBER, .measure = measure, .units = units };
}

YlOwnCell
yl_own_given (YlMeasure measure, gint64 units, const char *key)
{
  return (YlOwnCell){ .kind = YL_CELL_GIVEN, .measure = measure, .units = units, .key = key };
}

YlOwnCell
yl_own_figure (YlMeasure measure, const char *formula, gint64 units, const char *key)
{
  return (YlOwnCell){
    .kind = YL_CELL_FIGURE, .measure = measure, .units = units, .formula = formula, .key = key
  };
}
