#include "attempt-private.h"

/* Beyond so many metres a range of amounts says nothing of a slip of the hand. */
#define MAX_RANGE_M 256

gboolean
yl_attempt_get_length_range (
    gint64 low_fen, gint64 high_fen, gint64 fen_per_km, gint64 *out_low_m, gint64 *out_high_m)
{
  if (fen_per_km <= 0 || ABS (low_fen) > G_MAXINT64 / 2000 || ABS (high_fen) > G_MAXINT64 / 2000)
    return FALSE;
  /* One metre more on either side: what is found is computed forward again. */
  const gint64 slack_m = fen_per_km % 1000 == 0 && low_fen == high_fen ? 0 : 1;
  *out_low_m = low_fen * 1000 / fen_per_km - slack_m;
  *out_high_m = high_fen * 1000 / fen_per_km + slack_m;
  const gboolean is_exact = slack_m != 0 || low_fen * 1000 % fen_per_km == 0;
  return is_exact && *out_high_m - *out_low_m <= MAX_RANGE_M;
}

static void
try_length (const YlAttempt *attempt, guint rate, gint64 length_m)
{
  YlRowModel model = attempt->model;
  YlCauseKind kind;
  guint8 bits;
  if (!yl_digits_compare (model.length_m[rate], length_m, 3, &kind, &bits))
    return;
  model.length_m[rate] = length_m;
  model.is_whole[rate] = TRUE;
  const YlPrivate cause = { .kind = (guint8) kind,
                            .where = YL_AT_LENGTH,
                            .bits = (guint8) (bits + 2),
                            .index = rate,
                            .value = length_m };
  yl_attempt_check (attempt, &model, &cause);
}

void
yl_attempt_complete_length (const YlAttempt *attempt)
{
  gint64 low_fen, high_fen, low_m, high_m;
  if (!yl_attempt_get_range (attempt, &low_fen, &high_fen))
    return;
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      const gint64 length_m = attempt->model.length_m[rate];
      if (length_m <= 0
          || !yl_attempt_get_length_range (low_fen, high_fen, attempt->model.rate[rate], &low_m,
                                           &high_m))
        continue;
      for (gint64 m = low_m; m <= high_m; m++)
        if (m != 0 && length_m + m >= 0)
          try_length (attempt, rate, length_m + m);
    }
}
