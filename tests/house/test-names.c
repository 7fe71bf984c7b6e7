/* A name of ours means one thing in the whole tree: types and constants. */
#include "house/tree.h"
#include "support/assert.h"

#include <string.h>

/* Name → where it was given first. */
static GHashTable *given;

static int
forget_names (void **state)
{
  (void) state;
  g_clear_pointer (&given, g_hash_table_unref);
  given = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return 0;
}

static void
give_name (const HouseFile *file, char *name, gsize offset, GPtrArray *problems)
{
  const guint line = house_get_line (file, offset);
  const char *first = g_hash_table_lookup (given, name);
  if (first != NULL)
    house_report (problems, file, line, "%s is the name of something else at %s", name, first);
  if (first != NULL)
    g_free (name);
  else
    g_hash_table_insert (given, name, g_strdup_printf ("%s:%u", file->path, line));
}

/* Where the bracket that opens at @open closes; the end of the text when it does not. */
static const char *
find_close (const char *open)
{
  guint depth = 0;
  for (const char *at = open; *at != '\0'; at++)
    {
      depth += *at == '{';
      depth -= *at == '}';
      if (depth == 0)
        return at;
    }
  return open + strlen (open);
}

/* The name that the typedef at @at gives: behind its braces, between the brackets of a pointer to a
 * function, or before its semicolon. A type that is only announced is named where it is defined. */
static char *
find_type_name (const char *at)
{
  const gsize head = strcspn (at, "{;");
  const char *end = at[head] == '{' ? find_close (at + head) : at;
  const char *stop = strchr (end, ';');
  if (stop == NULL)
    return NULL;
  g_autofree char *rest = g_strndup (end, (gsize) (stop - end));
  g_autoptr (GRegex) name = g_regex_new (
      "\\(\\*(\\w+)\\)|(\\w+)\\s*(?:\\[\\w*\\]|__attribute__.*)?$", G_REGEX_DOTALL, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  if (!g_regex_match (name, rest, 0, &match))
    return NULL;
  char *found = g_match_info_fetch (match, 1);
  if (found != NULL && found[0] != '\0')
    return found;
  g_free (found);
  return g_match_info_fetch (match, 2);
}

static void
check_types (const HouseFile *file, GPtrArray *problems)
{
  g_autoptr (GRegex) pattern = g_regex_new ("^typedef\\b", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  for (g_regex_match (pattern, file->code, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int start;
      g_match_info_fetch_pos (match, 0, &start, NULL);
      g_autofree char *name = find_type_name (file->code + start);
      if (name != NULL && g_str_has_prefix (name, "Yl"))
        give_name (file, g_steal_pointer (&name), (gsize) start, problems);
    }
}

static void
check_constants (const HouseFile *file, GPtrArray *problems)
{
  g_autoptr (GRegex) pattern = g_regex_new ("^#define (YL_\\w+)", G_REGEX_MULTILINE, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  for (g_regex_match (pattern, file->code, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int start;
      g_match_info_fetch_pos (match, 0, &start, NULL);
      give_name (file, g_match_info_fetch (match, 1), (gsize) start, problems);
    }
}

static void
a_type_has_a_name_of_its_own (void **state)
{
  (void) state;
  house_assert_clean (check_types);
}

static void
a_constant_has_a_name_of_its_own (void **state)
{
  (void) state;
  house_assert_clean (check_constants);
}

static void
a_type_name_that_is_given_twice_is_found (void **state)
{
  (void) state;
  house_assert_found (check_types, "src/io/csv/a.c",
                      "typedef struct\n{\n  struct { int a; } b;\n} YlRow;\n\n"
                      "typedef gboolean (*YlRow) (int a, int b);\n",
                      "src/io/csv/a.c:6: YlRow is the name of something else at src/io/csv/a.c:1");
}

static void
each_kind_of_type_has_its_name (void **state)
{
  (void) state;
  house_assert_allowed (
      check_types, "src/io/csv/a.c",
      "typedef struct _YlPool YlPool;\ntypedef enum\n{\n  A,\n  B\n} YlLetter;\n"
      "typedef gint8 YlLanes __attribute__ ((vector_size (16)));\n"
      "typedef const YlRow *(*YlFind) (YlText text);\ntypedef guint32 YlPair[2];\n");
  assert_number_equal (g_hash_table_size (given), 5);
  assert_true (g_hash_table_contains (given, "YlPool"));
  assert_true (g_hash_table_contains (given, "YlLetter"));
  assert_true (g_hash_table_contains (given, "YlLanes"));
  assert_true (g_hash_table_contains (given, "YlFind"));
  assert_true (g_hash_table_contains (given, "YlPair"));
}

static void
a_constant_that_is_given_twice_is_found (void **state)
{
  (void) state;
  house_assert_found (check_constants, "src/io/csv/a.c",
                      "#define YL_ROWS 1\n#define ROWS 2\n#define YL_ROWS 3\n",
                      "src/io/csv/a.c:3: YL_ROWS is the name of something else");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup (a_type_has_a_name_of_its_own, forget_names),
    cmocka_unit_test_setup (a_constant_has_a_name_of_its_own, forget_names),
    cmocka_unit_test_setup (a_type_name_that_is_given_twice_is_found, forget_names),
    cmocka_unit_test_setup (each_kind_of_type_has_its_name, forget_names),
    cmocka_unit_test_setup (a_constant_that_is_given_twice_is_found, forget_names),
  };
  return cmocka_run_group_tests_name ("names", tests, NULL, NULL);
}
