#include "yanglu/domain/finding-groups.h"

#include "support/assert.h"

/* Findings about row 2, 3 … of one sheet; 0 fen is unknown. */
static YlFindings *
make (guint n, const gint64 *stakes_fen)
{
  YlFindings *findings = yl_findings_new ();
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *seen = g_strdup_printf ("甲%u", i);
      g_autofree char *message = g_strdup_printf ("“%s”第%u个", seen, i);
      yl_findings_add (findings, &(YlFinding){ .code = YL_C04,
                                               .file = "甲.csv",
                                               .row = i + 2,
                                               .column = "里程",
                                               .seen = seen,
                                               .message = message,
                                               .at_stake = { stakes_fen[i] },
                                               .is_priced = stakes_fen[i] != 0 });
    }
  return findings;
}

static const gint64 ones[] = { 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1 };

static void
three_alike_stand_for_themselves_and_four_are_one (void **state)
{
  (void) state;
  g_autoptr (YlFindings) three = make (3, ones);
  g_autoptr (YlFindings) own = yl_findings_group (three);
  assert_number_equal (yl_findings_get_n (own), 3);
  g_autoptr (YlFindings) four = make (4, ones);
  g_autoptr (YlFindings) one = yl_findings_group (four);
  assert_number_equal (yl_findings_get_n (one), 1);
  const YlFinding *group = yl_findings_get (one, 0);
  assert_string_equal (group->message, "“甲0”第0个。同类共 4 处：第 2–5 行。");
  assert_string_equal (group->seen, "甲0、甲1、甲2、甲3");
  assert_number_equal (group->row, 2);
  assert_true (group->is_priced);
  assert_fen_equal (group->at_stake.fen, 4);
}

static void
yuan_are_unknown_where_one_is_and_the_others_are_told (void **state)
{
  (void) state;
  static const gint64 stakes[] = { 100, 0, 250, 0 };
  g_autoptr (YlFindings) four = make (4, stakes);
  g_autoptr (YlFindings) one = yl_findings_group (four);
  const YlFinding *group = yl_findings_get (one, 0);
  assert_false (group->is_priced);
  assert_string_equal (group->message,
                       "“甲0”第0个。同类共 4 处：第 2–5 行；其中 2 处能算出金额，共 3.50 元。");
}

static void
a_sum_that_does_not_fit_is_unknown (void **state)
{
  (void) state;
  static const gint64 stakes[] = { G_MAXINT64, 1, 1, 1 };
  g_autoptr (YlFindings) four = make (4, stakes);
  g_autoptr (YlFindings) one = yl_findings_group (four);
  assert_false (yl_findings_get (one, 0)->is_priced);
}

static void
ten_different_things_seen_are_named_of_more_their_number (void **state)
{
  (void) state;
  g_autoptr (YlFindings) ten = make (10, ones);
  g_autoptr (YlFindings) one = yl_findings_group (ten);
  assert_true (g_str_has_suffix (yl_findings_get (one, 0)->seen, "甲8、甲9"));
  g_autoptr (YlFindings) eleven = make (11, ones);
  g_autoptr (YlFindings) other = yl_findings_group (eleven);
  assert_true (g_str_has_suffix (yl_findings_get (other, 0)->seen, "甲9 等 11 种"));
}

/* Of each, four of the one kind and four of the other are two groups, or one. */
static const struct
{
  const char *what;
  YlFinding one;
  YlFinding other;
  gsize n_groups;
} kinds[] = {
  { "figures and codes differ",
    { .message = "X001 里程 1.5 公里" },
    { .message = "C99 里程 200 公里" },
    1 },
  { "units differ", { .message = "少 500 米" }, { .message = "多 1.5 公里" }, 1 },
  { "what is quoted differs", { .message = "“甲乡”未知" }, { .message = "“乙镇”未知" }, 1 },
  { "words differ", { .message = "不是数字" }, { .message = "过大" }, 2 },
  { "columns differ",
    { .message = "空白", .column = "里程" },
    { .message = "空白", .column = "乡镇" },
    2 },
  { "sheets differ",
    { .message = "空白", .sheet = "一" },
    { .message = "空白", .sheet = "二" },
    2 },
  { "files differ", { .message = "空白", .file = "一" }, { .message = "空白", .file = "二" }, 2 },
  { "codes differ",
    { .message = "空白", .code = YL_C04 },
    { .message = "空白", .code = YL_E03 },
    2 },
  { "severities differ",
    { .message = "空白", .severity = YL_SEVERITY_ERROR },
    { .message = "空白", .severity = YL_SEVERITY_INFO },
    2 },
  { "clauses differ",
    { .message = "空白", .basis = "一" },
    { .message = "空白", .basis = "二" },
    2 },
};

static void
alike_are_those_that_differ_in_rows_and_figures_alone (void **state)
{
  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autoptr (YlFindings) findings = yl_findings_new ();
      for (guint k = 0; k < 8; k++)
        {
          YlFinding finding = k % 2 == 0 ? kinds[i].one : kinds[i].other;
          finding.row = k + 1;
          yl_findings_add (findings, &finding);
        }
      g_autoptr (YlFindings) groups = yl_findings_group (findings);
      if (yl_findings_get_n (groups) != kinds[i].n_groups)
        fail_msg ("%s: %" G_GSIZE_FORMAT, kinds[i].what, yl_findings_get_n (groups));
    }
}

static void
findings_of_no_row_are_never_grouped (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new ();
  for (guint i = 0; i < 5; i++)
    yl_findings_add (findings, &(YlFinding){ .code = YL_B02, .message = "不足" });
  g_autoptr (YlFindings) groups = yl_findings_group (findings);
  assert_number_equal (yl_findings_get_n (groups), 5);
}

static void
two_findings_of_one_row_are_told_as_one_row_of_the_list (void **state)
{
  (void) state;
  static const YlRowId rows[] = { 2, 2, 4, 5, 9 };
  g_autoptr (YlFindings) findings = yl_findings_new ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    yl_findings_add (findings, &(YlFinding){ .row = rows[i], .message = "空白" });
  g_autoptr (YlFindings) groups = yl_findings_group (findings);
  assert_string_equal (yl_findings_get (groups, 0)->message,
                       "空白。同类共 5 处：第 2、4–5、9 行。");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (three_alike_stand_for_themselves_and_four_are_one),
    cmocka_unit_test (yuan_are_unknown_where_one_is_and_the_others_are_told),
    cmocka_unit_test (a_sum_that_does_not_fit_is_unknown),
    cmocka_unit_test (ten_different_things_seen_are_named_of_more_their_number),
    cmocka_unit_test (alike_are_those_that_differ_in_rows_and_figures_alone),
    cmocka_unit_test (findings_of_no_row_are_never_grouped),
    cmocka_unit_test (two_findings_of_one_row_are_told_as_one_row_of_the_list),
  };
  return cmocka_run_group_tests_name ("finding-groups", tests, NULL, NULL);
}
