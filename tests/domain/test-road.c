#include "support/assert.h"

#include "yanglu/domain/road.h"

/* JTG 5211: 90, 80, 70 and 60 are the least of 优, 良, 中 and 次. */
static void
a_grade_begins_at_its_least_pqi (void **state)
{
  (void) state;
  static const struct
  {
    guint pqi;
    YlCondition condition;
  } cases[] = {
    { 100, YL_CONDITION_EXCELLENT }, { 90, YL_CONDITION_EXCELLENT }, { 89, YL_CONDITION_GOOD },
    { 80, YL_CONDITION_GOOD },       { 79, YL_CONDITION_FAIR },      { 70, YL_CONDITION_FAIR },
    { 69, YL_CONDITION_POOR },       { 60, YL_CONDITION_POOR },      { 59, YL_CONDITION_BAD },
    { 0, YL_CONDITION_BAD },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    if (yl_condition_find_of_pqi (cases[i].pqi) != cases[i].condition)
      fail_msg ("%u", cases[i].pqi);
}

static void
assert_place (const YlRoad *road, const char *place, const char *expected)
{
  g_autofree char *found = yl_road_to_place (road, place);
  assert_string_equal (found, expected);
}

static void
a_road_lies_in_its_township_before_its_county_and_else_where_its_entity_is (void **state)
{
  (void) state;
  const YlRoad nowhere = { 0 };
  const YlRoad in_county = { .county_code = 371502 };
  const YlRoad in_township = { .county_code = 371502, .township_code = 371502008 };
  assert_place (&nowhere, "371521", "371521");
  assert_place (&in_county, "371521", "371502");
  assert_place (&in_township, "371521", "371502008");
  assert_place (&in_township, "", "371502008");
  assert_place (&in_township, "聊城甲区", "聊城甲区");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_grade_begins_at_its_least_pqi),
    cmocka_unit_test (a_road_lies_in_its_township_before_its_county_and_else_where_its_entity_is),
  };
  return cmocka_run_group_tests_name ("road", tests, NULL, NULL);
}
