#pragma once

#include "yanglu/base/date.h"

G_BEGIN_DECLS

/** How a column begins; a sheet shares out its paper by the widths. */
typedef struct
{
  const char *head;  /* "里程\n（公里）" */
  const char *group; /* (nullable): a head above it, one for neighbours with the same text */
  double width;      /* in characters of a digit; a Chinese character takes two */
} YlColumnForm;

typedef struct
{
  const char *name;      /* the tab */
  const char *title;     /* over the table */
  const char *unit_note; /* (nullable): "单位：元", above the table at the right */
  const YlColumnForm *columns;
  guint n_columns;
  guint n_frozen;       /* columns that stay while scrolling */
  gboolean is_a3;       /* else A4 */
  gboolean is_portrait; /* else landscape */
  gboolean has_filter;
  gboolean is_plain; /* title only: no particulars, no heads, nothing frozen */
  gboolean is_bare;  /* nothing at all but its name: for programs */
} YlSheetForm;

/** What holds for a sheet as a whole, told when it is known. */
typedef enum
{
  YL_SETTING_FREEZE,      /* rows and columns before @first_row, @first_column stay */
  YL_SETTING_REPEAT_ROWS, /* on every page */
  YL_SETTING_PRINT_AREA,
  YL_SETTING_FILTER, /* the heads are in @first_row */
  YL_SETTING_ONE_PAGE,
  YL_SETTING_SCALE,        /* printed at @percent */
  YL_SETTING_PAGE_BREAKS,  /* after the @n_rows rows in @rows */
  YL_SETTING_HIDE_COLUMNS, /* of @width */
  YL_SETTING_HIDE,         /* the sheet is not shown until somebody asks for it */
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
  const guint32 *rows;
  guint n_rows;
} YlSheetSetting;

/** What a file says of itself; (nullable) texts are left out. */
typedef struct
{
  const char *title;
  const char *subject;
  const char *author;
  const char *company;
  const char *comments;
  YlDate created; /* so that the same form gives the same bytes */
} YlBookProperties;

G_END_DECLS
