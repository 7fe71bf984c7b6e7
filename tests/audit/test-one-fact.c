#include "support/assert.h"

#include "yanglu/audit/one-fact.h"

#include <string.h>

/* A row of a table leaves out what is blank. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define UNPRICED (-1)
#define MAX_FINDINGS 4

/* One finding: where it stands, and the fen at stake. */
typedef struct
{
  YlCode code;
  guint32 row;
  const char *cell;
  gint64 fen; /* UNPRICED: nobody can say */
  const char *sheet;
  const char *gainer;
  const char *column;
} Found;

/* What is found, and the codes that stay, in their order. */
typedef struct
{
  const char *what;
  Found found[MAX_FINDINGS];
  const char *stays;
} Case;

static void
add (YlFindings *findings, const Found *found)
{
  yl_findings_add (findings, &(YlFinding){
                                 .code = found->code,
                                 .severity = yl_code_get_severity (found->code),
                                 .file = "预算.xlsx",
                                 .sheet = found->sheet == NULL ? "汇总" : found->sheet,
                                 .row = found->row,
                                 .cell = found->cell,
                                 .column = found->column,
                                 .gainer = found->gainer,
                                 .message = yl_code_get_title (found->code),
                                 .at_stake = { MAX (found->fen, 0) },
                                 .is_priced = found->fen != UNPRICED,
                             });
}

static YlFindings *
unite (const Found *found, guint n_found)
{
  g_autoptr (YlFindings) findings = yl_findings_new ();
  for (guint i = 0; i < n_found; i++)
    add (findings, &found[i]);
  return yl_findings_unite (findings);
}

static char *
list_codes (const YlFindings *findings)
{
  g_autoptr (GString) codes = g_string_new (NULL);
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    g_string_append_printf (codes, "%s%s", i == 0 ? "" : " ",
                            yl_code_get_name (yl_findings_get (findings, i)->code));
  return g_string_free (g_steal_pointer (&codes), FALSE);
}

#define AT_D7(code_, fen_)                                                                         \
  {                                                                                                \
    .code = YL_##code_, .cell = "D7", .fen = fen_                                                  \
  }
#define ROW(code_, row_, fen_)                                                                     \
  {                                                                                                \
    .code = YL_##code_, .row = row_, .fen = fen_                                                   \
  }

static const Case cases[] = {
  { "nothing is found", { { 0 } }, "" },
  { "a wrong unit is no low rate", { AT_D7 (B01, 5), AT_D7 (C03, 900) }, "C03" },
  { "a wrong unit is no wrong sum", { AT_D7 (C03, 900), AT_D7 (C01, 900) }, "C03" },
  { "a wrong unit at another cell is another fact",
    { { .code = YL_C03, .cell = "D8", .fen = 900 }, AT_D7 (B01, 5) },
    "C03 B01" },
  { "the same cell of another sheet is another fact",
    { { .code = YL_C03, .cell = "D7", .fen = 900, .sheet = "明细" }, AT_D7 (B01, 5) },
    "C03 B01" },
  { "a constant over a formula is no wrong sum", { AT_D7 (C01, 7), AT_D7 (C09, 7) }, "C09" },
  { "a rate off the policy is no low rate", { AT_D7 (C10, 3), AT_D7 (B01, 4) }, "C10" },
  { "a chain ends at its strongest",
    { AT_D7 (B01, 1), AT_D7 (C10, 2), AT_D7 (C03, 3), AT_D7 (C01, 4) },
    "C03" },
  { "a cell is known by its letters, however its column is called",
    { { .code = YL_C10, .cell = "D7", .column = "标准", .fen = 1 },
      { .code = YL_B01, .cell = "$D$7", .row = 7, .fen = 2 } },
    "C10" },
  { "a row listed twice overlaps itself", { ROW (A02, 9, 5), ROW (A01, 9, 8) }, "A01" },
  { "an overlap of the next row is another fact",
    { ROW (A02, 10, 5), ROW (A01, 9, 8) },
    "A02 A01" },
  { "a marked row that is paid is that, whatever it repeats",
    { ROW (A01, 9, 8), ROW (A02, 9, 5), ROW (A05, 9, 8) },
    "A05" },
  { "a percentage of a row whose sum is wrong follows from that",
    { { .code = YL_C02, .cell = "F7", .fen = 0 }, AT_D7 (C01, 7) },
    "C01" },
  { "money idle for years was not passed on in days", { ROW (D01, 4, 5), ROW (D06, 4, 5) }, "D06" },
  { "what cannot be decoded has no class and no length",
    { ROW (E02, 3, UNPRICED), ROW (E03, 3, UNPRICED), ROW (E04, 3, UNPRICED) },
    "E04" },
  { "a malformed length is no missing length",
    { ROW (C04, 3, UNPRICED), ROW (E03, 3, UNPRICED) },
    "C04" },
  { "a wrong land base makes the wrong amount due",
    { { .code = YL_B04, .fen = 9, .gainer = "县" },
      { .code = YL_B05, .fen = UNPRICED, .gainer = "县" } },
    "B05" },
  { "the land base of the city says nothing of the county's",
    { { .code = YL_B04, .fen = 9, .gainer = "县" },
      { .code = YL_B05, .fen = UNPRICED, .gainer = "市" } },
    "B04 B05" },
  { "the engineering money set off is what is missing",
    { { .code = YL_B02, .fen = 700, .sheet = "资金来源" }, AT_D7 (B03, 700) },
    "B03" },
  { "engineering money and another amount missing are two facts",
    { { .code = YL_B02, .fen = 701, .sheet = "资金来源" }, AT_D7 (B03, 700) },
    "B02 B03" },
  { "two facts without yuan in one file are not the same",
    { { .code = YL_B02, .fen = 0 }, { .code = YL_B03, .fen = 0 } },
    "B02 B03" },
  { "one cell with one amount is one fact; the graver stays",
    { AT_D7 (C11, 7), AT_D7 (C08, 7) },
    "C08" },
  { "of two equally grave the earlier in the rule book stays",
    { AT_D7 (C05, 7), AT_D7 (B06, 7) },
    "B06" },
  { "one cell with two amounts is two facts", { AT_D7 (C11, 7), AT_D7 (C08, 8) }, "C11 C08" },
  { "one cell without an amount may be two facts", { AT_D7 (C11, 0), AT_D7 (C08, 0) }, "C11 C08" },
  { "rules of one row that have nothing to do with each other both stay",
    { ROW (A03, 9, 5), ROW (A06, 9, 5) },
    "A03 A06" },
  { "a rule that was asked twice is told once", { ROW (A03, 9, 5), ROW (A03, 9, 5) }, "A03" },
  { "the same rule in two rows is told twice", { ROW (A03, 9, 5), ROW (A03, 10, 5) }, "A03 A03" },
  { "the same rule with two amounts is told twice",
    { ROW (A03, 9, 5), ROW (A03, 9, 6) },
    "A03 A03" },
};

static gboolean
is_there (const Found *found)
{
  return found->code != YL_A01 || found->row != 0 || found->cell != NULL || found->fen != 0;
}

static void
assert_stays (const Case *own)
{
  guint n_found = 0;
  while (n_found < MAX_FINDINGS && is_there (&own->found[n_found]))
    n_found++;
  g_autoptr (YlFindings) out = unite (own->found, n_found);
  g_autofree char *stays = list_codes (out);
  if (strcmp (stays, own->stays) != 0)
    fail_msg ("%s: %s stays instead of %s", own->what, stays, own->stays);
}

static void
one_fact_is_told_once (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_stays (&cases[i]);
}

static void
the_one_that_stays_names_the_others_and_takes_what_it_lacks (void **state)
{
  (void) state;
  const Found found[] = { { .code = YL_B05, .fen = UNPRICED, .gainer = "县" },
                          { .code = YL_B04, .fen = 900, .gainer = "县" } };
  g_autoptr (YlFindings) out = unite (found, 2);
  const YlFinding *stays = yl_findings_get (out, 0);
  assert_int_equal (stays->severity, YL_SEVERITY_ERROR);
  assert_true (stays->is_priced);
  assert_number_equal (stays->at_stake.fen, 900);
  assert_string_equal (stays->message, "土地出让收益口径不符或成本大于收入。同一事实还触及 "
                                       "B04（土地出让收益计提比例越界或列支不足）。");
}

static void
its_own_yuan_are_kept (void **state)
{
  (void) state;
  const Found found[] = { AT_D7 (B01, 5), AT_D7 (C10, 7) };
  g_autoptr (YlFindings) out = unite (found, 2);
  assert_number_equal (yl_findings_get (out, 0)->at_stake.fen, 7);
}

static void
what_was_asked_twice_is_not_named_beside_itself (void **state)
{
  (void) state;
  const Found found[] = { ROW (A03, 9, 5), ROW (A03, 9, 5) };
  g_autoptr (YlFindings) out = unite (found, 2);
  assert_string_equal (yl_findings_get (out, 0)->message, "里程与起止桩号之差不符。");
}

/* So the table of precedence has no circle, and the order of finding changes nothing. */
static void
any_two_of_one_cell_and_one_amount_come_to_the_same_one_in_either_order (void **state)
{
  (void) state;
  for (guint a = 0; a < YL_N_CODES; a++)
    for (guint b = 0; b < YL_N_CODES; b++)
      {
        const Found forth[] = { { .code = (YlCode) a, .cell = "B2", .fen = 5 },
                                { .code = (YlCode) b, .cell = "B2", .fen = 5 } };
        const Found back[] = { forth[1], forth[0] };
        g_autoptr (YlFindings) one = unite (forth, 2);
        g_autoptr (YlFindings) other = unite (back, 2);
        g_autofree char *first = list_codes (one);
        g_autofree char *second = list_codes (other);
        assert_number_equal (yl_findings_get_n (one), 1);
        assert_string_equal (first, second);
      }
}

static void
any_three_of_one_cell_and_one_amount_come_to_one (void **state)
{
  (void) state;
  for (guint a = 0; a < YL_N_CODES; a++)
    for (guint b = 0; b < YL_N_CODES; b++)
      for (guint c = 0; c < YL_N_CODES; c += 3)
        {
          const Found found[] = { { .code = (YlCode) a, .cell = "B2", .fen = 5 },
                                  { .code = (YlCode) b, .cell = "B2", .fen = 5 },
                                  { .code = (YlCode) c, .cell = "B2", .fen = 5 } };
          g_autoptr (YlFindings) out = unite (found, 3);
          assert_number_equal (yl_findings_get_n (out), 1);
        }
}

static void
what_was_only_counted_stays_counted (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new_counting (1);
  for (guint32 row = 2; row < 5; row++)
    add (findings, &(Found) ROW (A03, row, 5));
  g_autoptr (YlFindings) out = yl_findings_unite (findings);
  assert_number_equal (yl_findings_get_n (out), 1);
  assert_number_equal (yl_findings_get_n_of_code (out, YL_A03), 3);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (one_fact_is_told_once),
    cmocka_unit_test (the_one_that_stays_names_the_others_and_takes_what_it_lacks),
    cmocka_unit_test (its_own_yuan_are_kept),
    cmocka_unit_test (what_was_asked_twice_is_not_named_beside_itself),
    cmocka_unit_test (any_two_of_one_cell_and_one_amount_come_to_the_same_one_in_either_order),
    cmocka_unit_test (any_three_of_one_cell_and_one_amount_come_to_one),
    cmocka_unit_test (what_was_only_counted_stays_counted),
  };
  return cmocka_run_group_tests_name ("one fact", tests, NULL, NULL);
}
