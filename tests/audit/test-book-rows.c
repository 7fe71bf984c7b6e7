/* Rows of a workbook of ours that were moved and changed at once, and how many changes are priced. */
#include "found-book.h"

#include <string.h>

/* Puts two rows of 里程明细 in each other's place, their formulas as they were. */
static void
swap_rows (FoundBook *it, guint32 row, guint32 other)
{
  YlWorksheet *sheet = found_book_sheet (it, DETAIL);
  g_autoptr (GArray) old = g_array_copy (sheet->cells);
  g_array_set_size (sheet->cells, 0);
  for (guint i = 0; i < old->len; i++)
    {
      YlCell cell = g_array_index (old, YlCell, i);
      if (cell.row == row || cell.row == other)
        cell.row = row + other - cell.row;
      yl_worksheet_put (sheet, &cell);
    }
}

static void
assert_no_row_is_gone (const YlFindings *findings)
{
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (strstr (finding->message, "被删除") != NULL || strstr (finding->message, "添加") != NULL)
        fail_msg ("%s", finding->message);
    }
}

static void
a_row_moved_with_another_ordinal_and_code_is_the_same_row (void **state)
{
  FoundBook *it = *state;
  swap_rows (it, FIRST, FIRST + 2);
  found_book_put (it, DETAIL, FIRST, 0, YL_CONTENT_NUMBER, "99");
  found_book_put (it, DETAIL, FIRST, CODE, YL_CONTENT_TEXT, "C099371502");
  const YlFindings *findings = found_book_check (it);
  assert_no_row_is_gone (findings);
  /* The ordinal, the code, and that rows were moved. */
  assert_number_equal (yl_findings_get_n (findings), 3);
  for (gsize i = 0; i < 3; i++)
    assert_fen_equal (yl_findings_get (findings, i)->at_stake.fen, 0);
}

/* 12 sections of one road in one township, told apart by their lengths alone. */
static void
add_sections (FoundBook *it)
{
  YlWorksheet *sheets[] = {
    (YlWorksheet *) yl_workbook_find_sheet (it->plan->workbook, DETAIL),
    found_book_sheet (it, DETAIL),
  };
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    for (guint32 n = 0; n < 12; n++)
      {
        g_autofree char *number = g_strdup_printf ("%u", n + 1);
        const char *texts[] = { number, "Y009371502", "沙堂路", "沙镇镇", "乡道",
                                number, "是",         "沥青",   "良" };
        for (guint16 column = 0; column < G_N_ELEMENTS (texts); column++)
          yl_worksheet_put (sheets[i],
                            &(YlCell){ .row = 100 + n,
                                       .column = column,
                                       .content = column == 0 || column == 5 ? YL_CONTENT_NUMBER
                                                                             : YL_CONTENT_TEXT,
                                       .value = found_book_keep (it, texts[column]) });
      }
  YlPlannedSheet *planned = (YlPlannedSheet *) yl_planned_book_find_sheet (it->plan, DETAIL);
  for (guint32 n = 0; n < 12; n++)
    yl_planned_book_note (it->plan, planned, 100 + n, &(YlPlannedNote){ .says = YL_SAYS_ORDINAL });
}

static void
rows_numbered_anew_are_told_once_from_eleven_on (void **state)
{
  FoundBook *it = *state;
  add_sections (it);
  for (guint32 n = 0; n < 10; n++)
    found_book_cell (it, DETAIL, 100 + n, 0)->value = found_book_keep (it, "77");
  assert_number_equal (yl_findings_get_n (found_book_check (it)), 10);
  found_book_cell (it, DETAIL, 110, 0)->value = found_book_keep (it, "77");
  yl_audit_free (it->audit);
  it->audit = yl_audit_new ("预算.xlsx");
  const YlFinding *finding = found_book_check_one (it);
  assert_int_equal (finding->severity, YL_SEVERITY_INFO);
  assert_non_null (strstr (finding->message, "11 行的序号"));
}

/* Two sections take the place of two others, and their codes and lengths are other ones. */
static void
of_many_alike_the_one_that_keeps_most_is_taken (void **state)
{
  FoundBook *it = *state;
  add_sections (it);
  swap_rows (it, 100, 111);
  swap_rows (it, 101, 105);
  for (guint32 row = 105; row <= 111; row += 6)
    {
      found_book_put (it, DETAIL, row, CODE, YL_CONTENT_TEXT, "Y010371502");
      found_book_put (it, DETAIL, row, 5, YL_CONTENT_NUMBER, "1.5");
    }
  const YlFindings *findings = found_book_check (it);
  assert_no_row_is_gone (findings);
  assert_number_equal (yl_findings_get_n (findings), 5);
}

static void
a_summary_typed_over_in_every_cell_is_not_another_row (void **state)
{
  FoundBook *it = *state;
  YlWorksheet *sheet = found_book_sheet (it, "里程汇总");
  guint n = 0;
  for (guint k = 0; k < sheet->cells->len; k++)
    {
      YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
      if (cell->row != 4 || cell->formula == 0)
        continue;
      cell->formula = 0;
      cell->value = found_book_keep (it, "4321");
      n++;
    }
  const YlFindings *findings = found_book_check (it);
  assert_no_row_is_gone (findings);
  assert_number_equal (yl_findings_get_n (findings), n);
}

/* Kilometres typed over their formulas, outside 里程明细. */
static guint
type_over (FoundBook *it, guint n)
{
  const GPtrArray *sheets = it->copy->workbook->sheets;
  guint n_typed = 0;
  for (guint i = 0; i < sheets->len; i++)
    {
      YlWorksheet *sheet = g_ptr_array_index (sheets, i);
      for (guint k = 0; k < sheet->cells->len && n_typed < n; k++)
        {
          YlCell *cell = &g_array_index (sheet->cells, YlCell, k);
          const YlFigureRange *figure =
              yl_planned_book_find_figure (it->plan, sheet->name, cell->row, cell->column);
          if (cell->formula == 0 || strcmp (sheet->name, DETAIL) == 0
              || cell->content != YL_CONTENT_NUMBER
              || (figure != NULL && figure->measure == YL_MEASURE_FEN))
            continue;
          cell->formula = 0;
          cell->value = found_book_keep (it, "4321");
          n_typed++;
        }
    }
  return n_typed;
}

static guint
count_unpriced (const YlFindings *findings)
{
  guint n = 0;
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    n += yl_findings_get (findings, i)->is_priced ? 0 : 1;
  return n;
}

static void
in_a_small_workbook_more_than_sixty_changes_are_priced (void **state)
{
  FoundBook *it = *state;
  assert_number_equal (type_over (it, 70), 70);
  assert_number_equal (count_unpriced (found_book_check (it)), 0);
}

/* Of 700 000 cells more, none of which anything needs. */
static void
in_a_huge_one_sixty_are (void **state)
{
  FoundBook *it = *state;
  YlWorksheet *huge = yl_workbook_add_sheet (it->plan->workbook, "草稿");
  const YlTextId value = found_book_keep (it, "1");
  for (guint32 row = 1; row <= 70000; row++)
    for (guint16 column = 0; column < 10; column++)
      yl_worksheet_put (
          huge,
          &(YlCell){ .row = row, .column = column, .content = YL_CONTENT_NUMBER, .value = value });
  assert_number_equal (type_over (it, 63), 63);
  /* The sheet that is not there, and three. */
  assert_number_equal (count_unpriced (found_book_check (it)), 4);
}

int
main (void)
{
#define SENTENCE(name)                                                                             \
  cmocka_unit_test_setup_teardown (name, found_book_set_up, found_book_tear_down)
  const struct CMUnitTest tests[] = {
    SENTENCE (a_row_moved_with_another_ordinal_and_code_is_the_same_row),
    SENTENCE (rows_numbered_anew_are_told_once_from_eleven_on),
    SENTENCE (of_many_alike_the_one_that_keeps_most_is_taken),
    SENTENCE (a_summary_typed_over_in_every_cell_is_not_another_row),
    SENTENCE (in_a_small_workbook_more_than_sixty_changes_are_priced),
    SENTENCE (in_a_huge_one_sixty_are),
  };
  return cmocka_run_group_tests_name ("book-rows", tests, NULL, NULL);
}
