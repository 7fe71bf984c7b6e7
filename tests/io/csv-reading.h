#pragma once

#include "support/assert.h"
#include "support/row-text.h"

#include "yanglu/io/csv/reader.h"

/* A file, what was read of it, and what was found wrong. */
typedef struct
{
  YlRowText *rows;
  YlFindings *findings;
  YlCsvForm form;
} CsvReading;

/* Of the test that runs; csv_reading_begin() is its set-up, csv_reading_end() its teardown. */
extern CsvReading *reading;

int csv_reading_begin (void **state);
int csv_reading_end (void **state);

#define csv_sentence(name)                                                                         \
  cmocka_unit_test_setup_teardown (name, csv_reading_begin, csv_reading_end)

/* Reads a file "a.csv" with these bytes, which must be possible. */
void read_bytes (const char *bytes, gsize length);
void read_text (const char *text);
void read_string (const GString *text);

void assert_rows (const char *expected);
void assert_sound (void);
/* @column may be %NULL: any. */
void assert_only_finding (YlCode code, guint32 row, const char *column);
