#include "yanglu/audit/conclude.h"

#include "yanglu/audit/one-fact.h"
#include "yanglu/audit/rule-pack.h"

/* What is switched off explains nothing, so it goes before one fact is told once; a least amount is
 * asked of what is left, which may have taken the yuan of another. */
void
yl_audit_settle (YlAudit *audit, const YlRuleSet *rules)
{
  g_autoptr (YlFindings) wanted = yl_rule_set_apply_switches (rules, audit->findings);
  g_autoptr (YlFindings) united = yl_findings_unite (wanted);
  yl_findings_free (audit->findings);
  audit->findings = yl_rule_set_apply (rules, united);
}

YlVerdict
yl_findings_judge (const YlFindings *findings, gboolean is_read)
{
  if (!is_read)
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

void
yl_audit_conclude (YlAudit *audit)
{
  static const char *const sentences[] = {
    [YL_VERDICT_HOLDS] = "这份预算经重算成立。",
    [YL_VERDICT_DIFFERS] = "这份预算与重算结果不符，或有需要说明的问题。",
    [YL_VERDICT_UNREADABLE] = "这份文件里没有可供审计的预算表。",
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (sentences) == YL_N_VERDICTS);
  yl_findings_sort (audit->findings);
  audit->verdict = yl_findings_judge (audit->findings, audit->readings->len > 0);
  g_autoptr (GString) text = g_string_new (sentences[audit->verdict]);
  append_totals (text, audit);
  append_counts (text, audit->findings);
  audit->conclusion = yl_arena_keep (audit->arena, text->str);
}
