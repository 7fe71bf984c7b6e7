#include "xlsx-making.h"

#include <string.h>
#include <zlib.h>

#define LOCAL_HEADER 0x04034b50u
#define CENTRAL_HEADER 0x02014b50u
#define DATA_DESCRIPTOR 0x08074b50u
#define END_RECORD 0x06054b50u

struct _XlsxMaker
{
  GByteArray *bytes;
  GByteArray *directory;
  guint n_entries;
  guint last_offset;
};

typedef struct
{
  const char *name;
  guint oddities;
  guint32 crc;
  guint32 compressed;
  guint32 length;
  guint offset;
} Entry;

XlsxMaker *
xlsx_maker_new (void)
{
  XlsxMaker *maker = g_new0 (XlsxMaker, 1);
  maker->bytes = g_byte_array_new ();
  maker->directory = g_byte_array_new ();
  return maker;
}

void
xlsx_maker_free (XlsxMaker *maker)
{
  if (maker == NULL)
    return;
  g_byte_array_unref (maker->bytes);
  g_byte_array_unref (maker->directory);
  g_free (maker);
}

/* @n bytes of @value, the lowest first. */
static void
put (GByteArray *to, guint64 value, guint n)
{
  for (; n > 0; n--, value >>= 8)
    {
      const guint8 byte = (guint8) (value & 0xFF);
      g_byte_array_append (to, &byte, 1);
    }
}

static GByteArray *
deflate_bytes (const void *content, gsize length)
{
  GByteArray *out = g_byte_array_new ();
  g_byte_array_set_size (out, (guint) (compressBound (length) + 64));
  z_stream stream = { .next_in = (Bytef *) (gpointer) content, .avail_in = (uInt) length };
  deflateInit2 (&stream, 9, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
  stream.next_out = out->data;
  stream.avail_out = out->len;
  g_assert (deflate (&stream, Z_FINISH) == Z_STREAM_END);
  g_byte_array_set_size (out, (guint) stream.total_out);
  deflateEnd (&stream);
  return out;
}

static void
put_common (GByteArray *to, const Entry *entry, gboolean is_local)
{
  const gboolean is_late = is_local && (entry->oddities & XLSX_DESCRIPTOR) != 0;
  const gboolean is_wide = (entry->oddities & XLSX_ZIP64) != 0;
  const guint flags = ((entry->oddities & XLSX_ENCRYPTED) != 0 ? 1u : 0u)
                      | ((entry->oddities & XLSX_DESCRIPTOR) != 0 ? 8u : 0u);
  const guint method = (entry->oddities & XLSX_ODD_METHOD) != 0 ? 9
                       : (entry->oddities & XLSX_STORED) != 0   ? 0
                                                                : Z_DEFLATED;
  put (to, is_wide ? 45 : 20, 2);
  put (to, flags, 2);
  put (to, method, 2);
  put (to, 0x00210000, 4); /* 1 January 1980 */
  put (to, is_late ? 0 : entry->crc, 4);
  put (to, is_wide ? G_MAXUINT32 : is_late ? 0 : entry->compressed, 4);
  put (to, is_wide ? G_MAXUINT32 : is_late ? 0 : entry->length, 4);
  put (to, strlen (entry->name), 2);
  put (to, is_wide ? 20 : 0, 2);
}

static void
put_extra (GByteArray *to, const Entry *entry)
{
  if ((entry->oddities & XLSX_ZIP64) == 0)
    return;
  put (to, 1, 2);
  put (to, 16, 2);
  put (to, entry->length, 8);
  put (to, entry->compressed, 8);
}

static void
put_name (GByteArray *to, const Entry *entry)
{
  g_byte_array_append (to, (const guint8 *) entry->name, (guint) strlen (entry->name));
}

static void
put_local (XlsxMaker *maker, const Entry *entry, const GByteArray *data)
{
  put (maker->bytes, LOCAL_HEADER, 4);
  put_common (maker->bytes, entry, TRUE);
  put_name (maker->bytes, entry);
  put_extra (maker->bytes, entry);
  g_byte_array_append (maker->bytes, data->data, data->len);
  if ((entry->oddities & XLSX_DESCRIPTOR) == 0)
    return;
  put (maker->bytes, DATA_DESCRIPTOR, 4);
  put (maker->bytes, entry->crc, 4);
  put (maker->bytes, entry->compressed, 4);
  put (maker->bytes, entry->length, 4);
}

static void
put_central (XlsxMaker *maker, const Entry *entry)
{
  put (maker->directory, CENTRAL_HEADER, 4);
  put (maker->directory, 20, 2);
  put_common (maker->directory, entry, FALSE);
  put (maker->directory, 0, 2 + 2 + 2 + 4);
  put (maker->directory, entry->offset, 4);
  put_name (maker->directory, entry);
  put_extra (maker->directory, entry);
  maker->n_entries++;
}

void
xlsx_maker_add_bytes (
    XlsxMaker *maker, const char *name, const void *content, gsize length, guint oddities)
{
  g_autoptr (GByteArray) data = NULL;
  if ((oddities & XLSX_STORED) != 0)
    data = g_byte_array_append (g_byte_array_new (), content, (guint) length);
  else
    data = deflate_bytes (content, length);
  const guint32 crc = (guint32) crc32 (crc32 (0, NULL, 0), content, (uInt) length);
  const Entry entry = {
    .name = name,
    .oddities = oddities,
    .crc = (oddities & XLSX_WRONG_CRC) != 0 ? ~crc : crc,
    .compressed = data->len,
    .length = (guint32) length - ((oddities & XLSX_SHORT_LENGTH) != 0 ? 1 : 0),
    .offset = (oddities & XLSX_SAME_BYTES) != 0 ? maker->last_offset : maker->bytes->len,
  };
  if ((oddities & XLSX_SAME_BYTES) == 0)
    put_local (maker, &entry, data);
  maker->last_offset = entry.offset;
  put_central (maker, &entry);
}

void
xlsx_maker_add (XlsxMaker *maker, const char *name, const char *content, guint oddities)
{
  xlsx_maker_add_bytes (maker, name, content, strlen (content), oddities);
}

GBytes *
xlsx_maker_finish (XlsxMaker *maker)
{
  const guint start = maker->bytes->len;
  g_byte_array_append (maker->bytes, maker->directory->data, maker->directory->len);
  put (maker->bytes, END_RECORD, 4);
  put (maker->bytes, 0, 4);
  put (maker->bytes, maker->n_entries, 2);
  put (maker->bytes, maker->n_entries, 2);
  put (maker->bytes, maker->directory->len, 4);
  put (maker->bytes, start, 4);
  put (maker->bytes, 0, 2);
  GBytes *bytes = g_bytes_new (maker->bytes->data, maker->bytes->len);
  return bytes;
}

void
xlsx_maker_add_frame (XlsxMaker *maker)
{
  xlsx_maker_add (maker, "_rels/.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("r1", "officeDocument", "xl/workbook.xml")),
                  XLSX_PLAIN);
  xlsx_maker_add (maker, "xl/workbook.xml",
                  "<workbook xmlns=\"" XLSX_MAIN "\" xmlns:r=\"" XLSX_RELATIONS "\"><sheets>"
                  "<sheet name=\"里程\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>",
                  XLSX_PLAIN);
  xlsx_maker_add (maker, "xl/_rels/workbook.xml.rels",
                  XLSX_RELATIONSHIPS (XLSX_RELATION ("r1", "worksheet", "worksheets/sheet1.xml")),
                  XLSX_PLAIN);
}

GBytes *
xlsx_make_book (const char *rows)
{
  g_autoptr (XlsxMaker) maker = xlsx_maker_new ();
  g_autofree char *sheet = g_strconcat ("<worksheet xmlns=\"" XLSX_MAIN "\"><sheetData>", rows,
                                        "</sheetData></worksheet>", NULL);
  xlsx_maker_add_frame (maker);
  xlsx_maker_add (maker, "xl/worksheets/sheet1.xml", sheet, XLSX_PLAIN);
  return xlsx_maker_finish (maker);
}
