/* A run that is stopped leaves what stood there before, and nothing else. */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>

#include "support/assert.h"
#include "support/run.h"

#define N_ROWS 20000u
#define POLL_MICROSECONDS 1000

static void
write_list (const YlRun *run)
{
  GString *list = g_string_new ("路线编码,行政等级,起点桩号,止点桩号,里程(公里)\n");
  for (guint i = 0; i < N_ROWS; i++)
    g_string_append_printf (list, "C%03u371502,村道,K%u+000,K%u+000,1.000\n", i % 1000, i / 1000,
                            i / 1000 + 1);
  yl_run_write (run, "台账.csv", list->str);
  g_string_free (list, TRUE);
}

static GPid
start (const YlRun *run)
{
  const char *const command[] = { g_getenv ("YL_PROGRAM"),
                                  "budget",
                                  "台账.csv",
                                  "--county",
                                  "371502",
                                  "--year",
                                  "2021",
                                  "-o",
                                  "预算.xlsx",
                                  "--force",
                                  NULL };
  GPid pid = 0;
  assert_true (g_spawn_async (run->folder, (char **) command, NULL,
                              G_SPAWN_DO_NOT_REAP_CHILD | G_SPAWN_STDOUT_TO_DEV_NULL
                                  | G_SPAWN_STDERR_TO_DEV_NULL,
                              NULL, NULL, &pid, NULL));
  return pid;
}

static gboolean
has_temporary (const YlRun *run)
{
  g_autoptr (GDir) dir = g_dir_open (run->folder, 0, NULL);
  for (const char *name; dir != NULL && (name = g_dir_read_name (dir)) != NULL;)
    if (g_str_has_suffix (name, ".tmp"))
      return TRUE;
  return FALSE;
}

static void
assert_ends_clean (const YlRun *run, int signal_number)
{
  yl_run_write (run, "预算.xlsx", "旧");
  const GPid pid = start (run);
  int status = 0;
  while (!has_temporary (run))
    {
      assert_int_equal (waitpid (pid, &status, WNOHANG), 0);
      g_usleep (POLL_MICROSECONDS);
    }
  assert_int_equal (kill (pid, signal_number), 0);
  assert_int_equal (waitpid (pid, &status, 0), pid);
  assert_true (WIFSIGNALED (status));
  assert_int_equal (WTERMSIG (status), signal_number);
  assert_false (has_temporary (run));
  g_autoptr (GBytes) bytes = yl_run_read (run, "预算.xlsx");
  assert_non_null (bytes);
  assert_number_equal ((gint64) g_bytes_get_size (bytes), (gint64) strlen ("旧"));
}

static void
a_run_that_is_stopped_leaves_the_old_file_and_nothing_else (void **state)
{
  const YlRun *run = *state;
  write_list (run);
  assert_ends_clean (run, SIGINT);
  assert_ends_clean (run, SIGTERM);
  assert_ends_clean (run, SIGHUP);
  assert_number_equal (yl_run_count_files (run), 2);
}

static int
set_up (void **state)
{
  *state = yl_run_new ();
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (a_run_that_is_stopped_leaves_the_old_file_and_nothing_else,
                                     set_up, tear_down),
  };
  return cmocka_run_group_tests_name ("cli/signals", tests, NULL, NULL);
}
