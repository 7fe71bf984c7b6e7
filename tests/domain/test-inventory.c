#include "support/assert.h"

#include "yanglu/domain/inventory.h"

/* One more than a block holds, and two more. */
#define N_MANY 65538u

static YlRoadRow
make_row (guint32 row, const char *code)
{
  return (YlRoadRow){
    .road = { .row = row, .length_m = row * 10, .road_class = YL_CLASS_VILLAGE },
    .route_code = yl_text_of (code),
    .township = yl_text_of ("侯营镇"),
  };
}

static void
a_road_costs_at_most_96_bytes (void **state)
{
  (void) state;
  assert_true (sizeof (YlRoad) <= 96);
}

static void
a_list_gives_back_what_was_put_in (void **state)
{
  (void) state;
  g_autoptr (YlInventory) list = yl_inventory_new ();
  YlRoadRow row = make_row (5, "C001371502");
  row.road.origin = yl_inventory_add_origin (
      list, &(YlOrigin){ .file = "路.csv", .columns = 1u << YL_COLUMN_LENGTH });
  row.route_name = yl_text_of ("侯于路");
  row.village = yl_text_of ("前村");
  row.package = yl_text_of ("一标段");
  row.payee = yl_text_of ("某所");
  row.chief = yl_text_of ("某人");
  row.duplicate_of = yl_text_of ("X001371502");
  row.previous_code = yl_text_of ("C009371502");
  yl_inventory_add (list, &row);
  const YlRoad *road = yl_inventory_get_road (list, 0);
  assert_number_equal (road->length_m, 50);
  assert_string_equal (yl_inventory_get_text (list, road->route_code), "C001371502");
  assert_string_equal (yl_inventory_get_text (list, road->route_name), "侯于路");
  assert_string_equal (yl_inventory_get_text (list, road->township), "侯营镇");
  assert_string_equal (yl_inventory_get_text (list, road->village), "前村");
  assert_string_equal (yl_inventory_get_text (list, road->package), "一标段");
  assert_string_equal (yl_inventory_get_text (list, road->payee), "某所");
  assert_string_equal (yl_inventory_get_text (list, road->chief), "某人");
  assert_string_equal (yl_inventory_get_text (list, road->duplicate_of), "X001371502");
  assert_string_equal (yl_inventory_get_text (list, road->previous_code), "C009371502");
  assert_string_equal (yl_inventory_get_origin (list, road->origin)->file, "路.csv");
}

static void
a_list_knows_which_columns_any_of_its_tables_had (void **state)
{
  (void) state;
  g_autoptr (YlInventory) list = yl_inventory_new ();
  const YlOrigin county = { .file = "甲.xlsx", .sheet = "县道", .columns = 1u << YL_COLUMN_LENGTH };
  const YlOrigin township = { .file = "甲.xlsx",
                              .sheet = "乡道",
                              .columns = 1u << YL_COLUMN_PREVIOUS_END };
  assert_int_equal (yl_inventory_add_origin (list, &county), 0);
  assert_int_equal (yl_inventory_add_origin (list, &township), 1);
  assert_int_equal (yl_inventory_get_n_origins (list), 2);
  assert_string_equal (yl_inventory_get_origin (list, 1)->sheet, "乡道");
  assert_true (yl_inventory_has_column (list, YL_COLUMN_LENGTH));
  assert_true (yl_inventory_has_column (list, YL_COLUMN_PREVIOUS_END));
  assert_false (yl_inventory_has_column (list, YL_COLUMN_URBAN));
}

static YlInventory *
make_many (void)
{
  g_autoptr (YlInventory) inventory = yl_inventory_new ();
  const YlRoadSink sink = yl_inventory_get_sink (inventory);
  for (guint32 i = 0; i < N_MANY; i++)
    {
      const YlRoadRow row = make_row (i, i % 2 == 0 ? "C001371502" : "C002371502");
      sink.take (sink.self, &row);
    }
  return g_steal_pointer (&inventory);
}

static void
roads_beyond_a_block_stand_in_their_order (void **state)
{
  (void) state;
  g_autoptr (YlInventory) list = make_many ();
  assert_number_equal ((gint64) yl_inventory_get_n_roads (list), N_MANY);
  static const guint32 edges[] = { 0, 65535, 65536, 65537 };
  for (gsize i = 0; i < G_N_ELEMENTS (edges); i++)
    assert_number_equal (yl_inventory_get_road (list, edges[i])->row, edges[i]);
}

static void
the_same_text_stands_once (void **state)
{
  (void) state;
  g_autoptr (YlInventory) list = make_many ();
  assert_number_equal (yl_inventory_get_road (list, 0)->route_code,
                       yl_inventory_get_road (list, 65536)->route_code);
  assert_ptr_equal (yl_inventory_get_text (list, yl_inventory_get_road (list, 1)->township),
                    yl_inventory_get_text (list, yl_inventory_get_road (list, 65537)->township));
}

static gboolean
has_row_above (const YlRoad *road, gconstpointer data)
{
  return road->row > GPOINTER_TO_UINT (data);
}

static void
a_selection_outlives_the_list_it_was_taken_from (void **state)
{
  (void) state;
  YlInventory *list = make_many ();
  g_autoptr (YlInventory) chosen =
      yl_inventory_select (list, has_row_above, GUINT_TO_POINTER (65535));
  g_autoptr (YlInventory) none =
      yl_inventory_select (list, has_row_above, GUINT_TO_POINTER (N_MANY));
  yl_inventory_free (list);
  assert_number_equal ((gint64) yl_inventory_get_n_roads (chosen), 2);
  assert_number_equal (yl_inventory_get_road (chosen, 1)->row, 65537);
  assert_string_equal (
      yl_inventory_get_text (chosen, yl_inventory_get_road (chosen, 1)->route_code), "C002371502");
  assert_number_equal ((gint64) yl_inventory_get_n_roads (none), 0);
}

static void
a_list_outlives_its_other_holders (void **state)
{
  (void) state;
  YlInventory *list = make_many ();
  g_autoptr (YlInventory) held = yl_inventory_ref (list);
  yl_inventory_free (list);
  assert_number_equal (yl_inventory_get_road (held, 65537)->row, 65537);
  assert_string_equal (yl_inventory_get_text (held, yl_inventory_get_road (held, 65537)->township),
                       "侯营镇");
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_road_costs_at_most_96_bytes),
    cmocka_unit_test (a_list_gives_back_what_was_put_in),
    cmocka_unit_test (a_list_knows_which_columns_any_of_its_tables_had),
    cmocka_unit_test (roads_beyond_a_block_stand_in_their_order),
    cmocka_unit_test (the_same_text_stands_once),
    cmocka_unit_test (a_selection_outlives_the_list_it_was_taken_from),
    cmocka_unit_test (a_list_outlives_its_other_holders),
  };
  return cmocka_run_group_tests_name ("inventory", tests, NULL, NULL);
}
