#include "acts-private.h"

#include "yanglu/audit/formula/token.h"
#include "yanglu/audit/gainers.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

/* So many stretches of cells are named; the others are counted. */
#define N_NAMED 4u

/* Formulas to which the same was done. */
typedef struct
{
  GArray *members; /* of guint: indices of differences */
  gboolean is_growth;
} Act;

static void
act_free (gpointer data)
{
  Act *act = data;
  g_array_unref (act->members);
  g_free (act);
}

static gboolean
is_changed_formula (const YlCellDifference *it)
{
  return it->kind == YL_DIFFERENCE_FORMULA && it->found != NULL && it->found->formula != 0
         && it->planned->formula != 0 && !it->is_left && !it->is_told;
}

/* Whether the rows from @first to @last hold nothing of the plan. */
static gboolean
is_added (const YlRowMatch *rows, guint32 first, guint32 last)
{
  for (guint32 row = first; row <= last && row <= rows->n_found; row++)
    if (rows->planned_of[row] != 0)
      return FALSE;
  return TRUE;
}

/* Whether @found means the rows that @planned means, wherever they stand now, and beyond them only rows
 * that somebody added. */
static gboolean
has_grown (const YlBookMatch *match,
           const YlCellDifference *it,
           const YlFormulaToken *planned,
           const YlFormulaToken *found)
{
  g_autofree char *named = g_strndup (planned->sheet.at, planned->sheet.length);
  const YlSheetPair *pair =
      planned->sheet.length == 0 ? it->pair : yl_book_match_find_pair (match, named, TRUE);
  guint32 first = 0;
  guint32 last = 0;
  if (planned->kind != YL_TOKEN_REFERENCE || found->kind != YL_TOKEN_REFERENCE || pair == NULL
      || found->sheet.length != planned->sheet.length || found->column != planned->column
      || found->last_column != planned->last_column
      || (found->sheet.length > 0
          && strncmp (found->sheet.at, planned->sheet.at, found->sheet.length) != 0)
      || !yl_row_match_find_range (pair->rows, planned->row, planned->last_row, &first, &last))
    return FALSE;
  return found->row <= first && found->last_row >= last
         && (first == found->row || is_added (pair->rows, found->row, first - 1))
         && (last == found->last_row || is_added (pair->rows, last + 1, found->last_row));
}

static gboolean
is_same_token (const YlFormulaToken *a, const YlFormulaToken *b)
{
  return a->kind == b->kind && a->kind != YL_TOKEN_REFERENCE && a->text.length == b->text.length
         && memcmp (a->text.at, b->text.at, a->text.length) == 0;
}

/* Whether all that a formula does otherwise is to take in rows that somebody added. */
static gboolean
is_growth (const YlBookMatch *match, const YlCellDifference *it)
{
  const char *was = yl_workbook_get_text (match->found, it->planned->formula);
  const char *is = yl_workbook_get_text (match->found, it->found->formula);
  YlFormulaToken planned;
  YlFormulaToken found;
  for (;;)
    {
      const gboolean has_planned = yl_formula_token_next (&was, &planned);
      if (has_planned != yl_formula_token_next (&is, &found))
        return FALSE;
      if (!has_planned)
        return TRUE;
      if (!is_same_token (&planned, &found) && !has_grown (match, it, &planned, &found))
        return FALSE;
    }
}

static char *
sign (const YlBookMatch *match, const YlCellDifference *it)
{
  const YlBookPlace planned = { it->pair->planned->name, it->planned_row, it->column };
  const YlBookPlace found = { it->pair->planned->name, it->found_row,
                              yl_column_match_find (it->pair->columns, it->column) };
  return yl_book_sign_change (yl_workbook_get_text (match->found, it->planned->formula), &planned,
                              yl_workbook_get_text (match->found, it->found->formula), &found);
}

/* (transfer full) (element-type Act): in the order of their first cells. */
static GPtrArray *
collect (const YlBookMatch *match, const GArray *differences)
{
  GPtrArray *acts = g_ptr_array_new_with_free_func (act_free);
  g_autoptr (GHashTable) by_sign =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < differences->len; i++)
    {
      const YlCellDifference *it = &g_array_index (differences, YlCellDifference, i);
      if (!is_changed_formula (it))
        continue;
      const gboolean has_only_grown = is_growth (match, it);
      g_autofree char *signed_so = has_only_grown ? g_strdup ("") : sign (match, it);
      Act *act = g_hash_table_lookup (by_sign, signed_so);
      if (act == NULL)
        {
          act = g_new0 (Act, 1);
          act->members = g_array_new (FALSE, FALSE, sizeof (guint));
          act->is_growth = has_only_grown;
          g_ptr_array_add (acts, act);
          g_hash_table_insert (by_sign, g_steal_pointer (&signed_so), act);
        }
      g_array_append_val (act->members, i);
    }
  return acts;
}

/* Down a column, without a gap. */
static gboolean
continues (const YlCellDifference *above, const YlCellDifference *it)
{
  return above->pair == it->pair && above->column == it->column
         && above->found_row + 1 == it->found_row;
}

static gint
compare_by_column (gconstpointer a, gconstpointer b, gpointer differences)
{
  const YlCellDifference *x =
      &g_array_index ((GArray *) differences, YlCellDifference, *(const guint *) a);
  const YlCellDifference *y =
      &g_array_index ((GArray *) differences, YlCellDifference, *(const guint *) b);
  if (x->pair != y->pair)
    return x->pair < y->pair ? -1 : 1;
  if (x->column != y->column)
    return x->column < y->column ? -1 : 1;
  return (x->found_row > y->found_row) - (x->found_row < y->found_row);
}

/* (transfer full): "“里程明细”S4:S390、“分乡镇汇总”K5:K16" */
static char *
name_cells (GArray *differences, const GArray *members)
{
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) members);
  g_array_sort_with_data (sorted, compare_by_column, differences);
  GString *text = g_string_new (NULL);
  guint n = 0;
  for (guint i = 0; i < sorted->len;)
    {
      const YlCellDifference *first = yl_book_act_member (differences, sorted, i);
      const YlCellDifference *last = first;
      for (i++; i < sorted->len && continues (last, yl_book_act_member (differences, sorted, i));
           i++)
        last = yl_book_act_member (differences, sorted, i);
      if (n++ >= N_NAMED)
        continue;
      g_autofree char *from = yl_book_name_difference (first);
      g_autofree char *to = yl_book_name_difference (last);
      g_string_append_printf (text, "%s“%s”%s%s%s", n == 1 ? "" : "、", first->pair->found->name,
                              from, first == last ? "" : ":", first == last ? "" : to);
    }
  if (n > N_NAMED)
    g_string_append_printf (text, "等 %u 段", n);
  return g_string_free (text, FALSE);
}

/* What the members of one column of money come to more together: of the column that has most. */
static gint64
find_most_of_a_column (YlBookPricing *pricing, const GArray *differences, const GArray *sorted)
{
  gint64 most_fen = 0;
  gint64 sum_fen = 0;
  for (guint i = 0; i < sorted->len; i++)
    {
      const YlCellDifference *it = yl_book_act_member (differences, sorted, i);
      const YlCellDifference *before =
          i == 0 ? NULL : yl_book_act_member (differences, sorted, i - 1);
      const char *sheet = it->pair->planned->name;
      const YlFigureRange *figure =
          yl_planned_book_find_figure (pricing->match->plan, sheet, it->planned_row, it->column);
      gint64 planned_fen = 0;
      gint64 found_fen = 0;
      if (before == NULL || before->pair != it->pair || before->column != it->column)
        sum_fen = 0;
      const YlCellValue value = yl_book_find_value (pricing, it);
      if (figure != NULL && figure->measure == YL_MEASURE_FEN
          && yl_book_get_planned_fen (pricing, sheet, it->planned_row, it->column, &planned_fen)
          && yl_book_value_to_fen (&value, &found_fen))
        sum_fen += found_fen - planned_fen;
      most_fen = ABS (sum_fen) > ABS (most_fen) ? sum_fen : most_fen;
    }
  return most_fen;
}

void
yl_book_put_as_found (YlBookPricing *pricing, const GArray *differences, const GArray *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      const YlCellDifference *it = yl_book_act_member (differences, members, i);
      const YlCellValue value = yl_book_find_value (pricing, it);
      yl_recalculation_set (pricing->planned, it->pair->planned->name, it->planned_row, it->column,
                            &value);
    }
}

void
yl_book_put_back (YlBookPricing *pricing, const GArray *differences, const GArray *members)
{
  for (guint i = 0; i < members->len; i++)
    {
      const YlCellDifference *it = yl_book_act_member (differences, members, i);
      yl_recalculation_unset (pricing->planned, it->pair->planned->name, it->planned_row,
                              it->column);
    }
}

/* The total with all of them as they were found; where it stays, the column that has most. */
static void
price (YlBookPricing *pricing, GArray *differences, const GArray *members, YlBookEffect *effect)
{
  const YlFigureRange *total = yl_book_find_total (pricing->match->plan);
  g_autoptr (GArray) sorted = g_array_copy ((GArray *) members);
  g_array_sort_with_data (sorted, compare_by_column, differences);
  if (total != NULL)
    {
      yl_book_put_as_found (pricing, differences, members);
      effect->is_known = yl_book_measure_at (
          pricing, (YlBookPlace){ total->sheet, total->first_row, total->column },
          &effect->total_fen);
      yl_book_put_back (pricing, differences, members);
    }
  effect->at_stake_fen = effect->total_fen != 0
                             ? effect->total_fen
                             : find_most_of_a_column (pricing, differences, sorted);
}

static char *
describe_cost (const YlBookEffect *effect)
{
  if (!effect->is_known)
    return g_strdup ("，影响金额无法计算");
  if (effect->at_stake_fen == 0)
    return g_strdup ("，不影响金额");
  g_autofree char *more = yl_book_describe_more (effect->at_stake_fen);
  return g_strconcat (effect->total_fen == 0 ? "，预算合计不变，这些单元格合计" : "，合计", more,
                      NULL);
}

static void
report (YlBookPricing *pricing, GArray *differences, const Act *act, YlAudit *audit)
{
  const YlCellDifference *first = yl_book_act_member (differences, act->members, 0);
  YlBookEffect effect = { .is_known = TRUE };
  if (!act->is_growth)
    price (pricing, differences, act->members, &effect);
  g_autofree char *cells = name_cells (differences, act->members);
  g_autofree char *cost = describe_cost (&effect);
  g_autofree char *message =
      act->is_growth
          ? g_strdup_printf ("%u 处公式的取数范围扩大到后来添加的行（%s），添加的行另行列出。",
                             act->members->len, cells)
          : g_strdup_printf ("%u 处公式作了同一处改动（%s）%s。", act->members->len, cells, cost);
  g_autofree char *cell = yl_book_name_difference (first);
  g_auto (YlBookTold) seen = yl_book_tell_found (pricing, first);
  g_auto (YlBookTold) expected = yl_book_tell_planned (pricing, first);
  const gint64 fen = effect.at_stake_fen;
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C01,
                                                  .severity = act->is_growth ? YL_SEVERITY_WARNING
                                                                             : YL_SEVERITY_ERROR,
                                                  .file = audit->file,
                                                  .sheet = first->pair->found->name,
                                                  .row = first->found_row,
                                                  .cell = cell,
                                                  .seen = seen.value,
                                                  .expected = expected.value,
                                                  .seen_formula = seen.formula,
                                                  .expected_formula = expected.formula,
                                                  .message = message,
                                                  .gainer = fen > 0   ? YL_ALL_KEEPERS
                                                            : fen < 0 ? YL_COUNTY_TREASURY
                                                                      : NULL,
                                                  .at_stake = { fen },
                                                  .is_priced = effect.is_known });
  if (effect.is_known && effect.total_fen != 0)
    yl_audit_add_step (audit, message, -effect.total_fen);
}

void
yl_book_report_formula_acts (YlBookPricing *pricing, GArray *differences, YlAudit *audit)
{
  g_autoptr (GPtrArray) acts = collect (pricing->match, differences);
  for (guint i = 0; i < acts->len; i++)
    {
      const Act *act = g_ptr_array_index (acts, i);
      if (act->members->len < 2 && !act->is_growth)
        continue;
      report (pricing, differences, act, audit);
      for (guint k = 0; k < act->members->len; k++)
        yl_book_act_member (differences, act->members, k)->is_told = TRUE;
    }
}
