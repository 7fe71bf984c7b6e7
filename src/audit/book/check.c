#include "yanglu/audit/book/check.h"

#include "acts-private.h"
#include "addition-private.h"
#include "structure-private.h"

#include "yanglu/audit/gainers.h"

#include <string.h>

typedef struct
{
  const YlBookMatch *match;
  const YlSheetPair *pair;
  GArray *differences;
} Comparison;

/* Whether the forms leave a planned cell for the pen. */
static gboolean
is_for_the_pen (const Comparison *it, guint32 planned_row, guint column)
{
  return yl_planned_book_is_open (it->match->plan, it->pair->planned->name, planned_row, column);
}

static gboolean
is_same_value (const YlCell *found, const YlCell *planned)
{
  return found->value == planned->value && found->content == planned->content;
}

static gboolean
judge_constant (const Comparison *it,
                const YlCell *found,
                const YlCell *planned,
                YlDifferenceKind *out_kind)
{
  *out_kind = found != NULL && found->formula != 0 ? YL_DIFFERENCE_FORMULA : YL_DIFFERENCE_INPUT;
  return (found == NULL || found->formula != 0 || !is_same_value (found, planned))
         && !is_for_the_pen (it, planned->row, planned->column);
}

static gboolean
judge_formula (const Comparison *it,
               const YlCell *found,
               const YlCell *planned,
               YlDifferenceKind *out_kind,
               YlFormulaLikeness *out_likeness)
{
  *out_kind = YL_DIFFERENCE_FIXED;
  if (found == NULL || found->formula == 0)
    return TRUE;
  *out_kind = YL_DIFFERENCE_FORMULA;
  *out_likeness = yl_book_match_compare_formula (it->match, it->pair, found, planned);
  if (*out_likeness != YL_FORMULA_SAME)
    return TRUE;
  *out_kind = YL_DIFFERENCE_VALUE;
  return found->content != YL_CONTENT_NONE && !is_same_value (found, planned);
}

static gboolean
judge_addition (const Comparison *it,
                const YlCell *found,
                guint32 planned_row,
                YlDifferenceKind *out_kind)
{
  *out_kind = YL_DIFFERENCE_ADDED;
  const gboolean is_empty = found->formula == 0 && found->value == 0;
  return !is_empty && !is_for_the_pen (it, planned_row, found->column);
}

static void
compare_cell (Comparison *it,
              guint32 found_row,
              guint32 planned_row,
              const YlCell *found,
              const YlCell *planned)
{
  YlDifferenceKind kind = YL_DIFFERENCE_INPUT;
  YlFormulaLikeness likeness = YL_FORMULA_SAME;
  const gboolean differs = planned == NULL ? judge_addition (it, found, planned_row, &kind)
                           : planned->formula != 0
                               ? judge_formula (it, found, planned, &kind, &likeness)
                               : judge_constant (it, found, planned, &kind);
  if (!differs)
    return;
  const YlCellDifference difference = {
    .kind = kind,
    .pair = it->pair,
    .found_row = found_row,
    .planned_row = planned_row,
    .column = planned != NULL ? planned->column : found->column,
    .found = found,
    .planned = planned,
    .is_left = likeness == YL_FORMULA_LEFT,
  };
  g_array_append_val (it->differences, difference);
}

/* Columns that were taken out or put in behind the last one are told as columns. */
static gboolean
is_of_column (const YlSheetPair *pair, const YlCell *found, const YlCell *planned)
{
  const YlColumnMatch *columns = pair->columns;
  if (planned != NULL)
    return yl_column_match_find (columns, planned->column) == YL_NO_COLUMN;
  return columns->is_straight && yl_column_match_is_added (columns, found->column);
}

static void
compare_row (Comparison *it, guint32 found_row, guint32 planned_row)
{
  guint n_found = 0;
  guint n_planned = 0;
  const YlCell *found = yl_worksheet_find_row (it->pair->straight, found_row, &n_found);
  const YlCell *planned = yl_worksheet_find_row (it->pair->planned, planned_row, &n_planned);
  guint a = 0;
  guint b = 0;
  while (a < n_found || b < n_planned)
    {
      const guint next = MIN (a < n_found ? (guint) found[a].column : YL_NO_COLUMN,
                              b < n_planned ? (guint) planned[b].column : YL_NO_COLUMN);
      const YlCell *there = a < n_found && found[a].column == next ? &found[a++] : NULL;
      const YlCell *wanted = b < n_planned && planned[b].column == next ? &planned[b++] : NULL;
      if (!is_of_column (it->pair, there, wanted))
        compare_cell (it, found_row, planned_row, there, wanted);
    }
}

/* (transfer full) (element-type YlCellDifference): every cell of a matched row that differs, by sheet,
 * row and column. What the offices write by hand (day, names, what the form leaves open) is none, nor a
 * value that was not saved, nor what stands in columns that were put in or taken out. */
static GArray *
find_differences (const YlBookMatch *match)
{
  Comparison it = { match, NULL, g_array_new (FALSE, FALSE, sizeof (YlCellDifference)) };
  for (guint i = 0; i < match->pairs->len; i++)
    {
      it.pair = &g_array_index (match->pairs, YlSheetPair, i);
      if (it.pair->found == NULL)
        continue;
      for (guint32 row = 1; row <= it.pair->rows->n_planned; row++)
        if (it.pair->rows->found_of[row] != 0)
          compare_row (&it, it.pair->rows->found_of[row], row);
    }
  return it.differences;
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
choose_code (const YlBookPricing *pricing,
             const YlCellDifference *difference,
             const YlBookEffect *effect)
{
  if (effect->has_code)
    return effect->code;
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
  if (costs || effect->has_code)
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

/* Words of a formula, such as a figure in 大写, that somebody wrote over with others. */
static gboolean
is_other_words (const YlCellDifference *difference)
{
  const YlCell *planned = difference->planned;
  const YlCell *found = difference->found;
  return difference->kind == YL_DIFFERENCE_FIXED && planned->content == YL_CONTENT_TEXT
         && (found == NULL || found->content != YL_CONTENT_TEXT || found->value != planned->value);
}

static char *
describe_cost (const YlCellDifference *difference, const YlBookEffect *effect)
{
  if (!effect->is_known)
    return g_strdup ("，影响金额无法计算");
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ ABS (effect->at_stake_fen) });
  g_autofree char *more = yl_book_describe_more (effect->at_stake_fen);
  if (effect->is_moved)
    return effect->gainer[0] == '\0'
               ? g_strdup_printf ("，这一行的 %s 元没有了归属", amount)
               : g_strdup_printf ("，这一行的 %s 元改归%s", amount, effect->gainer);
  if (effect->at_stake_fen == 0 && effect->is_compared && is_other_words (difference))
    return g_strdup ("，各项金额不变，但所印的内容与预算不符");
  if (effect->at_stake_fen == 0)
    return g_strdup (effect->is_compared ? "，不影响金额" : "，本处金额不变");
  if (effect->moves != NULL)
    return g_strdup_printf ("，预算合计不变；%s", effect->moves);
  if (effect->is_owed)
    return g_strdup_printf ("，预算合计不变，县级资金缺口%s", more);
  return g_strdup_printf ("，%s%s%s", more, effect->recipients == NULL ? "" : "：",
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
  g_autofree char *label = yl_book_tell_row (pricing->match, planned, difference->planned_row);
  g_autofree char *cost = describe_cost (difference, effect);
  const gboolean has_label = label[0] != '\0';
  const gboolean has_head = head[0] != '\0';
  g_autofree char *where =
      has_label || has_head
          ? g_strdup_printf ("（%s%s%s）", label, has_label && has_head ? "，" : "", head)
          : g_strdup ("");
  return g_strdup_printf ("“%s”%s%s%s%s。", difference->pair->found->name, cell, where,
                          describe_kind (difference), cost);
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
      figure == NULL ? NULL : yl_policy_find_figure (pricing->budget->policy, figure->key);
  return value == NULL ? NULL : g_strdup_printf ("%s %s", value->document, value->clause);
}

/* What somebody wrote that comes to an error, or that nobody can work out, was compared with nothing. */
static void
note_unknown (YlBookPricing *pricing,
              const YlCellDifference *difference,
              const char *cell,
              YlCoverage *coverage)
{
  YlCellValue value = yl_book_get_found_value (pricing, difference->pair, difference->found_row,
                                               difference->column);
  if (difference->found != NULL && difference->found->formula != 0 && value.kind != YL_VALUE_ERROR)
    value = yl_book_work_out (pricing, difference->pair, difference->found_row, difference->column);
  if (yl_cell_value_is_wrong (&value))
    yl_coverage_add_gap (coverage, &(YlCoverageGap){ .sheet = difference->pair->found->name,
                                                     .column = "",
                                                     .cell = cell,
                                                     .n_figures = 1,
                                                     .reason = value.kind == YL_VALUE_ERROR
                                                                   ? YL_GAP_ERROR
                                                                   : YL_GAP_UNWORKED });
}

static void
report_difference (YlBookPricing *pricing, const YlCellDifference *difference, YlAudit *audit)
{
  g_auto (YlBookEffect) effect = { 0 };
  yl_book_price_difference (pricing, difference, &effect);
  if (difference->kind == YL_DIFFERENCE_ADDED && effect.is_known && effect.at_stake_fen == 0)
    yl_book_read_own_cell (pricing, difference, &effect.at_stake_fen);
  g_autofree char *cell = yl_book_name_difference (difference);
  g_auto (YlBookTold) seen = yl_book_tell_found (pricing, difference);
  g_auto (YlBookTold) expected = difference->kind == YL_DIFFERENCE_VALUE
                                     ? yl_book_tell_given (pricing, difference)
                                     : yl_book_tell_planned (pricing, difference);
  g_autofree char *message = make_message (pricing, difference, cell, &effect);
  g_autofree char *basis = find_basis (pricing, difference);
  yl_findings_add (audit->findings, &(YlFinding){
                                        .code = choose_code (pricing, difference, &effect),
                                        .severity = choose_severity (difference, &effect),
                                        .file = audit->file,
                                        .sheet = difference->pair->found->name,
                                        .row = difference->found_row,
                                        .cell = cell,
                                        .seen = seen.value,
                                        .expected = expected.value,
                                        .seen_formula = seen.formula,
                                        .expected_formula = expected.formula,
                                        .message = message,
                                        .gainer = effect.gainer,
                                        .basis = basis,
                                        .at_stake = { effect.at_stake_fen },
                                        .is_priced = effect.is_known,
                                    });
  if (effect.is_known && effect.total_fen != 0)
    yl_audit_add_step (audit, message, -effect.total_fen);
  note_unknown (pricing, difference, cell, audit->coverage);
}

/* Formulas that did not follow their columns are told cell by cell up to so many. */
#define MAX_LEFT_FORMULAS 10u

static guint
count_left_formulas (const GArray *differences)
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

/* Where the total stands now: the sheet and its row. Returns: (nullable) */
static const YlSheetPair *
find_total (const YlBookMatch *match, guint32 *out_row, guint *out_column)
{
  const YlFigureRange *total = yl_book_find_total (match->plan);
  const YlSheetPair *pair =
      total == NULL ? NULL : yl_book_match_find_pair (match, total->sheet, TRUE);
  if (pair == NULL || pair->rows->found_of[total->first_row] == 0)
    return NULL;
  *out_row = pair->rows->found_of[total->first_row];
  *out_column = total->column;
  return pair;
}

/* What the formulas do to the total: what no other step explains. */
static gboolean
price_left (YlBookPricing *pricing, const YlAudit *audit, gint64 *out_fen)
{
  guint32 row = 0;
  guint column = 0;
  gint64 total_fen = 0;
  const YlSheetPair *pair = find_total (pricing->match, &row, &column);
  if (pair == NULL)
    return FALSE;
  const YlCellValue value = yl_book_work_out (pricing, pair, row, column);
  if (value.kind != YL_VALUE_NUMBER || !yl_book_value_to_fen (&value, &total_fen))
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
describe_left_cost (gboolean is_known, gint64 total_fen, gint64 fen)
{
  if (!is_known)
    return g_strdup ("预算合计已算不出来");
  if (fen == 0)
    return g_strdup ("预算合计不变，但这些单元格的数不对");
  g_autofree char *more = yl_book_describe_more (fen);
  return g_strconcat (total_fen != 0 ? "预算合计" : "预算合计不变，但其他金额最多", more, NULL);
}

/* All formulas that did not follow columns that were put in, taken out or moved, as one fact: whoever
 * did that has done one thing. Told behind every other difference, for they come to what is left of the
 * total. */
static void
report_left_formulas (YlBookPricing *pricing, const GArray *differences, YlAudit *audit)
{
  const YlCellDifference *first = find_first (differences);
  gint64 total_fen = 0;
  const gboolean is_known = price_left (pricing, audit, &total_fen);
  const gint64 fen =
      is_known && total_fen == 0 ? find_furthest (pricing, differences, audit) : total_fen;
  const guint n = count_left_formulas (differences);
  g_autofree char *sheets = name_sheets (pricing->match);
  g_autofree char *cost = describe_left_cost (is_known, total_fen, fen);
  g_autofree char *cell = yl_book_name_difference (first);
  g_auto (YlBookTold) seen = yl_book_tell_found (pricing, first);
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
                                 .seen = seen.value,
                                 .seen_formula = seen.formula,
                                 .expected = "引用随列一起移动的公式",
                                 .message = message,
                                 .gainer = is_known && fen < 0 ? YL_COUNTY_TREASURY : NULL,
                                 .at_stake = { fen },
                                 .is_priced = is_known });
  if (is_known && total_fen != 0)
    yl_audit_add_step (audit, message, -total_fen);
}

/* Whether a stored value is what the workbook, as it stands, gives: then it follows from what is
 * told elsewhere. Where that cannot be computed, it is only wrong when nothing else is. */
static gboolean
is_consequence (YlBookPricing *pricing, const YlCellDifference *difference, gboolean has_causes)
{
  const YlCellValue worked_out =
      yl_book_work_out (pricing, difference->pair, difference->found_row, difference->column);
  if (worked_out.kind == YL_VALUE_UNKNOWN)
    return has_causes;
  const YlCellValue stored = yl_book_get_found_value (pricing, difference->pair,
                                                      difference->found_row, difference->column);
  /* Which error a cell shows that needs itself, or needs one that does, each program has its own. */
  if (worked_out.kind == YL_VALUE_ERROR && stored.kind == YL_VALUE_ERROR)
    return TRUE;
  if (worked_out.kind == YL_VALUE_ERROR && g_strcmp0 (worked_out.text, YL_CIRCULAR) == 0)
    return has_causes;
  const gboolean is_blank = worked_out.kind == YL_VALUE_EMPTY;
  return is_blank ? stored.kind == YL_VALUE_EMPTY : yl_cell_value_equal (&worked_out, &stored);
}

static gboolean
has_causes (const GArray *differences, const YlAudit *audit)
{
  if (yl_findings_get_n (audit->findings) > 0)
    return TRUE;
  for (guint i = 0; i < differences->len; i++)
    if (g_array_index (differences, YlCellDifference, i).kind != YL_DIFFERENCE_VALUE)
      return TRUE;
  return FALSE;
}

/* The words beside an amount of somebody's own are told with it. */
static void
tell_labels (YlBookPricing *pricing, GArray *differences)
{
  YlCellDifference *const all = (YlCellDifference *) (gpointer) differences->data;
  for (guint i = 0; i < differences->len; i++)
    {
      gint64 fen = 0;
      if (all[i].kind != YL_DIFFERENCE_ADDED || all[i].found->content == YL_CONTENT_TEXT
          || !yl_book_read_own_cell (pricing, &all[i], &fen))
        continue;
      for (guint k = i;
           k > 0 && all[k - 1].pair == all[i].pair && all[k - 1].found_row == all[i].found_row; k--)
        all[k - 1].is_told = all[k - 1].is_told
                             || (all[k - 1].kind == YL_DIFFERENCE_ADDED
                                 && all[k - 1].found->content == YL_CONTENT_TEXT);
    }
}

static void
report_differences (YlBookPricing *pricing, YlAudit *audit)
{
  g_autoptr (GArray) differences = find_differences (pricing->match);
  yl_book_report_acts (pricing, differences, audit);
  tell_labels (pricing, differences);
  const gboolean is_caused = has_causes (differences, audit);
  const gboolean is_left_told_once = count_left_formulas (differences) > MAX_LEFT_FORMULAS;
  for (guint i = 0; i < differences->len; i++)
    {
      const YlCellDifference *difference = &g_array_index (differences, YlCellDifference, i);
      if (!difference->is_told && !(difference->is_left && is_left_told_once)
          && (difference->kind != YL_DIFFERENCE_VALUE
              || !is_consequence (pricing, difference, is_caused)))
        report_difference (pricing, difference, audit);
    }
  if (is_left_told_once)
    report_left_formulas (pricing, differences, audit);
}

/* The total as the workbook shows it. */
static void
state_total (YlBookPricing *pricing, YlAudit *audit)
{
  guint32 row = 0;
  guint column = 0;
  const YlSheetPair *pair = find_total (pricing->match, &row, &column);
  audit->expected_fen = pricing->budget->figures->demand_fen;
  audit->has_expected = TRUE;
  if (pair != NULL)
    audit->has_stated = yl_book_get_found_fen (pricing, pair, row, column, &audit->stated_fen);
}

/* The steps told so far go from the stated total to the recomputed one; what is left is said. */
static void
close_steps (YlAudit *audit)
{
  gint64 rest_fen = audit->expected_fen - audit->stated_fen;
  for (guint i = 0; i < audit->steps->len; i++)
    rest_fen -= g_array_index (audit->steps, YlDifferenceStep, i).amount_fen;
  if (audit->has_stated && rest_fen != 0)
    yl_audit_add_step (audit, "各项之间的相互影响，以及没有随改动重算的数", rest_fen);
}

void
yl_book_check (const YlWorkbook *found,
               const YlPlannedBook *plan,
               const YlBudget *budget,
               const char *passed_over,
               YlAudit *audit)
{
  g_autoptr (YlBookMatch) match = yl_book_match_new (found, plan, passed_over);
  YlBookPricing pricing;
  yl_book_pricing_init (&pricing, match, budget);
  state_total (&pricing, audit);
  yl_book_report_structure (&pricing, audit);
  yl_book_report_columns (&pricing, audit);
  yl_book_report_hidden (&pricing, audit);
  report_differences (&pricing, audit);
  yl_book_cover (match, audit->coverage);
  close_steps (audit);
  yl_book_pricing_clear (&pricing);
}
