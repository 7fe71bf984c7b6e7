/* The sheets that are filled in once: 单位信息 and 土地出让收益. */
#include "entry-private.h"

#include "yanglu/base/ratio.h"
#include "yanglu/domain/cell-place.h"
#include "yanglu/forms/formulas.h"

#include <string.h>

#define HEAD_ROW 4
#define FIRST_ROW 5

/* Begins a sheet: its heads, then its title. */
static void
begin_sheet (YlEntryBook *book, const YlSheetForm *form)
{
  yl_entry_book_begin_sheet (book, form);
  for (guint i = 0; i < form->n_columns; i++)
    yl_entry_book_put (book, HEAD_ROW, i, i, YL_LOOK_ENTRY_HEAD, form->columns[i].head);
  yl_entry_book_set_height (book, HEAD_ROW, 26);
  yl_entry_book_put_title (book, form->title, form->unit_note, 0, form->n_columns);
}

/* A row: what it asks for, @n_fields cells to fill in, with their limits and messages, and a note. */
static void
put_row (YlEntryBook *book,
         guint32 row,
         double height,
         const char *item,
         const YlEntryColumn *spec,
         guint n_fields,
         const char *note)
{
  yl_entry_book_set_height (book, row, height);
  yl_entry_book_put (book, row, 0, 0, YL_LOOK_ENTRY_TEXT, item);
  for (guint column = 1; spec != NULL && column <= n_fields; column++)
    {
      yl_entry_book_put (book, row, column, column, yl_entry_field_get_look (spec->field), "");
      yl_entry_book_check (book, row, row, column, spec);
    }
  yl_entry_book_put (book, row, n_fields + 1, n_fields + 1, YL_LOOK_ENTRY_TEXT, note);
}

static const YlEntryColumn unit_rows[] = {
  { "entity", "编制单位", 0, YL_FIELD_TEXT,
    "单位全称，含县名，印在每张表的左上方；据县名识别乡镇。", .is_required = TRUE },
  { "year", "年度", 0, YL_FIELD_YEAR, "预算年度，四位年份；台账以上一年年末为准。", "2021",
    .is_required = TRUE },
  { "phone", "监督电话", 0, YL_FIELD_TEXT, .note = "印在公开表上的监督电话。" },
  { "prepared_by", "制表", 0, YL_FIELD_TEXT, .note = "制表人姓名；空白时留待手签。" },
  { "reviewed_by", "审核", 0, YL_FIELD_TEXT, .note = "审核人姓名；空白时留待手签。" },
  { "head", "负责人", 0, YL_FIELD_TEXT, .note = "单位负责人姓名；空白时留待手签。" },
  { "date", "填报日期", 0, YL_FIELD_DATE, .note = "如 2021-01-31；空白时留待手填。" },
  { "engineering", "本年养护工程里程（公里）", 0, YL_FIELD_KM,
    .note = "用于计算养护工程比例；空白时按台账中上一年完工的大中修里程计算。" },
  { "last_year", "上年预算数（元）", 0, YL_FIELD_YUAN,
    .note = "上年农村公路养护预算总额，用于计算增减额和增减幅度。" },
};

const YlEntryColumn *
yl_entry_find_unit_row (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (unit_rows); i++)
    if (strcmp (unit_rows[i].name, name) == 0)
      return &unit_rows[i];
  return NULL;
}

/* What is filled in; else the county's name to begin with: by it the list's townships are known without any code. */
static void
put_unit (YlEntryBook *book, const YlEntryRows *filled)
{
  g_autofree char *year = g_strdup_printf ("%u", book->year);
  if (filled == NULL || filled->n_rows == 0)
    {
      yl_entry_book_fill (book, FIRST_ROW, 1, unit_rows[0].field, book->name);
      yl_entry_book_fill (book, FIRST_ROW + 1, 1, unit_rows[1].field, year);
    }
  for (guint i = 0; filled != NULL && filled->n_rows > 0 && i < G_N_ELEMENTS (unit_rows); i++)
    yl_entry_book_fill (book, FIRST_ROW + i, 1, unit_rows[i].field,
                        yl_entry_rows_find (filled, 0, unit_rows[i].name));
}

void
yl_entry_book_add_unit (YlEntryBook *book)
{
  static const YlColumnForm columns[] = { { "项目", NULL, 28 },
                                          { "填写内容", NULL, 36 },
                                          { YL_COLUMN_HINT, NULL, 66 } };
  begin_sheet (book, &(YlSheetForm){ .name = YL_SHEET_UNIT,
                                     .title = "农村公路养护预算单位信息表",
                                     .unit_note = "",
                                     .columns = columns,
                                     .n_columns = G_N_ELEMENTS (columns),
                                     .is_entry = TRUE });
  for (guint i = 0; i < G_N_ELEMENTS (unit_rows); i++)
    put_row (book, FIRST_ROW + i, 30, unit_rows[i].head, &unit_rows[i], 1, unit_rows[i].note);
  put_unit (book, yl_entry_book_find_rows (book, YL_SHEET_UNIT));
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_PROTECT });
}

/* Rows of 土地出让收益. */
enum
{
  LAND_INCOME = FIRST_ROW,
  LAND_FIRST_COST,
  LAND_COSTS = LAND_FIRST_COST + YL_N_LAND_COSTS,
  LAND_NET,
  LAND_SHARE,
  LAND_DUE,
  LAND_BASIS,
};

#define LAND_ITEM_INCOME "土地出让收入"
#define LAND_ITEM_COSTS "成本支出小计"
#define LAND_ITEM_NET "土地出让净收益"
#define LAND_ITEM_SHARE "计提比例（%）"
#define LAND_ITEM_DUE "应计提金额"
#define LAND_ITEM_BASIS "收益口径"

static const YlEntryColumn land_amount = { "amount", "土地出让收益", 0, YL_FIELD_YUAN,
                                           .note = "单位为元，两位小数；没有发生填 0 或不填。" };
static const YlEntryColumn land_share = { "share", "计提比例", 0, YL_FIELD_PERCENT,
                                          .note = "填百分数：2.5 表示 2.5%。" };
static const YlEntryColumn land_basis = { "basis", "收益口径", 0, YL_FIELD_LABEL,
                                          .note = "空白即按政策规定的口径（net-2011-62）。" };

/* Beside each item the amounts of city and county; a share and a name stand among them. */
static const YlEntryColumn land_columns[] = {
  { .name = "item", .field = YL_FIELD_TEXT },
  { .name = "city", .field = YL_FIELD_YUAN },
  { .name = "county", .field = YL_FIELD_YUAN },
};

const YlEntryColumn *
yl_entry_find_land_column (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (land_columns); i++)
    if (strcmp (land_columns[i].name, name) == 0)
      return &land_columns[i];
  return NULL;
}

static void
put_land_row (
    YlEntryBook *book, guint32 row, const char *item, const YlEntryColumn *spec, const char *note)
{
  put_row (book, row, 24, item, spec, 2, note);
}

/* (transfer full): what stands before that row. */
static char *
make_land_item (guint32 row)
{
  if (row >= LAND_FIRST_COST && row < LAND_COSTS)
    return g_strconcat (yl_land_cost_get_mark (row - LAND_FIRST_COST),
                        yl_land_cost_get_name (row - LAND_FIRST_COST), NULL);
  return g_strdup (row == LAND_INCOME  ? LAND_ITEM_INCOME
                   : row == LAND_COSTS ? LAND_ITEM_COSTS
                   : row == LAND_NET   ? LAND_ITEM_NET
                   : row == LAND_SHARE ? LAND_ITEM_SHARE
                   : row == LAND_DUE   ? LAND_ITEM_DUE
                                       : LAND_ITEM_BASIS);
}

static void
put_land_costs (YlEntryBook *book)
{
  for (guint cost = 0; cost < YL_N_LAND_COSTS; cost++)
    {
      g_autofree char *item = make_land_item (LAND_FIRST_COST + cost);
      put_land_row (book, LAND_FIRST_COST + cost, item, &land_amount, "当年实际从国库拨付的支出");
    }
}

/* The rows that are filled in, each with its field. */
static const struct
{
  guint32 row;
  const YlEntryColumn *spec;
} land_fields[] = {
  { LAND_INCOME, &land_amount },         { LAND_FIRST_COST + 0, &land_amount },
  { LAND_FIRST_COST + 1, &land_amount }, { LAND_FIRST_COST + 2, &land_amount },
  { LAND_FIRST_COST + 3, &land_amount }, { LAND_FIRST_COST + 4, &land_amount },
  { LAND_FIRST_COST + 5, &land_amount }, { LAND_FIRST_COST + 6, &land_amount },
  { LAND_FIRST_COST + 7, &land_amount }, { LAND_SHARE, &land_share },
  { LAND_BASIS, &land_basis },
};
G_STATIC_ASSERT (G_N_ELEMENTS (land_fields) == YL_N_LAND_COSTS + 3);

char **
yl_entry_list_land_items (void)
{
  char **items = g_new0 (char *, G_N_ELEMENTS (land_fields) + 1);
  for (gsize i = 0; i < G_N_ELEMENTS (land_fields); i++)
    items[i] = make_land_item (land_fields[i].row);
  return items;
}

/* The row of the form that @item stands before; 0: it has none. */
static guint32
find_land_row (const char *item)
{
  for (guint32 row = LAND_INCOME; row <= LAND_BASIS; row++)
    {
      g_autofree char *own = make_land_item (row);
      if (strcmp (own, item) == 0)
        return row;
    }
  return 0;
}

static const YlEntryColumn *
find_land_field (guint32 row)
{
  for (gsize i = 0; i < G_N_ELEMENTS (land_fields); i++)
    if (land_fields[i].row == row)
      return land_fields[i].spec;
  return NULL;
}

/* What is filled in for @payer in that row, in units of its field; 0 where nothing that is a number is. */
static gint64
read_land (const YlEntryBook *book, guint32 row, const char *payer)
{
  const YlEntryRows *filled = yl_entry_book_find_rows (book, YL_LIST_LAND);
  const YlEntryColumn *spec = find_land_field (row);
  YlMeasure measure = YL_MEASURE_FEN;
  gint64 units = 0;
  for (guint i = 0; filled != NULL && i < filled->n_rows; i++)
    if (find_land_row (yl_entry_rows_find (filled, i, "item")) == row)
      yl_entry_field_read (spec->field, yl_entry_rows_find (filled, i, payer), &measure, &units);
  return units;
}

static void
put_land_formula (YlEntryBook *book,
                  guint32 row,
                  guint column,
                  const char *formula,
                  gint64 fen,
                  gboolean is_blank)
{
  if (is_blank)
    yl_entry_book_put_formula (book, row, column, YL_LOOK_ENTRY_SUM_YUAN, formula, "");
  else
    yl_entry_book_put_total (book, row, column, YL_LOOK_ENTRY_SUM_YUAN, formula, YL_MEASURE_FEN,
                             fen);
}

/* Costs, net and due follow while the figures are typed; what they come to now stands in them. */
static void
put_land_formulas (YlEntryBook *book, guint column, const char *payer)
{
  char letter[YL_COLUMN_LETTERS];
  yl_column_to_letters (column, letter);
  gint64 costs_fen = 0;
  gint64 due_fen = 0;
  for (guint32 row = LAND_FIRST_COST; row < LAND_COSTS; row++)
    costs_fen += read_land (book, row, payer);
  const gint64 net_fen = read_land (book, LAND_INCOME, payer) - costs_fen;
  /* Hundredths of a per cent, of which a whole has 10 000. */
  const gint64 share = read_land (book, LAND_SHARE, payer);
  yl_ratio_scale (MAX (net_fen, 0), share, 10000, &due_fen);
  g_autofree char *costs =
      g_strdup_printf ("ROUND(SUM(%s%u:%s%u),2)", letter, LAND_FIRST_COST, letter, LAND_COSTS - 1);
  g_autofree char *net =
      g_strdup_printf ("ROUND(%s%u-%s%u,2)", letter, LAND_INCOME, letter, LAND_COSTS);
  g_autofree char *profit = g_strdup_printf ("MAX(0,%s%u)", letter, LAND_NET);
  g_autofree char *rate = g_strdup_printf ("(%s%u/100)", letter, LAND_SHARE);
  g_autofree char *share_of_profit = yl_formula_share_of (profit, rate);
  /* Nothing is shown as due before a share stands there: a blank one is the policy's to say. */
  g_autofree char *due =
      g_strdup_printf ("IF(%s%u=\"\",\"\",%s)", letter, LAND_SHARE, share_of_profit + strlen ("="));
  put_land_formula (book, LAND_COSTS, column, costs, costs_fen, FALSE);
  put_land_formula (book, LAND_NET, column, net, net_fen, FALSE);
  put_land_formula (book, LAND_DUE, column, due, due_fen, share == 0);
}

/* An item that the form does not have stands below it; what follows by formulas is not filled in. */
static void
fill_land (YlEntryBook *book)
{
  const YlEntryRows *filled = yl_entry_book_find_rows (book, YL_LIST_LAND);
  guint32 below = LAND_BASIS;
  for (guint i = 0; filled != NULL && i < filled->n_rows; i++)
    {
      const char *item = yl_entry_rows_find (filled, i, "item");
      const guint32 own = find_land_row (item);
      const guint32 row = own == 0 ? ++below : own;
      const YlEntryColumn *spec = own == 0 ? &land_amount : find_land_field (own);
      if (own == 0)
        yl_entry_book_fill (book, row, 0, YL_FIELD_TEXT, item);
      if (spec == NULL)
        continue;
      yl_entry_book_fill (book, row, 1, spec->field, yl_entry_rows_find (filled, i, "city"));
      yl_entry_book_fill (book, row, 2, spec->field, yl_entry_rows_find (filled, i, "county"));
    }
}

void
yl_entry_book_add_land (YlEntryBook *book)
{
  static const YlColumnForm columns[] = { { "项目", NULL, 36 },
                                          { "市级（元）", NULL, 20 },
                                          { "县级（元）", NULL, 20 },
                                          { YL_COLUMN_HINT, NULL, 54 } };
  begin_sheet (book, &(YlSheetForm){ .name = YL_LIST_LAND,
                                     .title = "土地出让收益情况表",
                                     .unit_note = "单位：元",
                                     .columns = columns,
                                     .n_columns = G_N_ELEMENTS (columns),
                                     .is_entry = TRUE });
  put_land_row (book, LAND_INCOME, LAND_ITEM_INCOME, &land_amount,
                "招拍挂、协议出让当年实际入库的价款；无市级数据的留空");
  put_land_costs (book);
  put_land_row (book, LAND_COSTS, LAND_ITEM_COSTS, NULL, "自动计算：①至⑧之和");
  put_land_row (book, LAND_NET, LAND_ITEM_NET, NULL, "自动计算：收入减成本支出");
  put_land_row (book, LAND_SHARE, LAND_ITEM_SHARE, &land_share,
                "填百分数，如 2.5；空白时按政策默认比例或下限");
  put_land_row (book, LAND_DUE, LAND_ITEM_DUE, NULL,
                "自动计算：净收益×计提比例；净收益为负时按 0 计");
  put_land_row (book, LAND_BASIS, LAND_ITEM_BASIS, &land_basis,
                "一般不填；另有规定时写明所用口径的名称");
  put_land_formulas (book, 1, "city");
  put_land_formulas (book, 2, "county");
  fill_land (book);
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_PROTECT });
}
