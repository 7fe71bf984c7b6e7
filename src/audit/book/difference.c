#include "difference-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

typedef struct
{
  const YlBookMatch *match;
  const YlSheetPair *pair;
  GArray *differences;
} Comparison;

/* Lines that an office fills in or signs. */
static gboolean
is_for_the_pen (const char *planned)
{
  static const char *const heads[] = { "编制单位：", "填报日期：", "制表：", "审核：", "负责人：" };
  for (gsize i = 0; i < G_N_ELEMENTS (heads); i++)
    if (g_str_has_prefix (planned, heads[i]))
      return TRUE;
  return FALSE;
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
  const char *text = yl_workbook_get_text (it->match->found, planned->value);
  *out_kind = YL_DIFFERENCE_INPUT;
  if (planned->content == YL_CONTENT_TEXT && is_for_the_pen (text))
    return FALSE;
  if (found == NULL)
    return TRUE;
  if (found->formula != 0)
    *out_kind = YL_DIFFERENCE_FORMULA;
  return found->formula != 0 || !is_same_value (found, planned);
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
  return !is_empty
         && !yl_planned_book_is_open (it->match->plan, it->pair->planned->name, planned_row,
                                      found->column);
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

/* Beyond every column. */
#define NO_COLUMN G_MAXUINT

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
      const guint next = MIN (a < n_found ? (guint) found[a].column : NO_COLUMN,
                              b < n_planned ? (guint) planned[b].column : NO_COLUMN);
      const YlCell *there = a < n_found && found[a].column == next ? &found[a++] : NULL;
      const YlCell *wanted = b < n_planned && planned[b].column == next ? &planned[b++] : NULL;
      if (!is_of_column (it->pair, there, wanted))
        compare_cell (it, found_row, planned_row, there, wanted);
    }
}

GArray *
yl_book_find_differences (const YlBookMatch *match)
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

char *
yl_book_name_cell (const YlCellDifference *difference)
{
  return yl_cell_to_text (difference->found_row,
                          yl_column_match_find (difference->pair->columns, difference->column));
}
