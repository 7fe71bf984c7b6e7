#include "yanglu/audit/shown/colour.h"

/* The light of a colour in ten-thousandths of white: a channel counts with its square, which is near
 * enough to the curve of sRGB. */
static guint
measure_light (guint32 colour)
{
  static const guint weights[] = { 2126, 7152, 722 }; /* red, green, blue */
  guint light = 0;
  for (guint i = 0; i < 3; i++)
    {
      const guint channel = colour >> (16 - 8 * i) & 0xFF;
      light += weights[i] * channel * channel / (255 * 255);
    }
  return light;
}

/* The light that any page throws back, in the same unit, and the contrast of two in tenths. */
#define STRAY_LIGHT 500u
#define LEAST_CONTRAST 15u

gboolean
yl_colour_is_lost (guint32 ink, guint32 paper)
{
  if (ink == YL_COLOUR_UNKNOWN || paper == YL_COLOUR_UNKNOWN)
    return FALSE;
  const guint a = measure_light (ink) + STRAY_LIGHT;
  const guint b = measure_light (paper) + STRAY_LIGHT;
  return MAX (a, b) * 10 < MIN (a, b) * LEAST_CONTRAST;
}
