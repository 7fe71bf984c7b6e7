#include "yanglu/cli/delivery.h"

#include "yanglu/base/error.h"

const YlOptionWord yl_formats_printed[] = { { "text", YL_FORMAT_TEXT },
                                            { "json", YL_FORMAT_JSON },
                                            { NULL, 0 } };
const YlOptionWord yl_formats_and_book[] = {
  { "text", YL_FORMAT_TEXT }, { "json", YL_FORMAT_JSON }, { "xlsx", YL_FORMAT_XLSX }, { NULL, 0 }
};
const YlOptionWord yl_formats_of_book[] = { { "xlsx", YL_FORMAT_XLSX },
                                            { "json", YL_FORMAT_JSON },
                                            { "text", YL_FORMAT_TEXT },
                                            { "csv", YL_FORMAT_CSV },
                                            { NULL, 0 } };

static gboolean
check_book (const char *path, const char *example, GError **error)
{
  if (path != NULL)
    return yl_command_line_is_book_name (path, error);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "写成工作簿要用 -o 给出文件名，例如 -o %s。",
               example);
  return FALSE;
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
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "输出文件“%s”就是输入文件，写入会毁掉它，没有改动。请用 -o 换一个文件名。",
                   path);
      return FALSE;
    }
  return delivery->format != YL_FORMAT_XLSX || check_book (path, example, error);
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
    return yl_print_to_file (delivery->path, delivery->force, print, data, error);
  if (is_book && !write (data, delivery->path, delivery->force, error))
    return FALSE;
  print (data);
  if (is_book)
    g_print ("已生成 %s\n", delivery->path);
  return TRUE;
}
