#include "yanglu/audit/sample/sample.h"

#include "yanglu/base/error.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/random.h"

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
  GHashTable *ranks = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
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

/* Puts @draws into the order of the drive and gives each its day and stop; how many days it takes. */
static guint
plan_drive (const GArray *population, GArray *draws, guint stops_per_day)
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

/*
 * −ln(1 − confidence), rounded up to the hundredth as the tables of the AICPA Audit Guide "Audit
 * Sampling" print it for no expected misstatement.
 */
static const struct
{
  guint confidence_percent;
  gint64 hundredths;
} factors[] = { { 90, 231 }, { 95, 300 }, { 99, 461 } };

gboolean
yl_sample_find_factor (guint confidence_percent, gint64 *out_hundredths)
{
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (factors[i].confidence_percent == confidence_percent)
      {
        *out_hundredths = factors[i].hundredths;
        return TRUE;
      }
  return FALSE;
}

static gint64
get_amount (const GArray *population, guint unit)
{
  return MAX (g_array_index (population, YlSampleUnit, unit).amount_fen, 0);
}

static gboolean
sum_up (const GArray *population, gint64 *out_total_fen, GError **error)
{
  __int128 total = 0;
  for (guint i = 0; i < population->len; i++)
    total += get_amount (population, i);
  if (total > G_MAXINT64)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_OVERFLOW,
                           "抽样总体的金额合计超出可计算的范围，无法抽样；请检查金额的单位");
      return FALSE;
    }
  *out_total_fen = (gint64) total;
  return TRUE;
}

static gboolean
check_plan (const YlSamplePlan *plan, gint64 *out_factor, GError **error)
{
  if (!yl_sample_find_factor (plan->confidence_percent, out_factor))
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE, "置信水平只能是 90、95 或 99，不能是 %u",
                   plan->confidence_percent);
      return FALSE;
    }
  if (plan->tolerable.ppm <= 0 || plan->tolerable.ppm > YL_SHARE_WHOLE || plan->stops_per_day == 0)
    {
      g_set_error_literal (error, YL_ERROR, YL_ERROR_USAGE,
                           "可容忍错报应大于总额的 0%、不超过 100%，每天至少走访一处");
      return FALSE;
    }
  return TRUE;
}

/* Chooses the fen start, start + interval, … of the population laid end to end. */
static void
choose_units (const GArray *population, YlSample *sample)
{
  const gint64 interval_fen = sample->interval_fen;
  __int128 end = 0;
  __int128 next = sample->start_fen;
  for (guint i = 0; i < population->len; i++)
    {
      const gint64 amount_fen = get_amount (population, i);
      end += amount_fen;
      if (next > end)
        continue;
      const __int128 n_hits = (end - next) / interval_fen + 1;
      next += n_hits * interval_fen;
      const YlSampleDraw draw = { .unit = i,
                                  .n_hits = (guint) MIN (n_hits, G_MAXUINT),
                                  .is_certain = amount_fen >= interval_fen };
      sample->n_hits += (guint64) n_hits;
      g_array_append_val (sample->draws, draw);
    }
}

YlSample *
yl_sample_draw (const GArray *population, const YlSamplePlan *plan, GError **error)
{
  gint64 factor;
  gint64 total_fen;
  if (!check_plan (plan, &factor, error) || !sum_up (population, &total_fen, error))
    return NULL;
  YlRandom random = yl_random_of_seed (plan->seed);
  YlSample *sample = g_new0 (YlSample, 1);
  sample->plan = *plan;
  sample->factor_hundredths = factor;
  sample->total_fen = total_fen;
  yl_ratio_scale (total_fen, plan->tolerable.ppm, YL_SHARE_WHOLE, &sample->tolerable_fen);
  sample->interval_fen = plan->interval_fen;
  if (plan->interval_fen == 0)
    yl_ratio_scale (sample->tolerable_fen, 100, factor, &sample->interval_fen);
  sample->interval_fen = MAX (sample->interval_fen, 1);
  /* Longer than the whole it could pass over everything: then one fen of the whole is chosen. */
  if (total_fen > 0)
    sample->interval_fen = MIN (sample->interval_fen, total_fen);
  sample->start_fen = (gint64) yl_random_next_below (&random, (guint64) sample->interval_fen) + 1;
  sample->draws = g_array_new (FALSE, FALSE, sizeof (YlSampleDraw));
  choose_units (population, sample);
  sample->n_days = plan_drive (population, sample->draws, plan->stops_per_day);
  return sample;
}

void
yl_sample_free (YlSample *sample)
{
  if (sample == NULL)
    return;
  g_array_unref (sample->draws);
  g_free (sample);
}
