#include "check-private.h"

#include "yanglu/audit/budget/copied-rules.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

/* What the items of a column come to; the stated total where one stands. */
static gint64
find_whole (const FoundCheck *check, guint column, gboolean is_expected)
{
  const int total = found_find_total_row (check);
  if (!is_expected && total >= 0 && found_check_value (check, (guint) total, column)->is_known)
    return found_check_value (check, (guint) total, column)->units;
  gint64 sum = 0;
  for (guint row = 0; row < check->table->rows->len; row++)
    if (found_check_is_item (check, row)
        && !found_add (&sum, is_expected ? found_check_cell (check, row, column)->expected
                                         : found_check_value (check, row, column)->units))
      return 0;
  return sum;
}

/* Decimals of a per cent that a step of ppm stands for. */
static guint
count_decimals (gint64 step)
{
  guint n = 0;
  for (gint64 unit = 10000; unit > step && n < 4; unit /= 10)
    n++;
  return n;
}

static void
check_percent (const FoundCheck *check,
               guint row,
               guint column,
               gint64 part,
               gint64 whole,
               YlFindings *findings)
{
  g_autofree char *cell = NULL;
  const YlFigurePlace place = found_place (check, row, column, &cell);
  const gint64 step = MAX (found_check_step (check, row, column), 1);
  yl_figure_check_percent (&place, part, whole,
                           found_check_value (check, row, column)->units / step,
                           count_decimals (step), findings);
}

/* How many rows are not the share of @base that they state. */
static guint
count_misses (const FoundCheck *check, guint column, guint base)
{
  g_autoptr (YlFindings) findings = yl_findings_new_counting (0);
  const gint64 whole = find_whole (check, base, FALSE);
  for (guint row = 0; row < check->table->rows->len; row++)
    if (found_check_is_item (check, row) && found_check_value (check, row, column)->is_known)
      check_percent (check, row, column, found_check_value (check, row, base)->units, whole,
                     findings);
  return (guint) yl_findings_get_n_of_code (findings, YL_C02);
}

static guint
count_known (const FoundCheck *check, guint column)
{
  guint n = 0;
  for (guint row = 0; row < check->table->rows->len; row++)
    if (found_check_is_item (check, row) && found_check_value (check, row, column)->is_known)
      n++;
  return n;
}

/* The column whose shares the percentages are: most of them follow from it; -1 for none. */
static int
find_base (const FoundCheck *check, guint column)
{
  const guint n = count_known (check, column);
  guint fewest = n;
  int found = -1;
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundColumn *base = found_check_column (check, i);
      if (base->meaning != YL_FOUND_LENGTH && base->meaning != YL_FOUND_AMOUNT)
        continue;
      const guint n_misses = count_misses (check, column, i);
      if (n_misses < fewest || (n_misses == fewest && found >= 0 && i < column))
        {
          fewest = n_misses;
          found = (int) i;
        }
    }
  return found >= 0 && fewest * 2 <= n ? found : -1;
}

/* A share of what stands there and a share of what should stand there are both right. */
static void
check_share (const FoundCheck *check, guint row, guint column, guint base)
{
  g_autoptr (YlFindings) of_expected = yl_findings_new_counting (0);
  g_autoptr (YlFindings) of_items = yl_findings_new_counting (0);
  const gint64 stated = found_check_value (check, row, base)->units;
  check_percent (check, row, column, found_check_cell (check, row, base)->expected,
                 find_whole (check, base, TRUE), of_expected);
  check_percent (check, row, column, stated, find_whole (check, base, TRUE), of_items);
  if (yl_findings_get_n_of_code (of_expected, YL_C02) > 0
      && yl_findings_get_n_of_code (of_items, YL_C02) > 0)
    check_percent (check, row, column, stated, find_whole (check, base, FALSE),
                   check->audit->findings);
}

static void
check_percents (const FoundCheck *check, guint column)
{
  const int base = find_base (check, column);
  if (base < 0)
    {
      g_autofree char *taken = g_strdup_printf ("“%s”不是表中里程或金额的占比，未核对",
                                                found_check_column (check, column)->head);
      yl_audit_add_reading (check->audit, check->table->sheet, taken);
      return;
    }
  for (guint row = 0; row < check->table->rows->len; row++)
    if (found_check_is_item (check, row) && found_check_value (check, row, column)->is_known)
      check_share (check, row, column, (guint) base);
}

/* The amount that 大写 repeats: the nearest one before it. */
static int
find_amount_before (const FoundCheck *check, guint column)
{
  for (int i = (int) column - 1; i >= 0; i--)
    if (found_check_column (check, (guint) i)->meaning == YL_FOUND_AMOUNT)
      return i;
  return check->amount[YL_FOUND_ALL_CLASSES];
}

static void
check_capitals (const FoundCheck *check, guint column)
{
  const int amount = find_amount_before (check, column);
  for (guint row = 0; row < check->table->rows->len && amount >= 0; row++)
    {
      const YlFoundValue *capital = found_check_value (check, row, column);
      const YlFoundValue *figure = found_check_value (check, row, (guint) amount);
      if (!capital->is_known || !figure->is_known
          || found_check_cell (check, row, (guint) amount)->expected == capital->units)
        continue;
      g_autofree char *cell = NULL;
      const YlFigurePlace place = found_place (check, row, column, &cell);
      yl_figure_check_capital (&place, (YlMoney){ figure->units }, (YlMoney){ capital->units },
                               capital->text, check->audit->findings);
    }
}

/* The amount of all classes, or of the only one that the table has; -1 for several. */
static int
find_only_amount (const FoundCheck *check)
{
  int found = check->amount[YL_FOUND_ALL_CLASSES];
  guint n = 0;
  for (guint i = 0; i < YL_N_RATES && found < 0; i++)
    n += check->amount[i] >= 0 ? 1 : 0;
  for (guint i = 0; i < YL_N_RATES && n == 1; i++)
    found = MAX (found, check->amount[i]);
  return found;
}

/* What the table pays out, by its total row or by its items. */
static gboolean
find_paid (const FoundCheck *check, gint64 *out_stated, gint64 *out_expected)
{
  const int amount = find_only_amount (check);
  if (amount < 0)
    return FALSE;
  *out_stated = find_whole (check, (guint) amount, FALSE);
  *out_expected = find_whole (check, (guint) amount, TRUE);
  return TRUE;
}

static YlFigurePlace
place_remark (const FoundCheck *check,
              const YlFoundRemark *remark,
              const char *what,
              char **out_cell)
{
  *out_cell = remark->row == 0 ? NULL : yl_cell_to_text (remark->row, remark->column);
  return (YlFigurePlace){
    .file = check->file,
    .sheet = check->table->sheet,
    .row = remark->row,
    .cell = *out_cell,
    .what = what,
  };
}

static void
check_remarks (const FoundCheck *check)
{
  const YlFoundRemark *capital = &check->table->capital;
  const YlFoundRemark *pool = &check->table->pool;
  g_autofree char *capital_cell = NULL;
  g_autofree char *pool_cell = NULL;
  const YlFigurePlace at_capital = place_remark (check, capital, "大写合计", &capital_cell);
  const YlFigurePlace at_pool = place_remark (check, pool, "资金总额", &pool_cell);
  const int amount = find_only_amount (check);
  gint64 stated = 0;
  gint64 expected = 0;
  if (!find_paid (check, &stated, &expected))
    return;
  if (capital->row != 0 && capital->fen != expected)
    yl_figure_check_capital (&at_capital, (YlMoney){ stated }, (YlMoney){ capital->fen },
                             capital->text, check->audit->findings);
  const gint64 rounding =
      pool->step_fen / 2 + (gint64) check->table->rows->len * check->steps[amount] / 2;
  const gint64 slack = MAX (rounding, found_check_limit (check, YL_C08, YL_LIMIT_TOLERANCE));
  const YlMoney paid = { stated };
  if (pool->row != 0 && ABS (pool->fen - expected) > slack)
    yl_figure_check_pool (&at_pool, (YlMoney){ pool->fen }, &paid, 1, (YlMoney){ slack },
                          check->audit->findings);
}

/* Amounts that nothing explains and that stand on several rows. */
static void
check_copied (const FoundCheck *check, guint column)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (YlCopiedFigure));
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  for (guint row = 0; row < check->table->rows->len; row++)
    {
      const YlFoundValue *value = found_check_value (check, row, column);
      const FoundCell *cell = found_check_cell (check, row, column);
      char *name = NULL;
      if (!found_check_is_item (check, row) || !value->is_known || cell->is_judged)
        continue;
      const YlCopiedFigure figure = {
        .place = found_place (check, row, column, &name),
        .amount = { value->units },
        .length_m = YL_COPIED_NO_LENGTH,
      };
      g_ptr_array_add (cells, name);
      g_array_append_val (figures, figure);
    }
  yl_figures_check_copied ((const YlCopiedFigure *) (gpointer) figures->data, figures->len,
                           found_check_limit (check, YL_C06, YL_LIMIT_ROWS),
                           (YlMoney){ found_check_limit (check, YL_C06, YL_LIMIT_ROUND) },
                           check->audit->findings);
}

/* Townships or routes stand for themselves; items of a budget may well repeat one amount. */
static gboolean
is_of_places (const FoundCheck *check)
{
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundColumn *column = found_check_column (check, i);
      if (column->meaning == YL_FOUND_ROUTE
          || (column->meaning == YL_FOUND_TOWNSHIP
              && (strstr (column->head, "乡") != NULL || strstr (column->head, "镇") != NULL)))
        return TRUE;
    }
  return FALSE;
}

/* Few digits fall together by chance: 100 rows of 万元 with two decimals surely do. */
static gboolean
may_be_copied (const FoundCheck *check, guint column)
{
  if (!is_of_places (check))
    return FALSE;
  const gint64 n = check->table->rows->len;
  gint64 largest = 0;
  for (guint row = 0; row < check->table->rows->len; row++)
    if (found_check_is_item (check, row))
      largest = MAX (largest, found_check_value (check, row, column)->units);
  return largest / MAX (check->steps[column], 1) > n * n * 50;
}

/* Formulas whose values were not saved and could not be worked out: told once, they are not checked. */
static void
report_formulas (const FoundCheck *check)
{
  guint n = 0;
  guint first_row = 0;
  guint first_column = 0;
  for (guint row = 0; row < check->table->rows->len; row++)
    for (guint i = 0; i < check->table->columns->len; i++)
      {
        const YlFoundValue *value = found_check_value (check, row, i);
        if (value->is_known || value->formula == NULL || value->text[0] != '\0')
          continue;
        first_row = n == 0 ? row : first_row;
        first_column = n == 0 ? i : first_column;
        n++;
      }
  if (n == 0)
    return;
  g_autofree char *message = g_strdup_printf (
      "表中有 %u 个公式没有保存计算结果，也未能算出，未核对；请用表格软件打开后另存", n);
  found_report (check, first_row, first_column, (YlFinding){ .code = YL_C04, .message = message },
                NULL);
}

void
found_check_figures (FoundCheck *check)
{
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundColumn *column = found_check_column (check, i);
      if (column->meaning == YL_FOUND_PERCENT)
        check_percents (check, i);
      else if (column->meaning == YL_FOUND_CAPITAL)
        check_capitals (check, i);
      else if (column->meaning == YL_FOUND_AMOUNT && may_be_copied (check, i))
        check_copied (check, i);
    }
  check_remarks (check);
  report_formulas (check);
}
