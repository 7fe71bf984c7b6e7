#include "cell-private.h"

#include "yanglu/base/decimal.h"

/* Numbers of a sheet in the units of figures: what a measure counts there, a figure counts so. */
static const guint8 units_of_measures[] = {
  [YL_MEASURE_FEN] = YL_FIGURE_FEN,      [YL_MEASURE_KM] = YL_FIGURE_ROAD_M,
  [YL_MEASURE_CM] = YL_FIGURE_BRIDGE_CM, [YL_MEASURE_COUNT] = YL_FIGURE_COUNT,
  [YL_MEASURE_PPM] = YL_FIGURE_PPM,      [YL_MEASURE_NUMBER] = YL_FIGURE_NONE,
};
G_STATIC_ASSERT (G_N_ELEMENTS (units_of_measures) == YL_N_MEASURES);

guint
yl_explain_get_decimals (YlFigureUnit unit)
{
  for (guint measure = 0; measure < YL_N_MEASURES; measure++)
    if (units_of_measures[measure] == unit)
      return yl_measure_get_decimals ((YlMeasure) measure);
  return yl_measure_get_decimals (YL_MEASURE_FEN); /* a rate */
}

YlCellValue
yl_explain_get_value (const YlExplainJob *job, const YlWorksheet *sheet, const YlCell *cell)
{
  YlCellValue value = yl_cell_value_stored (job->workbook, cell);
  if (cell->content == YL_CONTENT_NONE && cell->formula != 0)
    yl_recalculation_get (job->recalculation, sheet->name, cell->row, cell->column, &value);
  return value;
}

YlExplainShown
yl_explain_read (const YlExplainJob *job, const YlWorksheet *sheet, guint32 row, guint column)
{
  const YlCell *cell = yl_worksheet_find (sheet, row, column);
  const YlPlannedNote *note = yl_explain_find_note (job, sheet, row, column);
  YlExplainShown shown = { .unit = note == NULL ? YL_FIGURE_NONE
                                                : (YlFigureUnit) units_of_measures[note->measure] };
  if (cell != NULL)
    shown.value = yl_explain_get_value (job, sheet, cell);
  return shown;
}

gboolean
yl_explain_count (const YlExplainShown *shown, gint64 *out_units)
{
  char text[YL_FIXED_TEXT_SIZE];
  gint32 lost = 0;
  gint64 units = 0;
  if (shown->value.kind != YL_VALUE_NUMBER)
    return FALSE;
  const YlText written = { text, yl_fixed_write (shown->value.number, text) };
  if (yl_decimal_parse (written, yl_explain_get_decimals (shown->unit), G_MAXINT64, &units, &lost)
          != YL_DECIMAL_OK
      || lost != 0)
    return FALSE;
  *out_units = units;
  return TRUE;
}

static char *
write_number (const YlExplainShown *shown)
{
  gint64 units = 0;
  if (shown->unit != YL_FIGURE_NONE && yl_explain_count (shown, &units))
    return yl_figure_to_text (shown->unit, units);
  char text[YL_FIXED_TEXT_SIZE];
  const gsize length = yl_fixed_write (shown->value.number, text);
  return g_strndup (text, length);
}

char *
yl_explain_write (const YlExplainShown *shown)
{
  switch (shown->value.kind)
    {
    case YL_VALUE_NUMBER:
      return write_number (shown);
    case YL_VALUE_TEXT:
      return shown->value.text[0] == '\0' ? g_strdup ("")
                                          : g_strdup_printf ("“%s”", shown->value.text);
    case YL_VALUE_BOOLEAN:
      return g_strdup (shown->value.number.units == 0 ? "假（FALSE）" : "真（TRUE）");
    case YL_VALUE_ERROR:
      return g_strdup_printf ("错误值 %s", shown->value.text);
    case YL_VALUE_UNKNOWN:
      return g_strdup ("本程序算不出的值");
    case YL_VALUE_EMPTY:
    default:
      return g_strdup ("");
    }
}
