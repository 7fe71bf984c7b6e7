#pragma once

#include "yanglu/base/fixed.h"

G_BEGIN_DECLS

/** yl_number_format_find: (nullable): the code of a built-in number format that shows a number otherwise
 * than General, "#,##0.00" (ECMA-376 part 1, 18.8.30). Dates have none: they differ by language. */
const char *yl_number_format_find (guint id);

/** yl_number_format_is_date: built-in number formats (the same, the Chinese ones included). */
gboolean yl_number_format_is_date (guint id);

/** YlNumberFormat: how a cell shows a number (ECMA-376 part 1, 18.8.31): up to four sections, of which
 * the number chooses one. */
typedef struct _YlNumberFormat YlNumberFormat;

/** Excel takes no longer code; what is behind so many bytes is not looked at. */
#define YL_NUMBER_FORMAT_MAX_BYTES 1020u

/** yl_number_format_new: @code as files hold it, "" for General; any text is one. */
YlNumberFormat *yl_number_format_new (const char *code);
void yl_number_format_free (YlNumberFormat *format);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlNumberFormat, yl_number_format_free)

/** yl_number_format_is_of_dates: whether its first section is of days: with y, m or d outside quotes,
 * brackets and escapes; beside hours or seconds the letter m means minutes. */
gboolean yl_number_format_is_of_dates (const YlNumberFormat *format);

/** yl_number_format_is_plain: whether it shows any number as it is, rounded: one section, nothing but
 * places, a point, commas between thousands and blanks. @out_n_decimals: that it shows at most; of General
 * all that the number has */
gboolean yl_number_format_is_plain (const YlNumberFormat *format, guint *out_n_decimals);

/** What stands in a cell in place of its number. */
typedef enum
{
  YL_SHOWN_FIGURE,  /* digits */
  YL_SHOWN_WORDS,   /* its digits as Chinese words ([DBNum2]) */
  YL_SHOWN_TIME,    /* a day or an hour */
  YL_SHOWN_NOTHING, /* nothing, or words that are the same for any number */
} YlShownKind;

/** YlShownNumber: what a reader sees. */
typedef struct
{
  YlShownKind kind;
  gboolean is_red; /* as numbers below zero are printed */
  GString *text;   /* a blank for each place that stays empty */
  gsize first;     /* of a figure: where the digits of the number begin in @text … */
  gsize end;       /* … and end */
} YlShownNumber;

void yl_shown_number_init (YlShownNumber *shown);
void yl_shown_number_clear (YlShownNumber *shown);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YlShownNumber, yl_shown_number_clear)

/** yl_number_format_show: what a cell of @value shows, whatever @shown held before. What Excel fills a
 * cell with (*) is left out; fractions are shown as General does. */
void yl_number_format_show (const YlNumberFormat *format, YlFixed value, YlShownNumber *shown);

/**
 * yl_shown_number_is_true: whether somebody who reads the figure on the page takes it for @value,
 * rounded to the decimals that are shown: with all digits that stand beside those of the number, its
 * sign (brackets and red are one) and the unit behind it (%, 万, 亿元).
 * @power: of ten: what one unit of @value is, 4 for 万元
 * @shown_power: the same of the figure, by its head, where no unit stands behind it
 */
gboolean
yl_shown_number_is_true (const YlShownNumber *shown, YlFixed value, guint power, guint shown_power);

G_END_DECLS
