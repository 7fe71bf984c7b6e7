/* The sheets that are filled in once: 单位信息 and 土地出让收益. */
#include "entry-private.h"

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
  yl_entry_book_put_title (book, form->title, form->unit_note, form->n_columns);
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
  /* The county's name to begin with: by it the list's townships are known without any code. */
  yl_entry_book_put (book, FIRST_ROW, 1, 1, YL_LOOK_FIELD_TEXT, book->name);
  yl_entry_book_put_cell (book, &(YlFormCell){ .row = FIRST_ROW + 1,
                                               .column = 1,
                                               .look = YL_LOOK_FIELD_YEAR,
                                               .content = YL_CONTENT_NUMBER,
                                               .measure = YL_MEASURE_NUMBER,
                                               .units = book->year });
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

static const YlEntryColumn land_amount = { "amount", "土地出让收益", 0, YL_FIELD_YUAN,
                                           .note = "单位为元，两位小数；没有发生填 0 或不填。" };
static const YlEntryColumn land_share = { "share", "计提比例", 0, YL_FIELD_PERCENT,
                                          .note = "填百分数：2.5 表示 2.5%。" };
static const YlEntryColumn land_basis = { "basis", "收益口径", 0, YL_FIELD_LABEL,
                                          .note = "空白即按政策规定的口径（net-2011-62）。" };

static void
put_land_row (
    YlEntryBook *book, guint32 row, const char *item, const YlEntryColumn *spec, const char *note)
{
  put_row (book, row, 24, item, spec, 2, note);
}

static void
put_land_formula (
    YlEntryBook *book, guint32 row, guint column, const char *formula, const char *text)
{
  yl_entry_book_put_formula (book, row, column, YL_LOOK_ENTRY_SUM_YUAN, formula, text);
}

/* Costs, net and due follow while the figures are typed. */
static void
put_land_formulas (YlEntryBook *book, guint column)
{
  char letter[YL_COLUMN_LETTERS];
  yl_column_to_letters (column, letter);
  g_autofree char *costs =
      g_strdup_printf ("ROUND(SUM(%s%u:%s%u),2)", letter, LAND_FIRST_COST, letter, LAND_COSTS - 1);
  g_autofree char *net =
      g_strdup_printf ("ROUND(%s%u-%s%u,2)", letter, LAND_INCOME, letter, LAND_COSTS);
  g_autofree char *profit = g_strdup_printf ("MAX(0,%s%u)", letter, LAND_NET);
  g_autofree char *share = g_strdup_printf ("(%s%u/100)", letter, LAND_SHARE);
  g_autofree char *share_of_profit = yl_formula_share_of (profit, share);
  /* Nothing is shown as due before a share stands there: a blank one is the policy's to say. */
  g_autofree char *due =
      g_strdup_printf ("IF(%s%u=\"\",\"\",%s)", letter, LAND_SHARE, share_of_profit + strlen ("="));
  put_land_formula (book, LAND_COSTS, column, costs, NULL);
  put_land_formula (book, LAND_NET, column, net, NULL);
  put_land_formula (book, LAND_DUE, column, due, "");
}

static void
put_land_costs (YlEntryBook *book)
{
  for (guint cost = 0; cost < YL_N_LAND_COSTS; cost++)
    {
      g_autofree char *item =
          g_strconcat (yl_land_cost_get_mark (cost), yl_land_cost_get_name (cost), NULL);
      put_land_row (book, LAND_FIRST_COST + cost, item, &land_amount, "当年实际从国库拨付的支出");
    }
}

void
yl_entry_book_add_land (YlEntryBook *book)
{
  static const YlColumnForm columns[] = { { "项目", NULL, 38 },
                                          { "市级（元）", NULL, 22 },
                                          { "县级（元）", NULL, 22 },
                                          { YL_COLUMN_HINT, NULL, 56 } };
  begin_sheet (book, &(YlSheetForm){ .name = YL_LIST_LAND,
                                     .title = "土地出让收益情况表",
                                     .unit_note = "单位：元",
                                     .columns = columns,
                                     .n_columns = G_N_ELEMENTS (columns),
                                     .is_entry = TRUE });
  put_land_row (book, LAND_INCOME, "土地出让收入", &land_amount,
                "招拍挂、协议出让当年实际入库的价款；无市级数据的留空");
  put_land_costs (book);
  put_land_row (book, LAND_COSTS, "成本支出小计", NULL, "自动计算：①至⑧之和");
  put_land_row (book, LAND_NET, "土地出让净收益", NULL, "自动计算：收入减成本支出");
  put_land_row (book, LAND_SHARE, "计提比例（%）", &land_share,
                "填百分数，如 2.5；空白时按政策默认比例或下限");
  put_land_row (book, LAND_DUE, "应计提金额", NULL,
                "自动计算：净收益×计提比例；净收益为负时按 0 计");
  put_land_row (book, LAND_BASIS, "收益口径", &land_basis,
                "一般不填；另有规定时写明所用口径的名称");
  put_land_formulas (book, 1);
  put_land_formulas (book, 2);
  yl_entry_book_set (book, &(YlSheetSetting){ .kind = YL_SETTING_PROTECT });
}
