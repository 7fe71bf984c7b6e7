#include "support/random-county.h"

#include "support/assert.h"

typedef struct
{
  const char *name;
  guint32 code;
} Place;

/* Known and unknown codes, one code under two names, one name under two codes, none at all. */
static const Place places[] = {
  { "沙镇镇", 371502101 }, { "堂邑镇", 371502102 }, { "堂邑", 371502102 },
  { "城关镇", 371521100 }, { "城关镇", 371522100 }, { "", 371502103 },
  { "沙镇镇", 0 },         { "于集镇", 0 },         { "", 0 },
};
static const char *const payees[] = { NULL,           NULL,     NULL,
                                      "公路站",       "沙镇镇", "沙镇镇人民政府",
                                      "堂邑镇办事处", "城关镇", YL_COUNTY_AGENCY };
static const char *const packages[] = { NULL, "一标", "二标", "三标" };
static const char *const lengths[] = { NULL, "0", "0.001", "1.5", "12.345" };

#define ANY(rand, array) (array)[any (rand, G_N_ELEMENTS (array))]

static guint
any (GRand *rand, guint below)
{
  return (guint) g_rand_int_range (rand, 0, (gint32) below);
}

guint32
yl_test_seed (void)
{
  const char *given = g_getenv ("YL_TEST_SEED");
  const guint32 seed = given != NULL ? (guint32) g_ascii_strtoull (given, NULL, 10)
                                     : (guint32) (g_get_real_time () / 1000);
  print_message ("# YL_TEST_SEED=%u\n", seed);
  return seed;
}

/* Rates down to the fen, so that rows have to be rounded. */
static void
draw_rates (GRand *rand, YlTestCounty *county)
{
  for (guint kind = 0; kind < YL_N_RATES; kind++)
    if (any (rand, 4) > 0)
      yl_test_county_set (county, YL_GROUP_DAILY_RATE, "", kind, any (rand, 1500000));
  for (guint size = 0; size < YL_N_BRIDGE_SIZES; size++)
    if (any (rand, 2) > 0)
      yl_test_county_set (county, YL_GROUP_BRIDGE_RATE, "", size, any (rand, 1000000));
  for (guint road_class = 0; road_class < YL_N_CLASSES; road_class++)
    if (any (rand, 2) > 0)
      yl_test_county_set (county, YL_GROUP_BRIDGE_RATE_PER_METRE, "", road_class,
                          any (rand, 10000));
  yl_test_county_set (county, YL_GROUP_MILEAGE, "", 0, any (rand, 3));
  yl_test_county_set (county, YL_GROUP_LAND_REVENUE, "", YL_LAND_MIN_SHARE, 20000);
  yl_test_county_set (county, YL_GROUP_LAND_REVENUE, "", YL_LAND_MAX_SHARE, 30000);
  for (guint kind = 0; kind < YL_N_INDICATORS; kind++)
    yl_test_county_set (county, YL_GROUP_TARGET, "", kind, any (rand, 1000001));
  yl_test_county_set (county, YL_GROUP_TARGET, "", YL_ENGINEERING_BASE_KEY, any (rand, 2));
  yl_test_county_set (county, YL_GROUP_TARGET, "", YL_ENGINEERING_YEARS_KEY, 1 + any (rand, 3));
}

static void
draw_payers (GRand *rand, YlTestCounty *county)
{
  const guint method = any (rand, 3);
  const guint province_ppm = any (rand, 2) * any (rand, 500001);
  const guint city_ppm = any (rand, 500001);
  for (guint road_class = 0; method == 1 && road_class < YL_N_CLASSES; road_class++)
    {
      yl_test_county_set (county, YL_GROUP_PAYER_RATE_PROVINCE, "", road_class, any (rand, 700000));
      yl_test_county_set (county, YL_GROUP_PAYER_RATE_CITY, "371502101", road_class,
                          any (rand, 700000));
    }
  static const guint days[] = { 228, 630, 1130 };
  for (guint i = 0; method == 1 && i < G_N_ELEMENTS (days); i++)
    yl_test_county_set (county, YL_GROUP_PAYMENT, "", days[i], i * 300000 + any (rand, 300000));
  if (method != 2)
    return;
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_PROVINCE, province_ppm);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_CITY, city_ppm);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_COUNTY,
                      1000000 - province_ppm - city_ppm);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_SHARE_BASE_KEY,
                      any (rand, YL_N_SHARE_BASES));
}

static YlTestRoad
draw_road (GRand *rand)
{
  static const guint flags[] = { 0,
                                 0,
                                 0,
                                 YL_ROAD_DUPLICATE,
                                 YL_ROAD_DEAD_END,
                                 YL_ROAD_URBAN,
                                 YL_ROAD_TRACK,
                                 YL_ROAD_DUPLICATE | YL_ROAD_DEAD_END | YL_ROAD_URBAN };
  static const char *const routes[] = { "X001371502", "C0023715020001", "C0023715020002", "" };
  const Place place = ANY (rand, places);
  return (YlTestRoad){
    .code = ANY (rand, routes),
    .road_class = (YlRoadClass) any (rand, YL_N_CLASSES),
    .m = any (rand, 30000),
    .maintained = ANY (rand, lengths),
    .subsidised = ANY (rand, lengths),
    .township = place.name,
    .township_code = place.code,
    .county_code = 371502,
    .payee = ANY (rand, payees),
    .package = ANY (rand, packages),
    .flags = ANY (rand, flags),
    .condition = (YlCondition) any (rand, YL_CONDITION_BAD + 1),
    .last_works = (guint16) (2018 + any (rand, 4)),
  };
}

static YlTestBridge
draw_bridge (GRand *rand)
{
  static const char *const routes[] = { "X001371502", "C002371502", "Y003371502", "" };
  const Place place = ANY (rand, places);
  return (YlTestBridge){
    .route_code = ANY (rand, routes),
    .township = place.name,
    .township_code = place.code,
    .size = any (rand, YL_N_BRIDGE_SIZES + 1),
    .road_class = any (rand, YL_N_CLASSES + 1),
    .m = any (rand, 500),
    .cm = any (rand, 100),
  };
}

static YlTestSource
draw_source (GRand *rand)
{
  static const char *const accounts[] = {
    "2140106",         "2140106-公路养护", "", "2120804", "2140105", "公路养护（2140106）",
    "2140106、2120804"
  };
  YlTestSource source = {
    .level = (YlPayer) any (rand, YL_N_PAYERS),
    .purpose = (YlPurpose) any (rand, YL_N_PURPOSES),
    .fund = (YlFund) any (rand, YL_N_FUNDS),
    .kind = (YlSourceKind) any (rand, YL_N_SOURCE_KINDS),
    .yuan = any (rand, 300000),
  };
  source.account = accounts[source.yuan % (gint64) G_N_ELEMENTS (accounts)];
  return source;
}

static void
draw_other (GRand *rand, YlTestCounty *county)
{
  YlOther *other = &county->entry->other;
  other->running.fen = any (rand, 10000000);
  other->staff.fen = any (rand, 10000000);
  other->road_chief.fen = any (rand, 2) * any (rand, 10000000);
  other->insurance.fen = any (rand, 2) * any (rand, 10000000);
  yl_test_county_add_land (county, YL_PAYER_COUNTY, any (rand, 1000000), any (rand, 1000000), -1);
  yl_test_county_add_land (county, YL_PAYER_CITY, any (rand, 1000000), 0, any (rand, 50000));
  yl_test_county_add_last_year (county, "daily.county", any (rand, 1000000));
  yl_test_county_add_last_year (county, "engineering", any (rand, 1000000));
}

/* Numbers below @n in the order named @order. */
static guint *
shuffle (guint n, guint32 order)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (order);
  guint *numbers = g_new (guint, n + 1);
  for (guint i = 0; i < n; i++)
    {
      const guint place = order == 0 ? i : any (rand, i + 1);
      numbers[i] = numbers[place];
      numbers[place] = i;
    }
  return numbers;
}

static void
add_rows (GRand *rand, YlTestCounty *county, guint32 order)
{
  YlTestRoad roads[120];
  YlTestBridge bridges[20];
  YlTestSource sources[20];
  for (guint i = 0; i < G_N_ELEMENTS (roads); i++)
    roads[i] = draw_road (rand);
  for (guint i = 0; i < G_N_ELEMENTS (bridges); i++)
    bridges[i] = draw_bridge (rand);
  for (guint i = 0; i < G_N_ELEMENTS (sources); i++)
    sources[i] = draw_source (rand);
  const guint n_roads = any (rand, G_N_ELEMENTS (roads) + 1);
  const guint n_others = any (rand, G_N_ELEMENTS (bridges) + 1);
  g_autofree guint *road_order = shuffle (n_roads, order);
  g_autofree guint *other_order = shuffle (n_others, order);
  for (guint i = 0; i < n_roads; i++)
    yl_test_county_add_road (county, &roads[road_order[i]]);
  for (guint i = 0; i < n_others; i++)
    {
      yl_test_county_add_bridge (county, &bridges[other_order[i]]);
      yl_test_county_add_source (county, &sources[other_order[i]]);
      yl_test_county_add_project (county, 100 + other_order[i], 50000 * other_order[i]);
    }
}

YlTestCounty *
yl_test_random_county (guint32 seed, guint32 order)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  YlTestCounty *county = yl_test_county_new ();
  county->columns = 1u << YL_COLUMN_LAST_WORKS;
  draw_rates (rand, county);
  draw_payers (rand, county);
  draw_other (rand, county);
  add_rows (rand, county, order);
  return county;
}
