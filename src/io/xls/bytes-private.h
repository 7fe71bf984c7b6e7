#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers as the file has them: little end first, at any place. */
static inline guint16
yl_bytes_get_16 (const guint8 *at)
{
  return (guint16) (at[0] | at[1] << 8);
}

static inline guint32
yl_bytes_get_32 (const guint8 *at)
{
  return yl_bytes_get_16 (at) | (guint32) yl_bytes_get_16 (at + 2) << 16;
}

static inline guint64
yl_bytes_get_64 (const guint8 *at)
{
  return yl_bytes_get_32 (at) | (guint64) yl_bytes_get_32 (at + 4) << 32;
}

G_END_DECLS
