#pragma once

#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

/*
 * Where the tables of a workbook as found begin: a row of heads holds two texts or more, none of
 * them a number however typed, and figures stand right below it.
 */
typedef struct _YlPaperHeads YlPaperHeads;

/** yl_paper_heads_new: @workbook: (nullable) */
YlPaperHeads *yl_paper_heads_new (const YlWorkbook *workbook);
void yl_paper_heads_free (YlPaperHeads *heads);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPaperHeads, yl_paper_heads_free)

/** yl_paper_heads_find: the row of the heads of the table in which @row stands; 0: none. */
guint32 yl_paper_heads_find (YlPaperHeads *heads, const YlWorksheet *sheet, guint32 row);
/** yl_paper_heads_get_text: (transfer none): the head of @column; where it is merged over two rows,
 * from the upper one; "" when there is none. */
const char *yl_paper_heads_get_text (const YlPaperHeads *heads,
                                     const YlWorksheet *sheet,
                                     guint32 head_row,
                                     guint column);

G_END_DECLS
