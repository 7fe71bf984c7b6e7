#include "yanglu/forms/own-cell.h"

/* An input stands out where its row does not. */
static YlStyle
style_of (const YlOwnCell *cell, YlStyle row)
{
  const gboolean is_input = cell->kind == YL_CELL_GIVEN || cell->kind == YL_CELL_TO_FILL;
  return is_input && row == YL_STYLE_BODY ? YL_STYLE_INPUT : row;
}

static void
write_figure (YlSheet *sheet, guint column, const YlOwnCell *cell, const char *formula)
{
  if (cell->units == YL_UNKNOWN)
    yl_sheet_open_formula (sheet, column, cell->measure, formula);
  else
    yl_sheet_formula (sheet, column, cell->measure, formula, cell->units);
}

static void
write_kind (YlSheet *sheet, guint column, const YlOwnCell *cell, const char *formula)
{
  switch (cell->kind)
    {
    case YL_CELL_ORDINAL:
      yl_sheet_ordinal (sheet, column, (guint64) cell->units);
      break;
    case YL_CELL_TEXT:
      yl_sheet_text (sheet, column, cell->text);
      break;
    case YL_CELL_LABEL:
      yl_sheet_label (sheet, column, cell->text);
      break;
    case YL_CELL_NUMBER:
    case YL_CELL_GIVEN:
      if (cell->units == YL_UNKNOWN)
        yl_sheet_blank_number (sheet, column, cell->measure);
      else
        yl_sheet_number (sheet, column, cell->measure, cell->units);
      break;
    case YL_CELL_FIGURE:
      write_figure (sheet, column, cell, formula);
      break;
    case YL_CELL_RESULT:
      yl_sheet_text_formula (sheet, column, formula, cell->text);
      break;
    case YL_CELL_BLANK:
    case YL_CELL_TO_FILL:
    default:
      yl_sheet_blank (sheet, column);
    }
}

void
yl_own_cell_write (const YlOwnCell *cell, YlSheet *sheet, guint column, const char *formula)
{
  const YlStyle style = yl_sheet_get_style (sheet);
  yl_sheet_set_style (sheet, style_of (cell, style));
  yl_sheet_say (sheet, cell->says);
  write_kind (sheet, column, cell, cell->formula == NULL ? formula : cell->formula);
  yl_sheet_say (sheet, NULL);
  yl_sheet_set_style (sheet, style);
  if (cell->key != NULL && cell->units != YL_UNKNOWN)
    yl_sheet_map_cell (sheet, column, cell->measure, cell->key);
}

YlOwnCell
yl_own_text (const char *text)
{
  return (YlOwnCell){ .kind = YL_CELL_TEXT, .text = text };
}

YlOwnCell
yl_own_label (const char *text)
{
  return (YlOwnCell){ .kind = YL_CELL_LABEL, .text = text };
}

YlOwnCell
yl_own_number (YlMeasure measure, gint64 units)
{
  return (YlOwnCell){ .kind = YL_CELL_NUMBER, .measure = measure, .units = units };
}

YlOwnCell
yl_own_given (YlMeasure measure, gint64 units, const char *key)
{
  return (YlOwnCell){ .kind = YL_CELL_GIVEN, .measure = measure, .units = units, .key = key };
}

YlOwnCell
yl_own_figure (YlMeasure measure, const char *formula, gint64 units, const char *key)
{
  return (YlOwnCell){
    .kind = YL_CELL_FIGURE, .measure = measure, .units = units, .formula = formula, .key = key
  };
}
