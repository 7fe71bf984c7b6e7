#include "amounts-private.h"
#include "coverage-private.h"
#include "deviations-private.h"
#include "relations-private.h"
#include "road-list-private.h"

#include <string.h>

#define NO_COLUMN G_MAXUINT

/* One class of a row that has an amount. */
typedef struct
{
  guint8 rate;
  guint column; /* of the length; NO_COLUMN: it is the road list's */
  gint64 length_m;
  gint64 lost_um; /* of it, by rounding to metres: read − kept, in millionths of a metre */
  gint64 rate_fen_per_km;
  YlYearPart part;
} FoundTerm;

/* An amount that kilometres explain: Σ length × rate. */
typedef struct
{
  guint row;
  guint column;
  FoundCell *cell;
  FoundTerm terms[YL_N_RATES];
  guint n_terms;
  gboolean is_listed; /* the kilometres are the road list's: the table shows none */
  gint64 listed_fen;  /* what the budget of that list pays */
  gint64 expected;
  gint64 tolerance; /* what it may differ by rounding */
} FoundAmount;

static gboolean
add_term (FoundAmount *amount, const FoundCheck *check, int column, guint rate)
{
  if (column < 0)
    return TRUE;
  const FoundCell *cell = found_cell (check, amount->row, (guint) column);
  /* What nobody knows to be kilometres has no price. */
  if (found_value_is_unread (cell->value) || cell->head->is_open)
    return FALSE;
  if (!cell->value->is_known)
    return TRUE;
  if (!check->rates->has_rate[rate])
    return cell->stated == 0;
  const YlRate *paid = &check->rates->rate[rate];
  amount->terms[amount->n_terms++] =
      (FoundTerm){ .rate = (guint8) rate,
                   .column = (guint) column,
                   .length_m = cell->stated,
                   .lost_um = cell->stated == cell->value->units ? cell->value->lost_micro : 0,
                   .rate_fen_per_km = paid->fen_per_km,
                   .part = paid->part };
  return TRUE;
}

/* FALSE: nobody knows all the kilometres that the amount is for. */
static gboolean
add_terms (FoundAmount *amount, const FoundCheck *check)
{
  const guint of_row = amount->cell->row->rate;
  const guint of_column = amount->cell->head->rate;
  const guint rate = of_column != YL_FOUND_ALL_CLASSES ? of_column : of_row;
  gboolean is_whole = TRUE;
  if (rate != YL_FOUND_ALL_CLASSES)
    {
      const gboolean has_own = check->length[rate] >= 0;
      return (has_own || of_row == rate)
             && add_term (amount, check, check->length[has_own ? rate : YL_FOUND_ALL_CLASSES],
                          rate);
    }
  for (guint i = 0; i < YL_N_RATES; i++)
    is_whole = add_term (amount, check, check->length[i], i) && is_whole;
  return is_whole;
}

/* Kilometres that the table does not show, or shows without their classes, from the road list. */
static gboolean
add_listed_terms (FoundAmount *amount, const FoundCheck *check)
{
  const guint of_column = amount->cell->head->rate;
  const gboolean is_of_all = of_column == YL_FOUND_ALL_CLASSES;
  amount->n_terms = 0;
  amount->is_listed = TRUE;
  for (guint i = is_of_all ? 0 : of_column; i <= (is_of_all ? YL_N_RATES - 1u : of_column); i++)
    {
      gint64 length_m = 0;
      gint64 listed_fen = 0;
      /* Kilometres that the table has are held against the list by themselves. */
      if (check->length[i] >= 0
          || (check->length[YL_FOUND_ALL_CLASSES] >= 0 && amount->cell->row->rate == i)
          || !found_get_listed (check, amount->row, i, &length_m, &listed_fen)
          || (length_m != 0 && !check->rates->has_rate[i])
          || !found_add (&amount->listed_fen, listed_fen))
        return FALSE;
      if (length_m != 0)
        amount->terms[amount->n_terms++] =
            (FoundTerm){ .rate = (guint8) i,
                         .column = NO_COLUMN,
                         .length_m = length_m,
                         .rate_fen_per_km = check->rates->rate[i].fen_per_km,
                         .part = check->rates->rate[i].part };
    }
  return TRUE;
}

/* Kilometres of more than three decimals were multiplied as they stand. */
static gboolean
price_term (const FoundTerm *term, gint64 *out_fen)
{
  YlMoney money = { 0 };
  YlMoney lost = { 0 };
  gint64 lost_fen = 0;
  const YlRate rate = { term->rate_fen_per_km, term->part };
  if (!yl_money_for_length ((YlLength){ term->length_m }, rate, &money)
      || !yl_money_for_length ((YlLength){ ABS (term->lost_um) }, rate, &lost)
      || !yl_ratio_scale (lost.fen, term->lost_um < 0 ? -1 : 1, 1000000, &lost_fen))
    return FALSE;
  *out_fen = money.fen;
  return found_add (out_fen, lost_fen);
}

/* What rounding of the amount, and of its lengths where they are, may come to. */
static gint64
get_tolerance (const FoundAmount *amount, const FoundCheck *check, gboolean is_length_rounded)
{
  gint64 tolerance = found_step (check, amount->cell) / 2;
  for (guint i = 0; i < amount->n_terms && is_length_rounded && !amount->is_listed; i++)
    {
      FoundTerm half = amount->terms[i];
      gint64 half_fen = 0;
      half.length_m = check->steps[half.column] / 2;
      half.lost_um = 0;
      if (half.length_m > 0 && amount->terms[i].length_m != 0 && price_term (&half, &half_fen))
        tolerance += half_fen;
    }
  return tolerance;
}

/* FALSE when there is no @column (-1), or nobody can tell what the amount comes from. */
static gboolean
find_amount (FoundAmount *amount, const FoundCheck *check, guint row, int column)
{
  if (column < 0 || !check->is_by_length || found_is_other_money (found_row (check, row)))
    return FALSE;
  *amount = (FoundAmount){ .row = row,
                           .column = (guint) column,
                           .cell = found_cell (check, row, (guint) column) };
  if ((!add_terms (amount, check) || amount->n_terms == 0) && !add_listed_terms (amount, check))
    return FALSE;
  for (guint i = 0; i < amount->n_terms; i++)
    {
      gint64 own_fen = 0;
      if (!price_term (&amount->terms[i], &own_fen) || !found_add (&amount->expected, own_fen))
        return FALSE;
    }
  amount->tolerance = get_tolerance (amount, check, check->is_length_rounded);
  /* Metres and what they lost are rounded to fen each by itself. */
  for (guint i = 0; i < amount->n_terms; i++)
    amount->tolerance += amount->terms[i].lost_um != 0 ? 1 : 0;
  /* Each road of the list is rounded for itself. */
  if (amount->is_listed)
    {
      amount->tolerance += ABS (amount->expected - amount->listed_fen);
      amount->expected = amount->listed_fen;
    }
  return TRUE;
}

guint
found_count_exact (const FoundCheck *check, guint *out_n)
{
  guint n_exact = 0;
  *out_n = 0;
  for (guint row = 0; found_next_item (check, &row); row++)
    for (guint i = 0; i < FOUND_N_RATES; i++)
      {
        FoundAmount amount;
        if (!find_amount (&amount, check, row, check->amount[i]) || amount.cell->stated == 0)
          continue;
        ++*out_n;
        n_exact += ABS (amount.cell->stated - amount.expected) <= amount.tolerance ? 1 : 0;
      }
  return n_exact;
}

gint64
found_get_length (const FoundCheck *check, guint row, int column, guint8 rate)
{
  FoundAmount amount;
  return find_amount (&amount, check, row, column) && !amount.is_listed && amount.n_terms == 1
                 && amount.terms[0].rate == rate
             ? amount.terms[0].length_m
             : 0;
}

/* Rates of budgets are whole hundreds of yuan per km. */
#define RATE_STEP ((gint64) 10000)

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
add_deviation (FoundCheck *check, const FoundAmount *amount, FoundDeviation deviation)
{
  deviation.row = amount->row;
  deviation.is_listed = amount->is_listed;
  g_array_append_val (check->deviations, deviation);
}

/* @term: at the rate that was used, which stands in @column or is hidden in the amount there. */
static void
add_rate (FoundCheck *check, const FoundAmount *amount, const FoundTerm *term, guint column)
{
  const gint64 policy = check->rates->rate[term->rate].fen_per_km;
  add_deviation (check, amount,
                 (FoundDeviation){ .column = column,
                                   .code = term->rate_fen_per_km < policy ? YL_B01 : YL_C10,
                                   .rate = term->rate,
                                   .rate_fen_per_km = term->rate_fen_per_km,
                                   .stake_fen = amount->cell->stated - amount->expected });
}

static gboolean
explain_by_wan (FoundCheck *check, const FoundAmount *amount)
{
  const gint64 off = amount->cell->stated - amount->expected;
  const gint64 factor =
      find_factor (amount->cell->stated, amount->expected, 10000, amount->tolerance);
  if (factor != 0)
    add_deviation (check, amount,
                   (FoundDeviation){ .column = amount->column,
                                     .code = YL_C03,
                                     .rate = YL_FOUND_ALL_CLASSES,
                                     .factor = factor,
                                     .stake_fen = off });
  return factor != 0;
}

/* What the amount leaves for one class when the others are right. */
static gint64
get_rest (const FoundAmount *amount, guint index)
{
  gint64 own = 0;
  if (!price_term (&amount->terms[index], &own))
    return amount->cell->stated;
  return amount->cell->stated - (amount->expected - own);
}

/* Kilometres written as metres, or the other way round: the amount is that of the length meant. */
static gboolean
explain_by_metres (FoundCheck *check, const FoundAmount *amount)
{
  for (guint i = 0; i < amount->n_terms && !amount->is_listed; i++)
    {
      gint64 own = 0;
      const FoundTerm *term = &amount->terms[i];
      const gint64 rest = get_rest (amount, i);
      if (!price_term (term, &own))
        continue;
      /* Positive: the length is too large. */
      const gint64 factor = -find_factor (rest, own, 1000, amount->tolerance);
      if (factor == 0)
        continue;
      add_deviation (check, amount,
                     (FoundDeviation){ .column = term->column,
                                       .code = YL_C03,
                                       .rate = YL_FOUND_ALL_CLASSES,
                                       .factor = factor });
      FoundCell *length = found_cell (check, amount->row, term->column);
      yl_ratio_scale (term->length_m, factor > 0 ? 1 : -factor, factor > 0 ? factor : 1,
                      &length->expected);
      amount->cell->expected = amount->cell->stated;
      return TRUE;
    }
  return FALSE;
}

/* How round a rate must be, so that rounding of the amount makes one of it in hardly any row; 0: none is.
 * @window_fen_per_km: how far rates may lie apart that come to the same amount */
static gint64
get_rate_step (gint64 window_fen_per_km)
{
  /* 100 yuan a kilometre, or 500. */
  static const gint64 steps[] = { RATE_STEP, 5 * RATE_STEP };
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    if (window_fen_per_km * 16 <= steps[i])
      return steps[i];
  return 0;
}

/* A round rate that one class was paid at; FALSE when none or more than one explains the amount. */
static gboolean
find_round_rate (const FoundAmount *amount, FoundTerm *out_term)
{
  guint n_found = 0;
  for (guint i = 0; i < amount->n_terms; i++)
    {
      FoundTerm term = amount->terms[i];
      const gint64 rest = get_rest (amount, i);
      const gint64 paid_m = term.length_m * MAX (1, term.part.n);
      const gint64 per = 1000 * (gint64) MAX (1, term.part.of);
      gint64 multiple = 0;
      gint64 priced = 0;
      if (term.length_m <= 0 || rest <= 0 || !yl_ratio_scale (rest, per, paid_m, &multiple))
        continue;
      const gint64 step = get_rate_step (2 * amount->tolerance * per / paid_m);
      if (step == 0)
        continue;
      term.rate_fen_per_km = (multiple + step / 2) / step * step;
      if (!price_term (&term, &priced) || !is_near (priced, rest, amount->tolerance))
        continue;
      *out_term = term;
      n_found++;
    }
  return n_found == 1;
}

/* The rate cell of the row that @term is priced by; -1 for none that states a rate. One rate for all
 * classes is of none of several. */
static int
find_rate_cell (const FoundCheck *check, const FoundAmount *amount, const FoundTerm *term)
{
  const int own = check->rate[term->rate];
  const int column = own >= 0 || amount->n_terms > 1 ? own : check->rate[YL_FOUND_ALL_CLASSES];
  return column >= 0 && found_cell (check, amount->row, (guint) column)->value->is_known ? column
                                                                                         : -1;
}

/* What the terms come to at the rates that the row states; FALSE where it states none other than the
 * policy's. */
static gboolean
price_as_stated (const FoundCheck *check, const FoundAmount *amount, gint64 *out_fen)
{
  gboolean is_other = FALSE;
  *out_fen = 0;
  for (guint i = 0; i < amount->n_terms; i++)
    {
      FoundTerm term = amount->terms[i];
      const int column = find_rate_cell (check, amount, &term);
      gint64 priced = 0;
      if (column >= 0)
        term.rate_fen_per_km = found_cell (check, amount->row, (guint) column)->value->units;
      is_other |= term.rate_fen_per_km != amount->terms[i].rate_fen_per_km;
      if (!price_term (&term, &priced) || !found_add (out_fen, priced))
        return FALSE;
    }
  return is_other;
}

/* A rate that the row states and the policy does not. */
static void
add_stated_rate (FoundCheck *check, const FoundAmount *amount, guint index)
{
  FoundTerm term = amount->terms[index];
  const int column = find_rate_cell (check, amount, &term);
  FoundCell *cell = column < 0 ? NULL : found_cell (check, amount->row, (guint) column);
  if (cell == NULL || cell->value->units == term.rate_fen_per_km)
    return;
  cell->expected = term.rate_fen_per_km;
  term.rate_fen_per_km = cell->value->units;
  add_rate (check, amount, &term, (guint) column);
}

/* The row states its rates: they are wrong, or the amount does not follow from them, or neither. */
static gboolean
explain_by_stated_rate (FoundCheck *check, const FoundAmount *amount)
{
  gint64 priced = 0;
  if (!price_as_stated (check, amount, &priced))
    return FALSE;
  const gboolean follows = is_near (amount->cell->stated, priced, amount->tolerance);
  const gboolean is_right = is_near (amount->cell->stated, amount->expected, amount->tolerance);
  for (guint i = 0; i < amount->n_terms && (follows || is_right); i++)
    add_stated_rate (check, amount, i);
  return follows || is_right;
}

/* The kilometres are off in their column by what the amount is off by: they are wrong, not it. */
static gboolean
explain_by_length (FoundCheck *check, const FoundAmount *amount)
{
  const gint64 off = amount->cell->stated - amount->expected;
  for (guint i = 0; i < amount->n_terms && !amount->is_listed && found_is_item (check, amount->row);
       i++)
    {
      FoundTerm missing = amount->terms[i];
      gint64 priced = 0;
      missing.lost_um = 0;
      missing.length_m = found_get_total_off (check, missing.column);
      if (missing.length_m == 0 || !price_term (&missing, &priced)
          || !is_near (priced, off, amount->tolerance))
        continue;
      FoundCell *length = found_cell (check, amount->row, missing.column);
      length->expected = length->stated + missing.length_m;
      amount->cell->expected = amount->cell->stated;
      add_deviation (check, amount,
                     (FoundDeviation){ .column = missing.column,
                                       .code = YL_C01,
                                       .rate = YL_FOUND_ALL_CLASSES,
                                       .stake_fen = -off });
      return TRUE;
    }
  return FALSE;
}

/* The amount is what the road list comes to: the kilometres beside it are wrong, and told there. */
static gboolean
explain_by_list (FoundCheck *check, const FoundAmount *amount)
{
  gint64 length_m = 0;
  gint64 listed_fen = 0;
  const gint64 tolerance = found_step (check, amount->cell) / 2;
  if (amount->is_listed || amount->cell->stated == 0
      || !found_get_listed (check, amount->row, amount->cell->head->rate, &length_m, &listed_fen)
      || !is_near (amount->cell->stated, listed_fen, tolerance))
    return FALSE;
  amount->cell->expected = amount->cell->stated;
  found_note_paid_as_listed (check, amount->row, amount->cell->head->rate);
  return TRUE;
}

static void
explain (FoundCheck *check, const FoundAmount *amount)
{
  FoundTerm term = { 0 };
  const gint64 off = amount->cell->stated - amount->expected;
  const gboolean states_rate =
      amount->n_terms == 1 && find_rate_cell (check, amount, &amount->terms[0]) >= 0;
  if (explain_by_list (check, amount) || explain_by_wan (check, amount)
      || explain_by_metres (check, amount) || explain_by_length (check, amount))
    return;
  /* Where the table shows no kilometres, a rate that they would have been paid at is a guess. */
  if (!states_rate && !amount->is_listed && amount->cell->stated != 0
      && find_round_rate (amount, &term))
    add_rate (check, amount, &term, amount->column);
  else if (!found_may_differ (check, amount->cell, off))
    add_deviation (check, amount,
                   (FoundDeviation){ .column = amount->column,
                                     .code = YL_C01,
                                     .rate = YL_FOUND_ALL_CLASSES,
                                     .stake_fen = off });
}

static void
check_amount (FoundCheck *check, guint row, int column)
{
  FoundAmount amount;
  if (!find_amount (&amount, check, row, column))
    return;
  FoundCell *cell = amount.cell;
  const gboolean is_near_policy = is_near (cell->stated, amount.expected, amount.tolerance);
  /* What the rows of another table add up to is that; a rate beside it may still be wrong. */
  if (cell->is_detailed)
    {
      cell->proof = is_near_policy ? FOUND_PROVED : cell->proof;
      if (is_near_policy)
        explain_by_stated_rate (check, &amount);
      return;
    }
  cell->expected = amount.expected;
  cell->is_judged = TRUE;
  cell->proof = FOUND_PROVED;
  if (!found_value_is_unread (cell->value) && !explain_by_stated_rate (check, &amount)
      && !is_near_policy)
    explain (check, &amount);
}

/* The whole of a row is told by its classes where each has an amount of its own. */
static void
check_row (FoundCheck *check, guint row)
{
  gboolean has_classes = FALSE;
  for (guint i = 0; i < YL_N_RATES; i++)
    {
      has_classes |= check->amount[i] >= 0;
      check_amount (check, row, check->amount[i]);
    }
  if (!has_classes)
    check_amount (check, row, check->amount[YL_FOUND_ALL_CLASSES]);
}

/* Counts the rows that were paid at the round rate by which @amount comes out to the yuan, if there is one.
 * Returns: how many of them there are by now */
static guint
vote (GHashTable *rates, const FoundAmount *amount)
{
  FoundTerm term;
  if (!find_round_rate (amount, &term))
    return 0;
  const gint64 multiple = term.rate_fen_per_km / RATE_STEP * YL_N_RATES + term.rate;
  const gpointer key = GSIZE_TO_POINTER ((gsize) multiple);
  const guint n = GPOINTER_TO_UINT (g_hash_table_lookup (rates, key)) + 1;
  g_hash_table_insert (rates, key, GUINT_TO_POINTER (n));
  return n;
}

/* Whether the amounts come out only when the lengths are taken as rounded. */
static gboolean
are_lengths_rounded (const FoundCheck *check)
{
  g_autoptr (GHashTable) rates = g_hash_table_new (NULL, NULL);
  guint n_alike = 0;
  guint n_exact = 0;
  guint n_near = 0;
  guint n = 0;
  for (guint row = 0; found_next_item (check, &row); row++)
    for (guint i = 0; i < FOUND_N_RATES; i++)
      {
        FoundAmount amount;
        if (!find_amount (&amount, check, row, check->amount[i]) || !amount.cell->value->is_known)
          continue;
        const gint64 off = ABS (amount.cell->stated - amount.expected);
        n_near += off <= get_tolerance (&amount, check, TRUE) ? 1 : 0;
        n_exact += off <= amount.tolerance ? 1 : 0;
        n_alike = MAX (n_alike, off <= amount.tolerance ? 0 : vote (rates, &amount));
        n++;
      }
  /* Rounding leaves no two rows at one round rate: most of them there were paid at it. */
  return n >= 3 && n_exact * 2 < n && n_near * 4 >= n * 3 && n_alike * 2 <= n;
}

/* 项目名称 beside routes, in a table of 专项资金: each has what it was granted, not what its kilometres
 * come to. */
static gboolean
is_of_projects (const YlFoundTable *table)
{
  static const char *const titles[] = { "项目", "工程", "专项", NULL };
  static const char *const heads[] = { "项目名称", "工程名称", "建设内容", "建设规模", NULL };
  gboolean has_project = FALSE;
  gboolean has_route = FALSE;
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      if (column->purpose == YL_PURPOSE_DAILY)
        return FALSE;
      has_project |= yl_text_holds_any (column->head, heads);
      has_route |= column->meaning == YL_FOUND_ROUTE;
    }
  return strstr (table->title, "日常") == NULL && has_project
         && (has_route || yl_text_holds_any (table->title, titles));
}

/* A list of projects whose amounts come to no rate of the policy. */
static gboolean
is_of_grants (const FoundCheck *check)
{
  guint n = 0;
  return is_of_projects (check->table) && found_count_exact (check, &n) * 2 < MAX (n, 1);
}

/* 其中：县道 has kilometres and a rate of its own. */
static gboolean
is_inner (const FoundCheck *check, guint row)
{
  const YlFoundRow *found = found_row (check, row);
  return found->kind == YL_FOUND_ROW_PART && found->rate != YL_FOUND_ALL_CLASSES;
}

void
found_check_amounts (FoundCheck *check)
{
  check->deviations = g_array_new (FALSE, FALSE, sizeof (FoundDeviation));
  check->is_by_length = check->is_by_length && !is_of_grants (check);
  check->is_length_rounded = are_lengths_rounded (check);
  guint n = 0;
  check->are_lengths_exact = found_count_exact (check, &n) * 2 > n;
  for (guint row = 0; row < check->table->rows->len; row++)
    if (found_is_item (check, row) || is_inner (check, row))
      check_row (check, row);
  found_report_deviations (check);
}

/* What nobody else proves: kilometres × the rate that the row states, of works with a price of their own, and of roads
 * whose class the table does not tell. */
static gboolean
price_own (const FoundCheck *check, guint row, gint64 *out_fen)
{
  const FoundCell *km = found_cell (check, row, (guint) check->length[YL_FOUND_ALL_CLASSES]);
  const FoundCell *rate = found_cell (check, row, (guint) check->rate[YL_FOUND_ALL_CLASSES]);
  YlMoney money = { 0 };
  const FoundCell *amount = found_cell (check, row, (guint) check->amount[YL_FOUND_ALL_CLASSES]);
  if (!found_is_item (check, row) || !km->value->is_known || !rate->value->is_known
      || !amount->value->is_known || amount->is_judged || amount->is_detailed
      || !yl_money_for_length ((YlLength){ km->stated }, (YlRate){ rate->stated, { 0 } }, &money))
    return FALSE;
  *out_fen = money.fen;
  return TRUE;
}

static gboolean
is_own_price (const FoundCheck *check, guint row, gint64 expected)
{
  const FoundCell *cell = found_cell (check, row, (guint) check->amount[YL_FOUND_ALL_CLASSES]);
  return is_near (cell->stated, expected, found_step (check, cell) / 2);
}

/* The kilometres are off in their column by what makes the price wrong: the total tells them. */
static gboolean
is_length_off (FoundCheck *check, guint row)
{
  const guint column = (guint) check->length[YL_FOUND_ALL_CLASSES];
  const gint64 rate = found_cell (check, row, (guint) check->rate[YL_FOUND_ALL_CLASSES])->stated;
  FoundCell *km = found_cell (check, row, column);
  YlMoney money = { 0 };
  const gint64 missing_m = found_get_total_off (check, column);
  if (missing_m == 0
      || !yl_money_for_length ((YlLength){ km->stated + missing_m }, (YlRate){ rate, { 0 } },
                               &money)
      || !is_own_price (check, row, money.fen))
    return FALSE;
  const FoundDifference difference = { .code = YL_C01,
                                       .stated = km->stated,
                                       .expected = km->stated + missing_m,
                                       .from = "按本列合计和本行金额应" };
  YlMoney stake = { 0 };
  yl_money_for_length ((YlLength){ -missing_m }, (YlRate){ rate, { 0 } }, &stake);
  km->expected = km->stated + missing_m;
  found_report_difference (check, km, &difference, (FoundStake){ TRUE, stake.fen });
  return TRUE;
}

/* Works have a price of their own; what is paid for upkeep has one of the policy's. */
static gboolean
is_rate_known (const FoundCheck *check, guint row)
{
  const gint64 rate = found_cell (check, row, (guint) check->rate[YL_FOUND_ALL_CLASSES])->stated;
  gboolean is_known = !check->is_by_length;
  for (guint i = 0; i < YL_N_RATES; i++)
    is_known |= check->rates->has_rate[i] && check->rates->rate[i].fen_per_km == rate;
  return is_known;
}

static void
check_own_price (FoundCheck *check, guint row, gint64 expected)
{
  FoundCell *cell = found_cell (check, row, (guint) check->amount[YL_FOUND_ALL_CLASSES]);
  const FoundDifference difference = {
    .code = YL_C01, .stated = cell->stated, .expected = expected, .from = "里程乘本行标准"
  };
  if (is_rate_known (check, row))
    cell->proof = FOUND_LINKED;
  if (is_own_price (check, row, expected) || is_length_off (check, row))
    return;
  cell->expected = expected;
  found_report_difference (check, cell, &difference, (FoundStake){ TRUE, cell->stated - expected });
}

void
found_check_own_prices (FoundCheck *check)
{
  guint n = 0;
  guint n_right = 0;
  gint64 expected = 0;
  if (check->amount[YL_FOUND_ALL_CLASSES] < 0 || check->rate[YL_FOUND_ALL_CLASSES] < 0
      || check->length[YL_FOUND_ALL_CLASSES] < 0)
    return;
  for (guint row = 0; row < check->table->rows->len; row++)
    if (price_own (check, row, &expected))
      {
        n++;
        n_right += is_own_price (check, row, expected) ? 1 : 0;
      }
  for (guint row = 0; row < check->table->rows->len && n_right > 0 && n_right * 2 >= n; row++)
    if (price_own (check, row, &expected))
      check_own_price (check, row, expected);
}
