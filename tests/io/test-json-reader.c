#include "yanglu/io/json/json-reader.h"
#include "support/assert.h"

#include "yanglu/base/error.h"

#include <string.h>

static YlJsonReader *
open_text (const char *text)
{
  return yl_json_reader_new (text, strlen (text));
}

static void
assert_ends (YlJsonReader *reader)
{
  g_autoptr (GError) error = NULL;
  assert_true (yl_json_reader_end (reader, &error));
  assert_null (error);
  yl_json_reader_free (reader);
}

static void
assert_refused (YlJsonReader *reader)
{
  g_autoptr (GError) error = NULL;
  assert_false (yl_json_reader_end (reader, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
  yl_json_reader_free (reader);
}

static void
assert_text (const char *json, const char *text)
{
  YlJsonReader *reader = open_text (json);
  const char *found = yl_json_reader_text (reader);
  assert_non_null (found);
  assert_string_equal (found, text);
  assert_ends (reader);
}

static void
assert_no_text (const char *json)
{
  YlJsonReader *reader = open_text (json);
  assert_null (yl_json_reader_text (reader));
  assert_refused (reader);
}

static void
an_object_is_read_member_by_member (void **state)
{
  (void) state;
  YlJsonReader *reader = open_text (" { \"a\" : \"甲\" , \"b\":[ 1,-2 ,3],\"c\":{}, \"d\":[]}\n");
  gint64 sum = 0;
  assert_true (yl_json_reader_begin_object (reader));
  assert_true (yl_json_reader_next (reader));
  assert_string_equal (yl_json_reader_get_key (reader), "a");
  const char *kept = yl_json_reader_text (reader);
  assert_true (yl_json_reader_next (reader));
  assert_true (yl_json_reader_begin_list (reader));
  for (gint64 number = 0; yl_json_reader_next (reader); sum += number)
    assert_true (yl_json_reader_number (reader, &number));
  assert_number_equal (sum, 2);
  assert_true (yl_json_reader_next (reader));
  assert_true (yl_json_reader_begin_object (reader));
  assert_false (yl_json_reader_next (reader));
  assert_true (yl_json_reader_next (reader));
  assert_string_equal (yl_json_reader_get_key (reader), "d");
  assert_true (yl_json_reader_begin_list (reader));
  assert_false (yl_json_reader_next (reader));
  assert_false (yl_json_reader_next (reader));
  assert_string_equal (kept, "甲");
  assert_ends (reader);
}

static void
a_text_means_what_its_escapes_mean (void **state)
{
  (void) state;
  assert_text ("\"\"", "");
  assert_text ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t");
  assert_text ("\"\\u7532\\u0009\"", "甲\t");
  assert_text ("\"\\ud83d\\ude9c\"", "🚜"); /* U+1F69C in two halves */
  assert_text ("\"\x7f\"", "\x7f");
}

static void
a_text_that_is_none_is_refused (void **state)
{
  (void) state;
  static const char *const none[] = {
    "",
    "\"",
    "\"a",
    "a",
    "'a'",
    "\"\n\"",
    "\"\\\"",
    "\"\\x\"",
    "\"\\u12\"",
    "\"\\u0000\"",
    "\"\\ud83d\"",
    "\"\\ude9c\"",
    "\"\\ud83dx",
    "\"\\ud83d\\u0041\"",
    "\"\xff\"",
    "\"\xed\xa0\xbd\"",
    "1",
    "null",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (none); i++)
    assert_no_text (none[i]);
}

static void
a_number_is_whole_and_of_64_bits (void **state)
{
  (void) state;
  static const struct
  {
    const char *json;
    gint64 number;
  } good[] = { { "0", 0 },
               { "-0", 0 },
               { " 12 ", 12 },
               { "9223372036854775807", G_MAXINT64 },
               { "-9223372036854775808", G_MININT64 } };
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      gint64 number = -1;
      YlJsonReader *reader = open_text (good[i].json);
      assert_true (yl_json_reader_number (reader, &number));
      assert_number_equal (number, good[i].number);
      assert_ends (reader);
    }
  static const char *const bad[] = { "9223372036854775808",
                                     "-9223372036854775809",
                                     "1.0",
                                     "1e3",
                                     "1E3",
                                     "01",
                                     "-01",
                                     "+1",
                                     "-",
                                     "",
                                     "0x1",
                                     "\"1\"",
                                     "NaN",
                                     "99999999999999999999" };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      gint64 number = -1;
      YlJsonReader *reader = open_text (bad[i]);
      const gboolean is_read = yl_json_reader_number (reader, &number);
      assert_true (!is_read || bad[i][1] == 'x'); /* the x is what does not end */
      assert_refused (reader);
    }
}

static void
a_text_or_null_is_either (void **state)
{
  (void) state;
  const char *text = "x";
  YlJsonReader *reader = open_text ("null");
  assert_true (yl_json_reader_text_or_null (reader, &text));
  assert_null (text);
  assert_ends (reader);
  reader = open_text ("\"\"");
  assert_true (yl_json_reader_text_or_null (reader, &text));
  assert_string_equal (text, "");
  assert_ends (reader);
  reader = open_text ("nul");
  assert_false (yl_json_reader_text_or_null (reader, &text));
  assert_refused (reader);
}

/* Reads lists until there is none. */
static guint
go_down (const char *json, gboolean *out_is_good)
{
  guint depth = 0;
  g_autoptr (YlJsonReader) reader = open_text (json);
  while (yl_json_reader_begin_list (reader) && yl_json_reader_next (reader))
    depth++;
  *out_is_good = depth > YL_JSON_MAX_DEPTH;
  return depth;
}

static void
nothing_is_deeper_than_sixteen (void **state)
{
  (void) state;
  gboolean is_good = TRUE;
  g_autofree char *deep = g_strnfill (1000000, '[');
  assert_number_equal (go_down (deep, &is_good), 16);
  assert_false (is_good);
  g_autofree char *open = g_strnfill (16, '[');
  g_autofree char *closed = g_strnfill (16, ']');
  g_autofree char *whole = g_strconcat (open, closed, NULL);
  YlJsonReader *reader = open_text (whole);
  for (guint i = 0; i < 16; i++)
    assert_true (yl_json_reader_begin_list (reader) && yl_json_reader_next (reader) == (i < 15));
  for (guint i = 0; i < 15; i++)
    assert_false (yl_json_reader_next (reader));
  assert_ends (reader);
}

static void
what_is_left_open_or_follows_is_refused (void **state)
{
  (void) state;
  static const char *const odd[] = { "{",          "{\"a\"}",  "{\"a\":}",          "{\"a\":1,}",
                                     "{,}",        "{\"a\":1", "{\"a\":1]",         "{\"a\":1}}",
                                     "{\"a\":1}x", "{a:1}",    "{\"a\":1 \"b\":2}", "[1]" };
  for (gsize i = 0; i < G_N_ELEMENTS (odd); i++)
    {
      gint64 number = 0;
      YlJsonReader *reader = open_text (odd[i]);
      if (yl_json_reader_begin_object (reader))
        while (yl_json_reader_next (reader))
          yl_json_reader_number (reader, &number);
      assert_refused (reader);
    }
}

static void
after_a_refusal_nothing_is_read (void **state)
{
  (void) state;
  gint64 number = 7;
  YlJsonReader *reader = open_text ("[1,2,3]");
  assert_true (yl_json_reader_begin_list (reader) && yl_json_reader_next (reader));
  yl_json_reader_refuse (reader);
  assert_false (yl_json_reader_number (reader, &number));
  assert_number_equal (number, 7);
  assert_false (yl_json_reader_next (reader));
  assert_false (yl_json_reader_begin_list (reader));
  assert_null (yl_json_reader_text (reader));
  assert_refused (reader);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (an_object_is_read_member_by_member),
    cmocka_unit_test (a_text_means_what_its_escapes_mean),
    cmocka_unit_test (a_text_that_is_none_is_refused),
    cmocka_unit_test (a_number_is_whole_and_of_64_bits),
    cmocka_unit_test (a_text_or_null_is_either),
    cmocka_unit_test (nothing_is_deeper_than_sixteen),
    cmocka_unit_test (what_is_left_open_or_follows_is_refused),
    cmocka_unit_test (after_a_refusal_nothing_is_read),
  };
  return cmocka_run_group_tests_name ("json-reader", tests, NULL, NULL);
}
