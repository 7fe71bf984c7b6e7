#include "support/assert.h"

#include "yanglu/audit/lists/entity-rules.h"

#include <string.h>

/* A register of one county and one township. */
static YlPlaces *
make_places (void)
{
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_county (places, 371502, yl_text_of ("东昌府区"));
  yl_places_add_township (places, 371502006, yl_text_of ("湖西街道"));
  return yl_places_seal (g_steal_pointer (&places));
}

/* (transfer full): what is found of @entity, which is taken. */
static YlFindings *
check (YlEntity *entity, const char *county, const char *townships)
{
  const YlEntityAsked asked = { county, townships };
  g_autoptr (YlEntity) taken = entity;
  g_autoptr (YlPlaces) places = make_places ();
  YlFindings *findings = yl_findings_new ();
  yl_entity_check (taken, &asked, places, findings);
  return findings;
}

static YlEntity *
make_zone (void)
{
  static const guint32 townships[] = { 371502006, 371502999 };
  YlEntity *zone = yl_entity_new (NULL, "示例区");
  zone->townships = g_memdup2 (townships, sizeof townships);
  zone->n_townships = G_N_ELEMENTS (townships);
  return zone;
}

static void
a_county_of_the_register_is_no_finding (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = check (yl_entity_new ("371502", "东昌府区"), "371502", NULL);
  assert_number_equal (yl_findings_get_n (findings), 0);
}

static void
a_county_that_was_asked_for_and_is_in_no_register_is_a_warning_with_what_was_typed (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = check (yl_entity_new ("999999", NULL), " 999999", NULL);
  assert_number_equal (yl_findings_get_n (findings), 1);
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_number_equal (finding->code, YL_A07);
  assert_number_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_string_equal (finding->seen, " 999999");
  assert_string_equal (finding->column, "--county");
}

static void
a_county_that_the_roads_name_needs_no_register (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = check (yl_entity_new ("999999", NULL), NULL, NULL);
  assert_number_equal (yl_findings_get_n (findings), 0);
}

static void
nobody_known_is_one_finding_of_severity_info (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = check (yl_entity_new (NULL, NULL), NULL, NULL);
  assert_number_equal (yl_findings_get_n (findings), 1);
  assert_number_equal (yl_findings_get (findings, 0)->code, YL_A07);
  assert_number_equal (yl_findings_get (findings, 0)->severity, YL_SEVERITY_INFO);
}

static void
only_townships_that_were_asked_for_are_looked_up (void **state)
{
  (void) state;
  g_autoptr (YlFindings) asked = check (make_zone (), NULL, "371502006,371502999");
  g_autoptr (YlFindings) known = check (make_zone (), NULL, NULL);
  assert_number_equal (yl_findings_get_n (asked), 1);
  assert_number_equal (yl_findings_get (asked, 0)->code, YL_E06);
  assert_string_equal (yl_findings_get (asked, 0)->seen, "371502999");
  assert_number_equal (yl_findings_get_n (known), 0);
}

static void
rows_of_other_townships_are_counted_in_one_finding_and_none_is_none (void **state)
{
  (void) state;
  g_autoptr (YlEntity) zone = make_zone ();
  g_autoptr (YlFindings) findings = yl_findings_new ();
  const YlEntityRows none = { 0 }, all = { 3, 4500, 1 };
  yl_entity_check_left_out (zone, &none, &none, findings);
  assert_number_equal (yl_findings_get_n (findings), 0);
  yl_entity_check_left_out (zone, &all, &none, findings);
  assert_number_equal (yl_findings_get_n (findings), 1);
  assert_number_equal (yl_findings_get (findings, 0)->severity, YL_SEVERITY_INFO);
  assert_string_equal (
      yl_findings_get (findings, 0)->message,
      "名单中有 3 个路段（4.500 公里）、1 座桥梁不属于示例区所辖乡镇，未计入本预算。");
}

static void
rows_of_no_township_among_them_make_it_a_warning_with_their_kilometres (void **state)
{
  (void) state;
  g_autoptr (YlEntity) zone = make_zone ();
  g_autoptr (YlFindings) findings = yl_findings_new ();
  const YlEntityRows all = { 3, 4500, 1 }, nameless = { 1, 2250, 0 };
  yl_entity_check_left_out (zone, &all, &nameless, findings);
  assert_number_equal (yl_findings_get (findings, 0)->severity, YL_SEVERITY_WARNING);
  assert_non_null (strstr (yl_findings_get (findings, 0)->message,
                           "其中 1 个路段（2.250 公里）、0 座桥梁没有写明乡镇"));
}

static void
a_list_that_is_taken_whole_is_one_warning_that_says_so (void **state)
{
  (void) state;
  g_autoptr (YlEntity) zone = make_zone ();
  g_autoptr (YlEntity) nobody = yl_entity_new (NULL, NULL);
  g_autoptr (YlFindings) findings = yl_findings_new ();
  const YlEntityRows rows = { 48, 104969, 0 };
  yl_entity_check_whole (zone, &rows, findings);
  yl_entity_check_whole (nobody, &rows, findings);
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_number_equal (finding->code, YL_E06);
  assert_number_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_non_null (
      strstr (finding->message, "按示例区自己的名单整份计入：48 个路段（104.969 公里）"));
  assert_non_null (strstr (yl_findings_get (findings, 1)->message, "按本单位自己的名单"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_county_of_the_register_is_no_finding),
    cmocka_unit_test (
        a_county_that_was_asked_for_and_is_in_no_register_is_a_warning_with_what_was_typed),
    cmocka_unit_test (a_county_that_the_roads_name_needs_no_register),
    cmocka_unit_test (nobody_known_is_one_finding_of_severity_info),
    cmocka_unit_test (only_townships_that_were_asked_for_are_looked_up),
    cmocka_unit_test (rows_of_other_townships_are_counted_in_one_finding_and_none_is_none),
    cmocka_unit_test (rows_of_no_township_among_them_make_it_a_warning_with_their_kilometres),
    cmocka_unit_test (a_list_that_is_taken_whole_is_one_warning_that_says_so),
  };
  return cmocka_run_group_tests_name ("entity rules", tests, NULL, NULL);
}
