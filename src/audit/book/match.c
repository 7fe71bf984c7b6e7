#include "match-private.h"

#include <string.h>

static void
pair_clear (gpointer data)
{
  g_clear_pointer (&((YlSheetPair *) data)->rows, yl_row_match_free);
}

static gboolean
is_taken (const YlBookMatch *match, const YlWorksheet *sheet)
{
  for (guint i = 0; i < match->pairs->len; i++)
    if (g_array_index (match->pairs, YlSheetPair, i).found == sheet)
      return TRUE;
  return FALSE;
}

static void
pair_by_name (YlBookMatch *match, const char *passed_over)
{
  const GPtrArray *planned = match->plan->workbook->sheets;
  for (guint i = 0; i < planned->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (planned, i);
      if (strcmp (sheet->name, passed_over) == 0)
        continue;
      const YlSheetPair pair = { yl_workbook_find_sheet (match->found, sheet->name), sheet, NULL };
      g_array_append_val (match->pairs, pair);
    }
}

/* The share of planned rows that a sheet holds, in per mille. */
static guint
measure_likeness (const YlWorksheet *found, const YlWorksheet *planned)
{
  g_autoptr (YlRowMatch) rows = yl_row_match_new (found, planned);
  guint n_planned = 0;
  guint n_there = 0;
  for (guint32 row = 1; row <= rows->n_planned; row++)
    {
      guint n = 0;
      n_planned += yl_worksheet_find_row (planned, row, &n) != NULL ? 1 : 0;
      n_there += rows->found_of[row] != 0 ? 1 : 0;
    }
  return n_planned == 0 ? 0 : (guint) ((guint64) n_there * 1000 / n_planned);
}

/* A sheet that was given another name is the one that holds more than half of the planned rows. */
static void
pair_renamed (YlBookMatch *match)
{
  for (guint i = 0; i < match->pairs->len; i++)
    {
      YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      guint best = 500;
      for (guint k = 0; pair->found == NULL && k < match->found->sheets->len; k++)
        {
          const YlWorksheet *sheet = g_ptr_array_index (match->found->sheets, k);
          const gboolean is_free =
              !is_taken (match, sheet)
              && yl_workbook_find_sheet (match->plan->workbook, sheet->name) == NULL;
          const guint likeness = is_free ? measure_likeness (sheet, pair->planned) : 0;
          if (likeness <= best)
            continue;
          best = likeness;
          pair->found = sheet;
        }
    }
}

static void
list_additions (YlBookMatch *match, const char *passed_over)
{
  for (guint i = 0; i < match->found->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (match->found->sheets, i);
      if (!is_taken (match, sheet) && strcmp (sheet->name, passed_over) != 0)
        g_ptr_array_add (match->additions, (gpointer) sheet);
    }
}

YlBookMatch *
yl_book_match_new (const YlWorkbook *found, const YlPlannedBook *plan, const char *passed_over)
{
  YlBookMatch *match = g_new0 (YlBookMatch, 1);
  match->found = found;
  match->plan = plan;
  match->pairs = g_array_new (FALSE, FALSE, sizeof (YlSheetPair));
  g_array_set_clear_func (match->pairs, pair_clear);
  match->additions = g_ptr_array_new ();
  pair_by_name (match, passed_over);
  pair_renamed (match);
  list_additions (match, passed_over);
  match->is_straight = TRUE;
  for (guint i = 0; i < match->pairs->len; i++)
    {
      YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      if (pair->found == NULL)
        continue;
      pair->rows = yl_row_match_new (pair->found, pair->planned);
      match->is_straight = match->is_straight && pair->rows->is_straight
                           && strcmp (pair->found->name, pair->planned->name) == 0;
    }
  return match;
}

void
yl_book_match_free (YlBookMatch *match)
{
  if (match == NULL)
    return;
  g_array_unref (match->pairs);
  g_ptr_array_unref (match->additions);
  g_free (match);
}

typedef struct
{
  const YlBookMatch *match;
  gboolean is_lost; /* a reference means rows or a sheet that are gone */
} Following;

/* Leads a planned reference to where the rows that it means stand now. */
static gboolean
follow_rows (gpointer data, YlFormulaToken *reference)
{
  Following *following = data;
  const YlBookMatch *match = following->match;
  for (guint i = 0; i < match->pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      if (!yl_formula_sheet_is (reference->sheet, pair->planned->name))
        continue;
      following->is_lost =
          pair->found == NULL
          || (!pair->rows->is_straight
              && !yl_row_match_find_range (pair->rows, reference->row, reference->last_row,
                                           &reference->row, &reference->last_row));
      if (!following->is_lost)
        reference->sheet = yl_text_of (pair->found->name);
      return !following->is_lost;
    }
  return TRUE;
}

gboolean
yl_book_match_is_formula (const YlBookMatch *match,
                          const YlSheetPair *pair,
                          const YlCell *found,
                          const YlCell *planned)
{
  if (found->formula == planned->formula)
    return TRUE;
  const char *there = yl_workbook_get_text (match->found, found->formula);
  const char *wanted = yl_workbook_get_text (match->found, planned->formula);
  const char *found_sheet = pair->found->name;
  const char *planned_sheet = pair->planned->name;
  /* A program that moves rows without looking at formulas leaves them as they were. */
  if (yl_formula_equal (wanted, planned_sheet, there, found_sheet, NULL, NULL))
    return TRUE;
  Following following = { match, FALSE };
  return yl_formula_equal (wanted, planned_sheet, there, found_sheet, follow_rows, &following)
         || (following.is_lost && strstr (there, "#REF!") != NULL);
}

gboolean
yl_book_match_is_reference (const YlBookMatch *match, const char *found, const char *planned)
{
  Following following = { match, FALSE };
  return yl_formula_equal (planned, "", found, "", NULL, NULL)
         || yl_formula_equal (planned, "", found, "", follow_rows, &following) || following.is_lost;
}
