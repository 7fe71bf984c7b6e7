#include "yanglu/audit/lists/row-check.h"

#include "yanglu/calc/counted.h"

YlMoney
yl_row_check_price (const YlRateTable *rates, const YlRoad *road, gint64 length_m)
{
  YlMoney amount = { 0 };
  /* A length of 32 bits at the highest rate fits; what does not stays 0 rather than wrap. */
  yl_money_for_length ((YlLength){ length_m }, rates->rate[yl_counted_get_rate_kind (road)],
                       &amount);
  return amount;
}

YlMoney
yl_row_check_get_amount (const YlRateTable *rates, const YlRoad *road)
{
  YlRoadWorking working = { 0 };
  yl_road_price (rates, road, &working);
  return (YlMoney){ working.amount_fen };
}

void
yl_row_check_report (const YlRowCheck *check, YlFinding finding, YlMoney at_stake)
{
  finding.file = check->texts->file;
  finding.sheet = check->texts->sheet;
  finding.row = check->road->row;
  finding.at_stake = at_stake;
  finding.is_priced = TRUE;
  yl_findings_add (check->findings, &finding);
}

YlRowTexts
yl_list_get_texts (const YlInventory *inventory, const YlRoad *road)
{
  const YlOrigin *origin = yl_inventory_get_origin (inventory, road->origin);
  return (YlRowTexts){
    .file = origin->file,
    .sheet = origin->sheet,
    .route_code = yl_text_of (yl_inventory_get_text (inventory, road->route_code)),
    .township = yl_text_of (yl_inventory_get_text (inventory, road->township)),
  };
}
