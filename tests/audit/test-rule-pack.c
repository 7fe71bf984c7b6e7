/* Every code of the rule book has a hit, a near miss and an edge somewhere in the tests. */
#include "support/assert.h"

#include "yanglu/domain/code.h"

#include <string.h>

/* Where a rule is tested, and the sentences there that say so. */
typedef struct
{
  YlCode code;
  const char *file; /* under tests */
  const char *hit;
  const char *near_miss;
  const char *edge;
} Case;

#define ROUTES "audit/test-route-rules.c"
#define LIST "audit/test-list-rules.c"
#define BUDGET "audit/test-budget-rules.c"
#define FUNDING "audit/test-funding-rules.c"
#define STATED "audit/test-found-money-rules.c"
#define FIGURES "audit/test-figure-rules.c"
#define CELLS "io/test-import-road-cells.c"
#define WORDS "io/test-import-road-words.c"
#define PLACES "io/test-import-road-places.c"
#define ROADS "io/test-import-roads.c"

static const Case cases[] = {
  { YL_A01, ROUTES, "same stakes", "another route", "end one metre on" },
  { YL_A02, ROUTES, "\"100 m\"", "they touch", "\"one metre\", YL_A02" },
  { YL_A03, LIST, "45 m long", "a declared break", "one metre short" },
  { YL_A04, ROUTES, "\"one metre\", YL_A04", "a duplicate fills it", "\"none\", YL_A04" },
  { YL_A05, STATED, "the counted and the marked kilometres", "a township without marked kilometres",
    "a metre beside them is another mistake" },
  { YL_A06, LIST, "X as village road", "J is X", "C as county road" },
  { YL_A07, LIST, "division code", "both own", "too short to hold a county" },
  { YL_A08, LIST, "\"urban\"", "a class road", "a dead end\", YL_A08" },
  { YL_A09, LIST, "a dead end maintained", "columns are not there", "as maintained as counted" },
  { YL_A10, "audit/test-year-rules.c", "1 m above 10%", "rebuilt in between", "\"10%\"" },
  { YL_A11, "audit/test-year-rules.c", "two rows come from the same stretch", "side by side",
    "one metre of it" },
  { YL_A12, "audit/test-name-rules.c", "another code for the same stretch",
    "the same name elsewhere", "end one metre on" },
  { YL_B01, BUDGET, "a rate 2000 yuan below the base", "no base", "a rate 1 yuan below the base" },
  { YL_B02, BUDGET, "donations stand beside", "no sources at all", "funded one yuan short" },
  { YL_B03, FUNDING, "the engineering grants are netted", "no engineering grants: nothing to net",
    "a fen beside it is another mistake" },
  { YL_B04, BUDGET, "land share of 4%", "a payer that the policy does not name",
    "land share just below 2%" },
  { YL_B05, BUDGET, "costs above income", "costs equal to income", "another definition" },
  { YL_B06, BUDGET, "general money on a fund account", "a donation that the county holds",
    "21203 is general" },
  { YL_B07, BUDGET, "an unknown account", "a known account", "a blank account" },
  { YL_B08, FUNDING, "the city leaves 10,000 to the county", "half of it in proportion",
    "a shift of 101" },
  { YL_B09, FUNDING, "engineering money matches nothing", "no match asked for",
    "a match one yuan short" },
  { YL_B10, BUDGET, "one yuan less than last year", "last year unknown", "as much as last year" },
  { YL_B11, FUNDING, "running cost called daily", "who keeps the roads is daily upkeep",
    "wages of the agency" },
  { YL_B12, BUDGET, "fuel tax for new roads in any year", "fuel tax for upkeep",
    "fuel tax for staff before 2022" },
  { YL_B13, BUDGET, "bonds for daily maintenance", "bonds for works and new roads",
    "special bonds for staff" },
  { YL_B14, BUDGET, "vehicle tax for works", "other money for works", "vehicle tax for new roads" },
  { YL_B15, BUDGET, "staff and land not entered are told once", "staff entered as money for it",
    "no money was entered at all" },
  { YL_C01, "audit/test-found-rules.c", "a total that is not the sum of its rows", "all is well",
    "one fen more than the last digit allows" },
  { YL_C02, FIGURES, "part and whole swapped", "nothing to divide by is not judged",
    "two thirds and one of the last decimal too much" },
  { YL_C03, LIST, "lengths in metres", "a declared break\", YL_C03", "half a metre off" },
  { YL_C04, CELLS, "a_malformed_length_leaves_the_row_out_and_says_so",
    "every_spelling_of_a_length_is_read", "a_stake_in_metres_has_the_limit_of_every_stake" },
  { YL_C05, FIGURES, "capitals_one_fen_off_are_one_fen_at_stake",
    "capitals_of_the_same_amount_are_no_finding", "capitals_one_fen_off" },
  { YL_C06, "audit/test-copied-rules.c", "three rows of different lengths with the same odd amount",
    "rows of the same length come to the same amount", "two rows are chance" },
  { YL_C07, "audit/test-grade-rules.c", "89.95 is neither 良 nor 优",
    "above all bands is between none", "a thousandth above it is in no band" },
  { YL_C08, FIGURES, "nothing was allotted", "a part was taken back",
    "one more than is tolerated" },
  { YL_C09, "audit/test-book-check.c", "an_amount_typed_over_its_formula_is_constant_less_formula",
    "the_same_formula_spelt_otherwise_is_the_same",
    "a_constant_that_is_still_right_is_told_with_0" },
  { YL_C10, "audit/test-book-check.c", "another_rate_costs_its_kilometres_and_names_its_document",
    "an_unchanged_workbook_has_no_finding", "another_code_is_told_and_costs_nothing" },
  { YL_C11, "audit/test-book-structure.c", "a_hidden_row_is_told_with_its_money",
    "figures_that_find_room_are_told_nothing_of", "hidden_columns_and_sheets_with_money_are_told" },
  { YL_D01, "audit/test-ledger-rules.c", "the day after", "own money has the year",
    "the thirtieth day" },
  { YL_D02, "audit/test-ledger-rules.c", "a yuan more", "out of last year's money", "in full" },
  { YL_D03, "audit/test-ledger-rules.c", "a_settlement_is_not_above_its_contract",
    "a_settlement_is_not_above_its_contract", "a_settlement_is_not_above_its_contract" },
  { YL_D04, "audit/test-three-tables.c", "what_is_approved_and_not_published_is_told",
    "the_same_money_under_other_names_and_rounded_is_no_finding",
    "what_was_paid_may_be_published_instead" },
  { YL_D05, BUDGET, "a target without data", "no target", "a target missed by a metre" },
  { YL_D06, "audit/test-ledger-rules.c", "two years and a day", "spent by another purpose only",
    "a year to the day" },
  { YL_E01, ROADS, "missing_heads_are_named_with_those_that_were_seen",
    "a_list_of_three_rows_is_a_road_list",
    "a_sheet_is_given_up_after_a_hundred_rows_without_heads" },
  { YL_E02, WORDS, "a_row_without_a_rural_class_is_left_out_with_its_length",
    "classes_are_read_by_word_and_by_letter", "the_class_column_goes_before_the_letter" },
  { YL_E03, CELLS, "without_length_and_stakes_the_row_is_left_out",
    "a_blank_length_follows_from_the_stakes", "a_bad_stake_beside_a_length_only_loses_the_stake" },
  { YL_E04, "io/test-csv-faults.c", "bytes_that_are_no_text_are_replaced_and_told",
    "two_thousand_columns_are_read", "a_file_that_ends_inside_a_character_is_told" },
  { YL_E05, "io/xlsx/test-xlsx-ignored.c", "macros_are_named",
    "a_bar_within_quotes_or_brackets_calls_nobody",
    "a_formula_that_calls_another_program_is_named_and_gives_its_stored_value" },
  { YL_E06, PLACES, "an_unknown_name_is_told_with_the_names_of_the_county",
    "a_county_whose_townships_are_not_known_takes_what_is_written",
    "an_unknown_code_is_told_and_the_name_serves" },
  { YL_E07, PLACES, "code_and_name_that_disagree_are_told_and_the_code_wins",
    "a_township_is_found_by_code_or_by_name", "an_old_county_code_leads_to_the_township_of_today" },
  { YL_E08, "io/xlsx/test-xlsx-limits.c", "beyond_the_first_mebibyte_a_bomb_is_stopped",
    "within_the_first_mebibyte_any_ratio_is_allowed",
    "of_two_thousand_and_one_columns_the_last_is_not_read_and_that_is_said" },
  { YL_E09, CELLS, "more_decimals_than_a_metre_are_rounded_half_up_and_the_difference_is_told",
    "rounding_costs_nothing_on_a_row_that_does_not_count",
    "rounded_stakes_cost_only_where_the_length_follows_from_them" },
};

static void
assert_says (const Case *own, const char *text, const char *sentence)
{
  if (strstr (text, sentence) == NULL)
    fail_msg ("%s: tests/%s has no case “%s”", yl_code_get_name (own->code), own->file, sentence);
}

static void
every_case_stands_in_its_file (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = NULL;
      g_autofree char *path =
          g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", cases[i].file, NULL);
      if (!g_file_get_contents (path, &text, NULL, NULL))
        fail_msg ("%s: there is no tests/%s", yl_code_get_name (cases[i].code), cases[i].file);
      assert_says (&cases[i], text, cases[i].hit);
      assert_says (&cases[i], text, cases[i].near_miss);
      assert_says (&cases[i], text, cases[i].edge);
    }
}

static void
every_code_of_the_rule_book_has_its_cases (void **state)
{
  (void) state;
  for (guint code = 0; code < YL_N_CODES; code++)
    {
      guint n_cases = 0;
      for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
        n_cases += cases[i].code == code ? 1 : 0;
      if (n_cases != 1)
        fail_msg ("%s has %u rows of cases", yl_code_get_name ((YlCode) code), n_cases);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_case_stands_in_its_file),
    cmocka_unit_test (every_code_of_the_rule_book_has_its_cases),
  };
  return cmocka_run_group_tests_name ("rule pack", tests, NULL, NULL);
}
