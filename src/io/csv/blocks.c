#include "blocks-private.h"

#include <errno.h>
#include <string.h>

#include "utf8-private.h"
#include "yanglu/base/enum-table.h"
#include "yanglu/base/error.h"

#define NO_CONVERTER ((GIConv) -1)
/* Two bytes of UTF-16 or GB18030 become at most three. */
#define TEXT_BYTES (YL_CSV_ROW_BYTES + YL_CSV_BLOCK_BYTES / 2 * 3)
#define UNDECODED '\xFF'

#define SAMPLE_BYTES (64u * 1024u)
#define ENOUGH_CHARACTERS 4096u
/* A file that goes on in ASCII for so long after its first other byte is decided by what was seen. */
#define FARTHEST_SAMPLE (8 * 1024 * 1024)

YL_DEFINE_TEXTS (yl_encoding_get_name,
                 YlEncoding,
                 YL_N_ENCODINGS,
                 [YL_ENCODING_UTF8] = "UTF-8",
                 [YL_ENCODING_UTF8_BOM] = "UTF-8（带 BOM）",
                 [YL_ENCODING_UTF16LE] = "UTF-16LE",
                 [YL_ENCODING_UTF16BE] = "UTF-16BE",
                 [YL_ENCODING_GB18030] = "GB18030")

/* Takes the encoding that a byte-order mark names, and UTF-8 without one. */
static gboolean
read_mark (YlCsvBlocks *blocks, GError **error)
{
  static const struct
  {
    const char *bytes;
    gsize length;
    YlEncoding encoding;
  } marks[] = {
    { "\xEF\xBB\xBF", 3, YL_ENCODING_UTF8_BOM },
    { "\xFF\xFE", 2, YL_ENCODING_UTF16LE },
    { "\xFE\xFF", 2, YL_ENCODING_UTF16BE },
    { "\x84\x31\x95\x33", 4, YL_ENCODING_GB18030 },
  };
  char head[4];
  const gssize n_read = yl_input_read (blocks->input, 0, head, sizeof head, error);
  if (n_read < 0)
    return FALSE;
  blocks->encoding = YL_ENCODING_UTF8;
  for (gsize i = 0; i < G_N_ELEMENTS (marks) && blocks->offset == 0; i++)
    if ((gsize) n_read >= marks[i].length && memcmp (head, marks[i].bytes, marks[i].length) == 0)
      {
        blocks->encoding = marks[i].encoding;
        blocks->offset = (goffset) marks[i].length;
      }
  blocks->is_ascii = blocks->offset == 0;
  return TRUE;
}

/* What a text looks like when it is taken for UTF-8. */
typedef struct
{
  gsize n_right; /* characters beyond ASCII */
  gsize n_wrong; /* bytes that begin none */
} Evidence;

/* Returns: the bytes that were weighed; a character cut by the end is left for the next sample. */
static gsize
weigh (const char *at, gsize length, gboolean is_last, Evidence *evidence)
{
  gsize done = 0;
  while (done < length)
    {
      const guint width = yl_utf8_measure (at + done, length - done);
      if (width == YL_UTF8_CUT && !is_last)
        break;
      const gboolean is_wrong = width == YL_UTF8_CUT || (width == 0 && at[done] != '\0');
      if (is_wrong)
        evidence->n_wrong++;
      else if (width > 1)
        evidence->n_right++;
      done += is_wrong || width == 0 ? 1 : width;
    }
  return done;
}

/* UTF-8 or GB18030, by what stands from the next block on, where the text first leaves ASCII. It
 * looks on until it has seen enough, over as many blocks as that takes. */
static gboolean
guess_encoding (YlCsvBlocks *blocks, GError **error)
{
  g_autofree char *sample = g_malloc (SAMPLE_BYTES);
  Evidence evidence = { 0 };
  gboolean is_last = FALSE;
  goffset offset = blocks->offset;
  const goffset farthest = offset + FARTHEST_SAMPLE;
  while (!is_last && offset < farthest && evidence.n_right + evidence.n_wrong < ENOUGH_CHARACTERS)
    {
      const gssize n_read = yl_input_read (blocks->input, offset, sample, SAMPLE_BYTES, error);
      if (n_read < 0)
        return FALSE;
      is_last = (gsize) n_read < SAMPLE_BYTES;
      offset += (goffset) weigh (sample, (gsize) n_read, is_last, &evidence);
    }
  /* Of GB18030 text taken for UTF-8 about one byte in five happens to be right; damaged UTF-8 is
   * right nearly everywhere. */
  blocks->encoding =
      evidence.n_right >= 4 * evidence.n_wrong ? YL_ENCODING_UTF8 : YL_ENCODING_GB18030;
  return TRUE;
}

static gboolean
open_converter (YlCsvBlocks *blocks, GError **error)
{
  const char *name = yl_encoding_get_name (blocks->encoding);
  blocks->converter = g_iconv_open ("UTF-8", name);
  if (blocks->converter == NO_CONVERTER)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_IO,
                   "本机系统不能转换 %s 编码的文件“%s”，请把它另存为 UTF-8 编码后再读", name,
                   yl_input_get_name (blocks->input));
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
  g_autoptr (YlCsvBlocks) blocks = g_new0 (YlCsvBlocks, 1);
  blocks->input = input;
  blocks->converter = NO_CONVERTER;
  blocks->text = g_malloc (TEXT_BYTES + YL_CSV_PADDING);
  if (!read_mark (blocks, error)
      || (needs_converter (blocks->encoding) && !open_converter (blocks, error)))
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
      if (!guess_encoding (blocks, error))
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
