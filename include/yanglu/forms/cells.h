#pragma once

#include "yanglu/forms/form.h"

G_BEGIN_DECLS

/** A number that nobody knows. */
#define YL_UNKNOWN G_MININT64

/** A # that a formula has in a text of its own. */
#define YL_FORMULA_NUMBER_SIGN "\001"

/** What a cell is. Without its text, or a code that is 0, it is empty. */
typedef enum
{
  YL_CELL_BLANK,
  YL_CELL_ORDINAL, /* the number of its row */
  YL_CELL_TEXT,
  YL_CELL_LABEL,   /* the same, centred */
  YL_CELL_RESULT,  /* a text that follows by a formula */
  YL_CELL_RAW,     /* a text as it is, for cells that only programs read */
  YL_CELL_DECIMAL, /* a number as somebody else wrote it, "12.50" as 12.5 */
  YL_CELL_NUMBER,  /* of %YL_UNKNOWN units, an empty cell that waits for one */
  YL_CELL_CODE,    /* a number that is a name */
  YL_CELL_GIVEN,   /* a number that is an input */
  YL_CELL_TO_FILL, /* an empty input */
  YL_CELL_FIGURE,  /* a number that follows by a formula; of %YL_UNKNOWN units, one that gives
                    * nothing yet but will look like a number */
  YL_CELL_ARRAY,   /* the same by a formula that works on whole ranges at once */
  YL_CELL_OWN,     /* of a column: a YlOwnCell, another in each row */
} YlCellKind;

/** A cell before it has a place. */
typedef struct
{
  gint64 units; /* first, as a table adds them up */
  YlCellKind kind;
  YlMeasure measure;   /* of its units */
  const char *formula; /* in which every # stands for its row's number; its units or text are shown
                        * until somebody recalculates. (nullable): that of its column, if any */
  const char *text;
  const char *key;   /* (nullable): the figure that it is, when its units are known */
  const char *says;  /* (nullable): what it is, where it shows no figure of the budget */
  gboolean is_open;  /* the office writes there what it likes: a name, a day, a plan of its own */
  gboolean of_sight; /* it tells what is out of sight: nothing is where nothing is hidden */
  YlLook look;       /* %YL_LOOK_FIGURE: as its kind looks */
  const YlCellMark *mark; /* (nullable) */
  const char *link;       /* (nullable): a place of this workbook that it leads to */
} YlOwnCell;

YlOwnCell yl_own_text (const char *text);
YlOwnCell yl_own_label (const char *text);
YlOwnCell yl_own_result (const char *formula, const char *text);
YlOwnCell yl_own_number (YlMeasure measure, gint64 units);
YlOwnCell yl_own_given (YlMeasure measure, gint64 units, const char *key);
YlOwnCell yl_own_figure (YlMeasure measure, const char *formula, gint64 units, const char *key);

/* The cells of the current row; columns count from 0. Text stays text whatever it begins with;
 * characters that XML cannot hold are shown as their pictures (␀ …), nothing is lost. */
/** yl_sheet_put: @cell over the columns @first to @last, mapped when it has a key. A number of
 * %YL_MEASURE_NUMBER of more than 15 digits, as the row of a record may be, is a text: a spreadsheet would
 * round it. */
void yl_sheet_put (YlSheet *sheet, guint first, guint last, YlOwnCell cell);
void yl_sheet_text (YlSheet *sheet, guint column, const char *text);
void yl_sheet_label (YlSheet *sheet, guint column, const char *text); /* centred */
/** yl_sheet_span: @text over the columns @first to @last of this row, left aligned. */
void yl_sheet_span (YlSheet *sheet, guint first, guint last, const char *text);
/** yl_sheet_open_span: the same, where the office writes what it likes. */
void yl_sheet_open_span (YlSheet *sheet, guint first, guint last, const char *text);
/** yl_sheet_note: a row of text over all columns; of two pages over those that only the first has. */
void yl_sheet_note (YlSheet *sheet, const char *text);
/** yl_sheet_put_note: the same of another cell than a text. */
void yl_sheet_put_note (YlSheet *sheet, YlOwnCell cell);
/** yl_sheet_head: a head in the midst of a sheet, where another table begins. */
void yl_sheet_head (YlSheet *sheet, guint column, const char *text);
/** yl_sheet_span_head: one over the columns @first to @last. */
void yl_sheet_span_head (YlSheet *sheet, guint first, guint last, const char *text);
/** yl_sheet_title: a title over all columns in the midst of a sheet. */
void yl_sheet_title (YlSheet *sheet, const char *text);
void yl_sheet_blank (YlSheet *sheet, guint column);
/** yl_sheet_blanks: empty bordered cells from @first to @last. */
void yl_sheet_blanks (YlSheet *sheet, guint first, guint last);
void yl_sheet_number (YlSheet *sheet, guint column, YlMeasure measure, gint64 units);
void yl_sheet_formula (
    YlSheet *sheet, guint column, YlMeasure measure, const char *formula, gint64 units);

G_END_DECLS
