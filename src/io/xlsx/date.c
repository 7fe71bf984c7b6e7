#include "date-private.h"

#include <string.h>

#define LAST_SERIAL 2958465 /* 9999-12-31 in the 1900 system */
#define LEAP_DAY_THAT_NEVER_WAS 60
#define DAYS_1900_TO_1904 1462

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
