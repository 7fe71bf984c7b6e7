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

static void
of_two_units_only_what_both_say_is_left_and_the_year_that_one_says (void **state)
{
  (void) state;
  YlUnit unit = YL_UNIT_BLANK;
  YlUnit more = YL_UNIT_BLANK;
  unit.entity = more.entity = "某县交通运输局";
  unit.prepared_by = "甲";
  more.prepared_by = "乙";
  more.year = 2026;
  unit.date = more.date = (YlDate){ 20260301 };
  assert_true (yl_unit_join (&unit, &more));
  assert_string_equal (unit.entity, "某县交通运输局");
  assert_string_equal (unit.prepared_by, "");
  assert_number_equal (unit.year, 2026);
  assert_number_equal (unit.date.yyyymmdd, 20260301);
  more.date = (YlDate){ 0 };
  more.prepared_by = "";
  assert_true (yl_unit_join (&unit, &more));
  assert_number_equal (unit.date.yyyymmdd, 0);
  assert_false (yl_unit_join (&unit, &more));
}

static void
a_unit_in_which_anything_stands_is_not_blank (void **state)
{
  (void) state;
  YlUnit unit = YL_UNIT_BLANK;
  assert_true (yl_unit_is_blank (&unit));
  unit.has_engineering = TRUE;
  assert_false (yl_unit_is_blank (&unit));
  unit = YL_UNIT_BLANK;
  unit.head = "甲";
  assert_false (yl_unit_is_blank (&unit));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_new_entry_has_nothing_entered),
    cmocka_unit_test (an_entry_ends_with_its_last_holder),
    cmocka_unit_test (the_eight_costs_stand_in_the_order_of_the_document),
    cmocka_unit_test (of_two_units_only_what_both_say_is_left_and_the_year_that_one_says),
    cmocka_unit_test (a_unit_in_which_anything_stands_is_not_blank),
  };
  return cmocka_run_group_tests_name ("entry", tests, NULL, NULL);
}
