#include "recipients-private.h"
#include "tabs-private.h"

#include "yanglu/calc/payment-plan.h"

/* 拨付进度 (S8): planned by quarter, and columns for what was paid. */

typedef struct
{
  const char *name;
  YlOwnCell amount;
  gint64 plan_fen[YL_QUARTERS];
  gint64 quarter_fen[YL_QUARTERS]; /* paid: nothing yet */
  gint64 paid_fen;
  gint64 open_fen;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)
#define GROUP_PLAN "计划拨付（元）"
#define GROUP_PAID "实际拨付（元）"
#define PLAN(n, title, formula)                                                                    \
  YL_COLUMN_FIGURE ("plan_" #n "_fen", title, GROUP_PLAN, 13, YL_MEASURE_FEN,                      \
                    AT (plan_fen[n - 1]), formula, "schedule_total.plan_" #n "_fen")
#define PAID(n, title)                                                                             \
  {                                                                                                \
    .name = "paid_" #n "_fen", .head = title, .group = GROUP_PAID, .width = 13,                    \
    .show = YL_CELL_NUMBER, .measure = YL_MEASURE_FEN, .member = AT (quarter_fen[n - 1]),          \
    .style = YL_STYLE_INPUT, .total = "schedule_total.paid_" #n "_fen"                             \
  }

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (5),
  YL_COLUMN_TEXT ("name", "拨付对象或项目", 24, AT (name)),
  YL_COLUMN_OWN ("amount_fen", "全年预算", 14, YL_MEASURE_FEN, AT (amount), "demand_fen"),
  PLAN (1, "一季度", NULL),
  PLAN (2, "二季度", NULL),
  PLAN (3, "三季度", NULL),
  PLAN (4, "四季度", "ROUND({amount_fen}-{plan_1_fen}-{plan_2_fen}-{plan_3_fen},2)"),
  PAID (1, "一季度"),
  PAID (2, "二季度"),
  PAID (3, "三季度"),
  PAID (4, "四季度"),
  YL_COLUMN_FIGURE ("paid_fen",
                    "已拨付",
                    NULL,
                    13,
                    YL_MEASURE_FEN,
                    AT (paid_fen),
                    "ROUND(SUM({paid_1_fen}:{paid_4_fen}),2)",
                    "schedule_total.paid_fen"),
  YL_COLUMN_FIGURE ("open_fen",
                    "未拨付",
                    NULL,
                    13,
                    YL_MEASURE_FEN,
                    AT (open_fen),
                    "ROUND({amount_fen}-{paid_fen},2)",
                    "schedule_total.open_fen"),
};
#define EVEN_NOTE                                                                                                            \
  "说明：计划按季均衡安排，不足一分的余数计入第四季度，比例可修改；实际拨付由财政部" \
  "门按拨付凭证填写。"
#define RULED_NOTE                                                                                                                    \
  "说明：计划按政策规定的累计拨付比例安排，到季末的累计数四舍五入到分，第四季度拨完余数，" \
  "比例见“标准依据”；实际拨付由财政部门按拨付凭证填写。"
#define LAST (G_N_ELEMENTS (columns) - 1)

static YlPaymentPlan
get_payment_plan (const YlBook *book)
{
  YlPaymentPlan plan;
  yl_payment_plan_init (&plan, book->budget);
  return plan;
}

/* What is to be paid until the end of a quarter, where 标准依据 says it. */
static void
write_ruled_part (
    YlBook *book, const YlPaymentPlan *plan, YlSheet *sheet, guint column, guint quarter)
{
  const gint64 part_ppm = yl_payment_plan_get_part_ppm (plan, quarter);
  if (quarter + 1 < YL_QUARTERS)
    yl_sheet_formula (sheet, column, YL_MEASURE_PPM,
                      yl_book_value_cell (book, plan->until[quarter]), part_ppm);
  else
    yl_sheet_number (sheet, column, YL_MEASURE_PPM, part_ppm);
}

/* The part of a quarter, to be changed; the fourth is the rest. */
static void
write_even_part (const YlTable *table, const YlPaymentPlan *plan, guint column, guint quarter)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint32 row = yl_sheet_get_row (sheet);
  const gint64 part_ppm = yl_payment_plan_get_part_ppm (plan, quarter);
  if (quarter + 1 < YL_QUARTERS)
    {
      yl_sheet_set_style (sheet, YL_STYLE_INPUT);
      YlOwnCell part = yl_own_number (YL_MEASURE_PPM, part_ppm);
      part.is_open = TRUE;
      yl_sheet_put (sheet, column, column, part);
      yl_sheet_set_style (sheet, YL_STYLE_BODY);
    }
  else
    yl_sheet_formula (sheet, column, YL_MEASURE_PPM,
                      yl_table_write_out (table,
                                          "ROUND(1-{plan_1_fen@%u}-{plan_2_fen@%u}"
                                          "-{plan_3_fen@%u},4)",
                                          row, row, row),
                      part_ppm);
}

/* The part of each quarter, over the rows that it is multiplied with. */
static void
write_parts (YlBook *book, const YlPaymentPlan *plan, const YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint first = yl_table_find_column (table, "plan_1_fen");
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_blank (sheet, 0);
  yl_sheet_text (sheet, 1,
                 plan->is_ruled ? "到季末累计拨付比例（政策规定）" : "计划拨付比例（可修改）");
  yl_sheet_blank (sheet, 2);
  for (guint i = 0; i < YL_QUARTERS; i++)
    {
      g_autofree char *key = g_strdup_printf ("schedule_part[%u]_ppm", i + 1);
      if (plan->is_ruled)
        write_ruled_part (book, plan, sheet, first + i, i);
      else
        write_even_part (table, plan, first + i, i);
      yl_sheet_map_cell (sheet, first + i, YL_MEASURE_PPM, key);
    }
  yl_sheet_blanks (sheet, first + YL_QUARTERS, LAST);
}

/* What is to be paid until the end of the quarter less what was planned before it; or the part of the
 * quarter without fractions of a fen. */
static void
set_formulas (YlTable *table, const YlPaymentPlan *plan, guint32 part_row)
{
  g_autoptr (GString) before = g_string_new (NULL);
  for (guint i = 1; i < YL_QUARTERS; i++)
    {
      g_autofree char *column = g_strdup_printf ("plan_%u_fen", i);
      g_autofree char *formula =
          plan->is_ruled
              ? g_strdup_printf ("ROUND(ROUND(ROUND({$amount_fen}*100,0)"
                                 "*ROUND({%s$%u}*1000000,0)/1000000,0)/100%s,2)",
                                 column, part_row, before->str)
              : g_strdup_printf ("INT(ROUND({$amount_fen}*100,0)*ROUND({%s$%u}*10000,0)/10000)/100",
                                 column, part_row);
      yl_table_set_formula (table, column, formula);
      g_string_append_printf (before, "-{%s}", column);
    }
}

static void
make_row (gpointer user_data, gsize index, gpointer record)
{
  const YlBook *book = user_data;
  const YlRecipient *recipient = &g_array_index (book->recipients, YlRecipient, index);
  const YlPaymentPlan plan = get_payment_plan (book);
  const YlTable *table = yl_tables_find (book->tables, "schedule");
  Row row = { .name = recipient->title,
              .amount = yl_book_put_recipient (table, recipient, index),
              .open_fen = recipient->amount_fen };
  yl_payment_plan_split (&plan, recipient->amount_fen, row.plan_fen);
  for (guint i = 0; i < YL_QUARTERS; i++)
    row.quarter_fen[i] = YL_UNKNOWN;
  *(Row *) record = row;
}

static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint n = book->recipients->len;
  const YlPaymentPlan plan = get_payment_plan (book);
  Row row;
  Row total = { 0 };
  write_parts (book, &plan, table);
  set_formulas (table, &plan, yl_sheet_get_row (sheet));
  yl_table_continue (table, sheet, n);
  yl_book_write_recipients (book, table, make_row, &row, &total);
  yl_table_write_total (table, 0, &total);
  yl_book_check_rows (book, table, "amount_fen", YL_LIST_SCHEDULE);
  yl_book_check_total (book, table, "amount_fen", "拨付计划合计＝预算合计", YL_NAME_TOTAL,
                       total.amount.units);
  yl_sheet_note (sheet, plan.is_ruled ? RULED_NOTE : EVEN_NOTE);
}

/* Before the seventh edition. */
static const double older_widths[] = { 6, 28, 16, 15, 15, 15, 15, 14, 14, 14, 14, 15, 16 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (columns));

const YlBookTab yl_tab_schedule = {
  .form = { .name = YL_LIST_SCHEDULE,
            .title = "农村公路管护资金拨付进度表",
            .unit_note = "单位：元",
            .is_a3 = TRUE },
  .table = "schedule",
  .columns = columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (columns),
  .scrolls_from = "amount_fen",
  .fill = fill,
};
