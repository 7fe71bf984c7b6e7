#include "support/assert.h"

#include "yanglu/audit/lists/plausibility.h"
#include "yanglu/io/rules/rules.h"

/* A run of a table leaves out what is blank. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define MAX_RUNS 4
#define KM 1000
#define X YL_CLASS_COUNTY
#define V YL_CLASS_VILLAGE

/* @n rows of one length, each a route of its own unless @is_route. */
typedef struct
{
  guint n;
  guint32 length_m;
  YlRoadClass road_class;
  gboolean is_staked; /* from 0 to the length */
  gboolean has_no_code;
  gboolean is_route; /* sections of X999371502 */
  guint flags;
} Run;

/* What is found of C03: how many, the line and the severity of the first, its fen; 10,000 yuan a km
 * of county road, 3,000 of village road. */
typedef struct
{
  const char *what;
  Run runs[MAX_RUNS];
  guint n_expected;
  guint row;
  YlSeverity severity;
  gint64 stake_fen;
  YlHeadUnit unit;
  gint64 stated_m;
  gint64 last_year_m;
  gint64 lost_um; /* of county roads */
} Case;

static const YlRateTable rates = {
  .rate = { { 1000000 }, { 500000 }, { 300000 } },
  .has_rate = { TRUE, TRUE, TRUE },
};

static void
add_run (YlInventory *inventory, const Run *run, guint *row)
{
  for (guint i = 0; i < run->n; i++)
    {
      g_autofree char *code =
          g_strdup_printf ("%c%03u371502", run->road_class == V ? 'C' : 'X', (*row)++ % 998);
      const char *route = run->is_route ? "X999371502" : run->has_no_code ? "" : code;
      const YlRoadRow one = {
        .road = { .row = *row,
                  .road_class = (guint8) run->road_class,
                  .letter_class = (guint8) run->road_class,
                  .start_m = run->is_staked ? 0 : YL_STAKE_UNKNOWN,
                  .end_m = run->is_staked ? (gint32) run->length_m : YL_STAKE_UNKNOWN,
                  .length_m = run->length_m,
                  .county_code = 371502,
                  .flags = (guint8) run->flags },
        .route_code = yl_text_of (route),
      };
      yl_inventory_add (inventory, &one);
    }
}

/* Rows stand on the lines 2, 3, … */
static YlFindings *
question (const Case *one, const YlRuleSet *rules)
{
  g_autoptr (YlInventory) inventory = yl_inventory_new ();
  yl_inventory_add_origin (inventory, &(YlOrigin){ .file = "台账.csv",
                                                   .length_head = "里程",
                                                   .length_unit = one->unit,
                                                   .lost_um = { one->lost_um },
                                                   .stated_m = one->stated_m });
  guint row = 1;
  for (guint i = 0; i < MAX_RUNS; i++)
    add_run (inventory, &one->runs[i], &row);
  YlFindings *findings = yl_findings_new ();
  const YlPlausibilityRequest request = { inventory, &rates, NULL, rules, one->last_year_m };
  yl_plausibility_check (&request, findings);
  return findings;
}

static void
assert_case (const Case *one, const YlRuleSet *rules)
{
  g_autoptr (YlFindings) findings = question (one, rules);
  const guint n = (guint) yl_findings_get_n_of_code (findings, YL_C03);
  const YlFinding *first = n == 0 ? NULL : yl_findings_get (findings, 0);
  if (n == one->n_expected
      && (n == 0
          || (first->row == one->row && first->severity == one->severity && first->is_priced
              && first->at_stake.fen == one->stake_fen)))
    return;
  print_error ("%s: %u found", one->what, n);
  if (first != NULL)
    print_error (", row %" YL_ROW_ID_FORMAT ", %s, %" G_GINT64_FORMAT " fen: %s", first->row,
                 yl_severity_get_key (first->severity), first->at_stake.fen, first->message);
  print_error ("\n");
  fail ();
}

static void
assert_cases (const Case *cases, gsize n_cases)
{
  g_autoptr (YlRuleSet) rules = yl_rules_open (NULL, NULL);
  for (gsize i = 0; i < n_cases; i++)
    assert_case (&cases[i], rules);
}

static void
a_row_longer_than_a_section_is_questioned (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "100 km", { { 1, 5 * KM, X }, { 1, 100 * KM, X } } },
    /* 100.001 − 0.100001 km × 10,000 yuan = 999,009.99 */
    { "a metre more", { { 1, 5 * KM, X }, { 1, 100001, X } }, 1, 3, YL_SEVERITY_WARNING, 99900999 },
    { "stakes that repeat it",
      { { 1, 5 * KM, X }, { 1, 6548 * KM, X, TRUE } },
      1,
      3,
      YL_SEVERITY_WARNING,
      6541452 * G_GINT64_CONSTANT (1000) },
    { "two of them",
      { { 1, 5 * KM, X }, { 2, 101 * KM, V } },
      2,
      3,
      YL_SEVERITY_WARNING,
      30269700 },
    { "the sum of a class", { { 1, 3254 * KM, X, .has_no_code = TRUE } } },
    { "a duplicate is worth nothing",
      { { 1, 5 * KM, X }, { 1, 101 * KM, X, .flags = YL_ROAD_DUPLICATE } },
      1,
      3,
      YL_SEVERITY_WARNING,
      0 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
a_table_is_questioned_by_its_median (void **state)
{
  (void) state;
  static const Case cases[] = {
    /* 60 × 0.999 km × 10,000 × rows; the rest is read otherwise too. */
    { "one row above 50 km", { { 1, 60 * KM, X } }, 1, 0, YL_SEVERITY_WARNING, 59940000 },
    { "each of 19", { { 19, 60 * KM, X } }, 1, 0, YL_SEVERITY_WARNING, 1138860000 },
    { "all but one of 19", { { 18, 60 * KM, X }, { 1, 50 * KM, X } } },
    { "eleven of 20", { { 11, 60 * KM, X }, { 9, KM, X } }, 1, 0, YL_SEVERITY_WARNING, 668331000 },
    { "ten of 20", { { 10, 60 * KM, X }, { 10, KM, X } } },
    { "exactly 50 km", { { 20, 50 * KM, X } } },
    { "stakes that repeat up to 100 km", { { 3, 100 * KM, X, TRUE } } },
    { "and beyond it", { { 3, 100001, X, TRUE } }, 1, 0, YL_SEVERITY_WARNING, 299702997 },
    { "sums of classes do not speak", { { 20, 60 * KM, X, .has_no_code = TRUE } } },
    /* 12 m of 12.345 km: 12.345 − 0.012 km × 10,000 yuan. */
    { "kilometres under a head in metres",
      { { 1, 12, X } },
      1,
      0,
      YL_SEVERITY_WARNING,
      12333000,
      YL_UNIT_METRE,
      .lost_um = 345000 },
    { "exactly 50 m", { { 20, 50, X } } },
    { "each of 19 below 50 m", { { 19, 49, V } }, 1, 0, YL_SEVERITY_WARNING, 279020700 },
    { "all but one", { { 18, 49, V }, { 1, 50, V } } },
    { "rows of 0 do not speak", { { 3, 0, X }, { 1, 5 * KM, X } } },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
a_row_is_questioned_by_the_median_of_its_class (void **state)
{
  (void) state;
  static const Case cases[] = {
    /* 80 − 0.08 km × 3,000 yuan */
    { "a thousand times",
      { { 19, 80, V }, { 1, 80 * KM, V } },
      1,
      21,
      YL_SEVERITY_WARNING,
      23976000 },
    { "a metre less", { { 19, 80, V }, { 1, 79999, V } } },
    { "of 19 rows", { { 18, 80, V }, { 1, 80 * KM, V } } },
    { "of another class", { { 19, 80, V }, { 1, 80 * KM, X } } },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
routes_and_counties_have_limits_of_their_own (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "300 km of a route", { { 10, 30 * KM, X, .is_route = TRUE } } },
    { "a metre more",
      { { 10, 30 * KM, X, .is_route = TRUE }, { 1, 1, X, .is_route = TRUE } },
      1,
      2,
      YL_SEVERITY_WARNING,
      299700999 },
    { "what is told of a row is not told of its route",
      { { 9, 30 * KM, X, .is_route = TRUE }, { 1, 400 * KM, X, .is_route = TRUE } },
      1,
      11,
      YL_SEVERITY_WARNING,
      399600000 },
    { "30,000 km of a county", { { 1, 30000 * KM, X, .has_no_code = TRUE } } },
    { "a metre more of it",
      { { 1, 30000 * KM + 1, X, .has_no_code = TRUE } },
      1,
      0,
      YL_SEVERITY_WARNING,
      G_GINT64_CONSTANT (29970000999) },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
a_second_figure_makes_it_an_error (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "the stated sum is that of the other reading",
      { { 1, 5 * KM, X }, { 1, 6548 * KM, X } },
      1,
      3,
      YL_SEVERITY_ERROR,
      G_GINT64_CONSTANT (6541452000),
      .stated_m = 11548 },
    { "the stated sum is that of the list",
      { { 1, 5 * KM, X }, { 1, 6548 * KM, X } },
      1,
      3,
      YL_SEVERITY_WARNING,
      G_GINT64_CONSTANT (6541452000),
      .stated_m = 6553 * KM },
    { "last year had a thousandth",
      { { 3, 4297 * KM, X } },
      1,
      0,
      YL_SEVERITY_ERROR,
      G_GINT64_CONSTANT (12878109000),
      .last_year_m = 13000 },
    { "last year had as much",
      { { 3, 4297 * KM, X } },
      1,
      0,
      YL_SEVERITY_WARNING,
      G_GINT64_CONSTANT (12878109000),
      .last_year_m = 12000 * KM },
    { "three times last year", { { 3, 10 * KM, X } }, .last_year_m = 10 * KM },
    { "a metre more than that",
      { { 3, 10 * KM, X }, { 1, 1, X } },
      1,
      0,
      YL_SEVERITY_WARNING,
      29970999,
      .last_year_m = 10 * KM },
    { "sums of a class in metres, against last year",
      { { 1, 3254 * KM, X, .has_no_code = TRUE } },
      1,
      0,
      YL_SEVERITY_ERROR,
      G_GINT64_CONSTANT (3250746000),
      .last_year_m = 3300 },
  };
  assert_cases (cases, G_N_ELEMENTS (cases));
}

static void
the_limits_are_those_of_the_rules (void **state)
{
  (void) state;
  static const char text[] = "[C03]\nlimit-section=150\nlimit-median-most=200\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, sizeof text - 1);
  g_autoptr (YlRuleSet) rules = yl_rules_open_text ("本县.rules", bytes, NULL);
  static const Case cases[] = {
    { "150 km", { { 1, 150 * KM, X } } },
    { "a metre more", { { 1, 150001, X } }, 1, 2, YL_SEVERITY_WARNING, 149850999 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_case (&cases[i], rules);
}

static void
rows_of_no_length_are_told_together (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) rules = yl_rules_open (NULL, NULL);
  const Case some = { "some", { { 1, KM, X }, { 12, 0, X } } };
  g_autoptr (YlFindings) findings = question (&some, rules);
  assert_int_equal (yl_findings_get_n (findings), 1);
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_int_equal (finding->code, YL_E03);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_number_equal (finding->row, 3);
  assert_true (finding->is_priced && finding->at_stake.fen == 0);
  const Case all = { "all", { { 3, 0, X } } };
  g_autoptr (YlFindings) of_all = question (&all, rules);
  assert_int_equal (yl_findings_get_n (of_all), 1);
  assert_int_equal (yl_findings_get (of_all, 0)->code, YL_E03);
  assert_int_equal (yl_findings_get (of_all, 0)->severity, YL_SEVERITY_ERROR);
  assert_false (yl_findings_get (of_all, 0)->is_priced);
}

/* 4,000,000 km in each of 5,000 rows: the money is beyond what an amount can be, and is not told. */
static void
what_is_beyond_an_amount_has_no_price (void **state)
{
  (void) state;
  g_autoptr (YlRuleSet) rules = yl_rules_open (NULL, NULL);
  const Case huge = { "huge", { { 5000, YL_LENGTH_MAX_M, X } } };
  g_autoptr (YlFindings) findings = question (&huge, rules);
  assert_int_equal (yl_findings_get_n (findings), 1);
  assert_false (yl_findings_get (findings, 0)->is_priced);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_row_longer_than_a_section_is_questioned),
    cmocka_unit_test (a_table_is_questioned_by_its_median),
    cmocka_unit_test (a_row_is_questioned_by_the_median_of_its_class),
    cmocka_unit_test (routes_and_counties_have_limits_of_their_own),
    cmocka_unit_test (a_second_figure_makes_it_an_error),
    cmocka_unit_test (the_limits_are_those_of_the_rules),
    cmocka_unit_test (rows_of_no_length_are_told_together),
    cmocka_unit_test (what_is_beyond_an_amount_has_no_price),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
