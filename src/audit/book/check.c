#include "yanglu/audit/book/check.h"

#include "finding-private.h"
#include "left-formulas-private.h"

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

/* A formula in whose place its own value was put. */
static gboolean
is_dead (const YlCellDifference *difference)
{
  return difference->kind == YL_DIFFERENCE_FIXED && difference->found != NULL
         && difference->found->value == difference->planned->value
         && difference->found->content == difference->planned->content;
}

/* Whoever pastes a whole sheet as values has done one thing, however many cells it has. */
#define MAX_DEAD 10u

static guint
count_dead (const GArray *differences, const YlSheetPair *pair)
{
  guint n = 0;
  for (guint i = 0; i < differences->len; i++)
    {
      const YlCellDifference *difference = &g_array_index (differences, YlCellDifference, i);
      n += difference->pair == pair && is_dead (difference) ? 1 : 0;
    }
  return n;
}

/* The sheets of so many dead formulas, each told once. */
static GHashTable *
report_dead_sheets (const YlBookMatch *match, const GArray *differences, YlAudit *audit)
{
  GHashTable *told = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < match->pairs->len; i++)
    {
      YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      const guint n = pair->found == NULL ? 0 : count_dead (differences, pair);
      if (n <= MAX_DEAD)
        continue;
      g_autofree char *message = g_strdup_printf (
          "“%s”有 %u 处公式被改成固定的数值，数值没有变，但不再随数据变动。", pair->found->name, n);
      yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C09,
                                                      .severity = YL_SEVERITY_ERROR,
                                                      .file = audit->file,
                                                      .sheet = pair->found->name,
                                                      .seen = "固定的数值",
                                                      .expected = "公式",
                                                      .message = message,
                                                      .is_priced = TRUE });
      g_hash_table_add (told, pair);
    }
  return told;
}

/* Whether the planned cell numbers the rows of its table. */
static gboolean
is_ordinal (const YlBookMatch *match, const YlCellDifference *difference)
{
  const YlPlannedSheet *sheet =
      yl_planned_book_find_sheet (match->plan, difference->pair->planned->name);
  const YlPlannedNote *note =
      yl_planned_sheet_find_note (sheet, difference->planned_row, difference->column);
  return note != NULL && g_strcmp0 (note->says, YL_SAYS_ORDINAL) == 0;
}

/* Whether the number of a row in its table is another one, which nothing follows from. */
static gboolean
is_renumbered (const YlBookMatch *match, const YlCellDifference *difference)
{
  return difference->kind == YL_DIFFERENCE_INPUT && difference->found != NULL
         && difference->found->content == YL_CONTENT_NUMBER
         && difference->planned->content == YL_CONTENT_NUMBER && is_ordinal (match, difference);
}

/* Whoever numbers the rows of a sheet anew has done one thing. */
#define MAX_RENUMBERED 10u

static guint
count_renumbered (const YlBookMatch *match, const GArray *differences, const YlSheetPair *pair)
{
  guint n = 0;
  for (guint i = 0; i < differences->len; i++)
    {
      const YlCellDifference *difference = &g_array_index (differences, YlCellDifference, i);
      n += difference->pair == pair && is_renumbered (match, difference) ? 1 : 0;
    }
  return n;
}

/* The sheets of which so many rows were numbered anew, each told once. */
static GHashTable *
report_renumbered_sheets (const YlBookMatch *match, const GArray *differences, YlAudit *audit)
{
  GHashTable *told = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < match->pairs->len; i++)
    {
      YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      const guint n = pair->found == NULL ? 0 : count_renumbered (match, differences, pair);
      if (n <= MAX_RENUMBERED)
        continue;
      g_autofree char *message =
          g_strdup_printf ("“%s”有 %u 行的序号重新编过，不影响金额。", pair->found->name, n);
      yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C10,
                                                      .severity = YL_SEVERITY_INFO,
                                                      .file = audit->file,
                                                      .sheet = pair->found->name,
                                                      .message = message,
                                                      .is_priced = TRUE });
      g_hash_table_add (told, pair);
    }
  return told;
}

static void
report_differences (YlBookPricing *pricing, YlAudit *audit)
{
  g_autoptr (GArray) differences = yl_book_find_differences (pricing->match);
  g_autoptr (GHashTable) told = report_dead_sheets (pricing->match, differences, audit);
  g_autoptr (GHashTable) renumbered = report_renumbered_sheets (pricing->match, differences, audit);
  const gboolean is_caused = has_causes (differences, audit);
  const gboolean is_left_told_once =
      yl_book_count_left_formulas (differences) > YL_MAX_LEFT_FORMULAS;
  for (guint i = 0; i < differences->len; i++)
    {
      const YlCellDifference *difference = &g_array_index (differences, YlCellDifference, i);
      if ((difference->kind == YL_DIFFERENCE_VALUE
           && is_consequence (pricing, difference, is_caused))
          || (is_dead (difference) && g_hash_table_contains (told, difference->pair))
          || (difference->is_left && is_left_told_once)
          || (g_hash_table_contains (renumbered, difference->pair)
              && is_renumbered (pricing->match, difference)))
        continue;
      yl_book_report_difference (pricing, difference, audit);
    }
  if (is_left_told_once)
    yl_book_report_left_formulas (pricing, differences, audit);
}

/* The total as the workbook shows it. */
static void
state_total (YlBookPricing *pricing, YlAudit *audit)
{
  const YlFigureRange *total = yl_book_find_total (pricing->match->plan);
  const GArray *pairs = pricing->match->pairs;
  audit->expected_fen = yl_budget_get_figures (pricing->budget)->demand_fen;
  audit->has_expected = TRUE;
  for (guint i = 0; total != NULL && i < pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (pairs, YlSheetPair, i);
      const gboolean is_there = pair->found != NULL
                                && g_str_equal (pair->planned->name, total->sheet)
                                && pair->rows->found_of[total->first_row] != 0;
      if (is_there)
        audit->has_stated =
            yl_book_get_found_fen (pricing, pair, pair->rows->found_of[total->first_row],
                                   total->column, &audit->stated_fen);
    }
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
  close_steps (audit);
  yl_book_pricing_clear (&pricing);
}
