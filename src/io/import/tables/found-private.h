#pragma once

#include "found-band-private.h"

#include "yanglu/io/import/tables/found-budget.h"

G_BEGIN_DECLS

/* Tables of one workbook, and rows of all of them, that are read. */
#define FOUND_MAX_TABLES 200
#define FOUND_MAX_ROWS 200000

/** What the reading of one workbook shares. */
typedef struct
{
  const YlWorkbook *workbook;
  const YlWords *words;
  const YlPlaces *places; /* (nullable) */
  guint32 county_code;    /* 0 unknown */
  YlAudit *audit;
  YlFoundBudget *budget;
  guint n_rows;
  guint32 last_row; /* the last row of the last table */
} FoundReading;

/** What stands beside the heads of a table: its title and the units that a line states. */
typedef struct
{
  char *title;
  gint64 money_unit;  /* 0 unsaid */
  gint64 length_unit; /* 0 unsaid */
} FoundSurround;

/* stated-surround.c */
/** found_surround_init: looks at the rows from @from_row to before the heads. */
void found_surround_init (FoundSurround *surround,
                          const FoundGrid *grid,
                          guint32 from_row,
                          const FoundBand *band);
void found_surround_clear (FoundSurround *surround);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (FoundSurround, found_surround_clear)
/** found_remarks_read: in the rows from @from_row to before @to_row: the pool, which a title above
 * the table names, or 大写 below it. */
void found_remarks_read (YlFoundTable *table,
                         const FoundGrid *grid,
                         guint32 from_row,
                         guint32 to_row,
                         gboolean is_above);

/* found-columns.c */
/** found_columns_settle: (transfer full) (element-type YlFoundColumn): what every column of the
 * run is taken for; their heads are borrowed from @band. */
GArray *found_columns_settle (const FoundGrid *grid,
                              const FoundBand *band,
                              const FoundRun *run,
                              const FoundSurround *surround);
/** found_columns_are_table: enough of them for a table of ours. */
gboolean found_columns_are_table (const GArray *columns);

/* stated-value.c */
/** found_value_read: the number of a cell; unknown, with its text, when it is none. */
void found_value_read (const FoundReading *reading,
                       const YlFoundTable *table,
                       const FoundGrid *grid,
                       YlFoundRow *row,
                       guint column);
/** found_values_settle: columns of words are no figures; C04 for words among figures. */
void found_values_settle (FoundReading *reading, YlFoundTable *table);

/* stated-row.c */
/** found_rows_read: every row from below the heads; Returns: the row after the table. */
guint32 found_rows_read (FoundReading *reading,
                         const FoundGrid *grid,
                         const FoundBand *band,
                         YlFoundTable *table);

/* stated-tell.c: what was taken for what, and what was left out */
void found_report_table (FoundReading *reading, const YlFoundTable *table);
void found_report_limit (FoundReading *reading, const char *sheet, guint32 row, const char *what);
void found_report_nothing (FoundReading *reading);

/* found-turn.c */
/* Rows of a sheet that a table with townships across may begin in. */
#define FOUND_MAX_TURN_ROW 20

/** found_turn_find: whether townships stand across in @sheet, over rows of kilometres, amounts or
 * classes; @out_turn: where. Its texts are not set. */
gboolean
found_turn_find (const FoundReading *reading, const YlWorksheet *sheet, YlFoundTurn *out_turn);
/** found_turn_fill: writes @sheet into @turned with the rows and columns of the block changed. */
void found_turn_fill (const FoundReading *reading,
                      const YlWorksheet *sheet,
                      const YlFoundTurn *turn,
                      YlWorksheet *turned);

G_END_DECLS
