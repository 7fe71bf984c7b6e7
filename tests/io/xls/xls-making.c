#include "xls-making.h"

#include <string.h>

#define SECTOR ((gsize) 512)
#define END_OF_CHAIN 0xFFFFFFFEu
#define FREE_SECTOR 0xFFFFFFFFu
#define FAT_SECTOR 0xFFFFFFFDu

static void
put (GByteArray *bytes, guint64 value, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const guint8 byte = (guint8) (value >> (8 * i));
      g_byte_array_append (bytes, &byte, 1);
    }
}

static void
set (GByteArray *bytes, gsize at, guint64 value, guint n)
{
  for (guint i = 0; i < n; i++)
    bytes->data[at + i] = (guint8) (value >> (8 * i));
}

void
xls_maker_init (XlsMaker *maker, gboolean is_biff5)
{
  *maker = (XlsMaker){ .stream = g_byte_array_new (), .is_biff5 = is_biff5 };
  xls_record (maker, 0x809, "wwwwll", is_biff5 ? 0x500 : 0x600, 5, 0, 0, 0, 0);
}

void
xls_maker_clear (XlsMaker *maker)
{
  g_byte_array_unref (maker->stream);
}

void
xls_add (XlsMaker *maker, guint16 id, const void *data, gsize length)
{
  put (maker->stream, id, 2);
  put (maker->stream, length, 2);
  g_byte_array_append (maker->stream, data, (guint) length);
}

static void
put_text (const XlsMaker *maker, GByteArray *bytes, const char *text)
{
  if (maker->is_biff5)
    {
      g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text));
      return;
    }
  glong n = 0;
  g_autofree gunichar2 *units = g_utf8_to_utf16 (text, -1, NULL, &n, NULL);
  put (bytes, 1, 1);
  for (glong i = 0; i < n; i++)
    put (bytes, units[i], 2);
}

static void
put_counted (const XlsMaker *maker, GByteArray *bytes, const char *text, guint n_count_bytes)
{
  glong n = (glong) strlen (text);
  if (!maker->is_biff5)
    g_free (g_utf8_to_utf16 (text, -1, NULL, &n, NULL));
  put (bytes, (guint64) n, n_count_bytes);
  put_text (maker, bytes, text);
}

static void
put_double (GByteArray *bytes, double value)
{
  guint64 bits = 0;
  memcpy (&bits, &value, sizeof bits);
  put (bytes, bits, 8);
}

void
xls_record (XlsMaker *maker, guint16 id, const char *form, ...)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  va_list values;
  va_start (values, form);
  for (; *form != '\0'; form++)
    if (*form == 'd')
      put_double (bytes, va_arg (values, double));
    else if (*form == 's')
      put_counted (maker, bytes, va_arg (values, const char *), 2);
    else if (*form == 'n')
      put_counted (maker, bytes, va_arg (values, const char *), 1);
    else
      put (bytes, va_arg (values, guint), *form == 'b' ? 1 : *form == 'w' ? 2 : 4);
  va_end (values);
  xls_add (maker, id, bytes->data, bytes->len);
}

void
xls_add_tab (XlsMaker *maker, const char *name, guint8 state, guint8 kind)
{
  maker->offsets[maker->n_tabs++] = maker->stream->len + 4;
  xls_record (maker, 0x85, "lbbn", 0, state, kind, name);
}

void
xls_begin_sheet (XlsMaker *maker, guint n)
{
  set (maker->stream, maker->offsets[n], maker->stream->len, 4);
  xls_record (maker, 0x809, "wwwwll", maker->is_biff5 ? 0x500 : 0x600, 0x10, 0, 0, 0, 0);
}

void
xls_end (XlsMaker *maker)
{
  xls_record (maker, 0x0A, "");
}

static void
put_entry (
    GByteArray *file, const char *name, guint8 type, guint32 child, guint32 start, gsize size)
{
  const gsize at = file->len;
  for (gsize i = 0; i < 32; i++)
    put (file, i < strlen (name) ? (guint8) name[i] : 0, 2);
  put (file, 2 * (strlen (name) + 1), 2);
  put (file, type, 1);
  put (file, 1, 1);
  put (file, FREE_SECTOR, 4);
  put (file, FREE_SECTOR, 4);
  put (file, child, 4);
  g_byte_array_set_size (file, (guint) (at + 116));
  memset (file->data + at + 80, 0, 36);
  put (file, start, 4);
  put (file, size, 8);
}

/* Sector 0 is the directory, then the stream, then what follows each sector. */
GBytes *
xls_finish (const XlsMaker *maker, const char *name)
{
  const gsize size = MAX (maker->stream->len, 4096);
  const gsize n_sectors = (size + SECTOR - 1) / SECTOR;
  const gsize n_fat = (n_sectors + 1 + 127 + 1) / 127;
  GByteArray *file = g_byte_array_new ();
  g_byte_array_append (file, (const guint8 *) "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  g_byte_array_set_size (file, SECTOR);
  memset (file->data + 8, 0, SECTOR - 8);
  set (file, 24, 0x3E, 2);
  set (file, 26, 3, 2);
  set (file, 28, 0xFFFE, 2);
  set (file, 30, 9, 2);
  set (file, 32, 6, 2);
  set (file, 44, n_fat, 4);
  set (file, 56, 4096, 4);
  set (file, 60, END_OF_CHAIN, 4);
  set (file, 68, END_OF_CHAIN, 4);
  for (gsize i = 0; i < 109; i++)
    set (file, 76 + 4 * i, i < n_fat ? 1 + n_sectors + i : FREE_SECTOR, 4);
  put_entry (file, "Root Entry", 5, 1, END_OF_CHAIN, 0);
  put_entry (file, name, 2, FREE_SECTOR, 1, size);
  g_byte_array_set_size (file, (guint) (2 * SECTOR));
  memset (file->data + SECTOR + 256, 0, 256);
  g_byte_array_append (file, maker->stream->data, maker->stream->len);
  const gsize end = (2 + n_sectors) * SECTOR;
  while (file->len < end)
    put (file, 0, 1);
  put (file, END_OF_CHAIN, 4);
  for (gsize i = 1; i <= n_sectors; i++)
    put (file, i == n_sectors ? END_OF_CHAIN : i + 1, 4);
  for (gsize i = 0; i < n_fat; i++)
    put (file, FAT_SECTOR, 4);
  while (file->len % SECTOR != 0 || file->len < end + n_fat * SECTOR)
    put (file, FREE_SECTOR, 4);
  return g_byte_array_free_to_bytes (file);
}

GBytes *
xls_make_book (void (*add) (XlsMaker *maker), gboolean is_biff5)
{
  XlsMaker maker;
  xls_maker_init (&maker, is_biff5);
  xls_add_tab (&maker, "Roads", 0, 0);
  xls_end (&maker);
  xls_begin_sheet (&maker, 0);
  add (&maker);
  xls_end (&maker);
  GBytes *bytes = xls_finish (&maker, is_biff5 ? "Book" : "Workbook");
  xls_maker_clear (&maker);
  return bytes;
}
