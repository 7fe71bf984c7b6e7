#include "place-private.h"

#include <string.h>

/* Rows of one township mostly stand together: a table of the last ones met, looked up by a cheap
 * mix of the cells, spares nearly every row the hash over its text. */
#define N_RECENT 1024u

typedef struct
{
  RoadPlaceCells cells; /* the name is owned */
  RoadPlace place;
} Entry;

struct _RoadPlaces
{
  const YlPlaces *places;
  guint32 county_code; /* of rows that name none; 0 unknown */
  GHashTable *entries; /* of Entry, by its cells */
  const Entry *recent[N_RECENT];
};

static gboolean
equal (const RoadPlaceCells *a, const RoadPlaceCells *b)
{
  return a->route_county == b->route_county && a->county == b->county
         && a->township_digits == b->township_digits && yl_text_equal (a->name, b->name);
}

static gboolean
equal_entries (gconstpointer a, gconstpointer b)
{
  return equal (a, b);
}

/* FNV-1a over the name, mixed with the codes. */
static guint
hash_cells (gconstpointer key)
{
  const RoadPlaceCells *cells = key;
  guint32 hash = 2166136261u ^ cells->township_digits ^ (cells->county << 3) ^ cells->route_county;
  for (gsize i = 0; i < cells->name.length; i++)
    hash = (hash ^ (guchar) cells->name.at[i]) * 16777619u;
  return hash;
}
G_STATIC_ASSERT (G_STRUCT_OFFSET (Entry, cells) == 0);

static void
free_entry (gpointer data)
{
  Entry *entry = data;
  g_free ((char *) entry->cells.name.at);
  g_free (entry);
}

RoadPlaces *
road_places_new (const YlPlaces *register_of_places, guint32 county_code)
{
  RoadPlaces *places = g_new0 (RoadPlaces, 1);
  places->places = register_of_places;
  places->county_code = county_code;
  places->entries = g_hash_table_new_full (hash_cells, equal_entries, free_entry, NULL);
  return places;
}

void
road_places_free (RoadPlaces *places)
{
  if (places == NULL)
    return;
  g_hash_table_unref (places->entries);
  g_free (places);
}

/* A slot by the codes and the middle of the name, where names differ. */
static guint
choose_slot (const RoadPlaceCells *cells)
{
  guint32 mix = cells->township_digits * 31u + cells->route_county + cells->county * 7u;
  if (cells->name.length >= 4)
    {
      guint32 word;
      memcpy (&word, cells->name.at + 1, sizeof word);
      mix ^= word * 2654435761u;
    }
  return (mix ^ (mix >> 15) ^ (guint32) cells->name.length) % N_RECENT;
}

/* The name as the register may spell it: half-width, no blanks, without the county's own name. */
static char *
clean_name (const YlPlaces *places, guint32 county_code, YlText name)
{
  char *clean = yl_text_squeeze (name);
  const YlCounty *county = yl_places_find_county (places, county_code);
  const gsize length = county == NULL ? 0 : strlen (county->name);
  if (length > 0 && g_str_has_prefix (clean, county->name) && strlen (clean) > length)
    memmove (clean, clean + length, strlen (clean) - length + 1);
  return clean;
}

static const YlTownship *
find_named (const YlPlaces *places, guint32 county_code, YlText name)
{
  const YlTownship *township = yl_places_find_township_named (places, county_code, name);
  if (township != NULL || name.length == 0)
    return township;
  g_autofree char *clean = clean_name (places, county_code, name);
  return yl_places_find_township_named (places, county_code, yl_text_of (clean));
}

static RoadPlace
place_of_township (const YlTownship *township, guint32 county_code, PlaceFault fault)
{
  return (RoadPlace){
    .county_code = county_code,
    .township_code = township->code,
    .name = yl_text_of (township->name),
    .fault = fault,
  };
}

static RoadPlace
resolve_in_county (const YlPlaces *places,
                   guint32 county_code,
                   const RoadPlaceCells *cells,
                   guint32 digits)
{
  gsize n = 0;
  if (county_code != 0)
    yl_places_get_townships (places, county_code, &n);
  /* Without the county's townships nothing can be said against code or name. */
  if (n == 0)
    return (RoadPlace){ county_code, digits, cells->name, FALSE, PLACE_SOUND };

  const YlTownship *by_code = digits == 0 ? NULL : yl_places_find_township (places, digits);
  const YlTownship *by_name =
      cells->name.length == 0 ? NULL : find_named (places, county_code, cells->name);
  if (by_code != NULL)
    return place_of_township (by_code, county_code,
                              cells->name.length > 0 && by_name != by_code ? PLACE_DISAGREES
                                                                           : PLACE_SOUND);
  const PlaceFault fault = digits != 0              ? PLACE_CODE_UNKNOWN
                           : cells->name.length > 0 ? PLACE_NAME_UNKNOWN
                                                    : PLACE_SOUND;
  if (by_name != NULL)
    return place_of_township (by_name, county_code, digits != 0 ? fault : PLACE_SOUND);
  return (RoadPlace){ county_code, 0, cells->name, FALSE, fault };
}

static RoadPlace
resolve (const RoadPlaces *places, const RoadPlaceCells *cells)
{
  const guint32 named = cells->county != 0 ? cells->county : cells->route_county;
  const guint32 written = named != 0 ? named : places->county_code;
  const guint32 county_code = written == 0 ? 0 : yl_places_renew (places->places, written);
  const guint32 digits = yl_places_renew_township (places->places, cells->township_digits);
  RoadPlace place = resolve_in_county (places->places, county_code, cells, digits);
  place.is_stale = county_code != written;
  return place;
}

static const Entry *
add (RoadPlaces *places, const RoadPlaceCells *cells)
{
  Entry *entry = g_new0 (Entry, 1);
  entry->cells = *cells;
  entry->cells.name = (YlText){ yl_text_dup (cells->name), cells->name.length };
  entry->place = resolve (places, &entry->cells);
  g_hash_table_add (places->entries, entry);
  return entry;
}

const RoadPlace *
road_places_find (RoadPlaces *places, const RoadPlaceCells *cells)
{
  const guint slot = choose_slot (cells);
  const Entry *recent = places->recent[slot];
  if (recent != NULL && equal (&recent->cells, cells))
    return &recent->place;
  const Entry *entry = g_hash_table_lookup (places->entries, cells);
  if (entry == NULL)
    entry = add (places, cells);
  places->recent[slot] = entry;
  return &entry->place;
}

char *
road_places_list_names (const RoadPlaces *places, guint32 county_code)
{
  gsize n;
  const YlTownship *townships = yl_places_get_townships (places->places, county_code, &n);
  GString *names = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (names, "%s%s", i == 0 ? "" : "、", townships[i].name);
  return g_string_free (names, FALSE);
}
