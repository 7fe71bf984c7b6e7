#include "yanglu/cli/remarks-text.h"

#include "yanglu/io/remarks.h"

gboolean
yl_remarks_has_error (const GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    if (((const YlRemark *) g_ptr_array_index (remarks, i))->is_error)
      return TRUE;
  return FALSE;
}

void
yl_remarks_print_text (const char *name, const GPtrArray *remarks)
{
  guint n_errors = 0;
  for (guint i = 0; i < remarks->len; i++)
    {
      const YlRemark *remark = g_ptr_array_index (remarks, i);
      g_autofree char *line =
          remark->line == 0 ? g_strdup ("") : g_strdup_printf (" 第 %u 行", remark->line);
      g_print ("%s%s %s：%s\n", name, line, remark->is_error ? "错误" : "提醒", remark->message);
      n_errors += remark->is_error ? 1 : 0;
    }
  if (remarks->len == 0)
    g_print ("%s：没有问题。\n", name);
  else
    g_print ("%s：错误 %u 处，提醒 %u 处。\n", name, n_errors, remarks->len - n_errors);
}
