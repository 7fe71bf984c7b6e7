#include "audit-work-private.h"

#include "yanglu/app/reopen.h"
#include "yanglu/base/error.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/xlsx/load.h"

/* What cannot be read as a workbook is a finding: the audit says so, and that is its result. */
static void
tell_unreadable (YlAuditWork *work, const GError *error)
{
  yl_findings_add (work->audit->findings, &(YlFinding){ .code = YL_E01,
                                                        .severity = YL_SEVERITY_ERROR,
                                                        .file = yl_input_get_name (work->input),
                                                        .message = error->message });
}

/* A damaged copy is itself a finding; the rest is still audited, by its heads. */
static void
tell_damaged_copy (YlAuditWork *work, const GError *error)
{
  yl_findings_add (work->audit->findings, &(YlFinding){ .code = YL_E04,
                                                        .severity = YL_SEVERITY_ERROR,
                                                        .file = yl_input_get_name (work->input),
                                                        .sheet = YL_COPY_SHEET,
                                                        .message = error->message });
}

static void
tell_missing_copy (YlAuditWork *work)
{
  const char *message = "这是本程序编制的预算工作簿，但保存原始资料的隐藏工作表“" YL_COPY_SHEET
                        "”已被删除，不能按原始资料逐格核对；以下按各表的表头、公式和表间关系核对";
  yl_findings_add (work->audit->findings, &(YlFinding){ .code = YL_E04,
                                                        .severity = YL_SEVERITY_ERROR,
                                                        .file = yl_input_get_name (work->input),
                                                        .sheet = YL_COPY_SHEET,
                                                        .message = message });
}

static void
open_copy (YlAuditWork *work)
{
  g_autoptr (GError) error = NULL;
  work->copy = yl_reopen_copy (work->found, &error);
  if (work->copy != NULL)
    {
      work->made = yl_reopen_budget (work->copy, &error);
      if (work->made == NULL)
        tell_damaged_copy (work, error);
    }
  else if (!g_error_matches (error, YL_ERROR, YL_ERROR_NOT_FOUND))
    tell_damaged_copy (work, error);
  else if (yl_reopen_is_of_ours (work->found))
    tell_missing_copy (work);
}

gboolean
yl_audit_open (YlAuditWork *work, GError **error)
{
  g_autoptr (GError) local = NULL;
  work->places = yl_register_load (error);
  work->input = work->places == NULL ? NULL : yl_input_open (work->options->file, error);
  if (work->input == NULL)
    return FALSE;
  work->audit = yl_audit_new (yl_input_get_name (work->input));
  work->texts = yl_text_pool_new ();
  if (!yl_input_is_zip (work->input))
    return TRUE;
  work->found =
      yl_xlsx_load (work->input, NULL, work->texts, work->audit->findings, work->progress, &local);
  if (work->found != NULL)
    open_copy (work);
  else
    tell_unreadable (work, local);
  return TRUE;
}
