#include "audit-book-private.h"

#include "yanglu/forms/formulas.h"

/* 抽样清单: the monetary-unit sample in the order of the drive. */

enum
{
  ORDINAL,
  DAY,
  STOP,
  TOWNSHIP,
  NAME,
  PLACE,
  AMOUNT,
  HITS,
  CERTAIN,
  AUDITED,
  DIFFERENCE,
  PROJECTED,
  NOTE,
  N_COLUMNS,
};

static const YlColumnForm columns[N_COLUMNS] = {
  [ORDINAL] = { "序号", NULL, 6 },
  [DAY] = { "第几天", NULL, 8 },
  [STOP] = { "当天\n第几站", NULL, 8 },
  [TOWNSHIP] = { "乡镇", NULL, 14 },
  [NAME] = { "路线或路段", NULL, 38 },
  [PLACE] = { "位置", NULL, 16 },
  [AMOUNT] = { "账面金额\n（元）", NULL, 17 },
  [HITS] = { "抽中\n次数", NULL, 8 },
  [CERTAIN] = { "必查", NULL, 7 },
  [AUDITED] = { "审定金额\n（元）", NULL, 16 },
  [DIFFERENCE] = { "差额\n（元）", NULL, 15 },
  [PROJECTED] = { "推断错报\n（元）", NULL, 16 },
  [NOTE] = { "现场记录", NULL, 24 },
};

/* More would not be a sample; what is past them is counted and named. */
#define N_SHOWN_MAX 5000u
#define LABEL_END TOWNSHIP
#define VALUE NAME
#define REMARK PLACE

#define NAME_TOTAL "抽样总体"
#define NAME_CONFIDENCE_FACTOR "置信系数"
#define NAME_TOLERABLE_SHARE "可容忍错报比例"
#define NAME_TOLERABLE "可容忍错报"
#define NAME_INTERVAL "抽样间距"

static void
begin_line (YlPapers *papers, YlSheet *sheet, const char *label, const char *name)
{
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 0);
  yl_sheet_span (sheet, ORDINAL, LABEL_END, label);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  if (name != NULL)
    yl_form_define (papers->form, name,
                    yl_ranges_cell (papers->texts, sheet, VALUE, yl_sheet_get_row (sheet)));
}

static void
end_line (YlSheet *sheet, const char *remark)
{
  yl_sheet_span (sheet, REMARK, NOTE, remark);
}

static void
write_interval (YlPapers *papers, YlSheet *sheet)
{
  const YlSample *sample = papers->request->sample;
  g_autofree char *tolerable = yl_formula_share_of (NAME_TOTAL, NAME_TOLERABLE_SHARE);
  begin_line (papers, sheet, "可容忍错报（元）", NAME_TOLERABLE);
  yl_sheet_formula (sheet, VALUE, YL_MEASURE_FEN, tolerable, sample->tolerable_fen);
  end_line (sheet, "抽样总体×可容忍错报比例");
  begin_line (papers, sheet, "抽样间距（元）", NAME_INTERVAL);
  yl_sheet_formula (sheet, VALUE, YL_MEASURE_FEN,
                    "MIN(MAX(ROUND(" NAME_TOLERABLE "/" NAME_CONFIDENCE_FACTOR
                    ",2),0.01)," NAME_TOTAL ")",
                    sample->interval_fen);
  end_line (sheet, "可容忍错报÷置信系数；账面金额不小于间距的必查");
}

static void
write_plan (YlPapers *papers, YlSheet *sheet)
{
  const YlSample *sample = papers->request->sample;
  g_autofree char *population =
      g_strdup_printf ("被审计文件所列各路段的金额合计，共%u个单元；金额为零的不参加抽样",
                       papers->audit->population->len);
  begin_line (papers, sheet, "抽样总体（元）", NAME_TOTAL);
  yl_sheet_number (sheet, VALUE, YL_MEASURE_FEN, sample->total_fen);
  end_line (sheet, population);
  begin_line (papers, sheet, "置信水平", NULL);
  yl_sheet_number (sheet, VALUE, YL_MEASURE_PPM,
                   (gint64) sample->plan.confidence_percent * (YL_SHARE_WHOLE / 100));
  end_line (sheet, "货币单元抽样（中国注册会计师审计准则第1314号——审计抽样），预计总体错报为零");
  begin_line (papers, sheet, "置信系数", NAME_CONFIDENCE_FACTOR);
  yl_sheet_number (sheet, VALUE, YL_MEASURE_FEN, sample->factor_hundredths);
  end_line (sheet, "泊松分布：90%为2.31，95%为3.00，99%为4.61");
  begin_line (papers, sheet, "可容忍错报比例", NAME_TOLERABLE_SHARE);
  yl_sheet_number (sheet, VALUE, YL_MEASURE_PPM, sample->plan.tolerable.ppm);
  end_line (sheet, "占抽样总体的比例，由审计人员确定");
  write_interval (papers, sheet);
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
  begin_line (papers, sheet, "随机种子", NULL);
  yl_sheet_label (sheet, VALUE, seed);
  end_line (sheet, "同一清单、同一种子在任何机器上抽出同一样本（SplitMix64）");
  begin_line (papers, sheet, "随机起点（元）", NULL);
  yl_sheet_number (sheet, VALUE, YL_MEASURE_FEN, sample->start_fen);
  end_line (sheet,
            "各单元按清单顺序首尾相接，自起点起每隔一个间距抽中一分钱，它所在的单元即为样本");
  begin_line (papers, sheet, "抽样结果", NULL);
  yl_sheet_label (sheet, VALUE, drawn);
  end_line (sheet, drive);
}

static void
write_heads (YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 8);
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_BODY, 34);
  for (guint i = 0; i < N_COLUMNS; i++)
    yl_sheet_head (sheet, i, columns[i].head);
  yl_sheet_set (sheet, &(YlSheetSetting){
                           .kind = YL_SETTING_REPEAT_ROWS, .first_row = row, .last_row = row });
}

#define DIFFERENCE_FORMULA "IF(J#=\"\",\"\",ROUND(G#-J#,2))"
#define PROJECTED_FORMULA                                                                          \
  "IF(J#=\"\",\"\",IF(G#>=" NAME_INTERVAL ",K#,ROUND(K#/G#*" NAME_INTERVAL ",2)))"

static void
write_unit (const YlPapers *papers, YlSheet *sheet, guint index)
{
  const YlSampleDraw *draw = &g_array_index (papers->request->sample->draws, YlSampleDraw, index);
  const YlSampleUnit *unit = &g_array_index (papers->audit->population, YlSampleUnit, draw->unit);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, ORDINAL, YL_MEASURE_NUMBER, (gint64) index + 1);
  yl_sheet_number (sheet, DAY, YL_MEASURE_NUMBER, draw->day);
  yl_sheet_number (sheet, STOP, YL_MEASURE_NUMBER, draw->stop);
  yl_sheet_text (sheet, TOWNSHIP,
                 unit->township == NULL || unit->township[0] == '\0' ? "（乡镇不详）"
                                                                     : unit->township);
  yl_sheet_text (sheet, NAME, unit->name != NULL ? unit->name : "");
  yl_sheet_text (sheet, PLACE, unit->place != NULL ? unit->place : "");
  yl_sheet_number (sheet, AMOUNT, YL_MEASURE_FEN, unit->amount_fen);
  yl_sheet_number (sheet, HITS, YL_MEASURE_COUNT, draw->n_hits);
  yl_sheet_label (sheet, CERTAIN, draw->is_certain ? "是" : "");
  yl_sheet_set_style (sheet, YL_STYLE_INPUT);
  yl_sheet_blank_number (sheet, AUDITED, YL_MEASURE_FEN);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_open_formula (sheet, DIFFERENCE, YL_MEASURE_FEN, DIFFERENCE_FORMULA);
  yl_sheet_open_formula (sheet, PROJECTED, YL_MEASURE_FEN, PROJECTED_FORMULA);
  yl_sheet_blank (sheet, NOTE);
}

static void
write_open_sum (const YlPapers *papers, const YlPart *rows, guint column)
{
  GStringChunk *texts = papers->texts;
  g_autofree char *formula =
      g_strdup_printf ("IF(COUNT(%s)=0,\"\",ROUND(SUM(%s),2))",
                       yl_ranges_rows (texts, rows, AUDITED), yl_ranges_rows (texts, rows, column));
  yl_sheet_open_formula (rows->sheet, column, YL_MEASURE_FEN, formula);
}

static void
write_total (YlPapers *papers, const YlPart *rows, guint n_shown)
{
  const YlSample *sample = papers->request->sample;
  YlSheet *sheet = rows->sheet;
  gint64 amount_fen = 0;
  gint64 n_hits = 0;
  for (guint i = 0; i < n_shown; i++)
    {
      const YlSampleDraw *draw = &g_array_index (sample->draws, YlSampleDraw, i);
      n_hits += draw->n_hits;
      amount_fen += g_array_index (papers->audit->population, YlSampleUnit, draw->unit).amount_fen;
    }
  g_autofree char *label =
      n_shown < sample->draws->len
          ? g_strdup_printf ("合计（共%u个，只列出前%u个）", sample->draws->len, n_shown)
          : g_strdup ("合计");
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_span (sheet, ORDINAL, PLACE, label);
  yl_sheet_formula (sheet, AMOUNT, YL_MEASURE_FEN,
                    yl_ranges_sum (papers->texts, rows, 1, AMOUNT, YL_MEASURE_FEN, NULL, 0),
                    amount_fen);
  yl_sheet_formula (sheet, HITS, YL_MEASURE_COUNT,
                    yl_ranges_sum (papers->texts, rows, 1, HITS, YL_MEASURE_COUNT, NULL, 0),
                    n_hits);
  yl_sheet_blank (sheet, CERTAIN);
  write_open_sum (papers, rows, AUDITED);
  write_open_sum (papers, rows, DIFFERENCE);
  write_open_sum (papers, rows, PROJECTED);
  yl_sheet_blank (sheet, NOTE);
}

static void
write_verdict (YlPapers *papers, const YlPart *rows)
{
  YlSheet *sheet = rows->sheet;
  const char *projected = yl_ranges_cell (papers->texts, sheet, PROJECTED, rows->last_row + 1);
  g_autofree char *formula =
      g_strdup_printf ("IF(COUNT(%s)<%u,\"审定金额填齐后得出\",IF(ABS(%s)<=" NAME_TOLERABLE
                       ",\"推断错报未超过可容忍错报\",\"推断错报超过可容忍错报，应扩大检查\"))",
                       yl_ranges_rows (papers->texts, rows, AUDITED),
                       rows->last_row + 1 - rows->first_row, projected);
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_span (sheet, ORDINAL, PLACE, "抽样结论");
  yl_sheet_span_formula (sheet, AMOUNT, NOTE, formula, "审定金额填齐后得出");
}

void
yl_papers_write_sample (YlPapers *papers)
{
  const YlSample *sample = papers->request->sample;
  if (sample == NULL || sample->draws->len == 0)
    return;
  const YlSheetForm sheet_form = {
    .name = "抽样清单",
    .title = "抽样清单（货币单元抽样）",
    .columns = columns,
    .n_columns = N_COLUMNS,
    .is_plain = TRUE,
  };
  YlSheet *sheet = yl_form_add_sheet (papers->form, &sheet_form);
  write_plan (papers, sheet);
  write_draw (papers, sheet);
  write_heads (sheet);
  const guint n_shown = MIN (sample->draws->len, N_SHOWN_MAX);
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  const YlPart rows = { sheet, first, first + n_shown - 1 };
  for (guint i = 0; i < n_shown; i++)
    write_unit (papers, sheet, i);
  write_total (papers, &rows, n_shown);
  write_verdict (papers, &rows);
  yl_sheet_end (sheet);
}
