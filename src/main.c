#include <locale.h>
#include <signal.h>
#include <stdio.h>

#include "yanglu/app/workbooks.h"
#include "yanglu/cli/colour.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/cli/commands.h"
#include "yanglu/cli/plain.h"
#include "yanglu/cli/program.h"
#include "yanglu/io/output.h"
#ifdef YL_HAS_WEB
#include "yanglu/base/error.h"
#include "yanglu/cli/record-path.h"
#include "yanglu/web/serve.h"
#endif

#ifdef YL_HAS_WEB
#define MAX_PORT 65535u

static gboolean
take_port (const char *text, guint *out_port, GError **error)
{
  guint64 port = 0;
  if (text != NULL && !g_ascii_string_to_unsigned (text, 10, 0, MAX_PORT, &port, NULL))
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "--port 应为 0 至 65535 的整数，不能是“%s”。",
                   text);
      return FALSE;
    }
  *out_port = (guint) port;
  return TRUE;
}

/* The commands and the server know nothing of each other. */
static int
serve (const YlCommandLine *line, gpointer values, GError **error)
{
  const YlServeValues *asked = values;
  YlServeOptions options = { .opens_no_browser = asked->opens_no_browser };
  guint n_rest = 0;
  const char *const *rest = yl_command_line_get_rest (line, &n_rest);
  if (n_rest > 0)
    g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "多出了“%s”。用 --help 查看用法。", rest[0]);
  if (n_rest > 0 || !take_port (asked->port, &options.port, error))
    return YL_EXIT_NOT_DONE;
  g_autofree char *path = yl_record_path_find (asked->data, error);
  options.path = path;
  return path != NULL && yl_serve_run (&options, error) ? YL_EXIT_DONE : YL_EXIT_NOT_DONE;
}

/* As the table of commands has it, with what it runs. */
static YlCommand command_serve;
#endif

static const YlCommand *const commands[] = {
  &yl_command_new,   &yl_command_check,   &yl_command_budget,  &yl_command_audit,
  &yl_command_diff,  &yl_command_explain, &yl_command_summary, &yl_command_policy,
  &yl_command_rules, &yl_command_words,   &yl_command_record,
#ifdef YL_HAS_WEB
  &command_serve,
#endif
};

/* g_print turns Chinese into question marks in the C locale: what people read is UTF-8, always. */
static void
print_plain (const char *text)
{
  yl_plain_write (text, stdout);
}

static void
print_error_plain (const char *text)
{
  fflush (stdout);
  yl_plain_write (text, stderr);
}

/* What was printed must have arrived: a full disk behind > is a failure. */
static int
close_output (int status)
{
  if (fflush (stdout) == 0 && !ferror (stdout))
    return status;
  g_printerr ("yanglu：标准输出写入失败，请检查磁盘空间。\n");
  return YL_EXIT_NOT_DONE;
}

/* What is not finished goes; then the signal does what it does. */
static void
leave (int signal_number)
{
  yl_output_remove_temporaries ();
  raise (signal_number); /* handled once: the system's own handling now */
}

static void
watch_signals (void)
{
  static const int ending[] = { SIGINT, SIGTERM, SIGHUP };
  struct sigaction before;
  for (gsize i = 0; i < G_N_ELEMENTS (ending); i++)
    if (sigaction (ending[i], NULL, &before) == 0 && before.sa_handler != SIG_IGN) /* nohup */
      sigaction (ending[i],
                 &(struct sigaction){ .sa_handler = leave, .sa_flags = (int) SA_RESETHAND }, NULL);
  /* A file that grows too large is told, like a full disk. */
  signal (SIGXFSZ, SIG_IGN);
}

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
#ifdef YL_HAS_WEB
  command_serve = yl_command_serve;
  command_serve.run = serve;
#endif
  setlocale (LC_CTYPE, "");
  watch_signals ();
  g_set_print_handler (print_plain);
  g_set_printerr_handler (print_error_plain);
  yl_colour_allow ();
  const YlProgram program = { commands, G_N_ELEMENTS (commands), YL_VERSION };
  return close_output (yl_program_run (&program, argc, argv));
}
