#pragma once

#include "yanglu/forms/cells.h"

G_BEGIN_DECLS

typedef struct _YlTable YlTable;

/** What stands below a column in the total row of its table. */
typedef enum
{
  YL_TOTAL_SUM,
  YL_TOTAL_OF_ROWS_ABOVE, /* the same, called without the name of their sheet */
  YL_TOTAL_AS_ROWS,       /* the formula of the rows again */
} YlTotal;

/** All that a table says of one of its columns. */
typedef struct
{
  const char *name; /* "paid_m": how formulas call it, and the figure of its rows */
  const char *head;
  double width;
  YlCellKind show;
  YlMeasure measure;
  gsize
      member; /* its offset in the record of a row: a gint64, a const char * of a text, a YlOwnCell */
  const char *group;   /* (nullable): a head above it, one for neighbours with the same text */
  YlStyle style;       /* %YL_STYLE_INPUT: the value that others multiply */
  const char *formula; /* (nullable): else yl_table_set_formula() says it */
  gboolean is_open;    /* the office writes there what it likes: a name, a day */
  gboolean is_figure;  /* its rows show figures: "townships.paid_m" */
  const char *total;   /* (nullable): the figure that stands in the total row: "mileage.paid_m" */
  YlTotal total_by;
  gboolean is_step; /* others follow by it, and nobody reads it: out of sight */
  gboolean
      is_large;     /* it has room for the largest number of its measure, as one with a total has */
  const char *says; /* (nullable): what a cell of it is, where it shows no figure of the budget */
  const char *unknown; /* (nullable): "—" or "" for a number that nobody knows, and nothing waits */
  gsize fault;         /* the offset of a gboolean: the cell is at fault; 0: none is */
} YlTableColumn;

/* The columns that most tables are made of. */
#define YL_COLUMN_ORDINAL(wide)                                                                    \
  {                                                                                                \
    .name = "ordinal", .head = "序号", .width = wide, .show = YL_CELL_ORDINAL                      \
  }
#define YL_COLUMN_TEXT(called, title, wide, of)                                                    \
  {                                                                                                \
    .name = called, .head = title, .width = wide, .show = YL_CELL_TEXT, .member = of               \
  }
#define YL_COLUMN_LABEL(called, title, wide, of)                                                   \
  {                                                                                                \
    .name = called, .head = title, .width = wide, .show = YL_CELL_LABEL, .member = of              \
  }
/* A cell of each row's own kind. */
#define YL_COLUMN_CELL(called, title, wide, of)                                                    \
  {                                                                                                \
    .name = called, .head = title, .width = wide, .show = YL_CELL_OWN, .member = of                \
  }
/* The same for a figure, that its table may add up. */
#define YL_COLUMN_OWN(called, title, wide, unit, of, sum)                                          \
  {                                                                                                \
    .name = called, .head = title, .width = wide, .show = YL_CELL_OWN, .measure = unit,            \
    .member = of, .is_figure = TRUE, .total = sum                                                  \
  }
/* A figure that follows by a formula. */
#define YL_COLUMN_FIGURE(called, title, above, wide, unit, of, from, sum)                          \
  {                                                                                                \
    .name = called, .head = title, .group = above, .width = wide, .show = YL_CELL_FIGURE,          \
    .measure = unit, .member = of, .is_figure = TRUE, .formula = from, .total = sum                \
  }

G_END_DECLS
