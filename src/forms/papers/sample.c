#include "papers-private.h"

#include "yanglu/forms/formulas.h"

/* 抽样清单: the monetary-unit sample in the order of the drive. */

/* More would not be a sample; what is past them is counted and named. */
#define N_SHOWN_MAX 5000u

#define NAME_TOTAL "抽样总体"
#define NAME_CONFIDENCE_FACTOR "置信系数"
#define NAME_TOLERABLE_SHARE "可容忍错报比例"
#define NAME_TOLERABLE "可容忍错报"
#define NAME_INTERVAL "抽样间距"

/* A unit to be looked at, or what all of them add up to. */
typedef struct
{
  gint64 day;
  gint64 stop;
  const char *township;
  const char *name;
  const char *place;
  gint64 amount_fen;
  gint64 hits;
  const char *certain;
  YlOwnCell audited; /* filled in by hand, so that nobody knows … */
  gint64 open_fen;   /* … what follows */
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

#define NUMBER(called, title, wide, of)                                                            \
  {                                                                                                \
    .name = called, .head = title, .width = wide, .show = YL_CELL_NUMBER,                          \
    .measure = YL_MEASURE_NUMBER, .member = AT (of)                                                \
  }
/* What follows from an amount that is filled in. */
#define OPEN(called, title, wide, from)                                                            \
  {                                                                                                \
    .name = called, .head = title, .width = wide, .show = YL_CELL_FIGURE,                          \
    .measure = YL_MEASURE_FEN, .member = AT (open_fen), .formula = from, .total = "sample." called \
  }

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (6),
  NUMBER ("day", "第几天", 8, day),
  NUMBER ("stop", "当天\n第几站", 8, stop),
  YL_COLUMN_TEXT ("township", "乡镇", 14, AT (township)),
  YL_COLUMN_TEXT ("name", "路线或路段", 28, AT (name)),
  YL_COLUMN_TEXT ("place", "位置", 16, AT (place)),
  YL_PAPER_AMOUNT ("amount_fen", "账面金额\n（元）", 15, AT (amount_fen), "sample.amount_fen"),
  { .name = "n_hits",
    .head = "抽中\n次数",
    .width = 8,
    .show = YL_CELL_NUMBER,
    .measure = YL_MEASURE_COUNT,
    .member = AT (hits),
    .total = "sample.n_hits" },
  YL_COLUMN_LABEL ("certain", "必查", 7, AT (certain)),
  YL_COLUMN_OWN (
      "audited_fen", "审定金额\n（元）", 15, YL_MEASURE_FEN, AT (audited), "sample.audited_fen"),
  OPEN ("difference_fen",
        "差额\n（元）",
        14,
        "IF({audited_fen}=\"\",\"\",ROUND({amount_fen}-{audited_fen},2))"),
  OPEN ("projected_fen",
        "推断错报\n（元）",
        15,
        "IF({audited_fen}=\"\",\"\",IF({amount_fen}>=" NAME_INTERVAL
        ",{difference_fen},ROUND({difference_fen}/{amount_fen}*" NAME_INTERVAL ",2)))"),
  { .name = "note", .head = "现场记录", .width = 20, .show = YL_CELL_BLANK },
};

/* The plan stands above the table: its figures below the widest head, "路线或路段". */
#define VALUE 4

typedef struct
{
  const char *label;
  const char *name; /* (nullable): of its cell */
  YlOwnCell value;
  const char *remark;
} PlanLine;

static void
write_lines (YlPapers *papers, YlSheet *sheet, const PlanLine *lines, guint n)
{
  for (const PlanLine *line = lines; line < lines + n; line++)
    {
      const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 0);
      yl_sheet_span (sheet, 0, VALUE - 1, line->label);
      yl_sheet_set_style (sheet, YL_STYLE_BODY);
      if (line->name != NULL)
        yl_form_define (papers->form, line->name,
                        yl_ranges_cell (papers->texts, sheet, VALUE, row));
      yl_sheet_put (sheet, VALUE, VALUE, line->value);
      yl_sheet_span (sheet, VALUE + 1, G_N_ELEMENTS (columns) - 1, line->remark);
    }
}

static void
write_plan (YlPapers *papers, YlSheet *sheet)
{
  const YlSample *sample = papers->request->sample;
  const gint64 confidence_ppm = (gint64) sample->plan.confidence_percent * (YL_SHARE_WHOLE / 100);
  g_autofree char *tolerable = yl_formula_share_of (NAME_TOTAL, NAME_TOLERABLE_SHARE);
  g_autofree char *population =
      g_strdup_printf ("被审计文件所列各路段的金额合计，共%u个单元；金额为零的不参加抽样",
                       papers->audit->population->len);
  const PlanLine lines[] = {
    { "抽样总体（元）", NAME_TOTAL, yl_paper_amount (NULL, sample->total_fen), population },
    { "置信水平", NULL, yl_own_number (YL_MEASURE_PPM, confidence_ppm),
      "货币单元抽样（中国注册会计师审计准则第1314号——审计抽样），预计总体错报为零" },
    { "置信系数", NAME_CONFIDENCE_FACTOR, yl_paper_amount (NULL, sample->factor_hundredths),
      "泊松分布：90%为2.31，95%为3.00，99%为4.61" },
    { "可容忍错报比例", NAME_TOLERABLE_SHARE,
      yl_own_number (YL_MEASURE_PPM, sample->plan.tolerable.ppm),
      "占抽样总体的比例，由审计人员确定" },
    { "可容忍错报（元）", NAME_TOLERABLE, yl_paper_amount (tolerable, sample->tolerable_fen),
      "抽样总体×可容忍错报比例" },
    { "抽样间距（元）", NAME_INTERVAL,
      yl_paper_amount ("MIN(MAX(ROUND(" NAME_TOLERABLE "/" NAME_CONFIDENCE_FACTOR
                       ",2),0.01)," NAME_TOTAL ")",
                       sample->interval_fen),
      "可容忍错报÷置信系数；账面金额不小于间距的必查" },
  };
  write_lines (papers, sheet, lines, G_N_ELEMENTS (lines));
}

static void
write_draw (YlPapers *papers, YlSheet *sheet)
{
  const YlSample *sample = papers->request->sample;
  g_autofree char *seed = g_strdup_printf ("%" G_GUINT64_FORMAT, sample->plan.seed);
  g_autofree char *drawn = g_strdup_printf ("%" G_GUINT64_FORMAT "次抽中，落在%u个单元上；走访%u天",
                                            sample->n_hits, sample->draws->len, sample->n_days);
  g_autofree char *drive = g_strdup_printf (
      "乡镇按清单中首次出现的先后排列，一个乡镇能在一天内走完的不拆到两天；每天最多%u站",
      sample->plan.stops_per_day);
  const PlanLine lines[] = {
    { "随机种子", NULL, yl_own_label (seed),
      "同一清单、同一种子在任何机器上抽出同一样本（SplitMix64）" },
    { "随机起点（元）", NULL, yl_paper_amount (NULL, sample->start_fen),
      "各单元按清单顺序首尾相接，自起点起每隔一个间距抽中一分钱，它所在的单元即为样本" },
    { "抽样结果", NULL, yl_own_label (drawn), drive },
  };
  write_lines (papers, sheet, lines, G_N_ELEMENTS (lines));
}

static void
write_heads (const YlTable *table, YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 8);
  yl_table_write_heads (table, sheet, 34);
  const guint32 row = yl_sheet_get_row (sheet);
  yl_sheet_set (sheet, &(YlSheetSetting){
                           .kind = YL_SETTING_REPEAT_ROWS, .first_row = row, .last_row = row });
}

static Row
make_row (const YlPapers *papers, guint index)
{
  const YlSampleDraw *draw = &g_array_index (papers->request->sample->draws, YlSampleDraw, index);
  const YlSampleUnit *unit = &g_array_index (papers->audit->population, YlSampleUnit, draw->unit);
  return (Row){
    .day = draw->day,
    .stop = draw->stop,
    .township =
        unit->township == NULL || unit->township[0] == '\0' ? "（乡镇不详）" : unit->township,
    .name = unit->name != NULL ? unit->name : "",
    .place = unit->place != NULL ? unit->place : "",
    .amount_fen = unit->amount_fen,
    .hits = draw->n_hits,
    .certain = draw->is_certain ? "是" : "",
    .audited = yl_own_given (YL_MEASURE_FEN, YL_UNKNOWN, NULL),
    .open_fen = YL_UNKNOWN,
  };
}

/* What the amounts filled in come to. Returns: its row */
static guint32
write_total (YlTable *table, const Row *total, guint n_drawn, guint n_shown)
{
  static const char *const sums[] = { "audited_fen", "difference_fen", "projected_fen" };
  for (guint i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      g_autofree char *formula = g_strdup_printf ("IF(COUNT(%s)=0,\"\",ROUND(SUM(%s),2))",
                                                  yl_table_get_range (table, "audited_fen"),
                                                  yl_table_get_range (table, sums[i]));
      yl_table_set_formula (table, sums[i], formula);
    }
  g_autofree char *label = n_shown < n_drawn
                               ? g_strdup_printf ("合计（共%u个，只列出前%u个）", n_drawn, n_shown)
                               : g_strdup ("合计");
  const guint32 row = yl_paper_begin_row (table, "amount_fen", YL_STYLE_TOTAL, 20, label);
  yl_table_write_sums (table, "amount_fen", total);
  return row;
}

static void
write_verdict (const YlTable *table, guint32 total_row, guint n_shown)
{
  g_autofree char *formula =
      g_strdup_printf ("IF(COUNT(%s)<%u,\"审定金额填齐后得出\",IF(ABS(%s)<=" NAME_TOLERABLE
                       ",\"推断错报未超过可容忍错报\",\"推断错报超过可容忍错报，应扩大检查\"))",
                       yl_table_get_range (table, "audited_fen"), n_shown,
                       yl_table_get_cell (table, "projected_fen", total_row));
  yl_paper_begin_row (table, "amount_fen", YL_STYLE_TOTAL, 20, "抽样结论");
  yl_sheet_put (yl_table_get_sheet (table), yl_table_find_column (table, "amount_fen"),
                G_N_ELEMENTS (columns) - 1, yl_own_result (formula, "审定金额填齐后得出"));
}

static void
write_units (const YlPapers *papers, YlTable *table, guint n_shown)
{
  Row total = { .audited = yl_own_figure (YL_MEASURE_FEN, NULL, YL_UNKNOWN, NULL),
                .open_fen = YL_UNKNOWN };
  for (guint i = 0; i < n_shown; i++)
    {
      const Row row = make_row (papers, i);
      yl_table_write_row (table, i + 1, &row);
      yl_table_add_up (table, &total, &row);
    }
  write_verdict (table, write_total (table, &total, papers->request->sample->draws->len, n_shown),
                 n_shown);
}

void
yl_papers_write_sample (YlPapers *papers)
{
  const YlSample *sample = papers->request->sample;
  if (sample == NULL || sample->draws->len == 0)
    return;
  const guint n_shown = MIN (sample->draws->len, N_SHOWN_MAX);
  const YlSheetForm sheet_form = {
    .name = "抽样清单",
    .title = "抽样清单（货币单元抽样；索引号：" YL_INDEX_SAMPLE "）",
    .is_a3 = TRUE,
    .is_plain = TRUE,
  };
  YlTable *table = yl_tables_add (papers->tables, "sample", columns, G_N_ELEMENTS (columns));
  YlSheet *sheet = yl_table_open_heads (table, papers->form, &sheet_form);
  write_plan (papers, sheet);
  write_draw (papers, sheet);
  write_heads (table, sheet);
  yl_table_continue (table, sheet, n_shown);
  write_units (papers, table, n_shown);
  yl_sheet_end (sheet);
}
