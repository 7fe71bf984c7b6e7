#include "attempt-private.h"

/*
 * Where one figure stands for many townships: an older rate in one, two or three
 * of them.  In a table by township each has its own row, and any number may.
 */

#define MAX_PARTS 200u

typedef struct
{
  const YlAttempt *attempt;
  gint16 shared; /* of an older rate */
  gint64 low_fen;
  gint64 high_fen;
  gint64 *effects_fen; /* a part */
  guint n_parts;
} Parts;

static void
weigh_parts (const YlSearch *search, gsize row, const YlShared *shared, gint64 *effects_fen)
{
  const YlDiagnosisCase *problem = search->problem;
  const YlOldRates *old = &problem->old_rates[shared->value];
  for (gsize i = search->first_item[row]; i < search->first_item[row + 1]; i++)
    {
      const YlDiagnosisItem *item = &problem->items[i];
      const gboolean is_concerned = shared->first == YL_ALL_RATES || shared->first == item->rate;
      if (is_concerned && item->state == YL_ITEM_COUNTED && item->part < problem->n_parts
          && old->fen_per_km[item->rate] > 0 && problem->rate_fen_per_km[item->rate] > 0)
        effects_fen[item->part] +=
            yl_row_price (item->length_m, old->fen_per_km[item->rate])
            - yl_row_price (item->length_m, problem->rate_fen_per_km[item->rate]);
    }
}

static void
try_parts (const Parts *parts, guint n, guint first, guint second, guint third)
{
  const guint index[3] = { first, second, third };
  YlRowModel model = parts->attempt->model;
  gint64 fen = 0;
  for (guint i = 0; i < 3; i++)
    fen += index[i] == YL_NO_PART ? 0 : parts->effects_fen[index[i]];
  if (fen == 0 || fen < parts->low_fen || fen > parts->high_fen)
    return;
  const YlShared *shared = &g_array_index (parts->attempt->search->shared, YlShared, parts->shared);
  const YlPrivate cause = {
    .kind = YL_CAUSE_OLD_RATE,
    .where = YL_AT_PART,
    .bits =
        (guint8) (yl_weight_choose (parts->n_parts, n) + (shared->first == YL_ALL_RATES ? 0 : 2)),
    .index = first | second << 10 | third << 20,
    .value = parts->shared,
  };
  model.moved_fen += fen;
  yl_attempt_check (parts->attempt, &model, &cause);
}

static void
try_all (const Parts *parts)
{
  for (guint i = 0; i < parts->n_parts; i++)
    {
      if (parts->effects_fen[i] == 0)
        continue;
      try_parts (parts, 1, i, YL_NO_PART, YL_NO_PART);
      for (guint j = i + 1; j < parts->n_parts; j++)
        {
          if (parts->effects_fen[j] == 0)
            continue;
          try_parts (parts, 2, i, j, YL_NO_PART);
          for (guint k = j + 1; k < parts->n_parts && parts->n_parts <= 64; k++)
            if (parts->effects_fen[k] != 0)
              try_parts (parts, 3, i, j, k);
        }
    }
}

void
yl_attempt_complete_part (const YlAttempt *attempt)
{
  YlSearch *search = attempt->search;
  const YlDiagnosisCase *problem = search->problem;
  Parts parts = { .attempt = attempt, .n_parts = (guint) MIN (problem->n_parts, MAX_PARTS + 1) };
  if (parts.n_parts < 2 || parts.n_parts > MAX_PARTS
      || problem->rows[attempt->row].has_class_amounts
      || !yl_attempt_get_range (attempt, &parts.low_fen, &parts.high_fen))
    return;
  for (guint i = 0; i < search->shared->len; i++)
    {
      const YlShared *shared = &g_array_index (search->shared, YlShared, i);
      if (shared->kind != YL_CAUSE_OLD_RATE)
        continue;
      g_autofree gint64 *effects_fen = g_new0 (gint64, parts.n_parts);
      weigh_parts (search, attempt->source, shared, effects_fen);
      parts.effects_fen = effects_fen;
      parts.shared = (gint16) i;
      try_all (&parts);
    }
}
