/*
 * Workbooks with bytes changed at random are read or refused, never worse: meant
 * for a build with sanitizers. YL_FUZZ_SEED and YL_FUZZ_ROUNDS choose what is
 * tried; the seed is printed.
 */
#include "support/mutations.h"
#include "xls-reading.h"

#include <string.h>

#define ROUNDS 150

static void
workbooks_with_bytes_changed_at_random_do_no_harm (void **state)
{
  (void) state;
  static const char *const files[] = { "gnumeric.xls", "libreoffice.xls", "sheetjs.xls",
                                       "crashes-another-reader.xls" };
  guint64 seed = yl_mutations_get_setting ("YL_FUZZ_SEED", 20201128);
  const guint64 rounds = yl_mutations_get_setting ("YL_FUZZ_ROUNDS", ROUNDS);
  print_message ("# seed %" G_GUINT64_FORMAT "\n", seed);
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path =
          g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "data", "xls", files[i], NULL);
      g_autofree char *content = NULL;
      gsize length = 0;
      assert_true (g_file_get_contents (path, &content, &length, NULL));
      for (guint64 round = 0; round < rounds; round++)
        {
          g_string_truncate (reading->rows->text, 0);
          read_bytes (yl_mutations_make (content, length, &seed));
          assert_true (
              g_utf8_validate (reading->rows->text->str, (gssize) reading->rows->text->len, NULL));
        }
    }
}

static void
add_records (XlsMaker *maker)
{
  static const guint16 ids[] = { 0x06,  0x7D,  0x9B,  0xBD,  0xD6,  0xE5,  0xFD,
                                 0x203, 0x204, 0x205, 0x207, 0x208, 0x27E, 0x809 };
  static const guint8 zeros[48];
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    xls_add (maker, ids[i], zeros, sizeof zeros);
}

/* Dense with records, so that the damage reaches the cells. */
static void
records_with_bytes_changed_at_random_do_no_harm (void **state)
{
  (void) state;
  guint64 seed = yl_mutations_get_setting ("YL_FUZZ_SEED", 20201128);
  const guint64 rounds = 4 * yl_mutations_get_setting ("YL_FUZZ_ROUNDS", ROUNDS);
  for (guint64 round = 0; round < rounds; round++)
    {
      XlsMaker maker;
      xls_maker_init (&maker, (round & 1) != 0);
      xls_record (&maker, 0x42, "w", 936);
      xls_record (&maker, 0xFC, "llss", 2, 2, "县道", "abc");
      xls_record (&maker, 0xE0, "wwllll", 0, 14, 0, 0, 0, 0);
      xls_record (&maker, 0x41E, "ws", 14, "yyyy");
      xls_add_tab (&maker, "S", 0, 0);
      xls_end (&maker);
      xls_begin_sheet (&maker, 0);
      add_records (&maker);
      xls_end (&maker);
      for (guint n = 0; n < 4; n++)
        yl_mutate (maker.stream->data + 4, maker.stream->len - 4, &seed);
      g_string_truncate (reading->rows->text, 0);
      read_bytes (xls_finish (&maker, "Workbook"));
      xls_maker_clear (&maker);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    xls_sentence (workbooks_with_bytes_changed_at_random_do_no_harm),
    xls_sentence (records_with_bytes_changed_at_random_do_no_harm),
  };
  return cmocka_run_group_tests_name ("xls hostile", tests, NULL, NULL);
}
