#include "support/assert.h"

#include "yanglu/base/error.h"
#include "yanglu/io/words/words.h"

#include <string.h>

/* (transfer full): every spelling on a line: its list, key, sign and text. */
static char *
walk (void)
{
  GString *text = g_string_new (NULL);
  for (guint list = 0; list < YL_N_WORD_LISTS; list++)
    {
      guint n = 0;
      const YlSpelling *spellings = yl_words_get (yl_words_get_builtin (), (YlWordList) list, &n);
      for (guint i = 0; i < n; i++)
        g_string_append_printf (text, "%s\t%s\t%s\t%s\n", yl_word_list_get_name ((YlWordList) list),
                                spellings[i].key, spellings[i].is_fallback ? "~" : "=",
                                spellings[i].text);
    }
  return g_string_free (text, FALSE);
}

/* The list beside is written by hand when a spelling changes: a line here is a line there. */
static void
every_spelling_is_the_one_that_the_golden_list_has (void **state)
{
  (void) state;
  g_autofree char *file =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "golden", "words.txt", NULL);
  g_autofree char *golden = NULL;
  g_autofree char *walked = walk ();
  assert_true (g_file_get_contents (file, &golden, NULL, NULL));
  g_auto (GStrv) expected = g_strsplit (golden, "\n", -1);
  g_auto (GStrv) actual = g_strsplit (walked, "\n", -1);
  for (guint i = 0; expected[i] != NULL && actual[i] != NULL; i++)
    if (strcmp (expected[i], actual[i]) != 0)
      fail_msg ("line %u of the golden list: \"%s\", but \"%s\"", i + 1, expected[i], actual[i]);
  assert_number_equal (g_strv_length (actual), g_strv_length (expected));
}

static void
no_list_is_empty (void **state)
{
  (void) state;
  for (guint list = 0; list < YL_N_WORD_LISTS; list++)
    {
      guint n = 0;
      yl_words_get (yl_words_get_builtin (), (YlWordList) list, &n);
      if (n == 0)
        fail_msg ("no spellings for %s", yl_word_list_get_name ((YlWordList) list));
    }
}

static void
a_key_may_stand_on_several_lines_and_its_fallback_beside_it (void **state)
{
  (void) state;
  g_autoptr (YlWords) words = yl_words_new ();
  assert_true (yl_words_parse (words, "a.words",
                               "# 说明\n\n[heads.funds]\nlevel = 来源层级, 层级\n"
                               "level ~ 级次\r\nlevel=资金层级\n",
                               NULL));
  guint n = 0;
  const YlSpelling *heads = yl_words_get (words, YL_WORDS_FUND_HEADS, &n);
  assert_number_equal (n, 4);
  assert_string_equal (heads[1].text, "层级");
  assert_string_equal (heads[2].text, "级次");
  assert_true (heads[2].is_fallback);
  assert_string_equal (heads[3].text, "资金层级");
  assert_false (heads[3].is_fallback);
}

static void
a_faulty_line_is_refused_by_its_number (void **state)
{
  (void) state;
  static const struct
  {
    const char *text;
    const char *beginning;
  } cases[] = {
    { "level = 层级", "词表文件 a.words 第 1 行：应写作" },
    { "[heads.funds]\nlevel", "词表文件 a.words 第 2 行：应写作" },
    { "[heads.funds]\n= 层级", "词表文件 a.words 第 2 行：应写作" },
    { "[heads.funds\nlevel = 层级", "词表文件 a.words 第 1 行：方括号没有合上" },
    { "[heads.nothing]", "词表文件 a.words 第 1 行：没有这样的词表：“heads.nothing”" },
    { "[payer]\ncounty = 县\nvillage = 村",
      "词表文件 a.words 第 3 行：词表 payer 没有这个键：“village”" },
    { "[payer]\ncounty = 县\ncity = 县",
      "词表文件 a.words 第 3 行：写法已在本词表中，意思是 county：“县”" },
    { "[payer]\ncounty = 县,, 区", "词表文件 a.words 第 2 行：逗号之间没有写法" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlWords) words = yl_words_new ();
      g_autoptr (GError) error = NULL;
      assert_false (yl_words_parse (words, "a.words", cases[i].text, &error));
      assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
      if (!g_str_has_prefix (error->message, cases[i].beginning))
        fail_msg ("\"%s\" does not begin with \"%s\"", error->message, cases[i].beginning);
    }
}

static gboolean
add_office (YlWords *words, const char *text, gsize length, guint *out_n, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  return yl_words_add_office (words, "own.words", bytes, out_n, error);
}

/* (transfer full): a list of @n spellings of a yes: y0, y1 … */
static char *
make_yeses (guint n)
{
  GString *text = g_string_new ("[flag]\n");
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "yes = y%u\n", i);
  return g_string_free (text, FALSE);
}

static void
a_list_of_an_office_may_be_full_and_no_fuller (void **state)
{
  (void) state;
  guint n_there = 0;
  yl_words_get (yl_words_get_builtin (), YL_WORDS_FLAG, &n_there);
  const guint n_left = YL_WORDS_MAX_SPELLINGS - n_there;
  for (guint above = 0; above < 2; above++)
    {
      g_autoptr (YlWords) words = yl_words_new_builtin ();
      g_autoptr (GError) error = NULL;
      g_autofree char *text = make_yeses (n_left + above);
      guint n_added = 0;
      assert_int_equal (add_office (words, text, strlen (text), &n_added, &error), above == 0);
      if (above == 0)
        assert_number_equal (n_added, n_left);
      else
        assert_non_null (strstr (error->message, "词表的写法已满 4096 个"));
    }
}

static void
a_file_of_an_office_may_be_a_mebibyte_and_no_larger (void **state)
{
  (void) state;
  const gsize limit = (gsize) 1024 * 1024;
  g_autofree char *text = g_malloc (limit + 1);
  /* Notes of a thousand letters: a sanitizer looks to the end of the text at every line. */
  for (gsize i = 0; i <= limit; i++)
    text[i] = i % 1024 == 0 ? '#' : i % 1024 == 1023 ? '\n' : 'x';
  guint n = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (YlWords) words = yl_words_new_builtin ();
  assert_true (add_office (words, text, limit, &n, NULL));
  assert_false (add_office (words, text, limit + 1, &n, &error));
  assert_non_null (strstr (error->message, "词表文件 own.words：文件超过 1024 KiB"));
}

static void
what_is_no_text_of_an_office_is_refused (void **state)
{
  (void) state;
  static const struct
  {
    const char *text;
    const char *said;
  } cases[] = {
    { "[flag]\nyes = \xCA\xC7\n", "不是 UTF-8 文本" },
    { "[heads.roads]\nlength = （）\n", "第 2 行：逗号之间没有写法" },
    { "[heads.roads]\nlength = 路线编码\n", "第 2 行：写法已在本词表中，意思是 route-code" },
    { "[last-year.item]\nlane = 车道\n", "第 2 行：词表 last-year.item 没有这个键" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlWords) words = yl_words_new_builtin ();
      g_autoptr (GError) error = NULL;
      guint n = 77;
      assert_false (add_office (words, cases[i].text, strlen (cases[i].text), &n, &error));
      assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
      if (strstr (error->message, cases[i].said) == NULL)
        fail_msg ("\"%s\" does not say \"%s\"", error->message, cases[i].said);
      assert_number_equal (n, 77);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_spelling_is_the_one_that_the_golden_list_has),
    cmocka_unit_test (no_list_is_empty),
    cmocka_unit_test (a_key_may_stand_on_several_lines_and_its_fallback_beside_it),
    cmocka_unit_test (a_faulty_line_is_refused_by_its_number),
    cmocka_unit_test (a_list_of_an_office_may_be_full_and_no_fuller),
    cmocka_unit_test (a_file_of_an_office_may_be_a_mebibyte_and_no_larger),
    cmocka_unit_test (what_is_no_text_of_an_office_is_refused),
  };
  return cmocka_run_group_tests_name ("words-files", tests, NULL, NULL);
}
