/* Texts of strangers are hashed under a key: names that were chosen to share a hash cost nothing. */
#include "house/tree.h"
#include "support/assert.h"

#include <string.h>

/* What hashes texts as everybody knows, and what does so under a key. */
static const struct
{
  const char *known;
  const char *keyed;
} hashes[] = {
  { "g_str_hash", "yl_keyed_str_hash" },
  { "g_string_chunk_insert_const", "yl_text_set_keep" },
};

static void
check_hashes (const HouseFile *file, GPtrArray *problems)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hashes); i++)
    for (const char *at = strstr (file->code, hashes[i].known); at != NULL;
         at = strstr (at + 1, hashes[i].known))
      house_report (problems, file, house_get_line (file, (gsize) (at - file->code)),
                    "texts are hashed by %s", hashes[i].keyed);
}

static void
a_text_is_hashed_under_a_key (void **state)
{
  (void) state;
  house_assert_clean (check_hashes);
}

static void
a_hash_that_everybody_knows_is_found (void **state)
{
  (void) state;
  house_assert_found (check_hashes, "src/io/csv/a.c",
                      "/* g_str_hash */\nGHashTable *\nnew (void)\n{\n"
                      "  return g_hash_table_new (g_str_hash, g_str_equal);\n}\n",
                      "src/io/csv/a.c:5: texts are hashed by yl_keyed_str_hash");
  house_assert_found (check_hashes, "src/io/csv/a.c",
                      "char *text = g_string_chunk_insert_const (chunk, \"\");\n",
                      "src/io/csv/a.c:1: texts are hashed by yl_text_set_keep");
}

static void
a_hash_under_a_key_is_allowed (void **state)
{
  (void) state;
  house_assert_allowed (check_hashes, "src/io/csv/a.c",
                        "GHashTable *names = g_hash_table_new (yl_keyed_str_hash, g_str_equal);\n");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_text_is_hashed_under_a_key),
    cmocka_unit_test (a_hash_that_everybody_knows_is_found),
    cmocka_unit_test (a_hash_under_a_key_is_allowed),
  };
  return cmocka_run_group_tests_name ("hashes", tests, NULL, NULL);
}
