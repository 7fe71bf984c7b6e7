#include "support/assert.h"
#include "support/book-parts.h"

#include "writer-private.h"
#include "yanglu/base/error.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#define N_ROWS 4000

typedef struct
{
  char *folder;
  char *path;
} Place;

static int
set_up (void **state)
{
  Place *place = g_new0 (Place, 1);
  place->folder = g_dir_make_tmp ("yanglu-writer-XXXXXX", NULL);
  place->path = g_build_filename (place->folder, "甲.xlsx", NULL);
  *state = place;
  return place->folder == NULL ? -1 : 0;
}

/* A folder with anything beside the workbook in it cannot be removed. */
static int
tear_down (void **state)
{
  Place *place = *state;
  g_unlink (place->path);
  const int removed = g_rmdir (place->folder);
  g_free (place->path);
  g_free (place->folder);
  g_free (place);
  return removed;
}

/* Rows that fill 200 kB of a stream and almost nothing of the compressed file. */
static void
write_sheets (YlXlsxWriter *writer, guint n_rows, guint n_sheets)
{
  const YlCellSink *sink = yl_xlsx_writer_get_sink (writer);
  for (guint i = 0; i < n_sheets; i++)
    {
      g_autofree char *name = g_strdup_printf ("表%u", i + 1);
      gpointer sheet =
          sink->begin_sheet (sink->self, &(YlSheetForm){ .name = name, .is_bare = TRUE });
      for (guint32 row = 1; row <= n_rows; row++)
        sink->put (sink->self, sheet,
                   &(YlFormCell){ .row = row, .content = YL_CONTENT_TEXT, .text = "县道" });
    }
}

static void
write_good_file (const char *path, guint n_rows)
{
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (path, TRUE, NULL);
  assert_non_null (writer);
  write_sheets (writer, n_rows, 1);
  assert_true (yl_xlsx_writer_close (writer, NULL));
}

typedef struct
{
  int resource;
  struct rlimit before;
} Limit;

static Limit
set_limit (int resource, rlim_t most)
{
  Limit limit = { .resource = resource };
  assert_int_equal (getrlimit (resource, &limit.before), 0);
  const struct rlimit lower = { most, limit.before.rlim_max };
  assert_int_equal (setrlimit (resource, &lower), 0);
  return limit;
}

/* The old file must stand byte by byte, and @reason be told with the name that was asked for. */
static void
assert_refused_under (const Place *place, int resource, rlim_t most, const char *reason)
{
  write_good_file (place->path, 1);
  g_autofree char *before = NULL;
  gsize n_before = 0;
  assert_true (g_file_get_contents (place->path, &before, &n_before, NULL));
  signal (SIGXFSZ, SIG_IGN);

  YlXlsxWriter *writer = yl_xlsx_writer_new (place->path, TRUE, NULL);
  assert_non_null (writer);
  const Limit limit = set_limit (resource, most);
  write_sheets (writer, N_ROWS, 12);
  g_autoptr (GError) error = NULL;
  const gboolean is_closed = yl_xlsx_writer_close (writer, &error);
  yl_xlsx_writer_free (writer);
  assert_int_equal (setrlimit (limit.resource, &limit.before), 0);

  assert_false (is_closed);
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_IO));
  assert_non_null (strstr (error->message, reason));
  assert_non_null (strstr (error->message, place->path));
  assert_null (strstr (error->message, ".tmp"));
  g_autofree char *after = NULL;
  gsize n_after = 0;
  assert_true (g_file_get_contents (place->path, &after, &n_after, NULL));
  assert_number_equal ((gint64) n_after, (gint64) n_before);
  assert_memory_equal (after, before, n_before);
}

/* The compressed file has room; the streams of the library, which it does not check, have none. */
static void
a_stream_that_finds_no_room_leaves_the_old_file (void **state)
{
  assert_refused_under (*state, RLIMIT_FSIZE, 100 * 1024, "文件太大");
}

static void
a_file_that_finds_no_room_leaves_the_old_file (void **state)
{
  assert_refused_under (*state, RLIMIT_FSIZE, 512, "文件太大");
}

static void
a_sheet_that_finds_no_handle_leaves_the_old_file (void **state)
{
  assert_refused_under (*state, RLIMIT_NOFILE, 16, "打开的文件太多");
}

static void
a_package_is_whole_with_as_many_cells_as_were_written (void **state)
{
  const Place *place = *state;
  write_good_file (place->path, N_ROWS);
  assert_true (yl_package_is_whole (place->path, (const guint64[]){ N_ROWS }, 1));
  assert_false (yl_package_is_whole (place->path, (const guint64[]){ N_ROWS - 1 }, 1));
  assert_false (yl_package_is_whole (place->path, (const guint64[]){ N_ROWS + 1 }, 1));
  assert_false (yl_package_is_whole (place->path, (const guint64[]){ N_ROWS, 1 }, 2));
}

static void
a_package_with_its_end_cut_off_is_not_whole (void **state)
{
  const Place *place = *state;
  write_good_file (place->path, 10);
  g_autofree char *bytes = NULL;
  gsize n = 0;
  assert_true (g_file_get_contents (place->path, &bytes, &n, NULL));
  for (gsize cut = 1; cut < n; cut += 97)
    {
      assert_true (g_file_set_contents (place->path, bytes, (gssize) (n - cut), NULL));
      assert_false (yl_package_is_whole (place->path, (const guint64[]){ 10 }, 1));
    }
}

/* A bit of the compressed bytes of the first part, which is [Content_Types].xml. */
static void
a_package_with_a_bit_turned_is_not_whole (void **state)
{
  const Place *place = *state;
  write_good_file (place->path, 10);
  g_autofree char *bytes = NULL;
  gsize n = 0;
  assert_true (g_file_get_contents (place->path, &bytes, &n, NULL));
  for (gsize at = 80; at < 200; at++)
    {
      bytes[at] ^= 4;
      assert_true (g_file_set_contents (place->path, bytes, (gssize) n, NULL));
      assert_false (yl_package_is_whole (place->path, (const guint64[]){ 10 }, 1));
      bytes[at] ^= 4;
    }
}

/* A formula of @n characters: 1+0…0. */
static char *
make_formula (guint n)
{
  GString *formula = g_string_new ("1+");
  while (formula->len < n)
    g_string_append_c (formula, '0');
  return g_string_free (formula, FALSE);
}

static void
assert_defined (const char *path, const char *formula)
{
  g_autofree char *wanted = g_strdup_printf (">%s</definedName>", formula);
  g_autofree char *names = yl_test_read_part (path, "xl/workbook.xml");
  assert_non_null (strstr (names, wanted));
}

/* The library keeps 127 characters. */
static void
a_name_stands_for_a_formula_of_any_length (void **state)
{
  const Place *place = *state;
  for (guint n = 125; n <= 130; n++)
    {
      g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (place->path, TRUE, NULL);
      write_sheets (writer, 10, 1);
      const YlCellSink *sink = yl_xlsx_writer_get_sink (writer);
      g_autofree char *formula = make_formula (n);
      sink->define (sink->self, "甲", formula);
      sink->define (sink->self, "乙", "'表1'!$A$1");
      assert_true (yl_xlsx_writer_close (writer, NULL));
      assert_defined (place->path, formula);
      assert_defined (place->path, "'表1'!$A$1");
      assert_true (yl_package_is_whole (place->path, (const guint64[]){ 10 }, 1));
    }
}

static void
a_formula_is_escaped_in_its_name (void **state)
{
  const Place *place = *state;
  g_autoptr (YlXlsxWriter) writer = yl_xlsx_writer_new (place->path, TRUE, NULL);
  write_sheets (writer, 10, 1);
  const YlCellSink *sink = yl_xlsx_writer_get_sink (writer);
  g_autofree char *zeros = make_formula (130);
  g_autofree char *formula = g_strdup_printf ("IF(1<2,\"&\",%s)", zeros);
  sink->define (sink->self, "甲", formula);
  assert_true (yl_xlsx_writer_close (writer, NULL));
  g_autofree char *escaped = g_strdup_printf ("IF(1&lt;2,&quot;&amp;&quot;,%s)", zeros);
  assert_defined (place->path, escaped);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (a_stream_that_finds_no_room_leaves_the_old_file, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_file_that_finds_no_room_leaves_the_old_file, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_sheet_that_finds_no_handle_leaves_the_old_file, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_package_is_whole_with_as_many_cells_as_were_written, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_package_with_its_end_cut_off_is_not_whole, set_up,
                                     tear_down),
    cmocka_unit_test_setup_teardown (a_name_stands_for_a_formula_of_any_length, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_formula_is_escaped_in_its_name, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_package_with_a_bit_turned_is_not_whole, set_up, tear_down),
  };
  return cmocka_run_group_tests_name ("xlsx-writer", tests, NULL, NULL);
}
