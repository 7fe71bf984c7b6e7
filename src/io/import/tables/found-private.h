#pragma once

#include "yanglu/domain/audit/found-budget.h"
#include "yanglu/io/import/heads.h"
#include "yanglu/io/import/tables/found-budget.h"

#include "found-grid-private.h"

G_BEGIN_DECLS

/** What the words of one head say, or those of a group head and the heads under it together. */
typedef struct
{
  gboolean is_known; /* any word of it is one of ours */
  gboolean has_meaning;
  YlFoundMeaning meaning;
  guint8 rate;        /* YL_FOUND_ALL_CLASSES: no class is named */
  gboolean is_short;  /* the class is named by a word that may be something else: 县, 乡镇 */
  gboolean is_mixed;  /* several classes at once: 乡村道 */
  gboolean is_name;   /* the whole head is a spelling of ours */
  gboolean is_sum;    /* 合计, 小计, 总里程 */
  gboolean is_inner;  /* 其中 */
  gboolean is_period; /* 一季度 */
  gboolean is_whole;  /* 路线长度: more than what counts */
  guint8 purpose;     /* YL_N_PURPOSES: none named */
  guint8 payer_after; /* YlPayer + 1; 0: none named */
  gint64 money_unit;  /* fen; 0 unsaid */
  gint64 length_unit; /* m; 0 unsaid */
  gboolean has_percent;
  gint32 share_ppm; /* 首批 70%: not what its numbers are in; 0: none */
} FoundWord;

/** found_word_parse: the head @text; is_known is FALSE for a text without any word of ours. */
FoundWord found_word_parse (const YlWords *words, const char *text);

/** found_settle_class_groups: items get the class of the sum that they make, 县道小计, where nothing else tells
 * classes apart. */
void found_settle_class_groups (YlFoundTable *table);

/** found_units_parse: the units that a line beside a table states: "单位：万元、公里", "（金额单位:元）"; one
 * that it does not state stays as it was. */
void
found_units_parse (const YlWords *words, const char *text, gint64 *out_money, gint64 *out_length);

/** found_unit_get_size: what 1 of @unit is in fen or metres. */
gint64 found_unit_get_size (YlHeadUnit unit);
/** found_money_name: "万元" of what 1 is in fen. */
const char *found_money_name (const YlWords *words, gint64 fen);

/** found_is_value: a column of numbers. */
gboolean found_is_value (YlFoundMeaning meaning);

/** One column under its heads. */
typedef struct
{
  guint column;
  FoundWord word;
  char *head;   /* the heads from the upper one down: "里程（公里） 县道"; "" for none */
  char *parent; /* those above the lowest; "" for none */
} FoundHead;

/** The heads of a sheet in one to three rows, from one edge to the other. */
typedef struct
{
  guint32 first_row;
  guint32 last_row;
  GArray *heads; /* of FoundHead: one for each column from the first to the last with a head */
} FoundBand;

/** found_band_begins: whether heads begin in @row: two cells of our words, and no number. */
gboolean found_band_begins (const FoundGrid *grid, guint32 row);
/** found_band_new: (transfer full): the heads that begin in @row. */
FoundBand *found_band_new (const FoundGrid *grid, guint32 row);
void found_band_free (FoundBand *band);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoundBand, found_band_free)

/** found_row_numbers_columns: 1, 2, 3 … under the heads. */
gboolean found_row_numbers_columns (const FoundGrid *grid, guint32 row);

/** Columns from @from to before @to of a band: one table. */
typedef struct
{
  guint from;
  guint to;
} FoundRun;

/** found_band_split: (transfer full) (element-type FoundRun): the tables that stand side by side. */
GArray *found_band_split (const FoundGrid *grid, const FoundBand *band);

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
  guint n_own_units;  /* numbers of the table at hand that bear their unit */
  guint32 last_row;   /* the last row of the last table */
  gint64 money_unit;  /* that a line of the sheet at hand stated last; 0 none did */
  gint64 length_unit; /* with it; 0 unsaid */
} FoundReading;

/** What stands beside the heads of a table: its title and the units that a line states. */
typedef struct
{
  const char *title;  /* borrowed from the workbook */
  gint64 money_unit;  /* 0 unsaid */
  gint64 length_unit; /* 0 unsaid */
} FoundSurround;

/* found-columns.c */
/** found_columns_settle: (transfer full) (element-type YlFoundColumn): what every column of the
 * run is taken for; their heads are borrowed from @band. */
GArray *found_columns_settle (const FoundGrid *grid,
                              const FoundBand *band,
                              const FoundRun *run,
                              const FoundSurround *surround);
/** found_columns_are_table: enough of them for a table of ours. */
gboolean found_columns_are_table (const GArray *columns);

/* found-row.c */
/** found_rows_read: every row from below the heads; Returns: the row after the table. */
guint32 found_rows_read (FoundReading *reading,
                         const FoundGrid *grid,
                         const FoundBand *band,
                         YlFoundTable *table);
/** found_report_limit: what was left out (E08). */
void found_report_limit (FoundReading *reading, const char *sheet, guint32 row, const char *what);

/* found-shown.c */
/** found_column_shows_wan: whether all numbers of @column below @head_row hold yuan, and their format shows
 * 万元 of them. */
gboolean found_column_shows_wan (const FoundGrid *grid, guint column, guint32 head_row);

/* found-remark.c */
/** found_remark_is_capital: whether @row states an amount in 大写: it is no head, whatever its words. */
gboolean found_remark_is_capital (const FoundGrid *grid, guint32 row);
/** found_remarks_read: the pool from @from_row to above the heads in @head_row, 大写 in and below the rows,
 * what is said to be paid beside them up to before @end (0: the end of the sheet). */
void found_remarks_read (
    YlFoundTable *table, const FoundGrid *grid, guint32 from_row, guint32 head_row, guint32 end);

/* found-turn.c */
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
