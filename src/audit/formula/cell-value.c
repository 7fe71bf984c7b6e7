#include "yanglu/audit/formula/cell-value.h"

#include "yanglu/base/date.h"

#include <string.h>

YlCellValue
yl_cell_value_stored (const YlWorkbook *workbook, const YlCell *cell)
{
  const char *text = yl_workbook_get_text (workbook, cell->value);
  YlFixed number = { 0 };
  switch ((YlContent) cell->content)
    {
    case YL_CONTENT_NUMBER:
      return yl_cell_value_of_known (yl_fixed_parse (yl_text_of (text), &number), number);
    case YL_CONTENT_TEXT:
      return yl_cell_value_of_text (text);
    case YL_CONTENT_BOOLEAN:
      return yl_cell_value_of_boolean (*text == '1');
    case YL_CONTENT_ERROR:
      return yl_cell_value_of_error (text);
    case YL_CONTENT_NONE:
    default:
      return (YlCellValue){ .kind = YL_VALUE_EMPTY };
    }
}

static YlCellValue
text_to_number (const char *text)
{
  YlText inside = yl_text_trim (yl_text_of (text));
  const gboolean is_percent = inside.length > 1 && inside.at[inside.length - 1] == '%';
  inside.length -= is_percent ? 1 : 0;
  YlFixed number;
  YlDate date;
  if (yl_fixed_parse (inside, &number)
      && (!is_percent || yl_fixed_divide (number, yl_fixed_of (100), &number)))
    return yl_cell_value_of_number (number);
  return yl_date_parse (inside, &date) ? yl_cell_value_unknown ()
                                       : yl_cell_value_of_error ("#VALUE!");
}

YlCellValue
yl_cell_value_to_number (YlCellValue value)
{
  if (value.kind == YL_VALUE_TEXT)
    return text_to_number (value.text);
  return yl_cell_value_is_wrong (&value) ? value : yl_cell_value_of_number (value.number);
}

YlCellValue
yl_cell_value_to_truth (YlCellValue value)
{
  if (value.kind != YL_VALUE_TEXT)
    return yl_cell_value_is_wrong (&value) ? value
                                           : yl_cell_value_of_boolean (value.number.units != 0);
  if (g_ascii_strcasecmp (value.text, "TRUE") == 0)
    return yl_cell_value_of_boolean (TRUE);
  return g_ascii_strcasecmp (value.text, "FALSE") == 0 ? yl_cell_value_of_boolean (FALSE)
                                                       : yl_cell_value_of_error ("#VALUE!");
}

/* Nothing is whatever it is compared with. */
static YlCellValue
fill (const YlCellValue *value, YlValueKind kind)
{
  if (value->kind != YL_VALUE_EMPTY)
    return *value;
  if (kind == YL_VALUE_TEXT)
    return yl_cell_value_of_text ("");
  return kind == YL_VALUE_BOOLEAN ? yl_cell_value_of_boolean (FALSE)
                                  : yl_cell_value_of_number (yl_fixed_of (0));
}

int
yl_cell_value_compare (const YlCellValue *a, const YlCellValue *b)
{
  const YlCellValue x = fill (a, b->kind);
  const YlCellValue y = fill (b, a->kind);
  if (x.kind != y.kind)
    return x.kind < y.kind ? -1 : 1;
  if (x.kind == YL_VALUE_TEXT)
    return g_ascii_strcasecmp (x.text, y.text);
  return x.number.units == y.number.units
             ? 0
             : yl_fixed_compare (yl_fixed_settle (x.number), yl_fixed_settle (y.number));
}

gboolean
yl_cell_value_equal (const YlCellValue *a, const YlCellValue *b)
{
  if (a->kind != b->kind)
    return FALSE;
  return a->text == NULL || b->text == NULL
             ? a->text == b->text && yl_cell_value_compare (a, b) == 0
             : strcmp (a->text, b->text) == 0;
}
