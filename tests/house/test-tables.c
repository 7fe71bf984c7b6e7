/* A table that an enum indexes holds a row for every member, and says so where it stands. */
#include "house/tree.h"
#include "support/assert.h"

#include <string.h>

/* Member of an enum in a header → (GPtrArray of char *) all members of that enum. */
static GHashTable *shared_enums;

/* YL_N_CLASSES, N_COLUMNS: the number of members, no member. */
static gboolean
is_count (const char *name)
{
  return g_str_has_prefix (name, "N_") || strstr (name, "_N_") != NULL;
}

static GHashTable *
enums_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                (GDestroyNotify) g_ptr_array_unref);
}

static void
collect_enum (const char *body, GHashTable *enums)
{
  g_auto (GStrv) parts = g_strsplit (body, ",", -1);
  g_autoptr (GPtrArray) members = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *name = g_strstrip (parts[i]);
      const gsize length = strspn (name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ_0123456789");
      g_autofree char *member = g_strndup (name, length);
      if (length > 0 && !is_count (member))
        g_ptr_array_add (members, g_steal_pointer (&member));
    }
  for (guint i = 0; i < members->len; i++)
    g_hash_table_insert (enums, g_strdup (g_ptr_array_index (members, i)),
                         g_ptr_array_ref (members));
}

static void
collect_enums (const HouseFile *file, GHashTable *enums)
{
  g_autoptr (GRegex) pattern = g_regex_new ("\\benum\\b[^{};]*\\{([^{}]*)\\}", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  for (g_regex_match (pattern, file->code, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      g_autofree char *body = g_match_info_fetch (match, 1);
      collect_enum (body, enums);
    }
}

static void
collect_shared_enums (const HouseFile *file, GPtrArray *problems)
{
  (void) problems;
  if (g_str_has_suffix (file->path, ".h"))
    collect_enums (file, shared_enums);
}

static int
read_shared_enums (void **state)
{
  (void) state;
  g_autoptr (GPtrArray) problems = g_ptr_array_new ();
  shared_enums = enums_new ();
  house_check (house_get_root (), collect_shared_enums, problems);
  return 0;
}

static int
forget_shared_enums (void **state)
{
  (void) state;
  g_clear_pointer (&shared_enums, g_hash_table_unref);
  return 0;
}

/* An array as its definition gives it. */
typedef struct
{
  char *name;
  char *size;         /* between its first brackets: "" or "YL_N_CLASSES" */
  GPtrArray *indexes; /* of char *: [INDEX] = … */
  guint n_rows;       /* at the outermost level */
  guint line;
} Table;

static void
table_clear (Table *table)
{
  g_free (table->name);
  g_free (table->size);
  g_ptr_array_unref (table->indexes);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Table, table_clear)

/* Reads the rows between the braces of which @open is the first. */
static void
read_rows (const char *open, Table *table)
{
  guint depth = 0;
  gboolean is_row_open = FALSE;
  for (const char *at = open; *at != '\0'; at++)
    {
      const gboolean is_outermost = depth == 1;
      if (*at == '{' || *at == '(')
        depth++;
      else if (*at == '}' || *at == ')')
        depth--;
      if (depth == 0)
        return;
      if (is_outermost && *at == ',')
        is_row_open = FALSE;
      else if (is_outermost && !g_ascii_isspace (*at) && !is_row_open)
        {
          is_row_open = TRUE;
          table->n_rows++;
          const char *end = *at == '[' ? strchr (at, ']') : NULL;
          if (end != NULL && g_ascii_isupper (at[1]))
            g_ptr_array_add (table->indexes, g_strndup (at + 1, (gsize) (end - at - 1)));
        }
    }
}

static GPtrArray *
find_enum (GHashTable *own_enums, const char *member)
{
  GPtrArray *members = g_hash_table_lookup (own_enums, member);
  return members != NULL ? members : g_hash_table_lookup (shared_enums, member);
}

/* Names the members of the enums of @table that it has no row for. */
static void
check_rows (const HouseFile *file, const Table *table, GHashTable *own_enums, GPtrArray *problems)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < table->indexes->len; i++)
    {
      GPtrArray *members = find_enum (own_enums, g_ptr_array_index (table->indexes, i));
      if (members == NULL || !g_hash_table_add (seen, members))
        continue;
      for (guint k = 0; k < members->len; k++)
        if (!g_ptr_array_find_with_equal_func (table->indexes, g_ptr_array_index (members, k),
                                               g_str_equal, NULL))
          house_report (problems, file, table->line, "%s has no row for %s", table->name,
                        (const char *) g_ptr_array_index (members, k));
    }
}

static void
check_assertion (const HouseFile *file, const Table *table, GPtrArray *problems)
{
  g_autofree char *assertion = g_strdup_printf ("G_STATIC_ASSERT \\(G_N_ELEMENTS \\(%s\\) == |"
                                                "YL_DEFINE_COLUMN \\([^()]*\\s%s,\\s",
                                                table->name, table->name);
  if (table->size[0] != '\0')
    house_report (problems, file, table->line, "%s[%s]: a size hides what is missing: leave it out",
                  table->name, table->size);
  else if (!g_regex_match_simple (assertion, file->code, 0, 0))
    house_report (problems, file, table->line, "%s is not asserted to be whole", table->name);
}

/* Words by an enum: the macro asserts their number, but not that no member was left out. */
static void
check_words (const HouseFile *file, GHashTable *own_enums, GPtrArray *problems)
{
  g_autoptr (GRegex) pattern =
      g_regex_new ("YL_DEFINE_(?:TEXTS|MEMBERS) (\\()\\s*(\\w+)", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  for (g_regex_match (pattern, file->code, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int open;
      g_match_info_fetch_pos (match, 1, &open, NULL);
      g_auto (Table) table = { g_match_info_fetch (match, 2), g_strdup (""),
                               g_ptr_array_new_with_free_func (g_free), 0,
                               house_get_line (file, (gsize) open) };
      read_rows (file->code + open, &table);
      check_rows (file, &table, own_enums, problems);
    }
}

static void
check_tables (const HouseFile *file, GPtrArray *problems)
{
  g_autoptr (GHashTable) own_enums = enums_new ();
  collect_enums (file, own_enums);
  check_words (file, own_enums, problems);
  g_autoptr (GRegex) pattern =
      g_regex_new ("(\\w+)\\[(\\w*)\\](?:\\[\\w*\\])*\\s=\\s+\\{", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;
  for (g_regex_match (pattern, file->code, 0, &match); g_match_info_matches (match);
       g_match_info_next (match, NULL))
    {
      int start, end;
      g_match_info_fetch_pos (match, 0, &start, &end);
      g_auto (Table) table = { g_match_info_fetch (match, 1), g_match_info_fetch (match, 2),
                               g_ptr_array_new_with_free_func (g_free), 0,
                               house_get_line (file, (gsize) start) };
      read_rows (file->code + end - 1, &table);
      const gboolean is_sized = is_count (table.size) && table.n_rows > 1;
      if (table.indexes->len > 0 || is_sized)
        {
          check_rows (file, &table, own_enums, problems);
          check_assertion (file, &table, problems);
        }
    }
}

static void
every_table_by_an_enum_is_whole (void **state)
{
  (void) state;
  house_assert_clean (check_tables);
}

#define SIZES "enum\n{\n  SMALL,\n  LARGE,\n  N_SIZES,\n};\n"
#define IS_WHOLE "G_STATIC_ASSERT (G_N_ELEMENTS (names) == N_SIZES);\n"

static void
a_row_that_is_missing_is_named (void **state)
{
  (void) state;
  house_assert_found (check_tables, "src/base/a.c",
                      SIZES "static const int names[] = {\n  [LARGE] = 2,\n};\n" IS_WHOLE,
                      "src/base/a.c:7: names has no row for SMALL");
  house_assert_allowed (check_tables, "src/base/a.c",
                        SIZES
                        "static const int names[] = { [SMALL] = 1, [LARGE] = 2 };\n" IS_WHOLE);
}

static void
a_table_says_that_it_is_whole_and_gives_no_size (void **state)
{
  (void) state;
  house_assert_found (check_tables, "src/base/a.c",
                      SIZES "static const int names[] = { [SMALL] = 1, [LARGE] = 2 };\n",
                      "src/base/a.c:7: names is not asserted");
  house_assert_found (check_tables, "src/base/a.c",
                      SIZES "static const char *const names[N_SIZES] = { \"小\", \"大\" };\n",
                      "src/base/a.c:7: names[N_SIZES]: a size hides");
  house_assert_allowed (check_tables, "src/base/a.c",
                        SIZES "static const char *const names[] = { \"}\", \"[\" };\n" IS_WHOLE);
}

static void
words_by_an_enum_have_every_member (void **state)
{
  (void) state;
  house_assert_found (check_tables, "src/base/a.c",
                      SIZES "YL_DEFINE_TEXTS (get_text, Size, N_SIZES, [LARGE] = \"大\")\n",
                      "src/base/a.c:7: get_text has no row for SMALL");
  house_assert_allowed (
      check_tables, "src/base/a.c",
      SIZES "static const Row rows[] = { [SMALL] = { \"小\" }, [LARGE] = { \"大\" } };\n"
            "YL_DEFINE_COLUMN (get_text, Size, N_SIZES, rows, text)\n");
}

static void
an_array_to_work_in_is_no_table (void **state)
{
  (void) state;
  house_assert_allowed (check_tables, "src/base/a.c",
                        SIZES "void\nf (void)\n{\n  int sums[N_SIZES] = { 0 };\n}\n");
  house_assert_allowed (check_tables, "src/base/a.c",
                        SIZES "static const Case it = { .sums = { [LARGE] = 7 } };\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_table_by_an_enum_is_whole),
    cmocka_unit_test (a_row_that_is_missing_is_named),
    cmocka_unit_test (a_table_says_that_it_is_whole_and_gives_no_size),
    cmocka_unit_test (words_by_an_enum_have_every_member),
    cmocka_unit_test (an_array_to_work_in_is_no_table),
  };
  return cmocka_run_group_tests_name ("tables", tests, read_shared_enums, forget_shared_enums);
}
