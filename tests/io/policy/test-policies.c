#include "support/assert.h"

#include "yanglu/base/error.h"
#include "yanglu/domain/policy-group.h"
#include "yanglu/io/policy/policies.h"

#include <string.h>

#define TEXT(id, rest)                                                                              \
  "[policy]\nid=" id "\ntitle=办法\ndocument=文\nissued=2021-01-01\neffective-from=2021-01-01\n" \
  "verified=true\n" rest

static YlPolicy *
open_data (const char *name)
{
  g_autofree char *path =
      g_strdup_printf ("%s/tests/data/policies/%s.policy", g_getenv ("YL_SOURCE_ROOT"), name);
  g_autoptr (GError) error = NULL;
  YlPolicy *policy = yl_policies_open (path, &error);
  if (policy == NULL)
    print_error ("%s\n", error->message);
  assert_non_null (policy);
  return policy;
}

static void
assert_value (const YlPolicy *policy,
              YlPolicyGroup group,
              const char *area,
              guint key,
              gint64 value,
              const char *clause)
{
  const YlPolicyValue *found = yl_policy_find (policy, group, area, key);
  assert_non_null (found);
  assert_number_equal (found->value, value);
  assert_string_equal (found->clause, clause);
}

static void
assert_chosen (const char *area, guint32 day, const char *id)
{
  g_autoptr (YlPolicy) policy = yl_policies_choose (area, (YlDate){ day }, NULL);
  assert_non_null (policy);
  assert_string_equal (yl_policy_get_head (policy)->id, id);
}

/* They stand in one folder, and none is forgotten in the list of what is compiled in. */
static void
every_policy_of_the_templates_is_compiled_in_by_id (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) list = yl_policies_list (NULL);
  g_autofree char *folder =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "templates", "policies", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint n_files = 0;
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    n_files += g_str_has_suffix (name, ".policy") ? 1 : 0;
  assert_int_equal (list->len, n_files);
  for (guint i = 1; i < list->len; i++)
    assert_true (strcmp (yl_policy_get_head (g_ptr_array_index (list, i - 1))->id,
                         yl_policy_get_head (g_ptr_array_index (list, i))->id)
                 < 0);
}

/* The reader is stricter than GKeyFile, never looser. */
static void
what_is_read_is_what_any_reader_of_key_files_reads (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) list = yl_policies_list (NULL);
  g_ptr_array_add (list, open_data ("sound"));
  for (guint i = 0; i < list->len; i++)
    {
      const YlPolicy *policy = g_ptr_array_index (list, i);
      const YlPolicyHead *head = yl_policy_get_head (policy);
      g_autoptr (GKeyFile) file = g_key_file_new ();
      assert_true (g_key_file_load_from_data (file, head->text, (gsize) -1, G_KEY_FILE_NONE, NULL));
      g_autofree char *title = g_key_file_get_string (file, "policy", "title", NULL);
      g_autofree char *village = g_key_file_get_string (file, "daily-rate", "village", NULL);
      const YlPolicyValue *own =
          yl_policy_find (policy, YL_GROUP_DAILY_RATE, NULL, YL_RATE_VILLAGE);
      assert_string_equal (title, head->title);
      assert_string_equal (village == NULL ? "its base's" : village,
                           village == NULL ? "its base's" : own->shown);
    }
}

static void
liaocheng_says_what_its_document_prints (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = yl_policies_open ("liaocheng-2020", NULL);
  const YlPolicyHead *head = yl_policy_get_head (policy);
  assert_string_equal (head->document, "聊政办发〔2020〕10号");
  assert_int_equal (head->issued.yyyymmdd, 20201128);
  assert_true (head->verified);
  assert_value (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY, 1000000, "二（二）1");
  assert_value (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_TOWNSHIP, 500000, "二（二）1");
  assert_value (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_VILLAGE, 300000, "二（二）1");
  assert_value (policy, YL_GROUP_LAND_REVENUE, "", YL_LAND_MIN_SHARE, 20000, "二（二）1");
  assert_value (policy, YL_GROUP_LAND_REVENUE, "", YL_LAND_MAX_SHARE, 30000, "二（二）1");
  assert_value (policy, YL_GROUP_LAND_REVENUE, "", YL_LAND_PAYERS,
                (1 << YL_PAYER_CITY) | (1 << YL_PAYER_COUNTY), "二（二）1");
  assert_value (policy, YL_GROUP_TARGET, "", YL_INDICATOR_MAINTAINED, 1000000, "一（三）");
  assert_value (policy, YL_GROUP_TARGET, "", YL_INDICATOR_ENGINEERING, 70000, "一（三）");
  assert_value (policy, YL_GROUP_TARGET, "", YL_INDICATOR_FAIR_OR_BETTER, 800000, "一（三）");
}

static void
the_national_values_are_still_to_be_verified (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = yl_policies_open ("national-2019", NULL);
  assert_value (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_VILLAGE, 300000, "三（七）");
  assert_value (policy, YL_GROUP_TARGET, "", YL_INDICATOR_ENGINEERING, 50000, "一（二）");
  assert_value (policy, YL_GROUP_TARGET, "", YL_INDICATOR_FAIR_OR_BETTER, 750000, "一（二）");
  const YlPolicyValue *rate = yl_policy_find (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_VILLAGE);
  assert_false (rate->verified);
}

static void
urban_stretches_and_tracks_have_no_rate (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = yl_policies_open ("liaocheng-2020", NULL);
  YlRate rate;
  assert_false (yl_policy_get_rate (policy, YL_RATE_URBAN, &rate));
  assert_false (yl_policy_get_rate (policy, YL_RATE_TRACK, &rate));
  assert_false (yl_policy_get_rate (policy, YL_RATE_SPECIAL, &rate));
}

static void
every_value_form_is_read_to_its_last_decimal (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = open_data ("sound");
  assert_value (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY, 1000050, "一");
  assert_value (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_TOWNSHIP, 500000, "一");
  assert_value (policy, YL_GROUP_BRIDGE_RATE, "", 1, 800000, "三");
  assert_value (policy, YL_GROUP_BRIDGE_RATE_PER_METRE, "", YL_CLASS_COUNTY, 1234, "三");
  assert_value (policy, YL_GROUP_PAYER_SHARE, "", YL_PAYER_COUNTY, 333334, "四");
  assert_value (policy, YL_GROUP_MILEAGE, "", 0, YL_BASIS_MAINTAINED, "六");
  assert_value (policy, YL_GROUP_COUNTY_MATCH, "", YL_MATCH_SUPERIOR_GRANTS, 500000, "八");
  assert_value (policy, YL_GROUP_COUNTY_MATCH, "990001", YL_MATCH_SUPERIOR_GRANTS, 333333, "八");
  assert_value (policy, YL_GROUP_PAYMENT, "", YL_PAYMENT_PASS_ON_DAYS, 30, "九");
  assert_value (policy, YL_GROUP_PAYMENT, "", 630, 500000, "九");
  assert_value (policy, YL_GROUP_PAYMENT, "", 1231, 1000000, "九");
}

static void
what_shares_divide_is_the_standard_until_a_policy_says_otherwise (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) silent = open_data ("sound");
  g_autoptr (YlPolicy) policy = open_data ("share-base");
  assert_int_equal (yl_policy_get_share_base (silent, "990001"), YL_SHARE_OF_STANDARD);
  assert_int_equal (yl_policy_get_share_base (policy, "990063"), YL_SHARE_AFTER_SUPERIOR);
  const YlPolicyValue *base = yl_policy_find (policy, YL_GROUP_PAYER_SHARE, "", YL_SHARE_BASE_KEY);
  g_autofree char *name = yl_policy_value_to_name (base);
  g_autofree char *shown = yl_policy_value_to_text (base);
  assert_string_equal (name, "日常养护分担基数");
  assert_string_equal (shown, "标准总额减没有比例的上级补助");
}

static void
a_declared_rate_of_zero_is_a_rate (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = open_data ("sound");
  YlRate rate = { .fen_per_km = 7 };
  assert_true (yl_policy_get_rate (policy, YL_RATE_URBAN, &rate));
  assert_number_equal (rate.fen_per_km, 0);
}

static void
the_nearest_clause_wins (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = open_data ("sound");
  assert_value (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_URBAN, 0, "二");
  assert_value (policy, YL_GROUP_PAYER_SHARE, "", YL_PAYER_CITY, 333333, "四之二");
  assert_value (policy, YL_GROUP_PAYER_SHARE, "990001", YL_PAYER_COUNTY, 1000000, "五");
}

#define RATES                                                                                      \
  "[daily-rate]\ncounty=10000\n[payer-rate province]\ncounty=4000\n"                               \
  "[payer-rate city]\ncounty=1000\n[payer-rate city 990001]\ncounty=2000\n"                        \
  "[clause]\ndaily-rate=一\n"

static void
a_clause_for_the_first_word_of_a_group_serves_every_group_of_it (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = yl_policies_open_text (
      "p", TEXT ("p", RATES "payer-rate=二\npayer-rate 990001=三\npayer-rate province.county=四\n"),
      NULL, 0, NULL);
  assert_value (policy, YL_GROUP_PAYER_RATE_PROVINCE, "", YL_CLASS_COUNTY, 400000, "四");
  assert_value (policy, YL_GROUP_PAYER_RATE_CITY, "", YL_CLASS_COUNTY, 100000, "二");
  assert_value (policy, YL_GROUP_PAYER_RATE_CITY, "990001", YL_CLASS_COUNTY, 200000, "三");
}

/* However the zone is written, it is the same. */
static void
a_group_and_its_clause_may_be_for_a_zone_by_name (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = yl_policies_open_text (
      "p",
      TEXT ("p", "[payer-share]\ncounty=100\n[payer-share 聊城市甲区]\ncity=40\ncounty=60\n"
                 "[clause]\npayer-share=一\npayer-share 聊城甲区.city=二\n"),
      NULL, 0, NULL);
  assert_non_null (policy);
  assert_value (policy, YL_GROUP_PAYER_SHARE, "聊城甲区", YL_PAYER_CITY, 400000, "二");
  assert_value (policy, YL_GROUP_PAYER_SHARE, "聊城甲区", YL_PAYER_COUNTY, 600000, "一");
  assert_value (policy, YL_GROUP_PAYER_SHARE, "聊城乙区", YL_PAYER_COUNTY, 1000000, "一");
}

static void
a_place_is_a_code_or_a_name_of_forty_signs (void **state)
{
  (void) state;
  for (guint n_signs = 40; n_signs <= 41; n_signs++)
    {
      g_autoptr (GString) name = g_string_new (NULL);
      for (guint i = 0; i < n_signs; i++)
        g_string_append (name, "区");
      g_autofree char *text = g_strdup_printf (
          TEXT ("p", "[payer-share %s]\ncounty=100\n[clause]\npayer-share=一\n"), name->str);
      g_autoptr (YlPolicy) policy = yl_policies_open_text ("p", text, NULL, 0, NULL);
      assert_int_equal (policy != NULL, n_signs == 40);
    }
  assert_null (yl_policies_open_text (
      "p", TEXT ("p", "[payer-share zone]\ncounty=100\n[clause]\npayer-share=一\n"), NULL, 0,
      NULL));
}

/* It names no group, a key that its group has not, a place that is none. */
static void
a_clause_never_keeps_money_from_being_counted (void **state)
{
  (void) state;
  static const char *const odd[] = { "daily-rates=二",      "daily-rate.vilage=二",
                                     "payer-rate 99=二",    "daily-rate 9=二",
                                     "payer-rates=二",      "policy=二",
                                     "daily-rate 990001=二" };
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      g_autofree char *text = g_strconcat (TEXT ("p", RATES "payer-rate=二\n"), odd[i], "\n", NULL);
      g_autoptr (YlPolicy) policy = yl_policies_open_text ("p", text, NULL, 0, NULL);
      if (policy == NULL)
        fail_msg ("%s", odd[i]);
      assert_value (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY, 1000000, "一");
    }
}

static void
a_file_may_stand_on_one_that_lies_beside_it (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = open_data ("base-beside");
  const YlPolicyValue *rate = yl_policy_find (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY);
  assert_number_equal (rate->value, 1000050);
  assert_string_equal (rate->policy_id, "sound");
}

static void
a_policy_keeps_its_text_and_its_fingerprint (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = open_data ("sound");
  const YlPolicyHead *head = yl_policy_get_head (policy);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, head->text, -1);
  assert_string_equal (head->sha256, sha256);
  assert_true (g_str_has_prefix (head->text, "[policy]\nid=sound\n"));
}

static void
the_text_of_a_policy_opens_as_the_same_policy (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) first = yl_policies_open ("liaocheng-2020", NULL);
  g_autoptr (YlPolicy) again =
      yl_policies_open_text ("copy", yl_policy_get_head (first)->text, NULL, 0, NULL);
  assert_string_equal (yl_policy_get_head (again)->sha256, yl_policy_get_head (first)->sha256);
  gsize n_first = 0, n_again = 0;
  yl_policy_get_values (first, &n_first);
  yl_policy_get_values (again, &n_again);
  assert_int_equal (n_again, n_first);
}

static void
a_text_finds_its_bases_among_the_texts_beside_it (void **state)
{
  (void) state;
  static const YlPolicyText bases[] = {
    { "province", TEXT ("province", "[daily-rate]\nvillage=3100\n[clause]\ndaily-rate=一\n") },
    { "city",
      TEXT ("city", "base=province\n[daily-rate]\ntownship=5200\n[clause]\ndaily-rate=二\n") },
  };
  static const char text[] =
      TEXT ("p", "base=city\n[daily-rate]\ncounty=12000\n[clause]\ndaily-rate=三\n");
  g_autoptr (GError) error = NULL;
  g_autoptr (YlPolicy) policy =
      yl_policies_open_text ("p", text, bases, G_N_ELEMENTS (bases), &error);
  assert_null (error);
  assert_value (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY, 1200000, "三");
  assert_value (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_TOWNSHIP, 520000, "二");
  assert_value (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_VILLAGE, 310000, "一");
  assert_null (yl_policies_open_text ("p", text, bases, 1, &error));
  assert_non_null (strstr (error->message, "base=city"));
}

/* What a workbook holds counts, also when a later program has another text under that name. */
static void
a_text_beside_it_goes_before_one_compiled_in (void **state)
{
  (void) state;
  static const YlPolicyText bases[] = {
    { "national-2019",
      TEXT ("national-2019", "[daily-rate]\nvillage=3300\n[clause]\ndaily-rate=一\n") },
  };
  static const char text[] = TEXT ("p", "base=national-2019\n");
  g_autoptr (YlPolicy) policy = yl_policies_open_text ("p", text, bases, 1, NULL);
  assert_value (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_VILLAGE, 330000, "一");
}

static void
windows_line_ends_and_a_byte_order_mark_do_no_harm (void **state)
{
  (void) state;
  static const char text[] = "\xef\xbb\xbf[policy]\r\nid=p\r\ntitle=办法\r\ndocument=文\r\n"
                             "issued=2021-01-01\r\neffective-from=2021-01-01\r\nverified=true\r\n"
                             "\r\n[daily-rate]\r\ncounty = 10000\r\n[clause]\r\ndaily-rate=一";
  g_autoptr (YlPolicy) policy = yl_policies_open_text ("p", text, NULL, 0, NULL);
  assert_non_null (policy);
  assert_value (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY, 1000000, "一");
}

static void
a_county_of_liaocheng_gets_its_own_policy (void **state)
{
  (void) state;
  assert_chosen ("371502", 20210101, "liaocheng-2020");
  assert_chosen ("3715", 20210101, "liaocheng-2020");
}

static void
other_places_and_unknown_ones_get_the_national_policy (void **state)
{
  (void) state;
  assert_chosen ("370102", 20210101, "national-2019");
  assert_chosen ("", 20210101, "national-2019");
  assert_chosen (NULL, 20210101, "national-2019");
}

static void
a_policy_is_chosen_from_the_day_it_takes_effect (void **state)
{
  (void) state;
  assert_chosen ("371502", 20201127, "national-2019");
  assert_chosen ("371502", 20201128, "liaocheng-2020");
}

static void
before_the_first_policy_there_is_none_to_choose (void **state)
{
  (void) state;
  g_autoptr (GError) error = NULL;
  assert_null (yl_policies_choose ("371502", (YlDate){ 20190904 }, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_NOT_FOUND));
  assert_non_null (strstr (error->message, "2019年9月4日"));
}

static void
an_unknown_policy_is_not_found (void **state)
{
  (void) state;
  g_autoptr (GError) error = NULL;
  assert_null (yl_policies_open ("no-such-policy", &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_NOT_FOUND));
  assert_non_null (strstr (error->message, "no-such-policy"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_policy_of_the_templates_is_compiled_in_by_id),
    cmocka_unit_test (what_is_read_is_what_any_reader_of_key_files_reads),
    cmocka_unit_test (liaocheng_says_what_its_document_prints),
    cmocka_unit_test (the_national_values_are_still_to_be_verified),
    cmocka_unit_test (urban_stretches_and_tracks_have_no_rate),
    cmocka_unit_test (every_value_form_is_read_to_its_last_decimal),
    cmocka_unit_test (what_shares_divide_is_the_standard_until_a_policy_says_otherwise),
    cmocka_unit_test (a_declared_rate_of_zero_is_a_rate),
    cmocka_unit_test (the_nearest_clause_wins),
    cmocka_unit_test (a_clause_for_the_first_word_of_a_group_serves_every_group_of_it),
    cmocka_unit_test (a_group_and_its_clause_may_be_for_a_zone_by_name),
    cmocka_unit_test (a_place_is_a_code_or_a_name_of_forty_signs),
    cmocka_unit_test (a_clause_never_keeps_money_from_being_counted),
    cmocka_unit_test (a_file_may_stand_on_one_that_lies_beside_it),
    cmocka_unit_test (a_policy_keeps_its_text_and_its_fingerprint),
    cmocka_unit_test (the_text_of_a_policy_opens_as_the_same_policy),
    cmocka_unit_test (a_text_finds_its_bases_among_the_texts_beside_it),
    cmocka_unit_test (a_text_beside_it_goes_before_one_compiled_in),
    cmocka_unit_test (windows_line_ends_and_a_byte_order_mark_do_no_harm),
    cmocka_unit_test (a_county_of_liaocheng_gets_its_own_policy),
    cmocka_unit_test (other_places_and_unknown_ones_get_the_national_policy),
    cmocka_unit_test (a_policy_is_chosen_from_the_day_it_takes_effect),
    cmocka_unit_test (before_the_first_policy_there_is_none_to_choose),
    cmocka_unit_test (an_unknown_policy_is_not_found),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
