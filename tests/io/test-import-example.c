#include "road-fixture.h"
#include "yanglu/io/csv/reader.h"
#include "yanglu/io/places/register.h"

#include <string.h>

#define EXAMPLE "templates/examples/示例-东昌府区-里程台账.csv"

static void
read_file (RoadFixture *fixture, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (g_getenv ("YL_SOURCE_ROOT"), name, NULL);
  g_autoptr (YlInput) input = yl_input_open (path, &error);
  assert_null (error);
  road_fixture_begin (fixture);
  const YlRowSink sink = yl_road_import_get_sink (fixture->import);
  assert_true (yl_csv_read (input, &sink, fixture->findings, NULL, NULL, &error));
  road_fixture_end (fixture);
}

static int
set_up (void **state)
{
  road_fixture_set_up (state);
  RoadFixture *fixture = *state;
  yl_arena_free_record (fixture->places);
  fixture->places = yl_register_load (NULL);
  return fixture->places == NULL ? -1 : 0;
}

static void
the_example_is_a_sound_list_of_one_county (void **state)
{
  RoadFixture *fixture = *state;
  read_file (fixture, EXAMPLE);
  assert_no_findings (fixture->findings);
  assert_number_equal (fixture->tally.n_roads, 387);
  assert_number_equal (fixture->tally.n_rows, 387);
  for (gsize i = 0; i < 387; i++)
    {
      assert_number_equal (road_fixture_get (fixture, i)->county_code, 371502);
      assert_true (road_fixture_get (fixture, i)->township_code != 0);
    }
}

static void
the_example_shows_what_an_honest_list_holds (void **state)
{
  RoadFixture *fixture = *state;
  guint n_of_class[YL_N_CLASSES] = { 0 };
  guint8 flags = 0;
  read_file (fixture, EXAMPLE);
  for (gsize i = 0; i < 387; i++)
    {
      const YlRoad *road = road_fixture_get (fixture, i);
      n_of_class[road->road_class]++;
      flags |= road->flags;
      assert_number_equal (road->road_class, road->letter_class);
    }
  assert_number_equal (n_of_class[YL_CLASS_SPECIAL], 1);
  assert_number_equal (n_of_class[YL_CLASS_VILLAGE], 242);
  assert_number_equal (flags, YL_ROAD_DUPLICATE | YL_ROAD_DEAD_END | YL_ROAD_URBAN | YL_ROAD_BREAK);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (the_example_is_a_sound_list_of_one_county, set_up,
                                     road_fixture_tear_down),
    cmocka_unit_test_setup_teardown (the_example_shows_what_an_honest_list_holds, set_up,
                                     road_fixture_tear_down),
  };
  return cmocka_run_group_tests_name ("import-example", tests, NULL, NULL);
}
