#include "support/assert.h"

#include "yanglu/base/likeness.h"

#include <string.h>

static void
likeness_counts_characters_not_bytes (void **state)
{
  (void) state;
  assert_int_equal (yl_likeness_distance ("", ""), 0);
  assert_int_equal (yl_likeness_distance ("闫寺街道", "闫寺街道"), 0);
  assert_int_equal (yl_likeness_distance ("闫寺街道", "闫寺镇"), 2);
  assert_int_equal (yl_likeness_distance ("", "沙镇镇"), 3);
  assert_int_equal (yl_likeness_distance ("X001371502", "X010371502"), 2);
}

static void
texts_of_any_length_are_compared_by_their_beginning (void **state)
{
  (void) state;
  g_autofree char *longer = g_strnfill (100000, 'a');
  g_autofree char *shorter = g_strnfill (64, 'a');
  assert_int_equal (yl_likeness_distance (longer, shorter), 0);
  assert_int_equal (yl_likeness_distance (longer, ""), 64);
}

static void
the_nearest_names_come_first_and_once (void **state)
{
  static const char *const names[] = { "堂邑镇", "沙镇镇", "沙镇镇", "道口铺街道", "沙镇" };
  (void) state;
  g_autoptr (YlNearest) nearest = yl_nearest_new ("沙镇乡", 2);
  g_autofree char *none = yl_nearest_to_text (nearest);
  assert_string_equal (none, "");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    yl_nearest_offer (nearest, names[i]);
  g_autofree char *text = yl_nearest_to_text (nearest);
  assert_string_equal (text, "“沙镇镇”、“沙镇”");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (likeness_counts_characters_not_bytes),
    cmocka_unit_test (texts_of_any_length_are_compared_by_their_beginning),
    cmocka_unit_test (the_nearest_names_come_first_and_once),
  };
  return cmocka_run_group_tests_name ("likeness", tests, NULL, NULL);
}
