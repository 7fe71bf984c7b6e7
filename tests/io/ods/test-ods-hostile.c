/*
 * Documents with bytes changed at random are read or refused, never worse: meant
 * for a build with sanitizers. YL_FUZZ_SEED and YL_FUZZ_ROUNDS choose what is
 * tried; the seed is printed.
 */
#include "ods-reading.h"
#include "support/mutations.h"

#include <string.h>

#define ROUNDS 150

static void
read_mutated (gconstpointer content, gsize length, guint64 *seed)
{
  g_string_truncate (reading->rows->text, 0);
  read_bytes (yl_mutations_make (content, length, seed));
  assert_true (g_utf8_validate (reading->rows->text->str, (gssize) reading->rows->text->len, NULL));
}

static void
documents_with_bytes_changed_at_random_do_no_harm (void **state)
{
  (void) state;
  static const char *const files[] = { "gnumeric.ods", "libreoffice.ods", "sheetjs.ods" };
  guint64 seed = yl_mutations_get_setting ("YL_FUZZ_SEED", 20201128);
  const guint64 rounds = yl_mutations_get_setting ("YL_FUZZ_ROUNDS", ROUNDS);
  print_message ("# seed %" G_GUINT64_FORMAT "\n", seed);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path =
          g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "data", "ods", files[i], NULL);
      g_autofree char *content = NULL;
      gsize length = 0;
      assert_true (g_file_get_contents (path, &content, &length, NULL));
      for (guint64 round = 0; round < rounds; round++)
        read_mutated (content, length, &seed);
    }
}

/* Behind sound zip headers, so that the damage reaches the XML. */
static void
content_with_bytes_changed_at_random_does_no_harm (void **state)
{
  (void) state;
  guint64 seed = yl_mutations_get_setting ("YL_FUZZ_SEED", 20201128);
  const guint64 rounds = 4 * yl_mutations_get_setting ("YL_FUZZ_ROUNDS", ROUNDS);
  g_autofree char *content =
      ods_write_content ("<style:style style:name='a'><style:table-properties "
                         "table:display='false'/></style:style>",
                         "<table:table table:name='一' table:style-name='a'><table:table-column "
                         "table:visibility='collapse'/>" ODS_ROW (ODS_NUMBER ("1.5") ODS_TEXT (
                             "甲<text:s text:c='3'/>乙") "<table:table-cell "
                                                         "office:value-type='date' "
                                                         "office:date-value='2021-01-31T00'/>"
                                                         "<table:covered-table-cell "
                                                         "office:value-type='boolean' "
                                                         "office:boolean-value='true' "
                                                         "table:number-columns-spanned='2' "
                                                         "table:number-columns-repeated='9'/"
                                                         ">") "<table:table-row "
                                                              "table:number-rows-repeated='9'"
                                                              " table:visibility='filter'"
                                                              ">" ODS_TEXT ("丙") "</"
                                                                                  "table:"
                                                                                  "table-row>"
                                                                                  "</"
                                                                                  "table:"
                                                                                  "table>");
  const gsize length = strlen (content);
  reading->limits.cells = 100000;
  for (guint64 round = 0; round < rounds; round++)
    {
      g_autofree char *copy = g_strdup (content);
      yl_mutate ((guint8 *) copy, length, &seed);
      g_string_truncate (reading->rows->text, 0);
      read_bytes (ods_make (ODS_SPREADSHEET, copy, NULL, NULL));
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ods_sentence (documents_with_bytes_changed_at_random_do_no_harm),
    ods_sentence (content_with_bytes_changed_at_random_does_no_harm),
  };
  return cmocka_run_group_tests_name ("ods hostile", tests, NULL, NULL);
}
