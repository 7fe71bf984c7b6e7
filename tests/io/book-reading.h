#pragma once

#include "support/assert.h"
#include "support/row-text.h"

#include "yanglu/base/error.h"
#include "yanglu/io/book-target.h"

/* What was read of a workbook in memory, and what was found wrong. */
typedef struct
{
  YlBookReader reader;
  const char *file;  /* its name */
  const char *sheet; /* of a workbook of one */
  YlRowText *rows;
  YlFindings *findings;
  GError *error;
  YlBookLimits limits; /* the default ones, to be lowered */
  YlTextPool *texts;
  YlWorkbook *book; /* (nullable): what load_bytes() loaded */
} BookReading;

/* Of the test that runs; each form has a set-up of its own around these. */
extern BookReading *reading;

int book_reading_begin (YlBookReader reader, const char *file, const char *sheet);
int book_reading_end (void **state);

/* Reads the bytes, which it takes. Returns: what yl_book_read() does. */
gboolean read_bytes (GBytes *bytes);
/* Loads the bytes, which it takes. Returns: (transfer none): the first sheet. */
const YlWorksheet *load_bytes (GBytes *bytes);

/* All that was handed on; the rows of the one sheet; the same without a finding. */
void assert_text (const char *expected);
void assert_rows (const char *expected);
void assert_sound_rows (const char *expected);
void assert_sound (void);
void assert_only_finding (YlCode code, guint32 row, const char *column);
void assert_refused (YlError code, const char *piece_of_message);
