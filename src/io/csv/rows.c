#include "rows-private.h"

#include <string.h>

#include "lanes-private.h"

/* What a row is split by, in 64 bytes: bit i stands for byte i. */
typedef struct
{
  guint64 ends;   /* the delimiter, LF, and CR unless LF follows it */
  guint64 quotes; /* " */
} Marks;

/* CR and quotes are rare in most files: they are looked at apart. @at[64] must be readable. */
static inline Marks
marks_of_rare (const char *at, guint64 rare, guint64 all)
{
  const guint64 feeds = YL_CHUNK_GATHER (at, lanes == '\n');
  const guint64 quotes = YL_CHUNK_GATHER (at, lanes == '"');
  const guint64 followed = feeds >> 1 | (guint64) (at[YL_CHUNK_BYTES] == '\n') << 63;
  const guint64 pairs = rare & ~quotes & followed;
  return (Marks){ all & ~quotes & ~pairs, quotes };
}

/* @at: 65 readable bytes, even where the text ends before */
static inline Marks
marks_of (const char *at, char delimiter)
{
  guint64 all = 0;
  guint64 rare = 0;
  const gint8 separator = (gint8) delimiter;
#pragma GCC unroll 4
  for (guint i = 0; i < YL_CHUNK_BYTES; i += 16)
    {
      const YlLanes lanes = yl_lanes_load (at + i);
      const YlLanes is_rare = (lanes == '\r') | (lanes == '"');
      rare |= yl_lanes_gather (is_rare) << i;
      all |= yl_lanes_gather (is_rare | (lanes == '\n') | (lanes == separator)) << i;
    }
  if (G_LIKELY (rare == 0))
    return (Marks){ all, 0 };
  return marks_of_rare (at, rare, all);
}

static inline void
begin_row (YlCsvRows *rows)
{
  rows->n_cells = 0;
  rows->has_more_cells = FALSE;
}

static inline void
add_cell (YlCsvRows *rows, const char *at, const char *end)
{
  if (G_LIKELY (rows->n_cells < YL_CSV_MAX_COLUMNS))
    rows->cells[rows->n_cells++] = (YlText){ at, (gsize) (end - at) };
  else
    rows->has_more_cells = TRUE;
}

/* The row from start to @end is whole, and the next begins at @next. */
static inline void
end_row (YlCsvRows *rows, const char *end, const char *next)
{
  YlCsvBlocks *blocks = rows->blocks;
  rows->row = blocks->text + blocks->start;
  rows->row_length = (gsize) (end - rows->row);
  blocks->start = (gsize) (next - blocks->text);
}

/* The last row of a file that ends without a newline. */
static gboolean
take_rest (YlCsvRows *rows, const char *cell, YlCsvTakeRow take, gpointer self)
{
  const char *end = rows->blocks->text + rows->blocks->end;
  if (rows->blocks->start == rows->blocks->end)
    return TRUE;
  add_cell (rows, cell, end);
  end_row (rows, end, end);
  return take (self, rows);
}

/* The marks of the chunk at @at as far as the text goes. */
static inline Marks
marks_within (const char *at, const char *end, char delimiter)
{
  Marks marks = marks_of (at, delimiter);
  if (G_UNLIKELY ((gsize) (end - at) < YL_CHUNK_BYTES))
    {
      const guint64 within = ((guint64) 1 << (end - at)) - 1;
      marks.ends &= within;
      marks.quotes &= within;
    }
  return marks;
}

/* x & -x is the lowest bit of x. */
static inline guint64
ends_before_quote (Marks marks)
{
  if (G_LIKELY (marks.quotes == 0))
    return marks.ends;
  return marks.ends & ((marks.quotes & -marks.quotes) - 1);
}

/* Ends the row whose last cell ends at the mark @stop. Returns: FALSE when no more are wanted. */
static inline gboolean
take_row_until (
    YlCsvRows *rows, const char *cell, const char *stop, YlCsvTakeRow take, gpointer self)
{
  const char *next = stop + 1;
  if (*stop == '\n' && stop > cell && stop[-1] == '\r')
    stop--;
  add_cell (rows, cell, stop);
  end_row (rows, stop, next);
  const gboolean wanted = take (self, rows);
  begin_row (rows);
  return wanted;
}

/* Where the splitting stands; kept apart from the rows, so that it stays in registers. */
typedef struct
{
  const char *cell;
  YlText *next; /* of the row's cells */
  gboolean wanted;
} Split;

/* Takes what ends in the chunk at @at. Returns: FALSE when the rest waits for the next block. */
static inline gboolean
take_ends (
    YlCsvRows *rows, const char *at, guint64 ends, Split *split, YlCsvTakeRow take, gpointer self)
{
  const char delimiter = rows->delimiter;
  const YlText *limit = rows->cells + YL_CSV_MAX_COLUMNS;
  const char *cell = split->cell;
  YlText *next = split->next;
  for (; ends != 0; ends &= ends - 1)
    {
      const char *stop = at + (guint) __builtin_ctzll (ends);
      const gboolean is_cell_end = *stop == delimiter;
      if (G_LIKELY (is_cell_end && next < limit))
        *next++ = (YlText){ cell, (gsize) (stop - cell) };
      else if (is_cell_end)
        rows->has_more_cells = TRUE;
      else
        {
          const YlCsvBlocks *blocks = rows->blocks;
          const gboolean may_go_on = *stop == '\r' && !blocks->is_last;
          if (may_go_on && stop + 1 == blocks->text + blocks->end)
            return FALSE; /* LF may follow */
          rows->n_cells = (guint) (next - rows->cells);
          split->wanted = take_row_until (rows, cell, stop, take, self);
          if (!split->wanted)
            return FALSE;
          next = rows->cells;
        }
      cell = stop + 1;
    }
  split->cell = cell;
  split->next = next;
  return TRUE;
}

YlCsvRowEnd
yl_csv_rows_take_plain (YlCsvRows *rows, YlCsvTakeRow take, gpointer self, gboolean *out_wanted)
{
  const YlCsvBlocks *blocks = rows->blocks;
  const char *end = blocks->text + blocks->end;
  Split split = { blocks->text + blocks->start, rows->cells, TRUE };
  begin_row (rows);
  *out_wanted = TRUE;
  for (const char *at = split.cell; at < end; at += YL_CHUNK_BYTES)
    {
      const Marks marks = marks_within (at, end, rows->delimiter);
      if (!take_ends (rows, at, ends_before_quote (marks), &split, take, self))
        {
          *out_wanted = split.wanted;
          return split.wanted ? YL_CSV_ROW_CUT : YL_CSV_ROW_WHOLE;
        }
      if (G_UNLIKELY (marks.quotes != 0))
        return YL_CSV_ROW_QUOTED;
    }
  if (!blocks->is_last)
    return YL_CSV_ROW_CUT;
  rows->n_cells = (guint) (split.next - rows->cells);
  *out_wanted = take_rest (rows, split.cell, take, self);
  return YL_CSV_ROW_WHOLE;
}

/* Behind the closing quote of the cell at @cell; NULL when it never closes. */
static const char *
find_close (const char *cell, const char *end)
{
  const char *at = cell + 1;
  while ((at = memchr (at, '"', (gsize) (end - at))) != NULL)
    {
      if (at + 1 == end || at[1] != '"')
        return at + 1;
      at += 2;
    }
  return NULL;
}

static const char *
find_stop (const char *at, const char *end, char delimiter)
{
  while (at < end && *at != delimiter && *at != '\n' && *at != '\r')
    at++;
  return at;
}

/* Takes the quotes off @cell in its place: a doubled quote inside is one, what follows the closing
 * quote stays. */
static void
unquote (YlText *cell)
{
  /* The block is ours to change: the row is whole, nothing reads it again. */
  char *out = (char *) cell->at;
  const char *end = cell->at + cell->length;
  const char *at = cell->at + 1;
  const char *close = find_close (cell->at, end);
  while (at < close - 1)
    {
      *out++ = *at;
      at += *at == '"' ? 2 : 1;
    }
  memmove (out, close, (gsize) (end - close));
  cell->length = (gsize) (out + (end - close) - cell->at);
}

static void
unquote_cells (YlCsvRows *rows)
{
  for (guint i = 0; i < rows->n_cells; i++)
    if (rows->cells[i].length > 0 && rows->cells[i].at[0] == '"')
      unquote (&rows->cells[i]);
}

/* Where the row goes on behind the cell end @stop; NULL when that cannot be told yet. */
static const char *
find_next_row (const YlCsvBlocks *blocks, const char *stop, const char *end)
{
  if (stop == end)
    return blocks->is_last ? end : NULL;
  if (*stop == '\n')
    return stop + 1;
  if (stop + 1 == end)
    return blocks->is_last ? end : NULL;
  return stop[1] == '\n' ? stop + 2 : stop + 1;
}

YlCsvRowEnd
yl_csv_rows_next_quoted (YlCsvRows *rows, gboolean with_quotes)
{
  const YlCsvBlocks *blocks = rows->blocks;
  const char *end = blocks->text + blocks->end;
  const char *cell = blocks->text + blocks->start;
  const char *stop;
  begin_row (rows);
  while (TRUE)
    {
      const gboolean is_quoted = with_quotes && cell < end && *cell == '"';
      const char *from = is_quoted ? find_close (cell, end) : cell;
      if (from == NULL)
        return YL_CSV_ROW_OPEN;
      stop = find_stop (from, end, rows->delimiter);
      add_cell (rows, cell, stop);
      if (stop == end || *stop != rows->delimiter)
        break;
      cell = stop + 1;
    }
  const char *next = find_next_row (blocks, stop, end);
  if (next == NULL)
    return YL_CSV_ROW_CUT;
  end_row (rows, stop, next);
  if (with_quotes)
    unquote_cells (rows);
  return YL_CSV_ROW_WHOLE;
}
