#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What sort of cell it is; with the style of its row it is all that a sink needs to dress it. */
typedef enum
{
  YL_LOOK_FIGURE, /* a number as its measure is written */
  YL_LOOK_TEXT,
  YL_LOOK_LABEL,   /* short text, centred */
  YL_LOOK_RESULT,  /* text that a formula gives */
  YL_LOOK_DECIMAL, /* a number as somebody else wrote it */
  YL_LOOK_RAW,     /* for programs only */
  /* What frames a table; the style does not count. */
  YL_LOOK_TITLE,
  YL_LOOK_LEFT, /* the line under the title: 编制单位, 填报日期, 单位：元 */
  YL_LOOK_CENTRE,
  YL_LOOK_RIGHT,
  YL_LOOK_HEAD,
  YL_LOOK_HEAD_UPPER, /* of a head over two rows: without the line below */
  YL_LOOK_HEAD_LOWER,
  YL_LOOK_SIGN,
  /* The same of a workbook to be filled in. */
  YL_LOOK_ENTRY_LEFT,
  YL_LOOK_ENTRY_HEAD,
  YL_LOOK_ENTRY_REQUIRED, /* the head over what must be filled in */
  YL_LOOK_ENTRY_TEXT,     /* printed, locked */
  YL_LOOK_ENTRY_LABEL,
  YL_LOOK_ENTRY_SUM_LABEL, /* of the line that adds up while one types */
  YL_LOOK_ENTRY_SUM_KM,
  YL_LOOK_ENTRY_SUM_COUNT,
  YL_LOOK_ENTRY_SUM_YUAN,
  YL_LOOK_ENTRY_WARNING,
  YL_LOOK_ENTRY_OPEN, /* outside the form: unlocked, so that whole rows may be deleted */
  /* What is filled in. */
  YL_LOOK_FIELD_TEXT,
  YL_LOOK_FIELD_LABEL,
  YL_LOOK_FIELD_KM,
  YL_LOOK_FIELD_METRE, /* metres, to the centimetre */
  YL_LOOK_FIELD_WIDTH, /* metres with decimals */
  YL_LOOK_FIELD_YUAN,
  YL_LOOK_FIELD_YEAR,
  YL_LOOK_FIELD_DATE,
  YL_LOOK_FIELD_PERCENT, /* 2.5 is 2.5% */
} YlLook;
#define YL_N_LOOKS (YL_LOOK_FIELD_PERCENT + 1)

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

/** What holds for a sheet as a whole, told when it is known. */
typedef enum
{
  YL_SETTING_FREEZE,      /* rows and columns before @first_row, @first_column stay */
  YL_SETTING_REPEAT_ROWS, /* on every page */
  YL_SETTING_PRINT_AREA,
  YL_SETTING_FILTER, /* the heads are in @first_row */
  YL_SETTING_ONE_PAGE,
  YL_SETTING_TWO_PAGES,     /* beside one another, with @first_column to @last_column on both */
  YL_SETTING_SCALE,         /* printed at @percent */
  YL_SETTING_PAGE_BREAKS,   /* after the @n_rows rows in @rows */
  YL_SETTING_HIDE_COLUMNS,  /* of @width */
  YL_SETTING_COLUMNS,       /* of @width, whose empty cells look like @look */
  YL_SETTING_CHECK,         /* of the cells by @check */
  YL_SETTING_TEXT_NUMBERS,  /* numbers typed as text in @ranges are meant */
  YL_SETTING_OPEN_FORMULAS, /* so are formulas in @ranges that may be overwritten */
  YL_SETTING_PROTECT,       /* without a password; rows may come and go, be sorted and filtered */
  YL_SETTING_LOCK,          /* without a password; nothing may change */
  YL_SETTING_SHOW,          /* the sheet that one sees first */
  YL_SETTING_HIDE,          /* the sheet is not shown until somebody asks for it */
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
} YlSheetSetting;

G_END_DECLS
