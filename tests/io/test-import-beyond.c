#include "entry-fixture.h"
#include "road-fixture.h"

#define NONE ((YlSeverity) YL_N_SEVERITIES)

/* Rows of a file without sheets, and what a filled cell beyond its heads is. */
static const struct
{
  const char *what;
  const char *rows;
  YlSeverity severity;
  const char *seen;
} roads[] = {
  { "as many cells as heads", "类别|里程\n村道|1", NONE, NULL },
  { "blank cells beyond are nothing", "类别|里程\n村道|1|| ", NONE, NULL },
  { "a blank head at the end is none", "类别|里程|\n村道|1|", NONE, NULL },
  { "a number cut at its comma", "类别|里程\n县道|1|234.5", YL_SEVERITY_ERROR, "1,234.5" },
  { "a number cut twice", "类别|里程\n县道|1|234|500", YL_SEVERITY_ERROR, "1,234,500" },
  { "cut in the middle, and the row slips", "类别|里程|乡镇\n县道|1|234|梁水镇", YL_SEVERITY_ERROR,
    "1,234" },
  { "four digits are no group", "类别|里程|乡镇\n县道|1|2345|梁水镇", YL_SEVERITY_WARNING,
    "梁水镇" },
  { "a word behind a number that was read", "类别|里程\n县道|1|甲", YL_SEVERITY_ERROR, "甲" },
  { "a word behind a word", "里程|类别\n1|县道|甲", YL_SEVERITY_WARNING, "甲" },
  { "the first one that is filled is shown", "里程|类别\n1|县道||甲", YL_SEVERITY_WARNING, "甲" },
  { "a number that is not read", "类别|里程|序号\n县道|1|7|000", YL_SEVERITY_WARNING, "000" },
  { "a sum is no row", "类别|里程\n县道|1\n合计|1|234", NONE, NULL },
  { "other heads count anew", "类别|里程\n县道|1\n类别|里程|序号\n县道|1|2", NONE, NULL },
};

static void
a_cell_beyond_the_heads_of_a_road_list_is_told (void **state)
{
  RoadFixture *fixture = *state;
  for (guint i = 0; i < G_N_ELEMENTS (roads); i++)
    {
      road_fixture_read (fixture, roads[i].rows);
      const gsize n = yl_findings_get_n (fixture->findings);
      if (n != (roads[i].severity == NONE ? 0 : 1))
        fail_msg ("%s: %" G_GSIZE_FORMAT " findings", roads[i].what, n);
      if (n == 0)
        continue;
      const YlFinding *finding = yl_findings_get (fixture->findings, 0);
      if (finding->code != YL_C04 || finding->severity != roads[i].severity
          || g_strcmp0 (finding->seen, roads[i].seen) != 0)
        fail_msg ("%s: “%s”", roads[i].what, finding->seen);
    }
}

static void
notes_beside_the_table_of_a_workbook_are_no_fault (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_begin (fixture);
  road_fixture_feed (fixture, "里程", FALSE, "类别|里程\n县道|1|234");
  road_fixture_end (fixture);
  assert_int_equal (yl_findings_get_n (fixture->findings), 0);
}

static void
a_grant_cut_at_its_comma_is_an_error_that_names_the_whole_number (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (fixture, YL_ENTRY_FUNDS, "",
                         "资金名称|来源层级|用途|金额(元)\n省补|省|日常养护|300|000");
  assert_int_equal (yl_findings_get_n_of_code (fixture->findings, YL_C04), 1);
  const YlFinding *finding = yl_findings_get (fixture->findings, 0);
  assert_int_equal (finding->severity, YL_SEVERITY_ERROR);
  assert_int_equal (finding->row, 2);
  assert_string_equal (finding->seen, "300,000");
  assert_false (finding->is_priced);
}

static void
a_bridge_with_a_cell_too_many_is_a_warning (void **state)
{
  YlEntryFixture *fixture = *state;
  yl_entry_fixture_read (fixture, YL_ENTRY_BRIDGES, "",
                         "桥名|全长(米)|桥梁类型\n甲桥|20|小桥|新建");
  assert_int_equal (yl_findings_get_n_of_code (fixture->findings, YL_C04), 1);
  assert_int_equal (yl_findings_get (fixture->findings, 0)->severity, YL_SEVERITY_WARNING);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ROAD_SENTENCE (a_cell_beyond_the_heads_of_a_road_list_is_told),
    ROAD_SENTENCE (notes_beside_the_table_of_a_workbook_are_no_fault),
    yl_entry_test (a_grant_cut_at_its_comma_is_an_error_that_names_the_whole_number),
    yl_entry_test (a_bridge_with_a_cell_too_many_is_a_warning),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
