#include "text-private.h"

#include <string.h>

#define NO_CODE_PAGE ((GIConv) -1)

void
yl_xls_texts_init (YlXlsTexts *texts)
{
  *texts = (YlXlsTexts){ .from = NO_CODE_PAGE };
}

void
yl_xls_texts_clear (YlXlsTexts *texts)
{
  if (texts->from != NO_CODE_PAGE)
    g_iconv_close (texts->from);
  texts->from = NO_CODE_PAGE;
}

void
yl_xls_texts_set_code_page (YlXlsTexts *texts, guint16 page)
{
  yl_xls_texts_clear (texts);
  /* What Chinese programs write under 936 has had the larger set for twenty years. */
  g_autofree char *name = page == 936     ? g_strdup ("GB18030")
                          : page == 950   ? g_strdup ("BIG5")
                          : page == 65001 ? g_strdup ("UTF-8")
                                          : g_strdup_printf ("CP%u", page);
  texts->from = g_iconv_open ("UTF-8", name);
}

static void
replace (YlXlsTexts *texts, GString *text)
{
  texts->has_replaced = TRUE;
  g_string_append (text, YL_XLS_REPLACEMENT);
}

static void
append_ascii (YlXlsTexts *texts, const char *bytes, gsize n, GString *text)
{
  for (gsize i = 0; i < n; i++)
    if (bytes[i] > 0)
      g_string_append_c (text, bytes[i]);
    else
      replace (texts, text);
}

static void
append_bytes (YlXlsTexts *texts, char *bytes, gsize n, GString *text)
{
  if (texts->from == NO_CODE_PAGE)
    {
      append_ascii (texts, bytes, n, text);
      return;
    }
  while (n > 0)
    {
      char block[1024];
      char *to = block;
      gsize room = sizeof block;
      const gsize before = n;
      g_iconv (texts->from, &bytes, &n, &to, &room);
      g_string_append_len (text, block, to - block);
      if (n > 0 && n == before && to == block)
        {
          replace (texts, text);
          bytes++;
          n--;
        }
    }
  g_iconv (texts->from, NULL, NULL, NULL, NULL);
}

static gboolean
read_bytes (YlXlsTexts *texts, YlXlsRecords *records, guint n, GString *text)
{
  g_autofree char *bytes = g_malloc (MAX (n, 1));
  if (!yl_xls_records_read (records, (guint8 *) bytes, n))
    return FALSE;
  const gsize start = text->len;
  append_bytes (texts, bytes, n, text);
  for (gsize i = start; i < text->len; i++)
    if (text->str[i] == '\0')
      text->str[i] = ' ';
  return TRUE;
}

/* One unit of UTF-16 to the text; @high is the first half of a pair that waits for its second. */
static void
append_unit (YlXlsTexts *texts, gunichar unit, gunichar *high, GString *text)
{
  const gboolean is_second = unit >= 0xDC00 && unit <= 0xDFFF;
  if (*high != 0 && is_second)
    g_string_append_unichar (text, 0x10000 + ((*high - 0xD800) << 10) + (unit - 0xDC00));
  else
    {
      if (*high != 0)
        replace (texts, text);
      if (is_second || unit == 0)
        replace (texts, text);
      else if (unit < 0xD800 || unit > 0xDBFF)
        g_string_append_unichar (text, unit);
    }
  *high = unit >= 0xD800 && unit <= 0xDBFF ? unit : 0;
}

static gboolean
read_units (YlXlsTexts *texts, YlXlsRecords *records, gboolean is_wide, guint n, GString *text)
{
  gunichar high = 0;
  for (guint i = 0; i < n; i++)
    {
      gboolean is_continued = FALSE;
      if (!yl_xls_records_fill (records, &is_continued))
        return FALSE;
      if (is_continued)
        is_wide = (records->data[records->used++] & 1) != 0;
      guint8 unit[2] = { 0 };
      if (!yl_xls_records_read (records, unit, is_wide ? 2 : 1))
        return FALSE;
      append_unit (texts, yl_bytes_get_16 (unit), &high, text);
    }
  if (high != 0)
    replace (texts, text);
  return TRUE;
}

/* The head: how wide, and how much of the looks of parts and of phonetic marks follows ([MS-XLS]
 * 2.5.293). */
enum
{
  IS_WIDE = 0x01,
  HAS_PHONETIC = 0x04,
  HAS_RUNS = 0x08,
};

gboolean
yl_xls_texts_read (YlXlsTexts *texts, YlXlsRecords *records, guint n, GString *text)
{
  if (!texts->is_wide)
    return read_bytes (texts, records, n, text);
  guint8 flags = 0;
  guint8 runs[2] = { 0 };
  guint8 phonetic[4] = { 0 };
  if (!yl_xls_records_read (records, &flags, 1)
      || ((flags & HAS_RUNS) != 0 && !yl_xls_records_read (records, runs, sizeof runs))
      || ((flags & HAS_PHONETIC) != 0 && !yl_xls_records_read (records, phonetic, sizeof phonetic))
      || !read_units (texts, records, (flags & IS_WIDE) != 0, n, text))
    return FALSE;
  return yl_xls_records_skip (records,
                              (guint64) 4 * yl_bytes_get_16 (runs) + yl_bytes_get_32 (phonetic));
}
