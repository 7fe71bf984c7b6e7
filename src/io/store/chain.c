/* The chain of hashes, and how a step is kept. */
#include "journal-private.h"

#include <string.h>
#include <zlib.h>

/* What is shorter does not pay. */
#define DEFLATE_FROM 256

enum
{
  KEPT_PLAIN,
  KEPT_DEFLATED,
};

static void
add_bytes (GChecksum *sum, gconstpointer bytes, gsize length)
{
  guint8 head[8];
  for (guint i = 0; i < sizeof head; i++)
    head[i] = (guint8) ((guint64) length >> (8 * (7 - i)));
  g_checksum_update (sum, head, sizeof head);
  g_checksum_update (sum, bytes, (gssize) length);
}

static void
add_number (GChecksum *sum, gint64 number)
{
  guint8 bytes[8];
  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = (guint8) ((guint64) number >> (8 * (7 - i)));
  add_bytes (sum, bytes, sizeof bytes);
}

static void
end (GChecksum *sum, guint8 out_hash[HASH_BYTES])
{
  gsize length = HASH_BYTES;
  g_checksum_get_digest (sum, out_hash, &length);
}

void
chain_begin (const YlRecordIdentity *identity, guint8 out_hash[HASH_BYTES])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  add_bytes (sum, identity->uuid, strlen (identity->uuid));
  add_bytes (sum, identity->county, strlen (identity->county));
  add_number (sum, identity->year);
  end (sum, out_hash);
}

void
chain_add (const guint8 previous[HASH_BYTES], const ChainLink *link, guint8 out_hash[HASH_BYTES])
{
  g_autoptr (GChecksum) sum = g_checksum_new (G_CHECKSUM_SHA256);
  add_bytes (sum, previous, HASH_BYTES);
  add_number (sum, link->seq);
  add_number (sum, link->at_ms);
  add_bytes (sum, link->who, strlen (link->who));
  add_bytes (sum, link->kind, strlen (link->kind));
  add_bytes (sum, link->what, link->n_what);
  end (sum, out_hash);
}

GByteArray *
chain_pack (const char *json, gsize length)
{
  if (length > YL_STEP_MAX_BYTES)
    return NULL;
  GByteArray *what = g_byte_array_new ();
  uLongf packed = compressBound (length);
  g_byte_array_set_size (what, (guint) (1 + packed));
  what->data[0] = KEPT_DEFLATED;
  if (length >= DEFLATE_FROM
      && compress2 (what->data + 1, &packed, (const Bytef *) json, length, Z_BEST_SPEED) == Z_OK
      && packed < length)
    {
      g_byte_array_set_size (what, (guint) (1 + packed));
      return what;
    }
  what->data[0] = KEPT_PLAIN;
  memcpy (what->data + 1, json, length);
  g_byte_array_set_size (what, (guint) (1 + length));
  return what;
}

/* (nullable): up to YL_STEP_MAX_BYTES of them. */
static GString *
inflate_bytes (const guint8 *bytes, gsize length)
{
  z_stream stream = { .next_in = (Bytef *) bytes, .avail_in = (uInt) length };
  if (inflateInit (&stream) != Z_OK)
    return NULL;
  g_autoptr (GString) json = g_string_new (NULL);
  guint8 block[16384];
  int code = Z_OK;
  while (code == Z_OK && json->len <= YL_STEP_MAX_BYTES)
    {
      stream.next_out = block;
      stream.avail_out = sizeof block;
      code = inflate (&stream, Z_NO_FLUSH);
      g_string_append_len (json, (const char *) block, (gssize) (sizeof block - stream.avail_out));
    }
  const gboolean is_whole = code == Z_STREAM_END && stream.avail_in == 0;
  inflateEnd (&stream);
  return is_whole && json->len <= YL_STEP_MAX_BYTES ? g_steal_pointer (&json) : NULL;
}

GString *
chain_unpack (const guint8 *what, gsize n_what)
{
  if (n_what < 1 || n_what > YL_STEP_MAX_BYTES + 1)
    return NULL;
  if (what[0] == KEPT_PLAIN)
    return g_string_new_len ((const char *) what + 1, (gssize) n_what - 1);
  return what[0] == KEPT_DEFLATED ? inflate_bytes (what + 1, n_what - 1) : NULL;
}
