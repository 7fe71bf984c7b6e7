#pragma once

#include "archive-private.h"

#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** What a cell style does to a number. */
typedef struct
{
  guint8 is_date;
  guint8 mask; /* YlMask */
} YlXlsxStyle;

/** yl_xlsx_styles_read: (transfer full) (element-type YlXlsxStyle): one for each cell style. */
GArray *yl_xlsx_styles_read (YlArchive *archive, const char *part, GError **error);

static inline gboolean
yl_xlsx_style_is_date (const GArray *styles, guint style)
{
  return style < styles->len && g_array_index (styles, YlXlsxStyle, style).is_date;
}

static inline YlMask
yl_xlsx_style_get_mask (const GArray *styles, guint style)
{
  return style < styles->len ? (YlMask) g_array_index (styles, YlXlsxStyle, style).mask
                             : YL_MASK_NONE;
}

G_END_DECLS
