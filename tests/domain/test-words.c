#include "support/assert.h"

#include "yanglu/domain/words.h"

static gboolean
add (YlWords *words, YlWordList list, const char *key, const char *text)
{
  const YlSpelling spelling = { .key = key, .text = text };
  return yl_words_add (words, list, &spelling);
}

static int
set_up (void **state)
{
  YlWords *words = yl_words_new ();
  const gboolean is_made =
      add (words, YL_WORDS_PAYER, "county", "县")
      && add (words, YL_WORDS_PAYER, "county", "县(市、区)")
      && add (words, YL_WORDS_PAYER, "social", "社会") && add (words, YL_WORDS_FLAG, "yes", "YES")
      && add (words, YL_WORDS_FLAG, "yes", "1") && add (words, YL_WORDS_FLAG, "yes", "是")
      && add (words, YL_WORDS_FLAG, "no", "否") && add (words, YL_WORDS_FLAG, "no", "—")
      && add (words, YL_WORDS_FUND_HEADS, "level", "来源层级")
      && add (words, YL_WORDS_FUND_HEADS, "amount", "金额")
      && add (words, YL_WORDS_FUND_HEADS, "level", "层级");
  *state = words;
  return is_made ? 0 : -1;
}

static int
tear_down (void **state)
{
  yl_arena_free_record (*state);
  return 0;
}

static void
a_spelling_is_found_as_it_stands_in_its_own_list (void **state)
{
  const YlSpelling *found = yl_words_find (*state, YL_WORDS_PAYER, yl_text_of ("社会"));
  assert_non_null (found);
  assert_string_equal (found->key, "social");
  assert_number_equal (found->member, 5);
  assert_null (yl_words_find (*state, YL_WORDS_PAYER, yl_text_of ("社会 ")));
  assert_null (yl_words_find (*state, YL_WORDS_PAYER, yl_text_of ("金额")));
  assert_null (yl_words_find (*state, YL_WORDS_PAYER, YL_TEXT_EMPTY));
}

static void
blanks_full_width_and_small_letters_are_read_alike (void **state)
{
  guint member = 99;
  assert_true (yl_words_read (*state, YL_WORDS_PAYER, yl_text_of (" 县（市、区） "), &member));
  assert_number_equal (member, 3);
  assert_true (yl_words_read (*state, YL_WORDS_FLAG, yl_text_of ("ｙes"), &member));
  assert_number_equal (member, 1);
  assert_true (yl_words_read (*state, YL_WORDS_PAYER, yl_text_of ("社　会"), &member));
  assert_number_equal (member, 5);
}

static void
a_name_with_its_code_or_number_is_the_name (void **state)
{
  static const char *const written[] = { "是（1）", "1是", "1-是", "YES/是", "3、是", "（是）" };
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    {
      guint member = 99;
      assert_true (yl_words_read (*state, YL_WORDS_FLAG, yl_text_of (written[i]), &member));
      assert_number_equal (member, 1);
    }
}

static void
what_stands_in_brackets_may_be_put_in (void **state)
{
  guint member = 99;
  assert_true (add (*state, YL_WORDS_CLASS, "township", "乡镇道"));
  assert_true (add (*state, YL_WORDS_CLASS, "county", "11"));
  assert_true (yl_words_read (*state, YL_WORDS_CLASS, yl_text_of ("乡（镇）道"), &member));
  assert_number_equal (member, 1);
  assert_false (yl_words_read (*state, YL_WORDS_CLASS, yl_text_of ("1（1）"), &member));
}

static void
words_that_mean_different_things_or_nothing_together_are_refused (void **state)
{
  static const char *const written[] = { "1否", "是（否）", "是（待定）", "是3",
                                         "1.1", "1/YES",    "（）" };
  guint member = 99;
  for (gsize i = 0; i < G_N_ELEMENTS (written); i++)
    assert_false (yl_words_read (*state, YL_WORDS_FLAG, yl_text_of (written[i]), &member));
  assert_number_equal (member, 99);
}

static void
a_sign_again_and_again_is_the_sign (void **state)
{
  guint member = 99;
  assert_true (yl_words_read (*state, YL_WORDS_FLAG, yl_text_of ("— ———"), &member));
  assert_number_equal (member, 0);
  assert_false (yl_words_read (*state, YL_WORDS_FLAG, yl_text_of ("—-—"), &member));
  assert_false (yl_words_read (*state, YL_WORDS_FLAG, yl_text_of ("否否"), &member));
}

static void
bytes_that_are_no_text_end_where_the_cell_does (void **state)
{
  static const char *const cells[] = { "\xE4", "\xF0", "1\xE4\xB8", "\xE6\x98\xAF\xF0",
                                       "\xC2\xC2" };
  guint member = 99;
  for (gsize i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      /* In memory of its own, so that a checker sees a byte too far. */
      g_autofree char *cell = g_strdup (cells[i]);
      assert_false (yl_words_read (*state, YL_WORDS_FLAG, yl_text_of (cell), &member));
    }
}

static void
an_unknown_word_is_refused_and_nothing_is_written (void **state)
{
  guint member = 99;
  assert_false (yl_words_read (*state, YL_WORDS_PAYER, yl_text_of ("国际"), &member));
  assert_false (yl_words_read (*state, YL_WORDS_PAYER, YL_TEXT_EMPTY, &member));
  assert_number_equal (member, 99);
}

static void
the_first_spelling_of_the_list_that_stands_inside_counts (void **state)
{
  const YlSpelling *found = yl_words_find_inside (*state, YL_WORDS_FUND_HEADS, "金额（按层级）");
  assert_string_equal (found->text, "金额");
  assert_null (yl_words_find_inside (*state, YL_WORDS_FUND_HEADS, "用途"));
}

static void
heads_are_numbered_in_the_order_of_their_keys (void **state)
{
  guint n = 0;
  const YlSpelling *heads = yl_words_get (*state, YL_WORDS_FUND_HEADS, &n);
  assert_number_equal (n, 3);
  assert_number_equal (heads[1].member, 1);
  assert_number_equal (heads[2].member, 0);
  assert_string_equal (yl_words_get_usual (*state, YL_WORDS_FUND_HEADS, "level"), "来源层级");
  assert_null (yl_words_get_usual (*state, YL_WORDS_FUND_HEADS, "width"));
}

static void
a_word_means_one_thing_of_those_the_list_knows (void **state)
{
  assert_false (add (*state, YL_WORDS_PAYER, "county", "社会"));
  assert_false (add (*state, YL_WORDS_PAYER, "village", "村"));
  assert_null (yl_words_find (*state, YL_WORDS_PAYER, yl_text_of ("村")));
}

static void
every_list_is_known_by_its_name (void **state)
{
  (void) state;
  for (guint i = 0; i < YL_N_WORD_LISTS; i++)
    {
      YlWordList list = YL_N_WORD_LISTS;
      assert_true (yl_word_list_find (yl_word_list_get_name ((YlWordList) i), &list));
      assert_number_equal (list, i);
    }
  YlWordList list = YL_N_WORD_LISTS;
  assert_false (yl_word_list_find ("heads", &list));
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    SENTENCE (a_spelling_is_found_as_it_stands_in_its_own_list),
    SENTENCE (blanks_full_width_and_small_letters_are_read_alike),
    SENTENCE (a_name_with_its_code_or_number_is_the_name),
    SENTENCE (what_stands_in_brackets_may_be_put_in),
    SENTENCE (words_that_mean_different_things_or_nothing_together_are_refused),
    SENTENCE (a_sign_again_and_again_is_the_sign),
    SENTENCE (bytes_that_are_no_text_end_where_the_cell_does),
    SENTENCE (an_unknown_word_is_refused_and_nothing_is_written),
    SENTENCE (the_first_spelling_of_the_list_that_stands_inside_counts),
    SENTENCE (heads_are_numbered_in_the_order_of_their_keys),
    SENTENCE (a_word_means_one_thing_of_those_the_list_knows),
    SENTENCE (every_list_is_known_by_its_name),
  };
  return cmocka_run_group_tests_name ("words", tests, NULL, NULL);
}
