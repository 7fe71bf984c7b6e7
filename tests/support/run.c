#include "support/run.h"

#include "support/folder.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <stdarg.h>
#include <signal.h>

YlRun *
yl_run_new (void)
{
  YlRun *run = g_new0 (YlRun, 1);
  run->folder = g_dir_make_tmp ("yanglu-test-XXXXXX", NULL);
  return run;
}

void
yl_run_free (YlRun *run)
{
  if (run == NULL)
    return;
  yl_folder_remove (run->folder);
  g_free (run->folder);
  g_free (run->out);
  g_free (run->err);
  g_free (run);
}

void
yl_run_write (const YlRun *run, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (run->folder, name, NULL);
  g_file_set_contents (path, text, -1, NULL);
}

GBytes *
yl_run_read (const YlRun *run, const char *name)
{
  g_autofree char *path = g_build_filename (run->folder, name, NULL);
  char *bytes = NULL;
  gsize length = 0;
  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return NULL;
  return g_bytes_new_take (bytes, length);
}

gboolean
yl_run_has (const YlRun *run, const char *name)
{
  g_autofree char *path = g_build_filename (run->folder, name, NULL);
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

guint
yl_run_count_files (const YlRun *run)
{
  g_autoptr (GDir) folder = g_dir_open (run->folder, 0, NULL);
  guint n = 0;
  while (g_dir_read_name (folder) != NULL)
    n++;
  return n;
}

/* Nothing printed has no bytes at all, and is still a text. */
static char *
take_text (GBytes *bytes)
{
  const char *text = g_bytes_get_data (bytes, NULL);
  return text == NULL ? g_strdup ("") : g_strndup (text, g_bytes_get_size (bytes));
}

static void
spawn (YlRun *run, const char *locale, const char *input, const char *const *argv)
{
  g_autoptr (GSubprocessLauncher) launcher = g_subprocess_launcher_new (
      G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_PIPE
      | (input == NULL ? G_SUBPROCESS_FLAGS_NONE : G_SUBPROCESS_FLAGS_STDIN_PIPE));
  g_autoptr (GError) error = NULL;
  g_subprocess_launcher_set_cwd (launcher, run->folder);
  g_subprocess_launcher_setenv (launcher, "LC_ALL", locale, TRUE);
  g_autoptr (GSubprocess) process = g_subprocess_launcher_spawnv (launcher, argv, &error);
  /* The program may end before it has read its input: that is no end for the test. */
  signal (SIGPIPE, SIG_IGN);
  g_assert_no_error (error);
  g_autoptr (GBytes) in = input == NULL ? NULL : g_bytes_new_static (input, strlen (input));
  g_autoptr (GBytes) out = NULL;
  g_autoptr (GBytes) err = NULL;
  g_subprocess_communicate (process, in, NULL, &out, &err, &error);
  signal (SIGPIPE, SIG_DFL);
  g_assert_no_error (error);
  run->status = g_subprocess_get_if_exited (process) ? g_subprocess_get_exit_status (process) : -1;
  run->out = take_text (out);
  run->err = take_text (err);
}

void
yl_run (YlRun *run, const char *locale, const char *input, ...)
{
  g_autoptr (GPtrArray) argv = g_ptr_array_new ();
  g_ptr_array_add (argv, (gpointer) g_getenv ("YL_PROGRAM"));
  va_list arguments;
  va_start (arguments, input);
  for (char *argument; (argument = va_arg (arguments, char *)) != NULL;)
    g_ptr_array_add (argv, argument);
  va_end (arguments);
  g_ptr_array_add (argv, NULL);
  g_clear_pointer (&run->out, g_free);
  g_clear_pointer (&run->err, g_free);
  spawn (run, locale, input, (const char *const *) argv->pdata);
}
