#pragma once

#include <glib.h>

/* The XML inside a workbook that a test has written. Each fails the test when there is no such
 * part or cell. */

/** yl_test_read_part: (transfer full): "xl/worksheets/sheet1.xml", terminated. */
char *yl_test_read_part (const char *book, const char *part);
/** yl_test_read_tab: (transfer full): the part of the tab at @index, from 0. */
char *yl_test_read_tab (const char *book, guint index);
/** yl_test_find_formula: (transfer full) (nullable): the formula of @cell ("S5") in a sheet's XML,
 * unescaped; %NULL when the cell has none. */
char *yl_test_find_formula (const char *xml, const char *cell);
/** yl_test_set_number: writes @number ("12000.5") in the place of the number in @cell of the tab at
 * @index. */
void yl_test_set_number (const char *book, guint index, const char *cell, const char *number);
/** yl_test_find_tab: the index of the tab @name. */
guint yl_test_find_tab (const char *book, const char *name);
/** yl_test_swap_rows: puts two rows of the tab at @index in each other's place, as a sort by a program
 * that leaves formulas as they are. */
void yl_test_swap_rows (const char *book, guint index, guint row, guint other);
