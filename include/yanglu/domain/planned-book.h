#pragma once

#include "yanglu/domain/measure.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/** What the cells of one column in a run of rows show. */
typedef struct
{
  const char *sheet;
  guint32 first_row; /* from 1 */
  guint32 last_row;
  guint16 column; /* from 0 */
  YlMeasure measure;
  const char *key; /* "daily.standard_fen"; "roads.amount_fen" for one row a road */
} YlFigureRange;

/** What the number of a row says. */
#define YL_SAYS_ORDINAL "行的序号，不参加计算"

/** What cells of one column in a run of rows stand under, and say where they show no figure. */
typedef struct
{
  guint16 column;
  guint32 first_row;
  guint32 last_row;
  const char *head;  /* (nullable) */
  const char *group; /* (nullable): the head above that one, over its neighbours too */
  const char *says;  /* (nullable) */
  YlMeasure measure; /* of its numbers */
} YlPlannedNote;

/** What a cell says that shows an amount in 万元. */
#define YL_SAYS_IN_WAN "以元为单位的数四舍五入到两位小数的万元"

/** One sheet of a planned workbook. */
typedef struct
{
  YlWorksheet *cells; /* of the workbook */
  GArray *notes;      /* of YlPlannedNote, by row for each column */
  GArray *latest;     /* of guint, by column: its latest note + 1; 0: none */
  GArray *head_rows;  /* of guint32, ascending: rows of heads */
  GArray *open;       /* of guint64, ascending: cells left for the pen */
} YlPlannedSheet;

/** YlPlannedBook: the cells that a workbook of a budget has to have, and what they show. */
typedef struct
{
  YlArena *arena;       /* of names of sheets, keys, heads */
  YlWorkbook *workbook; /* owned */
  GArray *figures;      /* of YlFigureRange */
  GPtrArray *sheets;    /* of YlPlannedSheet, as the workbook has them */
} YlPlannedBook;

/** yl_planned_book_new: nothing planned; texts in @texts, which must outlive it. */
YlPlannedBook *yl_planned_book_new (const char *file, YlTextPool *texts);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPlannedBook, yl_arena_free_record)

/** yl_planned_book_add_sheet: (transfer none): a new last sheet. */
YlPlannedSheet *yl_planned_book_add_sheet (YlPlannedBook *book, const char *name);
/** yl_planned_book_take_sheet: (transfer none): the same of a sheet of another workbook, which outlives
 * @book, as it stands. */
YlPlannedSheet *yl_planned_book_take_sheet (YlPlannedBook *book, YlWorksheet *sheet);
/** yl_planned_book_note: what the next cell of @what's column, in @row, stands under and says; copies
 * texts. */
void yl_planned_book_note (YlPlannedBook *book,
                           YlPlannedSheet *sheet,
                           guint32 row,
                           const YlPlannedNote *what);
/** yl_planned_book_note_head: the current row is one of heads. */
void yl_planned_book_note_head (YlPlannedSheet *sheet, guint32 row);
/** yl_planned_book_find_sheet: (nullable) */
const YlPlannedSheet *yl_planned_book_find_sheet (const YlPlannedBook *book, const char *name);
/** yl_planned_sheet_find_note: (nullable): what is known of the cell beside its content. */
const YlPlannedNote *
yl_planned_sheet_find_note (const YlPlannedSheet *sheet, guint32 row, guint column);
gboolean yl_planned_sheet_is_head_row (const YlPlannedSheet *sheet, guint32 row);

/** yl_planned_book_add_figure: copies its texts. */
void yl_planned_book_add_figure (YlPlannedBook *book, const YlFigureRange *range);
/** yl_planned_sheet_add_open: the office writes into the cell what it likes, empty or not: a name, a
 * day, a plan of its own. */
void yl_planned_sheet_add_open (YlPlannedSheet *sheet, guint32 row, guint16 column);
/** yl_planned_book_find_figure: (nullable): what the cell shows. */
const YlFigureRange *yl_planned_book_find_figure (const YlPlannedBook *book,
                                                  const char *sheet,
                                                  guint32 row,
                                                  guint column);
/** yl_planned_book_find_key: (nullable): the first range that shows @key. */
const YlFigureRange *yl_planned_book_find_key (const YlPlannedBook *book, const char *key);
gboolean
yl_planned_book_is_open (const YlPlannedBook *book, const char *sheet, guint32 row, guint column);

G_END_DECLS
