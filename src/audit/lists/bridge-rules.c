#include "yanglu/audit/lists/bridge-rules.h"

#include "yanglu/audit/lists/listed-routes.h"
#include "yanglu/calc/adds.h"
#include "yanglu/domain/place-code.h"

#include <string.h>

/* Of a whole code of a route. */
#define N_ROUTE_CHARS 10

typedef struct
{
  const YlBridgeList *list;
  YlListedRoutes *routes;
  gboolean pays_by_size;
  gboolean pays_by_metre;
  YlFindings *findings;
} Check;

/* Adds @finding, which has its code, column and message, of @bridge. */
static void
report (const Check *check, const YlBridge *bridge, YlSeverity severity, YlFinding finding)
{
  finding.severity = severity;
  finding.file = bridge->file;
  finding.sheet = bridge->sheet;
  finding.row = bridge->row;
  yl_findings_add (check->findings, &finding);
}

static YlMoney
price (const Check *check, const YlBridge *bridge)
{
  YlBridgeWorking working = { 0 };
  YlMoney amount = { 0 };
  if (yl_bridge_price (check->list->policy, bridge, &working))
    yl_money_add ((YlMoney){ working.by_size_fen }, (YlMoney){ working.by_metre_fen }, &amount);
  return amount;
}

/* (transfer full): "计入 1,200.00 元", "读入" */
static char *
describe_money (YlMoney amount)
{
  g_autofree char *yuan = yl_money_to_grouped (amount);
  return amount.fen == 0 ? g_strdup ("读入") : g_strdup_printf ("计入 %s 元", yuan);
}

static void
check_route (const Check *check, const YlBridge *bridge)
{
  const char *route = bridge->route_code;
  if (route[0] == '\0' || yl_listed_routes_is_empty (check->routes)
      || yl_listed_routes_has (check->routes, yl_text_of (route)))
    return;
  const YlMoney amount = price (check, bridge);
  g_autofree char *money = describe_money (amount);
  g_autofree char *message = g_strdup_printf (
      "桥梁所在路线“%s”不在里程台账中；该桥照常%s，请核对路线编码，或补录这条路线", route, money);
  report (check, bridge, YL_SEVERITY_WARNING,
          (YlFinding){ .code = YL_C04,
                       .column = "路线编码",
                       .seen = route,
                       .expected = "里程台账中的路线编码",
                       .message = message,
                       .at_stake = amount,
                       .is_priced = TRUE });
}

/* X001371502L0010 is the code of a bridge on X001371502; what begins like neither is an office's own number. */
static void
check_code (const Check *check, const YlBridge *bridge)
{
  const YlPlaces *places = check->list->places;
  const YlText code = yl_text_of (bridge->code);
  YlRoadClass road_class;
  if (code.length < 2 || !g_ascii_isdigit (code.at[1])
      || yl_road_class_parse_letter ((YlText){ code.at, 1 }, &road_class) != YL_CLASS_READ_OK)
    return;
  const YlText own = { code.at, MIN (code.length, N_ROUTE_CHARS) };
  g_autofree char *renewed = yl_route_code_renew (places, own);
  g_autofree char *route = yl_route_code_renew (places, yl_text_of (bridge->route_code));
  const gboolean is_other = renewed != NULL && route != NULL && strcmp (renewed, route) != 0;
  if (renewed != NULL && !is_other)
    return;
  g_autofree char *message =
      is_other
          ? g_strdup_printf ("桥梁编码“%s”里的路线不是所填的路线“%s”；按所填的路线读入，请核对",
                             bridge->code, bridge->route_code)
          : g_strdup_printf ("桥梁编码“%s”不是路线编码加 L 和顺序号；照常读入，请核对",
                             bridge->code);
  report (check, bridge, is_other ? YL_SEVERITY_WARNING : YL_SEVERITY_INFO,
          (YlFinding){ .code = YL_C04,
                       .column = "桥梁编码",
                       .seen = bridge->code,
                       .expected = "路线编码加 L 和顺序号，如 X001371502L0010",
                       .message = message,
                       .is_priced = TRUE });
}

/* What is not filled in, where the policy pays by it (@is_paid_by) or nothing else says how large the bridge is. */
static void
report_blank (const Check *check,
              const YlBridge *bridge,
              YlCode code,
              const char *column,
              gboolean is_paid_by)
{
  g_autofree char *message = g_strdup_printf (
      "没有填写%s；%s", column, is_paid_by ? "按它计算的金额为 0，请补填" : "该桥照常读入，请补填");
  report (
      check, bridge, YL_SEVERITY_WARNING,
      (YlFinding){ .code = code, .column = column, .message = message, .is_priced = !is_paid_by });
}

static void
check_blanks (const Check *check, const YlBridge *bridge)
{
  const gboolean has_size = bridge->size < YL_N_BRIDGE_SIZES;
  const gboolean has_length = bridge->length_cm > 0;
  if (!has_size && (check->pays_by_size || !has_length))
    report_blank (check, bridge, YL_E02, "桥梁类型", check->pays_by_size);
  if (!has_length && (check->pays_by_metre || !has_size))
    report_blank (check, bridge, YL_E03, "全长", check->pays_by_metre);
  if (bridge->road_class >= YL_N_CLASSES && check->pays_by_metre)
    report_blank (check, bridge, YL_E02, "行政等级", TRUE);
}

static void
check_hidden (const Check *check, const YlBridge *bridge)
{
  const YlMoney amount = price (check, bridge);
  if (!bridge->is_hidden || amount.fen == 0)
    return;
  g_autofree char *yuan = yl_money_to_grouped (amount);
  g_autofree char *message = g_strdup_printf ("该行在表里看不见（隐藏或被筛选掉）；仍计入 %s "
                                              "元；请取消隐藏或筛选后核对，不应计入的请删去该行",
                                              yuan);
  report (check, bridge, YL_SEVERITY_WARNING,
          (YlFinding){ .code = YL_C11, .message = message, .at_stake = amount, .is_priced = TRUE });
}

void
yl_bridges_check (const YlBridgeList *list, YlFindings *findings)
{
  g_autoptr (YlListedRoutes) routes = yl_listed_routes_new (list->inventory, list->places);
  const Check check = {
    .list = list,
    .routes = routes,
    .pays_by_size = yl_policy_rules (list->policy, YL_GROUP_BRIDGE_RATE, ""),
    .pays_by_metre = yl_policy_rules (list->policy, YL_GROUP_BRIDGE_RATE_PER_METRE, ""),
    .findings = findings,
  };
  for (guint i = 0; i < list->bridges->len; i++)
    {
      const YlBridge *bridge = &g_array_index (list->bridges, YlBridge, i);
      check_code (&check, bridge);
      check_route (&check, bridge);
      check_blanks (&check, bridge);
      check_hidden (&check, bridge);
    }
}
