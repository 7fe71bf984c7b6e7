#include "row-match-private.h"

/* Where the cells of a row stand in the array of a sheet's cells, and what its constants come to. */
typedef struct
{
  guint first;
  guint n;
  guint64 hash; /* of all constants; 0: the row has none */
  guint64 key;  /* of the first two alone: an ordinal and a code, or a name */
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

#define N_KEY_CELLS 2

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
      row->hash = mix (row->hash, word);
      row->key = ++n <= N_KEY_CELLS ? row->hash : row->key;
    }
}

static void
rows_init (Rows *rows, const YlWorksheet *sheet)
{
  rows->sheet = sheet;
  rows->n_rows = yl_worksheet_get_last_row (sheet);
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
    if (found->rows[row].hash != 0 && found->rows[row].hash == planned->rows[row].hash)
      marry (match, row, row);
}

/* Whether at least half of the planned cells stand in the found row, formulas by their column. */
static gboolean
is_alike (const Rows *found, guint32 found_row, const Rows *planned, guint32 planned_row)
{
  const Row *a = &found->rows[found_row];
  const Row *b = &planned->rows[planned_row];
  guint n_same = 0;
  guint at = a->first;
  for (guint i = b->first; i < b->first + b->n; i++)
    {
      const YlCell *cell = cell_at (planned, i);
      while (at < a->first + a->n && cell_at (found, at)->column < cell->column)
        at++;
      if (at == a->first + a->n)
        break;
      const YlCell *there = cell_at (found, at);
      /* A formula is the same wherever one stands, and where its value was put in its place. */
      const gboolean is_same = there->column == cell->column
                               && ((cell->formula != 0 && there->formula != 0)
                                   || (there->formula == 0 && there->value == cell->value
                                       && there->content == cell->content));
      n_same += is_same ? 1 : 0;
    }
  return b->n == 0 ? a->n == 0 : n_same * 2 >= b->n;
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

static guint
hash_key (gconstpointer key)
{
  return (guint) (*(const guint64 *) key >> 32);
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  return *(const guint64 *) a == *(const guint64 *) b;
}

/* By which of its hashes a row is looked for. */
typedef guint64 *(*HashOf) (Row *row);

static guint64 *
all_of (Row *row)
{
  return &row->hash;
}

static guint64 *
key_of (Row *row)
{
  return &row->key;
}

/* The open planned rows by hash; those of one hash are chained by @next, from the top. */
static GHashTable *
index_open_rows (const YlRowMatch *match, const Rows *planned, HashOf hash_of, guint32 *next)
{
  GHashTable *open = g_hash_table_new (hash_key, equal_keys);
  for (guint32 row = planned->n_rows; row >= 1; row--)
    {
      guint64 *hash = hash_of (&planned->rows[row]);
      if (match->found_of[row] != 0 || *hash == 0)
        continue;
      next[row] = GPOINTER_TO_UINT (g_hash_table_lookup (open, hash));
      g_hash_table_replace (open, hash, GUINT_TO_POINTER (row));
    }
  return open;
}

/* Rows of the same hash elsewhere, from the top on each side. */
static void
match_elsewhere (YlRowMatch *match, const Rows *found, const Rows *planned, HashOf hash_of)
{
  g_autofree guint32 *next = g_new0 (guint32, (gsize) planned->n_rows + 1);
  g_autoptr (GHashTable) open = index_open_rows (match, planned, hash_of, next);
  for (guint32 row = 1; row <= found->n_rows && g_hash_table_size (open) > 0; row++)
    {
      if (match->planned_of[row] != 0)
        continue;
      const guint32 there =
          GPOINTER_TO_UINT (g_hash_table_lookup (open, hash_of (&found->rows[row])));
      if (!try_marry (match, found, row, planned, there))
        continue;
      guint64 *hash = hash_of (&planned->rows[there]);
      if (next[there] != 0)
        g_hash_table_replace (open, hash_of (&planned->rows[next[there]]),
                              GUINT_TO_POINTER (next[there]));
      else
        g_hash_table_remove (open, hash);
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

/* Whether cells stand in the same columns, whatever they hold. */
static gboolean
is_same_shape (const Rows *found, const Rows *planned, guint32 row)
{
  const Row *a = &found->rows[row];
  const Row *b = &planned->rows[row];
  for (guint i = 0; i < a->n && a->n == b->n; i++)
    if (cell_at (found, a->first + i)->column != cell_at (planned, b->first + i)->column)
      return FALSE;
  return a->n == b->n && a->n > 0;
}

static gboolean
is_at_home (const YlRowMatch *match, guint32 row)
{
  return row == 0 || row > match->n_planned || match->found_of[row] == row;
}

/* A title or a note that was written anew: it has nothing of the old one but its place. */
static void
match_rewritten (YlRowMatch *match, const Rows *found, const Rows *planned)
{
  for (guint32 row = 1; row <= MIN (found->n_rows, planned->n_rows); row++)
    if (match->planned_of[row] == 0 && match->found_of[row] == 0 && is_at_home (match, row - 1)
        && (is_at_home (match, row + 1) || planned->rows[row + 1].n == 0)
        && is_same_shape (found, planned, row))
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
yl_row_match_new (const YlWorksheet *found_sheet, const YlWorksheet *planned_sheet)
{
  Rows found;
  Rows planned;
  rows_init (&found, found_sheet);
  rows_init (&planned, planned_sheet);
  YlRowMatch *match = g_new0 (YlRowMatch, 1);
  match->n_found = found.n_rows;
  match->n_planned = planned.n_rows;
  match->planned_of = g_new0 (guint32, (gsize) found.n_rows + 1);
  match->found_of = g_new0 (guint32, (gsize) planned.n_rows + 1);
  match_in_place (match, &found, &planned);
  match_elsewhere (match, &found, &planned, all_of);
  match_elsewhere (match, &found, &planned, key_of);
  match_neighbours (match, &found, &planned);
  match_rewritten (match, &found, &planned);
  match->is_straight = is_straight (match);
  g_free (found.rows);
  g_free (planned.rows);
  return match;
}

void
yl_row_match_free (YlRowMatch *match)
{
  if (match == NULL)
    return;
  g_free (match->planned_of);
  g_free (match->found_of);
  g_free (match);
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
