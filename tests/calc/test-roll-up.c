/* Whose the rows of a tally are: a county's, or a zone's that took the township. */
#include "yanglu/calc/roll-up.h"

#include "support/assert.h"

typedef struct
{
  YlPlaces *places;
  GPtrArray *zones;
  YlRollUp *roll_up;
} Case;

static void
add_zone (Case *it, const char *name, guint32 township)
{
  YlEntity *zone = yl_entity_new (NULL, name);
  zone->n_townships = 1;
  zone->townships = g_memdup2 (&township, sizeof township);
  g_ptr_array_add (it->zones, zone);
}

/* A city 3715 of two counties and a zone; another city 3716 of one county and a zone. */
static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  *state = it;
  it->places = yl_places_new ();
  yl_places_add_county (it->places, 371502, yl_text_of ("东昌府区"));
  yl_places_add_county (it->places, 371503, yl_text_of ("茌平区"));
  yl_places_add_county (it->places, 371602, yl_text_of ("滨城区"));
  yl_places_add_township (it->places, 371502008, yl_text_of ("北城街道"));
  it->places = yl_places_seal (it->places);
  it->zones = g_ptr_array_new_with_free_func ((GDestroyNotify) yl_entity_free);
  add_zone (it, "甲开发区", 371502008);
  add_zone (it, "乙开发区", 371602005);
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  yl_arena_free_record (it->roll_up);
  g_ptr_array_unref (it->zones);
  yl_arena_free_record (it->places);
  g_free (it);
  return 0;
}

static YlTallyRow
row_of (guint32 county, guint32 township, gint64 counted_m)
{
  return (YlTallyRow){ .county_code = county,
                       .township_code = township,
                       .township = "",
                       .sections = 1,
                       .counted_m = counted_m };
}

static const YlRollUpUnit *
unit_at (const Case *it, guint index)
{
  assert_true (index < it->roll_up->units->len);
  return &g_array_index (it->roll_up->units, YlRollUpUnit, index);
}

static gint64
metres_at (const Case *it, guint index)
{
  return g_array_index (it->roll_up->rows, YlRollUpRow, index).tally.counted_m;
}

static void
a_township_of_a_zone_counts_there_and_not_in_its_county (void **state)
{
  Case *it = *state;
  const YlTallyRow rows[] = { row_of (371502, 0, 1), row_of (371502, 371502008, 20),
                              row_of (371502, 371502101, 300) };
  it->roll_up = yl_roll_up_new (rows, G_N_ELEMENTS (rows), it->zones, it->places);
  assert_string_equal (unit_at (it, 0)->name, "东昌府区");
  assert_number_equal (unit_at (it, 0)->n_rows, 2);
  assert_number_equal (unit_at (it, 0)->n_given, 1);
  assert_number_equal (metres_at (it, 0), 1);
  assert_number_equal (metres_at (it, 1), 300);
  assert_string_equal (unit_at (it, 2)->name, "甲开发区");
  assert_number_equal (unit_at (it, 2)->first_row, 2);
  assert_number_equal (unit_at (it, 2)->n_rows, 1);
  assert_number_equal (metres_at (it, 2), 20);
  assert_string_equal (yl_roll_up_find_unit (it->roll_up, 371502, 371502008), "甲开发区");
  assert_string_equal (yl_roll_up_find_unit (it->roll_up, 371502, 371502101), "东昌府区");
}

static void
of_a_city_those_that_sent_nothing_have_a_row_too (void **state)
{
  Case *it = *state;
  const YlTallyRow rows[] = { row_of (371502, 371502101, 300) };
  it->roll_up = yl_roll_up_new (rows, G_N_ELEMENTS (rows), it->zones, it->places);
  assert_true (it->roll_up->is_of_city);
  assert_number_equal (it->roll_up->units->len, 3);
  assert_string_equal (unit_at (it, 1)->name, "茌平区");
  assert_number_equal (unit_at (it, 1)->n_rows, 0);
  assert_string_equal (unit_at (it, 2)->name, "甲开发区");
  assert_number_equal (unit_at (it, 2)->n_rows, 0);
}

static void
of_several_cities_only_those_with_roads_have_one_and_are_told_apart_by_code (void **state)
{
  Case *it = *state;
  const YlTallyRow rows[] = { row_of (0, 0, 1), row_of (371502, 371502008, 20),
                              row_of (371602, 0, 300) };
  it->roll_up = yl_roll_up_new (rows, G_N_ELEMENTS (rows), it->zones, it->places);
  assert_false (it->roll_up->is_of_city);
  assert_number_equal (it->roll_up->units->len, 4);
  assert_string_equal (unit_at (it, 0)->name, "371502 东昌府区");
  assert_number_equal (unit_at (it, 0)->n_rows, 0);
  assert_string_equal (unit_at (it, 1)->name, "371602 滨城区");
  assert_string_equal (unit_at (it, 2)->name, "甲开发区");
  assert_string_equal (unit_at (it, 3)->name, "县不明");
  assert_number_equal (metres_at (it, 2), 1);
}

static void
without_rows_there_are_no_units (void **state)
{
  Case *it = *state;
  it->roll_up = yl_roll_up_new (NULL, 0, it->zones, it->places);
  assert_number_equal (it->roll_up->units->len, 0);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_township_of_a_zone_counts_there_and_not_in_its_county),
    SENTENCE (of_a_city_those_that_sent_nothing_have_a_row_too),
    SENTENCE (of_several_cities_only_those_with_roads_have_one_and_are_told_apart_by_code),
    SENTENCE (without_rows_there_are_no_units),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
