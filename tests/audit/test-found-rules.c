#include "audit/found-case.h"
#include "support/assert.h"

#include <string.h>

/* A workbook and what is found in it. */
typedef struct
{
  const char *what;
  const char *rows;
  const char *found;
} Case;

/* By hand: 12.345 km × 10 000 = 123 450; 8.2 × 5 000 = 41 000; 2.9 × 3 000 = 8 700. */
#define HEAD                                                                                       \
  "乡镇|县道里程|乡道里程|村道里程|县道金额（元）|乡道金额（元）|村道金额（元）|金额合计（元）\n"
#define CLASS_HEAD "路线|类别|里程|标准（元/公里）|金额（元）\n"
#define NO_UNIT "乡镇|县道里程|县道金额\n"
#define INNER "乡镇|资金合计（元）|其中：省级（元）|其中：市级（元）\n"

static const Case cases[] = {
  { "all is well",
    HEAD "沙镇镇|12.345|8.2||123450|41000||164450\n堂邑镇|||2.9|||8700|8700\n"
         "合计|12.345|8.2|2.9|123450|41000|8700|173150\n",
    "" },
  { "a wrong amount that everything after it follows is told once",
    HEAD "沙镇镇|12.345|8.2||123460|41000||164460\n堂邑镇|||2.9|||8700|8700\n"
         "合计|12.345|8.2|2.9|123460|41000|8700|173160\n",
    "C01 E2 10.00 沙镇镇" },
  { "a wrong amount that nothing follows is told once",
    HEAD "沙镇镇|12.345|8.2||123440|41000||164450\n堂邑镇|||2.9|||8700|8700\n"
         "合计|12.345|8.2|2.9|123450|41000|8700|173150\n",
    "C01 E2 -10.00 县级财政" },
  { "a total that is not the sum of its rows",
    HEAD "沙镇镇|12.345|8.2||123450|41000||164450\n堂邑镇|||2.9|||8700|8700\n"
         "合计|12.345|8.2|2.9|123450|41000|8700|173250\n",
    "C01 H4 100.00 表中各单位" },
  { "kilometres of a class that do not add up are priced by its rate",
    HEAD "沙镇镇|12.345|8.2||123450|41000||164450\n堂邑镇|||2.9|||8700|8700\n"
         "合计|12.346|8.2|2.9|123450|41000|8700|173150\n",
    "C01 B4 10.00 表中各单位" },
  { "a row that is not the sum of its classes",
    HEAD "沙镇镇|12.345|8.2||123450|41000||164550\n堂邑镇|||2.9|||8700|8700\n"
         "合计|12.345|8.2|2.9|123450|41000|8700|173250\n",
    "C01 H2 100.00 沙镇镇" },
  { "a lower rate explains the amount",
    HEAD "沙镇镇|12.345|8.2||86415|41000||127415\n堂邑镇|10||2.9|100000||8700|108700\n",
    "B01 E2 -37035.00 县级财政" },
  { "a higher rate explains the amount",
    HEAD "沙镇镇|12.345|8.2||148140|41000||189140\n堂邑镇|10||2.9|100000||8700|108700\n",
    "C10 E2 24690.00 沙镇镇" },
  { "the same lower rate throughout is one fact",
    HEAD "沙镇镇|12.345|8.2||86415|41000||127415\n堂邑镇|10||2.9|70000||8700|78700\n",
    "B01 E2 -67035.00 县级财政" },
  { "yuan in a column of 万元",
    "乡镇|县道里程|县道金额（万元）\n沙镇镇|12.345|123450\n堂邑镇|10|10\n合计|22.345|123460\n",
    "C03 C2 1234376550.00 沙镇镇" },
  { "a title says 万元 and the figures are yuan",
    "养护资金表（单位：万元）\n乡镇|县道里程（公里）|县道金额\n沙镇镇|12.345|123450\n堂邑镇|10|"
    "100000\n"
    "合计|22.345|223450\n",
    "C03 C3 2234276550.00 表中各单位" },
  { "metres in a column of kilometres",
    "乡镇|县道里程（公里）|县道金额（元）\n沙镇镇|12345|123450\n堂邑镇|10|100000\n",
    "C03 B2 0.00" },
  { "numbers rounded to two decimals of 万元 are right, and what their sum lacks is 尾差",
    "乡镇|县道里程|县道金额（万元）\n沙镇镇|12.344|12.34\n堂邑镇|10.014|10.01\n阎寺|1.234|1.23\n"
    "合计|23.592|23.59\n",
    "(C01 C5 100.00 表中各单位)" },
  { "one fen more than the last digit allows",
    "乡镇|县道里程|县道金额（万元）\n沙镇镇|12.34|12.34\n堂邑镇|10.01|10.02\n",
    "C01 C3 100.00 堂邑镇" },
  { "the rate of the row is not the policy's and the amount follows it",
    CLASS_HEAD
    "聊位路|县道|12.345|7000|86415\n沙朱路|乡道|8.2|5000|41000\n许营路|县道|10|10000|100000\n",
    "B01 D2 -37035.00 县级财政" },
  { "the rate of the row is above the policy's",
    CLASS_HEAD
    "聊位路|县道|12.345|12000|148140\n沙朱路|乡道|8.2|5000|41000\n许营路|县道|10|10000|100000\n",
    "C10 D2 24690.00 聊位路" },
  { "the rate of the row is wrong and the amount is right",
    CLASS_HEAD "聊位路|县道|12.345|7000|123450\n许营路|县道|10|10000|100000\n", "B01 D2 0.00" },
  { "the rate of the row is right and the amount does not follow from it",
    CLASS_HEAD "聊位路|县道|12.345|10000|86415\n", "C01 E2 -37035.00 县级财政" },
  { "小计 of classes and a total of both",
    CLASS_HEAD
    "聊位路|县道|12.345|10000|123450\n县道小计||12.345||123450\n沙朱路|乡道|8.2|5000|41000\n"
    "乡道小计||8.2||41000\n合计||20.545||164450\n",
    "" },
  { "a 小计 above its rows that lacks one of them",
    CLASS_HEAD "合计||30.545||264450\n县道小计||22.345||123450\n聊位路|县道|12.345|10000|123450\n"
               "许营路|县道|10|10000|100000\n乡道小计||8.2||41000\n沙朱路|乡道|8.2|5000|41000\n",
    "C01 E3 -100000.00 县级财政" },
  { "a percentage that does not follow",
    "乡镇|县道里程|县道金额（元）|占比\n沙镇镇|10|100000|25.0%\n堂邑镇|20|200000|51.0%\n阎寺|10|"
    "100000|25%\n"
    "合计|40|400000|100%\n",
    "C02 D3 0.00" },
  { "percentages as parts of one",
    "乡镇|县道里程|县道金额（元）|占比\n沙镇镇|10|100000|0.25\n"
    "堂邑镇|20|200000|0.5\n阎寺|10|100000|0.25\n合计|40|400000|1\n",
    "" },
  { "大写 that is not 小写",
    "乡镇|县道里程|县道金额（元）|大写\n沙镇镇|10|100000|壹拾万元整\n堂邑镇|20|200000|"
    "贰拾壹万元整\n",
    "C05 D3 10000.00" },
  { "大写 below the table",
    "乡镇|县道里程|金额（元）\n沙镇镇|10|100000\n合计|10|100000\n"
    "合计（大写）：壹拾万零壹元整\n",
    "C05 A4 1.00" },
  { "allotments that are not the pool",
    "下达养护资金 31 "
    "万元分配表\n乡镇|分配金额（元）|里程\n沙镇镇|100000|\n堂邑镇|200000|\n合计|300000|\n",
    "C08 A1 10000.00" },
  { "the pool in words of one decimal is met within it",
    "下达养护资金 30.0 万元分配表\n乡镇|分配金额（元）|里程\n沙镇镇|100000|\n堂邑镇|200000|\n",
    "" },
  { "the same odd amount on rows that nothing explains",
    "乡镇|应拨金额（元）\n沙镇镇|123456.78\n堂邑镇|98765.43\n阎寺|123456.78\n"
    "韩集镇|123456.78\n",
    "C06 B4 123456.78" },
  { "sums of payers",
    "乡镇|县道里程|资金（元）|||\n||省|市|县|合计\n沙镇镇|10|20000|30000|40000|100000\n",
    "C01 F3 10000.00 沙镇镇" },
  { "a dash is nothing, not a fault", HEAD "沙镇镇|12.345|8.2|-|123450|41000|—|164450\n", "" },
  { "amounts for works are not by the kilometre",
    "2021年农村公路养护工程资金表\n路线|类别|里程（公里）|金额（元）\n聊位路|县道|1|350000\n", "" },
  { "headings over items are in no sum beside them",
    "项目|里程|金额（元）\n日常养护||164450\n公路||164450\n县道养护|12.345|123450\n乡道养护|8.2|"
    "41000\n"
    "机构运行经费||50000\n人员支出||60000\n合计||274450\n",
    "" },
  { "其中 that names every part in the other rows names every part",
    "乡镇|资金（元）|其中|\n||省级|县级\n沙镇镇|100|60|40\n堂邑镇|200|120|80\n韩集镇|300|180|120\n"
    "闫寺街道|400|240|150\n",
    "C01 B6 10.00 闫寺街道" },
  { "其中 that names a part only",
    "乡镇|资金（元）|其中|\n||省级|县级\n沙镇镇|100|60|30\n堂邑镇|200|120|70\n韩集镇|300|180|120\n",
    "" },
  { "a wrong row in 万元 is not told of its total again",
    "乡镇|县道里程|金额（万元）\n沙镇镇|12.344|112.34\n堂邑镇|10.127|10.13\n合计|22.471|22.47\n",
    "C01 C2 999960.00 沙镇镇" },
  { "a row of shares over the amounts is in no sum",
    "拨付对象或项目|计划拨付（元）|\n|上半年|下半年\n计划拨付比例|0.5|0.5\n沙镇镇|100|100\n"
    "堂邑镇|50|50\n合计|150|150\n",
    "" },
  { "what everything is paid for is no table by the kilometre",
    "支出类别|项目名称|里程|金额（元）\n机构运行|机构运行经费||960000\n人员|人员支出||1260000\n"
    "养护工程|公路大修|18.6|2480000\n合计||18.6|4700000\n",
    "" },
  { "a list of files is no table",
    "资金来源|资金.csv|ab12\n里程名单|里程.csv|cd34\n桥梁名单|桥梁.csv|ef56\n"
    "乡镇|县道里程|县道金额（元）\n沙镇镇|1|10001\n",
    "C01 C5 1.00 沙镇镇" },
  { "a column of words that formulas write is none of amounts",
    "乡镇|县道里程|县道金额（元）|资金口径\n沙镇镇|1|10000|=A1 -> 公共财政资金\n", "" },
  { "a stretch that is marked as urban is not held against the rate of its class",
    "路线|类别|城管路段|里程|金额（元）\n聊位路|县道|是|1|0\n沙朱路|县道||2|20000\n", "" },
  { "a formula without a value is not held against anything",
    "乡镇|县道里程|县道金额（元）\n沙镇镇|12.345|=B2*10000\n合计|12.345|5\n", "C04 C2 ?" },
  { "three of four rows that come out in 万元 say that the unit is 万元",
    NO_UNIT "沙镇镇|12.345|12.345\n堂邑镇|10|10\n阎寺|2|2\n侯营|3|4\n", "C01 C5 10000.00 侯营" },
  { "two of four do not: they are yuan, and far too few",
    NO_UNIT "沙镇镇|12.345|12.345\n堂邑镇|10|10\n阎寺|2|3\n侯营|3|4\n",
    "C03 C2 -123437.65 县级财政; C03 C3 -99990.00 县级财政; C01 C4 -19997.00 县级财政; "
    "C01 C5 -29996.00 县级财政" },
  { "half of the rows right in yuan say that the unit is yuan",
    NO_UNIT "沙镇镇|12.345|123450\n堂邑镇|10|100000\n阎寺|2|2\n侯营|3|3\n",
    "C03 C4 -19998.00 县级财政; C03 C5 -29997.00 县级财政" },
  { "a quarter does not, when the others come out in 万元",
    NO_UNIT "沙镇镇|12.345|123450\n堂邑镇|10|10\n阎寺|2|2\n侯营|3|3\n",
    "C03 C2 1234376550.00 沙镇镇" },
  { "parts that are called 其中 are all there are when three of four rows add up",
    INNER "沙镇镇|100|60|40\n堂邑镇|200|150|50\n阎寺|300|100|200\n侯营|400|100|200\n",
    "C01 B5 100.00 侯营" },
  { "when two of four do, others may be missing",
    INNER "沙镇镇|100|60|40\n堂邑镇|200|150|50\n阎寺|300|100|100\n侯营|400|100|200\n", "" },
  { "and so when two of three do: that is too few to tell",
    INNER "沙镇镇|100|60|40\n堂邑镇|200|150|50\n侯营|400|100|200\n", "" },
};

static void
each_kind_of_mistake_is_found_with_its_cell_and_its_yuan (void **state)
{
  (void) state;
  guint n_failed = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlFoundCase) c = yl_found_case_new (cases[i].rows);
      yl_found_case_run (c);
      g_autofree char *found = yl_found_case_list (c);
      if (strcmp (found, cases[i].found) == 0)
        continue;
      print_error ("%s:\n  found  %s\n  wanted %s\n", cases[i].what, found, cases[i].found);
      for (gsize k = 0; k < yl_findings_get_n (c->audit->findings); k++)
        print_error ("    %s\n", yl_findings_get (c->audit->findings, k)->message);
      n_failed++;
    }
  assert_int_equal (n_failed, 0);
}

static void
a_published_length_whose_parts_do_not_add_up_is_found (void **state)
{
  (void) state;
  g_autoptr (YlFoundCase) c = yl_found_case_new ("全市农村公路里程（单位：公里）\n"
                                                 "地区|总里程|县道|乡道|村道\n"
                                                 "聊城市|19,078.8|2,901.4|3,270.6|12,900.7\n");
  yl_found_case_run (c);
  g_autofree char *found = yl_found_case_list (c);
  /* 2 901.4 + 3 270.6 + 12 900.7 = 19 072.7 */
  assert_string_equal (found, "C01 B3 ?");
  assert_string_equal (
      yl_findings_get (c->audit->findings, 0)->message,
      "“聊城市”的“总里程”为 19078.800 公里，各分项相加为 19072.700 公里，多 6.100 公里。");
}

static void
the_steps_lead_from_the_stated_total_to_the_recomputed_one (void **state)
{
  (void) state;
  g_autoptr (YlFoundCase) c =
      yl_found_case_new (HEAD "沙镇镇|12.345|8.2||86415|41000||127415\n"
                              "堂邑镇|10||2.9|100000||8701|108701\n"
                              "合计|22.345|8.2|2.9|186415|41000|8701|236126\n");
  yl_found_case_run (c);
  g_autofree char *totals = yl_found_case_totals (c);
  assert_string_equal (totals, "stated 236126.00 expected 273150.00: 合计与各行之和不符 -10.00, "
                               "按低于标准的单价计算 37035.00, 金额与里程和标准不符 -1.00");
  assert_int_equal (c->audit->population->len, 2);
  assert_string_equal (g_array_index (c->audit->population, YlSampleUnit, 1).place, "汇总!3");
}

static void
what_is_hidden_and_carries_money_is_told (void **state)
{
  (void) state;
  g_autoptr (YlFoundCase) c = yl_found_case_new (
      "乡镇|县道里程|县道金额（元）\n沙镇镇|1|10000\n堂邑镇|2|20000\n合计|3|30000\n");
  YlWorksheet *sheet = g_ptr_array_index (c->workbook->sheets, 0);
  const guint32 row = 3;
  g_array_append_val (sheet->hidden_rows, row);
  yl_found_case_run (c);
  g_autofree char *found = yl_found_case_list (c);
  assert_string_equal (found, "C11 - 20000.00 堂邑镇");
}

static void
a_unit_that_nobody_stated_is_the_one_that_makes_the_rows_come_out (void **state)
{
  (void) state;
  g_autoptr (YlFoundCase) c = yl_found_case_new (
      "乡镇|县道里程|县道金额\n沙镇镇|12345|12.345\n堂邑镇|2000|2\n合计|14345|14.345\n");
  yl_found_case_run (c);
  g_autofree char *found = yl_found_case_list (c);
  assert_string_equal (found, "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (each_kind_of_mistake_is_found_with_its_cell_and_its_yuan),
    cmocka_unit_test (a_published_length_whose_parts_do_not_add_up_is_found),
    cmocka_unit_test (the_steps_lead_from_the_stated_total_to_the_recomputed_one),
    cmocka_unit_test (what_is_hidden_and_carries_money_is_told),
    cmocka_unit_test (a_unit_that_nobody_stated_is_the_one_that_makes_the_rows_come_out),
  };
  return cmocka_run_group_tests_name ("found budgets", tests, NULL, NULL);
}
