#pragma once

#include "yanglu/io/csv/reader.h"

/** yl_csv_find_mark: the encoding that a byte-order mark names; @out_length 0, and UTF-8, without one. */
gboolean yl_csv_find_mark (const YlInput *input,
                           YlEncoding *out_encoding,
                           gsize *out_length,
                           GError **error);

/**
 * yl_csv_guess_encoding: UTF-8 or GB18030, by what stands from @offset on, where the text first
 * leaves ASCII. It looks on until it has seen enough, over as many blocks as that takes.
 */
gboolean yl_csv_guess_encoding (const YlInput *input,
                                goffset offset,
                                YlEncoding *out_encoding,
                                GError **error);

/**
 * yl_csv_guess_delimiter: of comma, tab and semicolon the one that divides most lines of @text
 * into the same number of cells; what stands in quotes does not divide. Comma when none does.
 */
char yl_csv_guess_delimiter (YlText text);
