#include "yanglu/base/money.h"

#include <string.h>

YlDecimalStatus
yl_money_parse_yuan (YlText text, YlMoney *out_money, gint32 *out_lost)
{
  return yl_decimal_parse (text, 2, YL_MONEY_MAX_FEN, &out_money->fen, out_lost);
}

YlDecimalStatus
yl_money_parse_wan (YlText text, YlMoney *out_money, gint32 *out_lost)
{
  return yl_decimal_parse (text, 6, YL_MONEY_MAX_FEN, &out_money->fen, out_lost);
}

gboolean
yl_money_add (YlMoney a, YlMoney b, YlMoney *out_sum)
{
  gint64 fen;
  if (__builtin_add_overflow (a.fen, b.fen, &fen))
    return FALSE;
  out_sum->fen = fen;
  return TRUE;
}

gboolean
yl_money_for_length (YlLength length, YlRate rate, YlMoney *out_money)
{
  return yl_money_for_part (length.m, rate.fen_per_km, 1000, rate.part, out_money);
}

gboolean
yl_money_for_part (gint64 units, gint64 fen, gint64 per, YlYearPart part, YlMoney *out_money)
{
  gint64 fen_of_part;
  if (G_LIKELY (part.of == 0))
    return yl_ratio_scale (units, fen, per, &out_money->fen);
  return !__builtin_mul_overflow (fen, part.n, &fen_of_part)
         && yl_ratio_scale (units, fen_of_part, per * part.of, &out_money->fen);
}

gboolean
yl_money_share (YlMoney money, YlShare share, YlMoney *out_money)
{
  return yl_ratio_scale (money.fen, share.ppm, YL_SHARE_WHOLE, &out_money->fen);
}

char *
yl_money_to_yuan (YlMoney money)
{
  return yl_decimal_format (money.fen, 2, FALSE);
}

char *
yl_money_to_grouped (YlMoney money)
{
  return yl_decimal_format (money.fen, 2, TRUE);
}

static const char *const capital_digits[] = { "零", "壹", "贰", "叁", "肆",
                                              "伍", "陆", "柒", "捌", "玖" };

/* One group of four digits below 万 or 亿; 零 stands once for any run of zeros inside. */
static void
append_group (GString *text, guint group, gboolean needs_zero)
{
  static const char *const units[] = { "仟", "佰", "拾", "" };
  static const guint weights[] = { 1000, 100, 10, 1 };
  gboolean has_begun = FALSE;
  gboolean has_zero = needs_zero;
  for (guint i = 0; i < 4; i++)
    {
      const guint digit = group / weights[i] % 10;
      if (digit == 0)
        {
          has_zero = has_zero || has_begun;
          continue;
        }
      if (has_zero)
        g_string_append (text, "零");
      has_zero = FALSE;
      has_begun = TRUE;
      g_string_append (text, capital_digits[digit]);
      g_string_append (text, units[i]);
    }
}

static void
append_whole_yuan (GString *text, guint64 yuan)
{
  static const char *const group_units[] = { "", "万", "亿", "万亿", "亿亿" };
  gboolean has_begun = FALSE;
  gboolean has_gap = FALSE;
  guint64 weight = 10000000000000000u;
  for (guint i = 4; i <= 4; i--, weight /= 10000)
    {
      const guint group = (guint) (yuan / weight % 10000);
      if (group == 0)
        {
          has_gap = has_begun;
          continue;
        }
      append_group (text, group, has_begun && (has_gap || group < 1000));
      /* 万亿 followed by more 亿 is written 壹万贰仟亿: the 亿 stands once. */
      const gboolean has_more_yi = i == 3 && yuan / 100000000u % 10000 != 0;
      g_string_append (text, has_more_yi ? "万" : group_units[i]);
      has_begun = TRUE;
      has_gap = FALSE;
    }
}

char *
yl_money_to_capital (YlMoney money)
{
  const guint64 magnitude = money.fen < 0 ? -(guint64) money.fen : (guint64) money.fen;
  const guint64 yuan = magnitude / 100;
  const guint jiao = (guint) (magnitude / 10 % 10);
  const guint fen = (guint) (magnitude % 10);
  if (magnitude == 0)
    return g_strdup ("零元整");

  GString *text = g_string_new (money.fen < 0 ? "负" : "");
  if (yuan > 0)
    {
      append_whole_yuan (text, yuan);
      g_string_append (text, "元");
    }
  if (jiao > 0)
    g_string_append_printf (text, "%s角", capital_digits[jiao]);
  else if (fen > 0 && yuan > 0)
    g_string_append (text, "零");
  if (fen > 0)
    g_string_append_printf (text, "%s分", capital_digits[fen]);
  else
    g_string_append (text, "整");
  return g_string_free (text, FALSE);
}
