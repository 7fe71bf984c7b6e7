#include "yanglu/forms/plan.h"

#include <string.h>

/* Room for a sign, 19 digits, a point and what may stand before it. */
#define DECIMAL_BYTES 32

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

static gpointer
begin_sheet (gpointer self, const YlSheetForm *form)
{
  return yl_planned_book_add_sheet (self, form->name);
}

/* "12.50" as a file has it: 12.5. */
static YlText
without_zeros (YlText decimal)
{
  if (decimal.length == 0 || memchr (decimal.at, '.', decimal.length) == NULL)
    return decimal;
  while (decimal.at[decimal.length - 1] == '0')
    decimal.length--;
  if (decimal.at[decimal.length - 1] == '.')
    decimal.length--;
  return decimal;
}

static YlText
get_value (const YlFormCell *cell, char decimal[DECIMAL_BYTES])
{
  if (cell->content == YL_CONTENT_NUMBER && cell->look != YL_LOOK_DECIMAL)
    return write_decimal (decimal, cell->measure, cell->units);
  const YlText text = yl_text_of (cell->text);
  return cell->content == YL_CONTENT_NUMBER ? without_zeros (text) : text;
}

static gboolean
is_head (YlLook look)
{
  return look == YL_LOOK_HEAD || look == YL_LOOK_HEAD_UPPER || look == YL_LOOK_HEAD_LOWER
         || look == YL_LOOK_ENTRY_HEAD || look == YL_LOOK_ENTRY_REQUIRED;
}

/* An empty cell that stands out waits for an entry, whatever it is for. */
static gboolean
is_open (const YlFormCell *cell)
{
  return cell->is_open || (cell->content == YL_CONTENT_NONE && cell->style == YL_STYLE_INPUT);
}

/* An empty cell is none, but may wait for an entry. */
static void
put (gpointer self, gpointer sheet, const YlFormCell *cell)
{
  YlPlannedBook *plan = self;
  YlPlannedSheet *planned = sheet;
  char decimal[DECIMAL_BYTES];
  if (cell->last_column > cell->column)
    {
      const YlCellRange merge = { cell->row, cell->row, cell->column, cell->last_column };
      g_array_append_val (planned->cells->merges, merge);
    }
  if (is_open (cell))
    yl_planned_sheet_add_open (planned, cell->row, cell->column);
  if (cell->content == YL_CONTENT_NONE
      || (cell->formula == NULL && cell->content == YL_CONTENT_TEXT && cell->text[0] == '\0'))
    return;
  YlTextPool *texts = plan->workbook->texts;
  const YlCell kept = {
    .row = cell->row,
    .column = cell->column,
    .content = (guint8) cell->content,
    .is_array = cell->is_array ? TRUE : FALSE,
    .value = yl_text_pool_add (texts, get_value (cell, decimal)),
    .formula = cell->formula == NULL ? 0 : yl_text_pool_add (texts, yl_text_of (cell->formula)),
  };
  yl_worksheet_put (planned->cells, &kept);
  if (is_head (cell->look))
    yl_planned_book_note_head (planned, cell->row);
  yl_planned_book_note (plan, planned, cell->row,
                        &(YlPlannedNote){ .column = cell->column,
                                          .head = cell->head,
                                          .group = cell->group,
                                          .says = cell->says,
                                          .measure = cell->measure });
}

/* Rows that the form itself keeps out of sight. */
static void
set_height (gpointer self, gpointer sheet, guint32 row, double height)
{
  (void) self;
  const YlPlannedSheet *planned = sheet;
  if (height <= 0)
    g_array_append_val (planned->cells->hidden_rows, row);
}

static void
set (gpointer self, gpointer sheet, const YlSheetSetting *setting)
{
  (void) self;
  const YlPlannedSheet *planned = sheet;
  if (setting->kind == YL_SETTING_HIDE)
    planned->cells->state = YL_SHEET_HIDDEN;
  if (setting->kind == YL_SETTING_MERGE)
    g_array_append_val (planned->cells->merges,
                        ((YlCellRange){ setting->first_row, setting->last_row,
                                        setting->first_column, setting->last_column }));
}

static void
define (gpointer self, const char *name, const char *reference)
{
  YlPlannedBook *plan = self;
  yl_workbook_add_name (plan->workbook, name, reference);
}

static void
map (gpointer self, const YlFigureRange *range)
{
  yl_planned_book_add_figure (self, range);
}

YlCellSink
yl_plan_get_sink (YlPlannedBook *plan)
{
  return (YlCellSink){
    .self = plan,
    .begin_sheet = begin_sheet,
    .put = put,
    .set_height = set_height,
    .set = set,
    .define = define,
    .map = map,
  };
}
