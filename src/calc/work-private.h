#pragma once

#include "yanglu/calc/adds.h"
#include "yanglu/calc/make.h"

G_BEGIN_DECLS

/** What the sources come to; public and social money never meet in one number. */
typedef struct
{
  gint64 public_fen[YL_N_PURPOSES][YL_N_PAYERS];
  gint64 social_fen[YL_N_PURPOSES];
  gint64 land_fen[YL_N_PAYERS]; /* booked as land money by a level, for whatever purpose */
} YlFundSums;

/** What one rate for bridges has to pay. */
typedef struct
{
  gint64 bridges;
  gint64 length_cm;
  gint64 amount_fen;
} YlBridgeSum;

/** YlWork: a budget while it is being made; each step below reads what earlier ones wrote. */
typedef struct
{
  const YlInventory *inventory;
  gsize n_roads;
  const YlEntry *entry;
  const YlPolicy *policy;
  const char *area; /* yl_policy_get_place() of the entity */
  YlRateTable rates;
  YlRoadWorking *roads;
  YlRoadStack *stacks; /* (nullable) */
  YlBridgeWorking *bridges;
  YlRoadAdds all; /* what all roads add */
  YlRoadAdds by_rate[YL_N_RATES];
  YlBridgeSum by_size[YL_N_BRIDGE_SIZES];
  YlBridgeSum by_metre[YL_N_CLASSES];
  YlFundSums sources;
  YlFigures *figures;
  gboolean is_too_large; /* a sum did not fit; the work goes on and is thrown away */
} YlWork;

/** yl_work_add: adds @part to *@sum; a sum that does not fit marks the whole work. */
static inline void
yl_work_add (YlWork *work, gint64 *sum, gint64 part)
{
  if (__builtin_add_overflow (*sum, part, sum))
    work->is_too_large = TRUE;
}

/** yl_work_subtract: @from − @part, checked the same way. */
static inline gint64
yl_work_subtract (YlWork *work, gint64 from, gint64 part)
{
  gint64 difference;
  if (__builtin_sub_overflow (from, part, &difference))
    work->is_too_large = TRUE;
  return difference;
}

/** yl_work_sum_demand: the lines of @purpose together. */
gint64 yl_work_sum_demand (YlWork *work, YlPurpose purpose);

/* The steps, in their order. */
void yl_work_measure_roads (YlWork *work);   /* mileage.c */
void yl_work_price_bridges (YlWork *work);   /* bridges.c */
void yl_work_list_demand (YlWork *work);     /* demand.c */
void yl_work_add_sources (YlWork *work);     /* sources.c */
void yl_work_list_accounts (YlWork *work);   /* accounts.c */
void yl_work_find_land_due (YlWork *work);   /* land.c */
void yl_work_find_gap (YlWork *work);        /* gap.c */
void yl_work_find_unfunded (YlWork *work);   /* gap.c: of every purpose */
gboolean yl_work_stack_roads (YlWork *work); /* stack.c: FALSE when no level pays by the km here */
void yl_work_find_payers (YlWork *work);     /* payers.c */
void yl_work_allot (YlWork *work);           /* allotment.c */
void yl_work_judge (YlWork *work);           /* indicators.c */

G_END_DECLS
