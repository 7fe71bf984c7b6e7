#pragma once

#include <xlsxwriter.h>

#include "forms-private.h"
#include "yanglu/forms/entry/entry-book.h"

G_BEGIN_DECLS

typedef enum
{
  YL_LOOK_TITLE,
  YL_LOOK_LEFT,  /* the line under the title */
  YL_LOOK_RIGHT, /* 单位：元 */
  YL_LOOK_HEAD,
  YL_LOOK_HEAD_REQUIRED,
  YL_LOOK_CELL, /* printed text, locked */
  YL_LOOK_CELL_CENTRE,
  YL_LOOK_SUM_LABEL,
  YL_LOOK_SUM_KM,
  YL_LOOK_SUM_COUNT,
  YL_LOOK_SUM_YUAN,
  YL_LOOK_WARNING,
  YL_LOOK_SECTION,
  YL_LOOK_OPEN, /* outside the form: unlocked, so that whole rows may be deleted */
} YlEntryLook;
#define YL_N_ENTRY_LOOKS (YL_LOOK_OPEN + 1)

typedef struct
{
  lxw_workbook *workbook;
  const YlEntity *entity;
  guint year;
  const YlPlaces *places;
  guint list_lengths[YL_N_ENTRY_LISTS];
  lxw_format *fields[YL_N_ENTRY_FIELDS];
  lxw_format *looks[YL_N_ENTRY_LOOKS];
  lxw_error failure; /* the first */
} YlEntryBook;

void yl_entry_book_note (YlEntryBook *book, lxw_error failure);

/* entry-book-look.c */
lxw_format *yl_entry_book_get_field (YlEntryBook *book, YlEntryField field);
lxw_format *yl_entry_book_get_look (YlEntryBook *book, YlEntryLook look);
lxw_worksheet *yl_entry_book_add_sheet (YlEntryBook *book, const char *name, gboolean is_a3);
/** yl_entry_book_put_title: rows 1 and 2 over @n_columns: the title, 编制单位, @unit_note. */
void yl_entry_book_put_title (YlEntryBook *book,
                              lxw_worksheet *sheet,
                              const char *title,
                              const char *unit_note,
                              guint n_columns);
void yl_entry_book_put_text (
    YlEntryBook *book, lxw_worksheet *sheet, guint row, guint column, const char *text, guint look);
/** yl_entry_book_protect: without a password; rows may come and go, be sorted and filtered. */
void yl_entry_book_protect (lxw_worksheet *sheet);

/* entry-book-lists.c */
/** yl_entry_book_get_member: member @index of @list; NULL past its end. */
const char *yl_entry_book_get_member (const YlEntryBook *book, YlEntryList list, guint index);
/** yl_entry_book_measure_lists: how long each list is; before the first validation. */
void yl_entry_book_measure_lists (YlEntryBook *book);
void yl_entry_book_add_lists (YlEntryBook *book);

/* entry-book-checks.c */
/** yl_entry_book_check: the list, the limits and the messages of @column over the rows. */
void yl_entry_book_check (YlEntryBook *book,
                          lxw_worksheet *sheet,
                          guint first_row,
                          guint last_row,
                          guint column,
                          const YlEntryColumn *form);

/* entry-book-table.c */
void yl_entry_book_add_table (YlEntryBook *book, const YlEntrySheetForm *form);

/* entry-book-single.c: the sheets that are no lists */
void yl_entry_book_add_unit (YlEntryBook *book);
void yl_entry_book_add_land (YlEntryBook *book);

/* entry-book-guide.c */
void yl_entry_book_add_guide (YlEntryBook *book);

G_END_DECLS
