#include "yanglu/base/enum-table.h"

#include "support/assert.h"

typedef enum
{
  SMALL,
  LARGE,
} Size;

const char *size_get_key (Size size);
const char *size_get_name (Size size);
const char *get_unit (Size size);

YL_DEFINE_MEMBERS (size, Size, 2, [LARGE] = { "large", "大" }, [SMALL] = { "small", "小" })

static YL_DEFINE_TEXTS (get_sign, Size, 2, "<", ">")

static const struct
{
  guint metres;
  const char *unit;
} lengths[] = { { 1, "米" }, { 1000, "公里" } };

YL_DEFINE_COLUMN (get_unit, Size, 2, lengths, unit)

static void
a_member_is_called_by_its_key_its_name_and_its_column (void **state)
{
  (void) state;
  assert_string_equal (size_get_key (SMALL), "small");
  assert_string_equal (size_get_name (LARGE), "大");
  assert_string_equal (get_sign (LARGE), ">");
  assert_string_equal (get_unit (LARGE), "公里");
  assert_int_equal (lengths[LARGE].metres, 1000);
}

static void
a_member_is_found_by_what_is_said_of_it (void **state)
{
  (void) state;
  guint member = 7;
  assert_true (yl_enum_find (size_get_key, 2, "large", &member));
  assert_int_equal (member, LARGE);
  assert_true (yl_enum_find (size_get_name, 2, "小", &member));
  assert_int_equal (member, SMALL);
}

static void
what_is_said_of_none_is_not_found_and_changes_nothing (void **state)
{
  (void) state;
  guint member = 7;
  assert_false (yl_enum_find (size_get_key, 2, "middle", &member));
  assert_false (yl_enum_find (size_get_key, 1, "large", &member));
  assert_false (yl_enum_find (size_get_key, 2, NULL, &member));
  assert_int_equal (member, 7);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_member_is_called_by_its_key_its_name_and_its_column),
    cmocka_unit_test (a_member_is_found_by_what_is_said_of_it),
    cmocka_unit_test (what_is_said_of_none_is_not_found_and_changes_nothing),
  };
  return cmocka_run_group_tests_name ("enum-table", tests, NULL, NULL);
}
