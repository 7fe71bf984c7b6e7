#include "bridge-private.h"

/* The table under the chart; its columns are those of 差异分解. */
enum
{
  LABEL = YL_STEP_NAME,
  SUM,
  BASE,
  RISE,
  FALL,
  WHOLE,
};

#define N_DRAWN 12 /* steps; the others are drawn as one */
#define N_POINTS (N_DRAWN + 3)
#define LABEL_CHARACTERS 14
#define CHART_WIDTH 1010
#define CHART_HEIGHT 380
#define CHART_ROWS 21

/* A column of the chart. */
typedef struct
{
  char *label;
  char *formula; /* of the sum that it leads to */
  gint64 sum_fen;
  gboolean is_whole;
} Point;

typedef struct
{
  Point points[N_POINTS];
  guint n;
} Points;

static void
add_point (Points *points, const char *label, char *formula, gint64 sum_fen, gboolean is_whole)
{
  points->points[points->n++] =
      (Point){ yl_paper_clip (label, LABEL_CHARACTERS), formula, sum_fen, is_whole };
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

/* @first_row: of the table that the points will stand in. */
static Points
list_points (const YlBridgePaper *paper, guint32 first_row)
{
  const YlAudit *audit = paper->papers->audit;
  Points points = { .n = 0 };
  gint64 sum_fen = audit->stated_fen;
  add_point (&points, "文件所列合计", g_strdup (YL_NAME_STATED), sum_fen, TRUE);
  for (guint i = 0; i < audit->steps->len; i++)
    {
      const YlDifferenceStep *step = &g_array_index (audit->steps, YlDifferenceStep, i);
      if (!is_drawn (audit->steps, i))
        continue;
      sum_fen += step->amount_fen;
      const gboolean is_long = g_utf8_strlen (step->step, -1) > LABEL_CHARACTERS;
      g_autofree char *ordinal = g_strdup_printf ("第%u项", i + 1);
      add_point (
          &points, is_long ? ordinal : step->step,
          g_strdup_printf ("ROUND(C%u+C%u,2)", first_row + points.n - 1, paper->first_row + 1 + i),
          sum_fen, FALSE);
    }
  if (sum_fen != audit->expected_fen)
    add_point (&points, "其余各项", g_strdup (YL_NAME_EXPECTED), audit->expected_fen, FALSE);
  add_point (&points, "复算合计", g_strdup (YL_NAME_EXPECTED), audit->expected_fen, TRUE);
  return points;
}

static void
write_point (YlSheet *sheet, const Point *point, const Point *before)
{
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_blank (sheet, YL_STEP_ORDINAL);
  yl_sheet_text (sheet, LABEL, point->label);
  yl_sheet_formula (sheet, SUM, YL_MEASURE_FEN, point->formula, point->sum_fen);
  if (point->is_whole)
    {
      yl_sheet_number (sheet, BASE, YL_MEASURE_FEN, 0);
      yl_sheet_number (sheet, RISE, YL_MEASURE_FEN, 0);
      yl_sheet_number (sheet, FALL, YL_MEASURE_FEN, 0);
      yl_sheet_formula (sheet, WHOLE, YL_MEASURE_FEN, "C#", point->sum_fen);
      return;
    }
  const gint64 change_fen = point->sum_fen - before->sum_fen;
  g_autofree char *base = g_strdup_printf ("MIN(C#,C%u)", row - 1);
  g_autofree char *rise = g_strdup_printf ("MAX(ROUND(C#-C%u,2),0)", row - 1);
  g_autofree char *fall = g_strdup_printf ("MAX(ROUND(C%u-C#,2),0)", row - 1);
  yl_sheet_formula (sheet, BASE, YL_MEASURE_FEN, base, MIN (point->sum_fen, before->sum_fen));
  yl_sheet_formula (sheet, RISE, YL_MEASURE_FEN, rise, MAX (change_fen, 0));
  yl_sheet_formula (sheet, FALL, YL_MEASURE_FEN, fall, MAX (-change_fen, 0));
  yl_sheet_number (sheet, WHOLE, YL_MEASURE_FEN, 0);
}

static gint64
get_height (const Points *points, guint index, guint series)
{
  const Point *point = &points->points[index];
  if (point->is_whole)
    return series == WHOLE ? point->sum_fen : 0;
  const gint64 before_fen = points->points[index - 1].sum_fen;
  const gint64 change_fen = point->sum_fen - before_fen;
  if (series == BASE)
    return MIN (point->sum_fen, before_fen);
  if (series == RISE)
    return MAX (change_fen, 0);
  return series == FALL ? MAX (-change_fen, 0) : 0;
}

#define N_SERIES (WHOLE - BASE + 1)

/* What the series draw; they point into it. */
typedef struct
{
  const char *labels[N_POINTS];
  gint64 heights_fen[N_SERIES][N_POINTS];
  YlChartSeries series[N_SERIES];
} Drawing;

static void
make_series (const YlBridgePaper *paper,
             const Points *points,
             const YlPart *rows,
             guint column,
             Drawing *drawing)
{
  static const char *const names[] = {
    [BASE] = "底数", [RISE] = "增加", [FALL] = "减少", [WHOLE] = "合计"
  };
  static const guint32 colours[] = {
    [BASE] = 0, [RISE] = 0xC0504D, [FALL] = 0x2E8B57, [WHOLE] = 0x1F4E79
  };
  GStringChunk *texts = paper->papers->texts;
  gint64 *heights_fen = drawing->heights_fen[column - BASE];
  for (guint i = 0; i < points->n; i++)
    {
      drawing->labels[i] = points->points[i].label;
      heights_fen[i] = get_height (points, i, column);
    }
  drawing->series[column - BASE] = (YlChartSeries){
    .name = names[column],
    .categories = yl_ranges_rows (texts, rows, LABEL),
    .values = yl_ranges_rows (texts, rows, column),
    .colour = colours[column],
    .is_unseen = column == BASE,
    .n = points->n,
    .labels = drawing->labels,
    .amounts_fen = heights_fen,
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
place_chart (const YlBridgePaper *paper, const Points *points, const YlPart *rows, guint32 row)
{
  Drawing drawing;
  for (guint column = BASE; column <= WHOLE; column++)
    make_series (paper, points, rows, column, &drawing);
  YlChart chart = { .kind = YL_CHART_STACK,
                    .series = drawing.series,
                    .n_series = N_SERIES,
                    .gap = 50,
                    .row = row,
                    .column = YL_STEP_ORDINAL,
                    .width = CHART_WIDTH,
                    .height = CHART_HEIGHT };
  chart.has_start = find_axis_start (points, &chart.start_fen);
  chart.title =
      chart.has_start ? "从文件所列合计到复算合计（纵轴不从零起）" : "从文件所列合计到复算合计";
  yl_sheet_draw (paper->sheet, &chart);
}

static void
write_heads (YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 18);
  yl_sheet_head (sheet, YL_STEP_ORDINAL, "");
  yl_sheet_head (sheet, LABEL, "图中的柱");
  yl_sheet_head (sheet, SUM, "累计（元）");
  yl_sheet_head (sheet, BASE, "底数（元）");
  yl_sheet_head (sheet, RISE, "增加（元）");
  yl_sheet_head (sheet, FALL, "减少（元）");
  yl_sheet_head (sheet, WHOLE, "合计（元）");
}

void
yl_paper_draw_waterfall (YlBridgePaper *paper)
{
  YlSheet *sheet = paper->sheet;
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  const guint32 chart_row = yl_sheet_get_row (sheet) + 1;
  const guint32 first = chart_row + CHART_ROWS + 2;
  const Points points = list_points (paper, first);
  const YlPart rows = { sheet, first, first + points.n - 1 };
  place_chart (paper, &points, &rows, chart_row);
  for (guint i = 0; i < CHART_ROWS; i++)
    yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 15);
  yl_papers_write_heading (sheet, WHOLE, "图表数据");
  write_heads (sheet);
  for (guint i = 0; i < points.n; i++)
    {
      write_point (sheet, &points.points[i], i == 0 ? NULL : &points.points[i - 1]);
      g_free (points.points[i].label);
      g_free (points.points[i].formula);
    }
}
