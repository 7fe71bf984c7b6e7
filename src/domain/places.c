#include "yanglu/domain/places.h"

#include "yanglu/domain/place-code.h"

#include "township-name-private.h"

#include <string.h>

#define BLOCK_BYTES (64u * 1024u)
#define COUNTIES_OF_A_CITY 100u

typedef struct
{
  guint32 old_code;
  guint32 new_code;
  guint year;
} Renamed;

/* Every array is sorted by code, so that a place is found by halving. */
struct _YlPlaces
{
  YlArena *arena;
  GStringChunk *names;
  GArray *counties;  /* of YlCounty */
  GArray *cities;    /* of YlCity */
  GArray *townships; /* of YlTownship */
  GArray *renamed;   /* of Renamed */
  GArray *former;    /* of YlCounty: codes that are none any more */
};

YlPlaces *
yl_places_new (void)
{
  YlPlaces *places = yl_arena_new_record (sizeof *places);
  places->names = yl_arena_own (places->arena, g_string_chunk_new (BLOCK_BYTES),
                                (GDestroyNotify) g_string_chunk_free);
  places->counties = yl_arena_array (places->arena, sizeof (YlCounty));
  places->cities = yl_arena_array (places->arena, sizeof (YlCity));
  places->townships = yl_arena_array (places->arena, sizeof (YlTownship));
  places->renamed = yl_arena_array (places->arena, sizeof (Renamed));
  places->former = yl_arena_array (places->arena, sizeof (YlCounty));
  return places;
}

static const char *
keep_name (YlPlaces *places, YlText name)
{
  if (name.length == 0)
    return "";
  return g_string_chunk_insert_len (places->names, name.at, (gssize) name.length);
}

void
yl_places_add_county (YlPlaces *places, guint32 code, YlText name)
{
  const YlCounty county = { code, keep_name (places, name) };
  g_array_append_val (places->counties, county);
}

void
yl_places_add_city (YlPlaces *places, guint32 prefix, YlText name, YlText province)
{
  const YlCity city = { prefix, keep_name (places, name), keep_name (places, province) };
  g_array_append_val (places->cities, city);
}

void
yl_places_add_township (YlPlaces *places, guint32 code, YlText name)
{
  const YlTownship township = { code, keep_name (places, name) };
  g_array_append_val (places->townships, township);
}

void
yl_places_add_renamed (YlPlaces *places, guint32 old_code, guint32 new_code, guint year)
{
  const Renamed renamed = { old_code, new_code, year };
  g_array_append_val (places->renamed, renamed);
}

void
yl_places_add_former (YlPlaces *places, guint32 code, YlText name)
{
  const YlCounty county = { code, keep_name (places, name) };
  g_array_append_val (places->former, county);
}

/* Counties, townships and renamed codes all begin with the code they are sorted by. */
static guint32
code_at (const GArray *array, gsize size, guint index)
{
  guint32 code;
  memcpy (&code, array->data + size * index, sizeof code);
  return code;
}
G_STATIC_ASSERT (G_STRUCT_OFFSET (YlCounty, code) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (YlCity, prefix) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (YlTownship, code) == 0);
G_STATIC_ASSERT (G_STRUCT_OFFSET (Renamed, old_code) == 0);

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  const guint32 left = *(const guint32 *) a;
  const guint32 right = *(const guint32 *) b;
  return (left > right) - (left < right);
}

/* The register compiled in is sorted already: looking is cheaper than sorting. */
static void
sort (GArray *array, gsize size)
{
  for (guint i = 1; i < array->len; i++)
    if (code_at (array, size, i - 1) > code_at (array, size, i))
      {
        g_array_sort (array, compare_codes);
        return;
      }
}

YlPlaces *
yl_places_seal (YlPlaces *places)
{
  sort (places->counties, sizeof (YlCounty));
  sort (places->cities, sizeof (YlCity));
  sort (places->townships, sizeof (YlTownship));
  sort (places->renamed, sizeof (Renamed));
  sort (places->former, sizeof (YlCounty));
  return places;
}

/* The first index whose code is @code or above. */
static guint
lower_bound (const GArray *array, gsize size, guint32 code)
{
  guint from = 0;
  guint to = array->len;
  while (from < to)
    {
      const guint middle = from + (to - from) / 2;
      if (code_at (array, size, middle) < code)
        from = middle + 1;
      else
        to = middle;
    }
  return from;
}

static gboolean
find_code (const GArray *array, gsize size, guint32 code, guint *out_index)
{
  *out_index = lower_bound (array, size, code);
  return *out_index < array->len && code_at (array, size, *out_index) == code;
}

static const YlCounty *
find_county (const GArray *counties, guint32 code)
{
  guint index;
  return find_code (counties, sizeof (YlCounty), code, &index)
             ? &g_array_index (counties, YlCounty, index)
             : NULL;
}

const YlCounty *
yl_places_find_county (const YlPlaces *places, guint32 code)
{
  return find_county (places->counties, code);
}

const YlCity *
yl_places_find_city (const YlPlaces *places, guint32 county_code)
{
  guint index;
  return find_code (places->cities, sizeof (YlCity), county_code / COUNTIES_OF_A_CITY, &index)
             ? &g_array_index (places->cities, YlCity, index)
             : NULL;
}

const YlCounty *
yl_places_find_former (const YlPlaces *places, guint32 code)
{
  return find_county (places->former, code);
}

const YlTownship *
yl_places_find_township (const YlPlaces *places, guint32 code)
{
  guint index;
  return find_code (places->townships, sizeof (YlTownship), code, &index)
             ? &g_array_index (places->townships, YlTownship, index)
             : NULL;
}

guint32
yl_places_renew (const YlPlaces *places, guint32 county_code)
{
  /* A code may be replaced more than once; a ring in the data must not hang us. */
  for (guint step = 0; places != NULL && step < places->renamed->len; step++)
    {
      guint index;
      if (!find_code (places->renamed, sizeof (Renamed), county_code, &index))
        break;
      county_code = g_array_index (places->renamed, Renamed, index).new_code;
    }
  return county_code;
}

guint32
yl_places_renew_township (const YlPlaces *places, guint32 township_code)
{
  const guint32 county = yl_places_renew (places, yl_township_code_find_county (township_code));
  return county * YL_TOWNSHIPS_OF_A_COUNTY + township_code % YL_TOWNSHIPS_OF_A_COUNTY;
}

const YlTownship *
yl_places_get_townships (const YlPlaces *places, guint32 county_code, gsize *out_n)
{
  const GArray *all = places->townships;
  *out_n = 0;
  if (county_code > G_MAXUINT32 / YL_TOWNSHIPS_OF_A_COUNTY - 1)
    return NULL;
  const guint from = lower_bound (all, sizeof (YlTownship), county_code * YL_TOWNSHIPS_OF_A_COUNTY);
  const guint to =
      lower_bound (all, sizeof (YlTownship), (county_code + 1) * YL_TOWNSHIPS_OF_A_COUNTY);
  *out_n = to - from;
  return from < to ? &g_array_index (all, YlTownship, from) : NULL;
}

const YlCounty *
yl_places_get_counties (const YlPlaces *places, gsize *out_n)
{
  *out_n = places->counties->len;
  return (const YlCounty *) (gconstpointer) places->counties->data;
}

/* The only township of the county that fits @written as well as @least. */
static const YlTownship *
find_only (const YlTownship *townships,
           gsize n,
           const TownshipName *written,
           const char *county,
           TownshipFit least)
{
  const YlTownship *found = NULL;
  for (gsize i = 0; i < n; i++)
    {
      const TownshipName registered = township_name_split (yl_text_of (townships[i].name), county);
      if (township_name_fit (&registered, written) < least)
        continue;
      if (found != NULL)
        return NULL;
      found = &townships[i];
    }
  return found;
}

const YlTownship *
yl_places_find_township_named (const YlPlaces *places, guint32 county_code, YlText name)
{
  gsize n;
  const YlTownship *townships = yl_places_get_townships (places, county_code, &n);
  const YlCounty *county = yl_places_find_county (places, county_code);
  const char *county_name = county == NULL ? NULL : county->name;
  for (gsize i = 0; i < n; i++)
    if (yl_text_is (name, townships[i].name))
      return &townships[i];
  if (name.length == 0)
    return NULL;
  const TownshipName written = township_name_split (name, county_name);
  const YlTownship *found = find_only (townships, n, &written, county_name, TOWNSHIP_FITS);
  return found != NULL ? found
                       : find_only (townships, n, &written, county_name, TOWNSHIP_FITS_SHORT);
}

guint32
yl_places_find_county_named (const YlPlaces *places, const char *words)
{
  gsize n = 0;
  const YlCounty *counties = yl_places_get_counties (places, &n);
  guint32 best = 0;
  gsize longest = 0;
  for (gsize i = 0; i < n; i++)
    {
      const gsize length = yl_text_of (counties[i].name).length;
      if (length < longest || length == 0 || strstr (words, counties[i].name) == NULL)
        continue;
      best = length == longest ? 0 : counties[i].code;
      longest = length;
    }
  return best;
}
