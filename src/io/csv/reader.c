#include "yanglu/io/csv/reader.h"

#include <string.h>

#include "faults-private.h"
#include "form-private.h"
#include "rows-private.h"
#include "yanglu/base/error.h"

/* After so many quotes that never close, the file plainly does not quote: each costs a search
 * through a whole row's limit. */
#define MAX_OPEN_QUOTES 64u

typedef struct
{
  const YlRowSink *sink;
  YlCsvFaults *faults;
  YlCsvBlocks *blocks;
  YlCsvRows *rows;
  guint32 row; /* number of the row that is being read */
  guint n_open_quotes;
} CsvReader;

static gboolean
hand_on (gpointer self, const YlCsvRows *rows)
{
  CsvReader *reader = self;
  reader->row++;
  if (rows->n_cells == 1 && rows->cells[0].length == 0)
    return TRUE;
  const gboolean is_suspect = reader->blocks->has_faults || rows->has_more_cells
                              || rows->row_length > YL_CSV_CELL_CHARACTERS;
  if (G_LIKELY (!is_suspect))
    return reader->sink->row (reader->sink->self, reader->row, rows->cells, rows->n_cells);
  if (!yl_csv_faults_mend_row (reader->faults, reader->row, reader->rows))
    return TRUE;
  return reader->sink->row (reader->sink->self, reader->row, rows->cells, rows->n_cells);
}

/* Takes the row whose quote never closes for one without quotes. */
static YlCsvRowEnd
read_unclosed (CsvReader *reader, gboolean *out_wanted)
{
  reader->n_open_quotes++;
  yl_csv_faults_add_open_quote (reader->faults, reader->row + 1,
                                reader->n_open_quotes == MAX_OPEN_QUOTES);
  const YlCsvRowEnd end = yl_csv_rows_next_quoted (reader->rows, FALSE);
  if (end == YL_CSV_ROW_WHOLE)
    *out_wanted = hand_on (reader, reader->rows);
  return end;
}

static YlCsvRowEnd
read_quoted (CsvReader *reader, gboolean *out_wanted)
{
  const YlCsvBlocks *blocks = reader->blocks;
  const gboolean with_quotes = reader->n_open_quotes < MAX_OPEN_QUOTES;
  const YlCsvRowEnd end = yl_csv_rows_next_quoted (reader->rows, with_quotes);
  if (end == YL_CSV_ROW_WHOLE)
    *out_wanted = hand_on (reader, reader->rows);
  const gboolean is_full = blocks->is_last || blocks->end - blocks->start > YL_CSV_ROW_BYTES;
  if (end == YL_CSV_ROW_OPEN && is_full)
    return read_unclosed (reader, out_wanted);
  return end;
}

/* Reads every row that the text holds whole. Returns: FALSE when no more are wanted. */
static gboolean
read_rows (CsvReader *reader)
{
  gboolean wanted = TRUE;
  YlCsvRowEnd end = YL_CSV_ROW_QUOTED;
  while (wanted && (end == YL_CSV_ROW_QUOTED || end == YL_CSV_ROW_WHOLE))
    {
      if (reader->blocks->start == reader->blocks->end)
        return TRUE;
      end = yl_csv_rows_take_plain (reader->rows, hand_on, reader, &wanted);
      if (wanted && end == YL_CSV_ROW_QUOTED)
        end = read_quoted (reader, &wanted);
    }
  return wanted;
}

/* Passes over a row that is longer than any row may be, up to its newline. */
static gboolean
skip_row (CsvReader *reader, GError **error)
{
  YlCsvBlocks *blocks = reader->blocks;
  reader->row++;
  yl_csv_faults_add_long_row (reader->faults, reader->row);
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

/* A workbook of Excel 97 is a compound file ([MS-CFB] 2.2), whatever its name. */
static gboolean
refuse_old_workbook (const YlInput *input, GError **error)
{
  char head[8];
  const gssize n_read = yl_input_read (input, 0, head, sizeof head, error);
  if (n_read < 0)
    return FALSE;
  if (n_read < 8 || memcmp (head, "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8) != 0)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_INVALID,
               "“%s”是旧版 Excel 工作簿（.xls）或加密的工作簿，不能直接读取；请在 Excel 或 WPS "
               "中另存为 .xlsx 或 .csv 后再读",
               yl_input_get_name (input));
  return FALSE;
}

gboolean
yl_csv_read (const YlInput *input,
             const YlRowSink *sink,
             YlFindings *findings,
             void (*progress) (goffset done, goffset all),
             YlCsvForm *out_form,
             GError **error)
{
  if (!refuse_old_workbook (input, error))
    return FALSE;
  g_autoptr (YlCsvBlocks) blocks = yl_csv_blocks_new (input, error);
  if (blocks == NULL || !yl_csv_blocks_fill (blocks, error))
    return FALSE;
  g_autofree YlCsvRows *rows = g_new0 (YlCsvRows, 1);
  rows->blocks = blocks;
  rows->delimiter = yl_csv_guess_delimiter ((YlText){ blocks->text, blocks->end });
  g_autoptr (YlCsvFaults) faults = yl_csv_faults_new (blocks, findings);
  CsvReader reader = { sink, faults, blocks, rows, 0, 0 };

  gboolean is_read = TRUE;
  if (sink->begin_sheet (sink->self, "", FALSE))
    {
      is_read = read_blocks (&reader, progress, error);
      sink->end_sheet (sink->self);
    }
  if (is_read && out_form != NULL)
    *out_form = (YlCsvForm){ blocks->encoding, rows->delimiter };
  return is_read;
}
