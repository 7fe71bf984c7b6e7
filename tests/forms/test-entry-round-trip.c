/* The entry workbook, filled in by openpyxl, saved again by other programs, read back whole. */
#include "support/assert.h"
#include "support/make-entry.h"
#include "support/engines.h"
#include "support/sheet.h"
#include "yanglu/io/import/entry/entry.h"
#include "yanglu/io/import/roads/roads.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/xlsx/reader.h"
#include "yanglu/io/words/words.h"

typedef struct
{
  YlPlaces *places;
  YlEntry *entry;
  YlInventory *roads;
  YlFindings *findings;
} Fixture;

static void
run (const char *const *arguments)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, &error);
  const gboolean is_done = process != NULL && g_subprocess_wait_check (process, NULL, &error);
  g_clear_object (&process);
  if (!is_done)
    fail_msg ("%s: %s", arguments[0], error->message);
}

/* Made once: empty.xlsx, and filled.xlsx by the system's own Python, whose openpyxl is a package of
 * its own. The script also looks at lists, locks and formulas. */
static char *shared;

static int
remove_folder (const char *folder)
{
  const char *const arguments[] = { "rm", "-r", folder, NULL };
  g_autoptr (GSubprocess) process = g_subprocess_newv (arguments, G_SUBPROCESS_FLAGS_NONE, NULL);
  return process != NULL && g_subprocess_wait_check (process, NULL, NULL) ? 0 : -1;
}

static int
make_books (void **state)
{
  (void) state;
  shared = g_dir_make_tmp ("yanglu-round-trip-XXXXXX", NULL);
  g_autoptr (YlPlaces) places = yl_register_load (NULL);
  g_autoptr (YlEntity) county = yl_entity_new ("371502", "东昌府区");
  g_autofree char *empty = g_build_filename (shared, "empty.xlsx", NULL);
  g_autofree char *filled = g_build_filename (shared, "filled.xlsx", NULL);
  g_autofree char *script =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "forms", "fill-entry-book.py", NULL);
  const char *const arguments[] = { "/usr/bin/python3", script, empty, filled, NULL };
  yl_test_make_entry (county, 2021, places, empty);
  run (arguments);
  return 0;
}

static int
remove_books (void **state)
{
  (void) state;
  const int status = remove_folder (shared);
  g_clear_pointer (&shared, g_free);
  return status;
}

static int
set_up (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  *state = fixture;
  fixture->places = yl_register_load (NULL);
  fixture->entry = yl_entry_new ();
  fixture->findings = yl_findings_new ();
  return 0;
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;
  yl_arena_free_record (fixture->places);
  yl_entry_free (fixture->entry);
  g_clear_pointer (&fixture->roads, yl_inventory_free);
  yl_findings_free (fixture->findings);
  g_free (fixture);
  return 0;
}

static void
read_rows (Fixture *fixture, const char *path, const YlRowSink *sink)
{
  YlInput *input = yl_input_open (path, NULL);
  const gboolean is_read =
      input != NULL
      && yl_book_read (yl_xlsx_read, input, NULL, sink, fixture->findings, NULL, NULL);
  yl_input_free (input);
  assert_true (is_read);
}

static void
read_book (Fixture *fixture, const char *path)
{
  YlEntryImport *entry =
      yl_entry_import_new (YL_ENTRY_ALL, "filled.xlsx", yl_words_get_builtin (), fixture->places,
                           371502, fixture->entry, fixture->findings);
  const YlRowSink entry_rows = yl_entry_import_get_sink (entry);
  read_rows (fixture, path, &entry_rows);
  yl_entry_import_end (entry);
  yl_entry_import_free (entry);

  YlInventory *inventory = yl_inventory_new ();
  const YlRoadImportRequest request = { .file = "filled.xlsx",
                                        .words = yl_words_get_builtin (),
                                        .places = fixture->places,
                                        .findings = fixture->findings,
                                        .inventory = inventory,
                                        .roads = yl_inventory_get_sink (inventory) };
  YlRoadImport *roads = yl_road_import_new (&request);
  const YlRowSink road_rows = yl_road_import_get_sink (roads);
  read_rows (fixture, path, &road_rows);
  yl_road_import_end (roads);
  yl_road_import_free (roads);
  fixture->roads = inventory;
}

static void
assert_entry (const YlEntry *entry)
{
  assert_string_equal (entry->unit.entity, "示例单位");
  assert_number_equal (entry->unit.year, 2021);
  assert_string_equal (entry->unit.phone, "0635-0000000");
  assert_number_equal (entry->unit.date.yyyymmdd, 20210131);
  assert_number_equal (entry->unit.engineering.m, 1500);
  assert_fen_equal (entry->unit.last_year.fen, 12345678);
  assert_number_equal (entry->bridges->len, 1);
  assert_number_equal (g_array_index (entry->bridges, YlBridge, 0).length_cm, 5600);
  assert_number_equal (entry->sources->len, 1);
  assert_fen_equal (g_array_index (entry->sources, YlSource, 0).amount.fen, 100000050);
  assert_number_equal (entry->land->len, 1);
  const YlLandEntry *land = &g_array_index (entry->land, YlLandEntry, 0);
  assert_fen_equal (land->income.fen, 200000000);
  assert_fen_equal (land->costs[0].fen, 50000025);
  assert_number_equal (land->share.ppm, 25000);
  assert_fen_equal (entry->other.running.fen, 8000000);
  assert_number_equal (entry->other.projects->len, 1);
}

static void
assert_roads (const YlInventory *roads)
{
  static const guint32 lengths_m[] = { 12345, 3200, 300 };
  static const guint8 classes[] = { YL_CLASS_COUNTY, YL_CLASS_TOWNSHIP, YL_CLASS_VILLAGE };
  static const guint8 flags[] = { 0, YL_ROAD_DEAD_END | YL_ROAD_TRACK,
                                  YL_ROAD_DUPLICATE | YL_ROAD_URBAN };
  assert_number_equal (yl_inventory_get_n_roads (roads), 3);
  for (gsize i = 0; i < 3; i++)
    {
      const YlRoad *road = yl_inventory_get_road (roads, i);
      assert_number_equal (road->length_m, lengths_m[i]);
      assert_int_equal (road->road_class, classes[i]);
      assert_int_equal (road->flags & ~YL_ROAD_FROM_STAKES, flags[i]);
      assert_true (road->township_code / 1000 == 371502);
    }
}

static void
an_empty_entry_workbook_says_its_county_and_year_and_that_it_has_no_roads (void **state)
{
  Fixture *fixture = *state;
  g_autofree char *path = g_build_filename (shared, "empty.xlsx", NULL);
  read_book (fixture, path);
  assert_number_equal (yl_findings_get_n (fixture->findings), 1);
  assert_non_null (yl_findings_find (fixture->findings, YL_E01));
  assert_number_equal (fixture->entry->unit.year, 2021);
  assert_string_equal (fixture->entry->unit.entity, "东昌府区");
  assert_number_equal (fixture->entry->land->len, 0);
  assert_number_equal (fixture->entry->other.projects->len, 0);
  assert_number_equal (yl_inventory_get_n_roads (fixture->roads), 0);
}

static void
what_openpyxl_filled_in_is_read_back_whole (void **state)
{
  Fixture *fixture = *state;
  g_autofree char *path = g_build_filename (shared, "filled.xlsx", NULL);
  read_book (fixture, path);
  assert_no_findings (fixture->findings);
  assert_entry (fixture->entry);
  assert_roads (fixture->roads);
}

static void
read_after (Fixture *fixture, YlEngine engine)
{
  g_autofree char *filled = g_build_filename (shared, "filled.xlsx", NULL);
  g_autofree char *folder = g_build_filename (shared, yl_engine_get_name (engine), NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = yl_engine_recalculate (engine, filled, folder, "xlsx", &error);
  assert_non_null (path);
  read_book (fixture, path);
  assert_no_findings (fixture->findings);
  assert_entry (fixture->entry);
  assert_roads (fixture->roads);
}

static void
saved_again_by_libreoffice_it_reads_the_same (void **state)
{
  read_after (*state, YL_ENGINE_LIBREOFFICE);
}

static void
saved_again_by_gnumeric_it_reads_the_same (void **state)
{
  read_after (*state, YL_ENGINE_GNUMERIC);
}

#define sentence(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    sentence (an_empty_entry_workbook_says_its_county_and_year_and_that_it_has_no_roads),
    sentence (what_openpyxl_filled_in_is_read_back_whole),
    sentence (saved_again_by_libreoffice_it_reads_the_same),
    sentence (saved_again_by_gnumeric_it_reads_the_same),
  };
  return cmocka_run_group_tests_name ("entry round trip", tests, make_books, remove_books);
}
