/* The number that somebody reads on a page: the digits that stand together, their sign and their unit. */
#include "yanglu/domain/number-format.h"

#include <string.h>

/* A figure as it is read. */
typedef struct
{
  const char *from; /* its first digit */
  const char *to;   /* behind its last */
  gint power;       /* of ten, that its unit says */
  gboolean has_unit;
  gboolean is_negative;
} ReadFigure;

static gboolean
is_of_number (char letter)
{
  return g_ascii_isdigit (letter) || letter == '.' || letter == ',';
}

/* One blank between digits parts thousands. */
static gboolean
is_joined (const char *text, const char *blank)
{
  return *blank == ' ' && blank > text && g_ascii_isdigit (blank[-1]) && g_ascii_isdigit (blank[1]);
}

static void
find_digits (const YlShownNumber *shown, ReadFigure *figure)
{
  const char *text = shown->text->str;
  figure->from = text + shown->first;
  figure->to = text + shown->end;
  while (figure->from > text
         && (is_of_number (figure->from[-1]) || is_joined (text, figure->from - 1)))
    figure->from--;
  while (is_of_number (*figure->to) || is_joined (text, figure->to))
    figure->to++;
}

/* "(1,200.00)": a bracket that opens before the digits and closes behind them. */
static gboolean
is_bracketed (const char *before, const char *behind)
{
  static const char *const opening[] = { "(", "（" };
  static const char *const closing[] = { ")", "）" };
  for (gsize i = 0; i < G_N_ELEMENTS (opening); i++)
    {
      const char *bracket = g_strrstr (before, opening[i]);
      if (bracket != NULL && strstr (bracket, closing[i]) == NULL
          && strstr (behind, closing[i]) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* A sign in front of all, or before the digits and their currency. */
static gboolean
is_negative (const YlShownNumber *shown, const ReadFigure *figure)
{
  static const char *const signs[] = { "-", "−", "－", "▲", "△", "负" };
  static const char *const between[] = { " ", "¥", "￥", "$" };
  g_autofree char *before = g_strndup (shown->text->str, (gsize) (figure->from - shown->text->str));
  gboolean is_shorter = TRUE;
  if (is_bracketed (before, figure->to))
    return TRUE;
  while (is_shorter)
    {
      is_shorter = FALSE;
      for (gsize i = 0; i < G_N_ELEMENTS (between); i++)
        if (g_str_has_suffix (before, between[i]))
          {
            before[strlen (before) - strlen (between[i])] = '\0';
            is_shorter = TRUE;
          }
    }
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (g_str_has_prefix (before, signs[i]) || g_str_has_suffix (before, signs[i]))
      return TRUE;
  return FALSE;
}

/* The longest unit first. */
static const struct
{
  const char *text;
  gint power;
} units[] = {
  { "%", -2 },   { "％", -2 },   { "‰", -3 }, { "千万", 7 }, { "百万", 6 },
  { "十万", 5 }, { "万亿", 12 }, { "亿", 8 }, { "万", 4 },   { "千元", 3 },
  { "百元", 2 }, { "仟元", 3 },  { "K", 3 },  { "k", 3 },
};

static void
read_unit (ReadFigure *figure)
{
  const char *at = figure->to;
  char *end = NULL;
  if (*at == 'E')
    {
      figure->power = (gint) g_ascii_strtoll (at + 1, &end, 10);
      at = end;
    }
  at += strspn (at, " )");
  for (gsize i = 0; i < G_N_ELEMENTS (units); i++)
    if (g_str_has_prefix (at, units[i].text))
      {
        figure->has_unit = TRUE;
        figure->power += units[i].power;
        return;
      }
}

/* @number times ten to the power; %FALSE beyond what YlFixed holds. */
static gboolean
raise_by (YlFixed *number, gint power)
{
  for (; power > 0; power--)
    if (!yl_fixed_multiply (*number, yl_fixed_of (10), number))
      return FALSE;
  for (; power < 0; power++)
    if (!yl_fixed_divide (*number, yl_fixed_of (10), number))
      return FALSE;
  return TRUE;
}

/* The digits as a number, and half of what its last digit counts: rounding takes no more away. */
static gboolean
read_digits (const ReadFigure *figure, YlFixed *out_number, YlFixed *out_half)
{
  g_autoptr (GString) plain = g_string_new (NULL);
  for (const char *at = figure->from; at < figure->to; at++)
    if (g_ascii_isdigit (*at) || *at == '.')
      g_string_append_c (plain, *at);
  const char *point = strchr (plain->str, '.');
  const gsize n_decimals = point == NULL ? 0 : strlen (point + 1);
  /* A point at the end, or before all digits, is one all the same: "5." and ".50". */
  if (point != NULL && point[1] == '\0')
    g_string_truncate (plain, plain->len - 1);
  if (plain->str[0] == '.')
    g_string_prepend_c (plain, '0');
  out_half->units = YL_FIXED_UNITS / 2;
  return n_decimals < YL_FIXED_DECIMALS && yl_fixed_parse (yl_text_of (plain->str), out_number)
         && raise_by (out_half, -(gint) n_decimals);
}

/* Somebody who reads 2百万 for 1,682,900 is told another number, though rounding makes it so. */
#define COARSE_SHARE 20

static gboolean
is_near (YlFixed size, YlFixed number, YlFixed half)
{
  const __int128 difference =
      size.units > number.units ? size.units - number.units : number.units - size.units;
  const gboolean is_coarse = half.units * 2 >= yl_fixed_of (10000).units;
  return difference <= half.units && (!is_coarse || difference * COARSE_SHARE <= size.units);
}

/* Red is a sign of its own, but whoever prints in black sees none. */
static gboolean
has_right_sign (const YlShownNumber *shown, const ReadFigure *figure, YlFixed value)
{
  const gboolean is_below = value.units < 0;
  return is_negative (shown, figure) == is_below || (is_below && shown->is_red);
}

gboolean
yl_shown_number_is_true (const YlShownNumber *shown, YlFixed value, guint power, guint shown_power)
{
  ReadFigure figure = { 0 };
  YlFixed number;
  YlFixed half;
  YlFixed size = { value.units < 0 ? -value.units : value.units };
  if (shown->kind == YL_SHOWN_WORDS)
    return TRUE;
  if (shown->kind != YL_SHOWN_FIGURE || shown->end == 0)
    return FALSE;
  find_digits (shown, &figure);
  read_unit (&figure);
  const gint unit = figure.power + (figure.has_unit ? 0 : (gint) shown_power);
  return read_digits (&figure, &number, &half) && raise_by (&number, unit) && raise_by (&half, unit)
         && raise_by (&size, (gint) power) && is_near (size, number, half)
         && (number.units == 0 || has_right_sign (shown, &figure, value));
}
