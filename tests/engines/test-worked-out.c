/*
 * A third engine, our own: whatever a budget's workbook remembers is forgotten and computed anew
 * from its formulas, and must come to the same values in every cell.
 */
#include "engines/county-files.h"
#include "support/assert.h"
#include "support/run.h"

#include "yanglu/audit/recalculate.h"
#include "yanglu/io/xlsx/load.h"

#include <string.h>

#define BOOK "预算.xlsx"
#define EXAMPLES "templates/examples/示例-东昌府区-"

typedef struct
{
  YlRun *run;
  YlTextPool *texts;
  YlFindings *findings;
  YlWorkbook *book;
  YlRecalculation *recalculation;
} Case;

static void
load (Case *data)
{
  if (data->run->status != 0 && data->run->status != 1)
    fail_msg ("the budget was not made: %s", data->run->err);
  g_autofree char *path = g_build_filename (data->run->folder, BOOK, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (YlInput) input = yl_input_open (path, &error);
  assert_non_null (input);
  data->texts = yl_text_pool_new ();
  data->findings = yl_findings_new ();
  data->book = yl_xlsx_load (input, NULL, data->texts, data->findings, NULL, &error);
  assert_non_null (data->book);
  data->recalculation = yl_recalculation_new (data->book);
}

static Case *
new_case (void **state)
{
  Case *data = g_new0 (Case, 1);
  *state = data; /* so that teardown finds the folder even when this fails */
  data->run = yl_run_new ();
  return data;
}

static int
make_example (void **state)
{
  Case *data = new_case (state);
  const char *root = g_getenv ("YL_SOURCE_ROOT");
  g_autofree char *roads = g_build_filename (root, EXAMPLES "里程台账.csv", NULL);
  g_autofree char *entry = g_build_filename (root, EXAMPLES "录入表.xlsx", NULL);
  yl_run (data->run, "C.UTF-8", NULL, "budget", roads, "--entry", entry, "-o", BOOK, NULL);
  load (data);
  return 0;
}

static int
make (void **state, const CountyFiles *files)
{
  Case *data = new_case (state);
  county_files_write (files, data->run->folder);
  const char *choice = files->policy == NULL ? "liaocheng-2020" : "办法.policy";
  yl_run (data->run, "C.UTF-8", NULL, "budget", "路.csv", "--entry", "录入表.xlsx", "--bridges",
          "桥.csv", "--last-year", "上年.csv", "--policy", choice, "-o", BOOK, NULL);
  load (data);
  return 0;
}

static int
make_by_share (void **state)
{
  return make (state, &(CountyFiles){ 400, 371502, county_policy_by_share, NULL });
}

static int
make_by_stack (void **state)
{
  return make (state, &(CountyFiles){ 300, 2, county_policy_by_stack, NULL });
}

static int
make_by_grants (void **state)
{
  return make (state, &(CountyFiles){ 300, 3, NULL, NULL });
}

static int
tear_down (void **state)
{
  Case *data = *state;
  if (data == NULL)
    return 0;
  g_clear_pointer (&data->recalculation, yl_recalculation_free);
  g_clear_pointer (&data->book, yl_workbook_free);
  g_clear_pointer (&data->findings, yl_findings_free);
  g_clear_pointer (&data->texts, yl_text_pool_free);
  yl_run_free (data->run);
  g_free (data);
  return 0;
}

/* What the workbook remembers of a cell, as text; numbers to 12 decimals. */
static char *
get_remembered (const Case *data, const YlCell *cell)
{
  const char *text = yl_workbook_get_text (data->book, cell->value);
  YlFixed number;
  char digits[YL_FIXED_TEXT_SIZE];
  if (cell->content != YL_CONTENT_NUMBER || !yl_fixed_parse (yl_text_of (text), &number))
    return g_strdup (text);
  yl_fixed_write (number, digits);
  return g_strdup (digits);
}

static char *
get_computed (const Case *data, const char *sheet, const YlCell *cell)
{
  YlCellValue value;
  char digits[YL_FIXED_TEXT_SIZE];
  yl_recalculation_get (data->recalculation, sheet, cell->row, cell->column, &value);
  if (value.kind == YL_VALUE_UNKNOWN)
    return g_strdup ("?");
  if (value.kind == YL_VALUE_TEXT || value.kind == YL_VALUE_ERROR)
    return g_strdup (value.text);
  yl_fixed_write (value.number, digits);
  return g_strdup (digits);
}

static guint
count_different (const Case *data, guint *out_n)
{
  guint n_different = 0;
  for (guint i = 0; i < data->book->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (data->book->sheets, i);
      for (guint k = 0; k < sheet->cells->len; k++)
        {
          const YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
          if (cell->formula == 0)
            continue;
          g_autofree char *remembered = get_remembered (data, cell);
          g_autofree char *computed = get_computed (data, sheet->name, cell);
          (*out_n)++;
          if (strcmp (remembered, computed) == 0)
            continue;
          if (n_different++ < 10)
            print_message ("# %s row %u column %u: %s, computed %s from %s\n", sheet->name,
                           cell->row, cell->column, remembered, computed,
                           yl_workbook_get_text (data->book, cell->formula));
        }
    }
  return n_different;
}

static void
assert_all_follow (const Case *data)
{
  guint n = 0;
  const guint n_different = count_different (data, &n);
  print_message ("# %u formulas computed\n", n);
  assert_true (n > 1000);
  assert_number_equal (n_different, 0);
}

static void
every_formula_of_the_example_comes_to_what_is_remembered (void **state)
{
  assert_all_follow (*state);
}

static void
declared_shares_bridges_and_last_year_come_to_what_is_remembered (void **state)
{
  assert_all_follow (*state);
}

static void
stacked_levels_come_to_what_is_remembered (void **state)
{
  assert_all_follow (*state);
}

static void
the_gap_that_grants_leave_comes_to_what_is_remembered (void **state)
{
  assert_all_follow (*state);
}

int
main (void)
{
#define SENTENCE(make, name) cmocka_unit_test_setup_teardown (name, make, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (make_example, every_formula_of_the_example_comes_to_what_is_remembered),
    SENTENCE (make_by_share, declared_shares_bridges_and_last_year_come_to_what_is_remembered),
    SENTENCE (make_by_stack, stacked_levels_come_to_what_is_remembered),
    SENTENCE (make_by_grants, the_gap_that_grants_leave_comes_to_what_is_remembered),
  };
  return cmocka_run_group_tests_name ("worked-out", tests, NULL, NULL);
}
