#include "support/assert.h"

#include "yanglu/domain/entity.h"

static YlEntity *
make_zone (void)
{
  static const guint32 townships[] = { 371502008, 371502009 };
  YlEntity *zone = yl_entity_new (NULL, "经济技术开发区");
  zone->townships = g_memdup2 (townships, sizeof townships);
  zone->n_townships = G_N_ELEMENTS (townships);
  zone->is_unverified = TRUE;
  return zone;
}

static void
a_zone_outlives_its_other_holders (void **state)
{
  (void) state;
  YlEntity *zone = make_zone ();
  g_autoptr (YlEntity) held = yl_entity_ref (zone);
  yl_entity_free (zone);
  assert_null (held->code);
  assert_string_equal (held->name, "经济技术开发区");
  assert_number_equal (held->n_townships, 2);
  assert_number_equal (held->townships[1], 371502009);
  assert_true (held->is_unverified);
}

static void
a_zone_holds_its_townships_and_no_other (void **state)
{
  (void) state;
  g_autoptr (YlEntity) zone = make_zone ();
  assert_true (yl_entity_has_township (zone, 371502008));
  assert_true (yl_entity_has_township (zone, 371502009));
  assert_false (yl_entity_has_township (zone, 371502010));
  assert_false (yl_entity_has_township (zone, 0));
}

static void
a_county_holds_every_township (void **state)
{
  (void) state;
  g_autoptr (YlEntity) county = yl_entity_new ("371502", "东昌府区");
  assert_true (yl_entity_has_township (county, 371521100));
  assert_true (yl_entity_has_township (county, 0));
}

static void
a_policy_is_chosen_by_the_county_or_by_the_first_township_of_a_zone (void **state)
{
  (void) state;
  g_autoptr (YlEntity) county = yl_entity_new ("371502", "东昌府区");
  g_autoptr (YlEntity) zone = make_zone ();
  g_autoptr (YlEntity) nobody = yl_entity_new (NULL, NULL);
  assert_text_equal_free (yl_entity_get_area (county), "371502");
  assert_text_equal_free (yl_entity_get_area (zone), "371502008");
  assert_text_equal_free (yl_entity_get_area (nobody), "");
  assert_string_equal (yl_entity_get_code (county), "371502");
  assert_string_equal (yl_entity_get_code (zone), "");
}

static void
a_county_without_its_zones_holds_every_other_township (void **state)
{
  (void) state;
  static const guint32 given_away[] = { 371502008, 371502009 };
  g_autoptr (YlEntity) county = yl_entity_new ("371502", "东昌府区");
  assert_false (yl_entity_is_part (county));
  county->without = g_memdup2 (given_away, sizeof given_away);
  county->n_without = G_N_ELEMENTS (given_away);
  assert_true (yl_entity_is_part (county));
  assert_false (yl_entity_has_township (county, 371502009));
  assert_true (yl_entity_has_township (county, 371502010));
  assert_true (yl_entity_has_township (county, 0));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_zone_outlives_its_other_holders),
    cmocka_unit_test (a_zone_holds_its_townships_and_no_other),
    cmocka_unit_test (a_county_holds_every_township),
    cmocka_unit_test (a_policy_is_chosen_by_the_county_or_by_the_first_township_of_a_zone),
    cmocka_unit_test (a_county_without_its_zones_holds_every_other_township),
  };
  return cmocka_run_group_tests_name ("entity", tests, NULL, NULL);
}
