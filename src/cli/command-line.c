#include "yanglu/cli/command-line.h"

#include "yanglu/base/decimal.h"
#include "yanglu/base/error.h"

#include <string.h>

static gboolean
wants_help (int argc, char **argv)
{
  for (int i = 1; i < argc && g_strcmp0 (argv[i], "--") != 0; i++)
    if (g_str_equal (argv[i], "--help") || g_str_equal (argv[i], "-h"))
      return TRUE;
  return FALSE;
}

static const GOptionEntry *
find_entry (const GOptionEntry *entries, const char *argument)
{
  for (const GOptionEntry *entry = entries; entry->long_name != NULL; entry++)
    {
      const gsize length = yl_text_of (entry->long_name).length;
      if (g_str_has_prefix (argument, "--") && length > 0
          && g_str_has_prefix (argument + 2, entry->long_name)
          && (argument[2 + length] == '\0' || argument[2 + length] == '='))
        return entry;
      if (argument[0] == '-' && entry->short_name != 0 && argument[1] == entry->short_name)
        return entry;
    }
  return NULL;
}

/* GOption speaks English outside its own locales: say the same in Chinese. */
static void
tell_wrong_option (int argc, char **argv, const GOptionEntry *entries)
{
  for (int i = 1; i < argc; i++)
    if (argv[i][0] == '-' && argv[i][1] != '\0' && find_entry (entries, argv[i]) == NULL)
      {
        g_printerr ("yanglu %s：没有选项 %s。用 yanglu %s --help 查看全部选项。\n", argv[0],
                    argv[i], argv[0]);
        return;
      }
  g_printerr ("yanglu %s：选项 %s 后面缺少值。用 yanglu %s --help 查看用法。\n", argv[0],
              argv[argc - 1], argv[0]);
}

gboolean
yl_command_line_parse (
    int argc, char **argv, const char *help, const GOptionEntry *entries, int *out_status)
{
  if (wants_help (argc, argv))
    {
      g_print ("%s", help);
      *out_status = YL_EXIT_DONE;
      return FALSE;
    }
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_autoptr (GError) error = NULL;
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_add_main_entries (context, entries, NULL);
  g_autofree char **left = g_memdup2 (argv, sizeof (char *) * (gsize) (argc + 1));
  int n_left = argc;
  if (g_option_context_parse (context, &n_left, &left, &error))
    return TRUE;
  tell_wrong_option (argc, argv, entries);
  *out_status = YL_EXIT_NOT_DONE;
  return FALSE;
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
yl_command_line_parse_year (const char *text, guint *out_year, GError **error)
{
  gint64 year = 0;
  gint32 lost = 0;
  if (yl_decimal_parse (yl_text_of (text), 0, 2100, &year, &lost) != YL_DECIMAL_OK || lost != 0
      || year < 1990)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "年度“%s”不合要求：应为 1990 至 2100 之间的四位数字，例如 --year 2021。", text);
      return FALSE;
    }
  *out_year = (guint) year;
  return TRUE;
}

gboolean
yl_command_line_parse_choice (const char *option,
                              const char *text,
                              const char *const *names,
                              guint *out_index,
                              GError **error)
{
  for (guint i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (text, names[i]) == 0)
      {
        *out_index = i;
        return TRUE;
      }
  g_autofree char *all = g_strjoinv ("、", (char **) names);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "选项 %s 的值“%s”不合要求：应为 %s 之一。", option,
               text, all);
  return FALSE;
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
