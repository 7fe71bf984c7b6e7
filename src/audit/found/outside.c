#include "yanglu/audit/found/outside.h"

#include "yanglu/base/decimal.h"
#include "yanglu/domain/cell-place.h"

#include <stdlib.h>
#include <string.h>

/* The tables that were read in one sheet, as it stands. */
typedef struct
{
  const YlWorkbook *workbook;
  const YlWorksheet *sheet;
  GPtrArray *tables;  /* of YlFoundTable, read as they stand */
  GHashTable *turned; /* keys of the cells that were read turned */
  guint32 head_row;   /* the last row of the first heads; G_MAXUINT32 without a table */
  gboolean is_turned;
} SheetTables;

/* Where the cells of a table stand that was read with rows and columns changed. */
static void
add_turned (SheetTables *tables, const YlFoundTable *table, const YlFoundTurn *turn)
{
  for (guint i = 0; i < table->rows->len; i++)
    for (guint k = 0; k < table->columns->len; k++)
      {
        guint32 row = yl_found_table_get_row (table, i)->row;
        guint column = yl_found_table_get_column (table, k)->column;
        yl_found_turn_back (turn, &row, &column);
        g_hash_table_add (tables->turned, yl_cell_to_key (row, column));
      }
  tables->is_turned = TRUE;
  tables->head_row = MIN (tables->head_row, turn->row);
}

/* (nullable): how the sheet was read. */
static const YlFoundTurn *
find_turn (const YlFoundBudget *budget, const char *sheet)
{
  for (guint i = 0; i < budget->turns->len; i++)
    {
      const YlFoundTurn *turn = &g_array_index (budget->turns, YlFoundTurn, i);
      if (strcmp (turn->sheet, sheet) == 0)
        return turn;
    }
  return NULL;
}

static void
sheet_tables_init (SheetTables *tables,
                   const YlWorkbook *workbook,
                   const YlWorksheet *sheet,
                   const YlFoundBudget *budget)
{
  const YlFoundTurn *turn = find_turn (budget, sheet->name);
  *tables = (SheetTables){
    .workbook = workbook, .sheet = sheet, .tables = g_ptr_array_new (), .head_row = G_MAXUINT32
  };
  tables->turned = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < budget->tables->len; i++)
    {
      YlFoundTable *table = g_ptr_array_index (budget->tables, i);
      if (turn != NULL && strcmp (table->sheet, turn->name) == 0)
        add_turned (tables, table, turn);
      if (strcmp (table->sheet, sheet->name) != 0)
        continue;
      g_ptr_array_add (tables->tables, table);
      tables->head_row = MIN (tables->head_row, table->head_row);
    }
}

static void
sheet_tables_clear (SheetTables *tables)
{
  g_clear_pointer (&tables->tables, g_ptr_array_unref);
  g_clear_pointer (&tables->turned, g_hash_table_unref);
}

static gboolean
has_column (const YlFoundTable *table, guint column)
{
  for (guint i = 0; i < table->columns->len; i++)
    if (yl_found_table_get_column (table, i)->column == column)
      return TRUE;
  return FALSE;
}

static int
compare_row (gconstpointer wanted, gconstpointer there)
{
  const guint32 a = *(const guint32 *) wanted;
  const guint32 b = (*(YlFoundRow *const *) there)->row;
  return (a > b) - (a < b);
}

/* The rows of a table ascend. */
static gboolean
has_row (const YlFoundTable *table, guint32 row)
{
  return table->rows->len > 0
         && bsearch (&row, table->rows->pdata, table->rows->len, sizeof (gpointer), compare_row)
                != NULL;
}

static gboolean
is_in_table (const SheetTables *tables, const YlCell *cell)
{
  for (guint i = 0; i < tables->tables->len; i++)
    {
      const YlFoundTable *table = g_ptr_array_index (tables->tables, i);
      if (has_column (table, cell->column) && has_row (table, cell->row))
        return TRUE;
    }
  return tables->is_turned
         && g_hash_table_contains (tables->turned, yl_cell_to_key (cell->row, cell->column));
}

/* ￥140,000 元 written as a text is money like a number. */
static gboolean
is_number (const char *text)
{
  static const char *const marks[] = { "￥", "¥", "万元", "元", "万", ",", "，", " ", NULL };
  g_autoptr (GString) digits = g_string_new (text);
  gint64 units = 0;
  if (digits->len > 40)
    return FALSE;
  for (gsize i = 0; marks[i] != NULL; i++)
    g_string_replace (digits, marks[i], "", 0);
  return digits->len > 0
         && yl_decimal_parse (yl_text_of (digits->str), 6, G_MAXINT64 / 2, &units, NULL)
                == YL_DECIMAL_OK
         && units != 0;
}

static const char *
get_text (const SheetTables *tables, const YlCell *cell)
{
  return yl_workbook_get_text (tables->workbook, cell->value);
}

static gboolean
is_figure (const SheetTables *tables, const YlCell *cell)
{
  return (cell->content == YL_CONTENT_NUMBER || cell->content == YL_CONTENT_TEXT)
         && is_number (get_text (tables, cell));
}

/* What the words of a row say that its numbers are: a year, a share of what stands above. */
static gboolean
is_no_money (const SheetTables *tables, const YlCell *cells, guint n_cells)
{
  static const char *const words[] = { "年", "比例", "占比", "率", "电话", "页", NULL };
  for (guint i = 0; i < n_cells; i++)
    if (cells[i].content == YL_CONTENT_TEXT
        && yl_text_holds_any (get_text (tables, &cells[i]), words))
      return TRUE;
  return FALSE;
}

/* 1, 2, 3 … under the heads. */
static gboolean
numbers_columns (const SheetTables *tables, const YlCell *cells, guint n_cells)
{
  guint n = 0;
  for (guint i = 0; i < n_cells; i++)
    {
      if (!is_figure (tables, &cells[i]))
        continue;
      if (g_ascii_strtoull (get_text (tables, &cells[i]), NULL, 10) != ++n)
        return FALSE;
    }
  return n > 1;
}

/* The figures of a row that stand in no table. */
static void
count_row (const SheetTables *tables,
           const YlCell *cells,
           guint n_cells,
           YlCoverageGap *gap,
           char **out_cell)
{
  if (numbers_columns (tables, cells, n_cells) || is_no_money (tables, cells, n_cells))
    return;
  for (guint i = 0; i < n_cells; i++)
    {
      if (!is_figure (tables, &cells[i]) || is_in_table (tables, &cells[i]))
        continue;
      if (gap->n_figures++ == 0)
        gap->cell = *out_cell = yl_cell_to_text (cells[i].row, cells[i].column);
    }
}

/* Smaller numbers may be ranks, marks or how many; amounts of a county's roads are larger. */
#define LEAST_MONEY 1000

/* A sheet of ranks or marks: its words speak of no money, and none of its numbers is large enough to be
 * any. Without words nobody knows what it is. */
static gboolean
is_without_money (const SheetTables *tables)
{
  static const char *const words[] = { "元",   "￥",   "¥",    "金额", "资金", "经费", "费", "款",
                                       "补助", "补贴", "预算", "奖",   "拨",   "标准", "价", NULL };
  const GArray *cells = tables->sheet->cells;
  gboolean has_words = FALSE;
  for (guint i = 0; i < cells->len; i++)
    {
      const YlCell *cell = &g_array_index (cells, YlCell, i);
      const char *text = get_text (tables, cell);
      gint64 units = 0;
      if (cell->content == YL_CONTENT_TEXT && !is_number (text))
        has_words = TRUE;
      if (yl_text_holds_any (text, words)
          || (is_figure (tables, cell)
              && (yl_decimal_parse (yl_text_of (text), 6, G_MAXINT64 / 2, &units, NULL)
                      != YL_DECIMAL_OK
                  || ABS (units) >= LEAST_MONEY * G_GINT64_CONSTANT (1000000))))
        return FALSE;
    }
  return has_words;
}

static void
tell (const SheetTables *tables, const YlCoverageGap *gap, YlAudit *audit)
{
  g_autofree char *what = g_strdup_printf ("工作表“%s”", tables->sheet->name);
  const gboolean has_table = tables->head_row != G_MAXUINT32;
  g_autofree char *taken = g_strdup_printf (
      has_table ? "其中 %" G_GUINT64_FORMAT " 个数（%s 起）不在认出的表里，不参加核对"
                : "没有认出表格，其中 %" G_GUINT64_FORMAT " 个数（%s 起）不参加核对",
      gap->n_figures, gap->cell);
  yl_audit_add_reading (audit, what, taken);
  if (has_table || !is_without_money (tables))
    yl_coverage_add_gap (audit->coverage, gap);
}

static void
tell_sheet (const SheetTables *tables, YlAudit *audit)
{
  YlCoverageGap gap = { .sheet = tables->sheet->name, .column = "", .reason = YL_GAP_OUTSIDE };
  g_autofree char *cell = NULL;
  guint32 row = tables->head_row == G_MAXUINT32 ? 0 : tables->head_row;
  while ((row = yl_worksheet_get_next_row (tables->sheet, row)) != 0)
    {
      guint n_cells = 0;
      const YlCell *cells = yl_worksheet_find_row (tables->sheet, row, &n_cells);
      count_row (tables, cells, n_cells, &gap, &cell);
    }
  if (gap.n_figures > 0)
    tell (tables, &gap, audit);
}

void
yl_found_tell_outside (const YlWorkbook *workbook, const YlFoundBudget *budget, YlAudit *audit)
{
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      SheetTables tables;
      sheet_tables_init (&tables, workbook, g_ptr_array_index (workbook->sheets, i), budget);
      tell_sheet (&tables, audit);
      sheet_tables_clear (&tables);
    }
}
