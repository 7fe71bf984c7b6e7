#include "yanglu/audit/lists/unasked.h"

#include "support/assert.h"

#define FILE_A .file = "甲.csv", .sheet = "", .row = 2
#define CODE .column = "路线编码"
#define W .severity = YL_SEVERITY_WARNING

static const struct
{
  const char *what;
  YlFinding one;
  YlFinding other;
  gsize n_left;
} pairs[] = {
  { "a foreign row has no township of ours",
    { .code = YL_A07, FILE_A, CODE },
    { .code = YL_E06, W, FILE_A },
    1 },
  { "nor one that its code disagrees with",
    { .code = YL_E07, W, FILE_A },
    { .code = YL_A07, FILE_A },
    1 },
  { "nor a code to be renewed",
    { .code = YL_A07, FILE_A, CODE },
    { .code = YL_A07, W, FILE_A, CODE },
    1 },
  { "an old code of our own has",
    { .code = YL_A07, W, FILE_A, CODE },
    { .code = YL_E06, W, FILE_A },
    2 },
  { "so has another row",
    { .code = YL_A07, FILE_A },
    { .code = YL_E06, .file = "甲.csv", .sheet = "", .row = 3 },
    2 },
  { "and another sheet",
    { .code = YL_A07, FILE_A },
    { .code = YL_E06, .file = "甲.csv", .sheet = "一", .row = 2 },
    2 },
  { "and another file",
    { .code = YL_A07, FILE_A },
    { .code = YL_E06, .file = "乙.csv", .row = 2 },
    2 },
  { "what is no code names no county",
    { .code = YL_C04, W, FILE_A, CODE },
    { .code = YL_A07, FILE_A, CODE },
    1 },
  { "a length that is none is no code",
    { .code = YL_C04, W, FILE_A, .column = "里程" },
    { .code = YL_A07, FILE_A, CODE },
    2 },
  { "other findings of a foreign row stand",
    { .code = YL_A07, FILE_A },
    { .code = YL_A03, FILE_A },
    2 },
  { "what stands at no row stands", { .code = YL_A07, W }, { .code = YL_A07 }, 2 },
};

static void
what_one_finding_leaves_nothing_to_ask_of_is_not_told (void **state)
{
  (void) state;
  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autoptr (YlFindings) findings = yl_findings_new ();
      yl_findings_add (findings, &pairs[i].one);
      yl_findings_add (findings, &pairs[i].other);
      g_autoptr (YlFindings) left = yl_list_drop_unasked (findings);
      if (yl_findings_get_n (left) != pairs[i].n_left)
        fail_msg ("%s: %" G_GSIZE_FORMAT, pairs[i].what, yl_findings_get_n (left));
    }
}

static void
what_was_only_counted_stays_counted (void **state)
{
  (void) state;
  g_autoptr (YlFindings) findings = yl_findings_new_counting (1);
  for (guint i = 0; i < 3; i++)
    yl_findings_add (findings, &(YlFinding){ .code = YL_C04, FILE_A });
  g_autoptr (YlFindings) left = yl_list_drop_unasked (findings);
  assert_number_equal (yl_findings_get_n (left), 1);
  assert_number_equal (yl_findings_get_n_of_code (left, YL_C04), 3);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (what_one_finding_leaves_nothing_to_ask_of_is_not_told),
    cmocka_unit_test (what_was_only_counted_stays_counted),
  };
  return cmocka_run_group_tests_name ("unasked", tests, NULL, NULL);
}
