#pragma once

#include "yanglu/domain/bridge.h"
#include "yanglu/domain/fund.h"
#include "yanglu/domain/ledger.h"
#include "yanglu/domain/road.h"

G_BEGIN_DECLS

/* The keys of closed sets in the order of their members, as JSON and the words have them. */
extern const char *const yl_payer_keys[YL_N_PAYERS];
extern const char *const yl_purpose_keys[YL_N_PURPOSES];
extern const char *const yl_fund_keys[YL_N_FUNDS];
extern const char *const yl_source_kind_keys[YL_N_SOURCE_KINDS];
extern const char *const yl_rate_kind_keys[YL_N_RATES];
extern const char *const yl_bridge_size_keys[YL_N_BRIDGE_SIZES];

G_END_DECLS
