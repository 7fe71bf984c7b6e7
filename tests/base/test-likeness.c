#include "support/assert.h"

#include "yanglu/base/likeness.h"

#include <string.h>

static void
likeness_counts_characters_not_bytes (void **state)
{
  (void) state;
  assert_int_equal (yl_likeness_distance ("", ""), 0);
  assert_int_equal (yl_likeness_distance ("闫寺街道", "闫寺街道"), 0);
  assert_int_equal (yl_likeness_distance ("闫寺街道", "闫寺镇"), 2);
  assert_int_equal (yl_likeness_distance ("", "沙镇镇"), 3);
  assert_int_equal (yl_likeness_distance ("X001371502", "X010371502"), 2);
  assert_int_equal (yl_likeness_distance ("x001371502", "X001371502"), 0);
}

static void
texts_of_any_length_are_compared_by_their_beginning (void **state)
{
  (void) state;
  g_autofree char *longer = g_strnfill (100000, 'a');
  g_autofree char *shorter = g_strnfill (64, 'a');
  assert_int_equal (yl_likeness_distance (longer, shorter), 0);
  assert_int_equal (yl_likeness_distance (longer, ""), 64);
}

static void
the_nearest_names_come_first_and_once (void **state)
{
  static const char *const names[] = { "堂邑镇", "沙镇镇", "沙镇镇", "道口铺街道", "沙镇" };
  (void) state;
  g_autoptr (YlNearest) nearest = yl_nearest_new ("沙镇乡", 2);
  assert_text_equal_free (yl_nearest_advise (nearest, NULL), "");
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    yl_nearest_offer (nearest, names[i]);
  assert_text_equal_free (yl_nearest_advise (nearest, NULL), "是不是“沙镇镇”或“沙镇”？");
}

/* What is said to who asks for @asked where there are @names, parted by blanks. */
static void
assert_advised (const char *asked, const char *names, const char *lister, const char *expected)
{
  g_autoptr (YlNearest) nearest = yl_nearest_new (asked, 2);
  g_auto (GStrv) parts = g_strsplit (names, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    yl_nearest_offer (nearest, parts[i]);
  assert_text_equal_free (yl_nearest_advise (nearest, lister), expected);
}

static void
a_name_of_which_half_is_right_may_have_been_meant (void **state)
{
  (void) state;
  assert_advised ("bugdet", "new check budget", NULL, "是不是“budget”？");
  assert_advised ("BUDGET", "new check budget", NULL, "是不是“budget”？");
  /* Two of four are wrong, then three of four. */
  assert_advised ("abyz", "abcd", NULL, "是不是“abcd”？");
  assert_advised ("axyz", "abcd", NULL, "可用的有“abcd”。");
  /* Of two that are as near both; one that is farther is not asked about. */
  assert_advised ("A1", "A01 A10 B22", "查表。", "是不是“A01”或“A10”？查表。");
  assert_advised ("A01x", "A01 A02", NULL, "是不是“A01”？");
}

static void
a_part_of_a_name_may_have_been_meant_but_not_a_single_letter (void **state)
{
  (void) state;
  assert_advised ("汇总", "里程明细 分乡镇汇总", NULL, "是不是“分乡镇汇总”？");
  assert_advised ("汇", "里程明细 分乡镇汇总", NULL, "可用的有“里程明细”、“分乡镇汇总”。");
}

static void
where_nothing_is_like_it_the_list_or_where_it_stands_is_told (void **state)
{
  (void) state;
  assert_advised ("qqqq", "text json", NULL, "可用的有“text”、“json”。");
  assert_advised ("qqqq", "text json", "用 list 查看。", "用 list 查看。");
  g_autoptr (YlNearest) thirty = yl_nearest_new ("qqqq", 2);
  for (guint i = 0; i < 30; i++)
    {
      g_autofree char *name = g_strdup_printf ("%02u", i);
      yl_nearest_offer (thirty, name);
    }
  g_autofree char *all = yl_nearest_advise (thirty, NULL);
  assert_true (g_str_has_prefix (all, "可用的有“00”、“01”"));
  assert_true (g_str_has_suffix (all, "、“29”。"));
  yl_nearest_offer (thirty, "30");
  assert_text_equal_free (yl_nearest_advise (thirty, NULL), "最相近的有“00”、“01”。");
}

static void
what_is_longer_than_is_compared_is_like_only_what_begins_so (void **state)
{
  (void) state;
  g_autofree char *asked = g_strnfill (200, 'a');
  g_autofree char *other = g_strnfill (200, 'b');
  g_autofree char *text = g_strdup_printf ("可用的有“%s”。", other);
  assert_advised (asked, other, NULL, text);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (likeness_counts_characters_not_bytes),
    cmocka_unit_test (texts_of_any_length_are_compared_by_their_beginning),
    cmocka_unit_test (the_nearest_names_come_first_and_once),
    cmocka_unit_test (a_name_of_which_half_is_right_may_have_been_meant),
    cmocka_unit_test (a_part_of_a_name_may_have_been_meant_but_not_a_single_letter),
    cmocka_unit_test (where_nothing_is_like_it_the_list_or_where_it_stands_is_told),
    cmocka_unit_test (what_is_longer_than_is_compared_is_like_only_what_begins_so),
  };
  return cmocka_run_group_tests_name ("likeness", tests, NULL, NULL);
}
