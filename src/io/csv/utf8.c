#include "utf8-private.h"

#include "lanes-private.h"

guint
yl_utf8_measure (const char *at, gsize length)
{
  const guchar *bytes = (const guchar *) at;
  const guchar lead = bytes[0];
  if (lead >= 0x01 && lead <= 0x7F)
    return 1;
  if (lead < 0xC2 || lead > 0xF4)
    return 0;

  const guint width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  /* The second byte keeps out overlong forms, surrogates and what lies above U+10FFFF. */
  guchar lowest = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  guchar highest = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  for (guint i = 1; i < width; i++)
    {
      if (i == length)
        return YL_UTF8_CUT;
      if (bytes[i] < lowest || bytes[i] > highest)
        return 0;
      lowest = 0x80;
      highest = 0xBF;
    }
  return width;
}

/* The bits of a chunk that begins with a character. */
typedef struct
{
  guint64 unusual; /* not ASCII, or NUL */
  guint64 leads;   /* first bytes of characters of two or three bytes */
  guint64 long_leads;
  guint64 followers;
  gboolean
      is_special; /* has a lead that the bits do not judge: C0 C1 E0 ED, F0 and above; or NUL */
} ChunkBits;

static inline ChunkBits
bits_of_chunk (const char *at)
{
  ChunkBits bits = { 0 };
  bits.unusual = YL_CHUNK_GATHER (at, lanes < 1);
  if (bits.unusual == 0)
    return bits;
  /* Bytes from 80 on are negative, in the same order: 80 is -128, C0 is -64, E0 is -32, F0 -16. */
  YlLanes special = { 0 };
  guint64 from_long = 0;
#pragma GCC unroll 4
  for (guint i = 0; i < YL_CHUNK_BYTES; i += 16)
    {
      const YlLanes lanes = yl_lanes_load (at + i);
      bits.followers |= yl_lanes_gather (lanes < -64) << i;
      from_long |= yl_lanes_gather (lanes >= -32) << i;
      special |= ((lanes & -2) == -64) | (lanes == -32) | (lanes == -19) | ((lanes & -16) == -16)
                 | (lanes == 0);
    }
  bits.leads = bits.unusual & ~bits.followers;
  bits.long_leads = bits.leads & from_long;
  bits.is_special = yl_lanes_gather (special) != 0;
  return bits;
}

/* Walks character by character to the end of the chunk at @at; the bytes that were right. */
static gsize
walk_chunk (const char *at, gsize length, gboolean *out_ends)
{
  gsize done = 0;
  while (done < YL_CHUNK_BYTES && done < length)
    {
      const guint width = yl_utf8_measure (at + done, length - done);
      *out_ends = width == 0 || width == YL_UTF8_CUT;
      if (*out_ends)
        break;
      done += width;
    }
  return done;
}

/*
 * A chunk holds only ASCII and characters of two or three bytes as a rule. Then
 * it is right exactly when its followers stand one after every lead and two
 * after every long one; a character that the chunk cuts begins the next chunk.
 */
gsize
yl_utf8_check (const char *at, gsize length)
{
  gsize done = 0;
  gboolean ends = FALSE;
  while (!ends && length - done >= YL_CHUNK_BYTES)
    {
      const ChunkBits bits = bits_of_chunk (at + done);
      if (bits.unusual == 0)
        done += YL_CHUNK_BYTES;
      else if (G_UNLIKELY (bits.is_special
                           || bits.followers != (bits.leads << 1 | bits.long_leads << 2)))
        done += walk_chunk (at + done, length - done, &ends);
      else if ((bits.long_leads >> 62 & 1) != 0)
        done += YL_CHUNK_BYTES - 2;
      else
        done += YL_CHUNK_BYTES - (bits.leads >> 63);
    }
  if (!ends)
    done += walk_chunk (at + done, length - done, &ends);
  return done;
}

gboolean
yl_utf8_is_ascii (const char *at, gsize length)
{
  gsize done = 0;
  for (; length - done >= YL_CHUNK_BYTES; done += YL_CHUNK_BYTES)
    if (YL_CHUNK_GATHER (at + done, lanes < 0) != 0)
      return FALSE;
  for (; done < length; done++)
    if ((guchar) at[done] >= 0x80)
      return FALSE;
  return TRUE;
}
