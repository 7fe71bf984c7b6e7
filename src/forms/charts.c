#include "yanglu/forms/charts.h"
#include "form-private.h"

#include <stdlib.h>
#include <string.h>

/* What the library draws when no size is asked for. */
#define DEFAULT_WIDTH 480
#define DEFAULT_HEIGHT 288

static lxw_chart_font title_font = { .name = (char *) "宋体", .size = 14, .bold = LXW_TRUE };
static lxw_chart_font text_font = { .name = (char *) "宋体", .size = 10 };

lxw_chart *
yl_chart_new (YlForm *form, guint8 type, const char *title)
{
  lxw_chart *chart = workbook_add_chart (yl_form_get_workbook (form), type);
  chart_title_set_name (chart, title);
  chart_title_set_name_font (chart, &title_font);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_legend_set_font (chart, &text_font);
  if (type == LXW_CHART_PIE)
    return chart;
  chart_axis_set_num_font (chart->x_axis, &text_font);
  chart_axis_set_num_font (chart->y_axis, &text_font);
  if (type == LXW_CHART_BAR)
    return chart; /* its amounts lie along the other axis */
  chart_axis_set_name_font (chart->y_axis, &text_font);
  chart_axis_set_name (chart->y_axis, "元");
  chart_axis_set_num_format (chart->y_axis, "#,##0");
  lxw_chart_line grid = { .color = 0xD9D9D9, .width = 0.75 };
  chart_axis_major_gridlines_set_line (chart->y_axis, &grid);
  return chart;
}

lxw_chart_series *
yl_chart_add_series (
    lxw_chart *chart, const char *name, const char *categories, const char *values, guint32 colour)
{
  g_autofree char *category_formula = g_strconcat ("=", categories, NULL);
  g_autofree char *value_formula = g_strconcat ("=", values, NULL);
  lxw_chart_series *series = chart_add_series (chart, category_formula, value_formula);
  chart_series_set_name (series, name);
  lxw_chart_fill fill = { .color = colour };
  if (colour != 0)
    chart_series_set_fill (series, &fill);
  return series;
}

/* The library frees the points with free(). */
static lxw_series_data_point *
append_point (lxw_series_range *range)
{
  lxw_series_data_point *point = calloc (1, sizeof *point);
  if (point == NULL)
    return NULL;
  STAILQ_INSERT_TAIL (range->data_cache, point, list_pointers);
  range->num_data_points++;
  return point;
}

/* Written sheets are gone, so that the library cannot look the values up itself. */
void
yl_chart_remember_points (lxw_chart_series *series,
                          guint n,
                          const char *const *labels,
                          const gint64 *amounts_fen)
{
  series->categories->ignore_cache = LXW_TRUE;
  series->categories->has_string_cache = LXW_TRUE;
  series->values->ignore_cache = LXW_TRUE;
  for (guint i = 0; i < n; i++)
    {
      lxw_series_data_point *label = append_point (series->categories);
      lxw_series_data_point *value = append_point (series->values);
      if (label == NULL || value == NULL)
        return;
      g_autofree char *made = NULL;
      label->is_string = LXW_TRUE;
      label->string = strdup (yl_form_make_visible (labels[i], &made));
      value->number = (double) amounts_fen[i] / 100;
    }
}

void
yl_chart_place (
    YlSheet *sheet, lxw_chart *chart, guint32 row, guint column, double width, double height)
{
  lxw_chart_options options = {
    .x_offset = 4,
    .y_offset = 4,
    .x_scale = width / DEFAULT_WIDTH,
    .y_scale = height / DEFAULT_HEIGHT,
    .object_position = LXW_OBJECT_MOVE_AND_SIZE,
  };
  worksheet_insert_chart_opt (yl_sheet_get_worksheet (sheet), row - 1, (lxw_col_t) column, chart,
                              &options);
}
