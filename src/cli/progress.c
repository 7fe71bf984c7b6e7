#include "yanglu/cli/progress.h"

#include <stdio.h>
#include <unistd.h>

#define QUIET_US G_USEC_PER_SEC
#define STEP_US (G_USEC_PER_SEC / 5)

/* When the first call came, and when the line was last written; a command reads one file at a time. */
static gint64 first_us;
static gint64 shown_us;

void
yl_progress_show (goffset done, goffset all)
{
  const gint64 now_us = g_get_monotonic_time ();
  if (first_us == 0)
    first_us = now_us;
  if (now_us - first_us < QUIET_US || now_us - shown_us < STEP_US || !isatty (STDERR_FILENO))
    return;
  shown_us = now_us;
  if (all > 0)
    fprintf (stderr, "\r正在读取…… %3d%%", (int) (done * 100 / all));
  else
    fprintf (stderr, "\r正在读取…… %" G_GOFFSET_FORMAT " MB", done / 1000000);
}

void
yl_progress_end (void)
{
  if (shown_us != 0)
    fprintf (stderr, "\r%*s\r", 24, "");
  first_us = shown_us = 0;
}
