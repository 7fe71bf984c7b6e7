#include "yanglu/cli/delivery.h"

#include <errno.h>
#include <stdio.h>

#include "yanglu/base/error.h"
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

static gboolean
check_book (const char *path, const char *example, GError **error)
{
  if (path != NULL)
    return yl_command_line_is_book_name (path, error);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "写成工作簿要用 -o 给出文件名，例如 -o %s。",
               example);
  return FALSE;
}

void
yl_delivery_refuse_input (const char *path, GError **error)
{
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
               "输出文件“%s”就是输入文件，写入会毁掉它，没有改动。请用 -o 换一个文件名。", path);
}

gboolean
yl_delivery_settle (YlDelivery *delivery,
                    const YlCommandLine *line,
                    const char *example,
                    GError **error)
{
  const char *path = delivery->path;
  if (delivery->format == YL_FORMAT_OF_NAME)
    delivery->format =
        path != NULL && g_str_has_suffix (path, ".xlsx") ? YL_FORMAT_XLSX : YL_FORMAT_TEXT;
  if (path != NULL && yl_command_line_is_over_input (line, path))
    {
      yl_delivery_refuse_input (path, error);
      return FALSE;
    }
  return delivery->format != YL_FORMAT_XLSX || check_book (path, example, error);
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
  print (data);
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

gboolean
yl_delivery_make (const YlDelivery *delivery,
                  YlPrinter print,
                  YlBookWriter write,
                  gconstpointer data,
                  GError **error)
{
  const gboolean is_book = delivery->format == YL_FORMAT_XLSX;
  if (!is_book && delivery->path != NULL)
    return print_to_file (delivery->path, delivery->force, print, data, error);
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
