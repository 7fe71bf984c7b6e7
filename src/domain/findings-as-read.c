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

/* A table of a sheet. A list may have its heads over every row, so tables are sought by halves. */
typedef struct
{
  const YlIntakeTable *table;
  YlRowId first_row; /* the least of it and of those behind it: they rise */
} Start;

static char *
make_sheet_key (const char *file, const char *sheet)
{
  return g_strconcat (or_empty (file), "\n", or_empty (sheet), NULL);
}

/* (transfer full) (element-type utf8 GArray): the tables of each sheet, of Start. */
static GHashTable *
index_tables (const YlIntake *intake)
{
  GHashTable *sheets = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free,
                                              (GDestroyNotify) g_array_unref);
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      char *key = make_sheet_key (table->file, table->sheet);
      GArray *starts = g_hash_table_lookup (sheets, key);
      const Start start = { table, table->first_row };
      if (starts == NULL)
        g_hash_table_insert (sheets, key, starts = g_array_new (FALSE, FALSE, sizeof (Start)));
      else
        g_free (key);
      g_array_append_val (starts, start);
      /* Files of one name in two folders begin anew. */
      for (guint at = starts->len - 1;
           at > 0 && g_array_index (starts, Start, at - 1).first_row > start.first_row; at--)
        g_array_index (starts, Start, at - 1).first_row = start.first_row;
    }
  return sheets;
}

/* The table that the row stands in: the last one of its sheet that begins at or above it. */
static const YlIntakeTable *
find_table (GHashTable *sheets, const YlFinding *finding)
{
  g_autofree char *key = make_sheet_key (finding->file, finding->sheet);
  const GArray *starts = g_hash_table_lookup (sheets, key);
  guint low = 0;
  guint high = starts == NULL ? 0 : starts->len;
  while (low < high)
    {
      const guint middle = low + (high - low) / 2;
      if (g_array_index (starts, Start, middle).first_row <= finding->row)
        low = middle + 1;
      else
        high = middle;
    }
  return low == 0 ? NULL : g_array_index (starts, Start, low - 1).table;
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
find_cell (YlFindings *findings, guint index, GHashTable *sheets)
{
  const YlFinding *finding = yl_findings_get (findings, index);
  if (finding->cell != NULL || finding->column == NULL || finding->row <= 0)
    return;
  const YlIntakeTable *table = find_table (sheets, finding);
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
  g_autoptr (GHashTable) sheets = index_tables (intake);
  g_autoptr (GArray) places = g_array_sized_new (FALSE, FALSE, sizeof (Place), n);
  for (guint i = 0; i < intake->tables->len; i++)
    {
      const YlIntakeTable *table = g_ptr_array_index (intake->tables, i);
      rank (ranks, table->file, NULL);
      rank (ranks, table->file, table->sheet);
    }
  for (guint i = 0; i < n; i++)
    {
      find_cell (findings, i, sheets);
      const Place place = find_place (ranks, yl_findings_get (findings, i), i);
      g_array_append_val (places, place);
    }
  g_array_sort (places, compare);
  g_autofree guint *order = g_new (guint, n);
  for (guint i = 0; i < n; i++)
    order[i] = g_array_index (places, Place, i).index;
  yl_findings_reorder (findings, order);
}
