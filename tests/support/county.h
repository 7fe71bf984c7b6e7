#pragma once

#include "yanglu/calc/make.h"

/**
 * YlTestCounty: a county in code: 东昌府区 (371502) in 2021. Roads, bridges, sources and policy
 * values are added one by one; then its budget is made of them, once.
 */
typedef struct
{
  YlInventory *roads;
  YlPolicy *policy;
  YlEntry *entry;
  YlEntity *entity;
  guint year;
  guint32 columns;  /* of the road list: 1 << YlColumn */
  YlPolicy *base;   /* (nullable): the policy whose values hold where this one is silent */
  YlBudget *budget; /* once made */
} YlTestCounty;

YlTestCounty *yl_test_county_new (void);
void yl_test_county_free (YlTestCounty *county);

/* For cmocka: *state is a county without roads, with the rates 10000, 5000, 3000 yuan per km. */
int yl_test_county_set_up (void **state);
/* The same with a policy that says nothing. */
int yl_test_county_set_up_silent (void **state);
int yl_test_county_tear_down (void **state);

void yl_test_county_set (
    YlTestCounty *county, YlPolicyGroup group, const char *area, guint key, gint64 value);
void yl_test_county_set_rate (YlTestCounty *county, YlRateKind kind, gint64 yuan_per_km);

/** A section; what is left out is as if its cell were blank or its column not there. */
typedef struct
{
  const char *code;
  YlRoadClass road_class;
  const char *km;         /* "12.345" */
  gint64 m;               /* when km is NULL */
  const char *maintained; /* km; NULL: no such column */
  const char *subsidised; /* km; NULL: no such column */
  const char *township;
  guint32 township_code;
  guint32 county_code;
  const char *payee;
  const char *package;
  guint flags;
  YlCondition condition;
  guint16 last_works;
  guint16 built;
  guint16 rebuilt;
  const char *name;
  const char *village;
  gint32 start_m; /* end 0: no stakes */
  gint32 end_m;
  const char *previous_code;
  gint32 previous_start_m; /* end 0: no stakes */
  gint32 previous_end_m;
  guint32 row;
} YlTestRoad;
void yl_test_county_add_road (YlTestCounty *county, const YlTestRoad *road);
#define add_road(county, ...) yl_test_county_add_road ((county), &(YlTestRoad){ __VA_ARGS__ })

/** A bridge; sizes and classes count from 0, so name both. */
typedef struct
{
  const char *route_code;
  const char *township;
  guint32 township_code;
  guint size;
  guint road_class;
  gint64 m;
  const char *code;
  const char *name;
  gint64 cm; /* beyond the metres */
} YlTestBridge;
void yl_test_county_add_bridge (YlTestCounty *county, const YlTestBridge *bridge);
#define add_bridge(county, ...) yl_test_county_add_bridge ((county), &(YlTestBridge){ __VA_ARGS__ })

typedef struct
{
  YlPayer level;
  YlPurpose purpose;
  YlFund fund;
  YlSourceKind kind;
  gint64 yuan;
  const char *account;
  const char *document;
  const char *payee;
} YlTestSource;
void yl_test_county_add_source (YlTestCounty *county, const YlTestSource *source);
#define add_source(county, ...) yl_test_county_add_source ((county), &(YlTestSource){ __VA_ARGS__ })

/** 土地出让收益 of one payer; share_ppm below 0: none chosen. */
void yl_test_county_add_land (
    YlTestCounty *county, YlPayer payer, gint64 income_yuan, gint64 cost_yuan, gint64 share_ppm);
void yl_test_county_add_project (YlTestCounty *county, gint64 m, gint64 yuan);
void yl_test_county_add_last_year (YlTestCounty *county, const char *code, gint64 yuan);

/** yl_test_county_get_budget: (transfer none): made at the first call; %NULL when a sum does not
 * fit. */
const YlBudget *yl_test_county_get_budget (YlTestCounty *county);
const YlFigures *yl_test_county_get_figures (YlTestCounty *county);

/* Lines of the figures; each fails the test when there is none. */
const YlDemandLine *yl_test_demand (const YlFigures *figures, const char *code);
gint64 yl_test_payer_fen (const YlFigures *figures, YlPayer payer, YlPurpose purpose);
const YlTownshipLine *yl_test_township (const YlFigures *figures, const char *name);
const YlShareholderLine *yl_test_payee (const YlFigures *figures, const char *name);
const YlShareholderLine *yl_test_package (const YlFigures *figures, const char *name);

/* A test that begins with such a county as its *state. */
#define test_with_county(test)                                                                     \
  cmocka_unit_test_setup_teardown (test, yl_test_county_set_up, yl_test_county_tear_down)
#define test_with_silent_policy(test)                                                              \
  cmocka_unit_test_setup_teardown (test, yl_test_county_set_up_silent, yl_test_county_tear_down)
