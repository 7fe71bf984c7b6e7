#include "yanglu/domain/entity.h"

YlEntity *
yl_entity_new (const char *code, const char *name)
{
  YlEntity *entity = g_atomic_rc_box_new0 (YlEntity);
  entity->code = g_strdup (code);
  entity->name = g_strdup (name);
  return entity;
}

YlEntity *
yl_entity_ref (YlEntity *entity)
{
  return g_atomic_rc_box_acquire (entity);
}

static void
clear_entity (gpointer data)
{
  YlEntity *entity = data;
  g_free (entity->code);
  g_free (entity->name);
  g_free (entity->townships);
  g_free (entity->without);
  g_free (entity->without_told);
}

void
yl_entity_free (YlEntity *entity)
{
  if (entity != NULL)
    g_atomic_rc_box_release_full (entity, clear_entity);
}

char *
yl_zone_name_fold (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "市", -1);
  return g_strstrip (g_strjoinv ("", parts));
}

const char *
yl_entity_get_code (const YlEntity *entity)
{
  return entity->code == NULL ? "" : entity->code;
}

const char *
yl_entity_get_shown_name (const YlEntity *entity)
{
  return entity->name == NULL ? "本单位" : entity->name;
}

char *
yl_entity_get_area (const YlEntity *entity)
{
  return entity->n_townships == 0 ? g_strdup (yl_entity_get_code (entity))
                                  : g_strdup_printf ("%09u", entity->townships[0]);
}

static gboolean
is_among (const guint32 *townships, guint n_townships, guint32 township_code)
{
  for (guint i = 0; i < n_townships; i++)
    if (townships[i] == township_code)
      return TRUE;
  return FALSE;
}

gboolean
yl_entity_has_township (const YlEntity *entity, guint32 township_code)
{
  if (entity->n_townships > 0)
    return is_among (entity->townships, entity->n_townships, township_code);
  return !is_among (entity->without, entity->n_without, township_code);
}

gboolean
yl_entity_is_part (const YlEntity *entity)
{
  return entity->n_townships > 0 || entity->n_without > 0;
}
