#include "rows-private.h"

/* What the budget says of a key; the rows behind it must add up to it. */

static gint64
of_all (const YlExplain *explain, const YlKeyValues *values, gsize offset)
{
  (void) values;
  return G_STRUCT_MEMBER (gint64, &explain->figures->mileage, offset);
}

static gint64
of_figures (const YlExplain *explain, const YlKeyValues *values, gsize offset)
{
  (void) values;
  return G_STRUCT_MEMBER (gint64, explain->figures, offset);
}

static gint64
of_class (const YlExplain *explain, const YlKeyValues *values, gsize offset)
{
  return G_STRUCT_MEMBER (gint64, &explain->figures->by_class[values->road_class], offset);
}

static gint64
of_township (const YlExplain *explain, const YlKeyValues *values, gsize offset)
{
  const GArray *lines = explain->figures->townships;
  return G_STRUCT_MEMBER (gint64, &g_array_index (lines, YlTownshipLine, values->n), offset);
}

static gint64
of_township_class (const YlExplain *explain, const YlKeyValues *values, gsize offset)
{
  return of_township (explain, values, offset + values->road_class * sizeof (gint64));
}

static gint64
of_payee (const YlExplain *explain, const YlKeyValues *values, gsize offset)
{
  const GArray *lines = explain->figures->payees;
  return G_STRUCT_MEMBER (gint64, &g_array_index (lines, YlShareholderLine, values->n), offset);
}

static gint64
of_package (const YlExplain *explain, const YlKeyValues *values, gsize offset)
{
  const GArray *lines = explain->figures->packages;
  return G_STRUCT_MEMBER (gint64, &g_array_index (lines, YlShareholderLine, values->n), offset);
}

/* A line of demand that the budget does not list comes to nothing. */
static gint64
of_demand (const YlExplain *explain, const char *group, const char *name, gsize offset)
{
  g_autofree char *code = g_strdup_printf ("%s.%s", group, name);
  const YlDemandLine *line = yl_explain_find_demand (explain, code);
  return line == NULL ? 0 : G_STRUCT_MEMBER (gint64, line, offset);
}

static gint64
of_daily (const YlExplain *explain, const YlKeyValues *values, gsize offset)
{
  return of_demand (explain, "daily", yl_rate_kind_get_key ((YlRateKind) values->rate), offset);
}

static gint64
of_size (const YlExplain *explain, const YlKeyValues *values, gsize offset)
{
  return of_demand (explain, "bridge", yl_bridge_size_get_key ((YlBridgeSize) values->size),
                    offset);
}

static gint64
of_metre (const YlExplain *explain, const YlKeyValues *values, gsize offset)
{
  return of_demand (explain, "bridge-metre",
                    yl_road_class_get_key ((YlRoadClass) values->road_class), offset);
}

/* @payer: what the rows of a stack come to; other methods have no rows. */
static gint64
of_stack (const YlExplain *explain, const YlKeyValues *values, gsize payer)
{
  (void) values;
  const GArray *lines = explain->figures->payers;
  for (guint i = 0; i < lines->len; i++)
    {
      const YlPayerLine *line = &g_array_index (lines, YlPayerLine, i);
      if (line->payer == (YlPayer) payer && line->purpose == YL_PURPOSE_DAILY)
        return line->amount_fen;
    }
  return 0;
}

/* From the class to the total: the order in which a road's figures are told. */
static const YlRowSum sums[] = {
  { "mileage.by_class.%c.sections", "路段数", YL_FIGURE_COUNT, YL_OF_CLASS, YL_ROAD_ADDS_SECTION,
    YL_BRIDGE_ADDS_NOTHING, of_class, G_STRUCT_OFFSET (YlMileage, sections) },
  { "mileage.by_class.%c.listed_m", "路线长度", YL_FIGURE_ROAD_M, YL_OF_CLASS,
    YL_ROAD_ADDS_LISTED_M, YL_BRIDGE_ADDS_NOTHING, of_class,
    G_STRUCT_OFFSET (YlMileage, listed_m) },
  { "mileage.by_class.%c.duplicate_m", "重复路段里程", YL_FIGURE_ROAD_M, YL_OF_CLASS,
    YL_ROAD_ADDS_DUPLICATE_M, YL_BRIDGE_ADDS_NOTHING, of_class,
    G_STRUCT_OFFSET (YlMileage, duplicate_m) },
  { "mileage.by_class.%c.dead_end_m", "断头路里程", YL_FIGURE_ROAD_M, YL_OF_CLASS,
    YL_ROAD_ADDS_DEAD_END_M, YL_BRIDGE_ADDS_NOTHING, of_class,
    G_STRUCT_OFFSET (YlMileage, dead_end_m) },
  { "mileage.by_class.%c.counted_m", "计入里程", YL_FIGURE_ROAD_M, YL_OF_CLASS,
    YL_ROAD_ADDS_COUNTED_M, YL_BRIDGE_ADDS_NOTHING, of_class,
    G_STRUCT_OFFSET (YlMileage, counted_m) },
  { "mileage.by_class.%c.urban_m", "城管路段里程", YL_FIGURE_ROAD_M, YL_OF_CLASS,
    YL_ROAD_ADDS_URBAN_M, YL_BRIDGE_ADDS_NOTHING, of_class, G_STRUCT_OFFSET (YlMileage, urban_m) },
  { "mileage.by_class.%c.maintained_m", "列养里程", YL_FIGURE_ROAD_M, YL_OF_CLASS,
    YL_ROAD_ADDS_MAINTAINED_M, YL_BRIDGE_ADDS_NOTHING, of_class,
    G_STRUCT_OFFSET (YlMileage, maintained_m) },
  { "mileage.by_class.%c.subsidised_m", "补助养护里程", YL_FIGURE_ROAD_M, YL_OF_CLASS,
    YL_ROAD_ADDS_SUBSIDISED_M, YL_BRIDGE_ADDS_NOTHING, of_class,
    G_STRUCT_OFFSET (YlMileage, subsidised_m) },
  { "mileage.by_class.%c.paid_m", "计费里程", YL_FIGURE_ROAD_M, YL_OF_CLASS, YL_ROAD_ADDS_PAID_M,
    YL_BRIDGE_ADDS_NOTHING, of_class, G_STRUCT_OFFSET (YlMileage, paid_m) },
  { "demand.daily.%k.count", "日常养护计费路段数", YL_FIGURE_COUNT, YL_OF_RATE,
    YL_ROAD_ADDS_PAID_SECTION, YL_BRIDGE_ADDS_NOTHING, of_daily,
    G_STRUCT_OFFSET (YlDemandLine, count) },
  { "demand.daily.%k.length_m", "日常养护计费里程", YL_FIGURE_ROAD_M, YL_OF_RATE,
    YL_ROAD_ADDS_PAID_M, YL_BRIDGE_ADDS_NOTHING, of_daily,
    G_STRUCT_OFFSET (YlDemandLine, length_m) },
  { "demand.daily.%k.amount_fen", "日常养护金额", YL_FIGURE_FEN, YL_OF_RATE, YL_ROAD_ADDS_AMOUNT,
    YL_BRIDGE_ADDS_NOTHING, of_daily, G_STRUCT_OFFSET (YlDemandLine, amount_fen) },
  { "demand.bridge.%s.count", "座数", YL_FIGURE_COUNT, YL_OF_SIZE, YL_ROAD_ADDS_NOTHING,
    YL_BRIDGE_ADDS_SIZED_ONE, of_size, G_STRUCT_OFFSET (YlDemandLine, count) },
  { "demand.bridge.%s.amount_fen", "养护金额", YL_FIGURE_FEN, YL_OF_SIZE, YL_ROAD_ADDS_NOTHING,
    YL_BRIDGE_ADDS_BY_SIZE, of_size, G_STRUCT_OFFSET (YlDemandLine, amount_fen) },
  { "demand.bridge-metre.%c.count", "桥梁（按米计费）座数", YL_FIGURE_COUNT, YL_OF_CLASS,
    YL_ROAD_ADDS_NOTHING, YL_BRIDGE_ADDS_METRED_ONE, of_metre,
    G_STRUCT_OFFSET (YlDemandLine, count) },
  { "demand.bridge-metre.%c.length_m", "桥梁（按米计费）长度", YL_FIGURE_ROAD_M, YL_OF_CLASS,
    YL_ROAD_ADDS_NOTHING, YL_BRIDGE_ADDS_METRED_LENGTH, of_metre,
    G_STRUCT_OFFSET (YlDemandLine, length_m) },
  { "demand.bridge-metre.%c.amount_fen", "桥梁（按米计费）养护金额", YL_FIGURE_FEN, YL_OF_CLASS,
    YL_ROAD_ADDS_NOTHING, YL_BRIDGE_ADDS_BY_METRE, of_metre,
    G_STRUCT_OFFSET (YlDemandLine, amount_fen) },
  { "townships[%n].sections", "路段数", YL_FIGURE_COUNT, YL_OF_TOWNSHIP, YL_ROAD_ADDS_SECTION,
    YL_BRIDGE_ADDS_NOTHING, of_township, G_STRUCT_OFFSET (YlTownshipLine, sections) },
  { "townships[%n].%c_m", "计入里程", YL_FIGURE_ROAD_M, YL_OF_TOWNSHIP | YL_OF_CLASS,
    YL_ROAD_ADDS_COUNTED_M, YL_BRIDGE_ADDS_NOTHING, of_township_class,
    G_STRUCT_OFFSET (YlTownshipLine, counted_m) },
  { "townships[%n].paid_m", "计费里程", YL_FIGURE_ROAD_M, YL_OF_TOWNSHIP, YL_ROAD_ADDS_PAID_M,
    YL_BRIDGE_ADDS_NOTHING, of_township, G_STRUCT_OFFSET (YlTownshipLine, paid_m) },
  { "townships[%n].%c_fen", "日常养护金额", YL_FIGURE_FEN, YL_OF_TOWNSHIP | YL_OF_CLASS,
    YL_ROAD_ADDS_AMOUNT, YL_BRIDGE_ADDS_NOTHING, of_township_class,
    G_STRUCT_OFFSET (YlTownshipLine, class_fen) },
  { "townships[%n].roads_fen", "公路日常养护金额", YL_FIGURE_FEN, YL_OF_TOWNSHIP,
    YL_ROAD_ADDS_AMOUNT, YL_BRIDGE_ADDS_NOTHING, of_township,
    G_STRUCT_OFFSET (YlTownshipLine, roads_fen) },
  { "townships[%n].bridges_fen", "桥梁养护金额", YL_FIGURE_FEN, YL_OF_TOWNSHIP,
    YL_ROAD_ADDS_NOTHING, YL_BRIDGE_ADDS_AMOUNT, of_township,
    G_STRUCT_OFFSET (YlTownshipLine, bridges_fen) },
  { "payees[%n].paid_m", "计费里程", YL_FIGURE_ROAD_M, YL_OF_PAYEE, YL_ROAD_ADDS_PAID_M,
    YL_BRIDGE_ADDS_NOTHING, of_payee, G_STRUCT_OFFSET (YlShareholderLine, paid_m) },
  { "payees[%n].roads_fen", "公路日常养护金额", YL_FIGURE_FEN, YL_OF_PAYEE, YL_ROAD_ADDS_AMOUNT,
    YL_BRIDGE_ADDS_NOTHING, of_payee, G_STRUCT_OFFSET (YlShareholderLine, roads_fen) },
  { "payees[%n].bridges_fen", "桥梁养护金额", YL_FIGURE_FEN, YL_OF_PAYEE, YL_ROAD_ADDS_NOTHING,
    YL_BRIDGE_ADDS_AMOUNT, of_payee, G_STRUCT_OFFSET (YlShareholderLine, bridges_fen) },
  { "packages[%n].paid_m", "计费里程", YL_FIGURE_ROAD_M, YL_OF_PACKAGE, YL_ROAD_ADDS_PAID_M,
    YL_BRIDGE_ADDS_NOTHING, of_package, G_STRUCT_OFFSET (YlShareholderLine, paid_m) },
  { "packages[%n].roads_fen", "公路日常养护金额", YL_FIGURE_FEN, YL_OF_PACKAGE, YL_ROAD_ADDS_AMOUNT,
    YL_BRIDGE_ADDS_NOTHING, of_package, G_STRUCT_OFFSET (YlShareholderLine, roads_fen) },
  { "packages[%n].bridges_fen", "桥梁养护金额", YL_FIGURE_FEN, YL_OF_PACKAGE, YL_ROAD_ADDS_NOTHING,
    YL_BRIDGE_ADDS_AMOUNT, of_package, G_STRUCT_OFFSET (YlShareholderLine, bridges_fen) },
  { "mileage.sections", "路段数合计", YL_FIGURE_COUNT, YL_OF_ALL, YL_ROAD_ADDS_SECTION,
    YL_BRIDGE_ADDS_NOTHING, of_all, G_STRUCT_OFFSET (YlMileage, sections) },
  { "mileage.listed_m", "路线长度合计", YL_FIGURE_ROAD_M, YL_OF_ALL, YL_ROAD_ADDS_LISTED_M,
    YL_BRIDGE_ADDS_NOTHING, of_all, G_STRUCT_OFFSET (YlMileage, listed_m) },
  { "mileage.duplicate_m", "重复路段里程合计", YL_FIGURE_ROAD_M, YL_OF_ALL,
    YL_ROAD_ADDS_DUPLICATE_M, YL_BRIDGE_ADDS_NOTHING, of_all,
    G_STRUCT_OFFSET (YlMileage, duplicate_m) },
  { "mileage.dead_end_m", "断头路里程合计", YL_FIGURE_ROAD_M, YL_OF_ALL, YL_ROAD_ADDS_DEAD_END_M,
    YL_BRIDGE_ADDS_NOTHING, of_all, G_STRUCT_OFFSET (YlMileage, dead_end_m) },
  { "mileage.counted_m", "计入里程合计", YL_FIGURE_ROAD_M, YL_OF_ALL, YL_ROAD_ADDS_COUNTED_M,
    YL_BRIDGE_ADDS_NOTHING, of_all, G_STRUCT_OFFSET (YlMileage, counted_m) },
  { "mileage.urban_m", "城管路段里程合计", YL_FIGURE_ROAD_M, YL_OF_ALL, YL_ROAD_ADDS_URBAN_M,
    YL_BRIDGE_ADDS_NOTHING, of_all, G_STRUCT_OFFSET (YlMileage, urban_m) },
  { "mileage.maintained_m", "列养里程合计", YL_FIGURE_ROAD_M, YL_OF_ALL, YL_ROAD_ADDS_MAINTAINED_M,
    YL_BRIDGE_ADDS_NOTHING, of_all, G_STRUCT_OFFSET (YlMileage, maintained_m) },
  { "mileage.subsidised_m", "补助养护里程合计", YL_FIGURE_ROAD_M, YL_OF_ALL,
    YL_ROAD_ADDS_SUBSIDISED_M, YL_BRIDGE_ADDS_NOTHING, of_all,
    G_STRUCT_OFFSET (YlMileage, subsidised_m) },
  { "mileage.paid_m", "计费里程合计", YL_FIGURE_ROAD_M, YL_OF_ALL, YL_ROAD_ADDS_PAID_M,
    YL_BRIDGE_ADDS_NOTHING, of_all, G_STRUCT_OFFSET (YlMileage, paid_m) },
  { "standard_by_basis.counted_fen", "按计入里程计费的公路日常养护金额", YL_FIGURE_FEN, YL_OF_ALL,
    YL_ROAD_ADDS_BY_COUNTED, YL_BRIDGE_ADDS_NOTHING, of_figures,
    G_STRUCT_OFFSET (YlFigures, standard_by_basis_fen[YL_BASIS_COUNTED]) },
  { "standard_by_basis.maintained_fen", "按列养里程计费的公路日常养护金额", YL_FIGURE_FEN,
    YL_OF_ALL, YL_ROAD_ADDS_BY_MAINTAINED, YL_BRIDGE_ADDS_NOTHING, of_figures,
    G_STRUCT_OFFSET (YlFigures, standard_by_basis_fen[YL_BASIS_MAINTAINED]) },
  { "standard_by_basis.subsidised_fen", "按补助养护里程计费的公路日常养护金额", YL_FIGURE_FEN,
    YL_OF_ALL, YL_ROAD_ADDS_BY_SUBSIDISED, YL_BRIDGE_ADDS_NOTHING, of_figures,
    G_STRUCT_OFFSET (YlFigures, standard_by_basis_fen[YL_BASIS_SUBSIDISED]) },
  { "indicators.maintained-ratio.part_m", "列养率的分子（列养里程）", YL_FIGURE_ROAD_M, YL_OF_ALL,
    YL_ROAD_ADDS_MAINTAINED_M, YL_BRIDGE_ADDS_NOTHING, of_figures,
    G_STRUCT_OFFSET (YlFigures, indicators[YL_INDICATOR_MAINTAINED].part_m) },
  { "indicators.maintained-ratio.whole_m", "列养率的分母（计入里程）", YL_FIGURE_ROAD_M, YL_OF_ALL,
    YL_ROAD_ADDS_COUNTED_M, YL_BRIDGE_ADDS_NOTHING, of_figures,
    G_STRUCT_OFFSET (YlFigures, indicators[YL_INDICATOR_MAINTAINED].whole_m) },
  { "indicators.engineering-ratio.part_m", "养护工程比例的分子（上年实施养护工程的里程）",
    YL_FIGURE_ROAD_M, YL_OF_ALL, YL_ROAD_ADDS_WORKS_M, YL_BRIDGE_ADDS_NOTHING, of_figures,
    G_STRUCT_OFFSET (YlFigures, indicators[YL_INDICATOR_ENGINEERING].part_m) },
  { "indicators.engineering-ratio.whole_m", "养护工程比例的分母（列养里程）", YL_FIGURE_ROAD_M,
    YL_OF_ALL, YL_ROAD_ADDS_MAINTAINED_M, YL_BRIDGE_ADDS_NOTHING, of_figures,
    G_STRUCT_OFFSET (YlFigures, indicators[YL_INDICATOR_ENGINEERING].whole_m) },
  { "indicators.fair-or-better-ratio.part_m", "优良中里程比例的分子（优良中里程）",
    YL_FIGURE_ROAD_M, YL_OF_ALL, YL_ROAD_ADDS_FAIR_M, YL_BRIDGE_ADDS_NOTHING, of_figures,
    G_STRUCT_OFFSET (YlFigures, indicators[YL_INDICATOR_FAIR_OR_BETTER].part_m) },
  { "indicators.fair-or-better-ratio.whole_m", "优良中里程比例的分母（已评定里程）",
    YL_FIGURE_ROAD_M, YL_OF_ALL, YL_ROAD_ADDS_ASSESSED_M, YL_BRIDGE_ADDS_NOTHING, of_figures,
    G_STRUCT_OFFSET (YlFigures, indicators[YL_INDICATOR_FAIR_OR_BETTER].whole_m) },
  { "payers.province.daily.amount_fen", "省级承担的日常养护金额", YL_FIGURE_FEN, YL_OF_ALL,
    YL_ROAD_ADDS_PROVINCE, YL_BRIDGE_ADDS_NOTHING, of_stack, YL_PAYER_PROVINCE },
  { "payers.city.daily.amount_fen", "市级承担的日常养护金额", YL_FIGURE_FEN, YL_OF_ALL,
    YL_ROAD_ADDS_CITY, YL_BRIDGE_ADDS_NOTHING, of_stack, YL_PAYER_CITY },
  { "daily.roads_fen", "公路日常养护金额合计", YL_FIGURE_FEN, YL_OF_ALL, YL_ROAD_ADDS_AMOUNT,
    YL_BRIDGE_ADDS_NOTHING, of_figures, G_STRUCT_OFFSET (YlFigures, daily.roads_fen) },
  { "daily.bridges_fen", "桥梁养护金额合计", YL_FIGURE_FEN, YL_OF_ALL, YL_ROAD_ADDS_NOTHING,
    YL_BRIDGE_ADDS_AMOUNT, of_figures, G_STRUCT_OFFSET (YlFigures, daily.bridges_fen) },
  { "bridges_total.length_m", "桥梁全长合计", YL_FIGURE_BRIDGE_M, YL_OF_ALL, YL_ROAD_ADDS_NOTHING,
    YL_BRIDGE_ADDS_LENGTH, NULL, 0 },
  { "bridges_total.by_size_fen", "桥梁按座计费金额合计", YL_FIGURE_FEN, YL_OF_ALL,
    YL_ROAD_ADDS_NOTHING, YL_BRIDGE_ADDS_BY_SIZE, NULL, 0 },
  { "bridges_total.by_metre_fen", "桥梁按米计费金额合计", YL_FIGURE_FEN, YL_OF_ALL,
    YL_ROAD_ADDS_NOTHING, YL_BRIDGE_ADDS_BY_METRE, NULL, 0 },
};

const YlRowSum *
yl_row_sums_get (gsize *out_n)
{
  *out_n = G_N_ELEMENTS (sums);
  return sums;
}

char *
yl_row_sum_get_name (const YlExplain *explain, const YlRowSum *sum, const YlKeyValues *values)
{
  GString *name = g_string_new (NULL);
  if (sum->of & YL_OF_TOWNSHIP)
    g_string_append (name, yl_explain_township_name (explain, values->n));
  if (sum->of & YL_OF_PAYEE)
    g_string_append (name, yl_explain_payee_name (explain, values->n));
  if (sum->of & YL_OF_PACKAGE)
    g_string_append (name, yl_explain_package_name (explain, values->n));
  if (sum->of & YL_OF_CLASS)
    g_string_append (name, yl_road_class_get_name ((YlRoadClass) values->road_class));
  if (sum->of & YL_OF_RATE)
    g_string_append (name, yl_rate_kind_get_name ((YlRateKind) values->rate));
  if (sum->of & YL_OF_SIZE)
    g_string_append (name, yl_bridge_size_get_name ((YlBridgeSize) values->size));
  g_string_append (name, sum->title);
  return g_string_free (name, FALSE);
}

static guint
get_n_lines (const YlExplain *explain, guint of)
{
  if (of & YL_OF_TOWNSHIP)
    return explain->figures->townships->len;
  if (of & YL_OF_PAYEE)
    return explain->figures->payees->len;
  return of & YL_OF_PACKAGE ? explain->figures->packages->len : G_MAXUINT;
}

static gint64
add_up (const YlDerivation *node)
{
  gint64 sum = 0;
  for (guint i = 0; i < node->rows->len; i++)
    sum += g_array_index (node->rows, YlDerivationRow, i).units;
  return sum;
}

static const char *
how_of (const YlRowSum *sum)
{
  if (sum->road == YL_ROAD_ADDS_NOTHING)
    return "逐座桥梁相加";
  return sum->road == YL_ROAD_ADDS_AMOUNT ? "每个路段的计费里程 × 标准，各自四舍五入到分后相加"
                                          : "逐路段相加";
}

static YlDerivation *
make_node (const YlExplain *explain,
           const YlRowSum *sum,
           const YlKeyValues *values,
           const char *key)
{
  g_autofree char *name = yl_row_sum_get_name (explain, sum, values);
  YlDerivation *node = yl_derivation_new (key, name, sum->unit, 0, YL_STEP_SUM);
  if (!explain->is_brief || sum->get == NULL)
    yl_row_sum_add_rows (explain, sum, values, node);
  /* The foot of a table of rows, which no other figure needs. */
  node->units = sum->get == NULL ? add_up (node) : sum->get (explain, values, sum->offset);
  yl_derivation_set_how (node, "%s", how_of (sum));
  return node;
}

YlDerivation *
yl_explain_row_sum (const YlExplain *explain, const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (sums); i++)
    {
      YlKeyValues values;
      if (yl_key_match (sums[i].pattern, key, &values)
          && values.n < get_n_lines (explain, sums[i].of))
        return make_node (explain, &sums[i], &values, key);
    }
  return NULL;
}
