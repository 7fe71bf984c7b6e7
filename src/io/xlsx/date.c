#include "date-private.h"

#include <string.h>

#define LAST_SERIAL 2958465 /* 9999-12-31 in the 1900 system */
#define LEAP_DAY_THAT_NEVER_WAS 60
#define DAYS_1900_TO_1904 1462

gboolean
yl_xlsx_format_is_date (guint id)
{
  return (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58);
}

/* What follows the literal or bracket that stands at @at; @at when there is none. */
static const char *
skip_literal (const char *at)
{
  const char *end = NULL;
  if (*at == '"')
    end = strchr (at + 1, '"');
  else if (*at == '[')
    end = strchr (at + 1, ']');
  else if ((*at == '\\' || *at == '_' || *at == '*') && at[1] != '\0')
    end = at + 1;
  else
    return at;
  return end == NULL ? at + strlen (at) : end + 1;
}

/* "[h]", "[mm]": hours and minutes beyond a day; not "[Magenta]". */
static gboolean
is_elapsed (const char *at)
{
  if (at[0] != '[' || at[1] == '\0' || strchr ("hHmMsS", at[1]) == NULL)
    return FALSE;
  return at[2] == ']' || at[2] == at[1];
}

gboolean
yl_xlsx_format_code_is_date (const char *code)
{
  gboolean has_month = FALSE;
  gboolean has_time = FALSE;
  for (const char *at = code; *at != '\0' && *at != ';';)
    {
      const char *next = skip_literal (at);
      if (next != at)
        {
          has_time |= is_elapsed (at);
          at = next;
          continue;
        }
      const char letter = g_ascii_tolower (*at);
      if (letter == 'y' || letter == 'd')
        return TRUE;
      has_month |= letter == 'm';
      has_time |= letter == 'h' || letter == 's';
      at++;
    }
  /* Beside hours or seconds the letter m means minutes. */
  return has_month && !has_time;
}

static void
write_digits (char *at, guint value, guint n)
{
  for (; n > 0; n--, value /= 10)
    at[n - 1] = (char) ('0' + value % 10);
}

static gboolean
is_leap (guint year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static guint
days_in_year (guint year)
{
  return is_leap (year) ? 366 : 365;
}

static guint
days_in_month (guint year, guint month)
{
  static const guint days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  return month == 2 && is_leap (year) ? 29 : days[month - 1];
}

/* @day: days since 1900-01-01 */
static void
write_day (guint day, char *out_date)
{
  guint year = 1900;
  for (; day >= days_in_year (year); year++)
    day -= days_in_year (year);
  guint month = 1;
  for (; day >= days_in_month (year, month); month++)
    day -= days_in_month (year, month);
  memcpy (out_date, "0000-00-00", YL_XLSX_DATE_BYTES);
  write_digits (out_date, year, 4);
  write_digits (out_date + 5, month, 2);
  write_digits (out_date + 8, day + 1, 2);
}

gboolean
yl_xlsx_date_write (const char *number,
                    gsize length,
                    gboolean is_1904,
                    char out_date[YL_XLSX_DATE_BYTES])
{
  guint serial = 0;
  gsize i = 0;
  for (; i < length && g_ascii_isdigit (number[i]) && serial <= LAST_SERIAL; i++)
    serial = serial * 10 + (guint) (number[i] - '0');
  if (i == 0 || (i < length && number[i] != '.'))
    return FALSE;
  if (is_1904)
    serial += DAYS_1900_TO_1904;
  if (serial == 0 || serial > LAST_SERIAL)
    return FALSE;
  if (serial == LEAP_DAY_THAT_NEVER_WAS)
    memcpy (out_date, "1900-02-29", YL_XLSX_DATE_BYTES);
  else
    write_day (serial - (serial > LEAP_DAY_THAT_NEVER_WAS ? 2 : 1), out_date);
  return TRUE;
}
