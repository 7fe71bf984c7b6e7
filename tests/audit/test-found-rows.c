#include "audit/found-case.h"
#include "support/assert.h"
#include "support/county.h"

#include "yanglu/audit/found/money-rules.h"

#include <string.h>

/* A table by route, and what is found in it. */
typedef struct
{
  const char *what;
  const char *rows;
  const char *found;
} Case;

#define STAKES "路线编码|行政等级|起点桩号|止点桩号|里程（公里）|金额（元）\n"
#define BREAKS "路线编码|行政等级|起点桩号|止点桩号|断链|里程（公里）|金额（元）\n"
#define LENGTHS "路线编码|行政等级|起点桩号|止点桩号|路线长度|列养里程|金额（元）\n"
#define FORMULAS "乡镇|县道里程|标准|县道金额（元）\n"
#define REPEATED                                                                                                  \
  "乡镇|资金（元）|备注\n沙镇镇|=10*10 -> 100|\n堂邑镇|=10*10 -> 100|\n韩集镇|=10*10 -> 100|\n" \
  "闫寺街道|=10*10 -> 100|\n"

static const Case cases[] = {
  { "a length that is between its stakes", STAKES "X001371502|县道|0|12.345|12.345|123450\n", "" },
  /* 0.1 km × 10 000 */
  { "a length that is not, and no column says whether there is a break",
    STAKES "X001371502|县道|K1+000|K13+345|12.445|124450\n", "A03 E2 1000.00 X001371502" },
  { "a metre too little", STAKES "C001371502|村道|1|3|1.999|5997\n", "A03 E2 -3.00 县级财政" },
  { "stakes that run backwards", STAKES "C001371502|村道|3|1|2|6000\n", "" },
  { "a break that is declared", BREAKS "X001371502|县道|0|12.345|0.1|12.445|124450\n", "" },
  { "a column for breaks that says nothing", BREAKS "X001371502|县道|0|12.345||12.445|124450\n",
    "A03 F2 1000.00 X001371502" },
  { "two columns that agree against the stakes speak of a break",
    LENGTHS "X001371502|县道|0|12.345|12.445|12.445|124450\n", "" },
  { "two columns that do not agree", LENGTHS "X001371502|县道|0|12.345|12.445|12.345|123450\n",
    "A03 E2 1000.00 X001371502" },
  { "stakes in one decimal agree within it", STAKES "X001371502|县道|0|12.3|12.345|123450\n", "" },
  /* 2 km at 10 000 instead of 5 000 */
  { "a class that is not that of the code", STAKES "Y001371502|县道|0|2|2|20000\n",
    "A06 B2 10000.00 Y001371502" },
  { "N is a township road", STAKES "N001371502|乡道|0|2|2|10000\n", "" },
  { "a name that begins with a letter is no code",
    "路线|类别|里程（公里）|金额（元）\nC区环路|县道|2|20000\n", "" },
  { "money for what has no rate", STAKES "Z001371502|专用公路|0|2|2|4000\n",
    "A08 F2 4000.00 Z001371502" },
  { "no money for what has no rate", STAKES "Z001371502|专用公路|0|2|2|0\n", "" },
  { "a number in the place of the column's formula",
    FORMULAS "沙镇镇|1|10000|=B2*C2 -> 10000\n堂邑镇|2|10000|=B3*C3 -> 20000\n"
             "韩集镇|3|10000|=B4*C4 -> 30000\n闫寺街道|4|10000|40001\n",
    "C01 D5 1.00 闫寺街道; C09 D5 1.00 闫寺街道" },
  { "the number that the formula comes to",
    FORMULAS "沙镇镇|1|10000|=B2*C2 -> 10000\n堂邑镇|2|10000|=B3*C3 -> 20000\n"
             "韩集镇|3|10000|=B4*C4 -> 30000\n闫寺街道|4|10000|40000\n",
    "" },
  { "two rows of one formula do not make it the column's",
    "乡镇|资金（元）|备注\n沙镇镇|=10*10 -> 100|\n堂邑镇|=10*10 -> 100|\n韩集镇|250|\n", "" },
  { "a formula of two thirds of the rows, and no more, is the column's",
    REPEATED "古楼街道|250|\n梁水镇|350|\n", "C09 B6 150.00 古楼街道; C09 B7 250.00 梁水镇" },
  { "one row less than two thirds is not", REPEATED "古楼街道|250|\n梁水镇|350|\n于集镇|450|\n",
    "" },
  { "another formula in one row",
    FORMULAS "沙镇镇|1|10000|=B2*C2 -> 10000\n堂邑镇|2|10000|=B3*C3 -> 20000\n"
             "韩集镇|3|10000|=B4*C4+500 -> 30500\n闫寺街道|4|10000|=B5*C5 -> 40000\n",
    "C01 D4 500.00 韩集镇; C09 D4 500.00 韩集镇" },
  { "a subtotal among the rows has a formula of its own",
    FORMULAS "沙镇镇|1|10000|=B2*C2 -> 10000\n堂邑镇|2|10000|=B3*C3 -> 20000\n"
             "小计|3||=SUM(D2:D3) -> 30000\n韩集镇|3|10000|=B5*C5 -> 30000\n",
    "" },
};

static void
rows_of_roads_are_held_against_their_stakes_codes_and_formulas (void **state)
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
      n_failed++;
    }
  assert_int_equal (n_failed, 0);
}

static guint64
count_running (const char *rows)
{
  void *county = NULL;
  yl_test_county_set_up (&county);
  add_road ((YlTestCounty *) county, .km = "1", .township = "沙镇镇");
  g_autoptr (YlFoundCase) c = yl_found_case_new (rows);
  yl_found_case_run (c);
  const YlFoundContext context = { yl_test_county_get_budget (county)->policy, "", NULL, c->rules };
  yl_found_check_money (c->budget, &context, c->audit->findings);
  const guint64 n = yl_findings_get_n_of_code (c->audit->findings, YL_B11);
  yl_test_county_tear_down (&county);
  return n;
}

static void
running_cost_numbered_beside_daily_maintenance_is_no_part_of_it (void **state)
{
  (void) state;
  assert_int_equal (count_running ("序号|项目|里程|金额（元）\n一|日常养护||15000\n1|县道|1|10000\n"
                                   "2|乡道|1|5000\n二|机构运行经费||3000\n"),
                    0);
  assert_int_equal (count_running ("序号|项目|里程|金额（元）\n一|日常养护||18000\n1|县道|1|10000\n"
                                   "2|乡道|1|5000\n3|机构运行经费||3000\n"),
                    1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (running_cost_numbered_beside_daily_maintenance_is_no_part_of_it),
    cmocka_unit_test (rows_of_roads_are_held_against_their_stakes_codes_and_formulas),
  };
  return cmocka_run_group_tests_name ("roads in found tables", tests, NULL, NULL);
}
