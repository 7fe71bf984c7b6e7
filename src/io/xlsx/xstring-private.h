#pragma once

#include <glib.h>
#include <string.h>

G_BEGIN_DECLS

/** yl_xstring_decode: `_x000D_` and its like (ST_Xstring) in place; Returns: the new length. */
gsize yl_xstring_decode (char *at, gsize length);

/* Nearly no text holds one: a look at the bytes is enough. */
static inline gsize
yl_xstring_read (char *at, gsize length)
{
  return length >= 7 && memchr (at, '_', length) != NULL ? yl_xstring_decode (at, length) : length;
}

G_END_DECLS
