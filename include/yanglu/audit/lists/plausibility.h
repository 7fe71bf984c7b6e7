#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/audit/rule-set.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/inventory.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

typedef struct
{
  const YlInventory *inventory;
  const YlRateTable *rates;
  const YlPlaces *places;
  const YlRuleSet *rules; /* whose limits of C03 are kept */
  gint64 last_year_m;     /* that counted last year; 0: not given */
} YlPlausibilityRequest;

/**
 * yl_plausibility_check: lengths that no county has, told where nothing beside them shows it (what
 * stakes show is told by yl_list_check()). Figures stay as they are read.
 *
 * C03 is a warning, an error where a second figure proves it: the lengths as they would read in the
 * other unit are those of last year (within limit-growth), or make the sum that the table states.
 * At stake is the difference of the two readings. Every metre is told once, at the first of:
 * - a table: more than half of its rows (of fewer than limit-median-rows: each) are longer than
 *   limit-median-most, or shorter than limit-median-least. A row that its stakes repeat is no sign
 *   of too long a table, but above limit-section;
 * - a row above limit-section, or limit-median-times the median of its class (of limit-median-rows
 *   rows or more);
 * - a route, within the county of its code, above limit-route; a county above limit-county; the
 *   list above limit-growth times last year.
 * Rows without a route code are sums of a class: only the last two bound them.
 *
 * E03: rows of length 0, one finding a table (W, 0); an error of unknown money where all of the
 * list are.
 */
void yl_plausibility_check (const YlPlausibilityRequest *request, YlFindings *findings);

G_END_DECLS
