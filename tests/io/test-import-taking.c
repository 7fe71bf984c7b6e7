#include "road-fixture.h"

/* (transfer full): "备注 2,C 1": the columns of all tables that were not read and hold something, "C"
 * where no head stands; a table begins with ";" behind the first. */
static char *
describe_unread (const RoadFixture *fixture)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < fixture->intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (fixture->intake->tables, i);
      const char *between = i == 0 ? "" : ";";
      for (guint cell = 0; cell < table->columns->len; cell++)
        {
          const YlIntakeColumn *column = &g_array_index (table->columns, YlIntakeColumn, cell);
          if (column->role != NULL || column->n_filled == 0)
            continue;
          g_string_append_printf (text, "%s%s %" G_GUINT64_FORMAT, between, column->head,
                                  column->n_filled);
          between = ",";
        }
    }
  return g_string_free (text, FALSE);
}

static const struct
{
  const char *what;
  const char *rows;
  const char *unread;
} cases[] = {
  { "every column is read", "类别|里程|乡镇\n村道|1|梁水镇", "" },
  { "its filled cells are counted, not the blank ones",
    "类别|备注|里程\n村道|甲|1\n村道||2\n村道| |3\n村道|乙|4", "备注 2" },
  { "an empty column is nothing to speak of", "类别|里程|备注\n村道|1|", "" },
  { "a row that is left out counts, a sum and a blank row do not",
    "类别|里程|备注\n村道|x|甲\n村道|1|乙\n合计|1|丙\n||\n村道|1|丁", "备注 3" },
  { "two rows of heads are one", "类别|里程|桩号||宽度\n||起点|止点|路肩\n村道|1|0|1|0.5",
    "宽度 路肩 1" },
  { "a head above and none below", "类别|里程|桩号||备注\n||起点|止点|\n村道|1|0|1|甲", "备注 1" },
  { "the second of two equal columns is not read", "类别|里程|长度\n村道|1|2", "长度 1" },
  { "the better name is read, the other is not", "路段编码|路线编码|里程\nA1|X001371502|1",
    "路段编码 1" },
  { "cells without a head", "类别||里程\n村道|甲|1", " 1" },
  { "cells beyond the heads", "类别|里程\n村道|1\n村道|1||甲|\n村道|1|乙|丙", " 1, 2" },
  { "the same heads at a page break go on", "类别|里程|备注\n村道|1|甲\n类别|里程|备注\n村道|1|乙",
    "备注 2" },
  { "other heads begin another table", "类别|里程|备注\n村道|1|甲\n类别|里程|附注\n村道|1|乙",
    "备注 1;附注 1" },
};

static void
a_column_that_is_not_read_is_told_with_its_filled_cells (void **state)
{
  RoadFixture *fixture = *state;
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      road_fixture_read (fixture, cases[i].rows);
      g_autofree char *unread = describe_unread (fixture);
      if (g_strcmp0 (unread, cases[i].unread) != 0)
        fail_msg ("%s: “%s” instead of “%s”", cases[i].what, unread, cases[i].unread);
    }
}

static void
a_column_is_called_as_its_table_calls_it_and_keeps_its_own_head_and_unit (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_read (fixture, "公路等级|行政等级|长度(米)\n四级|村道|1000");
  const YlIntakeTable *table = g_ptr_array_index (fixture->intake->tables, 0);
  const YlIntakeColumn *length = &g_array_index (table->columns, YlIntakeColumn, 2);
  assert_string_equal (table->file, "台账.csv");
  assert_string_equal (length->head, "长度(米)");
  assert_string_equal (length->role, "里程");
  assert_int_equal (length->unit, YL_UNIT_METRE);
  assert_string_equal (g_array_index (table->columns, YlIntakeColumn, 1).role, "类别");
}

static void
each_sheet_is_a_table_of_its_own (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_begin (fixture);
  road_fixture_feed (fixture, "甲", FALSE, "类别|里程|备注\n村道|1|甲");
  road_fixture_feed (fixture, "乙", FALSE, "类别|里程|备注\n村道|1|甲\n村道|1|甲");
  road_fixture_end (fixture);
  assert_text_equal_free (describe_unread (fixture), "备注 1;备注 2");
  assert_string_equal (((YlIntakeTable *) fixture->intake->tables->pdata[1])->sheet, "乙");
}

/* Kilometres of what nobody sees: a marked row does not count, one left out neither. */
static void
hidden_rows_that_count_are_told_one_by_one_and_added_up (void **state)
{
  RoadFixture *fixture = *state;
  road_fixture_begin (fixture);
  road_fixture_feed (fixture, "甲", FALSE,
                     "类别|里程|断头路\n村道|1|\n~村道|2|\n~县道|4|是\n~巷道|8|\n~乡道|16.5|");
  road_fixture_feed (fixture, "乙", FALSE, "类别|里程\n~村道|32\n村道|64");
  road_fixture_end (fixture);
  const YlIntakeTable *table = g_ptr_array_index (fixture->intake->tables, 0);
  const YlIntakeTable *other = g_ptr_array_index (fixture->intake->tables, 1);
  assert_number_equal (table->n_hidden, 2);
  assert_number_equal (table->hidden_m, 18500);
  assert_number_equal (other->n_hidden, 1);
  assert_number_equal (yl_findings_get_n_of_code (fixture->findings, YL_C11), 3);
  const YlFinding *last = NULL;
  for (gsize i = 0; i < yl_findings_get_n (fixture->findings); i++)
    if (yl_findings_get (fixture->findings, i)->row == 6)
      last = yl_findings_get (fixture->findings, i);
  assert_non_null (last);
  assert_int_equal (last->code, YL_C11);
  assert_int_equal (last->severity, YL_SEVERITY_WARNING);
  assert_int_equal (last->stake_length.rate, YL_RATE_TOWNSHIP);
  assert_number_equal (last->stake_length.length_um, 16500 * G_GINT64_CONSTANT (1000000));
}

static void
read_left_out (RoadFixture *fixture, guint n)
{
  g_autoptr (GString) rows = g_string_new ("路线编码|里程");
  for (guint i = 0; i < n; i++)
    g_string_append (rows, "\nC001371502|x");
  road_fixture_read (fixture, rows->str);
}

static void
rows_left_out_are_kept_by_name_up_to_a_limit (void **state)
{
  RoadFixture *fixture = *state;
  read_left_out (fixture, YL_INTAKE_MAX_LEFT_OUT);
  const GArray *left = fixture->intake->left_out;
  assert_number_equal (left->len, YL_INTAKE_MAX_LEFT_OUT);
  const YlIntakeLeftOut *last = &g_array_index (left, YlIntakeLeftOut, left->len - 1);
  assert_number_equal (last->row, YL_INTAKE_MAX_LEFT_OUT + 1);
  assert_string_equal (last->route_code, "C001371502");
  read_left_out (fixture, YL_INTAKE_MAX_LEFT_OUT + 1);
  assert_number_equal (fixture->intake->left_out->len, YL_INTAKE_MAX_LEFT_OUT);
  const YlIntakeTable *table = g_ptr_array_index (fixture->intake->tables, 0);
  assert_number_equal (table->n_left_out, YL_INTAKE_MAX_LEFT_OUT + 1);
}

int
main (void)
{
  const struct CMUnitTest tests[] = {
    ROAD_SENTENCE (a_column_that_is_not_read_is_told_with_its_filled_cells),
    ROAD_SENTENCE (a_column_is_called_as_its_table_calls_it_and_keeps_its_own_head_and_unit),
    ROAD_SENTENCE (each_sheet_is_a_table_of_its_own),
    ROAD_SENTENCE (rows_left_out_are_kept_by_name_up_to_a_limit),
    ROAD_SENTENCE (hidden_rows_that_count_are_told_one_by_one_and_added_up),
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
