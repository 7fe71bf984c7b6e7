#pragma once

#include "yanglu/app/choices.h"
#include "yanglu/app/options.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/inventory.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** Everything that can tell who makes the budget. */
typedef struct
{
  const YlJobOptions *options;
  const char *unit_name; /* 编制单位 as entered; "" when not */
  const YlInventory *inventory;
  const YlPlaces *places;
} YlEntityEvidence;

/**
 * yl_entity_find_asked_county: the county that --county names, else the one that @unit_name
 * (编制单位, such as 东昌府区财政局) contains the name of, when only one does.
 * Returns: six digits; 0 when neither tells
 */
guint32 yl_entity_find_asked_county (const YlJobOptions *options,
                                     const char *unit_name,
                                     const YlPlaces *places);

/**
 * yl_entity_find_county: the county most roads belong to, the smaller code where two are level.
 * Returns: six digits; 0 when no road says
 */
guint32 yl_entity_find_county (const YlInventory *inventory);

/**
 * yl_entity_choose: --townships, --entity, --county, 编制单位 when it is a known zone, else the codes of the roads.
 * What was not asked for is said in @choices; an unknown county is an A07 of severity info.
 *
 * Returns: (transfer full) (nullable): %NULL when an option names no place
 */
YlEntity *yl_entity_choose (const YlEntityEvidence *evidence,
                            YlChoices *choices,
                            YlFindings *findings,
                            GError **error);

/** yl_entity_has_township: whether a zone holds @township_code; a county holds every one. */
gboolean yl_entity_has_township (const YlEntity *entity, guint32 township_code);

/** yl_entity_get_area: (transfer full): the code digits that choose a policy; "" when unknown. */
char *yl_entity_get_area (const YlEntity *entity);

G_END_DECLS
