#include "papers-private.h"

#include "yanglu/base/ratio.h"

/* 差异分解: from the stated total to the recomputed one, and what explains the difference. */

#define PART_STEPS 10000
#define N_ROWS_NAMED 8
#define N_ON_A_PAGE 16

/* A step from one total to the other. */
typedef struct
{
  const char *name;
  YlOwnCell amount;
  YlOwnCell sum;
  YlOwnCell part; /* of the difference */
  const char *remark;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

/* 差异分解 while it is written. */
typedef struct
{
  YlPapers *papers;
  YlTable *steps;
  YlSheet *sheet;
  gint64 difference_fen; /* stated − recomputed */
  gint64 rest_fen;       /* what the steps leave of it */
  guint32 first_row;     /* of the reconciliation: that of the stated total */
} Paper;

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_TEXT ("name", "事项", 40, AT (name)),
  YL_COLUMN_CELL ("amount_fen", "金额\n（元）", 15, AT (amount)),
  YL_COLUMN_CELL ("sum_fen", "累计\n（元）", 15, AT (sum)),
  { .name = "part_ppm",
    .head = "占差额",
    .width = 14,
    .show = YL_CELL_OWN,
    .member = AT (part),
    .formula =
        "ROUND(ROUND({amount_fen}*100,0)*10000/ROUND(-" YL_NAME_DIFFERENCE "*100,0),0)/10000" },
  YL_COLUMN_TEXT ("remark", "说明", 22, AT (remark)),
  { .name = "note", .head = "备注", .width = 14, .show = YL_CELL_BLANK },
};

/* A cause of the difference, below; its rows take the columns that are left. */
typedef struct
{
  const char *cause;
  gint64 explained_fen;
  gint64 remaining_fen;
  YlOwnCell part;
} Cause;

#define OF_CAUSE(of) G_STRUCT_OFFSET (Cause, of)

static const YlTableColumn cause_columns[] = {
  { .name = "rank", .head = "名次", .show = YL_CELL_ORDINAL },
  YL_COLUMN_TEXT ("cause", "可能的原因", 0, OF_CAUSE (cause)),
  YL_PAPER_AMOUNT ("explained_fen", "可解释金额（元）", 0, OF_CAUSE (explained_fen), NULL),
  YL_PAPER_AMOUNT ("remaining_fen", "剩余差额（元）", 0, OF_CAUSE (remaining_fen), NULL),
  { .name = "part_ppm",
    .head = "解释程度",
    .show = YL_CELL_OWN,
    .member = OF_CAUSE (part),
    .formula = "ROUND(ROUND({explained_fen}*100,0)*10000/"
               "ROUND(({explained_fen}+{remaining_fen})*100,0),0)/10000" },
};

/* Part of a whole in hundredths of a per cent; "—" where there is no whole. */
static YlOwnCell
part_of (gint64 part_fen, gint64 whole_fen)
{
  gint64 steps = 0;
  const guint64 magnitude = whole_fen < 0 ? -(guint64) whole_fen : (guint64) whole_fen;
  const gboolean is_known = whole_fen != 0 && magnitude <= G_MAXINT64 && part_fen > G_MININT64
                            && yl_ratio_scale (whole_fen < 0 ? -part_fen : part_fen, PART_STEPS,
                                               (gint64) magnitude, &steps);
  if (!is_known)
    return yl_own_label ("—");
  return yl_own_figure (YL_MEASURE_PPM, NULL, steps * (YL_SHARE_WHOLE / PART_STEPS), NULL);
}

/* A total that the steps begin at or lead to. */
static void
write_total (const Paper *paper,
             const char *name,
             const char *amount,
             const char *sum,
             gint64 fen,
             const char *remark)
{
  const Row row = { .name = name,
                    .amount = yl_paper_amount (amount, fen),
                    .sum = yl_paper_amount (sum, fen),
                    .remark = remark };
  yl_paper_write_row (paper->steps, YL_STYLE_TOTAL, &row);
}

static void
write_stated (const Paper *paper)
{
  const char *amount =
      yl_table_get_own_cell (paper->steps, "amount_fen", yl_sheet_get_row (paper->sheet) + 1);
  write_total (paper, "文件所列合计", YL_NAME_STATED, amount, paper->papers->audit->stated_fen,
               "见结论");
}

/* The sum of the row above and the amount of the next one. */
static YlOwnCell
add_amount (const Paper *paper, gint64 sum_fen)
{
  return yl_paper_amount (yl_table_write_out (paper->steps, "ROUND({sum_fen@%u}+{amount_fen},2)",
                                              yl_sheet_get_row (paper->sheet)),
                          sum_fen);
}

/* What the steps leave: nothing, when the difference is broken down whole. */
static void
write_rest (Paper *paper, gint64 sum_fen)
{
  const gint64 expected_fen = paper->papers->audit->expected_fen;
  const char *rest = yl_table_write_out (paper->steps, "ROUND(" YL_NAME_EXPECTED "-{sum_fen@%u},2)",
                                         yl_sheet_get_row (paper->sheet));
  paper->rest_fen = expected_fen - sum_fen;
  const Row row = {
    .name = "尚未分解的差额",
    .amount = yl_paper_amount (rest, paper->rest_fen),
    .sum = add_amount (paper, expected_fen),
    .part = part_of (paper->rest_fen, -paper->difference_fen),
    .remark = expected_fen == sum_fen ? "各项已完整解释差额" : "需进一步查明",
  };
  yl_paper_write_row (paper->steps, YL_STYLE_BODY, &row);
}

static void
write_expected (const Paper *paper)
{
  const YlPart above = { paper->sheet, paper->first_row, yl_sheet_get_row (paper->sheet), FALSE };
  const char *sum =
      yl_ranges_sum (paper->papers->texts, &above, 1,
                     yl_table_find_column (paper->steps, "amount_fen"), YL_MEASURE_FEN, NULL, 0);
  write_total (paper, "按政策复算合计（以上各项相加）", sum, YL_NAME_EXPECTED,
               paper->papers->audit->expected_fen, "两列应相同");
}

static void
write_steps (Paper *paper)
{
  const GArray *steps = paper->papers->audit->steps;
  gint64 sum_fen = paper->papers->audit->stated_fen;
  write_stated (paper);
  paper->first_row = yl_sheet_get_row (paper->sheet);
  for (guint i = 0; i < steps->len; i++)
    {
      const YlDifferenceStep *step = &g_array_index (steps, YlDifferenceStep, i);
      sum_fen += step->amount_fen;
      const Row row = {
        .name = step->step,
        .amount = yl_paper_amount (NULL, step->amount_fen),
        .sum = add_amount (paper, sum_fen),
        .part = part_of (step->amount_fen, -paper->difference_fen),
        .remark = "",
      };
      yl_table_write_row (paper->steps, i + 1, &row);
    }
  write_rest (paper, sum_fen);
  write_expected (paper);
}

static char *
join_rows (char *const *rows)
{
  GString *text = g_string_new (NULL);
  guint n = 0;
  for (; rows != NULL && rows[n] != NULL; n++)
    if (n < N_ROWS_NAMED)
      g_string_append_printf (text, "%s%s", n == 0 ? "" : "、", rows[n]);
  if (n > N_ROWS_NAMED)
    g_string_append_printf (text, "等%u处", n);
  return g_string_free (text, FALSE);
}

static void
write_explanations (const Paper *paper)
{
  const guint last = G_N_ELEMENTS (columns) - 1;
  YlSheet *sheet = paper->sheet;
  const GArray *explanations = paper->papers->audit->explanations;
  yl_paper_begin_section (sheet, last,
                          explanations->len > 0
                              ? "差额的原因（按解释程度排列；差额＝文件所列－复算）"
                              : "差额的原因：没有找到能够解释差额的单一或成对原因，需逐项核实");
  if (explanations->len == 0)
    return;
  YlTable *table =
      yl_tables_add (paper->papers->tables, "causes", cause_columns, G_N_ELEMENTS (cause_columns));
  yl_table_write_heads (table, sheet, 24);
  yl_sheet_span_head (sheet, G_N_ELEMENTS (cause_columns), last, "涉及的行");
  yl_table_continue (table, sheet, explanations->len);
  for (guint i = 0; i < explanations->len; i++)
    {
      const YlExplanation *explanation = &g_array_index (explanations, YlExplanation, i);
      const gint64 explained_fen = explanation->explained_fen;
      const gint64 remaining_fen = explanation->remaining_fen;
      g_autofree char *rows = join_rows (explanation->rows);
      yl_table_write_row (table, i + 1,
                          &(Cause){ explanation->cause, explained_fen, remaining_fen,
                                    part_of (explained_fen, explained_fen + remaining_fen) });
      yl_sheet_span (sheet, G_N_ELEMENTS (cause_columns), last, rows);
    }
}

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
} series[] = {
  [BASE] = { "base_fen", "底数", 0 },
  [RISE] = { "rise_fen", "增加", 0xC0504D },
  [FALL] = { "fall_fen", "减少", 0x2E8B57 },
  [WHOLE] = { "whole_fen", "合计", 0x1F4E79 },
};
G_STATIC_ASSERT (G_N_ELEMENTS (series) == N_SERIES);

/* A column of the chart. */
typedef struct
{
  const char *label;
  YlOwnCell sum; /* that it leads to; without a formula, the step in @step_row leads to it */
  guint32 step_row;
  YlOwnCell heights[N_SERIES];
  gboolean is_whole;
} Point;

#define OF_POINT(of) G_STRUCT_OFFSET (Point, of)

/* The table under the chart; it stands in the columns of 差异分解. */
static const YlTableColumn point_columns[] = {
  { .name = "no_ordinal", .head = "", .show = YL_CELL_BLANK },
  YL_COLUMN_TEXT ("label", "图中的柱", 0, OF_POINT (label)),
  YL_COLUMN_CELL ("sum_fen", "累计（元）", 0, OF_POINT (sum)),
  YL_COLUMN_CELL ("base_fen", "底数（元）", 0, OF_POINT (heights[BASE])),
  YL_COLUMN_CELL ("rise_fen", "增加（元）", 0, OF_POINT (heights[RISE])),
  YL_COLUMN_CELL ("fall_fen", "减少（元）", 0, OF_POINT (heights[FALL])),
  YL_COLUMN_CELL ("whole_fen", "合计（元）", 0, OF_POINT (heights[WHOLE])),
};

typedef struct
{
  Point points[N_POINTS];
  guint n;
} Points;

/* Where a point has no such height by its kind, its height is not worked out. */
static void
add_point (Points *points, const Point *added)
{
  Point *point = &points->points[points->n++];
  *point = *added;
  const gint64 sum_fen = point->sum.units;
  const gint64 before_fen = points->n > 1 ? point[-1].sum.units : 0;
  const gint64 heights_fen[] = {
    [BASE] = MIN (sum_fen, before_fen),
    [RISE] = MAX (sum_fen - before_fen, 0),
    [FALL] = MAX (before_fen - sum_fen, 0),
    [WHOLE] = sum_fen,
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (heights_fen) == N_SERIES);
  for (guint of = 0; of < N_SERIES; of++)
    point->heights[of] = point->is_whole == (of == WHOLE) ? yl_paper_amount (NULL, heights_fen[of])
                                                          : yl_own_number (YL_MEASURE_FEN, 0);
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
list_points (const Paper *paper, GStringChunk *texts)
{
  const YlAudit *audit = paper->papers->audit;
  Points points = { .n = 0 };
  gint64 sum_fen = audit->stated_fen;
  add_point (&points, &(Point){ .label = "文件所列合计",
                                .sum = yl_paper_amount (YL_NAME_STATED, sum_fen),
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
                                    .sum = yl_paper_amount (NULL, sum_fen) });
    }
  const YlOwnCell expected = yl_paper_amount (YL_NAME_EXPECTED, audit->expected_fen);
  if (sum_fen != audit->expected_fen)
    add_point (&points, &(Point){ .label = "其余各项", .sum = expected });
  add_point (&points, &(Point){ .label = "复算合计", .sum = expected, .is_whole = TRUE });
  return points;
}

static void
write_point (const Paper *paper, const YlTable *table, Point *point)
{
  const guint32 before = yl_sheet_get_row (paper->sheet);
  if (point->sum.formula == NULL)
    point->sum.formula =
        yl_table_write_out (table, "ROUND({sum_fen@%u}+%s,2)", before,
                            yl_table_get_own_cell (paper->steps, "amount_fen", point->step_row));
  const char *const formulas[] = {
    [BASE] = yl_table_write_out (table, "MIN({sum_fen},{sum_fen@%u})", before),
    [RISE] = yl_table_write_out (table, "MAX(ROUND({sum_fen}-{sum_fen@%u},2),0)", before),
    [FALL] = yl_table_write_out (table, "MAX(ROUND({sum_fen@%u}-{sum_fen},2),0)", before),
    [WHOLE] = yl_table_write_out (table, "{sum_fen}"),
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (formulas) == N_SERIES);
  for (guint of = 0; of < N_SERIES; of++)
    point->heights[of].formula = formulas[of];
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
      drawing->heights_fen[of][i] = points->points[i].heights[of].units;
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
  gint64 low_fen = points->points[0].sum.units;
  gint64 high_fen = low_fen;
  for (guint i = 0; i < points->n; i++)
    {
      low_fen = MIN (low_fen, points->points[i].sum.units);
      high_fen = MAX (high_fen, points->points[i].sum.units);
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
place_chart (const Paper *paper, const YlTable *table, const Points *points, guint32 row)
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

static void
draw_waterfall (Paper *paper)
{
  YlSheet *sheet = paper->sheet;
  YlTable *table = yl_tables_add (paper->papers->tables, "waterfall", point_columns,
                                  G_N_ELEMENTS (point_columns));
  Points points = list_points (paper, paper->papers->texts);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  const guint32 chart_row = yl_sheet_get_row (sheet) + 1;
  for (guint i = 0; i < CHART_ROWS; i++)
    yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 15);
  yl_paper_write_heading (sheet, G_N_ELEMENTS (point_columns) - 1, "图表数据");
  yl_table_write_heads (table, sheet, 18);
  yl_table_continue (table, sheet, points.n);
  place_chart (paper, table, &points, chart_row);
  for (guint i = 0; i < points.n; i++)
    write_point (paper, table, &points.points[i]);
}

void
yl_papers_write_reconciliation (YlPapers *papers)
{
  const YlAudit *audit = papers->audit;
  const gboolean has_totals = yl_papers_has_totals (papers);
  if (!has_totals && audit->explanations->len == 0)
    return;
  const YlSheetForm sheet_form = {
    .name = YL_SHEET_RECONCILIATION,
    .title = "合计差异分解",
    .index = YL_INDEX_BRIDGE,
    .unit_note = "单位：元",
  };
  YlTable *table = yl_tables_add (papers->tables, "steps", columns, G_N_ELEMENTS (columns));
  Paper paper = {
    .papers = papers,
    .steps = table,
    /* The rows of the two totals and of the rest, too. */
    .sheet = yl_table_open (table, papers->form, &sheet_form, audit->steps->len + 3),
    .difference_fen = has_totals ? audit->stated_fen - audit->expected_fen : 0,
  };
  if (has_totals)
    write_steps (&paper);
  if (audit->explanations->len > 0 || paper.rest_fen != 0)
    write_explanations (&paper);
  if (paper.difference_fen != 0)
    draw_waterfall (&paper);
  yl_sheet_end (paper.sheet);
}
