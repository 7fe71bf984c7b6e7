#include "support/assert.h"

#include "yanglu/base/date.h"

static void
a_day_is_read_in_every_spelling (void **state)
{
  (void) state;
  static const char *const cases[] = { "2021-01-31", "2021-1-31",     "2021/1/31",
                                       "2021.01.31", "2021年1月31日", "2021年01月31日",
                                       "20210131",   " 2021-01-31 ",  "２０２１－０１－３１" };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlDate date = { 0 };
      if (!yl_date_parse (yl_text_of (cases[i]), &date))
        fail_msg ("\"%s\" was not read", cases[i]);
      assert_number_equal (date.yyyymmdd, 20210131);
    }
}

static void
days_that_do_not_exist_and_other_texts_are_refused (void **state)
{
  (void) state;
  static const char *const cases[] = {
    "2021-02-29", "2021-13-01", "2021-00-10", "2021-01-00", "2021-01-32", "2021-01-310",
    "1899-12-31", "21-01-31",   "2021年1月",  "2021-01/31", "2021",       "202101311",
    "2021-1-31x", "",           "44227",      "2021-01-"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlDate date = { 42 };
      if (yl_date_parse (yl_text_of (cases[i]), &date))
        fail_msg ("\"%s\" was read", cases[i]);
      assert_number_equal (date.yyyymmdd, 42);
    }
}

static void
the_leap_day_exists_in_a_leap_year (void **state)
{
  (void) state;
  YlDate date = { 0 };
  assert_true (yl_date_parse (yl_text_of ("2020-02-29"), &date));
  assert_true (yl_date_parse (yl_text_of ("2000-02-29"), &date));
  assert_false (yl_date_parse (yl_text_of ("2100-02-29"), &date));
}

static void
days_are_printed_for_machines_and_for_people (void **state)
{
  (void) state;
  assert_text_equal_free (yl_date_to_iso ((YlDate){ 20210105 }), "2021-01-05");
  assert_text_equal_free (yl_date_to_chinese ((YlDate){ 20210105 }), "2021年1月5日");
  assert_text_equal_free (yl_date_to_iso ((YlDate){ 0 }), "");
  assert_text_equal_free (yl_date_to_chinese ((YlDate){ 0 }), "");
  assert_number_equal (yl_date_of_year (2021).yyyymmdd, 20210101);
}

static void
days_and_years_pass_over_the_ends_of_months (void **state)
{
  (void) state;
  assert_number_equal (yl_date_add_days ((YlDate){ 20210301 }, 30).yyyymmdd, 20210331);
  assert_number_equal (yl_date_add_days ((YlDate){ 20201202 }, 30).yyyymmdd, 20210101);
  assert_number_equal (yl_date_add_days ((YlDate){ 20200228 }, 1).yyyymmdd, 20200229);
  assert_number_equal (yl_date_add_days ((YlDate){ 99991231 }, 1).yyyymmdd, 0);
  assert_number_equal (yl_date_add_days ((YlDate){ 0 }, 1).yyyymmdd, 0);
  assert_false (yl_date_is_past_years ((YlDate){ 20200301 }, 1, (YlDate){ 20210301 }));
  assert_true (yl_date_is_past_years ((YlDate){ 20200301 }, 1, (YlDate){ 20210302 }));
  assert_false (yl_date_is_past_years ((YlDate){ 20200229 }, 1, (YlDate){ 20210228 }));
  assert_true (yl_date_is_past_years ((YlDate){ 20200229 }, 1, (YlDate){ 20210301 }));
}

static void
a_day_has_its_number_in_the_year (void **state)
{
  (void) state;
  assert_int_equal (yl_date_get_day_of_year ((YlDate){ 20210101 }), 1);
  assert_int_equal (yl_date_get_day_of_year ((YlDate){ 20210301 }), 60);
  assert_int_equal (yl_date_get_day_of_year ((YlDate){ 20240301 }), 61);
  assert_int_equal (yl_date_get_day_of_year ((YlDate){ 20211231 }), 365);
  assert_int_equal (yl_date_get_day_of_year ((YlDate){ 20241231 }), 366);
  assert_int_equal (yl_date_get_day_of_year ((YlDate){ 0 }), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_day_is_read_in_every_spelling),
    cmocka_unit_test (days_that_do_not_exist_and_other_texts_are_refused),
    cmocka_unit_test (the_leap_day_exists_in_a_leap_year),
    cmocka_unit_test (days_are_printed_for_machines_and_for_people),
    cmocka_unit_test (days_and_years_pass_over_the_ends_of_months),
    cmocka_unit_test (a_day_has_its_number_in_the_year),
  };
  return cmocka_run_group_tests_name ("date", tests, NULL, NULL);
}
