#include "yanglu/app/budget/own-funds.h"

#include "yanglu/audit/lists/entity-rules.h"
#include "yanglu/domain/place-code.h"
#include "yanglu/io/places/register.h"

#include <string.h>

/* Whose a source is, as its payee and level say. */
typedef enum
{
  OF_NOBODY,       /* they name neither a zone nor a township */
  OF_OWN_TOWNSHIP, /* of the entity */
  OF_OWN_ZONE,     /* the entity itself by name */
  OF_SOME_ZONE,    /* of a zone that is not named */
  OF_OTHER,        /* of another zone or its townships, or another's township */
} Whose;

/* A payee shorter than this is a part of too many names. */
#define MIN_NAME 9 /* bytes: three signs */

static gboolean
names_zone (const char *payee, const YlEntity *zone)
{
  g_autofree char *name = yl_zone_name_fold (zone->name == NULL ? "" : zone->name);
  g_autofree char *folded = yl_zone_name_fold (payee);
  if (name[0] == '\0' || strlen (folded) < MIN_NAME)
    return FALSE;
  return strstr (folded, name) != NULL || strstr (name, folded) != NULL;
}

static gboolean
is_one_of_zones (const char *payee, const GPtrArray *zones)
{
  for (guint i = 0; i < zones->len; i++)
    if (names_zone (payee, g_ptr_array_index (zones, i)))
      return TRUE;
  return FALSE;
}

/* The township of @job's counties that @payee is; 0: none. */
static guint32
find_township (const YlListJob *job, const char *payee)
{
  const YlEntity *entity = job->entity;
  const guint n = MAX (1, entity->n_townships);
  for (guint i = 0; i < n; i++)
    {
      const guint32 county =
          entity->n_townships == 0
              ? (guint32) g_ascii_strtoull (yl_entity_get_code (entity), NULL, 10)
              : yl_township_code_find_county (entity->townships[i]);
      const YlTownship *township =
          yl_places_find_township_named (job->places, county, yl_text_of (payee));
      if (township != NULL)
        return township->code;
    }
  return 0;
}

static Whose
find_whose (const YlListJob *job, const GPtrArray *zones, const YlSource *source)
{
  const YlEntity *entity = job->entity;
  const char *payee = source->payee == NULL ? "" : source->payee;
  if (entity->n_townships > 0 && names_zone (payee, entity))
    return OF_OWN_ZONE;
  if (is_one_of_zones (payee, zones))
    return OF_OTHER;
  const guint32 township = payee[0] == '\0' ? 0 : find_township (job, payee);
  if (township != 0)
    return yl_entity_has_township (entity, township) ? OF_OWN_TOWNSHIP : OF_OTHER;
  const YlSpelling *word = yl_words_find_inside (job->words, YL_WORDS_PAYER_AS, payee);
  const gboolean is_zone = word != NULL && word->member == YL_PAYER_COUNTY;
  return is_zone || source->is_of_zone ? OF_SOME_ZONE : OF_NOBODY;
}

static gboolean
is_own (const YlListJob *job, Whose whose, gboolean is_table_shared)
{
  const gboolean is_zone = job->entity->n_townships > 0;
  if (whose == OF_OTHER)
    return FALSE;
  if (whose == OF_SOME_ZONE)
    return is_zone;
  return whose != OF_NOBODY || !is_zone || !is_table_shared;
}

/* Whether the table of sources is that of a whole county. */
static gboolean
is_shared (const YlListJob *job, const GPtrArray *zones)
{
  const GArray *sources = job->entry->sources;
  for (guint i = 0; i < sources->len; i++)
    {
      const Whose whose = find_whose (job, zones, &g_array_index (sources, YlSource, i));
      if (whose == OF_OWN_ZONE || whose == OF_OTHER)
        return TRUE;
    }
  return FALSE;
}

gboolean
yl_own_funds_keep (YlListJob *job)
{
  GArray *sources = job->entry->sources;
  g_autoptr (GPtrArray) zones =
      yl_entity_is_part (job->entity) && sources->len > 0 ? yl_register_list_zones (NULL) : NULL;
  if (zones == NULL)
    return FALSE;
  const gboolean is_table_shared = is_shared (job, zones);
  YlEntityMoney left_out = { 0 };
  guint n_kept = 0;
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource source = g_array_index (sources, YlSource, i);
      if (is_own (job, find_whose (job, zones, &source), is_table_shared))
        {
          g_array_index (sources, YlSource, n_kept++) = source;
          continue;
        }
      left_out.n_sources++;
      left_out.fen += source.amount.fen;
    }
  g_array_set_size (sources, n_kept);
  yl_entity_check_money (job->entity, &left_out, job->findings);
  return left_out.n_sources > 0;
}
