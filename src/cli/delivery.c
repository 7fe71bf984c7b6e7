#include "yanglu/cli/delivery.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "yanglu/base/error.h"
#include "yanglu/cli/colour.h"
#include "yanglu/cli/plain.h"
#include "yanglu/io/file-name.h"
#include "yanglu/io/output.h"
#include "yanglu/io/system-error.h"

const YlOptionWord yl_formats_printed[] = { { "text", YL_FORMAT_TEXT },
                                            { "json", YL_FORMAT_JSON },
                                            { NULL, 0 } };
const YlOptionWord yl_formats_and_book[] = {
  { "text", YL_FORMAT_TEXT }, { "json", YL_FORMAT_JSON }, { "xlsx", YL_FORMAT_XLSX }, { NULL, 0 }
};
const YlOptionWord yl_formats_of_audit[] = { { "text", YL_FORMAT_TEXT },
                                             { "json", YL_FORMAT_JSON },
                                             { "xlsx", YL_FORMAT_XLSX },
                                             { "sarif", YL_FORMAT_SARIF },
                                             { NULL, 0 } };
const YlOptionWord yl_formats_of_book[] = {
  { "xlsx", YL_FORMAT_XLSX }, { "json", YL_FORMAT_JSON },   { "text", YL_FORMAT_TEXT },
  { "csv", YL_FORMAT_CSV },   { "sarif", YL_FORMAT_SARIF }, { NULL, 0 }
};

/* How the name of a file of each format ends; SARIF is JSON. */
static const struct
{
  YlFormat format;
  const char *ending;
} endings[] = {
  { YL_FORMAT_TEXT, ".txt" }, { YL_FORMAT_JSON, ".json" },   { YL_FORMAT_XLSX, ".xlsx" },
  { YL_FORMAT_CSV, ".csv" },  { YL_FORMAT_SARIF, ".sarif" }, { YL_FORMAT_SARIF, ".json" },
};

static gboolean
ends_so (const char *path, const char *ending)
{
  const gsize length = strlen (path);
  const gsize n = strlen (ending);
  return length > n && g_ascii_strcasecmp (path + length - n, ending) == 0;
}

/* The format that the name says first; FALSE where its ending says none. */
static gboolean
find_format (const char *path, guint *out_format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (ends_so (path, endings[i].ending))
      {
        *out_format = endings[i].format;
        return TRUE;
      }
  return FALSE;
}

static gboolean
fits (const char *path, guint format)
{
  guint other;
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (endings[i].format == format && ends_so (path, endings[i].ending))
      return TRUE;
  return !find_format (path, &other);
}

static const char *
find_word (const YlOptionWord *words, guint format)
{
  for (; words->word != NULL; words++)
    if (words->value == format)
      return words->word;
  return NULL;
}

/* ".txt、.json" of what the command can write. */
static char *
list_endings (const YlOptionWord *words)
{
  GString *list = g_string_new (NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (endings); i++)
    if (find_word (words, endings[i].format) != NULL
        && strstr (list->str, endings[i].ending) == NULL)
      g_string_append_printf (list, "%s%s", list->len == 0 ? "" : "、", endings[i].ending);
  return g_string_free (list, FALSE);
}

/* (nullable): ".xls" of 预算.xls: what of the name looks like an ending. */
static const char *
find_ending (const char *path)
{
  const char *point = strrchr (path, '.');
  if (point == NULL || point == path || point[-1] == '/' || point[1] == '\0')
    return NULL;
  for (const char *at = point + 1; *at != '\0'; at++)
    if (!g_ascii_isalnum (*at) || at - point > 5)
      return NULL;
  return point;
}

/* Why no format follows from the name, and what would. */
static void
refuse_name (const char *path, const YlOptionWord *words, GError **error)
{
  const char *ending = find_ending (path);
  const gboolean is_old_book = ending != NULL && g_ascii_strcasecmp (ending, ".xls") == 0
                               && find_word (words, YL_FORMAT_XLSX) != NULL;
  g_autofree char *shown = yl_file_name_show (path);
  g_autofree char *list = list_endings (words);
  if (ending == NULL)
    g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                 "从文件名“%s”看不出要写成什么形式：请以 %s 结尾，或用 --format 指明形式。", shown,
                 list);
  else
    g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                 "“%s”：这个命令不能写 %s，请写 %s，或用 --format 指明形式。", shown, ending,
                 is_old_book ? ".xlsx" : list);
}

static gboolean
take_format_of_name (YlDelivery *delivery, const YlOptionWord *words, GError **error)
{
  guint format = 0;
  const gboolean is_known = find_format (delivery->path, &format);
  if (is_known && find_word (words, format) != NULL)
    {
      delivery->format = format;
      return TRUE;
    }
  refuse_name (delivery->path, words, error);
  return FALSE;
}

static gboolean
check_fit (const YlDelivery *delivery, const YlOptionWord *words, GError **error)
{
  if (delivery->format == YL_FORMAT_XLSX || fits (delivery->path, delivery->format))
    return TRUE;
  g_autofree char *shown = yl_file_name_show (delivery->path);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "--format %s 与文件名“%s”不符：请改 --format，或换一个文件名。",
               find_word (words, delivery->format), shown);
  return FALSE;
}

static gboolean
check_book (const YlDelivery *delivery, const char *example, GError **error)
{
  if (delivery->is_piped && isatty (STDOUT_FILENO))
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "工作簿不能写到终端上：请用 -o 给出文件名，例如 -o %s，或接到管道、重定向。",
                   example);
      return FALSE;
    }
  if (delivery->is_piped)
    return TRUE;
  if (delivery->path != NULL)
    return yl_command_line_is_book_name (delivery->path, error);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "写成工作簿要用 -o 给出文件名，例如 -o %s。",
               example);
  return FALSE;
}

void
yl_delivery_refuse_input (const char *path, GError **error)
{
  g_autofree char *shown = yl_file_name_show (path);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "输出文件“%s”就是输入文件，写入会毁掉它，没有改动。请用 -o 换一个文件名。", shown);
}

/* The format of a file with a name. */
static gboolean
settle_named (YlDelivery *delivery, const YlCommandLine *line, GError **error)
{
  const YlOptionWord *words = yl_command_line_get_words (line, "format");
  if (yl_command_line_is_over_input (line, delivery->path))
    {
      yl_delivery_refuse_input (delivery->path, error);
      return FALSE;
    }
  return delivery->format == YL_FORMAT_OF_NAME ? take_format_of_name (delivery, words, error)
                                               : check_fit (delivery, words, error);
}

gboolean
yl_delivery_settle (YlDelivery *delivery,
                    const YlCommandLine *line,
                    const char *example,
                    GError **error)
{
  delivery->is_piped = g_strcmp0 (delivery->path, "-") == 0;
  if (delivery->is_piped)
    delivery->path = NULL;
  if (delivery->path != NULL && !settle_named (delivery, line, error))
    return FALSE;
  if (delivery->format == YL_FORMAT_OF_NAME)
    delivery->format = YL_FORMAT_TEXT;
  return delivery->format != YL_FORMAT_XLSX || check_book (delivery, example, error);
}

gboolean
yl_delivery_must_be_copy (YlDelivery *delivery,
                          const char *copy,
                          const char *example,
                          GError **error)
{
  const gboolean is_book =
      delivery->format == YL_FORMAT_OF_NAME || delivery->format == YL_FORMAT_XLSX;
  if (delivery->path != NULL && is_book)
    {
      delivery->format = YL_FORMAT_XLSX;
      return TRUE;
    }
  if (is_book)
    g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "--annotate 要用 -o 给出%s的文件名，例如 -o %s。",
                 copy, example);
  else
    g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE,
                         "--annotate 写的是工作簿，不能同时用 --format 指定别的形式。");
  return FALSE;
}

/* g_print() has no argument for its handler: the file it writes to, while it does. */
static FILE *file;

static void
write_plain (const char *text)
{
  yl_plain_write (text, file);
}

/* Returns: 0, or the errno of what failed. */
static int
print_all (const char *path, YlPrinter print, gconstpointer data)
{
  file = fopen (path, "w");
  if (file == NULL)
    return errno;
  const GPrintFunc before = g_set_print_handler (write_plain);
  yl_colour_set_aside (TRUE);
  print (data);
  yl_colour_set_aside (FALSE);
  g_set_print_handler (before);
  const gboolean is_written = fflush (file) == 0 && !ferror (file);
  const int code = is_written ? 0 : errno;
  return fclose (g_steal_pointer (&file)) == 0 ? code : errno;
}

/* What @print prints goes into the file @path, whole or not at all. */
static gboolean
print_to_file (
    const char *path, gboolean force, YlPrinter print, gconstpointer data, GError **error)
{
  g_autoptr (YlOutput) output = yl_output_new (path, force, error);
  if (output == NULL)
    return FALSE;
  const int code = print_all (yl_output_get_temporary (output), print, data);
  if (code == 0)
    return yl_output_commit (output, error);
  g_autofree char *shown = yl_file_name_show (path);
  g_set_error (error, YL_ERROR, YL_ERROR_IO, "写“%s”失败：%s。", shown,
               yl_system_error_describe (code));
  return FALSE;
}

void
yl_delivery_tell_made (const char *path)
{
  g_autofree char *shown = yl_file_name_show (path);
  g_print ("已生成 %s\n", shown);
  if (fflush (stdout) == 0 && !ferror (stdout))
    return;
  clearerr (stdout);
  g_printerr ("yanglu：%s 已经写成，但标准输出写入失败，屏幕上的内容不全。\n", shown);
}

/* Returns: 0, or the errno of what failed. */
static int
pour (const char *path)
{
  g_autofree char *bytes = NULL;
  gsize length = 0;
  if (!g_file_get_contents (path, &bytes, &length, NULL))
    return EIO;
  return fwrite (bytes, 1, length, stdout) == length && fflush (stdout) == 0 ? 0 : errno;
}

/* A workbook is made in a folder of its own, and gone when it has been poured out. */
static gboolean
pour_book (YlBookWriter write, gconstpointer data, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("yanglu-XXXXXX", NULL);
  if (folder == NULL)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_IO, "无法在临时文件夹里写工作簿。");
      return FALSE;
    }
  g_autofree char *path = g_build_filename (folder, "book.xlsx", NULL);
  const gboolean is_made = write (data, path, FALSE, error);
  const int code = is_made ? pour (path) : 0;
  g_unlink (path);
  g_rmdir (folder);
  if (code != 0)
    g_set_error (error, YL_ERROR, YL_ERROR_IO, "标准输出写入失败：%s。",
                 yl_system_error_describe (code));
  return is_made && code == 0;
}

/* The workbook alone is on standard output. */
static gboolean
make_piped (YlPrinter print, YlBookWriter write, gconstpointer data, GError **error)
{
  if (!pour_book (write, data, error))
    return FALSE;
  file = stderr;
  const GPrintFunc before = g_set_print_handler (write_plain);
  yl_colour_set_aside (TRUE);
  print (data);
  yl_colour_set_aside (FALSE);
  g_set_print_handler (before);
  file = NULL;
  return TRUE;
}

gboolean
yl_delivery_make (const YlDelivery *delivery,
                  YlPrinter print,
                  YlBookWriter write,
                  gconstpointer data,
                  GError **error)
{
  const gboolean is_book = delivery->format == YL_FORMAT_XLSX;
  if (is_book && delivery->is_piped)
    return make_piped (print, write, data, error);
  if (!is_book && delivery->path != NULL)
    {
      if (!print_to_file (delivery->path, delivery->force, print, data, error))
        return FALSE;
      yl_delivery_tell_made (delivery->path);
      return TRUE;
    }
  if (is_book && !write (data, delivery->path, delivery->force, error))
    return FALSE;
  print (data);
  if (is_book)
    yl_delivery_tell_made (delivery->path);
  return TRUE;
}

static void
print_bytes (gpointer data, const char *bytes, gsize n_bytes)
{
  (void) data;
  (void) n_bytes;
  g_print ("%s", bytes);
}

YlJsonSink *
yl_print_json_new (guint format)
{
  const gboolean is_json = format == YL_FORMAT_JSON || format == YL_FORMAT_SARIF;
  return is_json ? yl_json_sink_new (print_bytes, NULL) : NULL;
}
