#pragma once

#include "yanglu/base/text-pool.h"
#include "yanglu/domain/cell-place.h"

G_BEGIN_DECLS

/** A colour is 0xRRGGBB. */
#define YL_COLOUR_BLACK 0x000000u
#define YL_COLOUR_WHITE 0xFFFFFFu
#define YL_COLOUR_UNKNOWN G_MAXUINT32 /* shaded, or not said */

/** YlCellLook: what a cell style does to what stands in the cell; of a conditional format: what it
 * changes. */
typedef struct
{
  const char *format; /* code of the number format, "" for General; NULL: unchanged */
  guint32 ink;        /* of the letters; YL_COLOUR_UNKNOWN: unchanged */
  guint32 paper;
  guint16 size_cpt;  /* of the letters, in hundredths of a point; 0: unknown, or unchanged */
  guint8 is_upright; /* turned by a right angle, more or less */
  guint8 is_shrunk;  /* letters become smaller until they fit the column */
} YlCellLook;

/** A workbook has no more looks: later ones are like its first. */
#define YL_MAX_LOOKS 65535u

/** Numbers of @column look so, from @row on. */
typedef struct
{
  guint32 row;    /* from 1 */
  guint16 column; /* from 0 */
  guint16 look;   /* index into the looks of the workbook */
} YlLookRun;

typedef struct
{
  guint16 first; /* from 0 */
  guint16 last;
  guint32 width; /* in thousandths of a digit of the workbook's own letters */
} YlColumnWidth;

/** Rows are so high, from @row on. */
typedef struct
{
  guint32 row;
  guint32 height_cpt; /* in hundredths of a point; 0: as high as their letters need */
} YlRowHeight;

typedef enum
{
  YL_CONDITION_FORMULA, /* where the formula comes to TRUE */
  YL_CONDITION_CELL,    /* where the cell compares so with the formula: "<", ">=", "between" … */
  YL_CONDITION_HIDES,   /* everywhere: a bar or an icon stands in place of the number */
} YlLookConditionKind;

/** YlLookCondition: a conditional format in one range of cells. */
typedef struct
{
  YlCellRange range;
  guint32 row;     /* that the formulas are written for, from 1 */
  gint32 priority; /* the smallest goes first */
  guint16 column;  /* the same, from 0 */
  guint16 look;    /* what it changes */
  guint8 kind;     /* YlLookConditionKind */
  guint8 is_last;  /* where it is so, no further one is looked at */
  YlTextId compare;
  YlTextId first; /* formulas, without = */
  YlTextId second;
} YlLookCondition;

/** YlPageFit: a print that is scaled until it lies on so many pages. */
typedef struct
{
  gboolean is_fitted;
  guint16 n_wide; /* pages beside each other; 0: as many as it takes */
  guint16 n_tall; /* below each other */
  guint16 paper;  /* by its number (ECMA-376 part 1, 18.3.1.63): 8 is A3, 9 is A4; 0: not known */
  gboolean is_turned; /* printed across it */
} YlPageFit;

/** YlSheetPage: how a sheet is shown and printed. */
typedef struct
{
  GArray *looks;   /* of YlLookRun, numbers only, as they were put; at first all are like look 0 */
  GArray *latest;  /* of guint16: by column, the look of its last run */
  GArray *widths;  /* of YlColumnWidth */
  GArray *heights; /* of YlRowHeight, as they were put */
  GArray *conditions;    /* of YlLookCondition */
  GArray *print_areas;   /* of YlCellRange; none: the whole sheet is printed */
  GArray *covers;        /* of YlCellRange: cells that lie below a picture, a chart or a shape */
  guint16 size_cpt;      /* of the digits that widths are counted in; 0: not known */
  guint32 default_width; /* of the other columns; 0: not known */
  guint32 n_unread;      /* conditional formats that stand in the file and in none of these */
  YlPageFit fit;
  guint32 scale; /* of the print, in per cent; 0: as large as it is, or as fits */
} YlSheetPage;

/** yl_page_list_widths: (transfer full): (element-type guint32): of each column, as far as any is said;
 * a width that is said again takes the place of the first. */
GArray *yl_page_list_widths (const YlSheetPage *page);

/** YlPageWalk: which look and which height hold, cell by cell: by row, then column. */
typedef struct
{
  const YlSheetPage *page;
  GArray *current; /* of guint16: by column, the look that holds */
  guint next_run;
  guint next_height;
  guint32 height_cpt; /* of the row */
} YlPageWalk;

void yl_page_walk_init (YlPageWalk *walk, const YlSheetPage *page);
void yl_page_walk_clear (YlPageWalk *walk);
/** yl_page_walk_to_row: Returns: how high @row is; 0: as high as its letters need */
guint32 yl_page_walk_to_row (YlPageWalk *walk, guint32 row);
/** yl_page_walk_to_cell: Returns: how a number in it looks: index into the looks of the workbook */
guint16 yl_page_walk_to_cell (YlPageWalk *walk, guint32 row, guint column);

G_END_DECLS
