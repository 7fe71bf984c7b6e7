#include "book-references-private.h"
#include "book-tabs-private.h"
#include "yanglu/forms/charts.h"
#include "source-sums-private.h"

/* 图表: demand by class and township; sources against demand. */

static const YlColumnForm columns[] = {
  { "", NULL, 46 },
  { "", NULL, 46 },
  { "", NULL, 46 },
};

#define CHART_WIDTH 960
#define CHART_HEIGHT 580
#define CHART_ROWS 31
/* Columns of 分乡镇汇总 and 资金来源 that are drawn. */
#define TOWNSHIP_NAME 1
#define TOWNSHIP_FIRST_FEN 10
#define PURPOSE_NAME YL_SOURCE_NAME
#define PURPOSE_SOURCES YL_SOURCE_KIND
#define PURPOSE_DEMAND YL_SOURCE_ACCOUNT

static const guint32 class_colours[YL_N_CLASSES] = { 0x1F4E79, 0x2E8B57, 0xE0A030, 0x8B4A8B };

YlSheet *
yl_book_open_charts (YlBook *book)
{
  g_autofree char *title =
      g_strdup_printf ("%s%u年农村公路养护预算图表", book->name, book->figures->year);
  const YlSheetForm sheet_form = {
    .name = "图表",
    .title = title,
    .columns = columns,
    .n_columns = G_N_ELEMENTS (columns),
    .is_portrait = TRUE,
    .is_plain = TRUE,
  };
  return yl_form_add_sheet (book->form, &sheet_form);
}

static void
draw_class (YlBook *book, lxw_chart *chart, YlRoadClass road_class)
{
  const GArray *lines = book->figures->townships;
  const guint n = MAX (lines->len, 1); /* a table without townships has one empty row */
  g_autofree const char **labels = g_new0 (const char *, n);
  g_autofree gint64 *amounts_fen = g_new0 (gint64, n);
  labels[0] = "";
  for (guint i = 0; i < lines->len; i++)
    {
      labels[i] = yl_labels_get (book->townships, i);
      amounts_fen[i] = g_array_index (lines, YlTownshipLine, i).class_fen[road_class];
    }
  lxw_chart_series *series = yl_chart_add_series (
      chart, yl_road_class_get_name (road_class),
      yl_book_range (book, &book->township_rows, TOWNSHIP_NAME),
      yl_book_range (book, &book->township_rows, TOWNSHIP_FIRST_FEN + road_class),
      class_colours[road_class]);
  yl_chart_remember_points (series, n, labels, amounts_fen);
}

static void
draw_townships (YlBook *book, YlSheet *sheet, guint32 row)
{
  lxw_chart *chart =
      yl_chart_new (book->form, LXW_CHART_COLUMN_STACKED, "各乡镇公路日常养护金额（按行政等级）");
  for (guint i = 0; i < YL_N_CLASSES; i++)
    if (book->figures->by_class[i].sections > 0)
      draw_class (book, chart, i);
  if (yl_inventory_get_n_roads (book->inventory) == 0)
    draw_class (book, chart, YL_CLASS_COUNTY);
  yl_chart_place (sheet, chart, row, 0, CHART_WIDTH, CHART_HEIGHT);
}

static void
draw_sources (YlBook *book, YlSheet *sheet, guint32 row)
{
  lxw_chart *chart =
      yl_chart_new (book->form, LXW_CHART_COLUMN, "资金来源与本年预算数对照（按用途）");
  const char *names = yl_book_range (book, &book->purpose_rows, PURPOSE_NAME);
  YlSourceSums sums;
  yl_source_sums_init (&sums, book->entry->sources, book->figures->demand);
  const char *labels[YL_N_PURPOSES];
  for (guint i = 0; i < YL_N_PURPOSES; i++)
    labels[i] = yl_purpose_get_name (i);
  lxw_chart_series *demand =
      yl_chart_add_series (chart, "本年预算数", names,
                           yl_book_range (book, &book->purpose_rows, PURPOSE_DEMAND), 0x1F4E79);
  yl_chart_remember_points (demand, YL_N_PURPOSES, labels, sums.demand_fen);
  lxw_chart_series *sources =
      yl_chart_add_series (chart, "资金来源", names,
                           yl_book_range (book, &book->purpose_rows, PURPOSE_SOURCES), 0xE0A030);
  yl_chart_remember_points (sources, YL_N_PURPOSES, labels, sums.by_purpose_all_fen);
  yl_chart_place (sheet, chart, row, 0, CHART_WIDTH, CHART_HEIGHT);
}

void
yl_book_fill_charts (YlBook *book)
{
  YlSheet *sheet = book->tabs[YL_TAB_CHARTS];
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  draw_townships (book, sheet, first);
  draw_sources (book, sheet, first + CHART_ROWS);
  for (guint i = 0; i < 2 * CHART_ROWS; i++)
    yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 15);
  yl_sheet_end (sheet);
}
