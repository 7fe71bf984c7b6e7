#include "yanglu/audit/lists/entity-rules.h"

#include "yanglu/base/decimal.h"
#include "yanglu/base/money.h"

static void
report_unlisted (YlFindings *findings, YlCode code, const char *option, const char *seen)
{
  g_autofree char *message = g_strdup_printf (
      "选项 %s 给出的 %s 不在本程序的行政区划名录中；仍照此编制，请核对代码。", option, seen);
  yl_findings_add (findings, &(YlFinding){
                                 .code = code,
                                 .severity = YL_SEVERITY_WARNING,
                                 .column = option,
                                 .seen = seen,
                                 .message = message,
                                 .is_priced = TRUE,
                             });
}

static void
report_unknown (YlFindings *findings)
{
  yl_findings_add (findings,
                   &(YlFinding){
                       .code = YL_A07,
                       .severity = YL_SEVERITY_INFO,
                       .expected = "路线编码或行政区划中的六位县级代码，或选项 --county",
                       .message = "名单中没有县级代码，不知道是哪个县的预算；金额不受影响。可用 "
                                  "--county 指明，例如 --county 371502。",
                       .is_priced = TRUE,
                   });
}

void
yl_entity_check (const YlEntity *entity,
                 const YlEntityAsked *asked,
                 const YlPlaces *places,
                 YlFindings *findings)
{
  for (guint i = 0; asked->townships != NULL && i < entity->n_townships; i++)
    if (yl_places_find_township (places, entity->townships[i]) == NULL)
      {
        g_autofree char *seen = g_strdup_printf ("%09u", entity->townships[i]);
        report_unlisted (findings, YL_E06, "--townships", seen);
      }
  if (entity->n_townships > 0)
    return;
  if (entity->code == NULL)
    report_unknown (findings);
  else if (asked->county != NULL && entity->name == NULL)
    report_unlisted (findings, YL_A07, "--county", asked->county);
}

/* "3 个路段（12.000 公里）、1 座桥梁" */
static char *
describe_rows (const YlEntityRows *rows)
{
  g_autofree char *km = yl_decimal_format (rows->length_m, 3, TRUE);
  return g_strdup_printf ("%" G_GSIZE_FORMAT " 个路段（%s 公里）、%" G_GSIZE_FORMAT " 座桥梁",
                          rows->n_roads, km, rows->n_bridges);
}

void
yl_entity_check_left_out (const YlEntity *entity,
                          const YlEntityRows *all,
                          const YlEntityRows *nameless,
                          YlFindings *findings)
{
  if (all->n_roads + all->n_bridges == 0)
    return;
  g_autofree char *rows = describe_rows (all);
  g_autofree char *of_none = describe_rows (nameless);
  const gboolean has_nameless = nameless->n_roads + nameless->n_bridges > 0;
  g_autofree char *told = g_strdup_printf (
      "；其中 %s没有写明乡镇，也没有到乡镇的区划代码，如属于本单位，请补上乡镇", of_none);
  g_autofree char *message =
      g_strdup_printf ("名单中有 %s不属于%s所辖乡镇，未计入本预算%s。", rows,
                       yl_entity_get_shown_name (entity), has_nameless ? told : "");
  yl_findings_add (findings, &(YlFinding){
                                 .code = YL_A07,
                                 .severity = has_nameless ? YL_SEVERITY_WARNING : YL_SEVERITY_INFO,
                                 .message = message,
                                 .is_priced = TRUE,
                             });
}

void
yl_entity_check_money (const YlEntity *entity, const YlEntityMoney *money, YlFindings *findings)
{
  if (money->n_sources == 0)
    return;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ money->fen });
  g_autofree char *message = g_strdup_printf (
      "资金来源中有 %" G_GSIZE_FORMAT " 笔 %s 元%s，未计入%s的预算；请核对对象和来源层级。",
      money->n_sources, yuan,
      entity->n_townships > 0 ? "的对象不是本单位" : "是开发区的（对象或来源层级是开发区）",
      yl_entity_get_shown_name (entity));
  yl_findings_add (findings, &(YlFinding){ .code = YL_A07,
                                           .severity = YL_SEVERITY_INFO,
                                           .message = message,
                                           .is_priced = TRUE });
}

void
yl_entity_check_whole (const YlEntity *entity, const YlEntityRows *rows, YlFindings *findings)
{
  g_autofree char *told = describe_rows (rows);
  g_autofree char *message =
      g_strdup_printf ("名单中没有一行写明乡镇，按%s自己的名单整份计入：%s；如果是全县的名单，"
                       "请补上乡镇，以免把别处的路计入。",
                       yl_entity_get_shown_name (entity), told);
  yl_findings_add (findings, &(YlFinding){ .code = YL_E06,
                                           .severity = YL_SEVERITY_WARNING,
                                           .message = message,
                                           .is_priced = TRUE });
}
