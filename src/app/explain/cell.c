#include "yanglu/app/explain/job.h"

#include "yanglu/figures/catalogue.h"
#include "yanglu/figures/explain.h"
#include "yanglu/base/error.h"
#include "yanglu/base/likeness.h"
#include "yanglu/base/money.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

#define N_SUGGESTIONS 3
/* How far from an empty cell another one is worth a word. */
#define MAX_DISTANCE 5

/*
 * The map of a workbook's copy read as figures: a column of a table shows a row
 * of it in each cell, which is named by its number: "townships[3].amount_fen".
 */

static char *
make_row_key (const char *figure, guint32 n)
{
  const char *dot = strchr (figure, '.');
  return g_strdup_printf ("%.*s[%u]%s", (int) (dot - figure), figure, n, dot);
}

static guint32
count_rows (const YlCopyRange *range)
{
  return range->last_row - range->first_row + 1;
}

/* How many rows of the same figure stand on sheets before. */
static guint32
count_before (const YlCopyRange *map, gsize index)
{
  guint32 n = 0;
  for (gsize i = 0; i < index; i++)
    if (strcmp (map[i].figure, map[index].figure) == 0)
      n += count_rows (&map[i]);
  return n;
}

/* (transfer full) (nullable): the figure that the cell of the workbook shows, told by what stands in
 * its row and column. */
static char *
find_key (const YlExplainJob *job, const char *sheet, guint32 row, guint column)
{
  YlBookPlace place = { sheet, row, column };
  if (!yl_book_match_find_planned (job->places, &place, &place))
    return NULL;
  gsize n = 0;
  const YlCopyRange *map = yl_copy_get_map (job->copy, &n);
  for (gsize i = 0; i < n; i++)
    {
      if (strcmp (map[i].sheet, place.sheet) != 0 || place.column < map[i].first_column
          || place.column > map[i].last_column || place.row <= map[i].first_row
          || place.row > map[i].last_row + 1)
        continue;
      if (yl_figure_find_column (map[i].figure) == NULL)
        return g_strdup (map[i].figure);
      return make_row_key (map[i].figure, count_before (map, i) + place.row - map[i].first_row);
    }
  return NULL;
}

/* "townships[3].amount_fen" is row 3 of "townships.amount_fen"; 0: no row of a table. */
static guint32
split_key (const char *key, char **out_figure)
{
  const char *bracket = strchr (key, '[');
  const char *end = bracket == NULL ? NULL : strchr (bracket, ']');
  guint64 row = 0;
  if (end == NULL)
    {
      *out_figure = g_strdup (key);
      return 0;
    }
  row = g_ascii_strtoull (bracket + 1, NULL, 10);
  *out_figure = g_strdup_printf ("%.*s%s", (int) (bracket - key), key, end + 1);
  return row > G_MAXUINT32 ? 0 : (guint32) row;
}

/* Where the cell stands now that was planned in @row, from 1, of @range. */
static void
add_place (const YlExplainJob *job, const YlCopyRange *range, guint32 row, GPtrArray *places)
{
  YlBookPlace place = { range->sheet, row, range->first_column };
  if (!yl_book_match_find_found (job->places, &place, &place))
    return;
  g_autofree char *cell = yl_cell_to_text (place.row, place.column);
  g_ptr_array_add (places, g_strdup_printf ("%s!%s", place.sheet, cell));
}

char **
yl_explain_job_find_places (const YlExplainJob *job, const char *key)
{
  if (job->copy == NULL || key[0] == '\0')
    return g_new0 (char *, 1);
  gsize n = 0;
  const YlCopyRange *map = yl_copy_get_map (job->copy, &n);
  g_autofree char *figure = NULL;
  const guint32 row = split_key (key, &figure);
  GPtrArray *places = g_ptr_array_new ();
  guint32 before = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (strcmp (map[i].figure, figure) != 0)
        continue;
      if (row == 0)
        add_place (job, &map[i], map[i].first_row + 1, places);
      else if (row > before && row <= before + count_rows (&map[i]))
        add_place (job, &map[i], map[i].first_row + row - before, places);
      before += count_rows (&map[i]);
    }
  g_ptr_array_add (places, NULL);
  return (char **) g_ptr_array_free (places, FALSE);
}

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
  g_autofree char *names = yl_nearest_to_text (nearest);
  g_set_error (error, YL_ERROR, YL_ERROR_NOT_FOUND, "“%s”里没有工作表“%s”，相近的有%s。", job->file,
               name, names);
  return NULL;
}

static const char *
text_of (const YlExplainJob *job, const YlCell *cell)
{
  return cell == NULL ? "" : yl_workbook_get_text (job->workbook, cell->value);
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
is_words (const YlCell *cell)
{
  return cell != NULL && cell->content == YL_CONTENT_TEXT && cell->value != 0;
}

/* What names the row: the words written left of the cell. */
static char *
find_row_label (const YlExplainJob *job, const YlWorksheet *sheet, guint32 row, guint column)
{
  g_autoptr (GString) label = g_string_new (NULL);
  for (guint at = 0; at < column; at++)
    {
      const YlCell *cell = yl_worksheet_find (sheet, row, at);
      if (is_words (cell) && cell->formula == 0 && strcmp (text_of (job, cell), "—") != 0)
        g_string_append_printf (label, "%s%s", label->len == 0 ? "" : " ", text_of (job, cell));
    }
  return g_strdup (label->str);
}

/* (nullable): what is known of the cell where it was planned. */
static const YlPlannedNote *
find_note (const YlExplainJob *job, const YlWorksheet *sheet, guint32 row, guint column)
{
  YlBookPlace place = { sheet->name, row, column };
  if (!yl_book_match_find_planned (job->places, &place, &place))
    return NULL;
  return yl_planned_sheet_find_note (yl_planned_book_find_sheet (job->plan, place.sheet), place.row,
                                     place.column);
}

/* What a cell is that shows no figure of the budget. */
static const char *
describe_plain (const YlExplained *explained, const YlPlannedNote *note)
{
  const YlExplainedCell *cell = explained->cell;
  const gboolean is_formula = cell->formula[0] != '\0';
  if (strcmp (cell->sheet, YL_COPY_SHEET) == 0)
    return "隐藏的数据副本：编制时读入的全部资料和单元格对照表，供审计重算，不要改动";
  if ((is_formula || cell->is_number) && note != NULL && note->says != NULL)
    return yl_arena_keep (explained->arena, note->says);
  if (is_formula)
    return yl_arena_print (explained->arena, "由公式 =%s 得出的%s，不是预算数", cell->formula,
                           cell->is_number ? "数" : "文字");
  return cell->is_number ? "写在表里的数，不由其他数推出，也不参加预算计算"
                         : "表头、项目名称或说明文字，不参加计算";
}

static guint
decimals_of (YlFigureUnit unit)
{
  switch (unit)
    {
    case YL_FIGURE_FEN:
    case YL_FIGURE_FEN_PER_KM:
    case YL_FIGURE_FEN_PER_BRIDGE:
    case YL_FIGURE_FEN_PER_METRE:
    case YL_FIGURE_BRIDGE_CM:
      return 2;
    case YL_FIGURE_ROAD_M:
      return 3;
    case YL_FIGURE_PPM:
      return 6;
    case YL_FIGURE_NONE:
    case YL_FIGURE_COUNT:
    default:
      return 0;
    }
}

static gboolean
shows (const YlExplainedCell *cell, const YlDerivation *figure)
{
  gint64 units = 0;
  gint32 lost = 0;
  if (figure->unit == YL_FIGURE_NONE || cell->text[0] == '\0')
    return TRUE;
  return yl_decimal_parse (yl_text_of (cell->text), decimals_of (figure->unit), G_MAXINT64, &units,
                           &lost)
             == YL_DECIMAL_OK
         && units == figure->units && lost == 0;
}

/* The head over the cell, or the one above that and its neighbours. */
static char *
name_column (const YlPlannedNote *note)
{
  const char *head = note == NULL ? NULL : note->group != NULL ? note->group : note->head;
  return head == NULL ? g_strdup ("") : yl_text_join_lines (head);
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
  cell->text = yl_arena_keep (arena, text_of (job, found));
  cell->formula = yl_arena_keep (
      arena, found == NULL ? "" : yl_workbook_get_text (job->workbook, found->formula));
  cell->row_label = yl_arena_take (arena, find_row_label (job, sheet, row, column));
  cell->head = yl_arena_take (arena, name_column (note));
  cell->is_number = found != NULL && found->content == YL_CONTENT_NUMBER;
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
  g_autofree char *key = find_key (job, sheet->name, (guint32) row, (guint) column);
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

#define ADDED "这一行或这一列是后来添加的，编制预算时没有，不在预算的计算之内"

/* In a row or column that the budget did not have. */
static gboolean
is_added (const YlExplainJob *job, const YlWorksheet *sheet, guint32 row, guint column)
{
  YlBookPlace place = { sheet->name, row, column };
  return yl_book_match_is_planned (job->places, sheet->name)
         && !yl_book_match_find_planned (job->places, &place, &place);
}

YlExplained *
yl_explain_job_cell (const YlExplainJob *job, const char *place, GError **error)
{
  guint32 row = 0;
  guint column = 0;
  if (job->workbook == NULL)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "“%s”是里程台账，没有预算表的单元格可查；请给出预算工作簿，或用 --road、"
                   "--township、--line 查询。",
                   job->file);
      return NULL;
    }
  g_autofree char *name = yl_cell_parse_place (place, &row, &column);
  if (name == NULL)
    {
      g_set_error (error, YL_ERROR, YL_ERROR_USAGE,
                   "“%s”不是单元格：应写成 '" YL_SHEET_OVERVIEW
                   "!D7' 这样的形式（工作表、感叹号、列字母、行号）。",
                   place);
      return NULL;
    }
  const YlWorksheet *sheet = find_sheet (job, name, error);
  if (sheet == NULL)
    return NULL;
  find_merge (sheet, &row, &column);
  const YlCell *found = yl_worksheet_find (sheet, row, column);
  if (found == NULL || (found->value == 0 && found->formula == 0))
    {
      say_empty (job, sheet, row, column, error);
      return NULL;
    }
  g_autoptr (YlExplained) explained = yl_explained_new ();
  const YlPlannedNote *note = find_note (job, sheet, row, column);
  explained->cell = read_cell (job, explained->arena, sheet, row, column, note);
  explained->title = yl_arena_print (explained->arena, "%s!%s", sheet->name, explained->cell->cell);
  g_autofree char *key = find_key (job, sheet->name, row, column);
  YlDerivation *figure = key == NULL ? NULL : yl_explain_figure (job->made->budget, key);
  if (figure != NULL)
    explain_figure (job, explained, figure);
  else
    explained->cell->statement =
        is_added (job, sheet, row, column) ? ADDED : describe_plain (explained, note);
  return g_steal_pointer (&explained);
}
