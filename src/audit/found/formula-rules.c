#include "yanglu/audit/found/formula-rules.h"

#include "check-private.h"
#include "yanglu/audit/formula/recalculate.h"
#include "yanglu/audit/formula/token.h"
#include "yanglu/base/decimal.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/account.h"
#include "yanglu/domain/cell-place.h"

/* One column of a table, and the formula that most of its rows have. */
typedef struct
{
  YlWorkbook *workbook;
  const YlWorksheet *sheet;
  const FoundCheck *check;
  guint column;     /* index in the table */
  guint32 last_row; /* of the table */
  char *shape;      /* owned: the formula as it stands in the last row; NULL: none */
  guint n_cells;
  guint n_of_shape;
} FormulaColumn;

/* (nullable): the cell of an item that holds a number or a formula. */
static YlCell *
find_cell (const FormulaColumn *column, guint row)
{
  const YlFoundRow *found = found_row (column->check, row);
  YlCell *cell = (YlCell *) yl_worksheet_find (column->sheet, found->row,
                                               found_head (column->check, column->column)->column);
  if (found->kind != YL_FOUND_ROW_ITEM || cell == NULL
      || (cell->formula == 0 && cell->content != YL_CONTENT_NUMBER))
    return NULL;
  return cell;
}

/* (transfer full) (nullable): the formula of the cell filled down to the last row, where all formulas
 * that were filled down are the same, and none leaves the sheet over its top. */
static char *
make_shape (const FormulaColumn *column, const YlCell *cell)
{
  return cell->formula == 0
             ? NULL
             : yl_formula_shift (yl_workbook_get_text (column->workbook, cell->formula),
                                 (gint64) column->last_row - cell->row, 0);
}

/* The formula that most rows have. */
static void
find_shape (FormulaColumn *column)
{
  g_autoptr (GHashTable) shapes =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint row = 0; row < column->check->table->rows->len; row++)
    {
      const YlCell *cell = find_cell (column, row);
      char *shape = cell == NULL ? NULL : make_shape (column, cell);
      column->n_cells += cell != NULL ? 1 : 0;
      if (shape == NULL)
        continue;
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (shapes, shape)) + 1;
      if (n > column->n_of_shape)
        {
          g_free (column->shape);
          column->shape = g_strdup (shape);
          column->n_of_shape = n;
        }
      g_hash_table_replace (shapes, shape, GUINT_TO_POINTER (n));
    }
}

static gboolean
is_of_column (const FormulaColumn *column)
{
  return column->n_of_shape >= YL_FOUND_FORMULA_ROWS
         && column->n_of_shape * 3 >= column->n_cells * 2;
}

/* What @formula comes to in the place of @cell. FALSE: no number. */
static gboolean
work_out (const FormulaColumn *column, YlCell *cell, const char *formula, gint64 *out_units)
{
  const YlCell before = *cell;
  cell->formula = yl_text_pool_add (column->workbook->texts, yl_text_of (formula));
  cell->content = YL_CONTENT_NONE;
  cell->value = 0;
  g_autoptr (YlRecalculation) recalculation = yl_recalculation_new (column->workbook);
  YlCellValue value;
  yl_recalculation_get (recalculation, column->sheet->name, cell->row, cell->column, &value);
  *cell = before;
  char number[YL_FIXED_TEXT_SIZE];
  if (value.kind != YL_VALUE_NUMBER)
    return FALSE;
  const YlText text = { number, yl_fixed_write (value.number, number) };
  return yl_decimal_parse (text,
                           yl_decimal_count (found_head (column->check, column->column)->unit),
                           YL_MONEY_MAX_FEN, out_units, NULL)
         == YL_DECIMAL_OK;
}

static void
report (const FoundCheck *check,
        FoundCell *found,
        const char *own, /* (nullable): its formula */
        const char *formula,
        gint64 due)
{
  g_autofree char *seen_formula = own == NULL ? NULL : yl_formula_to_text (own, YL_FORMULA_SHOWN);
  g_autofree char *due_formula = yl_formula_to_text (formula, YL_FORMULA_SHOWN);
  g_autofree char *seen = found_to_text (found->head, found->stated);
  g_autofree char *expected = found_to_text (found->head, due);
  g_autofree char *more = found_to_text (found->head, ABS (found->stated - due));
  g_autofree char *message = g_strdup_printf (
      "“%s”的“%s”同列其他行都按同一公式计算，这一格%s，为 %s；按公式应为 %s，%s %s",
      found->row->label, found->head->head, own == NULL ? "却是填入的数" : "的公式却不同", seen,
      expected, found->stated > due ? "多" : "少", more);
  found_report (check, found,
                (YlFinding){ .code = YL_C09,
                             .seen = seen,
                             .expected = expected,
                             .seen_formula = seen_formula,
                             .expected_formula = due_formula,
                             .message = message },
                found_price (check, found, found->stated - due));
}

/* （未定科目） is what the rows above it leave, and （其余科目） what none of them is: worked out as no other. */
static gboolean
is_rest (const FoundCheck *check, const YlFoundRow *row)
{
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const char *text = yl_found_row_get (row, i)->text;
      if (g_strcmp0 (text, YL_ACCOUNT_OPEN) == 0 || g_strcmp0 (text, YL_ACCOUNT_REST) == 0)
        return TRUE;
    }
  return FALSE;
}

static void
check_column (FormulaColumn *column, guint *n_odd)
{
  find_shape (column);
  for (guint row = 0; row < column->check->table->rows->len && is_of_column (column); row++)
    {
      const YlFoundRow *found = found_row (column->check, row);
      const YlFoundValue *value = yl_found_row_get (found, column->column);
      YlCell *cell = find_cell (column, row);
      g_autofree char *shape = cell == NULL ? NULL : make_shape (column, cell);
      gint64 due = 0;
      if (cell == NULL || !value->is_known || g_strcmp0 (shape, column->shape) == 0
          || is_rest (column->check, found))
        continue;
      if ((*n_odd)++ >= YL_FOUND_MAX_ODD_FORMULAS)
        return;
      FoundCell odd = { .row = found,
                        .head = found_head (column->check, column->column),
                        .value = value,
                        .stated = value->units };
      const char *own =
          cell->formula == 0 ? NULL : yl_workbook_get_text (column->workbook, cell->formula);
      g_autofree char *formula =
          yl_formula_shift (column->shape, (gint64) cell->row - column->last_row, 0);
      if (work_out (column, cell, formula, &due) && value->units != due)
        report (column->check, &odd, own, formula, due);
    }
}

void
yl_found_check_formulas (YlWorkbook *workbook,
                         const YlFoundBudget *budget,
                         const YlRateTable *rates,
                         YlAudit *audit)
{
  guint n_odd = 0;
  for (guint i = 0; i < budget->tables->len; i++)
    {
      const FoundCheck check = { .table = g_ptr_array_index (budget->tables, i),
                                 .file = budget->file,
                                 .rates = rates,
                                 .audit = audit };
      /* A sheet that was read otherwise than it stands is not in the workbook. */
      const YlWorksheet *sheet = yl_workbook_find_sheet (workbook, check.table->sheet);
      const guint n_rows = check.table->rows->len;
      const guint32 last_row = n_rows == 0 ? 0 : found_row (&check, n_rows - 1)->row;
      for (guint k = 0; sheet != NULL && k < check.table->columns->len; k++)
        {
          const guint8 meaning = found_head (&check, k)->meaning;
          FormulaColumn column = {
            .workbook = workbook, .sheet = sheet, .check = &check, .column = k, .last_row = last_row
          };
          if (meaning == YL_FOUND_AMOUNT || meaning == YL_FOUND_LENGTH)
            check_column (&column, &n_odd);
          g_free (column.shape);
        }
    }
}
