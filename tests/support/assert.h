#pragma once

/* cmocka.h needs these first. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "yanglu/base/money.h"

/* cmocka prints integers in hex: these say them as people write them. */
#define assert_fen_equal(actual, expected)                                                         \
  yl_assert_fen_equal ((actual), (expected), __FILE__, __LINE__)
#define assert_number_equal(actual, expected)                                                      \
  yl_assert_number_equal ((gint64) (actual), (gint64) (expected), __FILE__, __LINE__)
/* Compares a (transfer full) string and frees it. */
#define assert_text_equal_free(actual, expected)                                                   \
  yl_assert_text_equal_free ((actual), (expected), __FILE__, __LINE__)

void yl_assert_fen_equal (gint64 actual_fen, gint64 expected_fen, const char *file, int line);
void yl_assert_number_equal (gint64 actual, gint64 expected, const char *file, int line);
void yl_assert_text_equal_free (char *actual, const char *expected, const char *file, int line);
