/*
 * What an office puts in just above a total is counted: by our own engine, and with "engines" as the
 * argument by the two others.
 */
#include "engines/county-files.h"
#include "engines/worked-out.h"
#include "support/assert.h"
#include "support/engines.h"
#include "support/read-book.h"
#include "support/run.h"

#include <string.h>

#define BOOK "预算.xlsx"
#define LONGER "加行.xlsx"

static const char roads[] = "路线编码,路线名称,乡镇,类别,起点桩号,止点桩号,里程\n"
                            "X001371502,甲路,梁水镇,县道,0,10,10\n"
                            "C001371502,乙路,沙镇镇,村道,0,2,2\n";
static const char bridges[] = "桥梁编码,路线编码,桥名,乡镇,行政等级,桥梁类型,全长\n"
                              "Q1,X001371502,甲桥,梁水镇,县道,3,50\n";
static const char funds[] = "资金名称,来源层级,用途,资金性质,种类,科目编码,文号,金额\n"
                            "甲,省,日常养护,一般公共预算,上级补助,2140106,甲文1号,1000\n";

/* A copy of the last row above the total of a sheet, with a number of its own. */
typedef struct
{
  const char *sheet;
  const char *cell; /* "H=10" */
  guint column;     /* where its money stands */
  gint64 fen;       /* what it is worth */
  gboolean is_demand;
} Act;

static const Act acts[] = {
  { "里程明细", "H=10", 18, 3000010, TRUE }, /* 10 km of a village road at 3000.01 */
  { "桥梁明细", "H=100", 12, 923400, TRUE }, /* a middle bridge: 8000, and 100 m at 12.34 */
  { "其他支出", "E=1000", 4, 100000, TRUE }, /* works beside the last ones */
  { "资金来源", "I=500000", 8, 50000000, FALSE },
};

/* What a cell comes to. Returns: (transfer full) */
typedef char *(*Compute) (const char *book, const char *sheet, guint32 row, guint column);

static char *
compute_ourselves (const char *book, const char *sheet, guint32 row, guint column)
{
  g_autoptr (WorkedOut) data = worked_out_load (book);
  YlCellValue value;
  char digits[YL_FIXED_TEXT_SIZE];
  yl_recalculation_get (data->recalculation, sheet, row, column, &value);
  if (value.kind != YL_VALUE_NUMBER)
    return g_strdup (value.text);
  yl_fixed_write (value.number, digits);
  return g_strdup (digits);
}

static char *
compute_by (YlEngine engine, const char *book, const char *sheet, guint32 row, guint column)
{
  yl_engine_require (engine);
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_strdup_printf ("%s.%s", book, yl_engine_get_name (engine));
  g_autofree char *path = yl_engine_recalculate (engine, book, folder, "xlsx", &error);
  if (path == NULL)
    fail_msg ("%s", error->message);
  g_autoptr (YlTestBook) read = yl_test_read_book (path);
  return g_strdup (yl_test_book_get_at (read, sheet, row, column));
}

static char *
compute_in_libreoffice (const char *book, const char *sheet, guint32 row, guint column)
{
  return compute_by (YL_ENGINE_LIBREOFFICE, book, sheet, row, column);
}

static char *
compute_in_gnumeric (const char *book, const char *sheet, guint32 row, guint column)
{
  return compute_by (YL_ENGINE_GNUMERIC, book, sheet, row, column);
}

static void
put_in (const YlRun *run, const Act *act)
{
  g_autofree char *script =
      g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "tests", "forms", "insert-row.py", NULL);
  g_autofree char *book = g_build_filename (run->folder, BOOK, NULL);
  g_autofree char *longer = g_build_filename (run->folder, LONGER, NULL);
  g_autoptr (GSubprocess) process =
      g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, NULL, "/usr/bin/python3", script, book, longer,
                        act->sheet, "合计", act->cell, NULL);
  assert_true (process != NULL && g_subprocess_wait_check (process, NULL, NULL));
}

static void
assert_cell (Compute compute,
             const char *book,
             const char *sheet,
             guint label_column,
             const char *label,
             guint column,
             const char *expected)
{
  g_autoptr (YlTestBook) read = yl_test_read_book (book);
  const guint32 row = yl_test_book_require_row (read, sheet, label_column, label);
  g_autofree char *value = compute (book, sheet, row, column);
  if (g_strcmp0 (value, expected) != 0)
    fail_msg ("%s row %u: %s instead of %s", sheet, row, value, expected);
}

static char *
add_fen (const char *yuan, gint64 fen)
{
  YlFixed sum = { 0 };
  YlFixed more = { 0 };
  char digits[YL_FIXED_TEXT_SIZE];
  assert_true (yl_fixed_parse (yl_text_of (yuan), &sum)
               && yl_fixed_divide (yl_fixed_of (fen), yl_fixed_of (100), &more)
               && yl_fixed_add (sum, more, &sum));
  yl_fixed_write (sum, digits);
  return g_strdup (digits);
}

static void
assert_counted (const YlRun *run, const Act *act, Compute compute)
{
  put_in (run, act);
  g_autofree char *book = g_build_filename (run->folder, BOOK, NULL);
  g_autofree char *longer = g_build_filename (run->folder, LONGER, NULL);
  g_autoptr (YlTestBook) before = yl_test_read_book (book);
  const guint32 total_row = yl_test_book_require_row (before, act->sheet, 0, "合计");
  const guint32 demand_row = yl_test_book_require_row (before, "预算总表", 1, "合计");
  g_autofree char *total =
      add_fen (yl_test_book_get_at (before, act->sheet, total_row, act->column), act->fen);
  g_autofree char *demand = add_fen (yl_test_book_get_at (before, "预算总表", demand_row, 5),
                                     act->is_demand ? act->fen : 0);
  assert_cell (compute, longer, act->sheet, 0, "合计", act->column, total);
  assert_cell (compute, longer, "预算总表", 1, "合计", 5, demand);
  assert_cell (compute, longer, "表内勾稽关系核对", 1, "结论", 5, "全部通过");
}

static int
set_up (void **state)
{
  YlRun *run = yl_run_new ();
  *state = run;
  yl_run_write (run, "路.csv", roads);
  yl_run_write (run, "桥.csv", bridges);
  yl_run_write (run, "资金.csv", funds);
  yl_run_write (run, "办法.policy", county_policy_by_share);
  g_autofree char *entry = g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "templates", "examples",
                                             "示例-东昌府区-录入表.xlsx", NULL);
  yl_run (run, "C.UTF-8", NULL, "budget", "路.csv", "--entry", entry, "--bridges", "桥.csv",
          "--funds", "资金.csv", "--county", "371502", "--year", "2021", "--policy", "办法.policy",
          "-o", BOOK, NULL);
  return run->status > 1 ? -1 : 0;
}

static int
tear_down (void **state)
{
  yl_run_free (*state);
  return 0;
}

static void
what_is_put_in_above_a_total_is_counted (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    assert_counted (*state, &acts[i], compute_ourselves);
}

static void
libreoffice_counts_it_too (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    assert_counted (*state, &acts[i], compute_in_libreoffice);
}

static void
gnumeric_counts_it_too (void **state)
{
  for (gsize i = 0; i < G_N_ELEMENTS (acts); i++)
    assert_counted (*state, &acts[i], compute_in_gnumeric);
}

/* A text is no amount. */
static void
a_row_without_an_amount_is_told (void **state)
{
  const Act act = { "资金来源", "I=待定", 8, 0, FALSE };
  const YlRun *run = *state;
  put_in (run, &act);
  g_autofree char *longer = g_build_filename (run->folder, LONGER, NULL);
  assert_cell (compute_ourselves, longer, "表内勾稽关系核对", 1, "结论", 5, "有不通过项");
}

int
main (int argc, char **argv)
{
#define SENTENCE(name) cmocka_unit_test_setup_teardown (name, set_up, tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (what_is_put_in_above_a_total_is_counted),
    SENTENCE (a_row_without_an_amount_is_told),
  };
  const struct CMUnitTest by_engines[] = {
    SENTENCE (libreoffice_counts_it_too),
    SENTENCE (gnumeric_counts_it_too),
  };
  if (argc > 1 && strcmp (argv[1], "engines") == 0)
    return cmocka_run_group_tests_name ("put-in-rows", by_engines, NULL, NULL);
  return cmocka_run_group_tests_name ("put-in-rows", tests, NULL, NULL);
}
