#include "yanglu/io/import/tables/free-tables.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/io/import/heads.h"

/* Titles and notes stand above the heads, but not a page of them. */
#define MAX_HEAD_ROW 50

/* A table in a sheet of a workbook whose heads stand in one row and are told by words inside them. */
typedef struct FreeTable FreeTable;
struct FreeTable
{
  const YlWorkbook *workbook;
  const YlWorkbook *planned; /* (nullable) */
  const YlWords *words;
  const YlImportTable *table;
  void (*read_row) (const FreeTable *found, guint32 row, gpointer record);
  guint32 max_rows;
  const YlWorksheet *sheet;
  guint32 head_row;
  int columns[YL_HEADS_MAX]; /* of the sheet, by those of the table; -1: none */
};

/* The first word of the list that a head holds says its column, unless another head has it. */
static guint64
take_head (FreeTable *found, const YlCell *cell)
{
  g_auto (YlHeadText) text;
  yl_head_text_init (&text, yl_workbook_get_text (found->workbook, cell->value));
  const YlSpelling *word = yl_words_find_inside (found->words, found->table->words, text.flat->str);
  for (guint column = 0; word != NULL && column < found->table->n_columns; column++)
    if (found->columns[column] < 0 && g_str_equal (found->table->columns[column].key, word->key))
      {
        found->columns[column] = cell->column;
        return G_GUINT64_CONSTANT (1) << column;
      }
  return 0;
}

static gboolean
is_head_row (FreeTable *found, guint32 row)
{
  guint n_cells = 0;
  guint64 columns = 0;
  const YlCell *cells = yl_worksheet_find_row (found->sheet, row, &n_cells);
  for (guint i = 0; i < YL_HEADS_MAX; i++)
    found->columns[i] = -1;
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].content == YL_CONTENT_TEXT)
      columns |= take_head (found, &cells[i]);
  for (const guint64 *set = found->table->enough; n_cells > 2 && *set != 0; set++)
    if ((columns & *set) == *set)
      return TRUE;
  return FALSE;
}

/* Reads the rows below the heads in every sheet that has them in its first rows. */
static void
read_sheets (FreeTable *found, gpointer record)
{
  for (guint i = 0; i < found->workbook->sheets->len; i++)
    {
      found->sheet = g_ptr_array_index (found->workbook->sheets, i);
      const guint32 last_row = yl_worksheet_get_last_row (found->sheet);
      const guint32 last_head = MIN (last_row, MAX_HEAD_ROW);
      found->head_row = 1;
      while (found->head_row <= last_head && !is_head_row (found, found->head_row))
        found->head_row++;
      if (found->head_row > last_head)
        continue;
      const guint32 n_rows = MIN (last_row - found->head_row, found->max_rows);
      for (guint32 row = found->head_row + 1; row <= found->head_row + n_rows; row++)
        found->read_row (found, row, record);
    }
}

static const YlCell *
get_cell (const FreeTable *found, guint32 row, guint column)
{
  const int index = found->columns[column];
  return index < 0 ? NULL : yl_worksheet_find (found->sheet, row, (guint) index);
}

/* As it stands; "" for nothing. */
static const char *
get_text (const FreeTable *found, guint32 row, guint column)
{
  const YlCell *cell = get_cell (found, row, column);
  return cell == NULL ? "" : yl_workbook_get_text (found->workbook, cell->value);
}

/* Assessments. Thousandths of a point: marks go to 100 in practice. */
#define MAX_SCORE ((gint64) 1000000)

enum
{
  ASSESSED_SCORE,
  ASSESSED_GRADE,
  ASSESSED_ALLOTMENT,
  ASSESSED_AMOUNT,
  ASSESSED_NAME,
  N_ASSESSED,
};

static const YlImportColumn assessed_columns[] = {
  [ASSESSED_SCORE] = { "score" },         [ASSESSED_GRADE] = { "grade" },
  [ASSESSED_ALLOTMENT] = { "allotment" }, [ASSESSED_AMOUNT] = { "amount" },
  [ASSESSED_NAME] = { "name" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (assessed_columns) == N_ASSESSED);
static const guint64 enough_assessed[] = { 1 << ASSESSED_SCORE | 1 << ASSESSED_GRADE,
                                           1 << ASSESSED_SCORE | 1 << ASSESSED_AMOUNT, 0 };
static const YlImportTable assessed_table = {
  .words = YL_WORDS_ASSESSMENT_HEADS,
  .columns = assessed_columns,
  .n_columns = G_N_ELEMENTS (assessed_columns),
  .enough = enough_assessed,
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
  g_autofree char *head = yl_text_squeeze (yl_text_of (get_text (found, found->head_row, column)));
  const YlText text = yl_text_of (get_text (found, row, column));
  YlDecimalStatus (*const parse) (YlText, YlMoney *, gint32 *) =
      strstr (head, "万元") != NULL ? yl_money_parse_wan : yl_money_parse_yuan;
  return parse (text, out_money, NULL) == YL_DECIMAL_OK && out_money->fen >= 0;
}

static void
read_assessed (const FreeTable *found, guint32 row, gpointer record)
{
  YlFilledTable *assessment = record;
  YlArena *arena = assessment->arena;
  gint64 score = 0;
  gint32 lost = 0;
  const char *name = get_text (found, row, ASSESSED_NAME);
  const YlText points = yl_text_of (get_text (found, row, ASSESSED_SCORE));
  if (is_sum (name) || yl_decimal_parse (points, 3, MAX_SCORE, &score, &lost) != YL_DECIMAL_OK)
    return;
  const YlText grade = yl_text_trim (yl_text_of (get_text (found, row, ASSESSED_GRADE)));
  YlAssessedRow own = {
    .sheet = yl_arena_keep (arena, found->sheet->name),
    .row = row,
    .cell = yl_arena_take (arena, yl_cell_to_text (row, (guint) found->columns[ASSESSED_SCORE])),
    .head = yl_arena_keep (arena, get_text (found, found->head_row, ASSESSED_SCORE)),
    .name = yl_arena_keep (arena, name),
    .score = score,
    .grade = yl_arena_take (arena, yl_text_dup (grade)),
  };
  own.has_amount = read_money (found, row, ASSESSED_AMOUNT, &own.amount);
  own.has_allotment = read_money (found, row, ASSESSED_ALLOTMENT, &own.allotment);
  g_array_append_val (assessment->rows, own);
}

YlFilledTable *
yl_assessment_import (const YlWorkbook *workbook, const YlWords *words)
{
  YlFilledTable *assessment = yl_filled_table_new (workbook->file, sizeof (YlAssessedRow));
  read_sheets (&(FreeTable){ .workbook = workbook,
                             .words = words,
                             .table = &assessed_table,
                             .read_row = read_assessed,
                             .max_rows = YL_SHEET_MAX_ROWS },
               assessment);
  return assessment;
}

/* Indicators. A table is no book. */
#define MAX_INDICATORS 1000

enum
{
  INDICATOR_GROUP,
  INDICATOR_NAME,
  INDICATOR_TARGET,
  INDICATOR_ACTUAL,
  INDICATOR_VERDICT,
  N_INDICATORS,
};

static const YlImportColumn indicator_columns[] = {
  [INDICATOR_GROUP] = { "group" },     [INDICATOR_NAME] = { "name" },
  [INDICATOR_TARGET] = { "target" },   [INDICATOR_ACTUAL] = { "actual" },
  [INDICATOR_VERDICT] = { "verdict" },
};
G_STATIC_ASSERT (G_N_ELEMENTS (indicator_columns) == N_INDICATORS);
static const guint64 enough_indicators[] = {
  1 << INDICATOR_NAME | 1 << INDICATOR_TARGET | 1 << INDICATOR_ACTUAL, 0
};
static const YlImportTable indicator_table = {
  .words = YL_WORDS_PERFORMANCE_HEADS,
  .columns = indicator_columns,
  .n_columns = G_N_ELEMENTS (indicator_columns),
  .enough = enough_indicators,
};

/* Without blanks around; of a formula whose value was dropped what is planned. */
static char *
keep_text (const FreeTable *found, guint32 row, guint column, YlArena *arena)
{
  const YlCell *cell = get_cell (found, row, column);
  const gboolean is_dropped = cell != NULL && cell->formula != 0 && cell->value == 0;
  const YlWorksheet *sheet = !is_dropped || found->planned == NULL
                                 ? NULL
                                 : yl_workbook_find_sheet (found->planned, found->sheet->name);
  if (sheet != NULL)
    cell = yl_worksheet_find (sheet, row, (guint) found->columns[column]);
  const char *text = cell == NULL ? "" : yl_workbook_get_text (found->workbook, cell->value);
  return yl_arena_take (arena, yl_text_dup (yl_text_trim (yl_text_of (text))));
}

static void
read_indicator (const FreeTable *found, guint32 row, gpointer record)
{
  YlFilledTable *performance = record;
  YlArena *arena = performance->arena;
  const YlCell *cell = get_cell (found, row, INDICATOR_ACTUAL);
  const guint actual = (guint) found->columns[INDICATOR_ACTUAL];
  const YlFilledIndicator own = {
    .sheet = yl_arena_keep (arena, found->sheet->name),
    .row = row,
    .cell = yl_arena_take (arena, yl_cell_to_text (row, actual)),
    .group = keep_text (found, row, INDICATOR_GROUP, arena),
    .name = keep_text (found, row, INDICATOR_NAME, arena),
    .target = keep_text (found, row, INDICATOR_TARGET, arena),
    .actual = keep_text (found, row, INDICATOR_ACTUAL, arena),
    .verdict = keep_text (found, row, INDICATOR_VERDICT, arena),
    .is_worked_out = cell != NULL && cell->formula != 0,
  };
  if (own.name[0] != '\0' && own.target[0] != '\0')
    g_array_append_val (performance->rows, own);
}

YlFilledTable *
yl_performance_import (const YlWorkbook *workbook, const YlWorkbook *planned, const YlWords *words)
{
  YlFilledTable *performance = yl_filled_table_new (workbook->file, sizeof (YlFilledIndicator));
  read_sheets (&(FreeTable){ .workbook = workbook,
                             .planned = planned,
                             .words = words,
                             .table = &indicator_table,
                             .read_row = read_indicator,
                             .max_rows = MAX_INDICATORS },
               performance);
  return performance;
}
