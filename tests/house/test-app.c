/* app puts the steps in order: it finds nothing, prints nothing, and names no sheet. */
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

/* The names of the sheets of a budget, as the forms of the sheets say them. */
static GHashTable *sheets;

static void
learn_sheets (const HouseFile *file, GPtrArray *problems)
{
  (void) problems;
  g_autoptr (GRegex) name =
      g_regex_new ("^ *(?:\\.form = \\{ )?\\.name = (\"[^\"]+\")", 0, 0, NULL);
  const gboolean is_form =
      strcmp (file->layer, "forms") == 0 && strcmp (file->folder, "budget") == 0;
  for (guint i = 0; is_form && file->lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      if (g_regex_match (name, file->lines[i], 0, &match))
        g_hash_table_add (sheets, g_match_info_fetch (match, 1));
    }
}

static int
learn (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  sheets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  house_check (house_get_root (), learn_sheets, none);
  return 0;
}

static int
forget (void **state)
{
  (void) state;
  g_clear_pointer (&sheets, g_hash_table_unref);
  return 0;
}

static void
check_sheets (const HouseFile *file, GPtrArray *problems)
{
  if (!is_app (file))
    return;
  for (guint i = 0; file->lines[i] != NULL; i++)
    {
      GHashTableIter iter;
      gpointer sheet;
      g_hash_table_iter_init (&iter, sheets);
      while (g_hash_table_iter_next (&iter, &sheet, NULL))
        if (strstr (file->lines[i], sheet) != NULL)
          house_report (problems, file, i + 1, "%s is a sheet: forms know where a figure stands",
                        (const char *) sheet);
    }
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

static void
app_names_no_sheet_of_a_budget (void **state)
{
  (void) state;
  assert_true (g_hash_table_contains (sheets, "\"土地出让收益测算\""));
  house_assert_clean (check_sheets);
  house_assert_found (check_sheets, "src/app/a.c", "find (book, \"分乡镇汇总\");\n",
                      "src/app/a.c:1:");
  house_assert_allowed (check_sheets, "src/app/a.c", "/* \"分乡镇汇总\" */\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (no_finding_is_made_in_app),
    cmocka_unit_test (app_prints_nothing),
    cmocka_unit_test_setup_teardown (app_names_no_sheet_of_a_budget, learn, forget),
  };
  return cmocka_run_group_tests_name ("app", tests, NULL, NULL);
}
