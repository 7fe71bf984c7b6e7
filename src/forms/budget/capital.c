#include "tabs-private.h"

/* 大写步骤, which is not shown: the steps by which the total is spelt out. */

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (0),
  { .name = "title" },
  { .name = "step" },
};

static void
write_step (
    YlBook *book, const YlTable *table, guint step, const char *cell, const char *const cells[])
{
  const guint at = yl_table_find_column (table, cell);
  YlSheet *sheet = yl_table_get_sheet (table);
  g_autofree char *formula = yl_formula_capital (step, YL_NAME_TOTAL, cells);
  g_autofree char *value = yl_formula_capital_value (step, book->figures->demand_fen);
  g_autofree char *title = g_strdup_printf ("预算合计大写金额换算，第%u步", step + 1);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_put (sheet, 0, 0, (YlOwnCell){ .kind = YL_CELL_ORDINAL, .units = step + 1 });
  yl_sheet_text (sheet, at - 1, title);
  yl_sheet_blanks (sheet, at + 1, yl_table_get_n_columns (table) - 1);
  YlOwnCell result = yl_own_result (formula, value);
  result.says = "预算合计换算成大写的中间步骤";
  if (step == 0)
    result = yl_own_figure (YL_MEASURE_COUNT, formula, ABS (book->figures->demand_fen),
                            "capital.step_fen");
  yl_sheet_put (sheet, at, at, result);
}

void
yl_book_write_capital (YlBook *book, const YlTable *table, const char *cell)
{
  const guint at = yl_table_find_column (table, cell);
  YlSheet *sheet = yl_table_get_sheet (table);
  const char *cells[YL_N_CAPITAL_STEPS];
  for (guint i = 0; i < YL_N_CAPITAL_STEPS; i++)
    cells[i] = yl_table_get_cell (table, cell, yl_sheet_get_row (sheet) + 1 + i);
  for (guint i = 0; i + 1 < YL_N_CAPITAL_STEPS; i++)
    write_step (book, table, i, cell, cells);
  g_autofree char *formula = yl_formula_capital (YL_N_CAPITAL_STEPS - 1, YL_NAME_TOTAL, cells);
  g_autofree char *value = yl_money_to_capital ((YlMoney){ book->figures->demand_fen });
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 22);
  yl_sheet_blank (sheet, 0);
  yl_sheet_label (sheet, at - 1, "预算合计（大写）");
  YlOwnCell capital = yl_own_result (formula, value);
  capital.says = YL_SAYS_CAPITAL;
  yl_sheet_put (sheet, at, yl_table_get_n_columns (table) - 1, capital);
  yl_form_define (book->form, YL_NAME_CAPITAL, cells[YL_N_CAPITAL_STEPS - 1]);
}

static void
fill (YlBook *book, YlTable *table)
{
  yl_book_write_capital (book, table, "step");
  yl_sheet_set (yl_table_get_sheet (table), &(YlSheetSetting){ .kind = YL_SETTING_HIDE });
}

const YlBookTab yl_tab_capital = {
  .form = { .name = "大写步骤", .is_bare = TRUE },
  .table = "capital",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
  .role = YL_TAB_HIDDEN,
  .since = 7,
};
