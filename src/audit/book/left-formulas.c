#include "left-formulas-private.h"

#include "finding-private.h"
#include "gainer-private.h"

guint
yl_book_count_left_formulas (const GArray *differences)
{
  guint n = 0;
  for (guint i = 0; i < differences->len; i++)
    n += g_array_index (differences, YlCellDifference, i).is_left ? 1 : 0;
  return n;
}

static const YlCellDifference *
find_first (const GArray *differences)
{
  for (guint i = 0; i < differences->len; i++)
    if (g_array_index (differences, YlCellDifference, i).is_left)
      return &g_array_index (differences, YlCellDifference, i);
  return NULL;
}

/* The sheets of which columns stand elsewhere. */
static char *
name_sheets (const YlBookMatch *match)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < match->pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      if (pair->found != NULL && !pair->columns->is_straight)
        g_string_append_printf (names, "“%s”", pair->found->name);
    }
  return g_strdup (names->str);
}

/* The total as the found formulas give it. */
static gboolean
work_out_total (YlBookPricing *pricing, gint64 *out_fen)
{
  const YlFigureRange *total = yl_book_find_total (pricing->match->plan);
  const GArray *pairs = pricing->match->pairs;
  for (guint i = 0; total != NULL && i < pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (pairs, YlSheetPair, i);
      if (pair->found == NULL || !g_str_equal (pair->planned->name, total->sheet)
          || pair->rows->found_of[total->first_row] == 0)
        continue;
      const YlCellValue value =
          yl_book_work_out (pricing, pair, pair->rows->found_of[total->first_row], total->column);
      return value.kind == YL_VALUE_NUMBER && yl_book_value_to_fen (&value, out_fen);
    }
  return FALSE;
}

/* What the formulas do to the total: what no other step explains. */
static gboolean
price_left (YlBookPricing *pricing, const YlAudit *audit, gint64 *out_fen)
{
  gint64 total_fen = 0;
  if (!work_out_total (pricing, &total_fen))
    return FALSE;
  *out_fen = total_fen - audit->expected_fen;
  for (guint i = 0; i < audit->steps->len; i++)
    *out_fen += g_array_index (audit->steps, YlDifferenceStep, i).amount_fen;
  return TRUE;
}

/* Where the total is as it was and nothing else is wrong: the money of the formula that is furthest
 * from what it should be. */
static gint64
find_furthest (YlBookPricing *pricing, const GArray *differences, const YlAudit *audit)
{
  gint64 most_fen = 0;
  for (gsize i = 0; i < yl_findings_get_n (audit->findings); i++)
    if (yl_findings_get (audit->findings, i)->at_stake.fen != 0)
      return 0;
  for (guint i = 0; i < differences->len; i++)
    {
      const YlCellDifference *it = &g_array_index (differences, YlCellDifference, i);
      const char *sheet = it->pair->planned->name;
      const YlFigureRange *figure =
          yl_planned_book_find_figure (pricing->match->plan, sheet, it->planned_row, it->column);
      gint64 planned_fen = 0;
      gint64 found_fen = 0;
      if (!it->is_left || figure == NULL || figure->measure != YL_MEASURE_FEN
          || !yl_book_get_planned_fen (pricing, sheet, it->planned_row, it->column, &planned_fen))
        continue;
      const YlCellValue value = yl_book_work_out (pricing, it->pair, it->found_row, it->column);
      if (yl_book_value_to_fen (&value, &found_fen)
          && ABS (found_fen - planned_fen) > ABS (most_fen))
        most_fen = found_fen - planned_fen;
    }
  return most_fen;
}

static char *
describe_cost (gboolean is_known, gint64 total_fen, gint64 fen)
{
  if (!is_known)
    return g_strdup ("预算合计已算不出来");
  if (fen == 0)
    return g_strdup ("预算合计不变，但这些单元格的数不对");
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ fen < 0 ? -fen : fen });
  return g_strdup_printf ("%s%s %s 元",
                          total_fen != 0 ? "预算合计" : "预算合计不变，但其他金额最多",
                          fen > 0 ? "多计" : "少计", amount);
}

void
yl_book_report_left_formulas (YlBookPricing *pricing, const GArray *differences, YlAudit *audit)
{
  const YlCellDifference *first = find_first (differences);
  gint64 total_fen = 0;
  const gboolean is_known = price_left (pricing, audit, &total_fen);
  const gint64 fen =
      is_known && total_fen == 0 ? find_furthest (pricing, differences, audit) : total_fen;
  const guint n = yl_book_count_left_formulas (differences);
  g_autofree char *sheets = name_sheets (pricing->match);
  g_autofree char *cost = describe_cost (is_known, total_fen, fen);
  g_autofree char *cell = yl_book_name_cell (first);
  g_autofree char *seen = yl_book_describe (pricing->match->found, first->found);
  g_autofree char *message = g_strdup_printf (
      "%s的列被插入、删除或移动以后，有 %u 处公式没有跟着改，取了别的列的数（第一处"
      "是“%s”%s），%s。",
      sheets, n, first->pair->found->name, cell, cost);
  yl_findings_add (audit->findings,
                   &(YlFinding){ .code = YL_C01,
                                 .severity = YL_SEVERITY_ERROR,
                                 .file = audit->file,
                                 .sheet = first->pair->found->name,
                                 .row = first->found_row,
                                 .cell = cell,
                                 .seen = seen,
                                 .expected = "引用随列一起移动的公式",
                                 .message = message,
                                 .gainer = is_known && fen < 0 ? YL_COUNTY_TREASURY : NULL,
                                 .at_stake = { fen },
                                 .is_priced = is_known });
  if (is_known && total_fen != 0)
    yl_audit_add_step (audit, message, -total_fen);
}
