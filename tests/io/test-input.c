#include "support/assert.h"

#include "yanglu/base/error.h"
#include "yanglu/io/input.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

typedef struct
{
  char *path;
  int standard_input; /* as it was */
} Fixture;

static int
set_up (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  const int fd = g_file_open_tmp ("yl-input-XXXXXX.csv", &fixture->path, NULL);
  fixture->standard_input = dup (STDIN_FILENO);
  *state = fixture;
  return fd < 0 ? -1 : close (fd);
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;
  dup2 (fixture->standard_input, STDIN_FILENO);
  close (fixture->standard_input);
  g_unlink (fixture->path);
  g_free (fixture->path);
  g_free (fixture);
  return 0;
}

static void
assert_loads (const YlInput *input, const char *expected)
{
  g_autoptr (GBytes) bytes = yl_input_load (input, NULL);
  assert_non_null (bytes);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  assert_number_equal ((gint64) size, (gint64) strlen (expected));
  assert_memory_equal (data, expected, size);
  assert_number_equal (yl_input_get_size (input), (gint64) size);
}

static void
a_file_is_read_at_any_place_and_more_than_once (void **state)
{
  const Fixture *fixture = *state;
  assert_true (g_file_set_contents (fixture->path, "0123456789", -1, NULL));
  g_autoptr (YlInput) input = yl_input_open (fixture->path, NULL);
  assert_non_null (input);
  char buffer[8] = { 0 };
  assert_number_equal (yl_input_read (input, 6, buffer, 8, NULL), 4);
  assert_memory_equal (buffer, "6789", 4);
  assert_number_equal (yl_input_read (input, 0, buffer, 3, NULL), 3);
  assert_memory_equal (buffer, "012", 3);
  assert_number_equal (yl_input_read (input, 10, buffer, 1, NULL), 0);
  assert_number_equal (yl_input_read (input, 99, buffer, 1, NULL), 0);
  assert_loads (input, "0123456789");
  g_autofree char *base = g_path_get_basename (fixture->path);
  assert_string_equal (yl_input_get_name (input), base);
}

static void
bytes_in_memory_read_like_a_file (void **state)
{
  (void) state;
  g_autoptr (GBytes) bytes = g_bytes_new_static ("0123456789", 10);
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("副本.csv", bytes);
  char buffer[8] = { 0 };
  assert_number_equal (yl_input_read (input, 6, buffer, 8, NULL), 4);
  assert_memory_equal (buffer, "6789", 4);
  assert_number_equal (yl_input_read (input, 11, buffer, 1, NULL), 0);
  assert_string_equal (yl_input_get_name (input), "副本.csv");
  assert_loads (input, "0123456789");
}

static void
an_empty_file_is_no_fault_of_reading (void **state)
{
  const Fixture *fixture = *state;
  g_autoptr (YlInput) input = yl_input_open (fixture->path, NULL);
  assert_non_null (input);
  assert_loads (input, "");
}

/* Puts the reading end of a pipe that holds @text in place of standard input. */
static void
pipe_in (const char *text)
{
  int ends[2];
  assert_int_equal (pipe (ends), 0);
  assert_true (write (ends[1], text, strlen (text)) == (gssize) strlen (text));
  close (ends[1]);
  dup2 (ends[0], STDIN_FILENO);
  close (ends[0]);
}

static void
a_pipe_on_standard_input_is_read_whole (void **state)
{
  (void) state;
  pipe_in ("类别,里程\n县道,1\n");
  g_autoptr (YlInput) input = yl_input_open ("-", NULL);
  assert_non_null (input);
  assert_string_equal (yl_input_get_name (input), "标准输入");
  assert_loads (input, "类别,里程\n县道,1\n");
  assert_loads (input, "类别,里程\n县道,1\n");
}

static void
a_file_redirected_to_standard_input_is_read_like_a_file (void **state)
{
  const Fixture *fixture = *state;
  assert_true (g_file_set_contents (fixture->path, "0123456789", -1, NULL));
  const int fd = open (fixture->path, O_RDONLY);
  dup2 (fd, STDIN_FILENO);
  close (fd);
  g_autoptr (YlInput) input = yl_input_open ("-", NULL);
  assert_non_null (input);
  assert_loads (input, "0123456789");
}

static void
a_missing_file_and_a_folder_are_told_apart (void **state)
{
  (void) state;
  g_autoptr (GError) error = NULL;
  assert_null (yl_input_open ("/nonexistent/路.csv", &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_NOT_FOUND));
  assert_non_null (strstr (error->message, "/nonexistent/路.csv"));
  g_clear_error (&error);
  assert_null (yl_input_open (g_get_tmp_dir (), &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
}

/* As another process finds it. */
static void
assert_shared (const YlInput *input, const char *expected)
{
  const int shared = yl_input_share (input, NULL);
  assert_true (shared >= 5);
  assert_true ((fcntl (shared, F_GETFD) & FD_CLOEXEC) != 0);
  g_autoptr (YlInput) copy = yl_input_new_for_file ("b", shared, NULL);
  assert_non_null (copy);
  assert_string_equal (yl_input_get_name (copy), "b");
  assert_loads (copy, expected);
}

static void
a_file_and_bytes_in_memory_are_shared_as_files (void **state)
{
  const Fixture *fixture = *state;
  assert_true (g_file_set_contents (fixture->path, "0123456789", -1, NULL));
  g_autoptr (YlInput) file = yl_input_open (fixture->path, NULL);
  assert_shared (file, "0123456789");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
  g_autoptr (YlInput) memory = yl_input_new_for_bytes ("a", bytes);
  assert_shared (memory, "abc");
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (YlInput) empty = yl_input_new_for_bytes ("a", nothing);
  assert_shared (empty, "");
}

static void
what_is_no_file_is_not_taken_for_one (void **state)
{
  (void) state;
  int ends[2];
  assert_int_equal (pipe (ends), 0);
  g_autoptr (GError) error = NULL;
  assert_null (yl_input_new_for_file ("a", ends[0], &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_IO));
  close (ends[1]);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_file_and_bytes_in_memory_are_shared_as_files),
    SENTENCE (what_is_no_file_is_not_taken_for_one),
    SENTENCE (a_file_is_read_at_any_place_and_more_than_once),
    SENTENCE (bytes_in_memory_read_like_a_file),
    SENTENCE (an_empty_file_is_no_fault_of_reading),
    SENTENCE (a_pipe_on_standard_input_is_read_whole),
    SENTENCE (a_file_redirected_to_standard_input_is_read_like_a_file),
    SENTENCE (a_missing_file_and_a_folder_are_told_apart),
  };
  return cmocka_run_group_tests_name ("input", tests, NULL, NULL);
}
