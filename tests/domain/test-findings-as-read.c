#include "yanglu/domain/findings-as-read.h"

#include "support/assert.h"

typedef struct
{
  YlIntake *intake;
  YlFindings *findings;
} Case;

static int
set_up (void **state)
{
  Case *it = g_new0 (Case, 1);
  it->intake = yl_intake_new ();
  it->findings = yl_findings_new ();
  *state = it;
  return 0;
}

static int
tear_down (void **state)
{
  Case *it = *state;
  yl_arena_free_record (it->intake);
  yl_findings_free (it->findings);
  g_free (it);
  return 0;
}

/* A table with the columns 序号 (not read), 公路编码 (as 路线编码), 里程 (not read) and 长度 (as 里程). */
static void
add_table (Case *it, const char *file, const char *sheet, YlRowId first_row)
{
  static const YlIntakeColumn columns[] = { { .head = "序号" },
                                            { .head = "公路编码", .role = "路线编码" },
                                            { .head = "里程" },
                                            { .head = "长度", .role = "里程" },
                                            { .head = "道路类型", .role = "类别" } };
  YlIntakeTable *table = yl_intake_add_table (it->intake, file, sheet, "", first_row);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    yl_intake_add_column (it->intake, table, &columns[i]);
}

/* (transfer full): the messages in their order. */
static char *
arrange (Case *it)
{
  yl_findings_arrange (it->findings, it->intake);
  GString *text = g_string_new (NULL);
  for (gsize i = 0; i < yl_findings_get_n (it->findings); i++)
    g_string_append (text, yl_findings_get (it->findings, i)->message);
  return g_string_free (text, FALSE);
}

static void
findings_stand_in_the_order_in_which_the_files_were_read (void **state)
{
  Case *it = *state;
  add_table (it, "乙.xlsx", "二", 2);
  add_table (it, "乙.xlsx", "一", 2);
  add_table (it, "甲.csv", "", 2);
  static const YlFinding found[] = {
    { .message = "7。" },
    { .message = "5。", .file = "甲.csv", .sheet = "", .row = 1 },
    { .message = "6。", .file = "甲.csv", .sheet = "", .row = 10 },
    { .message = "4。", .file = "乙.xlsx" },
    { .message = "3。", .file = "乙.xlsx", .sheet = "一", .row = 2 },
    { .message = "2。", .file = "乙.xlsx", .sheet = "二", .row = 9 },
    { .message = "1。", .file = "乙.xlsx", .sheet = "二" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    yl_findings_add (it->findings, &found[i]);
  assert_text_equal_free (arrange (it), "1。2。3。4。5。6。7。");
}

static void
in_a_row_the_row_goes_before_its_cells_and_the_graver_first (void **state)
{
  Case *it = *state;
  add_table (it, "甲.csv", "", 2);
  static const YlFinding found[] = {
    { .message = "4。", .file = "甲.csv", .row = 2, .column = "长度" },
    { .message = "3。",
      .file = "甲.csv",
      .row = 2,
      .column = "路线编码",
      .severity = YL_SEVERITY_WARNING },
    { .message = "2。",
      .file = "甲.csv",
      .row = 2,
      .column = "路线编码",
      .severity = YL_SEVERITY_ERROR },
    { .message = "1。", .file = "甲.csv", .row = 2, .severity = YL_SEVERITY_INFO },
  };
  for (guint i = 0; i < G_N_ELEMENTS (found); i++)
    yl_findings_add (it->findings, &found[i]);
  assert_text_equal_free (arrange (it), "1。2。3。4。");
}

static const struct
{
  const char *what;
  YlFinding finding;
  const char *cell; /* %NULL: none */
} cells[] = {
  { "its head", { .file = "甲.csv", .row = 7, .column = "公路编码" }, "B7" },
  { "as what it was read", { .file = "甲.csv", .row = 7, .column = "路线编码" }, "B7" },
  { "the one that was read before the one that is called so",
    { .file = "甲.csv", .row = 7, .column = "里程" },
    "D7" },
  { "what was not read", { .file = "甲.csv", .row = 7, .column = "序号" }, "A7" },
  { "what rules call it", { .file = "甲.csv", .row = 7, .column = "行政等级" }, "E7" },
  { "no such column", { .file = "甲.csv", .row = 7, .column = "桩号" }, NULL },
  { "no row", { .file = "甲.csv", .column = "路线编码" }, NULL },
  { "a row above the table", { .file = "甲.csv", .row = 1, .column = "路线编码" }, NULL },
  { "another file", { .file = "乙.csv", .row = 7, .column = "路线编码" }, NULL },
  { "another sheet", { .file = "甲.csv", .sheet = "一", .row = 7, .column = "路线编码" }, NULL },
  { "one that it has", { .file = "甲.csv", .row = 7, .column = "序号", .cell = "Z9" }, "Z9" },
};

static void
a_row_and_a_column_that_was_met_are_a_cell (void **state)
{
  Case *it = *state;
  add_table (it, "甲.csv", "", 2);
  for (guint i = 0; i < G_N_ELEMENTS (cells); i++)
    {
      yl_findings_add (it->findings, &cells[i].finding);
      yl_findings_arrange (it->findings, it->intake);
      const char *cell = yl_findings_get (it->findings, 0)->cell;
      if (g_strcmp0 (cell, cells[i].cell) != 0)
        fail_msg ("%s: %s", cells[i].what, cell == NULL ? "none" : cell);
      yl_findings_free (it->findings);
      it->findings = yl_findings_new ();
    }
}

/* A table of one column, which tells by its letter which table it is. */
static void
add_lettered (Case *it, YlRowId first_row, guint letter)
{
  YlIntakeTable *table = yl_intake_add_table (it->intake, "甲.csv", "", "", first_row);
  for (guint i = 0; i < letter; i++)
    yl_intake_add_column (it->intake, table, &(YlIntakeColumn){ .head = "其他" });
  yl_intake_add_column (it->intake, table, &(YlIntakeColumn){ .head = "里程", .role = "里程" });
}

/* Files 甲.csv of two folders: the first has tables from row 2, 10 and 30, the second from row 8 and 20. */
static void
a_row_stands_in_the_last_table_that_begins_at_or_above_it (void **state)
{
  static const struct
  {
    YlRowId row;
    const char *cell;
  } places[] = { { 1, NULL },   { 2, "A2" },   { 7, "A7" },    { 8, "D8" },
                 { 19, "D19" }, { 20, "E20" }, { 999, "E999" } };
  Case *it = *state;
  add_lettered (it, 2, 0);
  add_lettered (it, 10, 1);
  add_lettered (it, 30, 2);
  add_lettered (it, 8, 3);
  add_lettered (it, 20, 4);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    yl_findings_add (it->findings,
                     &(YlFinding){ .file = "甲.csv", .row = places[i].row, .column = "里程" });
  yl_findings_arrange (it->findings, it->intake);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    assert_int_equal (g_strcmp0 (yl_findings_get (it->findings, i)->cell, places[i].cell), 0);
}

int
main (void)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (findings_stand_in_the_order_in_which_the_files_were_read),
    SENTENCE (in_a_row_the_row_goes_before_its_cells_and_the_graver_first),
    SENTENCE (a_row_and_a_column_that_was_met_are_a_cell),
    SENTENCE (a_row_stands_in_the_last_table_that_begins_at_or_above_it),
  };
  return cmocka_run_group_tests_name ("findings-as-read", tests, NULL, NULL);
}
