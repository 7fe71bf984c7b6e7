#pragma once

#include "support/read-book.h"

/** What comparing two workbooks came to. */
typedef struct
{
  guint n_numbers;
  guint n_texts;
  guint n_different;
  guint n_different_numbers; /* of these, where ours is a number */
} Comparison;

/** compare_sheets: one sheet that both have, as compare_books() does, added to @comparison. */
void compare_sheets (const YlTestBook *ours,
                     const YlTestBook *theirs,
                     const char *sheet,
                     const char *engine,
                     Comparison *comparison);

/**
 * compare_books: holds every cell of @ours against the same cell of @theirs: numbers to the
 * millionth (so a fen or a metre never hides), texts to the character. Cells that only one of them
 * has are different too. The first few differences are printed, after @engine.
 */
Comparison compare_books (const YlTestBook *ours, const YlTestBook *theirs, const char *engine);
