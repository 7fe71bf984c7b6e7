#include "diagnosis-private.h"

#include <string.h>

/*
 * What a kilometre was paid with, read off the amounts: a class by itself, or all
 * of them from as many rows as there are classes. Only round rates are believed.
 */

#define N_CLASSES YL_N_CLASS_COLUMNS
/* Of one row, and of several that agree. */
#define ROUND_FEN 10000
#define PLAIN_FEN 1000
/* Of amounts that are rounded: whole hundreds of yuan, where by chance one row in so many has one. */
#define ROUNDED_RATE_FEN 50000
#define MIN_ODDS 16
#define MAX_FEN_PER_KM G_GINT64_CONSTANT (1000000000)
#define MAX_LOOKED_AT 500u
#define MAX_SOLVED 8u
#define MAX_OTHER_RATES 64u

/* Beyond so many metres and fen a determinant might not fit. */
#define MAX_M 1000000000
#define MAX_FEN G_GINT64_CONSTANT (1000000000000)

/* The rounder a rate is, the fewer there are. */
static guint
weigh_rate (gint64 fen_per_km)
{
  static const gint64 steps_fen[] = { 500000, 100000, 50000, 10000 };
  for (guint i = 0; i < G_N_ELEMENTS (steps_fen); i++)
    if (fen_per_km % steps_fen[i] == 0)
      return 3 + 2 * i;
  return 3 + 2 * G_N_ELEMENTS (steps_fen);
}

static gboolean
is_of_class (const YlDiagnosisCase *problem, gint64 fen_per_km)
{
  for (guint rate = 0; rate < N_CLASSES; rate++)
    if (problem->rate_fen_per_km[rate] == fen_per_km)
      return TRUE;
  return FALSE;
}

guint
yl_other_rates_get_bits (const YlSearch *search, const YlShared *other)
{
  const YlOldRates *rates = yl_rates_of_cause (search, other);
  guint bits = 0;
  for (guint rate = 0; rate < N_CLASSES; rate++)
    if (rates->fen_per_km[rate] != 0
        && rates->fen_per_km[rate] != search->problem->rate_fen_per_km[rate])
      bits += is_of_class (search->problem, rates->fen_per_km[rate])
                  ? 1
                  : weigh_rate (rates->fen_per_km[rate]);
  return bits;
}

/* Two classes that have each other's are a mistake of another name. */
static gboolean
is_exchange (const YlDiagnosisCase *problem, const YlOldRates *rates)
{
  const gint64 *due = problem->rate_fen_per_km;
  const gint64 *fen = rates->fen_per_km;
  for (guint i = 0; i < N_CLASSES; i++)
    {
      const guint first = (i + 1) % N_CLASSES, second = (i + 2) % N_CLASSES;
      if ((fen[i] == 0 || fen[i] == due[i]) && fen[first] == due[second]
          && fen[second] == due[first])
        return TRUE;
    }
  return FALSE;
}

/* Rates that a document names need no other name. */
static gboolean
is_named (const YlDiagnosisCase *problem, const YlOldRates *rates)
{
  if (is_exchange (problem, rates))
    return TRUE;
  for (gsize i = 0; i < problem->n_old_rates; i++)
    {
      gboolean is_same = TRUE;
      for (guint rate = 0; rate < N_CLASSES; rate++)
        {
          const gint64 fen = rates->fen_per_km[rate];
          is_same &= fen == 0 || fen == problem->rate_fen_per_km[rate]
                     || fen == problem->old_rates[i].fen_per_km[rate];
        }
      if (is_same)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_inferred (const YlSearch *search, const YlOldRates *rates)
{
  for (guint i = 0; i < search->other_rates->len; i++)
    if (memcmp (g_array_index (search->other_rates, YlOldRates, i).fen_per_km, rates->fen_per_km,
                sizeof rates->fen_per_km)
        == 0)
      return TRUE;
  return FALSE;
}

static void
add_shown_by (YlSearch *search, const YlOldRates *rates, guint n_rows)
{
  guint n_changed = 0, last = 0;
  for (guint rate = 0; rate < N_CLASSES; rate++)
    if (rates->fen_per_km[rate] != 0
        && rates->fen_per_km[rate] != search->problem->rate_fen_per_km[rate])
      {
        n_changed++;
        last = rate;
      }
  const guint index = search->other_rates->len;
  if (n_changed == 0 || index >= MAX_OTHER_RATES || is_named (search->problem, rates)
      || is_inferred (search, rates))
    return;
  g_array_append_val (search->other_rates, *rates);
  if (!yl_search_add_if_shown_by (
          search,
          &(YlShared){ .kind = YL_CAUSE_OTHER_RATE,
                       .first = (guint8) (n_changed == 1 ? last : YL_ALL_RATES),
                       .value = index },
          n_rows))
    g_array_set_size (search->other_rates, index);
}

static void
add (YlSearch *search, const YlOldRates *rates)
{
  add_shown_by (search, rates, 1);
}

static gboolean
is_looked_at (const YlSearch *search, gsize row)
{
  return search->weight_fen[row] != 0 && search->problem->rows[row].role == YL_DIAGNOSIS_ROW;
}

/* The round rate that @fen of @length_m are paid with, @slack_fen more or less; 0: none, or too many. */
static gint64
snap_rate (gint64 fen, gint64 length_m, gint64 slack_fen)
{
  const gint64 window = 2 * slack_fen * 1000 / length_m;
  if (slack_fen <= YL_FINE_SLACK_FEN)
    return fen * 1000 % length_m == 0 ? fen * 1000 / length_m : 0;
  if (window * MIN_ODDS > ROUNDED_RATE_FEN)
    return 0;
  const gint64 steps = (ABS (fen) * 1000 / length_m + ROUNDED_RATE_FEN / 2) / ROUNDED_RATE_FEN;
  const gint64 rate = (fen < 0 ? -1 : 1) * steps * ROUNDED_RATE_FEN;
  return ABS (yl_row_price (length_m, rate) - fen) <= slack_fen ? rate : 0;
}

/* What was paid for a kilometre of class @rate in @row, if that is all that is wrong; 0: nothing round. */
static gint64
find_rate (const YlSearch *search, gsize row, guint rate)
{
  const YlDiagnosisRow *record = &search->problem->rows[row];
  const gint64 due_fen_per_km = search->problem->rate_fen_per_km[rate];
  const gint64 length_m = record->length_m[rate];
  const gint64 fen = record->has_class_amounts
                         ? record->stated_class_fen[rate] - yl_row_price (length_m, due_fen_per_km)
                         : search->difference_fen[row];
  if (length_m <= 0 || due_fen_per_km <= 0 || fen == 0 || ABS (fen) > G_MAXINT64 / 1000
      || record->slack_fen > MAX_FEN)
    return 0;
  const gint64 more =
      snap_rate (fen, length_m,
                 record->has_class_amounts ? search->problem->class_slack_fen : record->slack_fen);
  const gint64 fen_per_km = more == 0 ? 0 : due_fen_per_km + more;
  /* Twice is a class that is added twice. */
  return fen_per_km <= 0 || fen_per_km > MAX_FEN_PER_KM || fen_per_km == 2 * due_fen_per_km
             ? 0
             : fen_per_km;
}

/* What most rows say of a class goes into @merged. */
static void
infer_class (YlSearch *search, guint rate, YlOldRates *merged)
{
  g_autoptr (GHashTable) votes = g_hash_table_new (NULL, NULL);
  guint n_looked_at = 0, most = 0;
  for (gsize row = 0; row < search->problem->n_rows && n_looked_at < MAX_LOOKED_AT; row++)
    {
      const gint64 fen = is_looked_at (search, row) ? find_rate (search, row, rate) : 0;
      if (fen == 0 || fen % PLAIN_FEN != 0)
        continue;
      gpointer key = GINT_TO_POINTER ((int) (fen / PLAIN_FEN));
      const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (votes, key)) + 1;
      g_hash_table_insert (votes, key, GUINT_TO_POINTER (n));
      n_looked_at++;
      if (n > most && (n > 1 || fen % ROUND_FEN == 0))
        {
          most = n;
          merged->fen_per_km[rate] = fen;
        }
      if (n <= 2 && (n == 2 || fen % ROUND_FEN == 0))
        {
          YlOldRates rates = { 0 };
          rates.fen_per_km[rate] = fen;
          add (search, &rates);
        }
    }
}

/* A class at the rate of another: of the next, of one for all. */
static void
infer_neighbours (YlSearch *search)
{
  const gint64 *due = search->problem->rate_fen_per_km;
  const gint64 orders[][N_CLASSES] = {
    { due[0], due[0], due[0] }, { due[1], due[1], due[1] }, { due[2], due[2], due[2] },
    { due[1], due[2], due[2] }, { due[0], due[0], due[1] }, { due[1], due[2], due[0] },
    { due[2], due[0], due[1] },
  };
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      YlOldRates rates = { 0 };
      memcpy (rates.fen_per_km, orders[i], sizeof orders[i]);
      add (search, &rates);
    }
}

/* Three rows as equations: kilometres × rates = amount. */
typedef struct
{
  __int128 length_m[N_CLASSES][N_CLASSES];
  __int128 fen[N_CLASSES]; /* × 1000 */
} Equations;

static __int128
determine (__int128 m[N_CLASSES][N_CLASSES])
{
  return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
         - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
         + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
}

/* By Cramer's rule; FALSE when no round rates do it. Of amounts that are rounded the nearest is taken, and
 * more rows must bear it out. */
static gboolean
solve (const Equations *equations, gboolean is_rounded, YlOldRates *out_rates)
{
  Equations own = *equations;
  const __int128 whole = determine (own.length_m);
  for (guint rate = 0; rate < N_CLASSES && whole != 0; rate++)
    {
      own = *equations;
      for (guint i = 0; i < N_CLASSES; i++)
        own.length_m[i][rate] = own.fen[i];
      const __int128 part = determine (own.length_m);
      const __int128 exact = part / whole;
      const __int128 fen_per_km = (exact + ROUND_FEN / 2) / ROUND_FEN * ROUND_FEN;
      if (exact <= 0 || fen_per_km <= 0 || fen_per_km > MAX_FEN_PER_KM
          || (!is_rounded && (part % whole != 0 || exact != fen_per_km)))
        return FALSE;
      out_rates->fen_per_km[rate] = (gint64) fen_per_km;
    }
  return whole != 0;
}

static gboolean
put_row (const YlSearch *search, gsize row, guint place, Equations *equations)
{
  const YlDiagnosisRow *record = &search->problem->rows[row];
  gint64 fen = record->stated_fen - search->fixed_fen[row];
  for (guint rate = 0; rate < YL_N_RATES; rate++)
    {
      const gint64 length_m = record->length_m[rate];
      if (length_m > MAX_M || (rate >= N_CLASSES && length_m != 0))
        return FALSE;
      if (rate < N_CLASSES)
        equations->length_m[place][rate] = length_m;
    }
  equations->fen[place] = (__int128) fen * 1000;
  return ABS (fen) <= MAX_FEN;
}

static guint
list_rows (const YlSearch *search, gsize rows[MAX_SOLVED])
{
  guint n = 0;
  for (gsize row = 0; row < search->problem->n_rows && n < MAX_SOLVED; row++)
    if (is_looked_at (search, row))
      rows[n++] = row;
  return n;
}

/* Three equations of rounded amounts give rates that are near the true ones: those of a fourth row and of
 * a fifth are to come out as well. */
#define N_BORNE_OUT 5u

static gboolean
add_solved (YlSearch *search, const YlOldRates *rates, gboolean is_rounded)
{
  const guint n_before = search->other_rates->len;
  add_shown_by (search, rates, is_rounded ? N_BORNE_OUT : 1);
  return !is_rounded || search->other_rates->len > n_before;
}

static void
infer_all (YlSearch *search)
{
  gsize rows[MAX_SOLVED];
  const guint n = list_rows (search, rows);
  const gboolean is_rounded = n > 0 && search->problem->rows[rows[0]].slack_fen > YL_FINE_SLACK_FEN;
  for (guint i = 0; i < n; i++)
    for (guint j = i + 1; j < n; j++)
      for (guint k = j + 1; k < n; k++)
        {
          Equations equations;
          YlOldRates rates = { 0 };
          if (put_row (search, rows[i], 0, &equations) && put_row (search, rows[j], 1, &equations)
              && put_row (search, rows[k], 2, &equations) && solve (&equations, is_rounded, &rates)
              && add_solved (search, &rates, is_rounded))
            return;
        }
}

void
yl_other_rates_infer (YlSearch *search)
{
  YlOldRates merged = { 0 };
  for (guint rate = 0; rate < N_CLASSES; rate++)
    infer_class (search, rate, &merged);
  add (search, &merged);
  infer_neighbours (search);
  infer_all (search);
}
