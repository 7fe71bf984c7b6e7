#pragma once

#include "yanglu/calc/make.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** What a single row is checked against. */
typedef struct
{
  const YlRateTable *rates;
  const YlPlaces *places;
  const YlEntity *entity; /* (nullable): whose counties the codes must be (A07); NULL: any */
} YlRowContext;

/** The texts of a row for its findings; a road alone has only their ids. */
typedef struct
{
  const char *file;
  const char *sheet;
  YlText route_code;
  YlText township;
} YlRowTexts;

/**
 * yl_list_check_row: the rules that one road alone can break: A03, A06, A07,
 * A08, A09, priced; cheap when nothing is wrong (no allocation).
 */
void yl_list_check_row (const YlRowContext *context,
                        const YlRoad *road,
                        const YlRowTexts *texts,
                        YlFindings *findings);

/**
 * yl_list_check: every rule that a road list can break: those of
 * yl_list_check_row() for each road, and A01, A02, A04 between the roads of one route.
 * Only uses calc for money; figures stay as the columns say.
 */
void
yl_list_check (const YlInventory *inventory, const YlRowContext *context, YlFindings *findings);

/** yl_list_price: gives every finding with a stake_length its yuan by the policy's rates. */
void yl_list_price (YlFindings *findings, const YlRateTable *rates);

G_END_DECLS
