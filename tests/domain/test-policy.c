#include "support/assert.h"

#include "yanglu/domain/policy-choice.h"

static const char *const everywhere[] = { NULL };

static YlPolicy *
begin (const char *id, const char *const *area)
{
  const YlPolicyHead head = {
    .id = id,
    .title = "办法",
    .document = id,
    .effective_from = { 20210101 },
    .area = area,
    .base = "",
    .verified = TRUE,
    .text = "",
    .sha256 = "",
  };
  return yl_policy_new (&head);
}

static void
add (YlPolicy *policy, YlPolicyGroup group, const char *area, guint key, gint64 value)
{
  const YlPolicyValue one = {
    .group = group,
    .area = area,
    .key = key,
    .key_name = "k",
    .value = value,
    .shown = "v",
    .clause = "二（二）1",
  };
  yl_policy_add (policy, &one);
}

static gint64
found (const YlPolicy *policy, YlPolicyGroup group, const char *area, guint key)
{
  const YlPolicyValue *value = yl_policy_find (policy, group, area, key);
  return value == NULL ? -1 : value->value;
}

static YlPolicy *
make_national (void)
{
  g_autoptr (YlPolicy) policy = begin ("national", everywhere);
  add (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_VILLAGE, 300000);
  add (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY, 1000000);
  add (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_TOWNSHIP, 500000);
  add (policy, YL_GROUP_PAYER_SHARE, "", YL_PAYER_PROVINCE, 300000);
  add (policy, YL_GROUP_PAYER_SHARE, "", YL_PAYER_COUNTY, 700000);
  return yl_policy_seal (g_steal_pointer (&policy), NULL);
}

static void
values_are_found_by_group_and_key (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = make_national ();
  assert_number_equal (found (policy, YL_GROUP_DAILY_RATE, NULL, YL_RATE_COUNTY), 1000000);
  assert_number_equal (found (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_VILLAGE), 300000);
  assert_number_equal (found (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_URBAN), -1);
  assert_number_equal (found (policy, YL_GROUP_TARGET, "", YL_INDICATOR_MAINTAINED), -1);
}

static void
a_rate_that_is_not_declared_is_no_rate (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = make_national ();
  YlRate rate = { .fen_per_km = 7 };
  assert_true (yl_policy_get_rate (policy, YL_RATE_TOWNSHIP, &rate));
  assert_number_equal (rate.fen_per_km, 500000);
  assert_false (yl_policy_get_rate (policy, YL_RATE_TRACK, &rate));
  assert_number_equal (rate.fen_per_km, 0);
}

static void
a_value_keeps_the_document_it_comes_from_through_its_base (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) national = make_national ();
  g_autoptr (YlPolicy) policy = begin ("city", everywhere);
  add (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY, 1200000);
  g_autoptr (YlPolicy) city = yl_policy_seal (g_steal_pointer (&policy), national);
  const YlPolicyValue *own = yl_policy_find (city, YL_GROUP_DAILY_RATE, NULL, YL_RATE_COUNTY);
  const YlPolicyValue *taken = yl_policy_find (city, YL_GROUP_DAILY_RATE, NULL, YL_RATE_TOWNSHIP);
  assert_string_equal (own->document, "city");
  assert_number_equal (own->value, 1200000);
  assert_string_equal (taken->document, "national");
  assert_string_equal (taken->clause, "二（二）1");
}

static void
values_outlive_the_base_they_were_copied_from (void **state)
{
  (void) state;
  YlPolicy *national = make_national ();
  g_autoptr (YlPolicy) policy = begin ("city", everywhere);
  g_autoptr (YlPolicy) city = yl_policy_seal (g_steal_pointer (&policy), national);
  yl_policy_free (national);
  const YlPolicyValue *taken = yl_policy_find (city, YL_GROUP_DAILY_RATE, NULL, YL_RATE_TOWNSHIP);
  assert_string_equal (taken->policy_id, "national");
}

static void
the_chain_of_bases_can_be_followed_and_outlives_its_other_holders (void **state)
{
  (void) state;
  YlPolicy *national = make_national ();
  assert_null (yl_policy_get_base (national));
  g_autoptr (YlPolicy) middle = begin ("city", everywhere);
  YlPolicy *city = yl_policy_seal (g_steal_pointer (&middle), national);
  g_autoptr (YlPolicy) last = begin ("county", everywhere);
  g_autoptr (YlPolicy) county = yl_policy_seal (g_steal_pointer (&last), city);
  yl_policy_free (national);
  yl_policy_free (city);
  const YlPolicy *base = yl_policy_get_base (county);
  assert_string_equal (yl_policy_get_head (base)->id, "city");
  base = yl_policy_get_base (base);
  assert_string_equal (yl_policy_get_head (base)->id, "national");
  assert_null (yl_policy_get_base (base));
}

static void
a_group_with_a_code_replaces_the_general_group_whole (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = begin ("p", everywhere);
  add (policy, YL_GROUP_PAYER_SHARE, "", YL_PAYER_PROVINCE, 300000);
  add (policy, YL_GROUP_PAYER_SHARE, "", YL_PAYER_COUNTY, 700000);
  add (policy, YL_GROUP_PAYER_SHARE, "340621", YL_PAYER_COUNTY, 1000000);
  policy = yl_policy_seal (policy, NULL);
  assert_number_equal (found (policy, YL_GROUP_PAYER_SHARE, "340621", YL_PAYER_PROVINCE), -1);
  assert_number_equal (found (policy, YL_GROUP_PAYER_SHARE, "340621", YL_PAYER_COUNTY), 1000000);
  assert_number_equal (found (policy, YL_GROUP_PAYER_SHARE, "340622", YL_PAYER_PROVINCE), 300000);
  assert_number_equal (found (policy, YL_GROUP_PAYER_SHARE, "", YL_PAYER_PROVINCE), 300000);
}

static void
a_value_is_found_as_the_figure_that_it_is (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = begin ("p", everywhere);
  add (policy, YL_GROUP_PAYER_SHARE, "", YL_PAYER_COUNTY, 700000);
  add (policy, YL_GROUP_PAYER_SHARE, "340621", YL_PAYER_COUNTY, 1000000);
  policy = yl_policy_seal (policy, NULL);
  assert_number_equal (yl_policy_find_figure (policy, "policy.payer-share.k")->value, 700000);
  assert_number_equal (yl_policy_find_figure (policy, "policy.payer-share.k.340621")->value,
                       1000000);
  assert_null (yl_policy_find_figure (policy, "policy.payer-share.k.34062"));
}

static void
the_longest_area_prefix_answers_alone (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = begin ("p", everywhere);
  add (policy, YL_GROUP_PAYER_RATE_CITY, "1411", YL_CLASS_VILLAGE, 11);
  add (policy, YL_GROUP_PAYER_RATE_CITY, "1411", YL_CLASS_COUNTY, 12);
  add (policy, YL_GROUP_PAYER_RATE_CITY, "141123", YL_CLASS_COUNTY, 22);
  add (policy, YL_GROUP_PAYER_RATE_CITY, "15", YL_CLASS_COUNTY, 33);
  policy = yl_policy_seal (policy, NULL);
  const YlPolicyGroup group = YL_GROUP_PAYER_RATE_CITY;
  assert_number_equal (found (policy, group, "141123100", YL_CLASS_COUNTY), 22);
  assert_number_equal (found (policy, group, "141123100", YL_CLASS_VILLAGE), -1);
  assert_number_equal (found (policy, group, "141124", YL_CLASS_VILLAGE), 11);
  assert_number_equal (found (policy, group, "14", YL_CLASS_COUNTY), -1);
  assert_number_equal (found (policy, group, "150000", YL_CLASS_COUNTY), 33);
  assert_number_equal (found (policy, group, "", YL_CLASS_COUNTY), -1);
}

static void
nothing_of_the_base_is_added_to_a_group_with_a_code (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) below = begin ("base", everywhere);
  add (below, YL_GROUP_PAYER_RATE_CITY, "141123", YL_CLASS_COUNTY, 5);
  add (below, YL_GROUP_PAYER_RATE_CITY, "141123", YL_CLASS_VILLAGE, 6);
  add (below, YL_GROUP_PAYER_RATE_CITY, "141124", YL_CLASS_VILLAGE, 7);
  g_autoptr (YlPolicy) base = yl_policy_seal (g_steal_pointer (&below), NULL);
  g_autoptr (YlPolicy) above = begin ("child", everywhere);
  add (above, YL_GROUP_PAYER_RATE_CITY, "141123", YL_CLASS_COUNTY, 9);
  g_autoptr (YlPolicy) child = yl_policy_seal (g_steal_pointer (&above), base);
  assert_number_equal (found (child, YL_GROUP_PAYER_RATE_CITY, "141123", YL_CLASS_COUNTY), 9);
  assert_number_equal (found (child, YL_GROUP_PAYER_RATE_CITY, "141123", YL_CLASS_VILLAGE), -1);
  assert_number_equal (found (child, YL_GROUP_PAYER_RATE_CITY, "141124", YL_CLASS_VILLAGE), 7);
}

static void
general_shares_are_never_mixed_with_those_of_the_base (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) national = make_national ();
  g_autoptr (YlPolicy) policy = begin ("city", everywhere);
  add (policy, YL_GROUP_PAYER_SHARE, "", YL_PAYER_CITY, 400000);
  add (policy, YL_GROUP_PAYER_SHARE, "", YL_PAYER_COUNTY, 600000);
  g_autoptr (YlPolicy) city = yl_policy_seal (g_steal_pointer (&policy), national);
  assert_number_equal (found (city, YL_GROUP_PAYER_SHARE, "", YL_PAYER_PROVINCE), -1);
  assert_number_equal (found (city, YL_GROUP_PAYER_SHARE, "", YL_PAYER_COUNTY), 600000);
}

static void
only_a_rate_that_was_replaced_has_a_base_rate (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) national = make_national ();
  g_autoptr (YlPolicy) policy = begin ("city", everywhere);
  add (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY, 900000);
  add (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_URBAN, 100000);
  g_autoptr (YlPolicy) city = yl_policy_seal (g_steal_pointer (&policy), national);
  YlRate rate = { .fen_per_km = 7 };
  assert_true (yl_policy_get_base_rate (city, YL_RATE_COUNTY, &rate));
  assert_number_equal (rate.fen_per_km, 1000000);
  assert_false (yl_policy_get_base_rate (city, YL_RATE_TOWNSHIP, &rate));
  assert_false (yl_policy_get_base_rate (city, YL_RATE_URBAN, &rate));
  assert_false (yl_policy_get_base_rate (national, YL_RATE_COUNTY, &rate));
}

static void
a_grandchild_is_held_against_the_highest_rate_below_it (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) national = make_national ();
  g_autoptr (YlPolicy) middle = begin ("city", everywhere);
  add (middle, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY, 700000);
  g_autoptr (YlPolicy) city = yl_policy_seal (g_steal_pointer (&middle), national);
  g_autoptr (YlPolicy) last = begin ("county", everywhere);
  add (last, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY, 800000);
  g_autoptr (YlPolicy) county = yl_policy_seal (g_steal_pointer (&last), city);
  YlRate rate = { .fen_per_km = 7 };
  assert_true (yl_policy_get_base_rate (county, YL_RATE_COUNTY, &rate));
  assert_number_equal (rate.fen_per_km, 1000000);
}

static void
a_silent_child_inherits_the_rate_its_base_is_held_against (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) national = make_national ();
  g_autoptr (YlPolicy) middle = begin ("city", everywhere);
  add (middle, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY, 700000);
  g_autoptr (YlPolicy) city = yl_policy_seal (g_steal_pointer (&middle), national);
  g_autoptr (YlPolicy) last = begin ("county", everywhere);
  g_autoptr (YlPolicy) county = yl_policy_seal (g_steal_pointer (&last), city);
  YlRate rate = { .fen_per_km = 7 };
  assert_true (yl_policy_get_base_rate (county, YL_RATE_COUNTY, &rate));
  assert_number_equal (rate.fen_per_km, 1000000);
}

static void
an_area_fits_by_its_longest_prefix (void **state)
{
  (void) state;
  const char *const area[] = { "37", "3715", "141123", NULL };
  g_autoptr (YlPolicy) policy = begin ("p", area);
  policy = yl_policy_seal (policy, NULL);
  assert_int_equal (yl_policy_get_n_area_digits (policy, "371502"), 4);
  assert_int_equal (yl_policy_get_n_area_digits (policy, "370102"), 2);
  assert_int_equal (yl_policy_get_n_area_digits (policy, "141123"), 6);
  assert_int_equal (yl_policy_get_n_area_digits (policy, "141124"), -1);
  assert_int_equal (yl_policy_get_n_area_digits (policy, ""), -1);
  assert_int_equal (yl_policy_get_n_area_digits (policy, NULL), -1);
}

static void
a_policy_without_area_fits_everywhere (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = make_national ();
  assert_int_equal (yl_policy_get_n_area_digits (policy, "371502"), 0);
  assert_int_equal (yl_policy_get_n_area_digits (policy, ""), 0);
}

static void
a_policy_is_in_force_from_its_first_day_to_its_last (void **state)
{
  (void) state;
  const YlPolicyHead head = {
    .id = "p", .effective_from = { 20201128 }, .effective_to = { 20251127 }, .area = everywhere
  };
  g_autoptr (YlPolicy) policy = yl_policy_new (&head);
  policy = yl_policy_seal (policy, NULL);
  assert_false (yl_policy_is_in_force (policy, (YlDate){ 20201127 }));
  assert_true (yl_policy_is_in_force (policy, (YlDate){ 20201128 }));
  assert_true (yl_policy_is_in_force (policy, (YlDate){ 20251127 }));
  assert_false (yl_policy_is_in_force (policy, (YlDate){ 20251128 }));
}

static void
without_a_last_day_a_policy_stays_in_force (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = make_national ();
  assert_true (yl_policy_is_in_force (policy, (YlDate){ 20991231 }));
}

static void
a_group_is_there_even_when_only_one_place_has_it (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = begin ("p", everywhere);
  add (policy, YL_GROUP_PAYER_SHARE, "340621", YL_PAYER_COUNTY, 1000000);
  policy = yl_policy_seal (policy, NULL);
  assert_true (yl_policy_has_group (policy, YL_GROUP_PAYER_SHARE));
  assert_false (yl_policy_has_group (policy, YL_GROUP_DAILY_RATE));
  assert_false (yl_policy_has_group (policy, YL_GROUP_MILEAGE));
}

static void
mileage_counts_unless_a_policy_says_otherwise (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) silent = make_national ();
  assert_int_equal (yl_policy_get_mileage_basis (silent), YL_BASIS_COUNTED);
  g_autoptr (YlPolicy) policy = begin ("p", everywhere);
  add (policy, YL_GROUP_MILEAGE, "", 0, YL_BASIS_SUBSIDISED);
  g_autoptr (YlPolicy) spoken = yl_policy_seal (g_steal_pointer (&policy), NULL);
  assert_int_equal (yl_policy_get_mileage_basis (spoken), YL_BASIS_SUBSIDISED);
}

static void
values_stand_in_the_order_of_group_area_and_key (void **state)
{
  (void) state;
  g_autoptr (YlPolicy) policy = make_national ();
  gsize n_values = 0;
  const YlPolicyValue *values = yl_policy_get_values (policy, &n_values);
  assert_int_equal (n_values, 5);
  assert_int_equal (values[0].key, YL_RATE_COUNTY);
  assert_int_equal (values[2].key, YL_RATE_VILLAGE);
  assert_int_equal (values[3].group, YL_GROUP_PAYER_SHARE);
  assert_int_equal (values[3].key, YL_PAYER_PROVINCE);
}

static void
add_head (GPtrArray *policies, const YlPolicyHead *head)
{
  g_autoptr (YlPolicy) policy = yl_policy_new (head);
  g_ptr_array_add (policies, yl_policy_seal (g_steal_pointer (&policy), NULL));
}

/* A zone of 371502008 and 371502009. */
static YlEntity *
make_zone (const char *name)
{
  static const guint32 townships[] = { 371502008, 371502009 };
  YlEntity *zone = yl_entity_new (NULL, name);
  zone->townships = g_memdup2 (townships, sizeof townships);
  zone->n_townships = G_N_ELEMENTS (townships);
  return zone;
}

/* Shares for each of @areas. */
static YlPolicy *
make_shares (const char *const *areas)
{
  const YlPolicyHead head = { .id = "p" };
  g_autoptr (YlPolicy) policy = yl_policy_new (&head);
  for (gsize i = 0; areas[i] != NULL; i++)
    yl_policy_add (policy, &(YlPolicyValue){ .group = YL_GROUP_PAYER_SHARE,
                                             .area = areas[i],
                                             .key = YL_PAYER_COUNTY,
                                             .key_name = "county",
                                             .shown = "",
                                             .clause = "" });
  return yl_policy_seal (g_steal_pointer (&policy), NULL);
}

static void
a_zone_is_asked_for_by_its_name_then_by_a_township_of_it_then_not_at_all (void **state)
{
  (void) state;
  static const char *const all[] = { "", "3715", "371502", "371502009", "聊城甲区", NULL };
  static const char *const codes[] = { "", "371502", "371502009", NULL };
  static const char *const county_alone[] = { "", "371502", "371502010", NULL };
  g_autoptr (YlPolicy) named = make_shares (all);
  g_autoptr (YlPolicy) coded = make_shares (codes);
  g_autoptr (YlPolicy) of_county = make_shares (county_alone);
  g_autoptr (YlEntity) zone = make_zone ("聊城市甲区");
  g_autoptr (YlEntity) nameless = make_zone (NULL);
  g_autoptr (YlEntity) county = yl_entity_new ("371502", "聊城甲区");
  assert_string_equal (yl_policy_get_place (named, zone), "聊城甲区");
  assert_string_equal (yl_policy_get_place (named, nameless), "371502009");
  assert_string_equal (yl_policy_get_place (coded, zone), "371502009");
  assert_string_equal (yl_policy_get_place (of_county, zone), "");
  assert_string_equal (yl_policy_get_place (named, county), "371502");
}

/* A policy for @area that begins on @from. */
static void
add_choice (GPtrArray *policies, const char *id, const char *area, guint32 from)
{
  const char *const areas[] = { area, NULL };
  add_head (policies, &(YlPolicyHead){
                          .id = id, .area = areas, .effective_from = { from }, .verified = TRUE });
}

static void
add_unverified (GPtrArray *policies, const char *id, const char *area, guint32 from)
{
  const char *const areas[] = { area, NULL };
  add_head (policies, &(YlPolicyHead){ .id = id, .area = areas, .effective_from = { from } });
}

static const char *
choose (const GPtrArray *policies, const char *area, guint32 day)
{
  const YlPolicy *policy = yl_policy_choose (policies, area, (YlDate){ day });
  return policy == NULL ? "none" : yl_policy_get_head (policy)->id;
}

static void
the_nearest_policy_is_chosen_then_the_youngest (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) policies = g_ptr_array_new_with_free_func ((GDestroyNotify) yl_policy_free);
  add_choice (policies, "nation", NULL, 20190905);
  add_choice (policies, "city", "3715", 20200101);
  add_choice (policies, "county", "371502", 20200101);
  add_choice (policies, "city-again", "3715", 20230101);
  add_choice (policies, "nation-again", NULL, 20240101);
  assert_string_equal (choose (policies, "371502", 20250101), "county");
  assert_string_equal (choose (policies, "371503", 20250101), "city-again");
  assert_string_equal (choose (policies, "371503", 20221231), "city");
  assert_string_equal (choose (policies, "370102", 20231231), "nation");
  assert_string_equal (choose (policies, "", 20250101), "nation-again");
  assert_string_equal (choose (policies, "371502", 20190904), "none");
}

static void
an_unverified_policy_is_chosen_only_where_it_is_for_everywhere_and_no_verified_one_fits (
    void **state)
{
  (void) state;
  g_autoptr (GPtrArray) policies = g_ptr_array_new_with_free_func ((GDestroyNotify) yl_policy_free);
  add_unverified (policies, "nation", NULL, 20190905);
  add_unverified (policies, "county", "371502", 20200101);
  assert_string_equal (choose (policies, "371502", 20250101), "nation");
  add_choice (policies, "city", "3715", 20200101);
  add_unverified (policies, "nation-again", NULL, 20240101);
  assert_string_equal (choose (policies, "371502", 20250101), "city");
  assert_string_equal (choose (policies, "370102", 20250101), "nation-again");
  add_choice (policies, "old-nation", NULL, 20000101);
  assert_string_equal (choose (policies, "370102", 20250101), "old-nation");
}

/* As near as the one chosen, or nearer; in force; not for everywhere. */
static void
what_was_passed_over_for_want_of_verification_is_listed (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) policies = g_ptr_array_new_with_free_func ((GDestroyNotify) yl_policy_free);
  add_choice (policies, "city", "3715", 20200101);
  add_unverified (policies, "nation", NULL, 20190905);
  add_unverified (policies, "province", "37", 20190905);
  add_unverified (policies, "city-too", "3715", 20190905);
  add_unverified (policies, "county", "371502", 20240101);
  const YlPolicy *chosen = g_ptr_array_index (policies, 0);
  const YlDate before = { 20231231 }, after = { 20240101 };
  g_autoptr (GPtrArray) one = yl_policy_list_waiting (policies, "371502", before, chosen);
  g_autoptr (GPtrArray) two = yl_policy_list_waiting (policies, "371502", after, chosen);
  assert_int_equal (one->len, 1);
  assert_ptr_equal (g_ptr_array_index (one, 0), g_ptr_array_index (policies, 3));
  assert_int_equal (two->len, 2);
  assert_ptr_equal (g_ptr_array_index (two, 1), g_ptr_array_index (policies, 4));
}

static YlPolicy *
make_from (guint32 from, guint32 to, YlPartYear part_year)
{
  const YlPolicyHead head = { .id = "part",
                              .title = "办法",
                              .document = "part",
                              .effective_from = { from },
                              .effective_to = { to },
                              .part_year = part_year,
                              .area = everywhere,
                              .base = "",
                              .verified = TRUE,
                              .text = "",
                              .sha256 = "" };
  g_autoptr (YlPolicy) policy = yl_policy_new (&head);
  add (policy, YL_GROUP_DAILY_RATE, "", YL_RATE_COUNTY, 1000000);
  return yl_policy_seal (g_steal_pointer (&policy), NULL);
}

static void
a_policy_pays_for_its_part_of_the_year_by_months_or_days (void **state)
{
  (void) state;
  static const struct
  {
    guint32 from, to;
    YlPartYear part_year;
    guint year;
    YlYearPart part;
  } cases[] = {
    { 20210701, 0, YL_PART_YEAR_WHOLE, 2021, { 0, 0 } },
    { 20210701, 0, YL_PART_YEAR_MONTHS, 2021, { 6, 12 } },
    { 20210731, 0, YL_PART_YEAR_MONTHS, 2021, { 6, 12 } },
    { 20211231, 0, YL_PART_YEAR_MONTHS, 2021, { 1, 12 } },
    { 20210101, 0, YL_PART_YEAR_MONTHS, 2021, { 0, 0 } },
    { 20210102, 0, YL_PART_YEAR_MONTHS, 2021, { 0, 0 } }, /* all twelve */
    { 20210102, 0, YL_PART_YEAR_DAYS, 2021, { 364, 365 } },
    { 20211231, 0, YL_PART_YEAR_DAYS, 2021, { 1, 365 } },
    { 20240301, 0, YL_PART_YEAR_DAYS, 2024, { 306, 366 } },
    { 20200101, 20210228, YL_PART_YEAR_MONTHS, 2021, { 2, 12 } },
    { 20210301, 20210430, YL_PART_YEAR_DAYS, 2021, { 61, 365 } },
    { 20200101, 20201231, YL_PART_YEAR_DAYS, 2021, { 0, 0 } }, /* over */
    { 20220101, 0, YL_PART_YEAR_DAYS, 2021, { 0, 0 } },        /* to come */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlRate rate;
      g_autoptr (YlPolicy) whole = make_from (cases[i].from, cases[i].to, cases[i].part_year);
      g_autoptr (YlPolicy) policy = yl_policy_for_year (whole, cases[i].year);
      assert_true (yl_policy_get_rate (policy, YL_RATE_COUNTY, &rate));
      assert_number_equal (rate.fen_per_km, 1000000);
      assert_int_equal (rate.part.n, cases[i].part.n);
      assert_int_equal (rate.part.of, cases[i].part.of);
      g_autoptr (YlPolicy) after = yl_policy_for_year (policy, 2040);
      assert_ptr_equal (after, whole);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (values_are_found_by_group_and_key),
    cmocka_unit_test (a_rate_that_is_not_declared_is_no_rate),
    cmocka_unit_test (a_value_keeps_the_document_it_comes_from_through_its_base),
    cmocka_unit_test (values_outlive_the_base_they_were_copied_from),
    cmocka_unit_test (the_chain_of_bases_can_be_followed_and_outlives_its_other_holders),
    cmocka_unit_test (a_group_with_a_code_replaces_the_general_group_whole),
    cmocka_unit_test (a_value_is_found_as_the_figure_that_it_is),
    cmocka_unit_test (the_longest_area_prefix_answers_alone),
    cmocka_unit_test (nothing_of_the_base_is_added_to_a_group_with_a_code),
    cmocka_unit_test (general_shares_are_never_mixed_with_those_of_the_base),
    cmocka_unit_test (only_a_rate_that_was_replaced_has_a_base_rate),
    cmocka_unit_test (a_grandchild_is_held_against_the_highest_rate_below_it),
    cmocka_unit_test (a_silent_child_inherits_the_rate_its_base_is_held_against),
    cmocka_unit_test (an_area_fits_by_its_longest_prefix),
    cmocka_unit_test (a_policy_without_area_fits_everywhere),
    cmocka_unit_test (a_policy_is_in_force_from_its_first_day_to_its_last),
    cmocka_unit_test (without_a_last_day_a_policy_stays_in_force),
    cmocka_unit_test (a_group_is_there_even_when_only_one_place_has_it),
    cmocka_unit_test (mileage_counts_unless_a_policy_says_otherwise),
    cmocka_unit_test (a_zone_is_asked_for_by_its_name_then_by_a_township_of_it_then_not_at_all),
    cmocka_unit_test (the_nearest_policy_is_chosen_then_the_youngest),
    cmocka_unit_test (
        an_unverified_policy_is_chosen_only_where_it_is_for_everywhere_and_no_verified_one_fits),
    cmocka_unit_test (what_was_passed_over_for_want_of_verification_is_listed),
    cmocka_unit_test (values_stand_in_the_order_of_group_area_and_key),
    cmocka_unit_test (a_policy_pays_for_its_part_of_the_year_by_months_or_days),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
