#include "yanglu/io/csv/reader.h"

#include <string.h>

#include "blocks-private.h"
#include "lanes-private.h"
#include "utf8-private.h"
#include "yanglu/base/error.h"
#include "yanglu/domain/cell-place.h"
#include "yanglu/io/file-form.h"

#define MAX_COLUMNS 2000u
/* Longest cell, as in a workbook. */
#define CELL_CHARACTERS 32767u
/* After so many quotes that never close, the file plainly does not quote: each costs a search
 * through a whole row's limit. */
#define MAX_OPEN_QUOTES 64u
/* A file that is no text at all would else be told row by row: the others are only counted. */
#define MAX_TOLD_ROWS 1000u
/* What a finding shows of a cell. */
#define SHOWN_BYTES 60u

#define REPLACEMENT "\xEF\xBF\xBD"

/* Divides the text of the blocks into cells. A quote opens a quoted cell only where the cell
 * begins; elsewhere it is a character like any other (RFC 4180, read as Excel reads it). */
typedef struct
{
  const YlRowSink *sink;
  YlFindings *findings;
  YlCsvBlocks *blocks;
  char delimiter;
  YlText cells[MAX_COLUMNS];
  guint n_cells;
  gboolean has_more_cells; /* past the limit */
  gsize row_length;        /* of the row that cells hold */
  guint32 number;          /* of that row */
  guint n_open_quotes;
  GString *mended; /* the cells of the row that was mended last */
  guint n_told_rows;
  gboolean has_told_columns;
} CsvReader;

/* How the splitting of a row ended. */
typedef enum
{
  ROW_WHOLE,  /* cells hold a row; the text behind it comes next */
  ROW_CUT,    /* the text ends inside a row */
  ROW_OPEN,   /* a quote is open where the text ends */
  ROW_QUOTED, /* a quote begins in this row: only next_quoted() can tell */
  ROW_LAST,   /* rows were taken, and no more are wanted */
} RowEnd;

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
begin_row (CsvReader *reader)
{
  reader->n_cells = 0;
  reader->has_more_cells = FALSE;
}

static inline void
add_cell (CsvReader *reader, const char *at, const char *end)
{
  if (G_LIKELY (reader->n_cells < MAX_COLUMNS))
    reader->cells[reader->n_cells++] = (YlText){ at, (gsize) (end - at) };
  else
    reader->has_more_cells = TRUE;
}

/* The row from start to @end is whole, and the next begins at @next. */
static inline void
end_row (CsvReader *reader, const char *end, const char *next)
{
  YlCsvBlocks *blocks = reader->blocks;
  reader->row_length = (gsize) (end - (blocks->text + blocks->start));
  blocks->start = (gsize) (next - blocks->text);
}

G_GNUC_PRINTF (6, 7)
static void
report (const CsvReader *reader,
        YlCode code,
        guint32 row,
        const char *column,
        const char *seen,
        const char *format,
        ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  const YlFinding finding = { .code = code,
                              .severity = yl_code_get_severity (code),
                              .file = yl_input_get_name (reader->blocks->input),
                              .sheet = "",
                              .row = row,
                              .column = column,
                              .seen = seen,
                              .message = message };
  yl_findings_add (reader->findings, &finding);
}

static void
report_long_row (const CsvReader *reader)
{
  report (reader, YL_E08, reader->number, NULL, NULL,
          "第 %u 行超过 1 MiB 的上限，该行未读入、未计入合计；请检查这一行是否缺少换行",
          reader->number);
}

static char *
show (YlText cell)
{
  gsize length = MIN (cell.length, SHOWN_BYTES);
  while (length < cell.length && ((guchar) cell.at[length] & 0xC0) == 0x80)
    length--;
  return g_strdup_printf ("%.*s%s", (int) length, cell.at, length < cell.length ? "…" : "");
}

/* Writes @cell behind what is mended already. Returns: how many bytes it replaced. */
static guint
mend_cell (GString *mended, YlText *cell)
{
  const gsize begin = mended->len;
  guint n_replaced = 0;
  for (gsize done = 0; done < cell->length;)
    {
      const gsize n_right = yl_utf8_check (cell->at + done, cell->length - done);
      g_string_append_len (mended, cell->at + done, (gssize) n_right);
      done += n_right;
      if (done == cell->length)
        break;
      g_string_append (mended, REPLACEMENT);
      n_replaced++;
      done++;
    }
  *cell = (YlText){ mended->str + begin, mended->len - begin };
  return n_replaced;
}

static void
report_undecodable (CsvReader *reader, guint column, guint n_replaced)
{
  reader->n_told_rows++;
  if (reader->n_told_rows > MAX_TOLD_ROWS || !yl_findings_would_keep (reader->findings, YL_E04))
    {
      yl_findings_count (reader->findings, YL_E04, yl_code_get_severity (YL_E04));
      return;
    }
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (column, letters);
  g_autofree char *seen = show (reader->cells[column]);
  report (reader, YL_E04, reader->number, letters, seen,
          "第 %u 行从 %s 列起有 %u 处内容不是 %s 文字，已用“�”代替，该行其余内容照常读取；"
          "请在原文件中改正这些字%s",
          reader->number, letters, n_replaced, yl_encoding_get_name (reader->blocks->encoding),
          reader->n_told_rows == MAX_TOLD_ROWS ? "。这样的行太多，以后的只计数、不再逐行列出" : "");
}

/* Replaces what is no text by U+FFFD; the cells are valid until the next row is mended. */
static void
mend_text (CsvReader *reader)
{
  /* The cells point into the string: it must not move while it grows. */
  g_string_set_size (reader->mended, 0);
  gsize n_bytes = 0;
  for (guint i = 0; i < reader->n_cells; i++)
    n_bytes += reader->cells[i].length;
  g_string_set_size (reader->mended, n_bytes * strlen (REPLACEMENT));
  g_string_set_size (reader->mended, 0);

  guint n_replaced = 0;
  guint first = 0;
  for (guint i = 0; i < reader->n_cells; i++)
    {
      const guint n_of_cell = mend_cell (reader->mended, &reader->cells[i]);
      first = n_replaced == 0 ? i : first;
      n_replaced += n_of_cell;
    }
  if (n_replaced > 0)
    report_undecodable (reader, first, n_replaced);
}

static void
cut_cells (CsvReader *reader)
{
  for (guint i = 0; i < reader->n_cells; i++)
    {
      YlText *cell = &reader->cells[i];
      if (cell->length <= CELL_CHARACTERS
          || g_utf8_strlen (cell->at, (gssize) cell->length) <= (glong) CELL_CHARACTERS)
        continue;
      cell->length = (gsize) (g_utf8_offset_to_pointer (cell->at, CELL_CHARACTERS) - cell->at);
      char letters[YL_COLUMN_LETTERS];
      yl_column_to_letters (i, letters);
      g_autofree char *seen = show (*cell);
      report (reader, YL_E08, reader->number, letters, seen,
              "第 %u 行 %s 列的文字超过单元格上限 %u 个字，超出部分未读入；"
              "请检查该处是否漏了引号或换行",
              reader->number, letters, CELL_CHARACTERS);
    }
}

static void
report_columns (CsvReader *reader)
{
  if (!reader->has_told_columns)
    report (
        reader, YL_E08, reader->number, NULL, NULL,
        "第 %u 行超过 %u 列的上限，第 %u 列及以后的内容未读入（其他行同样处理）；请删去多余的列",
        reader->number, MAX_COLUMNS, MAX_COLUMNS + 1);
  reader->has_told_columns = TRUE;
}

/* Mends what can be read on. Returns: FALSE when the row is too long as a whole and is left out. */
static gboolean
mend_row (CsvReader *reader)
{
  if (reader->row_length > YL_CSV_ROW_BYTES)
    {
      report_long_row (reader);
      return FALSE;
    }
  if (reader->has_more_cells)
    report_columns (reader);
  if (reader->blocks->has_faults)
    mend_text (reader);
  if (reader->row_length > CELL_CHARACTERS)
    cut_cells (reader);
  return TRUE;
}

/* Returns: FALSE when no more rows are wanted. */
static gboolean
hand_on (CsvReader *reader)
{
  reader->number++;
  if (reader->n_cells == 1 && reader->cells[0].length == 0)
    return TRUE;
  const gboolean is_suspect =
      reader->blocks->has_faults || reader->has_more_cells || reader->row_length > CELL_CHARACTERS;
  if (G_UNLIKELY (is_suspect) && !mend_row (reader))
    return TRUE;
  return reader->sink->row (reader->sink->self, reader->number, reader->cells, reader->n_cells);
}

/* The last row of a file that ends without a newline. */
static gboolean
take_rest (CsvReader *reader, const char *cell)
{
  const char *end = reader->blocks->text + reader->blocks->end;
  if (reader->blocks->start == reader->blocks->end)
    return TRUE;
  add_cell (reader, cell, end);
  end_row (reader, end, end);
  return hand_on (reader);
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
take_row_until (CsvReader *reader, const char *cell, const char *stop)
{
  const char *next = stop + 1;
  if (*stop == '\n' && stop > cell && stop[-1] == '\r')
    stop--;
  add_cell (reader, cell, stop);
  end_row (reader, stop, next);
  const gboolean wanted = hand_on (reader);
  begin_row (reader);
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
take_ends (CsvReader *reader, const char *at, guint64 ends, Split *split)
{
  const char delimiter = reader->delimiter;
  const YlText *limit = reader->cells + MAX_COLUMNS;
  const char *cell = split->cell;
  YlText *next = split->next;
  for (; ends != 0; ends &= ends - 1)
    {
      const char *stop = at + (guint) __builtin_ctzll (ends);
      const gboolean is_cell_end = *stop == delimiter;
      if (G_LIKELY (is_cell_end && next < limit))
        *next++ = (YlText){ cell, (gsize) (stop - cell) };
      else if (is_cell_end)
        reader->has_more_cells = TRUE;
      else
        {
          const YlCsvBlocks *blocks = reader->blocks;
          const gboolean may_go_on = *stop == '\r' && !blocks->is_last;
          if (may_go_on && stop + 1 == blocks->text + blocks->end)
            return FALSE; /* LF may follow */
          reader->n_cells = (guint) (next - reader->cells);
          split->wanted = take_row_until (reader, cell, stop);
          if (!split->wanted)
            return FALSE;
          next = reader->cells;
        }
      cell = stop + 1;
    }
  split->cell = cell;
  split->next = next;
  return TRUE;
}

/* Takes row after row at full speed, until a quote comes or the text is at its end. */
static RowEnd
take_plain (CsvReader *reader)
{
  const YlCsvBlocks *blocks = reader->blocks;
  const char *end = blocks->text + blocks->end;
  Split split = { blocks->text + blocks->start, reader->cells, TRUE };
  begin_row (reader);
  for (const char *at = split.cell; at < end; at += YL_CHUNK_BYTES)
    {
      const Marks marks = marks_within (at, end, reader->delimiter);
      if (!take_ends (reader, at, ends_before_quote (marks), &split))
        return split.wanted ? ROW_CUT : ROW_LAST;
      if (G_UNLIKELY (marks.quotes != 0))
        return ROW_QUOTED;
    }
  if (!blocks->is_last)
    return ROW_CUT;
  reader->n_cells = (guint) (split.next - reader->cells);
  return take_rest (reader, split.cell) ? ROW_WHOLE : ROW_LAST;
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

/* ="X001371502", as systems write codes so that Excel keeps them as text, is the text. */
static void
unwrap (YlText *cell)
{
  const gsize n = cell->length;
  if (n < strlen ("=\"\"") || cell->at[0] != '=' || cell->at[1] != '"' || cell->at[n - 1] != '"')
    return;
  YlText text = { cell->at + 1, n - 1 };
  if (find_close (text.at, text.at + text.length) != text.at + text.length)
    return; /* ="a"&"b" */
  unquote (&text);
  *cell = text;
}

static void
unquote_cells (CsvReader *reader)
{
  for (guint i = 0; i < reader->n_cells; i++)
    {
      if (reader->cells[i].length > 0 && reader->cells[i].at[0] == '"')
        unquote (&reader->cells[i]);
      unwrap (&reader->cells[i]);
    }
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

/* Splits one row; without @with_quotes they are characters like any other. */
static RowEnd
next_quoted (CsvReader *reader, gboolean with_quotes)
{
  const YlCsvBlocks *blocks = reader->blocks;
  const char *end = blocks->text + blocks->end;
  const char *cell = blocks->text + blocks->start;
  const char *stop;
  begin_row (reader);
  while (TRUE)
    {
      const gboolean is_quoted = with_quotes && cell < end && *cell == '"';
      const char *from = is_quoted ? find_close (cell, end) : cell;
      if (from == NULL)
        return ROW_OPEN;
      stop = find_stop (from, end, reader->delimiter);
      add_cell (reader, cell, stop);
      if (stop == end || *stop != reader->delimiter)
        break;
      cell = stop + 1;
    }
  const char *next = find_next_row (blocks, stop, end);
  if (next == NULL)
    return ROW_CUT;
  end_row (reader, stop, next);
  if (with_quotes)
    unquote_cells (reader);
  return ROW_WHOLE;
}

static void
report_open_quote (CsvReader *reader)
{
  reader->n_open_quotes++;
  report (reader, YL_E04, reader->number + 1, NULL, "\"",
          "第 %u 行有一个英文双引号没有配对（找到文件末尾或 1 MiB 上限为止），该行按没有引号读取；"
          "请补上或删去这个引号%s",
          reader->number + 1,
          reader->n_open_quotes == MAX_OPEN_QUOTES
              ? "。这样的行太多，以后各行的引号一律当作普通文字"
              : "");
}

/* A row whose quote never closes is taken for one without quotes. */
static RowEnd
take_quoted (CsvReader *reader)
{
  const YlCsvBlocks *blocks = reader->blocks;
  const gboolean is_full = blocks->is_last || blocks->end - blocks->start > YL_CSV_ROW_BYTES;
  RowEnd end = next_quoted (reader, reader->n_open_quotes < MAX_OPEN_QUOTES);
  if (end == ROW_OPEN && is_full)
    {
      report_open_quote (reader);
      end = next_quoted (reader, FALSE);
    }
  return end == ROW_WHOLE && !hand_on (reader) ? ROW_LAST : end;
}

/* Reads every row that the text holds whole. Returns: FALSE when no more are wanted. */
static gboolean
read_rows (CsvReader *reader)
{
  const YlCsvBlocks *blocks = reader->blocks;
  RowEnd end = ROW_WHOLE;
  while (end == ROW_WHOLE && blocks->start < blocks->end)
    {
      end = take_plain (reader);
      if (end == ROW_QUOTED)
        end = take_quoted (reader);
    }
  return end != ROW_LAST;
}

/* Passes over a row that is longer than any row may be, up to its newline. */
static gboolean
skip_row (CsvReader *reader, GError **error)
{
  YlCsvBlocks *blocks = reader->blocks;
  reader->number++;
  report_long_row (reader);
  while (TRUE)
    {
      const char *at = blocks->text + blocks->start;
      const gsize left = blocks->end - blocks->start;
      gsize i = 0;
      while (i < left && at[i] != '\n' && at[i] != '\r')
        i++;
      blocks->start += i;
      if (i + 1 < left || blocks->is_last)
        break;
      if (!yl_csv_blocks_fill (blocks, error))
        return FALSE;
    }
  if (blocks->start < blocks->end)
    {
      const char *at = blocks->text + blocks->start;
      blocks->start += at[0] == '\r' && at[1] == '\n' ? 2 : 1;
    }
  return TRUE;
}

static gboolean
read_blocks (CsvReader *reader, void (*progress) (goffset done, goffset all), GError **error)
{
  YlCsvBlocks *blocks = reader->blocks;
  const goffset all = yl_input_get_size (blocks->input);
  while (read_rows (reader) && !blocks->is_last)
    {
      if (blocks->end - blocks->start > YL_CSV_ROW_BYTES)
        {
          if (!skip_row (reader, error))
            return FALSE;
          continue;
        }
      if (!yl_csv_blocks_fill (blocks, error))
        return FALSE;
      if (progress != NULL)
        progress (blocks->offset, all);
    }
  return TRUE;
}

/* The delimiter is guessed from so many. */
#define SAMPLE_LINES 64u
static const char delimiters[] = { ',', '\t', ';', '|' };
#define N_DELIMITERS G_N_ELEMENTS (delimiters)

/* Counts the delimiters of the line that @at begins with, outside quotes. Returns: its end. */
static const char *
count_line (const char *at, const char *end, guint counts[N_DELIMITERS])
{
  gboolean begins_cell = TRUE;
  memset (counts, 0, N_DELIMITERS * sizeof counts[0]);
  while (at < end && *at != '\n' && *at != '\r')
    {
      if (begins_cell && *at == '"')
        {
          const char *close = memchr (at + 1, '"', (gsize) (end - at) - 1);
          at = close == NULL ? end : close + 1;
          continue;
        }
      begins_cell = FALSE;
      for (gsize i = 0; i < N_DELIMITERS; i++)
        if (*at == delimiters[i])
          {
            counts[i]++;
            begins_cell = TRUE;
          }
      at++;
    }
  return at;
}

/* How many lines have the count that most of them have; 0 is no count. */
static guint
find_commonest (const guint *counts, guint n_lines, guint *out_count)
{
  guint n_commonest = 0;
  for (guint i = 0; i < n_lines; i++)
    {
      guint n_same = 0;
      for (guint j = 0; j < n_lines; j++)
        n_same += counts[j] == counts[i];
      if (counts[i] > 0
          && (n_same > n_commonest || (n_same == n_commonest && counts[i] > *out_count)))
        {
          n_commonest = n_same;
          *out_count = counts[i];
        }
    }
  return n_commonest;
}

/* Of comma, tab, semicolon and bar the one that divides most lines of @text into the same number of
 * cells; what stands in quotes does not divide. Comma when none does. */
static char
guess_delimiter (YlText text)
{
  guint counts[N_DELIMITERS][SAMPLE_LINES];
  guint n_lines = 0;
  const char *end = text.at + text.length;
  for (const char *at = text.at; at < end && n_lines < SAMPLE_LINES; n_lines++)
    {
      guint of_line[N_DELIMITERS];
      at = count_line (at, end, of_line);
      at += at < end;
      for (gsize i = 0; i < N_DELIMITERS; i++)
        counts[i][n_lines] = of_line[i];
    }

  gsize best = 0;
  guint best_lines = 0;
  guint best_count = 0;
  for (gsize i = 0; i < N_DELIMITERS; i++)
    {
      guint count = 0;
      const guint n_same = find_commonest (counts[i], n_lines, &count);
      if (n_same > best_lines || (n_same == best_lines && count > best_count))
        {
          best = i;
          best_lines = n_same;
          best_count = count;
        }
    }
  return delimiters[best];
}

gboolean
yl_csv_read (const YlInput *input,
             const YlRowSink *sink,
             YlFindings *findings,
             void (*progress) (goffset done, goffset all),
             YlCsvForm *out_form,
             GError **error)
{
  if (!yl_file_form_check (input, YL_FILE_TEXT, error))
    return FALSE;
  g_autoptr (YlCsvBlocks) blocks = yl_csv_blocks_new (input, error);
  if (blocks == NULL || !yl_csv_blocks_fill (blocks, error))
    return FALSE;
  g_autoptr (GString) mended = g_string_new (NULL);
  g_autofree CsvReader *reader = g_new0 (CsvReader, 1);
  reader->sink = sink;
  reader->findings = findings;
  reader->blocks = blocks;
  reader->mended = mended;
  reader->delimiter = guess_delimiter ((YlText){ blocks->text, blocks->end });

  gboolean is_read = TRUE;
  if (sink->begin_sheet (sink->self, "", FALSE))
    {
      is_read = read_blocks (reader, progress, error);
      sink->end_sheet (sink->self);
    }
  if (is_read && out_form != NULL)
    *out_form = (YlCsvForm){ blocks->encoding, reader->delimiter };
  return is_read;
}
