#include "yanglu/io/import/assessment.h"

#include "head-name-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

/* Titles and notes stand above the heads, but not a page of them. */
#define MAX_HEAD_ROW 50
/* Thousandths of a point: marks go to 100 in practice. */
#define MAX_SCORE ((gint64) 1000000)
#define NO_COLUMN (-1)

typedef enum
{
  COLUMN_SCORE,
  COLUMN_GRADE,
  COLUMN_ALLOTMENT,
  COLUMN_AMOUNT,
  COLUMN_NAME,
} Column;
#define N_COLUMNS 5

static const char *const columns[N_COLUMNS] = {
  [COLUMN_SCORE] = "score",   [COLUMN_GRADE] = "grade", [COLUMN_ALLOTMENT] = "allotment",
  [COLUMN_AMOUNT] = "amount", [COLUMN_NAME] = "name",
};

typedef struct
{
  const YlWords *words;
  const YlWorkbook *workbook;
  const YlWorksheet *sheet;
  int columns[N_COLUMNS];
  gboolean is_wan[N_COLUMNS];
  const char *score_head;
  YlAssessment *assessment;
} Reading;

static const char *
get_text (const Reading *reading, guint32 row, Column column)
{
  const int index = reading->columns[column];
  const YlCell *cell =
      index == NO_COLUMN ? NULL : yl_worksheet_find (reading->sheet, row, (guint) index);
  return cell == NULL ? "" : yl_workbook_get_text (reading->workbook, cell->value);
}

static void
take_head (Reading *reading, const YlCell *cell)
{
  if (cell->content != YL_CONTENT_TEXT)
    return;
  const char *written = yl_workbook_get_text (reading->workbook, cell->value);
  g_auto (YlHeadText) text;
  yl_head_text_init (&text, written);
  const YlSpelling *word =
      yl_words_find_inside (reading->words, YL_WORDS_ASSESSMENT_HEADS, text.flat->str);
  for (guint column = 0; word != NULL && column < N_COLUMNS; column++)
    {
      if (!g_str_equal (columns[column], word->key) || reading->columns[column] != NO_COLUMN)
        continue;
      reading->columns[column] = cell->column;
      reading->is_wan[column] = strstr (text.flat->str, "万元") != NULL;
      if (column == COLUMN_SCORE)
        reading->score_head = written;
    }
}

/* Whether @row holds the heads of an assessment. */
static gboolean
read_heads (Reading *reading, guint32 row)
{
  guint n_cells = 0;
  const YlCell *cells = yl_worksheet_find_row (reading->sheet, row, &n_cells);
  for (guint i = 0; i < N_COLUMNS; i++)
    reading->columns[i] = NO_COLUMN;
  for (guint i = 0; i < n_cells; i++)
    take_head (reading, &cells[i]);
  return n_cells > 2 && reading->columns[COLUMN_SCORE] != NO_COLUMN
         && (reading->columns[COLUMN_GRADE] != NO_COLUMN
             || reading->columns[COLUMN_AMOUNT] != NO_COLUMN);
}

static gboolean
is_sum (const char *name)
{
  return strstr (name, "合计") != NULL || strstr (name, "小计") != NULL
         || strstr (name, "平均") != NULL;
}

static gboolean
read_money (const Reading *reading, guint32 row, Column column, YlMoney *out_money)
{
  const YlText text = yl_text_of (get_text (reading, row, column));
  YlDecimalStatus (*const parse) (YlText, YlMoney *, gint32 *) =
      reading->is_wan[column] ? yl_money_parse_wan : yl_money_parse_yuan;
  return parse (text, out_money, NULL) == YL_DECIMAL_OK && out_money->fen >= 0;
}

static void
read_row (const Reading *reading, guint32 row)
{
  gint64 score = 0;
  gint32 lost = 0;
  const char *name = get_text (reading, row, COLUMN_NAME);
  const char *points = get_text (reading, row, COLUMN_SCORE);
  if (is_sum (name)
      || yl_decimal_parse (yl_text_of (points), 3, MAX_SCORE, &score, &lost) != YL_DECIMAL_OK)
    return;
  g_autofree char *cell = yl_cell_to_text (row, (guint) reading->columns[COLUMN_SCORE]);
  g_autofree char *grade =
      yl_text_dup (yl_text_trim (yl_text_of (get_text (reading, row, COLUMN_GRADE))));
  YlAssessedRow own = {
    .sheet = reading->sheet->name,
    .row = row,
    .cell = cell,
    .head = (char *) reading->score_head,
    .name = (char *) name,
    .score = score,
    .grade = grade,
  };
  own.has_amount = read_money (reading, row, COLUMN_AMOUNT, &own.amount);
  own.has_allotment = read_money (reading, row, COLUMN_ALLOTMENT, &own.allotment);
  yl_assessment_add (reading->assessment, &own);
}

static void
read_sheet (Reading *reading)
{
  const guint32 last_row = yl_worksheet_get_last_row (reading->sheet);
  for (guint32 row = 1; row <= MIN (last_row, MAX_HEAD_ROW); row++)
    {
      if (!read_heads (reading, row))
        continue;
      for (guint32 below = row + 1; below <= last_row; below++)
        read_row (reading, below);
      return;
    }
}

YlAssessment *
yl_assessment_import (const YlWorkbook *workbook, const YlWords *words)
{
  YlAssessment *assessment = yl_assessment_new (workbook->file);
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      Reading reading = { .words = words,
                          .workbook = workbook,
                          .sheet = g_ptr_array_index (workbook->sheets, i),
                          .assessment = assessment };
      read_sheet (&reading);
    }
  return assessment;
}
