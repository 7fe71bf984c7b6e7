#pragma once

#include "yanglu/figures/explain.h"

G_BEGIN_DECLS

/** A budget while one of its figures is explained. */
typedef struct
{
  const YlBudget *budget;
  const YlFigures *figures;
  const YlEntry *entry;
  const YlPolicy *policy;
  const YlInventory *inventory;
  const char *area;  /* the entity's code; "" when it has none */
  gboolean is_brief; /* the figure and its name only, without what is behind it */
} YlExplain;

void yl_explain_init (YlExplain *explain, const YlBudget *budget, gboolean is_brief);

/** What stands for the placeholders of a pattern. */
typedef struct
{
  guint road_class; /* %c */
  guint rate;       /* %k: YlRateKind */
  guint size;       /* %s: YlBridgeSize */
  guint payer;      /* %p */
  guint purpose;    /* %u */
  guint fund;       /* %f */
  guint indicator;  /* %i */
  guint basis;      /* %b: YlMileageBasis */
  guint n;          /* %n: from 0; written from 1 */
} YlKeyValues;

/** yl_key_match: whether @key is of @pattern, such as "townships[%n].%c_fen". */
gboolean yl_key_match (const char *pattern, const char *key, YlKeyValues *out_values);
/** yl_key_make: (transfer full): the key that @pattern gives for @values. */
char *yl_key_make (const char *pattern, const YlKeyValues *values);

/** yl_explain_key: (transfer full) (nullable): the figure @key; %NULL when there is none. */
YlDerivation *yl_explain_key (const YlExplain *explain, const char *key);
/** yl_explain_add: adds the figure @key to @parent, signed, unless all is brief. */
void yl_explain_add (const YlExplain *explain, YlDerivation *parent, const char *key, int sign);
/** yl_explain_policy_value: (transfer full) (nullable): @value as a figure; %NULL for none. */
YlDerivation *yl_explain_policy_value (const YlPolicyValue *value);

/* Names of the lines of the tables; those without a name are called so. */
const char *yl_explain_township_name (const YlExplain *explain, guint line);
const char *yl_explain_payee_name (const YlExplain *explain, guint line);
const char *yl_explain_package_name (const YlExplain *explain, guint line);

/* One group of figures each: %NULL for a key of another group. */
YlDerivation *yl_explain_demand (const YlExplain *explain, const char *key);      /* demand.c */
YlDerivation *yl_explain_daily (const YlExplain *explain, const char *key);       /* daily.c */
YlDerivation *yl_explain_payers (const YlExplain *explain, const char *key);      /* payers.c */
YlDerivation *yl_explain_land (const YlExplain *explain, const char *key);        /* land.c */
YlDerivation *yl_explain_policy (const YlExplain *explain, const char *key);      /* policy.c */
YlDerivation *yl_explain_ratios (const YlExplain *explain, const char *key);      /* ratios.c */
YlDerivation *yl_explain_road_cell (const YlExplain *explain, const char *key);   /* road.c */
YlDerivation *yl_explain_bridge_cell (const YlExplain *explain, const char *key); /* bridge.c */
YlDerivation *yl_explain_sources (const YlExplain *explain, const char *key);     /* sources.c */
YlDerivation *yl_explain_changes (const YlExplain *explain, const char *key);     /* changes.c */
YlDerivation *yl_explain_tables (const YlExplain *explain, const char *key);      /* tables.c */
YlDerivation *yl_explain_helpers (const YlExplain *explain, const char *key);     /* helpers.c */
YlDerivation *yl_explain_row_sum (const YlExplain *explain, const char *key);     /* row-sums.c */

/** yl_explain_find_demand: (nullable): the line of demand @code. */
const YlDemandLine *yl_explain_find_demand (const YlExplain *explain, const char *code);

G_END_DECLS
