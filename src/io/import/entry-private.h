#pragma once

#include "entry-context-private.h"

G_BEGIN_DECLS

/** A row of a sheet whose heads are known. */
typedef struct
{
  const YlHeadFinder *finder;
  const YlHeadTable *heads;
  const YlWords *words;
  const YlText *cells;
  guint n_cells;
  guint32 row;
} YlEntryRow;

/** How one sheet is read. */
typedef struct
{
  const char *sheet;        /* its name in the entry workbook */
  const YlHeadTable *heads; /* (nullable): NULL: no heads, every row is handed on */
  gboolean has_sums;        /* 合计 is a line of its own here, not passed over */
  gboolean is_by_name;      /* only the sheet of its name is read */
  gboolean is_many;         /* every sheet with its heads is read, not only the first */
  void (*begin) (YlEntryContext *context); /* empties what the entry held of this sheet */
  void (*row) (YlEntryContext *context, const YlEntryRow *row);
  void (*end) (YlEntryContext *context); /* (nullable) */
} YlEntryTable;

extern const YlEntryTable yl_entry_unit_table;
extern const YlEntryTable yl_entry_bridges_table;
extern const YlEntryTable yl_entry_funds_table;
extern const YlEntryTable yl_entry_land_table;
extern const YlEntryTable yl_entry_other_table;
extern const YlEntryTable yl_entry_last_year_table;
extern const YlEntryTable yl_notice_table;
extern const YlEntryTable yl_notice_sheet_table;

/** yl_entry_import_new_for_table: reads @table from the sheets that have its heads; copies @context. */
YlEntryImport *yl_entry_import_new_for_table (const YlEntryTable *table,
                                              const YlEntryContext *context);

/** One cell on its way to a value. */
typedef struct
{
  const char *head; /* for findings */
  YlHeadUnit unit;
  YlText text; /* trimmed */
  guint32 row;
} YlEntryCell;

typedef enum
{
  YL_CELL_BLANK,
  YL_CELL_READ,
  YL_CELL_FAULTY, /* told; the out parameter is untouched */
} YlCellStatus;

/** yl_entry_row_get: the cell of @column; empty where the table has no such column. */
YlEntryCell yl_entry_row_get (const YlEntryRow *row, guint column);
gboolean yl_entry_row_has_column (const YlEntryRow *row, guint column);
/** yl_entry_row_dup: (transfer full): the text of @column, "" for blank. */
char *yl_entry_row_dup (const YlEntryRow *row, guint column);

/** A fault of one cell; the message is made of these. */
typedef struct
{
  YlCode code;
  YlSeverity severity;
  const char *what;     /* "不是可以读懂的金额" */
  const char *expected; /* "不带单位的数，如 12345.60" */
  const char *effect;   /* "该笔资金未计入" */
  const char *repair;   /* (nullable): only where it is certain */
  YlMoney at_stake;
  gboolean is_priced;
} YlEntryFault;

void yl_entry_report (YlEntryContext *context, const YlEntryCell *cell, const YlEntryFault *fault);
/** yl_entry_report_unread: a cell that cannot be understood (C04), and what comes of it. @repair: (nullable) */
void yl_entry_report_unread (YlEntryContext *context,
                             const YlEntryCell *cell,
                             const char *what,
                             const char *expected,
                             const char *effect,
                             const char *repair);

/** yl_entry_cell_to_amount: zero or more, signed: below it too; in the unit of the head, else yuan. */
YlCellStatus yl_entry_cell_to_amount (YlEntryContext *context,
                                      const YlEntryCell *cell,
                                      const char *effect,
                                      YlMoney *out_amount);
YlCellStatus yl_entry_cell_to_signed_amount (YlEntryContext *context,
                                             const YlEntryCell *cell,
                                             const char *effect,
                                             YlMoney *out_amount);

/** yl_entry_cell_to_length: zero or more, in the unit of the head, else in @usual; E09 when
 * decimals of a metre were lost. */
YlCellStatus yl_entry_cell_to_length (YlEntryContext *context,
                                      const YlEntryCell *cell,
                                      YlHeadUnit usual,
                                      const char *effect,
                                      YlLength *out_length);

/* entry-repair.c: "12万元" as the column wants it; (transfer full) (nullable): not certain */
char *yl_entry_repair_amount (const YlEntryCell *cell);
char *yl_entry_repair_length (const YlEntryCell *cell, YlHeadUnit usual);

/** yl_entry_add: @sum + @amount; %FALSE (told, E08) when the sum passes what a file may state. */
gboolean yl_entry_add (YlEntryContext *context,
                       const YlEntryCell *cell,
                       YlMoney amount,
                       const char *effect,
                       YlMoney *sum);

/** yl_entry_join: (transfer full): the @n names of a closed set: "县、市、省". */
char *yl_entry_join (const char *(*name) (guint member), guint n);

G_END_DECLS
