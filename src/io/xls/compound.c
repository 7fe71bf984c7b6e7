#include "compound-private.h"

#include "bytes-private.h"
#include "yanglu/base/error.h"

#include <string.h>

/* [MS-CFB] 2.2 */
#define HEADER_BYTES 512
#define FIRST_DIFAT_ENTRIES 109
#define MINI_SECTOR_SHIFT 6
#define ENTRY_BYTES 128
#define LAST_SECTOR 0xFFFFFFFAu /* above it stand marks: free, end of chain */
#define NO_ENTRY 0xFFFFFFFFu

/* Sectors of one size, and which one follows each. */
typedef struct
{
  const guint8 *at; /* sector 0 */
  gsize size;
  guint shift;
  GArray *next; /* of guint32 */
} Sectors;

struct _YlCompound
{
  char *name;
  GBytes *bytes;
  Sectors big;
  Sectors mini;
  GByteArray *mini_stream;
  GByteArray *directory;
  guint32 mini_cutoff;  /* shorter streams lie in the mini sectors */
  GArray *root_entries; /* of guint32: what lies in the root storage */
};

static gboolean
refuse (const YlCompound *compound, GError **error)
{
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "工作簿“%s”不完整或已损坏。请重新取得该文件，或用 Excel、WPS 打开后另存为 .xlsx "
               "再试。",
               compound->name);
  return FALSE;
}

/* Where sector @id lies and how much of it is there: writers cut the last one short. */
static gsize
find_sector (const Sectors *sectors, guint32 id, const guint8 **out_at)
{
  const guint64 offset = (guint64) id << sectors->shift;
  if (offset >= sectors->size)
    return 0;
  *out_at = sectors->at + offset;
  return MIN ((gsize) 1 << sectors->shift, sectors->size - (gsize) offset);
}

/* (nullable) (transfer full): @length bytes of the chain that begins with sector @id; all of it when
 * @length is G_MAXSIZE. */
static GByteArray *
read_chain (const Sectors *sectors, guint32 id, gsize length)
{
  const gboolean is_open_ended = length == G_MAXSIZE;
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  /* A chain of sectors that are each there once is no longer than the file. */
  while (bytes->len < length && (id <= LAST_SECTOR || !is_open_ended))
    {
      const guint8 *at = NULL;
      const gsize n = id < sectors->next->len ? find_sector (sectors, id, &at) : 0;
      if (n == 0 || bytes->len >= sectors->size)
        return NULL;
      g_byte_array_append (bytes, at, (guint) MIN (n, length - bytes->len));
      id = g_array_index (sectors->next, guint32, id);
    }
  return g_steal_pointer (&bytes);
}

static gboolean
add_fat_sector (YlCompound *compound, guint32 id)
{
  const guint8 *at = NULL;
  const gsize n = find_sector (&compound->big, id, &at);
  if (n != (gsize) 1 << compound->big.shift)
    return FALSE;
  for (gsize i = 0; i < n; i += 4)
    {
      const guint32 next = yl_bytes_get_32 (at + i);
      g_array_append_val (compound->big.next, next);
    }
  return TRUE;
}

/* Whether every sector of the file has its entry: more are none of this file's. */
static gboolean
is_fat_whole (const YlCompound *compound)
{
  return compound->big.next->len > compound->big.size >> compound->big.shift;
}

static gboolean
add_fat_sectors (YlCompound *compound, const guint8 *ids, guint n_ids, guint32 *n_left)
{
  for (guint i = 0; i<n_ids && * n_left> 0 && !is_fat_whole (compound); i++, (*n_left)--)
    if (!add_fat_sector (compound, yl_bytes_get_32 (ids + (gsize) 4 * i)))
      return FALSE;
  return TRUE;
}

/* The table of what follows each sector is itself spread over sectors: the first of them are named
 * in the header, others in a chain of their own ([MS-CFB] 2.5). */
static gboolean
read_fat (YlCompound *compound, const guint8 *header)
{
  guint32 n_left = yl_bytes_get_32 (header + 44);
  guint32 id = yl_bytes_get_32 (header + 68);
  const guint n_ids = (1u << compound->big.shift) / 4 - 1;
  if (!add_fat_sectors (compound, header + 76, FIRST_DIFAT_ENTRIES, &n_left))
    return FALSE;
  while (n_left > 0 && !is_fat_whole (compound))
    {
      const guint8 *at = NULL;
      if (find_sector (&compound->big, id, &at) != (gsize) 1 << compound->big.shift
          || !add_fat_sectors (compound, at, n_ids, &n_left))
        return FALSE;
      id = yl_bytes_get_32 (at + (gsize) 4 * n_ids);
    }
  return TRUE;
}

static guint
get_n_entries (const YlCompound *compound)
{
  return compound->directory->len / ENTRY_BYTES;
}

static const guint8 *
get_entry (const YlCompound *compound, guint32 id)
{
  return compound->directory->data + (gsize) id * ENTRY_BYTES;
}

/* The entries of a storage are a tree of siblings ([MS-CFB] 2.6.4). */
static gboolean
gather_root_entries (YlCompound *compound)
{
  const guint n_entries = get_n_entries (compound);
  g_autoptr (GArray) waiting = g_array_new (FALSE, FALSE, sizeof (guint32));
  guint32 id = yl_bytes_get_32 (get_entry (compound, 0) + 76);
  g_array_append_val (waiting, id);
  while (waiting->len > 0)
    {
      id = g_array_index (waiting, guint32, waiting->len - 1);
      g_array_set_size (waiting, waiting->len - 1);
      if (id == NO_ENTRY)
        continue;
      if (id >= n_entries || compound->root_entries->len >= n_entries)
        return FALSE;
      g_array_append_val (compound->root_entries, id);
      const guint32 left = yl_bytes_get_32 (get_entry (compound, id) + 68);
      const guint32 right = yl_bytes_get_32 (get_entry (compound, id) + 72);
      g_array_append_val (waiting, left);
      g_array_append_val (waiting, right);
    }
  return TRUE;
}

static gboolean
read_directory (YlCompound *compound, const guint8 *header)
{
  compound->directory = read_chain (&compound->big, yl_bytes_get_32 (header + 48), G_MAXSIZE);
  return compound->directory != NULL && get_n_entries (compound) > 0
         && gather_root_entries (compound);
}

static gboolean
read_mini (YlCompound *compound, const guint8 *header)
{
  const guint8 *root = get_entry (compound, 0);
  compound->mini_cutoff = yl_bytes_get_32 (header + 56);
  compound->mini.next = g_array_new (FALSE, FALSE, sizeof (guint32));
  compound->mini.shift = MINI_SECTOR_SHIFT;
  const guint32 id = yl_bytes_get_32 (header + 60);
  if (id > LAST_SECTOR)
    return TRUE;
  g_autoptr (GByteArray) table = read_chain (&compound->big, id, G_MAXSIZE);
  compound->mini_stream =
      read_chain (&compound->big, yl_bytes_get_32 (root + 116), yl_bytes_get_32 (root + 120));
  if (table == NULL || compound->mini_stream == NULL)
    return FALSE;
  for (guint i = 0; i + 4 <= table->len; i += 4)
    {
      const guint32 next = yl_bytes_get_32 (table->data + i);
      g_array_append_val (compound->mini.next, next);
    }
  compound->mini.at = compound->mini_stream->data;
  compound->mini.size = compound->mini_stream->len;
  return TRUE;
}

static gboolean
read_header (YlCompound *compound)
{
  gsize size = 0;
  const guint8 *header = g_bytes_get_data (compound->bytes, &size);
  if (size < HEADER_BYTES)
    return FALSE;
  const guint shift = yl_bytes_get_16 (header + 30);
  if ((shift != 9 && shift != 12) || size <= (gsize) 1 << shift)
    return FALSE;
  compound->big = (Sectors){ .at = header + ((gsize) 1 << shift),
                             .size = size - ((gsize) 1 << shift),
                             .shift = shift,
                             .next = g_array_new (FALSE, FALSE, sizeof (guint32)) };
  return read_fat (compound, header) && read_directory (compound, header)
         && read_mini (compound, header);
}

YlCompound *
yl_compound_open (const YlInput *input, const YlBookLimits *limits, GError **error)
{
  if ((guint64) yl_input_get_size (input) > limits->inflated_bytes)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_LIMIT,
                   "工作簿“%s”超过 %" G_GUINT64_FORMAT " 字节的上限，未读。请把表拆成几个文件。",
                   yl_input_get_name (input), limits->inflated_bytes);
      return NULL;
    }
  GBytes *bytes = yl_input_load (input, error);
  if (bytes == NULL)
    return NULL;
  g_autoptr (YlCompound) compound = g_new0 (YlCompound, 1);
  compound->name = g_strdup (yl_input_get_name (input));
  compound->bytes = bytes;
  compound->root_entries = g_array_new (FALSE, FALSE, sizeof (guint32));
  if (!read_header (compound))
    {
      refuse (compound, error);
      return NULL;
    }
  return g_steal_pointer (&compound);
}

void
yl_compound_free (YlCompound *compound)
{
  if (compound == NULL)
    return;
  g_clear_pointer (&compound->big.next, g_array_unref);
  g_clear_pointer (&compound->mini.next, g_array_unref);
  g_clear_pointer (&compound->mini_stream, g_byte_array_unref);
  g_clear_pointer (&compound->directory, g_byte_array_unref);
  g_array_unref (compound->root_entries);
  g_bytes_unref (compound->bytes);
  g_free (compound->name);
  g_free (compound);
}

/* Names are UTF-16 with an end of their own, at most 31 characters. */
static gboolean
is_named (const guint8 *entry, const char *name)
{
  const gsize length = strlen (name);
  if (yl_bytes_get_16 (entry + 64) != 2 * (length + 1))
    return FALSE;
  for (gsize i = 0; i < length; i++)
    if (entry[2 * i + 1] != 0 || g_ascii_tolower ((char) entry[2 * i]) != g_ascii_tolower (name[i]))
      return FALSE;
  return TRUE;
}

static const guint8 *
find_entry (const YlCompound *compound, const char *name)
{
  for (guint i = 0; i < compound->root_entries->len; i++)
    {
      const guint8 *entry =
          get_entry (compound, g_array_index (compound->root_entries, guint32, i));
      if (is_named (entry, name))
        return entry;
    }
  return NULL;
}

gboolean
yl_compound_has (const YlCompound *compound, const char *name)
{
  return find_entry (compound, name) != NULL;
}

GBytes *
yl_compound_read (const YlCompound *compound, const char *name, GError **error)
{
  const guint8 *entry = find_entry (compound, name);
  g_return_val_if_fail (entry != NULL, NULL);
  /* The upper half of the size is rubbish in files of the older version. */
  const guint32 size = yl_bytes_get_32 (entry + 120);
  const Sectors *sectors = size < compound->mini_cutoff ? &compound->mini : &compound->big;
  GByteArray *bytes = read_chain (sectors, yl_bytes_get_32 (entry + 116), size);
  if (bytes != NULL)
    return g_byte_array_free_to_bytes (bytes);
  refuse (compound, error);
  return NULL;
}
