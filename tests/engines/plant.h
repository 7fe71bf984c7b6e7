#pragma once

#include <glib.h>

/**
 * plant_wrong_values: writes a copy of @book whose every remembered formula value is wrong: numbers
 * become %PLANT_NUMBER, texts %PLANT_TEXT; formulas stay.
 *
 * Returns: how many values were planted; fails the test when the workbook cannot be rewritten
 */
guint plant_wrong_values (const char *book, const char *planted);

/**
 * change_number: changes the number in @cell ("D6") of sheet @index (from 0, in the order of the
 * tabs) of @book in place, or puts one into an empty cell; what was computed from it stays as it
 * was. Fails the test when something else stands there.
 */
void change_number (const char *book, guint index, const char *cell, const char *number);

#define PLANT_NUMBER "-98765.4321"
#define PLANT_TEXT "错值"
