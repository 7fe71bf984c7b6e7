#include "steps-private.h"

#include "yanglu/app/budget/reopen.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/app/words.h"
#include "yanglu/audit/unread.h"
#include "yanglu/base/error.h"
#include "yanglu/domain/sheet-names.h"
#include "yanglu/forms/annotated/annotated-book.h"
#include "yanglu/forms/budget/own-book.h"
#include "yanglu/io/file-form.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/rules/rules.h"

/* Whether the copy holds the files that the workbook was made of, by what its cover prints; if not, that is
 * told, and nothing that would follow from comparing the two. */
static gboolean
is_own_copy (YlAuditJob *job)
{
  gsize n = 0;
  const YlInputCopy *inputs = yl_copy_get_inputs (job->copy, &n);
  g_autofree char *copied = yl_copy_make_fingerprint (inputs, n);
  const YlCell *printed = yl_own_book_find_fingerprint (job->found);
  const char *text = printed == NULL ? copied : yl_workbook_get_text (job->found, printed->value);
  job->audit->copy.fingerprint = yl_arena_keep (job->audit->arena, copied);
  if (printed != NULL)
    job->audit->copy.printed = yl_arena_keep (job->audit->arena, text);
  yl_audit_add_reading (job->audit, "数据副本的" YL_LABEL_FINGERPRINT, copied);
  if (g_ascii_strcasecmp (text, copied) == 0)
    return TRUE;
  yl_unread_foreign_copy (job->audit->findings, job->found, YL_COPY_SHEET, printed, copied);
  return FALSE;
}

/* A copy that is damaged or gone is itself a finding; the rest is still audited, by its heads. */
static gboolean
open_copy (YlAuditJob *job, GError **error)
{
  YlAudit *audit = job->audit;
  g_autoptr (GError) local = NULL;
  job->copy = yl_copy_find (job->found, &local);
  if (job->copy != NULL && !yl_workbooks_check_formulas (job->input, error))
    return FALSE;
  job->is_copy_foreign = job->copy != NULL && !is_own_copy (job);
  if (job->is_copy_foreign)
    return TRUE;
  if (job->copy != NULL)
    job->made = yl_reopen_budget (job->copy, &local);
  if (job->made != NULL)
    return TRUE;
  /* What the system did not let us do is no finding about the copy. */
  if (job->options->is_own_only || g_error_matches (local, YL_ERROR, YL_ERROR_IO))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  const gboolean is_missing =
      job->copy == NULL && g_error_matches (local, YL_ERROR, YL_ERROR_NOT_FOUND);
  if (!is_missing)
    yl_unread_copy (audit->findings, audit->file, YL_COPY_SHEET, local->message);
  else if (yl_own_book_is (job->found))
    yl_unread_copy (audit->findings, audit->file, YL_COPY_SHEET, NULL);
  return TRUE;
}

/* Of an annotated copy, what was audited is audited again. */
static void
drop_notes (YlAuditJob *job)
{
  const char *page = yl_annotated_book_drop (job->found);
  g_autofree char *sheet = page == NULL ? NULL : g_strdup_printf ("工作表“%s”", page);
  if (sheet != NULL)
    yl_audit_add_reading (job->audit, sheet,
                          "本程序批注本的首页，只列上次的审计结果，不是预算的内容，没有审计");
}

/* What is read otherwise than by this program's own words. */
static void
say_words (YlAudit *audit, const YlChoices *choices)
{
  gsize n = 0;
  const YlChoice *all = yl_choices_get (choices, &n);
  for (gsize i = 0; i < n; i++)
    yl_audit_add_reading (audit, all[i].what, all[i].chosen);
}

gboolean
yl_audit_open (YlAuditJob *job, GError **error)
{
  g_autoptr (GError) local = NULL;
  g_autoptr (YlChoices) choices = yl_choices_new ();
  job->rules = yl_rules_open (job->options->rules, error);
  job->words = job->rules == NULL
                   ? NULL
                   : yl_job_words_open (&job->options->job, choices, NULL, NULL, error);
  job->places = job->words == NULL ? NULL : yl_register_load (error);
  job->input = job->places == NULL ? NULL : yl_input_open (job->options->file, error);
  if (job->input == NULL)
    return FALSE;
  job->audit = yl_audit_new (yl_input_get_name (job->input));
  say_words (job->audit, choices);
  job->own_texts = job->options->texts == NULL ? yl_text_pool_new () : NULL;
  job->texts = job->own_texts == NULL ? job->options->texts : job->own_texts;
  if (!yl_file_form_is_workbook (job->input))
    return TRUE;
  job->found =
      yl_workbooks_load (job->input, job->texts, job->audit->findings, job->progress, &local);
  if (job->found != NULL)
    {
      drop_notes (job);
      return open_copy (job, error);
    }
  /* Where nothing is known of the file, that is no finding about it. */
  if (job->options->is_own_only || g_error_matches (local, YL_ERROR, YL_ERROR_IO))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  yl_unread_file (job->audit->findings, job->audit->file, local->message);
  return TRUE;
}
