#include "yanglu/calc/tally.h"

#include <stdlib.h>
#include <string.h>

#include "yanglu/base/error.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/calc/counted.h"

/* One township: all that a nation keeps in memory. */
typedef struct
{
  guint32 county_code;
  guint32 township_code;
  guint32 hash;
  char *name;
  gsize name_length;
  struct
  {
    gint64 sections;
    gint64 listed_m;
    gint64 counted_m;
    gint64 amount_fen;
  } classes[YL_N_CLASSES];
} TallyPlace;

struct _YlTally
{
  TallyPlace **slots; /* open addressing; a power of two, at most half full */
  guint32 n_slots;
  guint32 n_places;
  TallyPlace *last; /* rows of one township mostly stand together */
  GArray *rows;
  YlTallyUnrated unrated[YL_N_RATES];
  YlTallySum sum;
  gboolean is_too_large;
};

#define FIRST_SLOTS 1024u

YlTally *
yl_tally_new (void)
{
  YlTally *tally = g_new0 (YlTally, 1);
  tally->n_slots = FIRST_SLOTS;
  tally->slots = g_new0 (TallyPlace *, tally->n_slots);
  tally->rows = g_array_sized_new (FALSE, FALSE, sizeof (YlTallyRow), 1); /* never NULL */
  return tally;
}

void
yl_tally_free (YlTally *tally)
{
  if (tally == NULL)
    return;
  for (guint32 i = 0; i < tally->n_slots; i++)
    if (tally->slots[i] != NULL)
      {
        g_free (tally->slots[i]->name);
        g_free (tally->slots[i]);
      }
  g_free (tally->slots);
  g_array_unref (tally->rows);
  g_free (tally);
}

/* A place is its codes; only where the township has none, its name. */
static guint32
hash_place (const YlRoad *road, YlText name)
{
  const guint64 codes =
      ((guint64) road->county_code << 32 | road->township_code) * 0x9E3779B97F4A7C15u;
  const guint32 hash = (guint32) (codes >> 32) ^ (guint32) codes;
  return road->township_code == 0 ? hash ^ yl_keyed_hash (name) : hash;
}

static gboolean
is_named (const TallyPlace *place, YlText name)
{
  return place->name_length == name.length
         && (name.length == 0 || memcmp (place->name, name.at, name.length) == 0);
}

static gboolean
is_place (const TallyPlace *place, const YlRoad *road, YlText name)
{
  return place->township_code == road->township_code && place->county_code == road->county_code
         && (road->township_code != 0 || is_named (place, name));
}

static guint32
find_slot (TallyPlace *const *slots, guint32 n_slots, guint32 hash, const YlRoad *road, YlText name)
{
  guint32 slot = hash & (n_slots - 1);
  while (slots[slot] != NULL && !(slots[slot]->hash == hash && is_place (slots[slot], road, name)))
    slot = (slot + 1) & (n_slots - 1);
  return slot;
}

static void
grow (YlTally *tally)
{
  const guint32 n_slots = tally->n_slots * 2;
  TallyPlace **slots = g_new0 (TallyPlace *, n_slots);
  for (guint32 i = 0; i < tally->n_slots; i++)
    {
      TallyPlace *place = tally->slots[i];
      if (place == NULL)
        continue;
      guint32 slot = place->hash & (n_slots - 1);
      while (slots[slot] != NULL)
        slot = (slot + 1) & (n_slots - 1);
      slots[slot] = place;
    }
  g_free (tally->slots);
  tally->slots = slots;
  tally->n_slots = n_slots;
}

static void
rename_place (TallyPlace *place, YlText name)
{
  g_free (place->name);
  place->name = yl_text_dup (name);
  place->name_length = name.length;
}

static TallyPlace *
add_place (YlTally *tally, guint32 hash, const YlRoad *road, YlText name)
{
  if (tally->n_places >= tally->n_slots / 2)
    grow (tally);
  TallyPlace *place = g_new0 (TallyPlace, 1);
  place->county_code = road->county_code;
  place->township_code = road->township_code;
  place->hash = hash;
  rename_place (place, name);
  tally->slots[find_slot (tally->slots, tally->n_slots, hash, road, name)] = place;
  tally->n_places++;
  return place;
}

/* Rows may spell the name of one code differently: the smallest is no matter of their order. */
static void
offer_name (TallyPlace *place, YlText name)
{
  if (name.length == 0 || is_named (place, name))
    return;
  const int order = memcmp (name.at, place->name, MIN (name.length, place->name_length));
  if (place->name_length == 0 || order < 0 || (order == 0 && name.length < place->name_length))
    rename_place (place, name);
}

static TallyPlace *
find_place (YlTally *tally, const YlRoad *road, YlText name)
{
  if (tally->last != NULL && is_place (tally->last, road, name))
    return tally->last;
  const guint32 hash = hash_place (road, name);
  TallyPlace *place = tally->slots[find_slot (tally->slots, tally->n_slots, hash, road, name)];
  return place != NULL ? place : add_place (tally, hash, road, name);
}

static void
add_unrated (YlTallyUnrated *unrated, guint32 counted_m)
{
  unrated->sections += counted_m > 0 ? 1 : 0;
  unrated->counted_m += counted_m;
}

void
yl_tally_add (YlTally *tally, const YlRateTable *rates, const YlRoadRow *row)
{
  const YlRoad *road = &row->road;
  TallyPlace *place = find_place (tally, road, row->township);
  tally->last = place;
  offer_name (place, row->township);
  YlRoadWorking working;
  if (!yl_road_price (rates, road, &working))
    {
      tally->is_too_large = TRUE;
      return;
    }
  if (G_UNLIKELY (!rates->has_rate[working.rate]))
    add_unrated (&tally->unrated[working.rate], working.counted_m);
  gint64 *sum_fen = &place->classes[road->road_class].amount_fen;
  gint64 *sum_m = &place->classes[road->road_class].counted_m;
  gint64 *listed_m = &place->classes[road->road_class].listed_m;
  place->classes[road->road_class].sections++;
  tally->sum.sections++;
  if (__builtin_add_overflow (*sum_m, working.counted_m, sum_m)
      || __builtin_add_overflow (*listed_m, road->length_m, listed_m)
      || __builtin_add_overflow (*sum_fen, working.amount_fen, sum_fen)
      || __builtin_add_overflow (tally->sum.counted_m, working.counted_m, &tally->sum.counted_m)
      || __builtin_add_overflow (tally->sum.amount_fen, working.amount_fen, &tally->sum.amount_fen))
    tally->is_too_large = TRUE;
}

static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const YlTallyRow *left = a;
  const YlTallyRow *right = b;
  if (left->county_code != right->county_code)
    return left->county_code < right->county_code ? -1 : 1;
  if (left->township_code != right->township_code)
    return left->township_code < right->township_code ? -1 : 1;
  const int by_name = strcmp (left->township, right->township);
  return by_name != 0 ? by_name : (int) left->road_class - (int) right->road_class;
}

static void
append_rows (GArray *rows, const TallyPlace *place)
{
  for (guint road_class = 0; road_class < YL_N_CLASSES; road_class++)
    {
      const YlTallyRow row = {
        .county_code = place->county_code,
        .township_code = place->township_code,
        .township = place->name,
        .road_class = (YlRoadClass) road_class,
        .sections = place->classes[road_class].sections,
        .listed_m = place->classes[road_class].listed_m,
        .counted_m = place->classes[road_class].counted_m,
        .amount_fen = place->classes[road_class].amount_fen,
      };
      if (row.sections > 0)
        g_array_append_val (rows, row);
    }
}

const YlTallyRow *
yl_tally_end (YlTally *tally, gsize *out_n, GError **error)
{
  if (tally->is_too_large)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_OVERFLOW,
                   "合计超出程序能够表示的范围，请检查里程和标准的单位是否写错");
      return NULL;
    }
  g_array_set_size (tally->rows, 0);
  for (guint32 i = 0; i < tally->n_slots; i++)
    if (tally->slots[i] != NULL)
      append_rows (tally->rows, tally->slots[i]);
  g_array_sort (tally->rows, compare_rows);
  *out_n = tally->rows->len;
  return (const YlTallyRow *) (gconstpointer) tally->rows->data;
}

YlTallySum
yl_tally_get_sum (const YlTally *tally)
{
  return tally->sum;
}

YlTallyUnrated
yl_tally_get_unrated (const YlTally *tally, YlRateKind kind)
{
  return tally->unrated[kind];
}
