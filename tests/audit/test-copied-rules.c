#include "support/assert.h"

#include "yanglu/audit/budget/copied-rules.h"

#include <string.h>

#define NONE YL_COPIED_NO_LENGTH
#define MAX_ROWS 5

typedef struct
{
  gint64 fen;
  gint64 length_m;
} Row;

/* Rows that stand on the lines 2, 3, …; three of them are asked for, and multiples of 100 yuan are
 * round. */
typedef struct
{
  const char *what;
  Row rows[MAX_ROWS];
  guint n_expected;
  guint32 row;
} Case;

static const Case cases[] = {
  { "three rows of different lengths with the same odd amount",
    { { 1234567, 1000 }, { 1234567, 2000 }, { 1234567, 3000 } },
    1,
    3 },
  { "two rows are chance", { { 1234567, 1000 }, { 1234567, 2000 }, { 555, 3000 } }, 0, 0 },
  { "rows of the same length come to the same amount",
    { { 1234567, 1000 }, { 1234567, 1000 }, { 1234567, 1000 }, { 1234567, 1000 } },
    0,
    0 },
  { "two lengths are still chance",
    { { 1234567, 1000 }, { 1234567, 1000 }, { 1234567, 2000 }, { 1234567, 2000 } },
    0,
    0 },
  { "rows without a length explain nothing",
    { { 1234567, NONE }, { 1234567, NONE }, { 1234567, NONE } },
    1,
    3 },
  { "a round amount is often the same", { { 20000, 1 }, { 20000, 2 }, { 20000, 3 } }, 0, 0 },
  { "a fen beside the round amount is odd", { { 20001, 1 }, { 20001, 2 }, { 20001, 3 } }, 1, 3 },
  { "nothing three times", { { 0, 1 }, { 0, 2 }, { 0, 3 } }, 0, 0 },
  { "five rows are one finding",
    { { 777, 1 }, { 777, 2 }, { 777, 3 }, { 777, 4 }, { 777, 5 } },
    1,
    3 },
};

static YlFindings *
check (const Row *rows, gint64 n_rows)
{
  YlFindings *findings = yl_findings_new ();
  YlCopiedFigure figures[MAX_ROWS];
  gsize n_figures = 0;
  for (; n_figures < MAX_ROWS && (rows[n_figures].fen != 0 || rows[n_figures].length_m != 0);
       n_figures++)
    figures[n_figures] = (YlCopiedFigure){ .place = { .row = (guint32) n_figures + 2 },
                                           .amount = { rows[n_figures].fen },
                                           .length_m = rows[n_figures].length_m };
  yl_figures_check_copied (figures, n_figures, n_rows, (YlMoney){ 10000 }, findings);
  return findings;
}

static void
odd_amounts_that_repeat_are_told_once (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlFindings) findings = check (cases[i].rows, 3);
      const gsize n_found = yl_findings_get_n (findings);
      if (n_found != cases[i].n_expected
          || (n_found > 0 && yl_findings_get (findings, 0)->row != cases[i].row))
        fail_msg ("%s", cases[i].what);
    }
}

static void
how_many_rows_it_takes_is_the_caller_s (void **state)
{
  (void) state;
  const Row rows[MAX_ROWS] = { { 777, 1 }, { 777, 2 } };
  g_autoptr (YlFindings) two = check (rows, 2);
  assert_number_equal (yl_findings_get_n (two), 1);
  g_autoptr (YlFindings) three = check (rows, 3);
  assert_number_equal (yl_findings_get_n (three), 0);
}

static void
the_amount_is_at_stake_and_the_rows_are_named (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = check (cases[0].rows, 3);
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_int_equal (finding->code, YL_C06);
  assert_number_equal (finding->at_stake.fen, 1234567);
  assert_non_null (strstr (finding->message, "第 2 行、第 3 行、第 4 行"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (odd_amounts_that_repeat_are_told_once),
    cmocka_unit_test (how_many_rows_it_takes_is_the_caller_s),
    cmocka_unit_test (the_amount_is_at_stake_and_the_rows_are_named),
  };
  return cmocka_run_group_tests_name ("copied rules", tests, NULL, NULL);
}
