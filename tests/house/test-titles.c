/* What people read of a member of an enum stands in one place. */
#include "house/tree.h"
#include "support/assert.h"

#include <string.h>

/* "[MEMBER] text" → "path:line" of the row that says it. */
static GHashTable *told;

static gboolean
is_for_people (const char *text)
{
  return !g_str_is_ascii (text);
}

/* Notes that a row of @member, or of a table whose size it is, says @text at @offset. */
static void
note_text (
    const HouseFile *file, const char *member, const char *text, gsize offset, GPtrArray *problems)
{
  if (!is_for_people (text))
    return;
  const guint line = house_get_line (file, offset);
  g_autofree char *key = g_strdup_printf ("%s “%s”", member, text);
  const char *before = g_hash_table_lookup (told, key);
  if (before != NULL)
    house_report (problems, file, line, "%s is said at %s too", key, before);
  else
    g_hash_table_insert (told, g_steal_pointer (&key), g_strdup_printf ("%s:%u", file->path, line));
}

/* Where the row ends that begins at @at: at a comma or a bracket that it did not open. */
static gsize
find_end (const char *code, gsize at)
{
  int depth = 0;
  for (; code[at] != '\0'; at++)
    if (strchr ("{([", code[at]) != NULL)
      depth++;
    else if (strchr ("})]", code[at]) != NULL && --depth < 0)
      break;
    else if (depth == 0 && strchr (",;", code[at]) != NULL)
      break;
  return at;
}

static void
note_row (const HouseFile *file, const char *member, gsize start, GPtrArray *problems)
{
  static const char *const quoted = "\"((?:[^\"\\\\]|\\\\.)*)\"";
  const gsize end = find_end (file->code, start);
  g_autofree char *row = g_strndup (file->text + start, end - start);
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GRegex) pattern = g_regex_new (quoted, G_REGEX_RAW, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  for (g_regex_match (pattern, row, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int at;
      g_autofree char *text = g_match_info_fetch (match, 1);
      g_match_info_fetch_pos (match, 1, &at, NULL);
      if (g_hash_table_add (own, g_strdup (text)))
        note_text (file, member, text, start + (gsize) at, problems);
    }
}

static void
check_titles (const HouseFile *file, GPtrArray *problems)
{
  g_autoptr (GRegex) pattern = g_regex_new ("\\[(YL_[A-Z0-9_]+)\\]\\s*=\\s*", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  for (g_regex_match (pattern, file->code, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int end;
      g_autofree char *member = g_match_info_fetch (match, 1);
      g_match_info_fetch_pos (match, 0, NULL, &end);
      note_row (file, member, (gsize) end, problems);
    }
}

static int
remember (void **state)
{
  (void) state;
  told = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  return 0;
}

static int
forget (void **state)
{
  (void) state;
  g_clear_pointer (&told, g_hash_table_unref);
  return 0;
}

static void
a_member_of_an_enum_is_called_the_same_in_one_table_only (void **state)
{
  (void) state;
  house_assert_clean (check_titles);
}

static void
a_name_that_a_second_table_repeats_is_found (void **state)
{
  (void) state;
  house_assert_found (
      check_titles, "src/domain/a.c",
      "static const char *const names[] = { [YL_BAD] = \"差\", [YL_GOOD] = \"良\" };\n"
      "YL_DEFINE_MEMBERS (yl_state, YlState, 2, [YL_GOOD] = { \"good\", \"良\" })\n",
      "src/domain/a.c:2: YL_GOOD “良” is said at src/domain/a.c:1 too");
}

static void
marks_of_a_table_with_a_size_are_told_once (void **state)
{
  (void) state;
  house_assert_found (check_titles, "src/domain/a.c",
                      "static const char *const marks[YL_N_COSTS] = { \"①\" };\n\n"
                      "static const char *const numbers[YL_N_COSTS] = { \"①\" };\n",
                      "src/domain/a.c:3: YL_N_COSTS “①” is said at src/domain/a.c:1 too");
}

static void
keys_and_other_members_may_share_a_word (void **state)
{
  (void) state;
  house_assert_allowed (check_titles, "src/domain/a.c",
                        "static const Row rows[] = { [YL_A] = { \"key\", \"甲\" } };\n"
                        "static const Row more[] = { [YL_A] = { \"key\", \"乙\" }, [YL_B] = { "
                        "\"key\", \"甲\" } };\n"
                        "static const Head heads[YL_N_A] = { { \"元\" }, { \"元\" } };\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test_setup_teardown (a_member_of_an_enum_is_called_the_same_in_one_table_only,
                                     remember, forget),
    cmocka_unit_test_setup_teardown (a_name_that_a_second_table_repeats_is_found, remember, forget),
    cmocka_unit_test_setup_teardown (marks_of_a_table_with_a_size_are_told_once, remember, forget),
    cmocka_unit_test_setup_teardown (keys_and_other_members_may_share_a_word, remember, forget),
  };
  return cmocka_run_group_tests_name ("titles", tests, NULL, NULL);
}
