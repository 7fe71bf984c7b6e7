/* The hidden sheet of a finished workbook: what an audit will stand on. */
#include "engines/county-files.h"
#include "support/assert.h"
#include "support/engines.h"
#include "support/read-book.h"
#include "support/run.h"
#include "yanglu/io/copy/copy.h"

#include <string.h>

#define BOOK "预算.xlsx"

/* Where each role was read from; the policy's copy is named by its id. */
static const char *const files[][2] = {
  { "roads", "路.csv" },       { "entry", "录入表.xlsx" },  { "bridges", "桥.csv" },
  { "last-year", "上年.csv" }, { "policy", "办法.policy" },
};

static void
make_budget (YlRun *run, const char *output, const char *format)
{
  const gboolean is_book = output != NULL;
  yl_run (run, "C.UTF-8", NULL, "budget", "路.csv", "--entry", "录入表.xlsx", "--bridges", "桥.csv",
          "--last-year", "上年.csv", "--policy", "办法.policy", "--format", format,
          is_book ? "-o" : NULL, output, NULL);
  if (run->status != 0 && run->status != 1)
    fail_msg ("the budget was not made: %s", run->err);
}

static int
set_up (void **state)
{
  YlRun *run = yl_run_new ();
  *state = run;
  county_files_write (&(CountyFiles){ 700, 9, county_policy_by_share, NULL }, run->folder);
  make_budget (run, BOOK, "xlsx");
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static YlCopy *
read_copy (const YlTestBook *book)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  const guint32 n = yl_test_book_get_last_row (book, YL_COPY_SHEET);
  for (guint32 row = 1; row <= n; row++)
    g_ptr_array_add (cells, (gpointer) yl_test_book_get_at (book, YL_COPY_SHEET, row, 0));
  g_autoptr (GError) error = NULL;
  YlCopy *copy = yl_copy_read ((const char *const *) cells->pdata, cells->len, G_MAXUINT64, &error);
  if (copy == NULL)
    fail_msg ("%s", error->message);
  return copy;
}

static YlTestBook *
read_book (const YlRun *run)
{
  g_autofree char *path = g_build_filename (run->folder, BOOK, NULL);
  return yl_test_read_book (path);
}

static void
assert_holds_inputs (const YlRun *run, const YlCopy *copy)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const YlInputCopy *input = yl_copy_find_input (copy, files[i][0]);
      g_autoptr (GBytes) bytes = yl_run_read (run, files[i][1]);
      assert_non_null (input);
      assert_true (g_bytes_equal (input->bytes, bytes));
    }
}

static void
every_input_is_kept_whole_in_a_hidden_sheet (void **state)
{
  g_autoptr (YlTestBook) book = read_book (*state);
  g_autoptr (YlCopy) copy = read_copy (book);
  assert_true (yl_test_book_is_hidden (book, YL_COPY_SHEET));
  assert_holds_inputs (*state, copy);
}

static void
the_copy_survives_being_saved_by_another_engine (void **state)
{
  const YlRun *run = *state;
  for (guint engine = 0; engine < YL_N_ENGINES; engine++)
    {
      yl_engine_require (engine);
      g_autofree char *path = g_build_filename (run->folder, BOOK, NULL);
      g_autofree char *folder = g_build_filename (run->folder, yl_engine_get_name (engine), NULL);
      g_autofree char *saved = yl_engine_recalculate (engine, path, folder, "xlsx", NULL);
      assert_non_null (saved);
      g_autoptr (YlTestBook) book = yl_test_read_book (saved);
      g_autoptr (YlCopy) copy = read_copy (book);
      assert_holds_inputs (run, copy);
    }
}

static void
the_fingerprint_is_printed_on_the_cover (void **state)
{
  g_autoptr (YlTestBook) book = read_book (*state);
  /* The head, the program, then "fingerprint" and its digits. */
  const char *fingerprint = strchr (yl_test_book_get_at (book, YL_COPY_SHEET, 3, 0), '\t') + 1;
  gboolean is_printed = FALSE;
  const guint32 n_rows = yl_test_book_get_last_row (book, "封面");
  for (guint32 row = 1; row <= n_rows; row++)
    for (guint column = 0; column < yl_test_book_get_n_columns (book, "封面"); column++)
      is_printed = is_printed
                   || strstr (yl_test_book_get_at (book, "封面", row, column), fingerprint) != NULL;
  assert_true (is_printed);
}

static gboolean
is_number_or_empty (const char *text)
{
  gint64 number;
  return text[0] == '\0'
         || yl_decimal_parse (yl_text_of (text), 6, G_MAXINT64, &number, NULL) == YL_DECIMAL_OK;
}

static void
every_cell_of_the_map_is_a_number_of_a_sheet_that_is_there (void **state)
{
  g_autoptr (YlTestBook) book = read_book (*state);
  g_autoptr (YlCopy) copy = read_copy (book);
  gsize n;
  const YlCopyRange *map = yl_copy_get_map (copy, &n);
  assert_true (n > 50);
  for (gsize i = 0; i < n; i++)
    for (guint32 row = map[i].first_row; row <= map[i].last_row; row++)
      {
        const char *cell = yl_test_book_get_at (book, map[i].sheet, row + 1, map[i].first_column);
        if (!is_number_or_empty (cell))
          fail_msg ("%s row %u (%s): \"%s\"", map[i].sheet, row + 1, map[i].figure, cell);
      }
}

static void
the_budget_made_again_from_the_copy_alone_is_the_same (void **state)
{
  YlRun *run = *state;
  g_autoptr (YlTestBook) book = read_book (run);
  g_autoptr (YlCopy) copy = read_copy (book);
  make_budget (run, NULL, "json");
  g_autofree char *original = g_strdup (run->out);
  YlRun *again = yl_run_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      const YlInputCopy *input = yl_copy_find_input (copy, files[i][0]);
      gsize size;
      const char *bytes = g_bytes_get_data (input->bytes, &size);
      g_autofree char *path = g_build_filename (again->folder, files[i][1], NULL);
      assert_true (g_file_set_contents (path, bytes, (gssize) size, NULL));
    }
  make_budget (again, NULL, "json");
  const gboolean is_same = strcmp (again->out, original) == 0;
  yl_run_free (again);
  assert_true (is_same);
  assert_true (strlen (original) > 1000);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (every_input_is_kept_whole_in_a_hidden_sheet),
    SENTENCE (the_copy_survives_being_saved_by_another_engine),
    SENTENCE (the_fingerprint_is_printed_on_the_cover),
    SENTENCE (every_cell_of_the_map_is_a_number_of_a_sheet_that_is_there),
    SENTENCE (the_budget_made_again_from_the_copy_alone_is_the_same),
  };
  return cmocka_run_group_tests_name ("copy-sheet", tests, NULL, NULL);
}
