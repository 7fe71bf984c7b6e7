#include "road-fixture.h"
#include "yanglu/io/file-form.h"
#include "yanglu/io/csv/reader.h"
#include "yanglu/io/places/register.h"
#include "yanglu/io/xlsx/reader.h"

#include <string.h>

#define NO_CODE YL_N_CODES

/* Each file has one thing that is special: what its reading comes to. */
typedef struct
{
  const char *file;
  gint64 n_roads;
  gint64 length_m; /* Σ of the rows handed on */
  YlCode code;     /* the one kind of finding, or NO_CODE */
  guint32 row;
  const char *column;
} FileCase;

static const FileCase cases[] = {
  { "sound.csv", 3, 4500, NO_CODE, 0, NULL },
  { "gb18030.csv", 3, 4500, NO_CODE, 0, NULL },
  { "by-class.csv", 3, 1420501, NO_CODE, 0, NULL },
  { "titles-two-rows.csv", 3, 4500, NO_CODE, 0, NULL },
  { "metres-head.csv", 3, 4500, NO_CODE, 0, NULL },
  { "full-width.csv", 3, 4500, NO_CODE, 0, NULL },
  { "yearbook.csv", 3, 4500, NO_CODE, 0, NULL },
  { "sums.csv", 3, 4500, NO_CODE, 0, NULL },
  { "old-county-code.csv", 1, 2500, NO_CODE, 0, NULL },
  { "entry-sheet.xlsx", 3, 4500, YL_E01, 0, NULL },
  { "two-sheets.xlsx", 3, 4500, YL_C11, 0, NULL },
  { "only-hidden.xlsx", 3, 4500, YL_C11, 0, NULL },
  { "metres-unsaid.csv", 3, 4500000, NO_CODE, 0, NULL },
  { "malformed-length.csv", 2, 3700, YL_C04, 4, "里程" },
  { "no-length.csv", 2, 3700, YL_E03, 4, "里程" },
  { "backward-stakes.csv", 2, 3700, YL_E03, 4, "止点桩号" },
  { "no-heads.csv", 0, 0, YL_E01, 1, NULL },
  { "national.csv", 2, 3700, YL_E02, 4, "行政等级" },
  { "unknown-class.csv", 2, 3700, YL_E02, 4, "行政等级" },
  { "unknown-township.csv", 3, 4500, YL_E06, 4, "所在乡镇" },
  { "code-against-township.csv", 3, 4500, YL_E07, 4, "所在乡镇" },
  { "many-decimals.csv", 3, 4500, YL_E09, 4, "里程" },
  { "mangled-code.csv", 3, 4500, YL_C04, 4, "行政区划" },
  { "twice.csv", 3, 4500, YL_E01, 0, "里程" },
  { "bad-flag.csv", 3, 4500, YL_C04, 4, "断头路" },
};

static gboolean
read_rows (const YlInput *input, const YlRowSink *sink, YlFindings *findings)
{
  return yl_file_form_is_workbook (input)
             ? yl_book_read (yl_xlsx_read, input, NULL, sink, findings, NULL, NULL)
             : yl_csv_read (input, sink, findings, NULL, NULL, NULL);
}

static void
read_file (RoadFixture *fixture, const char *name)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests/data/roads", name, NULL);
  g_autoptr (YlInput) input = yl_input_open (path, NULL);
  assert_non_null (input);
  road_fixture_begin (fixture);
  const YlRowSink survey = yl_road_import_get_survey (fixture->import);
  const YlRowSink sink = yl_road_import_get_sink (fixture->import);
  if (yl_file_form_is_workbook (input))
    assert_true (read_rows (input, &survey, fixture->findings));
  assert_true (read_rows (input, &sink, fixture->findings));
  road_fixture_end (fixture);
}

static gint64
sum_lengths (const RoadFixture *fixture)
{
  gint64 sum_m = 0;
  for (gint64 i = 0; i < road_fixture_get_n (fixture); i++)
    sum_m += road_fixture_get (fixture, (gsize) i)->length_m;
  return sum_m;
}

static void
assert_case (RoadFixture *fixture, const FileCase *expected)
{
  read_file (fixture, expected->file);
  if (expected->code == NO_CODE)
    assert_no_findings (fixture->findings);
  else
    assert_finding (fixture->findings, expected->code, expected->row, expected->column);
  for (gsize i = 0; i < yl_findings_get_n (fixture->findings); i++)
    assert_number_equal (yl_findings_get (fixture->findings, i)->code, expected->code);
  assert_number_equal (road_fixture_get_n (fixture), expected->n_roads);
  assert_number_equal (sum_lengths (fixture), expected->length_m);
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
every_file_comes_to_what_it_says (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      print_message ("# %s\n", cases[i].file);
      assert_case (*state, &cases[i]);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (every_file_comes_to_what_it_says, set_up,
                                     road_fixture_tear_down),
  };
  return cmocka_run_group_tests_name ("import-files", tests, NULL, NULL);
}
