#include "book-tabs-private.h"
#include "charts-private.h"

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
draw_townships (YlBook *book, YlSheet *sheet, guint32 row)
{
  lxw_chart *chart =
      yl_book_make_chart (book, LXW_CHART_COLUMN_STACKED, "各乡镇公路日常养护金额（按行政等级）");
  const char *names = yl_book_range (book, &book->township_rows, TOWNSHIP_NAME);
  for (guint i = 0; i < YL_N_CLASSES; i++)
    if (book->figures->by_class[i].sections > 0)
      yl_book_add_series (chart, yl_road_class_get_name (i), names,
                          yl_book_range (book, &book->township_rows, TOWNSHIP_FIRST_FEN + i),
                          class_colours[i]);
  if (yl_inventory_get_n_roads (book->inventory) == 0)
    yl_book_add_series (chart, "县道", names,
                        yl_book_range (book, &book->township_rows, TOWNSHIP_FIRST_FEN), 0);
  yl_book_place_chart (sheet, chart, row, 0, CHART_WIDTH, CHART_HEIGHT);
}

static void
draw_sources (YlBook *book, YlSheet *sheet, guint32 row)
{
  lxw_chart *chart =
      yl_book_make_chart (book, LXW_CHART_COLUMN, "资金来源与本年预算数对照（按用途）");
  const char *names = yl_book_range (book, &book->purpose_rows, PURPOSE_NAME);
  yl_book_add_series (chart, "本年预算数", names,
                      yl_book_range (book, &book->purpose_rows, PURPOSE_DEMAND), 0x1F4E79);
  yl_book_add_series (chart, "资金来源", names,
                      yl_book_range (book, &book->purpose_rows, PURPOSE_SOURCES), 0xE0A030);
  yl_book_place_chart (sheet, chart, row, 0, CHART_WIDTH, CHART_HEIGHT);
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
