/* What a row that could not be read makes of the links of two lists. */
#include "audit/year-case.h"
#include "yanglu/domain/intake.h"

#define X "X001371502"
#define Y "Y001371502"

/* A row of the new list that was left out. */
static YlIntake *
leave_out (const char *code, const char *previous_code, const char *name)
{
  YlIntake *intake = yl_intake_new ();
  YlIntakeTable *table = yl_intake_add_table (intake, "本年.csv", "", "", 2);
  const YlRoadRow row = { .route_code = yl_text_of (code),
                          .previous_code = yl_text_of (previous_code),
                          .route_name = yl_text_of (name) };
  table->n_left_out++;
  yl_intake_add_left_out (intake, table, 9, &row);
  return intake;
}

/* Last year has 5 km of 乙, by @code; this year's list has no such road. */
static void
put_dropped (YearCase *years, const char *code)
{
  add_road (year_case_get (years, 0), .code = code, .name = "乙", .row = 2,
            .road_class = YL_CLASS_TOWNSHIP, .m = 5000);
  year_case_make (years);
}

/* Returns: what became of last year's only road. @out_n: rows of the new list that name no route */
static YlLinkKind
note (YearCase *years, const YlIntake *old_intake, const YlIntake *new_intake, guint64 *out_n)
{
  guint64 n[YL_N_SIDES] = { 0 };
  yl_road_links_note_unread_sides (
      years->links, (const YlIntake *const[]){ old_intake, new_intake },
      (const YlInventory *const[]){
          yl_test_county_get_budget (year_case_get (years, 0))->inventory,
          yl_test_county_get_budget (year_case_get (years, 1))->inventory },
      n);
  *out_n = n[YL_NEW];
  assert_number_equal (years->links->links->len, 1);
  return (YlLinkKind) g_array_index (years->links->links, YlRoadLink, 0).kind;
}

static void
a_road_whose_row_could_not_be_read_has_not_gone (void **state)
{
  YearCase *years = *state;
  guint64 n = 9;
  put_dropped (years, Y);
  g_autoptr (YlIntake) intake = leave_out (Y, "", "");
  assert_number_equal (note (years, NULL, NULL, &n), YL_LINK_DROPPED);
  assert_number_equal (note (years, NULL, intake, &n), YL_LINK_UNREAD);
  assert_number_equal (n, 0);
}

static void
a_row_is_of_the_route_that_it_had_before (void **state)
{
  guint64 n = 9;
  put_dropped (*state, Y);
  g_autoptr (YlIntake) intake = leave_out (X, Y, "");
  assert_number_equal (note (*state, NULL, intake, &n), YL_LINK_UNREAD);
}

static void
a_row_without_a_code_is_known_by_its_name (void **state)
{
  guint64 n = 9;
  put_dropped (*state, Y);
  g_autoptr (YlIntake) other = leave_out ("", "", "丙");
  assert_number_equal (note (*state, NULL, other, &n), YL_LINK_DROPPED);
  assert_number_equal (n, 0);
  g_autoptr (YlIntake) intake = leave_out ("", "", "乙");
  assert_number_equal (note (*state, NULL, intake, &n), YL_LINK_UNREAD);
}

/* Nobody knows which road it is: it is counted. */
static void
a_row_that_names_no_route_is_counted (void **state)
{
  guint64 n = 9;
  put_dropped (*state, Y);
  g_autoptr (YlIntake) intake = leave_out ("", "", "");
  assert_number_equal (note (*state, NULL, intake, &n), YL_LINK_DROPPED);
  assert_number_equal (n, 1);
}

static void
a_row_of_another_route_leaves_it_gone (void **state)
{
  guint64 n = 9;
  put_dropped (*state, Y);
  g_autoptr (YlIntake) intake = leave_out (X, "", "乙");
  assert_number_equal (note (*state, NULL, intake, &n), YL_LINK_DROPPED);
}

/* What the old list could not read says nothing of roads that the new one lacks. */
static void
a_row_of_the_same_list_says_nothing (void **state)
{
  guint64 n = 9;
  put_dropped (*state, Y);
  g_autoptr (YlIntake) intake = leave_out (Y, "", "");
  assert_number_equal (note (*state, intake, NULL, &n), YL_LINK_DROPPED);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_years (a_road_whose_row_could_not_be_read_has_not_gone),
    test_with_years (a_row_is_of_the_route_that_it_had_before),
    test_with_years (a_row_without_a_code_is_known_by_its_name),
    test_with_years (a_row_that_names_no_route_is_counted),
    test_with_years (a_row_of_another_route_leaves_it_gone),
    test_with_years (a_row_of_the_same_list_says_nothing),
  };
  return cmocka_run_group_tests_name ("unread-rows", tests, NULL, NULL);
}
