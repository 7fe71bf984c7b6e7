#include "drive-private.h"

static const char *
get_township (const GArray *population, guint unit)
{
  const char *township = g_array_index (population, YlSampleUnit, unit).township;
  return township == NULL ? "" : township;
}

/* Township → its rank from 1: the order in which the population names them; "" comes last. */
static GHashTable *
rank_townships (const GArray *population)
{
  GHashTable *ranks = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < population->len; i++)
    {
      const char *township = get_township (population, i);
      if (township[0] != '\0' && !g_hash_table_contains (ranks, township))
        g_hash_table_insert (ranks, (gpointer) township,
                             GUINT_TO_POINTER (g_hash_table_size (ranks) + 1));
    }
  g_hash_table_insert (ranks, (gpointer) "", GUINT_TO_POINTER (G_MAXUINT));
  return ranks;
}

typedef struct
{
  const GArray *population;
  GHashTable *ranks;
} Order;

static guint
get_rank (const Order *order, const YlSampleDraw *draw)
{
  return GPOINTER_TO_UINT (
      g_hash_table_lookup (order->ranks, get_township (order->population, draw->unit)));
}

static gint
compare (gconstpointer a, gconstpointer b, gpointer data)
{
  const YlSampleDraw *one = a;
  const YlSampleDraw *two = b;
  const guint rank_one = get_rank (data, one);
  const guint rank_two = get_rank (data, two);
  if (rank_one != rank_two)
    return rank_one < rank_two ? -1 : 1;
  return one->unit < two->unit ? -1 : 1;
}

/* How many draws from @first on lie in one township. */
static guint
count_together (const Order *order, const GArray *draws, guint first)
{
  const YlSampleDraw *begin = &g_array_index (draws, YlSampleDraw, first);
  guint n = 1;
  while (first + n < draws->len
         && get_rank (order, &g_array_index (draws, YlSampleDraw, first + n))
                == get_rank (order, begin))
    n++;
  return n;
}

guint
yl_sample_plan_drive (const GArray *population, GArray *draws, guint stops_per_day)
{
  const Order order = { population, rank_townships (population) };
  g_array_sort_with_data (draws, compare, (gpointer) &order);
  guint day = draws->len == 0 ? 0 : 1;
  guint stop = 0;
  for (guint first = 0, n; first < draws->len; first += n)
    {
      n = count_together (&order, draws, first);
      /* A township that does not fit into what is left of the day begins the next one. */
      if (stop > 0 && stop + n > stops_per_day)
        {
          day++;
          stop = 0;
        }
      for (guint i = first; i < first + n; i++)
        {
          YlSampleDraw *draw = &g_array_index (draws, YlSampleDraw, i);
          day += stop == stops_per_day ? 1 : 0;
          stop = stop == stops_per_day ? 1 : stop + 1;
          draw->day = day;
          draw->stop = stop;
        }
    }
  g_hash_table_unref (order.ranks);
  return day;
}
