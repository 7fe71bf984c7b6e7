#include "support/assert.h"

#include "yanglu/audit/lists/former-codes.h"

#include <string.h>

/* Two counties of Guangxi share a name but for 市 and 县; 横州市 alone has 横州镇 and 百合镇. */
static YlPlaces *
make_places (void)
{
  g_autoptr (YlPlaces) places = yl_places_new ();
  static const struct
  {
    guint32 code;
    const char *name;
  } counties[] = {
    { 450181, "横州市" }, { 450182, "桂平市" }, { 450183, "桂平县" },
    { 450184, "柳江区" }, { 440199, "某县" },
  };
  static const struct
  {
    guint32 code;
    const char *name;
  } townships[] = {
    { 450181100, "横州镇" },
    { 450181101, "百合镇" },
    { 450182100, "百合镇" },
    { 450183100, "百合镇" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (counties); i++)
    yl_places_add_county (places, counties[i].code, yl_text_of (counties[i].name));
  for (gsize i = 0; i < G_N_ELEMENTS (townships); i++)
    yl_places_add_township (places, townships[i].code, yl_text_of (townships[i].name));
  yl_places_add_renamed (places, 450100, 450184, 2016);
  yl_places_add_former (places, 450127, yl_text_of ("横县"));
  yl_places_add_former (places, 450128, yl_text_of ("桂平县"));
  yl_places_add_former (places, 450129, yl_text_of ("柳江县"));
  yl_places_add_former (places, 450130, yl_text_of ("某县"));
  return yl_places_seal (g_steal_pointer (&places));
}

/* Rows of one code; @successor: 0: nobody knows. */
typedef struct
{
  const char *what;
  const char *code;
  const char *townships[3];
  guint32 old;
  guint32 successor;
  const char *says; /* NULL: nothing is told */
} Case;

static YlInventory *
make_rows (const Case *one, const YlPlaces *places)
{
  YlInventory *inventory = yl_inventory_new ();
  yl_inventory_add_origin (inventory, &(YlOrigin){ .file = "台账.csv" });
  for (guint i = 0; i < 3 && (i == 0 || one->townships[i] != NULL); i++)
    yl_inventory_add (inventory,
                      &(YlRoadRow){ .road = { .row = i + 2,
                                              .county_code = yl_places_renew (places, one->old),
                                              .length_m = 1000 },
                                    .route_code = yl_text_of (one->code),
                                    .township = yl_text_of (one->townships[i]) });
  return inventory;
}

static void
assert_case (const Case *one)
{
  g_autoptr (YlPlaces) places = make_places ();
  g_autoptr (YlInventory) inventory = make_rows (one, places);
  g_autoptr (YlFormerCodes) former = yl_former_codes_find (inventory, places);
  g_autoptr (YlFindings) findings = yl_findings_new ();
  yl_former_codes_tell (former, 0, findings);
  assert_number_equal (yl_former_codes_get_successor (former, one->old), one->successor);
  if (yl_findings_get_n (findings) != (one->says == NULL ? 0 : 1))
    fail_msg ("%s: %u findings", one->what, (guint) yl_findings_get_n (findings));
  if (one->says == NULL)
    return;
  const YlFinding *finding = yl_findings_get (findings, 0);
  assert_int_equal (finding->code, YL_A07);
  assert_int_equal (finding->severity, YL_SEVERITY_WARNING);
  assert_number_equal (finding->row, 2);
  if (strstr (finding->message, one->says) == NULL)
    fail_msg ("%s: %s", one->what, finding->message);
}

static void
a_code_that_is_none_is_told_with_what_follows_it (void **state)
{
  (void) state;
  static const Case cases[] = {
    { "a present code", "X001450181", { "横州镇" }, 450181, 0, NULL },
    { "renamed, and told of its rows", "X001450100", { NULL }, 450100, 0, NULL },
    { "one township of its own", "X001450127", { "横州镇", "百合镇" }, 450127, 450181, "横州市" },
    { "a township of three", "X001450127", { "百合镇" }, 450127, 0, "原是横县" },
    { "a township that nobody has", "X001450127", { "横州镇", "甲镇" }, 450127, 0, "不知道" },
    { "no townships", "X001450127", { NULL }, 450127, 0, "不知道" },
    { "the same name", "X001450129", { "百合镇" }, 450129, 450184, "县名相同" },
    { "a name that two have, by its township", "X001450128", { "横州镇" }, 450128, 450181, "乡镇" },
    { "a name of another province", "X001450130", { NULL }, 450130, 0, "不知道" },
    { "never a county", "X001459999", { NULL }, 459999, 0, "没有查到曾用的县" },
    { "of the division code", "X001", { NULL }, 459999, 0, "459999" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_case (&cases[i]);
}

static void
what_is_foreign_to_a_county_is_told_as_that (void **state)
{
  (void) state;
  static const Case one = { "横县", "X001450127", { "横州镇" }, 450127, 450181, "横州市" };
  static const struct
  {
    guint32 own;
    guint n_expected;
  } cases[] = { { 0, 1 }, { 450127, 1 }, { 450181, 1 }, { 450182, 0 } };
  g_autoptr (YlPlaces) places = make_places ();
  g_autoptr (YlInventory) inventory = make_rows (&one, places);
  g_autoptr (YlFormerCodes) former = yl_former_codes_find (inventory, places);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (YlFindings) findings = yl_findings_new ();
      yl_former_codes_tell (former, cases[i].own, findings);
      assert_int_equal (yl_findings_get_n (findings), cases[i].n_expected);
    }
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_code_that_is_none_is_told_with_what_follows_it),
    cmocka_unit_test (what_is_foreign_to_a_county_is_told_as_that),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
