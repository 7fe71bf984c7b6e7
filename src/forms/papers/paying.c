#include "papers-private.h"

#include "yanglu/forms/formulas.h"

/* What a ledger tells. 拨付核对: what each payee was allotted and paid, the days of the calendar, and
 * the balance of the ledger. 闲置资金: what became of each sum received, and how long the rest has
 * lain. */

/* A payee, or those that are not listed. */
typedef struct
{
  const char *name;
  const char *purpose;
  gint64 allotted_fen;
  gint64 paid_fen;
  gint64 difference_fen;
  gint64 carried_fen;
  const char *result;
  const char *written;
  const char *match;
  gboolean is_over; /* more was paid than D02 lets pass */
} Payee;

#define OF_PAYEE(of) G_STRUCT_OFFSET (Payee, of)
#define NO_ALLOTMENT "预算没有分配"

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_TEXT ("name", "对方或用途", 26, OF_PAYEE (name)),
  YL_COLUMN_LABEL ("purpose", "资金用途", 12, OF_PAYEE (purpose)),
  { .name = "allotted_fen",
    .head = "预算分配\n（元）",
    .width = 14,
    .show = YL_CELL_NUMBER,
    .measure = YL_MEASURE_FEN,
    .member = OF_PAYEE (allotted_fen),
    .total = "paying.allotted_fen",
    .unknown = "—" },
  YL_PAPER_AMOUNT (
      "paid_fen", "当年支付\n（元）", 14, OF_PAYEE (paid_fen), "paying.paid_in_year_fen"),
  { .name = "difference_fen",
    .head = "支付－分配\n（元）",
    .width = 14,
    .show = YL_CELL_FIGURE,
    .measure = YL_MEASURE_FEN,
    .member = OF_PAYEE (difference_fen),
    .total = "paying.difference_fen",
    .total_by = YL_TOTAL_AS_ROWS,
    .fault = OF_PAYEE (is_over) },
  YL_PAPER_AMOUNT (
      "carried_fen", "另付上年结转\n（元）", 14, OF_PAYEE (carried_fen), "paying.carried_fen"),
  { .name = "result",
    .head = "核对结果",
    .width = 12,
    .show = YL_CELL_RESULT,
    .member = OF_PAYEE (result),
    .formula = "IF(COUNT({allotted_fen})=0,\"" NO_ALLOTMENT
               "\",IF({difference_fen}>0,\"超付\",IF({difference_fen}<0,\"未付足\",\"一致\")))" },
  YL_COLUMN_TEXT ("written", "台账中的名称", 34, OF_PAYEE (written)),
  YL_COLUMN_LABEL ("match", "认定依据", 16, OF_PAYEE (match)),
};

/* A day of the calendar, below; its basis takes the columns that are left. */
typedef struct
{
  const char *date;
  gint64 share_ppm;
  gint64 required_fen;
  gint64 paid_fen;
  gint64 difference_fen;
  const char *result;
  gboolean is_late;
} Day;

#define OF_DAY(of) G_STRUCT_OFFSET (Day, of)

static const YlTableColumn day_columns[] = {
  { .name = "no_ordinal", .head = "", .show = YL_CELL_BLANK },
  YL_COLUMN_TEXT ("date", "拨付期限", 0, OF_DAY (date)),
  { .name = "share_ppm",
    .head = "应拨付比例",
    .show = YL_CELL_NUMBER,
    .measure = YL_MEASURE_PPM,
    .member = OF_DAY (share_ppm) },
  YL_COLUMN_FIGURE (
      "required_fen", "到期应付（元）", NULL, 0, YL_MEASURE_FEN, OF_DAY (required_fen), NULL, NULL),
  YL_PAPER_AMOUNT ("paid_fen", "到期已付（元）", 0, OF_DAY (paid_fen), NULL),
  { .name = "difference_fen",
    .head = "已付－应付（元）",
    .show = YL_CELL_FIGURE,
    .measure = YL_MEASURE_FEN,
    .member = OF_DAY (difference_fen),
    .formula = "ROUND({paid_fen}-{required_fen},2)",
    .fault = OF_DAY (is_late) },
  { .name = "nothing_carried", .head = "", .show = YL_CELL_BLANK },
  { .name = "result", .head = "核对结果", .show = YL_CELL_RESULT, .member = OF_DAY (result) },
};

static const char *
name_result (const YlPayeePaying *payee)
{
  if (!payee->is_known)
    return NO_ALLOTMENT;
  if (payee->paid_fen == payee->allotted_fen)
    return "一致";
  return payee->paid_fen > payee->allotted_fen ? "超付" : "未付足";
}

static Payee
make_row (const YlPayeePaying *payee)
{
  const gint64 difference_fen = payee->paid_fen - (payee->is_known ? payee->allotted_fen : 0);
  return (Payee){
    .name = payee->name,
    .purpose = yl_purpose_get_name ((YlPurpose) payee->purpose),
    .allotted_fen = payee->is_known ? payee->allotted_fen : YL_UNKNOWN,
    .paid_fen = payee->paid_fen,
    .difference_fen = difference_fen,
    .carried_fen = payee->carried_fen,
    .result = name_result (payee),
    .written = payee->written,
    .match = payee->written[0] == '\0' ? "" : yl_party_match_get_name (payee->match),
    /* Of works that no budget line is for D02 says nothing. */
    .is_over = difference_fen > 0 && (payee->is_known || payee->purpose == YL_PURPOSE_DAILY),
  };
}

/* Those past the limit stand in one row. */
static void
write_payees (YlPapers *papers, YlTable *table, guint n_shown)
{
  const YlPaying *paying = papers->audit->paying;
  Payee rest = { 0 };
  Payee total = { 0 };
  yl_table_set_formula (table, "difference_fen", "ROUND({paid_fen}-SUM({allotted_fen}),2)");
  for (guint i = 0; i < paying->payees->len; i++)
    {
      const Payee row = make_row (yl_paying_get_payee (paying, i));
      yl_table_add_up (table, i < n_shown ? &total : &rest, &row);
      if (i < n_shown)
        yl_table_write_row (table, i + 1, &row);
    }
  yl_table_add_up (table, &total, &rest);
  if (n_shown < paying->payees->len)
    {
      g_autofree char *name = g_strdup_printf ("其余 %u 个", paying->payees->len - n_shown);
      rest.name = name;
      yl_paper_write_row (table, YL_STYLE_BODY, &rest);
    }
  if (paying->payees->len == 0)
    return;
  yl_table_set_formula (table, "difference_fen", "ROUND({paid_fen}-{allotted_fen},2)");
  yl_paper_begin_row (table, "allotted_fen", YL_STYLE_TOTAL, 20, "合计");
  yl_table_write_sums (table, "allotted_fen", &total);
}

/* What a line below the table says of its figure. */
static void
write_remark (const YlTable *table, const char *remark)
{
  yl_sheet_span (yl_table_get_sheet (table), yl_table_find_column (table, "paid_fen"),
                 G_N_ELEMENTS (columns) - 1, remark);
}

/* A line below the table: its label, its figure, what it is. Returns: the row */
static guint32
write_line (
    const YlTable *table, const char *label, const char *formula, gint64 fen, const char *remark)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint column = yl_table_find_column (table, "allotted_fen");
  const guint32 row = yl_paper_begin_row (table, "allotted_fen", YL_STYLE_BODY, 20, label);
  yl_sheet_formula (sheet, column, YL_MEASURE_FEN, formula, fen);
  write_remark (table, remark);
  return row;
}

static void
write_day (YlTable *table, const YlPayingDay *day)
{
  g_autofree char *date = yl_date_to_chinese (day->date);
  const char *late = day->is_past ? "逾期少付" : "尚未到期";
  g_autofree char *result = g_strdup_printf ("IF({difference_fen}>=0,\"已付足\",\"%s\")", late);
  const gint64 difference_fen = day->paid_fen - day->required_fen;
  yl_table_set_formula (table, "result", result);
  yl_table_write_row (table, 0,
                      &(Day){ .date = date,
                              .share_ppm = day->share_ppm,
                              .required_fen = day->required_fen,
                              .paid_fen = day->paid_fen,
                              .difference_fen = difference_fen,
                              .result = difference_fen >= 0 ? "已付足" : late,
                              .is_late = day->is_past && difference_fen < 0 });
  yl_sheet_span (yl_table_get_sheet (table), G_N_ELEMENTS (day_columns), G_N_ELEMENTS (columns) - 1,
                 day->basis);
}

static void
write_calendar (YlPapers *papers, const YlTable *payees)
{
  const YlPaying *paying = papers->audit->paying;
  YlSheet *sheet = yl_table_get_sheet (payees);
  if (paying->days->len == 0)
    return;
  yl_paper_begin_section (sheet, G_N_ELEMENTS (columns) - 1, "政策规定的拨付日程（日常养护资金）");
  const guint32 standard = write_line (payees, "日常养护标准（元）", NULL, paying->standard_fen,
                                       "预算所列，各期限按比例计算");
  g_autofree char *required =
      yl_formula_share_of (yl_table_get_cell (payees, "allotted_fen", standard), "{share_ppm}");
  YlTable *table =
      yl_tables_add (papers->tables, "calendar", day_columns, G_N_ELEMENTS (day_columns));
  yl_table_set_formula (table, "required_fen", required);
  yl_table_write_heads (table, sheet, 24);
  yl_sheet_span_head (sheet, G_N_ELEMENTS (day_columns), G_N_ELEMENTS (columns) - 1, "依据");
  yl_table_continue (table, sheet, paying->days->len);
  for (guint i = 0; i < paying->days->len; i++)
    write_day (table, yl_paying_get_day (paying, i));
}

/* received + ahead = paid + unspent */
static void
write_balance (YlPapers *papers, const YlTable *table)
{
  const YlPaying *paying = papers->audit->paying;
  const char *figure = "allotted_fen"; /* the column that the figures stand in */
  YlSheet *sheet = yl_table_get_sheet (table);
  g_autofree char *day = yl_date_to_iso (paying->date);
  yl_paper_begin_section (sheet, G_N_ELEMENTS (columns) - 1, "收支平衡");
  const guint32 date = yl_paper_begin_row (table, "allotted_fen", YL_STYLE_BODY, 20, "台账基准日");
  yl_sheet_label (sheet, yl_table_find_column (table, figure), day);
  write_remark (table, "以下为截至这一天的台账；这一天以后的收支没有计入");
  const guint32 received =
      write_line (table, "收到（元）", YL_NAME_RECEIVED, paying->received_fen, "见“闲置资金”合计");
  const guint32 ahead =
      write_line (table, "垫付（元）", NULL, paying->ahead_fen, "支付在前，台账中没有对应的收入");
  const guint32 paid = write_line (table, "支付（元）", NULL, paying->paid_fen,
                                   "包括其他年度的支付和上年结转的支付");
  yl_form_define (papers->form, YL_NAME_PAYING_DAY, yl_table_get_cell (table, figure, date));
  yl_form_define (papers->form, YL_NAME_PAID, yl_table_get_cell (table, figure, paid));
  yl_paper_begin_row (table, "allotted_fen", YL_STYLE_TOTAL, 20, "结余（元）＝收到＋垫付－支付");
  const char *rest =
      yl_table_write_out (table, "ROUND({allotted_fen@%u}+{allotted_fen@%u}-{allotted_fen@%u},2)",
                          received, ahead, paid);
  const char *check = yl_table_write_out (table, "IF(ROUND({allotted_fen}-" YL_NAME_UNSPENT
                                                 ",2)=0,\"与“闲置资金”未支出合计相符\","
                                                 "\"与“闲置资金”未支出合计不符\")");
  yl_sheet_formula (sheet, yl_table_find_column (table, figure), YL_MEASURE_FEN, rest,
                    paying->unspent_fen);
  yl_sheet_put (sheet, yl_table_find_column (table, "paid_fen"), G_N_ELEMENTS (columns) - 1,
                yl_own_result (check, "与“闲置资金”未支出合计相符"));
}

static void
write_payees_sheet (YlPapers *papers)
{
  const YlPaying *paying = papers->audit->paying;
  const guint n_shown = MIN (paying->payees->len, YL_PAPER_PAYING_ROWS);
  YlTable *table = yl_tables_add (papers->tables, "payees", columns, G_N_ELEMENTS (columns));
  const YlSheetForm sheet_form = {
    .name = YL_SHEET_PAYING,
    .title = "资金拨付核对表",
    .index = YL_INDEX_PAYING,
    .unit_note = "单位：元",
    .n_frozen = yl_table_find_column (table, "purpose"),
  };
  YlSheet *sheet = yl_table_open (table, papers->form, &sheet_form,
                                  n_shown + (n_shown < paying->payees->len ? 1 : 0));
  write_payees (papers, table, n_shown);
  write_calendar (papers, table);
  write_balance (papers, table);
  yl_sheet_end (sheet);
}

/* A sum received, or the sums of many. */
typedef struct
{
  const char *date;
  const char *party;
  const char *document;
  const char *use;
  const char *due;
  gint64 received_fen;
  gint64 passed_on_fen;
  gint64 late_fen;
  gint64 unspent_fen;
  YlOwnCell idle[YL_N_IDLE_AGES];
  gboolean is_idle[YL_N_IDLE_AGES];
  gint64 place;
} Source;

#define OF_SOURCE(of) G_STRUCT_OFFSET (Source, of)
#define IDLE "其中闲置"

/* Days as whole numbers, 20210301: a year more is 10000 more, of 29 February too. */
#define TODAY "(SUBSTITUTE(" YL_NAME_PAYING_DAY ",\"-\",\"\")*1)"
#define RECEIVED_ON "SUBSTITUTE({date},\"-\",\"\")*1"

/* What has lain for over a year is a fault. */
#define LONG_IDLE(called, title, age, from)                                                        \
  {                                                                                                \
    .name = called, .head = title, .group = IDLE, .width = 14, .show = YL_CELL_OWN,                \
    .measure = YL_MEASURE_FEN, .member = OF_SOURCE (idle[age]), .formula = from,                   \
    .total = "paying." called, .fault = OF_SOURCE (is_idle[age])                                   \
  }

static const YlTableColumn source_columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_LABEL ("date", "收到日期", 11, OF_SOURCE (date)),
  YL_COLUMN_TEXT ("from", "来自", 17, OF_SOURCE (party)),
  YL_COLUMN_TEXT ("document", "文号", 17, OF_SOURCE (document)),
  YL_COLUMN_TEXT ("use", "用途", 14, OF_SOURCE (use)),
  YL_COLUMN_LABEL ("due", "应拨付到", 11, OF_SOURCE (due)),
  YL_PAPER_AMOUNT (
      "received_fen", "收到（元）", 14, OF_SOURCE (received_fen), "paying.received_fen"),
  YL_PAPER_AMOUNT (
      "passed_on_fen", "已拨付（元）", 14, OF_SOURCE (passed_on_fen), "paying.passed_on_fen"),
  YL_PAPER_AMOUNT ("late_fen", "其中逾期（元）", 14, OF_SOURCE (late_fen), "paying.late_fen"),
  YL_COLUMN_FIGURE ("unspent_fen",
                    "未支出（元）",
                    NULL,
                    14,
                    YL_MEASURE_FEN,
                    OF_SOURCE (unspent_fen),
                    "ROUND({received_fen}-{passed_on_fen},2)",
                    "paying.unspent_fen"),
  YL_COLUMN_FIGURE ("idle_up_to_one_year_fen",
                    "一年以内\n（元）",
                    IDLE,
                    14,
                    YL_MEASURE_FEN,
                    OF_SOURCE (idle[YL_IDLE_UP_TO_ONE_YEAR]),
                    "ROUND({unspent_fen}-{idle_over_one_year_fen}-{idle_over_two_years_fen},2)",
                    "paying.idle_up_to_one_year_fen"),
  LONG_IDLE ("idle_over_one_year_fen",
             "一至两年\n（元）",
             YL_IDLE_OVER_ONE_YEAR,
             "IF(AND(" TODAY ">" RECEIVED_ON "+10000," TODAY "<=" RECEIVED_ON
             "+20000),{unspent_fen},0)"),
  LONG_IDLE ("idle_over_two_years_fen",
             "两年以上\n（元）",
             YL_IDLE_OVER_TWO_YEARS,
             "IF(" TODAY ">" RECEIVED_ON "+20000,{unspent_fen},0)"),
  { .name = "place",
    .head = "台账行",
    .width = 7,
    .show = YL_CELL_CODE,
    .measure = YL_MEASURE_NUMBER,
    .member = OF_SOURCE (place) },
};

static Source
make_source (const YlSourcePaying *source)
{
  Source row = { .party = source->party,
                 .document = source->document,
                 .use = source->use,
                 .received_fen = source->received_fen,
                 .passed_on_fen = source->passed_on_fen,
                 .late_fen = source->late_fen,
                 .unspent_fen = source->received_fen - source->passed_on_fen,
                 .place = source->row };
  for (guint age = 0; age < YL_N_IDLE_AGES; age++)
    {
      row.idle[age] = yl_paper_amount (NULL, source->idle_fen[age]);
      row.is_idle[age] = source->idle_fen[age] > 0;
    }
  return row;
}

static void
write_source (const YlTable *table, const YlSourcePaying *source, guint ordinal)
{
  g_autofree char *date = yl_date_to_iso (source->date);
  g_autofree char *due = yl_date_to_iso (source->due);
  Source row = make_source (source);
  row.date = date;
  row.due = due;
  yl_table_write_row (table, ordinal, &row);
}

static void
write_sources_total (YlPapers *papers, const YlTable *table, const Source *total)
{
  static const struct
  {
    const char *column;
    const char *name;
  } names[] = { { "received_fen", YL_NAME_RECEIVED },
                { "unspent_fen", YL_NAME_UNSPENT },
                { "idle_over_one_year_fen", YL_NAME_OVER_ONE_YEAR },
                { "idle_over_two_years_fen", YL_NAME_OVER_TWO_YEARS } };
  const guint32 row = yl_paper_begin_row (table, "received_fen", YL_STYLE_TOTAL, 20, "合计");
  yl_table_write_sums (table, "received_fen", total);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    yl_form_define (papers->form, names[i].name, yl_table_get_cell (table, names[i].column, row));
}

/* Those past the limit are the youngest; they stand in one row, which has no date to reckon their
 * years from. */
static void
write_sources (YlPapers *papers, const YlTable *table, guint n_shown)
{
  const YlPaying *paying = papers->audit->paying;
  Source rest = { 0 };
  Source total = { 0 };
  for (guint i = 0; i < paying->sources->len; i++)
    {
      const YlSourcePaying *source = yl_paying_get_source (paying, i);
      const Source row = make_source (source);
      yl_table_add_up (table, i < n_shown ? &total : &rest, &row);
      if (i < n_shown)
        write_source (table, source, i + 1);
    }
  yl_table_add_up (table, &total, &rest);
  if (n_shown < paying->sources->len)
    {
      g_autofree char *label = g_strdup_printf ("其余 %u 笔", paying->sources->len - n_shown);
      yl_paper_begin_row (table, "received_fen", YL_STYLE_BODY, 0, label);
      for (guint age = 0; age < YL_N_IDLE_AGES; age++)
        rest.idle[age] = yl_own_number (YL_MEASURE_FEN, rest.idle[age].units);
      yl_table_write_cells (table, "received_fen", &rest);
    }
  write_sources_total (papers, table, &total);
}

static void
write_sources_sheet (YlPapers *papers)
{
  const YlPaying *paying = papers->audit->paying;
  const guint n_shown = MIN (paying->sources->len, YL_PAPER_PAYING_ROWS);
  YlTable *table =
      yl_tables_add (papers->tables, "idle", source_columns, G_N_ELEMENTS (source_columns));
  const YlSheetForm sheet_form = {
    .name = "闲置资金",
    .title = "资金去向与闲置情况表",
    .index = YL_INDEX_IDLE,
    .unit_note = "单位：元",
    .n_frozen = yl_table_find_column (table, "from"),
  };
  YlSheet *sheet = yl_table_open (table, papers->form, &sheet_form,
                                  n_shown + (n_shown < paying->sources->len ? 1 : 0));
  write_sources (papers, table, n_shown);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  yl_sheet_span (
      sheet, 0, G_N_ELEMENTS (source_columns) - 1,
      "支付先用同文号的收入，再用同用途的收入，都按收到先后；闲置年数算到“拨付核对”的台账"
      "基准日，满一年、两年的当天不算超过。");
  yl_sheet_end (sheet);
}

void
yl_papers_write_paying (YlPapers *papers)
{
  if (papers->audit->paying == NULL)
    return;
  write_payees_sheet (papers);
  write_sources_sheet (papers);
}
