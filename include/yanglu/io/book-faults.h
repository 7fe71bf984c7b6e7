#pragma once

#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/** Where a reader of workbooks tells what is wrong. */
typedef struct
{
  const char *file; /* base name */
  YlFindings *findings;
} YlBookFaults;

/** Where a fault stands; all zero for the workbook as a whole. */
typedef struct
{
  const char *sheet;
  guint32 row;
  const char *column;
  const char *seen;
  gboolean is_warning; /* whatever the code is else: nothing is lost */
} YlFaultPlace;

/** yl_book_faults_add: a finding of @code with the severity of the rule book. */
void yl_book_faults_add (const YlBookFaults *faults,
                         YlCode code,
                         const YlFaultPlace *place,
                         const char *format,
                         ...) G_GNUC_PRINTF (4, 5);

/** yl_book_faults_add_limit: another name for "the file says more than we read" (E08). @sheet is
 * (nullable): the workbook as a whole. */
void yl_book_faults_add_limit (const YlBookFaults *faults, const char *sheet, const GError *error);

/** Faults that a sheet may hold in every cell: told where they stand first. */
typedef enum
{
  YL_SHEET_FAULT_ROW_NUMBER, /* beyond the limit */
  YL_SHEET_FAULT_ROW_LIMIT,  /* no number, beyond the limit */
  YL_SHEET_FAULT_ROW_ORDER,
  YL_SHEET_FAULT_COLUMN_LIMIT,
  YL_SHEET_FAULT_CELL_LIMIT,
  YL_SHEET_FAULT_SHARED_LIMIT, /* formulas that are written out for each cell */
  YL_SHEET_FAULT_REFERENCE,
  YL_SHEET_FAULT_REPEATED,
  YL_SHEET_FAULT_LONG_TEXT,
  YL_SHEET_FAULT_LONG_STRING, /* shared, longer than a cell can hold */
  YL_SHEET_FAULT_STRING,
  YL_SHEET_FAULT_UNDECODED,
  YL_SHEET_FAULT_DDE,
  YL_N_SHEET_FAULTS
} YlSheetFault;

/** YlSheetFaults: what was told of one sheet. */
typedef struct
{
  const YlBookFaults *faults;
  const char *sheet;
  guint told; /* bits by YlSheetFault */
} YlSheetFaults;

/** No column: the row as a whole. */
#define YL_SHEET_FAULT_NO_COLUMN G_MAXUINT32

/** yl_sheet_faults_add: the first fault of its kind in the sheet; the others are not told.
 * @seen: (nullable) */
void yl_sheet_faults_add (
    YlSheetFaults *faults, YlSheetFault fault, guint32 row, guint column, const char *seen);

G_END_DECLS
