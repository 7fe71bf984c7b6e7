#pragma once

#include "yanglu/domain/entry.h"

G_BEGIN_DECLS

/* Sums of the list of sources as 资金来源 shows them: cached values of formulas, nothing else. */
typedef struct
{
  gint64 by_level_fen[YL_N_PAYERS][YL_N_FUNDS];
  gint64 by_purpose_fen[YL_N_PURPOSES][YL_N_FUNDS];
  gint64 by_purpose_all_fen[YL_N_PURPOSES];
  gint64 public_fen[YL_N_PURPOSES][YL_N_PAYERS];
  gint64 fund_fen[YL_N_FUNDS];
  gint64 all_fen;
  gint64 demand_fen[YL_N_PURPOSES];
} YlSourceSums;

/** yl_source_sums_init: @sources of YlSource, @demand of YlDemandLine. */
void yl_source_sums_init (YlSourceSums *sums, const GArray *sources, const GArray *demand);

G_END_DECLS
