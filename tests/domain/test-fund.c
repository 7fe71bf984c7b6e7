#include "support/assert.h"

#include "yanglu/domain/bridge.h"
#include "yanglu/domain/fund.h"

static void
every_name_of_a_drop_down_list_is_read_back (void **state)
{
  (void) state;
  for (guint i = 0; i < YL_N_PAYERS; i++)
    {
      YlPayer payer = YL_N_PAYERS;
      assert_true (yl_payer_parse (yl_text_of (yl_payer_get_name (i)), &payer));
      assert_int_equal (payer, i);
    }
  for (guint i = 0; i < YL_N_PURPOSES; i++)
    {
      YlPurpose purpose = YL_N_PURPOSES;
      assert_true (yl_purpose_parse (yl_text_of (yl_purpose_get_name (i)), &purpose));
      assert_int_equal (purpose, i);
    }
  for (guint i = 0; i < YL_N_FUNDS; i++)
    {
      YlFund fund = YL_N_FUNDS;
      assert_true (yl_fund_parse (yl_text_of (yl_fund_get_name (i)), &fund));
      assert_int_equal (fund, i);
    }
  for (guint i = 0; i < YL_N_SOURCE_KINDS; i++)
    {
      YlSourceKind kind = YL_N_SOURCE_KINDS;
      assert_true (yl_source_kind_parse (yl_text_of (yl_source_kind_get_name (i)), &kind));
      assert_int_equal (kind, i);
    }
}

static void
the_longer_spellings_of_the_offices_are_read (void **state)
{
  (void) state;
  YlPayer payer;
  YlPurpose purpose;
  YlSourceKind kind;
  assert_true (yl_payer_parse (yl_text_of (" 省级 "), &payer));
  assert_int_equal (payer, YL_PAYER_PROVINCE);
  assert_true (yl_payer_parse (yl_text_of ("中央资金"), &payer));
  assert_int_equal (payer, YL_PAYER_CENTRAL);
  assert_true (yl_payer_parse (yl_text_of ("县（市、区）"), &payer));
  assert_int_equal (payer, YL_PAYER_COUNTY);
  assert_true (yl_purpose_parse (yl_text_of ("人员支出"), &purpose));
  assert_int_equal (purpose, YL_PURPOSE_STAFF);
  assert_true (yl_source_kind_parse (yl_text_of ("土地出让金收益"), &kind));
  assert_int_equal (kind, YL_KIND_LAND);
}

static void
an_unknown_word_is_refused_and_nothing_is_written (void **state)
{
  (void) state;
  YlPayer payer = YL_PAYER_SOCIAL;
  YlFund fund = YL_FUND_SOCIAL;
  assert_false (yl_payer_parse (yl_text_of ("国际"), &payer));
  assert_false (yl_payer_parse (YL_TEXT_EMPTY, &payer));
  assert_false (yl_fund_parse (yl_text_of ("省"), &fund));
  assert_int_equal (payer, YL_PAYER_SOCIAL);
  assert_int_equal (fund, YL_FUND_SOCIAL);
}

static void
money_is_public_unless_fund_or_level_is_social (void **state)
{
  (void) state;
  const YlSource by_county = { .level = YL_PAYER_COUNTY, .fund = YL_FUND_GOVERNMENT };
  const YlSource by_giver = { .level = YL_PAYER_SOCIAL, .fund = YL_FUND_GENERAL };
  const YlSource through_county = { .level = YL_PAYER_COUNTY, .fund = YL_FUND_SOCIAL };
  assert_true (yl_source_is_public (&by_county));
  assert_false (yl_source_is_public (&by_giver));
  assert_false (yl_source_is_public (&through_county));
}

static void
superior_levels_are_central_province_and_city (void **state)
{
  (void) state;
  static const gboolean is_superior[YL_N_PAYERS] = { TRUE, TRUE, TRUE, FALSE, FALSE, FALSE };
  for (guint i = 0; i < YL_N_PAYERS; i++)
    assert_int_equal (yl_payer_is_superior (i), is_superior[i]);
}

static void
the_fund_follows_the_account_table (void **state)
{
  (void) state;
  static const struct
  {
    const char *account;
    YlFund fund;
  } cases[] = {
    { "2140106", YL_FUND_GENERAL },    { "2140199", YL_FUND_GENERAL },
    { "2130701", YL_FUND_GENERAL },    { "21201", YL_FUND_GENERAL },
    { "2120303", YL_FUND_GENERAL },    { "2120601", YL_FUND_GENERAL },
    { "21208", YL_FUND_GOVERNMENT },   { "2120804", YL_FUND_GOVERNMENT },
    { "2120802", YL_FUND_GOVERNMENT }, { "2121001", YL_FUND_GOVERNMENT },
    { "21211", YL_FUND_GOVERNMENT },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlFund fund = YL_N_FUNDS;
      if (!yl_fund_find_of_account (cases[i].account, &fund))
        fail_msg ("%s is not in the table", cases[i].account);
      assert_int_equal (fund, cases[i].fund);
    }
}

static void
an_account_that_the_table_does_not_hold_is_not_guessed_from_its_first_digits (void **state)
{
  (void) state;
  static const char *const cases[] = { "",          "2",       "212",      "21207",
                                       "2140",      "2140105", "21208040", "212080",
                                       "2120804城", "９",      "9999999" };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlFund fund = YL_N_FUNDS;
      if (yl_fund_find_of_account (cases[i], &fund))
        fail_msg ("%s was found", cases[i]);
      assert_int_equal (fund, YL_N_FUNDS);
    }
  YlFund fund;
  assert_false (yl_fund_find_of_account (NULL, &fund));
}

static void
bridge_sizes_are_read_by_code_and_name (void **state)
{
  (void) state;
  YlBridgeSize size;
  for (guint i = 0; i < YL_N_BRIDGE_SIZES; i++)
    {
      assert_true (yl_bridge_size_parse (yl_text_of (yl_bridge_size_get_name (i)), &size));
      assert_int_equal (size, i);
    }
  assert_true (yl_bridge_size_parse (yl_text_of ("１"), &size));
  assert_int_equal (size, YL_BRIDGE_EXTRA_LARGE);
  assert_true (yl_bridge_size_parse (yl_text_of (" 4 "), &size));
  assert_int_equal (size, YL_BRIDGE_SMALL);
  assert_true (yl_bridge_size_parse (yl_text_of ("特大"), &size));
  assert_int_equal (size, YL_BRIDGE_EXTRA_LARGE);
  assert_false (yl_bridge_size_parse (yl_text_of ("5"), &size));
  assert_false (yl_bridge_size_parse (YL_TEXT_EMPTY, &size));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_name_of_a_drop_down_list_is_read_back),
    cmocka_unit_test (the_longer_spellings_of_the_offices_are_read),
    cmocka_unit_test (an_unknown_word_is_refused_and_nothing_is_written),
    cmocka_unit_test (money_is_public_unless_fund_or_level_is_social),
    cmocka_unit_test (superior_levels_are_central_province_and_city),
    cmocka_unit_test (the_fund_follows_the_account_table),
    cmocka_unit_test (an_account_that_the_table_does_not_hold_is_not_guessed_from_its_first_digits),
    cmocka_unit_test (bridge_sizes_are_read_by_code_and_name),
  };
  return cmocka_run_group_tests_name ("fund", tests, NULL, NULL);
}
