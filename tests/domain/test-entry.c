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
an_entry_ends_with_its_last_holder (void **state)
{
  (void) state;
  YlEntry *entry = yl_entry_new ();
  g_autoptr (GArray) projects = g_array_ref (entry->other.projects);
  const YlProject project = { .name = g_strdup ("修复") };
  g_array_append_val (projects, project);
  YlEntry *held = yl_entry_ref (entry);
  yl_entry_free (entry);
  assert_number_equal (projects->len, 1);
  yl_entry_free (held);
  assert_number_equal (projects->len, 0);
}

static void
the_eight_costs_stand_in_the_order_of_the_document (void **state)
{
  (void) state;
  assert_string_equal (yl_land_cost_get_name (0), "征地和拆迁补偿");
  assert_string_equal (yl_land_cost_get_name (7), "新增建设用地土地有偿使用费");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_new_entry_has_nothing_entered),
    cmocka_unit_test (an_entry_frees_the_strings_of_its_rows),
    cmocka_unit_test (an_entry_ends_with_its_last_holder),
    cmocka_unit_test (the_eight_costs_stand_in_the_order_of_the_document),
  };
  return cmocka_run_group_tests_name ("entry", tests, NULL, NULL);
}
