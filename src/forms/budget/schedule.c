#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

/* 拨付进度 (S8): planned by quarter, and columns for what was paid. */

enum
{
  ORDINAL,
  PAYEE,
  TOTAL,
  FIRST_PLAN,
  FIRST_PAID = FIRST_PLAN + 4,
  PAID = FIRST_PAID + 4,
  OPEN,
  N_COLUMNS,
};

#define GROUP_PLAN "计划拨付（元）"
#define GROUP_PAID "实际拨付（元）"

static const YlColumnForm columns[N_COLUMNS] = {
  [ORDINAL] = { "序号", NULL, 6 },
  [PAYEE] = { "拨付对象或项目", NULL, 28 },
  [TOTAL] = { "全年预算", NULL, 16 },
  [FIRST_PLAN] = { "一季度", GROUP_PLAN, 15 },
  [FIRST_PLAN + 1] = { "二季度", GROUP_PLAN, 15 },
  [FIRST_PLAN + 2] = { "三季度", GROUP_PLAN, 15 },
  [FIRST_PLAN + 3] = { "四季度", GROUP_PLAN, 15 },
  [FIRST_PAID] = { "一季度", GROUP_PAID, 14 },
  [FIRST_PAID + 1] = { "二季度", GROUP_PAID, 14 },
  [FIRST_PAID + 2] = { "三季度", GROUP_PAID, 14 },
  [FIRST_PAID + 3] = { "四季度", GROUP_PAID, 14 },
  [PAID] = { "已拨付", NULL, 15 },
  [OPEN] = { "未拨付", NULL, 16 },
};

/* Three quarters get their part without fractions of a fen, the fourth gets the rest. */
#define QUARTER_PPM 250000
#define QUARTERS 4

YlSheet *
yl_book_open_schedule (YlBook *book)
{
  g_autofree char *title = yl_book_make_title (book, "管护资金拨付进度表");
  const YlSheetForm sheet_form = {
    .name = "拨付进度",
    .title = title,
    .unit_note = "单位：元",
    .columns = columns,
    .n_columns = N_COLUMNS,
    .n_frozen = TOTAL,
    .is_a3 = TRUE,
  };
  return yl_form_add_sheet (book->form, &sheet_form);
}

/* @pattern: with the number of the quarter in it */
static void
map_quarter (YlSheet *sheet, guint column, YlMeasure measure, const char *pattern, guint quarter)
{
  g_autofree char *number = g_strdup_printf ("%u", quarter + 1);
  g_auto (GStrv) around = g_strsplit (pattern, "%u", 2);
  g_autofree char *key = g_strjoinv (number, around);
  yl_sheet_map_cell (sheet, column, measure, key);
}

static void
write_parts (YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_blank (sheet, ORDINAL);
  yl_sheet_text (sheet, PAYEE, "计划拨付比例（可修改）");
  yl_sheet_blank (sheet, TOTAL);
  yl_sheet_set_style (sheet, YL_STYLE_INPUT);
  for (guint i = 0; i + 1 < QUARTERS; i++)
    {
      yl_sheet_number (sheet, FIRST_PLAN + i, YL_MEASURE_PPM, QUARTER_PPM);
      map_quarter (sheet, FIRST_PLAN + i, YL_MEASURE_PPM, "schedule_part[%u]_ppm", i);
    }
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_formula (sheet, FIRST_PLAN + QUARTERS - 1, YL_MEASURE_PPM, "ROUND(1-D#-E#-F#,4)",
                    QUARTER_PPM);
  map_quarter (sheet, FIRST_PLAN + QUARTERS - 1, YL_MEASURE_PPM, "schedule_part[%u]_ppm",
               QUARTERS - 1);
  yl_sheet_blanks (sheet, FIRST_PAID, OPEN);
}

static void
write_row (YlSheet *sheet, guint ordinal, const char *name, const char *formula, gint64 total_fen)
{
  static const char letters[] = { 'D', 'E', 'F' };
  const guint32 part_row = yl_sheet_get_first_row (sheet);
  const gint64 quarter_fen = total_fen / QUARTERS;
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_ordinal (sheet, ORDINAL, ordinal);
  yl_sheet_text (sheet, PAYEE, name);
  yl_sheet_formula (sheet, TOTAL, YL_MEASURE_FEN, formula, total_fen);
  for (guint i = 0; i + 1 < QUARTERS; i++)
    {
      g_autofree char *plan = g_strdup_printf (
          "INT(ROUND($C#*100,0)*ROUND(%c$%u*10000,0)/10000)/100", letters[i], part_row);
      yl_sheet_formula (sheet, FIRST_PLAN + i, YL_MEASURE_FEN, plan, quarter_fen);
    }
  yl_sheet_formula (sheet, FIRST_PLAN + QUARTERS - 1, YL_MEASURE_FEN, "ROUND(C#-D#-E#-F#,2)",
                    total_fen - (QUARTERS - 1) * quarter_fen);
  yl_sheet_set_style (sheet, YL_STYLE_INPUT);
  for (guint i = 0; i < QUARTERS; i++)
    yl_sheet_blank_number (sheet, FIRST_PAID + i, YL_MEASURE_FEN);
  yl_sheet_set_style (sheet, YL_STYLE_BODY);
  yl_sheet_formula (sheet, PAID, YL_MEASURE_FEN, "ROUND(SUM(H#:K#),2)", 0);
  yl_sheet_formula (sheet, OPEN, YL_MEASURE_FEN, "ROUND(C#-L#,2)", total_fen);
}

static void
map_rows (const YlPart *rows)
{
  static const struct
  {
    guint column;
    const char *key;
  } keys[] = {
    { TOTAL, "schedule.amount_fen" },
    { FIRST_PLAN, "schedule.plan_1_fen" },
    { FIRST_PLAN + 1, "schedule.plan_2_fen" },
    { FIRST_PLAN + 2, "schedule.plan_3_fen" },
    { FIRST_PLAN + 3, "schedule.plan_4_fen" },
    { PAID, "schedule.paid_fen" },
    { OPEN, "schedule.open_fen" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    yl_sheet_map_rows (rows->sheet, keys[i].column, rows->first_row, rows->last_row, YL_MEASURE_FEN,
                       keys[i].key);
}

/* What the rows planned, quarter by quarter. */
static void
write_total (YlBook *book, const YlPart *rows, gint64 first_fen)
{
  YlSheet *sheet = rows->sheet;
  const gint64 total_fen = book->figures->demand_fen;
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_label (sheet, ORDINAL, "合计");
  yl_sheet_blank (sheet, PAYEE);
  yl_book_put_sum (book, rows, TOTAL, YL_MEASURE_FEN, total_fen, "demand_fen");
  for (guint i = 0; i < QUARTERS; i++)
    {
      const gboolean is_last = i + 1 == QUARTERS;
      yl_book_put_sum (book, rows, FIRST_PLAN + i, YL_MEASURE_FEN,
                       is_last ? total_fen - (QUARTERS - 1) * first_fen : first_fen, NULL);
      map_quarter (sheet, FIRST_PLAN + i, YL_MEASURE_FEN, "schedule_total.plan_%u_fen", i);
    }
  for (guint i = 0; i < QUARTERS; i++)
    {
      yl_book_put_sum (book, rows, FIRST_PAID + i, YL_MEASURE_FEN, 0, NULL);
      map_quarter (sheet, FIRST_PAID + i, YL_MEASURE_FEN, "schedule_total.paid_%u_fen", i);
    }
  yl_book_put_sum (book, rows, PAID, YL_MEASURE_FEN, 0, "schedule_total.paid_fen");
  yl_book_put_sum (book, rows, OPEN, YL_MEASURE_FEN, total_fen, "schedule_total.open_fen");
  const YlCheck check = {
    .title = "拨付计划合计＝预算合计",
    .left = YL_NAME_TOTAL,
    .right = yl_book_reference (book, sheet, TOTAL, yl_sheet_get_row (sheet)),
    .units = total_fen,
    .measure = YL_MEASURE_FEN,
  };
  yl_book_note_check (book, &check);
}

void
yl_book_fill_schedule (YlBook *book)
{
  YlSheet *sheet = book->tabs[YL_TAB_SCHEDULE];
  const YlRecipients *recipients = book->recipients;
  gint64 first_fen = 0;
  write_parts (sheet);
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  for (guint i = 0; i < recipients->len; i++)
    {
      const YlRecipient *recipient = &g_array_index (recipients, YlRecipient, i);
      write_row (sheet, i + 1, recipient->title, recipient->formula, recipient->amount_fen);
      first_fen += recipient->amount_fen / QUARTERS;
    }
  const YlPart rows = { sheet, first, yl_sheet_get_row (sheet) };
  map_rows (&rows);
  write_total (book, &rows, first_fen);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  yl_sheet_span (sheet, ORDINAL, OPEN,
                 "说明：计划按季均衡安排，不足一分的余数计入第四季度，比例可修改；实际拨付由财政部"
                 "门按拨付凭证填"
                 "写。");
  yl_sheet_end (sheet);
}
