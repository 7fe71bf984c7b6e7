#include "attempt-private.h"

#include "yanglu/base/ratio.h"

static gboolean
differs (const YlSearch *search, gsize row)
{
  return search->difference_fen[row] != 0;
}

/* A 合计 is held against the rows as they are stated; one that is right though a row is wrong is
 * right. */
static void
weigh_sum (YlSearch *search, gsize row)
{
  const YlDiagnosisRow *rows = search->problem->rows;
  gint64 sum_fen = 0;
  for (gsize i = 0; i < row; i++)
    sum_fen += rows[i].role == YL_DIAGNOSIS_ROW ? rows[i].stated_fen : 0;
  search->fixed_fen[row] = sum_fen;
  search->difference_fen[row] =
      rows[row].stated_fen == rows[row].expected_fen ? 0 : rows[row].stated_fen - sum_fen;
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
      weigh_sum (search, row);
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
  search->difference_fen[row] = record->stated_fen - record->expected_fen;
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
  yl_shared_list (problem, search->shared);
  place_items (search);
  search->fixed_fen = g_new0 (gint64, problem->n_rows + 1);
  search->difference_fen = g_new0 (gint64, problem->n_rows + 1);
  search->options = g_new0 (GArray *, problem->n_rows + 1);
  for (gsize row = 0; row < problem->n_rows; row++)
    {
      search->options[row] = g_array_new (FALSE, FALSE, sizeof (YlRowOption));
      weigh_row (search, row);
      search->n_differing += differs (search, row) ? 1 : 0;
    }
}

static void
search_end (YlSearch *search)
{
  for (gsize row = 0; row < search->problem->n_rows; row++)
    g_array_unref (search->options[row]);
  g_free (search->options);
  g_free (search->difference_fen);
  g_free (search->fixed_fen);
  g_free (search->first_item);
  g_array_unref (search->shared);
}

GPtrArray *
yl_diagnosis_run (const YlDiagnosisCase *problem)
{
  YlSearch search;
  search_begin (&search, problem);
  for (gsize row = 0; row < problem->n_rows; row++)
    if (differs (&search, row))
      yl_search_row (&search, row);
  yl_search_pairs_of_others (&search);
  yl_search_edges (&search);
  GPtrArray *hypotheses = yl_search_solve (&search);
  search_end (&search);
  return hypotheses;
}

gint64
yl_diagnosis_get_difference (const YlDiagnosisCase *problem)
{
  YlSearch search;
  gint64 difference_fen = 0;
  search_begin (&search, problem);
  for (gsize row = 0; row < problem->n_rows; row++)
    difference_fen += search.difference_fen[row];
  search_end (&search);
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

static void
report_hypothesis (const YlDiagnosisCase *problem,
                   const YlHypothesis *hypothesis,
                   gboolean is_first,
                   YlAudit *audit)
{
  g_autofree char *causes = join_causes (hypothesis);
  g_autofree char *percent = yl_share_to_percent ((YlShare){ hypothesis->share_ppm });
  g_autofree char *words = g_strdup_printf ("%s，可解释差额的 %s。", causes, percent);
  g_autofree char *sentence = g_strconcat (is_first ? "" : "另一种可能：", words, NULL);
  if (!is_first && is_told (audit, words))
    return;
  g_auto (GStrv) places = list_places (problem, hypothesis);
  yl_audit_add_explanation (audit, sentence, (const char *const *) places,
                            hypothesis->explained_fen, hypothesis->remaining_fen);
}

void
yl_diagnosis_report (const YlDiagnosisCase *problem, YlAudit *audit)
{
  g_autoptr (GPtrArray) hypotheses = yl_diagnosis_run (problem);
  const gint64 difference_fen = yl_diagnosis_get_difference (problem);
  for (guint i = 0; i < hypotheses->len; i++)
    report_hypothesis (problem, g_ptr_array_index (hypotheses, i), i == 0, audit);
  gboolean is_different = difference_fen != 0;
  for (gsize row = 0; row < problem->n_rows; row++)
    is_different |= problem->rows[row].role != YL_DIAGNOSIS_SUM
                    && problem->rows[row].stated_fen != problem->rows[row].expected_fen;
  static const char *const none[] = { NULL };
  if (hypotheses->len == 0 && is_different)
    yl_audit_add_explanation (audit,
                              "已知的常见错误（单独或两两组合）都不能解释这一差额，请逐行核对。",
                              none, 0, difference_fen);
}
