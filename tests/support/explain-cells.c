#include "support/explain-cells.h"

#include "support/assert.h"
#include "yanglu/figures/explain.h"
#include "yanglu/domain/cell-place.h"
#include "yanglu/io/xlsx/reader.h"

#include <string.h>

static YlExplainJob *
open_job (const char *path)
{
  g_autoptr (GError) error = NULL;
  const YlJobOptions asked = { .roads = path, .clock_year = 2021 };
  YlExplainJob *job = yl_explain_job_open (&asked, NULL, &error);
  if (job == NULL)
    fail_msg ("%s", error->message);
  return job;
}

static gboolean
has_number (const YlExplained *explained)
{
  return explained->figures->len > 0
         && ((const YlDerivation *) g_ptr_array_index (explained->figures, 0))->unit
                != YL_FIGURE_NONE;
}

static void
assert_figure (const char *place, const YlExplained *explained)
{
  const YlDerivation *first = NULL;
  const YlDerivation *figure = g_ptr_array_index (explained->figures, 0);
  if (!yl_explain_holds (figure, &first))
    fail_msg ("%s: %s does not follow from what is told", place, first->key);
  if (!explained->cell->agrees)
    fail_msg ("%s: shows %s, told is %" G_GINT64_FORMAT " (%s)", place, explained->cell->text,
              figure->units, figure->key);
}

/* Nobody has touched the workbook. */
static void
assert_unchanged (const char *place, const YlExplainedCell *cell)
{
  if (cell->planned != NULL || cell->planned_formula != NULL)
    fail_msg ("%s: shows %s, told to have been %s =%s", place, cell->text, cell->planned,
              cell->planned_formula);
  if (cell->computed != NULL && cell->text[0] != '\0')
    fail_msg ("%s: shows %s, told to come to %s", place, cell->text, cell->computed);
}

static void
assert_sources (const char *place, const GPtrArray *sources)
{
  for (guint i = 0; i < sources->len; i++)
    {
      const YlExplainedSource *source = g_ptr_array_index (sources, i);
      if (source->place[0] == '\0' || source->text[0] == '\0')
        fail_msg ("%s: a source without a place or words", place);
      assert_sources (place, source->sources);
    }
}

static void
assert_explained (const YlExplainJob *job,
                  const YlWorkbook *workbook,
                  const char *sheet,
                  const YlCell *cell)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *name = yl_cell_to_text (cell->row, cell->column);
  g_autofree char *place = g_strdup_printf ("%s!%s", sheet, name);
  g_autoptr (YlExplained) explained = yl_explain_job_cell (job, place, &error);
  if (explained == NULL)
    fail_msg ("%s: %s", place, error->message);
  const gboolean is_number_of_formula = cell->formula != 0 && cell->content == YL_CONTENT_NUMBER;
  assert_string_equal (explained->cell->sheet, sheet);
  assert_string_equal (explained->cell->cell, name);
  assert_string_equal (explained->title, place);
  assert_unchanged (place, explained->cell);
  if (explained->figures->len > 0)
    assert_figure (place, explained);
  else if (is_number_of_formula && strstr (explained->cell->statement, "万元") == NULL)
    fail_msg ("%s: no figure: =%s", place, yl_workbook_get_text (workbook, cell->formula));
  else if (explained->cell->statement[0] == '\0')
    fail_msg ("%s: nothing is said of it", place);
  if (cell->formula != 0 && explained->sources->len == 0 && !has_number (explained))
    fail_msg ("%s: nothing is said of what =%s reads", place,
              yl_workbook_get_text (workbook, cell->formula));
  assert_sources (place, explained->sources);
}

static guint
assert_sheet_explained (const YlExplainJob *job,
                        const YlWorkbook *workbook,
                        const YlWorksheet *sheet)
{
  guint n = 0;
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      if (cell->value == 0 && cell->formula == 0)
        continue;
      assert_explained (job, workbook, sheet->name, cell);
      n += cell->formula != 0 ? 1 : 0;
    }
  return n;
}

guint
yl_test_assert_cells_explained (const char *path)
{
  g_autoptr (YlExplainJob) job = open_job (path);
  g_autoptr (YlInput) input = yl_input_open (path, NULL);
  g_autoptr (YlFindings) untold = yl_findings_new_counting (0);
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlWorkbook) workbook =
      yl_book_load (yl_xlsx_read, input, NULL, texts, untold, NULL, NULL);
  guint n = 0;
  assert_non_null (workbook);
  for (guint i = 0; i < workbook->sheets->len; i++)
    {
      const YlWorksheet *sheet = g_ptr_array_index (workbook->sheets, i);
      n += assert_sheet_explained (job, workbook, sheet);
    }
  return n;
}
