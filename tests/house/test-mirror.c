/* Equal paths for any idea: include/yanglu/calc/shares.h has src/calc/shares.c. */
#include "house/tree.h"
#include "support/assert.h"

#include <string.h>

/* Whether the header promises a function: those need a source of the same name. */
static gboolean
has_prototype (const HouseFile *file)
{
  g_autoptr (GRegex) prototype = g_regex_new ("\\byl_[a-z0-9_]+ \\(", 0, 0, NULL);
  for (guint i = 0; file->lines[i] != NULL; i++)
    if (file->lines[i][0] != '#' && g_regex_match (prototype, file->lines[i], 0, NULL))
      return TRUE;
  return FALSE;
}

static void
check_mirror_below (const char *root, const HouseFile *file, GPtrArray *problems)
{
  if (!g_str_has_prefix (file->path, "include/yanglu/") || !has_prototype (file))
    return;
  const char *unit = file->path + strlen ("include/yanglu/");
  g_autofree char *source =
      g_strdup_printf ("%s/src/%.*s.c", root, (int) (strlen (unit) - strlen (".h")), unit);
  if (!g_file_test (source, G_FILE_TEST_EXISTS))
    house_report (problems, file, 0, "no source of the same path under src");
}

static void
check_mirror (const HouseFile *file, GPtrArray *problems)
{
  check_mirror_below (house_get_root (), file, problems);
}

static void
every_header_has_its_source_at_the_same_path (void **state)
{
  (void) state;
  house_assert_clean (check_mirror);
}

static void
a_header_without_its_source_is_found (void **state)
{
  (void) state;
  house_assert_found (check_mirror, "include/yanglu/base/nowhere.h",
                      "void yl_nowhere_make (int a);\n", "include/yanglu/base/nowhere.h:");
  house_assert_allowed (check_mirror, "include/yanglu/base/nowhere.h",
                        "/* yl_nowhere_make () */\ntypedef int YlNowhere;\n");
}

/* A source that no meson.build names is compiled by nobody, and says so to nobody. */
static void
check_built (const HouseFile *file, GPtrArray *problems)
{
  if (!g_str_has_suffix (file->path, ".c"))
    return;
  g_autofree char *folder = g_path_get_dirname (file->path);
  g_autofree char *list = g_build_filename (house_get_root (), folder, "meson.build", NULL);
  g_autofree char *text = NULL;
  g_autofree char *name = g_strdup_printf ("'%s'", strrchr (file->path, '/') + 1);
  if (!g_file_get_contents (list, &text, NULL, NULL) || strstr (text, name) == NULL)
    house_report (problems, file, 0, "no meson.build beside it names it: nobody compiles it");
}

static void
every_source_is_compiled (void **state)
{
  (void) state;
  house_assert_clean (check_built);
}

static void
a_source_that_nobody_compiles_is_found (void **state)
{
  (void) state;
  house_assert_found (check_built, "src/base/nowhere.c", "int a;\n",
                      "src/base/nowhere.c: no meson");
  house_assert_allowed (check_built, "src/base/money.c", "int a;\n");
}

/* Function → the place of its first definition. The linker takes the first of two in different
 * archives without a word. */
static GHashTable *defined;

static void
check_once (const HouseFile *file, GPtrArray *problems)
{
  if (!g_str_has_suffix (file->path, ".c"))
    return;
  for (guint i = 0; file->lines[i] != NULL; i++)
    {
      const char *line = file->lines[i];
      const char *end = g_str_has_prefix (line, "yl_") ? strstr (line, " (") : NULL;
      if (end == NULL)
        continue;
      g_autofree char *name = g_strndup (line, (gsize) (end - line));
      const char *first = g_hash_table_lookup (defined, name);
      if (first != NULL)
        house_report (problems, file, i + 1, "%s () is defined at %s as well", name, first);
      else
        g_hash_table_insert (defined, g_steal_pointer (&name),
                             g_strdup_printf ("%s:%u", file->path, i + 1));
    }
}

static int
forget_functions (void **state)
{
  (void) state;
  g_clear_pointer (&defined, g_hash_table_unref);
  defined = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return 0;
}

static void
no_two_functions_have_one_name (void **state)
{
  (void) state;
  house_assert_clean (check_once);
}

static void
a_name_given_twice_is_found (void **state)
{
  (void) state;
  house_assert_found (check_once, "src/io/csv/a.c",
                      "void\nyl_a_make (int a)\n{\n}\n\nint\nyl_a_make (void)\n{\n}\n",
                      "src/io/csv/a.c:7: yl_a_make ()");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_header_has_its_source_at_the_same_path),
    cmocka_unit_test (a_header_without_its_source_is_found),
    cmocka_unit_test (every_source_is_compiled),
    cmocka_unit_test (a_source_that_nobody_compiles_is_found),
    cmocka_unit_test_setup (no_two_functions_have_one_name, forget_functions),
    cmocka_unit_test_setup (a_name_given_twice_is_found, forget_functions),
  };
  return cmocka_run_group_tests_name ("mirror", tests, NULL, NULL);
}
