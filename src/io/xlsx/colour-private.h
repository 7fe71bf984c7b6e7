#pragma once

#include "xml-private.h"

G_BEGIN_DECLS

#define YL_COLOUR_BLACK 0x000000u
#define YL_COLOUR_WHITE 0xFFFFFFu
#define YL_COLOUR_UNKNOWN G_MAXUINT32 /* shaded, or made by a theme: like none */

/** yl_xlsx_colour_parse: a colour element (ECMA-376 part 1, 18.8.3) as 0xRRGGBB: by rgb, by the two
 * first colours of a theme, paper and ink, or by the indexes of black and white. */
guint32 yl_xlsx_colour_parse (const XML_Char **attributes);

/** yl_xlsx_colour_is_lost: whether letters of colour @ink are as good as invisible on @paper. */
gboolean yl_xlsx_colour_is_lost (guint32 ink, guint32 paper);

G_END_DECLS
