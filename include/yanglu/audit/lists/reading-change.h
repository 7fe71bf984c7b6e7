#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/** Kilometres and metres differ by this factor. */
#define YL_SCALE_FACTOR 1000

/** How a length would read if its unit were the other one. */
typedef enum
{
  YL_REREAD_NOT,     /* it stands */
  YL_REREAD_SMALLER, /* metres were taken for kilometres */
  YL_REREAD_LARGER,  /* kilometres were taken for metres */
} YlReread;

/** What another reading of lengths would change: starts as all zero. In millimetres, so that each is
 * exact; wide enough for any list. */
typedef struct
{
  __int128 mm[YL_N_RATES]; /* the other reading − this one, of what counts, by what it is paid as */
} YlReadingChange;

/** yl_reread_change_mm: the other reading of @length_m less this one, in millimetres. */
gint64 yl_reread_change_mm (YlReread reread, guint32 length_m);

/** yl_reading_change_add: the metres of @road, if it counts. */
void yl_reading_change_add (YlReadingChange *change, YlReread reread, const YlRoad *road);

/** yl_reading_change_add_mm: millimetres that count and are paid as @kind. */
void yl_reading_change_add_mm (YlReadingChange *change, YlRateKind kind, gint64 mm);

/** yl_reading_change_is_less: whether the other reading has fewer metres. */
gboolean yl_reading_change_is_less (const YlReadingChange *change);

/** yl_reading_change_show_km: (transfer full): the size of the change in km, without its sign. */
char *yl_reading_change_show_km (const YlReadingChange *change);

/** yl_reading_change_price: sets at_stake of @finding to the size of the change by @rates; it stays
 * unpriced where the amount is beyond what an amount can be. */
void yl_reading_change_price (const YlReadingChange *change,
                              const YlRateTable *rates,
                              YlFinding *finding);

G_END_DECLS
