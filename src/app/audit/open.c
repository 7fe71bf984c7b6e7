#include "work-private.h"

#include "yanglu/app/budget/reopen.h"
#include "yanglu/audit/unread.h"
#include "yanglu/base/error.h"
#include "yanglu/forms/budget/own-book.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/rules/rules.h"
#include "yanglu/io/xlsx/reader.h"

/* A copy that is damaged or gone is itself a finding; the rest is still audited, by its heads. */
static void
open_copy (YlAuditWork *work)
{
  YlAudit *audit = work->audit;
  g_autoptr (GError) error = NULL;
  work->copy = yl_copy_find (work->found, &error);
  if (work->copy != NULL)
    work->made = yl_reopen_budget (work->copy, &error);
  if (work->made != NULL)
    return;
  const gboolean is_missing =
      work->copy == NULL && g_error_matches (error, YL_ERROR, YL_ERROR_NOT_FOUND);
  if (!is_missing)
    yl_unread_copy (audit->findings, audit->file, YL_COPY_SHEET, error->message);
  else if (yl_own_book_is (work->found))
    yl_unread_copy (audit->findings, audit->file, YL_COPY_SHEET, NULL);
}

gboolean
yl_audit_open (YlAuditWork *work, GError **error)
{
  g_autoptr (GError) local = NULL;
  work->rules = yl_rules_open (work->options->rules, error);
  work->places = work->rules == NULL ? NULL : yl_register_load (error);
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
    yl_unread_file (work->audit->findings, work->audit->file, local->message);
  return TRUE;
}
