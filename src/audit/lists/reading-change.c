#include "yanglu/audit/lists/reading-change.h"

#include "yanglu/calc/counted.h"

#define MM_PER_M 1000
#define MM_PER_KM ((gint64) 1000000)
G_STATIC_ASSERT (YL_LENGTH_MAX_M < G_MAXINT64 / MM_PER_M / YL_SCALE_FACTOR);

gint64
yl_reread_change_mm (YlReread reread, guint32 length_m)
{
  switch (reread)
    {
    case YL_REREAD_SMALLER:
      return length_m - (gint64) length_m * MM_PER_M;
    case YL_REREAD_LARGER:
      return (gint64) length_m * MM_PER_M * (YL_SCALE_FACTOR - 1);
    case YL_REREAD_NOT:
    default:
      return 0;
    }
}
G_STATIC_ASSERT (MM_PER_M == YL_SCALE_FACTOR);

void
yl_reading_change_add_mm (YlReadingChange *change, YlRateKind kind, gint64 mm)
{
  change->mm[kind] += mm;
}

void
yl_reading_change_add (YlReadingChange *change, YlReread reread, const YlRoad *road)
{
  if (reread != YL_REREAD_NOT && yl_counted_find_mark (road) == YL_MARK_NONE)
    yl_reading_change_add_mm (change, yl_counted_get_rate_kind (road),
                              yl_reread_change_mm (reread, road->length_m));
}

static __int128
add_up (const YlReadingChange *change)
{
  __int128 mm = 0;
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    mm += change->mm[kind];
  return mm;
}

gboolean
yl_reading_change_is_less (const YlReadingChange *change)
{
  return add_up (change) < 0;
}

char *
yl_reading_change_show_km (const YlReadingChange *change)
{
  const __int128 mm = add_up (change);
  const __int128 m = ((mm < 0 ? -mm : mm) + MM_PER_M / 2) / MM_PER_M;
  return yl_decimal_format (m > G_MAXINT64 ? G_MAXINT64 : (gint64) m, 3, TRUE);
}

void
yl_reading_change_price (const YlReadingChange *change,
                         const YlRateTable *rates,
                         YlFinding *finding)
{
  YlMoney all = { 0 };
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    {
      const __int128 mm = change->mm[kind];
      const YlRate rate = rates->rate[kind];
      YlMoney amount = { 0 };
      if (mm > G_MAXINT64 || mm < G_MININT64
          || !yl_money_for_part ((gint64) mm, rate.fen_per_km, MM_PER_KM, rate.part, &amount)
          || !yl_money_add (all, amount, &all))
        return;
    }
  if (ABS (all.fen) > YL_MONEY_MAX_FEN)
    return;
  finding->at_stake = (YlMoney){ ABS (all.fen) };
  finding->is_priced = TRUE;
}
