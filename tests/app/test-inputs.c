#include "yanglu/app/budget/inputs.h"

#include "support/assert.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/domain/choices.h"

#include <string.h>

/* SHA-256 of "abc" and of nothing: FIPS 180-2, appendix B.1, and the well-known empty digest. */
#define SHA256_ABC "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
#define SHA256_EMPTY "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static const YlInputCopy *
keep_bytes (YlInputs *inputs, const char *role, const void *bytes, gsize size)
{
  g_autoptr (GBytes) whole = g_bytes_new (bytes, size);
  g_autoptr (YlInput) input = yl_input_new_for_bytes ("a.csv", whole);
  assert_true (yl_inputs_keep (inputs, role, input, NULL));
  gsize n = 0;
  const YlInputCopy *copies = yl_inputs_get (inputs, &n);
  return &copies[n - 1];
}

static void
an_input_is_kept_whole_with_its_fingerprint (void **state)
{
  (void) state;
  g_autoptr (YlInputs) inputs = yl_inputs_new ();
  const YlInputCopy *copy = keep_bytes (inputs, "roads", "abc", 3);
  assert_string_equal (copy->role, "roads");
  assert_string_equal (copy->name, "a.csv");
  assert_string_equal (copy->sha256, SHA256_ABC);
  assert_number_equal (g_bytes_get_size (copy->bytes), 3);
}

static void
an_empty_input_is_an_input (void **state)
{
  (void) state;
  g_autoptr (YlInputs) inputs = yl_inputs_new ();
  const YlInputCopy *copy = keep_bytes (inputs, "funds", "", 0);
  assert_string_equal (copy->sha256, SHA256_EMPTY);
  assert_number_equal (g_bytes_get_size (copy->bytes), 0);
}

static void
bytes_that_are_no_text_are_kept_as_they_are (void **state)
{
  (void) state;
  static const guint8 bytes[] = { 0xff, 0x00, 0xfe, '\r', '\n', 0x00 };
  g_autoptr (YlInputs) inputs = yl_inputs_new ();
  const YlInputCopy *copy = keep_bytes (inputs, "entry", bytes, sizeof bytes);
  assert_number_equal (g_bytes_get_size (copy->bytes), sizeof bytes);
  assert_memory_equal (g_bytes_get_data (copy->bytes, NULL), bytes, sizeof bytes);
}

static void
inputs_stand_in_the_order_they_were_kept_and_one_role_may_stand_twice (void **state)
{
  (void) state;
  g_autoptr (YlInputs) inputs = yl_inputs_new ();
  yl_inputs_keep_text (inputs, "policy-base", "city", "abc");
  yl_inputs_keep_text (inputs, "policy-base", "province", "abcd");
  gsize n = 0;
  const YlInputCopy *copies = yl_inputs_get (inputs, &n);
  assert_number_equal (n, 2);
  assert_string_equal (copies[0].name, "city");
  assert_string_equal (copies[0].sha256, SHA256_ABC);
  assert_string_equal (copies[1].name, "province");
}

static void
choices_are_told_in_the_order_they_were_made_in_words_of_their_own (void **state)
{
  (void) state;
  char what[] = "年度";
  g_autoptr (YlChoices) choices = yl_choices_new ();
  gsize n = 1;
  yl_choices_get (choices, &n);
  assert_number_equal (n, 0);
  yl_choices_add (choices, what, "2021", "单位信息");
  yl_choices_add (choices, "县", "371502", "编码");
  memset (what, 'x', sizeof what - 1);
  const YlChoice *all = yl_choices_get (choices, &n);
  assert_number_equal (n, 2);
  assert_string_equal (all[0].what, "年度");
  assert_string_equal (all[1].chosen, "371502");
}

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (an_input_is_kept_whole_with_its_fingerprint),
    cmocka_unit_test (an_empty_input_is_an_input),
    cmocka_unit_test (bytes_that_are_no_text_are_kept_as_they_are),
    cmocka_unit_test (inputs_stand_in_the_order_they_were_kept_and_one_role_may_stand_twice),
    cmocka_unit_test (choices_are_told_in_the_order_they_were_made_in_words_of_their_own),
  };
  return cmocka_run_group_tests_name ("inputs", tests, NULL, NULL);
}
