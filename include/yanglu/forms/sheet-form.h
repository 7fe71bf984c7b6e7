#pragma once

#include "yanglu/base/date.h"
#include "yanglu/domain/sheet-names.h"

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
  const char *index;     /* (nullable): 索引号, before it */
  const YlColumnForm *columns;
  guint n_columns;
  const gboolean
      *shut; /* (nullable): of each: it is out of sight, on paper too, until somebody opens it */
  guint n_frozen;       /* columns that stay while scrolling */
  gboolean is_a3;       /* else A4; of a sheet with columns, what yl_paper_choose() finds */
  gboolean is_portrait; /* else landscape */
  gboolean has_filter;
  gboolean in_wan;   /* its amounts are shown in 万元 as well, where that is asked for */
  gboolean is_plain; /* title only: no particulars, no heads, nothing frozen */
  gboolean is_free;  /* a page, and nothing on it: no title either, nor names below */
  gboolean is_bare;  /* nothing at all but its name: for programs */
  gboolean is_entry; /* to be filled in: its page has low rows */
  gboolean has_narrow_margins; /* as much of the paper as any printer reaches */
  gboolean
      folds; /* where one page of A3 would be too small to read, it is printed on two beside one
                another, both with the frozen columns */
  gboolean has_title_apart; /* of two pages: what is above and below its rows is on the first alone,
                             * not over the columns that are on both */
  gboolean is_older; /* of a budget before its seventh edition: texts beside each other stand … */
  const double *older_widths; /* … where these put them; (nullable): those of @columns */
} YlSheetForm;

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
