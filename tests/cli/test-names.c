/* What a file, an office or a road is called comes from elsewhere: it is shown, kept and printed as text
 * that every reader accepts. */
#include <string.h>

#include "support/assert.h"
#include "support/book-parts.h"
#include "support/run.h"

#define LIST                                                                                       \
  "路线编码,路线名称,里程,乡镇\nX001371502,_x000D_甲_xD800_,12.345,闫寺街道\n"    \
  "Y002371502,乙\xe2\x80\xae,6.5,闫寺街道\n"
/* 里程.csv and 预算.xlsx, as GB18030 */
#define FOREIGN_LIST "\xc0\xef\xb3\xcc.csv"
#define FOREIGN_BOOK "\xd4\xa4\xcb\xe3.xlsx"

static int
set_up (void **state)
{
  *state = yl_run_new ();
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
assert_is_xml (const char *book, const char *part)
{
  g_autofree char *text = yl_test_read_part (book, part);
  static const GMarkupParser nothing = { 0 };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);
  g_autoptr (GError) error = NULL;
  if (!g_markup_parse_context_parse (context, text, -1, &error)
      || !g_markup_parse_context_end_parse (context, &error))
    fail_msg ("%s: %s", part, error->message);
}

static void
a_list_named_in_another_encoding_makes_a_budget_that_holds (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, FOREIGN_LIST, LIST);
  yl_run (run, "C", NULL, "budget", FOREIGN_LIST, "--year", "2021", "-o", FOREIGN_BOOK, NULL);
  assert_number_equal (run->status, 0);
  assert_true (g_utf8_validate (run->out, -1, NULL));
  assert_non_null (strstr (run->out, "里程.csv"));
  assert_non_null (strstr (run->out, "已生成 预算.xlsx"));
  assert_true (yl_run_has (run, FOREIGN_BOOK));
  yl_run (run, "C", NULL, "audit", FOREIGN_BOOK, NULL);
  assert_number_equal (run->status, 0);
  assert_true (g_utf8_validate (run->out, -1, NULL));
  yl_run (run, "C", NULL, "budget", FOREIGN_LIST, "--year", "2021", "-o", FOREIGN_BOOK, NULL);
  assert_number_equal (run->status, 2);
  assert_non_null (strstr (run->err, "预算.xlsx"));
}

/* Papers and documents go to other people. */
static void
an_audit_names_a_list_without_its_folders (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "a.csv", LIST);
  g_autofree char *path = g_build_filename (run->folder, "a.csv", NULL);
  yl_run (run, "C", NULL, "budget", "a.csv", "--year", "2021", "-o", "a.xlsx", NULL);
  yl_run (run, "C", NULL, "audit", "a.xlsx", "--roads", path, "--format", "json", NULL);
  assert_non_null (strstr (run->out, "\"a.csv\""));
  assert_null (strstr (run->out, run->folder));
}

static void
an_entity_with_a_control_character_has_properties_that_every_reader_accepts (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "a.csv", LIST);
  yl_run (run, "C.UTF-8", NULL, "budget", "a.csv", "--entity", "甲\x01区\xe2\x80\xae",
          "--townships", "371502006", "--year", "2021", "-o", "a.xlsx", NULL);
  assert_true (yl_run_has (run, "a.xlsx"));
  g_autofree char *book = g_build_filename (run->folder, "a.xlsx", NULL);
  assert_is_xml (book, "docProps/core.xml");
  assert_is_xml (book, "docProps/app.xml");
}

/* What a spreadsheet would decode is written so that it reads back. */
static void
a_road_whose_name_looks_like_an_escape_is_read_back_as_it_is (void **state)
{
  YlRun *run = *state;
  yl_run_write (run, "a.csv", LIST);
  yl_run (run, "C.UTF-8", NULL, "budget", "a.csv", "--year", "2021", "-o", "a.xlsx", NULL);
  yl_run (run, "C.UTF-8", NULL, "audit", "a.xlsx", NULL);
  assert_number_equal (run->status, 0);
  assert_null (strstr (run->out, "_x005F_"));
  assert_null (strstr (run->out, "C10"));
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_list_named_in_another_encoding_makes_a_budget_that_holds),
    SENTENCE (an_audit_names_a_list_without_its_folders),
    SENTENCE (a_road_whose_name_looks_like_an_escape_is_read_back_as_it_is),
    SENTENCE (an_entity_with_a_control_character_has_properties_that_every_reader_accepts),
  };
  return cmocka_run_group_tests_name ("cli/names", tests, NULL, NULL);
}
