#include "yanglu/base/keyed-hash.h"

#include <string.h>

typedef struct
{
  guint64 v[4];
} Sip;

static inline guint64
rotate (guint64 value, guint by)
{
  return value << by | value >> (64 - by);
}

static inline void
round_of (Sip *sip)
{
  guint64 *v = sip->v;
  v[0] += v[1];
  v[2] += v[3];
  v[1] = rotate (v[1], 13) ^ v[0];
  v[3] = rotate (v[3], 16) ^ v[2];
  v[0] = rotate (v[0], 32);
  v[2] += v[1];
  v[0] += v[3];
  v[1] = rotate (v[1], 17) ^ v[2];
  v[3] = rotate (v[3], 21) ^ v[0];
  v[2] = rotate (v[2], 32);
}

static inline void
take_word (Sip *sip, guint64 word)
{
  sip->v[3] ^= word;
  round_of (sip);
  sip->v[0] ^= word;
}

static const guint64 *
get_key (void)
{
  static guint64 key[2];
  static gsize is_drawn = 0;
  if (g_once_init_enter (&is_drawn))
    {
      for (guint i = 0; i < G_N_ELEMENTS (key); i++)
        key[i] = (guint64) g_random_int () << 32 | g_random_int ();
      g_once_init_leave (&is_drawn, 1);
    }
  return key;
}

guint32
yl_keyed_hash (YlText text)
{
  const guint64 *key = get_key ();
  Sip sip = { { key[0] ^ 0x736f6d6570736575, key[1] ^ 0x646f72616e646f6d,
                key[0] ^ 0x6c7967656e657261, key[1] ^ 0x7465646279746573 } };
  guint64 word = 0;
  gsize at = 0;
  for (; at + sizeof word <= text.length; at += sizeof word)
    {
      memcpy (&word, text.at + at, sizeof word);
      take_word (&sip, word);
    }
  word = (guint64) text.length << 56;
  for (guint i = 0; at < text.length; at++, i++)
    word |= (guint64) (guchar) text.at[at] << (8 * i);
  take_word (&sip, word);
  sip.v[2] ^= 0xff;
  for (guint i = 0; i < 3; i++)
    round_of (&sip);
  const guint64 hash = sip.v[0] ^ sip.v[1] ^ sip.v[2] ^ sip.v[3];
  return (guint32) (hash ^ hash >> 32);
}

guint
yl_keyed_str_hash (gconstpointer text)
{
  return yl_keyed_hash (yl_text_of (text));
}
