#pragma once

#include "yanglu/forms/cells.h"
#include "yanglu/forms/ranges.h"
#include "yanglu/forms/table-column.h"

G_BEGIN_DECLS

/**
 * A sheet is a table of columns. A column says all there is to say of it in one row: how formulas call
 * it, its head, its width, what of a row's record it shows and as what, by which formula that follows,
 * which figure that is, and what stands below it. What is special is a function of its own.
 *
 * Formulas name columns, never letters:
 *
 *   {roads_fen}   the cell of that column in this row
 *   {$name}       the same with its column held fast, as criteria want it
 *   {name@7}      the cell of that column in row 7; {name$7}: with its row held fast
 *   sum(roads.amount_fen)
 *                 ROUND (SUM (…)) over all rows of a table of this book, on how many sheets they stand
 *   sum(roads.amount_fen, township={$name}, class="县道")
 *                 over those rows that meet the criteria
 *   count(roads, township={$name})   how many do
 *
 * A table that this book has not adds up to 0; they are written out once a column.
 */
typedef struct _YlTables YlTables; /* of one workbook */

/** yl_tables_new: @user_data: what functions of columns are given: the book. */
YlTables *yl_tables_new (gpointer user_data);
void yl_tables_free (YlTables *tables);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlTables, yl_tables_free)

/** yl_tables_add: (transfer none): a table of this book called @name, in formulas and in the keys of
 * its figures; no rows yet. It has the first @n_columns of @columns, which outlive it. */
YlTable *
yl_tables_add (YlTables *tables, const char *name, const YlTableColumn *columns, guint n_columns);
/** yl_tables_find: (nullable) (transfer none) */
YlTable *yl_tables_find (const YlTables *tables, const char *name);
/** yl_tables_write_out: (transfer none): @formula with its names replaced; @own: (nullable): whose
 * rows it stands in. Lives as long as @tables. */
const char *yl_tables_write_out (YlTables *tables, const YlTable *own, const char *formula);
/** yl_tables_end_at_totals: from now on ranges of a table reach to the row of its total, once that is
 * written, so that they hold what somebody puts in above it. */
void yl_tables_end_at_totals (YlTables *tables);
void yl_tables_make_room (YlTables *tables, YlMeasure measure, gint64 units); /* in large columns */
GStringChunk *yl_tables_get_texts (YlTables *tables); /* where formulas of this book are kept */

void yl_table_shut (YlTable *table, const char *column); /* out of sight once it is opened */
/** yl_table_open: begins a sheet with the heads of @table, and @n_rows rows of it below them (an
 * empty one when there are none). The columns of @sheet_form are filled in. */
YlSheet *yl_table_open (YlTable *table, YlForm *form, const YlSheetForm *sheet_form, gsize n_rows);
/** yl_table_open_heads: the same without rows: yl_table_continue() says where they begin. */
YlSheet *yl_table_open_heads (YlTable *table, YlForm *form, const YlSheetForm *sheet_form);
/** yl_table_continue: the rows of @table are the @n_rows that follow the current one of @sheet. */
void yl_table_continue (YlTable *table, YlSheet *sheet, gsize n_rows);
/** yl_table_continue_below: the same below a gap, @title and heads of @height; 0: no heads. */
void yl_table_continue_below (
    YlTable *table, YlSheet *sheet, const char *title, double height, gsize n_rows);
/** yl_table_write_heads: the heads again, in the midst of a sheet. */
void yl_table_write_heads (const YlTable *table, YlSheet *sheet, double height);
/** yl_table_write_out: (transfer none): a formula of this table, its names replaced. */
const char *yl_table_write_out (const YlTable *table, const char *format, ...) G_GNUC_PRINTF (2, 3);
/** yl_table_set_formula: what @column follows from in this book. */
void yl_table_set_formula (YlTable *table, const char *column, const char *formula);

/** yl_table_select: what follows is written into part @index of the table: one a sheet. */
void yl_table_select (YlTable *table, guint index);
/** yl_table_write_row: @record: what the members of the columns are in. Returns: its row */
guint32 yl_table_write_row (const YlTable *table, guint64 ordinal, gconstpointer record);
/** yl_table_write_row_as: the same in another style, @height points high. */
guint32 yl_table_write_row_as (
    const YlTable *table, YlStyle style, double height, guint64 ordinal, gconstpointer record);
/** yl_table_write_rows: the rows @first to @end, an empty one when there are none: @make gives each
 * into @record, from what yl_tables_new() was given. They are added up into @total and mapped. */
void yl_table_write_rows (const YlTable *table,
                          gsize first,
                          gsize end,
                          void (*make) (gpointer user_data, gsize index, gpointer record),
                          gpointer record,
                          gpointer total);
/** yl_table_write_cells: the rest of the current row, from the column @first on. */
void yl_table_write_cells (const YlTable *table, const char *first, gconstpointer record);
/** yl_table_map_row: the figures of the row just written are those of @key: "payers.city.daily". */
void yl_table_map_row (const YlTable *table, const char *key);
/** yl_table_map_rows: the figures of all rows of this part are those of the table's name. */
void yl_table_map_rows (const YlTable *table);
/** yl_table_add_up: adds the members of the columns that have a total to those of @total. */
void yl_table_add_up (const YlTable *table, gpointer total, gconstpointer record);
/** yl_table_write_total: 合计 in column @label, and what the columns add up to: @record; a sum that
 * nobody knows is written as in a row. */
guint32 yl_table_write_total (const YlTable *table, guint label, gconstpointer record);
/** yl_table_write_sums: the same for a row that begins in another way: what the columns from @first on
 * add up to. */
void yl_table_write_sums (const YlTable *table, const char *first, gconstpointer record);

/** yl_table_find_column: where the column stands, from 0. */
guint yl_table_find_column (const YlTable *table, const char *column);
guint yl_table_get_n_columns (const YlTable *table);
YlMeasure yl_table_get_measure (const YlTable *table, const char *column);
const YlTableColumn *yl_table_get_columns (const YlTable *table, guint *out_n);
/** yl_table_get_sheet: that of the selected part; before it has any, the one it was opened on. */
YlSheet *yl_table_get_sheet (const YlTable *table);
/** yl_table_get_part: (transfer none): rows of the table, one a sheet. */
const YlPart *yl_table_get_part (const YlTable *table, guint index);
/** yl_table_get_selected: (transfer none): the part that is written. */
const YlPart *yl_table_get_selected (const YlTable *table);
guint yl_table_get_n_parts (const YlTable *table);
/** yl_table_get_formula: (nullable): the formula of a column, written out. */
const char *yl_table_get_formula (const YlTable *table, guint column);
/** yl_table_get_cell: "'分乡镇汇总'!$Q$5" */
const char *yl_table_get_cell (const YlTable *table, const char *column, guint32 row);
/** yl_table_get_own_cell: "Q5", for formulas of the same sheet. */
const char *yl_table_get_own_cell (const YlTable *table, const char *column, guint32 row);
/** yl_table_get_loose_cell: "'分乡镇汇总'!Q5", not held fast. */
const char *yl_table_get_loose_cell (const YlTable *table, const char *column, guint32 row);
/** yl_table_get_range: the column in all rows of the selected part. */
const char *yl_table_get_range (const YlTable *table, const char *column);

G_END_DECLS
