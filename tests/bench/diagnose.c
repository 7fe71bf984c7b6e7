/*
 * diagnose [SEED [N]]: N wrong budgets (500) of real townships, each with one or
 * two mistakes of a clerk; how often a diagnosis names them first. Prints a table
 * by kind, and judges nothing by the clock.
 */
#include "bench/clerk.h"

#include "yanglu/io/places/register.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define MAX_MISTAKES 2

/* The rows of one part of a budget that are at fault, by one mistake. */
typedef struct
{
  YlCauseKind kind;
  guint part; /* 0: the table; 1: the gap; 2: what is due of land revenue */
  gboolean rows[CLERK_MAX_TOWNSHIPS];
  const char *road; /* (nullable): its route code, which must be named */
} Truth;

typedef enum
{
  FIRST, /* named first, and nothing else */
  EQUAL, /* another story of as few mistakes explains all to the fen; ours is named after it */
  RIVAL, /* the same, and ours is not named */
  MISSED,
  N_RESULTS,
} Result;

typedef struct
{
  guint n[N_RESULTS];
} Score;

typedef struct
{
  const ClerkCounty *county;
  ClerkForm form;
  gboolean is_total; /* only the sum of all townships is known */
  ClerkMistake mistakes[MAX_MISTAKES];
  guint n;
  ClerkTable right;
  ClerkTable wrong;
  Truth truths[MAX_MISTAKES];
  YlDiagnosisRow rows[CLERK_MAX_TOWNSHIPS + 1];
  GArray *items; /* of YlDiagnosisItem */
  YlDiagnosisMoney grants[CLERK_N_GRANTS];
  YlDiagnosisMoney costs[CLERK_N_COSTS];
  gint64 other_share_ppm;
} Budget;

static void
fill_row (Budget *budget, guint t)
{
  YlDiagnosisRow *row = &budget->rows[t];
  *row = (YlDiagnosisRow){ .place = budget->county->townships[t],
                           .name = budget->county->townships[t],
                           .expected_fen = budget->right.fen[t],
                           .stated_fen = budget->wrong.fen[t],
                           .has_lengths = budget->form.has_lengths,
                           .has_class_amounts = budget->form.has_class_amounts };
  for (guint c = 0; c < CLERK_N_CLASSES; c++)
    {
      row->length_m[c] = budget->right.length_m[t][c];
      row->stated_length_m[c] = budget->wrong.length_m[t][c];
      row->stated_class_fen[c] = budget->wrong.class_fen[t][c];
    }
}

static void
fill_items (Budget *budget)
{
  budget->items = g_array_new (FALSE, FALSE, sizeof (YlDiagnosisItem));
  for (guint i = 0; i < budget->county->roads->len; i++)
    {
      const ClerkRoad *road = &g_array_index (budget->county->roads, ClerkRoad, i);
      const YlDiagnosisItem item = { .name = road->name,
                                     .row = road->township,
                                     .part = road->township,
                                     .length_m = road->length_m,
                                     .rate = (guint8) road->road_class,
                                     .state = (guint8) road->state };
      YlDiagnosisRow *row = &budget->rows[road->township];
      g_array_append_val (budget->items, item);
      row->duplicate_m[item.rate] += road->state == YL_ITEM_DUPLICATE ? road->length_m : 0;
      row->dead_end_m[item.rate] += road->state == YL_ITEM_DEAD_END ? road->length_m : 0;
    }
}

static YlDiagnosisCase
begin_case (const YlDiagnosisRow *rows, gsize n_rows)
{
  YlDiagnosisCase problem = {
    .noun = "乡镇", .rows = rows, .n_rows = n_rows, .amount_decimals = 2
  };
  for (guint c = 0; c < CLERK_N_CLASSES; c++)
    problem.rate_fen_per_km[c] = clerk_rates[c] * 1000;
  problem.old_rates = yl_old_rates_get_known (&problem.n_old_rates);
  return problem;
}

static GPtrArray *
diagnose_table (Budget *budget)
{
  const guint n = budget->county->n_townships;
  gint64 stated_fen = 0, expected_fen = 0;
  for (guint t = 0; t < n; t++)
    {
      fill_row (budget, t);
      stated_fen += budget->wrong.fen[t];
      expected_fen += budget->right.fen[t];
    }
  fill_items (budget);
  budget->rows[n] = (YlDiagnosisRow){ .place = "合计",
                                      .name = "合计",
                                      .role = YL_DIAGNOSIS_SUM,
                                      .stated_fen = stated_fen,
                                      .expected_fen = expected_fen };
  YlDiagnosisCase problem = begin_case (budget->rows, n + 1);
  problem.items = (const YlDiagnosisItem *) (void *) budget->items->data;
  problem.n_items = budget->items->len;
  GPtrArray *found = yl_diagnosis_run (&problem, NULL);
  g_array_unref (budget->items);
  return found;
}

/* All townships in one figure; their roads tell which is which. */
static GPtrArray *
diagnose_total (Budget *budget)
{
  const guint n = budget->county->n_townships;
  YlDiagnosisRow total = { .place = "合计", .name = "合计" };
  for (guint t = 0; t < n; t++)
    fill_row (budget, t);
  fill_items (budget);
  for (guint t = 0; t < n; t++)
    {
      total.stated_fen += budget->wrong.fen[t];
      total.expected_fen += budget->right.fen[t];
      for (guint c = 0; c < CLERK_N_CLASSES; c++)
        {
          total.length_m[c] += budget->rows[t].length_m[c];
          total.duplicate_m[c] += budget->rows[t].duplicate_m[c];
          total.dead_end_m[c] += budget->rows[t].dead_end_m[c];
        }
    }
  for (guint i = 0; i < budget->items->len; i++)
    g_array_index (budget->items, YlDiagnosisItem, i).row = 0;
  YlDiagnosisCase problem = begin_case (&total, 1);
  problem.items = (const YlDiagnosisItem *) (void *) budget->items->data;
  problem.n_items = budget->items->len;
  problem.parts = (const char *const *) budget->county->townships;
  problem.n_parts = n;
  GPtrArray *found = yl_diagnosis_run (&problem, NULL);
  g_array_unref (budget->items);
  return found;
}

static GPtrArray *
diagnose_figure (Budget *budget, guint part)
{
  gint64 standard_fen = 0;
  for (guint t = 0; t < budget->county->n_townships; t++)
    standard_fen += budget->wrong.fen[t];
  YlDiagnosisRow row = { .place = "缺口",
                         .name = "县级缺口",
                         .role = YL_DIAGNOSIS_GAP,
                         .stated_fen = budget->wrong.gap_fen,
                         .deduct_fen = budget->county->lawful_fen,
                         .expected_fen = MAX (0, standard_fen - budget->county->lawful_fen) };
  if (part == 2)
    row = (YlDiagnosisRow){ .place = "应计提",
                            .name = "应计提",
                            .role = YL_DIAGNOSIS_DUE,
                            .stated_fen = budget->wrong.due_fen,
                            .expected_fen = budget->right.due_fen };
  YlDiagnosisCase problem = begin_case (&row, 1);
  for (guint i = 0; i < CLERK_N_GRANTS; i++)
    budget->grants[i] =
        (YlDiagnosisMoney){ .name = "补助", .amount_fen = budget->county->grants_fen[i] };
  for (guint i = 0; i < CLERK_N_COSTS; i++)
    budget->costs[i] =
        (YlDiagnosisMoney){ .name = "成本", .amount_fen = budget->county->costs_fen[i] };
  problem.grants = budget->grants;
  problem.n_grants = part == 1 ? CLERK_N_GRANTS : 0;
  problem.land_costs = budget->costs;
  problem.n_land_costs = part == 2 ? CLERK_N_COSTS : 0;
  problem.land_income_fen = budget->county->income_fen;
  problem.land_share_ppm = budget->county->share_ppm;
  budget->other_share_ppm = budget->county->share_ppm == 20000 ? 30000 : 20000;
  problem.other_shares_ppm = &budget->other_share_ppm;
  problem.n_other_shares = part == 2 ? 1 : 0;
  return yl_diagnosis_run (&problem, NULL);
}

/* Where a mistake tells: what would be otherwise without it. FALSE when nothing would. */
static gboolean
find_truth (Budget *budget, guint index)
{
  const ClerkMistake *others = &budget->mistakes[1 - index];
  Truth *truth = &budget->truths[index];
  ClerkTable without;
  gboolean tells = FALSE;
  clerk_write (budget->county, &budget->form, others, budget->n - 1, &without);
  *truth = (Truth){ .kind = budget->mistakes[index].kind };
  truth->part = truth->kind == YL_CAUSE_GRANT_NETTED                                         ? 1
                : truth->kind == YL_CAUSE_INCOME_SHARE || truth->kind == YL_CAUSE_LAND_SHARE ? 2
                                                                                             : 0;
  const GArray *roads = budget->county->roads;
  if (budget->mistakes[index].place == CLERK_AT_ROAD)
    truth->road = g_array_index (roads, ClerkRoad, budget->mistakes[index].road).name;
  for (guint t = 0; t < budget->county->n_townships && truth->part == 0; t++)
    {
      truth->rows[t] = without.fen[t] != budget->wrong.fen[t];
      tells |= truth->rows[t];
    }
  if (budget->is_total)
    memset (truth->rows, 0, sizeof truth->rows);
  truth->rows[0] |= truth->part != 0 || budget->is_total;
  return tells || (truth->part == 1 && without.gap_fen != budget->wrong.gap_fen)
         || (truth->part == 2 && without.due_fen != budget->wrong.due_fen);
}

static gboolean
is_named (const YlFoundCause *cause, const Truth *truth)
{
  gboolean rows[CLERK_MAX_TOWNSHIPS] = { FALSE };
  for (gsize i = 0; i < cause->n_rows; i++)
    if (cause->rows[i] < CLERK_MAX_TOWNSHIPS)
      rows[cause->rows[i]] = TRUE;
  return cause->kind == truth->kind && memcmp (rows, truth->rows, sizeof rows) == 0
         && (truth->road == NULL || strstr (cause->text, truth->road) != NULL);
}

static guint
count_truths (const Budget *budget, guint part)
{
  guint n = 0;
  for (guint i = 0; i < budget->n; i++)
    n += budget->truths[i].part == part ? 1 : 0;
  return n;
}

/* Each mistake of the part is named by a cause of its own, and there is no other cause. */
static gboolean
is_true (const Budget *budget, guint part, const YlHypothesis *hypothesis)
{
  gboolean is_used[2] = { FALSE, FALSE };
  if (hypothesis->causes->len != count_truths (budget, part) || hypothesis->remaining_fen != 0)
    return FALSE;
  for (guint i = 0; i < budget->n; i++)
    {
      gboolean is_found = budget->truths[i].part != part;
      for (guint k = 0; k < hypothesis->causes->len && !is_found; k++)
        if (!is_used[k] && is_named (g_ptr_array_index (hypothesis->causes, k), &budget->truths[i]))
          is_found = is_used[k] = TRUE;
      if (!is_found)
        return FALSE;
    }
  return TRUE;
}

static void
print_stories (const Budget *budget, const GPtrArray *found)
{
  if (g_getenv ("DIAGNOSE_SHOW") == NULL)
    return;
  for (guint i = 0; i < budget->n; i++)
    g_print ("  true: %s, place %u, first %u, second %u, value %" G_GINT64_FORMAT "\n",
             yl_cause_get_key (budget->mistakes[i].kind), budget->mistakes[i].place,
             budget->mistakes[i].first, budget->mistakes[i].second, budget->mistakes[i].value);
  for (guint i = 0; i < found->len; i++)
    {
      const YlHypothesis *hypothesis = g_ptr_array_index (found, i);
      g_print ("  said: %u bits, %u ppm\n", hypothesis->cost, hypothesis->share_ppm);
      for (guint k = 0; k < hypothesis->causes->len; k++)
        g_print ("    %s\n", ((YlFoundCause *) g_ptr_array_index (hypothesis->causes, k))->text);
    }
}

static Result
judge_part (Budget *budget, guint part)
{
  g_autoptr (GPtrArray) found = budget->is_total ? diagnose_total (budget)
                                : part == 0      ? diagnose_table (budget)
                                                 : diagnose_figure (budget, part);
  const guint n_true = count_truths (budget, part);
  if (found->len == 0)
    {
      if (n_true > 0)
        print_stories (budget, found);
      return n_true == 0 ? FIRST : MISSED;
    }
  const YlHypothesis *best = g_ptr_array_index (found, 0);
  if (is_true (budget, part, best))
    return FIRST;
  print_stories (budget, found);
  for (guint i = 1; i < found->len; i++)
    if (is_true (budget, part, g_ptr_array_index (found, i)))
      return EQUAL;
  return best->share_ppm == 1000000 && best->causes->len <= n_true ? RIVAL : MISSED;
}

static Result
judge (Budget *budget, clock_t *ticks)
{
  Result worst = FIRST;
  const clock_t begin = clock ();
  for (guint part = 0; part < (budget->is_total ? 1 : 3); part++)
    {
      const Result result = judge_part (budget, part);
      worst = MAX (worst, result);
    }
  *ticks += clock () - begin;
  return worst;
}

/* Two of these at once are one mistake by another name. */
static gboolean
go_together (YlCauseKind first, YlCauseKind second)
{
  return first != second
         || (first != YL_CAUSE_ROUNDING && first != YL_CAUSE_AMOUNT_UNIT
             && first != YL_CAUSE_ROW_SHIFTED && first != YL_CAUSE_GRANT_NETTED
             && first != YL_CAUSE_INCOME_SHARE && first != YL_CAUSE_LAND_SHARE
             && first != YL_CAUSE_LENGTH_UNIT && first != YL_CAUSE_NOT_COUNTED
             && first != YL_CAUSE_OLD_RATE && first != YL_CAUSE_RATES_SWAPPED);
}

static gboolean
draw (Budget *budget, YlCauseKind kind, GRand *random)
{
  const gint32 form = budget->is_total ? 0 : g_rand_int_range (random, 0, 4);
  budget->form = (ClerkForm){ .has_lengths = form > 0, .has_class_amounts = form == 3 };
  budget->mistakes[0] = clerk_draw (budget->county, &budget->form, kind, random);
  if (budget->n == 2)
    {
      const YlCauseKind other = (YlCauseKind) g_rand_int_range (random, 0, CLERK_N_KINDS);
      if (!go_together (kind, other))
        return FALSE;
      budget->mistakes[1] = clerk_draw (budget->county, &budget->form, other, random);
    }
  clerk_write (budget->county, &budget->form, NULL, 0, &budget->right);
  clerk_write (budget->county, &budget->form, budget->mistakes, budget->n, &budget->wrong);
  for (guint i = 0; i < budget->n; i++)
    if (!find_truth (budget, i))
      return FALSE;
  return TRUE;
}

static ClerkCounty *
draw_county (const YlPlaces *places, GRand *random)
{
  static const guint32 codes[] = { 371502, 371503, 371521, 371522, 371523,
                                   371524, 371525, 371526, 371581 };
  for (;;)
    {
      gsize n_townships = 0;
      const guint32 code = codes[g_rand_int_range (random, 0, G_N_ELEMENTS (codes))];
      yl_places_get_townships (places, code, &n_townships);
      const guint n_sections = (guint) g_rand_int_range (random, 300, 1500);
      if (n_townships > 3)
        return clerk_county_new (places, code, n_sections, g_rand_int (random));
    }
}

static void
print_score (const char *name, const Score *score)
{
  const guint n = score->n[FIRST] + score->n[EQUAL] + score->n[RIVAL] + score->n[MISSED];
  if (n > 0)
    g_print ("%-18s %5u %5u  %5.1f%%  %5u %5u %5u\n", name, n, score->n[FIRST],
             100.0 * score->n[FIRST] / n, score->n[EQUAL], score->n[RIVAL], score->n[MISSED]);
}

static void
run (const YlPlaces *places, guint n_mistakes, gboolean is_total, guint n_budgets, GRand *random)
{
  Score all = { { 0 } }, by_kind[CLERK_N_KINDS] = { { { 0 } } };
  clock_t ticks = 0;
  for (guint i = 0; i < n_budgets; i++)
    {
      const guint n_kinds = is_total ? YL_CAUSE_LENGTH_UNIT - YL_CAUSE_OLD_RATE + 1 : CLERK_N_KINDS;
      const YlCauseKind kind = (YlCauseKind) (i % n_kinds + (is_total ? YL_CAUSE_OLD_RATE : 0));
      ClerkCounty *county = draw_county (places, random);
      Budget budget = { .county = county, .is_total = is_total, .n = n_mistakes };
      /* A list without duplicates cannot count them: then another county. */
      for (guint k = 1; !draw (&budget, kind, random); k++)
        if (k % 50 == 0)
          {
            clerk_county_free (county);
            budget.county = county = draw_county (places, random);
          }
      const Result result = judge (&budget, &ticks);
      all.n[result]++;
      for (guint k = 0; k < n_mistakes; k++)
        by_kind[budget.mistakes[k].kind].n[result]++;
      clerk_county_free (county);
    }
  g_print ("%u mistake%s%s      n first          equal rival missed\n", n_mistakes,
           n_mistakes == 1 ? " " : "s", is_total ? ", one total" : "");
  for (guint kind = 0; kind < CLERK_N_KINDS; kind++)
    print_score (yl_cause_get_key ((YlCauseKind) kind), &by_kind[kind]);
  print_score ("all", &all);
  g_print ("CPU a budget: %.1f ms\n", 1000.0 * (double) ticks / CLOCKS_PER_SEC / n_budgets);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  const guint32 seed = argc > 1 ? (guint32) strtoul (argv[1], NULL, 10) : 20201128;
  const guint n = argc > 2 ? (guint) strtoul (argv[2], NULL, 10) : 500;
  g_autoptr (GError) error = NULL;
  g_autoptr (YlPlaces) places = yl_register_load (&error);
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  g_print ("seed %u, %u budgets\n"
           "first: named first, with its rows, and nothing else\n"
           "equal: named, after another story of few mistakes that explains all to the fen\n"
           "rival: not named; the first story has no more mistakes and explains all to the fen\n",
           seed, n);
  if (places == NULL)
    return 1;
  run (places, 1, FALSE, n / 2, random);
  run (places, 2, FALSE, n - n / 2, random);
  /* Beyond what was asked: how far one figure alone tells. */
  run (places, 1, TRUE, n / 5, random);
  return 0;
}
