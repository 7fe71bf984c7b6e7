#include "yanglu/audit/diagnosis/case.h"

#include "earlier-rates.h"

static const YlOldRates known_rates[] = { YL_EARLIER_RATE_ROWS };

const YlOldRates *
yl_old_rates_get_known (gsize *out_n)
{
  *out_n = G_N_ELEMENTS (known_rates);
  return known_rates;
}
