#include "match-private.h"

/* What stands in one column, whatever the rows: its constants in their order, and how many formulas. */
typedef struct
{
  GArray *constants; /* of guint64, ascending: what a cell shows */
  guint n_formulas;
} ColumnProfile;

/* A head says more of a column than one of its values, that may stand in the next column too. */
#define MARK_WEIGHT 8u

static gint
compare_constants (gconstpointer a, gconstpointer b)
{
  const guint64 x = *(const guint64 *) a;
  const guint64 y = *(const guint64 *) b;
  return (x > y) - (x < y);
}

/* Of the first @n columns of @sheet. */
static ColumnProfile *
make_profiles (YlArena *arena, const YlWorksheet *sheet, guint n)
{
  ColumnProfile *profiles = yl_arena_own (arena, g_new0 (ColumnProfile, n + 1), g_free);
  for (guint i = 0; i < n; i++)
    profiles[i].constants = yl_arena_array (arena, sizeof (guint64));
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      if (cell->column >= n)
        continue;
      ColumnProfile *profile = &profiles[cell->column];
      const guint64 constant = (guint64) cell->content << 32 | cell->value;
      if (cell->formula != 0)
        profile->n_formulas++;
      else if (cell->value != 0)
        g_array_append_val (profile->constants, constant);
    }
  for (guint i = 0; i < n; i++)
    g_array_sort (profiles[i].constants, compare_constants);
  return profiles;
}

/* (transfer full): the texts that stand once in all the columns: heads, mostly. A set of pointers
 * into the profiles. */
static GHashTable *
find_marks (const ColumnProfile *profiles, guint n)
{
  GHashTable *marks = g_hash_table_new (g_int64_hash, g_int64_equal);
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < n; i++)
    for (guint k = 0; k < profiles[i].constants->len; k++)
      {
        guint64 *constant = &g_array_index (profiles[i].constants, guint64, k);
        if (*constant >> 32 != YL_CONTENT_TEXT)
          continue;
        if (!g_hash_table_add (seen, constant))
          g_hash_table_remove (marks, constant);
        else
          g_hash_table_add (marks, constant);
      }
  return marks;
}

/* How much both have in common; a mark counts for more. */
static guint64
compare_profiles (const ColumnProfile *a, const ColumnProfile *b, GHashTable *marks)
{
  guint64 n = MIN (a->n_formulas, b->n_formulas);
  guint at = 0;
  for (guint i = 0; i < a->constants->len && at < b->constants->len; i++)
    {
      const guint64 *constant = &g_array_index (a->constants, guint64, i);
      while (at < b->constants->len && g_array_index (b->constants, guint64, at) < *constant)
        at++;
      if (at == b->constants->len || g_array_index (b->constants, guint64, at) != *constant)
        continue;
      at++;
      n += g_hash_table_contains (marks, constant) ? MARK_WEIGHT : 1;
    }
  return n;
}

/* An appended column of fewer cells is told cell by cell. */
#define MIN_ADDED_CELLS 3u

static guint
count_columns (const YlWorksheet *sheet)
{
  guint n = 0;
  for (guint i = 0; i < sheet->cells->len; i++)
    n = MAX (n, g_array_index (sheet->cells, YlCell, i).column + 1u);
  return n;
}

/* What the constants of each column add up to, in any order of rows. */
static guint64 *
sum_columns (const YlWorksheet *sheet, guint n)
{
  guint64 *sums = g_new0 (guint64, n + 1);
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      const guint64 word = (guint64) cell->content << 32 | cell->value;
      /* The odd constant of Fibonacci hashing: 2^64 divided by the golden ratio. */
      if (cell->column < n && cell->formula == 0 && cell->value != 0)
        sums[cell->column] += (word ^ word << 20) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
    }
  return sums;
}

/* Columns with a head that stands where it was planned. */
static void
mark_by_heads (const YlWorksheet *found, const YlPlannedSheet *planned, gboolean *is_in_place)
{
  for (guint i = 0; i < planned->head_rows->len; i++)
    {
      guint n = 0;
      const guint32 row = g_array_index (planned->head_rows, guint32, i);
      const YlCell *heads = yl_worksheet_find_row (planned->cells, row, &n);
      for (guint k = 0; k < n; k++)
        {
          const YlCell *there = yl_worksheet_find (found, row, heads[k].column);
          if (there != NULL && there->formula == 0 && there->value == heads[k].value)
            is_in_place[heads[k].column] = TRUE;
        }
    }
}

/* Most workbooks have their columns where they were: that is seen without comparing any two. */
static gboolean
are_in_place (const YlWorksheet *found,
              const YlPlannedSheet *planned_sheet,
              const YlColumnMatch *match)
{
  const guint n = match->n_planned;
  const YlWorksheet *planned = planned_sheet->cells;
  g_autofree gboolean *is_in_place = g_new0 (gboolean, n + 1);
  guint n_in_place = 0;
  mark_by_heads (found, planned_sheet, is_in_place);
  for (guint i = 0; i < n; i++)
    n_in_place += is_in_place[i] ? 1 : 0;
  if (n_in_place == n)
    return TRUE;
  g_autofree guint64 *there = sum_columns (found, n);
  g_autofree guint64 *wanted = sum_columns (planned, n);
  for (guint i = 0; i < n; i++)
    if (!is_in_place[i] && wanted[i] != there[i] && wanted[i] != 0)
      return FALSE;
  return TRUE;
}

static void
marry (YlColumnMatch *match, guint found, guint planned)
{
  match->planned_of[found] = planned;
  match->found_of[planned] = found;
}

/* What every planned column has in common with every found one. */
typedef struct
{
  guint n_found;
  guint64 *scores; /* by planned, then found column */
  guint64 *whole;  /* by planned column: what it has in common with itself */
  guint *n_cells;  /* by planned column */
} Likeness;

static guint64
get_score (const Likeness *likeness, guint planned, guint found)
{
  return likeness->scores[planned * likeness->n_found + found];
}

/* For as long as @arena. */
static void
measure_likeness (YlArena *arena,
                  const YlColumnMatch *match,
                  const YlWorksheet *found,
                  const YlWorksheet *planned,
                  Likeness *out)
{
  const ColumnProfile *there = make_profiles (arena, found, match->n_found);
  const ColumnProfile *wanted = make_profiles (arena, planned, match->n_planned);
  g_autoptr (GHashTable) marks = find_marks (wanted, match->n_planned);
  out->n_found = match->n_found;
  out->scores =
      yl_arena_own (arena, g_new0 (guint64, (gsize) match->n_planned * match->n_found + 1), g_free);
  out->whole = yl_arena_own (arena, g_new0 (guint64, match->n_planned + 1), g_free);
  out->n_cells = yl_arena_own (arena, g_new0 (guint, match->n_planned + 1), g_free);
  for (guint p = 0; p < match->n_planned; p++)
    {
      out->whole[p] = compare_profiles (&wanted[p], &wanted[p], marks);
      out->n_cells[p] = wanted[p].constants->len + wanted[p].n_formulas;
      for (guint f = 0; f < match->n_found; f++)
        out->scores[p * match->n_found + f] = compare_profiles (&wanted[p], &there[f], marks);
    }
}

/* The pairs in one order on both sides that have most in common. */
static void
match_in_order (YlColumnMatch *match, const Likeness *likeness)
{
  const guint width = match->n_found + 1;
  g_autofree guint64 *best = g_new0 (guint64, (gsize) (match->n_planned + 1) * width);
  for (guint p = match->n_planned; p-- > 0;)
    for (guint f = match->n_found; f-- > 0;)
      {
        const guint64 without = MAX (best[(p + 1) * width + f], best[p * width + f + 1]);
        const guint64 with = best[(p + 1) * width + f + 1] + get_score (likeness, p, f);
        best[p * width + f] = MAX (with, without);
      }
  guint p = 0;
  guint f = 0;
  while (p < match->n_planned && f < match->n_found)
    {
      const guint64 score = get_score (likeness, p, f);
      if (score > 0 && best[p * width + f] == best[(p + 1) * width + f + 1] + score)
        marry (match, f++, p++);
      else if (best[p * width + f] == best[(p + 1) * width + f])
        p++;
      else
        f++;
    }
}

/* A column that stands elsewhere with at least half of what it held. */
static void
match_moved (YlColumnMatch *match, const Likeness *likeness)
{
  for (guint p = 0; p < match->n_planned; p++)
    {
      guint best = match->n_found;
      for (guint f = 0; match->found_of[p] == YL_NO_COLUMN && f < match->n_found; f++)
        if (match->planned_of[f] == YL_NO_COLUMN
            && get_score (likeness, p, f) * 2 > likeness->whole[p]
            && (best == match->n_found
                || get_score (likeness, p, f) > get_score (likeness, p, best)))
          best = f;
      if (best < match->n_found)
        marry (match, best, p);
    }
}

/* Columns that hold other things now: from the left on, between the neighbours they had. */
static void
match_between (YlColumnMatch *match)
{
  for (guint p = 0; p < match->n_planned; p++)
    {
      if (match->found_of[p] != YL_NO_COLUMN)
        continue;
      const guint left = p == 0 ? 0 : match->found_of[p - 1] + 1u;
      const gboolean is_anchored = p == 0 || match->found_of[p - 1] != YL_NO_COLUMN;
      if (is_anchored && left < match->n_found && match->planned_of[left] == YL_NO_COLUMN)
        marry (match, left, p);
    }
}

/* A last column of a cell or two that are gone is a cell or two that are gone. */
static void
keep_cleared (YlColumnMatch *match, const Likeness *likeness)
{
  for (guint p = 0; p < match->n_planned; p++)
    {
      const gboolean is_behind = p >= match->n_found && likeness->n_cells[p] < MIN_ADDED_CELLS;
      if (match->found_of[p] == YL_NO_COLUMN && is_behind
          && (p == 0 || match->found_of[p - 1] == p - 1))
        match->found_of[p] = p;
    }
}

/* Behind the planned columns nothing is put in where nothing stands. */
static void
list_added (YlColumnMatch *match, const YlWorksheet *found)
{
  g_autofree guint *n_cells = g_new0 (guint, match->n_found + 1);
  guint n_between = match->n_found;
  if (match->is_straight && match->n_found <= match->n_planned)
    return;
  for (guint i = 0; i < found->cells->len; i++)
    n_cells[g_array_index (found->cells, YlCell, i).column]++;
  while (n_between > 0 && match->planned_of[n_between - 1] == YL_NO_COLUMN)
    n_between--;
  for (guint f = 0; f < match->n_found; f++)
    {
      const guint least = f < n_between ? 0 : match->is_straight ? MIN_ADDED_CELLS : 1;
      if (match->planned_of[f] == YL_NO_COLUMN && n_cells[f] >= least)
        g_array_append_val (match->added, f);
    }
}

static void
match_columns (YlColumnMatch *match, const YlWorksheet *found, const YlWorksheet *planned)
{
  g_autoptr (YlArena) scratch = yl_arena_new ();
  Likeness likeness = { 0 };
  measure_likeness (scratch, match, found, planned, &likeness);
  match_in_order (match, &likeness);
  match_moved (match, &likeness);
  match_between (match);
  keep_cleared (match, &likeness);
}

static gboolean
is_straight (const YlColumnMatch *match)
{
  for (guint p = 0; p < match->n_planned; p++)
    if (match->found_of[p] != p)
      return FALSE;
  return TRUE;
}

YlColumnMatch *
yl_column_match_new (YlArena *arena, const YlWorksheet *found, const YlPlannedSheet *planned_sheet)
{
  const YlWorksheet *planned = planned_sheet->cells;
  YlColumnMatch *match = yl_arena_own (arena, g_new0 (YlColumnMatch, 1), g_free);
  match->n_found = count_columns (found);
  match->n_planned = count_columns (planned);
  match->planned_of = yl_arena_own (arena, g_new (guint32, match->n_found + 1), g_free);
  match->found_of = yl_arena_own (arena, g_new (guint32, match->n_planned + 1), g_free);
  match->added = yl_arena_array (arena, sizeof (guint32));
  const guint n_common = MIN (match->n_found, match->n_planned);
  for (guint f = 0; f < match->n_found; f++)
    match->planned_of[f] = YL_NO_COLUMN;
  for (guint p = 0; p < match->n_planned; p++)
    match->found_of[p] = YL_NO_COLUMN;
  if (MAX (match->n_found, match->n_planned) <= YL_MAX_MATCHED_COLUMNS
      && !are_in_place (found, planned_sheet, match))
    match_columns (match, found, planned);
  else
    {
      for (guint p = 0; p < match->n_planned; p++)
        match->found_of[p] = p;
      for (guint f = 0; f < n_common; f++)
        match->planned_of[f] = f;
    }
  match->is_straight = is_straight (match);
  list_added (match, found);
  return match;
}

guint
yl_column_match_find (const YlColumnMatch *match, guint planned)
{
  return planned < match->n_planned ? match->found_of[planned] : planned;
}

guint
yl_column_match_find_planned (const YlColumnMatch *match, guint found)
{
  return found < match->n_found ? match->planned_of[found] : YL_NO_COLUMN;
}

/* A reference to whole rows means every column a sheet can have. */
#define LAST_COLUMN 16383u

gboolean
yl_column_match_find_range (
    const YlColumnMatch *match, guint16 first, guint16 last, guint16 *out_first, guint16 *out_last)
{
  const gboolean is_whole = first == 0 && last == LAST_COLUMN;
  if (match->is_straight || is_whole || first >= match->n_planned)
    {
      *out_first = first;
      *out_last = last;
      return TRUE;
    }
  guint leftmost = YL_NO_COLUMN;
  guint rightmost = 0;
  for (guint column = first; column <= last && column < match->n_planned; column++)
    {
      const guint found = yl_column_match_find (match, column);
      /* Whoever takes the last column out leaves nothing to stand in its place. */
      const guint there = found == YL_NO_COLUMN && column >= match->n_found ? column : found;
      if (there == YL_NO_COLUMN)
        continue;
      leftmost = MIN (leftmost, there);
      rightmost = MAX (rightmost, there);
    }
  if (leftmost == YL_NO_COLUMN)
    return FALSE;
  *out_first = (guint16) leftmost;
  *out_last = (guint16) rightmost;
  return TRUE;
}

gboolean
yl_column_match_is_added (const YlColumnMatch *match, guint found)
{
  for (guint i = 0; i < match->added->len; i++)
    if (g_array_index (match->added, guint32, i) == found)
      return TRUE;
  return FALSE;
}
