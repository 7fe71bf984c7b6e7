#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

/**
 * road_text_is_plain: whether @text surely has no blanks around it and is not the word NULL, told
 * by its first and last byte; the common case, which spares the trimming.
 */
static inline gboolean
road_text_is_plain (YlText text)
{
  if (text.length == 0)
    return FALSE;
  const guchar first = (guchar) text.at[0];
  const guchar last = (guchar) text.at[text.length - 1];
  /* Blanks begin with 09–0D, 20, C2 (U+00A0), E3 (U+3000) or EF (U+FEFF); they end with A0, 80, BF. */
  return first > ' ' && first != 'N' && first != 'n' && first != 0xC2 && first != 0xE3
         && first != 0xEF && last > ' ' && last != 0xA0 && last != 0x80 && last != 0xBF;
}

G_END_DECLS
