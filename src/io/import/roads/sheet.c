#include "sheet-private.h"

#include "yanglu/calc/counted.h"

#include <stdlib.h>

gint64
road_lengths_get_m (const RoadLengths *sums)
{
  gint64 total_m = 0;
  for (guint c = 0; c < YL_N_CLASSES; c++)
    total_m += sums->length_m[c];
  return total_m;
}

RoadSheet *
road_sheet_new (const char *name, gboolean is_hidden)
{
  RoadSheet *sheet = g_new0 (RoadSheet, 1);
  sheet->name = g_strdup (name);
  sheet->is_hidden = is_hidden;
  for (guint key = 0; key < ROAD_N_KEYS; key++)
    sheet->keys[key] = g_array_new (FALSE, FALSE, sizeof (guint64));
  return sheet;
}

void
road_sheet_free (RoadSheet *sheet)
{
  for (guint key = 0; key < ROAD_N_KEYS; key++)
    g_array_unref (sheet->keys[key]);
  g_free (sheet->foreign_head);
  g_free (sheet->name);
  g_free (sheet->why);
  g_free (sheet->doubt);
  g_free (sheet);
}

RoadSheet *
road_sheet_find (const GPtrArray *sheets, const char *name)
{
  for (guint i = 0; i < sheets->len; i++)
    {
      RoadSheet *sheet = g_ptr_array_index (sheets, i);
      if (g_str_equal (sheet->name, name))
        return sheet;
    }
  return NULL;
}

#define HASH_BEGIN G_GUINT64_CONSTANT (14695981039346656037)

/* FNV-1a. */
static guint64
add_bytes (guint64 hash, gconstpointer bytes, gsize n)
{
  const guchar *at = bytes;
  for (gsize i = 0; i < n; i++)
    hash = (hash ^ at[i]) * G_GUINT64_CONSTANT (1099511628211);
  return hash;
}

static guint64
add_text (guint64 hash, YlText text)
{
  return add_bytes (add_bytes (hash, text.at, text.length), "", 1);
}

static void
keep (RoadSheet *sheet, RoadKey key, guint64 hash)
{
  g_array_append_val (sheet->keys[key], hash);
}

static gboolean
is_staked (const YlRoad *road)
{
  return road->start_m != YL_STAKE_UNKNOWN && road->end_m != YL_STAKE_UNKNOWN;
}

/* Where a section lies: its stakes, else what else there is of it. */
static guint64
add_place (guint64 hash, const YlRoadRow *row)
{
  const YlRoad *road = &row->road;
  if (!is_staked (road))
    return add_text (add_bytes (hash, &road->length_m, sizeof road->length_m), row->route_name);
  const gint32 stakes[] = { road->start_m, road->end_m };
  return add_bytes (hash, stakes, sizeof stakes);
}

void
road_sheet_take_row (RoadSheet *sheet, const YlRoadRow *row)
{
  const YlRoad *road = &row->road;
  const gboolean is_coded = row->route_code.length > 0 && road->letter_class != YL_N_CLASSES;
  const guint64 route = add_text (HASH_BEGIN, row->route_code);
  const guint64 township = add_text (HASH_BEGIN, row->township);
  sheet->lengths.n_rows++;
  sheet->lengths.length_m[road->road_class] += road->length_m;
  sheet->lengths.counted_m[road->road_class] += yl_counted_get_m (road);
  sheet->n_coded += is_coded ? 1 : 0;
  sheet->n_staked += is_staked (road) ? 1 : 0;
  sheet->n_named += row->route_name.length > 0 ? 1 : 0;
  sheet->n_placed += row->township.length > 0 ? 1 : 0;
  if (row->township.length > 0)
    keep (sheet, ROAD_KEY_TOWNSHIP, township);
  if (is_coded)
    {
      keep (sheet, ROAD_KEY_ROUTE, route);
      keep (sheet, ROAD_KEY_SECTION, add_place (route, row));
    }
  else if (row->route_name.length > 0)
    keep (sheet, ROAD_KEY_NAME,
          add_bytes (add_text (township, row->route_name), &road->length_m, sizeof road->length_m));
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  const guint64 left = *(const guint64 *) a;
  const guint64 right = *(const guint64 *) b;
  return left < right ? -1 : left > right ? 1 : 0;
}

void
road_keys_arrange (GArray *keys)
{
  guint n = 0;
  g_array_sort (keys, compare);
  for (guint i = 0; i < keys->len; i++)
    if (n == 0 || g_array_index (keys, guint64, i) != g_array_index (keys, guint64, n - 1))
      g_array_index (keys, guint64, n++) = g_array_index (keys, guint64, i);
  g_array_set_size (keys, n);
}

gboolean
road_keys_find (const GArray *keys, guint64 key, guint *out_place)
{
  return g_array_binary_search ((GArray *) keys, &key, compare, out_place);
}

void
road_sheet_end (RoadSheet *sheet)
{
  for (guint key = 0; key < ROAD_N_KEYS; key++)
    road_keys_arrange (sheet->keys[key]);
}
