#include "colour-private.h"

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

guint32
yl_xlsx_colour_parse (const XML_Char **attributes)
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
