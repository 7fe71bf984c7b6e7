#include "papers-private.h"

/* 三表核对: approved, paid and published, row by row. */

/* A row of the three tables, or those that are not listed. */
typedef struct
{
  const char *name;
  const char *purpose;
  gint64 approved_fen;
  gint64 paid_fen;
  gint64 published_fen;
  gint64 paid_more_fen;
  gint64 published_more_fen; /* than was paid; without a ledger, than was approved */
  gint64 unit_fen;
  const char *result;
  const char *written;
  const char *match;
  gint64 place;
  gboolean is_fault;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)

/* {published_fen} is x, shown in steps of {unit_fen}; x in the wrong unit, so shown. A dash adds
 * nothing to a SUM. */
#define IS(x) "ABS(ROUND({published_fen}-SUM(" x "),2))*2<={unit_fen}"
#define IS_UNIT(x)                                                                                 \
  "AND(SUM(" x ")<>0,{published_fen}<>0,OR(ROUND({published_fen}-SUM(" x                           \
  ")*10000,2)=0,ABS(ROUND({published_fen}*10000-SUM(" x "),2))*2<=MAX({unit_fen},0.01)*10000))"
#define RESULT                                                                                     \
  "IF(COUNT({published_fen})=0,\"没有公开\",IF(" IS (                                              \
      "{approved_fen}") ",\"与批复一致\","                                                    \
                        "IF(AND(COUNT({paid_fen})>0," IS (                                         \
                            "{paid_fen}") "),\"与执行一致\","                                 \
                                          "IF(OR(" IS_UNIT ("{approved_fen}") "," IS_UNIT (        \
                                              "{paid_fen}") "),\"元与万元混淆\","            \
                                                            "\"不一致\"))))"

#define KNOWN(called, title)                                                                       \
  {                                                                                                \
    .name = #called, .head = title, .width = 14, .show = YL_CELL_NUMBER,                           \
    .measure = YL_MEASURE_FEN, .member = AT (called), .total = "three_tables." #called,            \
    .unknown = "—"                                                                               \
  }
#define MORE(called, title, from)                                                                  \
  {                                                                                                \
    .name = #called, .head = title, .width = 14, .show = YL_CELL_FIGURE,                           \
    .measure = YL_MEASURE_FEN, .member = AT (called), .formula = from,                             \
    .total = "three_tables." #called, .total_by = YL_TOTAL_AS_ROWS, .unknown = "—"               \
  }

/* @more: what was published more than. */
#define COLUMNS(more)                                                                              \
  {                                                                                                \
    YL_COLUMN_ORDINAL (6), YL_COLUMN_TEXT ("name", "对象或用途", 26, AT (name)),                   \
        YL_COLUMN_LABEL ("purpose", "资金用途", 12, AT (purpose)),                                 \
        KNOWN (approved_fen, "批复\n（元）"), KNOWN (paid_fen, "执行\n（元）"),                    \
        KNOWN (published_fen, "公开\n（元）"),                                                     \
        MORE (paid_more_fen, "执行－批复\n（元）",                                                 \
              "ROUND(SUM({paid_fen})-SUM({approved_fen}),2)"),                                     \
        more,                                                                                      \
        { .name = "unit_fen",                                                                      \
          .head = "公开取整\n（元）",                                                              \
          .width = 10,                                                                             \
          .show = YL_CELL_NUMBER,                                                                  \
          .measure = YL_MEASURE_FEN,                                                               \
          .member = AT (unit_fen),                                                                 \
          .unknown = "" },                                                                         \
        { .name = "result",                                                                        \
          .head = "核对结果",                                                                      \
          .width = 12,                                                                             \
          .show = YL_CELL_RESULT,                                                                  \
          .member = AT (result),                                                                   \
          .formula = RESULT,                                                                       \
          .fault = AT (is_fault) },                                                                \
        YL_COLUMN_TEXT ("written", "公开表中的名称", 24, AT (written)),                            \
        YL_COLUMN_LABEL ("match", "认定依据", 16, AT (match)),                                     \
        { .name = "place",                                                                         \
          .head = "公开\n表行",                                                                    \
          .width = 7,                                                                              \
          .show = YL_CELL_CODE,                                                                    \
          .measure = YL_MEASURE_NUMBER,                                                            \
          .member = AT (place) },                                                                  \
  }

static const YlTableColumn columns[] = COLUMNS (MORE (
    published_more_fen, "公开－执行\n（元）", "ROUND(SUM({published_fen})-SUM({paid_fen}),2)"));

/* Without a ledger the published amount is held against the approved one. */
static const YlTableColumn columns_unpaid[] = COLUMNS (MORE (
    published_more_fen, "公开－批复\n（元）", "ROUND(SUM({published_fen})-SUM({approved_fen}),2)"));

static Row
make_amounts (const YlComparison *tables,
              gint64 approved_fen,
              gint64 paid_fen,
              gint64 published_fen)
{
  return (Row){ .approved_fen = approved_fen,
                .paid_fen = tables->has_paid ? paid_fen : YL_UNKNOWN,
                .published_fen = published_fen,
                .paid_more_fen = tables->has_paid ? paid_fen - approved_fen : YL_UNKNOWN,
                .published_more_fen = published_fen - (tables->has_paid ? paid_fen : approved_fen),
                .unit_fen = YL_UNKNOWN };
}

static gboolean
is_sound (const YlComparedRow *row)
{
  return row->verdict == YL_THREE_AS_APPROVED || row->verdict == YL_THREE_AS_PAID
         || (row->verdict == YL_THREE_NOT_PUBLISHED && row->expected_fen == 0);
}

static Row
make_row (const YlComparison *tables, const YlComparedRow *of)
{
  Row row = make_amounts (tables, of->expected_fen, of->paid_fen, of->stated_fen);
  row.name = of->name;
  row.purpose = yl_purpose_get_name ((YlPurpose) of->purpose);
  row.approved_fen = of->is_expected ? of->expected_fen : YL_UNKNOWN;
  row.published_fen = of->is_stated ? of->stated_fen : YL_UNKNOWN;
  row.unit_fen = of->unit_fen > 1 ? of->unit_fen : 0;
  row.result = yl_three_verdict_get_name (of->verdict);
  row.written = of->written;
  row.match = of->written[0] == '\0' ? "" : yl_party_match_get_name (of->match);
  row.place = of->row;
  row.is_fault = !is_sound (of);
  return row;
}

/* Those past the limit in one row. */
static void
write_others (const YlTable *table, const YlComparison *tables, guint n_shown)
{
  gint64 approved_fen = 0, paid_fen = 0, published_fen = 0;
  for (guint i = n_shown; i < tables->rows->len; i++)
    {
      const YlComparedRow *row = yl_comparison_get_row (tables, i);
      approved_fen += row->expected_fen;
      paid_fen += row->paid_fen;
      published_fen += row->stated_fen;
    }
  g_autofree char *name = g_strdup_printf ("其余 %u 个", tables->rows->len - n_shown);
  Row others = make_amounts (tables, approved_fen, paid_fen, published_fen);
  others.name = name;
  yl_paper_write_row (table, YL_STYLE_BODY, &others);
}

static void
write_total (YlPapers *papers, const YlTable *table)
{
  const YlComparison *tables = papers->audit->three_tables;
  const Row total =
      make_amounts (tables, tables->expected_fen, tables->paid_fen, tables->stated_fen);
  const guint32 row = yl_paper_begin_row (table, "approved_fen", YL_STYLE_TOTAL, 20, "合计");
  yl_table_write_sums (table, "approved_fen", &total);
  yl_form_define (papers->form, YL_NAME_APPROVED, yl_table_get_cell (table, "approved_fen", row));
  if (tables->has_paid)
    yl_form_define (papers->form, YL_NAME_EXECUTED, yl_table_get_cell (table, "paid_fen", row));
  yl_form_define (papers->form, YL_NAME_PUBLISHED, yl_table_get_cell (table, "published_fen", row));
}

/* From the approved total to the paid and the published one, each step the difference of its row in
 * the table above. */

/* It stands in the columns of that table: what it says takes those before the amount, and those after
 * the sum. */
#define AMOUNT "approved_fen"
#define SUM "paid_fen"
#define REMARK "published_fen"
#define REMARK_END "place"

/* The reconciliation while it is written. */
typedef struct
{
  const YlTable *table;
  YlSheet *sheet;
  guint32 table_row; /* of the first row of the table */
  guint32 total_row; /* of the table */
  guint n_shown;
  gint64 sum_fen; /* so far */
} Bridge;

static guint
at (const Bridge *bridge, const char *column)
{
  return yl_table_find_column (bridge->table, column);
}

static const char *
cell (const Bridge *bridge, const char *column, guint32 row)
{
  return yl_table_get_own_cell (bridge->table, column, row);
}

static void
write_remark (const Bridge *bridge, const char *remark)
{
  yl_sheet_span (bridge->sheet, at (bridge, REMARK), at (bridge, REMARK_END), remark);
}

/* A total that the steps begin at or lead to. */
static void
write_bridge_total (const Bridge *bridge, const char *name, const char *total)
{
  yl_paper_begin_row (bridge->table, AMOUNT, YL_STYLE_TOTAL, 20, name);
  yl_sheet_formula (bridge->sheet, at (bridge, AMOUNT), YL_MEASURE_FEN, total, bridge->sum_fen);
  yl_sheet_formula (bridge->sheet, at (bridge, SUM), YL_MEASURE_FEN,
                    cell (bridge, AMOUNT, yl_sheet_get_row (bridge->sheet)), bridge->sum_fen);
}

/* One step, which follows by @formula from the table above. */
static void
write_amount (Bridge *bridge, const char *name, const char *formula, gint64 fen, const char *remark)
{
  const guint32 row = yl_paper_begin_row (bridge->table, AMOUNT, YL_STYLE_BODY, 0, name);
  const char *sum =
      yl_table_write_out (bridge->table, "ROUND({" SUM "@%u}+{" AMOUNT "},2)", row - 1);
  bridge->sum_fen += fen;
  yl_sheet_formula (bridge->sheet, at (bridge, AMOUNT), YL_MEASURE_FEN, formula, fen);
  yl_sheet_formula (bridge->sheet, at (bridge, SUM), YL_MEASURE_FEN, sum, bridge->sum_fen);
  write_remark (bridge, remark);
}

static void
write_step (Bridge *bridge, const YlDifferenceStep *step, const char *column)
{
  const guint32 row = bridge->table_row + step->row;
  g_autofree char *remark = g_strdup_printf ("上表第%u行", row);
  write_amount (bridge, step->step, cell (bridge, column, row), step->amount_fen, remark);
}

/* Roundings of many rows, and the rows that the table does not show: what the steps above leave of
 * the whole difference. @first: the row of the first of them */
static void
write_rest (Bridge *bridge, const char *name, gint64 fen, const char *column, guint32 first)
{
  const guint32 last = yl_sheet_get_row (bridge->sheet);
  const char *whole = cell (bridge, column, bridge->total_row);
  const char *rest = yl_table_write_out (
      bridge->table, "ROUND(%s-SUM({" AMOUNT "@%u}:{" AMOUNT "@%u}),2)", whole, first, last);
  write_amount (bridge, name, last < first ? whole : rest, fen, "差额合计减去以上各项");
}

/* @column: of the difference in the table */
static void
write_steps (Bridge *bridge, const GArray *steps, const char *column)
{
  const guint32 first = yl_sheet_get_row (bridge->sheet) + 1;
  const char *rest_name = NULL;
  gint64 rest_fen = 0;
  for (guint i = 0; i < steps->len; i++)
    {
      const YlDifferenceStep *step = &g_array_index (steps, YlDifferenceStep, i);
      if (step->row < bridge->n_shown)
        {
          write_step (bridge, step, column);
          continue;
        }
      rest_fen += step->amount_fen;
      rest_name = step->row == YL_STEP_OF_MANY && rest_name == NULL ? step->step : "其余各行和尾差";
    }
  if (rest_name != NULL)
    write_rest (bridge, rest_name, rest_fen, column, first);
}

static void
write_end (Bridge *bridge, const char *name, const char *total)
{
  g_autofree char *check = g_strdup_printf (
      "IF(ROUND(%s-%s,2)=0,\"以上各项相加与上表合计相符\",\"以上各项相加与上表合计不符\")",
      cell (bridge, SUM, yl_sheet_get_row (bridge->sheet)), total);
  write_bridge_total (bridge, name, total);
  yl_sheet_put (bridge->sheet, at (bridge, REMARK), at (bridge, REMARK_END),
                yl_own_result (check, "以上各项相加与上表合计相符"));
}

static void
write_bridge_heads (const Bridge *bridge, gboolean has_paid)
{
  YlSheet *sheet = bridge->sheet;
  yl_paper_begin_section (sheet, at (bridge, REMARK_END),
                          has_paid ? "从批复合计到执行合计，再到公开合计" : "从批复合计到公开合计");
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 24);
  yl_sheet_span_head (sheet, 0, at (bridge, AMOUNT) - 1, "事项");
  yl_sheet_head (sheet, at (bridge, AMOUNT), "金额（元）");
  yl_sheet_head (sheet, at (bridge, SUM), "累计（元）");
  yl_sheet_span_head (sheet, at (bridge, REMARK), at (bridge, REMARK_END), "说明");
}

static void
write_bridge (const YlComparison *tables, const YlTable *table, guint n_shown)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  Bridge bridge = { .table = table,
                    .sheet = sheet,
                    .table_row = yl_sheet_get_first_row (sheet),
                    .total_row = yl_sheet_get_row (sheet),
                    .n_shown = n_shown,
                    .sum_fen = tables->expected_fen };
  write_bridge_heads (&bridge, tables->has_paid);
  write_bridge_total (&bridge, "批复合计", YL_NAME_APPROVED);
  write_remark (&bridge, "上表批复一列的合计");
  if (tables->has_paid)
    {
      write_steps (&bridge, tables->to_paid, "paid_more_fen");
      write_end (&bridge, "执行合计", YL_NAME_EXECUTED);
    }
  write_steps (&bridge, tables->to_stated, "published_more_fen");
  write_end (&bridge, "公开合计", YL_NAME_PUBLISHED);
}

void
yl_papers_write_three_tables (YlPapers *papers)
{
  const YlComparison *tables = papers->audit->three_tables;
  if (tables == NULL)
    return;
  const guint n_shown = MIN (tables->rows->len, YL_PAPER_PAYING_ROWS);
  YlTable *table =
      yl_tables_add (papers->tables, "three_tables", tables->has_paid ? columns : columns_unpaid,
                     G_N_ELEMENTS (columns));
  const YlSheetForm sheet_form = {
    .name = YL_SHEET_THREE_TABLES,
    .title = "批复、执行、公开三表核对表",
    .index = YL_INDEX_THREE,
    .unit_note = "单位：元",
    .n_frozen = yl_table_find_column (table, "purpose"),
  };
  YlSheet *sheet = yl_table_open (table, papers->form, &sheet_form,
                                  n_shown + (n_shown < tables->rows->len ? 1 : 0));
  for (guint i = 0; i < n_shown; i++)
    {
      const Row row = make_row (tables, yl_comparison_get_row (tables, i));
      yl_table_write_row (table, i + 1, &row);
    }
  if (n_shown < tables->rows->len)
    write_others (table, tables, n_shown);
  write_total (papers, table);
  write_bridge (tables, table, n_shown);
  yl_sheet_end (sheet);
}
