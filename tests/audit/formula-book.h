#pragma once

#include "yanglu/audit/formula/recalculate.h"

/* A workbook of a few cells, for formulas. */
typedef struct
{
  YlTextPool *texts;
  YlWorkbook *book;
  YlRecalculation *recalculation; /* made when it is first asked */
} FormulaBook;

FormulaBook *formula_book_new (void);
void formula_book_free (FormulaBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FormulaBook, formula_book_free)

/* Cells of @sheet, which is added when it is new: "A1=SUM(B:B)" a formula, "A1{SUM(…)" an array's,
 * "A1:县道" a text, "A1#12.5" a number, "A1?1" a boolean, "A1!#N/A" an error; up to NULL. */
void formula_book_put (FormulaBook *book, const char *sheet, ...) G_GNUC_NULL_TERMINATED;

/* (transfer full): what a cell comes to: a text in quotes, TRUE, "empty", "unknown". */
char *formula_book_get (FormulaBook *book, const char *sheet, const char *cell);
