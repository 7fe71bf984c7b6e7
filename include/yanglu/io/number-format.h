#pragma once

#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** yl_number_format_is_date: built-in number formats (ECMA-376 part 1, 18.8.30, the Chinese ones
 * included). */
gboolean yl_number_format_is_date (guint id);

/** What a cell style does to a number. */
typedef struct
{
  guint8 is_date;
  guint8 mask; /* YlMask */
} YlNumberFormat;

/**
 * yl_number_format_read: a custom format: of a date with y, m or d outside quotes, brackets and
 * escapes; else what it does to a number above zero, by its first section: %YL_MASK_NO_FIGURE when no
 * place for a digit stands in it (";;;", "\"5.00\""), %YL_MASK_SCALED when a comma behind the last
 * place divides by a thousand ("#,##0,", "0!.0,").
 */
YlNumberFormat yl_number_format_read (const char *code);

G_END_DECLS
