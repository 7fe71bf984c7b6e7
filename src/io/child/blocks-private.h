#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

/**
 * How parent and child speak: the child sends blocks, each a guint32 of its bytes and as many bytes;
 * the parent answers each with one byte, but for the last. A block holds records one after another,
 * each a guint32 of YlChildRecord and what its comment says, in the byte order of the machine. A text is a
 * guint32 of its bytes, %YL_RECORD_NO_TEXT for NULL, and as many bytes.
 */
typedef enum
{
  YL_RECORD_SHEET = 1, /* guint32 is_hidden, text name; the last one of its block */
  YL_RECORD_ROW,       /* YlRowId, guint32 cells, guint32 bytes of each, their bytes */
  YL_RECORD_SHEET_END,
  YL_RECORD_FINDING,     /* guint32 code, severity, is_priced, YlRowId, texts */
  YL_RECORD_PROGRESS,    /* gint64 done, all */
  YL_RECORD_ERROR,       /* guint32 of YlError, text; the last one of all */
  YL_RECORD_DONE,        /* the last one of all */
  YL_RECORD_TEXT,        /* text: the next one of the workbook, the first is 1 */
  YL_RECORD_LOOK,        /* guint32 ink, paper, size, is_upright, is_shrunk, text format */
  YL_RECORD_BOOK_SHEET,  /* guint32 of YlSheetState, is_filtered, numbers of the page, text name */
  YL_RECORD_CELLS,       /* guint32 n, n YlCell */
  YL_RECORD_HIDDEN_ROWS, /* guint32 n, n guint32 */
  YL_RECORD_HIDDEN_COLUMNS, /* guint32 n, n guint16 */
  YL_RECORD_MERGES,         /* guint32 n, n YlCellRange */
  YL_RECORD_LOOK_RUNS,      /* guint32 n, n YlLookRun */
  YL_RECORD_WIDTHS,         /* guint32 n, n YlColumnWidth */
  YL_RECORD_HEIGHTS,        /* guint32 n, n YlRowHeight */
  YL_RECORD_CONDITIONS,     /* guint32 n, n YlLookCondition */
  YL_RECORD_PRINT_AREAS,    /* guint32 n, n YlCellRange */
  YL_RECORD_COVERS,         /* guint32 n, n YlCellRange */
  YL_RECORD_NAME,           /* text name, text reference */
  YL_RECORD_HIDE_ROW,       /* YlRowId of one that comes later */
  /* Behind the rows of a sheet, with its merges: */
  YL_RECORD_UNSAVED,    /* guint32 n formulas that nobody could work out */
  YL_RECORD_WORKED_OUT, /* guint32 row, column, text of a formula whose value was not saved */
} YlChildRecord;

#define YL_RECORD_NO_TEXT G_MAXUINT32

/** What the parent answers a block. */
#define YL_ANSWER_GO_ON '+'
#define YL_ANSWER_LEAVE '-' /* nothing more of this sheet */

/** A block is sent as soon as it has so many bytes; one record more is in it. */
#define YL_BLOCK_BYTES ((gsize) 64 * 1024)
/** No record is longer: a row of a hundred of the longest cells. */
#define YL_RECORD_MAX_BYTES ((gsize) 16 * 1024 * 1024)
#define YL_BLOCK_TEXT_BYTES (YL_RECORD_MAX_BYTES / 16)
/** Of all cells of a row. */
#define YL_ROW_MAX_TEXT_BYTES (YL_RECORD_MAX_BYTES - (gsize) 128 * 1024)
#define YL_BLOCK_MAX_BYTES (YL_BLOCK_BYTES + YL_RECORD_MAX_BYTES)

/** YlBlock: one on its way out. */
typedef struct
{
  int fd;
  GByteArray *bytes; /* its length first */
} YlBlock;

void yl_block_init (YlBlock *block, int fd);
void yl_block_clear (YlBlock *block);

/** yl_block_add: @count bytes that the caller fills at once. */
char *yl_block_add (YlBlock *block, gsize count);
void yl_block_add_number (YlBlock *block, guint32 number);
void yl_block_add_long (YlBlock *block, gint64 number);
/** yl_block_add_text: @text is (nullable); it is cut at YL_BLOCK_TEXT_BYTES. */
void yl_block_add_text (YlBlock *block, const char *text);
static inline gboolean
yl_block_is_full (const YlBlock *block)
{
  return block->bytes->len >= YL_BLOCK_BYTES;
}
/** yl_block_send: empties @block. Returns: what the other side answered; '\0' when it is gone. */
char yl_block_send (YlBlock *block);
/** yl_block_send_last: the one that nobody answers. */
gboolean yl_block_send_last (YlBlock *block);

/** YlCursor: what is left of a block that came in. Nothing that it says is believed: whoever takes
 * more than is left gets zeros, and @is_bad says so for good. */
typedef struct
{
  const char *at;
  gsize left;
  gboolean is_bad;
} YlCursor;

/** yl_cursor_take: (nullable): the next @count bytes. */
const char *yl_cursor_take (YlCursor *cursor, guint64 count);
guint32 yl_cursor_take_number (YlCursor *cursor);
/** yl_cursor_take_below: a number that has to be below @limit. */
guint32 yl_cursor_take_below (YlCursor *cursor, guint32 limit);
gint64 yl_cursor_take_long (YlCursor *cursor);
/** yl_cursor_take_text: (transfer full) (nullable): has to be UTF-8 without NUL. */
char *yl_cursor_take_text (YlCursor *cursor);

G_END_DECLS
