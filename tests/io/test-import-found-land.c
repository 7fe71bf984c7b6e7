/* Tables of land-transfer revenue as people write them. */
#include "support/assert.h"
#include "support/make-sheet.h"

#include "yanglu/io/import/tables/found-land.h"
#include "yanglu/io/words/words.h"

#include <string.h>

typedef struct
{
  YlTextPool *texts;
  YlWorkbook *workbook;
  YlWorkbook *rest;
  YlAudit *audit;
  GPtrArray *lands;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  it->texts = yl_text_pool_new ();
  it->workbook = yl_workbook_new ("手工.xlsx", it->texts);
  it->audit = yl_audit_new ("手工.xlsx");
  *state = it;
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  g_clear_pointer (&it->lands, g_ptr_array_unref);
  g_clear_pointer (&it->rest, yl_arena_free_record);
  yl_audit_free (it->audit);
  yl_arena_free_record (it->workbook);
  yl_text_pool_free (it->texts);
  g_free (it);
  return 0;
}

static const YlFoundLand *
import (Case *it, const char *rows, guint n_expected)
{
  yl_test_add_sheet (it->workbook, "土地", rows);
  it->lands = yl_found_land_import (it->workbook, yl_words_get_builtin (), it->audit, &it->rest);
  assert_number_equal (it->lands->len, n_expected);
  return n_expected == 0 ? NULL : g_ptr_array_index (it->lands, 0);
}

static void
assert_figure (const YlFoundLand *land, YlLandMeaning meaning, gint64 units, const char *place)
{
  const YlLandFigure *figure = yl_found_land_find (land, meaning);
  assert_non_null (figure);
  g_autofree char *stands = yl_found_land_to_place (land, figure);
  assert_fen_equal (figure->units, units);
  assert_string_equal (stands, place);
}

static void
lines_down_a_column_are_read_by_their_labels (void **state)
{
  const YlFoundLand *land = import (*state,
                                    "东昌府区土地出让收益计提测算表\n"
                                    "|单位：元\n"
                                    "项目|金额\n"
                                    "土地出让收入|5,000,000.00\n"
                                    "减：征地和拆迁补偿|3200000\n"
                                    "计提农业土地开发资金|300000\n"
                                    "成本合计|3500000\n"
                                    "土地出让收益|1500000\n"
                                    "计提比例|3%\n"
                                    "计提农村公路养护资金|45000.5\n"
                                    "其中：已列数|1\n",
                                    1);
  assert_string_equal (land->name, "");
  assert_figure (land, YL_LAND_ROW_INCOME, 500000000, "土地!B4");
  assert_figure (land, YL_LAND_ROW_COST, 320000000, "土地!B5");
  assert_figure (land, YL_LAND_ROW_ALL_COSTS, 350000000, "土地!B7");
  assert_figure (land, YL_LAND_ROW_NET, 150000000, "土地!B8");
  assert_figure (land, YL_LAND_ROW_SHARE, 30000, "土地!B9");
  assert_figure (land, YL_LAND_ROW_DUE, 4500050, "土地!B10");
  assert_number_equal (land->figures->len, 7);
}

static void
two_levels_stand_beside_each_other (void **state)
{
  Case *it = *state;
  const YlFoundLand *city = import (it,
                                    "序号|项目|市级|县级|合计\n"
                                    "|收益口径|净收益|净收益|\n"
                                    "一|土地出让收入|100|200|300\n"
                                    "二|成本|40|60|100\n"
                                    "三|应计提数|1.2|2.8|4\n",
                                    2);
  const YlFoundLand *county = g_ptr_array_index (it->lands, 1);
  assert_int_equal (city->payer_after, YL_PAYER_CITY + 1);
  assert_int_equal (county->payer_after, YL_PAYER_COUNTY + 1);
  assert_string_equal (county->name, "县级");
  assert_figure (county, YL_LAND_ROW_DUE, 280, "土地!D5");
}

static void
lines_may_stand_across_in_wan_yuan (void **state)
{
  Case *it = *state;
  const YlFoundLand *land = import (it,
                                    "单位：万元\n"
                                    "级次|土地出让收入|成本|净收益|计提比例（%）|计提金额\n"
                                    "市级|1000|400|600|2|12\n"
                                    "县级|8600|6591.68|2008.32|3|60.25\n",
                                    2);
  assert_figure (land, YL_LAND_ROW_INCOME, 1000000000, "土地!B3");
  land = g_ptr_array_index (it->lands, 1);
  assert_figure (land, YL_LAND_ROW_SHARE, 30000, "土地!E4");
  assert_figure (land, YL_LAND_ROW_DUE, 60250000, "土地!F4");
  assert_fen_equal (land->step_fen, 10000);
}

static void
a_share_is_read_however_it_is_written (void **state)
{
  static const struct
  {
    const char *head;
    const char *text;
    gint64 ppm;
  } shares[] = { { "计提比例", "0.03", 30000 },   { "计提比例", "3%", 30000 },
                 { "计提比例（%）", "3", 30000 }, { "计提比例（%）", "0.03", 30000 },
                 { "计提比例", "2.5%", 25000 },   { "计提比例", "3", 30000 } };
  Case *it = *state;
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    {
      g_autofree char *rows = g_strdup_printf ("土地出让收入|100\n成本|40\n%s|%s\n计提|1\n",
                                               shares[i].head, shares[i].text);
      g_autofree char *name = g_strdup_printf ("表%" G_GSIZE_FORMAT, i);
      yl_test_add_sheet (it->workbook, name, rows);
    }
  it->lands = yl_found_land_import (it->workbook, yl_words_get_builtin (), NULL, NULL);
  assert_number_equal (it->lands->len, G_N_ELEMENTS (shares));
  for (gsize i = 0; i < G_N_ELEMENTS (shares); i++)
    assert_fen_equal (
        yl_found_land_find (g_ptr_array_index (it->lands, i), YL_LAND_ROW_SHARE)->units,
        shares[i].ppm);
}

static void
what_is_taken_is_gone_from_the_rest_and_said (void **state)
{
  Case *it = *state;
  import (it,
          "乡镇|金额\n"
          "沙镇镇|100\n"
          "合计|100\n"
          "\n"
          "土地出让收入|100\n"
          "成本|40\n"
          "计提|1.2\n",
          1);
  const YlWorksheet *rest = yl_workbook_find_sheet (it->rest, "土地");
  assert_number_equal (yl_worksheet_get_last_row (rest), 3);
  assert_number_equal (it->audit->readings->len, 1);
  assert_string_equal (g_array_index (it->audit->readings, YlReading, 0).what,
                       "工作表“土地”第 5 至 7 行");
}

/* Nothing is drawn in it: a statement of revenue alone, or words about it. */
static void
without_an_amount_drawn_it_is_no_such_table (void **state)
{
  import (*state,
          "土地出让收入|100\n"
          "成本|40\n"
          "净收益|60\n"
          "\n"
          "土地出让收入按规定计提|见文件\n",
          0);
  assert_number_equal (((Case *) *state)->audit->readings->len, 0);
}

static void
more_sets_than_the_limit_are_left (void **state)
{
  Case *it = *state;
  g_autoptr (GString) rows = g_string_new (NULL);
  for (guint i = 0; i <= YL_FOUND_LAND_MAX; i++)
    g_string_append (rows, "土地出让收入|100\n成本|40\n计提|1.2\n\n");
  import (it, rows->str, YL_FOUND_LAND_MAX);
}

#define SENTENCE(test) cmocka_unit_test_setup_teardown (test, set_up, tear_down)

int
main (void)
{
  const struct CMUnitTest tests[] = {
    SENTENCE (lines_down_a_column_are_read_by_their_labels),
    SENTENCE (two_levels_stand_beside_each_other),
    SENTENCE (lines_may_stand_across_in_wan_yuan),
    SENTENCE (a_share_is_read_however_it_is_written),
    SENTENCE (what_is_taken_is_gone_from_the_rest_and_said),
    SENTENCE (without_an_amount_drawn_it_is_no_such_table),
    SENTENCE (more_sets_than_the_limit_are_left),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
