#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

static const YlColumnForm columns[YL_N_BRIDGE_COLUMNS] = {
  [YL_BRIDGE_ORDINAL] = { "序号", NULL, 6 },
  [YL_BRIDGE_CODE] = { "桥梁编码", NULL, 19 },
  [YL_BRIDGE_ROUTE] = { "路线编码", NULL, 15 },
  [YL_BRIDGE_NAME] = { "桥梁名称", NULL, 18 },
  [YL_BRIDGE_TOWNSHIP] = { "乡镇", NULL, 13 },
  [YL_BRIDGE_CLASS] = { "行政\n等级", NULL, 9 },
  [YL_BRIDGE_SIZE] = { "桥梁\n类型", NULL, 8 },
  [YL_BRIDGE_LENGTH] = { "桥梁全长\n（米）", NULL, 10 },
  [YL_BRIDGE_SIZE_RATE] = { "每座标准\n（元）", NULL, 13 },
  [YL_BRIDGE_BY_SIZE] = { "按座金额\n（元）", NULL, 14 },
  [YL_BRIDGE_METRE_RATE] = { "每米标准\n（元）", NULL, 12 },
  [YL_BRIDGE_BY_METRE] = { "按米金额\n（元）", NULL, 14 },
  [YL_BRIDGE_AMOUNT] = { "合计\n（元）", NULL, 15 },
  [YL_BRIDGE_PAYEE] = { "管养单位", NULL, 23 },
  [YL_BRIDGE_PACKAGE] = { "标段", NULL, 10 },
};

#define LOOK_UP "IF(%c#=\"\",0,INDEX(%s,MATCH(%c#,%s,0)))"

/* The formulas of a row, made once for all rows; a policy without the table pays nothing by it. */
typedef struct
{
  char *size_rate;
  char *by_size;
  char *metre_rate;
  char *by_metre;
} RowFormulas;

YlSheet *
yl_book_open_bridges (YlBook *book)
{
  const guint n = book->entry->bridges->len;
  if (n == 0)
    return NULL;
  g_autofree char *title =
      g_strdup_printf ("%s%u年农村公路桥梁养护明细表", book->name, book->figures->year);
  const YlSheetForm sheet_form = {
    .name = "桥梁明细",
    .title = title,
    .unit_note = "单位：米、元",
    .columns = columns,
    .n_columns = YL_N_BRIDGE_COLUMNS,
    .n_frozen = YL_BRIDGE_TOWNSHIP,
    .has_filter = TRUE,
  };
  YlSheet *sheet = yl_form_add_sheet (book->form, &sheet_form);
  const guint32 first = yl_sheet_get_first_row (sheet);
  book->bridges = (YlPart){ sheet, first, first + n - 1 };
  return sheet;
}

static gint64
find_rate (const YlBook *book, YlPolicyGroup group, guint key)
{
  const YlPolicyValue *value = yl_policy_find (book->policy, group, "", key);
  return value == NULL ? 0 : value->value;
}

static void
write_given (YlBook *book, YlSheet *sheet, const YlBridge *bridge, const YlPlacement *placement)
{
  yl_sheet_label (sheet, YL_BRIDGE_CODE, bridge->code);
  yl_sheet_label (sheet, YL_BRIDGE_ROUTE, bridge->route_code);
  yl_sheet_text (sheet, YL_BRIDGE_NAME, bridge->name);
  yl_sheet_label (sheet, YL_BRIDGE_TOWNSHIP, yl_labels_get (book->townships, placement->township));
  yl_sheet_label (sheet, YL_BRIDGE_CLASS,
                  bridge->road_class < YL_N_CLASSES ? yl_road_class_get_name (bridge->road_class)
                                                    : "");
  yl_sheet_label (sheet, YL_BRIDGE_SIZE,
                  bridge->size < YL_N_BRIDGE_SIZES ? yl_bridge_size_get_name (bridge->size) : "");
  yl_sheet_number (sheet, YL_BRIDGE_LENGTH, YL_MEASURE_METRE, bridge->length.m);
  yl_sheet_text (sheet, YL_BRIDGE_PAYEE, yl_labels_get (book->payees, placement->payee));
  yl_sheet_label (
      sheet, YL_BRIDGE_PACKAGE,
      placement->package == YL_LINE_NONE ? "" : yl_labels_get (book->packages, placement->package));
}

static void
write_bridge (YlBook *book, YlSheet *sheet, guint index, const RowFormulas *formulas)
{
  const YlBridge *bridge = &g_array_index (book->entry->bridges, YlBridge, index);
  const YlBridgeWorking *working = yl_budget_get_bridge_working (book->budget, index);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, YL_BRIDGE_ORDINAL, YL_MEASURE_NUMBER, index + 1);
  write_given (book, sheet, bridge, &working->placement);
  const gint64 size_rate =
      bridge->size < YL_N_BRIDGE_SIZES ? find_rate (book, YL_GROUP_BRIDGE_RATE, bridge->size) : 0;
  const gint64 metre_rate =
      bridge->road_class < YL_N_CLASSES
          ? find_rate (book, YL_GROUP_BRIDGE_RATE_PER_METRE, bridge->road_class)
          : 0;
  yl_sheet_formula (sheet, YL_BRIDGE_SIZE_RATE, YL_MEASURE_FEN, formulas->size_rate, size_rate);
  yl_sheet_formula (sheet, YL_BRIDGE_BY_SIZE, YL_MEASURE_FEN, formulas->by_size,
                    working->by_size_fen);
  yl_sheet_formula (sheet, YL_BRIDGE_METRE_RATE, YL_MEASURE_FEN, formulas->metre_rate, metre_rate);
  yl_sheet_formula (sheet, YL_BRIDGE_BY_METRE, YL_MEASURE_FEN, formulas->by_metre,
                    working->by_metre_fen);
  yl_sheet_formula (sheet, YL_BRIDGE_AMOUNT, YL_MEASURE_FEN, "ROUND(J#+L#,2)",
                    working->by_size_fen + working->by_metre_fen);
}

static void
map_rows (YlBook *book)
{
  static const struct
  {
    YlBridgeColumn column;
    YlMeasure measure;
    const char *key;
  } keys[] = {
    { YL_BRIDGE_LENGTH, YL_MEASURE_METRE, "bridges.length_m" },
    { YL_BRIDGE_SIZE_RATE, YL_MEASURE_FEN, "bridges.size_rate_fen" },
    { YL_BRIDGE_BY_SIZE, YL_MEASURE_FEN, "bridges.by_size_fen" },
    { YL_BRIDGE_METRE_RATE, YL_MEASURE_FEN, "bridges.metre_rate_fen" },
    { YL_BRIDGE_BY_METRE, YL_MEASURE_FEN, "bridges.by_metre_fen" },
    { YL_BRIDGE_AMOUNT, YL_MEASURE_FEN, "bridges.amount_fen" },
  };
  const YlPart *part = &book->bridges;
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    yl_sheet_map_rows (part->sheet, keys[i].column, part->first_row, part->last_row,
                       keys[i].measure, keys[i].key);
}

static void
write_sum (YlBook *book, YlBridgeColumn column, YlMeasure measure, gint64 units, const char *key)
{
  yl_book_put_sum (book, &book->bridges, column, measure, units, key);
}

static void
write_total (YlBook *book, YlSheet *sheet)
{
  gint64 length_m = 0;
  gint64 by_size_fen = 0;
  gint64 by_metre_fen = 0;
  for (guint i = 0; i < book->entry->bridges->len; i++)
    {
      const YlBridgeWorking *working = yl_budget_get_bridge_working (book->budget, i);
      length_m += g_array_index (book->entry->bridges, YlBridge, i).length.m;
      by_size_fen += working->by_size_fen;
      by_metre_fen += working->by_metre_fen;
    }
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_label (sheet, YL_BRIDGE_ORDINAL, "合计");
  yl_sheet_blanks (sheet, YL_BRIDGE_CODE, YL_BRIDGE_SIZE);
  write_sum (book, YL_BRIDGE_LENGTH, YL_MEASURE_METRE, length_m, "bridges_total.length_m");
  yl_sheet_blank (sheet, YL_BRIDGE_SIZE_RATE);
  write_sum (book, YL_BRIDGE_BY_SIZE, YL_MEASURE_FEN, by_size_fen, "bridges_total.by_size_fen");
  yl_sheet_blank (sheet, YL_BRIDGE_METRE_RATE);
  write_sum (book, YL_BRIDGE_BY_METRE, YL_MEASURE_FEN, by_metre_fen, "bridges_total.by_metre_fen");
  write_sum (book, YL_BRIDGE_AMOUNT, YL_MEASURE_FEN, book->figures->daily.bridges_fen,
             "daily.bridges_fen");
  yl_sheet_blanks (sheet, YL_BRIDGE_PAYEE, YL_BRIDGE_PACKAGE);
}

static char *
make_look_up (
    const YlBook *book, YlPolicyGroup group, char by, const char *items, const char *values)
{
  if (!yl_policy_has_group (book->policy, group))
    return g_strdup ("0");
  return g_strdup_printf (LOOK_UP, by, values, by, items);
}

void
yl_book_fill_bridges (YlBook *book)
{
  YlSheet *sheet = book->tabs[YL_TAB_BRIDGES];
  g_autofree char *size_rate =
      make_look_up (book, YL_GROUP_BRIDGE_RATE, 'G', YL_NAME_SIZES, YL_NAME_SIZE_RATES);
  g_autofree char *metre_rate = make_look_up (book, YL_GROUP_BRIDGE_RATE_PER_METRE, 'F',
                                              YL_NAME_BRIDGE_CLASSES, YL_NAME_METRE_RATES);
  g_autofree char *by_metre = yl_formula_metre_amount ("H#", "K#");
  const RowFormulas formulas = { size_rate, (char *) "ROUND(I#,2)", metre_rate, by_metre };
  for (guint i = 0; i < book->entry->bridges->len; i++)
    write_bridge (book, sheet, i, &formulas);
  map_rows (book);
  yl_sheet_end_filter (sheet);
  write_total (book, sheet);
  yl_sheet_end (sheet);
}
