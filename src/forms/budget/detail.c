#include "shut-private.h"
#include "tabs-private.h"

#include "yanglu/forms/paper.h"

/* A row of 里程明细, and what all of them add up to. */
typedef struct
{
  const char *code;
  const char *name;
  const char *township;
  const char *road_class;
  gint64 start_m;
  gint64 end_m;
  YlOwnCell length;
  const char *duplicate; /* flags: "是" or NULL */
  const char *dead_end;
  const char *urban;
  const char *track;
  gint64 maintained_m;
  gint64 subsidised_m;
  const char *kind;
  gint64 counted_m;
  gint64 paid_m;
  gint64 rate_fen;
  gint64 amount_fen;
  const char *payee;
  const char *package;
  const char *condition;
  gint64 last_works;
  /* Only when the list says it of any road. */
  const char *village;
  const char *chief;
  const char *grade;
  const char *surface;
  gint64 width_cm;
  const char *broken; /* a flag */
  gint64 built;
  gint64 rebuilt;
  const char *previous_code;
  gint64 previous_start_m;
  gint64 previous_end_m;
  const char *list; /* only where there are several */
  /* The rest only when the payers are stacked. */
  YlOwnCell province_rate;
  gint64 province_fen;
  YlOwnCell city_rate;
  gint64 city_fen;
} Row;

#define AT(of) G_STRUCT_OFFSET (Row, of)
#define STAKE(called, title, of, what)                                                             \
  {                                                                                                \
    .name = called, .head = title, .width = 9, .show = YL_CELL_NUMBER, .measure = YL_MEASURE_KM,   \
    .member = AT (of), .says = what                                                                \
  }
#define GIVEN_KM(of, title, sum)                                                                   \
  {                                                                                                \
    .name = #of, .head = title, .width = 9, .show = YL_CELL_NUMBER, .measure = YL_MEASURE_KM,      \
    .member = AT (of), .is_figure = TRUE, .total = sum                                             \
  }
#define FEN(called, title, width, of, formula, sum)                                                \
  YL_COLUMN_FIGURE (called, title, NULL, width, YL_MEASURE_FEN, AT (of), formula, sum)
#define RATE(called, title, of) YL_COLUMN_OWN (called, title, 12, YL_MEASURE_FEN, AT (of), NULL)

/* The order of the tests is that of the policy: track, urban stretch, class. */
#define KIND "IF({track}=\"是\",\"机耕道\",IF({urban}=\"是\",\"城管路段\",{class}))"

#define YEAR(called, title, width_, of, what)                                                      \
  {                                                                                                \
    .name = called, .head = title, .width = width_, .show = YL_CELL_NUMBER,                        \
    .measure = YL_MEASURE_NUMBER, .member = AT (of), .says = what                                  \
  }

static const YlTableColumn columns[] = {
  YL_COLUMN_ORDINAL (5),
  YL_COLUMN_LABEL ("code", "路线编码", 12, AT (code)),
  YL_COLUMN_TEXT ("name", "路线名称", 12, AT (name)),
  YL_COLUMN_LABEL ("township", "乡镇", 9, AT (township)),
  YL_COLUMN_LABEL ("class", "行政\n等级", 6, AT (road_class)),
  STAKE ("start", "起点桩号\n（公里）", start_m, "里程台账写明的起点桩号"),
  STAKE ("end", "止点桩号\n（公里）", end_m, "里程台账写明的止点桩号"),
  { .name = "length_m",
    .head = "路线长度\n（公里）",
    .width = 9,
    .show = YL_CELL_OWN,
    .measure = YL_MEASURE_KM,
    .member = AT (length),
    .formula = "ROUND({end}-{start},3)",
    .is_figure = TRUE,
    .total = "mileage.listed_m" },
  YL_COLUMN_LABEL ("duplicate", "重复\n路段", 4, AT (duplicate)),
  YL_COLUMN_LABEL ("dead_end", "断头\n路", 4, AT (dead_end)),
  YL_COLUMN_LABEL ("urban", "城管\n路段", 4, AT (urban)),
  YL_COLUMN_LABEL ("track", "机耕\n道", 4, AT (track)),
  GIVEN_KM (maintained_m, "列养里程\n（公里）", "mileage.maintained_m"),
  GIVEN_KM (subsidised_m, "补助里程\n（公里）", "mileage.subsidised_m"),
  { .name = "kind",
    .head = "计费类别",
    .width = 8,
    .show = YL_CELL_RESULT,
    .member = AT (kind),
    .formula = KIND,
    .says = "按“机耕道、城管路段、行政等级”的次序判断的计费类别，决定取哪一项标准" },
  YL_COLUMN_FIGURE ("counted_m",
                    "计入里程\n（公里）",
                    NULL,
                    9,
                    YL_MEASURE_KM,
                    AT (counted_m),
                    "IF(OR({duplicate}=\"是\",{dead_end}=\"是\"),0,{length_m})",
                    "mileage.counted_m"),
  YL_COLUMN_FIGURE (
      "paid_m", "计费里程\n（公里）", NULL, 9, YL_MEASURE_KM, AT (paid_m), NULL, "mileage.paid_m"),
  FEN ("rate_fen_per_km",
       "标准\n（元/公里）",
       9,
       rate_fen,
       "INDEX(" YL_NAME_RATES ",MATCH({kind}," YL_NAME_KINDS ",0))",
       NULL),
  FEN ("amount_fen", "金额\n（元）", 12, amount_fen, NULL, "daily.roads_fen"),
  YL_COLUMN_TEXT ("payee", "管养单位", 14, AT (payee)),
  YL_COLUMN_LABEL ("package", "标段", 8, AT (package)),
  YL_COLUMN_LABEL ("condition", "技术\n状况", 5, AT (condition)),
  YEAR ("works", "最近大中\n修年度", 6, last_works, "里程台账写明的最近大中修年度"),
};

/* What no figure follows from. */
static const YlTableColumn told_columns[] = {
  YL_COLUMN_LABEL ("village", "行政村", 12, AT (village)),
  YL_COLUMN_LABEL ("chief", "路长", 9, AT (chief)),
  YL_COLUMN_LABEL ("grade", "技术\n等级", 6, AT (grade)),
  YL_COLUMN_LABEL ("surface", "路面\n类型", 9, AT (surface)),
  { .name = "width",
    .head = "路面宽度\n（米）",
    .width = 9,
    .show = YL_CELL_NUMBER,
    .measure = YL_MEASURE_CM,
    .member = AT (width_cm),
    .says = "里程台账写明的路面宽度" },
  YL_COLUMN_LABEL ("broken", "断链", 6, AT (broken)),
  YEAR ("built", "修建\n年度", 7, built, "里程台账写明的修建年度"),
  YEAR ("rebuilt", "改建\n年度", 7, rebuilt, "里程台账写明的改建年度"),
  YL_COLUMN_LABEL ("previous_code", "上年路线\n编码", 16, AT (previous_code)),
  STAKE ("previous_start", "上年起点\n（公里）", previous_start_m, "里程台账写明的上年起点桩号"),
  STAKE ("previous_end", "上年止点\n（公里）", previous_end_m, "里程台账写明的上年止点桩号"),
};

/* Of several lists that which the road stands in: 报送情况 adds up by it. */
static const YlTableColumn list_column = YL_COLUMN_TEXT ("list", "报送文件", 18, AT (list));

static const YlTableColumn stack_columns[] = {
  RATE ("province_fen_per_km", "省级标准\n（元/公里）", province_rate),
  FEN ("province_fen", "省级承担\n（元）", 14, province_fen, NULL, NULL),
  RATE ("city_fen_per_km", "市级标准\n（元/公里）", city_rate),
  FEN ("city_fen", "市级承担\n（元）", 14, city_fen, NULL, NULL),
};
static gboolean
is_stacked (const YlBook *book)
{
  return book->figures->payers_method == YL_PAYERS_BY_STACK;
}

#define TITLE "农村公路日常养护里程明细表"

/* How wide they were before the seventh edition. */
static const double older_widths[] = { 6.5, 16, 18, 13, 9,  10, 10, 10, 6,  6, 6, 6,
                                       10,  10, 10, 11, 11, 12, 16, 23, 11, 6, 9 };
static const double older_told_widths[] = { 12, 9, 6, 9, 9, 6, 7, 7, 16, 10, 10 };
static const double older_stack_widths[] = { 12, 14, 12, 14 };
G_STATIC_ASSERT (G_N_ELEMENTS (older_widths) == G_N_ELEMENTS (columns));
G_STATIC_ASSERT (G_N_ELEMENTS (older_told_widths) == G_N_ELEMENTS (told_columns));
G_STATIC_ASSERT (G_N_ELEMENTS (older_stack_widths) == G_N_ELEMENTS (stack_columns));

static void
open_part (YlBook *book, YlTable *table, guint part, gsize n_rows)
{
  g_autofree char *name =
      part == 0 ? g_strdup (YL_SHEET_ROADS) : g_strdup_printf (YL_SHEET_ROADS "(%u)", part + 1);
  g_autofree char *title = yl_book_make_title (book, part == 0 ? TITLE : TITLE "（续）");
  const YlSheetForm sheet_form = {
    .name = name,
    .title = title,
    .unit_note = "单位：公里、元",
    .n_frozen = yl_table_find_column (table, "township"),
    .is_a3 = TRUE,
    .folds = book->edition >= 5,
    .has_title_apart = book->edition >= 7,
    .is_older = book->edition < 7,
    .has_filter = TRUE,
  };
  yl_table_open (table, book->form, &sheet_form, n_rows);
}

static gint64
stake_of (gint32 stake_m)
{
  return stake_m == YL_STAKE_UNKNOWN ? YL_UNKNOWN : stake_m;
}

static const char *
flag_of (const YlRoad *road, guint flag)
{
  return (road->flags & flag) != 0 ? "是" : NULL;
}

static gint64
year_of (guint16 year)
{
  return year == 0 ? YL_UNKNOWN : year;
}

/* What the list says beside what money follows from. */
static void
take_told (const YlBook *book, const YlRoad *road, Row *row)
{
  row->village = yl_inventory_get_text (book->inventory, road->village);
  row->chief = yl_inventory_get_text (book->inventory, road->chief);
  row->grade = yl_grade_get_name (road->grade);
  row->surface = yl_surface_get_name (road->surface);
  row->width_cm = road->width_cm == 0 ? YL_UNKNOWN : road->width_cm;
  row->broken = flag_of (road, YL_ROAD_BREAK);
  row->built = year_of (road->built);
  row->rebuilt = year_of (road->rebuilt);
  row->previous_code = yl_inventory_get_text (book->inventory, road->previous_code);
  row->previous_start_m = stake_of (road->previous_start_m);
  row->previous_end_m = stake_of (road->previous_end_m);
}

/* Whether the cell of @row below @column would be filled. */
static gboolean
is_told (const YlTableColumn *column, const Row *row)
{
  if (column->show == YL_CELL_NUMBER)
    return G_STRUCT_MEMBER (gint64, row, column->member) != YL_UNKNOWN;
  const char *text = G_STRUCT_MEMBER (const char *, row, column->member);
  return text != NULL && text[0] != '\0';
}

/* Those of told_columns that are filled in any row: bits by their index. */
static guint
find_told (const YlBook *book)
{
  const guint all = (1u << G_N_ELEMENTS (told_columns)) - 1;
  const gsize n_roads = yl_inventory_get_n_roads (book->inventory);
  guint told = 0;
  for (gsize i = 0; i < n_roads && told != all; i++)
    {
      Row row = { 0 };
      take_told (book, yl_inventory_get_road (book->inventory, i), &row);
      for (guint k = 0; k < G_N_ELEMENTS (told_columns); k++)
        told |= is_told (&told_columns[k], &row) ? 1u << k : 0;
    }
  return told;
}

/* What only some lists say of roads. */
enum
{
  FILLED_MAINTAINED = 1 << 0,
  FILLED_SUBSIDISED = 1 << 1,
  FILLED_PACKAGE = 1 << 2,
  FILLED_CONDITION = 1 << 3,
  FILLED_WORKS = 1 << 4,
};

/* How wide they are where two pages hold the rows: fewer lines. */
static const struct
{
  const char *name;
  double width;
} roomy[] = {
  { "name", 18 },    { "township", 13 }, { "class", 9 },   { "duplicate", 6 }, { "dead_end", 6 },
  { "urban", 6 },    { "track", 6 },     { "kind", 10 },   { "payee", 23 },    { "package", 11 },
  { "village", 12 }, { "chief", 9 },     { "surface", 9 },
};

/* Columns that stand empty where the list says it of no road. */
static const struct
{
  const char *name;
  guint flag;
  guint own; /* a bit of what find_filled() finds */
} said[] = {
  { "duplicate", YL_ROAD_DUPLICATE, 0 },
  { "dead_end", YL_ROAD_DEAD_END, 0 },
  { "urban", YL_ROAD_URBAN, 0 },
  { "track", YL_ROAD_TRACK, 0 },
  { "maintained_m", 0, FILLED_MAINTAINED },
  { "subsidised_m", 0, FILLED_SUBSIDISED },
  { "package", 0, FILLED_PACKAGE },
  { "condition", 0, FILLED_CONDITION },
  { "works", 0, FILLED_WORKS },
};

/* What any road has: its flags, and the bits above. */
static void
find_filled (const YlBook *book, guint *out_flags, guint *out_filled)
{
  const gsize n_roads = yl_inventory_get_n_roads (book->inventory);
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (book->inventory, i);
      const YlPlacement *placement = &book->budget->roads[i].placement;
      *out_flags |= road->flags;
      *out_filled |= road->maintained_m != YL_METRES_UNKNOWN ? FILLED_MAINTAINED : 0;
      *out_filled |= road->subsidised_m != YL_METRES_UNKNOWN ? FILLED_SUBSIDISED : 0;
      *out_filled |= placement->package != YL_LINE_NONE ? FILLED_PACKAGE : 0;
      *out_filled |= yl_condition_get_name (road->condition)[0] != '\0' ? FILLED_CONDITION : 0;
      *out_filled |= road->last_works != 0 ? FILLED_WORKS : 0;
    }
}

static gboolean
is_nothing (const YlBook *book, const char *column)
{
  guint flags = 0;
  guint filled = 0;
  for (guint i = 0; i < G_N_ELEMENTS (said); i++)
    if (g_str_equal (said[i].name, column))
      {
        find_filled (book, &flags, &filled);
        return (flags & said[i].flag) == 0 && (filled & said[i].own) == 0;
      }
  return FALSE;
}

/* Where one page of A3 cannot be read, there is room on two. */
static void
spread_columns (const YlBook *book)
{
  const GArray *own = book->road_columns;
  double all = 0;
  for (guint i = 0; i < own->len; i++)
    {
      const YlTableColumn *column = &g_array_index (own, YlTableColumn, i);
      all += is_nothing (book, column->name) ? 0 : yl_paper_get_column (column->width);
    }
  if (all <= yl_paper_get_room (TRUE, FALSE))
    return;
  for (guint i = 0; i < own->len; i++)
    for (guint k = 0; k < G_N_ELEMENTS (roomy); k++)
      if (g_str_equal (g_array_index (own, YlTableColumn, i).name, roomy[k].name))
        g_array_index (own, YlTableColumn, i).width = roomy[k].width;
}

/* @width: (nullable): in the place of its own. */
static void
add_column (GArray *own, const YlTableColumn *column, const double *width)
{
  YlTableColumn listed = *column;
  listed.width = width == NULL ? listed.width : *width;
  g_array_append_val (own, listed);
}

static void
list_columns (YlBook *book)
{
  GArray *own = book->road_columns;
  const gboolean is_older = book->edition < 7;
  const guint told = book->edition >= 4 ? find_told (book) : 0;
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    add_column (own, &columns[i], is_older ? &older_widths[i] : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (told_columns); i++)
    if ((told & 1u << i) != 0)
      add_column (own, &told_columns[i], is_older ? &older_told_widths[i] : NULL);
  if (book->lists != NULL)
    add_column (own, &list_column, NULL);
  for (guint i = 0; is_stacked (book) && i < G_N_ELEMENTS (stack_columns); i++)
    add_column (own, &stack_columns[i], is_older ? &older_stack_widths[i] : NULL);
  if (!is_older)
    spread_columns (book);
}

static void
open (YlBook *book)
{
  list_columns (book);
  YlTable *table = yl_tables_add (book->tables, "roads",
                                  (const YlTableColumn *) (gpointer) book->road_columns->data,
                                  book->road_columns->len);
  yl_book_shut_columns (book, table, is_nothing);
  const gsize n_roads = yl_inventory_get_n_roads (book->inventory);
  gsize begun = 0;
  do
    {
      const gsize n_rows = MIN (n_roads - begun, book->rows_per_sheet);
      open_part (book, table, yl_table_get_n_parts (table), n_rows);
      begun += n_rows;
    }
  while (begun < n_roads);
}

static gint64
metres_of (guint32 metres)
{
  return metres == YL_METRES_UNKNOWN ? YL_UNKNOWN : metres;
}

static gint64
rate_of (const YlBook *book, guint8 kind)
{
  const YlPolicyValue *value = yl_policy_find (book->policy, YL_GROUP_DAILY_RATE, "", kind);
  return value == NULL ? 0 : value->value;
}

/* What the list says. */
static Row
take_given (const YlBook *book, const YlRoad *road)
{
  const gboolean is_from_stakes = (road->flags & YL_ROAD_FROM_STAKES) != 0
                                  && road->start_m != YL_STAKE_UNKNOWN
                                  && road->end_m != YL_STAKE_UNKNOWN;
  return (Row){
    .code = yl_inventory_get_text (book->inventory, road->route_code),
    .name = yl_inventory_get_text (book->inventory, road->route_name),
    .road_class = yl_road_class_get_name (road->road_class),
    .start_m = stake_of (road->start_m),
    .end_m = stake_of (road->end_m),
    .length = is_from_stakes ? yl_own_figure (YL_MEASURE_KM, NULL, road->length_m, NULL)
                             : yl_own_number (YL_MEASURE_KM, road->length_m),
    .duplicate = flag_of (road, YL_ROAD_DUPLICATE),
    .dead_end = flag_of (road, YL_ROAD_DEAD_END),
    .urban = flag_of (road, YL_ROAD_URBAN),
    .track = flag_of (road, YL_ROAD_TRACK),
    .maintained_m = metres_of (road->maintained_m),
    .subsidised_m = metres_of (road->subsidised_m),
    .condition = yl_condition_get_name (road->condition),
    .last_works = year_of (road->last_works),
  };
}

/* What follows from it. */
static void
take_derived (const YlBook *book, const YlRoadWorking *working, Row *row)
{
  const YlPlacement *placement = &working->placement;
  row->township = yl_labels_get (book->townships, placement->township);
  row->kind = yl_rate_kind_get_name (working->rate);
  row->counted_m = working->counted_m;
  row->paid_m = working->paid_m;
  row->rate_fen = rate_of (book, working->rate);
  row->amount_fen = working->amount_fen;
  row->payee = yl_labels_get (book->payees, placement->payee);
  row->package =
      placement->package == YL_LINE_NONE ? "" : yl_labels_get (book->packages, placement->package);
}

/* The level's rate for this road, "0" where none is declared. */
static YlOwnCell
level_rate (YlBook *book, YlPolicyGroup group, const YlRoad *road, guint8 kind, gint64 rate_fen)
{
  if (kind >= YL_N_CLASSES)
    return yl_own_figure (YL_MEASURE_FEN, "0", rate_fen, NULL);
  g_autofree char *place = yl_road_to_place (road, book->budget->place);
  const YlPolicyValue *rate = yl_policy_find (book->policy, group, place, road->road_class);
  return yl_own_figure (YL_MEASURE_FEN, yl_book_value_cell (book, rate), rate_fen, NULL);
}

/* Only where levels pay by the kilometre: few budgets, so their strings may cost. */
static void
take_stack (YlBook *book, gsize index, Row *row)
{
  const YlRoad *road = yl_inventory_get_road (book->inventory, index);
  const YlRoadStack *stack = yl_budget_get_road_stack (book->budget, index);
  const guint8 kind = book->budget->roads[index].rate;
  row->province_rate =
      level_rate (book, YL_GROUP_PAYER_RATE_PROVINCE, road, kind, stack->province_fen_per_km);
  row->province_fen = stack->province_fen;
  row->city_rate = level_rate (book, YL_GROUP_PAYER_RATE_CITY, road, kind, stack->city_fen_per_km);
  row->city_fen = stack->city_fen;
}

static const char *
get_list (const YlBook *book, gsize road)
{
  const guint origin = yl_inventory_get_road (book->inventory, road)->origin;
  const guint list = origin < book->list_of->len ? g_array_index (book->list_of, guint, origin)
                                                 : book->list_of->len;
  return yl_labels_get (book->lists, list);
}

static void
make_row (gpointer user_data, gsize index, gpointer record)
{
  YlBook *book = user_data;
  Row *row = record;
  *row = take_given (book, yl_inventory_get_road (book->inventory, index));
  take_derived (book, &book->budget->roads[index], row);
  if (book->road_columns->len > G_N_ELEMENTS (columns))
    take_told (book, yl_inventory_get_road (book->inventory, index), row);
  if (book->lists != NULL)
    row->list = get_list (book, index);
  if (is_stacked (book))
    take_stack (book, index, row);
}

static void
set_formulas (YlBook *book, YlTable *table)
{
  const char *basis = yl_mileage_basis_get_key (book->figures->basis);
  /* What counts has the marked roads out already; before the third edition nothing else had. */
  g_autofree char *metres =
      book->figures->basis == YL_BASIS_COUNTED || book->edition < 3
          ? g_strdup_printf ("{%s_m}", basis)
          : g_strdup_printf ("IF(OR({duplicate}=\"是\",{dead_end}=\"是\"),0,{%s_m})", basis);
  g_autofree char *paid_m =
      g_strconcat (metres, "*INDEX(" YL_NAME_HAS_RATE ",MATCH({kind}," YL_NAME_KINDS ",0))", NULL);
  const YlYearPart part = yl_policy_get_year_part (book->policy);
  g_autofree char *amount = yl_formula_road_amount ("{paid_m}", "{rate_fen_per_km}", part);
  yl_table_set_formula (table, "paid_m", paid_m);
  yl_table_set_formula (table, "amount_fen", amount);
  if (!is_stacked (book))
    return;
  g_autofree char *province = yl_formula_road_amount ("{paid_m}", "{province_fen_per_km}", part);
  g_autofree char *city = yl_formula_road_amount ("{paid_m}", "{city_fen_per_km}", part);
  g_autofree char *least_province = g_strdup_printf ("MIN(%s,{amount_fen})", province + 1);
  g_autofree char *least_city =
      g_strdup_printf ("MIN(%s,ROUND({amount_fen}-{province_fen},2))", city + 1);
  yl_table_set_formula (table, "province_fen", least_province);
  yl_table_set_formula (table, "city_fen", least_city);
}

static void
fill (YlBook *book, YlTable *table)
{
  const gsize n_roads = yl_inventory_get_n_roads (book->inventory);
  const guint n_parts = yl_table_get_n_parts (table);
  Row row;
  Row total = { 0 };
  set_formulas (book, table);
  for (guint i = 0; i < n_parts; i++)
    {
      const gsize first = i * book->rows_per_sheet;
      yl_table_select (table, i);
      yl_table_write_rows (table, first, MIN (first + book->rows_per_sheet, n_roads), make_row,
                           &row, &total);
      /* The last sheet sums up all of them. */
      if (i + 1 == n_parts)
        {
          yl_table_write_total (table, 0, &total);
          yl_book_check_rows (book, table, "amount_fen", YL_SHEET_ROADS);
          yl_book_note_shut (book, table, is_nothing);
        }
      yl_sheet_end (yl_table_get_sheet (table));
    }
}

const YlBookTab yl_tab_detail = {
  .form = { .name = YL_SHEET_ROADS, .title = TITLE },
  .table = "roads",
  .open = open,
  .fill = fill,
};
