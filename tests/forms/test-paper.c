/* A page is as large as its columns need, so that 10 points are printed as 9 or more. */
#include "yanglu/forms/paper.h"

#include "book-case.h"

#define N 10

/* Ten columns: nine of @width, the last of @last. */
static YlSheetForm
make_form (YlColumnForm columns[N], double width, double last)
{
  for (guint i = 0; i < N; i++)
    columns[i] = (YlColumnForm){ "里程", NULL, i + 1 < N ? width : last };
  return (YlSheetForm){
    .name = "甲表", .columns = columns, .n_columns = N, .n_frozen = 1, .folds = TRUE
  };
}

/* A landscape A4 page has 271.6 mm, which are 1,026 dots of 96 an inch, between its margins; at 91 % it
 * shows 1,127 of them: 132.96 digits of 8.48 dots. A column has 0.71 beside its digits. */
static void
a_sheet_that_a4_holds_at_nine_points_stays_on_a4 (void **state)
{
  (void) state;
  YlColumnForm columns[N];
  YlSheetForm fits = make_form (columns, 12.5, 13.3); /* 125.8 + 7.1 = 132.9 */
  fits.is_a3 = TRUE;
  assert_int_equal (yl_paper_choose (&fits), N);
  assert_false (fits.is_a3);
  YlSheetForm wider = make_form (columns, 12.5, 13.4); /* 133.0 */
  assert_int_equal (yl_paper_choose (&wider), N);
  assert_true (wider.is_a3);
}

/* 184.6 mm: 90.3 digits. */
static void
upright_it_holds_less (void **state)
{
  (void) state;
  YlColumnForm columns[N];
  YlSheetForm fits = make_form (columns, 8, 11.1); /* 83.1 + 7.1 = 90.2 */
  fits.is_portrait = TRUE;
  assert_int_equal (yl_paper_choose (&fits), N);
  assert_false (fits.is_a3);
  YlSheetForm wider = make_form (columns, 8, 11.3);
  wider.is_portrait = TRUE;
  assert_int_equal (yl_paper_choose (&wider), N);
  assert_true (wider.is_a3);
}

/* 394.6 mm: 193.2 digits. Nine columns of 18.71 and one of 24.71 take 193.1; where they take more, six
 * and the first with other four are as even as two pages can be. */
static void
what_a3_does_not_hold_either_is_folded (void **state)
{
  (void) state;
  YlColumnForm columns[N];
  YlSheetForm fits = make_form (columns, 18, 24);
  assert_int_equal (yl_paper_choose (&fits), N);
  assert_true (fits.is_a3);
  YlSheetForm wider = make_form (columns, 18, 24.2);
  assert_int_equal (yl_paper_choose (&wider), 6);
  YlSheetForm never = make_form (columns, 18, 24.2);
  never.folds = FALSE;
  assert_int_equal (yl_paper_choose (&never), N);
}

/* What is above and below the rows stands on the first page, beside the columns of both. */
static void
the_first_of_two_pages_has_room_for_three_texts (void **state)
{
  (void) state;
  YlColumnForm columns[N];
  YlSheetForm wide = make_form (columns, 5, 200);
  wide.n_frozen = 7;
  assert_int_equal (yl_paper_choose (&wide), N);
}

typedef struct
{
  guint n_sheets;
  guint n_two;
} Seen;

static gpointer
see_sheet (gpointer self, const YlSheetForm *form)
{
  Seen *seen = self;
  YlSheetForm again = *form;
  seen->n_sheets++;
  if (form->is_bare || form->is_plain)
    return seen;
  const gboolean is_on_two = yl_paper_choose (&again) < form->n_columns;
  seen->n_two += is_on_two ? 1 : 0;
  if (!is_on_two && yl_paper_get_width (form) > yl_paper_get_room (form->is_a3, form->is_portrait))
    fail_msg ("%s: %g is wider than a page", form->name, yl_paper_get_width (form));
  return seen;
}

static void
see_cell (gpointer self, gpointer sheet, const YlFormCell *cell)
{
  (void) self;
  (void) sheet;
  (void) cell;
}

static void
every_sheet_of_a_budget_has_room_on_its_pages (void **state)
{
  BookCase *it = *state;
  Seen seen = { 0 };
  const YlCellSink sink = { .self = &seen, .begin_sheet = see_sheet, .put = see_cell };
  yl_test_write_book (yl_test_county_get_budget (it->county), NULL, 0, &sink);
  assert_true (seen.n_sheets > 15);
  /* 里程明细 of a list that tells everything, and 问题清单. */
  assert_true (seen.n_two <= 2);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_sheet_that_a4_holds_at_nine_points_stays_on_a4),
    cmocka_unit_test (upright_it_holds_less),
    cmocka_unit_test (what_a3_does_not_hold_either_is_folded),
    cmocka_unit_test (the_first_of_two_pages_has_room_for_three_texts),
    with_county (every_sheet_of_a_budget_has_room_on_its_pages),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
