#include "support/assert.h"

#include "yanglu/calc/withdrawals.h"

/* A row of 资金来源; what is left out is a grant of the province for daily maintenance. */
typedef struct
{
  gint64 yuan;
  const char *document;
  const char *replaces;
  YlPayer level;
  YlPurpose purpose;
  YlFund fund;
} Grant;

#define MAX_ROWS 5

/* What is given, what is left of each row (-1: the row is none any more), and what could not be
 * taken back. */
static const struct
{
  const char *what;
  Grant grants[MAX_ROWS];
  gint64 left_yuan[MAX_ROWS];
  gint64 rest_yuan;
} cases[] = {
  { "nothing is taken back",
    { { .yuan = 100, .document = "a" }, { .yuan = 50, .document = "b" } },
    { 100, 50 },
    0 },
  { "a negative row lowers the grant of its level and purpose",
    { { .yuan = 100000, .document = "x1" }, { .yuan = -40000, .document = "x2" } },
    { 60000, -1 },
    0 },
  { "a grant is taken back whole",
    { { .yuan = 300000, .document = "示例文88号" }, { .yuan = -300000, .document = "示例文99号" } },
    { 0, -1 },
    0 },
  { "one yuan more than was granted",
    { { .yuan = 100, .document = "a" }, { .yuan = -101, .document = "b" } },
    { 0, -1 },
    1 },
  { "the negative row stands first",
    { { .yuan = -40, .document = "b" }, { .yuan = 100, .document = "a" } },
    { -1, 60 },
    0 },
  { "the later row is the newer",
    { { .yuan = 100, .document = "a" },
      { .yuan = 100, .document = "b" },
      { .yuan = -30, .document = "c" } },
    { 100, 70, -1 },
    0 },
  { "the later year is the newer",
    { { .yuan = 100, .document = "鲁财〔2022〕1号" },
      { .yuan = 100, .document = "鲁财〔2021〕9号" },
      { .yuan = -30, .document = "c" } },
    { 70, 100, -1 },
    0 },
  { "what the newest has not the next gives",
    { { .yuan = 100, .document = "a" },
      { .yuan = 100, .document = "b" },
      { .yuan = -150, .document = "c" } },
    { 50, 0, -1 },
    0 },
  { "two rows take back, one after the other",
    { { .yuan = 100, .document = "a" },
      { .yuan = 100, .document = "b" },
      { .yuan = -70, .document = "c" },
      { .yuan = -70, .document = "d" } },
    { 60, 0, -1, -1 },
    0 },
  { "a document that is named goes before the newest",
    { { .yuan = 100, .document = "a" },
      { .yuan = 100, .document = "b" },
      { .yuan = -30, .document = "c", .replaces = "a" } },
    { 70, 100, -1 },
    0 },
  { "more than the named document gave",
    { { .yuan = 100, .document = "a" },
      { .yuan = 100, .document = "b" },
      { .yuan = -130, .document = "c", .replaces = "a" } },
    { 0, 100, -1 },
    30 },
  { "another level keeps its money",
    { { .yuan = 100, .document = "a", .level = YL_PAYER_CITY }, { .yuan = -30, .document = "b" } },
    { 100, -1 },
    30 },
  { "another purpose keeps its money",
    { { .yuan = 100, .document = "a", .purpose = YL_PURPOSE_ENGINEERING },
      { .yuan = -30, .document = "b" } },
    { 100, -1 },
    30 },
  { "social money is not public money",
    { { .yuan = 100, .document = "a", .fund = YL_FUND_SOCIAL }, { .yuan = -30, .document = "b" } },
    { 100, -1 },
    30 },
  { "a document that replaces another takes all of it back",
    { { .yuan = 100, .document = "a" },
      { .yuan = 20, .document = "a" },
      { .yuan = 50, .document = "b" },
      { .yuan = 90, .document = "c", .replaces = "a" } },
    { 0, 0, 50, 90 },
    0 },
  { "rows of one document replace another together",
    { { .yuan = 100, .document = "a" },
      { .yuan = 60, .document = "c", .replaces = "a" },
      { .yuan = 40, .document = "c", .replaces = "a" } },
    { 0, 60, 40 },
    0 },
  { "a document does not replace itself",
    { { .yuan = 100, .document = "a", .replaces = "a" } },
    { 100 },
    0 },
};

static guint
count_rows (const Grant *grants)
{
  guint n = 0;
  while (n < MAX_ROWS && grants[n].yuan != 0)
    n++;
  return n;
}

static GArray *
make_sources (const Grant *grants)
{
  GArray *sources = g_array_new (FALSE, FALSE, sizeof (YlSource));
  for (guint i = 0; i < count_rows (grants); i++)
    {
      const YlSource source = { .name = "甲",
                                .level = grants[i].level,
                                .purpose = grants[i].purpose,
                                .fund = grants[i].fund,
                                .document = grants[i].document,
                                .replaces = grants[i].replaces,
                                .amount = { grants[i].yuan * 100 },
                                .row = i + 2 };
      g_array_append_val (sources, source);
    }
  return sources;
}

static gint64
find_left_yuan (const GArray *sources, guint32 row)
{
  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, YlSource, i).row == row)
      return g_array_index (sources, YlSource, i).amount.fen / 100;
  return -1;
}

static void
money_is_taken_back_from_the_grants_of_its_level_and_purpose (void **state)
{
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) sources = make_sources (cases[i].grants);
      g_autoptr (GArray) taken = yl_withdrawals_apply (sources);
      gint64 rest_fen = 0;
      for (guint k = 0; k < taken->len; k++)
        if (g_array_index (taken, YlWithdrawal, k).from_row == 0)
          rest_fen += g_array_index (taken, YlWithdrawal, k).amount.fen;
      for (guint k = 0; k < count_rows (cases[i].grants); k++)
        if (find_left_yuan (sources, k + 2) != cases[i].left_yuan[k])
          fail_msg ("%s: row %u", cases[i].what, k + 2);
      if (rest_fen != cases[i].rest_yuan * 100)
        fail_msg ("%s: the rest", cases[i].what);
    }
}

static void
what_is_taken_back_is_told_with_both_rows_and_what_is_left (void **state)
{
  (void) state;
  static const Grant grants[MAX_ROWS] = { { .yuan = 100000, .document = "x1" },
                                          { .yuan = -40000, .document = "x2" } };
  g_autoptr (GArray) sources = make_sources (grants);
  g_autoptr (GArray) taken = yl_withdrawals_apply (sources);
  assert_number_equal (taken->len, 1);
  const YlWithdrawal *one = &g_array_index (taken, YlWithdrawal, 0);
  assert_number_equal (one->by_row, 3);
  assert_number_equal (one->from_row, 2);
  assert_fen_equal (one->amount.fen, 4000000);
  assert_fen_equal (one->left.fen, 6000000);
  assert_false (one->is_named);
}

static void
a_document_that_nobody_has_is_told_when_it_is_replaced (void **state)
{
  (void) state;
  static const Grant grants[MAX_ROWS] = { { .yuan = 100, .document = "a" },
                                          { .yuan = 50, .document = "b", .replaces = "z" } };
  g_autoptr (GArray) sources = make_sources (grants);
  g_autoptr (GArray) taken = yl_withdrawals_apply (sources);
  assert_number_equal (taken->len, 1);
  assert_number_equal (g_array_index (taken, YlWithdrawal, 0).from_row, 0);
  assert_fen_equal (g_array_index (taken, YlWithdrawal, 0).amount.fen, 0);
}

/* Each of so many rows must not look at all the others. */
static void
a_hundred_thousand_rows_are_taken_back_at_once (void **state)
{
  (void) state;
  g_autoptr (GArray) sources = g_array_new (FALSE, FALSE, sizeof (YlSource));
  for (guint i = 0; i < 200000; i++)
    {
      const YlSource source = { .name = "",
                                .document = "a",
                                .replaces = i % 2 == 0 ? "" : "a",
                                .amount = { i % 2 == 0 ? 1 : -1 },
                                .row = i + 2 };
      g_array_append_val (sources, source);
    }
  g_autoptr (GArray) taken = yl_withdrawals_apply (sources);
  assert_number_equal (taken->len, 100000);
  assert_number_equal (sources->len, 100000);
  assert_fen_equal (g_array_index (sources, YlSource, 0).amount.fen, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (money_is_taken_back_from_the_grants_of_its_level_and_purpose),
    cmocka_unit_test (what_is_taken_back_is_told_with_both_rows_and_what_is_left),
    cmocka_unit_test (a_document_that_nobody_has_is_told_when_it_is_replaced),
    cmocka_unit_test (a_hundred_thousand_rows_are_taken_back_at_once),
  };
  return cmocka_run_group_tests_name ("withdrawals", tests, NULL, NULL);
}
