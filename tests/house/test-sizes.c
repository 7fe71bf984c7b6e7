/* House rules that a machine can keep: sizes, words that do not belong. */
#include "house/tree.h"
#include "support/assert.h"

#include <string.h>

#define MAX_SOURCE_LINES 800
#define MAX_HEADER_LINES 120
#define MAX_PRIVATE_HEADER_LINES 160 /* of a whole room */
#define MAX_FUNCTION_LINES 50

static guint
count_lines (const HouseFile *file)
{
  const guint n = g_strv_length (file->lines);
  return n > 0 && file->lines[n - 1][0] == '\0' ? n - 1 : n;
}

static guint
find_limit (const HouseFile *file)
{
  if (!g_str_has_suffix (file->path, ".h"))
    return MAX_SOURCE_LINES;
  return g_str_has_prefix (file->path, "include/") ? MAX_HEADER_LINES : MAX_PRIVATE_HEADER_LINES;
}

static void
check_size (const HouseFile *file, GPtrArray *problems)
{
  const guint limit = find_limit (file);
  const guint n = count_lines (file);
  if (n > limit)
    house_report (problems, file, 0, "%u lines, at most %u: it is two ideas", n, limit);
}

/* In our format a function's braces are the only ones alone in the first column. */
static void
check_functions (const HouseFile *file, GPtrArray *problems)
{
  guint start = 0;
  for (guint i = 0; file->raw_lines[i] != NULL; i++)
    {
      if (strcmp (file->raw_lines[i], "{") == 0)
        start = i + 1;
      else if (strcmp (file->raw_lines[i], "}") == 0 && start > 0)
        {
          const guint n = i - start;
          if (n > MAX_FUNCTION_LINES)
            house_report (problems, file, start, "a function of %u lines, at most %u", n,
                          MAX_FUNCTION_LINES);
          start = 0;
        }
    }
}

static gboolean
is_below_io (const HouseFile *file)
{
  static const char *const layers[] = { "base", "domain", "calc", "audit", NULL };
  return g_strv_contains (layers, file->layer);
}

static void
check_words (const HouseFile *file, GPtrArray *problems)
{
  g_autoptr (GRegex) jump = g_regex_new ("\\bgoto\\b", 0, 0, NULL);
  g_autoptr (GRegex) inexact = g_regex_new ("\\b(double|float|gdouble|gfloat)\\b", 0, 0, NULL);
  for (guint i = 0; file->lines[i] != NULL; i++)
    {
      if (g_regex_match (jump, file->lines[i], 0, NULL))
        house_report (problems, file, i + 1, "goto: cleanup is declared");
      if (is_below_io (file) && g_regex_match (inexact, file->lines[i], 0, NULL))
        house_report (problems, file, i + 1, "no double below io: money and length are whole");
    }
  if (strstr (file->path, "util") != NULL)
    house_report (problems, file, 0, "no utils: a helper belongs to the type that it helps");
}

static void
no_file_is_two_ideas (void **state)
{
  (void) state;
  house_assert_clean (check_size);
}

static void
no_function_is_longer_than_a_page (void **state)
{
  (void) state;
  house_assert_clean (check_functions);
}

static void
nobody_jumps_and_nobody_counts_money_in_doubles (void **state)
{
  (void) state;
  house_assert_clean (check_words);
}

/* @n lines of text. */
static char *
make_lines (guint n, const char *line)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\n", line);
  return g_string_free (text, FALSE);
}

static void
one_line_too_many_is_found (void **state)
{
  (void) state;
  g_autofree char *long_source = make_lines (801, "int a;");
  g_autofree char *source = make_lines (800, "int a;");
  g_autofree char *long_header = make_lines (121, "int a;");
  g_autofree char *header = make_lines (120, "int a;");
  g_autofree char *long_private = make_lines (161, "int a;");
  g_autofree char *private = make_lines (160, "int a;");
  house_assert_found (check_size, "src/base/a.c", long_source, "src/base/a.c: 801 lines");
  house_assert_allowed (check_size, "src/base/a.c", source);
  house_assert_found (check_size, "include/yanglu/base/a.h", long_header,
                      "include/yanglu/base/a.h: 121 lines");
  house_assert_allowed (check_size, "include/yanglu/base/a.h", header);
  house_assert_found (check_size, "src/base/a-private.h", long_private,
                      "src/base/a-private.h: 161 lines");
  house_assert_allowed (check_size, "src/base/a-private.h", private);
}

static void
a_function_of_51_lines_is_found (void **state)
{
  (void) state;
  g_autofree char *body = make_lines (51, "  a ();");
  g_autofree char *too_long = g_strconcat ("void\nf (void)\n{\n", body, "}\n", NULL);
  g_autofree char *page = make_lines (50, "  a ();");
  g_autofree char *just_fits = g_strconcat ("void\nf (void)\n{\n", page, "}\n", NULL);
  house_assert_found (check_functions, "src/base/a.c", too_long, "src/base/a.c:3:");
  house_assert_allowed (check_functions, "src/base/a.c", just_fits);
}

static void
a_planted_word_is_found_and_the_same_word_in_a_comment_is_not (void **state)
{
  (void) state;
  house_assert_found (check_words, "src/cli/a.c", "\n  goto out;\n", "src/cli/a.c:2: goto");
  house_assert_found (check_words, "src/calc/a.c", "double yuan;\n", "src/calc/a.c:1:");
  house_assert_found (check_words, "src/io/utils.c", "int a;\n", "src/io/utils.c:");
  house_assert_allowed (check_words, "src/io/a.c", "double width;\n");
  house_assert_allowed (check_words, "src/calc/a.c", "/* never a double,\n   never a goto */\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (no_file_is_two_ideas),
    cmocka_unit_test (no_function_is_longer_than_a_page),
    cmocka_unit_test (nobody_jumps_and_nobody_counts_money_in_doubles),
    cmocka_unit_test (one_line_too_many_is_found),
    cmocka_unit_test (a_function_of_51_lines_is_found),
    cmocka_unit_test (a_planted_word_is_found_and_the_same_word_in_a_comment_is_not),
  };
  return cmocka_run_group_tests_name ("sizes", tests, NULL, NULL);
}
