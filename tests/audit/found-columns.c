/* Moves columns of the workbook as found as a spreadsheet does, or as a program that does not look at
 * formulas. */
#include "found-columns.h"

#include "yanglu/audit/formula/token.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

/* A column put in (1) or taken out (-1) before @at. */
typedef struct
{
  const char *sheet;
  guint at;
  int by;
} Move;

static void
write_corner (GString *text, guint32 row, guint column)
{
  g_autofree char *cell = yl_cell_to_text (row, column);
  g_string_append (text, cell);
}

static guint
move_first (const Move *move, guint column)
{
  return move->by > 0 ? column + (column >= move->at ? 1 : 0)
                      : column - (column > move->at ? 1 : 0);
}

static guint
move_last (const Move *move, guint column)
{
  return move->by > 0 ? move_first (move, column) : column - (column >= move->at ? 1 : 0);
}

/* A reference as it reads behind the move; #REF! where all of it is gone. */
static void
write_reference (GString *text, const YlFormulaToken *token, const Move *move)
{
  if (move->by < 0 && token->column == move->at && token->last_column == move->at)
    {
      g_string_append (text, "#REF!");
      return;
    }
  if (token->sheet.length > 0)
    g_string_append_printf (text, "'%.*s'!", (int) token->sheet.length, token->sheet.at);
  write_corner (text, token->row, move_first (move, token->column));
  if (!token->is_range)
    return;
  g_string_append_c (text, ':');
  write_corner (text, token->last_row, move_last (move, token->last_column));
}

static char *
rewrite (const char *formula, const char *own_sheet, const Move *move)
{
  GString *text = g_string_new (NULL);
  YlFormulaToken token;
  const char *from = formula;
  for (const char *at = formula; yl_formula_token_next (&at, &token); from = at)
    {
      const gboolean is_here =
          token.kind == YL_TOKEN_REFERENCE
          && (token.sheet.length == 0 ? strcmp (own_sheet, move->sheet) == 0
                                      : yl_formula_sheet_is (token.sheet, move->sheet));
      if (is_here)
        write_reference (text, &token, move);
      else
        g_string_append_len (text, from, at - from);
    }
  return g_string_free (text, FALSE);
}

static void
rewrite_all (FoundBook *it, const Move *move)
{
  const YlWorkbook *workbook = it->copy->workbook;
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      YlWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);
      for (guint k = 0; k < sheet->cells->len; k++)
        {
          YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
          if (cell->formula == 0)
            continue;
          g_autofree char *formula =
              rewrite (yl_workbook_get_text (workbook, cell->formula), sheet->name, move);
          cell->formula = found_book_keep (it, formula);
        }
    }
  for (guint i = 0; i < workbook->names->len; i++)
    {
      YlDefinedName *name = &g_array_index (workbook->names, YlDefinedName, i);
      name->reference = yl_arena_take (workbook->arena, rewrite (name->reference, "", move));
    }
}

static void
move_columns (FoundBook *it, const Move *move, FoundFormulas formulas)
{
  GArray *cells = found_book_sheet (it, move->sheet)->cells;
  for (guint i = cells->len; i-- > 0;)
    {
      YlCell *cell = &g_array_index (cells, YlCell, i);
      if (move->by < 0 && cell->column == move->at)
        g_array_remove_index (cells, i);
      else if (cell->column >= move->at)
        cell->column = (guint16) (cell->column + move->by);
    }
  if (formulas == FORMULAS_FOLLOW)
    rewrite_all (it, move);
}

void
found_book_put_column_in (FoundBook *it, const char *sheet, guint at, FoundFormulas formulas)
{
  move_columns (it, &(Move){ sheet, at, 1 }, formulas);
}

void
found_book_take_column_out (FoundBook *it, const char *sheet, guint at, FoundFormulas formulas)
{
  move_columns (it, &(Move){ sheet, at, -1 }, formulas);
}
