#include "attempt-private.h"

/* Takes the stated amount of @slot as a slip of the one in @view, which becomes it. */
static gboolean
compare_slot (const YlAttempt *attempt, guint slot, YlRowView *view, YlPrivate *out_cause)
{
  const YlDiagnosisCase *problem = attempt->search->problem;
  const YlDiagnosisRow *row = &problem->rows[attempt->row];
  const gboolean is_total = slot == YL_SLOT_TOTAL;
  const gint64 right_fen = is_total ? view->fen : view->class_fen[slot];
  const gint64 wrong_fen = is_total ? row->stated_fen : row->stated_class_fen[slot];
  YlCauseKind kind;
  guint8 bits;
  if (!yl_digits_compare (right_fen, wrong_fen, problem->amount_decimals, &kind, &bits))
    return FALSE;
  *out_cause = (YlPrivate){ .kind = (guint8) kind,
                            .where = YL_AT_AMOUNT,
                            .bits = (guint8) (bits + (row->has_class_amounts ? 2 : 0)),
                            .index = slot,
                            .value = right_fen };
  if (is_total)
    view->fen = wrong_fen;
  else
    view->class_fen[slot] = wrong_fen;
  return TRUE;
}

static guint
find_slot (const YlDiagnosisRow *row, const YlRowView *view)
{
  for (guint rate = 0; rate < YL_N_RATES && row->has_class_amounts; rate++)
    if (row->stated_class_fen[rate] != view->class_fen[rate])
      return rate;
  return YL_SLOT_TOTAL;
}

/* The row's total follows the slip of a class when a formula adds it up, and not when it is typed. */
void
yl_attempt_complete_amount (const YlAttempt *attempt)
{
  const YlDiagnosisRow *row = &attempt->search->problem->rows[attempt->row];
  YlRowView view;
  YlPrivate cause;
  if (!yl_attempt_view (attempt, &attempt->model, &view))
    return;
  const guint slot = find_slot (row, &view);
  const gint64 before_fen = slot == YL_SLOT_TOTAL ? 0 : view.class_fen[slot];
  if (!compare_slot (attempt, slot, &view, &cause))
    return;
  if (slot != YL_SLOT_TOTAL && row->stated_fen != view.fen)
    view.fen += view.class_fen[slot] - before_fen;
  const YlMatch match = yl_row_view_match (row, &view);
  if (match != YL_MATCH_NONE)
    yl_attempt_take (attempt, &cause, match == YL_MATCH_LAGGING);
}
