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

/** yl_entity_check_left_out: A07 (I) of rows of the list that are none of the zone @entity's. */
void yl_entity_check_left_out (const YlEntity *entity,
                               gsize n_roads,
                               gsize n_bridges,
                               YlFindings *findings);

G_END_DECLS
