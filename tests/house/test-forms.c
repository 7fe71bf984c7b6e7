/* What is kept for the layer of forms: the names of columns, of sheets, and no library. */
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

/* Name of a sheet → whether it is the field's name of a list, of which sentences speak, too. */
static GHashTable *sheets;

static void
learn_pattern (const HouseFile *file, const char *pattern)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  for (g_regex_match (regex, file->text, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *kind = g_match_info_fetch_named (match, "kind");
      g_hash_table_insert (sheets, g_match_info_fetch_named (match, "name"),
                           GINT_TO_POINTER (g_strcmp0 (kind, "LIST") == 0));
    }
}

/* A form says what its sheet is called; sheet-names.h, what others speak of. */
static gboolean
is_of_names (const HouseFile *file)
{
  return g_str_has_suffix (file->path, "domain/sheet-names.h");
}

static void
learn_sheets (const HouseFile *file, GPtrArray *problems)
{
  (void) problems;
  if (strcmp (file->layer, "forms") == 0)
    learn_pattern (file, "\\.name = \"(?<name>[^\"]+)\",\\s+\\.title = (?<kind>)");
  else if (is_of_names (file))
    learn_pattern (file, "^#define YL_(?<kind>SHEET|LIST)_\\w+ \"(?<name>[^\"]+)\"");
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

/* A list, and a word as short as 校验, is a sheet where it stands as one: “校验”, 校验!A1. */
static gboolean
names_sheet (const char *text, const char *sheet, gboolean is_list)
{
  const gboolean is_short = g_utf8_strlen (sheet, -1) < 4;
  g_autofree char *quoted = g_strdup_printf ("“%s”|'%s'|%s!", sheet, sheet, sheet);
  if (is_short || is_list)
    return (!is_short && strcmp (text, sheet) == 0) || g_regex_match_simple (quoted, text, 0, 0);
  return strstr (text, sheet) != NULL;
}

static void
check_text (const HouseFile *file, guint line, const char *text, GPtrArray *problems)
{
  GHashTableIter iter;
  gpointer sheet, is_list;
  g_hash_table_iter_init (&iter, sheets);
  while (g_hash_table_iter_next (&iter, &sheet, &is_list))
    if (names_sheet (text, sheet, GPOINTER_TO_INT (is_list)))
      house_report (problems, file, line, "“%s” is a sheet: its name is the form's or of domain",
                    (const char *) sheet);
}

static void
check_sheets (const HouseFile *file, GPtrArray *problems)
{
  g_autoptr (GRegex) quoted = g_regex_new ("\"((?:[^\"\\\\]|\\\\.)*)\"", 0, 0, NULL);
  const gboolean is_place = strcmp (file->layer, "forms") == 0 || is_of_names (file);
  for (guint i = 0; !is_place && file->lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      for (g_regex_match (quoted, file->lines[i], 0, &match); g_match_info_matches (match);
           g_match_info_next (match, NULL))
        {
          g_autofree char *text = g_match_info_fetch (match, 1);
          check_text (file, i + 1, text, problems);
        }
    }
}

static void
no_sheet_is_named_outside_forms (void **state)
{
  (void) state;
  assert_true (g_hash_table_contains (sheets, "里程汇总"));
  assert_true (g_hash_table_contains (sheets, "预算总表"));
  assert_true (g_hash_table_contains (sheets, "资金来源"));
  house_assert_clean (check_sheets);
}

static void
a_planted_sheet_is_found (void **state)
{
  (void) state;
  house_assert_found (check_sheets, "src/app/a.c", "\nfind (book, \"分乡镇汇总\");\n",
                      "src/app/a.c:2:");
  house_assert_found (check_sheets, "src/cli/a.c", "help (\"例：--sheet 里程汇总 -o a\");\n",
                      "src/cli/a.c:1:");
  house_assert_found (check_sheets, "src/figures/a.c", "say (\"取“资金来源”的合计\");\n",
                      "src/figures/a.c:1:");
  house_assert_found (check_sheets, "src/io/a.c", "f (\"x\", \"资金来源\");\n", "src/io/a.c:1:");
  house_assert_found (check_sheets, "src/audit/a.c", "f (\"见 校验!A1\");\n", "src/audit/a.c:1:");
  house_assert_allowed (check_sheets, "src/audit/a.c", "f (\"校验\", \"请补列资金来源\");\n");
  house_assert_allowed (check_sheets, "src/app/a.c", "/* \"分乡镇汇总\" */\n");
  house_assert_allowed (check_sheets, "src/forms/a.c", "f (\"里程汇总\");\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (no_formula_has_the_letter_of_a_column),
    cmocka_unit_test (a_planted_letter_is_found),
    cmocka_unit_test (only_one_folder_knows_the_library_that_writes_xlsx),
    cmocka_unit_test (a_planted_library_is_found),
    cmocka_unit_test_setup_teardown (no_sheet_is_named_outside_forms, learn, forget),
    cmocka_unit_test_setup_teardown (a_planted_sheet_is_found, learn, forget),
  };
  return cmocka_run_group_tests_name ("forms of the house", tests, NULL, NULL);
}
