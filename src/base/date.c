#include "yanglu/base/date.h"

/* Reads digits at *@at; FALSE when there are none or more than @max. */
static gboolean
take_number (const char **at, guint max, guint *out_number)
{
  guint number = 0;
  guint n = 0;
  for (; n < max && g_ascii_isdigit (**at); n++, (*at)++)
    number = number * 10 + (guint) (**at - '0');
  *out_number = number;
  return n > 0 && !g_ascii_isdigit (**at);
}

static gboolean
take_word (const char **at, const char *word)
{
  if (!g_str_has_prefix (*at, word))
    return FALSE;
  *at += yl_text_of (word).length;
  return TRUE;
}

static gboolean
make_date (guint year, guint month, guint day, YlDate *out_date)
{
  if (year < 1900 || year > 9999 || month < 1 || month > 12
      || !g_date_valid_dmy ((GDateDay) MIN (day, 99), (GDateMonth) month, (GDateYear) year))
    return FALSE;
  out_date->yyyymmdd = year * 10000 + month * 100 + day;
  return TRUE;
}

gboolean
yl_date_parse (YlText text, YlDate *out_date)
{
  g_autofree char *folded = yl_text_fold_width (yl_text_trim (text));
  static const char *const separators[][3] = {
    { "-", "-", "" }, { "/", "/", "" }, { ".", ".", "" }, { "年", "月", "日" }
  };
  for (gsize i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *at = folded;
      guint year, month, day;
      if (take_number (&at, 4, &year) && take_word (&at, separators[i][0])
          && take_number (&at, 2, &month) && take_word (&at, separators[i][1])
          && take_number (&at, 2, &day) && take_word (&at, separators[i][2]) && *at == '\0')
        return make_date (year, month, day, out_date);
    }
  const char *at = folded;
  guint number;
  if (yl_text_of (folded).length != 8 || !take_number (&at, 8, &number) || *at != '\0')
    return FALSE;
  return make_date (number / 10000, number / 100 % 100, number % 100, out_date);
}

YlDate
yl_date_of_year (guint year)
{
  return (YlDate){ year * 10000 + 101 };
}

static GDate
get_day (YlDate date)
{
  const guint number = date.yyyymmdd;
  GDate day;
  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) (number % 100), (GDateMonth) (number / 100 % 100),
                  (GDateYear) (number / 10000));
  return day;
}

guint
yl_date_get_day_of_year (YlDate date)
{
  if (date.yyyymmdd == 0)
    return 0;
  const GDate day = get_day (date);
  return g_date_get_day_of_year (&day);
}

YlDate
yl_date_add_days (YlDate date, guint days)
{
  if (date.yyyymmdd == 0)
    return date;
  GDate day = get_day (date);
  if (days > 4000000)
    return (YlDate){ 0 };
  g_date_add_days (&day, days);
  const guint year = g_date_get_year (&day);
  if (year > 9999)
    return (YlDate){ 0 };
  return (YlDate){ year * 10000 + (guint) g_date_get_month (&day) * 100 + g_date_get_day (&day) };
}

gboolean
yl_date_is_past_years (YlDate date, guint years, YlDate day)
{
  return (guint64) date.yyyymmdd + (guint64) years * 10000 < day.yyyymmdd;
}

char *
yl_date_to_iso (YlDate date)
{
  if (date.yyyymmdd == 0)
    return g_strdup ("");
  return g_strdup_printf ("%04u-%02u-%02u", date.yyyymmdd / 10000, date.yyyymmdd / 100 % 100,
                          date.yyyymmdd % 100);
}

char *
yl_date_to_chinese (YlDate date)
{
  if (date.yyyymmdd == 0)
    return g_strdup ("");
  return g_strdup_printf ("%u年%u月%u日", date.yyyymmdd / 10000, date.yyyymmdd / 100 % 100,
                          date.yyyymmdd % 100);
}
