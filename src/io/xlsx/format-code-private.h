#pragma once

#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** yl_xlsx_format_is_date: built-in number formats (ECMA-376 part 1, 18.8.30, the Chinese ones
 * included). */
gboolean yl_xlsx_format_is_date (guint id);

/** yl_xlsx_format_code_is_date: a custom format: y, m or d outside quotes, brackets and escapes. */
gboolean yl_xlsx_format_code_is_date (const char *code);

/**
 * yl_xlsx_format_code_get_mask: what a custom format does to a number above zero, by its first
 * section: %YL_MASK_NO_FIGURE when no place for a digit stands in it (";;;", "\"5.00\""),
 * %YL_MASK_SCALED when a comma behind the last place divides by a thousand ("#,##0,", "0!.0,").
 */
YlMask yl_xlsx_format_code_get_mask (const char *code);

G_END_DECLS
