#include "yanglu/cli/command-line.h"

#include "yanglu/base/date.h"
#include "yanglu/base/decimal.h"
#include "yanglu/base/error.h"
#include "yanglu/base/ratio.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/output.h"

#include <string.h>

/* Per cent with four decimals are parts per million. */
#define PERCENT_DECIMALS 4

#define FIRST_YEAR 1990
#define LAST_YEAR 2100

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

/* Standard input can be read once, and that is for the road list. */
static gboolean
read_file (const char *name, const char *text, const char **out_path, GError **error)
{
  if (strcmp (text, "-") != 0)
    {
      *out_path = text;
      return TRUE;
    }
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "--%s 要给出文件名：只有里程台账可以用 - 从标准输入读。", name);
  return FALSE;
}

static gboolean
read_choice (const YlOption *option, const char *text, guint *out_value, GError **error)
{
  g_autoptr (GString) all = g_string_new (NULL);
  for (const YlOptionWord *word = option->words; word->word != NULL; word++)
    {
      if (strcmp (text, word->word) == 0)
        {
          *out_value = word->value;
          return TRUE;
        }
      g_string_append_printf (all, "%s%s", all->len == 0 ? "" : "、", word->word);
    }
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "选项 --%s 的值“%s”不合要求：应为 %s 之一。",
               option->name, text, all->str);
  return FALSE;
}

static gboolean
read_year (const char *text, guint *out_year, GError **error)
{
  gint64 year = 0;
  gint32 lost = 0;
  if (yl_decimal_parse (yl_text_of (text), 0, LAST_YEAR, &year, &lost) == YL_DECIMAL_OK && lost == 0
      && year >= FIRST_YEAR)
    {
      *out_year = (guint) year;
      return TRUE;
    }
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "年度“%s”不合要求：应为 %d 至 %d 之间的四位数字，例如 --year 2021。", text,
               FIRST_YEAR, LAST_YEAR);
  return FALSE;
}

static gboolean
read_date (const char *name, const char *text, YlDate *out_date, GError **error)
{
  if (yl_date_parse (yl_text_of (text), out_date))
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "--%s“%s”不是日期：应写成 2021-03-01 这样的形式。",
               name, text);
  return FALSE;
}

static gboolean
read_seed (const char *name, const char *text, guint64 *out_seed, GError **error)
{
  if (g_ascii_string_to_unsigned (text, 10, 0, G_MAXUINT64, out_seed, NULL))
    return TRUE;
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "--%s“%s”不是随机种子：应写成 0 至 18446744073709551615 之间的整数。", name, text);
  return FALSE;
}

static gboolean
read_materiality (const char *name, const char *text, YlShare *out_share, GError **error)
{
  gint64 ppm = 0;
  gint32 lost = 0;
  if (yl_decimal_parse (yl_text_of (text), PERCENT_DECIMALS, YL_SHARE_WHOLE, &ppm, &lost)
          == YL_DECIMAL_OK
      && lost == 0 && ppm > 0)
    {
      out_share->ppm = ppm;
      return TRUE;
    }
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "--%s“%s”不是可容忍错报的百分比：应大于 0、不超过 100，例如 5。", name, text);
  return FALSE;
}

/* @out_value: of the type that the kind of @option names; untouched on failure. */
static gboolean
read_value (const YlOption *option, const char *text, gpointer out_value, GError **error)
{
  switch (option->kind)
    {
    case YL_OPTION_TEXT:
    case YL_OPTION_INPUT:
    case YL_OPTION_POLICY:
    case YL_OPTION_OUTPUT:
      *(const char **) out_value = text;
      return TRUE;
    case YL_OPTION_FILE:
      return read_file (option->name, text, out_value, error);
    case YL_OPTION_CHOICE:
      return read_choice (option, text, out_value, error);
    case YL_OPTION_YEAR:
      return read_year (text, out_value, error);
    case YL_OPTION_DATE:
      return read_date (option->name, text, out_value, error);
    case YL_OPTION_SEED:
      return read_seed (option->name, text, out_value, error);
    case YL_OPTION_MATERIALITY:
      return read_materiality (option->name, text, out_value, error);
    case YL_OPTION_FLAG:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static gboolean
read_values (const YlCommandLine *line, gpointer values, GError **error)
{
  for (guint i = 0; i < line->command->n_options; i++)
    {
      const YlOption *option = &line->command->options[i];
      if (line->texts[i] != NULL
          && !read_value (option, line->texts[i], G_STRUCT_MEMBER_P (values, option->offset),
                          error))
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

static int
run_verb (const YlCommandLine *line, gconstpointer values, GError **error)
{
  const YlVerb *verb =
      line->n_rest == 0 ? NULL : yl_command_find_verb (line->command, line->rest[0]);
  if (verb != NULL && line->n_rest == (verb->argument == YL_COMPLETION_NONE ? 1 : 2))
    return verb->run (line->rest[1], values, error);
  g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE, line->command->verb_usage);
  return YL_EXIT_NOT_DONE;
}

int
yl_command_line_run (const YlCommand *command, int argc, char **argv)
{
  g_autofree gpointer values = g_malloc0 (command->values_size);
  g_autoptr (GError) error = NULL;
  int status;
  if (command->defaults != NULL)
    memcpy (values, command->defaults, command->values_size);
  g_autoptr (YlCommandLine) line = yl_command_line_parse (command, argc, argv, values, &status);
  if (line == NULL)
    return status;
  status =
      command->run != NULL ? command->run (line, values, &error) : run_verb (line, values, &error);
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
  g_autofree char *shown = yl_file_name_show (path);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "“%s”不能作工作簿的文件名：应以 .xlsx 结尾，否则 Excel、WPS 打不开。", shown);
  return FALSE;
}

guint
yl_command_line_read_clock (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  return (guint) g_date_time_get_year (now);
}
