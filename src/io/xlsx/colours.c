/* The colours of a workbook: by number, from its theme, from the palette (ECMA-376 part 1, 18.8.3,
 * 18.8.27, 20.1.6.2). */
#include "tables-private.h"

#include <string.h>

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

/* 64 and 65 are the system's ink and paper. */
static guint32
find_indexed (guint index)
{
  static const guint32 palette[] = {
    0x000000, 0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x000000,
    0xFFFFFF, 0xFF0000, 0x00FF00, 0x0000FF, 0xFFFF00, 0xFF00FF, 0x00FFFF, 0x800000, 0x008000,
    0x000080, 0x808000, 0x800080, 0x008080, 0xC0C0C0, 0x808080, 0x9999FF, 0x993366, 0xFFFFCC,
    0xCCFFFF, 0x660066, 0xFF8080, 0x0066CC, 0xCCCCFF, 0x000080, 0xFF00FF, 0xFFFF00, 0x00FFFF,
    0x800080, 0x800000, 0x008080, 0x0000FF, 0x00CCFF, 0xCCFFFF, 0xCCFFCC, 0xFFFF99, 0x99CCFF,
    0xFF99CC, 0xCC99FF, 0xFFCC99, 0x3366FF, 0x33CCCC, 0x99CC00, 0xFFCC00, 0xFF9900, 0xFF6600,
    0x666699, 0x969696, 0x003366, 0x339966, 0x003300, 0x333300, 0x993300, 0x993366, 0x333399,
    0x333333, 0x000000, 0xFFFFFF,
  };
  return index < G_N_ELEMENTS (palette) ? palette[index] : YL_COLOUR_UNKNOWN;
}

/* Nearer to white above zero, to black below: by so many thousandths. */
static guint32
apply_tint (guint32 colour, const char *text)
{
  const double share = CLAMP (g_ascii_strtod (text, NULL), -1.0, 1.0);
  const int tint = share > -2.0 ? (int) (share * 1000) : 0; /* NaN is none */
  guint32 tinted = 0;
  for (int shift = 16; shift >= 0; shift -= 8)
    {
      const int channel = (int) (colour >> shift & 0xFF);
      const int room = tint < 0 ? channel : 255 - channel;
      tinted |= (guint32) (channel + room * tint / 1000) << shift;
    }
  return tinted;
}

guint32
yl_xlsx_colour_read (const YlXlsxTheme *theme, const XML_Char **attributes)
{
  const char *rgb = yl_xml_get_attribute (attributes, "rgb");
  const char *number = yl_xml_get_attribute (attributes, "theme");
  const char *index = yl_xml_get_attribute (attributes, "indexed");
  const char *tint = yl_xml_get_attribute (attributes, "tint");
  guint32 colour = YL_COLOUR_UNKNOWN;
  if (rgb != NULL)
    colour = parse_rgb (rgb);
  else if (number != NULL)
    {
      const guint64 n = g_ascii_strtoull (number, NULL, 10);
      colour = n < YL_XLSX_THEME_COLOURS ? theme->colours[n] : YL_COLOUR_UNKNOWN;
    }
  else if (index != NULL)
    colour = find_indexed ((guint) MIN (g_ascii_strtoull (index, NULL, 10), G_MAXINT32));
  return colour == YL_COLOUR_UNKNOWN || tint == NULL ? colour : apply_tint (colour, tint);
}

/* Where the colours of a theme stand by their numbers in a workbook: paper goes before ink. */
static const struct
{
  const char *name;
  guint8 number;
  guint32 usual;
} slots[YL_XLSX_THEME_COLOURS] = {
  { "dk1", 1, 0x000000 },     { "lt1", 0, 0xFFFFFF },     { "dk2", 3, 0x1F497D },
  { "lt2", 2, 0xEEECE1 },     { "accent1", 4, 0x4F81BD }, { "accent2", 5, 0xC0504D },
  { "accent3", 6, 0x9BBB59 }, { "accent4", 7, 0x8064A2 }, { "accent5", 8, 0x4BACC6 },
  { "accent6", 9, 0xF79646 }, { "hlink", 10, 0x0000FF },  { "folHlink", 11, 0x800080 },
};

void
yl_xlsx_theme_init (YlXlsxTheme *theme)
{
  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    theme->colours[slots[i].number] = slots[i].usual;
}

typedef struct
{
  YlXmlPart xml;
  YlXlsxTheme *theme;
  gint slot; /* the open one; -1 */
} ThemeParser;

static void
start_colour (void *data, const XML_Char *raw_name, const XML_Char **attributes)
{
  ThemeParser *self = data;
  const char *name = yl_xml_local (&self->xml, raw_name);
  const char *value = NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    if (strcmp (name, slots[i].name) == 0)
      self->slot = (gint) i;
  if (strcmp (name, "fontScheme") == 0)
    yl_xml_stop (&self->xml);
  else if (strcmp (name, "srgbClr") == 0)
    value = yl_xml_get_attribute (attributes, "val");
  else if (strcmp (name, "sysClr") == 0)
    value = yl_xml_get_attribute (attributes, "lastClr");
  if (value == NULL || self->slot < 0)
    return;
  self->theme->colours[slots[self->slot].number] = parse_rgb (value);
  self->slot = -1;
}

gboolean
yl_xlsx_theme_read (YlXlsxTheme *theme, YlArchive *archive, const char *part, GError **error)
{
  ThemeParser self = { .theme = theme, .slot = -1 };
  return yl_xml_read_part (archive, part, &self.xml, start_colour, NULL, NULL, error);
}
