/*
 * A third engine, our own: whatever a budget's workbook remembers is forgotten and computed anew
 * from its formulas, and must come to the same values in every cell.
 */
#include "engines/county-files.h"
#include "engines/worked-out.h"
#include "support/assert.h"
#include "support/run.h"

#define BOOK "预算.xlsx"
#define EXAMPLES "templates/examples/示例-东昌府区-"

typedef struct
{
  YlRun *run;
  WorkedOut *worked_out;
} Case;

static void
load (Case *data)
{
  if (data->run->status != 0 && data->run->status != 1)
    fail_msg ("the budget was not made: %s", data->run->err);
  g_autofree char *path = g_build_filename (data->run->folder, BOOK, NULL);
  data->worked_out = worked_out_load (path);
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
  g_clear_pointer (&data->worked_out, worked_out_free);
  yl_run_free (data->run);
  g_free (data);
  return 0;
}

static void
assert_all_follow (const Case *data)
{
  guint n = 0;
  const guint n_different = worked_out_count_different (data->worked_out, &n);
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
