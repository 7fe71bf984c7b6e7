#include "support/assert.h"
#include "support/random-county.h"

#include "yanglu/audit/diagnosis/diagnosis.h"

#include <string.h>

#define N_CASES 400u
#define MAX_ROWS 12u

static guint32 seed;

typedef struct
{
  YlDiagnosisRow rows[MAX_ROWS + 1];
  YlDiagnosisItem items[MAX_ROWS * 8];
  YlDiagnosisCase problem;
} Case;

static gint32
any (GRand *rand, gint32 below)
{
  return g_rand_int_range (rand, 0, below);
}

/* Rates with fen, so that metres are no whole amounts; slips of every size, and none. */
static gint64
spoil (GRand *rand, gint64 fen)
{
  static const gint64 factors[] = { 10000, 1000, 10 };
  switch (any (rand, 6))
    {
    case 0:
      return fen * factors[any (rand, 3)];
    case 1:
      return fen / factors[any (rand, 3)];
    case 2:
      return fen + any (rand, 1000000) - 500000;
    case 3:
      return 0;
    default:
      return fen;
    }
}

static void
draw_row (GRand *rand, Case *table, guint index)
{
  YlDiagnosisRow *row = &table->rows[index];
  *row = (YlDiagnosisRow){ .place = "表!1", .name = "沙镇镇", .has_lengths = any (rand, 2) == 0 };
  for (gint32 i = any (rand, 8); i > 0; i--)
    {
      const YlDiagnosisItem item = { .name = "C001371502",
                                     .row = index,
                                     .length_m = any (rand, 9000),
                                     .rate = (guint8) any (rand, 3),
                                     .state = (guint8) (any (rand, 5) == 0 ? any (rand, 3) : 0) };
      gint64 *const sums[] = { row->length_m, row->duplicate_m, row->dead_end_m };
      sums[item.state][item.rate] += item.length_m;
      table->items[table->problem.n_items++] = item;
      YlMoney amount;
      yl_money_for_length ((YlLength){ item.length_m },
                           (YlRate){ .fen_per_km = table->problem.rate_fen_per_km[item.rate] },
                           &amount);
      row->expected_fen += item.state == YL_ITEM_COUNTED ? amount.fen : 0;
    }
  for (guint rate = 0; rate < 3; rate++)
    row->stated_length_m[rate] = row->length_m[rate];
  row->stated_fen = spoil (rand, row->expected_fen);
}

static void
draw_case (GRand *rand, Case *table)
{
  *table = (Case){
    .problem = { .noun = "乡镇", .rows = table->rows, .items = table->items, .amount_decimals = 2 }
  };
  gint64 sum_fen = 0, expected_fen = 0;
  const guint n = 1 + (guint) any (rand, MAX_ROWS);
  table->problem.old_rates = yl_old_rates_get_known (&table->problem.n_old_rates);
  for (guint rate = 0; rate < 3; rate++)
    table->problem.rate_fen_per_km[rate] = any (rand, 2000000);
  for (guint i = 0; i < n; i++)
    {
      draw_row (rand, table, i);
      sum_fen += table->rows[i].stated_fen;
      expected_fen += table->rows[i].expected_fen;
    }
  table->rows[n] = (YlDiagnosisRow){ .place = "表!9",
                                     .name = "合计",
                                     .role = YL_DIAGNOSIS_SUM,
                                     .stated_fen = spoil (rand, sum_fen),
                                     .expected_fen = expected_fen };
  table->problem.n_rows = n + (guint) any (rand, 2);
}

static void
explained_and_remaining_always_make_the_difference (void **state)
{
  (void) state;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree Case *table = g_new0 (Case, 1);
  guint n_explained = 0;
  for (guint i = 0; i < N_CASES; i++)
    {
      draw_case (rand, table);
      const gint64 difference_fen = yl_diagnosis_get_difference (&table->problem);
      g_autoptr (GPtrArray) found = yl_diagnosis_run (&table->problem, NULL);
      assert_true (found->len <= YL_DIAGNOSIS_MAX_TOLD);
      for (guint k = 0; k < found->len; k++)
        {
          const YlHypothesis *hypothesis = g_ptr_array_index (found, k);
          assert_fen_equal (hypothesis->explained_fen + hypothesis->remaining_fen, difference_fen);
          assert_true (hypothesis->causes->len > 0);
          n_explained++;
        }
    }
  assert_true (n_explained > N_CASES / 4);
}

static void
what_is_told_is_what_was_found (void **state)
{
  (void) state;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_autofree Case *table = g_new0 (Case, 1);
  for (guint i = 0; i < 50; i++)
    {
      draw_case (rand, table);
      const gint64 difference_fen = yl_diagnosis_get_difference (&table->problem);
      g_autoptr (YlAudit) audit = yl_audit_new ("表.xlsx");
      YlDiagnosisEffort effort;
      g_autoptr (GPtrArray) found = yl_diagnosis_run (&table->problem, &effort);
      yl_diagnosis_report (&table->problem, found, &effort, audit);
      for (guint k = 0; k < audit->explanations->len; k++)
        {
          const YlExplanation *told = &g_array_index (audit->explanations, YlExplanation, k);
          assert_fen_equal (told->explained_fen + told->remaining_fen, difference_fen);
        }
    }
}

/* A county in one row: two village roads of 7 and 14 m are missing among roads of 1003 m. */
static guint
count_found (guint n_roads)
{
  g_autofree YlDiagnosisItem *items = g_new0 (YlDiagnosisItem, n_roads);
  YlDiagnosisRow row = { .place = "表!1", .name = "合计" };
  for (guint i = 0; i < n_roads; i++)
    {
      items[i] = (YlDiagnosisItem){ .name = "C001371502",
                                    .rate = YL_RATE_VILLAGE,
                                    .length_m = i == 0   ? 7
                                                : i == 1 ? 14
                                                         : 1003 };
      row.length_m[YL_RATE_VILLAGE] += items[i].length_m;
    }
  row.expected_fen = row.length_m[YL_RATE_VILLAGE] * 300;
  row.stated_fen = row.expected_fen - 21 * 300;
  const YlDiagnosisCase problem = { .noun = "乡镇",
                                    .rows = &row,
                                    .n_rows = 1,
                                    .rate_fen_per_km = { 1000000, 500000, 300000 },
                                    .items = items,
                                    .n_items = n_roads,
                                    .amount_decimals = 2 };
  g_autoptr (GPtrArray) found = yl_diagnosis_run (&problem, NULL);
  return found->len;
}

/* Five steps for each pair of 800 roads are 3.2 million, of 900 they are 4.05 million. */
static void
pairs_of_roads_are_looked_for_up_to_a_limit (void **state)
{
  (void) state;
  assert_true (count_found (800) > 0);
  assert_number_equal (count_found (900), 0);
}

/* 县道 at 7000, then rounded to ten thousand yuan, in so many rows: how many causes the best story
 * has. */
static guint
count_causes (guint n)
{
  g_autofree YlDiagnosisRow *rows = g_new0 (YlDiagnosisRow, n);
  for (guint i = 0; i < n; i++)
    {
      const gint64 county_m = 12345 + 37 * i, village_m = 20160 + 991 * i;
      rows[i] = (YlDiagnosisRow){ .place = "表!1",
                                  .name = "沙镇镇",
                                  .length_m = { county_m, 0, village_m },
                                  .expected_fen = county_m * 1000 + village_m * 300 };
      rows[i].stated_fen = (county_m * 700 + village_m * 300 + 500000) / 1000000 * 1000000;
    }
  YlDiagnosisCase problem = { .noun = "路线",
                              .rows = rows,
                              .n_rows = n,
                              .rate_fen_per_km = { 1000000, 500000, 300000 },
                              .amount_decimals = 2 };
  problem.old_rates = yl_old_rates_get_known (&problem.n_old_rates);
  g_autoptr (GPtrArray) found = yl_diagnosis_run (&problem, NULL);
  const YlHypothesis *best = found->len == 0 ? NULL : g_ptr_array_index (found, 0);
  return best == NULL || best->remaining_fen != 0 ? 0 : best->causes->len;
}

/* Beyond the limit a row that some single slip happens to explain is tried with the pairs that other
 * rows need. */
static void
pairs_in_whole_columns_are_found_in_any_number_of_rows (void **state)
{
  (void) state;
  assert_number_equal (count_causes (YL_DIAGNOSIS_MAX_PAIRED_ROWS), 2);
  assert_number_equal (count_causes (YL_DIAGNOSIS_MAX_PAIRED_ROWS + 1), 2);
}

/* 县道 at 10,000 yuan a km, and rightly. */
static YlDiagnosisRow
make_row (gint64 km)
{
  return (YlDiagnosisRow){ .place = "表!1",
                           .name = "沙镇镇",
                           .length_m = { km * 1000 },
                           .stated_fen = km * 1000000,
                           .expected_fen = km * 1000000 };
}

static YlDiagnosisEffort
diagnose (const YlDiagnosisRow *rows, guint n, YlAudit *audit)
{
  const YlDiagnosisCase problem = { .noun = "路线",
                                    .rows = rows,
                                    .n_rows = n,
                                    .rate_fen_per_km = { 1000000, 500000, 300000 },
                                    .amount_decimals = 2 };
  YlDiagnosisEffort effort;
  g_autoptr (GPtrArray) found = yl_diagnosis_run (&problem, &effort);
  if (audit != NULL)
    yl_diagnosis_report (&problem, found, &effort, audit);
  return effort;
}

/* 1 km and 2 km in turn, with the amounts of the row above, or with none. */
static guint64
count_steps (guint n, gboolean has_moved)
{
  g_autofree YlDiagnosisRow *rows = g_new0 (YlDiagnosisRow, n);
  for (guint i = 0; i < n; i++)
    {
      rows[i] = make_row (1 + i % 2);
      rows[i].stated_fen = has_moved ? 3000000 - rows[i].expected_fen : 0;
    }
  return diagnose (rows, n, NULL).n_steps;
}

/* Twice the rows are twice the steps, not four times. */
static void
steps_grow_as_the_rows_whose_amounts_have_moved_or_are_missing (void **state)
{
  (void) state;
  for (guint has_moved = 0; has_moved < 2; has_moved++)
    {
      const guint64 of_few = count_steps (1000, has_moved != 0);
      const guint64 of_many = count_steps (2000, has_moved != 0);
      assert_true (of_few >= 1000);
      assert_true (of_many <= of_few * 5 / 2);
    }
}

static char *
say_of (const YlDiagnosisRow *rows, guint n)
{
  g_autoptr (YlAudit) audit = yl_audit_new ("预算.xlsx");
  diagnose (rows, n, audit);
  return g_strdup (g_array_index (audit->explanations, YlExplanation, 0).cause);
}

/* @n rows say 10,000 yuan, the last of them of 2 km. */
static char *
say_of_alike (guint n)
{
  g_autofree YlDiagnosisRow *rows = g_new0 (YlDiagnosisRow, n);
  for (guint i = 0; i < n; i++)
    rows[i] = make_row (1);
  rows[n - 1] = make_row (2);
  rows[n - 1].stated_fen = 1000000;
  return say_of (rows, n);
}

static void
of_more_than_a_thousand_rows_of_one_amount_it_is_said_that_only_these_were_tried (void **state)
{
  (void) state;
  g_autofree char *at = say_of_alike (1000);
  g_autofree char *above = say_of_alike (1001);
  assert_null (strstr (at, "只比对了"));
  assert_non_null (strstr (above, "（金额或差额相同的行多于 1000 行，只比对了其中前 1000 行）"));
}

/* 64 rows of 1 km are empty, @n_full have a kilometre more than their own; all say 5 km, which refutes
 * that one stands in another. */
static char *
say_of_mergers (guint n_full)
{
  const guint n = 64 + n_full;
  g_autofree YlDiagnosisRow *rows = g_new0 (YlDiagnosisRow, n);
  for (guint i = 0; i < n; i++)
    {
      rows[i] = make_row (i < 64 ? 1 : 2);
      rows[i].stated_fen = i < 64 ? 0 : 3000000;
      rows[i].has_lengths = TRUE;
      rows[i].stated_length_m[0] = 5000;
    }
  return say_of (rows, n);
}

/* 64 × 64 pairs are 4,096. */
static void
of_more_pairs_of_rows_than_4096_it_is_said_that_only_these_were_tried (void **state)
{
  (void) state;
  g_autofree char *at = say_of_mergers (64);
  g_autofree char *above = say_of_mergers (65);
  assert_null (strstr (at, "只试了"));
  assert_non_null (strstr (above, "（一行并入另一行的，只试了前 4096 对）"));
}

/* The largest amounts and lengths that a file may state. */
static void
huge_figures_do_no_harm (void **state)
{
  (void) state;
  YlDiagnosisRow row = { .place = "表!1",
                         .name = "合计",
                         .length_m = { YL_LENGTH_MAX_M, YL_LENGTH_MAX_M, YL_LENGTH_MAX_M },
                         .stated_fen = YL_MONEY_MAX_FEN,
                         .expected_fen = -YL_MONEY_MAX_FEN };
  const YlDiagnosisCase problem = { .noun = "乡镇",
                                    .rows = &row,
                                    .n_rows = 1,
                                    .rate_fen_per_km = { YL_RATE_MAX_FEN_PER_KM,
                                                         YL_RATE_MAX_FEN_PER_KM, 1 },
                                    .amount_decimals = 2 };
  g_autoptr (GPtrArray) found = yl_diagnosis_run (&problem, NULL);
  assert_true (found->len <= YL_DIAGNOSIS_MAX_TOLD);
  assert_fen_equal (yl_diagnosis_get_difference (&problem), 2 * YL_MONEY_MAX_FEN);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (explained_and_remaining_always_make_the_difference),
    cmocka_unit_test (what_is_told_is_what_was_found),
    cmocka_unit_test (pairs_of_roads_are_looked_for_up_to_a_limit),
    cmocka_unit_test (pairs_in_whole_columns_are_found_in_any_number_of_rows),
    cmocka_unit_test (steps_grow_as_the_rows_whose_amounts_have_moved_or_are_missing),
    cmocka_unit_test (
        of_more_than_a_thousand_rows_of_one_amount_it_is_said_that_only_these_were_tried),
    cmocka_unit_test (of_more_pairs_of_rows_than_4096_it_is_said_that_only_these_were_tried),
    cmocka_unit_test (huge_figures_do_no_harm),
  };
  seed = yl_test_seed ();
  return cmocka_run_group_tests (tests, NULL, NULL);
}
