#include "yanglu/io/import/unit-line.h"

#include "yanglu/base/enum-table.h"

#include <string.h>

#define UNIT "单位"

/* What stands between 单位 and the units, and between those, in half width. */
static const char *const between[] = { ":",  "、", ",", ";",  "/",    "(",  ")",  "[",      "]",
                                       "【", "】", " ", "和", "均为", "为", "是", "人民币", NULL };

static const struct
{
  const char *name;
  guint n_decimals; /* down to a fen, or to a metre */
} units[] = {
  [YL_UNIT_NONE] = { "", 0 },          [YL_UNIT_METRE] = { "米", 0 },
  [YL_UNIT_KILOMETRE] = { "公里", 3 }, [YL_UNIT_YUAN] = { "元", 2 },
  [YL_UNIT_QIAN] = { "千元", 5 },      [YL_UNIT_WAN] = { "万元", 6 },
  [YL_UNIT_YI] = { "亿元", 10 },       [YL_UNIT_PERCENT] = { "%", 0 },
};
YL_DEFINE_COLUMN (yl_unit_get_name, YlHeadUnit, YL_UNIT_PERCENT + 1, units, name)

gboolean
yl_unit_is_length (YlHeadUnit unit)
{
  return unit == YL_UNIT_METRE || unit == YL_UNIT_KILOMETRE;
}

gboolean
yl_unit_is_money (YlHeadUnit unit)
{
  return unit == YL_UNIT_YUAN || unit == YL_UNIT_QIAN || unit == YL_UNIT_WAN || unit == YL_UNIT_YI;
}

guint
yl_unit_get_n_decimals (YlHeadUnit unit)
{
  return units[unit].n_decimals;
}

static gsize
match_between (const char *at)
{
  for (gsize i = 0; between[i] != NULL; i++)
    if (g_str_has_prefix (at, between[i]))
      return strlen (between[i]);
  return 0;
}

static const char *
skip_between (const char *at)
{
  for (gsize n = match_between (at); n > 0; n = match_between (at))
    at += n;
  return at;
}

/* The unit that @at begins with and that ends there: of 元谋县 there is none. */
static const YlSpelling *
match_unit (const YlWords *words, const char *at)
{
  guint n = 0;
  const YlSpelling *spellings = yl_words_get (words, YL_WORDS_NUMBER_UNIT, &n);
  for (guint i = 0; i < n; i++)
    {
      const char *behind = at + spellings[i].length;
      if (g_str_has_prefix (at, spellings[i].text)
          && (*behind == '\0' || match_between (behind) > 0 || g_str_has_prefix (behind, UNIT)))
        return &spellings[i];
    }
  return NULL;
}

/* Of one row: what is stated twice and not alike is YL_UNIT_PERCENT, no unit of either measure. */
static void
state (YlUnitLine *row, YlHeadUnit unit)
{
  YlHeadUnit *into = yl_unit_is_length (unit) ? &row->length : &row->money;
  *into = *into == YL_UNIT_NONE || *into == unit ? unit : YL_UNIT_PERCENT;
}

/* 单位：公里、万元: units behind the word, one after the other. */
static void
read_behind (const YlWords *words, const char *text, YlUnitLine *row)
{
  for (const char *at = strstr (text, UNIT); at != NULL; at = strstr (at, UNIT))
    {
      at = skip_between (at + strlen (UNIT));
      for (const YlSpelling *unit = match_unit (words, at); unit != NULL;
           unit = match_unit (words, at))
        {
          state (row, (YlHeadUnit) unit->member);
          at = skip_between (at + unit->length);
        }
    }
}

/* 以万元为单位, 金额单位统一用万元: a multiple of yuan anywhere in the cell, but for one that is behind
 * a number. */
static void
read_anywhere (const YlWords *words, const char *cell, YlUnitLine *row)
{
  guint n = 0;
  const YlSpelling *spellings = yl_words_get (words, YL_WORDS_NUMBER_UNIT, &n);
  for (guint i = 0; i < n && strstr (cell, UNIT) != NULL; i++)
    {
      const char *at = strstr (cell, spellings[i].text);
      if (!spellings[i].is_fallback && spellings[i].member != YL_UNIT_YUAN
          && yl_unit_is_money ((YlHeadUnit) spellings[i].member) && at != NULL
          && !(at > cell && (g_ascii_isdigit (at[-1]) || at[-1] == ' ')))
        state (row, (YlHeadUnit) spellings[i].member);
    }
}

void
yl_unit_line_take (YlUnitLine *line, const YlWords *words, const YlText *cells, guint n_cells)
{
  YlUnitLine row = { YL_UNIT_NONE, YL_UNIT_NONE };
  g_autoptr (GString) joined = g_string_new (NULL);
  for (guint i = 0; i < n_cells; i++)
    {
      g_autofree char *cell = yl_text_fold_width (cells[i]);
      read_anywhere (words, cell, &row);
      g_string_append_printf (joined, "%s ", cell);
    }
  read_behind (words, joined->str, &row);
  if (row.money != YL_UNIT_NONE)
    line->money = row.money == YL_UNIT_PERCENT ? YL_UNIT_NONE : row.money;
  if (row.length != YL_UNIT_NONE)
    line->length = row.length == YL_UNIT_PERCENT ? YL_UNIT_NONE : row.length;
}
