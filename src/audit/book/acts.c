#include "acts-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

/* Whoever does one thing to many cells has done one thing: so many of them are still told cell by cell. */
#define MAX_ALIKE 10u

static void
leave_out_removed (YlRecalculation *book, const YlSheetPair *pair)
{
  const YlCellValue nothing = { .kind = YL_VALUE_EMPTY };
  for (guint32 row = 1; pair->found != NULL && row <= pair->rows->n_planned; row++)
    {
      guint n = 0;
      const YlCell *cells =
          pair->rows->found_of[row] != 0 ? NULL : yl_worksheet_find_row (pair->planned, row, &n);
      for (guint i = 0; cells != NULL && i < n; i++)
        yl_recalculation_set (book, pair->planned->name, row, cells[i].column, &nothing);
    }
}

/* The planned workbook with what was found in the place of every cell that holds another value, and
 * without the rows that are gone: what follows from that is no fault of a cell's own. */
static YlRecalculation *
make_as_found (YlBookPricing *pricing, const GArray *differences)
{
  YlRecalculation *book = yl_recalculation_new (pricing->match->plan->workbook);
  for (guint i = 0; i < differences->len; i++)
    {
      const YlCellDifference *it = &g_array_index (differences, YlCellDifference, i);
      if (it->kind == YL_DIFFERENCE_ADDED || it->kind == YL_DIFFERENCE_VALUE)
        continue;
      const YlCellValue value = yl_book_find_value (pricing, it);
      yl_recalculation_set (book, it->pair->planned->name, it->planned_row, it->column, &value);
    }
  for (guint i = 0; i < pricing->match->pairs->len; i++)
    leave_out_removed (book, &g_array_index (pricing->match->pairs, YlSheetPair, i));
  return book;
}

static gboolean
is_blank (const YlCell *cell)
{
  return cell == NULL || (cell->formula == 0 && cell->value == 0);
}

/* A formula in whose place its own value was put; of one that gives "", nothing. */
static gboolean
is_own_value (const YlBookMatch *match, const YlCellDifference *it)
{
  if (is_blank (it->found))
    return it->planned->content == YL_CONTENT_TEXT
           && yl_workbook_get_text (match->found, it->planned->value)[0] == '\0';
  return it->found->value == it->planned->value && it->found->content == it->planned->content;
}

/* Whether the formula gives the constant that was put in its place, with everything else as it was
 * found: of amounts that were pasted after a rate was changed, all but none. */
static gboolean
follows (YlBookPricing *pricing, YlRecalculation *as_found, const YlCellDifference *difference)
{
  YlCellValue given;
  yl_recalculation_follow (as_found, difference->pair->planned->name, difference->planned_row,
                           difference->column, &given);
  const YlCellValue found = yl_book_get_found_value (pricing, difference->pair,
                                                     difference->found_row, difference->column);
  const gboolean gives_nothing = given.kind == YL_VALUE_TEXT && given.text[0] == '\0';
  return found.kind == YL_VALUE_EMPTY
             ? gives_nothing
             : given.kind != YL_VALUE_UNKNOWN && yl_cell_value_equal (&given, &found);
}

/* (transfer full) (element-type guint): the constants in the place of formulas that those formulas
 * give. */
static GArray *
find_pasted (YlBookPricing *pricing, const GArray *differences)
{
  GArray *pasted = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (YlRecalculation) as_found = NULL;
  g_autoptr (YlBookFormulas) formulas = NULL;
  for (guint i = 0; i < differences->len; i++)
    {
      const YlCellDifference *it = &g_array_index (differences, YlCellDifference, i);
      if (it->kind != YL_DIFFERENCE_FIXED)
        continue;
      const gboolean is_own = is_own_value (pricing->match, it);
      if (!is_own && as_found == NULL)
        as_found = make_as_found (pricing, differences);
      gboolean is_given = is_own || follows (pricing, as_found, it);
      if (!is_given && formulas == NULL)
        formulas = yl_book_formulas_new (pricing->match, differences);
      is_given = is_given || yl_book_formulas_give (formulas, it);
      if (is_given)
        g_array_append_val (pasted, i);
    }
  return pasted;
}

/* (transfer full): "“封面”、“预算总表”…"; @out_n: how many there are */
static char *
name_sheets (const GArray *differences, const GArray *members, guint *out_n)
{
  GString *names = g_string_new (NULL);
  const YlSheetPair *last = NULL;
  *out_n = 0;
  for (guint i = 0; i < members->len; i++)
    {
      const YlSheetPair *pair = yl_book_act_member (differences, members, i)->pair;
      if (pair == last)
        continue;
      g_string_append_printf (names, "%s“%s”", *out_n == 0 ? "" : "、", pair->found->name);
      last = pair;
      (*out_n)++;
    }
  return g_string_free (names, FALSE);
}

static void
report_pasted_cell (YlBookPricing *pricing, const YlCellDifference *it, YlAudit *audit)
{
  const char *sheet = it->pair->found->name;
  g_autofree char *cell = yl_book_name_difference (it);
  g_auto (YlBookTold) seen = yl_book_tell_found (pricing, it);
  g_auto (YlBookTold) expected = yl_book_tell_given (pricing, it);
  g_autofree char *message = g_strdup_printf ("“%s”%s 的公式被改成固定的内容，内容正是公式算出的，"
                                              "但不再随数据变动。",
                                              sheet, cell);
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C09,
                                                  .severity = YL_SEVERITY_WARNING,
                                                  .file = audit->file,
                                                  .sheet = sheet,
                                                  .row = it->found_row,
                                                  .cell = cell,
                                                  .seen = seen.value,
                                                  .expected = expected.value,
                                                  .expected_formula = expected.formula,
                                                  .message = message,
                                                  .is_priced = TRUE });
}

/* All of them as one: whoever pastes a workbook as values, as one does before sending it out, has
 * done one thing, and its figures are still compared. */
static void
report_pasted_sheets (const GArray *differences, const GArray *pasted, YlAudit *audit)
{
  guint n_sheets = 0;
  g_autofree char *names = name_sheets (differences, pasted, &n_sheets);
  g_autofree char *message =
      g_strdup_printf ("%u 张表粘贴成数值（%s），共 %u 处公式；数值正是公式算出的，照常核对，"
                       "但不再随数据变动。",
                       n_sheets, names, pasted->len);
  yl_findings_add (
      audit->findings,
      &(YlFinding){ .code = YL_C09,
                    .severity = YL_SEVERITY_WARNING,
                    .file = audit->file,
                    .sheet = yl_book_act_member (differences, pasted, 0)->pair->found->name,
                    .seen = "固定的数值",
                    .expected = "公式",
                    .message = message,
                    .is_priced = TRUE });
}

static void
report_pasting (YlBookPricing *pricing, GArray *differences, YlAudit *audit)
{
  g_autoptr (GArray) pasted = find_pasted (pricing, differences);
  for (guint i = 0; i < pasted->len; i++)
    yl_book_act_member (differences, pasted, i)->is_told = TRUE;
  if (pasted->len > MAX_ALIKE)
    {
      report_pasted_sheets (differences, pasted, audit);
      return;
    }
  for (guint i = 0; i < pasted->len; i++)
    report_pasted_cell (pricing, yl_book_act_member (differences, pasted, i), audit);
}

/* A code that some program took for a number: the text of one is the text of the other. */
static gboolean
is_turned (const YlCellDifference *it)
{
  return it->kind == YL_DIFFERENCE_INPUT && !it->is_told && it->found != NULL
         && it->found->content == YL_CONTENT_NUMBER && it->planned->content == YL_CONTENT_TEXT
         && it->found->value == it->planned->value;
}

/* Whether any figure is another one with all of them as they were found. */
static gboolean
moves_money (YlBookPricing *pricing, const GArray *differences, const GArray *members)
{
  yl_book_put_as_found (pricing, differences, members);
  g_autoptr (GArray) moves = yl_book_find_moves (pricing);
  yl_book_put_back (pricing, differences, members);
  return moves->len > 0;
}

static void
report_turned (YlBookPricing *pricing, GArray *differences, YlAudit *audit)
{
  g_autoptr (GArray) turned = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < differences->len; i++)
    if (is_turned (&g_array_index (differences, YlCellDifference, i)))
      g_array_append_val (turned, i);
  if (turned->len == 0 || moves_money (pricing, differences, turned))
    return;
  const YlCellDifference *first = yl_book_act_member (differences, turned, 0);
  g_autofree char *cell = yl_book_name_difference (first);
  g_autofree char *message =
      g_strdup_printf ("%u 处文本变成了数字，内容没有变，不影响金额（第一处是“%s”%s）。",
                       turned->len, first->pair->found->name, cell);
  for (guint i = 0; i < turned->len; i++)
    yl_book_act_member (differences, turned, i)->is_told = TRUE;
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C10,
                                                  .severity = YL_SEVERITY_INFO,
                                                  .file = audit->file,
                                                  .sheet = first->pair->found->name,
                                                  .row = first->found_row,
                                                  .cell = cell,
                                                  .seen = "数字",
                                                  .expected = "文本",
                                                  .message = message,
                                                  .is_priced = TRUE });
}

/* Whether the number of a row in its table is another one, which nothing follows from. */
static gboolean
is_renumbered (const YlBookMatch *match, const YlCellDifference *it)
{
  if (it->kind != YL_DIFFERENCE_INPUT || it->found == NULL
      || it->found->content != YL_CONTENT_NUMBER || it->planned->content != YL_CONTENT_NUMBER)
    return FALSE;
  const YlPlannedSheet *sheet = yl_planned_book_find_sheet (match->plan, it->pair->planned->name);
  const YlPlannedNote *note = yl_planned_sheet_find_note (sheet, it->planned_row, it->column);
  return note != NULL && g_strcmp0 (note->says, YL_SAYS_ORDINAL) == 0;
}

/* Once for each sheet whose rows were numbered anew. */
static void
report_renumbering (const YlBookMatch *match, GArray *differences, YlAudit *audit)
{
  YlCellDifference *const all = (YlCellDifference *) (gpointer) differences->data;
  for (guint first = 0, end = 0; first < differences->len; first = end)
    {
      guint n = 0;
      for (; end < differences->len && all[end].pair == all[first].pair; end++)
        n += is_renumbered (match, &all[end]) ? 1 : 0;
      if (n <= MAX_ALIKE)
        continue;
      for (guint i = first; i < end; i++)
        all[i].is_told = all[i].is_told || is_renumbered (match, &all[i]);
      const char *sheet = all[first].pair->found->name;
      g_autofree char *message =
          g_strdup_printf ("“%s”有 %u 行的序号重新编过，不影响金额。", sheet, n);
      yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C10,
                                                      .severity = YL_SEVERITY_INFO,
                                                      .file = audit->file,
                                                      .sheet = sheet,
                                                      .message = message,
                                                      .is_priced = TRUE });
    }
}

/* The parts of the year on 拨付进度, which the office may change; the last is what the others leave. */
#define N_PARTS 4u
#define WHOLE 10000 /* they have four decimals, as the formulas that multiply them take them */

/* Reads a part as it stands, in ten-thousandths. Returns: %FALSE when it is no number */
static gboolean
read_part (YlBookPricing *pricing, guint quarter, gint64 *out_part)
{
  g_autofree char *key = g_strdup_printf ("schedule_part[%u]_ppm", quarter + 1);
  const YlFigureRange *part = yl_planned_book_find_key (pricing->match->plan, key);
  const YlSheetPair *pair =
      part == NULL ? NULL : yl_book_match_find_pair (pricing->match, part->sheet, TRUE);
  if (pair == NULL || pair->rows->found_of[part->first_row] == 0)
    return FALSE;
  const YlCellValue value =
      yl_book_work_out (pricing, pair, pair->rows->found_of[part->first_row], part->column);
  YlFixed part_of_whole = { 0 };
  return value.kind == YL_VALUE_NUMBER
         && yl_fixed_multiply (value.number, yl_fixed_of (WHOLE), &part_of_whole)
         && yl_fixed_round (part_of_whole, 0, &part_of_whole)
         && yl_fixed_to_whole (part_of_whole, out_part);
}

/* Whether the parts still make the whole year. */
static gboolean
is_whole_year (YlBookPricing *pricing)
{
  gint64 sum = 0;
  for (guint i = 0; i < N_PARTS; i++)
    {
      gint64 part_of_whole = 0;
      if (!read_part (pricing, i, &part_of_whole) || part_of_whole < 0 || part_of_whole > WHOLE)
        return FALSE;
      sum += part_of_whole;
    }
  return sum == WHOLE;
}

static void
report_parts (YlBookPricing *pricing, YlAudit *audit)
{
  const YlPlannedBook *plan = pricing->match->plan;
  const YlFigureRange *part = yl_planned_book_find_key (plan, "schedule_part[1]_ppm");
  const YlSheetPair *pair =
      part == NULL ? NULL : yl_book_match_find_pair (pricing->match, part->sheet, TRUE);
  /* Where a policy says the parts, they are compared as all else; a row that is gone is told as that. */
  if (pair == NULL || pair->rows->found_of[part->first_row] == 0
      || !yl_planned_book_is_open (plan, part->sheet, part->first_row, part->column)
      || is_whole_year (pricing))
    return;
  const guint32 row = pair->rows->found_of[part->first_row];
  g_autofree char *cell = yl_cell_to_text (row, yl_column_match_find (pair->columns, part->column));
  g_autofree char *message =
      g_strdup_printf ("“%s”第 %u 行：四个季度的计划拨付比例应当都在 0 和 100%% 之间，合计 100%%，"
                       "现在不是。",
                       pair->found->name, row);
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C02,
                                                  .severity = YL_SEVERITY_WARNING,
                                                  .file = audit->file,
                                                  .sheet = pair->found->name,
                                                  .row = row,
                                                  .cell = cell,
                                                  .expected = "合计 100%",
                                                  .message = message,
                                                  .is_priced = TRUE });
}

void
yl_book_report_acts (YlBookPricing *pricing, GArray *differences, YlAudit *audit)
{
  report_pasting (pricing, differences, audit);
  report_renumbering (pricing->match, differences, audit);
  report_turned (pricing, differences, audit);
  yl_book_report_formula_acts (pricing, differences, audit);
  report_parts (pricing, audit);
}
