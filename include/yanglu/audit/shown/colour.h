#pragma once

#include "yanglu/domain/page.h"

G_BEGIN_DECLS

/** yl_colour_is_lost: whether letters of colour @ink cannot be told from @paper: their contrast (WCAG 2.1,
 * 1.4.3) is below 1.5. No unknown colour is. */
gboolean yl_colour_is_lost (guint32 ink, guint32 paper);

G_END_DECLS
