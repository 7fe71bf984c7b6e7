#pragma once

#include "yanglu/app/options.h"
#include "yanglu/domain/choices.h"
#include "yanglu/domain/entity.h"
#include "yanglu/domain/intake.h"
#include "yanglu/domain/inventory.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** Everything that can tell who makes the budget. */
typedef struct
{
  const YlJobOptions *options;
  const char *unit_name; /* 编制单位 as entered; "" when not */
  const YlInventory *inventory;
  const YlIntake *intake; /* forms of townships, that may have no road */
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
 * yl_entity_choose: --townships, --entity, --county, 编制单位 when it is a known zone, else the codes of the roads.
 * What was not asked for is said in @choices, and so are townships of a county that is asked for which the
 * register gives to zones; --without-zones leaves those out.
 *
 * Returns: (transfer full) (nullable): %NULL when an option names no place
 */
YlEntity *yl_entity_choose (const YlEntityEvidence *evidence, YlChoices *choices, GError **error);

/** yl_entity_choose_asked: the same where there are no roads to look at: the options alone say who it is for, and the
 * register has to know the place. @choices: (nullable) */
YlEntity *yl_entity_choose_asked (const YlJobOptions *options,
                                  const YlPlaces *places,
                                  YlChoices *choices,
                                  GError **error);

G_END_DECLS
