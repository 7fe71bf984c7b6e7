#include "book-private.h"
#include "book-references-private.h"
#include "book-tabs-private.h"

static const YlColumnForm columns[YL_N_DETAIL_COLUMNS] = {
  [YL_DETAIL_ORDINAL] = { "序号", NULL, 6.5 },
  [YL_DETAIL_CODE] = { "路线编码", NULL, 16 },
  [YL_DETAIL_NAME] = { "路线名称", NULL, 18 },
  [YL_DETAIL_TOWNSHIP] = { "乡镇", NULL, 13 },
  [YL_DETAIL_CLASS] = { "行政\n等级", NULL, 9 },
  [YL_DETAIL_START] = { "起点桩号\n（公里）", NULL, 10 },
  [YL_DETAIL_END] = { "止点桩号\n（公里）", NULL, 10 },
  [YL_DETAIL_LENGTH] = { "路线长度\n（公里）", NULL, 10 },
  [YL_DETAIL_DUPLICATE] = { "重复\n路段", NULL, 6 },
  [YL_DETAIL_DEAD_END] = { "断头\n路", NULL, 6 },
  [YL_DETAIL_URBAN] = { "城管\n路段", NULL, 6 },
  [YL_DETAIL_TRACK] = { "机耕\n道", NULL, 6 },
  [YL_DETAIL_MAINTAINED] = { "列养里程\n（公里）", NULL, 10 },
  [YL_DETAIL_SUBSIDISED] = { "补助里程\n（公里）", NULL, 10 },
  [YL_DETAIL_KIND] = { "计费类别", NULL, 10 },
  [YL_DETAIL_COUNTED] = { "计入里程\n（公里）", NULL, 11 },
  [YL_DETAIL_PAID] = { "计费里程\n（公里）", NULL, 11 },
  [YL_DETAIL_RATE] = { "标准\n（元/公里）", NULL, 12 },
  [YL_DETAIL_AMOUNT] = { "金额\n（元）", NULL, 16 },
  [YL_DETAIL_PAYEE] = { "管养单位", NULL, 23 },
  [YL_DETAIL_PACKAGE] = { "标段", NULL, 11 },
  [YL_DETAIL_CONDITION] = { "技术\n状况", NULL, 6 },
  [YL_DETAIL_WORKS] = { "最近大中\n修年度", NULL, 9 },
  [YL_DETAIL_PROVINCE_RATE] = { "省级标准\n（元/公里）", NULL, 12 },
  [YL_DETAIL_PROVINCE] = { "省级承担\n（元）", NULL, 14 },
  [YL_DETAIL_CITY_RATE] = { "市级标准\n（元/公里）", NULL, 12 },
  [YL_DETAIL_CITY] = { "市级承担\n（元）", NULL, 14 },
};

#define KIND_FORMULA "IF(L#=\"是\",\"机耕道\",IF(K#=\"是\",\"城管路段\",E#))"
#define COUNTED_FORMULA "IF(OR(I#=\"是\",J#=\"是\"),0,H#)"
#define PAID_FORMULA "%s#*INDEX(" YL_NAME_HAS_RATE ",MATCH(O#," YL_NAME_KINDS ",0))"
#define RATE_FORMULA "INDEX(" YL_NAME_RATES ",MATCH(O#," YL_NAME_KINDS ",0))"

/* The formulas of a row, made once for all rows. */
typedef struct
{
  char *paid;
  char *amount;
  char *province;
  char *city;
} RowFormulas;

static gboolean
is_stacked (const YlBook *book)
{
  return book->figures->payers_method == YL_PAYERS_BY_STACK;
}

static YlSheet *
open_part (YlBook *book, guint part, gsize n_rows)
{
  g_autofree char *name =
      part == 0 ? g_strdup ("里程明细") : g_strdup_printf ("里程明细(%u)", part + 1);
  g_autofree char *title = g_strdup_printf ("%s%u年农村公路日常养护里程明细表%s", book->name,
                                            book->figures->year, part == 0 ? "" : "（续）");
  const YlSheetForm sheet_form = {
    .name = name,
    .title = title,
    .unit_note = "单位：公里、元",
    .columns = columns,
    .n_columns = is_stacked (book) ? YL_N_DETAIL_COLUMNS : YL_DETAIL_PROVINCE_RATE,
    .n_frozen = YL_DETAIL_TOWNSHIP,
    .is_a3 = TRUE,
    .has_filter = TRUE,
  };
  YlSheet *sheet = yl_form_add_sheet (book->form, &sheet_form);
  const guint32 first = yl_sheet_get_first_row (sheet);
  const YlPart rows = { sheet, first, first + (guint32) MAX (n_rows, 1) - 1 };
  g_array_append_val (book->detail, rows);
  return sheet;
}

YlSheet *
yl_book_open_detail (YlBook *book)
{
  const gsize n_roads = yl_inventory_get_n_roads (book->inventory);
  const gsize n_per_sheet = yl_book_get_rows_per_sheet (book);
  guint part = 0;
  gsize begun = 0;
  do
    {
      const gsize n_rows = MIN (n_roads - begun, n_per_sheet);
      open_part (book, part++, n_rows);
      begun += n_rows;
    }
  while (begun < n_roads);
  return g_array_index (book->detail, YlPart, 0).sheet;
}

static void
write_stake (YlSheet *sheet, guint column, gint32 stake_m)
{
  if (stake_m == YL_STAKE_UNKNOWN)
    yl_sheet_blank_number (sheet, column, YL_MEASURE_KM);
  else
    yl_sheet_number (sheet, column, YL_MEASURE_KM, stake_m);
}

static void
write_metres (YlSheet *sheet, guint column, guint32 metres)
{
  if (metres == YL_METRES_UNKNOWN)
    yl_sheet_blank_number (sheet, column, YL_MEASURE_KM);
  else
    yl_sheet_number (sheet, column, YL_MEASURE_KM, metres);
}

static void
write_flag (YlSheet *sheet, guint column, gboolean is_set)
{
  if (is_set)
    yl_sheet_label (sheet, column, "是");
  else
    yl_sheet_blank (sheet, column);
}

static void
write_length (YlSheet *sheet, const YlRoad *road)
{
  const gboolean is_from_stakes = (road->flags & YL_ROAD_FROM_STAKES) != 0
                                  && road->start_m != YL_STAKE_UNKNOWN
                                  && road->end_m != YL_STAKE_UNKNOWN;
  if (is_from_stakes)
    yl_sheet_formula (sheet, YL_DETAIL_LENGTH, YL_MEASURE_KM, "ROUND(G#-F#,3)", road->length_m);
  else
    yl_sheet_number (sheet, YL_DETAIL_LENGTH, YL_MEASURE_KM, road->length_m);
}

/* What the list says. */
static void
write_given (YlBook *book, YlSheet *sheet, const YlRoad *road, const YlRoadWorking *working)
{
  const YlInventory *inventory = book->inventory;
  yl_sheet_label (sheet, YL_DETAIL_CODE, yl_inventory_get_text (inventory, road->route_code));
  yl_sheet_text (sheet, YL_DETAIL_NAME, yl_inventory_get_text (inventory, road->route_name));
  yl_sheet_label (sheet, YL_DETAIL_TOWNSHIP,
                  yl_labels_get (book->townships, working->placement.township));
  yl_sheet_label (sheet, YL_DETAIL_CLASS, yl_road_class_get_name (road->road_class));
  write_stake (sheet, YL_DETAIL_START, road->start_m);
  write_stake (sheet, YL_DETAIL_END, road->end_m);
  write_length (sheet, road);
  write_flag (sheet, YL_DETAIL_DUPLICATE, (road->flags & YL_ROAD_DUPLICATE) != 0);
  write_flag (sheet, YL_DETAIL_DEAD_END, (road->flags & YL_ROAD_DEAD_END) != 0);
  write_flag (sheet, YL_DETAIL_URBAN, (road->flags & YL_ROAD_URBAN) != 0);
  write_flag (sheet, YL_DETAIL_TRACK, (road->flags & YL_ROAD_TRACK) != 0);
  write_metres (sheet, YL_DETAIL_MAINTAINED, road->maintained_m);
  write_metres (sheet, YL_DETAIL_SUBSIDISED, road->subsidised_m);
}

static gint64
rate_of (const YlBook *book, guint8 kind)
{
  const YlPolicyValue *value = yl_policy_find (book->policy, YL_GROUP_DAILY_RATE, "", kind);
  return value == NULL ? 0 : value->value;
}

/* What follows from it. */
static void
write_derived (YlBook *book,
               YlSheet *sheet,
               const RowFormulas *formulas,
               const YlRoadWorking *working)
{
  yl_sheet_text_formula (sheet, YL_DETAIL_KIND, KIND_FORMULA,
                         yl_rate_kind_get_name (working->rate));
  yl_sheet_formula (sheet, YL_DETAIL_COUNTED, YL_MEASURE_KM, COUNTED_FORMULA, working->counted_m);
  yl_sheet_formula (sheet, YL_DETAIL_PAID, YL_MEASURE_KM, formulas->paid, working->paid_m);
  yl_sheet_formula (sheet, YL_DETAIL_RATE, YL_MEASURE_FEN, RATE_FORMULA,
                    rate_of (book, working->rate));
  yl_sheet_formula (sheet, YL_DETAIL_AMOUNT, YL_MEASURE_FEN, formulas->amount, working->amount_fen);
}

static const char *
condition_name (guint8 condition)
{
  static const char *const names[] = {
    [YL_CONDITION_UNKNOWN] = "", [YL_CONDITION_EXCELLENT] = "优", [YL_CONDITION_GOOD] = "良",
    [YL_CONDITION_FAIR] = "中",  [YL_CONDITION_POOR] = "次",      [YL_CONDITION_BAD] = "差",
  };
  return names[condition];
}

static void
write_bearers (YlBook *book, YlSheet *sheet, const YlRoad *road, const YlRoadWorking *working)
{
  yl_sheet_text (sheet, YL_DETAIL_PAYEE, yl_labels_get (book->payees, working->placement.payee));
  const guint package = working->placement.package;
  yl_sheet_label (sheet, YL_DETAIL_PACKAGE,
                  package == YL_LINE_NONE ? "" : yl_labels_get (book->packages, package));
  yl_sheet_label (sheet, YL_DETAIL_CONDITION, condition_name (road->condition));
  if (road->last_works == 0)
    yl_sheet_blank_number (sheet, YL_DETAIL_WORKS, YL_MEASURE_NUMBER);
  else
    yl_sheet_number (sheet, YL_DETAIL_WORKS, YL_MEASURE_NUMBER, road->last_works);
}

/* The cell of the level's rate for this road, "0" where none is declared. */
static const char *
level_rate_cell (YlBook *book, YlPolicyGroup group, const YlRoad *road, guint8 kind)
{
  if (kind >= YL_N_CLASSES)
    return "0";
  const guint32 code = road->township_code != 0 ? road->township_code : road->county_code;
  g_autofree char *digits =
      code == 0 ? g_strdup (book->entity->code) : g_strdup_printf ("%" G_GUINT32_FORMAT, code);
  return yl_book_value_cell (book, yl_policy_find (book->policy, group, digits, road->road_class));
}

/* Only where levels pay by the kilometre: few budgets, so their strings may cost. */
static void
write_stack (YlBook *book, YlSheet *sheet, gsize index, const RowFormulas *formulas)
{
  const YlRoad *road = yl_inventory_get_road (book->inventory, index);
  const YlRoadStack *stack = yl_budget_get_road_stack (book->budget, index);
  const guint8 kind = yl_budget_get_road_working (book->budget, index)->rate;
  yl_sheet_formula (sheet, YL_DETAIL_PROVINCE_RATE, YL_MEASURE_FEN,
                    level_rate_cell (book, YL_GROUP_PAYER_RATE_PROVINCE, road, kind),
                    stack->province_fen_per_km);
  yl_sheet_formula (sheet, YL_DETAIL_PROVINCE, YL_MEASURE_FEN, formulas->province,
                    stack->province_fen);
  yl_sheet_formula (sheet, YL_DETAIL_CITY_RATE, YL_MEASURE_FEN,
                    level_rate_cell (book, YL_GROUP_PAYER_RATE_CITY, road, kind),
                    stack->city_fen_per_km);
  yl_sheet_formula (sheet, YL_DETAIL_CITY, YL_MEASURE_FEN, formulas->city, stack->city_fen);
}

static void
write_road (YlBook *book, YlSheet *sheet, gsize index, const RowFormulas *formulas)
{
  const YlRoad *road = yl_inventory_get_road (book->inventory, index);
  const YlRoadWorking *working = yl_budget_get_road_working (book->budget, index);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_number (sheet, YL_DETAIL_ORDINAL, YL_MEASURE_NUMBER, (gint64) index + 1);
  write_given (book, sheet, road, working);
  write_derived (book, sheet, formulas, working);
  write_bearers (book, sheet, road, working);
  if (is_stacked (book))
    write_stack (book, sheet, index, formulas);
}

static void
map_part (YlBook *book, const YlPart *part)
{
  static const struct
  {
    YlDetailColumn column;
    YlMeasure measure;
    const char *key;
  } keys[] = {
    { YL_DETAIL_LENGTH, YL_MEASURE_KM, "roads.length_m" },
    { YL_DETAIL_MAINTAINED, YL_MEASURE_KM, "roads.maintained_m" },
    { YL_DETAIL_SUBSIDISED, YL_MEASURE_KM, "roads.subsidised_m" },
    { YL_DETAIL_COUNTED, YL_MEASURE_KM, "roads.counted_m" },
    { YL_DETAIL_PAID, YL_MEASURE_KM, "roads.paid_m" },
    { YL_DETAIL_RATE, YL_MEASURE_FEN, "roads.rate_fen_per_km" },
    { YL_DETAIL_AMOUNT, YL_MEASURE_FEN, "roads.amount_fen" },
    { YL_DETAIL_PROVINCE_RATE, YL_MEASURE_FEN, "roads.province_fen_per_km" },
    { YL_DETAIL_PROVINCE, YL_MEASURE_FEN, "roads.province_fen" },
    { YL_DETAIL_CITY_RATE, YL_MEASURE_FEN, "roads.city_fen_per_km" },
    { YL_DETAIL_CITY, YL_MEASURE_FEN, "roads.city_fen" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i].column < YL_DETAIL_PROVINCE_RATE || is_stacked (book))
      yl_sheet_map_rows (part->sheet, keys[i].column, part->first_row, part->last_row,
                         keys[i].measure, keys[i].key);
}

static void
write_sum (YlBook *book,
           YlSheet *sheet,
           YlDetailColumn column,
           YlMeasure measure,
           gint64 units,
           const char *key)
{
  yl_sheet_formula (sheet, column, measure,
                    yl_book_sum_detail (book, column, measure, YL_DETAIL_ORDINAL, NULL), units);
  yl_sheet_map_cell (sheet, column, measure, key);
}

/* The last sheet sums up all of them. */
static void
write_total (YlBook *book, YlSheet *sheet)
{
  const YlMileage *mileage = &book->figures->mileage;
  const guint n = is_stacked (book) ? YL_N_DETAIL_COLUMNS : YL_DETAIL_PROVINCE_RATE;
  yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  yl_sheet_label (sheet, YL_DETAIL_ORDINAL, "合计");
  yl_sheet_blanks (sheet, YL_DETAIL_CODE, YL_DETAIL_END);
  write_sum (book, sheet, YL_DETAIL_LENGTH, YL_MEASURE_KM, mileage->listed_m, "mileage.listed_m");
  yl_sheet_blanks (sheet, YL_DETAIL_DUPLICATE, YL_DETAIL_TRACK);
  write_sum (book, sheet, YL_DETAIL_MAINTAINED, YL_MEASURE_KM, mileage->maintained_m,
             "mileage.maintained_m");
  write_sum (book, sheet, YL_DETAIL_SUBSIDISED, YL_MEASURE_KM, mileage->subsidised_m,
             "mileage.subsidised_m");
  yl_sheet_blank (sheet, YL_DETAIL_KIND);
  write_sum (book, sheet, YL_DETAIL_COUNTED, YL_MEASURE_KM, mileage->counted_m,
             "mileage.counted_m");
  write_sum (book, sheet, YL_DETAIL_PAID, YL_MEASURE_KM, mileage->paid_m, "mileage.paid_m");
  yl_sheet_blank (sheet, YL_DETAIL_RATE);
  write_sum (book, sheet, YL_DETAIL_AMOUNT, YL_MEASURE_FEN, book->figures->daily.roads_fen,
             "daily.roads_fen");
  yl_sheet_blanks (sheet, YL_DETAIL_PAYEE, n - 1);
}

static void
fill_part (YlBook *book, const YlPart *part, gsize begun, const RowFormulas *formulas)
{
  const gsize n_roads = yl_inventory_get_n_roads (book->inventory);
  const gsize end = MIN (begun + yl_book_get_rows_per_sheet (book), n_roads);
  for (gsize i = begun; i < end; i++)
    write_road (book, part->sheet, i, formulas);
  if (n_roads == 0)
    {
      yl_sheet_begin_row (part->sheet, YL_STYLE_BODY, 0);
      yl_sheet_blanks (part->sheet, 0, YL_DETAIL_WORKS);
    }
  map_part (book, part);
}

static char *
make_level_formula (const char *rate, const char *open)
{
  g_autofree char *amount = yl_formula_road_amount ("Q#", rate);
  return g_strdup_printf ("MIN(%s,%s)", amount + 1, open);
}

static char
basis_letter (YlMileageBasis basis)
{
  if (basis == YL_BASIS_COUNTED)
    return 'P';
  return basis == YL_BASIS_MAINTAINED ? 'M' : 'N';
}

void
yl_book_fill_detail (YlBook *book)
{
  const char letter[2] = { basis_letter (book->figures->basis), '\0' };
  g_autofree char *paid = g_strdup_printf (PAID_FORMULA, letter);
  g_autofree char *amount = yl_formula_road_amount ("Q#", "R#");
  g_autofree char *province = make_level_formula ("X#", "S#");
  g_autofree char *city = make_level_formula ("Z#", "ROUND(S#-Y#,2)");
  const RowFormulas formulas = { paid, amount, province, city };
  gsize begun = 0;
  for (guint i = 0; i < book->detail->len; i++)
    {
      const YlPart *part = &g_array_index (book->detail, YlPart, i);
      fill_part (book, part, begun, &formulas);
      begun += yl_book_get_rows_per_sheet (book);
      yl_sheet_end_filter (part->sheet);
      if (i + 1 == book->detail->len)
        write_total (book, part->sheet);
      yl_sheet_end (part->sheet);
    }
}
