#include "support/assert.h"

#include "yanglu/base/error.h"
#include "yanglu/io/output.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct
{
  char *folder;
  char *path; /* the target inside */
} Fixture;

static int
set_up (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  fixture->folder = g_dir_make_tmp ("yl-output-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "预算.xlsx", NULL);
  *state = fixture;
  return fixture->folder == NULL ? -1 : 0;
}

/* Removes every file of the folder, then the folder. */
static int
tear_down (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      if (g_remove (path) != 0)
        print_error ("cannot remove %s\n", path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture);
  return 0;
}

static guint
count_files (const Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  guint n = 0;
  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
assert_content (const Fixture *fixture, const char *expected)
{
  g_autofree char *content = NULL;
  assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  assert_string_equal (content, expected);
}

/* Writes beside @path and hands the output on. */
static YlOutput *
begin (const Fixture *fixture, gboolean force, const char *content)
{
  g_autoptr (GError) error = NULL;
  YlOutput *output = yl_output_new (fixture->path, force, &error);
  assert_non_null (output);
  FILE *file = fopen (yl_output_get_temporary (output), "wb");
  assert_non_null (file);
  fputs (content, file);
  fclose (file);
  return output;
}

static void
a_file_appears_whole_at_the_commit_and_not_before (void **state)
{
  const Fixture *fixture = *state;
  g_autoptr (YlOutput) output = begin (fixture, FALSE, "新");
  assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  assert_true (yl_output_commit (output, NULL));
  assert_content (fixture, "新");
  assert_int_equal (count_files (fixture), 1);
}

static void
without_a_commit_nothing_is_left_and_the_old_file_stands (void **state)
{
  const Fixture *fixture = *state;
  assert_true (g_file_set_contents (fixture->path, "旧", -1, NULL));
  yl_output_free (begin (fixture, TRUE, "半"));
  assert_content (fixture, "旧");
  assert_int_equal (count_files (fixture), 1);
}

static void
an_existing_file_is_refused_without_force (void **state)
{
  const Fixture *fixture = *state;
  assert_true (g_file_set_contents (fixture->path, "旧", -1, NULL));
  g_autoptr (GError) error = NULL;
  assert_null (yl_output_new (fixture->path, FALSE, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_EXISTS));
  assert_non_null (strstr (error->message, "--force"));
  assert_content (fixture, "旧");
}

static void
a_file_that_comes_in_between_is_not_overwritten (void **state)
{
  const Fixture *fixture = *state;
  g_autoptr (YlOutput) output = begin (fixture, FALSE, "新");
  assert_true (g_file_set_contents (fixture->path, "别人的", -1, NULL));
  g_autoptr (GError) error = NULL;
  assert_false (yl_output_commit (output, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_EXISTS));
  yl_output_free (g_steal_pointer (&output));
  assert_content (fixture, "别人的");
  assert_int_equal (count_files (fixture), 1);
}

static void
force_replaces_and_keeps_the_permission_bits (void **state)
{
  const Fixture *fixture = *state;
  assert_true (g_file_set_contents (fixture->path, "旧", -1, NULL));
  assert_int_equal (g_chmod (fixture->path, 0640), 0);
  g_autoptr (YlOutput) output = begin (fixture, TRUE, "新");
  assert_true (yl_output_commit (output, NULL));
  assert_content (fixture, "新");
  GStatBuf info;
  assert_int_equal (g_stat (fixture->path, &info), 0);
  assert_int_equal (info.st_mode & 07777, 0640);
}

static void
through_a_link_the_file_behind_it_is_replaced (void **state)
{
  const Fixture *fixture = *state;
  g_autofree char *real = g_build_filename (fixture->folder, "real.xlsx", NULL);
  assert_true (g_file_set_contents (real, "旧", -1, NULL));
  assert_int_equal (symlink ("real.xlsx", fixture->path), 0);
  g_autoptr (YlOutput) output = begin (fixture, TRUE, "新");
  assert_true (yl_output_commit (output, NULL));
  assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
  assert_content (fixture, "新");
}

static void
a_link_that_leads_nowhere_is_refused_and_stays (void **state)
{
  const Fixture *fixture = *state;
  g_autoptr (GError) error = NULL;
  assert_int_equal (symlink ("nowhere.xlsx", fixture->path), 0);
  assert_null (yl_output_new (fixture->path, TRUE, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
  assert_true (g_file_test (fixture->path, G_FILE_TEST_IS_SYMLINK));
}

static void
a_folder_is_refused_even_with_force_and_a_missing_one_is_told (void **state)
{
  const Fixture *fixture = *state;
  g_autoptr (GError) error = NULL;
  assert_null (yl_output_new (fixture->folder, TRUE, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
  g_clear_error (&error);
  g_autofree char *nowhere = g_build_filename (fixture->folder, "没有", "预算.xlsx", NULL);
  assert_null (yl_output_new (nowhere, FALSE, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_IO));
}

static void
a_temporary_that_was_lost_fails_the_commit_and_leaves_the_old_file (void **state)
{
  const Fixture *fixture = *state;
  assert_true (g_file_set_contents (fixture->path, "旧", -1, NULL));
  g_autoptr (YlOutput) output = begin (fixture, TRUE, "新");
  g_unlink (yl_output_get_temporary (output));
  g_autoptr (GError) error = NULL;
  assert_false (yl_output_commit (output, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_IO));
  assert_content (fixture, "旧");
}

static void
a_replaced_file_never_keeps_the_bit_that_runs_it_as_its_owner (void **state)
{
  const Fixture *fixture = *state;
  assert_true (g_file_set_contents (fixture->path, "旧", -1, NULL));
  assert_int_equal (g_chmod (fixture->path, 06755), 0);
  g_autoptr (YlOutput) output = begin (fixture, TRUE, "新");
  assert_true (yl_output_commit (output, NULL));
  GStatBuf info;
  assert_int_equal (g_stat (fixture->path, &info), 0);
  assert_int_equal (info.st_mode & 07777, 0755);
}

static void
a_new_file_has_the_bits_that_the_system_gives (void **state)
{
  const Fixture *fixture = *state;
  const mode_t before = umask (0027);
  g_autoptr (YlOutput) output = begin (fixture, FALSE, "新");
  assert_true (yl_output_commit (output, NULL));
  umask (before);
  GStatBuf info;
  assert_int_equal (g_stat (fixture->path, &info), 0);
  assert_int_equal (info.st_mode & 07777, 0640);
}

static char *
leave_file (const Fixture *fixture, const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  assert_true (g_file_set_contents (path, "半", -1, NULL));
  return path;
}

static void
what_a_killed_run_left_goes_with_the_next_one (void **state)
{
  const Fixture *fixture = *state;
  g_autofree char *stale = leave_file (fixture, ".yanglu-0123abcd.tmp");
  g_autofree char *foreign = leave_file (fixture, ".yanglu-notes.tmp");
  g_autofree char *busy = leave_file (fixture, ".yanglu-76543210.tmp");
  const int fd = open (busy, O_RDWR);
  assert_int_equal (flock (fd, LOCK_EX), 0);

  g_autoptr (YlOutput) output = begin (fixture, FALSE, "新");
  assert_true (yl_output_commit (output, NULL));
  close (fd);
  assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  assert_true (g_file_test (foreign, G_FILE_TEST_EXISTS));
  assert_true (g_file_test (busy, G_FILE_TEST_EXISTS));
  assert_content (fixture, "新");
}

static void
two_files_of_one_folder_are_written_side_by_side (void **state)
{
  const Fixture *fixture = *state;
  g_autoptr (YlOutput) first = begin (fixture, TRUE, "一");
  g_autoptr (YlOutput) second = begin (fixture, TRUE, "二");
  assert_true (yl_output_commit (first, NULL));
  assert_content (fixture, "一");
  assert_true (yl_output_commit (second, NULL));
  assert_content (fixture, "二");
}

static void
a_signal_finds_what_is_not_finished (void **state)
{
  const Fixture *fixture = *state;
  g_autoptr (YlOutput) output = begin (fixture, FALSE, "半");
  assert_int_equal (count_files (fixture), 1);
  yl_output_remove_temporaries ();
  assert_int_equal (count_files (fixture), 0);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_file_appears_whole_at_the_commit_and_not_before),
    SENTENCE (without_a_commit_nothing_is_left_and_the_old_file_stands),
    SENTENCE (an_existing_file_is_refused_without_force),
    SENTENCE (a_file_that_comes_in_between_is_not_overwritten),
    SENTENCE (force_replaces_and_keeps_the_permission_bits),
    SENTENCE (through_a_link_the_file_behind_it_is_replaced),
    SENTENCE (a_link_that_leads_nowhere_is_refused_and_stays),
    SENTENCE (a_folder_is_refused_even_with_force_and_a_missing_one_is_told),
    SENTENCE (a_temporary_that_was_lost_fails_the_commit_and_leaves_the_old_file),
    SENTENCE (a_replaced_file_never_keeps_the_bit_that_runs_it_as_its_owner),
    SENTENCE (a_new_file_has_the_bits_that_the_system_gives),
    SENTENCE (what_a_killed_run_left_goes_with_the_next_one),
    SENTENCE (two_files_of_one_folder_are_written_side_by_side),
    SENTENCE (a_signal_finds_what_is_not_finished),
  };
  return cmocka_run_group_tests_name ("output", tests, NULL, NULL);
}
