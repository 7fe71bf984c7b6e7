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

/** An empty cell that waits for somebody's entry. */
typedef struct
{
  const char *sheet;
  guint32 row;
  guint16 column;
} YlOpenCell;

/** YlPlannedBook: the cells that a workbook of a budget has to have, and what they show. */
typedef struct
{
  YlWorkbook *workbook; /* owned */
  GArray *figures;      /* of YlFigureRange */
  GArray *open;         /* of YlOpenCell, in the order of their writing */
  GStringChunk *kept;   /* names of sheets, keys */
} YlPlannedBook;

/** yl_planned_book_new: nothing planned; texts in @texts, which must outlive it. */
YlPlannedBook *yl_planned_book_new (const char *file, YlTextPool *texts);
void yl_planned_book_free (YlPlannedBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPlannedBook, yl_planned_book_free)

/** yl_planned_book_add_figure: copies its texts. */
void yl_planned_book_add_figure (YlPlannedBook *book, const YlFigureRange *range);
void yl_planned_book_add_open (YlPlannedBook *book, const char *sheet, guint32 row, guint16 column);
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
