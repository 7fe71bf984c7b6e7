#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Rows that formats, lists and formulas cover. */
#define YL_ENTRY_ROWS 20000
/** Rows of a table above the first of data: title, 编制单位, live line, heads. */
#define YL_ENTRY_FIRST_ROW 4 /* counted from 0, as libxlsxwriter does */
#define YL_ENTRY_LAST_ROW (YL_ENTRY_FIRST_ROW + YL_ENTRY_ROWS - 1)

/** How a cell looks and what may be typed. */
typedef enum
{
  YL_FIELD_TEXT,
  YL_FIELD_LABEL, /* short text, centred */
  YL_FIELD_STAKE, /* km, or K12+345 */
  YL_FIELD_KM,
  YL_FIELD_METRE, /* whole metres */
  YL_FIELD_WIDTH, /* metres with decimals */
  YL_FIELD_YUAN,
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
  const char *head;
  double width;
  YlEntryField field;
  YlEntryList list;
  gboolean is_required;
  const char *note;    /* what to fill in: input message and 填报说明; at most 255 characters */
  const char *example; /* one row of 填报说明 */
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
  guint n_printed; /* rows of the blank form on paper */
  guint warning;   /* columns of the live line, from this one … */
  guint last_warning;
} YlEntrySheetForm;

extern const YlEntrySheetForm yl_entry_roads_form;
extern const YlEntrySheetForm yl_entry_bridges_form;
extern const YlEntrySheetForm yl_entry_funds_form;
extern const YlEntrySheetForm yl_entry_other_form;

G_END_DECLS
