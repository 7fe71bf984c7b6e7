#pragma once

#include "support/assert.h"
#include "support/row-text.h"
#include "xlsx-making.h"

#include "yanglu/base/error.h"
#include "yanglu/io/xlsx/reader.h"

/* A workbook in memory, what was read of it, and what was found wrong. */
typedef struct
{
  YlRowText *rows;
  YlFindings *findings;
  GError *error;
  YlBookLimits limits; /* the default ones, to be lowered */
  XlsxMaker *maker;    /* for a workbook of parts */
} XlsxReading;

/* Of the test that runs; xlsx_reading_begin() is its set-up, xlsx_reading_end() its teardown. */
extern XlsxReading *reading;

int xlsx_reading_begin (void **state);
int xlsx_reading_end (void **state);

#define xlsx_sentence(name)                                                                        \
  cmocka_unit_test_setup_teardown (name, xlsx_reading_begin, xlsx_reading_end)

/* Reads the bytes as “a.xlsx”. Returns: what yl_xlsx_read() does. */
gboolean read_archive (GBytes *bytes);
/* The same for what the maker has put together, and for a workbook of one sheet of @rows. */
gboolean read_made (void);
gboolean read_rows (const char *rows);

/* The rows of the one sheet “里程”, or all that was handed on. */
void assert_rows (const char *expected);
void assert_text (const char *expected);
void assert_sound (void);
void assert_only_finding (YlCode code, guint32 row, const char *column);
void assert_refused (YlError code, const char *piece_of_message);
