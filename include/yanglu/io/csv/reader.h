#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/io/input.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

typedef enum
{
  YL_ENCODING_UTF8,
  YL_ENCODING_UTF8_BOM,
  YL_ENCODING_UTF16LE,
  YL_ENCODING_UTF16BE,
  YL_ENCODING_GB18030,
} YlEncoding;
#define YL_N_ENCODINGS (YL_ENCODING_GB18030 + 1)

/** What was detected, so that the program can say it. */
typedef struct
{
  YlEncoding encoding;
  char delimiter; /* ',' '\t' ';' '|' */
} YlCsvForm;

/** "UTF-8", "UTF-8（带 BOM）", "UTF-16LE", "UTF-16BE", "GB18030" */
const char *yl_encoding_get_name (YlEncoding encoding);

/**
 * yl_csv_read:
 * @progress: (nullable): called now and then with the bytes read so far
 * @out_form: (out) (optional)
 *
 * Reads @input by blocks of 256 KiB; memory does not grow with the file. Text
 * that cannot be decoded is E04, a limit reached E08, both into @findings; the
 * reading goes on where that is possible.
 *
 * Returns: %FALSE when the file could not be read at all
 */
gboolean yl_csv_read (const YlInput *input,
                      const YlRowSink *sink,
                      YlFindings *findings,
                      void (*progress) (goffset done, goffset all),
                      YlCsvForm *out_form,
                      GError **error);

G_END_DECLS
