#include "yanglu/audit/found/formula-rules.h"

#include "check-private.h"
#include "yanglu/audit/formula/recalculate.h"
#include "yanglu/audit/formula/token.h"
#include "yanglu/base/decimal.h"

#include <stdlib.h>
#include <string.h>

/* Around a distance in rows: characters that no formula holds. */
#define FROM '\x01'
#define TO '\x02'

/* Behind the sheet of a reference. */
static gsize
skip_sheet (YlText reference)
{
  for (gsize i = reference.length; i > 0; i--)
    if (reference.at[i - 1] == '!')
      return i;
  return 0;
}

/* A cell's row behind its column letters moves with the cell unless $ stands before it. */
static void
append_reference (GString *shape, YlText reference, guint32 row)
{
  gsize i = skip_sheet (reference);
  g_string_append_len (shape, reference.at, (gssize) i);
  while (i < reference.length)
    {
      const gboolean is_relative =
          g_ascii_isdigit (reference.at[i]) && i > 0 && g_ascii_isalpha (reference.at[i - 1]);
      gsize n = 1;
      while (g_ascii_isdigit (reference.at[i]) && i + n < reference.length
             && g_ascii_isdigit (reference.at[i + n]))
        n++;
      if (is_relative && n <= 9)
        g_string_append_printf (shape, "%c%" G_GINT64_FORMAT "%c", FROM,
                                g_ascii_strtoll (reference.at + i, NULL, 10) - (gint64) row, TO);
      else
        g_string_append_len (shape, reference.at + i, (gssize) n);
      i += n;
    }
}

/* (transfer full): @formula of a cell in @row, with rows that move with the cell told from it:
 * formulas that were filled down have the same. */
static char *
formula_shape_new (const char *formula, guint32 row)
{
  GString *shape = g_string_new ("");
  const char *from = formula;
  const char *at = formula;
  YlFormulaToken token;
  while (yl_formula_token_next (&at, &token))
    {
      if (token.kind != YL_TOKEN_REFERENCE)
        continue;
      g_string_append_len (shape, from, (gssize) (token.text.at - from));
      append_reference (shape, token.text, row);
      from = token.text.at + token.text.length;
    }
  g_string_append (shape, from);
  return g_string_free (shape, FALSE);
}

/* (transfer full): the formula of that shape in @row. */
static char *
formula_shape_write (const char *shape, guint32 row)
{
  GString *formula = g_string_new ("");
  for (const char *at = shape; *at != '\0'; at++)
    {
      if (*at != FROM)
        {
          g_string_append_c (formula, *at);
          continue;
        }
      char *end = NULL;
      const gint64 distance = g_ascii_strtoll (at + 1, &end, 10);
      g_string_append_printf (formula, "%" G_GINT64_FORMAT, distance + (gint64) row);
      at = end != NULL && *end == TO ? end : at;
    }
  return g_string_free (formula, FALSE);
}

/* One column of a table, and the formula that most of its rows have. */
typedef struct
{
  YlWorkbook *workbook;
  const YlWorksheet *sheet;
  const FoundCheck *check;
  guint column; /* index in the table */
  char *shape;  /* owned; NULL: none */
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

/* (transfer full) (nullable): what the formula of the cell is in any row. */
static char *
make_shape (const FormulaColumn *column, const YlCell *cell)
{
  return cell->formula == 0 ? NULL
                            : formula_shape_new (
                                yl_workbook_get_text (column->workbook, cell->formula), cell->row);
}

/* The formula that most rows have. */
static void
find_shape (FormulaColumn *column)
{
  g_autoptr (GHashTable) shapes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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

/* What the column's formula comes to in the place of @cell. FALSE: no number. */
static gboolean
work_out (const FormulaColumn *column, YlCell *cell, gint64 *out_units)
{
  const YlCell before = *cell;
  g_autofree char *formula = formula_shape_write (column->shape, cell->row);
  cell->formula = yl_text_pool_add (column->workbook->texts, yl_text_of (formula));
  cell->content = YL_CONTENT_NONE;
  cell->value = 0;
  g_autoptr (YlRecalculation) recalculation =
      yl_recalculation_new (column->workbook, YL_RECALCULATION_MAX_VISITS);
  YlCellValue value;
  yl_recalculation_get (recalculation, column->sheet->name, cell->row, cell->column, &value);
  *cell = before;
  char number[YL_FIXED_TEXT_SIZE];
  if (value.kind != YL_VALUE_NUMBER)
    return FALSE;
  const YlText text = { number, yl_fixed_write (value.number, number) };
  return yl_decimal_parse (text, yl_decimal_count (found_head (column->check, column->column)->unit),
                           YL_MONEY_MAX_FEN, out_units, NULL)
         == YL_DECIMAL_OK;
}

static void
report (const FoundCheck *check, FoundCell *found, gboolean is_typed, gint64 due)
{
  g_autofree char *seen = found_to_text (found->head, found->stated);
  g_autofree char *expected = found_to_text (found->head, due);
  g_autofree char *more = found_to_text (found->head, ABS (found->stated - due));
  g_autofree char *message = g_strdup_printf (
      "“%s”的“%s”同列其他行都按同一公式计算，这一格%s，为 %s；按公式应为 %s，%s %s",
      found->row->label, found->head->head, is_typed ? "却是填入的数" : "的公式却不同", seen,
      expected, found->stated > due ? "多" : "少", more);
  found_report (
      check, found,
      (YlFinding){ .code = YL_C09, .seen = seen, .expected = expected, .message = message },
      found_price (check, found, found->stated - due));
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
      if (cell == NULL || !value->is_known || g_strcmp0 (shape, column->shape) == 0)
        continue;
      if ((*n_odd)++ >= YL_FOUND_MAX_ODD_FORMULAS)
        return;
      FoundCell odd = { .row = found,
                        .head = found_head (column->check, column->column),
                        .value = value,
                        .stated = value->units };
      if (work_out (column, cell, &due) && value->units != due)
        report (column->check, &odd, cell->formula == 0, due);
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
      for (guint k = 0; sheet != NULL && k < check.table->columns->len; k++)
        {
          const guint8 meaning = found_head (&check, k)->meaning;
          FormulaColumn column = {
            .workbook = workbook, .sheet = sheet, .check = &check, .column = k
          };
          if (meaning == YL_FOUND_AMOUNT || meaning == YL_FOUND_LENGTH)
            check_column (&column, &n_odd);
          g_free (column.shape);
        }
    }
}
