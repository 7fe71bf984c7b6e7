#include "yanglu/app/budget/list.h"

#include "support/assert.h"
#include "support/run.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/io/policy/policies.h"

#include <string.h>

/* 10, 20 and 30 km; a large bridge of 100 m on the county road, one of 40 m on the township road, one of
 * 10 m on the village road. */
#define ROADS "类别,里程\n县道,10\n乡道,20\n村道,30\n"
#define BRIDGES                                                                                    \
  "桥梁编码,桥名,行政等级,桥梁类型,全长\nL1,甲桥,县道,大桥,100\n"            \
  "L2,乙桥,乡道,中桥,40\nL3,丙桥,村道,小桥,10\n"

/* A budget of those roads and bridges for one county of the place, worked by hand; yuan. */
typedef struct
{
  const char *policy;
  const char *county;
  gint64 by_class[3]; /* 县道, 乡道, 村道 */
  gint64 bridges;
  gint64 payers[3]; /* 省, 市, 县 */
} Worked;

static const Worked worked[] = {
  /* 10 × 6,000, 20 × 4,000, 30 × 2,000; 100 × 60 + 40 × 40 + 10 × 40 */
  { "cangzhou", "130902", { 60000, 80000, 60000 }, 8000, { 0, 0, 208000 } },
  /* no rate for 县道; 20 × 2,500, 30 × 500 */
  { "daying-2014", "510923", { 0, 50000, 15000 }, 0, { 0, 0, 65000 } },
  /* 10 × 12,000, 20 × 7,000, 30 × 1,000 */
  { "dazhou-2015", "511702", { 120000, 140000, 30000 }, 0, { 0, 0, 290000 } },
  { "fangchenggang-2021", "450602", { 100000, 100000, 90000 }, 0, { 0, 0, 290000 } },
  /* 省 10 × 7,000 + 20 × 3,500 + 30 × 1,000, 市 60 × 500 */
  { "guangdong-2011", "440203", { 80000, 90000, 60000 }, 0, { 170000, 30000, 30000 } },
  /* 10 × 3,000, 20 × 2,000, 30 × 1,000; 2,000 + 1,000 + 500 */
  { "hebei-2013", "130102", { 30000, 40000, 30000 }, 3500, { 0, 0, 103500 } },
  { "huaibei-2022", "340602", { 100000, 100000, 90000 }, 0, { 0, 145000, 145000 } },
  { "huaibei-2022", "340621", { 100000, 100000, 90000 }, 0, { 0, 58000, 232000 } },
  { "liaocheng-2020", "371502", { 100000, 100000, 90000 }, 0, { 0, 0, 290000 } },
  /* 省 as in Guangdong; 市 20 × 3,500, in six counties 30 × 500 more */
  { "lvliang-2008", "141102", { 100000, 140000, 60000 }, 0, { 170000, 70000, 60000 } },
  { "lvliang-2008", "141121", { 100000, 140000, 60000 }, 0, { 170000, 85000, 45000 } },
  { "lvliang-2008", "141123", { 100000, 140000, 60000 }, 0, { 170000, 85000, 45000 } },
  { "lvliang-2008", "141124", { 100000, 140000, 60000 }, 0, { 170000, 85000, 45000 } },
  { "lvliang-2008", "141126", { 100000, 140000, 60000 }, 0, { 170000, 85000, 45000 } },
  { "lvliang-2008", "141127", { 100000, 140000, 60000 }, 0, { 170000, 85000, 45000 } },
  { "lvliang-2008", "141128", { 100000, 140000, 60000 }, 0, { 170000, 85000, 45000 } },
  /* 10 × 7,000, 20 × 3,500, 30 × 1,000 */
  { "mojiang-2018", "530822", { 70000, 70000, 30000 }, 0, { 0, 0, 170000 } },
  { "national-2019", "370102", { 100000, 100000, 90000 }, 0, { 0, 0, 290000 } },
  /* 10 × 8,000, 20 × 3,500, 30 × 1,000; 3,000 + 2,000 + 1,000 */
  { "qiongzhong-2011", "469030", { 80000, 70000, 30000 }, 6000, { 0, 0, 186000 } },
  { "shaanxi-2018", "610102", { 100000, 120000, 60000 }, 0, { 0, 0, 280000 } },
  { "shaoyang", "430502", { 70000, 70000, 30000 }, 0, { 0, 0, 170000 } },
  { "zhengzhou-2022", "410102", { 100000, 100000, 90000 }, 0, { 0, 0, 290000 } },
};

static int
set_up (void **state)
{
  YlRun *files = yl_run_new ();
  yl_run_write (files, "roads.csv", ROADS);
  yl_run_write (files, "bridges.csv", BRIDGES);
  *state = files;
  return 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

/* By @policy, or by the one that is chosen where it is NULL. */
static YlListJob *
run_job (const YlRun *files, const char *policy, const char *county, guint year)
{
  g_autofree char *roads = g_build_filename (files->folder, "roads.csv", NULL);
  g_autofree char *bridges = g_build_filename (files->folder, "bridges.csv", NULL);
  const YlJobOptions options = {
    .roads = roads, .bridges = bridges, .policy = policy, .county = county, .year = year
  };
  g_autoptr (GError) error = NULL;
  YlListJob *job = yl_list_job_run (&options, NULL, &error);
  if (job == NULL)
    fail_msg ("%s", error->message);
  return job;
}

static gint64
sum_demand (const YlFigures *figures, const char *code)
{
  gint64 sum = 0;
  for (guint i = 0; i < figures->demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (figures->demand, YlDemandLine, i);
      sum += strcmp (line->code, code) == 0 ? line->amount_fen : 0;
    }
  return sum;
}

static gint64
sum_payer (const YlFigures *figures, YlPayer payer)
{
  gint64 sum = 0;
  for (guint i = 0; i < figures->payers->len; i++)
    {
      const YlPayerLine *line = &g_array_index (figures->payers, YlPayerLine, i);
      sum += line->payer == payer ? line->amount_fen : 0;
    }
  return sum;
}

static void
assert_worked (const YlRun *files, const Worked *one)
{
  static const char *const codes[] = { "daily.county", "daily.township", "daily.village" };
  g_autoptr (YlListJob) job = run_job (files, one->policy, one->county, 2023);
  g_autoptr (YlBudget) budget = yl_list_job_make_budget (job, NULL);
  assert_non_null (budget);
  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    if (sum_demand (budget->figures, codes[i]) != 100 * one->by_class[i])
      fail_msg ("%s in %s: %s is %" G_GINT64_FORMAT, one->policy, one->county, codes[i],
                sum_demand (budget->figures, codes[i]));
  assert_fen_equal (budget->figures->daily.bridges_fen, 100 * one->bridges);
  for (guint i = 0; i < G_N_ELEMENTS (one->payers); i++)
    if (sum_payer (budget->figures, YL_PAYER_PROVINCE + i) != 100 * one->payers[i])
      fail_msg ("%s in %s: %s pays %" G_GINT64_FORMAT, one->policy, one->county,
                yl_payer_get_key (YL_PAYER_PROVINCE + i),
                sum_payer (budget->figures, YL_PAYER_PROVINCE + i));
}

static void
each_policy_makes_the_budget_worked_by_hand (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (worked); i++)
    assert_worked (*state, &worked[i]);
}

/* 10 × 10,000 + 20 × 6,000 + 30 × 1,000 + 10 × 6,000, all of it the city's. */
static void
a_rate_for_special_roads_pays_them (void **state)
{
  YlRun *files = *state;
  yl_run_write (files, "roads.csv", ROADS "专用公路,10\n");
  g_autofree char *policy = g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "data",
                                              "policies", "special-class.policy", NULL);
  g_autoptr (YlListJob) job = run_job (files, policy, "371502", 2021);
  g_autoptr (YlBudget) budget = yl_list_job_make_budget (job, NULL);
  assert_non_null (budget);
  assert_fen_equal (sum_demand (budget->figures, "daily.special"), 6000000);
  assert_fen_equal (sum_payer (budget->figures, YL_PAYER_CITY), 31000000);
}

static void
no_policy_is_without_a_worked_budget (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) policies = yl_policies_list (NULL);
  for (guint i = 0; i < policies->len; i++)
    {
      const char *id = yl_policy_get_head (g_ptr_array_index (policies, i))->id;
      gboolean is_worked = FALSE;
      for (gsize j = 0; j < G_N_ELEMENTS (worked); j++)
        is_worked |= strcmp (worked[j].policy, id) == 0;
      if (!is_worked)
        fail_msg ("%s has no worked budget", id);
    }
}

static const char *
find_why (const YlListJob *job)
{
  gsize n = 0;
  const YlChoice *choices = yl_choices_get (job->choices, &n);
  for (gsize i = 0; i < n; i++)
    if (strcmp (choices[i].what, "政策") == 0)
      return choices[i].why;
  fail_msg ("nothing is said of the policy");
  return NULL;
}

static void
assert_chosen (
    const YlRun *files, const char *county, guint year, const char *id, const char *waiting)
{
  g_autoptr (YlListJob) job = run_job (files, NULL, county, year);
  assert_string_equal (yl_policy_get_head (job->policy)->id, id);
  const char *told = strstr (find_why (job), "另有待核政策");
  assert_string_equal (told == NULL ? "" : told, waiting);
}

static void
what_nobody_verified_is_told_and_never_chosen (void **state)
{
  assert_chosen (*state, "340621", 2023, "national-2019",
                 "另有待核政策 huaibei-2022，可用 --policy 指定");
  /* Of the province and of the city. */
  assert_chosen (*state, "130902", 2021, "national-2019",
                 "另有待核政策 cangzhou、hebei-2013，可用 --policy 指定");
  /* In force from 1 October 2022. */
  assert_chosen (*state, "410102", 2022, "national-2019", "");
  assert_chosen (*state, "410102", 2023, "national-2019",
                 "另有待核政策 zhengzhou-2022，可用 --policy 指定");
  assert_chosen (*state, "371502", 2021, "liaocheng-2020", "");
  assert_chosen (*state, "370102", 2021, "national-2019", "");
}

static void
what_has_ended_is_not_told (void **state)
{
  assert_chosen (*state, "440203", 2023, "national-2019", "");
  assert_chosen (*state, "469030", 2023, "national-2019", "");
}

static void
an_asked_policy_says_nothing_of_others (void **state)
{
  g_autoptr (YlListJob) job = run_job (*state, "huaibei-2022", "340621", 2023);
  assert_null (job->waiting);
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    SENTENCE (each_policy_makes_the_budget_worked_by_hand),
    SENTENCE (a_rate_for_special_roads_pays_them),
    SENTENCE (no_policy_is_without_a_worked_budget),
    SENTENCE (what_nobody_verified_is_told_and_never_chosen),
    SENTENCE (what_has_ended_is_not_told),
    SENTENCE (an_asked_policy_says_nothing_of_others),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
