/* Scripts run with the interpreter whose modules the README's lines install: another python3 that
 * comes first in the PATH has none of them. */
#include "house/tree.h"
#include "support/assert.h"

#include <string.h>

static const char INTERPRETER[] = "#!/usr/bin/python3\n";

/* Adds "path: what" when @text is a script for a python of somebody's choice. */
static void
check_script (const char *path, const char *text, GPtrArray *problems)
{
  const char *end = strchr (text, '\n');
  if (end == NULL || !g_str_has_prefix (text, "#!"))
    return;
  g_autofree char *first = g_strndup (text, (gsize) (end - text) + 1);
  if (strstr (first, "python") != NULL && strcmp (first, INTERPRETER) != 0)
    g_ptr_array_add (problems, g_strdup_printf ("%s: runs the first python3 of the PATH", path));
}

/* Returns the number of scripts below @folder, by their first two letters. */
static guint
check_folder (const char *folder, GPtrArray *problems)
{
  guint n = 0;
  const char *name;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *text = NULL;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        {
          n += check_folder (path, problems);
          continue;
        }
      if (!g_file_get_contents (path, &text, NULL, NULL))
        continue;
      n += g_str_has_prefix (text, "#!") ? 1 : 0;
      check_script (path, text, problems);
    }
  return n;
}

static void
every_script_runs_the_python_that_has_its_modules (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *tests = g_build_filename (house_get_root (), "tests", NULL);
  assert_true (check_folder (tests, problems) > 30);
  for (guint i = 0; i < problems->len; i++)
    print_error ("%s\n", (const char *) g_ptr_array_index (problems, i));
  assert_int_equal (problems->len, 0);
}

static void
a_script_for_any_python_is_found (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  check_script ("a", "#!/usr/bin/env python3\nimport openpyxl\n", problems);
  check_script ("b", "#!/usr/bin/python3\n", problems);
  check_script ("c", "#!/bin/sh\nexec python3\n", problems);
  assert_int_equal (problems->len, 1);
  assert_true (g_str_has_prefix (g_ptr_array_index (problems, 0), "a: "));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_script_runs_the_python_that_has_its_modules),
    cmocka_unit_test (a_script_for_any_python_is_found),
  };
  return cmocka_run_group_tests_name ("scripts", tests, NULL, NULL);
}
