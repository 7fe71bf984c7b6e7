#pragma once

#include "yanglu/app/options.h"
#include "yanglu/base/arena.h"
#include "yanglu/calc/make.h"

G_BEGIN_DECLS

/** YlRates: the rates of many counties, each by the policy in force for it; a policy is looked up once. */
typedef struct _YlRates YlRates;

/** yl_rates_new: all counties by --policy when it is given. */
YlRates *yl_rates_new (const YlJobOptions *options, guint year, GError **error);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRates, yl_arena_free_record)

/** yl_rates_get: (transfer none): those of @county_code; 0 asks for an unknown county. */
const YlRateTable *yl_rates_get (YlRates *rates, guint32 county_code);

/** yl_rates_get_policies: (transfer none) (element-type YlPolicy): those that were asked for so far. */
const GPtrArray *yl_rates_get_policies (YlRates *rates);

G_END_DECLS
