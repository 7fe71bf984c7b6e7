#include "support/assert.h"

#include "yanglu/base/capital.h"

static gint64
read_fen (const char *text)
{
  YlMoney money = { -1 };
  if (yl_money_parse_capital (yl_text_of (text), &money) != YL_DECIMAL_OK)
    fail_msg ("%s is not read", text);
  return money.fen;
}

static void
assert_refused (const char *text, YlDecimalStatus status)
{
  YlMoney money = { -1 };
  if (yl_money_parse_capital (yl_text_of (text), &money) != status)
    fail_msg ("%s has another status", text);
  assert_fen_equal (money.fen, -1);
}

static void
capitals_are_read_as_the_rules_write_them (void **state)
{
  (void) state;
  assert_fen_equal (read_fen ("叁仟肆佰壹拾陆元零伍分"), 341605);
  assert_fen_equal (read_fen ("壹佰元整"), 10000);
  assert_fen_equal (read_fen ("零元整"), 0);
  assert_fen_equal (read_fen ("伍分"), 5);
  assert_fen_equal (read_fen ("壹角整"), 10);
  assert_fen_equal (read_fen ("负壹拾贰万叁仟肆佰伍拾元整"), -12345000);
  assert_fen_equal (read_fen ("壹亿零贰拾万元整"), 10020000000);
  assert_fen_equal (read_fen ("壹万贰仟亿元整"), 120000000000000);
}

static void
capitals_are_read_as_people_write_them (void **state)
{
  (void) state;
  assert_fen_equal (read_fen ("人民币：壹佰贰拾叁圆正"), 12300);
  assert_fen_equal (read_fen ("人民币 壹拾 柒万 叁仟 壹佰 伍拾 元整"), 17315000);
  assert_fen_equal (read_fen ("拾元整"), 1000);
  assert_fen_equal (read_fen ("三千四百一十六元五分"), 341605);
  assert_fen_equal (read_fen ("壹仟零伍元"), 100500);
}

static void
what_is_no_amount_in_capitals_is_refused (void **state)
{
  (void) state;
  assert_refused ("", YL_DECIMAL_BLANK);
  assert_refused ("　", YL_DECIMAL_BLANK);
  assert_refused ("123元", YL_DECIMAL_MALFORMED);
  assert_refused ("壹佰", YL_DECIMAL_MALFORMED);
  assert_refused ("元整", YL_DECIMAL_MALFORMED);
  assert_refused ("壹贰元整", YL_DECIMAL_MALFORMED);
  assert_refused ("壹拾贰佰元整", YL_DECIMAL_MALFORMED);
  assert_refused ("佰元整", YL_DECIMAL_MALFORMED);
  assert_refused ("壹元伍分贰角", YL_DECIMAL_MALFORMED);
  assert_refused ("壹亿亿元整", YL_DECIMAL_MALFORMED);
  assert_refused ("壹佰元整壹角", YL_DECIMAL_MALFORMED);
  assert_refused ("壹佰元伍", YL_DECIMAL_MALFORMED);
}

static void
the_largest_amount_is_read_and_the_next_fen_is_not (void **state)
{
  (void) state;
  g_autofree char *largest = yl_money_to_capital ((YlMoney){ YL_MONEY_MAX_FEN });
  g_autofree char *next = yl_money_to_capital ((YlMoney){ YL_MONEY_MAX_FEN + 1 });
  assert_fen_equal (read_fen (largest), YL_MONEY_MAX_FEN);
  assert_refused (next, YL_DECIMAL_TOO_LARGE);
  assert_refused ("玖仟玖佰万玖仟亿元整", YL_DECIMAL_TOO_LARGE);
}

static void
reading_is_the_inverse_of_writing (void **state)
{
  (void) state;
  const guint32 seed = g_random_int ();
  print_message ("# seed %u\n", seed);
  g_autoptr (GRand) chance = g_rand_new_with_seed (seed);
  for (guint i = 0; i < 20000; i++)
    {
      /* Few digits apart by many zeros are where 零 is hard. */
      gint64 fen = 0;
      for (guint digit = 0; digit < 15; digit++)
        fen = fen * 10
              + (g_rand_int_range (chance, 0, 3) == 0 ? g_rand_int_range (chance, 0, 10) : 0);
      g_autofree char *text = yl_money_to_capital ((YlMoney){ fen });
      assert_fen_equal (read_fen (text), fen);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (capitals_are_read_as_the_rules_write_them),
    cmocka_unit_test (capitals_are_read_as_people_write_them),
    cmocka_unit_test (what_is_no_amount_in_capitals_is_refused),
    cmocka_unit_test (the_largest_amount_is_read_and_the_next_fen_is_not),
    cmocka_unit_test (reading_is_the_inverse_of_writing),
  };
  return cmocka_run_group_tests_name ("amounts in capitals", tests, NULL, NULL);
}
