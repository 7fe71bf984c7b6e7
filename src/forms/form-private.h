#pragma once

#include "yanglu/base/text-set.h"
#include "yanglu/forms/cells.h"
#include "yanglu/forms/form-text.h"
#include "yanglu/forms/form.h"
#include "yanglu/forms/room.h"

#include "wan-private.h"

struct _YlForm
{
  YlFormHead head;
  const char *number; /* (nullable): of the table that is begun */
  YlCellSink sink;
  YlWanSink *wan;    /* before it; NULL: none */
  YlRoomSink *room;  /* behind that; NULL: nobody looks at the widths of columns */
  YlTextSet *texts;  /* that cells refer to: heads, keys */
  GPtrArray *sheets; /* of YlSheet */
  GArray *map;       /* of YlFigureRange; texts in @texts */
};

/* What stands over a column, in the form's texts; NULL: nothing. */
typedef struct
{
  const char *head;
  const char *group;
} YlSheetHead;

struct _YlSheet
{
  YlForm *form;
  gpointer sunk; /* the sink's own */
  char *name;
  guint n_columns;
  guint first_titled; /* the first column that its title stands over */
  guint n_titled;     /* the end of those columns: of the first page */
  guint n_on_both;    /* of two pages; 0 where there is one */
  guint32 next_row;   /* from 0 */
  guint32 first_row;  /* from 0, below the heads */
  YlStyle style;
  gboolean has_filter;
  GString *formula;
  YlSheetHead *heads;      /* over each column */
  YlSheetHead *next_heads; /* of the current row, over the next ones; NULL: it is none of heads */
  double *widths;          /* of the columns */
  gboolean is_older;       /* as YlSheetForm has it */
  double height;           /* of the rows so far that have one, in points */
  double fitted;           /* how high the texts of this row need it to be */
  gboolean is_free;        /* nothing stands below it */
  gboolean is_fitted;      /* the height of this row follows its texts */
  gboolean is_row_shut;    /* this row is out of sight */
};

/* How many columns are on the first page, of a sheet that is_older, by @widths. */
guint yl_older_page_fold (const YlSheetForm *form, const double *widths);
/* Columns for three texts beside each other: the first reaches to @first of the width, the second to
 * @second. */
void yl_older_page_share (const YlSheet *sheet, double first, double second, guint bounds[2]);

/* Gives the current row its height; nothing can be written into it afterwards. */
void yl_sheet_end_row (YlSheet *sheet);
/* The height of the current row, in points. */
void yl_sheet_put_height (YlSheet *sheet, double height);
/* A text of the current row over the columns @first to @last. */
void yl_sheet_put_text (YlSheet *sheet, guint first, guint last, const char *text, YlLook look);
/* The same, left for the pen. */
void
yl_sheet_put_open_text (YlSheet *sheet, guint first, guint last, const char *text, YlLook look);
