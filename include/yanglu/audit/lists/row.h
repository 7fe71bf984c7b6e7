#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/inventory.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** yl_list_has_wrong_length: whether its stakes say another length, without a declared break. */
gboolean yl_list_has_wrong_length (const YlRoad *road);

/** yl_list_price_road: what the row is paid. */
YlMoney yl_list_price_road (const YlRateTable *rates, const YlRoad *road);
/** yl_list_price_length: @length_m at the rate of the row; 0 where no rate is declared. */
YlMoney yl_list_price_length (const YlRateTable *rates, const YlRoad *road, gint64 length_m);
/** yl_list_price_shared: metres that both rows list, at the lower of their rates. */
YlMoney
yl_list_price_shared (const YlRateTable *rates, const YlRoad *a, const YlRoad *b, gint64 length_m);
/** yl_list_show_row: (transfer full): where @road stands as the row @from is told of it: "第 12 行", with the sheet where
 * it is another, and with the file: "乙镇.xlsx 工作表“里程台账” 第 12 行". */
char *yl_list_show_row (const YlInventory *inventory, const YlRoad *from, const YlRoad *road);
/** yl_list_find_twin: fills the place of @road into @twin, which has what is said there.
 * Returns: (nullable): @twin, where @from stands in another file: whoever sent that one does not read of it else */
const YlFindingTwin *yl_list_find_twin (const YlInventory *inventory,
                                        const YlRoad *from,
                                        const YlRoad *road,
                                        YlFindingTwin *twin);
/** yl_list_report: adds @finding with the place of the row and the severity of its code. */
void yl_list_report (const YlInventory *inventory,
                     const YlRoad *road,
                     YlFinding finding,
                     YlFindings *findings);

/** yl_county_show: (transfer full): "371502（东昌府区）", "450127（原横县）" of a code that is none any
 * more, "未知县" of 0. @places: (nullable) */
char *yl_county_show (const YlPlaces *places, guint32 county_code);

G_END_DECLS
