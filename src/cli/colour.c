#include "yanglu/cli/colour.h"

#include <stdio.h>
#include <unistd.h>

/* Bold, so that they are read on dark and on light paper. */
#define RED "\033[1;31m"
#define YELLOW "\033[1;33m"
#define CYAN "\033[1;36m"
#define PLAIN "\033[0m"

static gboolean is_output_coloured;
static gboolean is_error_coloured;
static gboolean is_set_aside;

void
yl_colour_allow (void)
{
  const char *no_colour = g_getenv ("NO_COLOR");
  const char *terminal = g_getenv ("TERM");
  const gboolean is_wanted = (no_colour == NULL || no_colour[0] == '\0') && terminal != NULL
                             && terminal[0] != '\0' && !g_str_equal (terminal, "dumb");
  is_output_coloured = is_wanted && isatty (STDOUT_FILENO);
  is_error_coloured = is_wanted && isatty (STDERR_FILENO);
}

void
yl_colour_set_aside (gboolean is_aside)
{
  is_set_aside = is_aside;
}

/* What g_print() prints cannot command a terminal: a colour goes past it. */
void
yl_colour_print_severity (YlSeverity severity)
{
  static const char *const colours[] = {
    [YL_SEVERITY_ERROR] = RED, [YL_SEVERITY_WARNING] = YELLOW, [YL_SEVERITY_INFO] = CYAN
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (colours) == YL_N_SEVERITIES);
  const gboolean is_coloured = is_output_coloured && !is_set_aside;
  if (is_coloured)
    fputs (colours[severity], stdout);
  g_print ("%s", yl_severity_get_name (severity));
  if (is_coloured)
    fputs (PLAIN, stdout);
}

void
yl_colour_print_failure (const char *text)
{
  /* What was printed before stands before. */
  fflush (stdout);
  if (is_error_coloured)
    fputs (RED, stderr);
  g_printerr ("%s", text);
  if (is_error_coloured)
    fputs (PLAIN, stderr);
}
