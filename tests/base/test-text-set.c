#include "support/assert.h"

#include "yanglu/base/text-set.h"

static void
a_text_that_is_kept_again_is_the_one_kept_before (void **state)
{
  (void) state;
  g_autoptr (YlTextSet) set = yl_text_set_new (16);
  char text[] = "沁园街道";
  const char *first = yl_text_set_keep (set, text);
  assert_ptr_not_equal (first, text);
  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *other = g_strdup_printf ("%u", i);
      yl_text_set_keep (set, other);
    }
  assert_ptr_equal (yl_text_set_keep (set, "沁园街道"), first);
  assert_string_equal (first, "沁园街道");
  assert_string_equal (yl_text_set_keep (set, "999"), "999");
  assert_string_equal (yl_text_set_keep (set, ""), "");
}

static void
a_text_that_is_added_has_a_place_of_its_own (void **state)
{
  (void) state;
  g_autoptr (YlTextSet) set = yl_text_set_new (16);
  const char *added = yl_text_set_add (set, "县道");
  const char *kept = yl_text_set_keep (set, "县道");
  assert_ptr_not_equal (added, kept);
  assert_ptr_not_equal (yl_text_set_add (set, "县道"), added);
  assert_string_equal (added, kept);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_text_that_is_kept_again_is_the_one_kept_before),
    cmocka_unit_test (a_text_that_is_added_has_a_place_of_its_own),
  };
  return cmocka_run_group_tests_name ("text-set", tests, NULL, NULL);
}
