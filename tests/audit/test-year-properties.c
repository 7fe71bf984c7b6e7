/* Counties by chance, edited by chance: every edit lands in its step, worked out here again. */
#include "audit/year-case.h"
#include "support/random-county.h"

#define N_COUNTIES 200u
#define MAX_ROADS 60u

static guint32 seed;

typedef enum
{
  EDIT_NONE,
  EDIT_ADD,
  EDIT_DROP,
  EDIT_SPLIT,
  EDIT_MERGE,
  EDIT_RECLASS,
  EDIT_RENAME,
  EDIT_LONGER,
  EDIT_SHORTER,
  EDIT_DUPLICATE,
  EDIT_COUNT_AGAIN,
  EDIT_MOVE,
  N_EDITS,
} Edit;

/* Two counties that are drawn, and what the bridge between them has to be. */
typedef struct
{
  GRand *rand;
  YearCase *years;
  gint64 rates[2][YL_N_CLASSES];
  gint64 steps_fen[YL_N_YEAR_STEPS];
  gint64 moved_m;
  guint n_routes;
} Draw;

static guint32
any (Draw *draw, guint32 first, guint32 last)
{
  return (guint32) g_rand_int_range (draw->rand, (gint32) first, (gint32) last + 1);
}

/* Half up to the fen, with nothing of the program. */
static gint64
price (gint64 m, gint64 rate)
{
  return (m * rate + 500) / 1000;
}

static void
expect (Draw *draw, YlYearStep step, gint64 fen)
{
  draw->steps_fen[step] += fen;
}

/* @m of a class in the new year that were there, or are new, at the old rate. */
static void
expect_rate (Draw *draw, gint64 m, guint road_class)
{
  expect (draw, YL_YEAR_RATE,
          price (m, draw->rates[1][road_class]) - price (m, draw->rates[0][road_class]));
}

/* One row of year @year in two pieces: what the row has that its pieces have not. */
static void
expect_rounding (Draw *draw, guint year, gint64 a_m, gint64 b_m, guint road_class)
{
  const gint64 rate = draw->rates[year][road_class];
  const gint64 missed = price (a_m + b_m, rate) - price (a_m, rate) - price (b_m, rate);
  expect (draw, YL_YEAR_ROUNDING, year == 0 ? -missed : missed);
}

typedef struct
{
  char code[16];
  guint road_class;
  gint64 m;
  gboolean is_staked;
  guint32 township;
} Section;

static Section
draw_section (Draw *draw)
{
  Section section = {
    .road_class = any (draw, 0, YL_N_CLASSES - 1),
    .m = any (draw, 2, 20000),
    .is_staked = any (draw, 0, 1) == 1,
    .township = 371502101 + any (draw, 0, 2),
  };
  g_snprintf (section.code, sizeof section.code, "%c%03u371502", "XYCZ"[section.road_class],
              draw -> n_routes++);
  return section;
}

/* Metres @from to @to of @section as a row of @year. */
static YlTestRoad
make_row (const Section *section, gint64 from_m, gint64 to_m)
{
  return (YlTestRoad){
    .code = section->code,
    .road_class = (YlRoadClass) section->road_class,
    .m = to_m - from_m,
    .start_m = section->is_staked ? (gint32) from_m : 0,
    .end_m = section->is_staked ? (gint32) to_m : 0,
    .township = "",
    .township_code = section->township,
  };
}

static void
add_to (Draw *draw, guint year, YlTestRoad row)
{
  yl_test_county_add_road (year_case_get (draw->years, year), &row);
}

static void
add_section (Draw *draw, guint year, const Section *section)
{
  add_to (draw, year, make_row (section, 0, section->m));
}

static void
add_halves (Draw *draw, guint year, const Section *section, gint64 cut_m)
{
  add_to (draw, year, make_row (section, 0, cut_m));
  add_to (draw, year, make_row (section, cut_m, section->m));
}

/* The section is cut in one year and whole in the other. */
static void
draw_cut (Draw *draw, const Section *section, guint whole_year)
{
  const gint64 cut_m = any (draw, 1, (guint32) section->m - 1);
  add_section (draw, whole_year, section);
  add_halves (draw, 1 - whole_year, section, cut_m);
  expect_rounding (draw, whole_year, cut_m, section->m - cut_m, section->road_class);
  expect_rate (draw, cut_m, section->road_class);
  expect_rate (draw, section->m - cut_m, section->road_class);
}

/* The section has @more_m more in year @long_year. */
static void
draw_length (Draw *draw, const Section *section, guint long_year)
{
  const gint64 more_m = any (draw, 1, 5000);
  const gint64 fen = price (more_m, draw->rates[0][section->road_class]);
  add_section (draw, 1 - long_year, section);
  add_to (draw, long_year, make_row (section, 0, section->m + more_m));
  expect (draw, long_year == 1 ? YL_YEAR_LONGER : YL_YEAR_SHORTER, long_year == 1 ? fen : -fen);
  expect_rounding (draw, long_year, section->m, more_m, section->road_class);
  expect_rate (draw, section->m, section->road_class);
  if (long_year == 1)
    expect_rate (draw, more_m, section->road_class);
}

static void
draw_flag (Draw *draw, const Section *section, guint flagged_year)
{
  const gint64 fen = price (section->m, draw->rates[0][section->road_class]);
  YlTestRoad row = make_row (section, 0, section->m);
  add_to (draw, 1 - flagged_year, row);
  row.flags = any (draw, 0, 1) == 0 ? YL_ROAD_DUPLICATE : YL_ROAD_DEAD_END;
  add_to (draw, flagged_year, row);
  expect (draw, YL_YEAR_COUNTING, flagged_year == 1 ? -fen : fen);
  if (flagged_year == 0)
    expect_rate (draw, section->m, section->road_class);
}

static void
draw_class (Draw *draw, const Section *section)
{
  Section after = *section;
  after.road_class = (section->road_class + any (draw, 1, 3)) % YL_N_CLASSES;
  add_section (draw, 0, section);
  add_section (draw, 1, &after);
  expect (draw, YL_YEAR_CLASS,
          price (section->m, draw->rates[0][after.road_class])
              - price (section->m, draw->rates[0][section->road_class]));
  expect_rate (draw, section->m, after.road_class);
}

/* Another code, and stakes that begin elsewhere. */
static void
draw_name (Draw *draw, const Section *section)
{
  const Section after = draw_section (draw);
  YlTestRoad row = make_row (section, 0, section->m);
  add_to (draw, 0, row);
  row.code = after.code;
  row.previous_code = section->code;
  row.previous_start_m = row.start_m;
  row.previous_end_m = row.end_m;
  row.start_m += section->is_staked ? 7000 : 0;
  row.end_m += section->is_staked ? 7000 : 0;
  add_to (draw, 1, row);
  expect_rate (draw, section->m, section->road_class);
}

static void
draw_move (Draw *draw, const Section *section)
{
  Section after = *section;
  after.township += 10;
  add_section (draw, 0, section);
  add_section (draw, 1, &after);
  expect_rate (draw, section->m, section->road_class);
  draw->moved_m += section->m;
}

static void
draw_edit (Draw *draw, Edit edit)
{
  const Section section = draw_section (draw);
  const gint64 fen = price (section.m, draw->rates[0][section.road_class]);
  switch (edit)
    {
    case EDIT_ADD:
      add_section (draw, 1, &section);
      expect (draw, YL_YEAR_NEW, fen);
      expect_rate (draw, section.m, section.road_class);
      break;
    case EDIT_DROP:
      add_section (draw, 0, &section);
      expect (draw, YL_YEAR_DROPPED, -fen);
      break;
    case EDIT_SPLIT:
    case EDIT_MERGE:
      draw_cut (draw, &section, edit == EDIT_SPLIT ? 0 : 1);
      break;
    case EDIT_RECLASS:
      draw_class (draw, &section);
      break;
    case EDIT_RENAME:
      draw_name (draw, &section);
      break;
    case EDIT_LONGER:
    case EDIT_SHORTER:
      draw_length (draw, &section, edit == EDIT_LONGER ? 1 : 0);
      break;
    case EDIT_DUPLICATE:
    case EDIT_COUNT_AGAIN:
      draw_flag (draw, &section, edit == EDIT_DUPLICATE ? 1 : 0);
      break;
    case EDIT_MOVE:
      draw_move (draw, &section);
      break;
    case EDIT_NONE:
    case N_EDITS:
    default:
      add_section (draw, 0, &section);
      add_section (draw, 1, &section);
      expect_rate (draw, section.m, section.road_class);
    }
}

static void
draw_money (Draw *draw)
{
  for (guint road_class = 0; road_class < YL_N_CLASSES; road_class++)
    {
      draw->rates[0][road_class] = any (draw, 0, 1500000);
      draw->rates[1][road_class] =
          any (draw, 0, 1) == 0 ? draw->rates[0][road_class] : any (draw, 0, 1500000);
      for (guint year = 0; year < 2; year++)
        yl_test_county_set (year_case_get (draw->years, year), YL_GROUP_DAILY_RATE, "", road_class,
                            draw->rates[year][road_class]);
    }
  gint64 running_fen[2];
  for (guint year = 0; year < 2; year++)
    {
      running_fen[year] = any (draw, 0, 1000000);
      year_case_get (draw->years, year)->entry->other.running.fen = running_fen[year];
    }
  expect (draw, YL_YEAR_RUNNING, running_fen[1] - running_fen[0]);
}

/* Grants that stay below the standard leave the county so much less. */
static void
draw_grants (Draw *draw)
{
  gint64 yuan[2];
  for (guint year = 0; year < 2; year++)
    {
      yuan[year] = any (draw, 0, 100);
      add_source (year_case_get (draw->years, year), .level = YL_PAYER_CITY, .yuan = yuan[year]);
    }
  Section large = draw_section (draw);
  large.m = 1000000;
  large.road_class = YL_CLASS_COUNTY;
  for (guint year = 0; year < 2; year++)
    add_section (draw, year, &large);
  expect_rate (draw, large.m, large.road_class);
  expect (draw, YL_YEAR_GRANTS, (yuan[0] - yuan[1]) * 100);
}

static void
check_draw (Draw *draw, guint32 county_seed)
{
  const YlReconciliation *reconciliation = year_case_make (draw->years);
  const gint64 least_fen =
      MIN (reconciliation->daily_fen[YL_OLD], reconciliation->daily_fen[YL_NEW]);
  for (guint step = 0; step < YL_N_YEAR_STEPS; step++)
    {
      if (step >= YL_YEAR_FOLLOW && least_fen < 10000)
        continue;
      if (reconciliation->steps[step].amount_fen != draw->steps_fen[step])
        fail_msg ("county %u: %s is %" G_GINT64_FORMAT " fen, not %" G_GINT64_FORMAT, county_seed,
                  yl_year_step_get_key ((YlYearStep) step), reconciliation->steps[step].amount_fen,
                  draw->steps_fen[step]);
    }
  assert_number_equal (reconciliation->steps[YL_YEAR_MOVED].length_m, draw->moved_m);
}

static void
every_edit_lands_in_its_step (void **state)
{
  (void) state;
  for (guint32 i = 0; i < N_COUNTIES; i++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (seed + i);
      Draw draw = { .rand = rand, .years = g_new0 (YearCase, 1) };
      for (guint year = 0; year < 2; year++)
        draw.years->counties[year] = yl_test_county_new ();
      draw_money (&draw);
      draw_grants (&draw);
      const guint n_roads = any (&draw, 0, MAX_ROADS);
      for (guint k = 0; k < n_roads; k++)
        draw_edit (&draw, (Edit) any (&draw, 0, N_EDITS - 1));
      check_draw (&draw, seed + i);
      year_case_free (draw.years);
    }
}

static void
any_two_counties_have_a_bridge_that_adds_up (void **state)
{
  (void) state;
  for (guint32 i = 0; i < N_COUNTIES; i++)
    {
      YearCase *years = g_new0 (YearCase, 1);
      years->counties[0] = yl_test_random_county (seed + i, 0);
      years->counties[1] = yl_test_random_county (seed + i + 1, 0);
      year_case_make (years);
      year_case_free (years);
    }
}

static void
the_same_county_in_another_order_has_an_empty_bridge (void **state)
{
  (void) state;
  for (guint32 i = 0; i < N_COUNTIES; i++)
    {
      YearCase *years = g_new0 (YearCase, 1);
      years->counties[0] = yl_test_random_county (seed + i, 0);
      years->counties[1] = yl_test_random_county (seed + i, i + 1);
      const YlReconciliation *reconciliation = year_case_make (years);
      for (guint step = 0; step < YL_N_YEAR_STEPS; step++)
        if (reconciliation->steps[step].amount_fen != 0
            || reconciliation->steps[step].length_m != 0)
          fail_msg ("county %u: %s", seed + i, yl_year_step_get_key ((YlYearStep) step));
      year_case_free (years);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_edit_lands_in_its_step),
    cmocka_unit_test (any_two_counties_have_a_bridge_that_adds_up),
    cmocka_unit_test (the_same_county_in_another_order_has_an_empty_bridge),
  };
  seed = yl_test_seed ();
  return cmocka_run_group_tests (tests, NULL, NULL);
}
