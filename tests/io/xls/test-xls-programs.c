/* tests/data/xls: the road list of tests/data/xlsx, as other programs write it in the older form. */
#include "xls-reading.h"

#include "io/program-roads.h"

static void
check_file (const char *name)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "data", "xls", name, NULL);
  char *content = NULL;
  gsize length = 0;
  assert_true (g_file_get_contents (path, &content, &length, NULL));
  read_bytes (g_bytes_new_take (content, length));
  assert_null (reading->error);
  assert_string_equal (reading->rows->text->str, PROGRAM_ROADS PROGRAM_HIDDEN_SHEET);
  assert_number_equal (yl_findings_get_n (reading->findings), 0);
}

static void
a_list_that_libreoffice_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("libreoffice.xls");
}

static void
a_list_that_gnumeric_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("gnumeric.xls");
}

static void
a_list_that_sheetjs_wrote_reads_as_it_was_meant (void **state)
{
  (void) state;
  check_file ("sheetjs.xls");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    xls_sentence (a_list_that_libreoffice_wrote_reads_as_it_was_meant),
    xls_sentence (a_list_that_gnumeric_wrote_reads_as_it_was_meant),
    xls_sentence (a_list_that_sheetjs_wrote_reads_as_it_was_meant),
  };
  return cmocka_run_group_tests_name ("xls programs", tests, NULL, NULL);
}
