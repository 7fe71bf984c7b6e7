#include "recipients-private.h"
#include "tabs-private.h"

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
    YL_COLUMN_ORDINAL (5), YL_COLUMN_TEXT ("name", title, 23, AT (name)),                          \
        YL_COLUMN_FIGURE ("paid_m", "计费里程\n（公里）", NULL, 10, YL_MEASURE_KM, AT (paid_m),    \
                          "sum(roads.paid_m, " by "={$name})", "mileage.paid_m"),                  \
        YL_COLUMN_FIGURE ("roads_fen", "公路日常养护\n（元）", NULL, 13, YL_MEASURE_FEN,           \
                          AT (roads_fen), "sum(roads.amount_fen, " by "={$name})",                 \
                          "daily.roads_fen"),                                                      \
        YL_COLUMN_FIGURE ("bridges_fen", "桥梁养护\n（元）", NULL, 12, YL_MEASURE_FEN,             \
                          AT (bridges_fen), "sum(bridges.amount_fen, " by "={$name})",             \
                          "daily.bridges_fen"),                                                    \
        YL_COLUMN_FIGURE ("amount_fen", "合计\n（元）", NULL, 13, YL_MEASURE_FEN, AT (amount_fen), \
                          "ROUND({roads_fen}+{bridges_fen},2)", "daily.standard_fen"),             \
        { .name = "part_ppm",                                                                      \
          .head = "占比",                                                                          \
          .width = 9,                                                                              \
          .show = YL_CELL_FIGURE,                                                                  \
          .measure = YL_MEASURE_PPM,                                                               \
          .member = AT (part_ppm),                                                                 \
          .formula = PART,                                                                         \
          .is_figure = TRUE,                                                                       \
          .total = "daily.standard_part_ppm",                                                      \
          .total_by = YL_TOTAL_AS_ROWS },                                                          \
  }

static const YlTableColumn payee_columns[] = COLUMNS ("管养单位", "payee");
static const YlTableColumn package_columns[] = COLUMNS ("标段", "package");

static gint64
part_ppm (gint64 part_fen, gint64 whole_fen)
{
  gint64 steps = 0;
  if (whole_fen > 0 && !yl_ratio_scale (PART_STEPS, part_fen, whole_fen, &steps))
    return 0;
  return steps * (YL_SHARE_WHOLE / PART_STEPS);
}

static Row
make_row (const YlBook *book, const GArray *lines, const YlLabels *labels, gsize index)
{
  const YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, index);
  const gint64 amount_fen = line->roads_fen + line->bridges_fen;
  return (Row){ .name = yl_labels_get (labels, (guint) index),
                .paid_m = line->paid_m,
                .roads_fen = line->roads_fen,
                .bridges_fen = line->bridges_fen,
                .amount_fen = amount_fen,
                .part_ppm = part_ppm (amount_fen, book->figures->daily.standard_fen) };
}

static void
make_payee (gpointer user_data, gsize index, gpointer record)
{
  const YlBook *book = user_data;
  *(Row *) record = make_row (book, book->figures->payees, book->payees, index);
}

static void
make_package (gpointer user_data, gsize index, gpointer record)
{
  const YlBook *book = user_data;
  *(Row *) record = make_row (book, book->figures->packages, book->packages, index);
}

static void
write_total (YlBook *book, const YlTable *table, Row *total, const char *check, const char *rows)
{
  const gint64 standard_fen = book->figures->daily.standard_fen;
  total->part_ppm = part_ppm (standard_fen, standard_fen);
  yl_table_write_total (table, 0, total);
  yl_book_check_rows (book, table, "amount_fen", rows);
  yl_book_check_total (book, table, "amount_fen", check, YL_NAME_STANDARD, standard_fen);
}

static void
fill (YlBook *book, YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint n_packages = book->figures->packages->len;
  Row row;
  Row total = { 0 };
  yl_table_continue (table, sheet, book->figures->payees->len);
  yl_book_list_recipients (book);
  yl_table_write_rows (table, 0, book->figures->payees->len, make_payee, &row, &total);
  write_total (book, table, &total, "日常养护标准总额＝分管养单位合计", YL_SHEET_PAYEES);
  if (n_packages == 0)
    return;
  YlTable *packages =
      yl_tables_add (book->tables, "packages", package_columns, G_N_ELEMENTS (package_columns));
  total = (Row){ 0 };
  yl_table_continue_below (packages, sheet, "按养护标段汇总", 38, n_packages);
  yl_table_write_rows (packages, 0, n_packages, make_package, &row, &total);
  write_total (book, packages, &total, "日常养护标准总额＝分标段合计", "分标段");
}

/* Before the seventh edition. */
static const double older_widths[] = { 7, 30, 14, 18, 16, 18, 10 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (payee_columns));

const YlBookTab yl_tab_payees = {
  .form = { .name = YL_SHEET_PAYEES,
            .title = "农村公路日常养护分管养单位汇总表",
            .unit_note = "单位：公里、元",
            .in_wan = TRUE,
            .is_portrait = TRUE },
  .table = "payees",
  .columns = payee_columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (payee_columns),
  .fill = fill,
  .note = "说明：名单未列管养单位的，县道归" YL_COUNTY_AGENCY "，乡道、村道归所在乡镇。",
};
