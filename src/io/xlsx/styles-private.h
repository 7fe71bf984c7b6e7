#pragma once

#include "archive-private.h"

G_BEGIN_DECLS

/** yl_xlsx_styles_read: (transfer full): a byte for each cell style: 1 when it shows a date. */
GByteArray *yl_xlsx_styles_read (YlArchive *archive, const char *part, GError **error);

static inline gboolean
yl_xlsx_style_is_date (const GByteArray *styles, guint style)
{
  return style < styles->len && styles->data[style] != 0;
}

G_END_DECLS
