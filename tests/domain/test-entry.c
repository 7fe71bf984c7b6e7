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

static void
note_end (gpointer data)
{
  *(gboolean *) data = TRUE;
}

static void
an_entry_ends_with_its_last_holder (void **state)
{
  (void) state;
  gboolean has_ended = FALSE;
  YlEntry *entry = yl_entry_new ();
  yl_arena_own (entry->arena, &has_ended, note_end);
  YlEntry *held = yl_entry_ref (entry);
  yl_entry_free (entry);
  assert_false (has_ended);
  yl_entry_free (held);
  assert_true (has_ended);
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
    cmocka_unit_test (an_entry_ends_with_its_last_holder),
    cmocka_unit_test (the_eight_costs_stand_in_the_order_of_the_document),
  };
  return cmocka_run_group_tests_name ("entry", tests, NULL, NULL);
}
