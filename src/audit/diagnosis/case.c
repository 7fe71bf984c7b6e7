#include "yanglu/audit/diagnosis/case.h"

/* The grants of 《农村公路养护管理办法》第九条. */
static const YlOldRates known_rates[] = {
  { .source = "《农村公路养护管理办法》第九条的养护工程补助标准",
    .fen_per_km = { [YL_RATE_COUNTY] = 700000,
                    [YL_RATE_TOWNSHIP] = 350000,
                    [YL_RATE_VILLAGE] = 100000 } },
};

const YlOldRates *
yl_old_rates_get_known (gsize *out_n)
{
  *out_n = G_N_ELEMENTS (known_rates);
  return known_rates;
}
