#include "forms/same-book.h"
#include "support/assert.h"
#include "support/make-entry.h"
#include "support/read-book.h"
#include "yanglu/domain/fund.h"
#include "yanglu/domain/sheet-names.h"
#include "yanglu/forms/entry/entry-columns.h"
#include "yanglu/io/places/register.h"
#include "yanglu/forms/plan.h"
#include "yanglu/io/words/words.h"
#include "yanglu/io/xlsx-writer/writer.h"

#include <glib/gstdio.h>

typedef struct
{
  char *folder;
  char *path;
  YlPlaces *places;
  YlTestBook *book;
} Fixture;

static void
write_book (const Fixture *fixture, const YlEntity *entity, guint year)
{
  yl_test_make_entry (entity, year, fixture->places, fixture->path);
}

static int
set_up (void **state)
{
  Fixture *fixture = g_new0 (Fixture, 1);
  *state = fixture;
  fixture->folder = g_dir_make_tmp ("yanglu-entry-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "录入表.xlsx", NULL);
  fixture->places = yl_register_load (NULL);
  g_autoptr (YlEntity) county = yl_entity_new ("371502", "东昌府区");
  write_book (fixture, county, 2021);
  fixture->book = yl_test_read_book (fixture->path);
  return 0;
}

static int
tear_down (void **state)
{
  Fixture *fixture = *state;
  g_clear_pointer (&fixture->book, yl_test_book_free);
  g_unlink (fixture->path);
  g_rmdir (fixture->folder);
  yl_arena_free_record (fixture->places);
  g_free (fixture->path);
  g_free (fixture->folder);
  g_free (fixture);
  return 0;
}

static void
the_sheets_stand_in_the_order_of_filling_in (void **state)
{
  static const char *const names[] = { "填报说明", "单位信息",     "里程台账", "桥梁",
                                       "资金来源", "土地出让收益", "其他支出", "选项" };
  const Fixture *fixture = *state;
  assert_number_equal (yl_test_book_get_n_sheets (fixture->book), G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      assert_string_equal (yl_test_book_get_sheet (fixture->book, i), names[i]);
      assert_int_equal (yl_test_book_is_hidden (fixture->book, names[i]), i == 7);
    }
}

static void
the_same_request_gives_the_same_bytes (void **state)
{
  const Fixture *fixture = *state;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  gsize n_first = 0;
  gsize n_second = 0;
  g_autoptr (YlEntity) county = yl_entity_new ("371502", "东昌府区");
  assert_true (g_file_get_contents (fixture->path, &first, &n_first, NULL));
  g_usleep (1100000); /* another second, in case a clock was asked */
  write_book (fixture, county, 2021);
  assert_true (g_file_get_contents (fixture->path, &second, &n_second, NULL));
  assert_number_equal (n_first, n_second);
  assert_memory_equal (first, second, n_first);
}

static void
it_stays_below_two_megabytes (void **state)
{
  const Fixture *fixture = *state;
  GStatBuf info;
  assert_int_equal (g_stat (fixture->path, &info), 0);
  print_message ("# %" G_GOFFSET_FORMAT " bytes\n", (goffset) info.st_size);
  assert_true (info.st_size < 2 * 1024 * 1024);
}

static void
the_form_names_county_and_year (void **state)
{
  const Fixture *fixture = *state;
  assert_string_equal (yl_test_book_get (fixture->book, "里程台账", "C1"),
                       "2021年东昌府区农村公路里程台账");
  assert_string_equal (yl_test_book_get (fixture->book, "单位信息", "B6"), "2021");
}

static void
the_townships_offered_are_those_of_the_county (void **state)
{
  const Fixture *fixture = *state;
  gsize n_townships = 0;
  const YlTownship *townships = yl_places_get_townships (fixture->places, 371502, &n_townships);
  assert_true (n_townships > 10);
  for (guint32 i = 0; i < n_townships; i++)
    assert_string_equal (yl_test_book_get_at (fixture->book, "选项", i + 2, 1), townships[i].name);
  assert_string_equal (yl_test_book_get_at (fixture->book, "选项", (guint32) n_townships + 2, 1),
                       "");
}

static gboolean
reads (YlWordList list, const char *word)
{
  guint member = 0;
  return yl_words_read (yl_words_get_builtin (), list, yl_text_of (word), &member);
}

static void
every_word_that_is_offered_is_understood (void **state)
{
  const Fixture *fixture = *state;
  for (guint32 row = 2; row < 20; row++)
    {
      const char *words[12];
      for (guint column = 0; column < 12; column++)
        words[column] = yl_test_book_get_at (fixture->book, "选项", row, column);
      assert_true (*words[6] == '\0' || reads (YL_WORDS_BRIDGE_SIZE, words[6]));
      assert_true (*words[7] == '\0' || reads (YL_WORDS_PAYER, words[7]));
      assert_true (*words[8] == '\0' || reads (YL_WORDS_PURPOSE, words[8]));
      assert_true (*words[9] == '\0' || reads (YL_WORDS_FUND, words[9]));
      assert_true (*words[10] == '\0' || reads (YL_WORDS_SOURCE_KIND, words[10]));
      assert_true (*words[11] == '\0' || reads (YL_WORDS_PURPOSE, words[11]));
    }
  assert_string_equal (yl_test_book_get (fixture->book, "选项", "K18"), "其他");
}

static void
a_zone_is_offered_its_own_townships (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (YlEntity) zone = yl_entity_new (NULL, "示例开发区");
  zone->n_townships = 2;
  zone->townships = g_new0 (guint32, 2);
  gsize n_townships = 0;
  const YlTownship *townships = yl_places_get_townships (fixture->places, 371502, &n_townships);
  zone->townships[0] = townships[1].code;
  zone->townships[1] = townships[0].code;
  write_book (fixture, zone, 2022);
  yl_test_book_free (fixture->book);
  fixture->book = yl_test_read_book (fixture->path);
  assert_string_equal (yl_test_book_get (fixture->book, "选项", "B2"), townships[1].name);
  assert_string_equal (yl_test_book_get (fixture->book, "选项", "B3"), townships[0].name);
  assert_string_equal (yl_test_book_get (fixture->book, "选项", "B4"), "");
}

static void
a_place_off_the_register_gets_a_form_without_that_list (void **state)
{
  Fixture *fixture = *state;
  g_autoptr (YlEntity) nowhere = yl_entity_new ("999999", NULL);
  write_book (fixture, nowhere, 1990);
  yl_test_book_free (fixture->book);
  fixture->book = yl_test_read_book (fixture->path);
  assert_string_equal (yl_test_book_get (fixture->book, "选项", "B2"), "");
  assert_string_equal (yl_test_book_get (fixture->book, "桥梁", "A1"), "1990年农村公路桥梁明细表");
}

/* The cells of its 20 000 lengths, too. */
static void
assert_same_book (const Fixture *fixture, const YlEntity *entity)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = yl_planned_book_new ("录入表.xlsx", texts);
  const YlCellSink sink = yl_plan_get_sink (plan);
  yl_entry_book_write (&(YlEntryRequest){ .entity = entity,
                                          .year = 2021,
                                          .places = fixture->places,
                                          .filled = NULL,
                                          .n_filled = 0 },
                       &sink);
  write_book (fixture, entity, 2021);
  assert_true (same_book_assert (fixture->path, texts, plan->workbook) > 20000);
}

static void
the_plan_of_the_workbook_is_the_workbook_cell_by_cell (void **state)
{
  g_autoptr (YlEntity) county = yl_entity_new ("371502", "东昌府区");
  assert_same_book (*state, county);
}

static void
so_is_that_of_a_place_without_a_name (void **state)
{
  g_autoptr (YlEntity) nowhere = yl_entity_new ("999999", NULL);
  assert_same_book (*state, nowhere);
}

static void
a_folder_that_is_not_there_is_told (void **state)
{
  const Fixture *fixture = *state;
  g_autofree char *path = g_build_filename (fixture->folder, "没有", "录入表.xlsx", NULL);
  g_autoptr (GError) error = NULL;
  assert_null (yl_xlsx_writer_new_entry (path, FALSE, &error));
  assert_non_null (error);
}

#define sentence(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)

/* (transfer full): the entry workbook of 东昌府区, planned. */
static YlPlannedBook *
plan_book (const Fixture *fixture, YlTextPool *texts)
{
  g_autoptr (YlEntity) county = yl_entity_new ("371502", "东昌府区");
  YlPlannedBook *plan = yl_planned_book_new ("录入表.xlsx", texts);
  const YlCellSink sink = yl_plan_get_sink (plan);
  yl_entry_book_write (&(YlEntryRequest){ .entity = county,
                                          .year = 2021,
                                          .places = fixture->places,
                                          .filled = NULL,
                                          .n_filled = 0 },
                       &sink);
  return plan;
}

static void
the_plan_knows_the_head_over_a_cell (void **state)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = plan_book (*state, texts);
  const YlPlannedSheet *unit = yl_planned_book_find_sheet (plan, "单位信息");
  const YlPlannedSheet *land = yl_planned_book_find_sheet (plan, "土地出让收益");
  assert_string_equal (yl_planned_sheet_find_note (unit, 5, 1)->head, "填写内容");
  assert_string_equal (yl_planned_sheet_find_note (land, 5, 0)->head, "项目");
  assert_string_equal (yl_planned_sheet_find_note (land, 5, 3)->head, "填写说明");
  /* Above the heads there is none. */
  assert_null (yl_planned_sheet_find_note (unit, 2, 0));
  assert_null (yl_planned_sheet_find_note (land, 4, 0));
}

/* The upper level first, as 土地出让收益测算 of the budget has them. */
static void
the_city_stands_before_the_county (void **state)
{
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = plan_book (*state, texts);
  const YlWorksheet *land = yl_workbook_find_sheet (plan->workbook, "土地出让收益");
  static const char *const heads[] = { "项目", "市级（元）", "县级（元）" };
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    assert_string_equal (
        yl_workbook_get_text (plan->workbook, yl_worksheet_find (land, 4, i)->value), heads[i]);
}

static const char *
read_cell (const YlPlannedBook *plan, const char *sheet, guint32 row, guint16 column)
{
  const YlWorksheet *found = yl_workbook_find_sheet (plan->workbook, sheet);
  const YlCell *cell = yl_worksheet_find (found, row, column);
  return cell == NULL ? "" : yl_workbook_get_text (plan->workbook, cell->value);
}

/* 1000 − 200 = 800 yuan, of which 2.5 % are 20; 1.5 km and what is no number; a column of the office's own. */
static void
what_is_filled_in_stands_there_and_its_sums_follow (void **state)
{
  const Fixture *fixture = *state;
  static const char *const road_names[] = { "route_code", "class", "length", "maintained", "own" };
  static const char *const road_heads[] = { "路线编码", "类别", "里程", "", "备用列" };
  static const char *const roads[][5] = { { "X001371502", "县道", "1.5", "", "甲" },
                                          { "Y001371502", "乡道", "很长", "", "" } };
  static const char *const land_names[] = { "item", "city", "county" };
  static const char *const land[][3] = { { "土地出让收入", "", "1000" },
                                         { "②土地开发", "", "200" },
                                         { "计提比例（%）", "", "2.5" },
                                         { "其他项目", "", "7" } };
  const char *const *road_rows[] = { roads[0], roads[1] };
  const char *const *land_rows[] = { land[0], land[1], land[2], land[3] };
  const YlEntryRows filled[] = { { "里程台账", road_names, road_heads, 5, road_rows, 2 },
                                 { "土地出让收益", land_names, land_names, 3, land_rows, 4 } };
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = yl_planned_book_new ("录入表.xlsx", texts);
  g_autoptr (YlEntity) county = yl_entity_new ("371502", "东昌府区");
  const YlCellSink sink = yl_plan_get_sink (plan);
  yl_entry_book_write (&(YlEntryRequest){ .entity = county,
                                          .year = 2021,
                                          .places = fixture->places,
                                          .filled = filled,
                                          .n_filled = G_N_ELEMENTS (filled) },
                       &sink);
  assert_string_equal (read_cell (plan, "里程台账", 5, 0), "X001371502");
  assert_string_equal (read_cell (plan, "里程台账", 6, 7), "很长");
  assert_string_equal (read_cell (plan, "里程台账", 3, 1), "共 2 行");
  assert_string_equal (read_cell (plan, "里程台账", 3, 7), "1.5");
  assert_string_equal (read_cell (plan, "里程台账", 3, 9), "1.5");
  /* 列养 has no head where nobody said anything; the office's own stands behind the others. */
  assert_string_equal (read_cell (plan, "里程台账", 4, 15), "");
  assert_string_equal (read_cell (plan, "里程台账", 4, 28), "备用列");
  assert_string_equal (read_cell (plan, "里程台账", 5, 28), "甲");
  assert_string_equal (read_cell (plan, "土地出让收益", 14, 2), "200");
  assert_string_equal (read_cell (plan, "土地出让收益", 15, 2), "800");
  assert_string_equal (read_cell (plan, "土地出让收益", 17, 2), "20");
  assert_string_equal (read_cell (plan, "土地出让收益", 19, 0), "其他项目");
}

/* 列养里程 has no column in the form: a number all the same, and 1.500 km is 1.5. */
static void
a_length_that_the_form_does_not_ask_for_is_a_number (void **state)
{
  const Fixture *fixture = *state;
  static const char *const names[] = { "length", "maintained_length" };
  static const char *const heads[] = { "里程", "列养里程" };
  static const char *const row[] = { "1.500", "1.500" };
  const char *const *rows[] = { row };
  const YlEntryRows filled = { "里程台账", names, heads, 2, rows, 1 };
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = yl_planned_book_new ("录入表.xlsx", texts);
  g_autoptr (YlEntity) county = yl_entity_new ("371502", "东昌府区");
  const YlCellSink sink = yl_plan_get_sink (plan);
  yl_entry_book_write (&(YlEntryRequest){ .entity = county,
                                          .year = 2021,
                                          .places = fixture->places,
                                          .filled = &filled,
                                          .n_filled = 1 },
                       &sink);
  assert_string_equal (read_cell (plan, "里程台账", 4, 28), "列养里程");
  assert_string_equal (read_cell (plan, "里程台账", 5, 28), "1.5");
}

/* In the cell and in what the titles of the other sheets work out of it: no XML may hold such a byte. */
static void
a_control_character_that_is_filled_in_is_shown_by_a_sign (void **state)
{
  const Fixture *fixture = *state;
  static const char *const names[] = { "entity" };
  static const char *const row[] = { "东昌\x01府" };
  const char *const *rows[] = { row };
  const YlEntryRows filled = { "单位信息", names, names, 1, rows, 1 };
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlPlannedBook) plan = yl_planned_book_new ("录入表.xlsx", texts);
  g_autoptr (YlEntity) county = yl_entity_new ("371502", "东昌府区");
  const YlCellSink sink = yl_plan_get_sink (plan);
  yl_entry_book_write (&(YlEntryRequest){ .entity = county,
                                          .year = 2021,
                                          .places = fixture->places,
                                          .filled = &filled,
                                          .n_filled = 1 },
                       &sink);
  assert_string_equal (read_cell (plan, "单位信息", 5, 1), "东昌␁府");
  assert_string_equal (read_cell (plan, "桥梁", 2, 0), "编制单位：东昌␁府");
}

static const char *
kind_of (const char *sheet, const char *column)
{
  return yl_column_kind_get_key (yl_entry_column_get_kind (sheet, column));
}

static void
what_a_column_holds_is_what_its_cells_take (void **state)
{
  (void) state;
  assert_string_equal (kind_of ("里程台账", "length"), "length");
  assert_string_equal (kind_of ("里程台账", "start"), "stake");
  assert_string_equal (kind_of ("里程台账", "previous_end"), "stake");
  assert_string_equal (kind_of ("里程台账", "width"), "number");
  assert_string_equal (kind_of ("里程台账", "last_works"), "year");
  assert_string_equal (kind_of ("里程台账", "route_code"), "text");
  assert_string_equal (kind_of ("桥梁", "length"), "number"); /* metres */
  assert_string_equal (kind_of ("资金来源", "amount"), "amount");
  assert_string_equal (kind_of ("资金来源", "account"), "text"); /* a code is no number */
  assert_string_equal (kind_of ("土地出让收益", "city"), "amount");
  assert_string_equal (kind_of ("其他支出", "length"), "length");
  assert_string_equal (kind_of ("单位信息", "date"), "date");
  assert_string_equal (kind_of ("单位信息", "last_year"), "amount");
  assert_string_equal (kind_of ("单位信息", "engineering"), "length");
  /* Of these the form asks for none. */
  assert_string_equal (kind_of ("里程台账", "maintained_length"), "length");
  assert_string_equal (kind_of ("里程台账", "other"), "text");
  assert_string_equal (kind_of ("没有这张表", "length"), "text");
}

static void
assert_values (const Fixture *fixture,
               const YlEntity *entity,
               const char *sheet,
               const char *column,
               const char *wanted)
{
  g_auto (GStrv) values = yl_entry_column_list_values (sheet, column, entity, fixture->places);
  g_autofree char *joined = values == NULL ? NULL : g_strjoinv (" ", values);
  assert_string_equal (joined == NULL ? "(anything)" : joined, wanted);
}

static void
what_may_be_chosen_is_what_the_workbook_lists (void **state)
{
  const Fixture *fixture = *state;
  g_autoptr (YlEntity) zone = yl_entity_new (NULL, "示例开发区");
  zone->n_townships = 1;
  zone->townships = g_new0 (guint32, 1);
  zone->townships[0] =
      yl_places_find_township_named (fixture->places, 371502, yl_text_of ("沙镇镇"))->code;
  assert_values (fixture, zone, "里程台账", "class", "县道 乡道 村道 专用公路");
  assert_values (fixture, zone, "桥梁", "class", "县道 乡道 村道 专用公路");
  assert_values (fixture, zone, "里程台账", "dead_end", "是 否");
  assert_values (fixture, zone, "里程台账", "township", "沙镇镇");
  assert_values (fixture, zone, "资金来源", "fund", "一般公共预算 政府性基金 社会资金");
  assert_values (fixture, zone, "资金来源", "level", "中央 省 市 县 乡镇 社会");
  assert_values (fixture, zone, "里程台账", "route_name", "(anything)");
  assert_values (fixture, zone, "里程台账", "other", "(anything)");
  g_auto (GStrv) items =
      yl_entry_column_list_values ("土地出让收益", "item", zone, fixture->places);
  /* Income, eight costs, the share and the definition; what follows by formulas is not typed. */
  assert_number_equal (g_strv_length (items), 11);
  assert_string_equal (items[0], "土地出让收入");
  assert_string_equal (items[9], "计提比例（%）");
  assert_false (g_strv_contains ((const char *const *) (gpointer) items, "土地出让净收益"));
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    sentence (the_sheets_stand_in_the_order_of_filling_in),
    sentence (the_same_request_gives_the_same_bytes),
    sentence (what_is_filled_in_stands_there_and_its_sums_follow),
    sentence (a_length_that_the_form_does_not_ask_for_is_a_number),
    sentence (a_control_character_that_is_filled_in_is_shown_by_a_sign),
    sentence (it_stays_below_two_megabytes),
    sentence (the_form_names_county_and_year),
    sentence (the_townships_offered_are_those_of_the_county),
    sentence (every_word_that_is_offered_is_understood),
    sentence (a_zone_is_offered_its_own_townships),
    sentence (a_place_off_the_register_gets_a_form_without_that_list),
    sentence (the_plan_of_the_workbook_is_the_workbook_cell_by_cell),
    sentence (so_is_that_of_a_place_without_a_name),
    sentence (the_plan_knows_the_head_over_a_cell),
    sentence (the_city_stands_before_the_county),
    sentence (a_folder_that_is_not_there_is_told),
    sentence (what_a_column_holds_is_what_its_cells_take),
    sentence (what_may_be_chosen_is_what_the_workbook_lists),
  };
  return cmocka_run_group_tests_name ("entry book", tests, NULL, NULL);
}
