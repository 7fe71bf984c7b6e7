#include "support/mutations.h"

guint64
yl_mutations_get_setting (const char *name, guint64 otherwise)
{
  const char *value = g_getenv (name);
  return value == NULL ? otherwise : g_ascii_strtoull (value, NULL, 10);
}

/* xorshift */
guint32
yl_mutations_next (guint64 *seed)
{
  *seed ^= *seed << 13;
  *seed ^= *seed >> 7;
  *seed ^= *seed << 17;
  return (guint32) (*seed >> 16);
}

void
yl_mutate (guint8 *bytes, gsize length, guint64 *seed)
{
  for (guint n = yl_mutations_next (seed) % 8 + 1; n > 0; n--)
    {
      guint8 *at = bytes + yl_mutations_next (seed) % length;
      const guint flipped = *at ^ (1u << (yl_mutations_next (seed) % 8));
      const guint any = yl_mutations_next (seed);
      *at = (guint8) (((yl_mutations_next (seed) & 1) != 0 ? any : flipped) & 0xFF);
    }
}

GBytes *
yl_mutations_make (gconstpointer content, gsize length, guint64 *seed)
{
  guint8 *copy = g_memdup2 (content, length);
  yl_mutate (copy, length, seed);
  const gsize kept =
      yl_mutations_next (seed) % 16 == 0 ? yl_mutations_next (seed) % length : length;
  return g_bytes_new_take (copy, kept);
}
