#include "yanglu/io/import/tables/assessment.h"

#include "free-table-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

/* Thousandths of a point: marks go to 100 in practice. */
#define MAX_SCORE ((gint64) 1000000)

enum
{
  SCORE,
  GRADE,
  ALLOTMENT,
  AMOUNT,
  NAME,
};

static const YlImportColumn columns[] = {
  [SCORE] = { "score" },   [GRADE] = { "grade" }, [ALLOTMENT] = { "allotment" },
  [AMOUNT] = { "amount" }, [NAME] = { "name" },
};
static const guint64 enough[] = { 1 << SCORE | 1 << GRADE, 1 << SCORE | 1 << AMOUNT, 0 };
static const YlImportTable table = {
  .words = YL_WORDS_ASSESSMENT_HEADS,
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .enough = enough,
};

static gboolean
is_sum (const char *name)
{
  return strstr (name, "合计") != NULL || strstr (name, "小计") != NULL
         || strstr (name, "平均") != NULL;
}

static gboolean
read_money (const FreeTable *found, guint32 row, guint column, YlMoney *out_money)
{
  g_autofree char *head =
      yl_text_squeeze (yl_text_of (free_table_get_text (found, found->head_row, column)));
  const YlText text = yl_text_of (free_table_get_text (found, row, column));
  YlDecimalStatus (*const parse) (YlText, YlMoney *, gint32 *) =
      strstr (head, "万元") != NULL ? yl_money_parse_wan : yl_money_parse_yuan;
  return parse (text, out_money, NULL) == YL_DECIMAL_OK && out_money->fen >= 0;
}

static void
read_row (const FreeTable *found, guint32 row, YlAssessment *assessment)
{
  gint64 score = 0;
  gint32 lost = 0;
  const char *name = free_table_get_text (found, row, NAME);
  const char *points = free_table_get_text (found, row, SCORE);
  if (is_sum (name)
      || yl_decimal_parse (yl_text_of (points), 3, MAX_SCORE, &score, &lost) != YL_DECIMAL_OK)
    return;
  g_autofree char *cell = yl_cell_to_text (row, (guint) found->columns[SCORE]);
  g_autofree char *grade =
      yl_text_dup (yl_text_trim (yl_text_of (free_table_get_text (found, row, GRADE))));
  YlAssessedRow own = {
    .sheet = found->sheet->name,
    .row = row,
    .cell = cell,
    .head = free_table_get_text (found, found->head_row, SCORE),
    .name = name,
    .score = score,
    .grade = grade,
  };
  own.has_amount = read_money (found, row, AMOUNT, &own.amount);
  own.has_allotment = read_money (found, row, ALLOTMENT, &own.allotment);
  yl_assessment_add (assessment, &own);
}

YlAssessment *
yl_assessment_import (const YlWorkbook *workbook, const YlWords *words)
{
  YlAssessment *assessment = yl_assessment_new (workbook->file);
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      FreeTable found = { .workbook = workbook,
                          .sheet = g_ptr_array_index (workbook->sheets, i),
                          .words = words,
                          .table = &table };
      const guint32 last_row = yl_worksheet_get_last_row (found.sheet);
      if (!free_table_find (&found))
        continue;
      for (guint32 row = found.head_row + 1; row <= last_row; row++)
        read_row (&found, row, assessment);
    }
  return assessment;
}
