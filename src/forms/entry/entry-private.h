#pragma once

#include "yanglu/forms/entry/entry-book.h"

G_BEGIN_DECLS

/** How a cell looks and what may be typed. */
typedef enum
{
  YL_FIELD_TEXT,
  YL_FIELD_LABEL, /* short text, centred */
  YL_FIELD_STAKE, /* km, or K12+345 */
  YL_FIELD_KM,
  YL_FIELD_METRE, /* metres, to the centimetre */
  YL_FIELD_WIDTH, /* metres with decimals */
  YL_FIELD_YUAN,
  YL_FIELD_SIGNED_YUAN, /* below zero: taken back */
  YL_FIELD_YEAR,
  YL_FIELD_DATE,
  YL_FIELD_PERCENT, /* 2.5 is 2.5% */
} YlEntryField;
#define YL_N_ENTRY_FIELDS (YL_FIELD_PERCENT + 1)

/** Closed sets, each a column of the hidden list sheet. */
typedef enum
{
  YL_LIST_NONE,
  YL_LIST_CLASS,
  YL_LIST_TOWNSHIP,
  YL_LIST_YES_NO,
  YL_LIST_GRADE,
  YL_LIST_SURFACE,
  YL_LIST_CONDITION,
  YL_LIST_BRIDGE_SIZE,
  YL_LIST_LEVEL,
  YL_LIST_PURPOSE,
  YL_LIST_FUND,
  YL_LIST_KIND,
  YL_LIST_CATEGORY,
} YlEntryList;
#define YL_N_ENTRY_LISTS (YL_LIST_CATEGORY + 1)

typedef struct
{
  const char *
      name; /* by which formulas and what is filled in call it: its key in the words of its table, with _ for - */
  const char *head;
  double width;
  YlEntryField field;
  const char *note;    /* what to fill in: input message and 填报说明; at most 255 characters */
  const char *example; /* (nullable): one row of 填报说明; of a township one of the county's own */
  YlEntryList list;
  gboolean is_required;
} YlEntryColumn;

/** A sheet that is a list: heads and rows. */
typedef struct
{
  const char *sheet;
  const char *title;
  const char *unit_note;
  const YlEntryColumn *columns;
  guint n_columns;
  guint n_frozen;
  gboolean is_a3;
  guint n_printed;     /* rows of the blank form on paper */
  const char *counted; /* the column whose entries are counted as rows */
  const char *follows; /* (nullable): the column that follows from others while one types … */
  const char *formula; /* … by this */
  guint warning;       /* columns of the live line, from this one … */
  guint last_warning;
} YlEntrySheetForm;

#define YL_N_ENTRY_TABLES 4
/** yl_entry_tables: 里程台账, 桥梁, 资金来源, 其他支出. */
extern const YlEntrySheetForm yl_entry_tables[YL_N_ENTRY_TABLES];

typedef struct
{
  const YlCellSink *sink;
  const YlEntity *entity;
  const char *name; /* of the entity; "" when it has none */
  guint year;
  GPtrArray *townships;      /* of const char: their names */
  gpointer sheet;            /* of the sink: the one being written */
  GPtrArray *heads;          /* of const char: over its columns; %NULL: none yet */
  guint32 head_row;          /* where they stand */
  const YlEntryRows *filled; /* (array length=n_filled) */
  gsize n_filled;
} YlEntryBook;

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
/** yl_entry_book_put_title: rows 1 and 2 over @n_columns: the title, 编制单位, @unit_note. */
void yl_entry_book_put_title (YlEntryBook *book,
                              const char *title,
                              const char *unit_note,
                              guint n_columns);

YlLook yl_entry_field_get_look (YlEntryField field);
/** yl_entry_book_check: the list, the limits and the messages of @spec in the rows @first to @last. */
void yl_entry_book_check (
    YlEntryBook *book, guint32 first, guint32 last, guint column, const YlEntryColumn *spec);

/** yl_entry_book_get_n_members: how long a list is. */
guint yl_entry_book_get_n_members (const YlEntryBook *book, YlEntryList list);
const char *yl_entry_book_get_member (const YlEntryBook *book, YlEntryList list, guint index);
void yl_entry_book_add_lists (YlEntryBook *book);

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

void yl_entry_book_add_table (YlEntryBook *book, const YlEntrySheetForm *form);
/* The sheets that are filled in once. */
void yl_entry_book_add_unit (YlEntryBook *book);
void yl_entry_book_add_land (YlEntryBook *book);

G_END_DECLS
