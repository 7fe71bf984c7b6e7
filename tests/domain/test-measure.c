#include "support/assert.h"

#include "yanglu/domain/measure.h"

static void
a_number_is_read_as_what_it_counts (void **state)
{
  (void) state;
  static const struct
  {
    YlMeasure measure;
    const char *number;
    const char *text;
  } cases[] = {
    { YL_MEASURE_FEN, "1682900", "1,682,900.00" }, { YL_MEASURE_FEN, "-0.5", "-0.50" },
    { YL_MEASURE_KM, "1234.5", "1234.500" },       { YL_MEASURE_CM, "12.5", "12.50" },
    { YL_MEASURE_COUNT, "1234", "1,234" },         { YL_MEASURE_PPM, "0.3", "30%" },
    { YL_MEASURE_PPM, "0.333333", "33.3333%" },    { YL_MEASURE_NUMBER, "2021", "2021" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlFixed number = { 0 };
      assert_true (yl_fixed_parse (yl_text_of (cases[i].number), &number));
      g_autofree char *text = yl_measure_to_text (cases[i].measure, number);
      assert_string_equal (text, cases[i].text);
    }
}

static void
what_is_less_than_a_fen_a_metre_or_a_whole_is_not_lost (void **state)
{
  (void) state;
  YlFixed number = { 0 };
  assert_true (yl_fixed_parse (yl_text_of ("1000.0005"), &number));
  g_autofree char *yuan = yl_measure_to_text (YL_MEASURE_FEN, number);
  g_autofree char *km = yl_measure_to_text (YL_MEASURE_KM, number);
  g_autofree char *count = yl_measure_to_text (YL_MEASURE_COUNT, number);
  assert_string_equal (yuan, "1,000.0005");
  assert_string_equal (km, "1000.0005");
  assert_string_equal (count, "1,000.0005");
}

int
main (void)
{
  const struct CMUnitTest sentences[] = {
    cmocka_unit_test (a_number_is_read_as_what_it_counts),
    cmocka_unit_test (what_is_less_than_a_fen_a_metre_or_a_whole_is_not_lost),
  };
  return cmocka_run_group_tests (sentences, NULL, NULL);
}
