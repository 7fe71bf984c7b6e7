#include "tabs-private.h"

/* 图表: demand by class and township; sources against demand; who pays. */

static const YlTableColumn columns[] = { { .width = 29 }, { .width = 29 }, { .width = 29 } };

/* All of them on a page of A4. */
#define CHART_WIDTH 624
#define CHART_HEIGHT 290
#define CHART_ROWS 15
#define OLDER_CHART_ROWS 31 /* before the seventh edition */
/* It is round: what would be wider is white. */
#define PIE_HEIGHT 270
#define PIE_ROWS 14

static const guint32 class_colours[] = { 0x1F4E79, 0x2E8B57, 0xE0A030, 0x8B4A8B };
G_STATIC_ASSERT (G_N_ELEMENTS (class_colours) == YL_N_CLASSES);

static void
place_chart (YlSheet *sheet, guint32 row, const YlChart *chart)
{
  YlChart placed = *chart;
  placed.row = row;
  placed.width = CHART_WIDTH;
  placed.height = CHART_HEIGHT;
  yl_sheet_draw (sheet, &placed);
}

/* The townships of @road_class; @amounts_fen is filled in. */
static YlChartSeries
make_class (YlBook *book, YlRoadClass road_class, const char *const *labels, gint64 *amounts_fen)
{
  const GArray *lines = book->figures->townships;
  for (guint i = 0; i < lines->len; i++)
    amounts_fen[i] = g_array_index (lines, YlTownshipLine, i).class_fen[road_class];
  const YlTable *table = yl_tables_find (book->tables, "townships");
  g_autofree char *column = g_strconcat (yl_road_class_get_key (road_class), "_fen", NULL);
  return (YlChartSeries){
    .name = yl_road_class_get_name (road_class),
    .categories = yl_table_get_range (table, "name"),
    .values = yl_table_get_range (table, column),
    .colour = class_colours[road_class],
    .n = MAX (lines->len, 1), /* a table without townships has one empty row */
    .labels = labels,
    .amounts_fen = amounts_fen,
  };
}

static void
draw_townships (YlBook *book, YlSheet *sheet, guint32 row)
{
  const guint n = MAX (book->figures->townships->len, 1);
  const gboolean is_empty = yl_inventory_get_n_roads (book->inventory) == 0;
  g_autofree const char **labels = g_new0 (const char *, n);
  g_autofree gint64 *amounts_fen = g_new0 (gint64, (gsize) n * YL_N_CLASSES);
  YlChartSeries series[YL_N_CLASSES];
  guint n_series = 0;
  labels[0] = "";
  for (guint i = 0; i < book->figures->townships->len; i++)
    labels[i] = yl_labels_get (book->townships, i);
  for (guint i = 0; i < YL_N_CLASSES; i++)
    if (book->figures->by_class[i].sections > 0 || (is_empty && i == YL_CLASS_COUNTY))
      series[n_series++] = make_class (book, i, labels, amounts_fen + (gsize) n * i);
  place_chart (sheet, row,
               &(YlChart){ .kind = YL_CHART_STACK,
                           .title = "各乡镇公路日常养护金额（按行政等级）",
                           .series = series,
                           .n_series = n_series });
}

static void
draw_sources (YlBook *book, YlSheet *sheet, guint32 row)
{
  const YlTable *table = yl_tables_find (book->tables, "purposes");
  const char *labels[YL_N_PURPOSES];
  for (guint i = 0; i < YL_N_PURPOSES; i++)
    labels[i] = yl_purpose_get_name (i);
  const YlChartSeries series[] = {
    { .name = "本年预算数",
      .categories = yl_table_get_range (table, "label"),
      .values = yl_table_get_range (table, "demand_fen"),
      .colour = 0x1F4E79,
      .n = YL_N_PURPOSES,
      .labels = labels,
      .amounts_fen = book->sums.demand_fen },
    { .name = YL_LIST_FUNDS,
      .categories = yl_table_get_range (table, "label"),
      .values = yl_table_get_range (table, "total_fen"),
      .colour = 0xE0A030,
      .n = YL_N_PURPOSES,
      .labels = labels,
      .amounts_fen = book->sums.by_purpose_all_fen },
  };
  place_chart (sheet, row,
               &(YlChart){ .kind = YL_CHART_COLUMNS,
                           .title = "资金来源与本年预算数对照（按用途）",
                           .series = series,
                           .n_series = G_N_ELEMENTS (series) });
}

void
yl_book_draw_payers (YlBook *book, YlSheet *sheet, guint32 row, guint width, guint height)
{
  const YlTable *table = yl_tables_find (book->tables, "bearers");
  const char *labels[YL_N_BEARERS];
  gint64 amounts_fen[YL_N_BEARERS];
  for (guint i = 0; i < YL_N_BEARERS; i++)
    {
      labels[i] = yl_payer_get_name (book->bearers[i].payer);
      amounts_fen[i] = book->bearers[i].all_fen;
    }
  const YlChartSeries series = {
    .name = "承担金额",
    .categories = yl_table_get_range (table, "payer"),
    .values = yl_table_get_range (table, "all_fen"),
    .n = YL_N_BEARERS,
    .labels = labels,
    .amounts_fen = amounts_fen,
  };
  yl_sheet_draw (sheet, &(YlChart){ .kind = YL_CHART_PIE,
                                    .title = "农村公路管护资金由谁承担",
                                    .series = &series,
                                    .n_series = 1,
                                    .row = row,
                                    .column = 0,
                                    .width = width,
                                    .height = height });
}

static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint32 first = yl_sheet_get_row (sheet) + 1;
  const guint n_rows = book->edition >= 7 ? CHART_ROWS : OLDER_CHART_ROWS;
  draw_townships (book, sheet, first);
  draw_sources (book, sheet, first + n_rows);
  /* It stood on the cover. */
  const gboolean has_payers = book->edition >= 7;
  if (has_payers)
    yl_book_draw_payers (book, sheet, first + 2 * n_rows, CHART_WIDTH, PIE_HEIGHT);
  for (guint i = 0; i < 2 * n_rows + (has_payers ? PIE_ROWS : 0); i++)
    yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 15);
}

/* Before the seventh edition. */
static const double older_widths[] = { 46, 46, 46 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (columns));

const YlBookTab yl_tab_charts = {
  .form = { .name = "图表",
            .title = "农村公路养护预算图表",
            .is_portrait = TRUE,
            .is_plain = TRUE },
  .table = "charts",
  .role = YL_TAB_LISTED,
  .columns = columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (columns),
  .fill = fill,
};
