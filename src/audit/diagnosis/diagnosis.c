#include "diagnosis-private.h"

#include "yanglu/base/ratio.h"

#include <string.h>

static const YlShared *
get_shared (const YlSearch *search, guint index)
{
  return &g_array_index (search->shared, YlShared, index);
}

static void
try_single (YlSearch *search, gsize row, gint16 index)
{
  YlAttempt attempt;
  if (!yl_attempt_init (&attempt, search, row, YL_OWN_ROW, index, YL_NO_SHARED)
      || yl_attempt_check (&attempt, &attempt.model, NULL))
    return;
  /* What the table does not have has no slip in it. */
  if (!search->problem->rows[row].is_absent)
    yl_attempt_complete (&attempt, TRUE);
}

/* By one row: those have edges. */
static gboolean
is_shift (const YlSearch *search, gint16 index)
{
  const YlShared *shared = get_shared (search, (guint) index);
  return shared->kind == YL_CAUSE_ROW_SHIFTED && ABS (shared->value) == 1;
}

/* An older rate put down for the wrong class is not the same as a wrong class put at an older rate:
 * both orders are tried. */
static void
try_pair (YlSearch *search, gsize row, gint16 first, gint16 second)
{
  YlAttempt attempt;
  if (yl_attempt_init (&attempt, search, row, YL_OWN_ROW, first, second)
      && yl_attempt_check (&attempt, &attempt.model, NULL))
    return;
  if (get_shared (search, (guint) first)->kind == YL_CAUSE_OLD_RATE
      && get_shared (search, (guint) second)->kind == YL_CAUSE_RATES_SWAPPED
      && yl_attempt_init (&attempt, search, row, YL_OWN_ROW, second, first))
    yl_attempt_check (&attempt, &attempt.model, NULL);
}

/* Whether the amounts of the row are shifted by @index, whatever else is wrong with them. */
static gboolean
has_shift (YlSearch *search, gsize row, gint16 index)
{
  const GArray *options = search->options[row];
  gint64 fen;
  search->n_steps++;
  for (guint i = 0; i < options->len; i++)
    {
      const YlRowOption *option = &g_array_index (options, YlRowOption, i);
      if (option->shared[0] == index || option->shared[1] == index)
        return TRUE;
    }
  return search->difference_fen[row] == 0 && yl_attempt_come_to (search, row, index, &fen)
         && fen == search->problem->rows[row].stated_fen;
}

/* Where the shifted amounts end that begin next to @row, in the direction of @index; @ends are those of
 * rows that were asked before. */
static gsize
find_end (YlSearch *search, gsize row, gint16 index, const gsize *ends)
{
  const gint64 next = (gint64) row + get_shared (search, (guint) index)->value;
  const gboolean is_inside = next >= 0 && next < (gint64) search->problem->n_rows;
  return is_inside && has_shift (search, (gsize) next, index) ? ends[next] : row;
}

/* Where amounts are shifted, the first of them (seen from where they went) stands empty, or holds
 * the one that fell out at the other end. */
static void
try_edge (YlSearch *search, gsize row, gsize last, gint16 index)
{
  YlAttempt attempt;
  if (last == row || search->problem->rows[row].role != YL_DIAGNOSIS_ROW)
    return;
  if (!yl_attempt_init (&attempt, search, row, last, index, YL_NO_SHARED))
    return;
  if (search->problem->rows[row].stated_fen == 0)
    {
      yl_attempt_take (&attempt, NULL, FALSE);
      return;
    }
  if (yl_attempt_check (&attempt, &attempt.model, NULL))
    return;
  yl_attempt_complete (&attempt, FALSE);
  for (gint16 other = 0; other < (gint16) search->shared->len; other++)
    if (!is_shift (search, other)
        && yl_attempt_init (&attempt, search, row, last, MIN (index, other), MAX (index, other)))
      yl_attempt_check (&attempt, &attempt.model, NULL);
}

/* Each end is known from the row beside it: those that lie below from the last row up, before any row
 * is tried, those that lie above while the rows are. */
static void
search_edges_of (YlSearch *search, gint16 index)
{
  const gsize n_rows = search->problem->n_rows;
  const gboolean is_down = get_shared (search, (guint) index)->value > 0;
  g_autofree gsize *ends = g_new (gsize, n_rows + 1);
  for (gsize row = n_rows; is_down && row-- > 0;)
    ends[row] = find_end (search, row, index, ends);
  for (gsize row = 0; row < n_rows; row++)
    {
      if (!is_down)
        ends[row] = find_end (search, row, index, ends);
      if (search->weight_fen[row] != 0)
        try_edge (search, row, ends[row], index);
    }
}

/* The rows where shifted amounts begin, once the others are searched. */
static void
search_edges (YlSearch *search)
{
  for (gint16 index = 0; index < (gint16) search->shared->len; index++)
    if (is_shift (search, index) && search->n_differing > 0)
      search_edges_of (search, index);
}

/* Of amounts that show no yuan, two mistakes together come to almost anything. */
static gboolean
is_paired (const YlSearch *search, gsize row)
{
  if (search->problem->rows[row].slack_fen > YL_FINE_SLACK_FEN)
    return FALSE;
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

/* In very many rows, the pairs that some of them need, in all. */
static void
search_pairs_of_others (YlSearch *search)
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
      while (search->weight_fen[row] != 0 && g_hash_table_iter_next (&iter, &key, NULL))
        {
          const guint pair = GPOINTER_TO_UINT (key) - 1;
          try_pair (search, row, (gint16) (pair / 1024), (gint16) (pair % 1024));
        }
    }
}

static void
search_row (YlSearch *search, gsize row)
{
  const gint16 n_shared = (gint16) search->shared->len;
  for (gint16 i = YL_NO_SHARED; i < n_shared; i++)
    try_single (search, row, i);
  yl_search_between_rows (search, row);
  if (is_paired (search, row))
    for (gint16 i = 0; i < n_shared; i++)
      for (gint16 k = (gint16) (i + 1); k < n_shared; k++)
        try_pair (search, row, i, k);
  if (search->options[row]->len == 0 && search->problem->rows[row].slack_fen <= YL_FINE_SLACK_FEN)
    yl_search_item_pairs (search, row);
}

/* A 合计 is held against the rows as they are stated. */
static gint64
add_stated (const YlDiagnosisCase *problem, gsize row)
{
  gint64 sum_fen = 0;
  for (gsize i = 0; i < row; i++)
    sum_fen += problem->rows[i].role == YL_DIAGNOSIS_ROW ? problem->rows[i].stated_fen : 0;
  return sum_fen;
}

/* What there is to explain; a 合计 that is right though a row is wrong is right, and so is one that is
 * off by what its rows were rounded. */
static gint64
get_difference (const YlDiagnosisCase *problem, gsize row)
{
  const YlDiagnosisRow *record = &problem->rows[row];
  if (record->role != YL_DIAGNOSIS_SUM || record->stated_fen == record->expected_fen)
    return record->stated_fen - record->expected_fen;
  const gint64 off_fen = record->stated_fen - add_stated (problem, row);
  return ABS (off_fen) <= record->slack_fen ? 0 : off_fen;
}

/* What no cause touches, bridges say, is the rest of what is expected. */
static void
weigh_row (YlSearch *search, gsize row)
{
  const YlDiagnosisRow *record = &search->problem->rows[row];
  YlRowModel model;
  YlRowView view;
  if (record->role == YL_DIAGNOSIS_SUM)
    {
      search->fixed_fen[row] = add_stated (search->problem, row);
      return;
    }
  yl_row_model_init (search, row, &model);
  yl_row_model_view (search, row, &model, &view);
  const gboolean is_cut = record->role == YL_DIAGNOSIS_GAP && record->expected_fen == 0;
  if (is_cut || view.fen == YL_NEVER_FEN)
    search->fixed_fen[row] = 0;
  else if (record->role == YL_DIAGNOSIS_GAP)
    search->fixed_fen[row] = record->expected_fen + record->deduct_fen;
  else
    search->fixed_fen[row] = record->expected_fen - view.fen;
  for (guint rate = 0; record->role == YL_DIAGNOSIS_GAP && !is_cut && rate < YL_N_RATES; rate++)
    search->fixed_fen[row] -= view.class_fen[rate];
}

/* Classes may be in each other's columns, and the row as long as it was. */
static gint64
weigh_difference (const YlSearch *search, gsize row)
{
  const YlDiagnosisRow *record = &search->problem->rows[row];
  gint64 between_fen = 0;
  YlRowModel model;
  YlRowView view;
  if (search->difference_fen[row] != 0 || !record->has_class_amounts)
    return ABS (search->difference_fen[row]);
  yl_row_model_init (search, row, &model);
  yl_row_model_view (search, row, &model, &view);
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      const gint64 fen = ABS (record->stated_class_fen[rate] - view.class_fen[rate]);
      between_fen += fen > search->problem->class_slack_fen ? fen : 0;
    }
  return between_fen;
}

static void
place_items (YlSearch *search)
{
  const YlDiagnosisCase *problem = search->problem;
  search->first_item = g_new0 (guint32, problem->n_rows + 1);
  for (gsize i = 0; i < problem->n_items; i++)
    if (problem->items[i].row < problem->n_rows)
      search->first_item[problem->items[i].row + 1]++;
  for (gsize row = 0; row < problem->n_rows; row++)
    search->first_item[row + 1] += search->first_item[row];
}

static void
search_begin (YlSearch *search, const YlDiagnosisCase *problem)
{
  *search = (YlSearch){ .problem = problem };
  search->shared = g_array_new (FALSE, FALSE, sizeof (YlShared));
  search->other_rates = g_array_new (FALSE, FALSE, sizeof (YlOldRates));
  yl_shared_list (problem, search->shared);
  place_items (search);
  search->fixed_fen = g_new0 (gint64, problem->n_rows + 1);
  search->difference_fen = g_new0 (gint64, problem->n_rows + 1);
  search->weight_fen = g_new0 (gint64, problem->n_rows + 1);
  search->options = g_new0 (GArray *, problem->n_rows + 1);
  for (gsize row = 0; row < problem->n_rows; row++)
    {
      search->options[row] = g_array_new (FALSE, FALSE, sizeof (YlRowOption));
      search->difference_fen[row] = get_difference (problem, row);
      weigh_row (search, row);
      search->weight_fen[row] = weigh_difference (search, row);
      search->n_differing += search->weight_fen[row] != 0 ? 1 : 0;
    }
  yl_search_order_rows (search);
  yl_search_infer (search);
}

static void
search_end (YlSearch *search)
{
  for (gsize row = 0; row < search->problem->n_rows; row++)
    g_array_unref (search->options[row]);
  g_free (search->options);
  g_free (search->weight_fen);
  g_free (search->difference_fen);
  g_free (search->fixed_fen);
  g_free (search->first_item);
  g_array_unref (search->by_amount);
  g_array_unref (search->by_difference);
  g_array_unref (search->other_rates);
  g_array_unref (search->shared);
}

GPtrArray *
yl_diagnosis_run (const YlDiagnosisCase *problem, YlDiagnosisEffort *out_effort)
{
  YlSearch search;
  gsize n = 0;
  search_begin (&search, problem);
  for (gsize row = 0; row < problem->n_rows; row++)
    if (search.weight_fen[row] != 0 && n++ < YL_DIAGNOSIS_MAX_ROWS)
      search_row (&search, row);
  search_pairs_of_others (&search);
  search_edges (&search);
  GPtrArray *hypotheses = yl_search_solve (&search);
  if (out_effort != NULL)
    *out_effort = (YlDiagnosisEffort){ .n_steps = search.n_steps, .limits = search.limits };
  search_end (&search);
  return hypotheses;
}

gint64
yl_diagnosis_get_difference (const YlDiagnosisCase *problem)
{
  gint64 difference_fen = 0;
  for (gsize row = 0; row < problem->n_rows; row++)
    difference_fen += get_difference (problem, row);
  return difference_fen;
}

static char *
join_causes (const YlHypothesis *hypothesis)
{
  GString *text = g_string_new (NULL);
  const guint n = hypothesis->causes->len;
  if (n > 1)
    g_string_append_printf (text, "差额由 %u 处错误合成：", n);
  for (guint i = 0; i < n; i++)
    {
      const YlFoundCause *cause = g_ptr_array_index (hypothesis->causes, i);
      if (n > 1)
        g_string_append_printf (text, "%s（%u）", i > 0 ? "；" : "", i + 1);
      g_string_append (text, cause->text);
    }
  return g_string_free (text, FALSE);
}

static gint
compare_rows (gconstpointer a, gconstpointer b)
{
  const guint32 left = *(const guint32 *) a;
  const guint32 right = *(const guint32 *) b;
  return (left > right) - (left < right);
}

static char **
list_places (const YlDiagnosisCase *problem, const YlHypothesis *hypothesis)
{
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (guint32));
  GPtrArray *places = g_ptr_array_new ();
  for (guint i = 0; i < hypothesis->causes->len; i++)
    {
      const YlFoundCause *cause = g_ptr_array_index (hypothesis->causes, i);
      g_array_append_vals (rows, cause->rows, (guint) cause->n_rows);
    }
  g_array_sort (rows, compare_rows);
  for (guint i = 0; i < rows->len; i++)
    {
      const guint32 row = g_array_index (rows, guint32, i);
      if (i == 0 || row != g_array_index (rows, guint32, i - 1))
        g_ptr_array_add (places, g_strdup (problem->rows[row].place));
    }
  for (guint i = 0; i < hypothesis->causes->len; i++)
    {
      const YlFoundCause *cause = g_ptr_array_index (hypothesis->causes, i);
      if (cause->place != NULL)
        g_ptr_array_add (places, g_strdup (cause->place));
    }
  g_ptr_array_add (places, NULL);
  return (char **) g_ptr_array_free (places, FALSE);
}

/* Two ways to the same words tell a reader nothing more. */
static gboolean
is_told (const YlAudit *audit, const char *sentence)
{
  for (guint i = 0; i < audit->explanations->len; i++)
    if (g_str_has_suffix (g_array_index (audit->explanations, YlExplanation, i).cause, sentence))
      return TRUE;
  return FALSE;
}

static gboolean
differs (const YlDiagnosisRow *row)
{
  return row->role != YL_DIAGNOSIS_SUM && row->stated_fen != row->expected_fen;
}

/* What was not looked into, in brackets. */
static void
append_unsearched (GString *text, const YlDiagnosisCase *problem, const YlDiagnosisEffort *effort)
{
  gsize n = 0;
  const gsize begin = text->len;
  for (gsize row = 0; row < problem->n_rows; row++)
    n += differs (&problem->rows[row]) ? 1 : 0;
  if (n > YL_DIAGNOSIS_MAX_ROWS)
    g_string_append_printf (text, "；有差额的共 %" G_GSIZE_FORMAT " 行，只在前 %d 行中找了原因", n,
                            YL_DIAGNOSIS_MAX_ROWS);
  if (effort->limits & YL_DIAGNOSIS_LIMIT_ALIKE)
    g_string_append_printf (text, "；金额或差额相同的行多于 %d 行，只比对了其中前 %d 行",
                            YL_DIAGNOSIS_MAX_ALIKE, YL_DIAGNOSIS_MAX_ALIKE);
  if (effort->limits & YL_DIAGNOSIS_LIMIT_MERGERS)
    g_string_append_printf (text, "；一行并入另一行的，只试了前 %d 对", YL_DIAGNOSIS_MAX_MERGERS);
  if (text->len == begin)
    return;
  g_string_erase (text, (gssize) begin, strlen ("；"));
  g_string_insert (text, (gssize) begin, "（");
  g_string_append (text, "）");
}

static void
report_hypothesis (const YlDiagnosisCase *problem,
                   const YlHypothesis *hypothesis,
                   const char *unsearched,
                   gboolean is_first,
                   YlAudit *audit)
{
  g_autofree char *causes = join_causes (hypothesis);
  g_autofree char *percent = yl_share_to_percent ((YlShare){ hypothesis->share_ppm });
  g_autofree char *words = g_strdup_printf ("%s，可解释差额的 %s%s。", causes, percent, unsearched);
  g_autofree char *sentence = g_strconcat (is_first ? "" : "另一种可能：", words, NULL);
  if (!is_first && is_told (audit, words))
    return;
  g_auto (GStrv) places = list_places (problem, hypothesis);
  yl_audit_add_explanation (audit, sentence, (const char *const *) places,
                            hypothesis->explained_fen, hypothesis->remaining_fen);
}

/* Differences of several rows may cancel each other. */
static gboolean
has_difference (const YlDiagnosisCase *problem)
{
  for (gsize row = 0; row < problem->n_rows; row++)
    if (differs (&problem->rows[row]))
      return TRUE;
  return yl_diagnosis_get_difference (problem) != 0;
}

void
yl_diagnosis_report (const YlDiagnosisCase *problem,
                     const GPtrArray *hypotheses,
                     const YlDiagnosisEffort *effort,
                     YlAudit *audit)
{
  static const char *const none[] = { NULL };
  g_autoptr (GString) unsearched = g_string_new (NULL);
  append_unsearched (unsearched, problem, effort);
  for (guint i = 0; i < hypotheses->len; i++)
    report_hypothesis (problem, g_ptr_array_index (hypotheses, i), unsearched->str, i == 0, audit);
  if (hypotheses->len > 0 || !has_difference (problem))
    return;
  g_autofree char *words = g_strdup_printf (
      "已知的常见错误（单独或两两组合）都不能解释这一差额%s，请逐行核对。", unsearched->str);
  yl_audit_add_explanation (audit, words, none, 0, yl_diagnosis_get_difference (problem));
}
