#include "support/assert.h"

#include "yanglu/base/keyed-hash.h"

#include <string.h>

static void
equal_texts_share_a_hash_wherever_they_stand (void **state)
{
  (void) state;
  static const char *const texts[] = { "", "a", "沁园街道", "1234567", "12345678", "123456789" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *moved = g_strconcat ("x", texts[i], "y", NULL);
      const YlText text = { moved + 1, strlen (texts[i]) };
      assert_int_equal (yl_keyed_hash (text), yl_keyed_str_hash (texts[i]));
    }
}

/* "Ez" and "FY" are one to g_str_hash: so are all their 4096 rows of twelve. */
static void
texts_that_were_chosen_for_another_hash_are_spread (void **state)
{
  (void) state;
  g_autoptr (GHashTable) seen = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < 4096; i++)
    {
      GString *text = g_string_new (NULL);
      for (guint bit = 0; bit < 12; bit++)
        g_string_append (text, (i >> bit & 1) != 0 ? "Ez" : "FY");
      assert_int_equal (g_str_hash (text->str), g_str_hash ("EzEzEzEzEzEzEzEzEzEzEzEz"));
      g_hash_table_add (seen, GUINT_TO_POINTER (yl_keyed_str_hash (text->str)));
      g_string_free (text, TRUE);
    }
  assert_true (g_hash_table_size (seen) > 4000);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (equal_texts_share_a_hash_wherever_they_stand),
    cmocka_unit_test (texts_that_were_chosen_for_another_hash_are_spread),
  };
  return cmocka_run_group_tests_name ("keyed-hash", tests, NULL, NULL);
}
