#pragma once

#include "yanglu/base/fixed.h"
#include "yanglu/domain/workbook.h"

G_BEGIN_DECLS

typedef enum
{
  YL_VALUE_EMPTY,
  YL_VALUE_NUMBER,
  YL_VALUE_TEXT,
  YL_VALUE_BOOLEAN,
  YL_VALUE_ERROR,   /* what the spreadsheet shows instead: "#N/A" */
  YL_VALUE_UNKNOWN, /* what cannot be computed here: the spreadsheet may well show a value */
} YlValueKind;

/** What a cell comes to. */
typedef struct
{
  YlFixed number;   /* of a number; a boolean is 1 or 0 */
  const char *text; /* of a text or an error, else NULL */
  YlValueKind kind;
} YlCellValue;

#define YL_CIRCULAR "#CIRC!" /* the error of a cell that needs itself */

static inline YlCellValue
yl_cell_value_of_number (YlFixed number)
{
  return (YlCellValue){ number, NULL, YL_VALUE_NUMBER };
}

static inline YlCellValue
yl_cell_value_of_whole (gint64 whole)
{
  return yl_cell_value_of_number (yl_fixed_of (whole));
}

static inline YlCellValue
yl_cell_value_of_text (const char *text)
{
  return (YlCellValue){ { 0 }, text, YL_VALUE_TEXT };
}

static inline YlCellValue
yl_cell_value_of_boolean (gboolean is_true)
{
  return (YlCellValue){ yl_fixed_of (is_true ? 1 : 0), NULL, YL_VALUE_BOOLEAN };
}

static inline YlCellValue
yl_cell_value_of_error (const char *error)
{
  return (YlCellValue){ { 0 }, error, YL_VALUE_ERROR };
}

static inline YlCellValue
yl_cell_value_unknown (void)
{
  return (YlCellValue){ { 0 }, NULL, YL_VALUE_UNKNOWN };
}

/** yl_cell_value_of_known: unknown where @number could not be computed. */
static inline YlCellValue
yl_cell_value_of_known (gboolean is_known, YlFixed number)
{
  return is_known ? yl_cell_value_of_number (number) : yl_cell_value_unknown ();
}

/** yl_cell_value_is_wrong: an error, or unknown: whatever uses it is the same. */
static inline gboolean
yl_cell_value_is_wrong (const YlCellValue *value)
{
  return value->kind == YL_VALUE_ERROR || value->kind == YL_VALUE_UNKNOWN;
}

/** yl_cell_value_stored: what a cell of @workbook shows. */
YlCellValue yl_cell_value_stored (const YlWorkbook *workbook, const YlCell *cell);

/** yl_cell_value_to_number: as an operator takes @value: nothing is 0, TRUE is 1, "12" is 12; another
 * text is #VALUE!, a date of which only the text is known, unknown. */
YlCellValue yl_cell_value_to_number (YlCellValue value);

/** yl_cell_value_to_truth: as IF takes @value: a boolean, or what is wrong. */
YlCellValue yl_cell_value_to_truth (YlCellValue value);

/** yl_cell_value_compare: numbers are below texts, texts below booleans; nothing is 0, "" or FALSE;
 * ASCII letters in any case. Neither is wrong. */
int yl_cell_value_compare (const YlCellValue *a, const YlCellValue *b);

/** yl_cell_value_equal: to the 12th decimal; texts to the letter's case; what is wrong too. */
gboolean yl_cell_value_equal (const YlCellValue *a, const YlCellValue *b);

G_END_DECLS
