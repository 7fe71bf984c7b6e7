#pragma once

#include "yanglu/base/text.h"

G_BEGIN_DECLS

typedef enum
{
  YL_TOKEN_END,
  YL_TOKEN_NUMBER,
  YL_TOKEN_TEXT,
  YL_TOKEN_BOOLEAN,   /* TRUE, FALSE(): with its brackets, if it has any */
  YL_TOKEN_NAME,      /* a defined name, or a column of a table */
  YL_TOKEN_FUNCTION,  /* a YL_TOKEN_OPEN follows */
  YL_TOKEN_REFERENCE, /* a cell, a rectangle, whole columns or rows */
  YL_TOKEN_OPERATOR,  /* + - * / ^ & % = < > <= >= <> : @ */
  YL_TOKEN_OPEN,
  YL_TOKEN_CLOSE,
  YL_TOKEN_COMMA,
  YL_TOKEN_SEMICOLON, /* between the rows of { } */
  YL_TOKEN_BRACE_OPEN,
  YL_TOKEN_BRACE_CLOSE,
  YL_TOKEN_ERROR, /* #N/A; #REF! with what was referred to */
  YL_TOKEN_BAD,   /* one character, or a text without its end, that no formula holds */
} YlTokenKind;

/** One word of a formula; it borrows the formula's bytes. */
typedef struct
{
  YlTokenKind kind;
  YlText text; /* as written; of a text what stands in its quotes (inner quotes still doubled); of a
                   function without _xlfn. and the like */
  YlText sheet; /* of a reference or name, without quotes (inner quotes still doubled); empty: the
                   sheet of the formula */
  guint32 row;  /* from 1; whole columns: the first row … */
  guint32 last_row; /* … and the last one of a sheet */
  guint16 column;   /* from 0; whole rows: the first and the last column */
  guint16 last_column;
  gboolean is_range;     /* even A1:A1 */
  gboolean is_true;      /* of a boolean */
  gboolean is_external;  /* in another workbook, which @sheet names: "[1]表" */
  gboolean is_row_fixed; /* $ before the row, at either corner */
  gboolean is_column_fixed;
} YlFormulaToken;

/** yl_formula_start: @formula without the = or of:= that some programs leave before it. */
const char *yl_formula_start (const char *formula);
/** How much of a formula a finding shows. */
#define YL_FORMULA_SHOWN 120
/** yl_formula_to_text: (transfer full): "=…", of a long one @n_most characters. */
char *yl_formula_to_text (const char *formula, guint n_most);

/**
 * yl_formula_token_next: the next word of a formula as Excel, WPS, LibreOffice and Gnumeric save
 * it: `.` for decimals, `,` between arguments. Blanks and new lines between words are passed over.
 * @at: (inout): where to read on, behind the word afterwards; the formula ends with NUL
 *
 * Any bytes are taken: what is no word is a %YL_TOKEN_BAD, and reading goes on behind it.
 *
 * Returns: %FALSE at the end
 */
gboolean yl_formula_token_next (const char **at, YlFormulaToken *out_token);

/** yl_formula_sheet_is: whether @sheet of a token is the sheet @name, doubled quotes as one, in
 * any case of ASCII letters. */
gboolean yl_formula_sheet_is (YlText sheet, const char *name);

G_END_DECLS
