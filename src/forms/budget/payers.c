#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

#include "source-sums-private.h"

/* 资金承担: which level pays how much of what (S2, S16; domain.md §2). */

enum
{
  ORDINAL,
  PURPOSE,
  PAYER,
  BASE,
  SHARE,
  WHOLE,
  REST,
  AMOUNT,
  METHOD,
  N_COLUMNS,
};

static const YlColumnForm columns[N_COLUMNS] = {
  [ORDINAL] = { "序号", NULL, 7 },
  [PURPOSE] = { "用途", NULL, 14 },
  [PAYER] = { "承担主体", NULL, 12 },
  [BASE] = { "测算基数\n（元）", NULL, 18 },
  [SHARE] = { "分担比例", NULL, 11 },
  [WHOLE] = { "取整\n（分）", NULL, 16 },
  [REST] = { "余数\n（百万分之一分）", NULL, 16 },
  [AMOUNT] = { "承担金额\n（元）", NULL, 18 },
  [METHOD] = { "测算方法", NULL, 52 },
};

/* The province speaks for the centre too. */
static const YlPayer bearers[] = { YL_PAYER_PROVINCE, YL_PAYER_CITY, YL_PAYER_COUNTY };
#define N_BEARERS G_N_ELEMENTS (bearers)

YlSheet *
yl_book_open_payers (YlBook *book)
{
  g_autofree char *title = yl_book_make_title (book, "管护资金承担测算表");
  const YlSheetForm sheet_form = {
    .name = "资金承担",
    .title = title,
    .unit_note = "单位：元",
    .columns = columns,
    .n_columns = N_COLUMNS,
  };
  return yl_form_add_sheet (book->form, &sheet_form);
}

static gint64
paid_fen (const YlBook *book, YlPayer payer, YlPurpose purpose)
{
  const GArray *lines = book->figures->payers;
  for (guint i = 0; i < lines->len; i++)
    {
      const YlPayerLine *line = &g_array_index (lines, YlPayerLine, i);
      if (line->payer == payer && line->purpose == purpose)
        return line->amount_fen;
    }
  return 0;
}

/* One line of the table as it is going to stand. */
typedef struct
{
  YlPurpose purpose;
  guint bearer;      /* index in bearers */
  guint32 first_row; /* of its purpose */
  const char *base;  /* formula */
  gint64 base_fen;
  const char *amount; /* formula */
  const char *method;
} Line;

static void
map_payer (YlSheet *sheet, guint column, YlMeasure measure, const Line *line, const char *figure)
{
  g_autofree char *key =
      g_strdup_printf ("payers.%s.%s.%s", yl_payer_get_key (bearers[line->bearer]),
                       yl_purpose_get_key (line->purpose), figure);
  yl_sheet_map_cell (sheet, column, measure, key);
}

static void
write_shares (YlBook *book, YlSheet *sheet, const Line *line)
{
  if (line->purpose != YL_PURPOSE_DAILY || book->figures->payers_method != YL_PAYERS_BY_SHARE)
    {
      for (guint column = SHARE; column <= REST; column++)
        yl_sheet_label (sheet, column, "—");
      return;
    }
  const YlPolicyValue *share = yl_policy_find (book->policy, YL_GROUP_PAYER_SHARE,
                                               book->entity->code, bearers[line->bearer]);
  const gint64 ppm = share == NULL ? 0 : share->value;
  const __int128 product = (__int128) line->base_fen * ppm;
  g_autofree char *whole = yl_formula_split_whole ("D#", "E#");
  g_autofree char *rest = yl_formula_split_rest ("D#", "E#");
  yl_sheet_formula (sheet, SHARE, YL_MEASURE_PPM, yl_book_value_cell (book, share), ppm);
  yl_sheet_formula (sheet, WHOLE, YL_MEASURE_COUNT, whole, (gint64) (product / YL_SHARE_WHOLE));
  yl_sheet_formula (sheet, REST, YL_MEASURE_COUNT, rest, (gint64) (product % YL_SHARE_WHOLE));
  map_payer (sheet, SHARE, YL_MEASURE_PPM, line, "share_ppm");
  map_payer (sheet, WHOLE, YL_MEASURE_COUNT, line, "whole_fen");
  map_payer (sheet, REST, YL_MEASURE_COUNT, line, "rest");
}

static void
write_line (YlBook *book, const Line *line)
{
  YlSheet *sheet = book->tabs[YL_TAB_PAYERS];
  const YlPayer payer = bearers[line->bearer];
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_ordinal (sheet, ORDINAL, row - yl_sheet_get_first_row (sheet) + 1);
  yl_sheet_label (sheet, PURPOSE, yl_purpose_get_name (line->purpose));
  yl_sheet_label (sheet, PAYER, yl_payer_get_name (payer));
  yl_sheet_formula (sheet, BASE, YL_MEASURE_FEN, line->base, line->base_fen);
  map_payer (sheet, BASE, YL_MEASURE_FEN, line, "base_fen");
  write_shares (book, sheet, line);
  yl_sheet_formula (sheet, AMOUNT, YL_MEASURE_FEN, line->amount,
                    paid_fen (book, payer, line->purpose));
  map_payer (sheet, AMOUNT, YL_MEASURE_FEN, line, "amount_fen");
  yl_sheet_text (sheet, METHOD, line->method);
}

static const char *
grants_above_county (YlBook *book, YlPurpose purpose, guint bearer)
{
  if (bearers[bearer] != YL_PAYER_PROVINCE)
    return yl_book_sum_public (book, purpose, bearers[bearer]);
  return yl_book_keep (
      book, g_strdup_printf ("ROUND(%s+%s,2)", yl_book_sum_public (book, purpose, YL_PAYER_CENTRAL),
                             yl_book_sum_public (book, purpose, YL_PAYER_PROVINCE)));
}

static void
set_by_share (YlBook *book, Line *line)
{
  const guint32 first = line->first_row;
  const guint32 last = first + N_BEARERS - 1;
  g_autofree char *wholes = g_strdup_printf ("$F$%u:$F$%u", first, last);
  g_autofree char *rests = g_strdup_printf ("$G$%u:$G$%u", first, last);
  g_autofree char *so_far = g_strdup_printf ("$G$%u:G#", first);
  line->amount =
      yl_book_keep (book, yl_formula_split_amount ("D#", "F#", wholes, "G#", rests, so_far));
  line->method = "日常养护标准总额×分担比例，最大余数法分配到分";
}

static void
set_by_stack (YlBook *book, Line *line)
{
  const guint32 first = line->first_row;
  if (bearers[line->bearer] == YL_PAYER_COUNTY)
    {
      line->amount = yl_book_keep (book, g_strdup_printf ("ROUND(D#-H%u-H%u,2)", first, first + 1));
      line->method = "日常养护标准总额减省、市承担（含全部桥梁养护）";
      return;
    }
  const gboolean is_province = bearers[line->bearer] == YL_PAYER_PROVINCE;
  line->amount =
      yl_book_formula (book, is_province ? "sum(roads.province_fen)" : "sum(roads.city_fen)");
  line->method = "计费里程×每公里承担标准，逐路段计算（见里程明细）";
}

static void
set_by_grants (YlBook *book, Line *line)
{
  static const char *const methods[N_BEARERS] = {
    "中央、省级日常养护补助（见资金来源）",
    "市级日常养护补助（见资金来源）",
    "补足上级补助后的资金缺口，不小于零",
  };
  line->amount = bearers[line->bearer] == YL_PAYER_COUNTY
                     ? YL_NAME_GAP
                     : grants_above_county (book, YL_PURPOSE_DAILY, line->bearer);
  line->method = methods[line->bearer];
}

static void
set_other (YlBook *book, Line *line)
{
  const guint32 first = line->first_row;
  if (bearers[line->bearer] == YL_PAYER_COUNTY)
    {
      line->amount = yl_book_keep (book, g_strdup_printf ("ROUND(D#-H%u-H%u,2)", first, first + 1));
      line->method = "预算数减上级同用途补助";
      return;
    }
  const gboolean is_province = bearers[line->bearer] == YL_PAYER_PROVINCE;
  const char *grants = grants_above_county (book, line->purpose, line->bearer);
  line->amount = yl_book_keep (
      book, is_province ? g_strdup_printf ("MAX(0,MIN(%s,D#))", grants)
                        : g_strdup_printf ("MAX(0,MIN(%s,ROUND(D#-H%u,2)))", grants, first));
  line->method =
      is_province ? "中央、省级同用途补助，以预算数为限" : "市级同用途补助，以未足部分为限";
}

static void
set_amount (YlBook *book, Line *line)
{
  if (line->purpose != YL_PURPOSE_DAILY)
    set_other (book, line);
  else if (book->figures->payers_method == YL_PAYERS_BY_SHARE)
    set_by_share (book, line);
  else if (book->figures->payers_method == YL_PAYERS_BY_STACK)
    set_by_stack (book, line);
  else
    set_by_grants (book, line);
}

static void
write_purpose (YlBook *book, YlPurpose purpose, gint64 demand_fen)
{
  const gboolean is_daily = purpose == YL_PURPOSE_DAILY;
  Line line = {
    .purpose = purpose,
    .first_row = yl_sheet_get_row (book->tabs[YL_TAB_PAYERS]) + 1,
    .base = is_daily ? YL_NAME_STANDARD : yl_book_sum_other (book, purpose),
    .base_fen = demand_fen,
  };
  for (line.bearer = 0; line.bearer < N_BEARERS; line.bearer++)
    {
      set_amount (book, &line);
      write_line (book, &line);
    }
}

static gint64
all_paid_fen (const YlBook *book, gint payer)
{
  const GArray *lines = book->figures->payers;
  gint64 sum_fen = 0;
  for (guint i = 0; i < lines->len; i++)
    {
      const YlPayerLine *line = &g_array_index (lines, YlPayerLine, i);
      if (payer < 0 || line->payer == (YlPayer) payer)
        sum_fen += line->amount_fen;
    }
  return sum_fen;
}

static void
write_total (YlBook *book, const YlPart *rows)
{
  YlSheet *sheet = rows->sheet;
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_label (sheet, ORDINAL, "合计");
  yl_sheet_blanks (sheet, PURPOSE, REST);
  yl_book_put_sum (book, rows, AMOUNT, YL_MEASURE_FEN, all_paid_fen (book, -1), "payers_fen");
  yl_sheet_blank (sheet, METHOD);
}

/* What is paid is what is asked, and what the levels above granted beyond it. */
static void
note_check (YlBook *book, const YlPart *rows)
{
  const YlDaily *daily = &book->figures->daily;
  const gboolean is_by_grants = book->figures->payers_method == YL_PAYERS_BY_GRANTS;
  const YlCriterion criterion = { PURPOSE, "\"日常养护\"" };
  const gint64 over_fen = MAX (0, daily->superior_grants_fen - daily->standard_fen);
  const YlCheck daily_check = {
    .title = is_by_grants ? "日常养护各级承担合计＝标准总额＋上级补助超出部分"
                          : "日常养护各级承担合计＝标准总额",
    .left = yl_book_sum (book, rows, 1, AMOUNT, YL_MEASURE_FEN, &criterion, 1),
    .right = is_by_grants ? "ROUND(" YL_NAME_STANDARD "+MAX(0," YL_NAME_SUPERIOR
                            "-" YL_NAME_STANDARD "),2)"
                          : YL_NAME_STANDARD,
    .units = daily->standard_fen + (is_by_grants ? over_fen : 0),
    .measure = YL_MEASURE_FEN,
  };
  yl_book_note_check (book, &daily_check);
}

static void
map_all_of (YlSheet *sheet, guint column, YlPayer payer)
{
  g_autofree char *key = g_strdup_printf ("payers.%s.all_fen", yl_payer_get_key (payer));
  yl_sheet_map_cell (sheet, column, YL_MEASURE_FEN, key);
}

static void
write_summary (YlBook *book, const YlPart *rows)
{
  YlSheet *sheet = rows->sheet;
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  yl_sheet_span (sheet, ORDINAL, BASE, "按承担主体汇总");
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  for (guint i = 0; i < N_BEARERS; i++)
    {
      const YlCriterion criterion = { PAYER, "$C#" };
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      yl_sheet_ordinal (sheet, ORDINAL, i + 1);
      yl_sheet_label (sheet, PURPOSE, "全部用途");
      yl_sheet_label (sheet, PAYER, yl_payer_get_name (bearers[i]));
      yl_sheet_formula (sheet, BASE, YL_MEASURE_FEN,
                        yl_book_sum (book, rows, 1, AMOUNT, YL_MEASURE_FEN, &criterion, 1),
                        all_paid_fen (book, (gint) bearers[i]));
      map_all_of (sheet, BASE, bearers[i]);
    }
  book->bearer_rows = (YlPart){ sheet, first, first + N_BEARERS - 1 };
  const YlCheck check = {
    .title = "逐项承担合计＝按承担主体汇总",
    .left = yl_book_sum (book, rows, 1, AMOUNT, YL_MEASURE_FEN, NULL, 0),
    .right = yl_book_sum (book, &book->bearer_rows, 1, BASE, YL_MEASURE_FEN, NULL, 0),
    .units = all_paid_fen (book, -1),
    .measure = YL_MEASURE_FEN,
  };
  yl_book_note_check (book, &check);
}

void
yl_book_fill_payers (YlBook *book)
{
  YlSheet *sheet = book->tabs[YL_TAB_PAYERS];
  YlSourceSums sums;
  yl_source_sums_init (&sums, book->entry->sources, book->figures->demand);
  const guint32 first = yl_sheet_get_first_row (sheet);
  write_purpose (book, YL_PURPOSE_DAILY, book->figures->daily.standard_fen);
  for (guint purpose = YL_PURPOSE_DAILY + 1; purpose < YL_N_PURPOSES; purpose++)
    if (sums.demand_fen[purpose] != 0)
      write_purpose (book, purpose, sums.demand_fen[purpose]);
  const YlPart rows = { sheet, first, yl_sheet_get_row (sheet) };
  write_total (book, &rows);
  note_check (book, &rows);
  write_summary (book, &rows);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  yl_sheet_span (sheet, ORDINAL, METHOD,
                 "说明：“省”含中央资金。各级比例按政策规定执行；政策未规定比例的，上级按已下达补助"
                 "承担，县级补足缺口。");
  yl_sheet_end (sheet);
}

void
yl_book_write_bearers (YlBook *book, YlSheet *sheet, guint title, guint amount, guint last)
{
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  yl_sheet_label (sheet, 0, "附二");
  yl_sheet_span (sheet, title, last, "各级承担（全部用途）");
  for (guint i = 0; i < N_BEARERS; i++)
    {
      yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
      yl_sheet_ordinal (sheet, 0, i + 1);
      yl_sheet_text (sheet, title, yl_payer_get_name (bearers[i]));
      yl_sheet_blanks (sheet, title + 1, amount - 1);
      yl_sheet_formula (
          sheet, amount, YL_MEASURE_FEN,
          yl_book_reference (book, book->bearer_rows.sheet, BASE, book->bearer_rows.first_row + i),
          all_paid_fen (book, (gint) bearers[i]));
      map_all_of (sheet, amount, bearers[i]);
      yl_sheet_span (sheet, amount + 1, last, "见资金承担表");
    }
}

void
yl_book_draw_bearers (YlBook *book, YlSheet *sheet, const YlChart *pie)
{
  const char *labels[N_BEARERS];
  gint64 amounts_fen[N_BEARERS];
  for (guint i = 0; i < N_BEARERS; i++)
    {
      labels[i] = yl_payer_get_name (bearers[i]);
      amounts_fen[i] = all_paid_fen (book, (gint) bearers[i]);
    }
  const YlChartSeries series = {
    .name = "承担金额",
    .categories = yl_book_range (book, &book->bearer_rows, PAYER),
    .values = yl_book_range (book, &book->bearer_rows, BASE),
    .n = N_BEARERS,
    .labels = labels,
    .amounts_fen = amounts_fen,
  };
  YlChart chart = *pie;
  chart.kind = YL_CHART_PIE;
  chart.series = &series;
  chart.n_series = 1;
  yl_sheet_draw (sheet, &chart);
}
