#pragma once

#include "yanglu/io/xml-part.h"

#include "yanglu/base/arena.h"
#include "yanglu/domain/page.h"
#include "yanglu/io/string-table.h"

G_BEGIN_DECLS

/** yl_xlsx_strings_read: the shared strings; rich text becomes its runs put together, phonetic runs
 * are left out. @strings: all zero before */
gboolean
yl_xlsx_strings_read (YlStringTable *strings, YlArchive *archive, const char *part, GError **error);

/** yl_xlsx_parse_size: "10.5" in hundredths (@scale 100) is 1050; 0 for what is no size. */
guint32 yl_xlsx_parse_size (const char *text, guint scale);

#define YL_XLSX_THEME_COLOURS 12

/** YlXlsxTheme: the colours of a theme by their numbers in styles. */
typedef struct
{
  guint32 colours[YL_XLSX_THEME_COLOURS];
} YlXlsxTheme;

/** yl_xlsx_theme_init: the one that Office takes where a workbook has none. */
void yl_xlsx_theme_init (YlXlsxTheme *theme);
gboolean
yl_xlsx_theme_read (YlXlsxTheme *theme, YlArchive *archive, const char *part, GError **error);

/** yl_xlsx_colour_read: a colour element; YL_COLOUR_UNKNOWN where it says none. */
guint32 yl_xlsx_colour_read (const YlXlsxTheme *theme, const XML_Char **attributes);

/** YlXlsxDifference: what a conditional format changes, on its way. */
typedef struct
{
  YlCellLook look;        /* without its format */
  gboolean is_of_letters; /* the colour that comes next; else of a border */
} YlXlsxDifference;

#define YL_XLSX_NO_DIFFERENCE                                                                      \
  ((YlXlsxDifference){ .look = { .ink = YL_COLOUR_UNKNOWN, .paper = YL_COLOUR_UNKNOWN } })

/** yl_xlsx_difference_read: an element of it, the first of which is called dxf. */
void yl_xlsx_difference_read (YlXlsxDifference *self,
                              const YlXlsxTheme *theme,
                              const char *name,
                              const XML_Char **attributes);

/** YlXlsxStyles: the cell styles of a workbook, and behind them what its conditional formats change. */
typedef struct
{
  YlArena *arena; /* of their texts */
  YlXlsxTheme theme;
  GArray *looks;          /* of YlCellLook */
  GArray *dates;          /* of guint8, by cell style: whether its numbers are days */
  guint first_difference; /* index of the look of the first conditional format */
  guint16 size_cpt;       /* of the workbook's own letters, the first font; 0: not known */
} YlXlsxStyles;

/** yl_xlsx_styles_init: no styles and the colours of Office; they live as long as @arena. */
void yl_xlsx_styles_init (YlXlsxStyles *styles, YlArena *arena);
gboolean
yl_xlsx_styles_read (YlXlsxStyles *styles, YlArchive *archive, const char *part, GError **error);

static inline gboolean
yl_xlsx_style_is_date (const YlXlsxStyles *styles, guint style)
{
  return style < styles->dates->len && g_array_index (styles->dates, guint8, style) != 0;
}

/** yl_xlsx_style_get_look: a style that is not there, or beyond YL_MAX_LOOKS, is like the first. */
static inline guint16
yl_xlsx_style_get_look (const YlXlsxStyles *styles, guint style)
{
  return style < MIN (styles->dates->len, YL_MAX_LOOKS) ? (guint16) style : 0;
}

G_END_DECLS
