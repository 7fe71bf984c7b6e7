/* Cells of the shipped example that show no figure: verdicts, sides of checks, amounts in words. */
#include "yanglu/app/explain/job.h"

#include "support/assert.h"
#include "support/book-parts.h"
#include "support/explain-cells.h"
#include "support/run.h"
#include "yanglu/app/workbooks.h"

#include <string.h>

#define CHECKS "表内勾稽关系核对"

typedef struct
{
  YlRun *files;
  char *book;
  YlExplainJob *job;
  YlExplained *answer;
} Case;

static char *
find_example (const char *name)
{
  return g_build_filename (g_getenv ("YL_SOURCE_ROOT"), "templates/examples", name, NULL);
}

/* One book for all: it is only read, but by the sentence that puts it back. */
static int
set_up_book (void **state)
{
  Case *it = g_new0 (Case, 1);
  *state = it;
  it->files = yl_run_new ();
  it->book = g_build_filename (it->files->folder, "预算.xlsx", NULL);
  g_autofree char *roads = find_example ("示例-东昌府区-里程台账.csv");
  g_autofree char *entry = find_example ("示例-东昌府区-录入表.xlsx");
  g_autofree char *funds = find_example ("示例-东昌府区-资金来源.csv");
  g_autofree char *bridges = find_example ("示例-东昌府区-桥梁.csv");
  const YlJobOptions options = {
    .roads = roads, .entry = entry, .funds = funds, .bridges = bridges
  };
  g_autoptr (YlBudgetJob) made = yl_budget_job_run (&options, NULL, NULL);
  return made != NULL && yl_budget_job_write (made, it->book, FALSE, NULL) ? 0 : -1;
}

static int
tear_down_book (void **state)
{
  Case *it = *state;
  g_clear_pointer (&it->answer, yl_explained_free);
  g_clear_pointer (&it->job, yl_explain_job_free);
  yl_run_free (it->files);
  g_free (it->book);
  g_free (it);
  return 0;
}

static void
open_book (Case *it)
{
  g_autoptr (GError) error = NULL;
  const YlJobOptions options = { .roads = it->book };
  g_clear_pointer (&it->answer, yl_explained_free);
  g_clear_pointer (&it->job, yl_explain_job_free);
  it->job = yl_explain_job_open (&options, NULL, &error);
  if (it->job == NULL)
    fail_msg ("%s", error->message);
}

static const YlExplained *
ask (Case *it, const char *place)
{
  g_autoptr (GError) error = NULL;
  if (it->job == NULL)
    open_book (it);
  g_clear_pointer (&it->answer, yl_explained_free);
  it->answer = yl_explain_job_cell (it->job, place, &error);
  if (it->answer == NULL)
    fail_msg ("%s: %s", place, error->message);
  return it->answer;
}

/* The row of @what in the sheet of checks, whatever stands before it: "F13". */
static char *
find_check (Case *it, const char *what, char column)
{
  if (it->job == NULL)
    open_book (it);
  for (guint row = 4; row < 60; row++)
    {
      g_autofree char *place = g_strdup_printf (CHECKS "!B%u", row);
      g_autoptr (YlExplained) label = yl_explain_job_cell (it->job, place, NULL);
      if (label != NULL && strcmp (label->cell->text, what) == 0)
        return g_strdup_printf (CHECKS "!%c%u", column, row);
    }
  fail_msg ("no check “%s”", what);
  return NULL;
}

static const YlExplainedSource *
get (const GPtrArray *sources, guint index)
{
  assert_true (index < sources->len);
  return g_ptr_array_index (sources, index);
}

static void
every_used_cell_has_an_answer (void **state)
{
  const Case *it = *state;
  assert_true (yl_test_assert_cells_explained (it->book) > 2000);
}

#define ROADS_CHECK "里程明细金额合计＝分乡镇公路金额合计"

/* 387 sections, and the townships, come to 3,715,807.00 each. */
static void
a_verdict_is_told_with_both_sides_and_their_difference (void **state)
{
  g_autofree char *place = find_check (*state, ROADS_CHECK, 'F');
  const YlExplained *verdict = ask (*state, place);
  const YlExplainedSource *difference = get (verdict->sources, 0);
  assert_string_equal (verdict->cell->text, "通过");
  assert_true (difference->has_units);
  assert_fen_equal (difference->units, 0);
  const YlExplainedSource *left = get (difference->sources, 0);
  const YlExplainedSource *right = get (difference->sources, 1);
  assert_string_equal (left->label, "核对左方");
  assert_string_equal (left->text, "3,715,807.00 元");
  assert_string_equal (right->label, "核对右方");
  assert_fen_equal (right->units, 371580700);
  assert_fen_equal (get (left->sources, 0)->units, 371580700);
  assert_non_null (strstr (get (left->sources, 0)->text, "387 个数，合计 3,715,807.00 元"));
  assert_string_equal (get (right->sources, 0)->label, "公路日常养护金额合计");
}

static void
the_conclusion_says_how_many_checks_pass (void **state)
{
  g_autofree char *place = find_check (*state, "结论", 'F');
  const YlExplained *conclusion = ask (*state, place);
  assert_non_null (strstr (get (conclusion->sources, 0)->text, "格是“通过”"));
}

/* The rate of county roads becomes 12,000 by hand: nobody has recalculated, so the row still shows what
 * it did. 168.290 km × 2,000 more are 336,580.00. */
static void
change_rate (const char *book, const char *rate)
{
  yl_test_set_number (book, yl_test_find_tab (book, "标准依据"), "D4", rate);
}

static void
a_side_that_was_not_recalculated_is_told (void **state)
{
  Case *it = *state;
  g_autofree char *place = find_check (it, ROADS_CHECK, 'C');
  change_rate (it->book, "12000");
  open_book (it);
  change_rate (it->book, "10000");
  const YlExplained *left = ask (it, place);
  assert_string_equal (left->cell->text, "3715807");
  assert_string_equal (left->cell->computed, "4,052,387.00 元");
  assert_string_equal (ask (it, "标准依据!D4")->cell->planned, "10,000.00 元");
  open_book (it);
}

static void
an_amount_in_words_is_told_with_the_amount_that_it_spells (void **state)
{
  const YlExplained *capital = ask (*state, "大写步骤!C8");
  assert_string_equal (capital->cell->text, "壹仟贰佰肆拾捌万伍仟捌佰零柒元整");
  assert_string_equal (capital->cell->spells, "12,485,807.00 元");
  assert_fen_equal (capital->cell->spells_fen, 1248580700);
  assert_true (capital->cell->is_spelling_total);
  assert_fen_equal (ask (*state, "封面!C15")->cell->spells_fen, 1248580700);
  assert_null (ask (*state, "封面!C13")->cell->spells);
}

static void
a_text_is_told_by_whether_a_formula_reads_it (void **state)
{
  assert_string_equal (ask (*state, "里程明细!D5")->cell->statement,
                       "写在表里的文字，由公式取用（例如 分乡镇汇总!D5）");
  assert_string_equal (ask (*state, "里程明细!C5")->cell->statement,
                       "标题、项目名称或说明文字，没有公式取用它");
  assert_string_equal (ask (*state, "里程明细!D3")->cell->statement, "表头，没有公式取用它");
  assert_string_equal (ask (*state, "里程明细!D3")->cell->row_label, "表头");
}

/* Without a budget of last year nothing stands in its column. */
static void
a_formula_that_shows_nothing_says_so (void **state)
{
  const YlExplained *change = ask (*state, "预算总表!H6");
  assert_string_equal (change->cell->statement, "由公式得出，现在留空");
  assert_string_equal (get (change->sources, 0)->place, "预算总表!G6");
  assert_string_equal (get (change->sources, 0)->text, "空");
}

static void
a_part_of_a_merged_cell_is_that_cell (void **state)
{
  assert_string_equal (ask (*state, "封面!D15")->title, "封面!C15（D15 同它是一个合并的单元格）");
}

int
main (int argc, char **argv)
{
  yl_workbooks_answer (argc, argv);
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (every_used_cell_has_an_answer),
    cmocka_unit_test (a_verdict_is_told_with_both_sides_and_their_difference),
    cmocka_unit_test (the_conclusion_says_how_many_checks_pass),
    cmocka_unit_test (a_side_that_was_not_recalculated_is_told),
    cmocka_unit_test (an_amount_in_words_is_told_with_the_amount_that_it_spells),
    cmocka_unit_test (a_text_is_told_by_whether_a_formula_reads_it),
    cmocka_unit_test (a_formula_that_shows_nothing_says_so),
    cmocka_unit_test (a_part_of_a_merged_cell_is_that_cell),
  };
  return cmocka_run_group_tests_name ("explain-cells", tests, set_up_book, tear_down_book);
}
