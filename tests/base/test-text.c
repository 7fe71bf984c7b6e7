#include "support/assert.h"

#include "yanglu/base/text.h"

#include <string.h>

static void
blanks_of_every_width_are_trimmed_at_both_ends (void **state)
{
  (void) state;
  const YlText trimmed =
      yl_text_trim (yl_text_of ("\xEF\xBB\xBF \t\xE3\x80\x80县 道\xC2\xA0\r\n\v\f"));
  assert_true (yl_text_is (trimmed, "县 道"));
  assert_true (yl_text_is (yl_text_trim (yl_text_of ("道\xE3\x80\x80")), "道"));
  assert_true (yl_text_is (yl_text_trim (yl_text_of ("道\xEF\xBB\xBF")), "道"));
  assert_number_equal ((gint64) yl_text_trim (yl_text_of (" \xE3\x80\x80 ")).length, 0);
  assert_number_equal ((gint64) yl_text_trim (YL_TEXT_EMPTY).length, 0);
}

static void
a_character_that_only_ends_like_a_blank_stays (void **state)
{
  (void) state;
  /* U+3020 and U+0120 share bytes with blanks. */
  assert_true (yl_text_is (yl_text_trim (yl_text_of ("\xE3\x80\xA0")), "\xE3\x80\xA0"));
  assert_true (yl_text_is (yl_text_trim (yl_text_of ("\xC4\xA0")), "\xC4\xA0"));
}

static void
nothing_blanks_and_null_are_blank_and_no_more (void **state)
{
  (void) state;
  assert_true (yl_text_is_blank (YL_TEXT_EMPTY));
  assert_true (yl_text_is_blank (yl_text_of (NULL)));
  assert_true (yl_text_is_blank (yl_text_of ("\xE3\x80\x80")));
  assert_true (yl_text_is_blank (yl_text_of (" nULl ")));
  assert_false (yl_text_is_blank (yl_text_of ("0")));
  assert_false (yl_text_is_blank (yl_text_of ("NULLS")));
  assert_false (yl_text_is_blank (yl_text_of ("NUL")));
}

static void
a_borrowed_text_needs_no_end_mark (void **state)
{
  (void) state;
  const YlText text = { "县道乡道", strlen ("县道") };
  assert_true (yl_text_is (text, "县道"));
  assert_false (yl_text_is (text, "县道乡道"));
  assert_false (yl_text_is (text, "县"));
  assert_true (yl_text_equal (YL_TEXT_EMPTY, yl_text_of ("")));
  assert_text_equal_free (yl_text_dup (text), "县道");
  assert_text_equal_free (yl_text_dup (YL_TEXT_EMPTY), "");
}

static void
full_width_becomes_half_width_and_everything_else_stays (void **state)
{
  (void) state;
  assert_text_equal_free (yl_text_fold_width (yl_text_of ("Ｘ００１！～＿｀")), "X001!~_`");
  assert_text_equal_free (yl_text_fold_width (yl_text_of ("县\xE3\x80\x80道（一）")), "县 道(一)");
  assert_text_equal_free (yl_text_fold_width (yl_text_of ("。、「ｱ￥｟｠")), "。、「ｱ￥｟｠");
  assert_text_equal_free (yl_text_fold_width (YL_TEXT_EMPTY), "");
}

static void
a_text_cut_inside_a_character_is_folded_without_reading_past_it (void **state)
{
  (void) state;
  const char *wide = "Ｘ";
  g_autofree char *folded = yl_text_fold_width ((YlText){ wide, 2 });
  assert_memory_equal (folded, wide, 2);
  assert_int_equal (folded[2], '\0');
}

static void
a_head_of_two_lines_is_read_as_one (void **state)
{
  (void) state;
  g_autofree char *head = yl_text_join_lines ("标准\n（元）\n");
  assert_string_equal (head, "标准（元）");
  g_autofree char *empty = yl_text_join_lines ("");
  assert_string_equal (empty, "");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_head_of_two_lines_is_read_as_one),
    cmocka_unit_test (blanks_of_every_width_are_trimmed_at_both_ends),
    cmocka_unit_test (a_character_that_only_ends_like_a_blank_stays),
    cmocka_unit_test (nothing_blanks_and_null_are_blank_and_no_more),
    cmocka_unit_test (a_borrowed_text_needs_no_end_mark),
    cmocka_unit_test (full_width_becomes_half_width_and_everything_else_stays),
    cmocka_unit_test (a_text_cut_inside_a_character_is_folded_without_reading_past_it),
  };
  return cmocka_run_group_tests_name ("text", tests, NULL, NULL);
}
