#pragma once

#include "yanglu/audit/book/check.h"

#include "support/assert.h"
#include "support/county.h"
#include "support/make-book.h"

/* A county of three roads: 沙镇镇 has 2.000 km of county road and 1.500 km of township road, 堂邑镇
 * 4.000 km of village road: 20 000 + 7 500 + 12 000 = 39 500 yuan. */
typedef struct
{
  YlTestCounty *county;
  YlTextPool *texts;
  YlPlannedBook *plan;
  YlPlannedBook *copy; /* the same again, to be changed: the workbook as found */
  YlAudit *audit;
} FoundBook;

#define DETAIL "里程明细"
/* Rows of 里程明细 begin below two lines and the heads. */
#define FIRST 4u
enum
{
  CODE = 1,
  TOWNSHIP = 3,
  CLASS = 4,
  LENGTH = 7,
  DUPLICATE = 8,
  RATE = 17,
  AMOUNT = 18
};

int found_book_set_up (void **state);
int found_book_tear_down (void **state);
YlWorksheet *found_book_sheet (FoundBook *it, const char *name);
YlCell *found_book_cell (FoundBook *it, const char *sheet, guint32 row, guint column);
YlTextId found_book_keep (FoundBook *it, const char *text);
void found_book_put (FoundBook *it,
                     const char *sheet,
                     guint32 row,
                     guint column,
                     YlContent content,
                     const char *text);
void found_book_set_formula (
    FoundBook *it, const char *sheet, guint32 row, guint column, const char *formula);
/* The row where the figure @key is planned. */
const YlFigureRange *found_book_place_of (const FoundBook *it, const char *key);
/* The total below the lines of demand. */
const YlFigureRange *found_book_place_of_total (const FoundBook *it);
const YlFindings *found_book_check (FoundBook *it);
/* The one finding there is. */
const YlFinding *found_book_check_one (FoundBook *it);
gint64 found_book_sum_steps (const YlAudit *audit);
void found_book_take_row_out (FoundBook *it, const char *name, guint32 row);
