#include "yanglu/app/budget/entity.h"

#include <string.h>

#include "yanglu/app/asked-places.h"
#include "yanglu/base/error.h"
#include "yanglu/domain/sender.h"
#include "yanglu/domain/place-code.h"
#include "yanglu/domain/place-names.h"
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

/* Who wrote a name reads what it was taken for. */
static void
tell_named_county (const YlEntityEvidence *evidence, guint32 code, YlChoices *choices)
{
  if (evidence->options->named_county == NULL)
    return;
  g_autofree char *name = yl_place_names_of_county (evidence->places, code);
  g_autofree char *chosen = g_strdup_printf ("%06u %s", code, name);
  g_autofree char *why = g_strdup_printf ("--county 所给的“%s”", evidence->options->named_county);
  yl_choices_add (choices, "县", chosen, why);
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
  tell_named_county (evidence, code, choices);
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
  g_auto (GStrv) parts = yl_asked_townships_split (list);
  for (gsize i = 0; parts[i] != NULL; i++)
    {
      guint32 code = 0;
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

static void
tell_named_townships (const YlEntityEvidence *evidence, const GArray *codes, YlChoices *choices)
{
  if (evidence->options->named_townships == NULL)
    return;
  g_autoptr (GString) chosen = g_string_new (NULL);
  for (guint i = 0; i < codes->len; i++)
    {
      const guint32 code = g_array_index (codes, guint32, i);
      g_autofree char *name = yl_place_names_of_township (evidence->places, code);
      g_string_append_printf (chosen, "%s%09u %s", i == 0 ? "" : "、", code, name);
    }
  g_autofree char *why =
      g_strdup_printf ("--townships 所给的“%s”", evidence->options->named_townships);
  yl_choices_add (choices, "所辖乡镇", chosen->str, why);
}

static YlEntity *
make_zone (const YlEntityEvidence *evidence, const char *name, YlChoices *choices, GError **error)
{
  g_autoptr (GArray) codes = parse_townships (evidence->options->townships, error);
  if (codes == NULL)
    return NULL;
  tell_named_townships (evidence, codes, choices);
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
    return make_zone (evidence, name[0] == '\0' ? NULL : name, choices, error);
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
  const guint32 sent = yl_intake_find_form_county (evidence->intake);
  const guint32 code = commonest != 0 ? commonest : named != 0 ? named : sent;
  if (code == 0)
    return yl_entity_new (NULL, evidence->unit_name[0] == '\0' ? NULL : evidence->unit_name);
  YlEntity *entity = make_county (evidence, code);
  g_autofree char *chosen = g_strdup_printf (
      "%s %s", entity->code, entity->name == NULL ? "（名录中无此县）" : entity->name);
  yl_choices_add (choices, "县", chosen,
                  code == named       ? YL_SHEET_UNIT "中的编制单位"
                  : code == commonest ? "路线编码、行政区划代码中最多的县"
                                      : "填报表的乡镇代码");
  return entity;
}

/* Townships of a county that zones budget for, as the register has it. */
typedef struct
{
  GArray *codes; /* of guint32 */
  GString *told; /* "聊城经济技术开发区 3 个、…" */
  gboolean is_unverified;
} GivenAway;

static void
add_zone (GivenAway *given, const YlEntity *zone, guint32 county)
{
  const guint n_before = given->codes->len;
  for (guint i = 0; i < zone->n_townships; i++)
    if (yl_township_code_find_county (zone->townships[i]) == county)
      g_array_append_val (given->codes, zone->townships[i]);
  if (given->codes->len == n_before)
    return;
  g_string_append_printf (given->told, "%s%s %u 个", n_before == 0 ? "" : "、", zone->name,
                          given->codes->len - n_before);
  given->is_unverified |= zone->is_unverified;
}

static gboolean
find_given_away (guint32 county, GivenAway *given, GError **error)
{
  g_autoptr (GPtrArray) zones = yl_register_list_zones (error);
  for (guint i = 0; zones != NULL && i < zones->len; i++)
    add_zone (given, g_ptr_array_index (zones, i), county);
  return zones != NULL;
}

static gboolean
has_road_in (const YlInventory *inventory, const GivenAway *given)
{
  for (gsize i = 0; i < yl_inventory_get_n_roads (inventory); i++)
    for (guint j = 0; j < given->codes->len; j++)
      if (yl_inventory_get_road (inventory, i)->township_code
          == g_array_index (given->codes, guint32, j))
        return TRUE;
  return FALSE;
}

static void
leave_out (YlEntity *county, const GivenAway *given, YlChoices *choices)
{
  county->n_without = given->codes->len;
  county->without_told = g_strconcat (given->told->str, given->is_unverified ? "，待核" : "", NULL);
  county->without = g_memdup2 (given->codes->data, sizeof (guint32) * given->codes->len);
  if (given->codes->len == 0)
    yl_choices_add (choices, "开发区乡镇", "没有",
                    "名录中该县没有归开发区的乡镇，--without-zones 没有减去任何路段");
  else
    yl_choices_add (choices, "开发区乡镇", given->told->str,
                    given->is_unverified ? "按 --without-zones 不计入；名录未经核实，请核对"
                                         : "按 --without-zones 不计入");
}

/* What zones administer of @county: left out where that was asked for, else said where it counts; an older
 * workbook does not say it. */
static gboolean
part_from_zones (YlEntity *county,
                 const YlEntityEvidence *evidence,
                 YlChoices *choices,
                 GError **error)
{
  const YlJobOptions *options = evidence->options;
  if (options->county == NULL && !options->without_zones)
    return TRUE;
  const guint32 code = (guint32) g_ascii_strtoull (yl_entity_get_code (county), NULL, 10);
  g_autoptr (GArray) codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autoptr (GString) told = g_string_new (NULL);
  GivenAway given = { codes, told, FALSE };
  if (!find_given_away (code, &given, error))
    return FALSE;
  if (options->without_zones)
    leave_out (county, &given, choices);
  else if (options->edition != 1 && has_road_in (evidence->inventory, &given))
    yl_choices_add (
        choices, "开发区乡镇", told->str,
        given.is_unverified
            ? "名录列为开发区所辖（待核），照常计入；由开发区编制时用 --without-zones 减去"
            : "名录列为开发区所辖，照常计入；由开发区编制时用 --without-zones 减去");
  return TRUE;
}

static YlEntity *
choose_county_or_zone (const YlEntityEvidence *evidence, YlChoices *choices, GError **error)
{
  const YlJobOptions *options = evidence->options;
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

YlEntity *
yl_entity_choose (const YlEntityEvidence *evidence, YlChoices *choices, GError **error)
{
  const YlJobOptions *options = evidence->options;
  if (options->county != NULL && (options->entity != NULL || options->townships != NULL))
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "--county 与 --%s 不能同时使用：前者是县，后者是开发区。",
                   options->entity != NULL ? "entity" : "townships");
      return NULL;
    }
  g_autoptr (YlEntity) entity = choose_county_or_zone (evidence, choices, error);
  if (entity == NULL)
    return NULL;
  if (options->without_zones && entity->n_townships > 0)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "--without-zones 只用于县的预算：%s是开发区。",
                   yl_entity_get_shown_name (entity));
      return NULL;
    }
  if (entity->n_townships == 0 && !part_from_zones (entity, evidence, choices, error))
    return NULL;
  return g_steal_pointer (&entity);
}

YlEntity *
yl_entity_choose_asked (const YlJobOptions *options,
                        const YlPlaces *places,
                        YlChoices *choices,
                        GError **error)
{
  if (options->county == NULL && options->entity == NULL && options->townships == NULL)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "请用 --county 指明县，例如 --county 371502；或用 --entity 指明开发区。");
      return NULL;
    }
  g_autoptr (YlInventory) none = yl_inventory_new ();
  g_autoptr (YlIntake) nothing = yl_intake_new ();
  g_autoptr (YlChoices) untold = yl_choices_new ();
  const YlEntityEvidence evidence = { options, "", none, nothing, places };
  g_autoptr (YlEntity) entity =
      yl_entity_choose (&evidence, choices == NULL ? untold : choices, error);
  if (entity == NULL || entity->name != NULL)
    return g_steal_pointer (&entity);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND,
               "名录中没有县级代码“%s”，列不出它的乡镇：请核对 --county。", options->county);
  return NULL;
}
