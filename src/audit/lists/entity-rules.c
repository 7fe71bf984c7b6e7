#include "yanglu/audit/lists/entity-rules.h"

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

void
yl_entity_check_left_out (const YlEntity *entity,
                          gsize n_roads,
                          gsize n_bridges,
                          YlFindings *findings)
{
  if (n_roads + n_bridges == 0)
    return;
  g_autofree char *message =
      g_strdup_printf ("名单中有 %" G_GSIZE_FORMAT " 个路段、%" G_GSIZE_FORMAT
                       " 座桥梁不属于%s所辖乡镇，未计入本预算。",
                       n_roads, n_bridges, entity->name);
  yl_findings_add (findings, &(YlFinding){ .code = YL_A07,
                                           .severity = YL_SEVERITY_INFO,
                                           .message = message,
                                           .is_priced = TRUE });
}
