#include "yanglu/cli/progress.h"

#include "support/assert.h"

#include <fcntl.h>
#include <stdlib.h>
#include <unistd.h>

/* Standard error as it was, and the side of a pseudo-terminal from which its words are read. */
typedef struct
{
  int before;
  int terminal;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  *state = it;
  it->before = dup (STDERR_FILENO);
  it->terminal = posix_openpt (O_RDWR | O_NOCTTY);
  if (it->terminal < 0)
    return 0;
  return grantpt (it->terminal) != 0 || unlockpt (it->terminal) != 0 ? -1 : 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  yl_progress_end ();
  dup2 (it->before, STDERR_FILENO);
  close (it->before);
  if (it->terminal >= 0)
    close (it->terminal);
  g_free (it);
  return 0;
}

static void
become_a_terminal (const Case *it)
{
  if (it->terminal < 0)
    fail_msg ("no pseudo-terminal to be had (/dev/ptmx)");
  const int side = open (ptsname (it->terminal), O_RDWR | O_NOCTTY);
  assert_true (side >= 0);
  dup2 (side, STDERR_FILENO);
  close (side);
}

/* What the terminal was told so far; at most a screen line. */
static char *
read_terminal (const Case *it)
{
  char text[256] = { 0 };
  fcntl (it->terminal, F_SETFL, O_NONBLOCK);
  const gssize n = read (it->terminal, text, sizeof text - 1);
  return g_strndup (text, n < 0 ? 0 : (gsize) n);
}

static void
work_of_more_than_a_second_is_shown_and_wiped (void **state)
{
  const Case *it = *state;
  become_a_terminal (it);
  yl_progress_show (0, 200);
  g_usleep (G_USEC_PER_SEC + 50000);
  yl_progress_show (100, 200);
  assert_text_equal_free (read_terminal (it), "\r正在读取……  50%");
  yl_progress_end ();
  assert_text_equal_free (read_terminal (it), "\r                        \r");
}

static void
work_of_unknown_size_is_shown_in_megabytes (void **state)
{
  const Case *it = *state;
  become_a_terminal (it);
  yl_progress_show (0, 0);
  g_usleep (G_USEC_PER_SEC + 50000);
  yl_progress_show (3000000, 0);
  assert_text_equal_free (read_terminal (it), "\r正在读取…… 3 MB");
}

static void
quick_work_is_silent (void **state)
{
  const Case *it = *state;
  become_a_terminal (it);
  yl_progress_show (0, 200);
  yl_progress_show (100, 200);
  yl_progress_end ();
  assert_text_equal_free (read_terminal (it), "");
}

static void
a_file_behind_standard_error_is_told_nothing (void **state)
{
  (void) state;
  int ends[2];
  assert_number_equal (pipe (ends), 0);
  dup2 (ends[1], STDERR_FILENO);
  close (ends[1]);
  yl_progress_show (0, 200);
  g_usleep (G_USEC_PER_SEC + 50000);
  yl_progress_show (100, 200);
  yl_progress_end ();
  fcntl (ends[0], F_SETFL, O_NONBLOCK);
  char byte;
  assert_number_equal (read (ends[0], &byte, 1), -1);
  close (ends[0]);
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    SENTENCE (work_of_more_than_a_second_is_shown_and_wiped),
    SENTENCE (work_of_unknown_size_is_shown_in_megabytes),
    SENTENCE (quick_work_is_silent),
    SENTENCE (a_file_behind_standard_error_is_told_nothing),
  };
  return cmocka_run_group_tests_name ("progress", tests, NULL, NULL);
}
