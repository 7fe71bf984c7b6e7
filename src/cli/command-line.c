#include "yanglu/cli/command-line.h"

#include "yanglu/base/error.h"
#include "yanglu/cli/option-value.h"
#include "yanglu/io/output.h"

#include <string.h>

struct _YlCommandLine
{
  const YlCommand *command;
  char **texts; /* of each option as it was typed; NULL where it was not given, or takes no value */
  char **rest;  /* never NULL */
  guint n_rest;
};

static gboolean
wants_help (int argc, char **argv)
{
  for (int i = 1; i < argc && g_strcmp0 (argv[i], "--") != 0; i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
      return TRUE;
  return FALSE;
}

/* GOption speaks English outside its own locales: say the same in Chinese. */
static void
report_wrong_option (const YlCommand *command, int argc, char **argv)
{
  for (int i = 1; i < argc; i++)
    if (argv[i][0] == '-' && argv[i][1] != '\0'
        && yl_command_find_option (command, argv[i]) == NULL)
      {
        g_printerr ("yanglu %s：没有选项 %s。用 yanglu %s --help 查看全部选项。\n", argv[0],
                    argv[i], argv[0]);
        return;
      }
  g_printerr ("yanglu %s：选项 %s 后面缺少值。用 yanglu %s --help 查看用法。\n", argv[0],
              argv[argc - 1], argv[0]);
}

/* Of GOption's kinds only those that take Chinese text in the C locale. */
static GOptionEntry *
make_entries (YlCommandLine *line, gpointer values)
{
  const YlCommand *command = line->command;
  GOptionEntry *entries = g_new0 (GOptionEntry, command->n_options + 2);
  for (guint i = 0; i < command->n_options; i++)
    {
      const YlOption *option = &command->options[i];
      const gboolean is_flag = option->kind == YL_OPTION_FLAG;
      entries[i] = (GOptionEntry){
        .long_name = option->name,
        .short_name = option->letter,
        .arg = is_flag ? G_OPTION_ARG_NONE : G_OPTION_ARG_FILENAME,
        .arg_data =
            is_flag ? G_STRUCT_MEMBER_P (values, option->offset) : (gpointer) &line->texts[i],
      };
    }
  entries[command->n_options] = (GOptionEntry){ .long_name = G_OPTION_REMAINING,
                                                .arg = G_OPTION_ARG_FILENAME_ARRAY,
                                                .arg_data = &line->rest };
  return entries;
}

static gboolean
take_apart (YlCommandLine *line, int argc, char **argv, gpointer values)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree GOptionEntry *entries = make_entries (line, values);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_autofree char **left = g_memdup2 (argv, sizeof (char *) * (gsize) (argc + 1));
  int n_left = argc;
  const gboolean is_understood = g_option_context_parse (context, &n_left, &left, NULL);
  if (line->rest == NULL)
    line->rest = g_new0 (char *, 1);
  line->n_rest = g_strv_length (line->rest);
  return is_understood;
}

static gboolean
read_values (const YlCommandLine *line, gpointer values, GError **error)
{
  for (guint i = 0; i < line->command->n_options; i++)
    {
      const YlOption *option = &line->command->options[i];
      if (line->texts[i] != NULL
          && !yl_option_value_read (option, line->texts[i],
                                    G_STRUCT_MEMBER_P (values, option->offset), error))
        return FALSE;
    }
  return TRUE;
}

YlCommandLine *
yl_command_line_parse (
    const YlCommand *command, int argc, char **argv, gpointer values, int *out_status)
{
  *out_status = YL_EXIT_DONE;
  if (wants_help (argc, argv))
    {
      yl_command_print_help (command);
      return NULL;
    }
  g_autoptr (YlCommandLine) line = g_new0 (YlCommandLine, 1);
  g_autoptr (GError) error = NULL;
  line->command = command;
  line->texts = g_new0 (char *, command->n_options);
  *out_status = YL_EXIT_NOT_DONE;
  if (!take_apart (line, argc, argv, values))
    {
      report_wrong_option (command, argc, argv);
      return NULL;
    }
  if (read_values (line, values, &error))
    return g_steal_pointer (&line);
  yl_command_line_fail (error);
  return NULL;
}

void
yl_command_line_free (YlCommandLine *line)
{
  if (line == NULL)
    return;
  for (guint i = 0; i < line->command->n_options; i++)
    g_free (line->texts[i]);
  g_free (line->texts);
  g_strfreev (line->rest);
  g_free (line);
}

const char *const *
yl_command_line_get_rest (const YlCommandLine *line, guint *out_n)
{
  *out_n = line->n_rest;
  return (const char *const *) line->rest;
}

const char *
yl_command_line_get_only (const YlCommandLine *line, const char *what, GError **error)
{
  if (line->n_rest == 1)
    return line->rest[0];
  if (line->n_rest == 0)
    g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "没有给出%s。用 --help 查看用法。", what);
  else
    g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "只能给出一个%s，多出了“%s”。", what,
                 line->rest[1]);
  return NULL;
}

const char *
yl_command_line_find_refused (const YlCommandLine *line, guint mode)
{
  for (guint i = 0; i < line->command->n_options; i++)
    if (line->texts[i] != NULL && (line->command->options[i].refused_in & mode) != 0)
      return line->texts[i];
  return NULL;
}

gboolean
yl_command_line_is_over_input (const YlCommandLine *line, const char *path)
{
  for (guint i = 0; i < line->n_rest; i++)
    if (yl_output_is_file (path, line->rest[i]))
      return TRUE;
  for (guint i = 0; i < line->command->n_options; i++)
    if (line->texts[i] != NULL && yl_option_is_input (&line->command->options[i])
        && yl_output_is_file (path, line->texts[i]))
      return TRUE;
  return FALSE;
}

int
yl_command_line_run_verb (const YlCommandLine *line, gconstpointer values, const char *usage)
{
  g_autoptr (GError) error = NULL;
  const YlVerb *verb =
      line->n_rest == 0 ? NULL : yl_command_find_verb (line->command, line->rest[0]);
  int status = YL_EXIT_NOT_DONE;
  if (verb != NULL && line->n_rest == (verb->argument == YL_COMPLETION_NONE ? 1 : 2))
    status = verb->run (line->rest[1], values, &error);
  else
    error = g_error_new_literal (YL_ERROR, YL_ERROR_USAGE, usage);
  return error == NULL ? status : yl_command_line_fail (error);
}

int
yl_command_line_fail (const GError *error)
{
  const gboolean is_ended =
      g_str_has_suffix (error->message, "。") || g_str_has_suffix (error->message, "）");
  g_printerr ("yanglu：%s%s\n", error->message, is_ended ? "" : "。");
  return YL_EXIT_NOT_DONE;
}

gboolean
yl_command_line_is_book_name (const char *path, GError **error)
{
  const gsize length = strlen (path);
  const gsize suffix = strlen (".xlsx");
  if (length > suffix && g_ascii_strcasecmp (path + length - suffix, ".xlsx") == 0)
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "“%s”不能作工作簿的文件名：应以 .xlsx 结尾，否则 Excel、WPS 打不开。", path);
  return FALSE;
}

guint
yl_command_line_read_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  return (guint) g_date_time_get_year (now);
}
