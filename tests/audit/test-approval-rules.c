#include "support/assert.h"
#include "support/county.h"

#include "yanglu/audit/paying/notice-rules.h"

/* A row as approved: 沙镇镇 has 12,345.00 in the budget, 堂邑镇 15,000.00, the agency 100,000.00. */
typedef struct
{
  const char *party;
  gint64 fen;
  gint64 unit_fen;
  guint purpose;
} Row;

/* A table and what is told of it: codes in the order of the rows, their stakes together. */
typedef struct
{
  const char *what;
  Row rows[4];
  gint64 total_fen; /* 0: none */
  const char *codes;
  gint64 stake_fen;
} Case;

static void
fill_county (YlTestCounty *county)
{
  add_road (county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .m = 10000);
  add_road (county, .code = "C001371502", .road_class = YL_CLASS_VILLAGE, .m = 4115,
            .township = "沙镇镇", .township_code = 371502104);
  add_road (county, .code = "C002371502", .road_class = YL_CLASS_VILLAGE, .m = 5000,
            .township = "堂邑镇", .township_code = 371502102);
}

static YlPlaces *
make_places (void)
{
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_county (places, 371502, yl_text_of ("东昌府区"));
  yl_places_add_township (places, 371502104, yl_text_of ("沙镇镇"));
  yl_places_add_township (places, 371502102, yl_text_of ("堂邑镇"));
  return yl_places_seal (g_steal_pointer (&places));
}

static YlLedger *
make_table (const Case *one)
{
  YlLedger *table = yl_ledger_new ("批复表.csv");
  for (gsize i = 0; i < G_N_ELEMENTS (one->rows) && one->rows[i].party != NULL; i++)
    yl_ledger_add_notice (table, &(YlNotice){ .party = one->rows[i].party,
                                              .amount = { one->rows[i].fen },
                                              .unit_fen = one->rows[i].unit_fen,
                                              .purpose = one->rows[i].purpose,
                                              .row = (guint32) i + 2 });
  table->has_notice_total = one->total_fen != 0;
  table->notice_total.fen = one->total_fen;
  return table;
}

static void
check_case (const YlBudget *budget, const YlPlaces *places, const Case *one)
{
  g_autoptr (YlLedger) table = make_table (one);
  g_autoptr (YlFindings) findings = yl_findings_new ();
  const YlPayingRequest request = { .budget = budget, .places = places, .county_code = 371502 };
  g_autoptr (YlComparison) approval = yl_approval_make (&request, table);
  yl_approval_check (approval, table, findings);
  g_autoptr (GString) codes = g_string_new (NULL);
  gint64 stake_fen = 0;
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      g_string_append_printf (codes, "%s ", yl_code_get_name (finding->code));
      stake_fen += finding->at_stake.fen;
    }
  if (!g_str_equal (codes->str, one->codes) || stake_fen != one->stake_fen)
    fail_msg ("%s: %s%" G_GINT64_FORMAT, one->what, codes->str, stake_fen);
}

#define DAILY YL_PURPOSE_DAILY
#define UNTOLD YL_PURPOSE_UNTOLD
#define AGENCY                                                                                     \
  {                                                                                                \
    YL_COUNTY_AGENCY, 10000000, 1, DAILY                                                           \
  }
#define TANGYI                                                                                     \
  {                                                                                                \
    "堂邑街道", 1500000, 1, DAILY                                                                  \
  }

static const Case cases[] = {
  { "as approved, under another name",
    { AGENCY, { "东昌府区沙镇镇人民政府", 1234500, 1, DAILY }, TANGYI },
    12734500,
    "",
    0 },
  { "a fen more in the budget", { AGENCY, { "沙镇镇", 1234499, 1, DAILY }, TANGYI }, 0, "C10 ", 1 },
  { "a fen less in the budget", { AGENCY, { "沙镇镇", 1234501, 1, DAILY }, TANGYI }, 0, "C10 ", 1 },
  { "rounded to a thousand yuan: half a step is the same",
    { AGENCY, { "沙镇镇", 1284500, 100000, DAILY }, TANGYI },
    0,
    "",
    0 },
  { "rounded to a thousand yuan: a fen past half a step is not",
    { AGENCY, { "沙镇镇", 1284501, 100000, DAILY }, TANGYI },
    0,
    "C10 ",
    50001 },
  { "one that was not approved", { AGENCY, TANGYI }, 0, "C10 ", 1234500 },
  { "one that is not in the budget",
    { AGENCY, { "沙镇镇", 1234500, 1, DAILY }, TANGYI, { "某某公司", 700, 1, DAILY } },
    0,
    "C10 ",
    700 },
  { "in two rows",
    { AGENCY, { "沙镇镇", 1234000, 1, DAILY }, TANGYI, { "沙镇镇", 500, 1, UNTOLD } },
    0,
    "",
    0 },
  { "parts that are not the total",
    { AGENCY, { "沙镇镇", 1234500, 1, DAILY }, TANGYI },
    12734510,
    "C01 ",
    10 },
  { "a pool of all", { { "全县", 12734500, 1, DAILY } }, 0, "", 0 },
  { "a pool a fen short", { { "全县", 12734499, 1, DAILY } }, 0, "C08 ", 1 },
  { "a pool in thousands of yuan", { { "全县", 12700000, 100000, DAILY } }, 0, "", 0 },
  { "a pool in its total alone", { { NULL, 0, 0, 0 } }, 12734501, "C08 ", 1 },
};

static void
the_budget_is_held_against_what_was_approved (void **state)
{
  fill_county (*state);
  g_autoptr (YlPlaces) places = make_places ();
  const YlBudget *budget = yl_test_county_get_budget (*state);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check_case (budget, places, &cases[i]);
}

/* 700 yuan of works beside the payees. */
static const Case line_cases[] = {
  { "a table of daily maintenance says nothing of works",
    { AGENCY, { "沙镇镇", 1234500, 1, DAILY }, TANGYI },
    0,
    "",
    0 },
  { "works a yuan less than budgeted",
    { AGENCY, { "沙镇镇", 1234500, 1, DAILY }, TANGYI, { "", 69900, 1, YL_PURPOSE_ENGINEERING } },
    0,
    "C10 ",
    100 },
  { "a pool of all lines", { { "全县", 12804500, 1, UNTOLD } }, 0, "", 0 },
  { "a pool of daily maintenance", { { "全县", 12734500, 1, UNTOLD } }, 0, "", 0 },
  { "a pool that says daily and has the works in it",
    { { "全县", 12804500, 1, DAILY } },
    0,
    "C08 ",
    70000 },
};

static void
other_lines_are_held_against_their_purpose (void **state)
{
  fill_county (*state);
  yl_test_county_add_project (*state, 1000, 700);
  g_autoptr (YlPlaces) places = make_places ();
  const YlBudget *budget = yl_test_county_get_budget (*state);
  for (gsize i = 0; i < G_N_ELEMENTS (line_cases); i++)
    check_case (budget, places, &line_cases[i]);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    test_with_county (the_budget_is_held_against_what_was_approved),
    test_with_county (other_lines_are_held_against_their_purpose),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
