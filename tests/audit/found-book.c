/* A small budget workbook as found, for tests to change. */
#include "found-book.h"

int
found_book_set_up (void **state)
{
  FoundBook *it = g_new0 (FoundBook, 1);
  void *county = NULL;
  yl_test_county_set_up (&county);
  it->county = county;
  add_road (it->county, .code = "X001371502", .road_class = YL_CLASS_COUNTY, .km = "2",
            .township = "沙镇镇", .township_code = 371502105, .county_code = 371502);
  add_road (it->county, .code = "Y002371502", .road_class = YL_CLASS_TOWNSHIP, .km = "1.5",
            .township = "沙镇镇", .township_code = 371502105, .county_code = 371502);
  add_road (it->county, .code = "C003371502", .road_class = YL_CLASS_VILLAGE, .km = "4",
            .township = "堂邑镇", .township_code = 371502103, .county_code = 371502);
  add_source (it->county, .level = YL_PAYER_PROVINCE, .purpose = YL_PURPOSE_DAILY,
              .fund = YL_FUND_GENERAL, .kind = YL_KIND_GRANT, .yuan = 10000, .account = "2140106",
              .document = "省财〔2021〕1号");
  yl_test_county_add_land (it->county, YL_PAYER_COUNTY, 1000000, 400000, 25000);
  it->texts = yl_text_pool_new ();
  it->plan = yl_test_plan_book (yl_test_county_get_budget (it->county), NULL, 0, it->texts);
  it->copy = yl_test_plan_book (yl_test_county_get_budget (it->county), NULL, 0, it->texts);
  it->audit = yl_audit_new ("预算.xlsx");
  *state = it;
  return 0;
}

int
found_book_tear_down (void **state)
{
  FoundBook *it = *state;
  void *county = it->county;
  yl_audit_free (it->audit);
  yl_arena_free_record (it->copy);
  yl_arena_free_record (it->plan);
  yl_text_pool_free (it->texts);
  yl_test_county_tear_down (&county);
  g_free (it);
  return 0;
}

YlWorksheet *
found_book_sheet (FoundBook *it, const char *name)
{
  return (YlWorksheet *) yl_workbook_find_sheet (it->copy->workbook, name);
}

YlCell *
found_book_cell (FoundBook *it, const char *sheet, guint32 row, guint column)
{
  YlCell *cell = (YlCell *) yl_worksheet_find (found_book_sheet (it, sheet), row, column);
  assert_non_null (cell);
  return cell;
}

YlTextId
found_book_keep (FoundBook *it, const char *text)
{
  return yl_text_pool_add (it->texts, yl_text_of (text));
}

void
found_book_put (FoundBook *it,
                const char *sheet,
                guint32 row,
                guint column,
                YlContent content,
                const char *text)
{
  yl_worksheet_put (found_book_sheet (it, sheet), &(YlCell){ .row = row,
                                                             .column = (guint16) column,
                                                             .content = (guint8) content,
                                                             .value = found_book_keep (it, text) });
}

void
found_book_set_formula (
    FoundBook *it, const char *sheet, guint32 row, guint column, const char *formula)
{
  YlCell *cell = found_book_cell (it, sheet, row, column);
  cell->formula = found_book_keep (it, formula);
  cell->content = YL_CONTENT_NONE;
  cell->value = 0;
}

/* The row where the figure @key is planned. */
const YlFigureRange *
found_book_place_of (const FoundBook *it, const char *key)
{
  const YlFigureRange *place = yl_planned_book_find_key (it->plan, key);
  assert_non_null (place);
  return place;
}

/* The total below the lines of demand. */
const YlFigureRange *
found_book_place_of_total (const FoundBook *it)
{
  const char *sheet = found_book_place_of (it, "demand.daily.county.amount_fen")->sheet;
  for (guint i = 0; i < it->plan->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (it->plan->figures, YlFigureRange, i);
      if (strcmp (range->key, "demand_fen") == 0 && strcmp (range->sheet, sheet) == 0)
        return range;
    }
  fail_msg ("no total");
  return NULL;
}

const YlFindings *
found_book_check (FoundBook *it)
{
  yl_book_check (it->copy->workbook, it->plan, yl_test_county_get_budget (it->county), "数据副本",
                 it->audit);
  return it->audit->findings;
}

/* The one finding there is. */
const YlFinding *
found_book_check_one (FoundBook *it)
{
  const YlFindings *findings = found_book_check (it);
  assert_number_equal (yl_findings_get_n (findings), 1);
  return yl_findings_get (findings, 0);
}

gint64
found_book_sum_steps (const YlAudit *audit)
{
  gint64 sum = 0;
  for (guint i = 0; i < audit->steps->len; i++)
    sum += g_array_index (audit->steps, YlDifferenceStep, i).amount_fen;
  return sum;
}

void
found_book_take_row_out (FoundBook *it, const char *name, guint32 row)
{
  YlWorksheet *sheet = found_book_sheet (it, name);
  for (guint i = sheet->cells->len; i-- > 0;)
    {
      YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      if (cell->row == row)
        g_array_remove_index (sheet->cells, i);
      else if (cell->row > row)
        cell->row--;
    }
}
