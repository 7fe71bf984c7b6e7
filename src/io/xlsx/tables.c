#include "tables-private.h"

#include "xstring-private.h"
#include "yanglu/io/book-number.h"
#include "yanglu/base/error.h"

#include <string.h>

typedef struct
{
  YlXmlPart xml;
  YlStringTable *strings;
  gsize start; /* of the string that is being read */
  gboolean is_text;
  gboolean is_phonetic;
} StringsParser;

static void
finish_string (StringsParser *self)
{
  GString *text = self->strings->text;
  g_string_truncate (
      text, self->start + yl_xstring_read (text->str + self->start, text->len - self->start));
  if (yl_string_table_end (self->strings))
    return;
  self->xml.error =
      g_error_new_literal (YL_ERROR, YL_ERROR_LIMIT, "共享字符串超过 4 GiB，未读取。");
  XML_StopParser (self->xml.parser, XML_FALSE);
}

static void
start_string (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  (void) attributes;
  StringsParser *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  if (strcmp (name, "si") == 0)
    self->start = self->strings->text->len;
  else if (strcmp (name, "rPh") == 0)
    self->is_phonetic = TRUE;
  else if (strcmp (name, "t") == 0)
    self->is_text = !self->is_phonetic;
}

static void
end_string (void *data, const XML_Char *raw_name)
{
  StringsParser *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  if (strcmp (name, "t") == 0)
    self->is_text = FALSE;
  else if (strcmp (name, "rPh") == 0)
    self->is_phonetic = FALSE;
  else if (strcmp (name, "si") == 0)
    finish_string (self);
}

static void
add_text (void *data, const XML_Char *at, int length)
{
  StringsParser *self = data;
  if (self->is_text)
    g_string_append_len (self->strings->text, at, length);
}

gboolean
yl_xlsx_strings_read (YlStringTable *strings, YlArchive *archive, const char *part, GError **error)
{
  yl_string_table_init (strings);
  StringsParser self = { .strings = strings };
  return yl_xml_read_part (archive, part, &self.xml, start_string, end_string, add_text, error);
}

#define N_RGB_DIGITS 6

static guint32
parse_rgb (const char *rgb)
{
  const gsize n = strlen (rgb);
  if (n < N_RGB_DIGITS)
    return YL_COLOUR_UNKNOWN;
  char *end = NULL;
  const guint64 colour = g_ascii_strtoull (rgb + n - N_RGB_DIGITS, &end, 16);
  return *end == '\0' ? (guint32) colour : YL_COLOUR_UNKNOWN;
}

/* Black and white stand twice in the palette; 64 and 65 are the system's ink and paper. */
static guint32
parse_index (const char *text)
{
  static const char *const blacks[] = { "0", "8", "64", NULL };
  static const char *const whites[] = { "1", "9", "65", NULL };
  return g_strv_contains (blacks, text)   ? YL_COLOUR_BLACK
         : g_strv_contains (whites, text) ? YL_COLOUR_WHITE
                                          : YL_COLOUR_UNKNOWN;
}

/* A colour element (ECMA-376 part 1, 18.8.3) as 0xRRGGBB: by rgb, by the two
 * first colours of a theme, paper and ink, or by the indexes of black and white. */
static guint32
parse_colour (const XML_Char **attributes)
{
  const char *rgb = yl_xml_get_attribute (attributes, "rgb");
  const char *theme = yl_xml_get_attribute (attributes, "theme");
  const char *index = yl_xml_get_attribute (attributes, "indexed");
  const char *tint = yl_xml_get_attribute (attributes, "tint");
  if (tint != NULL && strpbrk (tint, "123456789") != NULL)
    return YL_COLOUR_UNKNOWN;
  if (rgb != NULL)
    return parse_rgb (rgb);
  if (theme != NULL)
    return strcmp (theme, "0") == 0   ? YL_COLOUR_WHITE
           : strcmp (theme, "1") == 0 ? YL_COLOUR_BLACK
                                      : YL_COLOUR_UNKNOWN;
  return index == NULL ? YL_COLOUR_UNKNOWN : parse_index (index);
}

static guint
measure_channel (guint32 ink, guint32 paper, guint shift)
{
  const guint a = ink >> shift & 0xFF;
  const guint b = paper >> shift & 0xFF;
  return a > b ? a - b : b - a;
}

/* White on the palest grey or yellow of a table is as lost as white on white; together over the
 * three channels. */
#define LEAST_DIFFERENCE 96

gboolean
yl_xlsx_colour_is_lost (guint32 ink, guint32 paper)
{
  return ink != YL_COLOUR_UNKNOWN && paper != YL_COLOUR_UNKNOWN
         && measure_channel (ink, paper, 0) + measure_channel (ink, paper, 8)
                    + measure_channel (ink, paper, 16)
                < LEAST_DIFFERENCE;
}

/* The lists of a styles part that a cell style points into. */
typedef enum
{
  LIST_OTHER,
  LIST_FONTS,
  LIST_FILLS,
  LIST_STYLES,
} StyleList;

typedef struct
{
  YlXmlPart xml;
  GHashTable *formats; /* id of a custom format → its YlCellStyle, packed */
  GArray *inks;        /* of guint32: the colour of each font */
  GArray *papers;      /* of guint32: the colour of each fill */
  GArray *styles;      /* of YlCellStyle */
  StyleList list;
} StylesParser;

static guint
parse_id (const char *value)
{
  return value == NULL ? 0 : (guint) MIN (g_ascii_strtoull (value, NULL, 10), G_MAXINT32);
}

static void
add_format (StylesParser *self, const XML_Char **attributes)
{
  const guint id = parse_id (yl_xml_get_attribute (attributes, "numFmtId"));
  const char *code = yl_xml_get_attribute (attributes, "formatCode");
  if (code == NULL)
    return;
  const YlCellStyle style = yl_cell_style_of (code);
  g_hash_table_insert (self->formats, GUINT_TO_POINTER (id),
                       GUINT_TO_POINTER ((guint) style.mask << 1 | style.is_date));
}

/* A colour that is not told apart is no colour of the other list. */
static guint32
get_colour (const GArray *colours, const XML_Char **attributes, const char *name)
{
  const guint id = parse_id (yl_xml_get_attribute (attributes, name));
  return id < colours->len ? g_array_index (colours, guint32, id) : YL_COLOUR_UNKNOWN;
}

static void
add_style (StylesParser *self, const XML_Char **attributes)
{
  const guint id = parse_id (yl_xml_get_attribute (attributes, "numFmtId"));
  gpointer packed;
  YlCellStyle style = { .is_date = yl_number_format_is_date (id) ? 1 : 0 };
  if (g_hash_table_lookup_extended (self->formats, GUINT_TO_POINTER (id), NULL, &packed))
    style = (YlCellStyle){ .is_date = GPOINTER_TO_UINT (packed) & 1,
                           .mask = (guint8) (GPOINTER_TO_UINT (packed) >> 1) };
  const guint32 ink = get_colour (self->inks, attributes, "fontId");
  const guint32 paper = get_colour (self->papers, attributes, "fillId");
  if (style.mask != YL_MASK_NO_FIGURE && yl_xlsx_colour_is_lost (ink, paper))
    style.mask = YL_MASK_UNSEEN;
  g_array_append_val (self->styles, style);
}

static void
set_last (GArray *colours, guint32 colour)
{
  if (colours->len > 0)
    g_array_index (colours, guint32, colours->len - 1) = colour;
}

static void
start_font (StylesParser *self, const char *name, const XML_Char **attributes)
{
  const guint32 ink = YL_COLOUR_BLACK;
  if (strcmp (name, "font") == 0)
    g_array_append_val (self->inks, ink);
  else if (strcmp (name, "color") == 0)
    set_last (self->inks, parse_colour (attributes));
}

static gboolean
is_filled (const XML_Char **attributes)
{
  const char *pattern = yl_xml_get_attribute (attributes, "patternType");
  return pattern != NULL && strcmp (pattern, "none") != 0;
}

static void
start_fill (StylesParser *self, const char *name, const XML_Char **attributes)
{
  const guint32 paper = YL_COLOUR_WHITE;
  if (strcmp (name, "fill") == 0)
    g_array_append_val (self->papers, paper);
  else if (strcmp (name, "gradientFill") == 0
           || (strcmp (name, "patternFill") == 0 && is_filled (attributes)))
    set_last (self->papers, YL_COLOUR_UNKNOWN);
  else if (strcmp (name, "fgColor") == 0)
    set_last (self->papers, parse_colour (attributes));
}

static StyleList
find_list (const char *name)
{
  return strcmp (name, "fonts") == 0     ? LIST_FONTS
         : strcmp (name, "fills") == 0   ? LIST_FILLS
         : strcmp (name, "cellXfs") == 0 ? LIST_STYLES
                                         : LIST_OTHER;
}

static void
start_style (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  StylesParser *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  if (self->list == LIST_OTHER)
    self->list = find_list (name);
  else if (self->list == LIST_FONTS)
    start_font (self, name, attributes);
  else if (self->list == LIST_FILLS)
    start_fill (self, name, attributes);
  else if (strcmp (name, "xf") == 0)
    add_style (self, attributes);
  if (strcmp (name, "numFmt") == 0)
    add_format (self, attributes);
}

static void
end_style (void *data, const XML_Char *raw_name)
{
  StylesParser *self = data;
  if (find_list (yl_xml_local (&self->xml, raw_name)) != LIST_OTHER)
    self->list = LIST_OTHER;
}

GArray *
yl_xlsx_styles_read (YlArchive *archive, const char *part, GError **error)
{
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) inks = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) papers = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (YlCellStyle));
  StylesParser self = { .formats = formats, .inks = inks, .papers = papers, .styles = styles };
  if (!yl_xml_read_part (archive, part, &self.xml, start_style, end_style, NULL, error))
    return NULL;
  return g_steal_pointer (&styles);
}
