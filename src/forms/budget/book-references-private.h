#pragma once

#include "book-private.h"

G_BEGIN_DECLS

/** yl_book_reference: "'里程明细'!$S$5": (transfer none), lives as long as @book. */
const char *yl_book_reference (YlBook *book, const YlSheet *sheet, guint column, guint32 row);
/** yl_book_range: "'里程明细'!$S$5:$S$5004" */
const char *yl_book_range (YlBook *book, const YlPart *part, guint column);
/** yl_book_keep: @text (transfer full) as long as @book lives. */
const char *yl_book_keep (YlBook *book, char *text);
/** yl_book_get_rows_per_sheet: how many rows of a long table a sheet takes beside its form. */
gsize yl_book_get_rows_per_sheet (const YlBook *book);
/** yl_book_make_title: (transfer full): "东昌府区2021年农村公路…" */
char *yl_book_make_title (const YlBook *book, const char *what);
/** yl_book_formula: a formula of no table's own row, as yl_tables_write_out() takes it. */
const char *yl_book_formula (YlBook *book, const char *format, ...) G_GNUC_PRINTF (2, 3);

/** yl_book_note_check: one more line of 校验; all texts are kept, its formulas written out. */
void yl_book_note_check (YlBook *book, const YlCheck *check);
/** yl_book_check_total: that @left is what stands under @column in the row just written. */
void yl_book_check_total (YlBook *book,
                          const YlTable *table,
                          const char *column,
                          const char *title,
                          const char *left,
                          gint64 units);

/**
 * yl_book_sum: "ROUND(SUM(range),2)" of @column over @parts, or with criteria SUMIFS of each part
 * added up. @measure says the decimals: %YL_MEASURE_FEN 2, %YL_MEASURE_KM 3, else 0.
 */
const char *yl_book_sum (YlBook *book,
                         const YlPart *parts,
                         gsize n_parts,
                         guint column,
                         YlMeasure measure,
                         const YlCriterion *criteria,
                         gsize n_criteria);
/** yl_book_put_sum: a total cell: yl_book_sum() of one part, mapped to @key (nullable). */
void yl_book_put_sum (YlBook *book,
                      const YlPart *part,
                      guint column,
                      YlMeasure measure,
                      gint64 units,
                      const char *key);

/** yl_book_sum_other: what 其他支出 has for @purpose. */
const char *yl_book_sum_other (YlBook *book, YlPurpose purpose);
/** yl_book_sum_public: public money of @level for @purpose, in 资金来源. */
const char *yl_book_sum_public (YlBook *book, YlPurpose purpose, YlPayer level);
/** yl_book_write_bearers: rows of what each level pays in all, at the end of 预算总表. */
void yl_book_write_bearers (YlBook *book, YlSheet *sheet, guint title, guint amount, guint last);
/** yl_book_draw_bearers: that, in 资金承担, as a pie with the title and place of @pie. */
void yl_book_draw_bearers (YlBook *book, YlSheet *sheet, const YlChart *pie);

/** yl_book_list_recipients: payees of the daily money, then the other lines of demand. */
void yl_book_list_recipients (YlBook *book);

/** yl_book_value_cell: the cell of @value in 标准依据; "0" when @value is %NULL. */
const char *yl_book_value_cell (YlBook *book, const YlPolicyValue *value);

G_END_DECLS
