#include "tabs-private.h"

/* A row of 桥梁明细, and what all of them add up to. */
typedef struct
{
  const char *code;
  const char *route;
  const char *name;
  const char *township;
  const char *road_class;
  const char *size;
  gint64 length_cm;
  gint64 size_rate_fen;
  gint64 by_size_fen;
  gint64 metre_rate_fen;
  gint64 by_metre_fen;
  gint64 amount_fen;
  const char *payee;
  const char *package;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)
#define FEN(of, title, width, formula, sum)                                                        \
  YL_COLUMN_FIGURE (#of, title, NULL, width, YL_MEASURE_FEN, AT (of), formula, sum)

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (5),
  YL_COLUMN_LABEL ("code", "桥梁编码", 18, AT (code)),
  YL_COLUMN_LABEL ("route", "路线编码", 15, AT (route)),
  YL_COLUMN_TEXT ("name", "桥梁名称", 16, AT (name)),
  YL_COLUMN_LABEL ("township", "乡镇", 11, AT (township)),
  YL_COLUMN_LABEL ("class", "行政\n等级", 8, AT (road_class)),
  YL_COLUMN_LABEL ("size", "桥梁\n类型", 8, AT (size)),
  { .name = "length_m",
    .head = "桥梁全长\n（米）",
    .width = 10,
    .show = YL_CELL_NUMBER,
    .measure = YL_MEASURE_CM,
    .member = AT (length_cm),
    .is_figure = TRUE,
    .total = "bridges_total.length_m" },
  FEN (size_rate_fen, "每座标准\n（元）", 11, NULL, NULL),
  FEN (by_size_fen, "按座金额\n（元）", 12, NULL, "bridges_total.by_size_fen"),
  FEN (metre_rate_fen, "每米标准\n（元）", 10, NULL, NULL),
  FEN (by_metre_fen, "按米金额\n（元）", 12, NULL, "bridges_total.by_metre_fen"),
  FEN (
      amount_fen, "合计\n（元）", 13, "ROUND({by_size_fen}+{by_metre_fen},2)", "daily.bridges_fen"),
  YL_COLUMN_TEXT ("payee", "管养单位", 20, AT (payee)),
  YL_COLUMN_LABEL ("package", "标段", 10, AT (package)),
};

static gint64
find_rate (const YlBook *book, YlPolicyGroup group, guint key, guint n_keys)
{
  const YlPolicyValue *value = key < n_keys ? yl_policy_find (book->policy, group, "", key) : NULL;
  return value == NULL ? 0 : value->value;
}

static void
make_row (gpointer user_data, gsize index, gpointer record)
{
  const YlBook *book = user_data;
  const YlBridge *bridge = &g_array_index (book->entry->bridges, YlBridge, index);
  const YlBridgeWorking *working = &book->budget->bridges[index];
  const YlPlacement *placement = &working->placement;
  *(Row *) record = (Row){
    .code = bridge->code,
    .route = bridge->route_code,
    .name = bridge->name,
    .township = yl_labels_get (book->townships, placement->township),
    .road_class =
        bridge->road_class < YL_N_CLASSES ? yl_road_class_get_name (bridge->road_class) : "",
    .size = bridge->size < YL_N_BRIDGE_SIZES ? yl_bridge_size_get_name (bridge->size) : "",
    .length_cm = bridge->length_cm,
    .size_rate_fen = find_rate (book, YL_GROUP_BRIDGE_RATE, bridge->size, YL_N_BRIDGE_SIZES),
    .by_size_fen = working->by_size_fen,
    .metre_rate_fen =
        find_rate (book, YL_GROUP_BRIDGE_RATE_PER_METRE, bridge->road_class, YL_N_CLASSES),
    .by_metre_fen = working->by_metre_fen,
    .amount_fen = working->by_size_fen + working->by_metre_fen,
    .payee = yl_labels_get (book->payees, placement->payee),
    .package = placement->package == YL_LINE_NONE
                   ? ""
                   : yl_labels_get (book->packages, placement->package),
  };
}

/* A policy without the table pays nothing by it. */
static void
set_formulas (const YlBook *book, YlTable *table)
{
  const gboolean has_sizes = yl_policy_has_group (book->policy, YL_GROUP_BRIDGE_RATE);
  const gboolean has_metres = yl_policy_has_group (book->policy, YL_GROUP_BRIDGE_RATE_PER_METRE);
  const YlYearPart part = yl_policy_get_year_part (book->policy);
  g_autofree char *by_size = yl_formula_bridge_amount ("{size_rate_fen}", part);
  g_autofree char *by_metre =
      book->edition < 3 ? yl_formula_metre_amount ("{length_m}", "{metre_rate_fen}")
                        : yl_formula_centimetre_amount ("{length_m}", "{metre_rate_fen}", part);
  yl_table_set_formula (table, "size_rate_fen",
                        has_sizes ? "IF({size}=\"\",0,INDEX(" YL_NAME_SIZE_RATES
                                    ",MATCH({size}," YL_NAME_SIZES ",0)))"
                                  : "0");
  yl_table_set_formula (table, "metre_rate_fen",
                        has_metres ? "IF({class}=\"\",0,INDEX(" YL_NAME_METRE_RATES
                                     ",MATCH({class}," YL_NAME_BRIDGE_CLASSES ",0)))"
                                   : "0");
  yl_table_set_formula (table, "by_size_fen", by_size);
  yl_table_set_formula (table, "by_metre_fen", by_metre);
}

static gboolean
is_wanted (const YlBook *book)
{
  return book->entry->bridges->len > 0;
}

static void
fill (YlBook *book, YlTable *table)
{
  const guint n = book->entry->bridges->len;
  Row row;
  Row total = { 0 };
  set_formulas (book, table);
  yl_table_continue (table, yl_table_get_sheet (table), n);
  yl_table_write_rows (table, 0, n, make_row, &row, &total);
  yl_table_write_total (table, 0, &total);
  yl_book_check_rows (book, table, "amount_fen", YL_SHEET_BRIDGES);
}

/* Before the seventh edition. */
static const double older_widths[] = { 6, 19, 15, 18, 13, 9, 8, 10, 13, 14, 12, 14, 15, 23, 10 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (columns));

/* A policy that has no rates for one of both ways pays nothing by it. */
static gboolean
is_nothing (const YlBook *book, const char *column)
{
  if (g_str_equal (column, "size_rate_fen") || g_str_equal (column, "by_size_fen"))
    return !yl_policy_has_group (book->policy, YL_GROUP_BRIDGE_RATE);
  if (g_str_equal (column, "metre_rate_fen") || g_str_equal (column, "by_metre_fen"))
    return !yl_policy_has_group (book->policy, YL_GROUP_BRIDGE_RATE_PER_METRE);
  return FALSE;
}

const YlBookTab yl_tab_bridges = {
  .form = { .name = YL_SHEET_BRIDGES,
            .title = "农村公路桥梁养护明细表",
            .unit_note = "单位：米、元",
            .has_filter = TRUE },
  .table = "bridges",
  .columns = columns,
  .older_widths = older_widths,
  .n_columns = G_N_ELEMENTS (columns),
  .scrolls_from = "township",
  .is_wanted = is_wanted,
  .is_nothing = is_nothing,
  .fill = fill,
};
