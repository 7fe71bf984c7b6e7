#pragma once

#include "yanglu/domain/page.h"
#include "yanglu/forms/look.h"

G_BEGIN_DECLS

/** What may be typed into a cell. */
typedef enum
{
  YL_CHECK_NOTHING,
  YL_CHECK_LIST,
  YL_CHECK_DECIMAL,
  YL_CHECK_INTEGER,
  YL_CHECK_DATE,
} YlCheckKind;

typedef struct
{
  YlCheckKind kind;
  gboolean is_told; /* another entry is told of, not refused */
  double least;     /* a date as a spreadsheet counts days */
  double most;
  const char *list;    /* the range that a list stands in: "'选项'!$B$2:$B$16" */
  const char *title;   /* of both messages; at most 32 characters, or the check fails as a whole */
  const char *note;    /* what to fill in; at most 255 characters */
  const char *message; /* what is wrong with another entry */
} YlCellCheck;

/** A conditional format as it was found. */
typedef struct
{
  YlLookConditionKind kind;
  gboolean is_last;    /* where it is so, no further one is looked at */
  const char *compare; /* as YlLookCondition has it */
  const char *first;   /* formulas for the first cell of the range, without = */
  const char *second;
  const YlCellLook *changes;
} YlSheetCondition;

/** What holds for a sheet as a whole, told when it is known. */
typedef enum
{
  YL_SETTING_FREEZE,      /* rows and columns before @first_row, @first_column stay */
  YL_SETTING_REPEAT_ROWS, /* on every page */
  YL_SETTING_PRINT_AREA,
  YL_SETTING_FILTER, /* the heads are in @first_row */
  YL_SETTING_ONE_PAGE,
  YL_SETTING_TWO_PAGES,    /* beside one another, with @first_column to @last_column on both */
  YL_SETTING_SCALE,        /* printed at @percent */
  YL_SETTING_PAGE_BREAKS,  /* after the @n_rows rows in @rows */
  YL_SETTING_WIDTH,        /* @first_column is @width wide, as its form did not know yet */
  YL_SETTING_A3,           /* printed on A3, as its form did not know yet */
  YL_SETTING_TOGETHER,     /* a table begins with @first_row: a page that can hold all of it does */
  YL_SETTING_HIDE_COLUMNS, /* of @width */
  YL_SETTING_COLUMNS,      /* of @width, whose empty cells look like @look */
  YL_SETTING_CHECK,        /* of the cells by @check */
  YL_SETTING_TEXT_NUMBERS, /* numbers typed as text in @ranges are meant */
  YL_SETTING_OPEN_FORMULAS, /* so are formulas in @ranges that may be overwritten */
  YL_SETTING_PROTECT,       /* without a password; rows may come and go, be sorted and filtered */
  YL_SETTING_LOCK,          /* without a password; nothing may change */
  YL_SETTING_SHOW,          /* the sheet that one sees first */
  YL_SETTING_HIDE,          /* the sheet is not shown until somebody asks for it */
  /* Of a sheet that somebody else made, written again. */
  YL_SETTING_MERGE,     /* the range is one cell; what stands in its others stays there */
  YL_SETTING_HIDE_ROW,  /* @first_row, @width points high; 0: as usual */
  YL_SETTING_FIT,       /* printed as @fit says */
  YL_SETTING_CONDITION, /* the range by @condition */
} YlSettingKind;

typedef struct
{
  YlSettingKind kind;
  guint32 first_row; /* from 1 */
  guint32 last_row;
  guint16 first_column; /* from 0 */
  guint16 last_column;
  guint percent;
  double width;
  YlLook look;
  const guint32 *rows;
  guint n_rows;
  const YlCellCheck *check;
  const char *ranges; /* "A5:A9 C5:C9" */
  const YlSheetCondition *condition;
  const YlPageFit *fit;
} YlSheetSetting;

G_END_DECLS
