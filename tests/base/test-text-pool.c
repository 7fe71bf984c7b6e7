#include "support/assert.h"

#include "yanglu/base/text-pool.h"

static int
set_up (void **state)
{
  *state = yl_text_pool_new ();
  return 0;
}

static int
tear_down (void **state)
{
  yl_text_pool_free (*state);
  return 0;
}

static void
the_same_text_has_the_same_id_each_time (void **state)
{
  YlTextPool *pool = *state;
  const YlTextId id = yl_text_pool_add (pool, yl_text_of ("侯营镇"));
  assert_int_not_equal (id, 0);
  assert_number_equal (yl_text_pool_add (pool, yl_text_of ("侯营镇")), id);
  assert_int_not_equal (yl_text_pool_add (pool, yl_text_of ("侯营")), id);
  assert_string_equal (yl_text_pool_get (pool, id), "侯营镇");
}

static void
the_empty_text_is_nought (void **state)
{
  YlTextPool *pool = *state;
  assert_number_equal (yl_text_pool_add (pool, YL_TEXT_EMPTY), 0);
  assert_string_equal (yl_text_pool_get (pool, 0), "");
}

static void
ids_and_texts_stay_as_the_pool_grows (void **state)
{
  YlTextPool *pool = *state;
  const YlTextId first = yl_text_pool_add (pool, yl_text_of ("X001371502"));
  const char *text = yl_text_pool_get (pool, first);
  for (guint i = 0; i < 5000; i++)
    {
      g_autofree char *code = g_strdup_printf ("C%03X371502%04u", i & 0xFFF, i);
      assert_number_equal (yl_text_pool_add (pool, yl_text_of (code)), first + 1 + i);
    }
  assert_ptr_equal (yl_text_pool_get (pool, first), text);
  assert_number_equal (yl_text_pool_add (pool, yl_text_of ("X001371502")), first);
  assert_string_equal (yl_text_pool_get (pool, first + 1), "C0003715020000");
  assert_string_equal (yl_text_pool_get (pool, first + 5000), "C3873715024999");
}

static void
a_text_longer_than_a_block_is_kept_whole (void **state)
{
  YlTextPool *pool = *state;
  g_autofree char *text = g_strnfill (100000, 'x');
  const YlTextId id = yl_text_pool_add (pool, yl_text_of (text));
  text[99999] = 'y';
  assert_int_not_equal (yl_text_pool_add (pool, yl_text_of (text)), id);
  text[99999] = 'x';
  assert_string_equal (yl_text_pool_get (pool, id), text);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (the_same_text_has_the_same_id_each_time),
    SENTENCE (the_empty_text_is_nought),
    SENTENCE (ids_and_texts_stay_as_the_pool_grows),
    SENTENCE (a_text_longer_than_a_block_is_kept_whole),
  };
  return cmocka_run_group_tests_name ("text-pool", tests, NULL, NULL);
}
