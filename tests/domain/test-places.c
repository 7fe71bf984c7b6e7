#include "support/assert.h"

#include "yanglu/domain/place-code.h"
#include "yanglu/domain/places.h"

/* A small register, put in out of order. */
static int
set_up (void **state)
{
  g_autoptr (YlPlaces) places = yl_places_new ();
  static const struct
  {
    guint32 code;
    const char *name;
  } townships[] = {
    { 371503101, "乐平铺镇" }, { 371502100, "侯营镇" },     { 371502001, "古楼街道" },
    { 371502110, "沙镇镇" },   { 371502111, "沙镇" },       { 371502112, "双河镇" },
    { 371502113, "双河乡" },   { 371502999, "光彩大市场" }, { 371504001, "外县镇" },
  };
  yl_places_add_county (places, 371503, yl_text_of ("茌平区"));
  yl_places_add_county (places, 371502, yl_text_of ("东昌府区"));
  for (gsize i = 0; i < G_N_ELEMENTS (townships); i++)
    yl_places_add_township (places, townships[i].code, yl_text_of (townships[i].name));
  yl_places_add_renamed (places, 371523, 371503, 2019);
  yl_places_add_renamed (places, 371599, 371523, 1990);
  yl_places_add_renamed (places, 371597, 371598, 2000);
  yl_places_add_renamed (places, 371598, 371597, 2001);
  *state = yl_places_seal (g_steal_pointer (&places));
  return 0;
}

static int
tear_down (void **state)
{
  yl_arena_free_record (*state);
  return 0;
}

static void
places_are_found_by_code (void **state)
{
  assert_string_equal (yl_places_find_county (*state, 371502)->name, "东昌府区");
  assert_string_equal (yl_places_find_township (*state, 371504001)->name, "外县镇");
  assert_null (yl_places_find_county (*state, 371501));
  assert_null (yl_places_find_county (*state, 371504));
  assert_null (yl_places_find_township (*state, 0));
  assert_null (yl_places_find_township (*state, G_MAXUINT32));
}

static void
townships_of_a_county_stand_by_code_and_reach_no_further (void **state)
{
  gsize n;
  const YlTownship *townships = yl_places_get_townships (*state, 371502, &n);
  assert_number_equal ((gint64) n, 7);
  assert_number_equal (townships[0].code, 371502001);
  assert_number_equal (townships[6].code, 371502999);
  assert_null (yl_places_get_townships (*state, 371505, &n));
  assert_number_equal ((gint64) n, 0);
  assert_null (yl_places_get_townships (*state, G_MAXUINT32, &n));
}

static guint32
find_named (const YlPlaces *places, const char *name)
{
  const YlTownship *township = yl_places_find_township_named (places, 371502, yl_text_of (name));
  return township == NULL ? 0 : township->code;
}

static void
a_township_is_found_by_its_name_with_or_without_its_kind (void **state)
{
  assert_number_equal (find_named (*state, "侯营镇"), 371502100);
  assert_number_equal (find_named (*state, "侯营"), 371502100);
  assert_number_equal (find_named (*state, "古楼街道"), 371502001);
  assert_number_equal (find_named (*state, "古楼街道办事处"), 371502001);
  assert_number_equal (find_named (*state, "古楼办事处"), 371502001);
  assert_number_equal (find_named (*state, "古楼"), 371502001);
  assert_number_equal (find_named (*state, "光彩大市场"), 371502999);
}

static void
the_exact_name_comes_before_any_shortened_one (void **state)
{
  assert_number_equal (find_named (*state, "沙镇"), 371502111);
  assert_number_equal (find_named (*state, "沙镇镇"), 371502110);
}

static void
a_name_that_fits_two_or_none_or_another_kind_is_not_guessed (void **state)
{
  assert_number_equal (find_named (*state, "双河"), 0);
  assert_number_equal (find_named (*state, "双河镇"), 371502112);
  assert_number_equal (find_named (*state, "侯营乡"), 0);
  assert_number_equal (find_named (*state, "乐平铺镇"), 0); /* of another county */
  assert_number_equal (find_named (*state, "镇"), 0);
  assert_number_equal (find_named (*state, ""), 0);
}

/* Townships of one county: what is written is the register's name, or "" for none of them. */
static void
a_township_is_found_as_offices_write_it (void **state)
{
  (void) state;
  static const char *const names[] = {
    "融水镇",     "同练瑶族乡",   "滚贝侗族乡",           "兵团一二五团",
    "兵团十二团", "伊和乌素苏木", "融水苗族自治县大浪镇", "四平市融水苗族自治县永乐镇",
  };
  static const char *const cases[][2] = {
    { "融水县融水镇", "融水镇" },
    { "融水苗族自治县融水镇", "融水镇" },
    { "融水镇人民政府", "融水镇" },
    { "融水镇政府", "融水镇" },
    { "同练乡", "同练瑶族乡" },
    { "同练", "同练瑶族乡" },
    { "同练镇", "" },
    { "滚贝乡人民政府", "滚贝侗族乡" },
    { "滚乡", "" },
    { "125团", "兵团一二五团" },
    { "一二五团", "兵团一二五团" },
    { "第七师125团", "兵团一二五团" },
    { "12团场", "兵团十二团" },
    { "十二团", "兵团十二团" },
    { "2团", "" },
    { "伊和乌素", "伊和乌素苏木" },
    { "大浪镇", "融水苗族自治县大浪镇" },
    { "永乐", "四平市融水苗族自治县永乐镇" },
    { "政府", "" },
  };
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_county (places, 450225, yl_text_of ("融水苗族自治县"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    yl_places_add_township (places, 450225100 + i, yl_text_of (names[i]));
  g_autoptr (YlPlaces) whole = yl_places_seal (g_steal_pointer (&places));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const YlTownship *found =
          yl_places_find_township_named (whole, 450225, yl_text_of (cases[i][0]));
      assert_string_equal (found == NULL ? "" : found->name, cases[i][1]);
    }
}

static void
a_code_that_was_a_county_is_known_by_its_name (void **state)
{
  (void) state;
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_county (places, 450181, yl_text_of ("横州市"));
  yl_places_add_former (places, 450128, yl_text_of ("某县"));
  yl_places_add_former (places, 450127, yl_text_of ("横县"));
  g_autoptr (YlPlaces) whole = yl_places_seal (g_steal_pointer (&places));
  assert_string_equal (yl_places_find_former (whole, 450127)->name, "横县");
  assert_null (yl_places_find_former (whole, 450181));
  assert_null (yl_places_find_county (whole, 450127));
}

/* One character more than a code is a digit too many, and a section code is longer. */
static void
eleven_characters_hold_no_county (void **state)
{
  (void) state;
  assert_number_equal (yl_route_code_find_county (yl_text_of ("X001371502")), 371502);
  assert_number_equal (yl_route_code_find_county (yl_text_of ("X0001371502")), 0);
  assert_number_equal (yl_route_code_find_county (yl_text_of ("X001371502-1")), 371502);
}

static void
a_stale_code_leads_to_the_present_one_through_every_change (void **state)
{
  assert_number_equal (yl_places_renew (*state, 371523), 371503);
  assert_number_equal (yl_places_renew (*state, 371599), 371503);
  assert_number_equal (yl_places_renew (*state, 371502), 371502);
  assert_number_equal (yl_places_renew (*state, 0), 0);
}

static void
codes_that_replace_each_other_do_not_hang (void **state)
{
  const guint32 code = yl_places_renew (*state, 371597);
  assert_true (code == 371597 || code == 371598);
}

static void
a_county_is_found_by_the_words_that_contain_its_name (void **state)
{
  assert_number_equal (yl_places_find_county_named (*state, "东昌府区财政局"), 371502);
  assert_number_equal (yl_places_find_county_named (*state, "阳谷县财政局"), 0);
  /* Two names of one length: neither is meant alone. */
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_county (places, 320106, yl_text_of ("鼓楼区"));
  yl_places_add_county (places, 350102, yl_text_of ("鼓楼区"));
  g_autoptr (YlPlaces) twice = yl_places_seal (g_steal_pointer (&places));
  assert_number_equal (yl_places_find_county_named (twice, "鼓楼区财政局"), 0);
}

static void
a_code_has_exactly_its_digits (void **state)
{
  (void) state;
  guint32 code = 7;
  assert_false (yl_place_code_parse (yl_text_of ("37150"), 6, &code));
  assert_false (yl_place_code_parse (yl_text_of ("3715020"), 6, &code));
  assert_false (yl_place_code_parse (yl_text_of ("37150X"), 6, &code));
  assert_number_equal (code, 7);
  assert_true (yl_place_code_parse (yl_text_of ("371502"), 6, &code));
  assert_number_equal (code, 371502);
}

static void
a_code_of_a_route_is_found_inside_words (void **state)
{
  (void) state;
  static const struct
  {
    const char *text;
    const char *code;
  } cases[] = {
    { "X001371502", "X001371502" },
    { "X0013715020010", "X001371502" },
    { "与G308共线", "G308" },
    { "C9A1371502、G308", "C9A1371502" },
    { "XA01", "XA01" },
    { "X00137150", "X001" },
    { "X00", "" },
    { "X0Z", "" },
    { "NONE", "" },
    { "K100+200", "" },
    { "K100,G308", "G308" },
    { "待核实", "" },
    { "308", "" },
    { "", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = yl_text_dup (yl_route_code_find_inside (cases[i].text));
      assert_string_equal (code, cases[i].code);
    }
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (places_are_found_by_code),
    SENTENCE (townships_of_a_county_stand_by_code_and_reach_no_further),
    SENTENCE (a_township_is_found_by_its_name_with_or_without_its_kind),
    SENTENCE (the_exact_name_comes_before_any_shortened_one),
    SENTENCE (a_name_that_fits_two_or_none_or_another_kind_is_not_guessed),
    SENTENCE (a_township_is_found_as_offices_write_it),
    SENTENCE (a_code_that_was_a_county_is_known_by_its_name),
    SENTENCE (eleven_characters_hold_no_county),
    SENTENCE (a_stale_code_leads_to_the_present_one_through_every_change),
    SENTENCE (codes_that_replace_each_other_do_not_hang),
    SENTENCE (a_county_is_found_by_the_words_that_contain_its_name),
    SENTENCE (a_code_has_exactly_its_digits),
    SENTENCE (a_code_of_a_route_is_found_inside_words),
  };
  return cmocka_run_group_tests_name ("places", tests, NULL, NULL);
}
