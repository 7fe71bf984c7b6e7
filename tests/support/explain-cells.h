#pragma once

#include "yanglu/app/explain/job.h"

/**
 * yl_test_assert_cells_explained: asks @path (a budget workbook) about each cell of its visible
 * sheets: a number that a formula made is a figure that is proved and shown, anything else has words.
 *
 * Returns: how many cells hold formulas
 */
guint yl_test_assert_cells_explained (const char *path);
