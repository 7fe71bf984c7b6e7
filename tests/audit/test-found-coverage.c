#include "audit/found-case.h"
#include "support/assert.h"
#include "support/make-sheet.h"

/* A table, how many of its figures were compared with the policy and by sums alone, and what was
 * compared with nothing. */
typedef struct
{
  const char *what;
  const char *rows;
  guint64 n_proved;
  guint64 n_linked;
  const char *gaps; /* "E3 no_basis 2" … */
} Case;

/* By hand: 2 km × 10 000 = 20 000; 10 × 5 000 = 50 000; 30 × 3 000 = 90 000; together 160 000. */
static const Case cases[] = {
  { "kilometres at their rates bear out the amounts, and these their sums",
    "乡镇|县道里程|乡道里程|县道金额（元）|乡道金额（元）|合计（元）\n"
    "沙镇镇|2|10|20000|50000|70000\n堂邑镇|2||20000||20000\n"
    "合计|4|10|40000|50000|90000\n",
    8, 0, "" },
  { "payers beside their whole are held by their sums alone",
    "乡镇|合计(元)|省补(元)|市补(元)|县级配套(元)\n沙镇镇|160000|60000|40000|60000\n"
    "堂邑镇|130000|50000|30000|50000\n合计|290000|110000|70000|110000\n",
    0, 12, "" },
  { "payers of an amount that kilometres bear out",
    "乡镇|村道里程|合计(元)|省补(元)|市补(元)\n沙镇镇|30|90000|60000|30000\n", 1, 2, "" },
  { "amounts beside kilometres of no class",
    "乡镇|养护里程(公里)|分配资金(元)\n沙镇镇|20|100000\n堂邑镇|40|200000\n合计|60|300000\n", 0, 0,
    "C2 no_basis 3" },
  { "nothing bears out a column of another year",
    "乡镇|村道里程|村道金额（元）|上年金额（元）\n沙镇镇|30|90000|80000\n", 1, 0, "D2 no_basis 1" },
  { "numbers of rows, widths and years are no money",
    "序号|乡镇|村道里程|村道金额（元）|路面宽度|年度\n1|沙镇镇|30|90000|4.5|2021\n", 1, 0, "" },
  { "words in a column that nobody understands are no figures",
    "乡镇|村道里程|村道金额（元）|负责部门\n沙镇镇|30|90000|养护站\n", 1, 0, "" },
  { "an amount that is no number",
    "乡镇|村道里程|村道金额（元）\n沙镇镇|30|九万\n堂邑镇|30|90000\n", 1, 0, "C2 unread 1" },
  { "a second table without heads below the first",
    "类别|里程|金额(元)\n县道|2|20000\n乡道|10|50000\n合计|12|70000\n\n"
    "桥名|桥梁类型|全长（米）|金额（元）\n甲桥|中桥|50|10000\n合计|||10000\n总计|||80000\n",
    3, 0, "C7 outside 4" },
  { "numbers that bear their unit are read by it: 6 km × 5 000 = 30 000",
    "类别|里程|金额（元）\n乡道|6公里|￥30,000.00\n村道|7000米|2.1万元\n合计|13公里|￥51,000.00\n",
    3, 0, "" },
  { "0 is nobody's money", "乡镇|村道里程|村道金额（元）|其他资金（元）\n沙镇镇|30|90000|0\n", 1, 0,
    "" },
};

static char *
list_gaps (const YlCoverage *coverage)
{
  GString *text = g_string_new ("");
  for (guint i = 0; i < coverage->gaps->len; i++)
    {
      const YlCoverageGap *gap = &g_array_index (coverage->gaps, YlCoverageGap, i);
      g_string_append_printf (text, "%s%s %s %" G_GUINT64_FORMAT, i == 0 ? "" : "; ", gap->cell,
                              yl_gap_reason_get_key (gap->reason), gap->n_figures);
    }
  return g_string_free (text, FALSE);
}

static void
what_was_compared_and_what_was_not_is_known_of_each_table (void **state)
{
  (void) state;
  guint n_failed = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlFoundCase) c = yl_found_case_new (cases[i].rows);
      yl_found_case_run (c);
      const YlCoverage *coverage = c->audit->coverage;
      g_autofree char *gaps = list_gaps (coverage);
      if (g_str_equal (gaps, cases[i].gaps) && coverage->n_proved == cases[i].n_proved
          && coverage->n_linked == cases[i].n_linked)
        continue;
      print_error ("%s: %d proved, %d linked, not compared: %s\n", cases[i].what,
                   (int) coverage->n_proved, (int) coverage->n_linked, gaps);
      n_failed++;
    }
  assert_int_equal (n_failed, 0);
}

static void
a_sheet_of_numbers_beside_the_table_is_named (void **state)
{
  (void) state;
  g_autoptr (YlFoundCase) c = yl_found_case_new ("乡镇|村道里程|村道金额（元）\n沙镇镇|30|90000\n");
  yl_test_add_sheet (c->workbook, "附表", "追加经费\n绿化|500000\n");
  yl_found_case_run (c);
  g_autofree char *gaps = list_gaps (c->audit->coverage);
  assert_string_equal (gaps, "B2 outside 1");
}

static void
a_sheet_of_words_beside_the_table_is_not (void **state)
{
  (void) state;
  g_autoptr (YlFoundCase) c = yl_found_case_new ("乡镇|村道里程|村道金额（元）\n沙镇镇|30|90000\n");
  yl_test_add_sheet (c->workbook, "说明", "编制说明\n编制年度|2021|年\n联系电话|8411111\n");
  yl_found_case_run (c);
  assert_true (yl_coverage_is_whole (c->audit->coverage));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (what_was_compared_and_what_was_not_is_known_of_each_table),
    cmocka_unit_test (a_sheet_of_numbers_beside_the_table_is_named),
    cmocka_unit_test (a_sheet_of_words_beside_the_table_is_not),
  };
  return cmocka_run_group_tests_name ("coverage of found tables", tests, NULL, NULL);
}
