#include "yanglu/io/book-number.h"

#include "yanglu/base/date.h"

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
yl_book_number_write (const char *at, gsize length, char out_number[YL_BOOK_NUMBER_BYTES])
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

gboolean
yl_book_date_write (const char *number,
                    gsize length,
                    gboolean is_1904,
                    char out_date[YL_BOOK_DATE_BYTES])
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
  const guint n_days = serial - (serial > LEAP_DAY_THAT_NEVER_WAS ? 2 : 1);
  g_autofree char *date = yl_date_to_iso (yl_date_add_days (yl_date_of_year (1900), n_days));
  memcpy (out_date, serial == LEAP_DAY_THAT_NEVER_WAS ? "1900-02-29" : date, YL_BOOK_DATE_BYTES);
  return TRUE;
}
