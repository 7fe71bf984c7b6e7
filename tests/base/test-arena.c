#include "support/assert.h"

#include "yanglu/base/arena.h"

typedef struct
{
  YlArena *arena;
  GArray *numbers;
} Record;

static void
texts_stay_where_they_are_as_more_come (void **state)
{
  (void) state;
  g_autoptr (YlArena) arena = yl_arena_new ();
  const char *first = yl_arena_keep (arena, "沙镇");
  for (guint i = 0; i < 10000; i++)
    yl_arena_print (arena, "第%u村", i);
  assert_string_equal (first, "沙镇");
  assert_string_equal (yl_arena_take (arena, g_strdup ("于集镇")), "于集镇");
  assert_string_equal (yl_arena_keep (arena, NULL), "");
}

static void
a_text_kept_once_stands_in_one_place (void **state)
{
  (void) state;
  g_autoptr (YlArena) arena = yl_arena_new ();
  const char *first = yl_arena_keep_once (arena, "日常养护");
  assert_ptr_equal (yl_arena_keep_once (arena, "日常养护"), first);
  assert_ptr_not_equal (yl_arena_keep (arena, "日常养护"), first);
}

static void
note_end (gpointer data)
{
  GString *ends = *(GString **) data;
  g_string_append_c (ends, ((char *) data)[sizeof ends]);
}

static void
what_was_owned_last_ends_first (void **state)
{
  (void) state;
  g_autoptr (GString) ends = g_string_new ("");
  struct
  {
    GString *ends;
    char name;
  } owned[] = { { ends, 'a' }, { ends, 'b' } };
  YlArena *arena = yl_arena_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (owned); i++)
    yl_arena_own (arena, &owned[i], note_end);
  yl_arena_free (arena);
  assert_string_equal (ends->str, "ba");
}

static void
a_record_begins_with_noughts_and_has_room_for_its_arrays (void **state)
{
  (void) state;
  Record *record = yl_arena_new_record (sizeof *record);
  assert_null (record->numbers);
  record->numbers = yl_arena_array (record->arena, sizeof (gint64));
  g_array_set_size (record->numbers, 2);
  assert_number_equal (g_array_index (record->numbers, gint64, 1), 0);
  yl_arena_free_record (record);
  yl_arena_free_record (NULL);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (texts_stay_where_they_are_as_more_come),
    cmocka_unit_test (a_text_kept_once_stands_in_one_place),
    cmocka_unit_test (what_was_owned_last_ends_first),
    cmocka_unit_test (a_record_begins_with_noughts_and_has_room_for_its_arrays),
  };
  return cmocka_run_group_tests_name ("arena", tests, NULL, NULL);
}
