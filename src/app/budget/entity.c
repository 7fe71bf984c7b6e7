#include "yanglu/app/budget/entity.h"

#include <string.h>

#include "yanglu/base/error.h"
#include "yanglu/domain/place-code.h"
#include "yanglu/io/places/register.h"

/* "371502", in any blanks. */
static gboolean
parse_code (const char *text, guint n_digits, guint32 *out_code)
{
  return yl_place_code_parse (yl_text_trim (yl_text_of (text)), n_digits, out_code);
}

guint32
yl_entity_find_asked_county (const YlJobOptions *options,
                             const char *unit_name,
                             const YlPlaces *places)
{
  guint32 code = 0;
  if (options->county == NULL)
    return yl_places_find_county_named (places, unit_name);
  return parse_code (options->county, 6, &code) ? yl_places_renew (places, code) : 0;
}

static YlEntity *
make_county (const YlEntityEvidence *evidence, guint32 code)
{
  const YlCounty *county = yl_places_find_county (evidence->places, code);
  g_autofree char *digits = g_strdup_printf ("%06u", code);
  return yl_entity_new (digits, county == NULL ? NULL : county->name);
}

static YlEntity *
choose_asked_county (const YlEntityEvidence *evidence, YlChoices *choices, GError **error)
{
  const char *asked = evidence->options->county;
  guint32 code = 0;
  if (!parse_code (asked, 6, &code))
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "--county“%s”不是县级行政区划代码：应为六位数字，例如 371502。", asked);
      return NULL;
    }
  const guint32 renewed = yl_places_renew (evidence->places, code);
  YlEntity *entity = make_county (evidence, renewed);
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
      if (!parse_code (parts[i], 9, &code))
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
report_townships (const YlEntity *zone, YlChoices *choices)
{
  if (!zone->is_unverified)
    return;
  g_autofree char *chosen = g_strdup_printf ("%u 个（待核）", zone->n_townships);
  yl_choices_add (choices, "开发区所辖乡镇", chosen,
                  "程序所带名录未经核实，请核对；可用 --townships 指明");
}

static YlEntity *
choose_asked_zone (const YlEntityEvidence *evidence, YlChoices *choices, GError **error)
{
  const YlJobOptions *options = evidence->options;
  const char *name = options->entity == NULL ? evidence->unit_name : options->entity;
  if (options->townships != NULL)
    return make_zone (name[0] == '\0' ? NULL : name, options->townships, error);
  YlEntity *zone = yl_register_find_zone (options->entity, error);
  if (zone != NULL)
    report_townships (zone, choices);
  return zone;
}

static YlEntity *
choose_by_codes (const YlEntityEvidence *evidence, YlChoices *choices)
{
  const guint32 named =
      yl_entity_find_asked_county (evidence->options, evidence->unit_name, evidence->places);
  const guint32 commonest = yl_inventory_find_county (evidence->inventory);
  const guint32 code = commonest != 0 ? commonest : named;
  if (code == 0)
    return yl_entity_new (NULL, evidence->unit_name[0] == '\0' ? NULL : evidence->unit_name);
  YlEntity *entity = make_county (evidence, code);
  g_autofree char *chosen = g_strdup_printf (
      "%s %s", entity->code, entity->name == NULL ? "（名录中无此县）" : entity->name);
  yl_choices_add (choices, "县", chosen,
                  code == named ? YL_SHEET_UNIT "中的编制单位"
                                : "路线编码、行政区划代码中最多的县");
  return entity;
}

YlEntity *
yl_entity_choose (const YlEntityEvidence *evidence, YlChoices *choices, GError **error)
{
  const YlJobOptions *options = evidence->options;
  if (options->county != NULL && (options->entity != NULL || options->townships != NULL))
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "--county 与 --entity、--townships 不能同时使用：前者是县，后者是开发区。");
      return NULL;
    }
  if (options->entity != NULL || options->townships != NULL)
    return choose_asked_zone (evidence, choices, error);
  if (options->county != NULL)
    return choose_asked_county (evidence, choices, error);
  YlEntity *zone =
      evidence->unit_name[0] == '\0' ? NULL : yl_register_find_zone (evidence->unit_name, NULL);
  if (zone == NULL)
    return choose_by_codes (evidence, choices);
  yl_choices_add (choices, "编制单位", zone->name,
                  YL_SHEET_UNIT "中的编制单位是开发区，只计其所辖乡镇");
  report_townships (zone, choices);
  return zone;
}
