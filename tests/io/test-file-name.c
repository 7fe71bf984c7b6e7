#include "support/assert.h"

#include "yanglu/io/file-name.h"

static void
a_name_is_shown_as_it_is_or_read_as_gb18030 (void **state)
{
  (void) state;
  assert_text_equal_free (yl_file_name_show ("里程台账.csv"), "里程台账.csv");
  assert_text_equal_free (yl_file_name_show ("/a/\xc0\xef\xb3\xcc.csv"), "/a/里程.csv");
}

static void
a_name_that_nobody_can_read_is_shown_with_signs (void **state)
{
  (void) state;
  assert_text_equal_free (yl_file_name_show ("a\xff.csv"), "a\xef\xbf\xbd.csv");
}

static void
of_a_path_only_the_last_part_is_kept (void **state)
{
  (void) state;
  assert_text_equal_free (yl_file_name_show_base ("/home/somebody/\xd4\xa4\xcb\xe3.policy"),
                          "预算.policy");
  assert_text_equal_free (yl_file_name_show_base ("liaocheng-2020"), "liaocheng-2020");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_name_is_shown_as_it_is_or_read_as_gb18030),
    cmocka_unit_test (a_name_that_nobody_can_read_is_shown_with_signs),
    cmocka_unit_test (of_a_path_only_the_last_part_is_kept),
  };
  return cmocka_run_group_tests_name ("file-name", tests, NULL, NULL);
}
