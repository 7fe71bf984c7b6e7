#include "rules-private.h"

#include "yanglu/audit/budget/funding-rules.h"
#include "yanglu/domain/policy-group.h"

/* What a policy asks for is there when somebody entered any of it. */

static gboolean
has_source (const BudgetCheck *check, YlPurpose purpose)
{
  const GArray *sources = check->entry->sources;
  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, YlSource, i).purpose == purpose)
      return TRUE;
  return FALSE;
}

static gboolean
has_land (const BudgetCheck *check)
{
  const GArray *sources = check->entry->sources;
  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, YlSource, i).kind == YL_KIND_LAND)
      return TRUE;
  return check->entry->land->len > 0;
}

static gboolean
is_entered (const BudgetCheck *check, YlRequiredKey key)
{
  const YlOther *other = &check->entry->other;
  gint64 shares_ppm[YL_N_SHARERS];
  switch (key)
    {
    case YL_REQUIRED_LAND:
      return has_land (check);
    case YL_REQUIRED_RUNNING:
      return other->running.fen > 0 || has_source (check, YL_PURPOSE_RUNNING);
    case YL_REQUIRED_STAFF:
      return other->staff.fen > 0 || has_source (check, YL_PURPOSE_STAFF);
    case YL_REQUIRED_ROAD_CHIEF:
      return other->road_chief.fen > 0 || has_source (check, YL_PURPOSE_ROAD_CHIEF);
    case YL_REQUIRED_INSURANCE:
      return other->insurance.fen > 0 || has_source (check, YL_PURPOSE_INSURANCE);
    case YL_REQUIRED_RATIO:
    default:
      return yl_funding_find_shares (check->policy, check->area, shares_ppm);
    }
}

/* Roads alone say nothing about money: then nothing of it is missing. */
static gboolean
is_about_money (const YlEntry *entry)
{
  const YlOther *other = &entry->other;
  return entry->sources->len > 0 || entry->land->len > 0 || other->projects->len > 0
         || other->running.fen > 0 || other->staff.fen > 0 || other->road_chief.fen > 0
         || other->insurance.fen > 0;
}

/* @missing: what and by which clause: "机构运行经费（聊政办发〔2020〕10号 二（一）3）" */
static void
report_missing (const BudgetCheck *check, const char *missing, gboolean is_ratio)
{
  g_autofree char *message = g_strdup_printf (
      is_ratio ? "政策要求而没有写明：%s；市、县两级的比例由市级确定，确定后请写入政策文件 "
                 "[payer-share]，没有比例时按县级补足缺口计算"
               : "政策要求而没有填报：%s；请补填，没有的请说明",
      missing);
  yl_findings_add (check->findings,
                   &(YlFinding){
                       .code = YL_B15,
                       .severity = is_ratio ? YL_SEVERITY_INFO : YL_SEVERITY_WARNING,
                       .file = check->file,
                       .column = is_ratio ? "分担比例" : "应填内容",
                       .message = message,
                       .is_priced = TRUE,
                   });
}

void
yl_budget_check_required (const BudgetCheck *check)
{
  if (!is_about_money (check->entry))
    return;
  g_autoptr (GString) missing = g_string_new (NULL);
  for (guint key = 0; key < YL_N_REQUIRED_KEYS; key++)
    {
      const YlPolicyValue *value =
          yl_policy_find (check->policy, YL_GROUP_REQUIRED, check->area, key);
      if (value == NULL || value->value == 0 || is_entered (check, (YlRequiredKey) key))
        continue;
      g_autofree char *one =
          g_strdup_printf ("%s（%s%s%s）", yl_policy_group_get_key_of (YL_GROUP_REQUIRED, key).name,
                           value->document, value->clause[0] == '\0' ? "" : " ", value->clause);
      if (key == YL_REQUIRED_RATIO)
        report_missing (check, one, TRUE);
      else
        g_string_append_printf (missing, "%s%s", missing->len == 0 ? "" : "、", one);
    }
  if (missing->len > 0)
    report_missing (check, missing->str, FALSE);
}
