#pragma once

#include "xml-private.h"

#include "yanglu/io/number-format.h"

G_BEGIN_DECLS

/** YlSharedStrings: the shared strings of a workbook, end to end in one block, four bytes each
 * besides their text. */
typedef struct
{
  GString *text;
  GArray *ends; /* of guint32: where each string ends in `text`; NULL: there are none */
} YlSharedStrings;

/**
 * yl_shared_strings_read: rich text becomes its runs put together, phonetic runs are left out.
 * @strings: all zero before
 */
gboolean yl_shared_strings_read (YlSharedStrings *strings,
                                 YlArchive *archive,
                                 const char *part,
                                 GError **error);
void yl_shared_strings_clear (YlSharedStrings *strings);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (YlSharedStrings, yl_shared_strings_clear)

/* %FALSE when there is no string @index. */
static inline gboolean
yl_shared_strings_get (const YlSharedStrings *strings, guint64 index, YlText *out_text)
{
  if (strings->ends == NULL || index >= strings->ends->len)
    return FALSE;
  const guint32 start = index == 0 ? 0 : g_array_index (strings->ends, guint32, index - 1);
  *out_text =
      (YlText){ strings->text->str + start, g_array_index (strings->ends, guint32, index) - start };
  return TRUE;
}

#define YL_COLOUR_BLACK 0x000000u
#define YL_COLOUR_WHITE 0xFFFFFFu
#define YL_COLOUR_UNKNOWN G_MAXUINT32 /* shaded, or made by a theme: like none */

/** yl_xlsx_colour_is_lost: whether letters of colour @ink are as good as invisible on @paper. */
gboolean yl_xlsx_colour_is_lost (guint32 ink, guint32 paper);

/** yl_xlsx_styles_read: (transfer full) (element-type YlNumberFormat): one for each cell style. */
GArray *yl_xlsx_styles_read (YlArchive *archive, const char *part, GError **error);

static inline gboolean
yl_xlsx_style_is_date (const GArray *styles, guint style)
{
  return style < styles->len && g_array_index (styles, YlNumberFormat, style).is_date;
}

static inline YlMask
yl_xlsx_style_get_mask (const GArray *styles, guint style)
{
  return style < styles->len ? (YlMask) g_array_index (styles, YlNumberFormat, style).mask
                             : YL_MASK_NONE;
}

G_END_DECLS
