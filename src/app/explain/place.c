#include "cell-private.h"

#include "yanglu/figures/catalogue.h"

#include <string.h>

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

char *
yl_explain_find_key (const YlExplainJob *job, const char *sheet, guint32 row, guint column)
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

static const char *
text_of (const YlExplainJob *job, const YlCell *cell)
{
  return cell == NULL ? "" : yl_workbook_get_text (job->workbook, cell->value);
}

static gboolean
is_words (const YlCell *cell)
{
  return cell != NULL && cell->content == YL_CONTENT_TEXT && cell->value != 0;
}

const YlPlannedNote *
yl_explain_find_note (const YlExplainJob *job, const YlWorksheet *sheet, guint32 row, guint column)
{
  YlBookPlace place = { sheet->name, row, column };
  if (!yl_book_match_find_planned (job->places, &place, &place))
    return NULL;
  return yl_planned_sheet_find_note (yl_planned_book_find_sheet (job->plan, place.sheet), place.row,
                                     place.column);
}

gboolean
yl_explain_is_head (const YlExplainJob *job, const YlWorksheet *sheet, guint32 row, guint column)
{
  YlBookPlace place = { sheet->name, row, column };
  return yl_book_match_find_planned (job->places, &place, &place)
         && yl_planned_sheet_is_head_row (yl_planned_book_find_sheet (job->plan, place.sheet),
                                          place.row);
}

char *
yl_explain_name_row (const YlExplainJob *job, const YlWorksheet *sheet, guint32 row, guint column)
{
  g_autoptr (GString) label = g_string_new (NULL);
  if (yl_explain_is_head (job, sheet, row, column))
    return g_strdup ("表头");
  for (guint at = 0; at < column; at++)
    {
      const YlCell *cell = yl_worksheet_find (sheet, row, at);
      if (is_words (cell) && cell->formula == 0 && strcmp (text_of (job, cell), "—") != 0)
        g_string_append_printf (label, "%s%s", label->len == 0 ? "" : " ", text_of (job, cell));
    }
  return yl_text_join_lines (label->str);
}

char *
yl_explain_name_column (const YlPlannedNote *note)
{
  const char *head = note == NULL ? NULL : note->group != NULL ? note->group : note->head;
  return head == NULL ? g_strdup ("") : yl_text_join_lines (head);
}
