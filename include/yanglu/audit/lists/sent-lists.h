#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/entity.h"
#include "yanglu/domain/places.h"
#include "yanglu/domain/sent-list.h"

G_BEGIN_DECLS

/** What the lists are told apart by. */
typedef struct
{
  const GArray *lists; /* of YlListFile; it outlives what is made of it, and so do the next two */
  const YlIntake *intake;
  const YlInventory *inventory; /* the roads that count */
  const YlRateTable *rates;
  const YlEntity *entity;
  const YlPlaces *places;
  const YlFindings *findings;
} YlSentListsRequest;

/** yl_sent_lists_make: (transfer full): what each list brought, and which townships sent nothing: those of the
 * register, of a zone its own, without those that a county leaves to its zones. */
YlSentLists *yl_sent_lists_make (const YlSentListsRequest *request);

G_END_DECLS
