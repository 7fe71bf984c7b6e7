#pragma once

#include "stated-band-private.h"

#include "yanglu/io/import/stated-budget.h"

G_BEGIN_DECLS

/* Tables of one workbook, and rows of all of them, that are read. */
#define STATED_MAX_TABLES 200
#define STATED_MAX_ROWS 200000

/** What the reading of one workbook shares. */
typedef struct
{
  const YlWorkbook *workbook;
  const YlPlaces *places; /* (nullable) */
  guint32 county_code;    /* 0 unknown */
  YlAudit *audit;
  YlStatedBudget *budget;
  guint n_rows;
  guint32 last_row; /* the last row of the last table */
} StatedReading;

/** What stands beside the heads of a table: its title and the units that a line states. */
typedef struct
{
  char *title;
  gint64 money_unit;  /* 0 unsaid */
  gint64 length_unit; /* 0 unsaid */
} StatedSurround;

/* stated-surround.c */
/** stated_surround_init: looks at the rows from @from_row to before the heads. */
void stated_surround_init (StatedSurround *surround,
                           const StatedGrid *grid,
                           guint32 from_row,
                           const StatedBand *band);
void stated_surround_clear (StatedSurround *surround);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (StatedSurround, stated_surround_clear)
/** stated_remarks_read: in the rows from @from_row to before @to_row: the pool, which a title above
 * the table names, or 大写 below it. */
void stated_remarks_read (YlStatedTable *table,
                          const StatedGrid *grid,
                          guint32 from_row,
                          guint32 to_row,
                          gboolean is_above);

/* stated-columns.c */
/** stated_columns_settle: (transfer full) (element-type YlStatedColumn): what every column of the
 * run is taken for. */
GArray *stated_columns_settle (const StatedGrid *grid,
                               const StatedBand *band,
                               const StatedRun *run,
                               const StatedSurround *surround);
/** stated_columns_are_table: enough of them for a table of ours. */
gboolean stated_columns_are_table (const GArray *columns);

/* stated-value.c */
/** stated_value_read: the number of a cell; unknown, with its text, when it is none. */
void stated_value_read (const StatedReading *reading,
                        const YlStatedTable *table,
                        const StatedGrid *grid,
                        YlStatedRow *row,
                        guint column);
/** stated_values_settle: columns of words are no figures; C04 for words among figures. */
void stated_values_settle (StatedReading *reading, YlStatedTable *table);

/* stated-row.c */
/** stated_rows_read: every row from below the heads; Returns: the row after the table. */
guint32 stated_rows_read (StatedReading *reading,
                          const StatedGrid *grid,
                          const StatedBand *band,
                          YlStatedTable *table);

/* stated-tell.c: what was taken for what, and what was left out */
void stated_tell_table (StatedReading *reading, const YlStatedTable *table);
void stated_tell_limit (StatedReading *reading, const char *sheet, guint32 row, const char *what);
void stated_tell_nothing (StatedReading *reading);

G_END_DECLS
