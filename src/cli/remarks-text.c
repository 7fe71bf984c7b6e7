#include "yanglu/cli/remarks-text.h"

#include "yanglu/cli/delivery.h"
#include "yanglu/io/json/remarks.h"
#include "yanglu/io/remarks.h"

static guint
count_errors (const GPtrArray *remarks)
{
  guint n_errors = 0;
  for (guint i = 0; i < remarks->len; i++)
    n_errors += ((const YlRemark *) g_ptr_array_index (remarks, i))->is_error ? 1 : 0;
  return n_errors;
}

static void
print_text (const char *name, const GPtrArray *remarks)
{
  for (guint i = 0; i < remarks->len; i++)
    {
      const YlRemark *remark = g_ptr_array_index (remarks, i);
      g_autofree char *line =
          remark->line == 0 ? g_strdup ("") : g_strdup_printf (" 第 %u 行", remark->line);
      g_print ("%s%s %s：%s\n", name, line, remark->is_error ? "错误" : "提醒", remark->message);
    }
  const guint n_errors = count_errors (remarks);
  if (remarks->len == 0)
    g_print ("%s：没有问题。\n", name);
  else
    g_print ("%s：错误 %u 处，提醒 %u 处。\n", name, n_errors, remarks->len - n_errors);
}

int
yl_remarks_print (const GPtrArray *remarks, const char *name, guint format, const char *schema)
{
  g_autoptr (YlJsonSink) json = yl_print_json_new (format);
  if (json != NULL)
    yl_json_write_remarks (json, schema, name, remarks);
  else
    print_text (name, remarks);
  return count_errors (remarks) > 0 ? YL_EXIT_FINDINGS : YL_EXIT_DONE;
}
