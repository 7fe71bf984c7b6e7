#include "writer-private.h"

#include "yanglu/forms/form-text.h"

#include <stdlib.h>
#include <string.h>

/* What the library draws when no size is asked for. */
#define DEFAULT_WIDTH 480
#define DEFAULT_HEIGHT 288

/* Series and colours of one chart beyond this many go without a legend to leave out. */
#define MAX_UNSEEN 8

static lxw_chart_font title_font = { .name = (char *) "宋体", .size = 14, .bold = LXW_TRUE };
static lxw_chart_font text_font = { .name = (char *) "宋体", .size = 10 };
static lxw_chart_line no_line = { .none = LXW_TRUE };

static const guint8 types[] = {
  [YL_CHART_PIE] = LXW_CHART_PIE,
  [YL_CHART_BARS] = LXW_CHART_BAR,
  [YL_CHART_COLUMNS] = LXW_CHART_COLUMN,
  [YL_CHART_STACK] = LXW_CHART_COLUMN_STACKED,
};
G_STATIC_ASSERT (G_N_ELEMENTS (types) == YL_CHART_STACK + 1);

/* Of lying bars the y axis is the one that stands and names them. One colour needs no legend. */
static void
set_bars (lxw_chart *chart, guint n_series)
{
  if (n_series < 2)
    chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  chart_axis_set_reverse (chart->y_axis);
  chart_axis_major_gridlines_set_visible (chart->y_axis, LXW_FALSE);
  chart_axis_set_line (chart->y_axis, &no_line);
  chart_axis_major_gridlines_set_visible (chart->x_axis, LXW_FALSE);
  chart_axis_off (chart->x_axis);
  chart_axis_set_label_position (chart->y_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
}

static void
set_columns (lxw_chart *chart)
{
  lxw_chart_line grid = { .color = 0xD9D9D9, .width = 0.75 };
  chart_axis_set_name_font (chart->y_axis, &text_font);
  chart_axis_set_name (chart->y_axis, "元");
  chart_axis_set_num_format (chart->y_axis, "#,##0");
  chart_axis_major_gridlines_set_line (chart->y_axis, &grid);
}

static void
set_axes (lxw_chart *chart, const YlChart *form)
{
  lxw_chart_axis *amounts = form->kind == YL_CHART_BARS ? chart->x_axis : chart->y_axis;
  if (form->kind == YL_CHART_PIE)
    return;
  chart_axis_set_num_font (chart->x_axis, &text_font);
  chart_axis_set_num_font (chart->y_axis, &text_font);
  if (form->kind == YL_CHART_BARS)
    set_bars (chart, form->n_series);
  else
    set_columns (chart);
  if (form->gap > 0)
    chart_set_series_gap (chart, (uint16_t) form->gap);
  if (form->has_start)
    chart_axis_set_min (amounts, (double) form->start_fen / 100);
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
static void
remember_points (lxw_chart_series *series, const YlChartSeries *form)
{
  series->categories->ignore_cache = LXW_TRUE;
  series->categories->has_string_cache = LXW_TRUE;
  series->values->ignore_cache = LXW_TRUE;
  for (guint i = 0; i < form->n; i++)
    {
      lxw_series_data_point *label = append_point (series->categories);
      lxw_series_data_point *value = append_point (series->values);
      if (label == NULL || value == NULL)
        return;
      label->is_string = LXW_TRUE;
      g_autofree char *made = NULL;
      g_autofree char *escaped = NULL;
      label->string =
          strdup (yl_xlsx_escape (yl_form_make_visible (form->labels[i], &made), &escaped));
      value->number = (double) form->amounts_fen[i] / 100;
    }
}

static void
set_labels (lxw_chart_series *series, YlChartKind kind)
{
  if (kind != YL_CHART_PIE && kind != YL_CHART_BARS)
    return;
  chart_series_set_labels (series);
  if (kind == YL_CHART_PIE)
    {
      chart_series_set_labels_options (series, LXW_FALSE, LXW_TRUE, LXW_FALSE);
      chart_series_set_labels_percentage (series);
    }
  else
    chart_series_set_labels_num_format (series, "#,##0;-#,##0;"); /* nothing for none */
  chart_series_set_labels_font (series, &text_font);
}

static void
add_series (lxw_chart *chart, YlChartKind kind, const YlChartSeries *form)
{
  g_autofree char *categories = g_strconcat ("=", form->categories, NULL);
  g_autofree char *values = g_strconcat ("=", form->values, NULL);
  lxw_chart_series *series = chart_add_series (chart, categories, values);
  chart_series_set_name (series, form->name);
  lxw_chart_fill fill = { .color = form->colour, .none = form->is_unseen ? LXW_TRUE : LXW_FALSE };
  if (form->colour != 0 || form->is_unseen)
    chart_series_set_fill (series, &fill);
  remember_points (series, form);
  set_labels (series, kind);
}

/* What only holds up others has no entry in the legend. */
static void
leave_out_unseen (lxw_chart *chart, const YlChart *form)
{
  int16_t unseen[MAX_UNSEEN + 1];
  guint n = 0;
  for (guint i = 0; i < form->n_series && n < MAX_UNSEEN; i++)
    if (form->series[i].is_unseen)
      unseen[n++] = (int16_t) i;
  unseen[n] = -1;
  if (n > 0)
    chart_legend_delete_series (chart, unseen);
}

void
yl_xlsx_writer_draw (gpointer self, gpointer sheet, const YlChart *form)
{
  YlXlsxWriter *writer = self;
  lxw_chart *chart = workbook_add_chart (writer->workbook, types[form->kind]);
  chart_title_set_name (chart, form->title);
  chart_title_set_name_font (chart, &title_font);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_BOTTOM);
  chart_legend_set_font (chart, &text_font);
  for (guint i = 0; i < form->n_series; i++)
    add_series (chart, form->kind, &form->series[i]);
  set_axes (chart, form);
  leave_out_unseen (chart, form);
  lxw_chart_options options = {
    .x_offset = 4,
    .y_offset = 4,
    .x_scale = form->width / (double) DEFAULT_WIDTH,
    .y_scale = form->height / (double) DEFAULT_HEIGHT,
    .object_position = LXW_OBJECT_MOVE_AND_SIZE,
  };
  worksheet_insert_chart_opt (sheet, form->row - 1, (lxw_col_t) form->column, chart, &options);
}
