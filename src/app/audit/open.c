#include "steps-private.h"

#include "yanglu/app/budget/reopen.h"
#include "yanglu/audit/unread.h"
#include "yanglu/base/error.h"
#include "yanglu/forms/budget/own-book.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/rules/rules.h"
#include "yanglu/io/xlsx/reader.h"

/* A copy that is damaged or gone is itself a finding; the rest is still audited, by its heads. */
static void
open_copy (YlAuditJob *job)
{
  YlAudit *audit = job->audit;
  g_autoptr (GError) error = NULL;
  job->copy = yl_copy_find (job->found, &error);
  if (job->copy != NULL)
    job->made = yl_reopen_budget (job->copy, &error);
  if (job->made != NULL)
    return;
  const gboolean is_missing =
      job->copy == NULL && g_error_matches (error, YL_ERROR, YL_ERROR_NOT_FOUND);
  if (!is_missing)
    yl_unread_copy (audit->findings, audit->file, YL_COPY_SHEET, error->message);
  else if (yl_own_book_is (job->found))
    yl_unread_copy (audit->findings, audit->file, YL_COPY_SHEET, NULL);
}

gboolean
yl_audit_open (YlAuditJob *job, GError **error)
{
  g_autoptr (GError) local = NULL;
  job->rules = yl_rules_open (job->options->rules, error);
  job->places = job->rules == NULL ? NULL : yl_register_load (error);
  job->input = job->places == NULL ? NULL : yl_input_open (job->options->file, error);
  if (job->input == NULL)
    return FALSE;
  job->audit = yl_audit_new (yl_input_get_name (job->input));
  job->texts = yl_text_pool_new ();
  if (!yl_input_is_zip (job->input))
    return TRUE;
  job->found =
      yl_xlsx_load (job->input, NULL, job->texts, job->audit->findings, job->progress, &local);
  if (job->found != NULL)
    open_copy (job);
  else
    yl_unread_file (job->audit->findings, job->audit->file, local->message);
  return TRUE;
}
