#pragma once

#include "yanglu/domain/road-class.h"
#include "yanglu/forms/entry/entry-columns.h"

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
  YL_FIELD_HINT,    /* what is wrong in the row, in words */
} YlEntryField;
#define YL_N_ENTRY_FIELDS (YL_FIELD_HINT + 1)

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
  const char *formula; /* (nullable): what it follows from as long as nobody types over it */
  gboolean is_locked;  /* nobody does: the form says it of every row */
} YlEntryColumn;

/** A column over which a sum of its sheet stands: label and value, each over so many columns. Yuan without a label of
 * their own, which begins where they do, say what they are. */
typedef struct
{
  guint label;
  guint last_label;
  guint first;
  guint last;
} YlEntrySumPlace;
#define YL_ENTRY_SUM_YUAN (YL_N_CLASSES + 1)
#define YL_N_ENTRY_SUMS (YL_ENTRY_SUM_YUAN + 1)

typedef struct _YlEntryBook YlEntryBook;
typedef struct _YlEntrySheetForm YlEntrySheetForm;

/** A sheet that is a list: heads and rows. */
struct _YlEntrySheetForm
{
  const char *sheet;
  const char *title;
  const char *unit_note;
  const YlEntryColumn *columns;
  guint n_columns;
  const YlEntryColumn
      *further; /* (array length=n_further): what is read and the form does not ask for */
  guint n_further;
  guint n_frozen;
  gboolean is_a3;
  gboolean has_narrow_margins;
  guint n_printed;   /* rows of the blank form on paper */
  guint n_unprinted; /* its last columns, which are for who types and not for the paper */
  guint n_titled; /* of two pages beside each other: columns under the title; 0: it has one page */
  const char *counted; /* the column whose entries are counted as rows */
  const YlEntrySumPlace *
      sums; /* (nullable) (array length=YL_N_ENTRY_SUMS): all kilometres, each class, yuan: of roads */
  guint n_rows;   /* that formats, lists and formulas cover */
  guint head_row; /* above it the line of sums, the title and what else there is */
  guint warning;  /* columns of the live line, from this one … */
  guint last_warning;
  /* (nullable): what stands over the line of sums; %NULL: the title as every sheet has it */
  void (*put_top) (YlEntryBook *book, const YlEntrySheetForm *form);
};

/** The rows of the entry workbook that formats, lists and formulas cover, and where its heads stand. */
#define YL_ENTRY_ROWS 20000
#define YL_ENTRY_HEAD_ROW 4
/** The column of 里程台账 that says in words what is wrong in its row. */
#define YL_ENTRY_HINT "hint"
/** Its formula, which is long, by a name: every row has it. */
#define YL_ENTRY_HINT_NAME "填写提示"

#define YL_N_ENTRY_TABLES 4
/** yl_entry_tables: 里程台账, 桥梁, 资金来源, 其他支出. */
extern const YlEntrySheetForm yl_entry_tables[YL_N_ENTRY_TABLES];

/** yl_entry_column_find: (transfer none) (nullable): by its name, of any sheet of the workbook. */
const YlEntryColumn *yl_entry_column_find (const char *sheet, const char *name);
/** yl_entry_list_townships: (transfer full) (element-type utf8): names, borrowed from @places: a zone takes them from
 * several counties, a county has its own. */
GPtrArray *yl_entry_list_townships (const YlEntity *entity, const YlPlaces *places);

/* Of the sheets that are filled in once. */
/** yl_entry_find_unit_row: (nullable): what a row of 单位信息 asks for. */
const YlEntryColumn *yl_entry_find_unit_row (const char *name);
/** yl_entry_find_land_column: (nullable) */
const YlEntryColumn *yl_entry_find_land_column (const char *name);
/** yl_entry_list_land_items: (transfer full) (array zero-terminated=1): before the rows that are filled in. */
char **yl_entry_list_land_items (void);

G_END_DECLS
