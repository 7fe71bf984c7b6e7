#include "yanglu/audit/formula/fill-values.h"

#include "yanglu/audit/formula/recalculate.h"

/* A value worked out, and the cell that it is for. */
typedef struct
{
  YlCell *cell;
  YlTextId value;
  YlContent content;
} Filling;

static gboolean
is_unsaved (const YlCell *cell)
{
  return cell->formula != 0 && cell->content == YL_CONTENT_NONE;
}

static gboolean
make_filling (YlTextPool *texts, const YlCellValue *value, Filling *filling)
{
  char number[YL_FIXED_TEXT_SIZE];
  YlText text = yl_text_of (value->text);
  switch (value->kind)
    {
    case YL_VALUE_NUMBER:
      filling->content = YL_CONTENT_NUMBER;
      text = (YlText){ number, yl_fixed_write (value->number, number) };
      break;
    case YL_VALUE_TEXT:
      filling->content = YL_CONTENT_TEXT;
      break;
    case YL_VALUE_BOOLEAN:
      filling->content = YL_CONTENT_BOOLEAN;
      text = yl_text_of (value->number.units == 0 ? "0" : "1");
      break;
    case YL_VALUE_ERROR:
      filling->content = YL_CONTENT_ERROR;
      break;
    case YL_VALUE_EMPTY:
      filling->content = YL_CONTENT_NUMBER;
      text = yl_text_of ("0"); /* what a spreadsheet shows for a reference to nothing */
      break;
    case YL_VALUE_UNKNOWN:
      return FALSE;
    }
  filling->value = yl_text_pool_add (texts, text);
  return TRUE;
}

guint
yl_fill_values (YlWorkbook *workbook)
{
  g_autoptr (GArray) fillings = g_array_new (FALSE, FALSE, sizeof (Filling));
  g_autoptr (YlRecalculation) recalculation =
      yl_recalculation_new (workbook, YL_RECALCULATION_MAX_VISITS);
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);
      for (guint k = 0; k < sheet->cells->len; k++)
        {
          Filling filling = { .cell = &g_array_index (sheet->cells, YlCell, k) };
          YlCellValue value;
          if (!is_unsaved (filling.cell))
            continue;
          yl_recalculation_get (recalculation, sheet->name, filling.cell->row, filling.cell->column,
                                &value);
          if (make_filling (workbook->texts, &value, &filling))
            g_array_append_val (fillings, filling);
        }
    }
  /* Only now: the workbook must not change while it is worked out. */
  for (guint i = 0; i < fillings->len; i++)
    {
      const Filling *filling = &g_array_index (fillings, Filling, i);
      filling->cell->value = filling->value;
      filling->cell->content = (guint8) filling->content;
    }
  return fillings->len;
}
