#include "attempt-private.h"

#include <string.h>

/* Between neighbours and a longer number the bits differ by no more than this. */
#define MAX_DEARER_BITS 3u

static const YlShared *
get_shared (const YlSearch *search, gint16 index)
{
  return index == YL_NO_SHARED ? NULL : &g_array_index (search->shared, YlShared, index);
}

/* Two of one kind are one explanation given twice, but for the rates and amounts of two classes. */
static gboolean
go_together (const YlShared *first, const YlShared *second)
{
  if (first == NULL || second == NULL || first->kind != second->kind)
    return TRUE;
  const gboolean is_by_class =
      first->kind == YL_CAUSE_OLD_RATE || first->kind == YL_CAUSE_AMOUNT_UNIT;
  return is_by_class && first->value == second->value && first->first != YL_ALL_RATES
         && second->first != YL_ALL_RATES;
}

static gboolean
find_source (YlAttempt *attempt, const YlShared *shared)
{
  const YlDiagnosisCase *problem = attempt->search->problem;
  if (shared == NULL || shared->kind != YL_CAUSE_ROW_SHIFTED)
    return TRUE;
  const gint64 source = (gint64) attempt->row - shared->value;
  if (source < 0 || source >= (gint64) problem->n_rows
      || problem->rows[source].role != YL_DIAGNOSIS_ROW
      || problem->rows[attempt->row].role != YL_DIAGNOSIS_ROW)
    return FALSE;
  attempt->source = (gsize) source;
  return TRUE;
}

gboolean
yl_attempt_init (YlAttempt *attempt, YlSearch *search, gsize row, gint16 first, gint16 second)
{
  return yl_attempt_init_from (attempt, search, row, G_MAXSIZE, first, second);
}

gboolean
yl_attempt_init_from (
    YlAttempt *attempt, YlSearch *search, gsize row, gsize source, gint16 first, gint16 second)
{
  const YlShared *const shared[2] = { get_shared (search, first), get_shared (search, second) };
  *attempt =
      (YlAttempt){ .search = search, .row = row, .source = row, .shared = { first, second } };
  if (!go_together (shared[0], shared[1]))
    return FALSE;
  if (source != G_MAXSIZE)
    attempt->source = source;
  else if (!find_source (attempt, shared[0]) || !find_source (attempt, shared[1]))
    return FALSE;
  yl_row_model_init (search, attempt->source, &attempt->model);
  guint n_outputs = 0;
  for (guint i = 0; i < 2; i++)
    {
      if (shared[i] == NULL || shared[i]->kind == YL_CAUSE_ROW_SHIFTED)
        continue;
      if (shared[i]->is_output)
        attempt->outputs[n_outputs++] = shared[i];
      else if (!yl_shared_apply (search, shared[i], attempt->source, &attempt->model))
        return FALSE;
    }
  /* What is rounded to hundredths of 万元 is then taken for yuan, not the other way round. */
  if (n_outputs == 2 && attempt->outputs[1]->kind == YL_CAUSE_ROUNDING)
    {
      attempt->outputs[1] = attempt->outputs[0];
      attempt->outputs[0] = shared[1];
    }
  return TRUE;
}

gboolean
yl_attempt_view (const YlAttempt *attempt, const YlRowModel *model, YlRowView *view)
{
  yl_row_model_view (attempt->search, attempt->source, model, view);
  for (guint i = 0; i < 2 && attempt->outputs[i] != NULL; i++)
    if (!yl_shared_transform (attempt->search, attempt->outputs[i], attempt->row, view))
      return FALSE;
  /* Shifted amounts stand beside the kilometres of their own row. */
  if (attempt->source != attempt->row)
    for (guint rate = 0; rate < YL_N_RATES; rate++)
      view->length_m[rate] = attempt->search->problem->rows[attempt->row].length_m[rate];
  return TRUE;
}

static gboolean
is_alike (const YlOption *a, const YlOption *b)
{
  if (a->shared[0] != b->shared[0] || a->shared[1] != b->shared[1] || a->n_private != b->n_private)
    return FALSE;
  for (guint i = 0; i < a->n_private; i++)
    if (a->private[i].kind != b->private[i].kind || a->private[i].where != b->private[i].where)
      return FALSE;
  return TRUE;
}

static void
add_alike (YlOption *option, const YlOption *other)
{
  if (option->n_alike <= G_N_ELEMENTS (option->alike))
    option->alike[option->n_alike - 1] = other->private[other->n_private - 1];
  option->n_alike++;
}

/* Options of one explanation are one option: the cheapest, with those hardly dearer beside it. */
static gboolean
merge (YlOption *old, const YlOption *new)
{
  if (!is_alike (old, new))
    return FALSE;
  if (new->n_private == 0)
    return TRUE;
  if (new->cost >= old->cost)
    {
      if (new->cost <= old->cost + MAX_DEARER_BITS)
        add_alike (old, new);
      return TRUE;
    }
  YlOption cheaper = *new;
  if (old->cost <= new->cost + MAX_DEARER_BITS)
    {
      memcpy (cheaper.alike, old->alike, sizeof cheaper.alike);
      cheaper.n_alike = old->n_alike;
      add_alike (&cheaper, old);
    }
  *old = cheaper;
  return TRUE;
}

void
yl_attempt_take (const YlAttempt *attempt, const YlPrivate *last, gboolean is_lagging)
{
  GArray *options = attempt->search->options[attempt->row];
  YlOption option = { .shared = { attempt->shared[0], attempt->shared[1] },
                      .is_lagging = is_lagging != FALSE,
                      .n_alike = 1,
                      .cost = is_lagging ? 4 : 0 };
  const YlPrivate *const privates[2] = { attempt->first, last };
  for (guint i = 0; i < 2; i++)
    if (privates[i] != NULL)
      {
        option.private[option.n_private++] = *privates[i];
        option.cost += yl_weight_get_bits ((YlCauseKind) privates[i]->kind) + privates[i]->bits
                       + yl_weight_log2 (attempt->search->problem->n_rows);
      }
  for (guint i = 0; i < options->len; i++)
    if (merge (&g_array_index (options, YlOption, i), &option))
      return;
  g_array_append_val (options, option);
}

gboolean
yl_attempt_check (const YlAttempt *attempt, const YlRowModel *model, const YlPrivate *last)
{
  YlRowView view;
  if (!yl_attempt_view (attempt, model, &view))
    return FALSE;
  const YlDiagnosisRow *row = &attempt->search->problem->rows[attempt->row];
  const YlMatch match = yl_row_view_match (row, &view);
  /* Nothing is what any number comes to when it is divided and rounded often enough. */
  const gboolean is_nothing = view.fen == 0 && row->role != YL_DIAGNOSIS_GAP && last == NULL;
  if (match == YL_MATCH_NONE || is_nothing)
    return FALSE;
  yl_attempt_take (attempt, last, match == YL_MATCH_LAGGING);
  return TRUE;
}

/* Of a row with amounts by class: each class by itself, then together. */
static gboolean
invert_classes (const YlDiagnosisRow *row,
                const YlShared *output,
                gint64 *out_low,
                gint64 *out_high)
{
  *out_low = *out_high = row->stated_fen;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      gint64 low_fen, high_fen;
      const gint64 fen = row->stated_class_fen[rate];
      if (!yl_shared_is_on_slot (output, rate) || fen == 0)
        continue;
      if (!yl_shared_invert (output, fen, &low_fen, &high_fen))
        return FALSE;
      *out_low += low_fen - fen;
      *out_high += high_fen - fen;
    }
  return TRUE;
}

gboolean
yl_attempt_get_range (const YlAttempt *attempt, gint64 *out_low, gint64 *out_high)
{
  YlRowView view;
  const YlDiagnosisRow *row = &attempt->search->problem->rows[attempt->row];
  const YlShared *output = attempt->outputs[0];
  *out_low = *out_high = row->stated_fen;
  if (attempt->outputs[1] != NULL)
    return FALSE;
  if (output != NULL
      && !(row->has_class_amounts ? invert_classes (row, output, out_low, out_high)
                                  : yl_shared_invert (output, row->stated_fen, out_low, out_high)))
    return FALSE;
  yl_row_model_view (attempt->search, attempt->source, &attempt->model, &view);
  *out_low -= view.fen;
  *out_high -= view.fen;
  return TRUE;
}
