#include "yanglu/app/budget/reopen.h"

#include "yanglu/app/budget/kept-options.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/base/error.h"
#include "yanglu/forms/budget/budget-book.h"
#include "yanglu/io/policy/policies.h"

#include <string.h>

/* The texts of the policy and its bases stand in the copy; what the program has learned since does
 * not count. */
YlPolicy *
yl_reopen_policy (const YlCopy *copy, GError **error)
{
  gsize n = 0;
  const YlInputCopy *inputs = yl_copy_get_inputs (copy, &n);
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) bases = g_array_new (FALSE, FALSE, sizeof (YlPolicyText));
  const char *name = NULL;
  const char *text = NULL;
  for (gsize i = 0; i < n; i++)
    {
      if (!g_str_has_prefix (inputs[i].role, YL_ROLE_POLICY))
        continue;
      gsize size = 0;
      const char *data = g_bytes_get_data (inputs[i].bytes, &size);
      char *terminated = g_strndup (data, size);
      g_ptr_array_add (texts, terminated);
      const YlPolicyText base = { inputs[i].name, terminated };
      if (strcmp (inputs[i].role, YL_ROLE_POLICY_BASE) == 0)
        g_array_append_val (bases, base);
      else
        {
          name = inputs[i].name;
          text = terminated;
        }
    }
  if (text == NULL)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_INVALID,
                           "数据副本里没有政策全文，无法重新计算。");
      return NULL;
    }
  return yl_policies_open_text (name, text, (const YlPolicyText *) (gpointer) bases->data,
                                bases->len, error);
}

static const char *
find_role (const YlCopy *copy, const char *role)
{
  return yl_copy_find_input (copy, role) == NULL ? NULL : role;
}

static GHashTable *
read_options (const YlCopy *copy)
{
  const YlInputCopy *input = yl_copy_find_input (copy, YL_ROLE_OPTIONS);
  gsize size = 0;
  const char *text = input == NULL ? "" : g_bytes_get_data (input->bytes, &size);
  return yl_kept_options_read (text, size);
}

static gboolean
is_known_edition (guint edition, GError **error)
{
  if (edition > YL_BOOK_EDITION)
    g_set_error_literal (error, YL_ERROR, YL_ERROR_INVALID,
                         "这份预算由更新版本的程序编制，请用那个版本或更新的版本打开。");
  else if (edition == YL_BOOK_EDITION_NEVER_OUT)
    g_set_error_literal (
        error, YL_ERROR, YL_ERROR_INVALID,
        "这份预算由没有发布过的试用版程序编制，不能核对，请用现在的程序重新编制。");
  else
    return TRUE;
  return FALSE;
}

YlBudgetJob *
yl_reopen_budget (const YlCopy *copy, GError **error)
{
  g_autoptr (YlPolicy) policy = yl_reopen_policy (copy, error);
  if (policy == NULL)
    return NULL;
  g_autoptr (GHashTable) kept = read_options (copy);
  YlJobOptions options = {
    .roads = YL_ROLE_ROADS,
    .entry = find_role (copy, YL_ROLE_ENTRY),
    .funds = find_role (copy, YL_ROLE_FUNDS),
    .bridges = find_role (copy, YL_ROLE_BRIDGES),
    .last_year = find_role (copy, YL_ROLE_LAST_YEAR),
    .rules = find_role (copy, YL_ROLE_RULES),
    .copy = copy,
    .kept_policy = policy,
  };
  yl_kept_options_apply (kept, &options);
  if (!is_known_edition (options.edition, error))
    return NULL;
  if (options.edition == 1)
    yl_policy_date_back (policy);
  YlBudgetJob *job = yl_budget_job_run (&options, NULL, error);
  if (job == NULL)
    g_prefix_error (error, "用工作簿里的数据副本重算时：");
  return job;
}

YlBudgetJob *
yl_reopen_file (const char *path, GError **error)
{
  g_autoptr (YlInput) input = yl_input_open (path, error);
  if (input == NULL)
    return NULL;
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  g_autoptr (YlWorkbook) workbook = yl_workbooks_load (input, texts, untold, NULL, error);
  g_autoptr (YlCopy) copy = workbook == NULL ? NULL : yl_copy_find (workbook, error);
  return copy == NULL ? NULL : yl_reopen_budget (copy, error);
}
