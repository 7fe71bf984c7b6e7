#pragma once

#include "yanglu/app/explain/job.h"

/**
 * yl_test_assert_cells_explained: asks @path (a budget workbook that nobody has changed) about each
 * used cell of all its sheets: the answer is of that cell, a number that a formula made is a figure that is
 * proved and shown, anything else has words, what a formula reads is told, and nothing is said to differ.
 *
 * Returns: how many cells hold formulas
 */
guint yl_test_assert_cells_explained (const char *path);
