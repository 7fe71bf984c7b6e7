#pragma once

#include "support/assert.h"
#include "support/row-text.h"
#include "xls-making.h"

#include "yanglu/base/error.h"
#include "yanglu/io/xls/reader.h"

/* What was read of a workbook in memory, and what was found wrong. */
typedef struct
{
  YlRowText *rows;
  YlFindings *findings;
  GError *error;
  YlBookLimits limits; /* the default ones, to be lowered */
} XlsReading;

/* Of the test that runs. */
extern XlsReading *reading;

int xls_reading_begin (void **state);
int xls_reading_end (void **state);

#define xls_sentence(name)                                                                         \
  cmocka_unit_test_setup_teardown (name, xls_reading_begin, xls_reading_end)

/* Reads the bytes, which it takes, as “a.xls”. Returns: what yl_xls_read() does. */
gboolean read_bytes (GBytes *bytes);
/* The same for a workbook of one sheet of BIFF8. */
gboolean read_records (void (*add) (XlsMaker *maker));

/* The rows of the one sheet “Roads”, without a finding. */
void assert_rows (const char *expected);
void assert_only_finding (YlCode code, guint32 row, const char *column);
void assert_refused (YlError code, const char *piece_of_message);
