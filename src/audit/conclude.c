#include "yanglu/audit/conclude.h"

#include "yanglu/audit/gainers.h"
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
yl_findings_judge (const YlFindings *findings, gboolean is_read, gboolean is_whole)
{
  if (!is_read)
    return YL_VERDICT_UNREADABLE;
  if (yl_findings_get_n_of_severity (findings, YL_SEVERITY_ERROR) > 0)
    return YL_VERDICT_DIFFERS;
  return is_whole ? YL_VERDICT_HOLDS : YL_VERDICT_PARTLY;
}

/* More than rounding, and what the rules let go, explains. */
static gboolean
have_totals_parted (const YlAudit *audit)
{
  return audit->has_stated && audit->has_expected
         && ABS (audit->stated_fen - audit->expected_fen) > audit->slack_fen;
}

void
yl_audit_check_totals (YlAudit *audit)
{
  if (!have_totals_parted (audit)
      || yl_findings_get_n_of_severity (audit->findings, YL_SEVERITY_ERROR) > 0)
    return;
  const gint64 off_fen = audit->stated_fen - audit->expected_fen;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ audit->stated_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ audit->expected_fen });
  g_autofree char *off = yl_money_to_grouped ((YlMoney){ ABS (off_fen) });
  g_autofree char *message =
      g_strdup_printf ("表中合计 %s 元，重算应为 %s 元，%s %s 元，以上各条没有说明原因。", seen,
                       expected, off_fen > 0 ? "多列" : "少列", off);
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C01,
                                                  .severity = YL_SEVERITY_ERROR,
                                                  .file = audit->file,
                                                  .seen = seen,
                                                  .expected = expected,
                                                  .message = message,
                                                  .gainer = off_fen < 0 ? YL_COUNTY_TREASURY : NULL,
                                                  .at_stake = { off_fen },
                                                  .is_priced = TRUE });
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
  if (difference_fen == 0 && audit->coverage->n_proved == 0)
    g_string_append_printf (text, "表中合计 %s 元，与各行之和一致。", stated);
  else if (difference_fen == 0)
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

/* The figures hold, and stand in the file: whoever has only the paper must know that it does not show them. */
static void
append_unseen (GString *text, const YlAudit *audit)
{
  const guint64 n = yl_findings_get_n_of_code (audit->findings, YL_C11);
  if (n > 0 && audit->verdict == YL_VERDICT_HOLDS)
    g_string_append_printf (
        text, "成立的是表中的数：有 %" G_GUINT64_FORMAT " 处在打印的页面上看不到或看不清（C11）。",
        n);
}

/* Gaps that the conclusion names; all of them stand beside it. */
#define MAX_NAMED_GAPS 3u

/* How much was compared, and what was not. */
static void
append_coverage (GString *text, const YlCoverage *coverage)
{
  const guint n = coverage->gaps->len;
  g_autofree char *compared = yl_coverage_to_text (coverage);
  g_string_append (text, compared);
  for (guint i = 0; i < MIN (n, MAX_NAMED_GAPS); i++)
    {
      g_autofree char *gap =
          yl_coverage_gap_to_text (&g_array_index (coverage->gaps, YlCoverageGap, i));
      g_string_append_printf (text, "%s%s", i == 0 ? "未核对：" : "；", gap);
    }
  if (n > MAX_NAMED_GAPS)
    g_string_append_printf (text, "等 %u 处", n);
  if (n > 0)
    g_string_append (text, "。");
}

void
yl_audit_conclude (YlAudit *audit)
{
  static const char *const sentences[] = {
    [YL_VERDICT_HOLDS] = "这份预算经重算成立。",
    [YL_VERDICT_DIFFERS] = "这份预算与重算结果不符，或有错误。",
    [YL_VERDICT_UNREADABLE] = "这份文件里没有可供审计的预算表。",
    [YL_VERDICT_PARTLY] = "已核对的部分未见不符，未核对的部分不作结论。",
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (sentences) == YL_N_VERDICTS);
  yl_findings_sort (audit->findings);
  audit->verdict = yl_findings_judge (audit->findings, audit->readings->len > 0,
                                      yl_coverage_is_whole (audit->coverage));
  /* The rules may switch the finding off that tells it. */
  if (have_totals_parted (audit) && audit->verdict != YL_VERDICT_UNREADABLE)
    audit->verdict = YL_VERDICT_DIFFERS;
  g_autoptr (GString) text = g_string_new (sentences[audit->verdict]);
  append_totals (text, audit);
  if (audit->verdict != YL_VERDICT_UNREADABLE)
    append_coverage (text, audit->coverage);
  append_unseen (text, audit);
  append_counts (text, audit->findings);
  audit->conclusion = yl_arena_keep (audit->arena, text->str);
}
