#include "yanglu/cli/plain.h"

#include "support/assert.h"

#include <string.h>

/* What arrives in a file when @text is written. */
static void
assert_written (const char *text, const char *expected)
{
  char *bytes = NULL;
  gsize size = 0;
  FILE *file = open_memstream (&bytes, &size);
  assert_non_null (file);
  yl_plain_write (text, file);
  fclose (file);
  char *written = g_strndup (bytes, size);
  free (bytes);
  assert_text_equal_free (written, expected);
}

static void
text_is_written_as_it_is (void **state)
{
  (void) state;
  assert_written ("", "");
  assert_written ("县道\t1.000\n", "县道\t1.000\n");
  assert_written ("\xc2\xa0\xc2\xbf é 𠀀", "\xc2\xa0\xc2\xbf é 𠀀");
}

static void
what_commands_a_terminal_is_only_shown (void **state)
{
  (void) state;
  assert_written ("\x1b[31m5", "␛[31m5");
  assert_written ("100\r999", "100␍999");
  assert_written ("\x07\x7f", "␇␡");
}

static void
the_other_set_of_controls_is_replaced_up_to_its_last (void **state)
{
  (void) state;
  assert_written ("a\xc2\x80\xc2\x9b\xc2\x9f", "a\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd");
  assert_written ("\x1f \x20", "␟  ");
}

static void
what_turns_the_direction_of_writing_is_only_shown (void **state)
{
  (void) state;
  assert_written ("a\xe2\x80\xa9\xe2\x80\xaa\xe2\x80\xaez",
                  "a\xe2\x80\xa9\xef\xbf\xbd\xef\xbf\xbdz");
  assert_written ("\xe2\x81\xa5\xe2\x81\xa6\xe2\x81\xa9\xe2\x81\xaa",
                  "\xe2\x81\xa5\xef\xbf\xbd\xef\xbf\xbd\xe2\x81\xaa");
}

static void
what_is_no_utf_8_is_replaced (void **state)
{
  (void) state;
  assert_written ("x\xc0\xefy", "x\xef\xbf\xbd\xef\xbf\xbdy");
  assert_written ("\xe2\x80", "\xef\xbf\xbd\xef\xbf\xbd");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (text_is_written_as_it_is),
    cmocka_unit_test (what_commands_a_terminal_is_only_shown),
    cmocka_unit_test (the_other_set_of_controls_is_replaced_up_to_its_last),
    cmocka_unit_test (what_turns_the_direction_of_writing_is_only_shown),
    cmocka_unit_test (what_is_no_utf_8_is_replaced),
  };
  return cmocka_run_group_tests_name ("plain", tests, NULL, NULL);
}
