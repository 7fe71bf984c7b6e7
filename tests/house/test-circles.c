/* Files depend on each other one way: no source calls one that, by whatever others, calls it back.
 * Calls are looked at, not includes: one header of a room may tell what several of its files define.
 * A table of functions is no call; that is how a file lets others add to it. */
#include "house/tree.h"
#include "support/assert.h"

#include <string.h>

/* The sources of a tree, and what each names. */
typedef struct
{
  GPtrArray *paths;
  GPtrArray *names;  /* of GHashTable: the words of each source */
  GHashTable *homes; /* function → index of the source that defines it */
} Calls;

static Calls calls;

static int
set_up (void **state)
{
  (void) state;
  calls.paths = g_ptr_array_new_with_free_func (g_free);
  calls.names = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  calls.homes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return 0;
}

static int
tear_down (void **state)
{
  (void) state;
  g_ptr_array_unref (calls.paths);
  g_ptr_array_unref (calls.names);
  g_hash_table_unref (calls.homes);
  return 0;
}

/* In our format a definition begins with the name, in the first column, below its type. */
static void
add_functions (char **lines)
{
  g_autoptr (GRegex) definition = g_regex_new ("^([a-z]\\w*) \\(", 0, 0, NULL);
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    {
      g_autoptr (GMatchInfo) match = NULL;
      if (g_regex_match (definition, lines[i], 0, &match)
          && !g_str_has_prefix (lines[i - 1], "static"))
        g_hash_table_insert (calls.homes, g_match_info_fetch (match, 1),
                             GUINT_TO_POINTER (calls.paths->len));
    }
}

static void
add_source (const char *path, const char *code)
{
  g_autoptr (GRegex) word = g_regex_new ("\\b[a-z]\\w*", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  GHashTable *names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (g_regex_match (word, code, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    g_hash_table_add (names, g_match_info_fetch (match, 0));
  g_auto (GStrv) lines = g_strsplit (code, "\n", -1);
  add_functions (lines);
  g_ptr_array_add (calls.paths, g_strdup (path));
  g_ptr_array_add (calls.names, names);
}

/* Whether each source comes to each other by calls: n × n. */
static gboolean *
find_reach (void)
{
  const guint n = calls.paths->len;
  gboolean *reach = g_new0 (gboolean, (gsize) n * n);
  for (guint from = 0; from < n; from++)
    {
      GHashTableIter iter;
      gpointer name, home;
      g_hash_table_iter_init (&iter, g_ptr_array_index (calls.names, from));
      while (g_hash_table_iter_next (&iter, &name, NULL))
        if (g_hash_table_lookup_extended (calls.homes, name, NULL, &home)
            && GPOINTER_TO_UINT (home) != from)
          reach[(gsize) from * n + GPOINTER_TO_UINT (home)] = TRUE;
    }
  for (guint by = 0; by < n; by++)
    for (guint from = 0; from < n; from++)
      for (guint to = 0; to < n && reach[(gsize) from * n + by]; to++)
        reach[(gsize) from * n + to] |= reach[(gsize) by * n + to];
  return reach;
}

/* (transfer full) (element-type utf8): the files of each circle, in one line. */
static GPtrArray *
find_circles (void)
{
  const guint n = calls.paths->len;
  g_autofree gboolean *reach = find_reach ();
  g_autofree gboolean *is_told = g_new0 (gboolean, n + 1);
  GPtrArray *circles = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GString) circle = g_string_new (g_ptr_array_index (calls.paths, i));
      if (is_told[i] || !reach[(gsize) i * n + i])
        continue;
      for (guint k = i + 1; k < n; k++)
        if (reach[(gsize) i * n + k] && reach[(gsize) k * n + i])
          {
            is_told[k] = TRUE;
            g_string_append_printf (circle, " %s", (char *) g_ptr_array_index (calls.paths, k));
          }
      g_ptr_array_add (circles, g_string_free (g_steal_pointer (&circle), FALSE));
    }
  return circles;
}

static void
take_file (const HouseFile *file, GPtrArray *problems)
{
  (void) problems;
  if (g_str_has_suffix (file->path, ".c"))
    add_source (file->path, file->code);
}

static void
no_two_files_need_each_other (void **state)
{
  (void) state;
  house_assert_clean (take_file);
  g_autoptr (GPtrArray) circles = find_circles ();
  for (guint i = 0; i < circles->len; i++)
    print_error ("a circle: %s\n", (const char *) g_ptr_array_index (circles, i));
  assert_number_equal (circles->len, 0);
}

static void
a_circle_by_way_of_a_third_file_is_found (void **state)
{
  (void) state;
  add_source ("a.c", "\nint\nyl_a (void)\n{\n  return yl_b ();\n}\n");
  add_source ("b.c", "\nint\nyl_b (void)\n{\n  return yl_c ();\n}\n");
  add_source ("c.c", "\nint\nyl_c (void)\n{\n  return yl_a ();\n}\n");
  add_source ("d.c", "\nint\nyl_d (void)\n{\n  return yl_a ();\n}\n");
  g_autoptr (GPtrArray) circles = find_circles ();
  assert_number_equal (circles->len, 1);
  assert_string_equal (g_ptr_array_index (circles, 0), "a.c b.c c.c");
}

static void
functions_of_one_file_may_call_each_other (void **state)
{
  (void) state;
  add_source ("a.c", "\nint\nyl_a (void)\n{\n  return yl_b ();\n}\n\n"
                     "int\nyl_b (void)\n{\n  return yl_a ();\n}\n");
  add_source ("b.c", "\nstatic int\nyl_a (void)\n{\n  return yl_b ();\n}\n");
  g_autoptr (GPtrArray) circles = find_circles ();
  assert_number_equal (circles->len, 0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (no_two_files_need_each_other, set_up, tear_down),
    cmocka_unit_test_setup_teardown (a_circle_by_way_of_a_third_file_is_found, set_up, tear_down),
    cmocka_unit_test_setup_teardown (functions_of_one_file_may_call_each_other, set_up, tear_down),
  };
  return cmocka_run_group_tests_name ("circles", tests, NULL, NULL);
}
