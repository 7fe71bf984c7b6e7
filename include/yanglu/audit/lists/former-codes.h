#pragma once

#include "yanglu/domain/finding.h"
#include "yanglu/domain/inventory.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** YlFormerCodes: the county codes of a list that the register does not have, nor knows to be renamed,
 * and what they are likely to be today. Nothing is renewed by it. */
typedef struct _YlFormerCodes YlFormerCodes;

/**
 * yl_former_codes_find: of the division codes and route codes of @inventory.
 * @places: (nullable)
 *
 * The successor is the one county of that province whose name is that of the former county but for
 * 县, 市, 区, 旗; else the one county of that province that has every township which stands beside the
 * code; else nobody knows.
 */
YlFormerCodes *yl_former_codes_find (const YlInventory *inventory, const YlPlaces *places);
void yl_former_codes_free (YlFormerCodes *former);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlFormerCodes, yl_former_codes_free)

/** yl_former_codes_get_successor: 0: nobody knows, or @code is none of them. */
guint32 yl_former_codes_get_successor (const YlFormerCodes *former, guint32 code);

/** yl_former_codes_tell: A07 (W, 0): one finding a table and code. @own: the entity's county, 0 where
 * there is none: codes that are neither it nor its former ones are foreign, and told as such. */
void yl_former_codes_tell (const YlFormerCodes *former, guint32 own, YlFindings *findings);

G_END_DECLS
