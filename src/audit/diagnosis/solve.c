#include "diagnosis-private.h"

#include "yanglu/base/ratio.h"

/*
 * Which of the options of the rows make the shortest explanation: for every set of at
 * most two shared causes, each row takes its cheapest option that needs no other
 * shared cause, and the bits are added up.
 */

/* A row left unexplained must cost more than any explanation of one row in two places; but where amounts
 * show no yuan, what takes longer to say than the amount itself fits it by chance. */
#define UNEXPLAINED_BITS 48u
#define OTHER_AMOUNT_BITS 3u
/* What is told beside the best: hardly rarer, and of no more mistakes. */
#define MAX_DEARER_BITS 3u
#define MAX_EXPLANATIONS 24u
#define BITS_PER_OWN_LENGTHS 12u

typedef struct
{
  gint16 shared[2];
  guint cost;
  guint rows_cost; /* the part of it that is said row by row */
  guint n_unexplained;
  guint n_users[2]; /* rows that need the shared causes */
  gint16 choice[];  /* index of the option of each differing row; -1: none */
} Explanation;

typedef struct
{
  YlSearch *search;
  GArray *rows;            /* of guint32: those that differ */
  GArray *used;            /* of gint16: shared causes that appear in options */
  guint32 *n_all;          /* of each shared cause: rows that it would change */
  guint nothing_cost;      /* of leaving every row unexplained */
  GPtrArray *explanations; /* of Explanation, best first */
} Solver;

static guint32
count_concerned (YlSearch *search, gint16 index)
{
  guint32 n = 0;
  for (gsize row = 0; row < search->problem->n_rows; row++)
    {
      gint64 bare_fen, fen;
      n += yl_attempt_come_to (search, row, YL_NO_SHARED, &bare_fen)
                   && yl_attempt_come_to (search, row, index, &fen) && fen != bare_fen
               ? 1
               : 0;
    }
  return n;
}

static void
solver_note (Solver *solver, gint16 index)
{
  if (index == YL_NO_SHARED || solver->n_all[index] != G_MAXUINT32)
    return;
  solver->n_all[index] = count_concerned (solver->search, index);
  g_array_append_val (solver->used, index);
}

/* To say which row has another amount, and which of those that its digits can tell apart. */
static guint
weigh_unexplained (const Solver *solver, guint place)
{
  const YlDiagnosisCase *problem = solver->search->problem;
  const YlDiagnosisRow *row = &problem->rows[g_array_index (solver->rows, guint32, place)];
  const guint64 fen = (guint64) MAX (ABS (row->stated_fen), ABS (row->expected_fen));
  if (row->slack_fen <= YL_FINE_SLACK_FEN)
    return UNEXPLAINED_BITS;
  return MIN (UNEXPLAINED_BITS, OTHER_AMOUNT_BITS + yl_weight_log2 (problem->n_rows)
                                    + yl_weight_log2 (fen / (2 * (guint64) row->slack_fen) + 1));
}

static void
solver_begin (Solver *solver, YlSearch *search)
{
  *solver = (Solver){ .search = search };
  solver->rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  solver->used = g_array_new (FALSE, FALSE, sizeof (gint16));
  solver->explanations = g_ptr_array_new_with_free_func (g_free);
  solver->n_all = g_new (guint32, search->shared->len + 1);
  for (guint i = 0; i < search->shared->len; i++)
    solver->n_all[i] = G_MAXUINT32;
  for (guint32 row = 0; row < search->problem->n_rows; row++)
    if (search->weight_fen[row] != 0)
      g_array_append_val (solver->rows, row);
  for (guint i = 0; i < solver->rows->len; i++)
    {
      const GArray *options = search->options[g_array_index (solver->rows, guint32, i)];
      for (guint k = 0; k < options->len; k++)
        for (guint j = 0; j < 2; j++)
          solver_note (solver, g_array_index (options, YlRowOption, k).shared[j]);
      solver->nothing_cost += weigh_unexplained (solver, i);
    }
}

static void
solver_end (Solver *solver)
{
  g_array_unref (solver->rows);
  g_array_unref (solver->used);
  g_ptr_array_unref (solver->explanations);
  g_free (solver->n_all);
}

static gboolean
is_within (const YlRowOption *option, const gint16 shared[2])
{
  for (guint i = 0; i < 2; i++)
    if (option->shared[i] != YL_NO_SHARED && option->shared[i] != shared[0]
        && option->shared[i] != shared[1])
      return FALSE;
  return TRUE;
}

static const YlRowOption *
get_option (const Solver *solver, guint place, gint16 choice)
{
  const guint32 row = g_array_index (solver->rows, guint32, place);
  return choice < 0 ? NULL : &g_array_index (solver->search->options[row], YlRowOption, choice);
}

/* To say which rows: all that it would change, or some of them. A shift has a first and a last. */
static guint
weigh_shared (const Solver *solver, gint16 index, gsize n_users)
{
  const YlDiagnosisCase *problem = solver->search->problem;
  const YlShared *shared = &g_array_index (solver->search->shared, YlShared, index);
  const guint bits = yl_shared_get_bits (solver->search, shared);
  if (shared->kind == YL_CAUSE_ROW_SHIFTED)
    return bits + (n_users > 1 ? yl_weight_log2 (problem->n_rows) : 16);
  /* That a row's amounts follow its own kilometres says nothing of why these are others. */
  if (shared->kind == YL_CAUSE_OTHER_LENGTHS
      && problem->other_lengths[shared->value].source == NULL)
    return bits + (guint) n_users * BITS_PER_OWN_LENGTHS;
  const guint64 n_all = MAX (solver->n_all[index], n_users);
  return bits + (n_users == n_all ? 0 : 1 + yl_weight_choose (n_all, n_users));
}

/* What the row at @place adds to the explanation, or, @n is −1, what it no longer does. */
static void
count_row (const Solver *solver, Explanation *explanation, guint place, gint n)
{
  const YlRowOption *option = get_option (solver, place, explanation->choice[place]);
  const guint cost = option == NULL ? weigh_unexplained (solver, place) : option->cost;
  solver->search->n_steps++;
  explanation->rows_cost += (guint) n * cost;
  explanation->n_unexplained += option == NULL ? (guint) n : 0;
  for (guint i = 0; i < 2 && option != NULL; i++)
    {
      const gint16 shared = explanation->shared[i];
      if (option->shared[0] == shared || option->shared[1] == shared)
        explanation->n_users[i] += (guint) n;
    }
}

/* Once its rows are counted; FALSE when a shared cause of the explanation concerns no row. */
static gboolean
weigh_explanation (const Solver *solver, Explanation *explanation)
{
  explanation->cost = explanation->rows_cost;
  for (guint i = 0; i < 2; i++)
    {
      if (explanation->shared[i] == YL_NO_SHARED)
        continue;
      if (explanation->n_users[i] == 0)
        return FALSE;
      explanation->cost += weigh_shared (solver, explanation->shared[i], explanation->n_users[i]);
    }
  return TRUE;
}

static gsize
get_size (const Solver *solver)
{
  return sizeof (Explanation) + solver->rows->len * sizeof (gint16);
}

/* What costs so much is not taken: as much as the amounts themselves take to say, which explains none of
 * them, or as much as the last of those that are kept. */
static guint
get_bar (const Solver *solver)
{
  if (solver->explanations->len < MAX_EXPLANATIONS)
    return solver->nothing_cost;
  const Explanation *last = g_ptr_array_index (solver->explanations, MAX_EXPLANATIONS - 1);
  return MIN (solver->nothing_cost, last->cost);
}

static void
solver_take (Solver *solver, const Explanation *explanation)
{
  guint place = solver->explanations->len;
  if (explanation->cost >= get_bar (solver))
    return;
  while (place > 0
         && ((const Explanation *) g_ptr_array_index (solver->explanations, place - 1))->cost
                > explanation->cost)
    place--;
  g_ptr_array_insert (solver->explanations, (gint) place,
                      g_memdup2 (explanation, get_size (solver)));
  if (solver->explanations->len > MAX_EXPLANATIONS)
    g_ptr_array_remove_index (solver->explanations, MAX_EXPLANATIONS);
}

static void
try_set (Solver *solver, gint16 first, gint16 second)
{
  g_autofree Explanation *explanation = g_malloc0 (get_size (solver));
  explanation->shared[0] = first;
  explanation->shared[1] = second;
  /* Every row adds to the cost: beyond the bar the others need not be asked. */
  const guint bar = get_bar (solver);
  for (guint i = 0; i < solver->rows->len; i++)
    {
      if (explanation->rows_cost >= bar)
        return;
      const guint32 row = g_array_index (solver->rows, guint32, i);
      const GArray *options = solver->search->options[row];
      explanation->choice[i] = -1;
      guint best = G_MAXUINT;
      for (guint k = 0; k < options->len; k++)
        {
          const YlRowOption *option = &g_array_index (options, YlRowOption, k);
          if (option->cost < best && is_within (option, explanation->shared))
            {
              explanation->choice[i] = (gint16) k;
              best = option->cost;
            }
        }
      count_row (solver, explanation, i, 1);
    }
  if (weigh_explanation (solver, explanation) && explanation->n_unexplained < solver->rows->len)
    solver_take (solver, explanation);
}

/* @explanation with option @choice at @place. */
static void
try_variant (Solver *solver, Explanation *explanation, guint place, gint16 choice)
{
  const gint16 before = explanation->choice[place];
  count_row (solver, explanation, place, -1);
  explanation->choice[place] = choice;
  count_row (solver, explanation, place, 1);
  if (weigh_explanation (solver, explanation))
    solver_take (solver, explanation);
  count_row (solver, explanation, place, -1);
  explanation->choice[place] = before;
  count_row (solver, explanation, place, 1);
}

/* The best explanation with another option in one row. */
static void
try_variants (Solver *solver)
{
  if (solver->explanations->len == 0)
    return;
  const Explanation *best = g_ptr_array_index (solver->explanations, 0);
  g_autofree Explanation *explanation = g_memdup2 (best, get_size (solver));
  for (guint i = 0; i < solver->rows->len; i++)
    {
      const guint32 row = g_array_index (solver->rows, guint32, i);
      const GArray *options = solver->search->options[row];
      for (guint k = 0; k < options->len; k++)
        if ((gint16) k != explanation->choice[i]
            && is_within (&g_array_index (options, YlRowOption, k), explanation->shared))
          try_variant (solver, explanation, i, (gint16) k);
    }
}

static YlFoundCause *
add_cause (
    YlHypothesis *hypothesis, YlCauseKind kind, char *text, const GArray *rows, guint n_alike)
{
  YlArena *arena = hypothesis->arena;
  YlFoundCause *cause = yl_arena_own (arena, g_new0 (YlFoundCause, 1), g_free);
  cause->kind = kind;
  cause->text = yl_arena_take (arena, text);
  cause->n_rows = rows->len;
  cause->rows = yl_arena_own (arena, g_memdup2 (rows->data, rows->len * sizeof (guint32)), g_free);
  cause->n_alike = n_alike;
  g_ptr_array_add (hypothesis->causes, cause);
  return cause;
}

/* Where the figure stands that a cause concerns beside its rows. */
static const char *
find_place (const YlDiagnosisCase *problem, const YlShared *shared)
{
  if (shared->kind == YL_CAUSE_LAND_SHARE)
    return problem->land_share_place;
  if (shared->kind != YL_CAUSE_INCOME_SHARE)
    return NULL;
  return shared->value < 0 ? problem->land_income_place : problem->land_costs[shared->value].place;
}

static void
add_shared (const Solver *solver,
            const Explanation *explanation,
            gint16 index,
            YlHypothesis *hypothesis)
{
  const YlShared *shared = &g_array_index (solver->search->shared, YlShared, index);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (guint i = 0; i < solver->rows->len; i++)
    {
      const YlRowOption *option = get_option (solver, i, explanation->choice[i]);
      if (option != NULL && (option->shared[0] == index || option->shared[1] == index))
        g_array_append_val (rows, g_array_index (solver->rows, guint32, i));
    }
  char *text = yl_search_write_shared (solver->search, index, rows, solver->n_all[index]);
  YlFoundCause *cause = add_cause (hypothesis, (YlCauseKind) shared->kind, text, rows, 1);
  cause->place = find_place (solver->search->problem, shared);
}

static void
add_privates (const Solver *solver, const Explanation *explanation, YlHypothesis *hypothesis)
{
  for (guint i = 0; i < solver->rows->len; i++)
    {
      const YlRowOption *option = get_option (solver, i, explanation->choice[i]);
      const guint32 row = g_array_index (solver->rows, guint32, i);
      g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_array_append_val (rows, row);
      for (guint k = 0; option != NULL && k < option->n_private; k++)
        {
          const gboolean is_last = k + 1u == option->n_private;
          char *text = yl_search_write_private (solver->search, row, option, k);
          add_cause (hypothesis, (YlCauseKind) option->private[k].kind, text, rows,
                     is_last ? option->n_alike : 1);
        }
    }
}

static YlHypothesis *
explanation_to_hypothesis (const Solver *solver, const Explanation *explanation)
{
  YlHypothesis *hypothesis = yl_arena_new_record (sizeof *hypothesis);
  hypothesis->causes =
      yl_arena_own (hypothesis->arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  hypothesis->cost = explanation->cost;
  for (guint i = 0; i < 2; i++)
    if (explanation->shared[i] != YL_NO_SHARED)
      add_shared (solver, explanation, explanation->shared[i], hypothesis);
  add_privates (solver, explanation, hypothesis);
  gint64 explained = 0, whole = 0;
  for (guint i = 0; i < solver->rows->len; i++)
    {
      const guint32 row = g_array_index (solver->rows, guint32, i);
      const gint64 fen = solver->search->difference_fen[row];
      const gint64 weight_fen = solver->search->weight_fen[row];
      whole += weight_fen;
      explained += explanation->choice[i] < 0 ? 0 : weight_fen;
      *(explanation->choice[i] < 0 ? &hypothesis->remaining_fen : &hypothesis->explained_fen) +=
          fen;
    }
  gint64 ppm = 0;
  yl_ratio_scale (explained, YL_SHARE_WHOLE, whole, &ppm);
  hypothesis->share_ppm = (guint) (explained < whole ? MIN (ppm, YL_SHARE_WHOLE - 1) : ppm);
  return hypothesis;
}

static guint
count_causes (const Solver *solver, const Explanation *explanation)
{
  guint n = 0;
  for (guint i = 0; i < 2; i++)
    n += explanation->shared[i] != YL_NO_SHARED ? 1 : 0;
  for (guint i = 0; i < solver->rows->len; i++)
    {
      const YlRowOption *option = get_option (solver, i, explanation->choice[i]);
      n += option == NULL ? 0 : option->n_private;
    }
  return n;
}

static GPtrArray *
list_hypotheses (const Solver *solver)
{
  GPtrArray *hypotheses = g_ptr_array_new_with_free_func (yl_arena_free_record);
  for (guint i = 0; i < solver->explanations->len && hypotheses->len < YL_DIAGNOSIS_MAX_TOLD; i++)
    {
      const Explanation *best = g_ptr_array_index (solver->explanations, 0);
      const Explanation *explanation = g_ptr_array_index (solver->explanations, i);
      if (explanation->cost <= best->cost + MAX_DEARER_BITS
          && count_causes (solver, explanation) <= count_causes (solver, best)
          && explanation->n_unexplained <= best->n_unexplained)
        g_ptr_array_add (hypotheses, explanation_to_hypothesis (solver, explanation));
    }
  return hypotheses;
}

GPtrArray *
yl_search_solve (YlSearch *search)
{
  Solver solver;
  solver_begin (&solver, search);
  try_set (&solver, YL_NO_SHARED, YL_NO_SHARED);
  for (guint i = 0; i < solver.used->len; i++)
    {
      const gint16 first = g_array_index (solver.used, gint16, i);
      try_set (&solver, first, YL_NO_SHARED);
      for (guint k = i + 1; k < solver.used->len; k++)
        try_set (&solver, first, g_array_index (solver.used, gint16, k));
    }
  try_variants (&solver);
  GPtrArray *hypotheses = list_hypotheses (&solver);
  solver_end (&solver);
  return hypotheses;
}
