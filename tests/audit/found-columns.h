#pragma once

#include "found-book.h"

/* Whether a program looks at formulas when it moves columns: spreadsheets do, openpyxl does not. */
typedef enum
{
  FORMULAS_FOLLOW,
  FORMULAS_STAY,
} FoundFormulas;

/* An empty column before @at of a sheet; what stood there and behind it moves to the right. */
void found_book_put_column_in (FoundBook *it, const char *sheet, guint at, FoundFormulas formulas);
/* The column @at of a sheet; what stood behind it moves to the left. */
void
found_book_take_column_out (FoundBook *it, const char *sheet, guint at, FoundFormulas formulas);
