#include "yanglu/audit/lists/sender-rules.h"

#include "yanglu/audit/lists/row.h"
#include "yanglu/domain/sender.h"

#include <string.h>

typedef struct
{
  const YlInventory *inventory;
  const char **townships; /* by origin: that sent it; "" where it does not say */
  GHashTable *
      own; /* (nullable): of gint64: township and route, to the first road of it in that township's list */
  YlFindings *findings;
} Check;

static const char *
get_sender (const Check *check, const YlRoad *road)
{
  return check->townships[road->origin];
}

static const char *
get_township (const Check *check, const YlRoad *road)
{
  return yl_inventory_get_text (check->inventory, road->township);
}

/* Names that no register knows may be another spelling of the same. */
static gboolean
is_of_another (const Check *check, const YlRoad *road)
{
  const char *sender = get_sender (check, road);
  return sender[0] != '\0' && road->township_code != 0
         && strcmp (sender, get_township (check, road)) != 0;
}

static gint64
make_key (const YlRoad *road)
{
  return ((gint64) road->township << 32) | road->route_code;
}

static void
learn_own (Check *check)
{
  check->own = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (gsize i = 0; i < yl_inventory_get_n_roads (check->inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (check->inventory, i);
      if (road->route_code == 0
          || strcmp (get_sender (check, road), get_township (check, road)) != 0)
        continue;
      const gint64 key = make_key (road);
      if (!g_hash_table_contains (check->own, &key))
        g_hash_table_insert (check->own, g_memdup2 (&key, sizeof key), (gpointer) road);
    }
}

/* (nullable): where the township that @road is of lists its route itself. */
static const YlRoad *
find_own (Check *check, const YlRoad *road)
{
  if (check->own == NULL)
    learn_own (check);
  const gint64 key = make_key (road);
  return road->route_code == 0 ? NULL : g_hash_table_lookup (check->own, &key);
}

/* What is said of the other township's list. */
static char *
tell_own (const Check *check, const YlRoad *road, const YlRoad *own)
{
  const char *township = get_township (check, road);
  if (own == NULL)
    return g_strdup_printf ("%s报送的台账里没有这条路线，请核对乡镇，或改由%s报送", township,
                            township);
  g_autofree char *place = yl_list_show_row (check->inventory, road, own);
  return g_strdup_printf ("%s也报送了这条路线（%s），请核对由谁报送，不要两处都列", township,
                          place);
}

/* What is read at @own of the same route at @road. */
static char *
tell_elsewhere (const Check *check, const YlRoad *road, const YlRoad *own)
{
  g_autofree char *place = yl_list_show_row (check->inventory, own, road);
  return g_strdup_printf (
      "路线 %s 在%s报送的台账里（%s）也列在%s名下；请核对由谁报送，不要两处都列",
      yl_inventory_get_text (check->inventory, road->route_code), get_sender (check, road), place,
      get_township (check, road));
}

static void
report (Check *check, const YlRoad *road)
{
  if (!yl_findings_want (check->findings, YL_E07, YL_SEVERITY_WARNING))
    return;
  const YlRoad *own = find_own (check, road);
  const char *sender = get_sender (check, road);
  const char *township = get_township (check, road);
  const char *code = yl_inventory_get_text (check->inventory, road->route_code);
  g_autofree char *told = tell_own (check, road, own);
  g_autofree char *message = g_strdup_printf (
      "这份台账由%s报送，这一行却是%s的（路线 %s）；该行照常计入%s，金额不受影响；%s", sender,
      township, code[0] == '\0' ? "无编码" : code, township, told);
  g_autofree char *elsewhere = own == NULL ? NULL : tell_elsewhere (check, road, own);
  YlFindingTwin twin = { .seen = township, .message = elsewhere };
  yl_list_report (
      check->inventory, road,
      (YlFinding){
          .code = YL_E07,
          .column = "乡镇",
          .seen = township,
          .expected = sender,
          .message = message,
          .twin = own == NULL ? NULL : yl_list_find_twin (check->inventory, road, own, &twin),
      },
      check->findings);
}

/* Of each table the township that says that it sent it. */
static const char **
list_senders (const YlInventory *inventory, const YlIntake *intake)
{
  const guint n = yl_inventory_get_n_origins (inventory);
  const char **townships = g_new (const char *, MAX (n, 1));
  for (guint i = 0; i < n; i++)
    {
      const YlOrigin *origin = yl_inventory_get_origin (inventory, i);
      const YlSender *sender = yl_intake_find_sender (intake, origin->file);
      townships[i] = sender == NULL ? "" : sender->township;
    }
  return townships;
}

void
yl_senders_check (const YlInventory *inventory, const YlIntake *intake, YlFindings *findings)
{
  if (intake->senders->len == 0)
    return;
  g_autofree const char **townships = list_senders (inventory, intake);
  Check check = { inventory, townships, NULL, findings };
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      if (is_of_another (&check, road))
        report (&check, road);
    }
  g_clear_pointer (&check.own, g_hash_table_unref);
}
