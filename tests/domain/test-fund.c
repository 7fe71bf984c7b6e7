#include "support/assert.h"

#include "yanglu/domain/account.h"
#include "yanglu/domain/bridge.h"
#include "yanglu/io/words/words.h"

static gboolean
reads (YlWordList list, const char *text, guint expected)
{
  guint member = 99;
  return yl_words_read (yl_words_get_builtin (), list, yl_text_of (text), &member)
         && member == expected;
}

static void
every_name_of_a_drop_down_list_is_read_back (void **state)
{
  (void) state;
  for (guint i = 0; i < YL_N_PAYERS; i++)
    assert_true (reads (YL_WORDS_PAYER, yl_payer_get_name (i), i));
  for (guint i = 0; i < YL_N_PURPOSES; i++)
    assert_true (reads (YL_WORDS_PURPOSE, yl_purpose_get_name (i), i));
  for (guint i = 0; i < YL_N_FUNDS; i++)
    assert_true (reads (YL_WORDS_FUND, yl_fund_get_name (i), i));
  for (guint i = 0; i < YL_N_SOURCE_KINDS; i++)
    assert_true (reads (YL_WORDS_SOURCE_KIND, yl_source_kind_get_name (i), i));
  for (guint i = 0; i < YL_N_BRIDGE_SIZES; i++)
    assert_true (reads (YL_WORDS_BRIDGE_SIZE, yl_bridge_size_get_name (i), i));
}

static void
assert_usual (YlWordList list, const char *key, const char *name)
{
  assert_string_equal (yl_words_get_usual (yl_words_get_builtin (), list, key), name);
}

/* What a message lists as the members of a set are their names. */
static void
the_usual_spelling_of_a_member_is_its_name (void **state)
{
  (void) state;
  for (guint i = 0; i < YL_N_PAYERS; i++)
    assert_usual (YL_WORDS_PAYER, yl_payer_get_key (i), yl_payer_get_name (i));
  for (guint i = 0; i < YL_N_PURPOSES; i++)
    assert_usual (YL_WORDS_PURPOSE, yl_purpose_get_key (i), yl_purpose_get_name (i));
  for (guint i = 0; i < YL_N_FUNDS; i++)
    assert_usual (YL_WORDS_FUND, yl_fund_get_key (i), yl_fund_get_name (i));
  for (guint i = 0; i < YL_N_SOURCE_KINDS; i++)
    assert_usual (YL_WORDS_SOURCE_KIND, yl_source_kind_get_key (i), yl_source_kind_get_name (i));
  for (guint i = 0; i < YL_N_BRIDGE_SIZES; i++)
    assert_usual (YL_WORDS_BRIDGE_SIZE, yl_bridge_size_get_key (i), yl_bridge_size_get_name (i));
}

static void
the_longer_spellings_of_the_offices_are_read (void **state)
{
  (void) state;
  assert_true (reads (YL_WORDS_PAYER, " 省级 ", YL_PAYER_PROVINCE));
  assert_true (reads (YL_WORDS_PAYER, "中央资金", YL_PAYER_CENTRAL));
  assert_true (reads (YL_WORDS_PAYER, "县（市、区）", YL_PAYER_COUNTY));
  assert_true (reads (YL_WORDS_PURPOSE, "人员支出", YL_PURPOSE_STAFF));
  assert_true (reads (YL_WORDS_SOURCE_KIND, "土地出让金收益", YL_KIND_LAND));
}

static void
an_unknown_word_is_refused (void **state)
{
  (void) state;
  assert_false (reads (YL_WORDS_PAYER, "国际", 99));
  assert_false (reads (YL_WORDS_FUND, "省", 99));
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
    { "2140106", YL_FUND_GENERAL },      { "2140199", YL_FUND_GENERAL },
    { "2130701", YL_FUND_GENERAL },      { "21201", YL_FUND_GENERAL },
    { "2120303", YL_FUND_GENERAL },      { "2120601", YL_FUND_GENERAL },
    { "21208", YL_FUND_GOVERNMENT },     { "2120804", YL_FUND_GOVERNMENT },
    { "2120802", YL_FUND_GOVERNMENT },   { "2121001", YL_FUND_GOVERNMENT },
    { "21211", YL_FUND_GOVERNMENT },     { "2140106-公路养护", YL_FUND_GENERAL },
    { "2120804城", YL_FUND_GOVERNMENT }, { "公路养护（2140106）", YL_FUND_GENERAL },
    { "2140106.0", YL_FUND_GENERAL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlFund fund = YL_N_FUNDS;
      if (!yl_fund_find_of_account (cases[i].account, 0, &fund)
          || !yl_fund_find_of_account (cases[i].account, 2021, &fund))
        fail_msg ("%s is not in the table", cases[i].account);
      assert_int_equal (fund, cases[i].fund);
    }
}

static void
an_account_is_called_as_the_table_says_or_its_group_is (void **state)
{
  (void) state;
  YlAccount account;
  assert_true (yl_account_find ("2140106-公路养护", 2021, &account));
  assert_string_equal (account.name, "公路养护");
  assert_true (yl_text_is (account.code, "2140106"));
  assert_false (account.is_of_group);
  assert_true (yl_account_find ("2120804", 2021, &account));
  assert_string_equal (account.name, "国有土地使用权出让收入安排的支出");
  assert_true (account.is_of_group);
  assert_true (yl_account_find ("21208", 2021, &account));
  assert_false (account.is_of_group);
}

static void
an_account_that_the_table_does_not_hold_is_not_guessed_from_its_first_digits (void **state)
{
  (void) state;
  static const char *const cases[] = {
    "",       "2",  "212",     "21207",           "2140", "2140105", "21208040",
    "212080", "９", "9999999", "2140106、2120804"
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlFund fund = YL_N_FUNDS;
      if (yl_fund_find_of_account (cases[i], 0, &fund))
        fail_msg ("%s was found", cases[i]);
      assert_int_equal (fund, YL_N_FUNDS);
    }
  YlFund fund;
  assert_false (yl_fund_find_of_account (NULL, 0, &fund));
}

static void
bridge_sizes_are_read_by_code_and_name (void **state)
{
  (void) state;
  assert_true (reads (YL_WORDS_BRIDGE_SIZE, "１", YL_BRIDGE_EXTRA_LARGE));
  assert_true (reads (YL_WORDS_BRIDGE_SIZE, " 4 ", YL_BRIDGE_SMALL));
  assert_true (reads (YL_WORDS_BRIDGE_SIZE, "特大", YL_BRIDGE_EXTRA_LARGE));
  assert_false (reads (YL_WORDS_BRIDGE_SIZE, "5", 99));
  assert_false (reads (YL_WORDS_BRIDGE_SIZE, "", 99));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_name_of_a_drop_down_list_is_read_back),
    cmocka_unit_test (the_usual_spelling_of_a_member_is_its_name),
    cmocka_unit_test (the_longer_spellings_of_the_offices_are_read),
    cmocka_unit_test (an_unknown_word_is_refused),
    cmocka_unit_test (money_is_public_unless_fund_or_level_is_social),
    cmocka_unit_test (superior_levels_are_central_province_and_city),
    cmocka_unit_test (the_fund_follows_the_account_table),
    cmocka_unit_test (an_account_is_called_as_the_table_says_or_its_group_is),
    cmocka_unit_test (an_account_that_the_table_does_not_hold_is_not_guessed_from_its_first_digits),
    cmocka_unit_test (bridge_sizes_are_read_by_code_and_name),
  };
  return cmocka_run_group_tests_name ("fund", tests, NULL, NULL);
}
