#pragma once

#include "yanglu/audit/lists/former-codes.h"
#include "yanglu/audit/lists/row.h"
#include "yanglu/domain/entity.h"

G_BEGIN_DECLS

/** What a single row is checked against. */
typedef struct
{
  const YlRateTable *rates;
  const YlPlaces *places;
  const YlEntity *entity;      /* (nullable): whose counties the codes must be (A07); NULL: any */
  const YlFormerCodes *former; /* (nullable): of the list, which yl_list_check() finds itself */
} YlRowContext;

/** The texts of a row for its findings; a road alone has only their ids. */
typedef struct
{
  const char *file;
  const char *sheet;
  YlText route_code;
  YlHeadUnit length_unit; /* that the head of the lengths states */
} YlRowTexts;

/**
 * yl_list_check_row: the rules that one road alone can break, priced; a few comparisons and no
 * allocation when nothing is wrong.
 *
 * A03: end − start is not the length, without a declared break; no tolerance, and a length that
 * was read from the stakes cannot differ. At stake: the difference × the row's rate, 0 on a row
 * that does not count. Stakes that run backwards by the right length are told with 0.
 * A06: letter against class (J is X, N is Y); at stake the difference between the two rates × the
 * metres that are paid, the whole row where the letter is that of a national or provincial road. 机耕道 in the class column leaves the class open.
 * A07: the county of the division code or of the route code is not the entity's, nor a code that it
 * had (E, the row's money; not asked of a zone); an old county code (W, 0, with its repair).
 * A08: urban, special or track without a rate (W, 0: in a list nothing is claimed).
 * A09: maintained above counted, subsidised above listed (W, the excess × rate).
 * C03: length and stakes are a thousandfold apart, instead of A03 (see scale-rules.h).
 */
void yl_list_check_row (const YlRowContext *context,
                        const YlRoad *road,
                        const YlRowTexts *texts,
                        YlFindings *findings);

/**
 * yl_list_check: every rule that a road list can break. Figures stay as the columns say; only calc
 * gives the money.
 *
 * For each road those of yl_list_check_row(); but A08 is one finding a table and kind, C03 one a
 * table and slip, which names the first ten rows, since a county may well have hundreds.
 * Between the roads of one route (its first ten characters, so that longer section codes belong to
 * it), by O(n log n) over an index of 16 bytes a road:
 * A01: counted rows with the same route and stakes, or without stakes the same code, length and
 * township; the later row in the file, its money.
 * A02: counted rows whose stakes overlap, but not what A01 told; each row against the one before
 * it that reaches farthest, so that every metre counted twice is told once; at the lower rate.
 * A04: stakes that no row of the route holds (I, 0). A row with a declared break (断链) is told
 * neither of an overlap nor of a gap.
 */
void
yl_list_check (const YlInventory *inventory, const YlRowContext *context, YlFindings *findings);

/** yl_list_check_routes: A01, A02, A04 between the rows of each route (route-rules.c). */
void yl_list_check_routes (const YlInventory *inventory,
                           const YlRowContext *context,
                           YlFindings *findings);

/** yl_list_check_shared: C04 (I): a row that repeats a route of its own county that no row has; national and
 * provincial routes and those of other counties are taken as they are. */
void yl_list_check_shared (const YlInventory *inventory,
                           const YlRowContext *context,
                           YlFindings *findings);

/** yl_list_price: gives every finding with a stake_length its yuan by the policy's rates. */
void yl_list_price (YlFindings *findings, const YlRateTable *rates);

G_END_DECLS
