#pragma once

#include "cells-private.h"

/* What a part of a formula comes to: a value, or cells that are not looked at yet. */
typedef struct
{
  YlCellValue value;
  YlArea area;
  gboolean is_area;
  gboolean is_missing; /* an argument that was left out */
} YlOperand;

static inline YlOperand
yl_operand_of (YlCellValue value)
{
  return (YlOperand){ .value = value };
}

typedef struct _YlEvaluation YlEvaluation;

/* All arguments are there, none of them wrong unless YL_TAKES_ERRORS. */
typedef YlOperand (*YlFunctionCall) (YlEvaluation *evaluation, YlOperand *arguments, guint n);
/* Reads its arguments itself; the next word is the first of them. */
typedef YlOperand (*YlFunctionRead) (YlEvaluation *evaluation);

#define YL_TAKES_VALUES 0u
#define YL_TAKES_AREAS 1u  /* arguments stay rectangles */
#define YL_TAKES_ERRORS 2u /* what is wrong is handed on too */
#define YL_MAX_ARGUMENTS 33

typedef struct
{
  const char *name;
  guint8 min;
  guint8 max;
  guint8 takes;
  YlFunctionCall call;
  YlFunctionRead read;
} YlFunction;

/* (nullable) */
typedef const YlFunction *(*YlFunctionFind) (YlText name);

/* A formula while it is read; reading and computing are one pass. */
struct _YlEvaluation
{
  YlRecalculation *book;
  const char *at;       /* behind … */
  YlFormulaToken token; /* … the word that comes next */
  guint sheet;          /* where the formula stands */
  guint32 row;
  guint column;
  gboolean is_broken; /* it is no formula */
  gboolean
      is_skipping;     /* read on, compute nothing: a branch not taken, or the shape is asked for */
  gboolean is_array;   /* a rectangle stands for its element … */
  guint32 element_row; /* … at this place, from 0 */
  guint32 element_column;
  guint32 n_rows; /* the largest rectangle that was seen in the place of a value */
  guint32 n_columns;
  YlFunctionFind find_function;
};

YlCellValue yl_formula_evaluate (YlRecalculation *book,
                                 const char *formula,
                                 const YlArea *cell,
                                 gboolean is_array,
                                 YlFunctionFind find_function);
/* Operands of operators of @level or above; 0 for a whole expression. */
YlOperand yl_evaluation_expression (YlEvaluation *evaluation, guint level);
/* An argument, which may be missing. */
YlOperand yl_evaluation_argument (YlEvaluation *evaluation);
/* A value: of a rectangle the element, or the cell of the formula's own row or column. */
YlCellValue yl_evaluation_scalar (YlEvaluation *evaluation, const YlOperand *operand);
void yl_evaluation_take (YlEvaluation *evaluation);
void yl_evaluation_break (YlEvaluation *evaluation);
/* Passes over a comma; FALSE when none stands there. */
gboolean yl_evaluation_take_comma (YlEvaluation *evaluation);

extern const YlFunction yl_area_functions[];
extern const YlFunction yl_number_functions[];
extern const YlFunction yl_logic_functions[];
extern const YlFunction yl_text_functions[];
extern const YlFunction yl_lookup_functions[];
extern const YlFunction yl_criteria_functions[];
extern const YlFunction yl_fold_functions[];
