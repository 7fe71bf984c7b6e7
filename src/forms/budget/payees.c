#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

/* 分管养单位: to whom the daily money goes (S11), and by package (S14). */

typedef struct
{
  const char *name;
  gint64 paid_m;
  gint64 roads_fen;
  gint64 bridges_fen;
  gint64 amount_fen;
  gint64 part_ppm;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)
/* Per cent with two decimals, from whole numbers. */
#define PART_STEPS 10000
#define PART                                                                                       \
  "IF(" YL_NAME_STANDARD "=0,0,ROUND(ROUND({amount_fen}*100,0)*10000/ROUND(" YL_NAME_STANDARD      \
  "*100,0),0)/10000)"

/* Of one table: @title names its lines, @by is the column of the lists that names them there. */
#define COLUMNS(title, by)                                                                         \
  {                                                                                                \
    YL_COLUMN_ORDINAL (7), YL_COLUMN_TEXT ("name", title, 30, AT (name)),                          \
        YL_COLUMN_FIGURE ("paid_m", "计费里程\n（公里）", NULL, 14, YL_MEASURE_KM, AT (paid_m),    \
                          "sum(roads.paid_m, " by "={$name})", "mileage.paid_m"),                  \
        YL_COLUMN_FIGURE ("roads_fen", "公路日常养护\n（元）", NULL, 18, YL_MEASURE_FEN,           \
                          AT (roads_fen), "sum(roads.amount_fen, " by "={$name})",                 \
                          "daily.roads_fen"),                                                      \
        YL_COLUMN_FIGURE ("bridges_fen", "桥梁养护\n（元）", NULL, 16, YL_MEASURE_FEN,             \
                          AT (bridges_fen), "sum(bridges.amount_fen, " by "={$name})",             \
                          "daily.bridges_fen"),                                                    \
        YL_COLUMN_FIGURE ("amount_fen", "合计\n（元）", NULL, 18, YL_MEASURE_FEN, AT (amount_fen), \
                          "ROUND({roads_fen}+{bridges_fen},2)", "daily.standard_fen"),             \
        { .name = "part_ppm",                                                                      \
          .head = "占比",                                                                          \
          .width = 10,                                                                             \
          .show = YL_SHOW_FORMULA,                                                                 \
          .measure = YL_MEASURE_PPM,                                                               \
          .member = AT (part_ppm),                                                                 \
          .formula = PART,                                                                         \
          .is_figure = TRUE,                                                                       \
          .total = "daily.standard_part_ppm",                                                      \
          .total_by = YL_TOTAL_AS_ROWS },                                                          \
  }

static const YlTableColumn payee_columns[] = COLUMNS ("管养单位", "payee");
static const YlTableColumn package_columns[] = COLUMNS ("标段", "package");

YlSheet *
yl_book_open_payees (YlBook *book)
{
  YlTable *table =
      yl_tables_add (book->tables, "payees", payee_columns, G_N_ELEMENTS (payee_columns));
  g_autofree char *title = yl_book_make_title (book, "日常养护分管养单位汇总表");
  const YlSheetForm sheet_form = {
    .name = "分管养单位",
    .title = title,
    .unit_note = "单位：公里、元",
    .is_portrait = TRUE,
  };
  return yl_table_open (table, book->form, &sheet_form, book->figures->payees->len);
}

static gint64
part_ppm (gint64 part_fen, gint64 whole_fen)
{
  gint64 steps = 0;
  if (whole_fen > 0 && !yl_ratio_scale (PART_STEPS, part_fen, whole_fen, &steps))
    return 0;
  return steps * (YL_SHARE_WHOLE / PART_STEPS);
}

/* @lines: of YlShareholderLine */
static void
write_table (YlBook *book,
             YlTable *table,
             const GArray *lines,
             const YlLabels *labels,
             const char *check_title)
{
  const gint64 standard_fen = book->figures->daily.standard_fen;
  Row total = { 0 };
  for (guint i = 0; i < lines->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, i);
      const gint64 amount_fen = line->roads_fen + line->bridges_fen;
      const Row row = {
        yl_labels_get (labels, i), line->paid_m, line->roads_fen,
        line->bridges_fen,         amount_fen,   part_ppm (amount_fen, standard_fen)
      };
      yl_table_write_row (table, i + 1, &row);
      yl_table_add_up (table, &total, &row);
    }
  if (lines->len == 0)
    yl_table_write_empty (table);
  yl_table_map_rows (table);
  total.part_ppm = part_ppm (standard_fen, standard_fen);
  yl_table_write_total (table, 0, &total);
  yl_book_check_total (book, table, "amount_fen", check_title, YL_NAME_STANDARD, standard_fen);
}

static void
write_packages (YlBook *book, YlSheet *sheet)
{
  const GArray *lines = book->figures->packages;
  if (lines->len == 0)
    return;
  YlTable *table =
      yl_tables_add (book->tables, "packages", package_columns, G_N_ELEMENTS (package_columns));
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  yl_sheet_span (sheet, 0, G_N_ELEMENTS (package_columns) - 1, "按养护标段汇总");
  yl_table_write_heads (table, sheet, 38);
  yl_table_continue (table, sheet, lines->len);
  write_table (book, table, lines, book->packages, "日常养护标准总额＝分标段合计");
}

void
yl_book_fill_payees (YlBook *book)
{
  YlTable *table = yl_tables_find (book->tables, "payees");
  YlSheet *sheet = yl_table_get_sheet (table);
  write_table (book, table, book->figures->payees, book->payees,
               "日常养护标准总额＝分管养单位合计");
  write_packages (book, sheet);
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 0);
  yl_sheet_span (sheet, 0, G_N_ELEMENTS (payee_columns) - 1,
                 "说明：名单未列管养单位的，县道归" YL_COUNTY_AGENCY "，乡道、村道归所在乡镇。");
  yl_sheet_end (sheet);
}
