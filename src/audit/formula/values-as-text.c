/* Values as the texts that they are, or are taken for. */
#include "evaluation-private.h"

/* Characters as Excel counts them: those beyond the first plane are two. */
static gsize
count_characters (const char *at, gsize length)
{
  gsize n = 0;
  for (gsize i = 0; i < length; i++)
    {
      const guchar byte = (guchar) at[i];
      n += (byte & 0xC0) != 0x80;
      n += byte >= 0xF0;
    }
  return n;
}

YlCellValue
yl_recalculation_keep_value (YlRecalculation *book, const char *at, gsize length)
{
  if (length > YL_CELL_MAX_CHARACTERS && count_characters (at, length) > YL_CELL_MAX_CHARACTERS)
    return yl_cell_value_of_error ("#VALUE!");
  const char *kept = yl_recalculation_keep (book, at, length);
  return yl_effort_is_spent (yl_recalculation_get_round (book)->effort)
             ? yl_cell_value_unknown ()
             : yl_cell_value_of_text (kept);
}

const char *
yl_recalculation_to_text (YlRecalculation *book, const YlCellValue *value)
{
  char digits[YL_FIXED_TEXT_SIZE];
  if (value->kind == YL_VALUE_NUMBER)
    return yl_recalculation_keep (book, digits, yl_fixed_write (value->number, digits));
  if (value->kind == YL_VALUE_BOOLEAN)
    return value->number.units != 0 ? "TRUE" : "FALSE";
  return value->text != NULL ? value->text : "";
}
