#include <string.h>

#include "support/assert.h"
#include "support/run.h"

/* 2 km of county road, 3 km of village road of 梁水镇: 20 000 and 9 000 yuan. */
#define LIST "路线编码,起点桩号,止点桩号,乡镇\nX001371502,0,2,梁水镇\nC009371502,0,3,梁水镇\n"
#define LEDGER                                                                                       \
  "日期,收/支,对方,金额,文号,用途\n2021-03-01,收,省财政厅,10000,甲,日常养护\n" \
  "2021-03-15,支,梁水镇人民政府,9001,甲,日常养护\n2023-03-02,支,某公司,1,,养护工程\n"
#define NOTICE                                                                                                           \
  "对象,金额（元）,公开日期\n县级农村公路管护机构,2,2021-12-01\n梁水镇,9000,2021-12-01\n合计," \
  "9003,\n"

static int
set_up (void **state)
{
  YlRun *run = yl_run_new ();
  *state = run;
  yl_run_write (run, "list.csv", LIST);
  yl_run_write (run, "ledger.csv", LEDGER);
  yl_run_write (run, "notice.csv", NOTICE);
  yl_run (run, "C", NULL, "budget", "list.csv", "--year", "2021", "-o", "b.xlsx", NULL);
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
assert_says (const YlRun *run, const char *text)
{
  if (strstr (run->out, text) == NULL)
    fail_msg ("“%s” is not in\n%s%s", text, run->out, run->err);
}

static void
a_ledger_is_held_against_the_budget (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "b.xlsx", "--paid", "ledger.csv", NULL);
  assert_number_equal (run->status, 1);
  assert_says (run, "梁水镇当年支付 9,001.00 元，多于预算分配的 9,000.00 元，超出 1.00 元");
  assert_says (run, "到2023年3月2日仍有 999.00 元未支出，闲置超过 2 年");
  assert_says (run, "收到 10,000.00 元＋垫付 1.00 元＝支付 9,002.00 元＋结余 999.00 元");
  assert_says (run, "台账的“梁水镇人民政府”：预算的“梁水镇”：同一单位");
}

/* Paid a yuan too much, taken back in red, paid anew; and a red entry that takes back nothing. */
static void
a_payment_taken_back_in_red_was_never_made (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "red.csv",
                "日期,收/支,对方,金额,文号,用途,凭证号\n2021-03-15,支,梁水镇,9001,甲,日常养护,5\n"
                "2021-03-16,支,梁水镇,-9001,甲,红字冲销,6\n"
                "2021-03-17,支,梁水镇,9000,甲,冲销后重新拨付日常养护,7\n"
                "2021-03-18,支,某公司,-12.5,,日常养护,8\n");
  yl_run (run, "C", NULL, "audit", "b.xlsx", "--paid", "red.csv", NULL);
  assert_number_equal (run->status, 1);
  assert_says (run, "拨付台账 4 笔");
  assert_says (run, "红字冲销 2 笔，冲减支出 9,001.00 元、收入 0.00 元；找不到被冲销收支的 1 笔");
  assert_says (run, "[C04 错误] red.csv 第 5 行 金额");
  assert_says (run, "支付 9,000.00 元＋结余 0.00 元");
  assert_null (strstr (run->out, "D02"));
}

static void
the_day_of_the_audit_is_the_user_s (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "b.xlsx", "--paid", "ledger.csv", "--date", "2021-03-31",
          "--format", "json", NULL);
  assert_says (run, "\"date\" : \"2021-03-31\"");
  assert_says (run, "\"unspent_fen\" : 99900");
  assert_null (strstr (run->out, "\"D01\""));
  assert_null (strstr (run->out, "\"D06\""));
}

static void
approved_and_published_are_bridged (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "b.xlsx", "--published", "notice.csv", NULL);
  assert_number_equal (run->status, 1);
  assert_says (run, "29,000.00  批复合计");
  assert_says (run, "-19,998.00  县级农村公路管护机构：元与万元混淆");
  assert_says (run, "9,002.00  公开合计");
  assert_says (run, "公开表合计 9,003.00 元，各行之和是 9,002.00 元");
}

/* 20,000.00 and 8,999.50 approved of 20,000.00 and 9,000.00: half a yuan more; and published. */
static void
the_approved_table_stands_in_for_the_budget (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "approved.csv",
                "乡镇,批复金额（元）\n县级农村公路管护机构,20000.00\n梁水镇人民政府,8999.50\n");
  yl_run (run, "C", NULL, "audit", "b.xlsx", "--approved", "approved.csv", "--published",
          "notice.csv", NULL);
  assert_number_equal (run->status, 1);
  assert_says (run, "[C10 错误] approved.csv 第 3 行 金额");
  assert_says (run, "预算给“梁水镇”安排 9,000.00 元，批复 8,999.50 元，多 0.50 元");
  assert_says (run, "批复表的“梁水镇人民政府”：预算的“梁水镇”：同一单位");
  assert_says (run, "批复核对：预算合计 29,000.00 元，批复合计 28,999.50 元");
  assert_says (run, "28,999.50  批复合计");
  yl_run (run, "C", NULL, "audit", "b.xlsx", "--approved", "approved.csv", "--format", "json",
          NULL);
  assert_says (run, "\"approved_fen\" : 899950");
}

static void
the_notice_of_the_budget_itself_shows_what_was_approved (void **state)
{
  YlRun *run = *state;
  yl_run (run, "C", NULL, "audit", "b.xlsx", "--published", "b.xlsx", NULL);
  assert_says (run, "29,000.00  公开合计");
  assert_null (strstr (run->out, "C10"));
}

static void
not_even_force_costs_the_ledger_or_the_notice (void **state)
{
  YlRun *run = *state;
  static const char *const options[][2] = { { "--paid", "ledger.csv" },
                                            { "--settlement", "notice.csv" },
                                            { "--approved", "notice.csv" },
                                            { "--published", "notice.csv" } };
  for (gsize i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr (GBytes) before = yl_run_read (run, options[i][1]);
      yl_run (run, "C", NULL, "audit", "b.xlsx", options[i][0], options[i][1], "--format", "json",
              "-o", options[i][1], "--force", NULL);
      g_autoptr (GBytes) after = yl_run_read (run, options[i][1]);
      assert_int_equal (run->status, 2);
      assert_true (g_bytes_equal (before, after));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (a_ledger_is_held_against_the_budget, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_payment_taken_back_in_red_was_never_made, set_up, tear_down),
    cmocka_unit_test_setup_teardown (the_day_of_the_audit_is_the_user_s, set_up, tear_down),
    cmocka_unit_test_setup_teardown (approved_and_published_are_bridged, set_up, tear_down),
    cmocka_unit_test_setup_teardown (the_approved_table_stands_in_for_the_budget, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (the_notice_of_the_budget_itself_shows_what_was_approved,
                                     set_up, tear_down),
    cmocka_unit_test_setup_teardown (not_even_force_costs_the_ledger_or_the_notice, set_up,
                                     tear_down),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
