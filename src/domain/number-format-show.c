/* What a cell shows of its number: the section that the number chooses, its digits laid into the places. */
#include "number-format-private.h"

#include <string.h>

void
yl_shown_number_init (YlShownNumber *shown)
{
  *shown = (YlShownNumber){ .text = g_string_new (NULL) };
}

void
yl_shown_number_clear (YlShownNumber *shown)
{
  g_string_free (shown->text, TRUE);
}

static gboolean
fits_condition (const YlFormatSection *section, YlFixed value)
{
  const int order = yl_fixed_compare (value, section->limit);
  const char *compare = section->compare;
  if (strcmp (compare, "<>") == 0)
    return order != 0;
  return (order < 0 && compare[0] == '<') || (order > 0 && compare[0] == '>')
         || (order == 0 && strchr (compare, '=') != NULL);
}

/* Without conditions: above zero, below it, zero. A first condition leaves the second section to the
 * numbers below zero where there is a third one, else to all others. */
static gboolean
fits_section (const YlNumberFormat *format, guint index, YlFixed value)
{
  const YlFormatSection *section = &format->sections[index];
  const guint n = MIN (format->n_sections, 3);
  if (section->compare[0] != '\0')
    return fits_condition (section, value);
  if (index + 1 == n)
    return TRUE;
  if (index == 1)
    return value.units < 0;
  return n == 2 ? value.units >= 0 : value.units > 0;
}

/* (nullable): a number that no section is for is shown as ####. */
static const YlFormatSection *
choose_section (const YlNumberFormat *format, YlFixed value)
{
  const guint n = MIN (format->n_sections, 3);
  for (guint i = 0; i < n; i++)
    if (fits_section (format, i, value))
      return &format->sections[i];
  return NULL;
}

/* A section that is for numbers below zero alone says so itself: no minus is put before it. */
static gboolean
has_own_sign (const YlNumberFormat *format, const YlFormatSection *section)
{
  if (section->compare[0] == '<')
    return section->limit.units <= 0 && strcmp (section->compare, "<>") != 0;
  return section->compare[0] == '\0' && section == &format->sections[1]
         && (format->sections[0].compare[0] == '\0' || format->n_sections > 2);
}

/* The digits of a number, on their way into the places of a section. */
typedef struct
{
  const YlFormatSection *section;
  const YlNumberFormat *format;
  YlShownNumber *shown;
  char digits[YL_FIXED_TEXT_SIZE + YL_FORMAT_PLACES];
  guint n_whole; /* digits before the point, without zeros in front */
  guint place;   /* the next place … before the point */
  guint decimal; /* … and behind it */
  gboolean is_behind_point;
  gint exponent;
  gboolean is_exponent_put;
} Laying;

static void
put_digit (Laying *self, char digit)
{
  YlShownNumber *shown = self->shown;
  if (shown->end == 0)
    shown->first = shown->text->len;
  g_string_append_c (shown->text, digit);
  shown->end = shown->text->len;
}

/* The digit that stands before so many others before the point. */
static void
put_whole (Laying *self, guint n_behind)
{
  put_digit (self, self->digits[self->n_whole - 1 - n_behind]);
  if (self->section->is_grouped && n_behind > 0 && n_behind % 3 == 0)
    g_string_append_c (self->shown->text, ',');
}

static void
put_whole_place (Laying *self, char place)
{
  const guint n_behind = self->section->n_whole - 1 - self->place;
  if (self->place++ == 0)
    for (guint n = self->n_whole; n > self->section->n_whole; n--)
      put_whole (self, n - 1);
  if (n_behind < self->n_whole)
    put_whole (self, n_behind);
  else if (place == '0')
    {
      put_digit (self, '0');
      if (self->section->is_grouped && n_behind > 0 && n_behind % 3 == 0)
        g_string_append_c (self->shown->text, ',');
    }
  else if (place == '?')
    g_string_append_c (self->shown->text, ' ');
}

static void
put_decimal_place (Laying *self, char place)
{
  const char *digit = self->digits + self->n_whole + self->decimal;
  const guint n_left = self->section->n_decimals - self->decimal++;
  if (place == '0' || strspn (digit, "0") < n_left)
    put_digit (self, *digit);
  else if (place == '?')
    g_string_append_c (self->shown->text, ' ');
}

static void
put_point (Laying *self)
{
  self->is_behind_point = TRUE;
  if (self->section->n_whole == 0)
    for (guint n = self->n_whole; n > 0; n--)
      put_whole (self, n - 1);
  put_digit (self, '.');
}

static void
put_exponent (Laying *self)
{
  if (!self->is_exponent_put)
    g_string_append_printf (self->shown->text, "E%c%0*d", self->exponent < 0 ? '-' : '+',
                            (int) MAX (self->section->n_exponent, 1), ABS (self->exponent));
  self->is_exponent_put = TRUE;
}

static void
put_place (Laying *self, char place)
{
  if (self->section->has_exponent && self->place >= self->section->n_whole
      && self->decimal >= self->section->n_decimals)
    return;
  if (self->is_behind_point)
    put_decimal_place (self, place);
  else
    put_whole_place (self, place);
}

static void
put_general (Laying *self, YlFixed size)
{
  char text[YL_FIXED_TEXT_SIZE];
  const gsize length = yl_fixed_write (size, text);
  for (gsize i = 0; i < length; i++)
    put_digit (self, text[i]);
}

static void
put_piece (Laying *self, const YlFormatPiece *piece, YlFixed size)
{
  switch (piece->kind)
    {
    case YL_PIECE_TEXT:
      g_string_append_len (self->shown->text, self->format->texts->str + piece->start,
                           (gssize) piece->length);
      break;
    case YL_PIECE_PLACE:
      put_place (self, piece->place);
      break;
    case YL_PIECE_POINT:
      put_point (self);
      break;
    case YL_PIECE_GENERAL:
      put_general (self, size);
      break;
    case YL_PIECE_EXPONENT:
      put_exponent (self);
      break;
    }
}

/* %FALSE: beyond what YlFixed holds. */
static gboolean
scale (const YlFormatSection *section, YlFixed size, YlFixed *out_size)
{
  *out_size = size;
  for (guint i = 0; i < MIN (section->n_percent, YL_FORMAT_PLACES); i++)
    if (!yl_fixed_multiply (*out_size, yl_fixed_of (100), out_size))
      return FALSE;
  for (guint i = 0; i < MIN (section->n_thousands, YL_FORMAT_PLACES); i++)
    if (!yl_fixed_divide (*out_size, yl_fixed_of (1000), out_size))
      return FALSE;
  return TRUE;
}

/* A number with as many digits before the point as there are places: 1.68 of 1,682,900 for E+06. */
static gboolean
take_exponent (Laying *self, YlFixed *size)
{
  YlFixed top = yl_fixed_of (1);
  for (guint i = 0; i < MAX (self->section->n_whole, 1) && i < 18; i++)
    if (!yl_fixed_multiply (top, yl_fixed_of (10), &top))
      return FALSE;
  for (; yl_fixed_compare (*size, top) >= 0; self->exponent++)
    if (!yl_fixed_divide (*size, yl_fixed_of (10), size))
      return FALSE;
  for (; size->units != 0 && size->units * 10 < top.units; self->exponent--)
    size->units *= 10;
  return TRUE;
}

/* The digits of @size, rounded to the decimals of the section: those before the point, then those. */
static gboolean
take_digits (Laying *self, YlFixed size)
{
  const guint n_decimals = self->section->n_decimals;
  YlFixed rounded;
  if (self->section->has_exponent && !take_exponent (self, &size))
    return FALSE;
  if (!yl_fixed_round (size, (gint) MIN (n_decimals, YL_FIXED_DECIMALS), &rounded))
    return FALSE;
  __int128 whole = rounded.units / YL_FIXED_UNITS;
  __int128 rest = rounded.units % YL_FIXED_UNITS;
  char reversed[YL_FIXED_TEXT_SIZE];
  for (; whole > 0; whole /= 10)
    reversed[self->n_whole++] = (char) ('0' + (int) (whole % 10));
  for (guint i = 0; i < self->n_whole; i++)
    self->digits[i] = reversed[self->n_whole - 1 - i];
  for (guint i = 0; i < n_decimals; i++)
    {
      rest *= 10;
      self->digits[self->n_whole + i] = (char) ('0' + (int) (rest / YL_FIXED_UNITS));
      rest %= YL_FIXED_UNITS;
    }
  self->digits[self->n_whole + n_decimals] = '\0';
  return TRUE;
}

static YlShownKind
find_kind (const YlFormatSection *section)
{
  if (section->is_words)
    return YL_SHOWN_WORDS;
  if (section->is_general || section->n_whole + section->n_decimals > 0)
    return YL_SHOWN_FIGURE;
  return section->has_day || section->has_month || section->has_time ? YL_SHOWN_TIME
                                                                     : YL_SHOWN_NOTHING;
}

void
yl_number_format_show (const YlNumberFormat *format, YlFixed value, YlShownNumber *shown)
{
  const YlFormatSection *section = choose_section (format, value);
  g_string_truncate (shown->text, 0);
  shown->first = 0;
  shown->end = 0;
  shown->kind = section == NULL ? YL_SHOWN_NOTHING : find_kind (section);
  if (section == NULL)
    return;
  shown->is_red = section->is_red;
  Laying self = { .section = section, .format = format, .shown = shown };
  YlFixed size = { value.units < 0 ? -value.units : value.units };
  if (value.units < 0 && !has_own_sign (format, section))
    g_string_append_c (shown->text, '-');
  if (!scale (section, size, &size) || !take_digits (&self, size))
    return;
  for (guint i = 0; i < section->pieces->len; i++)
    put_piece (&self, yl_format_section_get (section, i), size);
}
