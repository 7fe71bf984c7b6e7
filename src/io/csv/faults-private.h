#pragma once

#include "rows-private.h"

/** Longest cell, as in a workbook. */
#define YL_CSV_CELL_CHARACTERS 32767u

/** YlCsvFaults: tells what is wrong with the text of a file, and mends what can be read on. */
typedef struct _YlCsvFaults YlCsvFaults;

YlCsvFaults *yl_csv_faults_new (const YlCsvBlocks *blocks, YlFindings *findings);
void yl_csv_faults_free (YlCsvFaults *faults);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlCsvFaults, yl_csv_faults_free)

/**
 * yl_csv_faults_mend_row: replaces what is no text by U+FFFD (E04), cuts cells past their limit and
 * tells of columns past theirs (E08). The cells are valid until the next call.
 *
 * Returns: FALSE when the row is too long as a whole and is left out (E08)
 */
gboolean yl_csv_faults_mend_row (YlCsvFaults *faults, guint32 row, YlCsvRows *rows);

/** @is_final: from here on quotes are characters like any other. */
void yl_csv_faults_add_open_quote (YlCsvFaults *faults, guint32 row, gboolean is_final);
void yl_csv_faults_add_long_row (YlCsvFaults *faults, guint32 row);
