#include "match-private.h"

/* By what a row is looked for. */
typedef enum
{
  HASH_ALL,  /* all constants */
  HASH_KEY,  /* the first two alone: an ordinal and a code, or a name */
  HASH_REST, /* all but those two: name, township, stakes, length; none when they are too few */
} Hash;
#define N_HASHES (HASH_REST + 1)

/* Where the cells of a row stand in the array of a sheet's cells, and what its constants come to. */
typedef struct
{
  guint first;
  guint n;
  guint64 hashes[N_HASHES]; /* 0: the row has no such constants */
} Row;

typedef struct
{
  const YlWorksheet *sheet;
  Row *rows; /* by row number */
  guint32 n_rows;
} Rows;

static const YlCell *
cell_at (const Rows *rows, guint index)
{
  return &g_array_index (rows->sheet->cells, YlCell, index);
}

static guint64
mix (guint64 hash, guint64 word)
{
  /* The odd constant of Fibonacci hashing: 2^64 divided by the golden ratio. */
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9E3779B97F4A7C15);
  return hash ^ (hash >> 29);
}

#define N_KEY_CELLS 2u
/* Fewer constants behind the first two do not tell one row from another. */
#define MIN_REST_CELLS 3u

static void
hash_row (const Rows *rows, Row *row)
{
  guint n = 0;
  for (guint i = row->first; i < row->first + row->n; i++)
    {
      const YlCell *cell = cell_at (rows, i);
      if (cell->formula != 0 || cell->value == 0)
        continue;
      const guint64 word =
          (guint64) cell->column << 40 ^ (guint64) cell->content << 32 ^ cell->value;
      row->hashes[HASH_ALL] = mix (row->hashes[HASH_ALL], word);
      if (++n <= N_KEY_CELLS)
        row->hashes[HASH_KEY] = row->hashes[HASH_ALL];
      else
        row->hashes[HASH_REST] = mix (row->hashes[HASH_REST], word);
    }
  if (n < N_KEY_CELLS + MIN_REST_CELLS)
    row->hashes[HASH_REST] = 0;
}

/* At least @n_least rows: the last of them may be empty. */
static void
rows_init (Rows *rows, const YlWorksheet *sheet, guint32 n_least)
{
  rows->sheet = sheet;
  rows->n_rows = MAX (yl_worksheet_get_last_row (sheet), n_least);
  rows->rows = g_new0 (Row, (gsize) rows->n_rows + 1);
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      Row *row = &rows->rows[cell_at (rows, i)->row];
      row->first = row->n == 0 ? i : row->first;
      row->n++;
    }
  for (guint32 row = 1; row <= rows->n_rows; row++)
    hash_row (rows, &rows->rows[row]);
}

static void
marry (YlRowMatch *match, guint32 found, guint32 planned)
{
  match->planned_of[found] = planned;
  match->found_of[planned] = found;
}

/* Rows that stand where they were planned. */
static void
match_in_place (YlRowMatch *match, const Rows *found, const Rows *planned)
{
  for (guint32 row = 1; row <= MIN (found->n_rows, planned->n_rows); row++)
    if (found->rows[row].hashes[HASH_ALL] != 0
        && found->rows[row].hashes[HASH_ALL] == planned->rows[row].hashes[HASH_ALL])
      marry (match, row, row);
}

/* How many cells of the planned row stand in the found one, formulas by their column: of all, or of its
 * constants; @out_n: how many it has. */
static guint
count_same (const Rows *found,
            const Row *there,
            const Rows *planned,
            const Row *row,
            gboolean is_of_constants,
            guint *out_n)
{
  guint n_same = 0;
  guint at = there->first;
  *out_n = 0;
  for (guint i = row->first; i < row->first + row->n; i++)
    {
      const YlCell *cell = cell_at (planned, i);
      if (is_of_constants && (cell->formula != 0 || cell->value == 0))
        continue;
      ++*out_n;
      while (at < there->first + there->n && cell_at (found, at)->column < cell->column)
        at++;
      if (at == there->first + there->n)
        continue;
      const YlCell *other = cell_at (found, at);
      /* A formula is the same wherever one stands, and where its value was put in its place. */
      const gboolean is_same = other->column == cell->column
                               && ((cell->formula != 0 && other->formula != 0)
                                   || (other->formula == 0 && other->value == cell->value
                                       && other->content == cell->content));
      n_same += is_same ? 1 : 0;
    }
  return n_same;
}

/* Whether at least half of the planned cells stand in the found row. */
static gboolean
is_alike (const Rows *found, guint32 found_row, const Rows *planned, guint32 planned_row)
{
  guint n = 0;
  const Row *there = &found->rows[found_row];
  const guint n_same = count_same (found, there, planned, &planned->rows[planned_row], FALSE, &n);
  return n == 0 ? there->n == 0 : n_same * 2 >= n;
}

static gboolean
try_marry (
    YlRowMatch *match, const Rows *found, guint32 row, const Rows *planned, guint32 planned_row)
{
  if (planned_row == 0 || planned_row > planned->n_rows || row > found->n_rows || row == 0
      || match->found_of[planned_row] != 0 || match->planned_of[row] != 0
      || !is_alike (found, row, planned, planned_row))
    return FALSE;
  marry (match, row, planned_row);
  return TRUE;
}

/* The open planned rows by hash; those of one hash are chained by @next, from the top. */
static GHashTable *
index_open_rows (const YlRowMatch *match, const Rows *planned, Hash which, guint32 *next)
{
  GHashTable *open = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint32 row = planned->n_rows; row >= 1; row--)
    {
      guint64 *hash = &planned->rows[row].hashes[which];
      if (match->found_of[row] != 0 || *hash == 0)
        continue;
      next[row] = GPOINTER_TO_UINT (g_hash_table_lookup (open, hash));
      g_hash_table_replace (open, hash, GUINT_TO_POINTER (row));
    }
  return open;
}

/* Rows of the same hash elsewhere, from the top on each side. */
static void
match_elsewhere (YlRowMatch *match, const Rows *found, const Rows *planned, Hash which)
{
  g_autofree guint32 *next = g_new0 (guint32, (gsize) planned->n_rows + 1);
  g_autoptr (GHashTable) open = index_open_rows (match, planned, which, next);
  for (guint32 row = 1; row <= found->n_rows && g_hash_table_size (open) > 0; row++)
    {
      if (match->planned_of[row] != 0)
        continue;
      const guint32 there =
          GPOINTER_TO_UINT (g_hash_table_lookup (open, &found->rows[row].hashes[which]));
      if (!try_marry (match, found, row, planned, there))
        continue;
      if (next[there] != 0)
        g_hash_table_replace (open, &planned->rows[next[there]].hashes[which],
                              GUINT_TO_POINTER (next[there]));
      else
        g_hash_table_remove (open, &planned->rows[there].hashes[which]);
    }
}

/* Every open row is held against every other: more of them than this are left to their places. */
#define MAX_OPEN_ROWS 200u

static GArray *
list_open_rows (const guint32 *other_of, const Rows *rows)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 row = 1; row <= rows->n_rows && open->len <= MAX_OPEN_ROWS; row++)
    if (other_of[row] == 0 && rows->rows[row].hashes[HASH_REST] != 0)
      g_array_append_val (open, row);
  return open;
}

/* How much an open pair of rows has in common: 0 when less than three quarters of the constants. */
static guint
measure_pair (
    const YlRowMatch *match, const Rows *found, guint32 there, const Rows *planned, guint32 row)
{
  guint n = 0;
  if (match->planned_of[there] != 0 || match->found_of[row] != 0)
    return 0;
  const guint n_common =
      count_same (found, &found->rows[there], planned, &planned->rows[row], TRUE, &n);
  return n_common * 4 >= n * 3 ? n_common : 0;
}

/* Rows that stand elsewhere and were changed as well: those that have more in common with each other
 * than with any other. */
static void
match_likest (YlRowMatch *match, const Rows *found, const Rows *planned)
{
  g_autoptr (GArray) there = list_open_rows (match->planned_of, found);
  g_autoptr (GArray) wanted = list_open_rows (match->found_of, planned);
  if (there->len > MAX_OPEN_ROWS || wanted->len > MAX_OPEN_ROWS)
    return;
  for (guint i = 0; i < wanted->len; i++)
    {
      const guint32 row = g_array_index (wanted, guint32, i);
      guint32 best = 0;
      guint n_best = 0;
      for (guint k = 0; k < there->len; k++)
        {
          const guint32 candidate = g_array_index (there, guint32, k);
          const guint n = measure_pair (match, found, candidate, planned, row);
          best = n > n_best ? candidate : best;
          n_best = MAX (n, n_best);
        }
      gboolean is_mutual = best != 0;
      for (guint k = 0; is_mutual && k < wanted->len; k++)
        is_mutual = measure_pair (match, found, best, planned, g_array_index (wanted, guint32, k))
                    <= n_best;
      if (is_mutual)
        try_marry (match, found, best, planned, row);
    }
}

/* Rows that were changed: beside one that is known, from the top and from the bottom, else at their
 * own number. */
static void
match_neighbours (YlRowMatch *match, const Rows *found, const Rows *planned)
{
  for (guint32 row = 1; row <= found->n_rows; row++)
    if (match->planned_of[row] == 0)
      try_marry (match, found, row, planned, match->planned_of[row - 1] + 1);
  for (guint32 row = found->n_rows; row >= 1; row--)
    if (match->planned_of[row] == 0 && row < found->n_rows && match->planned_of[row + 1] > 1)
      try_marry (match, found, row, planned, match->planned_of[row + 1] - 1);
  for (guint32 row = 1; row <= found->n_rows; row++)
    if (match->planned_of[row] == 0)
      try_marry (match, found, row, planned, row);
}

/* A formula that gives "": pasted as a value, it leaves no cell. */
static gboolean
gives_nothing (const YlCell *cell)
{
  return cell->formula != 0 && cell->content == YL_CONTENT_TEXT && cell->value == 0;
}

/* Whether cells stand in the same columns, whatever they hold. */
static gboolean
is_same_shape (const Rows *found, guint32 found_row, const Rows *planned, guint32 planned_row)
{
  const Row *a = &found->rows[found_row];
  const Row *b = &planned->rows[planned_row];
  guint i = 0;
  for (guint k = 0; k < b->n; k++)
    {
      const YlCell *wanted = cell_at (planned, b->first + k);
      if (i < a->n && cell_at (found, a->first + i)->column == wanted->column)
        i++;
      else if (!gives_nothing (wanted))
        return FALSE;
    }
  return i == a->n && a->n > 0;
}

static gboolean
is_at_home (const YlRowMatch *match, guint32 row)
{
  return row == 0 || row > match->n_planned || match->found_of[row] == row;
}

/* A row that begins as planned, with other numbers typed over its formulas. */
static gboolean
begins_alike (const Rows *found, guint32 found_row, const Rows *planned, guint32 planned_row)
{
  const YlCell *there = cell_at (found, found->rows[found_row].first);
  const YlCell *wanted = cell_at (planned, planned->rows[planned_row].first);
  return wanted->formula == 0 && wanted->content == YL_CONTENT_TEXT && there->formula == 0
         && there->value == wanted->value && there->content == wanted->content;
}

/* The open rows of a sheet that begin with a text. */
static GArray *
list_open_labels (const guint32 *other_of, const Rows *rows)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint32 row = 1; row <= rows->n_rows && open->len <= MAX_OPEN_ROWS; row++)
    if (other_of[row] == 0 && rows->rows[row].n > 1
        && cell_at (rows, rows->rows[row].first)->content == YL_CONTENT_TEXT)
      g_array_append_val (open, row);
  return open;
}

/* 合计 that stands elsewhere, with values in the place of its formulas. */
static void
match_sums (YlRowMatch *match, const Rows *found, const Rows *planned)
{
  g_autoptr (GArray) there = list_open_labels (match->planned_of, found);
  g_autoptr (GArray) wanted = list_open_labels (match->found_of, planned);
  for (guint i = 0; i < wanted->len; i++)
    for (guint k = 0; k < there->len; k++)
      {
        const guint32 row = g_array_index (wanted, guint32, i);
        const guint32 candidate = g_array_index (there, guint32, k);
        if (match->found_of[row] == 0 && match->planned_of[candidate] == 0
            && begins_alike (found, candidate, planned, row)
            && is_same_shape (found, candidate, planned, row))
          marry (match, candidate, row);
      }
}

/* A title or a note that was written anew: it has nothing of the old one but its place. */
static void
match_rewritten (YlRowMatch *match, const Rows *found, const Rows *planned)
{
  for (guint32 row = 1; row <= MIN (found->n_rows, planned->n_rows); row++)
    if (match->planned_of[row] == 0 && match->found_of[row] == 0
        && is_same_shape (found, row, planned, row)
        && (begins_alike (found, row, planned, row)
            || (is_at_home (match, row - 1)
                && (is_at_home (match, row + 1) || planned->rows[row + 1].n == 0))))
      marry (match, row, row);
}

/* Whether the row was planned as one cell that shows something: a title, a sentence, a note. */
static gboolean
is_line (const Rows *planned, guint32 row)
{
  const Row *line = &planned->rows[row];
  return line->n == 1 && !gives_nothing (cell_at (planned, line->first));
}

/* A line that was cleared: nothing stands in its place, and what is next to it is at home. A row of a table that
 * was cleared is told as gone. */
static void
match_cleared (YlRowMatch *match, const Rows *found, const Rows *planned)
{
  g_autofree gboolean *is_home_below = g_new0 (gboolean, (gsize) planned->n_rows + 2);
  is_home_below[planned->n_rows + 1] = TRUE;
  for (guint32 row = planned->n_rows; row >= 1; row--)
    is_home_below[row] =
        match->found_of[row] == 0 ? is_home_below[row + 1] : match->found_of[row] == row;
  gboolean is_home_above = TRUE;
  for (guint32 row = 1; row <= planned->n_rows; row++)
    if (match->found_of[row] != 0)
      is_home_above = match->found_of[row] == row;
    else if (is_home_above && is_home_below[row] && found->rows[row].n == 0
             && is_line (planned, row))
      marry (match, row, row);
}

static gboolean
is_straight (const YlRowMatch *match)
{
  for (guint32 row = 1; row <= match->n_planned; row++)
    if (match->found_of[row] != row && match->found_of[row] != 0)
      return FALSE;
  return TRUE;
}

YlRowMatch *
yl_row_match_new (YlArena *arena, const YlWorksheet *found_sheet, const YlWorksheet *planned_sheet)
{
  Rows found;
  Rows planned;
  rows_init (&planned, planned_sheet, 0);
  rows_init (&found, found_sheet, planned.n_rows);
  YlRowMatch *match = yl_arena_own (arena, g_new0 (YlRowMatch, 1), g_free);
  match->n_found = found.n_rows;
  match->n_planned = planned.n_rows;
  match->planned_of = yl_arena_own (arena, g_new0 (guint32, (gsize) found.n_rows + 1), g_free);
  match->found_of = yl_arena_own (arena, g_new0 (guint32, (gsize) planned.n_rows + 1), g_free);
  match_in_place (match, &found, &planned);
  match_elsewhere (match, &found, &planned, HASH_ALL);
  match_elsewhere (match, &found, &planned, HASH_KEY);
  match_elsewhere (match, &found, &planned, HASH_REST);
  match_likest (match, &found, &planned);
  match_sums (match, &found, &planned);
  match_neighbours (match, &found, &planned);
  match_rewritten (match, &found, &planned);
  match_cleared (match, &found, &planned);
  match->is_straight = is_straight (match);
  g_free (found.rows);
  g_free (planned.rows);
  return match;
}

gboolean
yl_row_match_find_range (
    const YlRowMatch *match, guint32 first, guint32 last, guint32 *out_first, guint32 *out_last)
{
  guint32 top = 0;
  guint32 bottom = 0;
  for (guint32 row = first; row <= MIN (last, match->n_planned); row++)
    {
      const guint32 found = match->found_of[row];
      if (found == 0)
        continue;
      top = top == 0 ? found : MIN (top, found);
      bottom = MAX (bottom, found);
    }
  if (top == 0)
    return FALSE;
  *out_first = top;
  *out_last = bottom;
  return TRUE;
}
