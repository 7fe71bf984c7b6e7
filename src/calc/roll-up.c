#include "yanglu/calc/roll-up.h"

/* Digits of a code that a city has for itself. */
#define CITY_OF_COUNTY 100u
#define CITY_OF_TOWNSHIP 100000u

#define UNKNOWN "县不明"

/* ---- who there is ---- */

static guint
find (GHashTable *places, guint32 code)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (places, GUINT_TO_POINTER (code)));
}

static void
place (GHashTable *places, guint32 code, guint unit)
{
  if (find (places, code) == 0)
    g_hash_table_insert (places, GUINT_TO_POINTER (code), GUINT_TO_POINTER (unit + 1));
}

static void
add_county (YlRollUp *self, guint32 code, const char *name)
{
  YlRollUpUnit unit = { .county_code = code };
  if (find (self->counties, code) != 0)
    return;
  if (code == 0)
    unit.name = UNKNOWN;
  else if (name == NULL)
    unit.name = yl_arena_print (self->arena, "%06u（名录中没有）", code);
  else if (self->is_of_city)
    unit.name = yl_arena_keep (self->arena, name);
  else
    unit.name = yl_arena_print (self->arena, "%06u %s", code, name);
  place (self->counties, code, self->units->len);
  g_array_append_val (self->units, unit);
}

static void
add_zone (YlRollUp *self, const YlEntity *zone)
{
  const YlRollUpUnit unit = { .name = yl_arena_keep (self->arena, zone->name),
                              .is_zone = TRUE,
                              .is_unverified = zone->is_unverified };
  for (guint i = 0; i < zone->n_townships; i++)
    place (self->given, zone->townships[i], self->units->len);
  g_array_append_val (self->units, unit);
}

/* The city of all counties that are known; 0: they are of several, or none is known. */
static guint32
find_city (const YlTallyRow *rows, gsize n_rows)
{
  guint32 city = 0;
  for (gsize i = 0; i < n_rows; i++)
    {
      const guint32 own = rows[i].county_code / CITY_OF_COUNTY;
      if (own != 0 && city != 0 && own != city)
        return 0;
      city = own != 0 ? own : city;
    }
  return city;
}

static gboolean
is_zone_of (const YlEntity *zone, guint32 city, const YlTallyRow *rows, gsize n_rows)
{
  for (guint i = 0; i < zone->n_townships; i++)
    {
      if (city != 0 && zone->townships[i] / CITY_OF_TOWNSHIP == city)
        return TRUE;
      for (gsize j = 0; j < n_rows; j++)
        if (rows[j].township_code == zone->townships[i])
          return TRUE;
    }
  return FALSE;
}

static int
compare_codes (gconstpointer a, gconstpointer b)
{
  const guint32 one = *(const guint32 *) a;
  const guint32 two = *(const guint32 *) b;
  return (one > two) - (one < two);
}

/* Those with roads, and of a city all that it has; by code. */
static GArray *
list_counties (guint32 city, const YlTallyRow *rows, gsize n_rows, const YlPlaces *places)
{
  GArray *codes = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (gsize i = 0; i < n_rows; i++)
    if (rows[i].county_code != 0 && (i == 0 || rows[i].county_code != rows[i - 1].county_code))
      g_array_append_val (codes, rows[i].county_code);
  gsize n = 0;
  const YlCounty *counties = yl_places_get_counties (places, &n);
  for (gsize i = 0; city != 0 && i < n; i++)
    if (counties[i].code / CITY_OF_COUNTY == city)
      g_array_append_val (codes, counties[i].code);
  g_array_sort (codes, compare_codes);
  return codes;
}

static void
add_units (YlRollUp *self,
           const YlTallyRow *rows,
           gsize n_rows,
           const GPtrArray *zones,
           const YlPlaces *places)
{
  const guint32 city = find_city (rows, n_rows);
  g_autoptr (GArray) codes = list_counties (city, rows, n_rows, places);
  self->is_of_city = city != 0;
  for (guint i = 0; i < codes->len; i++)
    {
      const guint32 code = g_array_index (codes, guint32, i);
      const YlCounty *county = yl_places_find_county (places, code);
      add_county (self, code, county == NULL ? NULL : county->name);
    }
  for (guint i = 0; i < zones->len; i++)
    if (is_zone_of (g_ptr_array_index (zones, i), city, rows, n_rows))
      add_zone (self, g_ptr_array_index (zones, i));
  for (gsize i = 0; i < n_rows; i++)
    if (rows[i].county_code == 0)
      add_county (self, 0, NULL);
}

/* ---- whose the rows are ---- */

static guint
find_unit (const YlRollUp *self, guint32 county_code, guint32 township_code)
{
  const guint zone = township_code == 0 ? 0 : find (self->given, township_code);
  return zone != 0 ? zone : find (self->counties, county_code);
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const YlRollUpRow *one = a;
  const YlRollUpRow *two = b;
  return (one->unit > two->unit) - (one->unit < two->unit);
}

/* Townships stand one after another. */
static void
count_given (YlRollUp *self, const YlTallyRow *rows, gsize n_rows)
{
  for (gsize i = 0; i < n_rows; i++)
    {
      const guint county = find (self->counties, rows[i].county_code);
      const gboolean is_new = i == 0 || rows[i].township_code != rows[i - 1].township_code;
      if (is_new && county != 0 && rows[i].township_code != 0
          && find (self->given, rows[i].township_code) != 0)
        g_array_index (self->units, YlRollUpUnit, county - 1).n_given++;
    }
}

YlRollUp *
yl_roll_up_new (const YlTallyRow *rows,
                gsize n_rows,
                const GPtrArray *zones,
                const YlPlaces *places)
{
  YlRollUp *self = yl_arena_new_record (sizeof *self);
  self->units = yl_arena_array (self->arena, sizeof (YlRollUpUnit));
  self->rows = yl_arena_array (self->arena, sizeof (YlRollUpRow));
  self->counties = yl_arena_own (self->arena, g_hash_table_new (NULL, NULL),
                                 (GDestroyNotify) g_hash_table_unref);
  self->given = yl_arena_own (self->arena, g_hash_table_new (NULL, NULL),
                              (GDestroyNotify) g_hash_table_unref);
  add_units (self, rows, n_rows, zones, places);
  count_given (self, rows, n_rows);
  for (gsize i = 0; i < n_rows; i++)
    {
      const guint unit = find_unit (self, rows[i].county_code, rows[i].township_code);
      const YlRollUpRow row = { .unit = unit - 1, .tally = rows[i] };
      g_array_append_val (self->rows, row);
    }
  /* Stable: the order of the tally stays within a unit. */
  g_array_sort (self->rows, compare_rows);
  for (guint i = self->rows->len; i > 0; i--)
    {
      YlRollUpUnit *unit = &g_array_index (self->units, YlRollUpUnit,
                                           g_array_index (self->rows, YlRollUpRow, i - 1).unit);
      unit->first_row = i - 1;
      unit->n_rows++;
    }
  return self;
}

const char *
yl_roll_up_find_unit (const YlRollUp *self, guint32 county_code, guint32 township_code)
{
  const guint unit = find_unit (self, county_code, township_code);
  return unit == 0 ? "" : g_array_index (self->units, YlRollUpUnit, unit - 1).name;
}
