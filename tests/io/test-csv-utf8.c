#include "support/assert.h"

#include <string.h>

#include "utf8-private.h"

static gsize
checked (const char *text)
{
  return yl_utf8_check (text, strlen (text));
}

static void
every_width_of_character_is_right (void **state)
{
  (void) state;
  assert_number_equal (checked ("a"), 1);
  assert_number_equal (checked ("\xC2\x80"), 2);
  assert_number_equal (checked ("路"), 3);
  assert_number_equal (checked ("\xF0\x90\x80\x80"), 4);
  assert_number_equal (checked ("\xF4\x8F\xBF\xBF"), 4);
  assert_number_equal (yl_utf8_check (NULL, 0), 0);
}

static void
a_form_that_is_too_long_is_no_character (void **state)
{
  (void) state;
  assert_number_equal (checked ("a\xC1\xBF"), 1);
  assert_number_equal (checked ("a\xE0\x9F\xBF"), 1);
  assert_number_equal (checked ("a\xE0\xA0\x80"), 4);
  assert_number_equal (checked ("a\xF0\x8F\xBF\xBF"), 1);
}

static void
half_a_surrogate_pair_is_no_character (void **state)
{
  (void) state;
  assert_number_equal (checked ("a\xED\xA0\x80"), 1);
  assert_number_equal (checked ("a\xED\x9F\xBF"), 4);
  assert_number_equal (checked ("a\xEE\x80\x80"), 4);
}

static void
nothing_lies_above_the_last_plane (void **state)
{
  (void) state;
  assert_number_equal (checked ("a\xF4\x90\x80\x80"), 1);
  assert_number_equal (checked ("a\xF5\x80\x80\x80"), 1);
  assert_number_equal (checked ("a\xFF"), 1);
}

static void
nul_is_no_text (void **state)
{
  (void) state;
  assert_number_equal (yl_utf8_check ("ab\0cd", 5), 2);
}

static void
a_cut_character_is_told_from_a_wrong_one (void **state)
{
  (void) state;
  assert_number_equal (yl_utf8_measure ("\xE8\xB7", 2), YL_UTF8_CUT);
  assert_number_equal (yl_utf8_measure ("\xE8", 1), YL_UTF8_CUT);
  assert_number_equal (yl_utf8_measure ("\xE8x", 2), 0);
  assert_number_equal (yl_utf8_measure ("\xB7", 1), 0);
}

/* A character of each width at every place of two chunks, whole and then with one byte broken. */
static void
a_fault_is_found_at_every_place_of_a_chunk (void **state)
{
  (void) state;
  static const char *const characters[] = { "é", "路", "\xEF\xBC\x92", "\xE0\xA4\x95", "𠀀" };
  for (gsize i = 0; i < G_N_ELEMENTS (characters); i++)
    for (gsize place = 0; place < 130; place++)
      {
        char text[200];
        const gsize width = strlen (characters[i]);
        memset (text, 'x', sizeof text);
        memcpy (text + place, characters[i], width);
        assert_number_equal (yl_utf8_check (text, sizeof text), sizeof text);
        text[place + width - 1] = 'x';
        assert_number_equal (yl_utf8_check (text, sizeof text), place);
        text[place + width - 1] = '\0';
        assert_number_equal (yl_utf8_check (text, sizeof text), place);
        memcpy (text + place, characters[i], width);
        text[place + width] = '\x80';
        assert_number_equal (yl_utf8_check (text, sizeof text), place + width);
      }
}

static gsize
checked_slowly (const char *at, gsize length)
{
  const char *end = at;
  g_utf8_validate_len (at, length, &end);
  return (gsize) (end - at);
}

static void
any_text_is_judged_as_glib_judges_it (void **state)
{
  (void) state;
  static const char *const pieces[] = { "a",    "é",    "路",       "桥",       "𠀀",  "0123456789",
                                        "\xE8", "\xB7", "\xED\xA0", "\xF0\x90", "\x80" };
  const guint32 seed = g_random_int ();
  print_message ("# seed %u\n", seed);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint turn = 0; turn < 20000; turn++)
    {
      /* Faults come seldom, so that long texts are right as well. */
      const gint32 n_kinds = turn % 3 == 0 ? G_N_ELEMENTS (pieces) : 6;
      g_string_truncate (text, 0);
      for (gint32 left = g_rand_int_range (random, 0, 90); left > 0; left--)
        g_string_append (text, pieces[g_rand_int_range (random, 0, n_kinds)]);
      assert_number_equal (yl_utf8_check (text->str, text->len),
                           checked_slowly (text->str, text->len));
    }
}

static void
ascii_is_told_from_all_else (void **state)
{
  (void) state;
  char text[150];
  memset (text, 'x', sizeof text);
  assert_true (yl_utf8_is_ascii (text, sizeof text));
  for (gsize i = 0; i < sizeof text; i++)
    {
      text[i] = '\x80';
      assert_false (yl_utf8_is_ascii (text, sizeof text));
      assert_true (yl_utf8_is_ascii (text, i));
      text[i] = 'x';
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_width_of_character_is_right),
    cmocka_unit_test (a_form_that_is_too_long_is_no_character),
    cmocka_unit_test (half_a_surrogate_pair_is_no_character),
    cmocka_unit_test (nothing_lies_above_the_last_plane),
    cmocka_unit_test (nul_is_no_text),
    cmocka_unit_test (a_cut_character_is_told_from_a_wrong_one),
    cmocka_unit_test (a_fault_is_found_at_every_place_of_a_chunk),
    cmocka_unit_test (any_text_is_judged_as_glib_judges_it),
    cmocka_unit_test (ascii_is_told_from_all_else),
  };
  return cmocka_run_group_tests_name ("csv-utf8", tests, NULL, NULL);
}
