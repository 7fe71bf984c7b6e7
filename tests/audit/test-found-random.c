#include "audit/found-case.h"
#include "support/assert.h"
#include "support/findings-list.h"
#include "support/random-county.h"

#include <string.h>

#define N_CASES 400
#define MAX_ROWS 12
#define N_MADE_CLASSES 3

static const gint64 rates[N_MADE_CLASSES] = { 10000, 5000, 3000 };

/* A table by township that somebody made right, and the one thing that is then changed. */
typedef struct
{
  guint n_rows;
  gint64 length_m[MAX_ROWS + 1][N_MADE_CLASSES]; /* the last row is the total */
  gint64 amount_fen[MAX_ROWS + 1][N_MADE_CLASSES + 1];
  gboolean is_wan; /* amounts in 万元 to the fen */
} Made;

static void
make (Made *made, GRand *chance)
{
  *made = (Made){ .n_rows = (guint) g_rand_int_range (chance, 2, MAX_ROWS + 1),
                  .is_wan = g_rand_boolean (chance) };
  for (guint row = 0; row < made->n_rows; row++)
    for (guint i = 0; i < N_MADE_CLASSES; i++)
      {
        made->length_m[row][i] = g_rand_int_range (chance, 1001, 99999);
        /* metres × yuan per km ÷ 1000 × 100 */
        made->amount_fen[row][i] = made->length_m[row][i] * rates[i] / 10;
        made->amount_fen[row][N_MADE_CLASSES] += made->amount_fen[row][i];
      }
  for (guint row = 0; row < made->n_rows; row++)
    for (guint i = 0; i <= N_MADE_CLASSES; i++)
      {
        if (i < N_MADE_CLASSES)
          made->length_m[made->n_rows][i] += made->length_m[row][i];
        made->amount_fen[made->n_rows][i] += made->amount_fen[row][i];
      }
}

/* (transfer full): the table as text. */
static char *
write_rows (const Made *made)
{
  GString *text = g_string_new ("乡镇|县道里程（公里）|乡道里程（公里）|村道里程（公里）");
  const char *unit = made->is_wan ? "万元" : "元";
  g_string_append_printf (text, "|县道金额（%s）|乡道金额（%s）|村道金额（%s）|金额合计（%s）\n",
                          unit, unit, unit, unit);
  for (guint row = 0; row <= made->n_rows; row++)
    {
      g_string_append_printf (text, row < made->n_rows ? "乡镇%u" : "合计", row + 1);
      for (guint i = 0; i < N_MADE_CLASSES; i++)
        {
          g_autofree char *km = yl_length_to_km ((YlLength){ made->length_m[row][i] });
          g_string_append_printf (text, "|%s", km);
        }
      for (guint i = 0; i <= N_MADE_CLASSES; i++)
        {
          g_autofree char *amount =
              yl_decimal_format (made->amount_fen[row][i], made->is_wan ? 6 : 2, FALSE);
          g_string_append_printf (text, "|%s", amount);
        }
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
assert_steps_add_up (const YlAudit *audit)
{
  gint64 sum = audit->stated_fen;
  for (guint i = 0; i < audit->steps->len; i++)
    sum += g_array_index (audit->steps, YlDifferenceStep, i).amount_fen;
  assert_true (audit->has_stated && audit->has_expected);
  assert_fen_equal (sum, audit->expected_fen);
}

static YlFoundCase *
check (const Made *made)
{
  g_autofree char *rows = write_rows (made);
  YlFoundCase *c = yl_found_case_new (rows);
  yl_found_case_run (c);
  assert_steps_add_up (c->audit);
  return c;
}

static void
a_sound_table_gives_no_finding (void **state)
{
  (void) state;
  g_autoptr (GRand) chance = g_rand_new_with_seed (yl_test_seed ());
  for (guint i = 0; i < N_CASES; i++)
    {
      Made made;
      make (&made, chance);
      g_autoptr (YlFoundCase) c = check (&made);
      g_autofree char *found = yl_found_case_list (c);
      assert_string_equal (found, "");
      assert_fen_equal (c->audit->stated_fen, made.amount_fen[made.n_rows][N_MADE_CLASSES]);
    }
}

static void
assert_only (const YlFoundCase *c, guint row, guint column, gint64 stake_fen)
{
  const YlFindings *findings = c->audit->findings;
  g_autofree char *found = yl_found_case_list (c);
  g_autofree char *cell = g_strdup_printf ("%c%u", (char) ('A' + column), row + 2);
  if (yl_findings_get_n (findings) != 1 || strcmp (yl_findings_get (findings, 0)->cell, cell) != 0)
    fail_msg ("wanted %s, found %s", cell, found);
  assert_fen_equal (yl_findings_get (findings, 0)->at_stake.fen, stake_fen);
}

static void
one_changed_amount_is_found_in_its_cell_with_its_yuan (void **state)
{
  (void) state;
  g_autoptr (GRand) chance = g_rand_new_with_seed (yl_test_seed ());
  for (guint i = 0; i < N_CASES; i++)
    {
      Made made;
      make (&made, chance);
      const guint row = (guint) g_rand_int_range (chance, 0, (gint32) made.n_rows + 1);
      const guint column = (guint) g_rand_int_range (chance, 0, N_MADE_CLASSES + 1);
      /* More than the 尾差 that a sum of so many fen may have. */
      const gint64 change =
          g_rand_int_range (chance, 100, 90000000) * (g_rand_boolean (chance) ? 1 : -1);
      const gint64 expected = made.amount_fen[made.n_rows][N_MADE_CLASSES];
      made.amount_fen[row][column] += change;
      g_autoptr (YlFoundCase) c = check (&made);
      assert_only (c, row, 4 + column, change);
      assert_fen_equal (c->audit->expected_fen, expected);
    }
}

static void
one_changed_amount_that_its_sums_follow_is_found_once (void **state)
{
  (void) state;
  g_autoptr (GRand) chance = g_rand_new_with_seed (yl_test_seed ());
  for (guint i = 0; i < N_CASES; i++)
    {
      Made made;
      make (&made, chance);
      const guint row = (guint) g_rand_int_range (chance, 0, (gint32) made.n_rows);
      const guint column = (guint) g_rand_int_range (chance, 0, N_MADE_CLASSES);
      const gint64 change = g_rand_int_range (chance, 100, 90000000);
      made.amount_fen[row][column] += change;
      made.amount_fen[row][N_MADE_CLASSES] += change;
      made.amount_fen[made.n_rows][column] += change;
      made.amount_fen[made.n_rows][N_MADE_CLASSES] += change;
      g_autoptr (YlFoundCase) c = check (&made);
      assert_only (c, row, 4 + column, change);
    }
}

static void
one_length_in_metres_is_found_and_costs_nothing (void **state)
{
  (void) state;
  g_autoptr (GRand) chance = g_rand_new_with_seed (yl_test_seed ());
  for (guint i = 0; i < N_CASES; i++)
    {
      Made made;
      make (&made, chance);
      const guint row = (guint) g_rand_int_range (chance, 0, (gint32) made.n_rows);
      const guint column = (guint) g_rand_int_range (chance, 0, N_MADE_CLASSES);
      made.length_m[row][column] *= 1000;
      g_autoptr (YlFoundCase) c = check (&made);
      assert_only (c, row, 1 + column, 0);
    }
}

static void
whatever_is_changed_the_steps_add_up (void **state)
{
  (void) state;
  g_autoptr (GRand) chance = g_rand_new_with_seed (yl_test_seed ());
  for (guint i = 0; i < N_CASES; i++)
    {
      Made made;
      make (&made, chance);
      for (guint k = 0; k < 6; k++)
        {
          const guint row = (guint) g_rand_int_range (chance, 0, (gint32) made.n_rows + 1);
          const guint column = (guint) g_rand_int_range (chance, 0, N_MADE_CLASSES);
          made.amount_fen[row][column] += g_rand_int_range (chance, -50000, 50000);
          made.length_m[row][column] += g_rand_int_range (chance, -900, 900);
        }
      g_autoptr (YlFoundCase) c = check (&made);
      assert_number_equal (c->audit->population->len, made.n_rows);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_sound_table_gives_no_finding),
    cmocka_unit_test (one_changed_amount_is_found_in_its_cell_with_its_yuan),
    cmocka_unit_test (one_changed_amount_that_its_sums_follow_is_found_once),
    cmocka_unit_test (one_length_in_metres_is_found_and_costs_nothing),
    cmocka_unit_test (whatever_is_changed_the_steps_add_up),
  };
  return cmocka_run_group_tests_name ("random found budgets", tests, NULL, NULL);
}
