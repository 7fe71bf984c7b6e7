#include "yanglu/io/json/remarks.h"

#include "yanglu/io/remarks.h"

void
yl_json_write_remarks (YlJsonSink *json,
                       const char *schema,
                       const char *file,
                       const GPtrArray *remarks)
{
  yl_json_begin (json, NULL);
  yl_json_text (json, "schema", schema);
  yl_json_text (json, "file", file);
  yl_json_begin_list (json, "remarks");
  for (guint i = 0; i < remarks->len; i++)
    {
      const YlRemark *remark = g_ptr_array_index (remarks, i);
      yl_json_begin (json, NULL);
      yl_json_text (json, "severity", remark->is_error ? "error" : "warning");
      yl_json_number_or_null (json, "line", remark->line != 0, remark->line);
      yl_json_text (json, "message", remark->message);
      yl_json_end (json);
    }
  yl_json_end (json);
  yl_json_end (json);
}
