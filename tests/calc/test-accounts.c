#include "support/assert.h"
#include "support/county.h"

#include "yanglu/domain/account.h"

/* 10 km of county road: the standard is 100 000 yuan. */
static int
set_up (void **state)
{
  yl_test_county_set_up (state);
  add_road (*state, .km = "10");
  return 0;
}

static const YlAccountLine *
get_line (YlTestCounty *county, guint index)
{
  const GArray *lines = yl_test_county_get_figures (county)->accounts;
  assert_true (index < lines->len);
  return &g_array_index (lines, YlAccountLine, index);
}

static const YlAccountUse *
get_use (YlTestCounty *county, guint index)
{
  const GArray *uses = yl_test_county_get_figures (county)->account_uses;
  assert_true (index < uses->len);
  return &g_array_index (uses, YlAccountUse, index);
}

static void
assert_line (
    YlTestCounty *county, guint index, const char *account, const char *name, gint64 general_yuan)
{
  const YlAccountLine *line = get_line (county, index);
  assert_string_equal (line->account, account);
  assert_string_equal (line->name, name);
  assert_fen_equal (line->fund_fen[YL_FUND_GENERAL], general_yuan * 100);
}

static void
several_ways_to_write_one_account_are_one_line (void **state)
{
  YlTestCounty *county = *state;
  add_source (county, .account = "公路养护（2140106）", .yuan = 1);
  add_source (county, .account = "2140106-公路养护", .yuan = 20);
  add_source (county, .account = "2140106", .yuan = 300);
  add_source (county, .account = "2140106-公路养护", .yuan = 4000);
  assert_line (county, 0, "2140106", "公路养护", 4321);
  assert_number_equal (get_line (county, 0)->n_spellings, 2);
  assert_number_equal (yl_test_county_get_figures (county)->accounts->len, 1);
}

/* Known codes first, in their order; then what has none; then what the table does not know. */
static void
an_account_that_nobody_knows_stands_as_it_is_written (void **state)
{
  YlTestCounty *county = *state;
  add_source (county, .account = "2140105", .yuan = 7);
  add_source (county, .account = "2140106、2120804", .yuan = 6);
  add_source (county, .account = "", .yuan = 5);
  add_source (county, .account = "2140106", .yuan = 4);
  add_source (county, .account = "2120303", .yuan = 3);
  assert_line (county, 0, "2120303", "城乡社区公共设施（款）", 3);
  assert_line (county, 1, "2140106", "公路养护", 4);
  assert_line (county, 2, "", "", 5);
  assert_line (county, 3, "2140105", "", 7);
  assert_line (county, 4, "2140106、2120804", "", 6);
}

static void
the_funds_of_an_account_stand_apart (void **state)
{
  YlTestCounty *county = *state;
  add_source (county, .account = "2120804", .fund = YL_FUND_GOVERNMENT, .yuan = 10);
  add_source (county, .account = "2120804", .fund = YL_FUND_GENERAL, .yuan = 200);
  add_source (county, .account = "2120804", .fund = YL_FUND_SOCIAL, .yuan = 3000);
  const YlAccountLine *line = get_line (county, 0);
  assert_fen_equal (line->fund_fen[YL_FUND_GENERAL], 20000);
  assert_fen_equal (line->fund_fen[YL_FUND_GOVERNMENT], 1000);
  assert_fen_equal (line->fund_fen[YL_FUND_SOCIAL], 300000);
}

/* 100,000 are asked; 30,000 of 2140106 and 20,000 without an account are there; donations pay none. */
static void
what_no_source_pays_has_no_account_yet (void **state)
{
  YlTestCounty *county = *state;
  add_source (county, .account = "2140106", .yuan = 30000);
  add_source (county, .account = "", .yuan = 20000);
  add_source (county, .account = "", .level = YL_PAYER_SOCIAL, .fund = YL_FUND_SOCIAL,
              .yuan = 5000);
  assert_number_equal (get_use (county, 0)->account, 0);
  assert_fen_equal (get_use (county, 0)->counted_fen, 3000000);
  assert_fen_equal (get_use (county, 1)->counted_fen, 2000000);
  assert_fen_equal (get_use (county, 1)->fund_fen[YL_FUND_SOCIAL], 500000);
  assert_number_equal (get_use (county, 2)->account, YL_LINE_NONE);
  assert_fen_equal (get_use (county, 2)->counted_fen, 5000000);
}

/* Works of 500 yuan that 700 are there for, 100 of them given. */
static void
more_money_than_is_asked_is_below_zero (void **state)
{
  YlTestCounty *county = *state;
  yl_test_county_add_project (county, 1000, 500);
  add_source (county, .account = "2140106", .purpose = YL_PURPOSE_ENGINEERING, .yuan = 600);
  add_source (county, .account = "", .purpose = YL_PURPOSE_ENGINEERING, .level = YL_PAYER_SOCIAL,
              .fund = YL_FUND_SOCIAL, .yuan = 100);
  /* The daily standard, which nothing pays, is before them. */
  assert_fen_equal (get_use (county, 0)->counted_fen, 10000000);
  assert_fen_equal (get_use (county, 1)->counted_fen, 60000);
  assert_fen_equal (get_use (county, 2)->counted_fen, 10000);
  assert_fen_equal (get_use (county, 3)->counted_fen, -20000);
}

static void
eight_ways_beside_the_code_are_one_line (void **state)
{
  YlTestCounty *county = *state;
  char text[] = "2140106-a";
  for (guint i = 0; i < YL_MAX_SPELLINGS; i++, text[8]++)
    add_source (county, .account = text, .yuan = 1);
  add_source (county, .account = "2140106", .yuan = 1);
  assert_line (county, 0, "2140106", "公路养护", YL_MAX_SPELLINGS + 1);
  assert_number_equal (yl_test_county_get_figures (county)->accounts->len, 1);
}

static void
a_ninth_way_is_a_line_of_its_own (void **state)
{
  YlTestCounty *county = *state;
  char text[] = "2140106-a";
  for (guint i = 0; i <= YL_MAX_SPELLINGS; i++, text[8]++)
    add_source (county, .account = text, .yuan = 1);
  assert_line (county, 0, "2140106", "公路养护", YL_MAX_SPELLINGS);
  assert_line (county, 1, "2140106", "公路养护", 1);
  assert_string_equal (get_line (county, 1)->spellings[0], "2140106-i");
}

static void
add_unknown (YlTestCounty *county, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *text = g_strdup_printf ("甲%02u", i);
      add_source (county, .account = text, .yuan = 1);
    }
}

static void
as_many_accounts_as_have_a_row_have_each_its_own (void **state)
{
  YlTestCounty *county = *state;
  add_unknown (county, YL_MAX_ACCOUNTS);
  assert_number_equal (yl_test_county_get_figures (county)->accounts->len, YL_MAX_ACCOUNTS);
  assert_line (county, YL_MAX_ACCOUNTS - 1, "甲39", "", 1);
}

static void
accounts_beyond_have_one_row_together (void **state)
{
  YlTestCounty *county = *state;
  add_unknown (county, YL_MAX_ACCOUNTS + 2);
  assert_number_equal (yl_test_county_get_figures (county)->accounts->len, YL_MAX_ACCOUNTS + 1);
  assert_true (get_line (county, YL_MAX_ACCOUNTS)->is_rest);
  assert_line (county, YL_MAX_ACCOUNTS, "", "", 2);
}

#define with_county(test) cmocka_unit_test_setup_teardown (test, set_up, yl_test_county_tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    with_county (several_ways_to_write_one_account_are_one_line),
    with_county (an_account_that_nobody_knows_stands_as_it_is_written),
    with_county (the_funds_of_an_account_stand_apart),
    with_county (what_no_source_pays_has_no_account_yet),
    with_county (more_money_than_is_asked_is_below_zero),
    with_county (eight_ways_beside_the_code_are_one_line),
    with_county (a_ninth_way_is_a_line_of_its_own),
    with_county (as_many_accounts_as_have_a_row_have_each_its_own),
    with_county (accounts_beyond_have_one_row_together),
  };
  return cmocka_run_group_tests_name ("accounts", tests, NULL, NULL);
}
