#include "cell-private.h"

#include "yanglu/figures/explain.h"
#include "yanglu/base/error.h"
#include "yanglu/base/likeness.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

#define N_SUGGESTIONS 3
/* How far from an empty cell another one is worth a word. */
#define MAX_DISTANCE 5

static const YlWorksheet *
find_sheet (const YlExplainJob *job, const char *name, GError **error)
{
  const YlWorksheet *sheet = yl_workbook_find_sheet (job->workbook, name);
  if (sheet != NULL)
    return sheet;
  g_autoptr (YlNearest) nearest = yl_nearest_new (name, N_SUGGESTIONS);
  for (guint i = 0; i < job->workbook->sheets->len; i++)
    yl_nearest_offer (nearest,
                      ((const YlWorksheet *) g_ptr_array_index (job->workbook->sheets, i))->name);
  g_autofree char *advice = yl_nearest_advise (nearest, NULL);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND, "“%s”里没有工作表“%s”，%s", job->file, name,
               advice);
  return NULL;
}

/* A merged cell is known by its first. */
static void
find_merge (const YlWorksheet *sheet, guint32 *row, guint *column)
{
  for (guint i = 0; i < sheet->merges->len; i++)
    {
      const YlCellRange *range = &g_array_index (sheet->merges, YlCellRange, i);
      if (*row < range->first_row || *row > range->last_row || *column < range->first_column
          || *column > range->last_column)
        continue;
      *row = range->first_row;
      *column = range->first_column;
      return;
    }
}

static gboolean
shows (const YlExplainedCell *cell, const YlDerivation *figure)
{
  gint64 units = 0;
  gint32 lost = 0;
  if (figure->unit == YL_FIGURE_NONE || cell->text[0] == '\0')
    return TRUE;
  return yl_decimal_parse (yl_text_of (cell->text), yl_explain_get_decimals (figure->unit),
                           G_MAXINT64, &units, &lost)
             == YL_DECIMAL_OK
         && units == figure->units && lost == 0;
}

static YlExplainedCell *
read_cell (const YlExplainJob *job,
           YlArena *arena,
           const YlWorksheet *sheet,
           guint32 row,
           guint column,
           const YlPlannedNote *note)
{
  const YlCell *found = yl_worksheet_find (sheet, row, column);
  YlExplainedCell *cell = yl_arena_own (arena, g_new0 (YlExplainedCell, 1), g_free);
  cell->sheet = yl_arena_keep (arena, sheet->name);
  cell->cell = yl_arena_take (arena, yl_cell_to_text (row, column));
  cell->text = yl_arena_keep (
      arena, found == NULL ? "" : yl_workbook_get_text (job->workbook, found->value));
  cell->formula = yl_arena_keep (
      arena, found == NULL ? "" : yl_workbook_get_text (job->workbook, found->formula));
  cell->row_label = yl_arena_take (arena, yl_explain_name_row (job, sheet, row, column));
  cell->head = yl_arena_take (arena, yl_explain_name_column (note));
  cell->is_number = found != NULL && found->content == YL_CONTENT_NUMBER;
  cell->is_saved = found != NULL && (found->content != YL_CONTENT_NONE || found->formula == 0);
  cell->statement = "";
  return cell;
}

static gboolean
is_figure (const YlExplainJob *job, const YlWorksheet *sheet, gint64 row, gint64 column)
{
  if (row < 1 || column < 0)
    return FALSE;
  const YlCell *cell = yl_worksheet_find (sheet, (guint32) row, (guint) column);
  if (cell == NULL || cell->content != YL_CONTENT_NUMBER)
    return FALSE;
  g_autofree char *key = yl_explain_find_key (job, sheet->name, (guint32) row, (guint) column);
  return key != NULL;
}

/* The cells @distance away that show a figure, row by row. */
static void
name_cells_at (const YlExplainJob *job,
               const YlWorksheet *sheet,
               guint32 row,
               guint column,
               gint64 distance,
               GPtrArray *names)
{
  for (gint64 r = row - distance; r <= row + distance; r++)
    for (gint64 c = column - distance; c <= column + distance; c++)
      {
        const gboolean is_on_ring = MAX (ABS (r - row), ABS (c - column)) == distance;
        if (is_on_ring && names->len < N_SUGGESTIONS && is_figure (job, sheet, r, c))
          g_ptr_array_add (names, yl_cell_to_text ((guint32) r, (guint) c));
      }
}

/* Names cells nearby that hold a number. */
static void
say_empty (
    const YlExplainJob *job, const YlWorksheet *sheet, guint32 row, guint column, GError **error)
{
  g_autofree char *asked = yl_cell_to_text (row, column);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (gint64 distance = 1; distance <= MAX_DISTANCE; distance++)
    name_cells_at (job, sheet, row, column, distance, names);
  const gboolean is_alone = names->len == 0;
  g_ptr_array_add (names, NULL);
  g_autofree char *near = g_strjoinv ("、", (char **) names->pdata);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND, "“%s”的 %s 是空的，%s%s。", sheet->name, asked,
               is_alone ? "附近也没有预算数" : "附近有数的单元格是 ", near);
}

/* A cell of 里程明细 is of one road: what that feeds belongs to the answer. */
static void
feed_road (const YlExplainJob *job, YlExplained *explained, const char *key)
{
  if (!g_str_has_prefix (key, "roads["))
    return;
  const guint64 number = g_ascii_strtoull (key + strlen ("roads["), NULL, 10);
  const YlDerivationRow row = { .index = (guint32) (number - 1), .kind = YL_ROW_ROAD };
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (YlDerivationRow));
  g_array_append_val (rows, row);
  g_array_unref (explained->feeds);
  explained->feeds = yl_explain_feeds (job->made->budget, rows);
}

static void
explain_figure (const YlExplainJob *job, YlExplained *explained, YlDerivation *figure)
{
  YlExplainedCell *cell = explained->cell;
  cell->agrees = shows (cell, figure);
  g_ptr_array_add (explained->figures, figure);
  feed_road (job, explained, figure->key);
}

/* Without a figure of numbers, the cells that it reads are all there is to say of a formula. */
static void
explain_found (const YlExplainJob *job,
               YlExplained *explained,
               const YlWorksheet *sheet,
               const YlCell *found)
{
  g_autofree char *key = yl_explain_find_key (job, sheet->name, found->row, found->column);
  YlDerivation *figure = key == NULL ? NULL : yl_explain_figure (job->made->budget, key);
  if (figure != NULL)
    explain_figure (job, explained, figure);
  else
    explained->cell->statement = yl_explain_describe (job, explained, sheet, found);
  yl_explain_compare (job, explained, sheet, found);
  if (found->formula != 0 && (figure == NULL || figure->unit == YL_FIGURE_NONE))
    yl_explain_take_sources (job, explained, sheet, found);
}

/* (transfer full) (nullable): the sheet's name and the place that are asked for. */
static char *
read_place (const YlExplainJob *job, const char *asked, guint32 *row, guint *column, GError **error)
{
  if (job->workbook == NULL)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "“%s”不是预算工作簿，没有预算表的单元格可查；请给出预算工作簿，或用 --road、"
                   "--township、--line 查询。",
                   job->file);
      return NULL;
    }
  char *name = yl_cell_parse_place (asked, row, column);
  if (name == NULL)
    g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                 "“%s”不是单元格：应写成 '" YL_SHEET_OVERVIEW
                 "!D7' 这样的形式（工作表、感叹号、列字母、行号）。",
                 asked);
  return name;
}

YlExplained *
yl_explain_job_cell (const YlExplainJob *job, const char *place, GError **error)
{
  guint32 row = 0;
  guint column = 0;
  g_autofree char *name = read_place (job, place, &row, &column, error);
  const YlWorksheet *sheet = name == NULL ? NULL : find_sheet (job, name, error);
  if (sheet == NULL)
    return NULL;
  g_autofree char *asked = yl_cell_to_text (row, column);
  find_merge (sheet, &row, &column);
  const YlCell *found = yl_worksheet_find (sheet, row, column);
  if (found == NULL || (found->value == 0 && found->formula == 0))
    {
      say_empty (job, sheet, row, column, error);
      return NULL;
    }
  g_autoptr (YlExplained) explained = yl_explained_new ();
  explained->cell = read_cell (job, explained->arena, sheet, row, column,
                               yl_explain_find_note (job, sheet, row, column));
  const gboolean is_part = strcmp (asked, explained->cell->cell) != 0;
  explained->title = yl_arena_print (
      explained->arena, "%s!%s%s%s%s", sheet->name, explained->cell->cell, is_part ? "（" : "",
      is_part ? asked : "", is_part ? " 同它是一个合并的单元格）" : "");
  explain_found (job, explained, sheet, found);
  return g_steal_pointer (&explained);
}
