#include "yanglu/app/explain/job.h"

#include "yanglu/base/error.h"
#include "yanglu/domain/place-code.h"
#include "yanglu/figures/asked.h"

static gboolean
is_asked (const YlIntakeLeftOut *left, const char *code, const char *name)
{
  return (code[0] != '\0' && g_str_has_prefix (left->route_code, code))
         || (name[0] != '\0' && g_str_equal (left->route_name, name));
}

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

/* Why the row was left out, as its findings say. */
static void
append_reasons (GString *text, const YlFindings *findings, const YlIntakeLeftOut *left)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (finding->row == left->row && finding->severity == YL_SEVERITY_ERROR
          && g_str_equal (or_empty (finding->file), left->file)
          && g_str_equal (or_empty (finding->sheet), left->sheet))
        g_string_append (text, finding->message);
    }
}

char *
yl_explain_job_describe_left_out (const YlExplainJob *job, const char *road)
{
  const YlListJob *list = job->made->list;
  const GArray *rows = list->intake->left_out;
  g_autofree char *code = yl_route_code_fold (yl_text_of (road));
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      const YlIntakeLeftOut *left = &g_array_index (rows, YlIntakeLeftOut, i);
      if (!is_asked (left, code, road))
        continue;
      g_string_append_printf (text, "%s%s%s%s%s第 %" YL_ROW_ID_FORMAT " 行（路线 %s）没有计入：",
                              text->len == 0 ? "" : "\n", left->file,
                              left->sheet[0] == '\0' ? " " : " 工作表“", left->sheet,
                              left->sheet[0] == '\0' ? "" : "” ", left->row,
                              left->route_code[0] == '\0' ? left->route_name : left->route_code);
      append_reasons (text, list->findings, left);
    }
  return text->len == 0 ? NULL : g_string_free (g_steal_pointer (&text), FALSE);
}

YlExplained *
yl_explain_job_road (const YlExplainJob *job, const char *road, GError **error)
{
  g_autoptr (GError) local = NULL;
  YlExplained *explained = yl_explained_road (job->made->budget, road, &local);
  if (explained != NULL)
    return explained;
  g_autofree char *left_out = yl_explain_job_describe_left_out (job, road);
  if (left_out == NULL)
    g_propagate_error (error, g_steal_pointer (&local));
  else
    g_set_error_literal (error, YL_ERROR, YL_ERROR_NOT_FOUND, left_out);
  return NULL;
}
