#pragma once

#include "yanglu/base/decimal.h"
#include "yanglu/base/length.h"
#include "yanglu/base/ratio.h"

G_BEGIN_DECLS

/** An amount in whole fen. */
typedef struct
{
  gint64 fen;
} YlMoney;

/** A part of a year, @n of @of months or days; 0 of 0 is the whole. */
typedef struct
{
  guint16 n;
  guint16 of;
} YlYearPart;

/** A yearly rate in fen per kilometre (10 000 yuan/km is 1 000 000), and what of the year it is paid for. */
typedef struct
{
  gint64 fen_per_km;
  YlYearPart part;
} YlRate;

/**
 * Largest amount a file may state: ten thousand billion yuan.  Below 2^53 fen,
 * so that a spreadsheet holds every amount exactly.
 */
#define YL_MONEY_MAX_FEN ((gint64) 1000000000000000)
#define YL_RATE_MAX_FEN_PER_KM ((gint64) 100000000000)

/** yl_money_parse_yuan: at most two decimals are exact; more are rounded and told by @out_lost. */
YlDecimalStatus yl_money_parse_yuan (YlText text, YlMoney *out_money, gint32 *out_lost);

/** yl_money_parse_wan: the same for a column in 万元. */
YlDecimalStatus yl_money_parse_wan (YlText text, YlMoney *out_money, gint32 *out_lost);

/** yl_money_add: Returns: %FALSE on overflow, @out_sum untouched. */
gboolean yl_money_add (YlMoney a, YlMoney b, YlMoney *out_sum);

/** yl_money_for_length: @length × @rate, for the part of the year that the rate is for, rounded once,
 * half up, to the fen. %FALSE on overflow. */
gboolean yl_money_for_length (YlLength length, YlRate rate, YlMoney *out_money);

/** yl_money_for_part: @units × @fen a year for every @per of them, for @part of that year, rounded once,
 * half up, to the fen. %FALSE on overflow. @per: above zero */
gboolean
yl_money_for_part (gint64 units, gint64 fen, gint64 per, YlYearPart part, YlMoney *out_money);

/** yl_money_share: @money × @share, rounded half up. %FALSE on overflow. */
gboolean yl_money_share (YlMoney money, YlShare share, YlMoney *out_money);

/** yl_money_to_yuan: Returns: (transfer full): "1234.50". */
char *yl_money_to_yuan (YlMoney money);

/** yl_money_to_grouped: Returns: (transfer full): "1,234.50". */
char *yl_money_to_grouped (YlMoney money);

/**
 * yl_money_to_capital: the amount in 大写, as 《会计基础工作规范》 and 《支付结算办法》 附一 write
 * it: 3416.05 is 叁仟肆佰壹拾陆元零伍分, 100.00 is 壹佰元整, a negative amount begins with 负, zero
 * is 零元整.
 *
 * Returns: (transfer full)
 */
char *yl_money_to_capital (YlMoney money);

G_END_DECLS
