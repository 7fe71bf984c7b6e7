#include "bench/clerk.h"
#include "bench/road-list.h"

#include "yanglu/base/length.h"
#include "yanglu/io/words/words.h"

#include <string.h>

enum
{
  ROUTE_CODE = 0,
  CLASS = 2,
  TOWNSHIP = 3,
  LENGTH = 7,
  DUPLICATE = 11,
  DEAD_END = 12,
};

static guint
find_township (ClerkCounty *county, const char *name)
{
  for (guint i = 0; i < county->n_townships; i++)
    if (strcmp (county->townships[i], name) == 0)
      return i;
  g_assert (county->n_townships < CLERK_MAX_TOWNSHIPS);
  county->townships[county->n_townships] = g_strdup (name);
  return county->n_townships++;
}

/* The few rows that road-list.c spoils are left out, as a clerk would. */
static void
take_row (gpointer self, const BenchRow *row)
{
  ClerkCounty *county = self;
  YlRoadClass road_class;
  YlLength length;
  gint32 lost = 0;
  const YlText km = { row->cells[LENGTH], strlen (row->cells[LENGTH]) };
  const YlText class_name = { row->cells[CLASS], strlen (row->cells[CLASS]) };
  if (yl_length_parse_km (km, &length, &lost) != YL_DECIMAL_OK || lost != 0
      || yl_road_class_parse_name (yl_words_get_builtin (), class_name, &road_class)
             != YL_CLASS_READ_OK
      || road_class >= CLERK_N_CLASSES || strcmp (row->cells[TOWNSHIP], "没有这个乡") == 0)
    return;
  const gboolean is_dead_end = row->cells[DEAD_END][0] != '\0';
  const gboolean is_duplicate = row->cells[DUPLICATE][0] != '\0';
  const ClerkRoad road = {
    .name = g_strdup (row->cells[ROUTE_CODE]),
    .township = find_township (county, row->cells[TOWNSHIP]),
    .road_class = road_class,
    .state = is_dead_end    ? YL_ITEM_DEAD_END
             : is_duplicate ? YL_ITEM_DUPLICATE
                            : YL_ITEM_COUNTED,
    .length_m = length.m,
  };
  g_array_append_val (county->roads, road);
}

static gint
compare_roads (gconstpointer a, gconstpointer b)
{
  const ClerkRoad *left = a, *right = b;
  return (left->township > right->township) - (left->township < right->township);
}

static void
road_clear (gpointer data)
{
  g_free (((ClerkRoad *) data)->name);
}

ClerkCounty *
clerk_county_new (const YlPlaces *places, guint32 code, guint n_sections, guint32 seed)
{
  ClerkCounty *county = g_new0 (ClerkCounty, 1);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  county->roads = g_array_new (FALSE, FALSE, sizeof (ClerkRoad));
  g_array_set_clear_func (county->roads, road_clear);
  bench_make_roads (places, code, n_sections, seed, take_row, county);
  g_array_sort (county->roads, compare_roads);
  for (guint i = 0; i < CLERK_N_GRANTS; i++)
    county->grants_fen[i] = g_rand_int_range (random, 10, 900) * 1000000;
  county->lawful_fen = g_rand_int_range (random, 10, 300) * 1000000;
  county->income_fen = g_rand_int_range (random, 20000, 900000) * G_GINT64_CONSTANT (1000000);
  for (guint i = 0; i < CLERK_N_COSTS; i++)
    county->costs_fen[i] = county->income_fen / 1000 * g_rand_int_range (random, 1, 100);
  county->share_ppm = g_rand_int_range (random, 0, 3) * 5000 + 20000;
  return county;
}

void
clerk_county_free (ClerkCounty *county)
{
  g_array_unref (county->roads);
  for (guint i = 0; i < county->n_townships; i++)
    g_free (county->townships[i]);
  g_free (county);
}
