#include "support/assert.h"

#include "yanglu/audit/budget/figure-rules.h"

#include <string.h>

static const YlFigurePlace place = {
  .file = "汇总.xlsx", .sheet = "汇总", .row = 7, .cell = "D7", .column = "占比", .what = "沙镇镇"
};

typedef struct
{
  const char *what;
  gint64 part;
  gint64 whole;
  gint64 percent;
  guint n_decimals;
  guint n_expected;
} Percent;

static const Percent percents[] = {
  { "a third with two decimals", 1, 3, 3333, 2, 0 },
  { "two thirds rounded", 2, 3, 6667, 2, 0 },
  { "two thirds cut", 2, 3, 6666, 2, 0 },
  { "two thirds and one of the last decimal too much", 2, 3, 6668, 2, 1 },
  { "two thirds and one of the last decimal too little", 2, 3, 6665, 2, 1 },
  { "an exact quarter", 1, 4, 25, 0, 0 },
  { "an exact quarter, one off", 1, 4, 26, 0, 1 },
  { "an exact quarter, one short", 1, 4, 24, 0, 1 },
  { "nothing of something", 0, 5, 0, 2, 0 },
  { "all of it", 5, 5, 1000000, 4, 0 },
  { "more than all: the decrease was doubled", 10, 5, 200, 0, 0 },
  { "a decrease", -1, 3, -3333, 2, 0 },
  { "a decrease told as an increase", -1, 3, 3333, 2, 1 },
  { "part and whole swapped", 2, 4, 200, 0, 1 },
  { "nothing to divide by is not judged", 5, 0, 100, 0, 0 },
  { "the largest amounts do not overflow", YL_MONEY_MAX_FEN, YL_MONEY_MAX_FEN, 1000000, 4, 0 },
};

static void
a_percentage_follows_from_its_parts (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (percents); i++)
    {
      const Percent *own = &percents[i];
      g_autoptr (YlFindings) findings = yl_findings_new ();
      yl_figure_check_percent (&place, own->part, own->whole, own->percent, own->n_decimals,
                               findings);
      if (yl_findings_get_n (findings) != own->n_expected)
        fail_msg ("%s", own->what);
    }
}

static void
a_percentage_costs_nothing_and_says_what_it_should_be (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_figure_check_percent (&place, 2, 3, 7667, 2, findings);
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_int_equal (finding->code, YL_C02);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_true (finding->is_priced);
  assert_number_equal (finding->at_stake.fen, 0);
  assert_string_equal (finding->seen, "76.67%");
  assert_string_equal (finding->expected, "66.67%");
  assert_string_equal (finding->cell, "D7");
  assert_int_equal (finding->row, 7);
}

/* 3416.05 yuan in capitals. */
static void
capitals_of_the_same_amount_are_no_finding (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_figure_check_capital (&place, (YlMoney){ 341605 }, (YlMoney){ 341605 },
                           "叁仟肆佰壹拾陆元零伍分", findings);
  assert_number_equal (yl_findings_get_n (findings), 0);
}

static void
capitals_one_fen_off_are_one_fen_at_stake (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_figure_check_capital (&place, (YlMoney){ 341606 }, (YlMoney){ 341605 },
                           "叁仟肆佰壹拾陆元零伍分", findings);
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_int_equal (finding->code, YL_C05);
  assert_number_equal (finding->at_stake.fen, 1);
  assert_string_equal (finding->expected, "叁仟肆佰壹拾陆元零陆分");
}

typedef struct
{
  const char *what;
  gint64 pool;
  gint64 parts[3];
  gint64 tolerance;
  gint64 stake; /* 0: no finding */
} Pool;

static const Pool pools[] = {
  { "three parts that make the pool", 100, { 50, 30, 20 }, 0, 0 },
  { "a fen too much", 100, { 50, 30, 21 }, 0, 1 },
  { "a fen too little", 100, { 50, 30, 19 }, 0, 1 },
  { "a fen that is tolerated", 100, { 50, 30, 19 }, 1, 0 },
  { "one more than is tolerated", 100, { 50, 30, 18 }, 1, 2 },
  { "nothing was allotted", 100, { 0, 0, 0 }, 0, 100 },
  { "a part was taken back", 100, { 120, -20, 0 }, 0, 0 },
};

static void
allotments_add_up_to_the_pool (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (pools); i++)
    {
      const Pool *own = &pools[i];
      const YlMoney parts[] = { { own->parts[0] }, { own->parts[1] }, { own->parts[2] } };
      g_autoptr (YlFindings) findings = yl_findings_new ();
      yl_figure_check_pool (&place, (YlMoney){ own->pool }, parts, 3, (YlMoney){ own->tolerance },
                            findings);
      const gsize n_found = yl_findings_get_n (findings);
      if (n_found != (own->stake == 0 ? 0 : 1)
          || (n_found == 1 && yl_findings_get (findings, 0)->at_stake.fen != own->stake))
        fail_msg ("%s", own->what);
    }
}

static void
a_pool_says_whether_too_much_was_allotted (void **state)
{
  (void) state;
  const YlMoney parts[] = { { 6000 }, { 5000 } };
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_figure_check_pool (&place, (YlMoney){ 10000 }, parts, 2, (YlMoney){ 0 }, findings);
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_int_equal (finding->code, YL_C08);
  assert_non_null (strstr (finding->message, "多分 10.00 元"));
}

static void
sums_that_do_not_fit_are_not_judged (void **state)
{
  (void) state;
  const YlMoney parts[] = { { G_MAXINT64 }, { 1 } };
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_figure_check_pool (&place, (YlMoney){ 10000 }, parts, 2, (YlMoney){ 0 }, findings);
  assert_number_equal (yl_findings_get_n (findings), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_percentage_follows_from_its_parts),
    cmocka_unit_test (a_percentage_costs_nothing_and_says_what_it_should_be),
    cmocka_unit_test (capitals_of_the_same_amount_are_no_finding),
    cmocka_unit_test (capitals_one_fen_off_are_one_fen_at_stake),
    cmocka_unit_test (allotments_add_up_to_the_pool),
    cmocka_unit_test (a_pool_says_whether_too_much_was_allotted),
    cmocka_unit_test (sums_that_do_not_fit_are_not_judged),
  };
  return cmocka_run_group_tests_name ("figure rules", tests, NULL, NULL);
}
