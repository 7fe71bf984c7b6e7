#include "yanglu/domain/entity.h"

YlEntity *
yl_entity_new (const char *code, const char *name)
{
  YlEntity *entity = g_new0 (YlEntity, 1);
  entity->code = g_strdup (code);
  entity->name = g_strdup (name);
  return entity;
}

YlEntity *
yl_entity_copy (const YlEntity *entity)
{
  YlEntity *copy = yl_entity_new (entity->code, entity->name);
  copy->townships =
      g_memdup2 (entity->townships, (gsize) entity->n_townships * sizeof *entity->townships);
  copy->n_townships = entity->n_townships;
  copy->is_unverified = entity->is_unverified;
  return copy;
}

void
yl_entity_free (YlEntity *entity)
{
  if (entity == NULL)
    return;
  g_free (entity->code);
  g_free (entity->name);
  g_free (entity->townships);
  g_free (entity);
}

const char *
yl_entity_get_code (const YlEntity *entity)
{
  return entity->code == NULL ? "" : entity->code;
}

char *
yl_entity_get_area (const YlEntity *entity)
{
  return entity->n_townships == 0 ? g_strdup (yl_entity_get_code (entity))
                                  : g_strdup_printf ("%09u", entity->townships[0]);
}

gboolean
yl_entity_has_township (const YlEntity *entity, guint32 township_code)
{
  for (guint i = 0; i < entity->n_townships; i++)
    if (entity->townships[i] == township_code)
      return TRUE;
  return entity->n_townships == 0;
}
