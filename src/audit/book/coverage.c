#include "structure-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

/* Rows and columns of one sheet that hold money which was compared. */
typedef struct
{
  const YlSheetPair *pair;
  gboolean *has_row; /* by planned row */
  GHashTable *columns;
} SheetCoverage;

static void
cover_range (SheetCoverage *sheet, const YlFigureRange *range, YlCoverage *coverage)
{
  const YlRowMatch *rows = sheet->pair->rows;
  for (guint32 row = range->first_row; row <= range->last_row && row <= rows->n_planned; row++)
    {
      if (rows->found_of[row] == 0)
        continue;
      sheet->has_row[row] = TRUE;
      g_hash_table_add (sheet->columns, GUINT_TO_POINTER (range->column));
      coverage->n_proved++;
    }
}

static void
cover_sheet (const YlPlannedBook *plan, const YlSheetPair *pair, YlCoverage *coverage)
{
  g_autofree gboolean *has_row = g_new0 (gboolean, pair->rows->n_planned + 1u);
  g_autoptr (GHashTable) columns = g_hash_table_new (NULL, NULL);
  SheetCoverage sheet = { pair, has_row, columns };
  for (guint i = 0; i < plan->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (plan->figures, YlFigureRange, i);
      if (range->measure == YL_MEASURE_FEN && strcmp (range->sheet, pair->planned->name) == 0)
        cover_range (&sheet, range, coverage);
    }
  for (guint32 row = 1; row <= pair->rows->n_planned; row++)
    coverage->n_rows += has_row[row] ? 1 : 0;
  coverage->n_columns += g_hash_table_size (columns);
}

/* A sheet that somebody put in: nothing in it is part of the budget. */
static void
add_foreign (const YlWorksheet *sheet, YlCoverage *coverage)
{
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const YlCell *it = &g_array_index (sheet->cells, YlCell, i);
      const gboolean is_error = it->content == YL_CONTENT_ERROR;
      if (it->content != YL_CONTENT_NUMBER && !is_error
          && (it->content != YL_CONTENT_NONE || it->formula == 0))
        continue;
      g_autofree char *cell = yl_cell_to_text (it->row, it->column);
      yl_coverage_add_gap (coverage,
                           &(YlCoverageGap){ .sheet = sheet->name,
                                             .column = "",
                                             .cell = cell,
                                             .n_figures = 1,
                                             .reason = is_error ? YL_GAP_ERROR : YL_GAP_OUTSIDE });
    }
}

void
yl_book_cover (const YlBookMatch *match, YlCoverage *coverage)
{
  for (guint i = 0; i < match->pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      if (pair->found != NULL)
        cover_sheet (match->plan, pair, coverage);
    }
  for (guint i = 0; i < match->additions->len; i++)
    add_foreign (g_ptr_array_index (match->additions, i), coverage);
}
