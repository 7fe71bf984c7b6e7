#pragma once

#include "yanglu/io/csv/reader.h"

#define YL_CSV_BLOCK_BYTES (256u * 1024u)
/** Longest row; what a quote that never closes may swallow. */
#define YL_CSV_ROW_BYTES (1024u * 1024u)
/** Readable bytes behind the text, for scanning by chunks. */
#define YL_CSV_PADDING 128u

/**
 * YlCsvBlocks: a file as UTF-8, a block at a time. What could not be decoded stands as a byte 0xFF,
 * so that it is found and told in one place, where the row is known.
 */
typedef struct
{
  const YlInput *input;
  YlEncoding encoding;
  GIConv converter;  /* (GIConv) -1: the file is UTF-8 as it stands */
  gboolean is_ascii; /* so far; the first other byte decides between UTF-8 and GB18030 */
  goffset offset;    /* of the next block in the file */
  char *raw;         /* bytes of the file that are not converted yet */
  gsize n_raw;

  char *text;
  gsize start;         /* of the first row that was not taken yet */
  gsize end;           /* of the text */
  gsize checked;       /* up to here the text is right: its end or its first fault */
  gboolean has_faults; /* the text from start on is not all UTF-8, or holds NUL */
  gboolean is_last;    /* the file ends with this text */
} YlCsvBlocks;

YlCsvBlocks *yl_csv_blocks_new (const YlInput *input, GError **error);
void yl_csv_blocks_free (YlCsvBlocks *blocks);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlCsvBlocks, yl_csv_blocks_free)

/**
 * yl_csv_blocks_fill: moves what was not taken to the front and reads on. Not when it is the last,
 * nor with a row's limit of text not taken yet.
 */
gboolean yl_csv_blocks_fill (YlCsvBlocks *blocks, GError **error);
