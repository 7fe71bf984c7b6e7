#include "support/assert.h"
#include "support/random-county.h"

#include "yanglu/calc/shares.h"

#define N_COUNTIES 300u

static guint32 seed;

static char *
figures_of (guint32 county_seed, guint32 order)
{
  YlTestCounty *county = yl_test_random_county (county_seed, order);
  char *text = yl_test_figures_to_text (yl_test_county_get_figures (county));
  yl_test_county_free (county);
  return text;
}

static void
the_order_of_the_rows_changes_no_figure (void **state)
{
  (void) state;
  for (guint32 i = 0; i < N_COUNTIES; i++)
    {
      g_autofree char *as_drawn = figures_of (seed + i, 0);
      g_autofree char *shuffled = figures_of (seed + i, i + 1);
      if (g_strcmp0 (as_drawn, shuffled) != 0)
        fail_msg ("county %u:\n%s\nbut shuffled:\n%s", seed + i, as_drawn, shuffled);
    }
}

/* Half a fen at most for a row, either way. */
static void
rounding_by_row_stays_within_half_a_fen_a_row (void **state)
{
  (void) state;
  for (guint32 i = 0; i < N_COUNTIES; i++)
    {
      YlTestCounty *county = yl_test_random_county (seed + i, 0);
      const YlFigures *figures = yl_test_county_get_figures (county);
      for (guint k = 0; k < figures->demand->len; k++)
        {
          const YlDemandLine *line = &g_array_index (figures->demand, YlDemandLine, k);
          if (!g_str_has_prefix (line->code, "daily."))
            continue;
          const gint64 off = line->length_m * line->rate_fen - line->amount_fen * 1000;
          assert_true (ABS (off) <= line->count * 500);
        }
      yl_test_county_free (county);
    }
}

static void
parts_add_up_and_lie_within_a_fen_of_their_share (void **state)
{
  (void) state;
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  for (guint round = 0; round < 20000; round++)
    {
      gint64 weights[6];
      const gint64 total = g_rand_int (rand);
      const gsize n = (gsize) g_rand_int_range (rand, 1, 7);
      gint64 whole = 0, sum = 0;
      for (gsize i = 0; i < n; i++)
        whole += weights[i] = g_rand_int_range (rand, i == 0, 100);
      g_autofree gint64 *parts = yl_shares_split (total, weights, n, NULL);
      for (gsize i = 0; i < n; i++)
        {
          sum += parts[i];
          assert_true (ABS (parts[i] * whole - total * weights[i]) < whole);
        }
      assert_fen_equal (sum, total);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_order_of_the_rows_changes_no_figure),
    cmocka_unit_test (rounding_by_row_stays_within_half_a_fen_a_row),
    cmocka_unit_test (parts_add_up_and_lie_within_a_fen_of_their_share),
  };
  seed = yl_test_seed ();
  return cmocka_run_group_tests (tests, NULL, NULL);
}
