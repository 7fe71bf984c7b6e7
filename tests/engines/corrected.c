#include "engines/corrected.h"

#include "engines/compare.h"
#include "engines/plant.h"
#include "engines/worked-out.h"
#include "support/assert.h"

#define PLANTED "planted.xlsx"

void
corrected_assert (const YlRun *run, const char *book, YlEngine engine, guint n_least)
{
  yl_engine_require (engine);
  const char *name = yl_engine_get_name (engine);
  g_autofree char *path = g_build_filename (run->folder, book, NULL);
  g_autofree char *planted = g_build_filename (run->folder, PLANTED, NULL);
  g_autofree char *folder = g_build_filename (run->folder, name, NULL);
  assert_true (plant_wrong_values (path, planted) > n_least);
  g_autoptr (GError) error = NULL;
  g_autofree char *corrected = yl_engine_recalculate (engine, planted, folder, "xlsx", &error);
  if (corrected == NULL)
    fail_msg ("%s: %s", name, error->message);
  g_autoptr (YlTestBook) ours = yl_test_read_book (path);
  g_autoptr (YlTestBook) theirs = yl_test_read_book (corrected);
  const Comparison comparison = compare_books (ours, theirs, name);
  print_message ("# %s: %u numbers and %u texts compared\n", name, comparison.n_numbers,
                 comparison.n_texts);
  assert_number_equal (comparison.n_different, 0);
}

void
corrected_assert_worked_out (const YlRun *run, const char *book, guint n_least)
{
  g_autofree char *path = g_build_filename (run->folder, book, NULL);
  g_autoptr (WorkedOut) worked_out = worked_out_load (path);
  guint n = 0;
  assert_number_equal (worked_out_count_different (worked_out, &n), 0);
  print_message ("# %u formulas computed\n", n);
  assert_true (n > n_least);
}
