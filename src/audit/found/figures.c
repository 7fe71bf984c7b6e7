#include "ratios-private.h"
#include "relations-private.h"

#include "yanglu/audit/budget/copied-rules.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

/* What the items of a column come to; the stated total where one stands. */
static gint64
find_whole (const FoundCheck *check, guint column, gboolean is_expected)
{
  const int total = found_find_total_row (check);
  if (!is_expected && total >= 0 && found_cell (check, (guint) total, column)->value->is_known)
    return found_cell (check, (guint) total, column)->stated;
  gint64 sum = 0;
  for (guint row = 0; found_next_item (check, &row); row++)
    {
      const FoundCell *cell = found_cell (check, row, column);
      if (!found_add (&sum, is_expected ? cell->expected : cell->stated))
        return 0;
    }
  return sum;
}

static YlFigurePlace
place_cell (const FoundCheck *check, const FoundCell *cell, char **out_name)
{
  return found_place (check->file, check->table->sheet, cell->row, cell->head, out_name);
}

/* How many rows state a share at all, and how many not the one of @base. */
static guint
count_misses (const FoundCheck *check, guint column, guint base, guint *out_n)
{
  g_autoptr (YlFindings) findings = yl_findings_new_counting (0);
  const gint64 whole = find_whole (check, base, FALSE);
  *out_n = 0;
  for (guint row = 0; found_next_item (check, &row); row++)
    {
      const FoundCell *cell = found_cell (check, row, column);
      if (!cell->value->is_known)
        continue;
      found_percent_check (check, cell, found_cell (check, row, base)->stated, whole, findings);
      ++*out_n;
    }
  return (guint) yl_findings_get_n_of_code (findings, YL_C02);
}

/* The column whose shares the percentages are: most of them follow from it; -1 for none. */
static int
find_base (const FoundCheck *check, guint column, guint *out_right)
{
  guint n = 0;
  guint fewest = G_MAXUINT;
  int found = -1;
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundColumn *base = found_head (check, i);
      if (base->meaning != YL_FOUND_LENGTH && base->meaning != YL_FOUND_AMOUNT)
        continue;
      const guint n_misses = count_misses (check, column, i, &n);
      if (n_misses < MIN (fewest, n) || (n_misses == fewest && found >= 0 && i < column))
        {
          fewest = n_misses;
          found = (int) i;
        }
    }
  *out_right = n - MIN (fewest, n);
  return found >= 0 && fewest * 2 <= n ? found : -1;
}

/* A share of what stands there and a share of what should stand there are both right. */
static void
check_share (const FoundCheck *check, const FoundCell *cell, const FoundCell *part, guint base)
{
  g_autoptr (YlFindings) of_expected = yl_findings_new_counting (0);
  g_autoptr (YlFindings) of_items = yl_findings_new_counting (0);
  const gint64 whole = find_whole (check, base, TRUE);
  found_percent_check (check, cell, part->expected, whole, of_expected);
  found_percent_check (check, cell, part->stated, whole, of_items);
  if (yl_findings_get_n_of_code (of_expected, YL_C02) > 0
      && yl_findings_get_n_of_code (of_items, YL_C02) > 0)
    found_percent_check (check, cell, part->stated, find_whole (check, base, FALSE),
                         check->audit->findings);
}

static void
check_percents (FoundCheck *check, guint column)
{
  FoundRatio ratio;
  guint n_right = 0;
  /* 率 is of the row; a share of the whole column is 占比. */
  const gboolean is_of_row = strstr (found_head (check, column)->head, "率") != NULL;
  const int base = is_of_row ? -1 : find_base (check, column, &n_right);
  if (found_ratio_find (check, column, &ratio) && (base < 0 || ratio.n_right > n_right + 1))
    {
      found_ratio_check (check, &ratio);
      return;
    }
  if (base < 0)
    {
      g_autofree char *taken = g_strdup_printf ("“%s”不是表中里程或金额的比率，未核对",
                                                found_head (check, column)->head);
      yl_audit_add_reading (check->audit, check->table->sheet, taken);
      return;
    }
  const int total = found_find_total_row (check);
  if (total >= 0 && found_cell (check, (guint) total, column)->value->is_known)
    found_percent_check (check, found_cell (check, (guint) total, column), 1, 1,
                         check->audit->findings);
  for (guint row = 0; found_next_item (check, &row); row++)
    if (found_cell (check, row, column)->value->is_known)
      check_share (check, found_cell (check, row, column), found_cell (check, row, (guint) base),
                   (guint) base);
}

/* The amount that 大写 repeats: the nearest one before it. */
static int
find_amount_before (const FoundCheck *check, guint column)
{
  for (int i = (int) column - 1; i >= 0; i--)
    if (found_head (check, (guint) i)->meaning == YL_FOUND_AMOUNT)
      return i;
  return check->amount[YL_FOUND_ALL_CLASSES];
}

static void
check_capitals (const FoundCheck *check, guint column)
{
  const int amount = find_amount_before (check, column);
  for (guint row = 0; row < check->table->rows->len && amount >= 0; row++)
    {
      const FoundCell *capital = found_cell (check, row, column);
      const FoundCell *figure = found_cell (check, row, (guint) amount);
      if (!capital->value->is_known || !figure->value->is_known
          || figure->expected == capital->stated)
        continue;
      g_autofree char *name = NULL;
      const YlFigurePlace place = place_cell (check, capital, &name);
      yl_figure_check_capital (&place, (YlMoney){ figure->stated }, (YlMoney){ capital->stated },
                               capital->value->text, check->audit->findings);
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
check_capital_lines (const FoundCheck *check, gint64 stated, gint64 expected)
{
  const GArray *capitals = check->table->capitals;
  for (guint i = 0; i < capitals->len; i++)
    {
      const YlFoundRemark *capital = &g_array_index (capitals, YlFoundRemark, i);
      g_autofree char *cell = NULL;
      const YlFigurePlace place = place_remark (check, capital, "大写合计", &cell);
      if (capital->fen != expected)
        yl_figure_check_capital (&place, (YlMoney){ stated }, (YlMoney){ capital->fen },
                                 capital->text, check->audit->findings);
    }
}

/* What a line says is paid beside the table stands in none of its figures. */
static void
check_additions (const FoundCheck *check)
{
  const GArray *additions = check->table->additions;
  for (guint i = 0; i < additions->len; i++)
    {
      const YlFoundRemark *addition = &g_array_index (additions, YlFoundRemark, i);
      g_autofree char *cell = yl_cell_to_text (addition->row, addition->column);
      g_autofree char *amount = yl_money_to_grouped ((YlMoney){ addition->fen });
      g_autofree char *message = g_strdup_printf (
          "表外文字写着“%s”，表中没有这笔金额，合计少列 %s 元", addition->text, amount);
      const YlFinding finding = {
        .code = YL_C01,
        .row = addition->row,
        .cell = cell,
        .seen = addition->text,
        .expected = "列入表内，计入合计",
        .message = message,
      };
      found_report_at (check, finding, (FoundStake){ TRUE, addition->fen });
    }
}

/* A line that says what the table comes to, in digits. What is rounded differs by less than one of its
 * last digit; a total that is wrong is told where it stands. */
static void
check_sum_lines (const FoundCheck *check, gint64 stated, gint64 expected)
{
  const GArray *sums = check->table->sums;
  for (guint i = 0; i < sums->len; i++)
    {
      const YlFoundRemark *sum = &g_array_index (sums, YlFoundRemark, i);
      const gint64 off_fen = sum->fen - expected;
      if (ABS (off_fen) < sum->step_fen || ABS (sum->fen - stated) < sum->step_fen)
        continue;
      g_autofree char *cell = yl_cell_to_text (sum->row, sum->column);
      g_autofree char *said = yl_money_to_grouped ((YlMoney){ sum->fen });
      g_autofree char *of_table = yl_money_to_grouped ((YlMoney){ expected });
      g_autofree char *off = yl_money_to_grouped ((YlMoney){ ABS (off_fen) });
      g_autofree char *message =
          g_strdup_printf ("表外文字写着“%s”，即 %s 元，表中合计是 %s 元，相差 %s 元", sum->text,
                           said, of_table, off);
      const YlFinding finding = { .code = YL_C01,
                                  .row = sum->row,
                                  .cell = cell,
                                  .seen = sum->text,
                                  .expected = of_table,
                                  .message = message };
      found_report_at (check, finding, (FoundStake){ TRUE, off_fen });
    }
}

static void
check_pool (const FoundCheck *check, guint amount, gint64 stated, gint64 expected)
{
  const YlFoundRemark *pool = &check->table->pool;
  g_autofree char *cell = NULL;
  const YlFigurePlace place = place_remark (check, pool, "资金总额", &cell);
  const gint64 rounding =
      pool->step_fen / 2 + (gint64) check->table->rows->len * check->steps[amount] / 2;
  const gint64 slack = MAX (rounding, found_limit (check, YL_C08, YL_LIMIT_TOLERANCE));
  const YlMoney paid = { stated };
  if (pool->row != 0 && ABS (pool->fen - expected) > slack)
    yl_figure_check_pool (&place, (YlMoney){ pool->fen }, &paid, 1, (YlMoney){ slack },
                          check->audit->findings);
}

static void
check_remarks (const FoundCheck *check)
{
  const int amount = find_only_amount (check);
  check_additions (check);
  if (amount < 0)
    return;
  const gint64 stated = find_whole (check, (guint) amount, FALSE);
  const gint64 expected = find_whole (check, (guint) amount, TRUE);
  check_capital_lines (check, stated, expected);
  check_sum_lines (check, stated, expected);
  check_pool (check, (guint) amount, stated, expected);
}

/* Amounts that nothing explains and that stand on several rows. */
static void
check_copied (const FoundCheck *check, guint column)
{
  g_autoptr (GArray) figures = g_array_new (FALSE, FALSE, sizeof (YlCopiedFigure));
  g_autoptr (GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  for (guint row = 0; found_next_item (check, &row); row++)
    {
      const FoundCell *cell = found_cell (check, row, column);
      char *name = NULL;
      if (!cell->value->is_known || cell->is_judged)
        continue;
      const YlCopiedFigure figure = {
        .place = place_cell (check, cell, &name),
        .amount = { cell->stated },
        .length_m = YL_COPIED_NO_LENGTH,
      };
      g_ptr_array_add (cells, name);
      g_array_append_val (figures, figure);
    }
  yl_figures_check_copied ((const YlCopiedFigure *) (gpointer) figures->data, figures->len,
                           found_limit (check, YL_C06, YL_LIMIT_ROWS),
                           (YlMoney){ found_limit (check, YL_C06, YL_LIMIT_ROUND) },
                           check->audit->findings);
}

/* Few digits fall together by chance: 100 rows of 万元 with two decimals surely do. */
static gboolean
may_be_copied (const FoundCheck *check, guint column)
{
  if (!found_is_of_places (check))
    return FALSE;
  const gint64 n = check->table->rows->len;
  gint64 largest = 0;
  for (guint row = 0; found_next_item (check, &row); row++)
    largest = MAX (largest, found_cell (check, row, column)->stated);
  return largest / MAX (check->steps[column], 1) > n * n * 50;
}

/* Formulas whose values were not saved and could not be worked out: told once, they are not checked. */
static void
report_formulas (const FoundCheck *check)
{
  guint n = 0;
  FoundCell *first = NULL;
  const gsize n_cells = (gsize) check->table->rows->len * check->table->columns->len;
  for (FoundCell *cell = check->cells; cell < check->cells + n_cells; cell++)
    {
      const YlFoundValue *value = cell->value;
      /* IF (…, "") beside 上年 that was left blank says nothing. */
      if (value->is_known || value->formula == NULL || value->text[0] != '\0'
          || cell->head->meaning == YL_FOUND_ASIDE || cell->head->meaning == YL_FOUND_PERCENT)
        continue;
      first = n++ == 0 ? cell : first;
    }
  if (n == 0)
    return;
  g_autofree char *message = g_strdup_printf (
      "表中有 %u 个公式没有保存计算结果，也未能算出，未核对；请用表格软件打开后另存", n);
  found_report (check, first, (YlFinding){ .code = YL_C04, .message = message }, (FoundStake){ 0 });
}

void
found_check_figures (FoundCheck *check)
{
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundColumn *column = found_head (check, i);
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
