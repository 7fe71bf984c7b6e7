#pragma once

#include "yanglu/domain/entity.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** What was asked for: a member that is %NULL was not given. */
typedef struct
{
  const char *county;    /* six digits, as typed */
  const char *townships; /* nine-digit codes */
} YlEntityAsked;

/**
 * yl_entity_check: what of @entity the register does not know. It is taken at its word all the same.
 * A07: the county that was @asked for (W), or that no county is known at all (I).
 * E06: each of the townships that were @asked for (W).
 */
void yl_entity_check (const YlEntity *entity,
                      const YlEntityAsked *asked,
                      const YlPlaces *places,
                      YlFindings *findings);

/** Rows of the lists. */
typedef struct
{
  gsize n_roads;
  gint64 length_m; /* of those roads, as listed */
  gsize n_bridges;
} YlEntityRows;

/**
 * yl_entity_check_left_out: A07 of rows of the lists that are none of @entity's, in one finding.
 * @all: those that are left out
 * @nameless: of them, those that name no township; a warning where there are any, else information
 */
void yl_entity_check_left_out (const YlEntity *entity,
                               const YlEntityRows *all,
                               const YlEntityRows *nameless,
                               YlFindings *findings);

/** Sources of money. */
typedef struct
{
  gsize n_sources;
  gint64 fen;
} YlEntityMoney;

/** yl_entity_check_money: A07 (I) of sources that are none of @entity's and were left out, with their sum. */
void
yl_entity_check_money (const YlEntity *entity, const YlEntityMoney *money, YlFindings *findings);

/** yl_entity_check_whole: E06 (W) of a list that names no township at all and so is taken to be the zone
 * @entity's own: @rows count. */
void yl_entity_check_whole (const YlEntity *entity, const YlEntityRows *rows, YlFindings *findings);

G_END_DECLS
