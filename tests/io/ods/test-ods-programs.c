/* tests/data/ods: the road list of tests/data/xlsx, as other programs write it. */
#include "ods-reading.h"

#include "io/program-roads.h"

static void
check_file (const char *name, const char *second_sheet)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "data", "ods", name, NULL);
  char *content = NULL;
  gsize length = 0;
  assert_true (g_file_get_contents (path, &content, &length, NULL));
  read_bytes (g_bytes_new_take (content, length));
  assert_null (reading->error);
  g_autofree char *expected = g_strconcat (PROGRAM_ROADS, second_sheet, NULL);
  assert_string_equal (reading->rows->text->str, expected);
  assert_number_equal (yl_findings_get_n (reading->findings), 0);
}

static void
a_list_that_libreoffice_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("libreoffice.ods", PROGRAM_HIDDEN_SHEET);
}

static void
a_list_that_gnumeric_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("gnumeric.ods", PROGRAM_HIDDEN_SHEET);
}

static void
a_list_that_sheetjs_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("sheetjs.ods", PROGRAM_SHOWN_SHEET);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ods_sentence (a_list_that_libreoffice_wrote_reads_as_it_was_meant),
    ods_sentence (a_list_that_gnumeric_wrote_reads_as_it_was_meant),
    ods_sentence (a_list_that_sheetjs_wrote_reads_as_it_was_meant),
  };
  return cmocka_run_group_tests_name ("ods programs", tests, NULL, NULL);
}
