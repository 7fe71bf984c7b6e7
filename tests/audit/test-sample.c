#include "yanglu/audit/sample/sample.h"

#include "support/assert.h"
#include "support/random-county.h"

#include <string.h>

#include "yanglu/base/error.h"
#include "yanglu/base/random.h"

/* Its first number mod 100 is 17 (see test-random): an interval of 100 begins at its fen 18. */
#define SEED_18 1234567u

static GArray *
population_new (void)
{
  return g_array_new (FALSE, TRUE, sizeof (YlSampleUnit));
}

static void
add (GArray *population, const char *township, gint64 amount_fen)
{
  const YlSampleUnit unit = { .township = township, .amount_fen = amount_fen };
  g_array_append_val (population, unit);
}

static YlSamplePlan
make_plan (guint64 seed)
{
  YlSamplePlan plan = YL_SAMPLE_PLAN_DEFAULT;
  plan.seed = seed;
  return plan;
}

static YlSample *
draw_every (const GArray *population, gint64 interval_fen, guint64 seed)
{
  YlSamplePlan plan = make_plan (seed);
  plan.interval_fen = interval_fen;
  YlSample *sample = yl_sample_draw (population, &plan, NULL);
  assert_non_null (sample);
  return sample;
}

static const YlSampleDraw *
get_draw (const YlSample *sample, guint index)
{
  assert_true (index < sample->draws->len);
  return &g_array_index (sample->draws, YlSampleDraw, index);
}

/*
 * fen       1–10   –   11–260  261–300  301–400
 * unit        0    1      2       3        4
 * chosen                18 118 218        318
 */
static void
every_hundredth_fen_hits_by_hand (void **state)
{
  (void) state;
  g_autoptr (GArray) population = population_new ();
  static const gint64 amounts[] = { 10, 0, 250, 40, 100 };
  for (guint i = 0; i < G_N_ELEMENTS (amounts); i++)
    add (population, "沙镇镇", amounts[i]);
  g_autoptr (YlSample) sample = draw_every (population, 100, SEED_18);
  assert_fen_equal (sample->total_fen, 400);
  assert_fen_equal (sample->start_fen, 18);
  assert_number_equal (sample->n_hits, 4);
  assert_number_equal (sample->draws->len, 2);
  assert_number_equal (get_draw (sample, 0)->unit, 2);
  assert_number_equal (get_draw (sample, 0)->n_hits, 3);
  assert_number_equal (get_draw (sample, 1)->unit, 4);
  assert_number_equal (get_draw (sample, 1)->n_hits, 1);
}

/* 99 fen can be passed over, 100 cannot. */
static void
a_unit_as_long_as_the_interval_is_certain (void **state)
{
  (void) state;
  g_autoptr (GArray) population = population_new ();
  add (population, "沙镇镇", 99);
  add (population, "沙镇镇", 100);
  add (population, "沙镇镇", 101);
  for (guint64 seed = 0; seed < 300; seed++)
    {
      g_autoptr (YlSample) sample = draw_every (population, 100, seed);
      gboolean has[3] = { FALSE, FALSE, FALSE };
      for (guint i = 0; i < sample->draws->len; i++)
        {
          has[get_draw (sample, i)->unit] = TRUE;
          assert_int_equal (get_draw (sample, i)->is_certain, get_draw (sample, i)->unit > 0);
        }
      assert_true (has[1] && has[2]);
    }
}

static void
nothing_without_yuan_is_ever_drawn (void **state)
{
  (void) state;
  g_autoptr (GArray) population = population_new ();
  for (guint i = 0; i < 40; i++)
    add (population, "沙镇镇", i % 2 == 0 ? 0 : (i % 4 == 1 ? -5000 : 3));
  for (guint64 seed = 0; seed < 200; seed++)
    {
      g_autoptr (YlSample) sample = draw_every (population, 7, seed);
      assert_fen_equal (sample->total_fen, 30);
      for (guint i = 0; i < sample->draws->len; i++)
        assert_number_equal (get_draw (sample, i)->unit % 4, 3);
    }
}

static void
an_interval_longer_than_the_whole_gives_one_hit (void **state)
{
  (void) state;
  g_autoptr (GArray) population = population_new ();
  add (population, "沙镇镇", 60);
  add (population, "沙镇镇", 40);
  for (guint64 seed = 0; seed < 100; seed++)
    {
      g_autoptr (YlSample) sample = draw_every (population, 101, seed);
      assert_number_equal (sample->n_hits, 1);
      assert_number_equal (sample->draws->len, 1);
    }
}

static void
of_nothing_nothing_is_drawn (void **state)
{
  (void) state;
  g_autoptr (GArray) population = population_new ();
  const YlSamplePlan plan = make_plan (1);
  g_autoptr (YlSample) none = yl_sample_draw (population, &plan, NULL);
  assert_number_equal (none->draws->len, 0);
  add (population, "沙镇镇", 0);
  g_autoptr (YlSample) zero = yl_sample_draw (population, &plan, NULL);
  assert_number_equal (zero->draws->len, 0);
  assert_number_equal (zero->n_hits, 0);
  assert_number_equal (zero->n_days, 0);
}

/* An interval of one fen chooses every fen, so that a unit is hit as often as it has fen. */
static void
every_fen_is_chosen_where_the_interval_is_one (void **state)
{
  (void) state;
  g_autoptr (GArray) population = population_new ();
  add (population, "沙镇镇", 3);
  add (population, "沙镇镇", 5);
  g_autoptr (YlSample) sample = draw_every (population, 1, 99);
  assert_number_equal (get_draw (sample, 0)->n_hits, 3);
  assert_number_equal (get_draw (sample, 1)->n_hits, 5);
}

/* 1,000,000.00 yuan, 5% tolerable: 5,000,000 fen ÷ 3.00 = 1,666,667; ÷ 2.31 = 2,164,502;
 * ÷ 4.61 = 1,084,599. */
static void
the_interval_follows_confidence_and_tolerable_misstatement (void **state)
{
  (void) state;
  static const struct
  {
    guint confidence_percent;
    gint64 interval_fen;
  } cases[] = { { 95, 1666667 }, { 90, 2164502 }, { 99, 1084599 } };
  g_autoptr (GArray) population = population_new ();
  for (guint i = 0; i < 1000; i++)
    add (population, "沙镇镇", 100000);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlSamplePlan plan = make_plan (1);
      plan.confidence_percent = cases[i].confidence_percent;
      g_autoptr (YlSample) sample = yl_sample_draw (population, &plan, NULL);
      assert_fen_equal (sample->tolerable_fen, 5000000);
      assert_fen_equal (sample->interval_fen, cases[i].interval_fen);
    }
}

static void
assert_refused (const YlSamplePlan *plan, YlError code)
{
  g_autoptr (GArray) population = population_new ();
  add (population, "沙镇镇", 100);
  g_autoptr (GError) error = NULL;
  assert_null (yl_sample_draw (population, plan, &error));
  assert_true (g_error_matches (error, YL_ERROR, (gint) code));
}

static void
a_plan_that_is_none_is_refused (void **state)
{
  (void) state;
  YlSamplePlan plan = make_plan (1);
  plan.confidence_percent = 94;
  assert_refused (&plan, YL_ERROR_USAGE);
  plan = make_plan (1);
  plan.tolerable.ppm = 0;
  assert_refused (&plan, YL_ERROR_USAGE);
  plan.tolerable.ppm = YL_SHARE_WHOLE + 1;
  assert_refused (&plan, YL_ERROR_USAGE);
  plan = make_plan (1);
  plan.stops_per_day = 0;
  assert_refused (&plan, YL_ERROR_USAGE);
}

static void
amounts_that_pass_64_bits_are_refused_and_the_limit_itself_is_not (void **state)
{
  (void) state;
  g_autoptr (GArray) population = population_new ();
  const YlSamplePlan plan = make_plan (1);
  add (population, "沙镇镇", G_MAXINT64 - 1);
  add (population, "沙镇镇", 1);
  g_autoptr (YlSample) sample = yl_sample_draw (population, &plan, NULL);
  assert_non_null (sample);
  assert_in_range (sample->n_hits, 60, 61); /* 3.00 ÷ 5% */
  add (population, "沙镇镇", 1);
  g_autoptr (GError) error = NULL;
  assert_null (yl_sample_draw (population, &plan, &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_OVERFLOW));
}

static void
the_same_seed_gives_the_same_sample_and_another_another (void **state)
{
  (void) state;
  g_autoptr (GArray) population = population_new ();
  for (guint i = 0; i < 500; i++)
    add (population, "沙镇镇", 1000 + i);
  g_autoptr (YlSample) one = draw_every (population, 9000, 5);
  g_autoptr (YlSample) same = draw_every (population, 9000, 5);
  g_autoptr (YlSample) other = draw_every (population, 9000, 6);
  assert_number_equal (one->draws->len, same->draws->len);
  assert_memory_equal (one->draws->data, same->draws->data,
                       one->draws->len * sizeof (YlSampleDraw));
  assert_true (one->start_fen != other->start_fen);
}

/* A day has two stops. 沙镇镇 has three (days 1, 1, 2), 堂邑镇 one (fits into day 2), 梁水镇 two (do
 * not fit: day 3); one that names no township comes last. */
static void
a_drive_keeps_townships_together_in_the_order_of_the_list (void **state)
{
  (void) state;
  static const char *const townships[] = { "沙镇镇", "",       "堂邑镇", "沙镇镇",
                                           "梁水镇", "沙镇镇", "梁水镇" };
  static const guint units[] = { 0, 3, 5, 2, 4, 6, 1 };
  static const guint days[] = { 1, 1, 2, 2, 3, 3, 4 };
  static const guint stops[] = { 1, 2, 1, 2, 1, 2, 1 };
  g_autoptr (GArray) population = population_new ();
  for (guint i = 0; i < G_N_ELEMENTS (townships); i++)
    add (population, townships[i], 100);
  YlSamplePlan plan = make_plan (1);
  plan.stops_per_day = 2;
  plan.interval_fen = 100;
  g_autoptr (YlSample) sample = yl_sample_draw (population, &plan, NULL);
  assert_number_equal (sample->n_days, 4);
  assert_number_equal (sample->draws->len, G_N_ELEMENTS (units));
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      assert_number_equal (get_draw (sample, i)->unit, units[i]);
      assert_number_equal (get_draw (sample, i)->day, days[i]);
      assert_number_equal (get_draw (sample, i)->stop, stops[i]);
    }
}

static gint
by_unit (gconstpointer a, gconstpointer b)
{
  const YlSampleDraw *one = a;
  const YlSampleDraw *two = b;
  return one->unit < two->unit ? -1 : 1;
}

/* Each unit's own fen, counted one by one: no fen lies in two intervals, none in no one. */
static void
assert_hits_are_those_of_the_fen (const GArray *population, const YlSample *sample)
{
  g_array_sort (sample->draws, by_unit);
  gint64 at = 0;
  guint next = 0;
  guint64 n_all = 0;
  for (guint unit = 0; unit < population->len; unit++)
    {
      guint n_hits = 0;
      const gint64 amount = g_array_index (population, YlSampleUnit, unit).amount_fen;
      for (gint64 i = 0; i < amount; i++)
        n_hits += ++at % sample->interval_fen == sample->start_fen % sample->interval_fen ? 1 : 0;
      n_all += n_hits;
      if (n_hits == 0)
        continue;
      assert_number_equal (get_draw (sample, next)->unit, unit);
      assert_number_equal (get_draw (sample, next)->n_hits, n_hits);
      next++;
    }
  assert_number_equal (next, sample->draws->len);
  assert_number_equal (n_all, sample->n_hits);
  /* As many as intervals: one more or less where the last is cut short. */
  const gint64 n_whole = sample->total_fen / sample->interval_fen;
  assert_true ((gint64) sample->n_hits == n_whole || (gint64) sample->n_hits == n_whole + 1);
}

static void
every_fen_of_a_random_population_lies_in_exactly_one_interval (void **state)
{
  (void) state;
  YlRandom random = yl_random_of_seed (yl_test_seed ());
  for (guint round = 0; round < 200; round++)
    {
      g_autoptr (GArray) population = population_new ();
      const guint n = 1 + (guint) yl_random_next_below (&random, 60);
      for (guint i = 0; i < n; i++)
        add (population, "沙镇镇", (gint64) yl_random_next_below (&random, 90));
      g_autoptr (YlSample) sample =
          draw_every (population, 1 + (gint64) yl_random_next_below (&random, 120), round);
      if (sample->total_fen > 0)
        assert_hits_are_those_of_the_fen (population, sample);
    }
}

/* 25 of 100 fen at an interval of 100: over 4,000 seeds 1,000 times, give or take five standard
 * deviations of 27. */
static void
a_unit_is_drawn_as_often_as_it_has_fen (void **state)
{
  (void) state;
  g_autoptr (GArray) population = population_new ();
  add (population, "沙镇镇", 75);
  add (population, "沙镇镇", 25);
  guint n_drawn = 0;
  for (guint64 seed = 0; seed < 4000; seed++)
    {
      g_autoptr (YlSample) sample = draw_every (population, 100, seed);
      n_drawn += get_draw (sample, 0)->unit == 1 ? 1 : 0;
    }
  assert_in_range (n_drawn, 1000 - 137, 1000 + 137);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_hundredth_fen_hits_by_hand),
    cmocka_unit_test (a_unit_as_long_as_the_interval_is_certain),
    cmocka_unit_test (nothing_without_yuan_is_ever_drawn),
    cmocka_unit_test (an_interval_longer_than_the_whole_gives_one_hit),
    cmocka_unit_test (of_nothing_nothing_is_drawn),
    cmocka_unit_test (every_fen_is_chosen_where_the_interval_is_one),
    cmocka_unit_test (the_interval_follows_confidence_and_tolerable_misstatement),
    cmocka_unit_test (a_plan_that_is_none_is_refused),
    cmocka_unit_test (amounts_that_pass_64_bits_are_refused_and_the_limit_itself_is_not),
    cmocka_unit_test (the_same_seed_gives_the_same_sample_and_another_another),
    cmocka_unit_test (a_drive_keeps_townships_together_in_the_order_of_the_list),
    cmocka_unit_test (every_fen_of_a_random_population_lies_in_exactly_one_interval),
    cmocka_unit_test (a_unit_is_drawn_as_often_as_it_has_fen),
  };
  return cmocka_run_group_tests_name ("sample", tests, NULL, NULL);
}
