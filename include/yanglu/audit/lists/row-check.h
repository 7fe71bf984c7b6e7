#pragma once

#include "yanglu/audit/lists/rules.h"
#include "yanglu/domain/place-code.h"

G_BEGIN_DECLS

/** One row under examination. */
typedef struct
{
  const YlRowContext *context;
  const YlRoad *road;
  const YlRowTexts *texts;
  YlFindings *findings;
} YlRowCheck;

/** The rules that one row can break, as bits. */
typedef enum
{
  YL_BREAKS_A03 = 1 << 0,
  YL_BREAKS_A06 = 1 << 1,
  YL_BREAKS_A07 = 1 << 2, /* the county is foreign */
  YL_BREAKS_STALE = 1 << 3,
  YL_BREAKS_A08 = 1 << 4,
  YL_BREAKS_A09 = 1 << 5,
} YlRowBreaks;

/** yl_row_check_find: which rules @road breaks; a handful of comparisons, as it is asked of
 * millions of rows. */
guint yl_row_check_find (const YlRowContext *context, const YlRoad *road, YlText route_code);

/** yl_row_check_report: adds @finding with the place of the row and @at_stake. */
void yl_row_check_report (const YlRowCheck *check, YlFinding finding, YlMoney at_stake);

/** yl_row_check_price: @length_m at the rate of the row; 0 where no rate is declared. */
YlMoney yl_row_check_price (const YlRateTable *rates, const YlRoad *road, gint64 length_m);

/** yl_row_check_get_amount: what the row is paid. */
YlMoney yl_row_check_get_amount (const YlRateTable *rates, const YlRoad *road);

void yl_row_check_length (const YlRowCheck *check); /* A03, length-rules.c */
void yl_row_check_listed (const YlRowCheck *check); /* A09, length-rules.c */
void yl_row_check_class (const YlRowCheck *check);  /* A06, code-rules.c */
void yl_row_check_county (const YlRowCheck *check); /* A07 foreign, code-rules.c */
void yl_row_check_stale (const YlRowCheck *check);  /* A07 stale, code-rules.c */
void yl_row_check_unpaid (const YlRowCheck *check); /* A08 of one row, unpaid-rules.c */
gboolean yl_row_is_unpaid (const YlRateTable *rates, const YlRoad *road); /* unpaid-rules.c */

/** yl_list_check_unpaid: A08 of a whole list: one finding a table and kind (unpaid-rules.c). */
void yl_list_check_unpaid (const YlInventory *inventory,
                           const YlRowContext *context,
                           YlFindings *findings);

/** yl_list_check_routes: A01, A02, A04 between the rows of each route (route-rules.c). */
void yl_list_check_routes (const YlInventory *inventory,
                           const YlRowContext *context,
                           YlFindings *findings);

/** yl_list_get_texts: the texts of road @index. */
YlRowTexts yl_list_get_texts (const YlInventory *inventory, const YlRoad *road);

G_END_DECLS
