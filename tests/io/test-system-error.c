#include <errno.h>

#include "support/assert.h"

#include "yanglu/io/system-error.h"

static void
a_full_disk_is_told_in_chinese (void **state)
{
  (void) state;
  assert_string_equal (yl_system_error_describe (ENOSPC), "磁盘空间已满");
  assert_string_equal (yl_system_error_describe (EACCES), "没有权限");
}

static void
a_rare_error_is_told_by_its_number_and_stays (void **state)
{
  (void) state;
  const char *first = yl_system_error_describe (9999);
  assert_string_equal (first, "系统错误 9999");
  assert_ptr_equal (first, yl_system_error_describe (9999));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_full_disk_is_told_in_chinese),
    cmocka_unit_test (a_rare_error_is_told_by_its_number_and_stays),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
