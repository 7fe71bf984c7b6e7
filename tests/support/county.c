#include "support/county.h"

#include "support/assert.h"

YlTestCounty *
yl_test_county_new (void)
{
  static const char *const everywhere[] = { NULL };
  YlTestCounty *county = g_new0 (YlTestCounty, 1);
  county->roads = yl_inventory_new ();
  county->policy = yl_policy_new (&(YlPolicyHead){
      .id = "test",
      .title = "办法",
      .document = "文号",
      .area = everywhere,
      .base = "",
      .verified = TRUE,
      .text = "",
      .sha256 = "",
  });
  county->entry = yl_entry_new ();
  county->entity = yl_entity_new ("371502", "东昌府区");
  county->year = 2021;
  return county;
}

void
yl_test_county_free (YlTestCounty *county)
{
  yl_inventory_free (county->roads);
  yl_policy_free (county->policy);
  yl_entry_free (county->entry);
  yl_entity_free (county->entity);
  yl_policy_free (county->base);
  yl_budget_free (county->budget);
  g_free (county);
}

int
yl_test_county_set_up_silent (void **state)
{
  *state = yl_test_county_new ();
  return 0;
}

int
yl_test_county_set_up (void **state)
{
  YlTestCounty *county = yl_test_county_new ();
  yl_test_county_set_rate (county, YL_RATE_COUNTY, 10000);
  yl_test_county_set_rate (county, YL_RATE_TOWNSHIP, 5000);
  yl_test_county_set_rate (county, YL_RATE_VILLAGE, 3000);
  *state = county;
  return 0;
}

int
yl_test_county_tear_down (void **state)
{
  yl_test_county_free (*state);
  return 0;
}

void
yl_test_county_set (
    YlTestCounty *county, YlPolicyGroup group, const char *area, guint key, gint64 value)
{
  yl_policy_add (county->policy, &(YlPolicyValue){
                                     .group = group,
                                     .area = area,
                                     .key = key,
                                     .key_name = "key",
                                     .value = value,
                                     .shown = "shown",
                                     .clause = "二（二）1",
                                     .verified = TRUE,
                                 });
}

void
yl_test_county_set_rate (YlTestCounty *county, YlRateKind kind, gint64 yuan_per_km)
{
  yl_test_county_set (county, YL_GROUP_DAILY_RATE, "", kind, yuan_per_km * 100);
}

static guint32
metres (const char *km)
{
  YlLength length = { YL_METRES_UNKNOWN };
  if (km != NULL)
    assert_int_equal (yl_length_parse_km (yl_text_of (km), &length, NULL), YL_DECIMAL_OK);
  return (guint32) length.m;
}

void
yl_test_county_add_road (YlTestCounty *county, const YlTestRoad *road)
{
  const YlRoadRow row = {
    .road = {
      .township_code = road->township_code,
      .county_code = road->county_code,
      .length_m = road->km != NULL ? metres (road->km) : (guint32) road->m,
      .maintained_m = metres (road->maintained),
      .subsidised_m = metres (road->subsidised),
      .start_m = road->end_m == 0 ? YL_STAKE_UNKNOWN : road->start_m,
      .end_m = road->end_m == 0 ? YL_STAKE_UNKNOWN : road->end_m,
      .previous_start_m = road->previous_end_m == 0 ? YL_STAKE_UNKNOWN : road->previous_start_m,
      .previous_end_m = road->previous_end_m == 0 ? YL_STAKE_UNKNOWN : road->previous_end_m,
      .row = road->row,
      .built = road->built,
      .rebuilt = road->rebuilt,
      .last_works = road->last_works,
      .road_class = (guint8) road->road_class,
      .letter_class = YL_N_CLASSES,
      .flags = (guint8) road->flags,
      .condition = (guint8) road->condition,
    },
    .route_code = yl_text_of (road->code),
    .route_name = yl_text_of (road->name),
    .township = yl_text_of (road->township),
    .village = yl_text_of (road->village),
    .previous_code = yl_text_of (road->previous_code),
    .payee = yl_text_of (road->payee),
    .package = yl_text_of (road->package),
  };
  yl_inventory_add (county->roads, &row);
}

static YlMoney
yuan (gint64 yuan)
{
  return (YlMoney){ yuan * 100 };
}

void
yl_test_county_add_bridge (YlTestCounty *county, const YlTestBridge *bridge)
{
  const YlBridge own = {
    .code = yl_arena_keep (county->entry->arena, bridge->code),
    .route_code = yl_arena_keep (county->entry->arena, bridge->route_code),
    .name = yl_arena_keep (county->entry->arena, bridge->name),
    .township = yl_arena_keep (county->entry->arena, bridge->township),
    .township_code = bridge->township_code,
    .size = (guint8) bridge->size,
    .road_class = (guint8) bridge->road_class,
    .length_cm = bridge->m * 100 + bridge->cm,
  };
  g_array_append_val (county->entry->bridges, own);
}

void
yl_test_county_add_source (YlTestCounty *county, const YlTestSource *source)
{
  const YlSource own = {
    .name = "资金",
    .level = source->level,
    .purpose = source->purpose,
    .fund = source->fund,
    .kind = source->kind,
    .account = yl_arena_keep (county->entry->arena, source->account),
    .document = yl_arena_keep (county->entry->arena, source->document),
    .replaces = "",
    .payee = yl_arena_keep (county->entry->arena, source->payee),
    .amount = yuan (source->yuan),
  };
  g_array_append_val (county->entry->sources, own);
}

void
yl_test_county_add_land (
    YlTestCounty *county, YlPayer payer, gint64 income_yuan, gint64 cost_yuan, gint64 share_ppm)
{
  const YlLandEntry land = {
    .payer = payer,
    .income = yuan (income_yuan),
    .costs = { yuan (cost_yuan) },
    .share = { MAX (share_ppm, 0) },
    .has_share = share_ppm >= 0,
    .basis = "",
  };
  g_array_append_val (county->entry->land, land);
}

void
yl_test_county_add_project (YlTestCounty *county, gint64 m, gint64 amount_yuan)
{
  const YlProject project = { .name = "大修", .length = { m }, .amount = yuan (amount_yuan) };
  g_array_append_val (county->entry->other.projects, project);
}

void
yl_test_county_add_last_year (YlTestCounty *county, const char *code, gint64 amount_yuan)
{
  const YlLastYearLine line = { .code = yl_arena_keep (county->entry->arena, code),
                                .amount = yuan (amount_yuan) };
  g_array_append_val (county->entry->last_year, line);
}

const YlBudget *
yl_test_county_get_budget (YlTestCounty *county)
{
  if (county->entry == NULL)
    return county->budget;
  yl_inventory_add_origin (county->roads,
                           &(YlOrigin){ .file = "台账.csv", .columns = county->columns });
  g_autoptr (YlInventory) roads = g_steal_pointer (&county->roads);
  g_autoptr (YlPolicy) policy = yl_policy_seal (g_steal_pointer (&county->policy), county->base);
  g_autoptr (YlEntry) entry = g_steal_pointer (&county->entry);
  g_autoptr (YlEntity) entity = g_steal_pointer (&county->entity);
  county->budget = yl_budget_make (roads, entry, entity, policy, county->year, NULL);
  return county->budget;
}

const YlFigures *
yl_test_county_get_figures (YlTestCounty *county)
{
  const YlBudget *budget = yl_test_county_get_budget (county);
  assert_non_null (budget);
  return budget->figures;
}

const YlDemandLine *
yl_test_demand (const YlFigures *figures, const char *code)
{
  for (guint i = 0; i < figures->demand->len; i++)
    if (g_strcmp0 (g_array_index (figures->demand, YlDemandLine, i).code, code) == 0)
      return &g_array_index (figures->demand, YlDemandLine, i);
  fail_msg ("no line of demand %s", code);
  return NULL;
}

gint64
yl_test_payer_fen (const YlFigures *figures, YlPayer payer, YlPurpose purpose)
{
  for (guint i = 0; i < figures->payers->len; i++)
    {
      const YlPayerLine *line = &g_array_index (figures->payers, YlPayerLine, i);
      if (line->payer == payer && line->purpose == purpose)
        return line->amount_fen;
    }
  fail_msg ("no line of %s for %s", yl_payer_get_key (payer), yl_purpose_get_key (purpose));
  return 0;
}

const YlTownshipLine *
yl_test_township (const YlFigures *figures, const char *name)
{
  for (guint i = 0; i < figures->townships->len; i++)
    if (g_strcmp0 (g_array_index (figures->townships, YlTownshipLine, i).name, name) == 0)
      return &g_array_index (figures->townships, YlTownshipLine, i);
  fail_msg ("no township %s", name);
  return NULL;
}

static const YlShareholderLine *
find_shareholder (const GArray *lines, const char *name)
{
  for (guint i = 0; i < lines->len; i++)
    if (g_strcmp0 (g_array_index (lines, YlShareholderLine, i).name, name) == 0)
      return &g_array_index (lines, YlShareholderLine, i);
  fail_msg ("nobody called %s", name);
  return NULL;
}

const YlShareholderLine *
yl_test_payee (const YlFigures *figures, const char *name)
{
  return find_shareholder (figures->payees, name);
}

const YlShareholderLine *
yl_test_package (const YlFigures *figures, const char *name)
{
  return find_shareholder (figures->packages, name);
}
