#include "support/assert.h"

#include "yanglu/domain/road-class.h"
#include "yanglu/io/words/words.h"

static void
classes_are_read_in_every_spelling (void **state)
{
  (void) state;
  static const struct
  {
    const char *text;
    YlRoadClass road_class;
  } cases[] = {
    { "县　道", YL_CLASS_COUNTY },     { "乡 道", YL_CLASS_TOWNSHIP },
    { " 村  道 ", YL_CLASS_VILLAGE },  { "专 用 公 路", YL_CLASS_SPECIAL },
    { "县道", YL_CLASS_COUNTY },       { "X", YL_CLASS_COUNTY },
    { "j", YL_CLASS_COUNTY },          { "县级公路", YL_CLASS_COUNTY },
    { " 县 ", YL_CLASS_COUNTY },       { "乡道", YL_CLASS_TOWNSHIP },
    { "Ｙ", YL_CLASS_TOWNSHIP },       { "n", YL_CLASS_TOWNSHIP },
    { "乡镇公路", YL_CLASS_TOWNSHIP }, { "村道", YL_CLASS_VILLAGE },
    { "村级公路", YL_CLASS_VILLAGE },  { "ｃ", YL_CLASS_VILLAGE },
    { "专用公路", YL_CLASS_SPECIAL },  { "Z", YL_CLASS_SPECIAL },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlRoadClass road_class = YL_N_CLASSES;
      if (yl_road_class_parse_name (yl_words_get_builtin (), yl_text_of (cases[i].text),
                                    &road_class)
          != YL_CLASS_READ_OK)
        fail_msg ("\"%s\" was not read", cases[i].text);
      assert_int_equal (road_class, cases[i].road_class);
    }
}

static void
what_is_no_rural_road_is_told_apart (void **state)
{
  (void) state;
  static const struct
  {
    const char *text;
    YlClassReading reading;
  } cases[] = {
    { "国道", YL_CLASS_READ_NATIONAL }, { "省道", YL_CLASS_READ_NATIONAL },
    { "g", YL_CLASS_READ_NATIONAL },    { "高速公路", YL_CLASS_READ_NATIONAL },
    { "", YL_CLASS_READ_BLANK },        { "NULL", YL_CLASS_READ_BLANK },
    { "道路", YL_CLASS_READ_UNKNOWN },  { "县乡道", YL_CLASS_READ_UNKNOWN },
    { "XX", YL_CLASS_READ_UNKNOWN },    { "1", YL_CLASS_READ_UNKNOWN },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlRoadClass road_class = YL_N_CLASSES;
      if (yl_road_class_parse_name (yl_words_get_builtin (), yl_text_of (cases[i].text),
                                    &road_class)
          != cases[i].reading)
        fail_msg ("\"%s\" was read otherwise", cases[i].text);
      assert_int_equal (road_class, YL_N_CLASSES);
    }
}

static void
a_field_track_is_a_village_road_by_class (void **state)
{
  (void) state;
  YlRoadClass road_class = YL_N_CLASSES;
  assert_int_equal (
      yl_road_class_parse_name (yl_words_get_builtin (), yl_text_of ("机 耕　道"), &road_class),
      YL_CLASS_READ_TRACK);
  assert_int_equal (road_class, YL_CLASS_VILLAGE);
}

static void
the_letter_of_a_code_names_the_class (void **state)
{
  (void) state;
  static const struct
  {
    const char *code;
    YlClassReading reading;
    YlRoadClass road_class;
  } cases[] = {
    { "X001371502", YL_CLASS_READ_OK, YL_CLASS_COUNTY },
    { "J001371502", YL_CLASS_READ_OK, YL_CLASS_COUNTY },
    { " y001371502", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
    { "N001371502", YL_CLASS_READ_OK, YL_CLASS_TOWNSHIP },
    { "Ｃ００１", YL_CLASS_READ_OK, YL_CLASS_VILLAGE },
    { "ｚ００１", YL_CLASS_READ_OK, YL_CLASS_SPECIAL },
    { "G308", YL_CLASS_READ_NATIONAL, YL_N_CLASSES },
    { "S254", YL_CLASS_READ_NATIONAL, YL_N_CLASSES },
    { "H1", YL_CLASS_READ_NATIONAL, YL_N_CLASSES },
    { "T1", YL_CLASS_READ_NATIONAL, YL_N_CLASSES },
    { "001371502", YL_CLASS_READ_UNKNOWN, YL_N_CLASSES },
    { "县道001", YL_CLASS_READ_UNKNOWN, YL_N_CLASSES },
    { "", YL_CLASS_READ_BLANK, YL_N_CLASSES },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      YlRoadClass road_class = YL_N_CLASSES;
      if (yl_road_class_parse_letter (yl_text_of (cases[i].code), &road_class) != cases[i].reading)
        fail_msg ("\"%s\" was read otherwise", cases[i].code);
      assert_int_equal (road_class, cases[i].road_class);
    }
}

static void
every_class_is_a_rate_kind_of_the_same_name (void **state)
{
  (void) state;
  for (guint i = 0; i < YL_N_CLASSES; i++)
    {
      assert_string_equal (yl_road_class_get_name (i), yl_rate_kind_get_name (i));
      assert_string_equal (yl_road_class_get_key (i), yl_rate_kind_get_key (i));
    }
  assert_string_equal (yl_rate_kind_get_key (YL_RATE_URBAN), "urban");
  assert_string_equal (yl_rate_kind_get_name (YL_RATE_TRACK), "机耕道");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (classes_are_read_in_every_spelling),
    cmocka_unit_test (what_is_no_rural_road_is_told_apart),
    cmocka_unit_test (a_field_track_is_a_village_road_by_class),
    cmocka_unit_test (the_letter_of_a_code_names_the_class),
    cmocka_unit_test (every_class_is_a_rate_kind_of_the_same_name),
  };
  return cmocka_run_group_tests_name ("road-class", tests, NULL, NULL);
}
