#include "expected-private.h"

/* Rates of budgets are whole hundreds of yuan per km. */
#define RATE_STEP ((gint64) 10000)

/* An amount that does not come out, on its way to a cause. */
typedef struct
{
  guint row;
  guint column;
  gint64 stated;
  gint64 expected;
  gint64 tolerance;
  const FoundTerm *terms;
  guint n_terms;
} Amount;

static gboolean
is_near (gint64 a, gint64 b, gint64 tolerance)
{
  return a - b <= tolerance && b - a <= tolerance;
}

/* @factor when @stated is as many times @expected, −@factor when it is that part of it; else 0. */
static gint64
find_factor (gint64 stated, gint64 expected, gint64 factor, gint64 tolerance)
{
  gint64 larger = 0;
  gint64 smaller = 0;
  if (expected == 0 || stated == 0)
    return 0;
  if (yl_ratio_scale (expected, factor, 1, &larger) && is_near (stated, larger, tolerance))
    return factor;
  if (yl_ratio_scale (expected, 1, factor, &smaller) && smaller != 0
      && is_near (stated, smaller, tolerance))
    return -factor;
  return 0;
}

static void
add_deviation (
    FoundCheck *check, const Amount *amount, YlCode code, const FoundTerm *term, guint column)
{
  const FoundDeviation deviation = {
    .row = amount->row,
    .column = column,
    .code = code,
    .rate = term == NULL ? YL_FOUND_ALL_CLASSES : term->rate,
    .rate_fen_per_km = term == NULL ? 0 : term->rate_fen_per_km,
    .stake_fen = amount->stated - amount->expected,
  };
  g_array_append_val (check->deviations, deviation);
}

static void
add_factor (FoundCheck *check, const Amount *amount, guint column, gint64 factor, gint64 stake_fen)
{
  const FoundDeviation deviation = {
    .row = amount->row,
    .column = column,
    .code = YL_C03,
    .rate = YL_FOUND_ALL_CLASSES,
    .factor = factor,
    .stake_fen = stake_fen,
  };
  g_array_append_val (check->deviations, deviation);
}

static gboolean
explain_by_wan (FoundCheck *check, const Amount *amount)
{
  const gint64 factor = find_factor (amount->stated, amount->expected, 10000, amount->tolerance);
  if (factor == 0)
    return FALSE;
  add_factor (check, amount, amount->column, factor, amount->stated - amount->expected);
  return TRUE;
}

/* What the amount leaves for one class when the others are right. */
static gint64
get_rest (const Amount *amount, guint index)
{
  gint64 own = 0;
  if (!found_terms_price (&amount->terms[index], 1, &own))
    return amount->stated;
  return amount->stated - (amount->expected - own);
}

/* Kilometres written as metres, or the other way round: the amount is that of the length meant. */
static gboolean
explain_by_metres (FoundCheck *check, const Amount *amount)
{
  for (guint i = 0; i < amount->n_terms; i++)
    {
      gint64 own = 0;
      const FoundTerm *term = &amount->terms[i];
      const gint64 rest = get_rest (amount, i);
      if (!found_terms_price (term, 1, &own))
        continue;
      /* Positive: the length is too large. */
      const gint64 factor = -find_factor (rest, own, 1000, amount->tolerance);
      if (factor == 0)
        continue;
      add_factor (check, amount, term->column, factor, 0);
      FoundCell *length = found_check_cell (check, amount->row, term->column);
      yl_ratio_scale (term->length_m, factor > 0 ? 1 : -factor, factor > 0 ? factor : 1,
                      &length->expected);
      found_check_cell (check, amount->row, amount->column)->expected = amount->stated;
      return TRUE;
    }
  return FALSE;
}

/* A round rate that one class was paid at; FALSE when none or more than one explains the amount. */
static gboolean
find_round_rate (const Amount *amount, FoundTerm *out_term)
{
  guint n_found = 0;
  for (guint i = 0; i < amount->n_terms; i++)
    {
      FoundTerm term = amount->terms[i];
      const gint64 rest = get_rest (amount, i);
      gint64 multiple = 0;
      gint64 priced = 0;
      /* Short lengths fit any rate. */
      if (term.length_m <= 0 || rest <= 0
          || amount->tolerance * 1000 / term.length_m >= RATE_STEP / 4
          || !yl_ratio_scale (rest, 1000, term.length_m, &multiple))
        continue;
      term.rate_fen_per_km = (multiple + RATE_STEP / 2) / RATE_STEP * RATE_STEP;
      if (!found_terms_price (&term, 1, &priced) || !is_near (priced, rest, amount->tolerance))
        continue;
      *out_term = term;
      n_found++;
    }
  return n_found == 1;
}

/* The rate cell of the row that @term is priced by; -1 for none that states a rate. */
static int
find_rate_cell (const FoundCheck *check, guint row, const FoundTerm *term)
{
  const int own = check->rate[term->rate];
  const int column = own >= 0 ? own : check->rate[YL_FOUND_ALL_CLASSES];
  return column >= 0 && found_check_value (check, row, (guint) column)->is_known ? column : -1;
}

static YlCode
judge_rate (gint64 used, gint64 policy)
{
  return used < policy ? YL_B01 : YL_C10;
}

/* The row states its rate: the rate is wrong, or the amount does not follow from it, or neither. */
static gboolean
explain_by_stated_rate (FoundCheck *check, const Amount *amount)
{
  if (amount->n_terms != 1)
    return FALSE;
  FoundTerm term = amount->terms[0];
  const int column = find_rate_cell (check, amount->row, &term);
  gint64 priced = 0;
  if (column < 0)
    return FALSE;
  const gint64 policy = term.rate_fen_per_km;
  term.rate_fen_per_km = found_check_value (check, amount->row, (guint) column)->units;
  if (term.rate_fen_per_km == policy || !found_terms_price (&term, 1, &priced))
    return FALSE;
  const gboolean follows = is_near (amount->stated, priced, amount->tolerance);
  const gboolean is_right = is_near (amount->stated, amount->expected, amount->tolerance);
  found_check_cell (check, amount->row, (guint) column)->expected = policy;
  if (follows || is_right)
    add_deviation (check, amount, judge_rate (term.rate_fen_per_km, policy), &term, (guint) column);
  return follows || is_right;
}

static gboolean
states_rate (const FoundCheck *check, const Amount *amount)
{
  return amount->n_terms == 1 && find_rate_cell (check, amount->row, &amount->terms[0]) >= 0;
}

static void
explain (FoundCheck *check, const Amount *amount)
{
  FoundTerm term = { 0 };
  if (explain_by_wan (check, amount) || explain_by_metres (check, amount))
    return;
  if (!states_rate (check, amount) && amount->stated != 0 && find_round_rate (amount, &term))
    add_deviation (check, amount,
                   judge_rate (term.rate_fen_per_km, check->rates->rate[term.rate].fen_per_km),
                   &term, amount->column);
  else if (!found_may_differ (check, amount->stated - amount->expected))
    add_deviation (check, amount, YL_C01, NULL, amount->column);
}

static void
check_amount (FoundCheck *check, guint row, guint column)
{
  FoundTerm terms[YL_N_RATES];
  const YlFoundValue *value = found_check_value (check, row, column);
  const guint n = found_terms (check, row, column, terms);
  Amount amount = { .row = row, .column = column, .terms = terms, .n_terms = n };
  if (n == 0 || !found_terms_price (terms, n, &amount.expected))
    return;
  amount.stated = value->is_known ? value->units : 0;
  amount.tolerance = found_tolerance (check, row, column, terms, n);
  FoundCell *cell = found_check_cell (check, row, column);
  const gboolean is_near_policy = is_near (amount.stated, amount.expected, amount.tolerance);
  /* What the rows of another table add up to is that; a rate beside it may still be wrong. */
  if (cell->is_detailed)
    {
      if (is_near_policy)
        explain_by_stated_rate (check, &amount);
      return;
    }
  cell->expected = amount.expected;
  cell->is_judged = TRUE;
  if (found_value_is_unread (value))
    return;
  if (explain_by_stated_rate (check, &amount) || is_near_policy)
    return;
  explain (check, &amount);
}

/* Whether the whole of the row is told by its classes, each with an amount of its own. */
static gboolean
is_sum_of_classes (const FoundCheck *check)
{
  guint n = 0;
  for (guint i = 0; i < YL_N_RATES; i++)
    n += check->amount[i] >= 0 ? 1 : 0;
  return n > 0;
}

static void
check_row (FoundCheck *check, guint row)
{
  const gboolean has_classes = is_sum_of_classes (check);
  for (guint i = 0; i < FOUND_N_RATES; i++)
    if (check->amount[i] >= 0 && (i != YL_FOUND_ALL_CLASSES || !has_classes))
      check_amount (check, row, (guint) check->amount[i]);
}

/* Whether the amounts come out only when the lengths are taken as rounded. */
static gboolean
are_lengths_rounded (FoundCheck *check)
{
  guint n_exact = 0;
  guint n_near = 0;
  guint n = 0;
  for (guint row = 0; row < check->table->rows->len; row++)
    for (guint i = 0; i < FOUND_N_RATES; i++)
      {
        FoundTerm terms[YL_N_RATES];
        const guint column = (guint) check->amount[i];
        if (check->amount[i] < 0 || !found_check_is_item (check, row))
          continue;
        const YlFoundValue *value = found_check_value (check, row, column);
        const guint n_terms = found_terms (check, row, column, terms);
        gint64 expected = 0;
        if (n_terms == 0 || !value->is_known || !found_terms_price (terms, n_terms, &expected))
          continue;
        check->is_length_rounded = TRUE;
        if (is_near (value->units, expected, found_tolerance (check, row, column, terms, n_terms)))
          n_near++;
        check->is_length_rounded = FALSE;
        if (is_near (value->units, expected, found_tolerance (check, row, column, terms, n_terms)))
          n_exact++;
        n++;
      }
  return n >= 3 && n_exact * 2 < n && n_near * 4 >= n * 3;
}

void
found_check_amounts (FoundCheck *check)
{
  check->is_length_rounded = are_lengths_rounded (check);
  for (guint row = 0; row < check->table->rows->len; row++)
    if (found_check_is_item (check, row))
      check_row (check, row);
  found_tell_deviations (check);
}
