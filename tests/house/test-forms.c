/* What the layer of forms keeps to: formulas name columns, and no library writes the cells. */
#include "house/tree.h"
#include "support/assert.h"

#include <string.h>

/* "D#": a letter where the name of a column belongs. */
static void
check_letters (const HouseFile *file, GPtrArray *problems)
{
  g_autoptr (GRegex) letter = g_regex_new ("\"[^\"]*\\b\\$?[A-Z]{1,2}#", 0, 0, NULL);
  if (strcmp (file->layer, "forms") != 0)
    return;
  for (guint i = 0; file->lines[i] != NULL; i++)
    if (g_regex_match (letter, file->lines[i], 0, NULL))
      house_report (problems, file, i + 1, "a column of a formula has a name: {amount_fen}");
}

static void
no_formula_has_the_letter_of_a_column (void **state)
{
  (void) state;
  house_assert_clean (check_letters);
}

static void
a_planted_letter_is_found (void **state)
{
  (void) state;
  house_assert_found (check_letters, "src/forms/budget/a.c",
                      "static const char f[] = \"ROUND(SUM(E#:H#),3)\";\n",
                      "src/forms/budget/a.c:1:");
  house_assert_found (check_letters, "src/forms/papers/a.c", "f (\"ROUND(D%u+C#,2)\");\n",
                      "src/forms/papers/a.c:1:");
  house_assert_found (check_letters, "src/forms/a.c", "f (\"$B#\");\n", "src/forms/a.c:1:");
  house_assert_allowed (check_letters, "src/forms/budget/a.c",
                        "f (\"ROUND({roads_fen}+{bridges_fen},2)\");\n");
  house_assert_allowed (check_letters, "src/audit/a.c", "f (\"E#\");\n");
}

/* libxlsxwriter stays in the sink of a file. */
static void
check_library (const HouseFile *file, GPtrArray *problems)
{
  const gboolean is_writer = strcmp (file->folder, "xlsx-writer") == 0;
  for (guint i = 0; !is_writer && file->lines[i] != NULL; i++)
    if (strstr (file->lines[i], "xlsxwriter.h") != NULL)
      house_report (problems, file, i + 1, "only io/xlsx-writer knows the library");
}

static void
only_one_folder_knows_the_library_that_writes_xlsx (void **state)
{
  (void) state;
  house_assert_clean (check_library);
}

static void
a_planted_library_is_found (void **state)
{
  (void) state;
  house_assert_found (check_library, "src/forms/budget/a.c", "#include <xlsxwriter.h>\n",
                      "src/forms/budget/a.c:1:");
  house_assert_allowed (check_library, "src/io/xlsx-writer/a.c", "#include <xlsxwriter.h>\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (no_formula_has_the_letter_of_a_column),
    cmocka_unit_test (a_planted_letter_is_found),
    cmocka_unit_test (only_one_folder_knows_the_library_that_writes_xlsx),
    cmocka_unit_test (a_planted_library_is_found),
  };
  return cmocka_run_group_tests_name ("forms of the house", tests, NULL, NULL);
}
