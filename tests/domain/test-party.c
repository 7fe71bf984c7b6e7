#include "support/assert.h"

#include "yanglu/domain/allotment.h"
#include "yanglu/domain/audit/party.h"

/* Payees of 东昌府区. */
static const YlParty parties[] = {
  { YL_COUNTY_AGENCY, 0 },   { "沙镇镇", 371502104 },     { "堂邑镇", 371502102 },
  { "闫寺街道", 371502006 }, { "道口铺街道", 371502007 },
};

typedef struct
{
  const char *written;
  YlPartyMatch match;
  guint index;
} Case;

static void
assert_matches (const Case *cases, gsize n)
{
  g_autoptr (YlPlaces) places = yl_places_new ();
  yl_places_add_county (places, 371502, yl_text_of ("东昌府区"));
  for (guint i = 1; i < G_N_ELEMENTS (parties); i++)
    yl_places_add_township (places, parties[i].code, yl_text_of (parties[i].name));
  places = yl_places_seal (places);
  g_autoptr (YlPartyList) list =
      yl_party_list_new (places, 371502, parties, G_N_ELEMENTS (parties));
  for (gsize i = 0; i < n; i++)
    {
      guint index = 0;
      const YlPartyMatch match = yl_party_list_find (list, cases[i].written, &index);
      if (match != cases[i].match || index != cases[i].index)
        fail_msg ("%s: %s %u", cases[i].written, yl_party_match_get_key (match), index);
    }
}

static void
a_name_is_found_by_words_code_register_then_guess (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "沙镇镇", YL_PARTY_SAME, 1 },
    { " 沙 镇 镇 ", YL_PARTY_SAME, 1 },
    { "371502104", YL_PARTY_CODE, 1 },
    { "某单位371502104001", YL_PARTY_CODE, 1 },
    { "沙镇镇人民政府", YL_PARTY_REGISTER, 1 },
    { "东昌府区沙镇镇财政所", YL_PARTY_REGISTER, 1 },
    { "山东省聊城市东昌府区闫寺街道办事处", YL_PARTY_REGISTER, 3 },
    { "闫寺镇", YL_PARTY_REGISTER, 3 },
    { "闫寺办事处财政所", YL_PARTY_REGISTER, 3 },
    { "堂邑", YL_PARTY_REGISTER, 2 },
    { "沙镇镇农村公路养护专户", YL_PARTY_GUESS, 1 },
    { "道口埔街道", YL_PARTY_GUESS, 4 },
    { "东昌府区农村公路管护中心", YL_PARTY_GUESS, 0 },
  };
  assert_matches (cases, G_N_ELEMENTS (cases));
}

static void
what_is_none_of_them_or_might_be_two_is_unknown (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "", YL_PARTY_UNKNOWN, 0 },
    { "梁水镇", YL_PARTY_UNKNOWN, 0 },
    { "某某公路养护公司", YL_PARTY_UNKNOWN, 0 },
    { "沙镇镇、堂邑镇", YL_PARTY_UNKNOWN, 0 },
    { "371502999", YL_PARTY_UNKNOWN, 0 },
  };
  assert_matches (cases, G_N_ELEMENTS (cases));
}

static void
a_county_is_found_under_its_old_kind (void **state)
{
  (void) state;
  static const YlParty counties[] = { { "茌平区", 0 }, { "东阿县", 0 }, { "临清市", 0 } };
  g_autoptr (YlPlaces) places = yl_places_new ();
  places = yl_places_seal (places);
  g_autoptr (YlPartyList) list = yl_party_list_new (places, 0, counties, G_N_ELEMENTS (counties));
  guint index = 9;
  assert_int_equal (yl_party_list_find (list, "茌平县", &index), YL_PARTY_REGISTER);
  assert_number_equal (index, 0);
  assert_int_equal (yl_party_list_find (list, "临清市财政局", &index), YL_PARTY_REGISTER);
  assert_number_equal (index, 2);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_name_is_found_by_words_code_register_then_guess),
    cmocka_unit_test (what_is_none_of_them_or_might_be_two_is_unknown),
    cmocka_unit_test (a_county_is_found_under_its_old_kind),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
