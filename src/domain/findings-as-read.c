#include "yanglu/domain/findings-as-read.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/order.h"
#include "yanglu/domain/cell-place.h"

#include <string.h>

/* Where a finding stands among the others. */
typedef struct
{
  guint file;
  guint sheet;
  YlRowId row;
  guint column; /* from 1; 0: the row as a whole */
  YlSeverity severity;
  YlCode code;
  guint index; /* before the sorting */
} Place;

/* What the rules call otherwise than the words do. */
static const char *const other_names[][2] = { { "行政等级", "类别" } };

static gboolean
is_called (const YlIntakeColumn *column, const char *name)
{
  if (g_str_equal (column->head, name))
    return TRUE;
  if (column->role == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (other_names); i++)
    if (g_str_equal (other_names[i][0], name) && g_str_equal (other_names[i][1], column->role))
      return TRUE;
  return g_str_equal (column->role, name);
}

static const char *
or_empty (const char *text)
{
  return text == NULL ? "" : text;
}

/* The table that the row stands in: the last one of its sheet that begins at or above it. */
static const YlIntakeTable *
find_table (const YlIntake *intake, const YlFinding *finding)
{
  const YlIntakeTable *found = NULL;
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      if (g_str_equal (table->file, or_empty (finding->file))
          && g_str_equal (table->sheet, or_empty (finding->sheet))
          && table->first_row <= finding->row)
        found = table;
    }
  return found;
}

/* A column as it is read goes before one that is not. */
static gboolean
find_column (const YlIntakeTable *table, const char *name, guint *out_cell)
{
  gboolean is_found = FALSE;
  for (guint cell = 0; cell < table->columns->len; cell++)
    {
      const YlIntakeColumn *column = &g_array_index (table->columns, YlIntakeColumn, cell);
      if (!is_called (column, name) || (is_found && column->role == NULL))
        continue;
      *out_cell = cell;
      if (column->role != NULL)
        return TRUE;
      is_found = TRUE;
    }
  return is_found;
}

static void
find_cell (YlFindings *findings, guint index, const YlIntake *intake)
{
  const YlFinding *finding = yl_findings_get (findings, index);
  if (finding->cell != NULL || finding->column == NULL || finding->row <= 0)
    return;
  const YlIntakeTable *table = find_table (intake, finding);
  guint column = 0;
  if (table == NULL || !find_column (table, finding->column, &column))
    return;
  column = table->value_cell > 0 ? table->value_cell : column;
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (column, letters);
  g_autofree char *cell = g_strdup_printf ("%s%" YL_ROW_ID_FORMAT, letters, finding->row);
  yl_findings_place (findings, index, cell);
}

/* The number of the file, or of the sheet in it, in the order in which they come; none is the last. */
static guint
rank (GHashTable *ranks, const char *file, const char *sheet)
{
  if (or_empty (sheet == NULL ? file : sheet)[0] == '\0')
    return G_MAXUINT;
  char *key = sheet == NULL ? g_strdup (file) : g_strconcat (or_empty (file), "\n", sheet, NULL);
  const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (ranks, key));
  if (known != 0)
    {
      g_free (key);
      return known;
    }
  const guint next = g_hash_table_size (ranks) + 1;
  g_hash_table_insert (ranks, key, GUINT_TO_POINTER (next));
  return next;
}

static Place
find_place (GHashTable *ranks, const YlFinding *finding, guint index)
{
  Place place = { .file = rank (ranks, finding->file, NULL),
                  .sheet = rank (ranks, finding->file, or_empty (finding->sheet)),
                  .row = finding->row,
                  .severity = finding->severity,
                  .code = finding->code,
                  .index = index };
  guint32 row = 0;
  if (finding->cell != NULL && yl_cell_parse (finding->cell, &row, &place.column))
    {
      place.row = row;
      place.column++;
    }
  return place;
}

static int
compare (gconstpointer left, gconstpointer right)
{
  const Place *a = left;
  const Place *b = right;
  int order = yl_compare_numbers (a->file, b->file);
  if (order == 0)
    order = yl_compare_numbers (a->sheet, b->sheet);
  if (order == 0)
    order = yl_compare_numbers (a->row, b->row);
  if (order == 0)
    order = yl_compare_numbers (a->column, b->column);
  if (order == 0)
    order = yl_compare_numbers (a->severity, b->severity);
  if (order == 0)
    order = yl_compare_numbers (a->code, b->code);
  return order == 0 ? yl_compare_numbers (a->index, b->index) : order;
}

void
yl_findings_arrange (YlFindings *findings, const YlIntake *intake)
{
  const guint n = (guint) yl_findings_get_n (findings);
  g_autoptr (GHashTable) ranks =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (Place), n);
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      rank (ranks, table->file, NULL);
      rank (ranks, table->file, table->sheet);
    }
  for (guint i = 0; i < n; i++)
    {
      find_cell (findings, i, intake);
      const Place place = find_place (ranks, yl_findings_get (findings, i), i);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare);
  g_autofree guint *order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    order[i] = g_array_index (places, Place, i).index;
  yl_findings_reorder (findings, order);
}
