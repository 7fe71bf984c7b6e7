/* The sheets that are filled in once: 单位信息 and 土地出让收益. */
#include "entry-book-private.h"

#include "yanglu/forms/formulas.h"

#define HEAD_ROW 3
#define FIRST_ROW 4

static void
put_heads (YlEntryBook *book,
           lxw_worksheet *sheet,
           const char *const *heads,
           const double *widths,
           guint n_columns)
{
  for (guint column = 0; column < n_columns; column++)
    {
      worksheet_set_column (sheet, (lxw_col_t) column, (lxw_col_t) column, widths[column], NULL);
      yl_entry_book_put_text (book, sheet, HEAD_ROW, column, heads[column], YL_LOOK_HEAD);
    }
  worksheet_set_row (sheet, HEAD_ROW, 26, NULL);
}

/* A cell to fill in, with its limits and messages. */
static void
put_field (
    YlEntryBook *book, lxw_worksheet *sheet, guint row, guint column, const YlEntryColumn *spec)
{
  worksheet_write_blank (sheet, row, (lxw_col_t) column,
                         yl_entry_book_get_field (book, spec->field));
  yl_entry_book_check (book, sheet, row, row, column, spec);
}

static const YlEntryColumn unit_rows[] = {
  { "编制单位", 0, YL_FIELD_TEXT, YL_LIST_NONE, TRUE,
    "单位全称，含县名，印在每张表的左上方；据县名识别乡镇。", "" },
  { "年度", 0, YL_FIELD_YEAR, YL_LIST_NONE, TRUE, "预算年度，四位年份；台账以上一年年末为准。",
    "2021" },
  { "监督电话", 0, YL_FIELD_TEXT, YL_LIST_NONE, FALSE, "印在公开表上的监督电话。", "" },
  { "制表", 0, YL_FIELD_TEXT, YL_LIST_NONE, FALSE, "制表人姓名；空白时留待手签。", "" },
  { "审核", 0, YL_FIELD_TEXT, YL_LIST_NONE, FALSE, "审核人姓名；空白时留待手签。", "" },
  { "负责人", 0, YL_FIELD_TEXT, YL_LIST_NONE, FALSE, "单位负责人姓名；空白时留待手签。", "" },
  { "填报日期", 0, YL_FIELD_DATE, YL_LIST_NONE, FALSE, "如 2021-01-31；空白时留待手填。", "" },
  { "本年养护工程里程（公里）", 0, YL_FIELD_KM, YL_LIST_NONE, FALSE,
    "用于计算养护工程比例；空白时按台账中上一年完工的大中修里程计算。", "" },
  { "上年预算数（元）", 0, YL_FIELD_YUAN, YL_LIST_NONE, FALSE,
    "上年农村公路养护预算总额，用于计算增减额和增减幅度。", "" },
};

void
yl_entry_book_add_unit (YlEntryBook *book)
{
  static const char *const heads[] = { "项目", "填写内容", "填写说明" };
  static const double widths[] = { 28, 36, 66 };
  lxw_worksheet *sheet = yl_entry_book_add_sheet (book, "单位信息", FALSE);
  put_heads (book, sheet, heads, widths, G_N_ELEMENTS (heads));
  yl_entry_book_put_title (book, sheet, "农村公路养护预算单位信息表", "", G_N_ELEMENTS (heads));
  for (guint i = 0; i < G_N_ELEMENTS (unit_rows); i++)
    {
      const YlEntryColumn *spec = &unit_rows[i];
      const guint row = FIRST_ROW + i;
      worksheet_set_row (sheet, row, 30, NULL);
      yl_entry_book_put_text (book, sheet, row, 0, spec->head, YL_LOOK_CELL);
      put_field (book, sheet, row, 1, spec);
      yl_entry_book_put_text (book, sheet, row, 2, spec->note, YL_LOOK_CELL);
    }
  /* The county's name to begin with: by it the list's townships are known without any code. */
  if (book->entity->name != NULL)
    worksheet_write_string (sheet, FIRST_ROW, 1, book->entity->name,
                            yl_entry_book_get_field (book, YL_FIELD_TEXT));
  worksheet_write_number (sheet, FIRST_ROW + 1, 1, book->year,
                          yl_entry_book_get_field (book, YL_FIELD_YEAR));
  yl_entry_book_protect (sheet);
}

/* Rows of 土地出让收益, from FIRST_ROW on; formulas name them from 1. */
enum
{
  LAND_INCOME = 5,
  LAND_FIRST_COST,
  LAND_COSTS = LAND_FIRST_COST + YL_N_LAND_COSTS,
  LAND_NET,
  LAND_SHARE,
  LAND_DUE,
  LAND_BASIS,
};

static const YlEntryColumn land_amount = { "土地出让收益",
                                           0,
                                           YL_FIELD_YUAN,
                                           YL_LIST_NONE,
                                           FALSE,
                                           "单位为元，两位小数；没有发生填 0 或不填。",
                                           "" };
static const YlEntryColumn land_share = {
  "计提比例", 0, YL_FIELD_PERCENT, YL_LIST_NONE, FALSE, "填百分数：2.5 表示 2.5%。", ""
};
static const YlEntryColumn land_basis = {
  "收益口径", 0, YL_FIELD_LABEL, YL_LIST_NONE, FALSE, "空白即按政策规定的口径（net-2011-62）。", ""
};

static void
put_land_row (YlEntryBook *book,
              lxw_worksheet *sheet,
              guint number,
              const char *item,
              const YlEntryColumn *spec,
              const char *note)
{
  const guint row = number - 1;
  yl_entry_book_put_text (book, sheet, row, 0, item, YL_LOOK_CELL);
  for (guint column = 1; spec != NULL && column <= 2; column++)
    put_field (book, sheet, row, column, spec);
  yl_entry_book_put_text (book, sheet, row, 3, note, YL_LOOK_CELL);
  worksheet_set_row (sheet, row, 24, NULL);
}

static void
put_land_formula (
    YlEntryBook *book, lxw_worksheet *sheet, guint number, guint column, char *formula)
{
  yl_entry_book_note (
      book, worksheet_write_formula_num (sheet, number - 1, (lxw_col_t) column, formula,
                                         yl_entry_book_get_look (book, YL_LOOK_SUM_YUAN), 0));
  g_free (formula);
}

/* Nothing is shown as due before a share stands there: a blank one is the policy's to say. */
static void
put_land_due (YlEntryBook *book, lxw_worksheet *sheet, guint column)
{
  const char letter = (char) ('A' + column);
  g_autofree char *net = g_strdup_printf ("MAX(0,%c%u)", letter, LAND_NET);
  g_autofree char *share = g_strdup_printf ("(%c%u/100)", letter, LAND_SHARE);
  g_autofree char *due = yl_formula_share_of (net, share);
  g_autofree char *formula =
      g_strdup_printf ("=IF(%c%u=\"\",\"\",%s)", letter, LAND_SHARE, due[0] == '=' ? due + 1 : due);
  yl_entry_book_note (
      book, worksheet_write_formula_str (sheet, LAND_DUE - 1, (lxw_col_t) column, formula,
                                         yl_entry_book_get_look (book, YL_LOOK_SUM_YUAN), ""));
}

/* Costs, net and due follow while the figures are typed. */
static void
put_land_formulas (YlEntryBook *book, lxw_worksheet *sheet, guint column)
{
  const char letter = (char) ('A' + column);
  put_land_formula (book, sheet, LAND_COSTS, column,
                    g_strdup_printf ("=ROUND(SUM(%c%u:%c%u),2)", letter, LAND_FIRST_COST, letter,
                                     LAND_COSTS - 1));
  put_land_formula (
      book, sheet, LAND_NET, column,
      g_strdup_printf ("=ROUND(%c%u-%c%u,2)", letter, LAND_INCOME, letter, LAND_COSTS));
  put_land_due (book, sheet, column);
}

static void
put_land_costs (YlEntryBook *book, lxw_worksheet *sheet)
{
  static const char *const numbers[YL_N_LAND_COSTS] = { "①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧" };
  for (guint cost = 0; cost < YL_N_LAND_COSTS; cost++)
    {
      g_autofree char *item = g_strconcat (numbers[cost], yl_land_cost_get_name (cost), NULL);
      put_land_row (book, sheet, LAND_FIRST_COST + cost, item, &land_amount,
                    "当年实际从国库拨付的支出");
    }
}

void
yl_entry_book_add_land (YlEntryBook *book)
{
  static const char *const heads[] = { "项目", "县级（元）", "市级（元）", "填写说明" };
  static const double widths[] = { 38, 22, 22, 56 };
  lxw_worksheet *sheet = yl_entry_book_add_sheet (book, "土地出让收益", FALSE);
  put_heads (book, sheet, heads, widths, G_N_ELEMENTS (heads));
  yl_entry_book_put_title (book, sheet, "土地出让收益情况表", "单位：元", G_N_ELEMENTS (heads));
  put_land_row (book, sheet, LAND_INCOME, "土地出让收入", &land_amount,
                "招拍挂、协议出让当年实际入库的价款；无市级数据的留空");
  put_land_costs (book, sheet);
  put_land_row (book, sheet, LAND_COSTS, "成本支出小计", NULL, "自动计算：①至⑧之和");
  put_land_row (book, sheet, LAND_NET, "土地出让净收益", NULL, "自动计算：收入减成本支出");
  put_land_row (book, sheet, LAND_SHARE, "计提比例（%）", &land_share,
                "填百分数，如 2.5；空白时按政策默认比例或下限");
  put_land_row (book, sheet, LAND_DUE, "应计提金额", NULL,
                "自动计算：净收益×计提比例；净收益为负时按 0 计");
  put_land_row (book, sheet, LAND_BASIS, "收益口径", &land_basis,
                "一般不填；另有规定时写明所用口径的名称");
  put_land_formulas (book, sheet, 1);
  put_land_formulas (book, sheet, 2);
  yl_entry_book_protect (sheet);
}
