#include "yanglu/cli/command-line.h"

#include "yanglu/app/asked-places.h"
#include "yanglu/base/date.h"
#include "yanglu/base/decimal.h"
#include "yanglu/base/error.h"
#include "yanglu/base/likeness.h"
#include "yanglu/base/ratio.h"
#include "yanglu/cli/colour.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/output.h"

#include <string.h>

/* Per cent with four decimals are parts per million. */
#define PERCENT_DECIMALS 4

#define FIRST_YEAR 1990
#define LAST_YEAR 2100

#define N_ASKED 2 /* names that are proposed for one that is none */

struct _YlCommandLine
{
  const YlCommand *command;
  gpointer values;
  char **texts; /* of each option as it was typed, "" of one that takes no value; NULL: not given */
  char **rest;  /* never NULL */
  GPtrArray *made; /* the codes of places that were called by their names */
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

/* What stands behind = is a value, and may be anything. */
static gboolean
refuse_unknown (const YlCommand *command, const char *unknown, GError **error)
{
  g_autofree char *name = g_strndup (unknown, strcspn (unknown, "="));
  g_autofree char *lister = g_strdup_printf ("用 yanglu %s --help 查看全部选项。", command->name);
  g_autoptr (YlNearest) nearest = yl_nearest_new (name, N_ASKED);
  for (guint i = 0; i < command->n_options; i++)
    {
      g_autofree char *known = g_strconcat ("--", command->options[i].name, NULL);
      yl_nearest_offer (nearest, known);
    }
  g_autofree char *advice = yl_nearest_advise (nearest, lister);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "没有选项 %s，%s", unknown, advice);
  return FALSE;
}

static gboolean
refuse_option (const YlOption *option, const char *why, GError **error)
{
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "选项 --%s %s。用 --help 查看用法。", option->name,
               why);
  return FALSE;
}

/* -ox.xlsx as -o and x.xlsx, which GOption knows apart only. Returns: (transfer full) */
static GPtrArray *
part_letters (const YlCommand *command, int argc, char **argv)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);
  gboolean is_value = FALSE;
  gboolean is_rest = FALSE;
  for (int i = 0; i < argc; i++)
    {
      const YlOption *option =
          i == 0 || is_value || is_rest ? NULL : yl_command_find_option (command, argv[i]);
      is_rest |= !is_value && strcmp (argv[i], "--") == 0;
      const gboolean takes_one = option != NULL && option->kind != YL_OPTION_FLAG;
      const gboolean is_letter = takes_one && argv[i][1] != '-';
      const gboolean is_joined = is_letter && argv[i][2] != '\0' && argv[i][2] != '=';
      if (is_joined)
        g_ptr_array_add (words, g_strndup (argv[i], 2));
      g_ptr_array_add (words, g_strdup (argv[i] + (is_joined ? 2 : 0)));
      is_value = takes_one && (is_letter ? argv[i][2] == '\0' : strchr (argv[i], '=') == NULL);
    }
  g_ptr_array_add (words, NULL);
  return words;
}

/* GOption speaks English outside its own locales, and passes over what stands behind the = of a flag:
 * what it would refuse, or should, is told in Chinese ahead of it. */
static gboolean
check_words (const YlCommand *command, int argc, char **argv, GError **error)
{
  for (int i = 1; i < argc && strcmp (argv[i], "--") != 0; i++)
    {
      const YlOption *option = yl_command_find_option (command, argv[i]);
      if (option == NULL && (argv[i][0] != '-' || argv[i][1] == '\0'))
        continue;
      if (option == NULL)
        return refuse_unknown (command, argv[i], error);
      const gboolean has_value =
          argv[i][1] == '-' ? strchr (argv[i], '=') != NULL : argv[i][2] != '\0';
      if (option->kind == YL_OPTION_FLAG && has_value)
        return refuse_option (option, "不带值", error);
      if (argv[i][1] != '-' && has_value)
        return refuse_option (option, "写成一个字母时，与值之间不写等号", error);
      if (option->kind == YL_OPTION_FLAG || has_value)
        continue;
      if (++i == argc)
        return refuse_option (option, "后面缺少值", error);
    }
  return TRUE;
}

/* Each option counts once: of two values one would be passed over in silence. */
static gboolean
take_option (const char *name, const char *value, gpointer data, GError **error)
{
  YlCommandLine *line = data;
  const YlOption *option = yl_command_find_option (line->command, name);
  char **text = &line->texts[option - line->command->options];
  if (*text != NULL)
    return refuse_option (option, "给出了两次，只能给出一次", error);
  *text = g_strdup (value == NULL ? "" : value);
  if (option->kind == YL_OPTION_FLAG)
    G_STRUCT_MEMBER (gboolean, line->values, option->offset) = TRUE;
  return TRUE;
}

/* A value that is a FILENAME is taken as it is: Chinese in the C locale, too. */
static GOptionEntry *
make_entries (YlCommandLine *line)
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
        .flags = is_flag ? G_OPTION_FLAG_NO_ARG : G_OPTION_FLAG_FILENAME,
        .arg = G_OPTION_ARG_CALLBACK,
        .arg_data = (gpointer) (GOptionArgFunc) take_option,
      };
    }
  entries[command->n_options] = (GOptionEntry){ .long_name = G_OPTION_REMAINING,
                                                .arg = G_OPTION_ARG_FILENAME_ARRAY,
                                                .arg_data = &line->rest };
  return entries;
}

static gboolean
take_apart (YlCommandLine *line, int argc, char **argv, GError **error)
{
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autofree GOptionEntry *entries = make_entries (line);
  GOptionGroup *group = g_option_group_new (NULL, NULL, NULL, line, NULL);
  g_option_group_add_entries (group, entries);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_main_group (context, group);
  g_autofree char **left = g_memdup2 (argv, sizeof (char *) * (gsize) (argc + 1));
  int n_left = argc;
  const gboolean is_understood = g_option_context_parse (context, &n_left, &left, error);
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
  g_autoptr (YlNearest) nearest = yl_nearest_new (text, N_ASKED);
  for (const YlOptionWord *word = option->words; word->word != NULL; word++)
    {
      if (strcmp (text, word->word) == 0)
        {
          *out_value = word->value;
          return TRUE;
        }
      g_string_append_printf (all, "%s%s", all->len == 0 ? "" : "、", word->word);
      yl_nearest_offer (nearest, word->word);
    }
  g_autofree char *lister = g_strdup_printf ("应为 %s 之一。", all->str);
  g_autofree char *advice = yl_nearest_advise (nearest, lister);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "选项 --%s 的值“%s”不合要求：%s", option->name,
               text, advice);
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

/* The code of a place is the value; the name that it was called by is kept beside it. */
static gboolean
read_place (const YlCommandLine *line, const YlOption *option, const char *text, GError **error)
{
  char *codes = option->kind == YL_OPTION_COUNTY
                    ? yl_asked_county_read (text, error)
                    : yl_asked_townships_read (option->name, text, error);
  if (codes == NULL)
    return FALSE;
  g_ptr_array_add (line->made, codes);
  G_STRUCT_MEMBER (const char *, line->values, option->offset) = codes;
  if (strcmp (codes, text) != 0)
    G_STRUCT_MEMBER (const char *, line->values, option->offset_of_name) = text;
  return TRUE;
}

/* Into the type that the kind of @option names; untouched on failure. */
static gboolean
read_value (const YlCommandLine *line, const YlOption *option, const char *text, GError **error)
{
  gpointer out_value = G_STRUCT_MEMBER_P (line->values, option->offset);
  switch (option->kind)
    {
    case YL_OPTION_COUNTY:
    case YL_OPTION_TOWNSHIPS:
      return read_place (line, option, text, error);
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
read_values (const YlCommandLine *line, GError **error)
{
  for (guint i = 0; i < line->command->n_options; i++)
    {
      const YlOption *option = &line->command->options[i];
      if (line->texts[i] != NULL && option->kind != YL_OPTION_FLAG
          && !read_value (line, option, line->texts[i], error))
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
  line->values = values;
  line->texts = g_new0 (char *, command->n_options);
  line->made = g_ptr_array_new_with_free_func (g_free);
  *out_status = YL_EXIT_NOT_DONE;
  g_autoptr (GPtrArray) parted = part_letters (command, argc, argv);
  char **words = (char **) parted->pdata;
  const int n_words = (int) parted->len - 1;
  if (check_words (command, n_words, words, &error) && take_apart (line, n_words, words, &error)
      && read_values (line, &error))
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
  g_ptr_array_unref (line->made);
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

const char *
yl_command_line_find_text (const YlCommandLine *line, const char *name)
{
  for (guint i = 0; i < line->command->n_options; i++)
    if (strcmp (line->command->options[i].name, name) == 0)
      return line->texts[i];
  return NULL;
}

const YlCommand *
yl_command_line_get_command (const YlCommandLine *line)
{
  return line->command;
}

const YlOptionWord *
yl_command_line_get_words (const YlCommandLine *line, const char *name)
{
  static const YlOptionWord none[] = { { NULL, 0 } };
  for (guint i = 0; i < line->command->n_options; i++)
    if (strcmp (line->command->options[i].name, name) == 0
        && line->command->options[i].words != NULL)
      return line->command->options[i].words;
  return none;
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

/* (transfer full): "没有 record exprot，是不是“export”？"; "" where no verb was named at all. */
static char *
advise_verb (const YlCommandLine *line)
{
  const YlCommand *command = line->command;
  if (line->n_rest == 0)
    return g_strdup ("");
  g_autoptr (YlNearest) nearest = yl_nearest_new (line->rest[0], N_ASKED);
  for (guint i = 0; i < command->n_verbs; i++)
    yl_nearest_offer (nearest, command->verbs[i].name);
  g_autofree char *advice = yl_nearest_advise (nearest, "");
  return g_strdup_printf ("没有 %s %s%s%s", command->name, line->rest[0],
                          advice[0] == '\0' ? "：" : "，", advice);
}

static int
run_verb (const YlCommandLine *line, gconstpointer values, GError **error)
{
  const YlVerb *verb =
      line->n_rest == 0 ? NULL : yl_command_find_verb (line->command, line->rest[0]);
  if (verb != NULL && line->n_rest == (verb->argument == YL_COMPLETION_NONE ? 1 : 2))
    return verb->run (line->rest[1], values, error);
  const char *takes_one = line->command->verb_takes_one;
  if (verb != NULL && takes_one != NULL && verb->argument == YL_COMPLETION_FILE && line->n_rest > 2)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE, takes_one);
      return YL_EXIT_NOT_DONE;
    }
  g_autofree char *advice = verb != NULL ? g_strdup ("") : advise_verb (line);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "%s%s", advice, line->command->verb_usage);
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
  const gboolean is_ended = g_str_has_suffix (error->message, "。")
                            || g_str_has_suffix (error->message, "）")
                            || g_str_has_suffix (error->message, "？");
  yl_colour_print_failure ("yanglu：");
  g_printerr ("%s%s\n", error->message, is_ended ? "" : "。");
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
