#include "book-case.h"

#include <string.h>

/* Which cells of a sheet follow from others: from the row @first on, the columns @from to @to. */
typedef struct
{
  const char *sheet;
  const char *first_label; /* what stands in @label_column of the first such row */
  guint label_column;
  guint from;
  guint to;
} Derived;

static const Derived derived[] = {
  { "里程明细", "1", 0, 14, 18 },       { "桥梁明细", "1", 0, 8, 12 },
  { "分乡镇汇总", "1", 0, 3, 16 },      { "分管养单位", "1", 0, 2, 6 },
  { "里程汇总", "县道", 0, 1, 9 },      { "资金承担", "1", 0, 3, 3 },
  { "资金承担", "1", 0, 7, 7 },         { "公开表", "1", 0, 2, 2 },
  { "拨付进度", "1", 0, 2, 6 },         { "拨付进度", "1", 0, 11, 12 },
  { "表内勾稽关系核对", "1", 0, 2, 5 }, { "预算总表", "一", 0, 5, 5 },
  { "资金来源", "1", 0, 9, 9 },
};

static gboolean
is_number (const char *text)
{
  char *end = NULL;
  (void) g_ascii_strtod (text, &end);
  return text[0] != '\0' && *end == '\0';
}

static char *
cell_name (guint32 row, guint column)
{
  const char tens = (char) ('A' + column / 26 - 1);
  const char ones = (char) ('A' + column % 26);
  return column < 26 ? g_strdup_printf ("%c%u", ones, row)
                     : g_strdup_printf ("%c%c%u", tens, ones, row);
}

/* Every number of the columns is a formula. Returns: how many there were. */
static guint
check_derived (const char *path, const YlTestBook *book, const Derived *table)
{
  g_autofree char *xml = yl_test_read_tab (path, book_case_find_tab (book, table->sheet));
  const guint32 first =
      yl_test_book_find_row (book, table->sheet, 1, table->label_column, table->first_label);
  assert_true (first > 0);
  guint n = 0;
  for (guint32 row = first; row <= yl_test_book_get_last_row (book, table->sheet); row++)
    for (guint column = table->from; column <= table->to; column++)
      {
        if (!is_number (yl_test_book_get_at (book, table->sheet, row, column)))
          continue;
        g_autofree char *cell = cell_name (row, column);
        g_autofree char *formula = yl_test_find_formula (xml, cell);
        if (formula == NULL)
          fail_msg ("%s %s is a constant", table->sheet, cell);
        n++;
      }
  return n;
}

static void
every_figure_that_follows_is_a_formula (void **state)
{
  BookCase *fixture = *state;
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  guint n = 0;
  for (guint i = 0; i < G_N_ELEMENTS (derived); i++)
    n += check_derived (fixture->path, book, &derived[i]);
  assert_true (n > 300);
}

static char *
formula_of (const BookCase *fixture, const YlTestBook *book, const char *sheet, const char *cell)
{
  g_autofree char *xml = yl_test_read_tab (fixture->path, book_case_find_tab (book, sheet));
  char *formula = yl_test_find_formula (xml, cell);
  assert_non_null (formula);
  return formula;
}

static void
a_road_is_paid_by_whole_metres_and_fen (void **state)
{
  BookCase *fixture = *state;
  add_road (fixture->county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .km = "1.5");
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  g_autofree char *amount = formula_of (fixture, book, "里程明细", "S4");
  assert_string_equal (amount, "ROUND(ROUND(Q4*1000,0)*ROUND(R4*100,0)/1000,0)/100");
}

static void
sums_go_over_every_sheet_of_the_list (void **state)
{
  BookCase *fixture = *state;
  for (guint i = 0; i < 5; i++)
    add_road (fixture->county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .km = "1.5",
              .township = "沙镇镇");
  g_autoptr (YlTestBook) book = book_case_read (fixture, 2);
  assert_true (yl_test_book_has_sheet (book, "里程明细(3)"));
  assert_false (yl_test_book_has_sheet (book, "里程明细(4)"));
  g_autofree char *total = formula_of (fixture, book, "里程明细(3)", "S5");
  assert_string_equal (total, "ROUND(SUM('里程明细'!$S$4:$S$5)+SUM('里程明细(2)'!$S$4:$S$5)"
                              "+SUM(OFFSET('里程明细(3)'!$S$4,0,0,ROW('里程明细(3)'!$S$5)"
                              "-ROW('里程明细(3)'!$S$4),1)),2)");
  g_autofree char *township = formula_of (fixture, book, "分乡镇汇总", "O5");
  assert_non_null (strstr (township, "'里程明细'!"));
  assert_non_null (strstr (township, "'里程明细(3)'!"));
  assert_string_equal (yl_test_book_get (book, "里程明细(3)", "S5"), "75000");
}

static void
a_list_that_fills_its_sheet_to_the_brim_needs_no_other (void **state)
{
  BookCase *fixture = *state;
  for (guint i = 0; i < 4; i++)
    add_road (fixture->county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .km = "1.5");
  g_autoptr (YlTestBook) full = book_case_read (fixture, 4);
  assert_false (yl_test_book_has_sheet (full, "里程明细(2)"));
  g_autoptr (YlTestBook) over = book_case_read (fixture, 3);
  assert_true (yl_test_book_has_sheet (over, "里程明细(2)"));
}

static void
a_length_from_stakes_is_their_difference (void **state)
{
  BookCase *fixture = *state;
  const YlRoadRow row = {
    .road = { .length_m = 1500,
              .start_m = 1000,
              .end_m = 2500,
              .road_class = YL_CLASS_VILLAGE,
              .letter_class = YL_CLASS_VILLAGE,
              .flags = YL_ROAD_FROM_STAKES,
              .maintained_m = YL_METRES_UNKNOWN,
              .subsidised_m = YL_METRES_UNKNOWN },
    .route_code = yl_text_of ("C001371502"),
  };
  yl_inventory_add (fixture->county->roads, &row);
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  g_autofree char *length = formula_of (fixture, book, "里程明细", "H4");
  assert_string_equal (length, "ROUND(G4-F4,3)");
  assert_string_equal (yl_test_book_get (book, "里程明细", "H4"), "1.5");
}

static void
every_sheet_name_in_a_formula_stands_in_quotes (void **state)
{
  BookCase *fixture = *state;
  g_autoptr (YlTestBook) book = book_case_read (fixture, 0);
  for (guint i = 0; i < yl_test_book_get_n_sheets (book); i++)
    {
      g_autofree char *xml = yl_test_read_tab (fixture->path, i);
      for (const char *at = strchr (xml, '!'); at != NULL; at = strchr (at + 1, '!'))
        assert_int_equal (at[-1], '\'');
    }
}

static void
findings_go_on_in_a_further_sheet_and_the_totals_cover_all (void **state)
{
  BookCase *fixture = *state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  for (guint i = 0; i < 5; i++)
    yl_findings_add (findings, &(YlFinding){ .code = YL_A01,
                                             .severity = YL_SEVERITY_ERROR,
                                             .message = "重复",
                                             .at_stake = { 100 },
                                             .is_priced = TRUE });
  yl_test_make_book (yl_test_county_get_budget (fixture->county), findings, 2, fixture->path);
  g_autoptr (YlTestBook) book = yl_test_read_book (fixture->path);
  assert_true (yl_test_book_has_sheet (book, "问题清单(3)"));
  assert_false (yl_test_book_has_sheet (book, "问题清单(4)"));
  /* Five errors of one yuan each, two a sheet: the third holds the fifth and the totals. */
  const guint32 total = yl_test_book_find_row (book, "问题清单(3)", 1, 0, "小计");
  assert_string_equal (yl_test_book_get_at (book, "问题清单(3)", total, 6), "5");
  assert_string_equal (yl_test_book_get_at (book, "问题清单(3)", total, 12), "5");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    with_county (every_figure_that_follows_is_a_formula),
    with_empty_county (a_road_is_paid_by_whole_metres_and_fen),
    with_empty_county (sums_go_over_every_sheet_of_the_list),
    with_empty_county (a_list_that_fills_its_sheet_to_the_brim_needs_no_other),
    with_empty_county (a_length_from_stakes_is_their_difference),
    with_county (every_sheet_name_in_a_formula_stands_in_quotes),
    with_county (findings_go_on_in_a_further_sheet_and_the_totals_cover_all),
  };
  return cmocka_run_group_tests_name ("budget book formulas", tests, NULL, NULL);
}
