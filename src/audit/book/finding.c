#include "finding-private.h"

#include "place-private.h"

#include <string.h>

/* Formulas can be long: a finding shows so much of one. */
#define N_SHOWN 120

char *
yl_book_describe (const YlWorkbook *workbook, const YlCell *cell)
{
  if (cell == NULL)
    return g_strdup ("（空）");
  const char *value = yl_workbook_get_text (workbook, cell->value);
  if (cell->formula == 0)
    return value[0] == '\0' ? g_strdup ("（空）") : g_strdup (value);
  const char *formula = yl_workbook_get_text (workbook, cell->formula);
  const glong n = g_utf8_strlen (formula, -1);
  g_autofree char *head = g_utf8_substring (formula, 0, MIN (n, N_SHOWN));
  return g_strdup_printf ("=%s%s", head, n > N_SHOWN ? "…" : "");
}

/* Whether @found is @planned times or divided by 1000 or 10 000: kilometres as metres, yuan as
 * 万元. */
static gboolean
is_unit_slip (const YlBookPricing *pricing, const YlCellDifference *difference)
{
  static const gint64 factors[] = { 1000, 10000 };
  YlFixed found = { 0 };
  YlFixed planned = { 0 };
  if (difference->found == NULL || difference->planned == NULL
      || difference->found->content != YL_CONTENT_NUMBER
      || difference->planned->content != YL_CONTENT_NUMBER)
    return FALSE;
  const YlWorkbook *workbook = pricing->match->found;
  if (!yl_fixed_parse (yl_text_of (yl_workbook_get_text (workbook, difference->found->value)),
                       &found)
      || !yl_fixed_parse (yl_text_of (yl_workbook_get_text (workbook, difference->planned->value)),
                          &planned)
      || found.units == 0)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (factors); i++)
    {
      YlFixed larger = { 0 };
      if ((yl_fixed_multiply (planned, yl_fixed_of (factors[i]), &larger)
           && yl_fixed_compare (larger, found) == 0)
          || (yl_fixed_multiply (found, yl_fixed_of (factors[i]), &larger)
              && yl_fixed_compare (larger, planned) == 0))
        return TRUE;
    }
  return FALSE;
}

static YlCode
choose_code (const YlBookPricing *pricing, const YlCellDifference *difference)
{
  switch (difference->kind)
    {
    case YL_DIFFERENCE_INPUT:
    case YL_DIFFERENCE_ADDED:
      return is_unit_slip (pricing, difference) ? YL_C03 : YL_C10;
    case YL_DIFFERENCE_FIXED:
      return YL_C09;
    case YL_DIFFERENCE_FORMULA:
    case YL_DIFFERENCE_VALUE:
      return YL_C01;
    }
  g_assert_not_reached ();
}

/* A changed number or formula is an error whatever it costs; a text only when money moves. */
static YlSeverity
choose_severity (const YlCellDifference *difference, const YlBookEffect *effect)
{
  const gboolean costs = !effect->is_known || effect->at_stake_fen != 0;
  if (costs)
    return YL_SEVERITY_ERROR;
  const YlCell *cell = difference->planned != NULL ? difference->planned : difference->found;
  if (difference->kind == YL_DIFFERENCE_ADDED)
    return YL_SEVERITY_INFO;
  if (cell != NULL && cell->formula == 0 && cell->content == YL_CONTENT_TEXT)
    return YL_SEVERITY_WARNING;
  return YL_SEVERITY_ERROR;
}

static const char *
describe_kind (const YlCellDifference *difference)
{
  if (difference->is_left)
    return "公式没有随移动的列改过来，取了别的列的数";
  switch (difference->kind)
    {
    case YL_DIFFERENCE_INPUT:
      return difference->found == NULL ? "原有的内容被清除" : "录入的内容被改动，与数据副本不符";
    case YL_DIFFERENCE_ADDED:
      return "原为空白，后来填入了内容";
    case YL_DIFFERENCE_FIXED:
      return difference->found == NULL ? "公式被清除" : "公式被改成固定的内容，不再随数据变动";
    case YL_DIFFERENCE_FORMULA:
      return difference->planned->formula == 0 ? "录入的内容被改成公式" : "公式被改动";
    case YL_DIFFERENCE_VALUE:
      return "保存的数值与这个单元格自己的公式算不上";
    }
  g_assert_not_reached ();
}

static char *
describe_cost (const YlBookEffect *effect, const char *amount)
{
  if (!effect->is_known)
    return g_strdup ("，影响金额无法计算");
  if (effect->is_moved)
    return effect->gainer[0] == '\0'
               ? g_strdup_printf ("，这一行的 %s 元没有了归属", amount)
               : g_strdup_printf ("，这一行的 %s 元改归%s", amount, effect->gainer);
  if (effect->at_stake_fen == 0)
    return g_strdup ("，不影响金额");
  if (effect->is_owed)
    return g_strdup_printf ("，预算合计不变，县级资金缺口%s %s 元",
                            effect->at_stake_fen > 0 ? "多计" : "少计", amount);
  return g_strdup_printf ("，%s %s 元%s%s", effect->at_stake_fen > 0 ? "多计" : "少计", amount,
                          effect->recipients == NULL ? "" : "：",
                          effect->recipients == NULL ? "" : effect->recipients);
}

static char *
make_message (const YlBookPricing *pricing,
              const YlCellDifference *difference,
              const char *cell,
              const YlBookEffect *effect)
{
  const YlWorksheet *planned = difference->pair->planned;
  g_autofree char *head =
      yl_book_name_column (pricing->match, planned, difference->planned_row, difference->column);
  g_autofree char *label = yl_book_name_row (pricing->match, planned, difference->planned_row);
  g_autofree char *amount = yl_money_to_grouped (
      (YlMoney){ effect->at_stake_fen < 0 ? -effect->at_stake_fen : effect->at_stake_fen });
  g_autofree char *cost = describe_cost (effect, amount);
  return g_strdup_printf ("“%s”%s（%s%s%s）%s%s。", difference->pair->found->name, cell, label,
                          head[0] == '\0' ? "" : "，", head, describe_kind (difference), cost);
}

/* A rate or share of 标准依据 stands on the document that states it. Returns: (nullable) (transfer
 * full) */
static char *
find_basis (const YlBookPricing *pricing, const YlCellDifference *difference)
{
  const YlFigureRange *figure =
      yl_planned_book_find_figure (pricing->match->plan, difference->pair->planned->name,
                                   difference->planned_row, difference->column);
  const YlPolicyValue *value =
      figure == NULL ? NULL
                     : yl_policy_find_figure (yl_budget_get_policy (pricing->budget), figure->key);
  return value == NULL ? NULL : g_strdup_printf ("%s %s", value->document, value->clause);
}

/* What a stored value should be, by its own formula. */
static char *
describe_worked_out (YlBookPricing *pricing, const YlCellDifference *difference)
{
  const YlCellValue value =
      yl_book_work_out (pricing, difference->pair, difference->found_row, difference->column);
  char text[YL_FIXED_TEXT_SIZE];
  if (value.kind != YL_VALUE_NUMBER)
    return g_strdup (value.text == NULL ? "" : value.text);
  const gsize length = yl_fixed_write (value.number, text);
  return g_strndup (text, length);
}

void
yl_book_report_difference (YlBookPricing *pricing,
                           const YlCellDifference *difference,
                           YlAudit *audit)
{
  g_auto (YlBookEffect) effect = { 0 };
  yl_book_price_difference (pricing, difference, &effect);
  const YlWorkbook *workbook = pricing->match->found;
  g_autofree char *cell = yl_book_name_cell (difference);
  const gboolean is_stored = difference->kind == YL_DIFFERENCE_VALUE;
  g_autofree char *seen = is_stored
                              ? g_strdup (yl_workbook_get_text (workbook, difference->found->value))
                              : yl_book_describe (workbook, difference->found);
  g_autofree char *expected = is_stored ? describe_worked_out (pricing, difference)
                                        : yl_book_describe (workbook, difference->planned);
  g_autofree char *message = make_message (pricing, difference, cell, &effect);
  g_autofree char *basis = find_basis (pricing, difference);
  yl_findings_add (audit->findings, &(YlFinding){
                                        .code = choose_code (pricing, difference),
                                        .severity = choose_severity (difference, &effect),
                                        .file = audit->file,
                                        .sheet = difference->pair->found->name,
                                        .row = difference->found_row,
                                        .cell = cell,
                                        .seen = seen,
                                        .expected = expected,
                                        .message = message,
                                        .gainer = effect.gainer,
                                        .basis = basis,
                                        .at_stake = { effect.at_stake_fen },
                                        .is_priced = effect.is_known,
                                    });
  if (effect.is_known && effect.total_fen != 0)
    yl_audit_add_step (audit, message, -effect.total_fen);
}
