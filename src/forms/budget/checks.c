#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

/* 校验: live checks, and the steps by which 大写 is made. */

enum
{
  ORDINAL,
  TITLE,
  LEFT,
  RIGHT,
  DIFFERENCE,
  RESULT,
  N_COLUMNS,
};

static const YlColumnForm columns[N_COLUMNS] = {
  [ORDINAL] = { "序号", NULL, 8 },     [TITLE] = { "校验内容", NULL, 52 },
  [LEFT] = { "左方", NULL, 22 },       [RIGHT] = { "右方", NULL, 22 },
  [DIFFERENCE] = { "差额", NULL, 18 }, [RESULT] = { "结果", NULL, 14 },
};

YlSheet *
yl_book_open_checks (YlBook *book)
{
  g_autofree char *title = yl_book_make_title (book, "养护预算校验表");
  const YlSheetForm sheet_form = {
    .name = "校验",
    .title = title,
    .unit_note = "单位：公里、元",
    .columns = columns,
    .n_columns = N_COLUMNS,
  };
  return yl_form_add_sheet (book->form, &sheet_form);
}

static void
write_check (YlSheet *sheet, guint ordinal, const YlCheck *check)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_ordinal (sheet, ORDINAL, ordinal);
  yl_sheet_text (sheet, TITLE, check->title);
  yl_sheet_formula (sheet, LEFT, check->measure, check->left, check->units);
  yl_sheet_formula (sheet, RIGHT, check->measure, check->right, check->units);
  yl_sheet_formula (sheet, DIFFERENCE, check->measure, "ROUND(C#-D#,3)", 0);
  yl_sheet_say (sheet, "左方等于右方为“通过”");
  yl_sheet_text_formula (sheet, RESULT, "IF(E#=0,\"通过\",\"不通过\")", "通过");
  yl_sheet_say (sheet, NULL);
}

static void
write_conclusion (YlBook *book, YlSheet *sheet, guint32 first, guint32 last)
{
  g_autofree char *formula =
      g_strdup_printf ("IF(COUNTIF(F%u:F%u,\"通过\")=%u,\"全部通过\",\"有不通过项\")", first, last,
                       last - first + 1);
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 22);
  yl_sheet_blank (sheet, ORDINAL);
  yl_sheet_label (sheet, TITLE, "结论");
  yl_sheet_blanks (sheet, LEFT, DIFFERENCE);
  yl_sheet_say (sheet, "所有校验都通过才是“全部通过”");
  yl_sheet_text_formula (sheet, RESULT, formula, "全部通过");
  yl_sheet_say (sheet, NULL);
  yl_form_define (book->form, YL_NAME_VERDICT, yl_book_reference (book, sheet, RESULT, row));
}

static void
write_step (YlBook *book, YlSheet *sheet, guint step, const char *const cells[])
{
  g_autofree char *formula = yl_formula_capital (step, YL_NAME_TOTAL, cells);
  g_autofree char *value = yl_formula_capital_value (step, book->figures->demand_fen);
  g_autofree char *title = g_strdup_printf ("预算合计大写金额换算，第%u步", step + 1);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_ordinal (sheet, ORDINAL, step + 1);
  yl_sheet_text (sheet, TITLE, title);
  yl_sheet_blanks (sheet, RIGHT, RESULT);
  if (step == 0)
    {
      yl_sheet_formula (sheet, LEFT, YL_MEASURE_COUNT, formula, ABS (book->figures->demand_fen));
      yl_sheet_map_cell (sheet, LEFT, YL_MEASURE_COUNT, "capital.step_fen");
    }
  else
    {
      yl_sheet_say (sheet, "预算合计换算成大写的中间步骤");
      yl_sheet_text_formula (sheet, LEFT, formula, value);
      yl_sheet_say (sheet, NULL);
    }
}

static void
write_capital (YlBook *book, YlSheet *sheet)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  yl_sheet_span (sheet, ORDINAL, RESULT, "大写金额换算过程");
  const char *cells[YL_N_CAPITAL_STEPS];
  for (guint i = 0; i < YL_N_CAPITAL_STEPS; i++)
    cells[i] = yl_book_reference (book, sheet, LEFT, yl_sheet_get_row (sheet) + 1 + i);
  for (guint i = 0; i + 1 < YL_N_CAPITAL_STEPS; i++)
    write_step (book, sheet, i, cells);
  g_autofree char *formula = yl_formula_capital (YL_N_CAPITAL_STEPS - 1, YL_NAME_TOTAL, cells);
  g_autofree char *value = yl_money_to_capital ((YlMoney){ book->figures->demand_fen });
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 22);
  yl_sheet_blank (sheet, ORDINAL);
  yl_sheet_label (sheet, TITLE, "预算合计（大写）");
  yl_sheet_say (sheet, YL_SAYS_CAPITAL);
  yl_sheet_span_formula (sheet, LEFT, RESULT, formula, value);
  yl_sheet_say (sheet, NULL);
  yl_form_define (book->form, YL_NAME_CAPITAL, cells[YL_N_CAPITAL_STEPS - 1]);
}

void
yl_book_fill_checks (YlBook *book)
{
  YlSheet *sheet = book->tabs[YL_TAB_CHECKS];
  const guint32 first = yl_sheet_get_first_row (sheet);
  for (guint i = 0; i < book->checks->len; i++)
    write_check (sheet, i + 1, &g_array_index (book->checks, YlCheck, i));
  const guint32 last = yl_sheet_get_row (sheet);
  yl_sheet_map_rows (sheet, LEFT, first, last, YL_MEASURE_NUMBER, "checks.left");
  yl_sheet_map_rows (sheet, RIGHT, first, last, YL_MEASURE_NUMBER, "checks.right");
  yl_sheet_map_rows (sheet, DIFFERENCE, first, last, YL_MEASURE_NUMBER, "checks.difference");
  write_conclusion (book, sheet, first, yl_sheet_get_row (sheet));
  write_capital (book, sheet);
  yl_sheet_end (sheet);
}
