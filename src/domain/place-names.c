#include "yanglu/domain/place-names.h"

#include "yanglu/domain/place-code.h"

#include "township-name-private.h"

#include <string.h>

/* A single character is no name without its kind: 城区 is not 城. */
#define MIN_CHARACTERS 2

/* What a place is; a name may leave it out. */
typedef struct
{
  const char *name;
  gboolean
      is_of_counties; /* that become another of these, and are called by the old one for years */
  gboolean is_short;  /* and stands for 自治县, 自治旗 with a nationality in front */
} Kind;

static const Kind kinds[] = {
  { .name = "县", .is_of_counties = TRUE, .is_short = TRUE },
  { .name = "区", .is_of_counties = TRUE },
  { .name = "市", .is_of_counties = TRUE },
  { .name = "旗", .is_short = TRUE },
  { .name = "自治县" },
  { .name = "自治旗" },
  { .name = "林区" },
  { .name = "特区" },
  { .name = "地区" },
  { .name = "自治州" },
  { .name = "盟" },
  { .name = "省" },
  { .name = "自治区" },
};

typedef enum
{
  FITS_NOT,
  FITS_SHORT, /* without its kind */
  FITS,
} Fit;

char *
yl_place_names_of_county (const YlPlaces *places, guint32 code)
{
  const YlCounty *county = yl_places_find_county (places, code);
  const YlCity *city = yl_places_find_city (places, code);
  if (county == NULL)
    return g_strdup_printf ("%06u", code);
  const char *above = city == NULL ? "" : city->name[0] == '\0' ? city->province : city->name;
  return g_strconcat (above, county->name, NULL);
}

char *
yl_place_names_of_township (const YlPlaces *places, guint32 code)
{
  const YlTownship *township = yl_places_find_township (places, code);
  g_autofree char *county = yl_place_names_of_county (places, yl_township_code_find_county (code));
  return township == NULL ? g_strdup_printf ("%09u", code)
                          : g_strconcat (county, township->name, NULL);
}

static YlText
skip (YlText text, gsize length)
{
  return (YlText){ text.at + length, text.length - length };
}

static gboolean
begins_with (YlText text, YlText beginning)
{
  return text.length >= beginning.length && memcmp (text.at, beginning.at, beginning.length) == 0;
}

/* Whether @rest is what a name may leave out: 区; 苗族自治县. */
static gboolean
is_kind (YlText rest)
{
  for (gsize n = 1; n > 0 && rest.length > 0; rest = skip (rest, n))
    {
      for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
        if (yl_text_is (rest, kinds[i].name))
          return TRUE;
      n = township_name_find_nationality (rest);
    }
  return FALSE;
}

/* (nullable): the kind that @asked ends with, behind a name, of those whose @member is set. */
static const Kind *
find_kind (YlText asked, gsize member)
{
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const gsize length = strlen (kinds[i].name);
      if (G_STRUCT_MEMBER (gboolean, &kinds[i], member) && asked.length > length
          && yl_text_is (skip (asked, asked.length - length), kinds[i].name))
        return &kinds[i];
    }
  return NULL;
}

/* 融水县 is 融水苗族自治县. */
static gboolean
is_autonomous (YlText asked, YlText whole)
{
  const Kind *kind = find_kind (asked, G_STRUCT_OFFSET (Kind, is_short));
  if (kind == NULL)
    return FALSE;
  const YlText stem = { asked.at, asked.length - strlen (kind->name) };
  const YlText rest = begins_with (whole, stem) ? skip (whole, stem.length) : stem;
  return township_name_find_nationality (rest) > 0 && is_kind (rest);
}

static Fit
compare (YlText asked, const char *name)
{
  const YlText whole = yl_text_of (name);
  if (yl_text_equal (asked, whole))
    return FITS;
  if (is_autonomous (asked, whole))
    return FITS_SHORT;
  return g_utf8_strlen (asked.at, (gssize) asked.length) >= MIN_CHARACTERS
                 && begins_with (whole, asked) && is_kind (skip (whole, asked.length))
             ? FITS_SHORT
             : FITS_NOT;
}

/* How many bytes of @name, with its kind or without, @asked begins with; nothing else may be left over
 * that is a kind: 聊城 in 聊城市东昌府区 is the city. */
static gsize
find_front (YlText asked, const char *name)
{
  const YlText whole = yl_text_of (name);
  if (whole.length > 0 && begins_with (asked, whole))
    return whole.length;
  gsize n = 0;
  while (n < asked.length && n < whole.length && asked.at[n] == whole.at[n])
    n++;
  while (n > 0 && n < whole.length && ((guchar) whole.at[n] & 0xC0) == 0x80)
    n--;
  const YlText front = { asked.at, n };
  return n < whole.length && compare (front, name) == FITS_SHORT ? n : 0;
}

/* With the province, the city, both or none in front. */
static Fit
compare_county (YlText asked, const YlCounty *county, const YlCity *city)
{
  Fit best = compare (asked, county->name);
  if (city == NULL)
    return best;
  const gsize province = find_front (asked, city->province);
  const YlText fronts[] = { asked, skip (asked, province) };
  for (gsize i = 0; i < G_N_ELEMENTS (fronts); i++)
    {
      const YlText behind = skip (fronts[i], find_front (fronts[i], city->name));
      best = MAX (best, MAX (compare (fronts[i], county->name), compare (behind, county->name)));
    }
  return best;
}

GArray *
yl_place_names_find_counties (const YlPlaces *places, const char *asked)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
  Fit best = FITS_SHORT;
  gsize n = 0;
  const YlCounty *counties = yl_places_get_counties (places, &n);
  for (gsize i = 0; i < n; i++)
    {
      const Fit fit = compare_county (yl_text_of (asked), &counties[i],
                                      yl_places_find_city (places, counties[i].code));
      if (fit < best)
        continue;
      if (fit > best)
        g_array_set_size (found, 0);
      best = fit;
      g_array_append_val (found, counties[i].code);
    }
  return found;
}

GArray *
yl_place_names_find_counties_of_other_kind (const YlPlaces *places, const char *asked)
{
  const YlText text = yl_text_of (asked);
  const Kind *kind = find_kind (text, G_STRUCT_OFFSET (Kind, is_of_counties));
  if (kind == NULL)
    return g_array_new (FALSE, FALSE, sizeof (guint32));
  g_autofree char *stem = yl_text_dup ((YlText){ text.at, text.length - strlen (kind->name) });
  return yl_place_names_find_counties (places, stem);
}

/* Behind the city, so that the county is in front. */
static YlText
skip_city (YlText asked, const YlCity *city)
{
  if (city == NULL)
    return asked;
  const YlText behind = skip (asked, find_front (asked, city->province));
  return skip (behind, find_front (behind, city->name));
}

/* The township of @county that @asked may be; 0: none. */
static guint32
find_in (const YlPlaces *places, const YlCounty *county, YlText asked)
{
  const YlText behind = skip_city (asked, yl_places_find_city (places, county->code));
  const YlTownship *found = yl_places_find_township_named (places, county->code, asked);
  if (found == NULL && behind.length > 0 && behind.length < asked.length)
    found = yl_places_find_township_named (places, county->code, behind);
  return found == NULL ? 0 : found->code;
}

GArray *
yl_place_names_find_townships (const YlPlaces *places, const char *asked)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (guint32));
  gsize n = 0;
  const YlCounty *counties = yl_places_get_counties (places, &n);
  for (gsize i = 0; i < n; i++)
    {
      const guint32 code = find_in (places, &counties[i], yl_text_of (asked));
      if (code != 0)
        g_array_append_val (found, code);
    }
  return found;
}
