/* The styles of a workbook as what they do to a number: its format, its colours, its size. */
#include "tables-private.h"

#include "yanglu/domain/number-format.h"

#include <string.h>

/* The lists of a styles part that a cell style points into. */
typedef enum
{
  LIST_OTHER,
  LIST_FONTS,
  LIST_FILLS,
  LIST_STYLES,
  LIST_DIFFERENCES, /* what conditional formats change */
} StyleList;

typedef struct
{
  guint32 ink;
  guint16 size_cpt;
} Font;

typedef struct
{
  YlXmlPart xml;
  YlXlsxStyles *styles;
  const YlXlsxTheme *theme;
  GHashTable *formats;         /* id of a custom format → its code, of the arena */
  GArray *fonts;               /* of Font */
  GArray *papers;              /* of guint32: the colour of each fill */
  YlXlsxDifference difference; /* the open one */
  StyleList list;
  gboolean is_solid; /* the open fill: its foreground is the whole of it */
} StylesParser;

static guint
parse_id (const char *value)
{
  return value == NULL ? 0 : (guint) MIN (g_ascii_strtoull (value, NULL, 10), G_MAXINT32);
}

/* Half points and whole ones: "10.5" is 1050. */
static guint16
parse_size (const XML_Char **attributes)
{
  const guint32 hundredths = yl_xlsx_parse_size (yl_xml_get_attribute (attributes, "val"), 100);
  return (guint16) MIN (hundredths, G_MAXUINT16);
}

static YlCellLook *
get_last_look (const StylesParser *self)
{
  const GArray *looks = self->styles->looks;
  return looks->len == 0 ? NULL : &g_array_index (looks, YlCellLook, looks->len - 1);
}

static void
add_format (StylesParser *self, const XML_Char **attributes)
{
  const guint id = parse_id (yl_xml_get_attribute (attributes, "numFmtId"));
  const char *code = yl_xml_get_attribute (attributes, "formatCode");
  if (code == NULL)
    return;
  const char *kept = yl_arena_keep (self->styles->arena, code);
  YlCellLook *look = self->list == LIST_DIFFERENCES ? get_last_look (self) : NULL;
  if (look != NULL)
    look->format = kept;
  else
    g_hash_table_insert (self->formats, GUINT_TO_POINTER (id), (gpointer) kept);
}

static gboolean
is_date (const char *code)
{
  g_autoptr (YlNumberFormat) format = yl_number_format_new (code);
  return yl_number_format_is_of_dates (format);
}

static void
add_style (StylesParser *self, const XML_Char **attributes)
{
  const guint id = parse_id (yl_xml_get_attribute (attributes, "numFmtId"));
  const guint font = parse_id (yl_xml_get_attribute (attributes, "fontId"));
  const guint fill = parse_id (yl_xml_get_attribute (attributes, "fillId"));
  const char *code = g_hash_table_lookup (self->formats, GUINT_TO_POINTER (id));
  const char *known = code != NULL ? code : yl_number_format_find (id);
  const guint8 is_of_dates =
      (code == NULL ? yl_number_format_is_date (id) : is_date (code)) ? 1 : 0;
  /* A font or fill that is not there changes nothing. */
  YlCellLook look = { .format = known == NULL ? "" : known,
                      .ink = YL_COLOUR_UNKNOWN,
                      .paper = YL_COLOUR_UNKNOWN };
  if (font < self->fonts->len)
    {
      look.ink = g_array_index (self->fonts, Font, font).ink;
      look.size_cpt = g_array_index (self->fonts, Font, font).size_cpt;
    }
  if (fill < self->papers->len)
    look.paper = g_array_index (self->papers, guint32, fill);
  g_array_append_val (self->styles->looks, look);
  g_array_append_val (self->styles->dates, is_of_dates);
}

/* A right angle, or letters below one another (255). */
static void
add_alignment (StylesParser *self, const XML_Char **attributes)
{
  const guint turn = parse_id (yl_xml_get_attribute (attributes, "textRotation"));
  YlCellLook *look = get_last_look (self);
  if (look == NULL)
    return;
  look->is_upright = turn == 255 || (turn > 45 && turn <= 90) || (turn > 135 && turn <= 180);
  look->is_shrunk = yl_xml_is_true (yl_xml_get_attribute (attributes, "shrinkToFit")) ? 1 : 0;
}

static void
start_font (StylesParser *self, const char *name, const XML_Char **attributes)
{
  const Font plain = { .ink = YL_COLOUR_BLACK };
  if (strcmp (name, "font") == 0)
    g_array_append_val (self->fonts, plain);
  if (self->fonts->len == 0)
    return;
  Font *font = &g_array_index (self->fonts, Font, self->fonts->len - 1);
  if (strcmp (name, "color") == 0)
    font->ink = yl_xlsx_colour_read (self->theme, attributes);
  else if (strcmp (name, "sz") == 0)
    font->size_cpt = parse_size (attributes);
}

static gboolean
has_pattern (const XML_Char **attributes, const char *pattern)
{
  return g_strcmp0 (yl_xml_get_attribute (attributes, "patternType"), pattern) == 0;
}

/* The paper shows between the lines of a pattern: such a fill is no one colour. */
static void
start_fill (StylesParser *self, const char *name, const XML_Char **attributes)
{
  const guint32 none = YL_COLOUR_WHITE;
  if (strcmp (name, "fill") == 0)
    g_array_append_val (self->papers, none);
  if (self->papers->len == 0)
    return;
  guint32 *paper = &g_array_index (self->papers, guint32, self->papers->len - 1);
  if (strcmp (name, "gradientFill") == 0)
    *paper = YL_COLOUR_UNKNOWN;
  else if (strcmp (name, "patternFill") == 0)
    {
      self->is_solid = has_pattern (attributes, "solid");
      if (!self->is_solid && !has_pattern (attributes, "none")
          && yl_xml_get_attribute (attributes, "patternType") != NULL)
        *paper = YL_COLOUR_UNKNOWN;
    }
  else if (strcmp (name, "fgColor") == 0 && self->is_solid)
    *paper = yl_xlsx_colour_read (self->theme, attributes);
}

/* Of a fill that a condition makes the background is the paper, unless only a foreground is named. */
void
yl_xlsx_difference_read (YlXlsxDifference *self,
                         const YlXlsxTheme *theme,
                         const char *name,
                         const XML_Char **attributes)
{
  YlCellLook *look = &self->look;
  if (strcmp (name, "dxf") == 0)
    *self = YL_XLSX_NO_DIFFERENCE;
  else if (strcmp (name, "font") == 0 || strcmp (name, "border") == 0)
    self->is_of_letters = name[0] == 'f';
  else if (strcmp (name, "color") == 0 && self->is_of_letters)
    look->ink = yl_xlsx_colour_read (theme, attributes);
  else if (strcmp (name, "sz") == 0)
    look->size_cpt = parse_size (attributes);
  else if (strcmp (name, "bgColor") == 0
           || (strcmp (name, "fgColor") == 0 && look->paper == YL_COLOUR_UNKNOWN))
    look->paper = yl_xlsx_colour_read (theme, attributes);
}

static void
start_difference (StylesParser *self, const char *name, const XML_Char **attributes)
{
  if (strcmp (name, "dxf") == 0)
    g_array_append_val (self->styles->looks, YL_XLSX_NO_DIFFERENCE.look);
  YlCellLook *look = get_last_look (self);
  if (look == NULL)
    return;
  /* Its format is of the arena, and was put in beside. */
  const char *format = look->format;
  yl_xlsx_difference_read (&self->difference, self->theme, name, attributes);
  *look = self->difference.look;
  look->format = format;
}

static StyleList
find_list (const char *name)
{
  return strcmp (name, "fonts") == 0     ? LIST_FONTS
         : strcmp (name, "fills") == 0   ? LIST_FILLS
         : strcmp (name, "cellXfs") == 0 ? LIST_STYLES
         : strcmp (name, "dxfs") == 0    ? LIST_DIFFERENCES
                                         : LIST_OTHER;
}

static void
start_of_list (StylesParser *self, const char *name, const XML_Char **attributes)
{
  switch (self->list)
    {
    case LIST_OTHER:
      self->list = find_list (name);
      if (self->list == LIST_DIFFERENCES)
        self->styles->first_difference = self->styles->looks->len;
      break;
    case LIST_FONTS:
      start_font (self, name, attributes);
      break;
    case LIST_FILLS:
      start_fill (self, name, attributes);
      break;
    case LIST_STYLES:
      if (strcmp (name, "xf") == 0)
        add_style (self, attributes);
      else if (strcmp (name, "alignment") == 0)
        add_alignment (self, attributes);
      break;
    case LIST_DIFFERENCES:
      start_difference (self, name, attributes);
      break;
    }
}

static void
start_style (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  StylesParser *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  start_of_list (self, name, attributes);
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

void
yl_xlsx_styles_init (YlXlsxStyles *styles, YlArena *arena)
{
  *styles = (YlXlsxStyles){ .arena = arena,
                            .looks = yl_arena_array (arena, sizeof (YlCellLook)),
                            .dates = yl_arena_array (arena, sizeof (guint8)) };
  yl_xlsx_theme_init (&styles->theme);
}

gboolean
yl_xlsx_styles_read (YlXlsxStyles *styles, YlArchive *archive, const char *part, GError **error)
{
  g_autoptr (GHashTable) formats = g_hash_table_new (NULL, NULL);
  g_autoptr (GArray) fonts = g_array_new (FALSE, FALSE, sizeof (Font));
  g_autoptr (GArray) papers = g_array_new (FALSE, FALSE, sizeof (guint32));
  StylesParser self = {
    .styles = styles, .theme = &styles->theme, .formats = formats, .fonts = fonts, .papers = papers
  };
  styles->first_difference = YL_MAX_LOOKS;
  if (!yl_xml_read_part (archive, part, &self.xml, start_style, end_style, NULL, error))
    return FALSE;
  styles->size_cpt = fonts->len == 0 ? 0 : g_array_index (fonts, Font, 0).size_cpt;
  return TRUE;
}
