#pragma once

#include "entry-private.h"

#include "yanglu/forms/table.h"

G_BEGIN_DECLS

/** A sheet that is a list while it is written: its columns have names in formulas. */
typedef struct
{
  YlEntryBook *book;
  const YlEntrySheetForm *form;
  YlTable *table;
  const YlEntryRows *filled; /* %NULL: nothing is */
} YlEntrySheet;

guint32 yl_entry_sheet_get_first_row (const YlEntrySheet *sheet);
guint32 yl_entry_sheet_get_last_row (const YlEntrySheet *sheet);
guint yl_entry_sheet_get_n_filled (const YlEntrySheet *sheet);
/** yl_entry_sheet_get_n_printed: the paper shows the rows of the blank form, and every row that is filled in. */
guint yl_entry_sheet_get_n_printed (const YlEntrySheet *sheet);
/** yl_entry_sheet_rows_of: "$H$5:$H$20004" */
const char *yl_entry_sheet_rows_of (const YlEntrySheet *sheet, const char *column);
/** yl_entry_sheet_rows_from_elsewhere: the same for another sheet: "'里程台账'!$H$5:$H$20004" */
const char *yl_entry_sheet_rows_from_elsewhere (const YlEntrySheet *sheet, const char *column);
/** yl_entry_sheet_of_row: (transfer full): @formula, whose # is the number of its row, in the row @row. */
char *yl_entry_sheet_of_row (const YlEntrySheet *sheet, const char *formula, guint32 row);
/** yl_entry_sheet_read: the number filled in as @name in the row @index; FALSE: there is none. */
gboolean
yl_entry_sheet_read (const YlEntrySheet *sheet, guint index, const char *name, gint64 *out_units);

/** yl_entry_sheet_put_sums: the live line over the heads. */
void yl_entry_sheet_put_sums (const YlEntrySheet *sheet);

/* Of a list of roads. */
/** yl_entry_sheet_make_hint: (transfer full): what the name %YL_ENTRY_HINT_NAME stands for: the words that say what is
 * wrong in the row of the cell that uses it. */
char *yl_entry_sheet_make_hint (const YlEntrySheet *sheet);
/** yl_entry_sheet_mark: what is wrong turns red, what is still to be filled in yellow. */
void yl_entry_sheet_mark (const YlEntrySheet *sheet);

G_END_DECLS
