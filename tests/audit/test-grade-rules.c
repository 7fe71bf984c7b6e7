#include "support/assert.h"

#include "yanglu/audit/budget/grade-rules.h"

#include <string.h>

#define UNPRICED (-1)
#define NO_FINDING (-2)

/* 优 90–100 pays 105%, 良 80–89 pays 100%, 中 70–79 pays 95%, 差 0–69 pays 90%. */
static const YlGradeBand bands[] = {
  { "优", 90000, 100000, 1050000 },
  { "良", 80000, 89000, 1000000 },
  { "中", 70000, 79000, 950000 },
  { "差", 0, 69000, 900000 },
};

typedef struct
{
  const char *what;
  gint64 score;
  const char *grade;
  gint64 amount_yuan;    /* 0: none stated */
  gint64 allotment_yuan; /* 0: none stated */
  gint64 stake_yuan;
} Case;

static const Case cases[] = {
  { "89.95 is neither 良 nor 优: 5% of 200,000", 89950, "优", 210000, 0, 10000 },
  { "the allotment is stated", 89950, "优", 0, 200000, 10000 },
  { "paid as 良: 5% of 200,000 as well", 89950, "良", 200000, 0, 10000 },
  { "no grade and no allotment: nobody can say", 89950, "", 210000, 0, UNPRICED },
  { "a grade that is none of the bands", 89950, "甲", 210000, 0, UNPRICED },
  { "89 is the last of 良", 89000, "良", 200000, 0, NO_FINDING },
  { "a thousandth above it is in no band", 89001, "良", 200000, 0, 10000 },
  { "a thousandth below 优 is in no band", 89999, "良", 200000, 0, 10000 },
  { "90 is the first of 优", 90000, "优", 210000, 0, NO_FINDING },
  { "between 中 and 良", 79500, "中", 95000, 0, 5000 },
  { "between 差 and 中", 69500, "差", 90000, 0, 5000 },
  { "0 is 差", 0, "差", 90000, 0, NO_FINDING },
  { "100 is 优", 100000, "优", 210000, 0, NO_FINDING },
  { "above all bands is between none", 100001, "优", 210000, 0, NO_FINDING },
};

static YlFindings *
check (const Case *own)
{
  const YlAssessedRow row = {
    .sheet = "考核",
    .row = 5,
    .cell = "B5",
    .head = "考核得分",
    .name = "沙镇镇",
    .score = own->score,
    .grade = own->grade,
    .amount = { own->amount_yuan * 100 },
    .allotment = { own->allotment_yuan * 100 },
    .has_amount = own->amount_yuan != 0,
    .has_allotment = own->allotment_yuan != 0,
  };
  g_autoptr (YlFilledTable) assessment = yl_filled_table_new ("考核.xlsx", sizeof (YlAssessedRow));
  g_array_append_val (assessment->rows, row);
  YlFindings *findings = yl_findings_new ();
  yl_grades_check (assessment, bands, G_N_ELEMENTS (bands), findings);
  return findings;
}

static gint64
get_stake_yuan (const YlFindings *findings)
{
  if (yl_findings_get_n (findings) == 0)
    return NO_FINDING;
  const YlFinding *finding = yl_findings_get (findings, 0);
  return finding->is_priced ? finding->at_stake.fen / 100 : UNPRICED;
}

static void
a_score_between_two_bands_costs_their_difference (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlFindings) findings = check (&cases[i]);
      if (get_stake_yuan (findings) != cases[i].stake_yuan)
        fail_msg ("%s: %" G_GINT64_FORMAT, cases[i].what, get_stake_yuan (findings));
    }
}

static void
who_was_paid_by_the_higher_band_gains (void **state)
{
  (void) state;
  g_autoptr (YlFindings) higher = check (&cases[0]);
  g_autoptr (YlFindings) lower = check (&cases[2]);
  assert_string_equal (yl_findings_get (higher, 0)->gainer, "沙镇镇");
  assert_null (yl_findings_get (lower, 0)->gainer);
  assert_non_null (strstr (yl_findings_get (higher, 0)->message,
                           "考核得分 89.95，落在“良”（至 89 分）和“优”（90 分起）之间"));
}

static void
bands_that_touch_leave_nothing_between (void **state)
{
  (void) state;
  const YlGradeBand touching[] = { { "优", 90000, 100000, 1050000 },
                                   { "良", 80000, 89999, 1000000 } };
  const YlAssessedRow row = { .score = 89999, .sheet = "", .cell = "", .name = "", .grade = "" };
  g_autoptr (YlFilledTable) assessment = yl_filled_table_new ("考核.xlsx", sizeof (YlAssessedRow));
  g_array_append_val (assessment->rows, row);
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_grades_check (assessment, touching, 2, findings);
  assert_number_equal (yl_findings_get_n (findings), 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_score_between_two_bands_costs_their_difference),
    cmocka_unit_test (who_was_paid_by_the_higher_band_gains),
    cmocka_unit_test (bands_that_touch_leave_nothing_between),
  };
  return cmocka_run_group_tests_name ("grade rules", tests, NULL, NULL);
}
