#include "yanglu/app/asked-places.h"

#include "yanglu/base/error.h"
#include "yanglu/base/likeness.h"
#include "yanglu/domain/place-code.h"
#include "yanglu/domain/place-names.h"
#include "yanglu/io/places/register.h"

#include <string.h>

#define N_ASKED 2   /* names that are proposed for one that is none */
#define MAX_TOLD 12 /* places of one name */
#define TOWNSHIP_DIGITS 9
#define BETWEEN "[,，;；、　\\s]+"

typedef char *(*NamePlace) (const YlPlaces *places, guint32 code);

/* "110105 北京市朝阳区、220104 长春市朝阳区" */
static char *
list_places (const YlPlaces *places, const GArray *codes, NamePlace name)
{
  GString *list = g_string_new (NULL);
  for (guint i = 0; i < MIN (codes->len, MAX_TOLD); i++)
    {
      const guint32 code = g_array_index (codes, guint32, i);
      g_autofree char *called = name (places, code);
      g_string_append_printf (list, "%s%u %s", i == 0 ? "" : "、", code, called);
    }
  if (codes->len > MAX_TOLD)
    g_string_append (list, "……");
  return g_string_free (list, FALSE);
}

/* The counties of the city that @asked is called, or begins with. */
static GArray *
find_counties_of_city (const YlPlaces *places, const char *asked, const char **out_city)
{
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize n = 0;
  const YlCounty *counties = yl_places_get_counties (places, &n);
  g_autofree char *whole = g_strconcat (asked, "市", NULL);
  for (gsize i = 0; i < n; i++)
    {
      const YlCity *city = yl_places_find_city (places, counties[i].code);
      if (city == NULL || city->name[0] == '\0'
          || (strcmp (city->name, whole) != 0 && !g_str_has_prefix (asked, city->name)))
        continue;
      *out_city = city->name;
      g_array_append_val (codes, counties[i].code);
    }
  return codes;
}

static gboolean
say_city (const YlPlaces *places, const char *asked, GError **error)
{
  const char *city = "";
  g_autoptr (GArray) codes = find_counties_of_city (places, asked, &city);
  if (codes->len == 0)
    return FALSE;
  g_autofree char *list = list_places (places, codes, yl_place_names_of_county);
  const gboolean has_county = strlen (asked) > strlen (city);
  g_autofree char *what = has_county ? g_strdup_printf ("%s没有县“%s”", city, asked + strlen (city))
                                     : g_strdup_printf ("“%s”是地级市，不是县", asked);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND, "--county：%s。它的县（市、区）：%s。", what,
               list);
  return TRUE;
}

static gboolean
say_other_kind (const YlPlaces *places, const char *asked, GError **error)
{
  g_autoptr (GArray) codes = yl_place_names_find_counties_of_other_kind (places, asked);
  if (codes->len == 0)
    return FALSE;
  g_autofree char *list = list_places (places, codes, yl_place_names_of_county);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND,
               "--county：名录中没有县“%s”，同名的有：%s。请写代码或现名。", asked, list);
  return TRUE;
}

/* A zone has townships of counties, and is none. */
static gboolean
say_zone (const char *asked, GError **error)
{
  g_autoptr (GPtrArray) zones = yl_register_list_zones (NULL);
  for (guint i = 0; zones != NULL && i < zones->len; i++)
    {
      const YlEntity *zone = g_ptr_array_index (zones, i);
      if (strcmp (zone->name, asked) != 0)
        continue;
      g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND,
                   "--county：“%s”是开发区，不是县；请用 --entity %s。", asked, asked);
      return TRUE;
    }
  return FALSE;
}

static void
say_no_county (const YlPlaces *places, const char *asked, GError **error)
{
  if (say_zone (asked, error) || say_city (places, asked, error)
      || say_other_kind (places, asked, error))
    return;
  g_autoptr (YlNearest) nearest = yl_nearest_new (asked, N_ASKED);
  gsize n = 0;
  const YlCounty *counties = yl_places_get_counties (places, &n);
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *whole = yl_place_names_of_county (places, counties[i].code);
      yl_nearest_offer (nearest, counties[i].name);
      yl_nearest_offer (nearest, whole);
    }
  g_autofree char *advice = yl_nearest_advise (
      nearest, "请写六位代码或县名，例如 --county 371502 或 --county 东昌府区。");
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND, "--county：名录中没有县“%s”，%s", asked,
               advice);
}

/* (transfer full): as it was typed, without blanks around it, in digits that are ASCII. */
static char *
clean (const char *typed)
{
  g_autofree char *folded = yl_text_fold_width (yl_text_of (typed));
  return yl_text_dup (yl_text_trim (yl_text_of (folded)));
}

char *
yl_asked_county_read (const char *typed, GError **error)
{
  g_autofree char *asked = clean (typed);
  if (g_str_is_ascii (asked))
    return g_steal_pointer (&asked);
  const YlPlaces *places = yl_register_get (error);
  if (places == NULL)
    return NULL;
  g_autoptr (GArray) found = yl_place_names_find_counties (places, asked);
  if (found->len == 1)
    return g_strdup_printf ("%06u", g_array_index (found, guint32, 0));
  if (found->len == 0)
    {
      say_no_county (places, asked, error);
      return NULL;
    }
  g_autofree char *list = list_places (places, found, yl_place_names_of_county);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND,
               "--county：叫“%s”的县有 %u 个：%s。请写代码，或在前面写上城市。", asked, found->len,
               list);
  return NULL;
}

/** What one of the list may be: one place beyond doubt, or several of its name. */
typedef struct
{
  const char *asked;
  GArray *codes; /* of guint32 */
} Asked;

static void
asked_clear (gpointer data)
{
  g_array_unref (((Asked *) data)->codes);
}

static void
say_no_township (const YlPlaces *places, const char *option, const char *asked, GError **error)
{
  g_autoptr (YlNearest) nearest = yl_nearest_new (asked, N_ASKED);
  gsize n_counties = 0;
  const YlCounty *counties = yl_places_get_counties (places, &n_counties);
  for (gsize i = 0; i < n_counties; i++)
    {
      gsize n = 0;
      const YlTownship *townships = yl_places_get_townships (places, counties[i].code, &n);
      for (gsize j = 0; j < n; j++)
        yl_nearest_offer (nearest, townships[j].name);
    }
  g_autofree char *advice = yl_nearest_advise (nearest, "请写九位代码或乡镇名称，用逗号分隔。");
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND, "--%s：名录中没有乡镇“%s”，%s", option, asked,
               advice);
}

/* A code that is in no register is still a code. */
static gboolean
take_one (
    const YlPlaces *places, const char *option, const char *asked, GArray *all, GError **error)
{
  guint32 code = 0;
  GArray *codes = NULL;
  if (g_str_is_ascii (asked))
    {
      if (!yl_place_code_parse (yl_text_of (asked), TOWNSHIP_DIGITS, &code))
        {
          g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                       "--%s 中的“%s”不是乡镇代码：应为九位数字，用逗号分隔。", option, asked);
          return FALSE;
        }
      codes = g_array_new (FALSE, FALSE, sizeof (guint32));
      g_array_append_val (codes, code);
    }
  else
    codes = yl_place_names_find_townships (places, asked);
  const Asked one = { asked, codes };
  g_array_append_val (all, one);
  if (codes->len > 0)
    return TRUE;
  say_no_township (places, option, asked, error);
  return FALSE;
}

/* Whether one of the list lies in @county beyond doubt. */
static gboolean
is_named_county (const GArray *all, guint32 county)
{
  for (guint i = 0; i < all->len; i++)
    {
      const GArray *codes = g_array_index (all, Asked, i).codes;
      if (codes->len == 1
          && yl_township_code_find_county (g_array_index (codes, guint32, 0)) == county)
        return TRUE;
    }
  return FALSE;
}

/* Returns: 0 where it stays in doubt. */
static guint32
choose (const GArray *all, const GArray *codes)
{
  guint32 chosen = 0;
  for (guint i = 0; i < codes->len; i++)
    {
      const guint32 code = g_array_index (codes, guint32, i);
      if (codes->len > 1 && !is_named_county (all, yl_township_code_find_county (code)))
        continue;
      if (chosen != 0)
        return 0;
      chosen = code;
    }
  return chosen;
}

static char *
join (const YlPlaces *places, const char *option, const GArray *all, GError **error)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  for (guint i = 0; i < all->len; i++)
    {
      const Asked *one = &g_array_index (all, Asked, i);
      const guint32 code = choose (all, one->codes);
      if (code == 0)
        {
          g_autofree char *list = list_places (places, one->codes, yl_place_names_of_township);
          g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND,
                       "--%s：叫“%s”的乡镇有 %u 个：%s。请写代码，或在前面写上县名。", option,
                       one->asked, one->codes->len, list);
          return NULL;
        }
      g_string_append_printf (joined, "%s%09u", i == 0 ? "" : ",", code);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

char **
yl_asked_townships_split (const char *asked)
{
  g_autoptr (GStrvBuilder) parts = g_strv_builder_new ();
  g_auto (GStrv) all = g_regex_split_simple (BETWEEN, asked, 0, 0);
  for (guint i = 0; all[i] != NULL; i++)
    if (all[i][0] != '\0')
      g_strv_builder_add (parts, all[i]);
  return g_strv_builder_end (parts);
}

char *
yl_asked_townships_read (const char *option, const char *typed, GError **error)
{
  g_autofree char *asked = clean (typed);
  if (g_str_is_ascii (asked))
    return g_steal_pointer (&asked);
  const YlPlaces *places = yl_register_get (error);
  if (places == NULL)
    return NULL;
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Asked));
  g_array_set_clear_func (all, asked_clear);
  g_auto (GStrv) parts = yl_asked_townships_split (asked);
  for (guint i = 0; parts[i] != NULL; i++)
    if (!take_one (places, option, parts[i], all, error))
      return NULL;
  return join (places, option, all, error);
}

/* ---- those of one entity ---- */

/* By its code, or the only one of @own that is called so. */
static const YlTownship *
find_own (const GPtrArray *own, const YlPlaces *places, const char *asked)
{
  guint32 code = 0;
  if (yl_place_code_parse (yl_text_of (asked), TOWNSHIP_DIGITS, &code))
    code = yl_places_renew_township (places, code);
  g_autoptr (GArray) named = yl_place_names_find_townships (places, asked);
  const YlTownship *found = NULL;
  for (guint i = 0; i < own->len; i++)
    {
      const YlTownship *township = g_ptr_array_index (own, i);
      gboolean is_asked = township->code == code;
      for (guint j = 0; j < named->len && !is_asked; j++)
        is_asked = township->code == g_array_index (named, guint32, j);
      if (is_asked && found != NULL)
        return NULL;
      found = is_asked ? township : found;
    }
  return found;
}

static void
say_not_own (
    const GPtrArray *own, const char *whose, const char *option, const char *asked, GError **error)
{
  g_autoptr (YlNearest) nearest = yl_nearest_new (asked, N_ASKED);
  for (guint i = 0; i < own->len; i++)
    yl_nearest_offer (nearest, ((const YlTownship *) g_ptr_array_index (own, i))->name);
  g_autofree char *advice = yl_nearest_advise (nearest, "请填名录中的名称或九位代码。");
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "--%s：“%s”不是%s的乡镇（街道），%s", option, asked,
               whose, advice);
}

/* Who wrote a name reads what it was taken for. */
static void
tell_named (const YlPlaces *places,
            const char *option,
            const char *asked,
            const YlTownship *township,
            YlChoices *choices)
{
  if (g_str_is_ascii (asked))
    return;
  g_autofree char *name = yl_place_names_of_township (places, township->code);
  g_autofree char *chosen = g_strdup_printf ("%09u %s", township->code, name);
  g_autofree char *why = g_strdup_printf ("--%s 所给的“%s”", option, asked);
  yl_choices_add (choices, "乡镇", chosen, why);
}

GPtrArray *
yl_asked_townships_find (const char *option,
                         const char *asked,
                         const GPtrArray *own,
                         const char *whose,
                         YlChoices *choices,
                         GError **error)
{
  const YlPlaces *places = yl_register_get (error);
  if (places == NULL)
    return NULL;
  g_autoptr (GPtrArray) townships = g_ptr_array_new ();
  g_auto (GStrv) parts = yl_asked_townships_split (asked);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const YlTownship *township = find_own (own, places, parts[i]);
      if (township == NULL)
        {
          say_not_own (own, whose, option, parts[i], error);
          return NULL;
        }
      if (g_ptr_array_find (townships, township, NULL))
        continue;
      g_ptr_array_add (townships, (gpointer) township);
      tell_named (places, option, parts[i], township, choices);
    }
  if (townships->len > 0)
    return g_steal_pointer (&townships);
  g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "--%s 没有给出任何乡镇。", option);
  return NULL;
}
