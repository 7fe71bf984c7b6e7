#include "yanglu/app/entity.h"

#include <string.h>

#include "yanglu/base/error.h"
#include "yanglu/io/places/register.h"

static gboolean
parse_code (YlText text, guint n_digits, guint32 *out_code)
{
  text = yl_text_trim (text);
  guint32 code = 0;
  for (gsize i = 0; i < text.length; i++)
    {
      if (!g_ascii_isdigit (text.at[i]) || i >= n_digits)
        return FALSE;
      code = code * 10 + (guint32) (text.at[i] - '0');
    }
  *out_code = code;
  return text.length == n_digits;
}

guint32
yl_entity_find_county (const YlInventory *inventory)
{
  g_autoptr (GHashTable) counts = g_hash_table_new (NULL, NULL);
  const gsize n_roads = yl_inventory_get_n_roads (inventory);
  for (gsize i = 0; i < n_roads; i++)
    {
      const gpointer key = GUINT_TO_POINTER (yl_inventory_get_road (inventory, i)->county_code);
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (counts, key));
      g_hash_table_insert (counts, key, GUINT_TO_POINTER (n + 1));
    }
  GHashTableIter iter;
  gpointer key, value;
  guint32 best = 0;
  guint most = 0;
  g_hash_table_iter_init (&iter, counts);
  while (g_hash_table_iter_next (&iter, &key, &value))
    {
      const guint32 code = GPOINTER_TO_UINT (key);
      const guint n = GPOINTER_TO_UINT (value);
      if (code != 0 && (n > most || (n == most && code < best)))
        {
          best = code;
          most = n;
        }
    }
  return best;
}

/* The longest county name that @unit_name contains; 0 when two of that length do. */
static guint32
find_named_county (const char *unit_name, const YlPlaces *places)
{
  gsize n = 0;
  const YlCounty *counties = yl_places_get_counties (places, &n);
  guint32 best = 0;
  gsize longest = 0;
  for (gsize i = 0; i < n; i++)
    {
      const gsize length = yl_text_of (counties[i].name).length;
      if (length < longest || length == 0 || strstr (unit_name, counties[i].name) == NULL)
        continue;
      best = length == longest ? 0 : counties[i].code;
      longest = length;
    }
  return best;
}

guint32
yl_entity_find_asked_county (const YlJobOptions *options,
                             const char *unit_name,
                             const YlPlaces *places)
{
  guint32 code = 0;
  if (options->county == NULL)
    return find_named_county (unit_name, places);
  return parse_code (yl_text_of (options->county), 6, &code) ? yl_places_renew (places, code) : 0;
}

static YlEntity *
make_county (const YlEntityEvidence *evidence, guint32 code)
{
  const YlCounty *county = yl_places_find_county (evidence->places, code);
  g_autofree char *digits = g_strdup_printf ("%06u", code);
  return yl_entity_new (digits, county == NULL ? NULL : county->name);
}

/* A code that the register does not hold is taken at its word, and that is said. */
static void
tell_unlisted (YlFindings *findings, YlCode code, const char *option, const char *seen)
{
  g_autofree char *message = g_strdup_printf (
      "选项 %s 给出的 %s 不在本程序的行政区划名录中；仍照此编制，请核对代码。", option, seen);
  yl_findings_add (findings, &(YlFinding){
                                 .code = code,
                                 .severity = YL_SEVERITY_WARNING,
                                 .column = option,
                                 .seen = seen,
                                 .message = message,
                                 .is_priced = TRUE,
                             });
}

static YlEntity *
choose_asked_county (const YlEntityEvidence *evidence,
                     YlChoices *choices,
                     YlFindings *findings,
                     GError **error)
{
  const char *asked = evidence->options->county;
  guint32 code = 0;
  if (!parse_code (yl_text_of (asked), 6, &code))
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "--county“%s”不是县级行政区划代码：应为六位数字，例如 371502。", asked);
      return NULL;
    }
  const guint32 renewed = yl_places_renew (evidence->places, code);
  YlEntity *entity = make_county (evidence, renewed);
  if (entity->name == NULL)
    tell_unlisted (findings, YL_A07, "--county", asked);
  if (renewed != code)
    yl_choices_add (choices, "县级代码", entity->code, "所给代码已变更，按现行代码办理");
  if (entity->name == NULL)
    {
      g_autofree char *chosen = g_strdup_printf ("%s（名录中无此县）", entity->code);
      yl_choices_add (choices, "县级代码", chosen, "按 --county 所给办理，请核对");
    }
  return entity;
}

/* Reads "371502006,371502101"; NULL with @error at the first that is no township code. */
static GArray *
parse_townships (const char *list, GError **error)
{
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_auto (GStrv) parts = g_strsplit_set (list, ",;、 ", -1);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      guint32 code = 0;
      if (parts[i][0] == '\0')
        continue;
      if (!parse_code (yl_text_of (parts[i]), 9, &code))
        {
          g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                       "--townships 中的“%s”不是乡镇代码：应为九位数字，用逗号分隔。", parts[i]);
          return NULL;
        }
      g_array_append_val (codes, code);
    }
  if (codes->len == 0)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "--townships 没有给出任何乡镇代码。");
      return NULL;
    }
  return g_steal_pointer (&codes);
}

static YlEntity *
make_zone (const char *name, const char *townships, GError **error)
{
  g_autoptr (GArray) codes = parse_townships (townships, error);
  if (codes == NULL)
    return NULL;
  YlEntity *entity = yl_entity_new (NULL, name);
  entity->n_townships = codes->len;
  entity->townships = g_memdup2 (codes->data, sizeof (guint32) * codes->len);
  return entity;
}

/* Which townships a zone administers no document at hand settles. */
static void
tell_townships (const YlEntity *zone, YlChoices *choices)
{
  if (!zone->is_unverified)
    return;
  g_autofree char *chosen = g_strdup_printf ("%u 个（待核）", zone->n_townships);
  yl_choices_add (choices, "开发区所辖乡镇", chosen,
                  "程序所带名录未经核实，请核对；可用 --townships 指明");
}

static YlEntity *
choose_given_zone (const YlEntityEvidence *evidence, YlFindings *findings, GError **error)
{
  const YlJobOptions *options = evidence->options;
  const char *name = options->entity == NULL ? evidence->unit_name : options->entity;
  YlEntity *zone = make_zone (name[0] == '\0' ? NULL : name, options->townships, error);
  for (guint i = 0; zone != NULL && i < zone->n_townships; i++)
    if (yl_places_find_township (evidence->places, zone->townships[i]) == NULL)
      {
        g_autofree char *seen = g_strdup_printf ("%09u", zone->townships[i]);
        tell_unlisted (findings, YL_E06, "--townships", seen);
      }
  return zone;
}

static YlEntity *
choose_asked_zone (const YlEntityEvidence *evidence,
                   YlChoices *choices,
                   YlFindings *findings,
                   GError **error)
{
  const YlJobOptions *options = evidence->options;
  if (options->townships != NULL)
    return choose_given_zone (evidence, findings, error);
  YlEntity *zone = yl_register_find_zone (options->entity, error);
  if (zone != NULL)
    tell_townships (zone, choices);
  return zone;
}

static void
tell_unknown_county (YlFindings *findings)
{
  yl_findings_add (findings,
                   &(YlFinding){
                       .code = YL_A07,
                       .severity = YL_SEVERITY_INFO,
                       .expected = "路线编码或行政区划中的六位县级代码，或选项 --county",
                       .message = "名单中没有县级代码，不知道是哪个县的预算；金额不受影响。可用 "
                                  "--county 指明，例如 --county 371502。",
                       .is_priced = TRUE,
                   });
}

static YlEntity *
choose_by_codes (const YlEntityEvidence *evidence, YlChoices *choices, YlFindings *findings)
{
  const guint32 named =
      yl_entity_find_asked_county (evidence->options, evidence->unit_name, evidence->places);
  const guint32 commonest = yl_entity_find_county (evidence->inventory);
  const guint32 code = commonest != 0 ? commonest : named;
  if (code == 0)
    {
      tell_unknown_county (findings);
      return yl_entity_new (NULL, evidence->unit_name[0] == '\0' ? NULL : evidence->unit_name);
    }
  YlEntity *entity = make_county (evidence, code);
  g_autofree char *chosen = g_strdup_printf (
      "%s %s", entity->code, entity->name == NULL ? "（名录中无此县）" : entity->name);
  yl_choices_add (choices, "县", chosen,
                  code == named ? "单位信息中的编制单位" : "路线编码、行政区划代码中最多的县");
  return entity;
}

YlEntity *
yl_entity_choose (const YlEntityEvidence *evidence,
                  YlChoices *choices,
                  YlFindings *findings,
                  GError **error)
{
  const YlJobOptions *options = evidence->options;
  if (options->county != NULL && (options->entity != NULL || options->townships != NULL))
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "--county 与 --entity、--townships 不能同时使用：前者是县，后者是开发区。");
      return NULL;
    }
  if (options->entity != NULL || options->townships != NULL)
    return choose_asked_zone (evidence, choices, findings, error);
  if (options->county != NULL)
    return choose_asked_county (evidence, choices, findings, error);
  YlEntity *zone =
      evidence->unit_name[0] == '\0' ? NULL : yl_register_find_zone (evidence->unit_name, NULL);
  if (zone == NULL)
    return choose_by_codes (evidence, choices, findings);
  yl_choices_add (choices, "编制单位", zone->name, "单位信息中的编制单位是开发区，只计其所辖乡镇");
  tell_townships (zone, choices);
  return zone;
}

gboolean
yl_entity_has_township (const YlEntity *entity, guint32 township_code)
{
  for (guint i = 0; i < entity->n_townships; i++)
    if (entity->townships[i] == township_code)
      return TRUE;
  return entity->n_townships == 0;
}

char *
yl_entity_get_area (const YlEntity *entity)
{
  if (entity->code != NULL)
    return g_strdup (entity->code);
  if (entity->n_townships > 0)
    return g_strdup_printf ("%09u", entity->townships[0]);
  return g_strdup ("");
}
