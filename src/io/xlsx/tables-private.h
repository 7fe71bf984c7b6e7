#pragma once

#include "xml-private.h"

#include "yanglu/domain/workbook.h"

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

/** yl_xlsx_format_is_date: built-in number formats (ECMA-376 part 1, 18.8.30, the Chinese ones
 * included). */
gboolean yl_xlsx_format_is_date (guint id);

/** What a cell style does to a number. */
typedef struct
{
  guint8 is_date;
  guint8 mask; /* YlMask */
} YlXlsxStyle;

/**
 * yl_xlsx_format_code_read: a custom format: of a date with y, m or d outside quotes, brackets and
 * escapes; else what it does to a number above zero, by its first section: %YL_MASK_NO_FIGURE when no
 * place for a digit stands in it (";;;", "\"5.00\""), %YL_MASK_SCALED when a comma behind the last
 * place divides by a thousand ("#,##0,", "0!.0,").
 */
YlXlsxStyle yl_xlsx_format_code_read (const char *code);

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
