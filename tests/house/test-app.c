/* app puts the steps in order: it finds nothing and prints nothing. */
#include "house/tree.h"
#include "support/assert.h"

#include <string.h>

static gboolean
is_app (const HouseFile *file)
{
  return strcmp (file->layer, "app") == 0;
}

static void
check_pattern (const HouseFile *file, const char *pattern, const char *fault, GPtrArray *problems)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);
  for (guint i = 0; file->lines[i] != NULL; i++)
    if (g_regex_match (regex, file->lines[i], 0, NULL))
      house_report (problems, file, i + 1, "%s", fault);
}

static void
check_findings (const HouseFile *file, GPtrArray *problems)
{
  if (is_app (file))
    check_pattern (file, "\\byl_findings_(add|count)\\b|\\(YlFinding\\)|\\bYlFinding \\w+ =",
                   "a finding is made by who reads or audits, not by app", problems);
}

static void
check_printing (const HouseFile *file, GPtrArray *problems)
{
  if (is_app (file))
    check_pattern (file, "\\b(g_print|g_printerr|printf|fprintf|puts|fputs|fwrite)\\b",
                   "app prints nothing", problems);
}

static void
no_finding_is_made_in_app (void **state)
{
  (void) state;
  house_assert_clean (check_findings);
  house_assert_found (check_findings, "src/app/years/a.c",
                      "\nyl_findings_add (findings, &finding);\n", "src/app/years/a.c:2:");
  house_assert_found (check_findings, "src/app/a.c", "take (&(YlFinding){ .code = YL_E01 });\n",
                      "src/app/a.c:1:");
  house_assert_allowed (check_findings, "src/app/a.c", "yl_findings_append (findings, more);\n");
  house_assert_allowed (check_findings, "src/audit/a.c", "yl_findings_add (findings, &finding);\n");
}

static void
app_prints_nothing (void **state)
{
  (void) state;
  house_assert_clean (check_printing);
  house_assert_found (check_printing, "src/app/a.c", "g_print (\"x\");\n", "src/app/a.c:1:");
  house_assert_allowed (check_printing, "src/app/a.c", "g_strdup_printf (\"x\");\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (no_finding_is_made_in_app),
    cmocka_unit_test (app_prints_nothing),
  };
  return cmocka_run_group_tests_name ("app", tests, NULL, NULL);
}
