#pragma once

#include <xlsxwriter.h>

#include "yanglu/forms/cell-map.h"
#include "yanglu/forms/cells.h"
#include "yanglu/forms/form-text.h"
#include "yanglu/forms/form.h"

/* Columns of the table of formats: one a measure, then the kinds of text. */
enum
{
  YL_LOOK_TEXT = YL_N_MEASURES,
  YL_LOOK_LABEL,
  YL_LOOK_RESULT,  /* of a formula that gives text */
  YL_LOOK_DECIMAL, /* a number as somebody else wrote it */
  YL_N_LOOKS,
};

/* Formats that stand outside the table's rows. */
typedef enum
{
  YL_FRAME_TITLE,
  YL_FRAME_LEFT,
  YL_FRAME_CENTRE,
  YL_FRAME_RIGHT,
  YL_FRAME_HEAD,
  YL_FRAME_HEAD_UPPER, /* a head over two rows: without the line below */
  YL_FRAME_HEAD_LOWER,
  YL_FRAME_SIGN,
  YL_N_FRAMES,
} YlFrame;

struct _YlForm
{
  YlFormHead head;
  char *path;
  lxw_workbook *workbook;
  lxw_format *looks[YL_N_STYLES][YL_N_LOOKS];
  lxw_format *frames[YL_N_FRAMES];
  GPtrArray *sheets;   /* of YlSheet */
  GArray *map;         /* of YlMapEntry */
  lxw_error failure;   /* the first that a writer told */
  YlPlannedBook *plan; /* (nullable): where cells go instead of a file */
};

struct _YlSheet
{
  YlForm *form;
  lxw_worksheet *worksheet;
  YlWorksheet *planned; /* NULL: the sheet goes into a file */
  char *name;
  guint n_columns;
  guint32 next_row;  /* from 0 */
  guint32 first_row; /* from 0, below the heads */
  YlStyle style;
  gboolean has_filter;
  GString *formula;
  double *widths;     /* of the columns */
  double height;      /* of the rows so far that have one, in points */
  guint n_lines;      /* that the texts of this row need */
  gboolean is_fitted; /* the height of this row follows its texts */
};

/* Gives the current row its height; nothing can be written into it afterwards. */
void yl_sheet_end_row (YlSheet *sheet);
lxw_format *yl_form_get_look (YlForm *form, YlStyle style, guint look);
lxw_format *yl_form_get_frame (YlForm *form, YlFrame frame);
void yl_form_note_failure (YlForm *form, lxw_error failure);
