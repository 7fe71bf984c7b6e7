/* Lists of many counties: the same metres in two places are found, and nothing else. */
#include "support/assert.h"

#include "yanglu/audit/lists/counties.h"

/* A row of a table leaves out the cells that are blank. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define MAX_ROWS 6
#define X "X001371502"
#define OWN 371502
#define NEXT 371521

/* A row of a list in metres; end 0: no stakes. */
typedef struct
{
  const char *code;
  guint file;
  guint32 county;
  gint32 start_m;
  gint32 end_m;
  guint32 length_m;
  guint flags;
  guint32 township;
  YlRoadClass road_class;
} Row;

/* Rows on the lines 2, 3, …; the line told last, and the metres and the fen of all. */
typedef struct
{
  const char *what;
  Row rows[MAX_ROWS];
  guint n_expected;
  guint32 later_row;
  guint32 first_row;
  gint64 length_m;
  gint64 amount_fen;
} Case;

/* 10000, 5000, 3000 yuan per km. */
static const YlRateTable rates = {
  .rate = { [YL_RATE_COUNTY] = { 1000000 },
            [YL_RATE_TOWNSHIP] = { 500000 },
            [YL_RATE_VILLAGE] = { 300000 } },
  .has_rate = { TRUE, TRUE, TRUE },
};

static const Case cases[] = {
  { "one_metre_in_two_counties_is_told",
    { { X, 0, OWN, 0, 1000, 1000 }, { X, 1, NEXT, 999, 2000, 1001 } },
    1,
    3,
    2,
    1,
    1000 },
  { "stakes_that_touch_share_nothing",
    { { X, 0, OWN, 0, 1000, 1000 }, { X, 1, NEXT, 1000, 2000, 1000 } },
    0 },
  { "two_counties_in_one_file_are_two_places",
    { { X, 0, OWN, 0, 1000, 1000 }, { X, 0, NEXT, 500, 1500, 1000 } },
    1,
    3,
    2,
    500,
    500000 },
  { "two_files_of_one_county_are_two_places",
    { { X, 0, OWN, 0, 1000, 1000 }, { X, 1, OWN, 0, 1000, 1000 } },
    1,
    3,
    2,
    1000,
    1000000 },
  { "twice_in_one_place_is_left_to_check",
    { { X, 0, OWN, 0, 1000, 1000 }, { X, 0, OWN, 0, 1000, 1000 } },
    0 },
  { "the_later_file_is_told_although_its_stakes_begin_earlier",
    { { X, 1, NEXT, 0, 1000, 1000 }, { X, 0, OWN, 400, 1000, 600 } },
    1,
    2,
    3,
    600,
    600000 },
  { "backward_stakes_are_the_same_metres",
    { { X, 0, OWN, 1000, 0, 1000 }, { X, 1, NEXT, 0, 1000, 1000 } },
    1,
    3,
    2,
    1000,
    1000000 },
  { "the_lower_rate_counts",
    { { X, 0, OWN, 0, 1000, 1000 }, { X, 1, NEXT, 0, 1000, 1000, 0, 0, YL_CLASS_VILLAGE } },
    1,
    3,
    2,
    1000,
    300000 },
  { "no_more_metres_than_a_section_counts",
    { { X, 0, OWN, 0, 1000, 700 }, { X, 1, NEXT, 0, 1000, 1000 } },
    1,
    3,
    2,
    700,
    700000 },
  { "a_marked_duplicate_is_not_claimed",
    { { X, 0, OWN, 0, 1000, 1000 }, { X, 1, NEXT, 0, 1000, 1000, YL_ROAD_DUPLICATE } },
    0 },
  { "a_dead_end_is_not_claimed",
    { { X, 0, OWN, 0, 1000, 1000 }, { X, 1, NEXT, 0, 1000, 1000, YL_ROAD_DEAD_END } },
    0 },
  { "J_is_X",
    { { X, 0, OWN, 0, 1000, 1000 }, { "J001371502", 1, NEXT, 0, 1000, 1000 } },
    1,
    3,
    2,
    1000,
    1000000 },
  { "N_is_Y",
    { { "N001371502", 0, OWN, 0, 1000, 1000 }, { "Y001371502", 1, NEXT, 0, 1000, 1000 } },
    1,
    3,
    2,
    1000,
    1000000 },
  { "another_number_is_another_route",
    { { X, 0, OWN, 0, 1000, 1000 }, { "X002371502", 1, NEXT, 0, 1000, 1000 } },
    0 },
  { "the_same_number_of_the_other_county_is_another_route",
    { { X, 0, OWN, 0, 1000, 1000 }, { "X001371521", 1, NEXT, 0, 1000, 1000 } },
    0 },
  { "a_code_without_a_county_is_not_compared",
    { { "X001", 0, OWN, 0, 1000, 1000 }, { "X001", 1, NEXT, 0, 1000, 1000 } },
    0 },
  { "a_longer_code_is_a_section_of_its_route",
    { { X, 0, OWN, 0, 1000, 1000 }, { X "0010", 1, NEXT, 0, 1000, 1000 } },
    1,
    3,
    2,
    1000,
    1000000 },
  { "three_places_claim_it_twice_too_often",
    { { X, 0, OWN, 0, 1000, 1000 },
      { X, 1, NEXT, 0, 1000, 1000 },
      { X, 2, 371522, 0, 1000, 1000 } },
    2,
    4,
    2,
    2000,
    2000000 },
  { "a_long_section_is_still_there_behind_a_short_one",
    { { X, 0, OWN, 0, 5000, 5000 },
      { X, 0, OWN, 100, 200, 100 },
      { X, 1, NEXT, 4000, 6000, 2000 } },
    1,
    4,
    2,
    1000,
    1000000 },
  { "without_stakes_code_and_length_are_the_section",
    { { X, 0, OWN, 0, 0, 1000 }, { X, 1, NEXT, 0, 0, 1000 } },
    1,
    3,
    2,
    1000,
    1000000 },
  { "without_stakes_one_metre_more_is_another_section",
    { { X, 0, OWN, 0, 0, 1000 }, { X, 1, NEXT, 0, 0, 1001 } },
    0 },
  { "without_stakes_another_section_code_is_another_section",
    { { X "0010", 0, OWN, 0, 0, 1000 }, { X "0020", 1, NEXT, 0, 0, 1000 } },
    0 },
  { "without_stakes_another_township_of_the_county_is_another_section",
    { { X, 0, OWN, 0, 0, 1000, 0, 371502001 }, { X, 1, OWN, 0, 0, 1000, 0, 371502002 } },
    0 },
  { "without_stakes_the_same_township_of_two_files_is_the_section",
    { { X, 0, OWN, 0, 0, 1000, 0, 371502001 }, { X, 1, OWN, 0, 0, 1000, 0, 371502001 } },
    1,
    3,
    2,
    1000,
    1000000 },
  { "without_stakes_townships_may_alternate_in_the_lists",
    { { X, 0, OWN, 0, 0, 1000, 0, 371502001 },
      { X, 0, OWN, 0, 0, 1000, 0, 371502002 },
      { X, 1, OWN, 0, 0, 1000, 0, 371502001 },
      { X, 1, OWN, 0, 0, 1000, 0, 371502002 } },
    2,
    5,
    3,
    2000,
    2000000 },
  { "without_stakes_two_and_three_are_two_pairs",
    { { X, 0, OWN, 0, 0, 1000 },
      { X, 0, OWN, 0, 0, 1000 },
      { X, 1, NEXT, 0, 0, 1000 },
      { X, 1, NEXT, 0, 0, 1000 },
      { X, 1, NEXT, 0, 0, 1000 } },
    2,
    5,
    3,
    2000,
    2000000 },
  { "an_old_county_code_is_the_route_of_the_present_one",
    { { "X001371503", 0, 371503, 0, 1000, 1000 }, { "X001371523", 1, 371503, 0, 1000, 1000 } },
    1,
    3,
    2,
    1000,
    1000000 },
  { "stakes_with_a_declared_break_are_not_trusted",
    { { X, 0, OWN, 0, 1000, 900, YL_ROAD_BREAK }, { X, 1, NEXT, 500, 1500, 1000 } },
    0 },
};

typedef struct
{
  GArray *hits; /* of YlCountiesHit */
  gint64 length_m;
  gint64 amount_fen;
} Told;

static void
take_hit (gpointer self, const YlCountiesHit *hit)
{
  Told *told = self;
  g_array_append_val (told->hits, *hit);
  told->length_m += hit->length_m;
  told->amount_fen += hit->amount.fen;
}

static YlRoadRow
make_row (const Row *row, guint32 line)
{
  const gboolean has_stakes = row->start_m != 0 || row->end_m != 0;
  return (YlRoadRow){
    .route_code = yl_text_of (row->code),
    .road = { .row = line,
              .county_code = row->county,
              .township_code = row->township,
              .length_m = row->length_m,
              .start_m = has_stakes ? row->start_m : YL_STAKE_UNKNOWN,
              .end_m = has_stakes ? row->end_m : YL_STAKE_UNKNOWN,
              .flags = (guint8) row->flags,
              .road_class = (guint8) row->road_class },
  };
}

/* 茌平 was 371523 until 2019; 东昌府区 372501 until 1997. */
static YlPlaces *
make_places (void)
{
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_county (places, OWN, yl_text_of ("东昌府区"));
  yl_places_add_renamed (places, 372501, OWN, 1997);
  yl_places_add_renamed (places, 371523, 371503, 2019);
  return yl_places_seal (g_steal_pointer (&places));
}

static void
assert_case (const Case *it)
{
  g_autoptr (YlPlaces) places = make_places ();
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (YlCountiesSection));
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (YlCountiesHit));
  Told told = { hits, 0, 0 };
  for (guint i = 0; i < MAX_ROWS && it->rows[i].code != NULL; i++)
    {
      const YlRoadRow row = make_row (&it->rows[i], i + 2);
      YlCountiesSection section;
      if (yl_counties_section_init (&section, &row, &rates, places, (guint16) it->rows[i].file))
        g_array_append_val (sections, section);
    }
  yl_counties_scan (sections, take_hit, &told);
  if (hits->len != it->n_expected)
    print_message ("%s\n", it->what);
  assert_number_equal (hits->len, it->n_expected);
  assert_number_equal (told.length_m, it->length_m);
  assert_fen_equal (told.amount_fen, it->amount_fen);
  if (hits->len == 0)
    return;
  const YlCountiesHit *last = &g_array_index (hits, YlCountiesHit, hits->len - 1);
  assert_number_equal (last->later->row, it->later_row);
  assert_number_equal (last->first->row, it->first_row);
}

static void
every_case_of_the_table_holds (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_case (&cases[i]);
}

static void
a_code_is_written_back_with_the_common_letter (void **state)
{
  (void) state;
  const Row row = { "JA0Z371502001", 0, OWN, 0, 0, 1 };
  const YlRoadRow road = make_row (&row, 2);
  YlCountiesSection section;
  assert_true (yl_counties_section_init (&section, &road, &rates, NULL, 0));
  assert_text_equal_free (yl_counties_section_to_code (&section), "XA0Z371502");
}

/* 东昌府区 was 372501 until 1997: an old code is not at odds with the new one. */
static void
the_county_of_a_code_is_at_odds_only_when_renewed_it_differs (void **state)
{
  (void) state;
  g_autoptr (YlPlaces) places = make_places ();
  const Row table[] = {
    { X, 0, OWN }, { "X001372501", 0, OWN }, { X, 0, NEXT }, { "X1", 0, NEXT }, { X, 0, 0 }
  };
  const guint32 expected[] = { 0, 0, OWN, 0, 0 };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    {
      const YlRoadRow row = make_row (&table[i], 2);
      assert_number_equal (yl_counties_find_code_county (&row, places), expected[i]);
    }
}

/* The rule by its words, with nothing of the program: each section against all before it. */
static gint64
overlap_slowly (const YlCountiesSection *all, guint n, guint which)
{
  gint64 most = 0;
  for (guint i = 0; i < n; i++)
    {
      const gboolean is_before =
          all[i].start_m < all[which].start_m
          || (all[i].start_m == all[which].start_m
              && (all[i].file < all[which].file
                  || (all[i].file == all[which].file && all[i].row < all[which].row)));
      const gboolean is_elsewhere =
          all[i].file != all[which].file || all[i].county_code != all[which].county_code;
      const gint64 shared = MIN (all[i].end_m, all[which].end_m) - all[which].start_m;
      if (all[i].route == all[which].route && is_before && is_elsewhere)
        most = MAX (most, shared);
    }
  return most;
}

static void
assert_draw (GRand *rand)
{
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (YlCountiesSection));
  g_autoptr (GArray) hits = g_array_new (FALSE, FALSE, sizeof (YlCountiesHit));
  Told told = { hits, 0, 0 };
  const guint n = (guint) g_rand_int_range (rand, 0, 40);
  gint64 expected_m = 0;
  guint n_expected = 0;
  for (guint i = 0; i < n; i++)
    {
      static const char *const codes[] = { X, "J001371502", "X002371502" };
      const gint32 start_m = g_rand_int_range (rand, 0, 60);
      const gint32 end_m = start_m + g_rand_int_range (rand, 1, 30);
      const Row row = { codes[g_rand_int_range (rand, 0, 3)],
                        (guint) g_rand_int_range (rand, 0, 3),
                        g_rand_boolean (rand) ? OWN : NEXT,
                        start_m,
                        end_m,
                        100 };
      const YlRoadRow road = make_row (&row, i + 2);
      YlCountiesSection section;
      assert_true (yl_counties_section_init (&section, &road, &rates, NULL, (guint16) row.file));
      g_array_append_val (sections, section);
    }
  for (guint i = 0; i < n; i++)
    {
      const gint64 shared_m =
          overlap_slowly ((YlCountiesSection *) (gpointer) sections->data, n, i);
      expected_m += shared_m;
      n_expected += shared_m > 0;
    }
  yl_counties_scan (sections, take_hit, &told);
  assert_number_equal (hits->len, n_expected);
  assert_number_equal (told.length_m, expected_m);
}

static void
overlaps_by_chance_are_those_that_a_comparison_of_all_with_all_finds (void **state)
{
  (void) state;
  const guint32 seed = g_random_int ();
  print_message ("# seed %u\n", seed);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  for (guint i = 0; i < 2000; i++)
    assert_draw (rand);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_case_of_the_table_holds),
    cmocka_unit_test (a_code_is_written_back_with_the_common_letter),
    cmocka_unit_test (the_county_of_a_code_is_at_odds_only_when_renewed_it_differs),
    cmocka_unit_test (overlaps_by_chance_are_those_that_a_comparison_of_all_with_all_finds),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
