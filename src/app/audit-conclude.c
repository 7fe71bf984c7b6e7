#include "audit-work-private.h"

/* Nothing was read that could be right or wrong. */
static gboolean
is_unreadable (const YlAuditWork *work)
{
  return work->audit->readings->len == 0;
}

static YlVerdict
judge (const YlAuditWork *work)
{
  const YlFindings *findings = work->audit->findings;
  if (is_unreadable (work))
    return YL_VERDICT_UNREADABLE;
  return yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR)
                     + yl_findings_get_n_of_severity (findings, YL_SEVERITY_WARNING)
                 > 0
             ? YL_VERDICT_DIFFERS
             : YL_VERDICT_HOLDS;
}

static void
append_totals (GString *text, const YlAudit *audit)
{
  g_autofree char *stated = yl_money_to_grouped ((YlMoney){ audit->stated_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ audit->expected_fen });
  if (!audit->has_stated || !audit->has_expected)
    return;
  const gint64 difference_fen = audit->stated_fen - audit->expected_fen;
  g_autofree char *difference =
      yl_money_to_grouped ((YlMoney){ difference_fen < 0 ? -difference_fen : difference_fen });
  if (difference_fen == 0)
    g_string_append_printf (text, "表中合计 %s 元，与重算结果一致。", stated);
  else
    g_string_append_printf (text, "表中合计 %s 元，重算应为 %s 元，%s %s 元。", stated, expected,
                            difference_fen > 0 ? "多列" : "少列", difference);
}

static void
append_counts (GString *text, const YlFindings *findings)
{
  g_string_append_printf (text,
                          "发现错误 %" G_GUINT64_FORMAT " 项、警告 %" G_GUINT64_FORMAT
                          " 项、提示 %" G_GUINT64_FORMAT " 项。",
                          yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR),
                          yl_findings_get_n_of_severity (findings, YL_SEVERITY_WARNING),
                          yl_findings_get_n_of_severity (findings, YL_SEVERITY_INFO));
}

gboolean
yl_audit_conclude (YlAuditWork *work, GError **error)
{
  (void) error;
  YlAudit *audit = work->audit;
  yl_findings_sort (audit->findings);
  audit->verdict = judge (work);
  GString *text = g_string_new (NULL);
  if (audit->verdict == YL_VERDICT_HOLDS)
    g_string_append (text, "这份预算经重算成立。");
  else if (audit->verdict == YL_VERDICT_DIFFERS)
    g_string_append (text, "这份预算与重算结果不符，或有需要说明的问题。");
  else
    g_string_append (text, "这份文件里没有可供审计的预算表。");
  append_totals (text, audit);
  append_counts (text, audit->findings);
  g_free (audit->conclusion);
  audit->conclusion = g_string_free (text, FALSE);
  return TRUE;
}
