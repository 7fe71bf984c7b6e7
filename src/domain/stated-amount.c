/* Amounts that stand in words beside the figures of a table. */
#include "yanglu/domain/stated-amount.h"

#include "yanglu/base/capital.h"

#include <string.h>

/* Bytes of the bracket, colon or blank that @at begins with; 0 for none. */
static gsize
match_mark (const char *at)
{
  static const char *const marks[] = { "）", ")", "：", ":", " ", "\u3000", "】", NULL };
  for (gsize i = 0; marks[i] != NULL; i++)
    if (g_str_has_prefix (at, marks[i]))
      return strlen (marks[i]);
  return 0;
}

/* (nullable): what stands behind 大写 and its brackets and colon, or from 人民币 on. */
static const char *
skip_capital_word (const char *text)
{
  const char *at = strstr (text, "大写");
  if (at == NULL)
    return strstr (text, "人民币");
  at += strlen ("大写");
  for (gsize n = match_mark (at); n > 0; n = match_mark (at))
    at += n;
  return at;
}

/* Bytes of the numerals, units and blanks that @text begins with. */
static gsize
measure_capital (const char *text)
{
  static const char words[] =
      "零〇壹贰叁肆伍陆柒捌玖拾佰仟万亿元圆角分整正一二三四五六七八九十百千两人民币 ";
  const char *at = text;
  while (*at != '\0')
    {
      g_autofree char *letter = g_strndup (at, (gsize) (g_utf8_next_char (at) - at));
      if (strstr (words, letter) == NULL)
        break;
      at = g_utf8_next_char (at);
    }
  return (gsize) (at - text);
}

gboolean
yl_stated_capital_parse (const char *text, YlStatedCapital *out_capital)
{
  const YlText words = { text, measure_capital (text) };
  *out_capital = (YlStatedCapital){ .words = yl_text_trim (words) };
  return strlen (text) <= YL_STATED_MAX_BYTES
         && yl_money_parse_capital (out_capital->words, &out_capital->amount) == YL_DECIMAL_OK;
}

gboolean
yl_stated_capital_find (const char *text, YlStatedCapital *out_capital)
{
  const char *rest = strlen (text) > YL_STATED_MAX_BYTES ? NULL : skip_capital_word (text);
  const gboolean is_found = rest != NULL && yl_stated_capital_parse (rest, out_capital);
  if (!is_found)
    *out_capital = (YlStatedCapital){ .is_next = rest != NULL && rest[0] == '\0' };
  return is_found;
}

/* What one of a unit is, in decimals of a fen: 50万元 is 50 with six of them. */
static const struct
{
  const char *unit;
  guint n_decimals;
} units[] = {
  { "亿元", 10 },
  { "万元", 6 },
  { "元", 2 },
};

/* The number at @at with its unit behind it. */
static gboolean
read_number (const char *at, YlMoney *out_amount)
{
  const gsize length = strspn (at, "0123456789.,");
  const char *behind = at + length + strspn (at + length, " ");
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (behind, units[i].unit))
      return yl_decimal_parse ((YlText){ at, length }, units[i].n_decimals, YL_MONEY_MAX_FEN,
                               &out_amount->fen, NULL)
             == YL_DECIMAL_OK;
  return FALSE;
}

/* The first amount of @text, in digits or in words. */
static gboolean
find_amount (const char *text, YlMoney *out_amount)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      if (g_ascii_isdigit (*at))
        {
          if (read_number (at, out_amount))
            return TRUE;
          at += strspn (at, "0123456789.,") - 1;
          continue;
        }
      const YlText words = { at, measure_capital (at) };
      if (words.length > strlen ("元")
          && yl_money_parse_capital (words, out_amount) == YL_DECIMAL_OK)
        return TRUE;
    }
  return FALSE;
}

gboolean
yl_stated_addition_find (const char *text, YlMoney *out_amount)
{
  static const char *const words[] = { "追加",   "另增加", "另安排", "另加", "另补",
                                       "另拨付", "另支付", "另付",   "另列", "另有" };
  const char *first = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (words) && strlen (text) <= YL_STATED_MAX_BYTES; i++)
    {
      const char *at = strstr (text, words[i]);
      if (at != NULL && (first == NULL || at < first))
        first = at;
    }
  return first != NULL && find_amount (first, out_amount);
}

/* What may stand before the word of a sum, and between it and its number. */
static const char *const before_sums[] = {
  "备注",   "说明", "注",   "以上", "上述", "上表", "本表", "全县", "全区", "各乡镇",
  "资金",   "金额", "经费", "补助", "预算", "：",   ":",    "，",   ",",    " ",
  "\u3000", "（",   "(",    "1",    "2",    "3",    "、",   ".",    NULL,
};
static const char *const behind_sums[] = {
  "金额", "资金", "经费", "总额", "预算", "为", "是",     "（小写）", "(小写)",
  "小写", "￥",   "¥",    "：",   ":",    " ",  "\u3000", NULL,
};

/* Behind all of @words that @at begins with, one after another. */
static const char *
skip_words (const char *at, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (g_str_has_prefix (at, words[i]))
      {
        at += strlen (words[i]);
        i = G_MAXSIZE; /* from the first again */
      }
  return at;
}

/* (nullable): behind the word of a sum that @text begins with. */
static const char *
skip_sum_word (const char *text)
{
  static const char *const sums[] = { "共计", "合计", "总计", "共", NULL };
  const char *at = skip_words (text, before_sums);
  const char *behind = skip_words (at, sums);
  return behind == at ? NULL : behind;
}

/* Of the number that stands behind @at: one of its last digit, in fen. */
static gint64
find_step (const char *at)
{
  const gsize length = strspn (at, "0123456789.,");
  const char *behind = at + length + strspn (at + length, " ");
  const char *point = memchr (at, '.', length);
  gint64 step = 1;
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (behind, units[i].unit))
      {
        for (guint n = units[i].n_decimals; n > 0; n--)
          step *= 10;
        break;
      }
  for (gsize n = point == NULL ? 0 : length - 1 - (gsize) (point - at); n > 0 && step > 1; n--)
    step /= 10;
  return step;
}

gboolean
yl_stated_sum_find (const char *text, YlStatedSum *out_sum)
{
  const char *at = strlen (text) > YL_STATED_MAX_BYTES ? NULL : skip_sum_word (text);
  if (at == NULL)
    return FALSE;
  at = skip_words (at, behind_sums);
  YlMoney amount;
  if (!g_ascii_isdigit (*at) || !read_number (at, &amount))
    return FALSE;
  *out_sum = (YlStatedSum){ amount, find_step (at) };
  return TRUE;
}
