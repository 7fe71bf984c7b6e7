#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** YlEntity: who makes the budget; always of yl_entity_new(). Made whole, then only read. */
typedef struct
{
  char *code;         /* six digits; NULL for a zone or when unknown */
  char *name;         /* NULL when unknown */
  guint32 *townships; /* a zone's nine-digit codes */
  guint n_townships;  /* 0: a county, all rows are its but those of @without */
  guint32 *without;   /* townships of a county that its zones budget for */
  guint n_without;
  char *without_told; /* whose those are: "聊城经济技术开发区 3 个、…"; NULL: nobody's */
  gboolean is_unverified; /* a zone whose townships are 待核: said wherever it is chosen */
} YlEntity;

YlEntity *yl_entity_new (const char *code, const char *name);
/** yl_entity_ref: (transfer full): one more holder of @entity, which nobody changes any more. */
YlEntity *yl_entity_ref (YlEntity *entity);
/** yl_entity_free: ends with its last holder. */
void yl_entity_free (YlEntity *entity);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlEntity, yl_entity_free)

/** yl_zone_name_fold: (transfer full): "聊城市经济技术开发区" and "聊城经济技术开发区" are one zone. */
char *yl_zone_name_fold (const char *name);

/** yl_entity_get_code: (transfer none): the county's; "" for a zone or when unknown. */
const char *yl_entity_get_code (const YlEntity *entity);
/** yl_entity_get_shown_name: (transfer none): its name in a sentence; "本单位" when unknown. */
const char *yl_entity_get_shown_name (const YlEntity *entity);
/** yl_entity_get_area: (transfer full): the code digits that choose a policy; "" when unknown. */
char *yl_entity_get_area (const YlEntity *entity);
/** yl_entity_has_township: whether a zone holds @township_code; a county holds every one but those that it
 * is without. */
gboolean yl_entity_has_township (const YlEntity *entity, guint32 township_code);
/** yl_entity_is_part: whether rows of a county's list may be none of its. */
gboolean yl_entity_is_part (const YlEntity *entity);

G_END_DECLS
