/* json-glib is the independent reader and writer: what we write it writes too, and reads back. */
#include "yanglu/io/json/json-sink.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "support/assert.h"
#include "yanglu/base/random.h"

/* What was pushed, and in how many pieces. */
typedef struct
{
  GString *text;
  guint n_pieces;
  gsize n_most; /* bytes of the largest piece */
} Pushed;

static void
keep (gpointer data, const char *bytes, gsize n_bytes)
{
  Pushed *pushed = data;
  assert_number_equal (strlen (bytes), n_bytes);
  assert_true (g_utf8_validate (bytes, (gssize) n_bytes, NULL));
  g_string_append_len (pushed->text, bytes, (gssize) n_bytes);
  pushed->n_pieces++;
  pushed->n_most = MAX (pushed->n_most, n_bytes);
}

static int
set_up (void **state)
{
  Pushed *pushed = g_new0 (Pushed, 1);
  pushed->text = g_string_new (NULL);
  *state = pushed;
  return 0;
}

static int
tear_down (void **state)
{
  Pushed *pushed = *state;
  g_string_free (pushed->text, TRUE);
  g_free (pushed);
  return 0;
}

/* The document with @text as its one member, as written. */
static const char *
write_text (Pushed *pushed, const char *text)
{
  g_string_truncate (pushed->text, 0);
  g_autoptr (YlJsonSink) json = yl_json_sink_new (keep, pushed);
  yl_json_begin (json, NULL);
  yl_json_text_or_empty (json, "t", text);
  yl_json_end (json);
  return pushed->text->str;
}

static void
assert_written (Pushed *pushed, const char *text, const char *quoted)
{
  g_autofree char *expected = g_strdup_printf ("{\n  \"t\" : %s\n}\n", quoted);
  assert_string_equal (write_text (pushed, text), expected);
}

static void
quotes_backslashes_and_control_characters_are_escaped (void **state)
{
  assert_written (*state, "a\"b\\c/d", "\"a\\\"b\\\\c/d\"");
  assert_written (*state, "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"");
  assert_written (*state, "\x01\x0B\x0E\x1F\x7F", "\"\\u0001\\u000b\\u000e\\u001f\\u007f\"");
}

static void
every_other_character_stands_as_it_is (void **state)
{
  assert_written (*state, "养路 '<>&", "\"养路 '<>&\"");
  assert_written (*state, "\xC2\x80\xC2\x9F\u2028\uFEFF\U0001F6E3",
                  "\"\xC2\x80\xC2\x9F\u2028\uFEFF\U0001F6E3\"");
  assert_written (*state, "", "\"\"");
  assert_written (*state, NULL, "\"\"");
}

static void
every_character_of_one_byte_is_read_back (void **state)
{
  for (guint byte = 1; byte < 0x80; byte++)
    {
      const char text[] = { 'a', (char) byte, (char) byte, 'z', '\0' };
      g_autoptr (JsonNode) root = json_from_string (write_text (*state, text), NULL);
      assert_non_null (root);
      assert_string_equal (json_object_get_string_member (json_node_get_object (root), "t"), text);
    }
}

static void
what_is_unknown_is_null (void **state)
{
  Pushed *pushed = *state;
  g_autoptr (YlJsonSink) json = yl_json_sink_new (keep, pushed);
  yl_json_begin (json, NULL);
  yl_json_text (json, "none", NULL);
  yl_json_text (json, "empty", "");
  yl_json_number_or_null (json, "unknown", FALSE, 5);
  yl_json_number_or_null (json, "known", TRUE, 0);
  yl_json_end (json);
  assert_string_equal (pushed->text->str, "{\n  \"none\" : null,\n  \"empty\" : null,\n"
                                          "  \"unknown\" : null,\n  \"known\" : 0\n}\n");
}

static void
rows_stand_on_a_line_each_and_their_list_is_open_when_empty (void **state)
{
  Pushed *pushed = *state;
  g_autoptr (YlJsonSink) json = yl_json_sink_new (keep, pushed);
  yl_json_begin (json, NULL);
  yl_json_begin_rows (json, "rows");
  for (gint64 i = 1; i <= 2; i++)
    {
      yl_json_begin (json, NULL);
      yl_json_number (json, "n", i);
      yl_json_boolean (json, "odd", i == 1);
      yl_json_end (json);
    }
  yl_json_end (json);
  yl_json_begin_rows (json, "none");
  yl_json_end (json);
  yl_json_begin (json, "nothing");
  yl_json_end (json);
  yl_json_end (json);
  assert_string_equal (pushed->text->str, "{\n  \"rows\" : [\n    { \"n\" : 1, \"odd\" : true },\n"
                                          "    { \"n\" : 2, \"odd\" : false }\n  ],\n"
                                          "  \"none\" : [\n  ],\n  \"nothing\" : {\n  }\n}\n");
}

/* One value told to both writers, the same draws. json-glib leaves U+001F as it is, which RFC 8259
 * section 7 forbids. */
static void
draw_value (YlRandom *random, YlJsonSink *json, JsonBuilder *builder, const char *key, guint depth);

static void
draw_members (
    YlRandom *random, YlJsonSink *json, JsonBuilder *builder, gboolean is_list, guint depth)
{
  const guint64 n = yl_random_next_below (random, 4) + (is_list ? 0 : 1);
  for (guint64 i = 0; i < n; i++)
    {
      g_autofree char *key = g_strdup_printf ("k%" G_GUINT64_FORMAT "\"\n", i);
      draw_value (random, json, builder, is_list ? NULL : key, depth + 1);
    }
}

static char *
draw_text (YlRandom *random)
{
  static const gunichar alphabet[] = { 'a',  '"',  '\\', '/',  '\n',   '\t',   '\b',   '\f',
                                       '\r', 0x01, 0x1E, 0x7F, 0x0085, 0x4E00, 0x2028, 0x1F6E3 };
  GString *text = g_string_new (NULL);
  for (guint64 n = yl_random_next_below (random, 12); n > 0; n--)
    g_string_append_unichar (text,
                             alphabet[yl_random_next_below (random, G_N_ELEMENTS (alphabet))]);
  return g_string_free (text, FALSE);
}

static void
draw_container (
    YlRandom *random, YlJsonSink *json, JsonBuilder *builder, const char *key, guint depth)
{
  const gboolean is_list = key != NULL && yl_random_next_below (random, 2) == 0;
  if (is_list)
    {
      yl_json_begin_list (json, key);
      json_builder_begin_array (builder);
    }
  else
    {
      yl_json_begin (json, key);
      json_builder_begin_object (builder);
    }
  draw_members (random, json, builder, is_list, depth);
  yl_json_end (json);
  if (is_list)
    json_builder_end_array (builder);
  else
    json_builder_end_object (builder);
}

static void
draw_value (YlRandom *random, YlJsonSink *json, JsonBuilder *builder, const char *key, guint depth)
{
  const guint64 kind = yl_random_next_below (random, depth > 6 ? 4 : 7);
  const gint64 number = (gint64) yl_random_next (random) >> yl_random_next_below (random, 64);
  g_autofree char *text = draw_text (random);
  if (key != NULL)
    json_builder_set_member_name (builder, key);
  if (kind == 0)
    {
      yl_json_null (json, key);
      json_builder_add_null_value (builder);
    }
  else if (kind == 1)
    {
      yl_json_boolean (json, key, number % 2 == 0);
      json_builder_add_boolean_value (builder, number % 2 == 0);
    }
  else if (kind == 2)
    {
      yl_json_number (json, key, number);
      json_builder_add_int_value (builder, number);
    }
  else if (kind == 3)
    {
      yl_json_text_or_empty (json, key, text);
      json_builder_add_string_value (builder, text);
    }
  else
    draw_container (random, json, builder, key, depth);
}

static void
a_document_has_the_bytes_that_json_glib_gives_it (void **state)
{
  Pushed *pushed = *state;
  YlRandom random = yl_random_of_seed (20201128);
  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (YlJsonSink) json = yl_json_sink_new (keep, pushed);
      g_autoptr (JsonBuilder) builder = json_builder_new ();
      g_string_truncate (pushed->text, 0);
      draw_container (&random, json, builder, NULL, 0);
      g_autoptr (JsonNode) root = json_builder_get_root (builder);
      g_autofree char *text = json_to_string (root, TRUE);
      g_autofree char *expected = g_strconcat (text, "\n", NULL);
      assert_string_equal (pushed->text->str, expected);
    }
}

static void
the_largest_and_smallest_numbers_are_exact (void **state)
{
  Pushed *pushed = *state;
  g_autoptr (YlJsonSink) json = yl_json_sink_new (keep, pushed);
  yl_json_begin_list (json, NULL);
  yl_json_number (json, NULL, G_MAXINT64);
  yl_json_number (json, NULL, G_MININT64);
  yl_json_end (json);
  assert_string_equal (pushed->text->str, "[\n  9223372036854775807,\n  -9223372036854775808\n]\n");
}

static void
a_document_goes_out_while_it_is_written (void **state)
{
  Pushed *pushed = *state;
  g_autoptr (YlJsonSink) json = yl_json_sink_new (keep, pushed);
  yl_json_begin_list (json, NULL);
  for (guint i = 0; i < 100000; i++)
    yl_json_text (json, NULL, "0123456789");
  assert_true (pushed->n_pieces > 100);
  yl_json_end (json);
  assert_number_equal (pushed->text->len,
                       strlen ("[\n]\n") + 100000 * strlen ("\n  \"0123456789\",") - 1);
  assert_true (pushed->n_most < 10000);
}

/* A call of ours that cannot stand there. */
#define assert_refused(call)                                                                       \
  {                                                                                                \
    g_test_expect_message ("yanglu", G_LOG_LEVEL_CRITICAL, "*");                                   \
    call;                                                                                          \
    g_test_assert_expected_messages ();                                                            \
  }

static void
what_cannot_stand_where_it_comes_is_not_written (void **state)
{
  Pushed *pushed = *state;
  g_autoptr (YlJsonSink) json = yl_json_sink_new (keep, pushed);
  assert_refused (yl_json_end (json));
  assert_refused (yl_json_number (json, NULL, 1));
  assert_refused (yl_json_begin (json, "key"));
  yl_json_begin (json, NULL);
  assert_refused (yl_json_number (json, NULL, 1));
  assert_refused (yl_json_begin_list (json, NULL));
  yl_json_begin_list (json, "list");
  assert_refused (yl_json_null (json, "key"));
  assert_refused (yl_json_begin (json, "key"));
  yl_json_end (json);
  yl_json_end (json);
  assert_refused (yl_json_begin (json, NULL));
  assert_refused (yl_json_end (json));
  assert_string_equal (pushed->text->str, "{\n  \"list\" : []\n}\n");
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    SENTENCE (quotes_backslashes_and_control_characters_are_escaped),
    SENTENCE (every_other_character_stands_as_it_is),
    SENTENCE (every_character_of_one_byte_is_read_back),
    SENTENCE (what_is_unknown_is_null),
    SENTENCE (rows_stand_on_a_line_each_and_their_list_is_open_when_empty),
    SENTENCE (a_document_has_the_bytes_that_json_glib_gives_it),
    SENTENCE (the_largest_and_smallest_numbers_are_exact),
    SENTENCE (a_document_goes_out_while_it_is_written),
    SENTENCE (what_cannot_stand_where_it_comes_is_not_written),
  };
  return cmocka_run_group_tests_name ("json-sink", tests, NULL, NULL);
}
