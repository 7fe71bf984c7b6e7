#include "attempt-private.h"

static const YlShared *
get_shared (const YlSearch *search, guint index)
{
  return &g_array_index (search->shared, YlShared, index);
}

static void
try_single (YlSearch *search, gsize row, gint16 index)
{
  YlAttempt attempt;
  if (!yl_attempt_init (&attempt, search, row, index, YL_NO_SHARED)
      || yl_attempt_check (&attempt, &attempt.model, NULL))
    return;
  yl_attempt_complete_amount (&attempt);
  yl_attempt_complete_length (&attempt);
  yl_attempt_complete_item (&attempt);
  yl_attempt_complete_part (&attempt);
}

static gboolean
is_shift (const YlSearch *search, gint16 index)
{
  return get_shared (search, (guint) index)->kind == YL_CAUSE_ROW_SHIFTED;
}

/* An older rate put down for the wrong class is not the same as a wrong class put at an older rate:
 * both orders are tried. */
static void
try_pair (YlSearch *search, gsize row, gint16 first, gint16 second)
{
  YlAttempt attempt;
  if (yl_attempt_init (&attempt, search, row, first, second)
      && yl_attempt_check (&attempt, &attempt.model, NULL))
    return;
  if (get_shared (search, (guint) first)->kind == YL_CAUSE_OLD_RATE
      && get_shared (search, (guint) second)->kind == YL_CAUSE_RATES_SWAPPED
      && yl_attempt_init (&attempt, search, row, second, first))
    yl_attempt_check (&attempt, &attempt.model, NULL);
}

/* Whether the amounts of the row are shifted by @index, whatever else is wrong with them. */
static gboolean
has_shift (YlSearch *search, gsize row, gint16 index)
{
  const GArray *options = search->options[row];
  YlAttempt attempt;
  YlRowView view;
  for (guint i = 0; i < options->len; i++)
    {
      const YlRowOption *option = &g_array_index (options, YlRowOption, i);
      if (option->shared[0] == index || option->shared[1] == index)
        return TRUE;
    }
  return search->difference_fen[row] == 0
         && yl_attempt_init (&attempt, search, row, index, YL_NO_SHARED)
         && yl_attempt_view (&attempt, &attempt.model, &view)
         && view.fen == search->problem->rows[row].stated_fen;
}

static gsize
find_end (YlSearch *search, gsize row, gint16 index)
{
  const gint64 direction = get_shared (search, (guint) index)->value;
  gint64 last = (gint64) row;
  while (last + direction >= 0 && last + direction < (gint64) search->problem->n_rows
         && has_shift (search, (gsize) (last + direction), index))
    last += direction;
  return (gsize) last;
}

/* Where amounts are shifted, the first of them (seen from where they went) stands empty, or holds
 * the one that fell out at the other end. */
static void
try_edge (YlSearch *search, gsize row, gint16 index)
{
  YlAttempt attempt;
  const gsize last = find_end (search, row, index);
  if (last == row || search->problem->rows[row].role != YL_DIAGNOSIS_ROW)
    return;
  if (!yl_attempt_init_from (&attempt, search, row, last, index, YL_NO_SHARED))
    return;
  if (search->problem->rows[row].stated_fen == 0)
    {
      yl_attempt_take (&attempt, NULL, FALSE);
      return;
    }
  if (yl_attempt_check (&attempt, &attempt.model, NULL))
    return;
  yl_attempt_complete_amount (&attempt);
  yl_attempt_complete_length (&attempt);
  yl_attempt_complete_item (&attempt);
  for (gint16 other = 0; other < (gint16) search->shared->len; other++)
    if (!is_shift (search, other)
        && yl_attempt_init_from (&attempt, search, row, last, MIN (index, other),
                                 MAX (index, other)))
      yl_attempt_check (&attempt, &attempt.model, NULL);
}

void
yl_search_edges (YlSearch *search)
{
  for (gint16 index = 0; index < (gint16) search->shared->len; index++)
    for (gsize row = 0; row < search->problem->n_rows && is_shift (search, index); row++)
      if (search->difference_fen[row] != 0)
        try_edge (search, row, index);
}

static gboolean
is_paired (const YlSearch *search, gsize row)
{
  return search->n_differing <= YL_DIAGNOSIS_MAX_PAIRED_ROWS || search->options[row]->len == 0;
}

/* Pairs that some row needs, as first × number of causes + second. */
static void
collect_pairs (const YlSearch *search, GHashTable *pairs)
{
  for (gsize row = 0; row < search->problem->n_rows; row++)
    for (guint i = 0; i < search->options[row]->len; i++)
      {
        const YlRowOption *option = &g_array_index (search->options[row], YlRowOption, i);
        if (option->shared[1] != YL_NO_SHARED && option->n_private == 0)
          g_hash_table_add (pairs, GUINT_TO_POINTER ((guint) option->shared[0] * 1024
                                                     + (guint) option->shared[1] + 1));
      }
}

void
yl_search_pairs_of_others (YlSearch *search)
{
  g_autoptr (GHashTable) pairs = g_hash_table_new (NULL, NULL);
  GHashTableIter iter;
  gpointer key;
  if (search->n_differing <= YL_DIAGNOSIS_MAX_PAIRED_ROWS)
    return;
  collect_pairs (search, pairs);
  for (gsize row = 0; row < search->problem->n_rows; row++)
    {
      g_hash_table_iter_init (&iter, pairs);
      while (search->difference_fen[row] != 0 && g_hash_table_iter_next (&iter, &key, NULL))
        {
          const guint pair = GPOINTER_TO_UINT (key) - 1;
          try_pair (search, row, (gint16) (pair / 1024), (gint16) (pair % 1024));
        }
    }
}

/* A 合计 that leaves a row out, or adds it twice. */
static void
search_sum (YlSearch *search, gsize row)
{
  const YlDiagnosisRow *rows = search->problem->rows;
  const gint64 difference_fen = search->difference_fen[row];
  const YlAttempt attempt = {
    .search = search, .row = row, .source = row, .shared = { YL_NO_SHARED, YL_NO_SHARED }
  };
  for (gsize i = 0; i < row; i++)
    if (rows[i].role == YL_DIAGNOSIS_ROW && ABS (rows[i].stated_fen) == ABS (difference_fen))
      {
        const gboolean is_twice = rows[i].stated_fen == difference_fen;
        const YlPrivate cause = {
          .kind = is_twice ? YL_CAUSE_ROAD_TWICE : YL_CAUSE_ROAD_MISSING,
          .where = YL_AT_ROW,
          .bits = (guint8) yl_weight_log2 (row),
          .index = (guint32) i,
        };
        yl_attempt_take (&attempt, &cause, FALSE);
      }
}

/* A row that the record does not know, with the name and the amount of an earlier one. */
static void
search_row_twice (YlSearch *search, gsize row)
{
  const YlDiagnosisRow *rows = search->problem->rows;
  const YlAttempt attempt = {
    .search = search, .row = row, .source = row, .shared = { YL_NO_SHARED, YL_NO_SHARED }
  };
  for (gsize i = 0; i < row && rows[row].expected_fen == 0; i++)
    if (rows[i].role == YL_DIAGNOSIS_ROW && rows[i].stated_fen == rows[row].stated_fen
        && g_strcmp0 (rows[i].name, rows[row].name) == 0)
      {
        const YlPrivate cause = { .kind = YL_CAUSE_ROAD_TWICE,
                                  .where = YL_AT_ROW,
                                  .index = (guint32) i };
        yl_attempt_take (&attempt, &cause, FALSE);
      }
}

void
yl_search_row (YlSearch *search, gsize row)
{
  const gint16 n_shared = (gint16) search->shared->len;
  for (gint16 i = YL_NO_SHARED; i < n_shared; i++)
    try_single (search, row, i);
  if (search->problem->rows[row].role == YL_DIAGNOSIS_SUM)
    search_sum (search, row);
  else
    search_row_twice (search, row);
  if (is_paired (search, row))
    for (gint16 i = 0; i < n_shared; i++)
      for (gint16 k = (gint16) (i + 1); k < n_shared; k++)
        try_pair (search, row, i, k);
  if (search->options[row]->len == 0)
    yl_search_item_pairs (search, row);
}
