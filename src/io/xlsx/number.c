#include "number-private.h"

#include <string.h>

#define SIGNIFICANT_DIGITS 15
#define LARGEST_EXPONENT 308

/* A number taken apart: 0.d1d2d3… × 10^point. */
typedef struct
{
  gboolean is_negative;
  char digits[SIGNIFICANT_DIGITS]; /* values, not characters */
  int n_digits;                    /* kept; the first is not 0 */
  int point;                       /* where the decimal point stands, from the first digit */
  gboolean is_rounded_up;          /* the first digit beyond those kept is 5 or more */
} YlDigits;

static void
add_digit (YlDigits *number, int digit, int *n_significant, gboolean is_fraction)
{
  if (*n_significant == 0 && digit == 0)
    {
      number->point -= is_fraction;
      return;
    }
  number->point += !is_fraction;
  if (*n_significant < SIGNIFICANT_DIGITS)
    number->digits[number->n_digits++] = (char) digit;
  else if (*n_significant == SIGNIFICANT_DIGITS)
    number->is_rounded_up = digit >= 5;
  (*n_significant)++;
}

/* Returns: where the exponent or the end is; NULL when there is no digit. */
static const char *
read_mantissa (const char *at, const char *end, YlDigits *number)
{
  int n_significant = 0;
  gboolean is_fraction = FALSE;
  gboolean has_digit = FALSE;
  for (; at < end; at++)
    if (*at >= '0' && *at <= '9')
      {
        add_digit (number, *at - '0', &n_significant, is_fraction);
        has_digit = TRUE;
      }
    else if (*at == '.' && !is_fraction)
      is_fraction = TRUE;
    else
      break;
  return has_digit ? at : NULL;
}

static gboolean
read_exponent (const char *at, const char *end, int *out_exponent)
{
  *out_exponent = 0;
  if (at == end)
    return TRUE;
  if (*at != 'e' && *at != 'E')
    return FALSE;
  at++;
  const gboolean is_negative = at < end && *at == '-';
  if (at < end && (*at == '-' || *at == '+'))
    at++;
  if (at == end)
    return FALSE;
  int exponent = 0;
  for (; at < end; at++)
    {
      if (*at < '0' || *at > '9' || exponent > LARGEST_EXPONENT)
        return FALSE;
      exponent = exponent * 10 + (*at - '0');
    }
  *out_exponent = is_negative ? -exponent : exponent;
  return TRUE;
}

static void
round_digits (YlDigits *number)
{
  if (number->is_rounded_up)
    {
      int i = number->n_digits - 1;
      for (; i >= 0 && number->digits[i] == 9; i--)
        number->digits[i] = 0;
      if (i >= 0)
        number->digits[i]++;
      else
        {
          number->digits[0] = 1;
          number->point++;
        }
    }
  while (number->n_digits > 0 && number->digits[number->n_digits - 1] == 0)
    number->n_digits--;
}

static gsize
write_number (const YlDigits *number, char *out)
{
  char *to = out;
  if (number->n_digits == 0)
    {
      *to = '0';
      return 1;
    }
  if (number->is_negative)
    *to++ = '-';
  if (number->point <= 0)
    *to++ = '0';
  for (int i = 0; i < number->point; i++)
    *to++ = i < number->n_digits ? (char) ('0' + number->digits[i]) : '0';
  if (number->point < number->n_digits)
    *to++ = '.';
  for (int i = number->point; i < number->n_digits; i++)
    *to++ = i < 0 ? '0' : (char) ('0' + number->digits[i]);
  return (gsize) (to - out);
}

gsize
yl_xlsx_number_write (const char *at, gsize length, char out_number[YL_XLSX_NUMBER_BYTES])
{
  const char *const end = at + length;
  YlDigits number = { .is_negative = length > 0 && *at == '-' };
  if (length > 0 && (*at == '-' || *at == '+'))
    at++;
  const char *rest = read_mantissa (at, end, &number);
  int exponent = 0;
  if (rest == NULL || !read_exponent (rest, end, &exponent))
    return 0;
  round_digits (&number);
  number.point += exponent;
  if (number.n_digits > 0
      && (number.point > LARGEST_EXPONENT + 1 || number.point < -LARGEST_EXPONENT))
    return 0;
  return write_number (&number, out_number);
}

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
