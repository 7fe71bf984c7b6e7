#include "yanglu/io/cell-style.h"

#include "yanglu/domain/number-format.h"

/* An amount of the size that budgets have: 1,234,567.89. */
#define SAMPLE ((YlFixed){ (__int128) 123456789 * (YL_FIXED_UNITS / 100) })

YlCellStyle
yl_cell_style_of (const char *code)
{
  g_autoptr (YlNumberFormat) format = yl_number_format_new (code);
  g_auto (YlShownNumber) shown = { 0 };
  yl_shown_number_init (&shown);
  if (yl_number_format_is_of_dates (format))
    return (YlCellStyle){ .is_date = 1 };
  yl_number_format_show (format, SAMPLE, &shown);
  const YlMask mask = shown.kind == YL_SHOWN_NOTHING || shown.kind == YL_SHOWN_TIME
                          ? YL_MASK_NO_FIGURE
                      : yl_shown_number_is_true (&shown, SAMPLE, 0) ? YL_MASK_NONE
                                                                    : YL_MASK_OTHER;
  return (YlCellStyle){ .mask = (guint8) mask };
}
