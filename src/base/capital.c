#include "yanglu/base/capital.h"

#include <string.h>

/* Whole yuan beyond which no amount of ours reaches; products below stay far from 2^63. */
#define MAX_YUAN (YL_MONEY_MAX_FEN / 100)

typedef enum
{
  SIGN_DIGIT,
  SIGN_TEN,    /* 拾 佰 仟: a unit inside a group of four digits */
  SIGN_GROUP,  /* 万 亿 */
  SIGN_YUAN,   /* 元: the end of the whole yuan */
  SIGN_PART,   /* 角 分, worth 10 and 1 fen */
  SIGN_WHOLE,  /* 整: the end of everything */
  SIGN_PASSED, /* blanks and the like */
} SignKind;

typedef struct
{
  const char *text;
  SignKind kind;
  gint64 worth;
} Sign;

static const Sign signs[] = {
  { "零", SIGN_DIGIT, 0 },     { "〇", SIGN_DIGIT, 0 },      { "壹", SIGN_DIGIT, 1 },
  { "一", SIGN_DIGIT, 1 },     { "贰", SIGN_DIGIT, 2 },      { "二", SIGN_DIGIT, 2 },
  { "两", SIGN_DIGIT, 2 },     { "叁", SIGN_DIGIT, 3 },      { "三", SIGN_DIGIT, 3 },
  { "肆", SIGN_DIGIT, 4 },     { "四", SIGN_DIGIT, 4 },      { "伍", SIGN_DIGIT, 5 },
  { "五", SIGN_DIGIT, 5 },     { "陆", SIGN_DIGIT, 6 },      { "六", SIGN_DIGIT, 6 },
  { "柒", SIGN_DIGIT, 7 },     { "七", SIGN_DIGIT, 7 },      { "捌", SIGN_DIGIT, 8 },
  { "八", SIGN_DIGIT, 8 },     { "玖", SIGN_DIGIT, 9 },      { "九", SIGN_DIGIT, 9 },
  { "拾", SIGN_TEN, 10 },      { "十", SIGN_TEN, 10 },       { "佰", SIGN_TEN, 100 },
  { "百", SIGN_TEN, 100 },     { "仟", SIGN_TEN, 1000 },     { "千", SIGN_TEN, 1000 },
  { "万", SIGN_GROUP, 10000 }, { "萬", SIGN_GROUP, 10000 },  { "亿", SIGN_GROUP, 100000000 },
  { "元", SIGN_YUAN, 0 },      { "圆", SIGN_YUAN, 0 },       { "角", SIGN_PART, 10 },
  { "分", SIGN_PART, 1 },      { "整", SIGN_WHOLE, 0 },      { "正", SIGN_WHOLE, 0 },
  { " ", SIGN_PASSED, 0 },     { "\u3000", SIGN_PASSED, 0 }, { "\u00A0", SIGN_PASSED, 0 },
};

/* An amount as far as it was read. */
typedef struct
{
  gint64 whole;      /* yuan of the groups that are closed */
  gint64 group;      /* below 万: the group at hand */
  gint64 digit;      /* -1: none waits for its unit */
  gint64 least_ten;  /* the unit before in this group */
  gint64 least_part; /* the same of 角 and 分 */
  gint64 fen;
  gboolean has_yi;
  gboolean has_wan; /* since the last 亿 */
  gboolean has_yuan;
  gboolean is_ended;
  gboolean has_any;
} Capital;

static gboolean
take_digit (Capital *capital, gint64 digit)
{
  if (capital->digit > 0)
    return FALSE;
  capital->digit = digit;
  capital->has_any = TRUE;
  return TRUE;
}

static gboolean
take_ten (Capital *capital, gint64 worth)
{
  if (capital->has_yuan || worth >= capital->least_ten)
    return FALSE;
  /* 拾元 is what 壹拾元 is; a 佰 or 仟 needs its digit. */
  const gboolean is_bare = capital->digit <= 0;
  if (is_bare && (worth != 10 || capital->group > 0))
    return FALSE;
  capital->group += (is_bare ? 1 : capital->digit) * worth;
  capital->digit = -1;
  capital->least_ten = worth;
  capital->has_any = TRUE;
  return TRUE;
}

static void
close_group (Capital *capital)
{
  capital->group += MAX (capital->digit, 0);
  capital->digit = -1;
  capital->least_ten = 10000;
}

static gboolean
take_group (Capital *capital, gint64 worth)
{
  const gboolean is_yi = worth > 10000;
  close_group (capital);
  if (capital->has_yuan || (is_yi ? capital->has_yi : capital->has_wan))
    return FALSE;
  if (is_yi ? capital->whole + capital->group == 0 : capital->group == 0)
    return FALSE;
  if (is_yi)
    capital->whole = (capital->whole + capital->group) * worth;
  else
    capital->whole += capital->group * worth;
  capital->group = 0;
  capital->has_yi |= is_yi;
  capital->has_wan = !is_yi;
  return TRUE;
}

static gboolean
take_yuan (Capital *capital)
{
  if (capital->has_yuan || !capital->has_any)
    return FALSE;
  close_group (capital);
  capital->whole += capital->group;
  capital->has_yuan = TRUE;
  return TRUE;
}

static gboolean
take_part (Capital *capital, gint64 worth)
{
  if (worth >= capital->least_part || capital->digit < 0)
    return FALSE;
  if (!capital->has_yuan && (capital->whole != 0 || capital->group != 0))
    return FALSE;
  capital->fen += capital->digit * worth;
  capital->digit = -1;
  capital->least_part = worth;
  capital->has_yuan = TRUE;
  return TRUE;
}

static gboolean
take_whole (Capital *capital)
{
  if (!capital->has_yuan || capital->digit > 0 || capital->is_ended)
    return FALSE;
  capital->digit = -1;
  capital->is_ended = TRUE;
  return TRUE;
}

static gboolean
take (Capital *capital, const Sign *sign)
{
  if (capital->is_ended && sign->kind != SIGN_PASSED)
    return FALSE;
  switch (sign->kind)
    {
    case SIGN_DIGIT:
      return take_digit (capital, sign->worth);
    case SIGN_TEN:
      return take_ten (capital, sign->worth);
    case SIGN_GROUP:
      return take_group (capital, sign->worth);
    case SIGN_YUAN:
      return take_yuan (capital);
    case SIGN_PART:
      return take_part (capital, sign->worth);
    case SIGN_WHOLE:
      return take_whole (capital);
    case SIGN_PASSED:
    default:
      return TRUE;
    }
}

static const Sign *
find_sign (YlText text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      const gsize length = strlen (signs[i].text);
      if (text.length >= length && memcmp (text.at, signs[i].text, length) == 0)
        return &signs[i];
    }
  return NULL;
}

static gboolean
skip (YlText *text, const char *word)
{
  const gsize length = strlen (word);
  if (text->length < length || memcmp (text->at, word, length) != 0)
    return FALSE;
  *text = yl_text_trim ((YlText){ text->at + length, text->length - length });
  return TRUE;
}

YlDecimalStatus
yl_money_parse_capital (YlText text, YlMoney *out_money)
{
  if (yl_text_is_blank (text))
    return YL_DECIMAL_BLANK;
  text = yl_text_trim (text);
  if (skip (&text, "人民币") && !skip (&text, "："))
    skip (&text, ":");
  const gboolean is_negative = skip (&text, "负");
  Capital capital = { .digit = -1, .least_ten = 10000, .least_part = 100 };
  while (text.length > 0)
    {
      const Sign *sign = find_sign (text);
      if (sign == NULL || !take (&capital, sign))
        return YL_DECIMAL_MALFORMED;
      if (capital.whole > MAX_YUAN)
        return YL_DECIMAL_TOO_LARGE;
      text.at += strlen (sign->text);
      text.length -= strlen (sign->text);
    }
  if (!capital.has_yuan || capital.digit >= 0)
    return YL_DECIMAL_MALFORMED;
  const gint64 fen = capital.whole * 100 + capital.fen;
  if (fen > YL_MONEY_MAX_FEN)
    return YL_DECIMAL_TOO_LARGE;
  out_money->fen = is_negative ? -fen : fen;
  return YL_DECIMAL_OK;
}
