#pragma once

#include <glib.h>

/**
 * plant_wrong_values: writes a copy of @book whose every remembered formula value is wrong: numbers
 * become %PLANT_NUMBER, texts %PLANT_TEXT; formulas stay.
 *
 * Returns: how many values were planted; fails the test when the workbook cannot be rewritten
 */
guint plant_wrong_values (const char *book, const char *planted);

#define PLANT_NUMBER "-98765.4321"
#define PLANT_TEXT "错值"
