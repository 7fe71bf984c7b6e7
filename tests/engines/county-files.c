#include "engines/county-files.h"

#include "bench/road-list.h"
#include "support/assert.h"
#include "yanglu/io/places/register.h"

#include <string.h>
#include <xlsxwriter.h>

#define COUNTY_CODE 371502

/* Rates, areas and clauses that the shares and the stack have in common; fen everywhere. */
#define COMMON_RULES                                                                               \
  "issued=2020-12-31\neffective-from=2021-01-01\narea=371502\nbase=liaocheng-2020\n"               \
  "verified=true\n"                                                                                \
  "[daily-rate]\nvillage=" COUNTY_VILLAGE_RATE "\nspecial=2500.55\nurban=1234.56\ntrack=800.07\n"  \
  "[bridge-rate]\nextra-large=50000\nlarge=20000.5\nmedium=8000\nsmall=1500.33\n"                  \
  "[bridge-rate-per-metre]\ncounty=12.34\ntownship=10.01\nvillage=5.55\nspecial=3.21\n"            \
  "[clause]\ndaily-rate=一\nbridge-rate=二\nbridge-rate-per-metre=三\n"

const char county_policy_by_share[] = "[policy]\nid=by-share\ntitle=按比例分担办法\n"
                                      "document=测财〔2020〕1号\n" COMMON_RULES "payer-share=四\n"
                                      "[payer-share]\nprovince=33.3333\ncity=33.3333\n"
                                      "county=33.3334\n"
                                      "[payment]\npass-on-days=30\nby-0228=12.3456\n"
                                      "by-0630=70.7\nby-1130=90\n";

const char county_policy_by_stack[] =
    "[policy]\nid=by-stack\ntitle=分级定额办法\n"
    "document=测财〔2020〕2号\n" COMMON_RULES "payer-rate province=四\npayer-rate city=四\n"
    "[payer-rate province]\ncounty=3500.07\ntownship=1750.5\nvillage=1000\nspecial=100\n"
    "[payer-rate city 371502]\ncounty=2000\ntownship=999.99\nvillage=333.33\n";

static const char *const entry_sheets[][2] = {
  { "单位信息", "单位信息|\n编制单位|东昌府区财政局\n年度|2021\n监督电话|0635-0000000\n"
                "制表|=1+1\n审核|审核人\n负责人|负责人\n填报日期|2021-01-15\n"
                "本年养护工程里程（公里）|\n上年预算数（元）|9,876,543.21" },
  { "资金来源", "资金名称|来源层级|用途|资金性质|种类|科目编码|文号|金额(元)\n"
                "中央补助|中央|日常养护|一般公共预算|上级补助|2140106|财建〔2020〕1号|123456.78\n"
                "省级补助|省|日常养护|一般公共预算|上级补助|2140106|鲁财〔2020〕2号|1000000.01\n"
                "市级补助|市|日常养护|一般公共预算|上级补助|2140106|聊财〔2020〕3号|500000.5\n"
                "成品油|省|养护工程|一般公共预算|成品油|2140199|鲁财〔2020〕4号|333333.33\n"
                "本级安排|县|日常养护|一般公共预算|本级安排|2140106||2000000\n"
                "土地出让|县|建设|政府性基金|土地出让|2120804||100000\n"
                "一事一议|乡镇|日常养护|一般公共预算|一事一议|2130701||20000.07\n"
                "运行补助|市|机构运行|一般公共预算|上级补助|2140199||30000\n"
                "捐助|社会|日常养护|社会资金|捐助|||8888.88" },
  { "土地出让收益",
    "项目|县级（元）|市级（元）\n土地出让收入|123456789.01|987654321\n①征地和拆迁补偿|1000000.5|1\n"
    "②土地开发|2000000|2\n③计提农业土地开发资金|3|3\n④补助被征地农民社会保障|4|4\n"
    "⑤保持被征地农民原有生活水平补贴|5|5\n⑥破产或改制企业职工安置|6|6\n⑦土地出让业务费|7|7\n"
    "⑧新增建设用地土地有偿使用费|8|8\n计提比例（%）|2.5|\n收益口径|net-2011-62|net-2011-62" },
  { "其他支出",
    "支出类别|项目名称|里程（公里）|金额（元）\n机构运行|||150000.05\n人员|||450000\n"
    "路长制|||50000\n"
    "灾毁保险|||60000.6\n养护工程|侯营大修|12.345|1234567.89\n养护工程|堂邑中修|3.3|333333.33" },
};

static const char bridges[] =
    "桥梁编码,路线编码,桥名,乡镇,行政等级,桥梁类型,全长(米)\n"
    "Q1,X001371502,一号桥,侯营镇,县道,1,1203\nQ2,X002371502,二号桥,堂邑镇,县道,2,333\n"
    "Q3,Y001371502,三号桥,沙镇镇,乡道,3,77\nQ4,C001371502,四号桥,梁水镇,村道,4,13\n"
    "Q5,C002371502,五号桥,,村道,小桥,9\nQ6,,六号桥,侯营镇,专用公路,小桥,11\n";

static const char last_year[] = "项目,金额\n县道养护,1234567.89\n乡道养护,2345678.9\n"
                                "村道养护,3456789.01\n机构运行,140000\n";

/* Rows of what chance does not make: paid by other rates, or not at all. */
static const char odd_roads[] =
    "Z001371502,矿区路,专用公路,侯营镇,371502100001,0,3.333,3.333,四级,水泥,4.5,,,,是,良,"
    "侯营镇人民政府,2010,2019,三标段,3.333,3\n"
    "C901371502,田间道,机耕道,堂邑镇,371502102001,0,1.111,1.111,等外,未铺装,3,,,,否,,,2010,,,0,\n"
    "X901371502,\"引号,路\"\"线\",县道,,,K1+000,K2+500,,三级,沥青,7,,,1,是,优,,2010,2020,"
    "一标段,1.5,1.5\n"
    "C902371502,=HYPERLINK,村道,梁水镇,371502103001,,,0.001,四级,水泥,3.5,,,,是,中,,,,,0.001,0\n"
    "C903371502,双标,村道,梁水镇,371502103001,0,2,2,四级,水泥,3.5,X001371502,1,,是,中,,,,,,\n";

static void
write_road (gpointer self, const BenchRow *row)
{
  static const char *const packages[] = { "", "一标段", "二标段", "三标段" };
  GString *csv = self;
  for (guint i = 0; i < BENCH_N_COLUMNS; i++)
    g_string_append_printf (csv, "%s%s", i == 0 ? "" : ",", row->cells[i]);
  const guint length = (guint) csv->len; /* as good as chance, and the same each time */
  g_string_append_printf (csv, ",%s,,%s\n", packages[length % G_N_ELEMENTS (packages)],
                          length % 40 == 0 ? "0.5" : "");
}

static void
write_file (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  assert_true (g_file_set_contents (path, text, -1, NULL));
}

static void
write_roads (const CountyFiles *files, const char *folder)
{
  g_autoptr (YlPlaces) places = yl_register_load (NULL);
  g_autoptr (GString) csv = g_string_new (NULL);
  for (guint i = 0; i < BENCH_N_COLUMNS; i++)
    g_string_append_printf (csv, "%s,", bench_heads[i]);
  g_string_append (csv, "标段,列养里程,补助养护里程\n");
  bench_make_roads (places, COUNTY_CODE, files->n_sections, files->seed, write_road, csv);
  g_string_append (csv, odd_roads);
  g_string_append_printf (csv,
                          COUNTY_LOOSE_ROAD ",无桩路,村道,梁水镇,371502103001,,,%s,四级,水泥,"
                                            "3.5,,,,,良,,2015,2020,一标段,1.000,1\n",
                          files->loose_km == NULL ? COUNTY_LOOSE_KM : files->loose_km);
  write_file (folder, "路.csv", csv->str);
}

static void
write_entry (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "录入表.xlsx", NULL);
  lxw_workbook *book = workbook_new (path);
  for (gsize i = 0; i < G_N_ELEMENTS (entry_sheets); i++)
    {
      lxw_worksheet *sheet = workbook_add_worksheet (book, entry_sheets[i][0]);
      g_auto (GStrv) rows = g_strsplit (entry_sheets[i][1], "\n", -1);
      for (guint row = 0; rows[row] != NULL; row++)
        {
          g_auto (GStrv) cells = g_strsplit (rows[row], "|", -1);
          for (guint column = 0; cells[column] != NULL; column++)
            worksheet_write_string (sheet, row, (lxw_col_t) column, cells[column], NULL);
        }
    }
  assert_int_equal (workbook_close (book), LXW_NO_ERROR);
}

void
county_files_write (const CountyFiles *files, const char *folder)
{
  write_roads (files, folder);
  write_entry (folder);
  write_file (folder, "桥.csv", bridges);
  write_file (folder, "上年.csv", last_year);
  if (files->policy != NULL)
    write_file (folder, "办法.policy", files->policy);
}
