#include "audit/found-case.h"
#include "support/assert.h"
#include "support/make-sheet.h"

#include <string.h>

/* An overview, sheet 汇总, over the rows of sheet 明细, and what is found. */
typedef struct
{
  const char *what;
  const char *overview;
  const char *found;
} Case;

/* 沙镇镇 12.345 + 2.655 = 15 km of county road, of which 2.655 km are urban and not paid: 123 450;
 * 8.2 km of township road: 41 000. 堂邑镇 10 km and 2.9 km of village road: 100 000 + 8 700. 闫寺街道
 * 4 km of township road: 20 000. */
#define DETAIL                                                                                     \
  "路线|乡镇|类别|城管路段|管养单位|里程（公里）|金额（元）\n"            \
  "X001371502|沙镇镇|县道||县公路站|12.345|123450\n"                                      \
  "X002371502|沙镇镇|县道|是|县公路站|2.655|0\n"                                         \
  "Y001371502|沙镇镇|乡道||沙镇镇政府|8.2|41000\n"                                       \
  "X003371502|堂邑镇|县道||县公路站|10|100000\n"                                          \
  "C001371502|堂邑镇|村道||堂邑镇政府|2.9|8700\n"                                        \
  "Y002371502|闫寺街道|乡道||闫寺街道办|4|20000\n"                                      \
  "合计|||||40.1|293150\n"

#define HEAD "乡镇|县道里程|乡道里程|村道里程|县道金额|乡道金额|村道金额\n"

static const Case cases[] = {
  { "urban kilometres in the length and not in the amount",
    HEAD "沙镇镇|15|8.2||123450|41000|\n堂邑镇|10||2.9|100000||8700\n闫寺街道||4|||20000|\n", "" },
  { "an amount of one township",
    HEAD "沙镇镇|15|8.2||123450|41000|\n堂邑镇|10||2.9|100000||8700\n闫寺街道||4|||20001|\n",
    "C01 F4 1.00 闫寺街道" },
  { "a length of one township costs its rate",
    HEAD "沙镇镇|15|8.2||123450|41000|\n堂邑镇|10||2.9|100000||8700\n闫寺街道||4.1|||20000|\n",
    "C01 C4 500.00 闫寺街道" },
  { "sums by payee",
    "管养单位|里程|金额（元）\n县公路站|25|223450\n沙镇镇政府|8.2|41000\n"
    "堂邑镇政府|2.9|8700\n闫寺街道办|4|20000\n",
    "" },
  { "a payee that gets ten yuan more",
    "管养单位|里程|金额（元）\n县公路站|25|223460\n沙镇镇政府|8.2|41000\n"
    "堂邑镇政府|2.9|8700\n闫寺街道办|4|20000\n",
    "C01 C2 10.00 县公路站" },
  { "half of the figures are other figures: the table is about something else",
    "管养单位|奖励金额（元）\n县公路站|5\n沙镇镇政府|41000\n堂邑镇政府|7\n闫寺街道办|20000\n", "" },
  { "in 万元 with two decimals the rounding of a sum is no mistake",
    "管养单位|金额（万元）\n县公路站|22.35\n沙镇镇政府|4.1\n堂邑镇政府|0.87\n闫寺街道办|2\n", "" },
  { "a hundred yuan beyond the rounding",
    "管养单位|金额（万元）\n县公路站|22.36\n沙镇镇政府|4.1\n堂邑镇政府|0.87\n闫寺街道办|2\n",
    "C01 B2 150.00 县公路站" },
};

static void
an_overview_is_held_against_the_rows_that_it_sums_up (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlFoundCase) c = yl_found_case_new (cases[i].overview);
      yl_test_add_sheet (c->workbook, "明细", DETAIL);
      yl_found_case_run (c);
      g_autofree char *found = yl_found_case_list (c);
      if (strcmp (found, cases[i].found) != 0)
        print_error ("%s\n", cases[i].what);
      assert_string_equal (found, cases[i].found);
    }
}

static void
what_an_overview_sums_up_is_said (void **state)
{
  (void) state;
  g_autoptr (YlFoundCase) c = yl_found_case_new (cases[3].overview);
  yl_test_add_sheet (c->workbook, "明细", DETAIL);
  yl_found_case_run (c);
  const GArray *readings = c->audit->readings;
  const YlReading *last = &g_array_index (readings, YlReading, readings->len - 1);
  assert_string_equal (last->what, "工作表“汇总”表头到第 1 行的表");
  assert_string_equal (last->taken_for, "“里程”等列由工作表“明细”的明细相加而来，逐行核对");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (an_overview_is_held_against_the_rows_that_it_sums_up),
    cmocka_unit_test (what_an_overview_sums_up_is_said),
  };
  return cmocka_run_group_tests_name ("found overviews", tests, NULL, NULL);
}
