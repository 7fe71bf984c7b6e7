#include "yanglu/app/explain/figure-cells.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/figures/catalogue.h"

#include <string.h>

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
yl_figure_cells_find_key (const YlCopy *copy, const char *sheet, guint32 row, guint column)
{
  gsize n = 0;
  const YlCopyRange *map = yl_copy_get_map (copy, &n);
  for (gsize i = 0; i < n; i++)
    {
      if (strcmp (map[i].sheet, sheet) != 0 || column < map[i].first_column
          || column > map[i].last_column || row <= map[i].first_row || row > map[i].last_row + 1)
        continue;
      if (yl_figure_find_column (map[i].figure) == NULL)
        return g_strdup (map[i].figure);
      return make_row_key (map[i].figure, count_before (map, i) + row - map[i].first_row);
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

static void
add_place (GPtrArray *places, const YlCopyRange *range, guint32 row)
{
  g_autofree char *cell = yl_cell_to_text (row, range->first_column);
  char *place = g_strdup_printf ("%s!%s", range->sheet, cell);
  g_ptr_array_add (places, place);
}

char **
yl_figure_cells_find_places (const YlCopy *copy, const char *key)
{
  gsize n = 0;
  const YlCopyRange *map = yl_copy_get_map (copy, &n);
  g_autofree char *figure = NULL;
  const guint32 row = split_key (key, &figure);
  GPtrArray *places = g_ptr_array_new ();
  guint32 before = 0;
  for (gsize i = 0; i < n; i++)
    {
      if (strcmp (map[i].figure, figure) != 0)
        continue;
      if (row == 0)
        add_place (places, &map[i], map[i].first_row + 1);
      else if (row > before && row <= before + count_rows (&map[i]))
        add_place (places, &map[i], map[i].first_row + row - before);
      before += count_rows (&map[i]);
    }
  g_ptr_array_add (places, NULL);
  return (char **) g_ptr_array_free (places, FALSE);
}
