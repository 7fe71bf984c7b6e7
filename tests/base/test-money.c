#include "support/assert.h"

#include "yanglu/base/money.h"

static void
yuan_and_ten_thousand_yuan_are_read_to_the_fen (void **state)
{
  (void) state;
  YlMoney money = { 0 };
  gint32 lost = -1;
  assert_int_equal (yl_money_parse_yuan (yl_text_of ("3,416.05"), &money, &lost), YL_DECIMAL_OK);
  assert_fen_equal (money.fen, 341605);
  assert_number_equal (lost, 0);
  assert_int_equal (yl_money_parse_yuan (yl_text_of ("0.005"), &money, &lost), YL_DECIMAL_OK);
  assert_fen_equal (money.fen, 1);
  assert_number_equal (lost, -500000);
  assert_int_equal (yl_money_parse_wan (yl_text_of ("12.345678"), &money, &lost), YL_DECIMAL_OK);
  assert_fen_equal (money.fen, 12345678);
}

static void
ten_thousand_billion_yuan_are_allowed_and_not_a_fen_more (void **state)
{
  (void) state;
  YlMoney money = { 0 };
  assert_int_equal (yl_money_parse_yuan (yl_text_of ("10000000000000"), &money, NULL),
                    YL_DECIMAL_OK);
  assert_fen_equal (money.fen, YL_MONEY_MAX_FEN);
  assert_int_equal (yl_money_parse_yuan (yl_text_of ("10000000000000.01"), &money, NULL),
                    YL_DECIMAL_TOO_LARGE);
}

static void
a_length_at_a_rate_is_rounded_once_half_up (void **state)
{
  (void) state;
  static const struct
  {
    gint64 length_m;
    gint64 rate_fen_per_km;
    gint64 fen;
  } cases[] = {
    { 12345, 1000000, 12345000 }, /* 12.345 km × 10 000.00 = 123 450.00 */
    { 1, 300000, 300 },           /* 1 m of a village road: 3.00 */
    { 1, 500, 1 },                /* 1 m × 5.00 = half a fen: up */
    { 1, 499, 0 },
    { 3, 500, 2 }, /* 1.5 fen */
    { 0, 1000000, 0 },
    { 1500, 1001, 1502 }, /* 1501.5 fen */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlMoney money = { -1 };
      assert_true (yl_money_for_length ((YlLength){ cases[i].length_m },
                                        (YlRate){ .fen_per_km = cases[i].rate_fen_per_km },
                                        &money));
      assert_fen_equal (money.fen, cases[i].fen);
    }
}

/* 30.001 km at 3,000.00 a year are 90,003.00; of halves the greater fen, once. */
static void
a_rate_is_paid_for_the_part_of_the_year_that_it_is_for (void **state)
{
  (void) state;
  static const struct
  {
    gint64 length_m;
    YlRate rate;
    gint64 fen;
  } cases[] = {
    { 30001, { 300000, { 0, 0 } }, 9000300 },
    { 30001, { 300000, { 12, 12 } }, 9000300 },
    { 30001, { 300000, { 4, 12 } }, 3000100 },
    { 10000, { 1000000, { 113, 365 } }, 3095890 }, /* 3 095 890.41 fen */
    { 1000, { 1, { 6, 12 } }, 1 },                 /* half a fen */
    { 1000, { 1, { 5, 12 } }, 0 },
    { YL_LENGTH_MAX_M, { YL_RATE_MAX_FEN_PER_KM, { 366, 366 } }, 400000000000000000 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlMoney money = { -1 };
      assert_true (yl_money_for_length ((YlLength){ cases[i].length_m }, cases[i].rate, &money));
      assert_fen_equal (money.fen, cases[i].fen);
    }
  YlMoney untouched = { 5 };
  assert_false (yl_money_for_part (1, G_MAXINT64, 1, (YlYearPart){ 2, 12 }, &untouched));
  assert_fen_equal (untouched.fen, 5);
}

static void
the_longest_road_at_the_highest_rate_still_fits (void **state)
{
  (void) state;
  YlMoney money = { 0 };
  assert_true (yl_money_for_length ((YlLength){ YL_LENGTH_MAX_M },
                                    (YlRate){ .fen_per_km = YL_RATE_MAX_FEN_PER_KM }, &money));
  assert_fen_equal (money.fen, G_GINT64_CONSTANT (400000000000000000));
}

static void
sums_and_products_that_do_not_fit_are_refused (void **state)
{
  (void) state;
  YlMoney money = { 5 };
  assert_false (yl_money_add ((YlMoney){ G_MAXINT64 }, (YlMoney){ 1 }, &money));
  assert_false (yl_money_add ((YlMoney){ G_MININT64 }, (YlMoney){ -1 }, &money));
  assert_false (
      yl_money_for_length ((YlLength){ G_MAXINT64 }, (YlRate){ .fen_per_km = 1001 }, &money));
  assert_fen_equal (money.fen, 5);
  assert_true (yl_money_add ((YlMoney){ G_MAXINT64 - 1 }, (YlMoney){ 1 }, &money));
  assert_fen_equal (money.fen, G_MAXINT64);
}

static void
a_share_is_rounded_half_up (void **state)
{
  (void) state;
  YlMoney money = { 0 };
  assert_true (yl_money_share ((YlMoney){ 25 }, (YlShare){ 20000 }, &money)); /* 2% of 0.25 */
  assert_fen_equal (money.fen, 1);
  assert_true (yl_money_share ((YlMoney){ 24 }, (YlShare){ 20000 }, &money));
  assert_fen_equal (money.fen, 0);
  assert_true (yl_money_share ((YlMoney){ 123456789 }, (YlShare){ YL_SHARE_WHOLE }, &money));
  assert_fen_equal (money.fen, 123456789);
}

static void
amounts_are_printed_with_two_decimals (void **state)
{
  (void) state;
  assert_text_equal_free (yl_money_to_yuan ((YlMoney){ 341605 }), "3416.05");
  assert_text_equal_free (yl_money_to_yuan ((YlMoney){ -5 }), "-0.05");
  assert_text_equal_free (yl_money_to_grouped ((YlMoney){ 123456789 }), "1,234,567.89");
}

/* 《支付结算办法》 附一: every rule on 零, 整, and the units, at its edges. */
static void
capitals_are_written_as_the_rules_write_them (void **state)
{
  (void) state;
  static const struct
  {
    gint64 fen;
    const char *capital;
  } cases[] = {
    { 0, "零元整" },
    { 1, "壹分" },
    { 10, "壹角整" },
    { 15, "壹角伍分" },
    { 100, "壹元整" },
    { 105, "壹元零伍分" },
    { 150, "壹元伍角整" },
    { 1000, "壹拾元整" },
    { 10000, "壹佰元整" },
    { 32504, "叁佰贰拾伍元零肆分" },
    { 100000, "壹仟元整" },
    { 100101, "壹仟零壹元零壹分" },
    { 341605, "叁仟肆佰壹拾陆元零伍分" },
    { 140950, "壹仟肆佰零玖元伍角整" },
    { 600714, "陆仟零柒元壹角肆分" },
    { 1640902, "壹万陆仟肆佰零玖元零贰分" },
    { 1000000, "壹万元整" },
    { 1000100, "壹万零壹元整" },
    { 1010000, "壹万零壹佰元整" },
    { 1100000, "壹万壹仟元整" },
    { 10001000, "壹拾万零壹拾元整" },
    { 1000000000, "壹仟万元整" },
    { 1050000000, "壹仟零伍拾万元整" },
    { 1000000001, "壹仟万元零壹分" },
    { 10000000000, "壹亿元整" },
    { 10000100000, "壹亿零壹仟元整" },
    { 10001000000, "壹亿零壹万元整" },
    { 11000000000, "壹亿壹仟万元整" },
    { 10000000001, "壹亿元零壹分" },
    { 1000000000000, "壹佰亿元整" },
    { 10000000000000, "壹仟亿元整" },
    { 99999999999999, "玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分" },
    { 100000000000000, "壹万亿元整" },
    { 120000000000000, "壹万贰仟亿元整" },
    { 100050000000000, "壹万零伍亿元整" },
    { 100000000000100, "壹万亿零壹元整" },
    { 1000000000000000, "壹拾万亿元整" },
    { -341605, "负叁仟肆佰壹拾陆元零伍分" },
    { -1, "负壹分" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_text_equal_free (yl_money_to_capital ((YlMoney){ cases[i].fen }), cases[i].capital);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (yuan_and_ten_thousand_yuan_are_read_to_the_fen),
    cmocka_unit_test (ten_thousand_billion_yuan_are_allowed_and_not_a_fen_more),
    cmocka_unit_test (a_length_at_a_rate_is_rounded_once_half_up),
    cmocka_unit_test (a_rate_is_paid_for_the_part_of_the_year_that_it_is_for),
    cmocka_unit_test (the_longest_road_at_the_highest_rate_still_fits),
    cmocka_unit_test (sums_and_products_that_do_not_fit_are_refused),
    cmocka_unit_test (a_share_is_rounded_half_up),
    cmocka_unit_test (amounts_are_printed_with_two_decimals),
    cmocka_unit_test (capitals_are_written_as_the_rules_write_them),
  };
  return cmocka_run_group_tests_name ("money", tests, NULL, NULL);
}
