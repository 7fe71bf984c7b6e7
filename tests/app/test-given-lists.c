#include "yanglu/app/given-lists.h"

#include "support/assert.h"
#include "support/run.h"
#include "yanglu/app/workbooks.h"

#include <string.h>

typedef struct
{
  YlRun *files;
  GPtrArray *paths; /* what is asked for, ended by NULL */
  YlGivenLists *given;
  GError *error;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  *state = it;
  it->files = yl_run_new ();
  it->paths = g_ptr_array_new_with_free_func (g_free);
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  g_clear_pointer (&it->given, yl_arena_free_record);
  g_clear_error (&it->error);
  g_ptr_array_unref (it->paths);
  yl_run_free (it->files);
  g_free (it);
  return 0;
}

static void
ask (Case *it, const char *name)
{
  g_ptr_array_add (it->paths, g_build_filename (it->files->folder, name, NULL));
}

static void
find (Case *it, guint max)
{
  g_clear_pointer (&it->given, yl_arena_free_record);
  g_clear_error (&it->error);
  g_ptr_array_add (it->paths, NULL);
  it->given =
      yl_given_lists_find ((const char *const *) (gpointer) it->paths->pdata, max, &it->error);
  g_ptr_array_set_size (it->paths, (gint) it->paths->len - 1);
}

static const char *
get_name (const Case *it, guint index)
{
  guint n = 0;
  const YlGivenList *lists = yl_given_lists_get (it->given, &n);
  assert_true (index < n);
  return lists[index].name;
}

static guint
count (const Case *it)
{
  guint n = 0;
  yl_given_lists_get (it->given, &n);
  return n;
}

/* Lists 1.csv to @n.csv, each of its own length. */
static void
write_lists (Case *it, guint n)
{
  for (guint i = 1; i <= n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.csv", i);
      g_autofree char *list = g_strdup_printf ("类别,里程\n村道,%u\n", i);
      yl_run_write (it->files, name, list);
    }
}

static void
as_many_lists_as_are_allowed_are_taken_and_one_more_is_refused (void **state)
{
  Case *it = *state;
  write_lists (it, YL_GIVEN_LISTS_MAX);
  ask (it, ".");
  find (it, YL_GIVEN_LISTS_MAX);
  assert_number_equal (count (it), 256);
  write_lists (it, YL_GIVEN_LISTS_MAX + 1);
  find (it, YL_GIVEN_LISTS_MAX);
  assert_null (it->given);
  assert_non_null (strstr (it->error->message, "一次最多读 256 份里程台账"));
}

static void
the_lists_of_a_folder_come_in_the_order_of_their_names (void **state)
{
  Case *it = *state;
  write_lists (it, 3);
  yl_run_write (it->files, "10.CSV", "类别,里程\n村道,10\n");
  ask (it, ".");
  find (it, 9);
  assert_string_equal (get_name (it, 0), "1.csv");
  assert_string_equal (get_name (it, 1), "10.CSV");
  assert_string_equal (get_name (it, 2), "2.csv");
  assert_string_equal (get_name (it, 3), "3.csv");
  assert_null (it->given->passed_over);
}

static void
files_of_one_length_are_two_lists_where_their_bytes_differ (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "a.csv", "类别,里程\n村道,1\n");
  yl_run_write (it->files, "b.csv", "类别,里程\n村道,2\n");
  ask (it, "a.csv");
  ask (it, "b.csv");
  find (it, 9);
  assert_number_equal (count (it), 2);
  yl_run_write (it->files, "b.csv", "类别,里程\n村道,1\n");
  find (it, 9);
  assert_null (it->given);
}

static void
a_list_by_two_names_is_one_file (void **state)
{
  Case *it = *state;
  yl_run_write (it->files, "a.csv", "类别,里程\n村道,1\n");
  ask (it, "a.csv");
  ask (it, "./a.csv");
  find (it, 9);
  assert_null (it->given);
  assert_non_null (strstr (it->error->message, "给出了两次"));
}

static void
forty_files_that_are_none_are_named_and_more_are_counted (void **state)
{
  Case *it = *state;
  write_lists (it, 1);
  for (guint i = 0; i < 41; i++)
    {
      g_autofree char *name = g_strdup_printf ("n%02u.txt", i);
      yl_run_write (it->files, name, "");
    }
  ask (it, ".");
  find (it, 9);
  assert_non_null (strstr (it->given->passed_over, "n39.txt（不是表格文件）……共 41 个"));
  assert_null (strstr (it->given->passed_over, "n40.txt"));
}

static void
a_line_break_in_a_name_breaks_no_line (void **state)
{
  Case *it = *state;
  write_lists (it, 1);
  yl_run_write (it->files, "a\nb.txt", "");
  ask (it, ".");
  find (it, 9);
  assert_string_equal (it->given->passed_over, "a b.txt（不是表格文件）");
}

static void
what_is_not_there_is_an_error (void **state)
{
  Case *it = *state;
  write_lists (it, 1);
  ask (it, "1.csv");
  ask (it, "none.csv");
  find (it, 9);
  assert_null (it->given);
  assert_non_null (strstr (it->error->message, "none.csv"));
}

static void
writing_over_a_list_is_seen_however_it_is_spelt (void **state)
{
  Case *it = *state;
  write_lists (it, 2);
  ask (it, ".");
  find (it, 9);
  g_autofree char *same = g_build_filename (it->files->folder, ".", "2.csv", NULL);
  g_autofree char *other = g_build_filename (it->files->folder, "3.csv", NULL);
  assert_true (yl_given_lists_has_file (it->given, same));
  assert_false (yl_given_lists_has_file (it->given, other));
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    SENTENCE (as_many_lists_as_are_allowed_are_taken_and_one_more_is_refused),
    SENTENCE (the_lists_of_a_folder_come_in_the_order_of_their_names),
    SENTENCE (files_of_one_length_are_two_lists_where_their_bytes_differ),
    SENTENCE (a_list_by_two_names_is_one_file),
    SENTENCE (forty_files_that_are_none_are_named_and_more_are_counted),
    SENTENCE (a_line_break_in_a_name_breaks_no_line),
    SENTENCE (what_is_not_there_is_an_error),
    SENTENCE (writing_over_a_list_is_seen_however_it_is_spelt),
  };
  return cmocka_run_group_tests_name ("given-lists", tests, NULL, NULL);
}
