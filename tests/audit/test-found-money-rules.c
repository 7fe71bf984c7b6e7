#include "support/assert.h"
#include "support/county.h"

#include "yanglu/audit/found/money-rules.h"

#include <string.h>

/* A table of rows leaves out the cells that are blank. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define MAX_COLUMNS 6
#define MAX_ROWS 4
#define BLANK G_MININT64
#define NO_FINDING (-1)

/* 分乡镇汇总 as somebody made it: the heads stand in row 3, the rows from 4. */
typedef struct
{
  const char *label;
  YlFoundRowKind kind;
  gint64 units[MAX_COLUMNS];
  const char *mark; /* in a column that no number fits */
} Row;

typedef struct
{
  const char *what;
  YlFoundColumn columns[MAX_COLUMNS];
  Row rows[MAX_ROWS];
  YlCode code;
  const char *cell;
  gint64 stake_yuan; /* NO_FINDING */
} Case;

#define LENGTH(of)                                                                                 \
  {                                                                                                \
    .meaning = YL_FOUND_LENGTH, .rate = of, .head = "里程"                                       \
  }
#define MONEY(of_payer, of_purpose)                                                                \
  {                                                                                                \
    .meaning = YL_FOUND_AMOUNT, .rate = YL_FOUND_ALL_CLASSES, .purpose = of_purpose,               \
    .payer_after = of_payer, .head = "金额"                                                      \
  }
#define MARK                                                                                       \
  {                                                                                                \
    .meaning = YL_FOUND_OTHER, .rate = YL_FOUND_ALL_CLASSES, .head = "重复路线编码"          \
  }
#define WHOLE MONEY (0, YL_PURPOSE_DAILY)
#define OF(payer) MONEY (YL_PAYER_##payer + 1, YL_PURPOSE_DAILY)
#define ENGINEERING MONEY (0, YL_PURPOSE_ENGINEERING)
#define ITEM YL_FOUND_ROW_ITEM
#define TOTAL YL_FOUND_ROW_TOTAL

/* 闫寺街道 has 10 km of county road and 2 km that repeat another; 沙镇镇 has 5 km of village road, of
 * which none is marked. The rates are 10000 and 3000 yuan per km; 10% 30% 60% are declared. */
static const Case cases[] = {
  { "the counted kilometres",
    { LENGTH (YL_RATE_COUNTY) },
    { { "闫寺街道", ITEM, { 10000 } } },
    YL_A05,
    NULL,
    NO_FINDING },
  { "the counted and the marked kilometres",
    { LENGTH (YL_RATE_COUNTY) },
    { { "闫寺街道", ITEM, { 12000 } } },
    YL_A05,
    "A4",
    20000 },
  { "a metre beside them is another mistake",
    { LENGTH (YL_RATE_COUNTY) },
    { { "闫寺街道", ITEM, { 12001 } } },
    YL_A05,
    NULL,
    NO_FINDING },
  { "a township without marked kilometres",
    { LENGTH (YL_RATE_VILLAGE) },
    { { "沙镇镇", ITEM, { 5000 } } },
    YL_A05,
    NULL,
    NO_FINDING },
  { "all classes together",
    { LENGTH (YL_FOUND_ALL_CLASSES) },
    { { "闫寺街道", ITEM, { 12000 } }, { "沙镇镇", ITEM, { 5000 } } },
    YL_A05,
    "A4",
    20000 },
  { "only the total holds them",
    { LENGTH (YL_FOUND_ALL_CLASSES) },
    { { "闫寺街道", ITEM, { 10000 } }, { "沙镇镇", ITEM, { 5000 } }, { "合计", TOTAL, { 17000 } } },
    YL_A05,
    "A6",
    20000 },
  { "a total that only follows its rows is not told again",
    { LENGTH (YL_FOUND_ALL_CLASSES) },
    { { "闫寺街道", ITEM, { 12000 } }, { "合计", TOTAL, { 17000 } } },
    YL_A05,
    "A4",
    20000 },
  { "a marked row with money",
    { WHOLE, MARK },
    { { "Y012371502", ITEM, { 700000, BLANK }, "X001371502" } },
    YL_A05,
    "A4",
    7000 },
  { "a marked row without money",
    { WHOLE, MARK },
    { { "Y012371502", ITEM, { 0, BLANK }, "X001371502" } },
    YL_A05,
    NULL,
    NO_FINDING },
  { "a row that says it is not marked",
    { WHOLE, MARK },
    { { "Y012371502", ITEM, { 700000, BLANK }, "否" } },
    YL_A05,
    NULL,
    NO_FINDING },
  /* Standard 115 000, granted 15 000, engineering 40 000: the gap is 100 000. */
  { "the gap as it is",
    { WHOLE, OF (CITY), ENGINEERING, OF (COUNTY) },
    { { "合计", TOTAL, { 11500000, 1500000, 4000000, 10000000 } } },
    YL_B03,
    NULL,
    NO_FINDING },
  { "the engineering money is netted",
    { WHOLE, OF (CITY), ENGINEERING, OF (COUNTY) },
    { { "合计", TOTAL, { 11500000, 1500000, 4000000, 6000000 } } },
    YL_B03,
    "D4",
    40000 },
  { "a sum of everything holds the engineering money",
    { MONEY (0, YL_N_PURPOSES), OF (CITY), ENGINEERING, OF (COUNTY) },
    { { "合计", TOTAL, { 11500000, 1500000, 4000000, 6000000 } } },
    YL_B03,
    NULL,
    NO_FINDING },
  { "a fen beside it",
    { WHOLE, OF (CITY), ENGINEERING, OF (COUNTY) },
    { { "合计", TOTAL, { 11500000, 1500000, 4000000, 6000001 } } },
    YL_B03,
    NULL,
    NO_FINDING },
  { "the grants of the budget's sources are netted: 115,000 − 15,000 − 7,000",
    { OF (COUNTY) },
    { { "合计", TOTAL, { 9300000 } } },
    YL_B03,
    "A4",
    7000 },
  { "as the shares divide",
    { OF (PROVINCE), OF (CITY), OF (COUNTY) },
    { { "合计", TOTAL, { 1000000, 3000000, 6000000 } } },
    YL_B08,
    NULL,
    NO_FINDING },
  { "the city leaves 10,000 to the county",
    { OF (PROVINCE), OF (CITY), OF (COUNTY) },
    { { "合计", TOTAL, { 1000000, 2000000, 7000000 } } },
    YL_B08,
    "C4",
    10000 },
  { "only the column of the county",
    { OF (COUNTY) },
    { { "合计", TOTAL, { 7000000 } } },
    YL_B08,
    NULL,
    NO_FINDING },
  { "no column of the county",
    { OF (PROVINCE), OF (CITY) },
    { { "合计", TOTAL, { 1000000, 2000000 } } },
    YL_B08,
    NULL,
    NO_FINDING },
  { "running cost among the kilometres",
    { LENGTH (YL_FOUND_ALL_CLASSES), WHOLE },
    { { "闫寺街道", ITEM, { 10000, 10000000 } }, { "机构运行经费", ITEM, { BLANK, 800000 } } },
    YL_B11,
    "B5",
    8000 },
  { "running cost in a table of its own",
    { WHOLE },
    { { "机构运行经费", ITEM, { 800000 } } },
    YL_B11,
    NULL,
    NO_FINDING },
  { "running cost in a list of everything that is paid",
    { LENGTH (YL_FOUND_ALL_CLASSES), WHOLE },
    { { "日常养护", ITEM, { 10000, 10000000 } },
      { "机构运行经费", ITEM, { BLANK, 800000 } },
      { "路长制工作经费", ITEM, { BLANK, 200000 } } },
    YL_B11,
    NULL,
    NO_FINDING },
  { "running cost of nothing",
    { LENGTH (YL_FOUND_ALL_CLASSES), WHOLE },
    { { "机构运行经费", ITEM, { BLANK, 0 } } },
    YL_B11,
    NULL,
    NO_FINDING },
};

static int
set_up (void **state)
{
  yl_test_county_set_up (state);
  YlTestCounty *county = *state;
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_PROVINCE, 100000);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_CITY, 300000);
  yl_test_county_set (county, YL_GROUP_PAYER_SHARE, "", YL_PAYER_COUNTY, 600000);
  add_road (county, .km = "10", .township = "闫寺街道");
  add_road (county, .km = "2", .township = "闫寺街道", .flags = YL_ROAD_DUPLICATE);
  add_road (county, .km = "5", .township = "沙镇镇", .road_class = YL_CLASS_VILLAGE);
  add_source (county, .level = YL_PAYER_CITY, .yuan = 15000);
  add_source (county, .level = YL_PAYER_CITY, .purpose = YL_PURPOSE_ENGINEERING, .yuan = 7000);
  return 0;
}

static void
add_value (YlFoundRow *row, guint column, gint64 units, const char *text)
{
  const YlFoundValue value = { .units = units == BLANK ? 0 : units,
                               .is_known = units != BLANK && text == NULL,
                               .text = (text == NULL ? "" : text) };
  yl_found_row_set (row, column, &value);
}

static YlFoundBudget *
make_stated (const Case *own)
{
  YlFoundBudget *found = yl_found_budget_new ("汇总.xlsx");
  YlFoundTable *table = yl_found_budget_add_table (found, "汇总", 3, "");
  guint n_columns = 0;
  for (; n_columns < MAX_COLUMNS && own->columns[n_columns].head != NULL; n_columns++)
    {
      YlFoundColumn column = own->columns[n_columns];
      column.column = (guint16) n_columns;
      column.unit = 1;
      yl_found_table_add_column (table, &column);
    }
  for (guint32 i = 0; i < MAX_ROWS && own->rows[i].label != NULL; i++)
    {
      YlFoundRow *row = yl_found_table_add_row (table, 4 + i, own->rows[i].label);
      row->kind = (guint8) own->rows[i].kind;
      row->rate = YL_FOUND_ALL_CLASSES;
      for (guint j = 0; j < n_columns; j++)
        add_value (row, j, own->rows[i].units[j],
                   own->columns[j].meaning == YL_FOUND_OTHER ? own->rows[i].mark : NULL);
    }
  return found;
}

static gboolean
is_as_expected (const Case *own, const YlFindings *findings)
{
  if (yl_findings_get_n_of_code (findings, own->code) != (own->stake_yuan == NO_FINDING ? 0 : 1))
    return FALSE;
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (finding->code == own->code)
        return finding->at_stake.fen == own->stake_yuan * 100
               && strcmp (finding->cell, own->cell) == 0 && strcmp (finding->sheet, "汇总") == 0;
    }
  return TRUE;
}

static void
each_rule_finds_its_hit_and_passes_its_near_miss (void **state)
{
  const YlBudget *budget = yl_test_county_get_budget (*state);
  g_autoptr (YlRuleSet) rules = yl_rule_set_new ();
  const YlFoundContext context = { budget->policy, "371502", budget, rules };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlFoundBudget) found = make_stated (&cases[i]);
      g_autoptr (YlFindings) findings = yl_findings_new ();
      yl_found_check_money (found, &context, findings);
      if (!is_as_expected (&cases[i], findings))
        fail_msg ("%s: %s", yl_code_get_name (cases[i].code), cases[i].what);
    }
}

static void
without_a_budget_only_the_table_itself_speaks (void **state)
{
  const YlBudget *budget = yl_test_county_get_budget (*state);
  g_autoptr (YlRuleSet) rules = yl_rule_set_new ();
  const YlFoundContext context = { budget->policy, "", NULL, rules };
  g_autoptr (YlFoundBudget) lengths = make_stated (&cases[1]);
  g_autoptr (YlFoundBudget) netted = make_stated (&cases[11]);
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_found_check_money (lengths, &context, findings);
  assert_number_equal (yl_findings_get_n (findings), 0);
  yl_found_check_money (netted, &context, findings);
  assert_number_equal (yl_findings_get_n_of_code (findings, YL_B03), 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (each_rule_finds_its_hit_and_passes_its_near_miss, set_up,
                                     yl_test_county_tear_down),
    cmocka_unit_test_setup_teardown (without_a_budget_only_the_table_itself_speaks, set_up,
                                     yl_test_county_tear_down),
  };
  return cmocka_run_group_tests_name ("stated money rules", tests, NULL, NULL);
}
