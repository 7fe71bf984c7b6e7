/* The same kilometres in two lists under two codes: by where they stood last year, and by their
 * stakes, township and name. */
#include "support/assert.h"

#include "yanglu/audit/lists/counties.h"

/* A row of a table leaves out the cells that are blank. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define MAX_ROWS 4
#define OWN 371502
#define NEXT 371521
#define SHA 371502101
#define TANG 371502102

typedef struct
{
  const char *code;
  guint file;
  guint32 county;
  gint32 start_m; /* end 0: no stakes */
  gint32 end_m;
  const char *previous;
  gint32 previous_start_m;
  gint32 previous_end_m;
  guint32 township;
  const char *name;
} Row;

/* Rows on the lines 2, 3, …; what the three scans tell, and the metres of the last one told. */
typedef struct
{
  const char *what;
  Row rows[MAX_ROWS];
  guint n_routes;
  guint n_claims;
  guint n_codes;
  guint32 later_row;
  guint32 first_row;
  gint64 length_m;
} Case;

static const Case cases[] = {
  { "two_lists_come_from_the_same_metres_of_last_year",
    { { "X101371502", 0, OWN, 0, 3000, "X001371502", 2000, 5000 },
      { "X201371521", 1, NEXT, 0, 2000, "X001371502", 4000, 6000 } },
    0,
    1,
    0,
    3,
    2,
    1000 },
  { "two_rows_of_a_list_are_told_each_on_its_own",
    { { "X101371502", 0, OWN, 0, 3000, "X001371502", 0, 3000 },
      { "X102371502", 0, OWN, 0, 1000, "X002371502", 0, 1000 },
      { "X201371521", 1, NEXT, 0, 2000, "X001371502", 1000, 3000 },
      { "X202371521", 1, NEXT, 0, 1000, "X002371502", 0, 1000 } },
    0,
    2,
    0,
    5,
    3,
    1000 },
  { "a_road_that_two_counties_share_out_is_claimed_once",
    { { "X101371502", 0, OWN, 0, 3000, "X001371502", 0, 3000 },
      { "X201371521", 1, NEXT, 0, 2000, "X001371502", 3000, 5000 } } },
  { "one_list_keeps_the_road_that_another_says_to_come_from",
    { { "X001371502", 0, OWN, 0, 3000 },
      { "X201371521", 1, NEXT, 0, 2000, "X001371502", 1000, 3000 } },
    0,
    1,
    0,
    3,
    2,
    2000 },
  { "without_last_years_stakes_its_own_count",
    { { "X101371502", 0, OWN, 0, 3000, "X001371502" },
      { "X201371521", 1, NEXT, 1000, 2000, "X001371502" } },
    0,
    1,
    0,
    3,
    2,
    1000 },
  { "in_one_list_of_one_county_it_is_the_business_of_check",
    { { "X101371502", 0, OWN, 0, 3000, "X001371502", 0, 3000 },
      { "X201371502", 0, OWN, 0, 3000, "X001371502", 0, 3000 } } },
  { "a_road_that_was_renumbered_no_longer_stands_on_the_old_route",
    { { "X101371502", 0, OWN, 0, 3000, "X001371502", 0, 3000 },
      { "X001371502", 1, OWN, 0, 3000, "X009371502", 0, 3000 } } },
  { "what_stands_in_two_lists_is_not_told_again_by_last_year",
    { { "X101371502", 0, OWN, 0, 3000, "X001371502", 0, 3000 },
      { "X101371502", 1, OWN, 0, 3000, "X001371502", 0, 3000 } },
    1,
    0,
    0,
    3,
    2,
    3000 },
  { "the_same_code_of_last_year_is_the_same_road",
    { { "X001371502", 0, OWN, 0, 3000, "X001371502", 5000, 8000 },
      { "X001371502", 1, OWN, 5000, 8000, "X001371502", 8000, 11000 } } },
  { "two_codes_of_one_stretch_with_one_name",
    { { "C034371502", 0, OWN, 0, 1235, NULL, 0, 0, SHA, "闫庄路" },
      { "Y012371502", 1, OWN, 0, 1235, NULL, 0, 0, SHA, "闫庄路" } },
    0,
    0,
    1,
    3,
    2,
    1235 },
  { "another_name_is_another_road",
    { { "C034371502", 0, OWN, 0, 1235, NULL, 0, 0, SHA, "闫庄路" },
      { "Y012371502", 1, OWN, 0, 1235, NULL, 0, 0, SHA, "沙镇路" } } },
  { "another_township_is_another_road",
    { { "C034371502", 0, OWN, 0, 1235, NULL, 0, 0, SHA, "闫庄路" },
      { "Y012371502", 1, OWN, 0, 1235, NULL, 0, 0, TANG, "闫庄路" } } },
  { "one_metre_more_is_another_road",
    { { "C034371502", 0, OWN, 0, 1235, NULL, 0, 0, SHA, "闫庄路" },
      { "Y012371502", 1, OWN, 0, 1236, NULL, 0, 0, SHA, "闫庄路" } } },
  { "without_a_name_both_stakes_must_say_something",
    { { "C034371502", 0, OWN, 0, 1235, NULL, 0, 0, SHA },
      { "Y012371502", 1, OWN, 0, 1235, NULL, 0, 0, SHA } } },
  { "without_a_name_two_odd_stakes_are_enough",
    { { "C034371502", 0, OWN, 417, 1235, NULL, 0, 0, SHA },
      { "Y012371502", 1, OWN, 417, 1235, NULL, 0, 0, SHA, "闫庄路" } },
    0,
    0,
    1,
    3,
    2,
    818 },
  { "in_one_list_two_codes_are_two_roads",
    { { "C034371502", 0, OWN, 0, 1235, NULL, 0, 0, SHA, "闫庄路" },
      { "Y012371502", 0, OWN, 0, 1235, NULL, 0, 0, SHA, "闫庄路" } } },
  { "what_last_year_tells_is_not_told_again_by_the_name",
    { { "X001371502", 0, OWN, 0, 3000, NULL, 0, 0, SHA, "聊莘路" },
      { "X009371502", 1, OWN, 0, 3000, "X001371502", 0, 3000, SHA, "聊莘路" } },
    0,
    1,
    0,
    3,
    2,
    3000 },
};

static const YlRateTable rates = { .rate = { [YL_RATE_COUNTY] = { 1000000 } },
                                   .has_rate = { TRUE } };

typedef struct
{
  guint n;
  YlCountiesHit last;
  YlCountiesSection first;
  YlCountiesSection later;
} Told;

static void
take_hit (gpointer self, const YlCountiesHit *hit)
{
  Told *told = self;
  told->n++;
  told->last = *hit;
  told->first = *hit->first;
  told->later = *hit->later;
}

static YlRoadRow
make_row (const Row *row, YlRowId line)
{
  const gboolean has_previous = row->previous_end_m != 0;
  return (YlRoadRow){
    .route_code = yl_text_of (row->code),
    .route_name = yl_text_of (row->name),
    .previous_code = yl_text_of (row->previous),
    .road = { .row = line,
              .county_code = row->county,
              .township_code = row->township,
              .length_m = (guint32) (row->end_m - row->start_m),
              .start_m = row->end_m == 0 ? YL_STAKE_UNKNOWN : row->start_m,
              .end_m = row->end_m == 0 ? YL_STAKE_UNKNOWN : row->end_m,
              .previous_start_m = has_previous ? row->previous_start_m : YL_STAKE_UNKNOWN,
              .previous_end_m = has_previous ? row->previous_end_m : YL_STAKE_UNKNOWN },
  };
}

/* @shift: of the numbers of the rows: 0 of a file, any of a record */
static void
assert_case (const Case *it, guint shift)
{
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (YlCountiesSection));
  g_autoptr (GArray) claims = g_array_new (FALSE, FALSE, sizeof (YlCountiesSection));
  Told told = { 0 };
  for (guint i = 0; i < MAX_ROWS && it->rows[i].code != NULL; i++)
    {
      const YlRoadRow row = make_row (&it->rows[i], (YlRowId) (i + 2) << shift);
      YlCountiesSection section, claim;
      assert_true (
          yl_counties_section_init (&section, &row, &rates, NULL, (guint16) it->rows[i].file));
      if (yl_counties_claim_init (&claim, &section, &row, NULL))
        g_array_append_val (claims, claim);
      g_array_append_val (sections, section);
    }
  print_message ("# %s\n", it->what);
  yl_counties_scan (sections, take_hit, &told);
  assert_number_equal (told.n, it->n_routes);
  yl_counties_scan_claims (sections, claims, take_hit, &told);
  assert_number_equal (told.n, it->n_routes + it->n_claims);
  yl_counties_scan_codes (sections, take_hit, &told);
  assert_number_equal (told.n, it->n_routes + it->n_claims + it->n_codes);
  if (told.n == 0)
    return;
  assert_number_equal (told.later.row >> shift, it->later_row);
  assert_number_equal (told.first.row >> shift, it->first_row);
  assert_number_equal (told.last.length_m, it->length_m);
  assert_fen_equal (told.last.amount.fen, it->length_m * 1000);
}

static void
every_case_of_the_table_holds (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      assert_case (&cases[i], 0);
      assert_case (&cases[i], 32);
    }
}

/* 茌平 371523 is 371503 since 2019: what comes from X001371523 comes from X001371503. */
static void
the_code_of_last_year_is_renewed_too (void **state)
{
  (void) state;
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_renamed (places, 371523, 371503, 2019);
  places = yl_places_seal (places);
  const Row table = { "X001371503", 0, 371503, 0, 1000, "X001371523", 0, 1000 };
  const YlRoadRow row = make_row (&table, 2);
  YlCountiesSection section, claim;
  assert_true (yl_counties_section_init (&section, &row, &rates, places, 0));
  assert_false (yl_counties_claim_init (&claim, &section, &row, places));
  assert_false (section.is_moved);
}

/* Ten thousand alike, each against at most 64: told at most once each, and soon. */
static void
a_crowd_of_equal_stretches_ends_soon (void **state)
{
  (void) state;
  g_autoptr (GArray) sections = g_array_new (FALSE, FALSE, sizeof (YlCountiesSection));
  Told told = { 0 };
  for (guint i = 0; i < 10000; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%03u371502", i % 1000);
      const Row table = { code, i % 2, OWN, 0, 1000, NULL, 0, 0, SHA, "村村通" };
      const YlRoadRow row = make_row (&table, i + 2);
      YlCountiesSection section;
      assert_true (yl_counties_section_init (&section, &row, &rates, NULL, (guint16) (i % 2)));
      g_array_append_val (sections, section);
    }
  yl_counties_scan_codes (sections, take_hit, &told);
  assert_number_equal (told.n, 5000); /* those of the second file */
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_case_of_the_table_holds),
    cmocka_unit_test (the_code_of_last_year_is_renewed_too),
    cmocka_unit_test (a_crowd_of_equal_stretches_ends_soon),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
