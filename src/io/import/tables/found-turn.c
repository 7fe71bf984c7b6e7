#include "found-private.h"

#include <string.h>

/* Rows of a sheet that a table with townships across may begin in. */
#define MAX_TURN_ROW 20
/* What the corner of a turned block is called: the names below it are townships. */
#define CORNER "乡镇"

static const char *
get_text (const FoundReading *reading, const YlCell *cell)
{
  return cell->content == YL_CONTENT_TEXT ? yl_workbook_get_text (reading->workbook, cell->value)
                                          : "";
}

static gboolean
is_township (const FoundReading *reading, const YlCell *cell)
{
  static const char *const endings[] = { "镇", "乡", "街道", "街道办事处", "镇人民政府", NULL };
  const char *text = get_text (reading, cell);
  if (text[0] == '\0' || strlen (text) > 60 || found_word_parse (reading->words, text).is_known)
    return FALSE;
  if (reading->places != NULL
      && yl_places_find_township_named (reading->places, reading->county_code, yl_text_of (text))
             != NULL)
    return TRUE;
  for (gsize i = 0; endings[i] != NULL; i++)
    if (g_str_has_suffix (text, endings[i]))
      return TRUE;
  return FALSE;
}

/* Two names of townships or more in @row; @out_first: the column of the first. */
static gboolean
names_townships (const FoundReading *reading,
                 const YlWorksheet *sheet,
                 guint32 row,
                 guint *out_first,
                 guint *out_last)
{
  guint n_cells = 0;
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (sheet, row, &n_cells);
  for (guint i = 0; i < n_cells && i < FOUND_MAX_COLUMNS; i++)
    {
      if (get_text (reading, &cells[i])[0] != '\0')
        *out_last = cells[i].column;
      if (!is_township (reading, &cells[i]))
        continue;
      *out_first = n++ == 0 ? cells[i].column : *out_first;
    }
  return n >= 2 && *out_first > 0 && *out_last < FOUND_MAX_COLUMNS;
}

/* The label of a row says what its numbers are: kilometres, an amount, a rate, a class. */
static gboolean
is_measured (const FoundReading *reading, const YlCell *cells, guint n_cells, guint first)
{
  for (guint i = 0; i < n_cells && cells[i].column < first; i++)
    {
      const FoundWord word = found_word_parse (reading->words, get_text (reading, &cells[i]));
      if (word.rate != YL_FOUND_ALL_CLASSES
          || (word.has_meaning
              && (word.meaning == YL_FOUND_LENGTH || word.meaning == YL_FOUND_AMOUNT)))
        return TRUE;
    }
  return FALSE;
}

static gboolean
has_number (const YlCell *cells, guint n_cells, guint first)
{
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].column >= first
        && (cells[i].content == YL_CONTENT_NUMBER
            || (cells[i].formula != 0 && cells[i].content == YL_CONTENT_NONE)))
      return TRUE;
  return FALSE;
}

/* Rows with numbers below the heads; most of their labels must be measures. */
static guint32
count_rows (const FoundReading *reading, const YlWorksheet *sheet, guint32 head, guint first)
{
  guint32 n_rows = 0;
  guint n_measured = 0;
  for (guint32 row = head + 1; n_rows < FOUND_MAX_COLUMNS; row++)
    {
      guint n_cells = 0;
      const YlCell *cells = yl_worksheet_find_row (sheet, row, &n_cells);
      if (!has_number (cells, n_cells, first))
        break;
      n_rows++;
      n_measured += is_measured (reading, cells, n_cells, first) ? 1 : 0;
    }
  return n_measured * 2 > n_rows ? n_rows : 0;
}

gboolean
found_turn_find (const FoundReading *reading, const YlWorksheet *sheet, YlFoundTurn *out_turn)
{
  for (guint32 row = 1; row <= MAX_TURN_ROW; row++)
    {
      guint first = 0;
      guint last = 0;
      if (!names_townships (reading, sheet, row, &first, &last))
        continue;
      const guint32 n_rows = count_rows (reading, sheet, row, first);
      if (n_rows == 0)
        continue;
      guint n_cells = 0;
      const YlCell *below = yl_worksheet_find_row (sheet, row + 1, &n_cells);
      const guint column = MIN (below[0].column, first - 1);
      *out_turn = (YlFoundTurn){ .row = row,
                                 .column = (guint16) column,
                                 .n_rows = n_rows + 1,
                                 .n_columns = (guint16) (last - column + 1) };
      return TRUE;
    }
  return FALSE;
}

static gboolean
is_inside (const YlFoundTurn *turn, guint32 row, guint column)
{
  return row >= turn->row && row < turn->row + turn->n_rows && column >= turn->column
         && column < (guint) turn->column + turn->n_columns;
}

/* Where a cell is read; FALSE: beside the block, where nothing is read. */
static gboolean
find_place (const YlFoundTurn *turn, guint32 *row, guint *column)
{
  const guint32 own_row = *row;
  if (own_row < turn->row)
    return TRUE;
  if (own_row >= turn->row + turn->n_rows)
    {
      *row = own_row - turn->n_rows + turn->n_columns;
      return TRUE;
    }
  if (!is_inside (turn, own_row, *column))
    return FALSE;
  *row = turn->row + (*column - turn->column);
  *column = turn->column + (own_row - turn->row);
  return TRUE;
}

static void
put_corner (const FoundReading *reading,
            const YlWorksheet *sheet,
            const YlFoundTurn *turn,
            YlWorksheet *turned)
{
  guint first = turn->column;
  guint last = 0;
  names_townships (reading, sheet, turn->row, &first, &last);
  for (guint column = turn->column; column < first; column++)
    {
      const YlCell corner = { .row = turn->row + (column - turn->column),
                              .column = turn->column,
                              .content = YL_CONTENT_TEXT,
                              .value = yl_text_pool_add (reading->workbook->texts,
                                                         yl_text_of (CORNER)) };
      yl_worksheet_put (turned, &corner);
    }
}

static void
turn_merges (const YlWorksheet *sheet, const YlFoundTurn *turn, YlWorksheet *turned)
{
  for (guint i = 0; i < sheet->merges->len; i++)
    {
      const YlCellRange *range = &g_array_index (sheet->merges, YlCellRange, i);
      guint32 first_row = range->first_row;
      guint32 last_row = range->last_row;
      guint first_column = range->first_column;
      guint last_column = range->last_column;
      if (!is_inside (turn, first_row, first_column) || !is_inside (turn, last_row, last_column))
        continue;
      find_place (turn, &first_row, &first_column);
      find_place (turn, &last_row, &last_column);
      const YlCellRange read = { first_row, last_row, (guint16) first_column,
                                 (guint16) last_column };
      g_array_append_val (turned->merges, read);
    }
}

static void
turn_hidden (const YlWorksheet *sheet, const YlFoundTurn *turn, YlWorksheet *turned)
{
  for (guint32 i = 0; i < turn->n_columns; i++)
    if (yl_worksheet_is_column_hidden (sheet, turn->column + i))
      {
        const guint32 row = turn->row + i;
        g_array_append_val (turned->hidden_rows, row);
      }
  for (guint32 i = 0; i < turn->n_rows; i++)
    if (yl_worksheet_is_row_hidden (sheet, turn->row + i))
      {
        const guint16 column = (guint16) (turn->column + i);
        g_array_append_val (turned->hidden_columns, column);
      }
}

void
found_turn_fill (const FoundReading *reading,
                 const YlWorksheet *sheet,
                 const YlFoundTurn *turn,
                 YlWorksheet *turned)
{
  turned->state = sheet->state;
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      YlCell cell = g_array_index (sheet->cells, YlCell, i);
      guint column = cell.column;
      if (!find_place (turn, &cell.row, &column))
        continue;
      cell.column = (guint16) column;
      yl_worksheet_put (turned, &cell);
    }
  put_corner (reading, sheet, turn, turned);
  turn_merges (sheet, turn, turned);
  turn_hidden (sheet, turn, turned);
}
