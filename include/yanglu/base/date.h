#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

/** A calendar day as yyyymmdd; 0 is no day. */
typedef struct
{
  guint32 yyyymmdd;
} YlDate;

/** yl_date_parse: "2021-01-31", "2021/1/31", "2021.1.31", "2021年1月31日", "20210131"; %FALSE for
 * anything else and for days that do not exist. */
gboolean yl_date_parse (YlText text, YlDate *out_date);
/** yl_date_of_year: 1 January. */
YlDate yl_date_of_year (guint year);
/** yl_date_get_day_of_year: 1 to 366; 0 of no day. */
guint yl_date_get_day_of_year (YlDate date);
/** yl_date_add_days: @days later; no day when that is past the year 9999. */
YlDate yl_date_add_days (YlDate date, guint days);
/** yl_date_is_past_years: whether more than @years years lie between @date and @day: on the very
 * anniversary they do not; of 29 February it is 1 March that is past. */
gboolean yl_date_is_past_years (YlDate date, guint years, YlDate day);
/** yl_date_to_iso: (transfer full): "2021-01-31"; "" for no day. */
char *yl_date_to_iso (YlDate date);
/** yl_date_to_chinese: (transfer full): "2021年1月31日"; "" for no day. */
char *yl_date_to_chinese (YlDate date);

G_END_DECLS
