#pragma once

#include "yanglu/audit/formula/recalculate.h"
#include "yanglu/audit/formula/token.h"
#include "yanglu/domain/effort.h"

typedef struct _YlNamed YlNamed;
/* What all that is worked out at one time knows of each other. */
typedef struct
{
  YlEffort *effort;       /* of the workbook: every step is counted */
  guint epoch;            /* so often everything was forgotten, and once more */
  gboolean is_by_order;   /* a circle, or levels too many: who was asked first matters */
  struct _YlReads *reads; /* (nullable): of what its formulas look at */
  gboolean is_partial; /* a cell was needed too deep, and what was read of it is not to be kept */
  GHashTable *dense;   /* (nullable): rectangles that are kept */
  guint64 n_dense_places;     /* of all rectangles that there are */
  GHashTable *running;        /* (nullable): columns that are summed up part by part */
  struct _YlGrowing *growing; /* (nullable): those whose extremes or equals are asked for so */
} YlRound;

/* A rectangle of a sheet of the workbook. */
typedef struct
{
  guint sheet;
  guint32 row; /* from 1 */
  guint32 last_row;
  guint16 column; /* from 0 */
  guint16 last_column;
} YlArea;

typedef struct
{
  guint32 n_rows;
  guint32 n_columns;
} YlSize;

YlSize yl_area_get_size (const YlArea *area); /* 0 where the last stands before the first */

static inline gboolean
yl_size_equal (YlSize a, YlSize b)
{
  return a.n_rows == b.n_rows && a.n_columns == b.n_columns;
}

/* What both fit into. */
static inline YlSize
yl_size_join (YlSize a, YlSize b)
{
  return (YlSize){ MAX (a.n_rows, b.n_rows), MAX (a.n_columns, b.n_columns) };
}

/* What the cell comes to; unknown while it is needed too deep, and then tried before what needs it. */
YlCellValue yl_recalculation_read (YlRecalculation *book, guint sheet, guint32 row, guint column);
/* The area as far as its sheet holds cells; last_row may be below row: nothing. */
YlArea yl_recalculation_clip (const YlRecalculation *book, YlArea area);
/* The cells of @area that stand there, in order. */
typedef struct
{
  const YlWorksheet *sheet;
  YlArea area;
  guint32 row; /* of the cell that was read */
  guint column;
  guint next; /* index in the sheet */
} YlAreaIter;
YlAreaIter yl_area_iter_init (YlRecalculation *book, YlArea area);
gboolean yl_area_iter_next (YlRecalculation *book, YlAreaIter *iter, YlCellValue *out_value);
gboolean yl_recalculation_find_sheet (const YlRecalculation *book, YlText name, guint *out_sheet);
/* (nullable): a defined name. */
YlNamed *yl_recalculation_find_name (const YlRecalculation *book, YlText name);
YlRound *yl_recalculation_get_round (YlRecalculation *book);
/* The formula of the cell that was read last, "" when it has none. */
const char *yl_area_iter_get_formula (const YlRecalculation *book, const YlAreaIter *iter);
/* A level deeper: FALSE when there are too many. Each that was entered is left. */
gboolean yl_recalculation_enter (YlRecalculation *book);
void yl_recalculation_leave (YlRecalculation *book);
/* Texts that live as long as the values; "" once the effort is spent, whose values nobody keeps. */
const char *yl_recalculation_keep (YlRecalculation *book, const char *at, gsize length);
/* A text as the value of a cell: #VALUE! when none can hold it. */
YlCellValue yl_recalculation_keep_value (YlRecalculation *book, const char *at, gsize length);
/* In small letters, equal ones at one place. */
const char *yl_recalculation_fold (YlRecalculation *book, const char *text);
const char *yl_recalculation_to_text (YlRecalculation *book, const YlCellValue *value);
/* What the formula of a cell comes to: cells know no formulas. */
typedef YlCellValue (*YlEvaluate) (YlRecalculation *book,
                                   const char *formula,
                                   const YlArea *cell,
                                   gboolean is_array);
extern const YlEvaluate yl_evaluate;

/* What a part of a formula comes to: a value, or cells that are not looked at yet. */
typedef struct
{
  YlCellValue value;
  YlArea area;
  gboolean is_area;
  gboolean is_missing; /* an argument that was left out */
} YlOperand;

/* A formula while it is read; reading and computing are one pass. */
typedef struct
{
  YlRecalculation *book;
  YlRound *round;       /* of the book */
  const char *at;       /* behind … */
  YlFormulaToken token; /* … the word that comes next */
  guint sheet;          /* where the formula stands */
  guint32 row;
  guint column;
  gboolean is_broken;   /* it is no formula */
  gboolean is_skipping; /* read on, compute nothing: a branch not taken, or a shape asked for */
  gboolean *is_placed;  /* what was read so far may be so at this place alone */
  gboolean is_array;    /* a rectangle stands for its element … */
  guint32 element_row;  /* … at this place, from 0 */
  guint32 element_column;
  YlSize shape;             /* the largest rectangle that was seen in the place of a value */
  struct _YlRepeat *repeat; /* (nullable): notes what is read of the element */
} YlEvaluation;

typedef struct _YlFunction YlFunction;

/* A function with its arguments, all there, each what the function takes it for. */
typedef struct
{
  YlEvaluation *evaluation;
  const YlFunction *function;
  YlOperand *arguments;
  guint n;
} YlCall;

/* One of the functions: it has one of call, refer and read. */
struct _YlFunction
{
  const char *name;
  guint8 min;
  guint8 max;
  /* What each argument is taken for, the last for all behind it: n a number, l a truth, t a text, c a
   * count, p a place from 1, v a value, w a value that may be wrong, a a rectangle or a value, r either,
   * and it may be wrong. */
  const char *takes;
  YlCellValue (*call) (const YlCall *call);
  YlOperand (*refer) (const YlCall *call); /* which may come to a rectangle */
  /* Reads its arguments itself; the next word is the first of them. */
  YlOperand (*read) (YlEvaluation *evaluation, const YlFunction *function);
  guint variant; /* of functions that share their code */
};

/* An argument, which may be missing. */
YlOperand yl_evaluation_argument (YlEvaluation *evaluation);
/* A value: of a rectangle the element, or the cell of the formula's own row or column. */
YlCellValue yl_evaluation_scalar (YlEvaluation *evaluation, const YlOperand *operand);
/* Passes over a comma; FALSE when none stands there. */
gboolean yl_evaluation_take_comma (YlEvaluation *evaluation);
void yl_evaluation_break (YlEvaluation *evaluation);

/* Each ends with a row without name. */
extern const YlFunction yl_value_functions[];
extern const YlFunction yl_reading_functions[];
extern const YlFunction yl_area_functions[];
extern const YlFunction yl_criteria_functions[];
