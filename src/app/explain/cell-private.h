#pragma once

#include "yanglu/app/explain/job.h"
#include "yanglu/audit/formula/cell-value.h"

G_BEGIN_DECLS

/* What is known of a cell of the workbook, told by what stands in its row and column. */

/** yl_explain_find_key: (transfer full) (nullable): the figure that it shows. */
char *yl_explain_find_key (const YlExplainJob *job, const char *sheet, guint32 row, guint column);
/** yl_explain_find_note: (nullable): what is known of it where it was planned. */
const YlPlannedNote *
yl_explain_find_note (const YlExplainJob *job, const YlWorksheet *sheet, guint32 row, guint column);
/** yl_explain_name_row: (transfer full): the words written left of it; "" */
char *
yl_explain_name_row (const YlExplainJob *job, const YlWorksheet *sheet, guint32 row, guint column);
/** yl_explain_name_column: @note: (nullable). (transfer full): the head over it, or the one above that and
 * its neighbours; "" */
char *yl_explain_name_column (const YlPlannedNote *note);

gboolean
yl_explain_is_head (const YlExplainJob *job, const YlWorksheet *sheet, guint32 row, guint column);

/* readers.c */
/** yl_explain_readers_new: @workbook is borrowed; nothing is looked at until a cell is asked for. */
YlExplainReaders *yl_explain_readers_new (const YlWorkbook *workbook);
void yl_explain_readers_free (YlExplainReaders *readers);
/** yl_explain_find_reader: (transfer full) (nullable): the first formula of the workbook that reads what
 * stands in the cell: "分乡镇汇总!D5". */
char *yl_explain_find_reader (const YlExplainJob *job,
                              const YlWorksheet *sheet,
                              guint32 row,
                              guint column);

/* statement.c */
/** yl_explain_describe: (transfer none): what @found is, which shows no figure of the budget: a sentence
 * that lives as long as @explained. */
const char *yl_explain_describe (const YlExplainJob *job,
                                 const YlExplained *explained,
                                 const YlWorksheet *sheet,
                                 const YlCell *found);

/* shown.c */
/** yl_explain_get_decimals: of a number in a cell, one unit of the figure that it shows stands for. */
guint yl_explain_get_decimals (YlFigureUnit unit);

/** What a cell shows, or comes to where that was not saved. */
typedef struct
{
  YlCellValue value;
  YlFigureUnit unit; /* as the budget measures it there */
} YlExplainShown;

YlCellValue
yl_explain_get_value (const YlExplainJob *job, const YlWorksheet *sheet, const YlCell *cell);
YlExplainShown
yl_explain_read (const YlExplainJob *job, const YlWorksheet *sheet, guint32 row, guint column);
/** yl_explain_write: (transfer full): "1,234.50 元", "“通过”"; "" of nothing. */
char *yl_explain_write (const YlExplainShown *shown);
/** yl_explain_count: %FALSE when it is no number, or has more decimals than its unit. */
gboolean yl_explain_count (const YlExplainShown *shown, gint64 *out_units);

/* compared.c */
/** yl_explain_compare: what the formula of @found comes to, what the budget has in its place and the amount
 * that it spells become part of the cell of @explained, each where there is something to say. */
void yl_explain_compare (const YlExplainJob *job,
                         YlExplained *explained,
                         const YlWorksheet *sheet,
                         const YlCell *found);

/* sources.c */
/** yl_explain_take_sources: what the formula of @found, a cell of @sheet, reads becomes the sources of
 * @explained. */
void yl_explain_take_sources (const YlExplainJob *job,
                              YlExplained *explained,
                              const YlWorksheet *sheet,
                              const YlCell *found);

G_END_DECLS
