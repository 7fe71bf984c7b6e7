#include "yanglu/cli/delivery.h"

#include "yanglu/base/error.h"
#include "yanglu/cli/command-line.h"
#include "yanglu/io/output.h"

gboolean
yl_delivery_check (const YlDelivery *delivery,
                   const char *const *inputs,
                   gsize n_inputs,
                   const char *example,
                   GError **error)
{
  for (gsize i = 0; i < n_inputs && delivery->path != NULL; i++)
    if (inputs[i] != NULL && yl_output_is_file (delivery->path, inputs[i]))
      {
        g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                     "输出文件“%s”就是输入文件，写入会毁掉它，没有改动。请用 -o 换一个文件名。",
                     delivery->path);
        return FALSE;
      }
  if (delivery->is_book && delivery->path == NULL)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "写成工作簿要用 -o 给出文件名，例如 -o %s。",
                   example);
      return FALSE;
    }
  return !delivery->is_book || yl_command_line_is_book_name (delivery->path, error);
}

gboolean
yl_delivery_make (const YlDelivery *delivery,
                  YlPrinter print,
                  YlBookWriter write,
                  gconstpointer data,
                  GError **error)
{
  if (!delivery->is_book && delivery->path != NULL)
    return yl_print_to_file (delivery->path, delivery->force, print, data, error);
  if (delivery->is_book && !write (data, delivery->path, delivery->force, error))
    return FALSE;
  print (data);
  if (delivery->is_book)
    g_print ("已生成 %s\n", delivery->path);
  return TRUE;
}
