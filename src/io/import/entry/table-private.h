#pragma once

#include "yanglu/domain/ledger.h"
#include "yanglu/io/import/entry/entry.h"
#include "yanglu/io/import/heads.h"

G_BEGIN_DECLS

/** What the tables of one reading share. */
struct _YlTableContext
{
  const char *file;
  char *sheet;
  const YlWords *words;
  const YlPlaces *places;
  guint32 county_code; /* 0 unknown */
  gboolean is_by_name; /* only the sheet of the table's name is read */
  YlArena *arena;      /* of the record that is filled */
  YlEntry *entry;      /* NULL for a table that is none of the entry's */
  YlLedger *ledger;    /* NULL for a table that is none of the ledger's */
  gboolean is_full;    /* a limit was reached, and told */
  YlMoney sum;         /* of a table whose rows are added up */
  YlUnitLine units;    /* of a table without heads: 单位：万元 above its keys */
  YlFindings *findings;
};

/** A row below the heads on its way into a record. */
struct _YlTableRow
{
  YlTableContext *context;
  const YlImportTable *table;
  const YlHeadFinder *finder; /* NULL for a table without heads */
  const YlText *cells;
  guint n_cells;
  YlRowId number;
  YlMoney amount; /* of the row, once read: what is lost with it */
  gboolean has_amount;
  gint32 lost;      /* of that amount, by rounding: as in YlSource */
  guint key_cell;   /* of a table without heads: where the key stands, the value behind it */
  guint key_column; /* what it is the key of; YL_HEADS_MAX: of nothing that is known */
  YlHeadUnit key_unit;
  gboolean is_left_out; /* told */
};

extern const YlImportTable yl_unit_table;
extern const YlImportTable yl_bridges_table;
extern const YlImportTable yl_funds_table;
extern const YlImportTable yl_land_table;
extern const YlImportTable yl_other_table;
extern const YlImportTable yl_last_year_table;
extern const YlImportTable yl_notice_table;

/** yl_entry_import_new_for_table: reads @table from the sheets that have its heads; copies @context. */
YlEntryImport *yl_entry_import_new_for_table (const YlImportTable *table,
                                              const YlTableContext *context);

/** One cell on its way to a value. */
typedef struct
{
  const char *head; /* for findings */
  YlHeadUnit unit;
  YlText text; /* trimmed */
  YlRowId row;
} TableCell;

typedef enum
{
  TABLE_CELL_BLANK,
  TABLE_CELL_READ,
  TABLE_CELL_FAULTY, /* told; the record is untouched */
} TableCellStatus;

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
} TableFault;

/** table_row_get: the cell of @column; empty where the table has no such column. */
TableCell table_row_get (const YlTableRow *row, guint column);
gboolean table_row_has (const YlTableRow *row, guint column);
/** table_row_dup: (transfer full): the text of @column, "" for blank. */
char *table_row_dup (const YlTableRow *row, guint column);

/** table_read: reads the cell of @column into @record as the description says. */
TableCellStatus table_read (YlTableRow *row, guint column, gpointer record);
TableCellStatus
table_read_cell (YlTableRow *row, const TableCell *cell, guint column, gpointer record);
/** table_read_record: reads every column: texts, which cannot fail, then amounts, which price what
 * fails after them, then the others in their order. */
void table_read_record (YlTableRow *row, gpointer record);

void table_report (YlTableContext *context, const TableCell *cell, const TableFault *fault);
/** table_report_unread: a cell that cannot be understood (C04), and what comes of it. @repair: (nullable) */
void table_report_unread (YlTableContext *context,
                          const TableCell *cell,
                          const char *what,
                          const char *expected,
                          const char *effect,
                          const char *repair);
/** table_refuse: leaves the row out for the cell of @column, at the price of its amount, which is
 * told once; @fault needs no effect. */
void table_refuse (YlTableRow *row, guint column, const TableFault *fault);
/** table_is_full: whether @n rows are as many as @limit; the first row beyond it is told (E08). */
gboolean
table_is_full (YlTableRow *row, guint n, guint limit, const char *what, const char *effect);
/** table_add: @sum + @amount; %FALSE (told, E08) when the sum passes what a file may state. */
gboolean
table_add (YlTableRow *row, guint column, YlMoney amount, const char *effect, YlMoney *sum);

G_END_DECLS
