#include "wan-private.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/domain/planned-book.h"
#include "yanglu/forms/form-text.h"
#include "yanglu/forms/formulas.h"
#include "yanglu/forms/paper.h"

#include <string.h>

#define NOTE                                                                                                              \
  "说明：各行与合计均由以元为单位的表取数后四舍五入到两位小数，不用舍入后的数相加" \
  "；" YL_LINE_LEFT_OVER "＝合计减各行之和。"
#define NOTE_HEIGHT 20

/* Rows that stand below one another, of a twin. */
typedef struct
{
  guint32 first;
  guint32 last;
} Run;

/* What a column of a table adds up to. */
typedef struct
{
  gint64 fen;         /* of its rows */
  gint64 steps;       /* of what they show */
  gint64 total_steps; /* what their total shows, where it is … */
  gboolean has_total; /* … their sum */
} Column;

typedef struct
{
  YlWanSink *wan;
  gpointer below; /* the sheet in yuan */
  gpointer twin;  /* NULL: it has none */
  char *name;     /* of the sheet in yuan */
  guint n_columns;
  guint first_noted; /* what a note stands over: no column that is on two pages … */
  guint n_noted;     /* … and none of the second */
  Column *columns;
  GArray *runs;      /* of Run: the rows of the table so far */
  guint32 total_row; /* of the twin, whose left-over is still to be written; 0: none */
  guint32 shift;     /* rows that the twin has more */
  gboolean has_note;
} Sheet;

struct _YlWanSink
{
  YlCellSink below;
  GPtrArray *sheets; /* of Sheet */
};

static void
sheet_free (gpointer data)
{
  Sheet *sheet = data;
  g_free (sheet->name);
  g_free (sheet->columns);
  g_array_unref (sheet->runs);
  g_free (sheet);
}

YlWanSink *
yl_wan_sink_new (const YlCellSink *below)
{
  YlWanSink *wan = g_new0 (YlWanSink, 1);
  wan->below = *below;
  wan->sheets = g_ptr_array_new_with_free_func (sheet_free);
  return wan;
}

void
yl_wan_sink_free (YlWanSink *wan)
{
  if (wan == NULL)
    return;
  g_ptr_array_unref (wan->sheets);
  g_free (wan);
}

/* (transfer full): 万元 for 元, but in rates: "金额（元）", "标准（元/公里）". */
static char *
rename_unit (const char *text)
{
  static const char yuan[] = "元";
  static const char wan[] = "万";
  GString *out = g_string_new (NULL);
  for (const char *at = text; *at != '\0';)
    {
      const char *end = at + strlen (yuan);
      const gboolean is_yuan = g_str_has_prefix (at, yuan);
      if (is_yuan && *end != '/' && !g_str_has_suffix (out->str, wan))
        g_string_append (out, wan);
      g_string_append_len (out, at, is_yuan ? (gssize) strlen (yuan) : 1);
      at = is_yuan ? end : at + 1;
    }
  return g_string_free (out, FALSE);
}

static gpointer
begin_twin (YlWanSink *wan, const YlSheetForm *form)
{
  g_autofree char *name = g_strconcat (form->name, YL_SHEET_IN_WAN, NULL);
  YlSheetForm twin = *form;
  twin.name = name;
  twin.has_filter = FALSE;
  return wan->below.begin_sheet (wan->below.self, &twin);
}

static gpointer
begin_sheet (gpointer self, const YlSheetForm *form)
{
  YlWanSink *wan = self;
  Sheet *sheet = g_new0 (Sheet, 1);
  sheet->wan = wan;
  sheet->below = wan->below.begin_sheet (wan->below.self, form);
  sheet->twin = form->in_wan ? begin_twin (wan, form) : NULL;
  sheet->name = g_strdup (form->name);
  sheet->n_columns = MAX (form->n_columns, 1);
  sheet->columns = g_new0 (Column, sheet->n_columns);
  YlSheetForm paper = *form;
  sheet->n_noted = form->in_wan ? yl_paper_choose (&paper) : sheet->n_columns;
  sheet->first_noted = sheet->n_noted < sheet->n_columns ? form->n_frozen : 0;
  sheet->runs = g_array_new (FALSE, FALSE, sizeof (Run));
  g_ptr_array_add (wan->sheets, sheet);
  return sheet;
}

static void
put_below (Sheet *sheet, const YlFormCell *cell)
{
  const YlCellSink *below = &sheet->wan->below;
  below->put (below->self, sheet->twin, cell);
}

static void
set_twin_height (Sheet *sheet, guint32 row, double height)
{
  const YlCellSink *below = &sheet->wan->below;
  if (below->set_height != NULL)
    below->set_height (below->self, sheet->twin, row, height);
}

/* (transfer full): "F9-SUM(F4:F6,F8:F8)" of hundredths of 万元, which engines keep exactly so. */
static char *
write_left_over (const Sheet *sheet, guint column)
{
  g_autofree char *total = yl_cell_to_text (sheet->total_row, column);
  GString *out = g_string_new ("ROUND(");
  g_string_append_printf (out, "%s-SUM(", total);
  for (guint i = 0; i < sheet->runs->len; i++)
    {
      const Run *run = &g_array_index (sheet->runs, Run, i);
      g_autofree char *first = yl_cell_to_text (run->first, column);
      g_autofree char *last = yl_cell_to_text (run->last, column);
      g_string_append_printf (out, "%s%s:%s", i == 0 ? "" : ",", first, last);
    }
  g_string_append (out, "),2)");
  return g_string_free (out, FALSE);
}

static void
put_left_over (Sheet *sheet, guint column)
{
  const Column *own = &sheet->columns[column];
  YlFormCell cell = { .row = sheet->total_row + 1,
                      .column = (guint16) column,
                      .last_column = (guint16) column,
                      .style = YL_STYLE_BODY,
                      .look = YL_LOOK_LABEL };
  g_autofree char *formula = own->has_total ? write_left_over (sheet, column) : NULL;
  if (own->has_total)
    {
      cell.look = YL_LOOK_FIGURE;
      cell.content = YL_CONTENT_NUMBER;
      cell.measure = YL_MEASURE_FEN;
      cell.units = own->total_steps - own->steps;
      cell.formula = formula;
      cell.says = "合计减各行之和，都是四舍五入到两位小数的万元";
    }
  else if (column == 0)
    {
      cell.content = YL_CONTENT_TEXT;
      cell.text = YL_LINE_LEFT_OVER;
    }
  put_below (sheet, &cell);
}

/* What it is, once a sheet. */
static void
put_note (Sheet *sheet)
{
  const YlFormCell cell = { .row = sheet->total_row + 2,
                            .column = (guint16) sheet->first_noted,
                            .last_column = (guint16) (sheet->n_noted - 1),
                            .style = YL_STYLE_NOTE,
                            .look = YL_LOOK_TEXT,
                            .content = YL_CONTENT_TEXT,
                            .text = NOTE };
  put_below (sheet, &cell);
  set_twin_height (sheet, cell.row, NOTE_HEIGHT);
  sheet->has_note = TRUE;
  sheet->shift++;
}

static void
begin_table (Sheet *sheet)
{
  memset (sheet->columns, 0, sheet->n_columns * sizeof *sheet->columns);
  g_array_set_size (sheet->runs, 0);
  sheet->total_row = 0;
}

static gboolean
has_any_total (const Sheet *sheet)
{
  for (guint i = 0; i < sheet->n_columns; i++)
    if (sheet->columns[i].has_total)
      return TRUE;
  return FALSE;
}

/* The line below a total, once the row is over. */
static void
end_total (Sheet *sheet)
{
  if (has_any_total (sheet))
    {
      for (guint i = 0; i < sheet->n_columns; i++)
        put_left_over (sheet, i);
      set_twin_height (sheet, sheet->total_row + 1, yl_form_get_height (1));
      sheet->shift++;
      if (!sheet->has_note)
        put_note (sheet);
    }
  begin_table (sheet);
}

static void
end_total_before (Sheet *sheet, guint32 row)
{
  if (sheet->total_row != 0 && row + sheet->shift > sheet->total_row)
    end_total (sheet);
}

static gboolean
is_head (YlLook look)
{
  return look == YL_LOOK_HEAD || look == YL_LOOK_HEAD_UPPER || look == YL_LOOK_HEAD_LOWER;
}

static void
add_row (Sheet *sheet, guint32 row)
{
  Run *last =
      sheet->runs->len == 0 ? NULL : &g_array_index (sheet->runs, Run, sheet->runs->len - 1);
  if (last != NULL && row <= last->last + 1)
    last->last = MAX (last->last, row);
  else
    g_array_append_val (sheet->runs, ((Run){ row, row }));
}

/* An amount of a row, or of the total: the sum of its rows or something else. */
static void
note_amount (Sheet *sheet, const YlFormCell *cell)
{
  Column *column = &sheet->columns[cell->column];
  if (cell->style == YL_STYLE_TOTAL)
    {
      column->has_total = sheet->runs->len > 0 && column->fen == cell->units;
      column->total_steps = yl_formula_in_wan_value (cell->units);
      sheet->total_row = cell->row + sheet->shift;
      return;
    }
  if (cell->style != YL_STYLE_BODY && cell->style != YL_STYLE_INPUT)
    return;
  column->fen += cell->units;
  column->steps += yl_formula_in_wan_value (cell->units);
  add_row (sheet, cell->row + sheet->shift);
}

/* Of a unit: "标准（元/公里）", and where it is of each row's own, "标准（元）". */
static gboolean
is_rate_head (const char *head)
{
  return strstr (head, "元/") != NULL || g_str_has_prefix (head, "标准");
}

static gboolean
is_rate (const YlFormCell *cell)
{
  return cell->head != NULL && is_rate_head (cell->head);
}

/* A number, or a text that follows by a formula, as it is in the sheet in yuan; @formula is filled. */
static void
refer (const Sheet *sheet, const YlFormCell *cell, YlFormCell *twin, char **formula)
{
  const gboolean is_number = cell->content == YL_CONTENT_NUMBER && cell->look == YL_LOOK_FIGURE;
  if (!is_number && cell->formula == NULL)
    return;
  g_autofree char *place = yl_cell_to_text (cell->row, cell->column);
  const gboolean is_amount = is_number && cell->measure == YL_MEASURE_FEN && !is_rate (cell);
  g_autofree char *reference = g_strdup_printf ("'%s'!%s", sheet->name, place);
  *formula = is_amount ? yl_formula_in_wan (reference) : g_strconcat ("=", reference, NULL);
  twin->formula = *formula + 1;
  twin->is_array = FALSE;
  if (is_amount)
    twin->says = YL_SAYS_IN_WAN;
  twin->units = is_amount ? yl_formula_in_wan_value (cell->units) : cell->units;
}

/* What stands over the cell, in its unit. Heads live as long as their forms do, which are few. */
static const char *
rename_head (const YlFormCell *cell, const char *head)
{
  if (head == NULL || is_rate (cell) || strstr (head, "元") == NULL)
    return head;
  g_autofree char *renamed = rename_unit (head);
  return g_intern_string (renamed);
}

static void
put_twin (Sheet *sheet, const YlFormCell *cell)
{
  const gboolean is_framing = is_head (cell->look) || cell->look == YL_LOOK_RIGHT;
  YlFormCell twin = *cell;
  g_autofree char *formula = NULL;
  g_autofree char *text = is_framing && cell->text != NULL && !is_rate_head (cell->text)
                              ? rename_unit (cell->text)
                              : NULL;
  refer (sheet, cell, &twin, &formula);
  twin.head = rename_head (cell, cell->head);
  twin.group = rename_head (cell, cell->group);
  if (text != NULL)
    twin.text = text;
  if (twin.style == YL_STYLE_INPUT)
    twin.style = YL_STYLE_BODY;
  twin.row += sheet->shift;
  put_below (sheet, &twin);
}

static void
put (gpointer self, gpointer at, const YlFormCell *cell)
{
  YlWanSink *wan = self;
  Sheet *sheet = at;
  wan->below.put (wan->below.self, sheet->below, cell);
  if (sheet->twin == NULL)
    return;
  end_total_before (sheet, cell->row);
  if (is_head (cell->look))
    begin_table (sheet);
  if (cell->content == YL_CONTENT_NUMBER && cell->look == YL_LOOK_FIGURE
      && cell->measure == YL_MEASURE_FEN && cell->column < sheet->n_columns && !is_rate (cell))
    note_amount (sheet, cell);
  put_twin (sheet, cell);
}

static void
set_height (gpointer self, gpointer at, guint32 row, double height)
{
  YlWanSink *wan = self;
  Sheet *sheet = at;
  wan->below.set_height (wan->below.self, sheet->below, row, height);
  if (sheet->twin == NULL)
    return;
  end_total_before (sheet, row);
  wan->below.set_height (wan->below.self, sheet->twin, row + sheet->shift, height);
}

/* What is printed; the rows that a twin has more are above the last. */
static void
set (gpointer self, gpointer at, const YlSheetSetting *setting)
{
  YlWanSink *wan = self;
  const Sheet *sheet = at;
  wan->below.set (wan->below.self, sheet->below, setting);
  YlSheetSetting twin = *setting;
  if (setting->kind == YL_SETTING_TOGETHER)
    twin.first_row += sheet->shift;
  if (setting->kind == YL_SETTING_PRINT_AREA)
    twin.last_row += sheet->shift;
  if (sheet->twin != NULL && setting->kind != YL_SETTING_FILTER
      && setting->kind != YL_SETTING_PAGE_BREAKS)
    wan->below.set (wan->below.self, sheet->twin, &twin);
}

static void
draw (gpointer self, gpointer at, const YlChart *chart)
{
  YlWanSink *wan = self;
  wan->below.draw (wan->below.self, ((const Sheet *) at)->below, chart);
}

static void
describe (gpointer self, const YlBookProperties *properties)
{
  YlWanSink *wan = self;
  wan->below.describe (wan->below.self, properties);
}

static void
define (gpointer self, const char *name, const char *reference)
{
  YlWanSink *wan = self;
  wan->below.define (wan->below.self, name, reference);
}

static void
map (gpointer self, const YlFigureRange *range)
{
  YlWanSink *wan = self;
  wan->below.map (wan->below.self, range);
}

YlCellSink
yl_wan_sink_get (YlWanSink *wan)
{
  const YlCellSink *below = &wan->below;
  return (YlCellSink){
    .self = wan,
    .describe = below->describe == NULL ? NULL : describe,
    .begin_sheet = begin_sheet,
    .put = put,
    .set_height = below->set_height == NULL ? NULL : set_height,
    .set = below->set == NULL ? NULL : set,
    .draw = below->draw == NULL ? NULL : draw,
    .define = below->define == NULL ? NULL : define,
    .map = below->map == NULL ? NULL : map,
  };
}
