#include "yanglu/audit/lists/name-rules.h"

#include "yanglu/audit/lists/row.h"
#include "yanglu/base/order.h"
#include "yanglu/calc/counted.h"
#include "yanglu/domain/place-code.h"

#include <string.h>

typedef struct
{
  const YlInventory *inventory;
  const YlRateTable *rates;
  YlTextPool *texts;  /* routes, and names without their blanks */
  GHashTable *folded; /* id of a name in the inventory → that of the same in @texts */
  YlFindings *findings;
} Check;

static const char *
get_code (const Check *check, const YlRoad *road)
{
  return yl_inventory_get_text (check->inventory, road->route_code);
}

static const char *
get_name (const Check *check, const YlRoad *road)
{
  return yl_inventory_get_text (check->inventory, road->route_name);
}

/* 0: @road has no whole code. */
static guint32
find_route (const Check *check, const YlRoad *road)
{
  YlText code = yl_text_of (get_code (check, road));
  if (yl_route_code_find_county (code) == 0)
    return 0;
  code.length = YL_ROUTE_CODE_CHARACTERS;
  return yl_text_pool_add (check->texts, code);
}

/* (transfer full) */
static char *
drop_blanks (const char *name)
{
  GString *folded = g_string_new (NULL);
  for (const char *at = name; *at != '\0'; at = g_utf8_next_char (at))
    if (!g_unichar_isspace (g_utf8_get_char (at)))
      g_string_append_unichar (folded, g_utf8_get_char (at));
  return g_string_free (folded, FALSE);
}

/* 0: @road has no name. Names repeat: each is folded once. */
static guint32
find_name (const Check *check, const YlRoad *road)
{
  if (road->route_name == 0)
    return 0;
  const gpointer known = GUINT_TO_POINTER (road->route_name);
  gpointer name = g_hash_table_lookup (check->folded, known);
  if (name != NULL)
    return GPOINTER_TO_UINT (name) - 1;
  g_autofree char *folded = drop_blanks (get_name (check, road));
  const guint32 id = yl_text_pool_add (check->texts, yl_text_of (folded));
  g_hash_table_insert (check->folded, known, GUINT_TO_POINTER (id + 1));
  return id;
}

/* ---- one code, two names ---- */

/* What a route is called where it stands first. */
typedef struct
{
  const YlRoad *first;
  guint32 name;
  gboolean is_told;
} Route;

/* What is read at @road of its route being called otherwise at @other. */
static char *
tell_names (const Check *check, const YlRoad *road, const YlRoad *other)
{
  g_autofree char *where = yl_list_show_row (check->inventory, road, other);
  return g_strdup_printf (
      "路线 %.*s 在本行叫“%s”，在%s叫“%s”；两行照常计入，金额不受影响；一个编码应是一条路线，"
      "请核对编码或路线名称",
      YL_ROUTE_CODE_CHARACTERS, get_code (check, road), get_name (check, road), where,
      get_name (check, other));
}

static void
report_names (const Check *check, const YlRoad *first, const YlRoad *road)
{
  if (!yl_findings_want (check->findings, YL_A12, YL_SEVERITY_INFO))
    return;
  g_autofree char *message = tell_names (check, road, first);
  g_autofree char *elsewhere = tell_names (check, first, road);
  const YlOrigin *origin = yl_inventory_get_origin (check->inventory, road->origin);
  YlFindingTwin twin = { .seen = get_name (check, first), .message = elsewhere };
  yl_findings_add (check->findings,
                   &(YlFinding){
                       .code = YL_A12,
                       .severity = YL_SEVERITY_INFO,
                       .file = origin->file,
                       .sheet = origin->sheet,
                       .row = road->row,
                       .column = "路线名称",
                       .seen = get_name (check, road),
                       .expected = get_name (check, first),
                       .message = message,
                       .is_priced = TRUE,
                       .twin = yl_list_find_twin (check->inventory, road, first, &twin),
                   });
}

static gboolean
is_part (const Check *check, guint32 one, guint32 other)
{
  const char *a = yl_text_pool_get (check->texts, one);
  const char *b = yl_text_pool_get (check->texts, other);
  return strstr (a, b) != NULL || strstr (b, a) != NULL;
}

static void
check_names (const Check *check)
{
  g_autoptr (GHashTable) routes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  for (gsize i = 0; i < yl_inventory_get_n_roads (check->inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (check->inventory, i);
      const guint32 name = find_name (check, road);
      const guint32 code = name == 0 ? 0 : find_route (check, road);
      if (code == 0)
        continue;
      Route *route = g_hash_table_lookup (routes, GUINT_TO_POINTER (code));
      if (route == NULL)
        {
          const Route begun = { road, name, FALSE };
          g_hash_table_insert (routes, GUINT_TO_POINTER (code), g_memdup2 (&begun, sizeof begun));
          continue;
        }
      if (route->is_told || route->name == name || is_part (check, route->name, name))
        continue;
      route->is_told = TRUE;
      report_names (check, route->first, road);
    }
}

/* ---- one stretch, two codes ---- */

typedef struct
{
  const YlRoad *road;
  guint32 name;
  guint32 route;
  guint32 index;
} Stretch;

static int
compare_places (const Stretch *a, const Stretch *b)
{
  const gint64 keys[][2] = { { a->name, b->name },
                             { a->road->township, b->road->township },
                             { a->road->start_m, b->road->start_m },
                             { a->road->end_m, b->road->end_m },
                             { a->road->length_m, b->road->length_m } };
  return yl_compare_keys (keys, G_N_ELEMENTS (keys));
}

static int
compare_stretches (gconstpointer left, gconstpointer right)
{
  const int order = compare_places (left, right);
  return order != 0 ? order
                    : yl_compare_numbers (((const Stretch *) left)->index,
                                          ((const Stretch *) right)->index);
}

static gboolean
may_be_one (const YlRoad *road)
{
  return road->township != 0 && road->start_m != YL_STAKE_UNKNOWN && road->end_m != YL_STAKE_UNKNOWN
         && road->start_m != road->end_m && yl_counted_find_mark (road) == YL_MARK_NONE;
}

static GArray *
list_stretches (const Check *check)
{
  GArray *stretches = g_array_new (FALSE, FALSE, sizeof (Stretch));
  for (gsize i = 0; i < yl_inventory_get_n_roads (check->inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (check->inventory, i);
      const guint32 name = may_be_one (road) ? find_name (check, road) : 0;
      const Stretch stretch = { road, name, name == 0 ? 0 : find_route (check, road), (guint32) i };
      if (stretch.route != 0)
        g_array_append_val (stretches, stretch);
    }
  g_array_sort (stretches, compare_stretches);
  return stretches;
}

/* What is read at @road of its stretch standing at @other under another code. */
static char *
tell_codes (const Check *check, const YlRoad *road, const YlRoad *other, YlMoney at_stake)
{
  g_autofree char *where = yl_list_show_row (check->inventory, road, other);
  g_autofree char *start = yl_length_to_km ((YlLength){ road->start_m });
  g_autofree char *end = yl_length_to_km ((YlLength){ road->end_m });
  g_autofree char *yuan = yl_money_to_grouped (at_stake);
  return g_strdup_printf (
      "“%s”桩号 %s–%s 在本行的编码是 %s，在%s是 %s，乡镇、桩号和里程都相同；两行都已计入，"
      "若是同一路段则多计 %s 元；请核对编码，是同一路段的删去一行",
      get_name (check, road), start, end, get_code (check, road), where, get_code (check, other),
      yuan);
}

static void
report_codes (const Check *check, const YlRoad *first, const YlRoad *again)
{
  if (!yl_findings_want (check->findings, YL_A12, YL_SEVERITY_WARNING))
    return;
  const YlMoney at_stake =
      yl_list_price_shared (check->rates, first, again, yl_counted_get_m (again));
  g_autofree char *message = tell_codes (check, again, first, at_stake);
  g_autofree char *elsewhere = tell_codes (check, first, again, at_stake);
  YlFindingTwin twin = { .seen = get_code (check, first), .message = elsewhere };
  yl_list_report (check->inventory, again,
                  (YlFinding){
                      .code = YL_A12,
                      .column = "路线编码",
                      .seen = get_code (check, again),
                      .expected = get_code (check, first),
                      .message = message,
                      .at_stake = at_stake,
                      .twin = yl_list_find_twin (check->inventory, again, first, &twin),
                  },
                  check->findings);
}

/* Of one group the first row is held against those after it; what has its code is none of this rule. */
static void
check_codes (const Check *check)
{
  g_autoptr (GArray) stretches = list_stretches (check);
  const Stretch *all = (const Stretch *) (gpointer) stretches->data;
  guint first = 0;
  for (guint i = 1; i < stretches->len; i++)
    if (compare_places (&all[first], &all[i]) != 0)
      first = i;
    else if (all[first].route != all[i].route)
      report_codes (check, all[first].road, all[i].road);
}

void
yl_names_check (const YlInventory *inventory, const YlRateTable *rates, YlFindings *findings)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (GHashTable) folded = g_hash_table_new (NULL, NULL);
  const Check check = { inventory, rates, texts, folded, findings };
  check_names (&check);
  check_codes (&check);
}
