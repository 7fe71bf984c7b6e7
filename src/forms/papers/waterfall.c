#include "reconciliation-private.h"

#define N_DRAWN 12 /* steps; the others are drawn as one */
#define N_POINTS (N_DRAWN + 3)
#define LABEL_CHARACTERS 14
#define CHART_WIDTH 1010
#define CHART_HEIGHT 380
#define CHART_ROWS 21

/* The four heights that a column of the chart is made of. */
enum
{
  BASE,
  RISE,
  FALL,
  WHOLE,
  N_SERIES,
};

static const struct
{
  const char *column;
  const char *name;
  guint32 colour;
} series[N_SERIES] = {
  [BASE] = { "base_fen", "底数", 0 },
  [RISE] = { "rise_fen", "增加", 0xC0504D },
  [FALL] = { "fall_fen", "减少", 0x2E8B57 },
  [WHOLE] = { "whole_fen", "合计", 0x1F4E79 },
};

/* A column of the chart. */
typedef struct
{
  const char *label;
  const char *formula; /* of the sum that it leads to; NULL: the step in @step_row leads to it */
  guint32 step_row;
  gint64 sum_fen;
  gint64 height_fen[N_SERIES];
  gboolean is_whole;
} Point;

#define AT(of) G_STRUCT_OFFSET (Point, of)

/* Where a point has no such height by its kind, its height is not worked out. */
static void
write_height (const YlTable *table, guint column, gconstpointer record)
{
  const Point *point = record;
  const gboolean is_of_wholes = column == yl_table_find_column (table, series[WHOLE].column);
  if (point->is_whole == is_of_wholes)
    yl_table_write_cell (table, column, record);
  else
    yl_sheet_number (yl_table_get_sheet (table), column, YL_MEASURE_FEN, 0);
}

#define HEIGHT(called, title, of, from)                                                            \
  {                                                                                                \
    .name = called, .head = title, .show = YL_SHOW_FORMULA, .measure = YL_MEASURE_FEN,             \
    .member = AT (height_fen[of]), .formula = from, .write = write_height                          \
  }

/* The table under the chart; it stands in the columns of 差异分解. */
static const YlTableColumn columns[] = {
  { .name = "no_ordinal", .head = "", .show = YL_SHOW_NOTHING },
  YL_COLUMN_TEXT ("label", "图中的柱", 0, AT (label)),
  YL_COLUMN_FIGURE ("sum_fen", "累计（元）", NULL, 0, YL_MEASURE_FEN, AT (sum_fen), NULL, NULL),
  HEIGHT ("base_fen", "底数（元）", BASE, NULL),
  HEIGHT ("rise_fen", "增加（元）", RISE, NULL),
  HEIGHT ("fall_fen", "减少（元）", FALL, NULL),
  HEIGHT ("whole_fen", "合计（元）", WHOLE, "{sum_fen}"),
};

typedef struct
{
  Point points[N_POINTS];
  guint n;
} Points;

static void
add_point (Points *points, const Point *added)
{
  Point *point = &points->points[points->n++];
  *point = *added;
  if (point->is_whole)
    {
      point->height_fen[WHOLE] = point->sum_fen;
      return;
    }
  const gint64 before_fen = points->n > 1 ? points->points[points->n - 2].sum_fen : 0;
  point->height_fen[BASE] = MIN (point->sum_fen, before_fen);
  point->height_fen[RISE] = MAX (point->sum_fen - before_fen, 0);
  point->height_fen[FALL] = MAX (before_fen - point->sum_fen, 0);
}

static guint64
magnitude_of (const GArray *steps, guint index)
{
  const gint64 fen = g_array_index (steps, YlDifferenceStep, index).amount_fen;
  return fen < 0 ? -(guint64) fen : (guint64) fen;
}

/* Whether fewer than N_DRAWN steps are larger; of equal ones the first is. */
static gboolean
is_drawn (const GArray *steps, guint index)
{
  guint n_larger = 0;
  for (guint i = 0; i < steps->len; i++)
    n_larger += magnitude_of (steps, i) > magnitude_of (steps, index)
                        || (magnitude_of (steps, i) == magnitude_of (steps, index) && i < index)
                    ? 1
                    : 0;
  return n_larger < N_DRAWN;
}

/* @texts: where the labels are kept */
static Points
list_points (const YlReconciliationPaper *paper, GStringChunk *texts)
{
  const YlAudit *audit = paper->papers->audit;
  Points points = { .n = 0 };
  gint64 sum_fen = audit->stated_fen;
  add_point (&points, &(Point){ .label = "文件所列合计",
                                .formula = YL_NAME_STATED,
                                .sum_fen = sum_fen,
                                .is_whole = TRUE });
  for (guint i = 0; i < audit->steps->len; i++)
    {
      const YlDifferenceStep *step = &g_array_index (audit->steps, YlDifferenceStep, i);
      if (!is_drawn (audit->steps, i))
        continue;
      sum_fen += step->amount_fen;
      const gboolean is_long = g_utf8_strlen (step->step, -1) > LABEL_CHARACTERS;
      add_point (&points, &(Point){ .label = is_long ? yl_ranges_keep (
                                                 texts, g_strdup_printf ("第%u项", i + 1))
                                                     : step->step,
                                    .step_row = paper->first_row + 1 + i,
                                    .sum_fen = sum_fen });
    }
  if (sum_fen != audit->expected_fen)
    add_point (&points, &(Point){ .label = "其余各项",
                                  .formula = YL_NAME_EXPECTED,
                                  .sum_fen = audit->expected_fen });
  add_point (&points, &(Point){ .label = "复算合计",
                                .formula = YL_NAME_EXPECTED,
                                .sum_fen = audit->expected_fen,
                                .is_whole = TRUE });
  return points;
}

static void
set_formula (YlTable *table, const char *column, const char *format, const char *cell)
{
  g_autoptr (GString) formula = g_string_new (format);
  g_string_replace (formula, "BEFORE", cell, 0);
  yl_table_set_formula (table, column, formula->str);
}

static void
write_point (const YlReconciliationPaper *paper, YlTable *table, const Point *point)
{
  const char *before = yl_table_get_own_cell (table, "sum_fen", yl_sheet_get_row (paper->sheet));
  if (point->formula != NULL)
    yl_table_set_formula (table, "sum_fen", point->formula);
  else
    {
      g_autofree char *sum =
          g_strdup_printf ("ROUND(%s+%s,2)", before,
                           yl_table_get_own_cell (paper->steps, "amount_fen", point->step_row));
      yl_table_set_formula (table, "sum_fen", sum);
    }
  set_formula (table, series[BASE].column, "MIN({sum_fen},BEFORE)", before);
  set_formula (table, series[RISE].column, "MAX(ROUND({sum_fen}-BEFORE,2),0)", before);
  set_formula (table, series[FALL].column, "MAX(ROUND(BEFORE-{sum_fen},2),0)", before);
  yl_table_write_row (table, 0, point);
}

/* What the series draw; they point into it. */
typedef struct
{
  const char *labels[N_POINTS];
  gint64 heights_fen[N_SERIES][N_POINTS];
  YlChartSeries series[N_SERIES];
} Drawing;

static void
make_series (const YlTable *table, const Points *points, guint of, Drawing *drawing)
{
  for (guint i = 0; i < points->n; i++)
    {
      drawing->labels[i] = points->points[i].label;
      drawing->heights_fen[of][i] = points->points[i].height_fen[of];
    }
  drawing->series[of] = (YlChartSeries){
    .name = series[of].name,
    .categories = yl_table_get_range (table, "label"),
    .values = yl_table_get_range (table, series[of].column),
    .colour = series[of].colour,
    .is_unseen = of == BASE,
    .n = points->n,
    .labels = drawing->labels,
    .amounts_fen = drawing->heights_fen[of],
  };
}

/* Small steps between large totals show only on an axis that does not begin at zero. */
static gboolean
find_axis_start (const Points *points, gint64 *out_fen)
{
  gint64 low_fen = points->points[0].sum_fen;
  gint64 high_fen = low_fen;
  for (guint i = 0; i < points->n; i++)
    {
      low_fen = MIN (low_fen, points->points[i].sum_fen);
      high_fen = MAX (high_fen, points->points[i].sum_fen);
    }
  const gint64 spread_fen = high_fen - low_fen;
  if (low_fen <= 0 || spread_fen > low_fen / 2)
    return FALSE;
  gint64 unit_fen = 100;
  while (unit_fen <= spread_fen / 10)
    unit_fen *= 10;
  *out_fen = (low_fen - spread_fen / 2) / unit_fen * unit_fen;
  return *out_fen > 0;
}

static void
place_chart (const YlReconciliationPaper *paper,
             const YlTable *table,
             const Points *points,
             guint32 row)
{
  Drawing drawing;
  for (guint of = 0; of < N_SERIES; of++)
    make_series (table, points, of, &drawing);
  YlChart chart = { .kind = YL_CHART_STACK,
                    .series = drawing.series,
                    .n_series = N_SERIES,
                    .gap = 50,
                    .row = row,
                    .width = CHART_WIDTH,
                    .height = CHART_HEIGHT };
  chart.has_start = find_axis_start (points, &chart.start_fen);
  chart.title =
      chart.has_start ? "从文件所列合计到复算合计（纵轴不从零起）" : "从文件所列合计到复算合计";
  yl_sheet_draw (paper->sheet, &chart);
}

void
yl_paper_draw_waterfall (YlReconciliationPaper *paper)
{
  YlSheet *sheet = paper->sheet;
  YlTable *table =
      yl_tables_add (paper->papers->tables, "waterfall", columns, G_N_ELEMENTS (columns));
  const Points points = list_points (paper, paper->papers->texts);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  const guint32 chart_row = yl_sheet_get_row (sheet) + 1;
  for (guint i = 0; i < CHART_ROWS; i++)
    yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 15);
  yl_papers_write_heading (sheet, G_N_ELEMENTS (columns) - 1, "图表数据");
  yl_table_write_heads (table, sheet, 18);
  yl_table_continue (table, sheet, points.n);
  place_chart (paper, table, &points, chart_row);
  for (guint i = 0; i < points.n; i++)
    write_point (paper, table, &points.points[i]);
}
