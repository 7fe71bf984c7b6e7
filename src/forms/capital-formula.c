#include "yanglu/forms/formulas.h"

#include <string.h>

#include "yanglu/base/money.h"

/* The steps, in their order. A group is four digits of whole yuan. */
enum
{
  STEP_FEN,      /* the magnitude in fen */
  STEP_DIGITS,   /* 18 digits: four groups, jiao, fen */
  STEP_GROUP,    /* 万亿; then 亿, 万, 元: "1仟02拾", "" when all are zero */
  STEP_YUAN = 6, /* whole yuan with 0 once for any gap: "1拾万05仟" */
  STEP_TEXT,     /* the amount */
};
G_STATIC_ASSERT (STEP_TEXT + 1 == YL_N_CAPITAL_STEPS);

#define N_GROUPS 4
#define N_DIGITS 18

/* "1仟2佰04" from a group's digits; a zero loses its unit, a run of zeros is one, the last goes. */
static char *
group_formula (const char *digits, guint group)
{
  const guint at = group * 4 + 1;
  g_autofree char *units =
      g_strdup_printf ("MID(%s,%u,1)&\"仟\"&MID(%s,%u,1)&\"佰\"&MID(%s,%u,1)&\"拾\"&MID(%s,%u,1)",
                       digits, at, digits, at + 1, digits, at + 2, digits, at + 3);
  g_autofree char *bare = g_strdup_printf (
      "SUBSTITUTE(SUBSTITUTE(SUBSTITUTE(%s,\"0仟\",\"0\"),\"0佰\",\"0\"),\"0拾\",\"0\")", units);
  g_autofree char *once =
      g_strdup_printf ("SUBSTITUTE(SUBSTITUTE(%s,\"00\",\"0\"),\"00\",\"0\")", bare);
  return g_strdup_printf ("=IF(RIGHT(%s,1)=\"0\",LEFT(%s,LEN(%s)-1),%s)", once, once, once, once);
}

/* An empty group leaves a gap (0); 万亿 loses its 亿 when more 亿 follow. */
static char *
yuan_formula (const char *const *groups)
{
  g_autofree char *joined =
      g_strdup_printf ("IF(%s=\"\",\"\",%s&IF(%s=\"\",\"万亿\",\"万\"))&IF(%s=\"\",\"0\",%s&\"亿\")"
                       "&IF(%s=\"\",\"0\",%s&\"万\")&IF(%s=\"\",\"0\",%s)",
                       groups[0], groups[0], groups[1], groups[1], groups[1], groups[2], groups[2],
                       groups[3], groups[3]);
  return g_strdup_printf ("=SUBSTITUTE(SUBSTITUTE(%s,\"00\",\"0\"),\"00\",\"0\")", joined);
}

/* The gaps before the first digit and after the last say nothing. */
static char *
bare_yuan (const char *yuan)
{
  g_autofree char *no_head =
      g_strdup_printf ("IF(LEFT(%s,1)=\"0\",MID(%s,2,99),%s)", yuan, yuan, yuan);
  return g_strdup_printf ("IF(RIGHT(%s,1)=\"0\",LEFT(%s,LEN(%s)-1),%s)", no_head, no_head, no_head,
                          no_head);
}

static char *
text_formula (const char *amount, const char *fen, const char *digits, const char *yuan)
{
  static const char *const capitals[] = {
    "零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"
  };
  g_autofree char *whole = bare_yuan (yuan);
  g_autofree char *jiao = g_strdup_printf (
      "IF(MID(%s,17,1)<>\"0\",MID(%s,17,1)&\"角\",IF(AND(RIGHT(%s,1)<>\"0\",%s>=100),\"0\",\"\"))",
      digits, digits, digits, fen);
  g_autofree char *last =
      g_strdup_printf ("IF(RIGHT(%s,1)=\"0\",\"整\",RIGHT(%s,1)&\"分\")", digits, digits);
  g_autofree char *text =
      g_strdup_printf ("IF(%s=0,\"0元整\",IF(%s<0,\"负\",\"\")&IF(%s<100,\"\",%s&\"元\")&%s&%s)",
                       fen, amount, fen, whole, jiao, last);
  for (guint digit = 0; digit < G_N_ELEMENTS (capitals); digit++)
    {
      char *next = g_strdup_printf ("SUBSTITUTE(%s,\"%u\",\"%s\")", text, digit, capitals[digit]);
      g_free (text);
      text = next;
    }
  return g_strconcat ("=", text, NULL);
}

char *
yl_formula_capital (guint step, const char *amount, const char *const cells[YL_N_CAPITAL_STEPS])
{
  g_return_val_if_fail (step < YL_N_CAPITAL_STEPS, NULL);
  switch (step)
    {
    case STEP_FEN:
      return g_strdup_printf ("=ROUND(ABS(%s)*100,0)", amount);
    case STEP_DIGITS:
      return g_strdup_printf ("=RIGHT(\"000000000000000000\"&TEXT(%s,\"0\"),18)", cells[STEP_FEN]);
    case STEP_YUAN:
      return yuan_formula (cells + STEP_GROUP);
    case STEP_TEXT:
      return text_formula (amount, cells[STEP_FEN], cells[STEP_DIGITS], cells[STEP_YUAN]);
    default:
      return group_formula (cells[STEP_DIGITS], step - STEP_GROUP);
    }
}

static char *
group_value (const char *digits, guint group)
{
  static const char *const units[] = { "仟", "佰", "拾", "" };
  GString *text = g_string_new ("");
  gboolean is_gap = FALSE;
  for (guint i = 0; i < 4; i++)
    {
      const char digit = digits[group * 4 + i];
      if (digit == '0')
        {
          is_gap = TRUE;
          continue;
        }
      g_string_append_printf (text, "%s%c%s", is_gap ? "0" : "", digit, units[i]);
      is_gap = FALSE;
    }
  return g_string_free (text, FALSE);
}

static char *
yuan_value (const char *digits)
{
  static const char *const units[] = { "万亿", "亿", "万", "" };
  GString *text = g_string_new ("");
  gboolean is_gap = FALSE;
  g_autofree char *yi = group_value (digits, 1);
  for (guint i = 0; i < N_GROUPS; i++)
    {
      g_autofree char *group = group_value (digits, i);
      const gboolean is_empty = *group == '\0';
      if (is_empty && i > 0 && !is_gap)
        g_string_append_c (text, '0');
      if (!is_empty)
        g_string_append_printf (text, "%s%s", group + (is_gap && *group == '0'),
                                i == 0 && *yi != '\0' ? "万" : units[i]);
      is_gap = is_empty && i > 0;
    }
  return g_string_free (text, FALSE);
}

char *
yl_formula_capital_value (guint step, gint64 fen)
{
  g_return_val_if_fail (step < YL_N_CAPITAL_STEPS, NULL);
  const guint64 magnitude = fen < 0 ? -(guint64) fen : (guint64) fen;
  g_autofree char *digits = g_strdup_printf ("%0*" G_GUINT64_FORMAT, N_DIGITS, magnitude);
  switch (step)
    {
    case STEP_FEN:
      return g_strdup_printf ("%" G_GUINT64_FORMAT, magnitude);
    case STEP_DIGITS:
      return g_steal_pointer (&digits);
    case STEP_YUAN:
      return yuan_value (digits);
    case STEP_TEXT:
      return yl_money_to_capital ((YlMoney){ fen });
    default:
      return group_value (digits, step - STEP_GROUP);
    }
}
