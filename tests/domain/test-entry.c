#include "support/assert.h"

#include "yanglu/domain/entry.h"

static void
a_new_entry_has_nothing_entered (void **state)
{
  (void) state;
  g_autoptr (YlEntry) entry = yl_entry_new ();
  assert_string_equal (entry->unit.entity, "");
  assert_string_equal (entry->unit.head, "");
  assert_false (entry->unit.has_last_year);
  assert_number_equal (entry->bridges->len + entry->sources->len + entry->land->len, 0);
  assert_number_equal (entry->other.projects->len + entry->last_year->len, 0);
}

/* Under the address sanitizer this fails when a string of a row is lost. */
static void
an_entry_frees_the_strings_of_its_rows (void **state)
{
  (void) state;
  g_autoptr (YlEntry) entry = yl_entry_new ();
  const YlSource source = { .name = g_strdup ("省补助"),
                            .account = g_strdup ("2140106"),
                            .document = g_strdup ("鲁财指〔2021〕1号") };
  g_array_append_val (entry->sources, source);
  const YlProject project = { .name = g_strdup ("修复") };
  g_array_append_val (entry->other.projects, project);
  assert_string_equal (g_array_index (entry->sources, YlSource, 0).account, "2140106");
}

static void
the_eight_costs_stand_in_the_order_of_the_document (void **state)
{
  (void) state;
  assert_string_equal (yl_land_cost_get_name (0), "征地和拆迁补偿");
  assert_string_equal (yl_land_cost_get_name (7), "新增建设用地土地有偿使用费");
}

static void
a_copied_zone_has_townships_of_its_own (void **state)
{
  (void) state;
  YlEntity *zone = yl_entity_new (NULL, "经济技术开发区");
  zone->townships = g_new (guint32, 2);
  zone->townships[0] = 371502008;
  zone->townships[1] = 371502009;
  zone->n_townships = 2;
  zone->is_unverified = TRUE;
  g_autoptr (YlEntity) copy = yl_entity_copy (zone);
  yl_entity_free (zone);
  assert_null (copy->code);
  assert_string_equal (copy->name, "经济技术开发区");
  assert_number_equal (copy->n_townships, 2);
  assert_number_equal (copy->townships[1], 371502009);
  assert_true (copy->is_unverified);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_new_entry_has_nothing_entered),
    cmocka_unit_test (an_entry_frees_the_strings_of_its_rows),
    cmocka_unit_test (the_eight_costs_stand_in_the_order_of_the_document),
    cmocka_unit_test (a_copied_zone_has_townships_of_its_own),
  };
  return cmocka_run_group_tests_name ("entry", tests, NULL, NULL);
}
