#include "support/assert.h"

#include "yanglu/domain/bridge.h"
#include "yanglu/domain/fund.h"
#include "yanglu/domain/policy-group.h"
#include "yanglu/domain/road-class.h"

static void
every_group_has_words_of_its_own (void **state)
{
  (void) state;
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint group = 0; group < YL_N_POLICY_GROUPS; group++)
    {
      assert_true (g_hash_table_add (keys, (gpointer) yl_policy_group_get_key (group)));
      assert_true (g_hash_table_add (titles, (gpointer) yl_policy_group_get_title (group)));
      assert_true (yl_policy_group_get_n_keys (group) > 0);
    }
}

/* A group is in one unit or in words, but for what is listed key by key. */
static void
a_rate_counts_fen_and_a_share_parts_per_million (void **state)
{
  (void) state;
  for (guint group = 0; group < YL_N_POLICY_GROUPS; group++)
    for (guint i = 0; i < yl_policy_group_get_n_keys (group); i++)
      {
        const YlPolicyKey key = yl_policy_group_get_nth_key (group, i);
        const gboolean is_number = key.unit != YL_FIGURE_NONE;
        assert_int_equal (key.kind == YL_POLICY_SHARE, key.unit == YL_FIGURE_PPM);
        assert_int_equal (key.kind == YL_POLICY_RATE || key.kind == YL_POLICY_SHARE, is_number);
      }
}

/* Words and numbers name the same key, and no two keys of a group share either. */
static void
every_key_is_found_by_its_word_and_by_its_number (void **state)
{
  (void) state;
  for (guint group = 0; group < YL_N_POLICY_GROUPS; group++)
    for (guint i = 0; i < yl_policy_group_get_n_keys (group); i++)
      {
        const YlPolicyKey key = yl_policy_group_get_nth_key (group, i);
        YlPolicyKey found = { 0 };
        assert_true (yl_policy_group_find_key (group, key.key, &found));
        assert_int_equal (found.number, key.number);
        assert_string_equal (found.name, key.name);
        assert_string_equal (yl_policy_group_get_key_of (group, key.number).key, key.key);
      }
}

static void
a_group_has_the_keys_of_its_set_and_no_others (void **state)
{
  (void) state;
  YlPolicyKey key = { .number = 77 };
  assert_true (yl_policy_group_find_key (YL_GROUP_DAILY_RATE, "track", &key));
  assert_int_equal (key.number, YL_RATE_TRACK);
  assert_false (yl_policy_group_find_key (YL_GROUP_BRIDGE_RATE_PER_METRE, "track", &key));
  assert_true (yl_policy_group_find_key (YL_GROUP_PAYER_SHARE, "province", &key));
  assert_int_equal (key.number, YL_PAYER_PROVINCE);
  assert_true (yl_policy_group_find_key (YL_GROUP_PAYER_SHARE, "county", &key));
  assert_int_equal (key.number, YL_PAYER_COUNTY);
  assert_false (yl_policy_group_find_key (YL_GROUP_PAYER_SHARE, "central", &key));
  assert_false (yl_policy_group_find_key (YL_GROUP_PAYER_SHARE, "township", &key));
  assert_int_equal (key.number, YL_PAYER_COUNTY);
}

static void
only_what_differs_from_place_to_place_takes_an_area (void **state)
{
  (void) state;
  assert_true (yl_policy_group_takes_area (YL_GROUP_PAYER_SHARE));
  assert_true (yl_policy_group_takes_area (YL_GROUP_PAYER_RATE_PROVINCE));
  assert_true (yl_policy_group_takes_area (YL_GROUP_PAYER_RATE_CITY));
  assert_true (yl_policy_group_takes_area (YL_GROUP_COUNTY_MATCH));
  assert_true (yl_policy_group_takes_area (YL_GROUP_PAYMENT));
  assert_false (yl_policy_group_takes_area (YL_GROUP_DAILY_RATE));
  assert_false (yl_policy_group_takes_area (YL_GROUP_LAND_REVENUE));
}

static void
messages_list_all_groups_or_those_of_places (void **state)
{
  (void) state;
  g_autofree char *all = yl_policy_group_list (FALSE);
  g_autofree char *of_places = yl_policy_group_list (TRUE);
  assert_true (g_str_has_prefix (all, "daily-rate、bridge-rate、"));
  assert_true (g_str_has_suffix (all, "、required"));
  assert_string_equal (of_places,
                       "payer-share、payer-rate province、payer-rate city、county-match、payment");
}

static void
only_shares_of_the_payers_are_parts_of_a_whole (void **state)
{
  (void) state;
  for (guint group = 0; group < YL_N_POLICY_GROUPS; group++)
    assert_int_equal (yl_policy_group_is_whole (group), group == YL_GROUP_PAYER_SHARE);
}

static YlPolicyValue
make_value (YlPolicyGroup group, guint number, gint64 value)
{
  return (YlPolicyValue){ .group = group,
                          .area = "",
                          .key = number,
                          .key_name = yl_policy_group_get_key_of (group, number).key,
                          .value = value,
                          .shown = "gross" };
}

static void
assert_shown (YlPolicyGroup group, guint number, gint64 value, const char *name, const char *text)
{
  const YlPolicyValue one = make_value (group, number, value);
  g_autofree char *own_name = yl_policy_value_to_name (&one);
  g_autofree char *own_text = yl_policy_value_to_text (&one);
  assert_string_equal (own_name, name);
  assert_string_equal (own_text, text);
}

static void
a_value_says_what_it_is_and_in_which_unit (void **state)
{
  (void) state;
  assert_shown (YL_GROUP_DAILY_RATE, YL_RATE_COUNTY, 1000050, "县道日常养护标准",
                "10,000.50 元/公里·年");
  assert_shown (YL_GROUP_BRIDGE_RATE, YL_BRIDGE_LARGE, 800000, "大桥每座养护标准",
                "8,000.00 元/座·年");
  assert_shown (YL_GROUP_BRIDGE_RATE_PER_METRE, YL_CLASS_VILLAGE, 1234, "村道桥梁每米养护标准",
                "12.34 元/米·年");
  assert_shown (YL_GROUP_PAYER_SHARE, YL_PAYER_CITY, 333333, "市级分担比例", "33.3333%");
  assert_shown (YL_GROUP_PAYER_RATE_CITY, YL_CLASS_COUNTY, 400000, "县道市级承担标准",
                "4,000.00 元/公里·年");
  assert_shown (YL_GROUP_LAND_REVENUE, YL_LAND_MIN_SHARE, 20000, "土地出让收益计提比例下限", "2%");
  assert_shown (YL_GROUP_TARGET, YL_INDICATOR_MAINTAINED, 1000000, "列养率目标值", "100%");
  assert_shown (YL_GROUP_COUNTY_MATCH, YL_MATCH_SUPERIOR_GRANTS, 500000,
                "县级配套占上级日常养护补助的最低比例", "50%");
  assert_shown (YL_GROUP_PAYMENT, 630, 500000, "6月30日前应拨付", "50%");
}

static void
what_counts_nothing_is_said_in_words (void **state)
{
  (void) state;
  assert_shown (YL_GROUP_LAND_REVENUE, YL_LAND_PAYERS,
                (1 << YL_PAYER_CITY) | (1 << YL_PAYER_COUNTY), "土地出让收益计提主体", "市、县");
  assert_shown (YL_GROUP_MILEAGE, 0, YL_BASIS_MAINTAINED, "日常养护计费里程口径", "列养里程");
  assert_shown (YL_GROUP_PAYMENT, YL_PAYMENT_PASS_ON_DAYS, 30, "收到上级资金后的拨付期限", "30 天");
  const YlPolicyValue basis = make_value (YL_GROUP_LAND_REVENUE, YL_LAND_BASIS, 0);
  g_autofree char *text = yl_policy_value_to_text (&basis);
  assert_string_equal (text, "gross");
}

static void
a_definition_of_net_revenue_is_called_by_its_document (void **state)
{
  (void) state;
  assert_string_equal (yl_land_basis_get_name ("net-2011-62"), "财综〔2011〕62号（净收益）");
  assert_string_equal (yl_land_basis_get_name ("其他口径"), "其他口径");
}

static void
a_value_of_one_place_is_a_figure_of_its_own (void **state)
{
  (void) state;
  YlPolicyValue value = make_value (YL_GROUP_PAYER_SHARE, YL_PAYER_CITY, 300000);
  g_autofree char *general = yl_policy_value_to_figure_key (&value);
  value.area = "340621";
  g_autofree char *local = yl_policy_value_to_figure_key (&value);
  assert_string_equal (general, "policy.payer-share.city");
  assert_string_equal (local, "policy.payer-share.city.340621");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_group_has_words_of_its_own),
    cmocka_unit_test (a_rate_counts_fen_and_a_share_parts_per_million),
    cmocka_unit_test (every_key_is_found_by_its_word_and_by_its_number),
    cmocka_unit_test (a_group_has_the_keys_of_its_set_and_no_others),
    cmocka_unit_test (only_what_differs_from_place_to_place_takes_an_area),
    cmocka_unit_test (messages_list_all_groups_or_those_of_places),
    cmocka_unit_test (only_shares_of_the_payers_are_parts_of_a_whole),
    cmocka_unit_test (a_value_says_what_it_is_and_in_which_unit),
    cmocka_unit_test (what_counts_nothing_is_said_in_words),
    cmocka_unit_test (a_definition_of_net_revenue_is_called_by_its_document),
    cmocka_unit_test (a_value_of_one_place_is_a_figure_of_its_own),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
