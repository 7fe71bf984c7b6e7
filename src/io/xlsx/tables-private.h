#pragma once

#include "yanglu/io/xml-part.h"

#include "yanglu/domain/number-format.h"
#include "yanglu/io/cell-style.h"
#include "yanglu/io/string-table.h"

G_BEGIN_DECLS

/** yl_xlsx_strings_read: the shared strings; rich text becomes its runs put together, phonetic runs
 * are left out. @strings: all zero before */
gboolean
yl_xlsx_strings_read (YlStringTable *strings, YlArchive *archive, const char *part, GError **error);

#define YL_COLOUR_BLACK 0x000000u
#define YL_COLOUR_WHITE 0xFFFFFFu
#define YL_COLOUR_UNKNOWN G_MAXUINT32 /* shaded, or made by a theme: like none */

/** yl_xlsx_colour_is_lost: whether letters of colour @ink are as good as invisible on @paper. */
gboolean yl_xlsx_colour_is_lost (guint32 ink, guint32 paper);

/** yl_xlsx_styles_read: (transfer full) (element-type YlCellStyle): one for each cell style. */
GArray *yl_xlsx_styles_read (YlArchive *archive, const char *part, GError **error);

static inline gboolean
yl_xlsx_style_is_date (const GArray *styles, guint style)
{
  return style < styles->len && g_array_index (styles, YlCellStyle, style).is_date;
}

static inline YlMask
yl_xlsx_style_get_mask (const GArray *styles, guint style)
{
  return style < styles->len ? (YlMask) g_array_index (styles, YlCellStyle, style).mask
                             : YL_MASK_NONE;
}

G_END_DECLS
