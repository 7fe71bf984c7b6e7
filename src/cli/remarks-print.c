#include "yanglu/cli/remarks-print.h"

#include "yanglu/cli/json.h"
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

void
yl_remarks_print_json (const char *schema, const char *name, const GPtrArray *remarks)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  json_builder_begin_object (builder);
  yl_json_text (builder, "schema", schema);
  yl_json_text (builder, "file", name);
  json_builder_set_member_name (builder, "remarks");
  json_builder_begin_array (builder);
  for (guint i = 0; i < remarks->len; i++)
    {
      const YlRemark *remark = g_ptr_array_index (remarks, i);
      json_builder_begin_object (builder);
      yl_json_text (builder, "severity", remark->is_error ? "error" : "warning");
      yl_json_number_or_null (builder, "line", remark->line != 0, remark->line);
      yl_json_text (builder, "message", remark->message);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  yl_json_print (builder);
}
