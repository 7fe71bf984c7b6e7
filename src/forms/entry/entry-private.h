#pragma once

#include "columns-private.h"

#include "yanglu/forms/entry/entry-book.h"

G_BEGIN_DECLS

/** A total of a whole sheet that is worked out beside the lists. */
typedef struct
{
  char *name;
  char *formula; /* that works on whole columns at once */
  YlMeasure measure;
  gint64 units; /* what it comes to now */
} YlEntryTotal;

struct _YlEntryBook
{
  const YlEntryRequest *request;
  const YlCellSink *sink;
  const YlEntity *entity;
  const char *name; /* of the entity; "" when it has none */
  guint year;
  GPtrArray *townships;      /* of const char: their names */
  gpointer sheet;            /* of the sink: the one being written */
  GArray *totals;            /* of YlEntryTotal */
  GPtrArray *heads;          /* of const char: over its columns; %NULL: none yet */
  guint32 head_row;          /* where they stand */
  const YlEntryRows *filled; /* (array length=n_filled) */
  gsize n_filled;
};

void yl_entry_book_begin_sheet (YlEntryBook *book, const YlSheetForm *form);
/* Cells of the sheet being written; rows count from 1, columns from 0. */
/** yl_entry_book_put_cell: one, with the head that stands over it. */
void yl_entry_book_put_cell (YlEntryBook *book, const YlFormCell *cell);
/** yl_entry_book_put: @text over the columns @first to @last. */
void yl_entry_book_put (
    YlEntryBook *book, guint32 row, guint first, guint last, YlLook look, const char *text);
/** yl_entry_book_put_formula: @text: what it comes to as long as nothing is filled in; %NULL: 0. */
void yl_entry_book_put_formula (YlEntryBook *book,
                                guint32 row,
                                guint column,
                                YlLook look,
                                const char *formula,
                                const char *text);
/** yl_entry_book_put_total: the same of a formula that comes to @units. */
void yl_entry_book_put_total (YlEntryBook *book,
                              guint32 row,
                              guint column,
                              YlLook look,
                              const char *formula,
                              YlMeasure measure,
                              gint64 units);
void yl_entry_book_set_height (YlEntryBook *book, guint32 row, double height);
void yl_entry_book_set (YlEntryBook *book, const YlSheetSetting *setting);
/** yl_entry_book_put_title: rows 1 and 2 over the columns from @first up to @n_columns: the title, 编制单位,
 * @unit_note. */
void yl_entry_book_put_title (
    YlEntryBook *book, const char *title, const char *unit_note, guint first, guint n_columns);

YlLook yl_entry_field_get_look (YlEntryField field);
/** yl_entry_book_check: the list, the limits and the messages of @spec in the rows @first to @last. */
void yl_entry_book_check (
    YlEntryBook *book, guint32 first, guint32 last, guint column, const YlEntryColumn *spec);

/** yl_entry_book_get_n_members: how long a list is. */
guint yl_entry_book_get_n_members (const YlEntryBook *book, YlEntryList list);
const char *yl_entry_book_get_member (const YlEntryBook *book, YlEntryList list, guint index);
/** yl_entry_book_work_out: (transfer full): the cell beside the lists in which @formula will stand as an array, for some
 * spreadsheets know no other way to work on whole columns, and a cell over several columns can hold none. */
char *yl_entry_book_work_out (
    YlEntryBook *book, const char *name, const char *formula, YlMeasure measure, gint64 units);
/** yl_entry_book_add_lists: behind all other sheets. */
void yl_entry_book_add_lists (YlEntryBook *book);
/** yl_entry_book_make_range: (transfer full): where a list of so many stands: "'选项'!$B$2:$B$16" */
char *yl_entry_book_make_range (YlEntryList list, guint n_members);

/** yl_entry_book_find_rows: (nullable): what is filled into @sheet. */
const YlEntryRows *yl_entry_book_find_rows (const YlEntryBook *book, const char *sheet);
/** yl_entry_rows_find: (transfer none): the cell of @name in @row; "" where there is none. */
const char *yl_entry_rows_find (const YlEntryRows *rows, guint row, const char *name);
/** yl_entry_field_read: the number that @text is as a field of that kind has them, exactly; FALSE: it is none. */
gboolean yl_entry_field_read (YlEntryField field,
                              const char *text,
                              YlMeasure *out_measure,
                              gint64 *out_units);
/** yl_entry_book_fill: a cell as it was typed: a number where it is one as a field of that kind has them. */
void yl_entry_book_fill (
    YlEntryBook *book, guint32 row, guint column, YlEntryField field, const char *text);
/** yl_entry_field_count_lines: how many @text takes in a column of @width; numbers take one. */
guint yl_entry_field_count_lines (YlEntryField field, const char *text, double width);
/** yl_entry_book_fill_lines: the same of a column of @width, where a text may take several lines. Returns: how many it
 * takes */
guint yl_entry_book_fill_lines (YlEntryBook *book,
                                guint32 row,
                                guint column,
                                YlEntryField field,
                                const char *text,
                                double width);

/** yl_entry_book_colour: the paper of a column in the rows @first to @last, where @formula, written for the first of
 * them, comes to TRUE. */
void yl_entry_book_colour (YlEntryBook *book,
                           guint32 first,
                           guint32 last,
                           guint column,
                           const char *formula,
                           guint32 paper);
/** What an indented text leaves free, in characters of a digit. */
#define YL_ENTRY_INDENT 1.5
/** What is still to be filled in. */
#define YL_ENTRY_YELLOW 0xFFF2B3u
void yl_entry_book_add_table (YlEntryBook *book, const YlEntrySheetForm *form);
/** yl_entry_book_put_told: what was told of the rows that are filled in, numbered behind @n_steps steps: rows from @row
 * on, over the columns to @last, which are @width wide, of that @height or as high as they need. Returns: the row behind
 * them */
guint32 yl_entry_book_put_told (
    YlEntryBook *book, guint32 row, guint n_steps, guint last, double width, double height);
/** yl_entry_book_add_township: the sheets of a form of one township. */
void yl_entry_book_add_township (YlEntryBook *book);
/* The sheets that are filled in once. */
void yl_entry_book_add_unit (YlEntryBook *book);
void yl_entry_book_add_land (YlEntryBook *book);

G_END_DECLS
