#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

/* Blanks begin with 09–0D, 20, C2 (U+00A0), E3 (U+3000) or EF (U+FEFF); they end with A0, 80, BF. */
#define ROAD_BEGINS_BLANK 1
#define ROAD_ENDS_BLANK 2

static const guint8 road_text_edges[256] = {
  [0 ... ' '] = ROAD_BEGINS_BLANK | ROAD_ENDS_BLANK,
  ['N'] = ROAD_BEGINS_BLANK,
  ['n'] = ROAD_BEGINS_BLANK,
  [0x80] = ROAD_ENDS_BLANK,
  [0xA0] = ROAD_ENDS_BLANK,
  [0xBF] = ROAD_ENDS_BLANK,
  [0xC2] = ROAD_BEGINS_BLANK,
  [0xE3] = ROAD_BEGINS_BLANK,
  [0xEF] = ROAD_BEGINS_BLANK,
};

/**
 * road_text_is_plain: whether @text surely has no blanks around it and is not the word NULL, told
 * by its first and last byte; the common case, which spares the trimming.
 */
static inline gboolean
road_text_is_plain (YlText text)
{
  if (text.length == 0)
    return FALSE;
  const guint8 first = road_text_edges[(guchar) text.at[0]];
  const guint8 last = road_text_edges[(guchar) text.at[text.length - 1]];
  return (first & ROAD_BEGINS_BLANK) == 0 && (last & ROAD_ENDS_BLANK) == 0;
}

G_END_DECLS
