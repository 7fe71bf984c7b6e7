#pragma once

#include "yanglu/domain/code.h"
#include "yanglu/domain/planned-book.h"
#include "yanglu/forms/chart.h"
#include "yanglu/forms/sheet-form.h"
#include "yanglu/forms/sheet-setting.h"

G_BEGIN_DECLS

/** How a row of a sheet is set. */
typedef enum
{
  YL_STYLE_BODY,
  YL_STYLE_TOTAL,   /* 合计: bold on pale grey */
  YL_STYLE_SECTION, /* a heading between rows: bold */
  YL_STYLE_INPUT,   /* the value that others multiply: on pale yellow, unlocked */
  YL_STYLE_NOTE,    /* no border, wrapped */
  YL_STYLE_FAULT,   /* a cell at fault: bold on pale red */
} YlStyle;
#define YL_N_STYLES 6

/** YlCellMark: what an audit puts beside the content of a cell; it changes no content. */
typedef struct
{
  YlSeverity severity; /* its colour */
  gboolean is_framed;  /* in that colour is its frame, and its paper stays as it is */
  const char *note;    /* (nullable): what is told of it */
} YlCellMark;

/** A cell as a form writes it; its texts are borrowed for the call. */
typedef struct
{
  guint32 row;         /* from 1 */
  guint16 column;      /* from 0 */
  guint16 last_column; /* above @column: one cell over several columns */
  YlStyle style;
  YlLook look;
  YlContent
      content; /* NONE, TEXT in @text, NUMBER in @units, or of YL_LOOK_DECIMAL and of @found in
                      * @text; BOOLEAN and ERROR, as somebody else wrote them, in @text */
  YlMeasure measure;   /* of @units, or of what an empty cell waits for */
  gboolean is_array;   /* the formula works on whole ranges */
  gboolean is_open;    /* the office writes there what it likes: a name, a day, a plan of its own */
  gboolean of_sight;   /* it tells what is out of sight: a sink that hides nothing leaves it out */
  gint64 units;        /* a whole number of the measure's units: fen, metres, ppm */
  const char *text;    /* as a cell can hold it */
  const char *formula; /* (nullable): without =; the content is what it comes to */
  const char *head;  /* (nullable): the head over it, as long as the form lives; heads have none */
  const char *group; /* (nullable): the head above that one, over its neighbours too */
  const char *says;  /* (nullable): what it is, where it shows no figure of the budget */
  const YlCellLook
      *found;             /* (nullable): how its number looked as it was found: that goes before its
                            * own look; the same for many cells, as long as the form lives */
  const YlCellMark *mark; /* (nullable) */
  const char *link;       /* (nullable): a place of this workbook: "'预算总表'!D7" */
} YlFormCell;

/**
 * YlCellSink: where a form is written: an .xlsx, a plan, a CSV, a page. A sheet is what
 * @begin_sheet gave; sheets are begun in the order of their tabs and filled in any order, the rows of
 * one from the top, each once; those of a workbook to be filled in come in any order, and an empty
 * cell may get its content later. A sink that fails remembers it until whoever made it asks. Functions
 * that a sink has no use for are %NULL.
 */
typedef struct
{
  gpointer self;
  void (*describe) (gpointer self, const YlBookProperties *properties);
  gpointer (*begin_sheet) (gpointer self, const YlSheetForm *form);
  void (*put) (gpointer self, gpointer sheet, const YlFormCell *cell);
  /* How high the row being written is, in points; 0: it is out of sight, on paper too, until somebody
   * opens it. */
  void (*set_height) (gpointer self, gpointer sheet, guint32 row, double height);
  void (*set) (gpointer self, gpointer sheet, const YlSheetSetting *setting);
  void (*draw) (gpointer self, gpointer sheet, const YlChart *chart);
  /* A name for a cell or range: "县道标准", "'标准依据'!$D$5"; or for a formula, whose cells that are not held
   * fast are those of A1 and move with the cell that uses it. */
  void (*define) (gpointer self, const char *name, const char *reference);
  /* What the cells of a run of rows show. */
  void (*map) (gpointer self, const YlFigureRange *range);
} YlCellSink;

G_END_DECLS
