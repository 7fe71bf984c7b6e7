#include "support/assert.h"

#include "yanglu/base/error.h"
#include "yanglu/io/places/register.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* The register of the program, loaded once for all sentences. */
static int
set_up (void **state)
{
  *state = yl_register_load (NULL);
  return *state == NULL ? -1 : 0;
}

static int
tear_down (void **state)
{
  yl_arena_free_record (*state);
  return 0;
}

static void
the_eight_counties_of_liaocheng_are_there (void **state)
{
  static const struct
  {
    guint32 code;
    const char *name;
  } counties[] = {
    { 371502, "东昌府区" }, { 371503, "茌平区" }, { 371521, "阳谷县" }, { 371522, "莘县" },
    { 371524, "东阿县" },   { 371525, "冠县" },   { 371526, "高唐县" }, { 371581, "临清市" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (counties); i++)
    {
      const YlCounty *county = yl_places_find_county (*state, counties[i].code);
      assert_non_null (county);
      assert_string_equal (county->name, counties[i].name);
    }
}

static void
liaocheng_has_136_townships (void **state)
{
  gsize n_counties;
  const YlCounty *counties = yl_places_get_counties (*state, &n_counties);
  gsize n_all = 0;
  for (gsize i = 0; i < n_counties; i++)
    {
      gsize n = 0;
      if (counties[i].code / 100 == 3715)
        yl_places_get_townships (*state, counties[i].code, &n);
      n_all += n;
    }
  assert_number_equal ((gint64) n_all, 136);
}

static void
townships_of_dongchangfu_begin_with_gulou_and_end_with_the_market (void **state)
{
  gsize n;
  const YlTownship *townships = yl_places_get_townships (*state, 371502, &n);
  assert_number_equal ((gint64) n, 24);
  assert_number_equal (townships[0].code, 371502001);
  assert_string_equal (townships[0].name, "古楼街道");
  assert_number_equal (townships[23].code, 371502400);
}

static void
the_whole_nation_is_there (void **state)
{
  gsize n_counties;
  const YlCounty *counties = yl_places_get_counties (*state, &n_counties);
  assert_number_equal ((gint64) n_counties, 2978);
  gsize n_all = 0;
  for (gsize i = 0; i < n_counties; i++)
    {
      gsize n;
      yl_places_get_townships (*state, counties[i].code, &n);
      n_all += n;
    }
  assert_number_equal ((gint64) n_all, 41352);
}

static void
every_replaced_code_leads_to_a_county_that_stands (void **state)
{
  assert_number_equal (yl_places_renew (*state, 371523), 371503);
  assert_number_equal (yl_places_renew (*state, 371502), 371502);
  static const guint32 old_codes[] = { 370125, 370181, 370282, 371202, 371421, 371523, 371626 };
  for (gsize i = 0; i < G_N_ELEMENTS (old_codes); i++)
    {
      assert_null (yl_places_find_county (*state, old_codes[i]));
      assert_non_null (yl_places_find_county (*state, yl_places_renew (*state, old_codes[i])));
    }
}

static void
a_zone_is_found_by_its_name_with_or_without_city_and_office (void **state)
{
  static const char *const names[] = { "经济技术开发区", "聊城经济技术开发区", "经济技术",
                                       "聊城市经济技术开发区财政局" };
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (YlEntity) zone = yl_register_find_zone (names[i], NULL);
      assert_non_null (zone);
      assert_string_equal (zone->name, "聊城经济技术开发区");
      assert_null (zone->code);
      assert_number_equal (zone->n_townships, 3);
      assert_number_equal (zone->townships[0], 371502008);
    }
}

static void
the_three_zones_take_townships_that_stand_and_share_none (void **state)
{
  static const char *const names[] = { "经济技术开发区", "高新技术产业开发区",
                                       "江北水城旅游度假区" };
  g_autoptr (GHashTable) taken = g_hash_table_new (NULL, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (YlEntity) zone = yl_register_find_zone (names[i], NULL);
      assert_non_null (zone);
      for (guint j = 0; j < zone->n_townships; j++)
        {
          assert_non_null (yl_places_find_township (*state, zone->townships[j]));
          assert_true (g_hash_table_add (taken, GUINT_TO_POINTER (zone->townships[j])));
        }
    }
}

static void
a_zone_that_nobody_verified_says_so (void **state)
{
  (void) state;
  g_autoptr (YlEntity) zone = yl_register_find_zone ("高新", NULL);
  assert_non_null (zone);
  assert_true (zone->is_unverified);
}

static void
a_name_that_two_zones_share_or_none_has_is_refused_with_the_names (void **state)
{
  static const char *const names[] = { "开发区",        "江南", "", "市", "济南经济技术开发区",
                                       "东昌府区财政局" };
  (void) state;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (GError) error = NULL;
      assert_null (yl_register_find_zone (names[i], &error));
      assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_NOT_FOUND));
      assert_non_null (strstr (error->message, "江北水城旅游度假区"));
    }
}

/* Writes @content to a file and looks a zone up in it. */
static YlEntity *
find_in_file (const char *name, const char *content, GError **error)
{
  g_autofree char *path = NULL;
  const int fd = g_file_open_tmp ("yl-zones-XXXXXX", &path, error);
  if (fd < 0)
    return NULL;
  close (fd);
  if (!g_file_set_contents (path, content, -1, error))
    return NULL;
  g_autofree char *question = g_strconcat (name, "@", path, NULL);
  YlEntity *zone = yl_register_find_zone (question, error);
  g_unlink (path);
  return zone;
}

static void
a_zone_may_come_from_a_file_of_ones_own (void **state)
{
  (void) state;
  g_autoptr (YlEntity) zone = find_in_file ("经济技术",
                                            "\xEF\xBB\xBFzone,township_code,township,verified\r\n"
                                            "经济技术开发区,371502009,东城街道,\r\n"
                                            "经济技术开发区,371502116,广平镇,\r\n",
                                            NULL);
  assert_non_null (zone);
  assert_false (zone->is_unverified);
  assert_number_equal (zone->n_townships, 2);
  assert_number_equal (zone->townships[1], 371502116);
}

static void
a_line_that_makes_no_sense_is_named_by_its_number (void **state)
{
  (void) state;
  static const char *const bad_lines[] = { "甲区,37150200,东城街道,", "甲区,371502009",
                                           ",371502009,东城街道,",
                                           "甲区,371502009,东城街道,,多一列" };
  for (gsize i = 0; i < G_N_ELEMENTS (bad_lines); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *content =
          g_strconcat ("zone,township_code,township,verified\n", bad_lines[i], "\n", NULL);
      assert_null (find_in_file ("甲区", content, &error));
      assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_INVALID));
      assert_non_null (strstr (error->message, "第 2 行"));
    }
}

static void
a_zones_file_that_is_missing_is_said_to_be_missing (void **state)
{
  (void) state;
  g_autoptr (GError) error = NULL;
  assert_null (yl_register_find_zone ("甲区@/nonexistent/zones.csv", &error));
  assert_true (g_error_matches (error, YL_ERROR, YL_ERROR_NOT_FOUND));
}

static void
loading_the_nation_is_quick (void **state)
{
  (void) state;
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (YlPlaces) places = yl_register_load (NULL);
  const gint64 microseconds = g_get_monotonic_time () - start;
  assert_non_null (places);
  /* Told, not judged: a busy machine is no fault of the program. */
  print_message ("# the register was loaded in %.1f ms\n", (double) microseconds / 1000.0);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (the_eight_counties_of_liaocheng_are_there),
    cmocka_unit_test (liaocheng_has_136_townships),
    cmocka_unit_test (townships_of_dongchangfu_begin_with_gulou_and_end_with_the_market),
    cmocka_unit_test (the_whole_nation_is_there),
    cmocka_unit_test (every_replaced_code_leads_to_a_county_that_stands),
    cmocka_unit_test (a_zone_is_found_by_its_name_with_or_without_city_and_office),
    cmocka_unit_test (the_three_zones_take_townships_that_stand_and_share_none),
    cmocka_unit_test (a_zone_that_nobody_verified_says_so),
    cmocka_unit_test (a_name_that_two_zones_share_or_none_has_is_refused_with_the_names),
    cmocka_unit_test (a_zone_may_come_from_a_file_of_ones_own),
    cmocka_unit_test (a_line_that_makes_no_sense_is_named_by_its_number),
    cmocka_unit_test (a_zones_file_that_is_missing_is_said_to_be_missing),
    cmocka_unit_test (loading_the_nation_is_quick),
  };
  return cmocka_run_group_tests_name ("register", tests, set_up, tear_down);
}
