#include "yanglu/app/budget/entity.h"

#include "support/assert.h"
#include "support/sheet.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/base/error.h"
#include "yanglu/io/places/register.h"

#include <string.h>

/* What a choice is made of and what came of it; freed in teardown, after a failure too. */
typedef struct
{
  YlPlaces *places;
  YlInventory *roads;
  YlInventory *inventory;
  YlChoices *choices;
  YlEntity *entity;
  GError *error;
  YlIntake *intake;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  *state = it;
  it->places = yl_register_load (NULL);
  it->roads = yl_inventory_new ();
  it->intake = yl_intake_new ();
  it->choices = yl_choices_new ();
  return it->places == NULL ? -1 : 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  g_clear_pointer (&it->entity, yl_entity_free);
  g_clear_error (&it->error);
  g_clear_pointer (&it->inventory, yl_inventory_free);
  yl_arena_free_record (it->choices);
  yl_arena_free_record (it->intake);
  yl_inventory_free (it->roads);
  yl_arena_free_record (it->places);
  g_free (it);
  return 0;
}

static void
add_roads (Case *it, guint n, guint32 county_code)
{
  for (guint i = 0; i < n; i++)
    yl_inventory_add (it->roads, &(YlRoadRow){ .road = { .county_code = county_code } });
}

static void
choose (Case *it, const YlJobOptions *options, const char *unit_name)
{
  it->inventory = g_steal_pointer (&it->roads);
  const YlEntityEvidence evidence = { options, unit_name, it->inventory, it->intake, it->places };
  it->entity = yl_entity_choose (&evidence, it->choices, &it->error);
}

static const YlChoice *
get_choice (const Case *it, gsize index)
{
  gsize n = 0;
  const YlChoice *choices = yl_choices_get (it->choices, &n);
  assert_true (index < n);
  return &choices[index];
}

static void
assert_no_choice (const Case *it)
{
  gsize n = 0;
  yl_choices_get (it->choices, &n);
  assert_number_equal (n, 0);
}

static void
assert_refused (const Case *it, YlError code, const char *part)
{
  assert_null (it->entity);
  assert_true (g_error_matches (it->error, YL_ERROR, (gint) code));
  if (strstr (it->error->message, part) == NULL)
    fail_msg ("\"%s\" is not said in: %s", part, it->error->message);
}

static void
an_asked_county_wins_over_every_other_sign_and_needs_no_word (void **state)
{
  Case *it = *state;
  add_roads (it, 3, 371521);
  choose (it, &(YlJobOptions){ .county = "371502" }, "茌平区财政局");
  assert_string_equal (it->entity->code, "371502");
  assert_string_equal (it->entity->name, "东昌府区");
  assert_no_choice (it);
}

static void
an_old_county_code_is_renewed_and_that_is_said (void **state)
{
  Case *it = *state;
  choose (it, &(YlJobOptions){ .county = "371523" }, "");
  assert_string_equal (it->entity->code, "371503");
  assert_string_equal (get_choice (it, 0)->chosen, "371503");
}

static void
a_county_the_register_does_not_know_keeps_its_code_and_that_is_said (void **state)
{
  Case *it = *state;
  choose (it, &(YlJobOptions){ .county = "999999" }, "");
  assert_string_equal (it->entity->code, "999999");
  assert_null (it->entity->name);
  assert_non_null (strstr (get_choice (it, 0)->chosen, "名录中无此县"));
}

static void
a_malformed_county_is_refused (void **state)
{
  static const char *const malformed[] = { "", "37150", "3715020", "37150X", "东昌府区" };
  Case *it = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (malformed); i++)
    {
      const YlJobOptions options = { .county = malformed[i] };
      const YlEntityEvidence evidence = { &options, "", NULL, it->intake, it->places };
      g_clear_error (&it->error);
      it->entity = yl_entity_choose (&evidence, it->choices, &it->error);
      assert_refused (it, YL_ERROR_USAGE, "六位数字");
    }
}

static void
a_county_and_a_zone_cannot_both_be_asked_for (void **state)
{
  Case *it = *state;
  choose (it, &(YlJobOptions){ .county = "371502", .entity = "高新" }, "");
  assert_refused (it, YL_ERROR_USAGE, "不能同时使用");
}

static void
a_county_and_townships_cannot_both_be_asked_for (void **state)
{
  Case *it = *state;
  choose (it, &(YlJobOptions){ .county = "371502", .townships = "371502006" }, "");
  assert_refused (it, YL_ERROR_USAGE, "不能同时使用");
}

static void
the_townships_of_a_new_zone_are_those_given (void **state)
{
  Case *it = *state;
  choose (it, &(YlJobOptions){ .entity = "示例区", .townships = "371502006, 371502103" }, "");
  assert_null (it->entity->code);
  assert_string_equal (it->entity->name, "示例区");
  assert_number_equal (it->entity->n_townships, 2);
  assert_number_equal (it->entity->townships[0], 371502006);
  assert_number_equal (it->entity->townships[1], 371502103);
}

static void
a_malformed_township_is_refused_by_name (void **state)
{
  Case *it = *state;
  choose (it, &(YlJobOptions){ .entity = "示例区", .townships = "371502006,37150210" }, "");
  assert_refused (it, YL_ERROR_USAGE, "“37150210”");
}

static void
townships_without_any_code_are_refused (void **state)
{
  Case *it = *state;
  choose (it, &(YlJobOptions){ .entity = "示例区", .townships = " , " }, "");
  assert_refused (it, YL_ERROR_USAGE, "没有给出任何乡镇代码");
}

static void
a_zone_nobody_knows_is_refused_and_the_known_ones_are_named (void **state)
{
  Case *it = *state;
  choose (it, &(YlJobOptions){ .entity = "无此开发区" }, "");
  assert_refused (it, YL_ERROR_NOT_FOUND, "聊城高新技术产业开发区");
}

static void
a_unit_that_is_a_zone_takes_its_townships_and_says_so (void **state)
{
  Case *it = *state;
  add_roads (it, 3, 371502);
  choose (it, &(YlJobOptions){ 0 }, "聊城市经济技术开发区财政局");
  assert_null (it->entity->code);
  assert_number_equal (it->entity->n_townships, 3);
  assert_string_equal (get_choice (it, 0)->what, "编制单位");
  assert_non_null (strstr (get_choice (it, 1)->chosen, "待核"));
}

static void
the_county_most_roads_belong_to_is_chosen_and_said (void **state)
{
  Case *it = *state;
  add_roads (it, 1, 371502);
  add_roads (it, 2, 371521);
  add_roads (it, 5, 0);
  choose (it, &(YlJobOptions){ 0 }, "");
  assert_string_equal (it->entity->code, "371521");
  assert_string_equal (get_choice (it, 0)->chosen, "371521 阳谷县");
}

static void
of_two_counties_with_as_many_roads_the_smaller_code_is_chosen_in_any_order (void **state)
{
  Case *it = *state;
  add_roads (it, 2, 371521);
  add_roads (it, 2, 371502);
  choose (it, &(YlJobOptions){ 0 }, "");
  assert_string_equal (it->entity->code, "371502");
}

static void
without_any_code_the_unit_names_the_county (void **state)
{
  Case *it = *state;
  add_roads (it, 2, 0);
  choose (it, &(YlJobOptions){ 0 }, "东昌府区财政局");
  assert_string_equal (it->entity->code, "371502");
  assert_string_equal (get_choice (it, 0)->why, "单位信息中的编制单位");
}

static void
a_name_that_two_counties_have_names_none (void **state)
{
  Case *it = *state;
  /* 鼓楼区 there is in 南京, 徐州, 福州 and 开封. */
  assert_number_equal (
      yl_entity_find_asked_county (&(YlJobOptions){ 0 }, "鼓楼区财政局", it->places), 0);
}

static void
nothing_that_tells_leaves_the_county_unknown (void **state)
{
  Case *it = *state;
  add_roads (it, 2, 0);
  choose (it, &(YlJobOptions){ 0 }, "");
  assert_null (it->entity->code);
  assert_null (it->entity->name);
}

#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    SENTENCE (an_asked_county_wins_over_every_other_sign_and_needs_no_word),
    SENTENCE (an_old_county_code_is_renewed_and_that_is_said),
    SENTENCE (a_county_the_register_does_not_know_keeps_its_code_and_that_is_said),
    SENTENCE (a_malformed_county_is_refused),
    SENTENCE (a_county_and_a_zone_cannot_both_be_asked_for),
    SENTENCE (a_county_and_townships_cannot_both_be_asked_for),
    SENTENCE (the_townships_of_a_new_zone_are_those_given),
    SENTENCE (a_malformed_township_is_refused_by_name),
    SENTENCE (townships_without_any_code_are_refused),
    SENTENCE (a_zone_nobody_knows_is_refused_and_the_known_ones_are_named),
    SENTENCE (a_unit_that_is_a_zone_takes_its_townships_and_says_so),
    SENTENCE (the_county_most_roads_belong_to_is_chosen_and_said),
    SENTENCE (of_two_counties_with_as_many_roads_the_smaller_code_is_chosen_in_any_order),
    SENTENCE (without_any_code_the_unit_names_the_county),
    SENTENCE (a_name_that_two_counties_have_names_none),
    SENTENCE (nothing_that_tells_leaves_the_county_unknown),
  };
  return cmocka_run_group_tests_name ("entity", tests, NULL, NULL);
}
