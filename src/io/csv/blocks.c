#include "blocks-private.h"

#include <errno.h>
#include <string.h>

#include "form-private.h"
#include "utf8-private.h"
#include "yanglu/base/error.h"

#define NO_CONVERTER ((GIConv) -1)
/* Two bytes of UTF-16 or GB18030 become at most three. */
#define TEXT_BYTES (YL_CSV_ROW_BYTES + YL_CSV_BLOCK_BYTES / 2 * 3)
#define UNDECODED '\xFF'

static gboolean
open_converter (YlCsvBlocks *blocks, GError **error)
{
  static const char *const names[] = {
    [YL_ENCODING_UTF8] = "UTF-8",       [YL_ENCODING_UTF8_BOM] = "UTF-8",
    [YL_ENCODING_UTF16LE] = "UTF-16LE", [YL_ENCODING_UTF16BE] = "UTF-16BE",
    [YL_ENCODING_GB18030] = "GB18030",
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (names) == YL_N_ENCODINGS);
  blocks->converter = g_iconv_open ("UTF-8", names[blocks->encoding]);
  if (blocks->converter == NO_CONVERTER)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_IO,
                   "本机系统不能转换 %s 编码的文件“%s”，请把它另存为 UTF-8 编码后再读",
                   names[blocks->encoding], yl_input_get_name (blocks->input));
      return FALSE;
    }
  blocks->raw = g_malloc (YL_CSV_BLOCK_BYTES);
  return TRUE;
}

static gboolean
needs_converter (YlEncoding encoding)
{
  return encoding != YL_ENCODING_UTF8 && encoding != YL_ENCODING_UTF8_BOM;
}

YlCsvBlocks *
yl_csv_blocks_new (const YlInput *input, GError **error)
{
  YlEncoding encoding;
  gsize mark_length = 0;
  if (!yl_csv_find_mark (input, &encoding, &mark_length, error))
    return NULL;
  g_autoptr (YlCsvBlocks) blocks = g_new0 (YlCsvBlocks, 1);
  blocks->input = input;
  blocks->encoding = encoding;
  blocks->converter = NO_CONVERTER;
  blocks->is_ascii = mark_length == 0;
  blocks->offset = (goffset) mark_length;
  blocks->text = g_malloc (TEXT_BYTES + YL_CSV_PADDING);
  if (needs_converter (encoding) && !open_converter (blocks, error))
    return NULL;
  return g_steal_pointer (&blocks);
}

void
yl_csv_blocks_free (YlCsvBlocks *blocks)
{
  if (blocks == NULL)
    return;
  if (blocks->converter != NO_CONVERTER)
    g_iconv_close (blocks->converter);
  g_free (blocks->raw);
  g_free (blocks->text);
  g_free (blocks);
}

/* Converts what lies in raw; a character that its end cuts stays there, unless @is_last. */
static void
convert (YlCsvBlocks *blocks, gboolean is_last)
{
  const gsize unit = blocks->encoding == YL_ENCODING_GB18030 ? 1 : 2;
  char *in = blocks->raw;
  gsize in_left = blocks->n_raw;
  char *out = blocks->text + blocks->end;
  gsize out_left = TEXT_BYTES - blocks->end;
  while (in_left > 0 && out_left > 0)
    {
      if (g_iconv (blocks->converter, &in, &in_left, &out, &out_left) != (gsize) -1)
        break;
      if (errno != EILSEQ && !(errno == EINVAL && is_last))
        break;
      if (out_left == 0)
        break;
      const gsize n_skipped = MIN (unit, in_left);
      in += n_skipped;
      in_left -= n_skipped;
      *out++ = UNDECODED;
      out_left--;
    }
  memmove (blocks->raw, in, in_left);
  blocks->n_raw = in_left;
  blocks->end = (gsize) (out - blocks->text);
}

static gboolean
fill_converted (YlCsvBlocks *blocks, GError **error)
{
  const gsize wanted = YL_CSV_BLOCK_BYTES - blocks->n_raw;
  const gssize n_read =
      yl_input_read (blocks->input, blocks->offset, blocks->raw + blocks->n_raw, wanted, error);
  if (n_read < 0)
    return FALSE;
  const gboolean is_last = (gsize) n_read < wanted;
  blocks->offset += n_read;
  blocks->n_raw += (gsize) n_read;
  convert (blocks, is_last);
  blocks->is_last = is_last && blocks->n_raw == 0;
  return TRUE;
}

static gboolean
fill_plain (YlCsvBlocks *blocks, GError **error)
{
  char *at = blocks->text + blocks->end;
  const gssize n_read =
      yl_input_read (blocks->input, blocks->offset, at, YL_CSV_BLOCK_BYTES, error);
  if (n_read < 0)
    return FALSE;
  if (blocks->is_ascii && !yl_utf8_is_ascii (at, (gsize) n_read))
    {
      blocks->is_ascii = FALSE;
      if (!yl_csv_guess_encoding (blocks->input, blocks->offset, &blocks->encoding, error))
        return FALSE;
      if (needs_converter (blocks->encoding))
        return open_converter (blocks, error) && fill_converted (blocks, error);
    }
  blocks->offset += n_read;
  blocks->end += (gsize) n_read;
  blocks->is_last = (gsize) n_read < YL_CSV_BLOCK_BYTES;
  return TRUE;
}

static void
check (YlCsvBlocks *blocks)
{
  const gsize from = blocks->checked;
  const gsize until = from + yl_utf8_check (blocks->text + from, blocks->end - from);
  const gsize left = blocks->end - until;
  const gboolean is_cut =
      left > 0 && yl_utf8_measure (blocks->text + until, left) == YL_UTF8_CUT && !blocks->is_last;
  blocks->has_faults = left > 0 && !is_cut;
  blocks->checked = until;
}

gboolean
yl_csv_blocks_fill (YlCsvBlocks *blocks, GError **error)
{
  g_return_val_if_fail (!blocks->is_last, FALSE);
  g_return_val_if_fail (blocks->end - blocks->start <= YL_CSV_ROW_BYTES, FALSE);

  const gsize start = blocks->start;
  memmove (blocks->text, blocks->text + start, blocks->end - start);
  blocks->start = 0;
  blocks->end -= start;
  blocks->checked = blocks->checked > start ? blocks->checked - start : 0;
  const gboolean is_read = blocks->converter == NO_CONVERTER ? fill_plain (blocks, error)
                                                             : fill_converted (blocks, error);
  if (!is_read)
    return FALSE;
  memset (blocks->text + blocks->end, 0, YL_CSV_PADDING);
  check (blocks);
  return TRUE;
}
