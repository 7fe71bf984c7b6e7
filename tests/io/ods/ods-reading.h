#pragma once

#include "support/assert.h"
#include "support/row-text.h"

#include "yanglu/base/error.h"
#include "yanglu/io/ods/reader.h"

/* What was read of a document in memory, and what was found wrong. */
typedef struct
{
  YlRowText *rows;
  YlFindings *findings;
  GError *error;
  YlBookLimits limits; /* the default ones, to be lowered */
  YlTextPool *texts;
  YlWorkbook *book; /* (nullable): what load_tables() loaded */
} OdsReading;

/* Of the test that runs. */
extern OdsReading *ods;

int ods_reading_begin (void **state);
int ods_reading_end (void **state);

#define ods_sentence(name)                                                                         \
  cmocka_unit_test_setup_teardown (name, ods_reading_begin, ods_reading_end)

#define ODS_SPREADSHEET "application/vnd.oasis.opendocument.spreadsheet"

/* (transfer full): a document of @type with content.xml and a part @other (nullable) of @text. */
GBytes *ods_make (const char *type, const char *content, const char *other, const char *text);
/* (transfer full): content.xml with automatic styles and tables. */
char *ods_write_content (const char *styles, const char *tables);

/* Reads the bytes, which it takes, as “a.ods”. Returns: what yl_ods_read() does. */
gboolean read_bytes (GBytes *bytes);
/* The same for a spreadsheet of these tables, and of one table of these rows. */
gboolean read_tables (const char *styles, const char *tables);
gboolean read_rows (const char *rows);
/* The first sheet of such a spreadsheet, kept whole. */
const YlWorksheet *load_tables (const char *styles, const char *tables);

/* The rows of the one table “里程”, without a finding. */
void assert_rows (const char *expected);
void assert_only_finding (YlCode code, guint32 row, const char *column);
void assert_refused (YlError code, const char *piece_of_message);

#define ODS_TABLE(rows) "<table:table table:name='里程'>" rows "</table:table>"
#define ODS_ROW(cells) "<table:table-row>" cells "</table:table-row>"
#define ODS_TEXT(text)                                                                             \
  "<table:table-cell office:value-type='string'><text:p>" text "</text:p></table:table-cell>"
#define ODS_NUMBER(value) "<table:table-cell office:value-type='float' office:value='" value "'/>"
