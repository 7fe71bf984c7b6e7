#include "audit-book-private.h"

/* 闲置资金: what became of each sum received, and how long the rest has lain. */

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
  gint64 idle_fen[YL_N_IDLE_AGES];
  gint64 place;
  gboolean is_rest; /* those that are not listed, which have no date to reckon from */
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)
#define IDLE "其中闲置"

/* Days as whole numbers, 20210301: a year more is 10000 more, of 29 February too. */
#define TODAY "(SUBSTITUTE(" YL_NAME_PAYING_DAY ",\"-\",\"\")*1)"
#define RECEIVED_ON "SUBSTITUTE({date},\"-\",\"\")*1"

/* What has lain for over a year is a fault. */
static void
write_idle (const YlTable *table, guint column, gconstpointer record)
{
  const Row *row = record;
  const gint64 fen = yl_table_get_units (table, column, record);
  if (row->is_rest)
    yl_sheet_number (yl_table_get_sheet (table), column, YL_MEASURE_FEN, fen);
  else
    yl_paper_write_judged (table, column, record, fen > 0);
}

#define AMOUNT(called, title, wide, of)                                                            \
  {                                                                                                \
    .name = called, .head = title, .width = wide, .show = YL_SHOW_NUMBER,                          \
    .measure = YL_MEASURE_FEN, .member = AT (of), .total = "paying." called                        \
  }
#define LONG_IDLE(called, title, age, from)                                                        \
  {                                                                                                \
    .name = called, .head = title, .group = IDLE, .width = 16, .show = YL_SHOW_FORMULA,            \
    .measure = YL_MEASURE_FEN, .member = AT (idle_fen[age]), .formula = from,                      \
    .total = "paying." called, .write = write_idle                                                 \
  }

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (6),
  YL_COLUMN_LABEL ("date", "收到日期", 12, AT (date)),
  YL_COLUMN_TEXT ("from", "来自", 22, AT (party)),
  YL_COLUMN_TEXT ("document", "文号", 22, AT (document)),
  YL_COLUMN_TEXT ("use", "用途", 20, AT (use)),
  YL_COLUMN_LABEL ("due", "应拨付到", 12, AT (due)),
  AMOUNT ("received_fen", "收到（元）", 16, received_fen),
  AMOUNT ("passed_on_fen", "已拨付（元）", 16, passed_on_fen),
  AMOUNT ("late_fen", "其中逾期（元）", 17, late_fen),
  YL_COLUMN_FIGURE ("unspent_fen",
                    "未支出（元）",
                    NULL,
                    16,
                    YL_MEASURE_FEN,
                    AT (unspent_fen),
                    "ROUND({received_fen}-{passed_on_fen},2)",
                    "paying.unspent_fen"),
  YL_COLUMN_FIGURE ("idle_up_to_one_year_fen",
                    "一年以内\n（元）",
                    IDLE,
                    16,
                    YL_MEASURE_FEN,
                    AT (idle_fen[YL_IDLE_UP_TO_ONE_YEAR]),
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
    .width = 8,
    .show = YL_SHOW_CODE,
    .measure = YL_MEASURE_NUMBER,
    .member = AT (place) },
};

static Row
make_row (const YlSourcePaying *source)
{
  Row row = { .party = source->party,
              .document = source->document,
              .use = source->use,
              .received_fen = source->received_fen,
              .passed_on_fen = source->passed_on_fen,
              .late_fen = source->late_fen,
              .unspent_fen = source->received_fen - source->passed_on_fen,
              .place = source->row };
  for (guint age = 0; age < YL_N_IDLE_AGES; age++)
    row.idle_fen[age] = source->idle_fen[age];
  return row;
}

static void
write_source (const YlTable *table, const YlSourcePaying *source, guint ordinal)
{
  g_autofree char *date = yl_date_to_iso (source->date);
  g_autofree char *due = yl_date_to_iso (source->due);
  Row row = make_row (source);
  row.date = date;
  row.due = due;
  yl_table_write_row (table, ordinal, &row);
}

/* @label stands over the columns that have no amounts. */
static guint32
begin_row (const YlTable *table, YlStyle style, double height, const char *label)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint32 row = yl_sheet_begin_row (sheet, style, height);
  yl_sheet_span (sheet, 0, yl_table_find_column (table, "received_fen") - 1, label);
  return row;
}

static void
write_total (YlPapers *papers, const YlTable *table, const Row *total)
{
  static const struct
  {
    const char *column;
    const char *name;
  } names[] = { { "received_fen", YL_NAME_RECEIVED },
                { "unspent_fen", YL_NAME_UNSPENT },
                { "idle_over_one_year_fen", YL_NAME_OVER_ONE_YEAR },
                { "idle_over_two_years_fen", YL_NAME_OVER_TWO_YEARS } };
  const guint32 row = begin_row (table, YL_STYLE_TOTAL, 20, "合计");
  yl_table_write_sums (table, "received_fen", total);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    yl_form_define (papers->form, names[i].name, yl_table_get_cell (table, names[i].column, row));
}

/* Those past the limit are the youngest; they stand in one row. */
static void
write_sources (YlPapers *papers, const YlTable *table, guint n_shown)
{
  const YlPaying *paying = papers->audit->paying;
  Row rest = { .is_rest = TRUE };
  Row total = { 0 };
  for (guint i = 0; i < paying->sources->len; i++)
    {
      const YlSourcePaying *source = yl_paying_get_source (paying, i);
      const Row row = make_row (source);
      yl_table_add_up (table, i < n_shown ? &total : &rest, &row);
      if (i < n_shown)
        write_source (table, source, i + 1);
    }
  yl_table_add_up (table, &total, &rest);
  if (n_shown < paying->sources->len)
    {
      g_autofree char *label = g_strdup_printf ("其余 %u 笔", paying->sources->len - n_shown);
      begin_row (table, YL_STYLE_BODY, 0, label);
      yl_table_write_cells (table, "received_fen", &rest);
    }
  write_total (papers, table, &total);
}

void
yl_papers_write_idle (YlPapers *papers)
{
  const YlPaying *paying = papers->audit->paying;
  if (paying == NULL)
    return;
  const guint n_shown = MIN (paying->sources->len, YL_PAPER_PAYING_ROWS);
  YlTable *table = yl_tables_add (papers->tables, "idle", columns, G_N_ELEMENTS (columns));
  const YlSheetForm sheet_form = {
    .name = "闲置资金",
    .title = "资金去向与闲置情况表",
    .unit_note = "单位：元",
    .n_frozen = yl_table_find_column (table, "from"),
  };
  YlSheet *sheet = yl_table_open (table, papers->form, &sheet_form,
                                  n_shown + (n_shown < paying->sources->len ? 1 : 0));
  write_sources (papers, table, n_shown);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  yl_sheet_span (
      sheet, 0, G_N_ELEMENTS (columns) - 1,
      "支付先用同文号的收入，再用同用途的收入，都按收到先后；闲置年数算到“拨付核对”的审计"
      "基准日，满一年、两年的当天不算超过。");
  yl_sheet_end (sheet);
}
