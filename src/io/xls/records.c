#include "records-private.h"

#include <string.h>

#define HEAD_BYTES 4

gboolean
yl_xls_records_next (YlXlsRecords *records)
{
  if (records->next > records->size || records->size - records->next < HEAD_BYTES)
    return FALSE;
  const guint8 *head = records->stream + records->next;
  const guint length = yl_bytes_get_16 (head + 2);
  if (records->size - records->next - HEAD_BYTES < length)
    return FALSE;
  records->id = yl_bytes_get_16 (head);
  records->data = head + HEAD_BYTES;
  records->length = length;
  records->used = 0;
  records->next += HEAD_BYTES + length;
  return TRUE;
}

static gboolean
open_continue (YlXlsRecords *records)
{
  const guint16 id = records->id;
  if (records->size - records->next < HEAD_BYTES
      || yl_bytes_get_16 (records->stream + records->next) != YL_XLS_CONTINUE
      || !yl_xls_records_next (records))
    return FALSE;
  records->id = id;
  return TRUE;
}

gboolean
yl_xls_records_fill (YlXlsRecords *records, gboolean *out_is_continued)
{
  *out_is_continued = FALSE;
  while (records->used == records->length)
    {
      if (!open_continue (records))
        return FALSE;
      *out_is_continued = TRUE;
    }
  return TRUE;
}

gboolean
yl_xls_records_read (YlXlsRecords *records, guint8 *out, guint n)
{
  gboolean is_continued = FALSE;
  while (n > 0)
    {
      if (!yl_xls_records_fill (records, &is_continued))
        return FALSE;
      const guint part = MIN (n, records->length - records->used);
      memcpy (out, records->data + records->used, part);
      records->used += part;
      out += part;
      n -= part;
    }
  return TRUE;
}

gboolean
yl_xls_records_skip (YlXlsRecords *records, guint64 n)
{
  gboolean is_continued = FALSE;
  while (n > 0)
    {
      if (!yl_xls_records_fill (records, &is_continued))
        return FALSE;
      const guint part = (guint) MIN (n, records->length - records->used);
      records->used += part;
      n -= part;
    }
  return TRUE;
}
