#include "yanglu/forms/table.h"

#include "yanglu/base/text.h"
#include "yanglu/domain/cell-place.h"
#include "yanglu/forms/room.h"

#include <string.h>

#define TEXT_BLOCK_BYTES 4096

struct _YlTables
{
  gpointer user_data;
  GStringChunk *texts;
  GPtrArray *tables; /* of YlTable */
  gboolean end_at_totals;
  double room[YL_N_MEASURES]; /* for the largest number */
};

struct _YlTable
{
  YlTables *book;
  const char *name;
  const YlTableColumn *columns;
  guint n_columns;
  gboolean *is_shut;     /* of each column */
  const char **formulas; /* of each column, written out when it is first asked for */
  YlSheet *sheet;        /* NULL: it stands below another table */
  GArray *parts;         /* of YlPart */
  guint selected;
};

static void
table_free (gpointer data)
{
  YlTable *table = data;
  g_array_unref (table->parts);
  g_free (table->formulas);
  g_free (table->is_shut);
  g_free (table);
}

YlTables *
yl_tables_new (gpointer user_data)
{
  YlTables *tables = g_new0 (YlTables, 1);
  tables->user_data = user_data;
  tables->texts = g_string_chunk_new (TEXT_BLOCK_BYTES);
  tables->tables = g_ptr_array_new_with_free_func (table_free);
  return tables;
}

void
yl_tables_free (YlTables *tables)
{
  if (tables == NULL)
    return;
  g_ptr_array_unref (tables->tables);
  g_string_chunk_free (tables->texts);
  g_free (tables);
}

void
yl_tables_end_at_totals (YlTables *tables)
{
  tables->end_at_totals = TRUE;
}

void
yl_tables_make_room (YlTables *tables, YlMeasure measure, gint64 units)
{
  const double need = yl_room_need (&(YlFormCell){ .style = YL_STYLE_TOTAL,
                                                   .look = YL_LOOK_FIGURE,
                                                   .content = YL_CONTENT_NUMBER,
                                                   .measure = measure,
                                                   .units = units });
  tables->room[measure] = MAX (tables->room[measure], need);
}

GStringChunk *
yl_tables_get_texts (YlTables *tables)
{
  return tables->texts;
}

YlTable *
yl_tables_add (YlTables *tables, const char *name, const YlTableColumn *columns, guint n_columns)
{
  YlTable *table = g_new0 (YlTable, 1);
  table->book = tables;
  table->name = name;
  table->columns = columns;
  table->n_columns = n_columns;
  table->formulas = g_new0 (const char *, n_columns);
  table->is_shut = g_new0 (gboolean, n_columns);
  table->parts = g_array_new (FALSE, FALSE, sizeof (YlPart));
  g_ptr_array_add (tables->tables, table);
  return table;
}

/* Formulas that name columns and tables, written out with letters. */

/* (nullable) */
static YlTable *
find_table (const YlTables *tables, YlText name)
{
  for (guint i = 0; i < tables->tables->len; i++)
    {
      YlTable *table = g_ptr_array_index (tables->tables, i);
      if (yl_text_is (name, table->name))
        return table;
    }
  return NULL;
}

/* A name that no column has is a mistake of ours. */
static guint
find_column (const YlTable *table, YlText name)
{
  for (guint i = 0; i < table->n_columns; i++)
    if (yl_text_is (name, table->columns[i].name))
      return i;
  g_critical ("the table %s has no column %.*s", table->name, (int) name.length, name.at);
  return 0;
}

/* {name}, {$name}, {name@7} or {name$7}, which begins at @at. Returns: what follows it */
static const char *
write_out_cell (GString *out, const YlTable *own, const char *at)
{
  const char *end = strchr (at, '}');
  const char *name = at[1] == '$' ? at + 2 : at + 1;
  char letters[YL_COLUMN_LETTERS];
  g_return_val_if_fail (own != NULL && end != NULL, at + 1);
  const gsize length = strcspn (name, "@$}");
  yl_column_to_letters (find_column (own, (YlText){ name, length }), letters);
  g_string_append_printf (out, "%s%s", at[1] == '$' ? "$" : "", letters);
  if (name[length] == '}')
    g_string_append_c (out, '#');
  else /* $7, or 7 alone */
    g_string_append_len (out, name + length + (name[length] == '@' ? 1 : 0),
                         end - (name + length) - (name[length] == '@' ? 1 : 0));
  return end + 1;
}

/* Where the argument that begins at @at ends: at a comma or at the bracket behind the last. */
static const char *
find_end (const char *at)
{
  gboolean is_quoted = FALSE;
  for (; *at != '\0' && (is_quoted || (*at != ',' && *at != ')')); at++)
    is_quoted = (*at == '"') != is_quoted;
  return at;
}

#define MAX_CRITERIA 4

typedef struct
{
  const YlTable *table; /* NULL: this book has none */
  YlText column;        /* empty: rows are counted */
  YlCriterion criteria[MAX_CRITERIA];
  guint n_criteria;
} Query;

/* " class=\"县道\"": the criterion between @at and @end. */
static void
add_criterion (Query *query, YlTables *tables, const YlTable *own, const char *at, const char *end)
{
  const char *mark = memchr (at, '=', (gsize) (end - at));
  g_return_if_fail (mark != NULL && query->n_criteria < MAX_CRITERIA);
  if (query->table == NULL)
    return;
  while (*at == ' ')
    at++;
  g_autofree char *test = g_strndup (mark + 1, (gsize) (end - mark - 1));
  query->criteria[query->n_criteria++] = (YlCriterion){
    .column = find_column (query->table, (YlText){ at, (gsize) (mark - at) }),
    .test = yl_tables_write_out (tables, own, test),
  };
}

/* The arguments that begin at @at. Returns: what follows their bracket */
static const char *
read_query (Query *query, YlTables *tables, const YlTable *own, const char *at)
{
  const char *end = find_end (at);
  const char *dot = memchr (at, '.', (gsize) (end - at));
  query->table = find_table (tables, (YlText){ at, (gsize) ((dot == NULL ? end : dot) - at) });
  if (dot != NULL)
    query->column = (YlText){ dot + 1, (gsize) (end - dot - 1) };
  while (*end == ',')
    {
      at = end + 1;
      end = find_end (at);
      add_criterion (query, tables, own, at, end);
    }
  g_return_val_if_fail (*end == ')', end);
  return end + 1;
}

static const char *
answer (const Query *query, YlTables *tables)
{
  const YlTable *table = query->table;
  if (table == NULL || table->parts->len == 0)
    return "0";
  const YlPart *parts = (const YlPart *) (gpointer) table->parts->data;
  if (query->column.length == 0)
    return yl_ranges_count (tables->texts, parts, table->parts->len, query->criteria,
                            query->n_criteria);
  const guint column = find_column (table, query->column);
  return yl_ranges_sum (tables->texts, parts, table->parts->len, column,
                        table->columns[column].measure, query->criteria, query->n_criteria);
}

static const char *
write_out_query (GString *out, YlTables *tables, const YlTable *own, const char *at)
{
  Query query = { 0 };
  const char *rest = read_query (&query, tables, own, at);
  g_string_append (out, answer (&query, tables));
  return rest;
}

const char *
yl_tables_write_out (YlTables *tables, const YlTable *own, const char *formula)
{
  static const char sum[] = "sum(";
  static const char count[] = "count(";
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean is_quoted = FALSE;
  for (const char *at = formula; *at != '\0';)
    {
      is_quoted = (*at == '"') != is_quoted;
      if (!is_quoted && *at == '{')
        at = write_out_cell (out, own, at);
      else if (!is_quoted && g_str_has_prefix (at, sum))
        at = write_out_query (out, tables, own, at + strlen (sum));
      else if (!is_quoted && g_str_has_prefix (at, count))
        at = write_out_query (out, tables, own, at + strlen (count));
      else
        g_string_append_c (out, *at++);
    }
  return g_string_chunk_insert (tables->texts, out->str);
}

YlTable *
yl_tables_find (const YlTables *tables, const char *name)
{
  return find_table (tables, yl_text_of (name));
}

guint
yl_table_find_column (const YlTable *table, const char *column)
{
  return find_column (table, yl_text_of (column));
}

guint
yl_table_get_n_columns (const YlTable *table)
{
  return table->n_columns;
}

const char *
yl_table_write_out (const YlTable *table, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *formula = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  return yl_tables_write_out (table->book, table, formula);
}

void
yl_table_set_formula (YlTable *table, const char *column, const char *formula)
{
  table->formulas[yl_table_find_column (table, column)] =
      yl_tables_write_out (table->book, table, formula);
}

const char *
yl_table_get_formula (const YlTable *table, guint column)
{
  const char **formula = &table->formulas[column];
  if (*formula == NULL && table->columns[column].formula != NULL)
    *formula = yl_tables_write_out (table->book, table, table->columns[column].formula);
  return *formula;
}

/* Sheets. */

static void
add_part (YlTable *table, YlSheet *sheet, guint32 first, gsize n_rows)
{
  const YlPart part = { sheet, first, first + (guint32) MAX (n_rows, 1) - 1, FALSE };
  g_array_append_val (table->parts, part);
}

const YlTableColumn *
yl_table_get_columns (const YlTable *table, guint *out_n)
{
  *out_n = table->n_columns;
  return table->columns;
}

void
yl_table_shut (YlTable *table, const char *column)
{
  table->is_shut[yl_table_find_column (table, column)] = TRUE;
}

static double
get_width (const YlTable *table, const YlTableColumn *column)
{
  const gboolean is_large = column->is_large || column->total != NULL;
  return is_large ? MAX (column->width, table->book->room[column->measure]) : column->width;
}

YlSheet *
yl_table_open_heads (YlTable *table, YlForm *form, const YlSheetForm *sheet_form)
{
  g_autofree YlColumnForm *heads = g_new (YlColumnForm, table->n_columns);
  for (guint i = 0; i < table->n_columns; i++)
    heads[i] = (YlColumnForm){ table->columns[i].head, table->columns[i].group,
                               get_width (table, &table->columns[i]) };
  YlSheetForm whole = *sheet_form;
  whole.columns = heads;
  whole.n_columns = table->n_columns;
  whole.shut = table->is_shut;
  table->sheet = yl_form_add_sheet (form, &whole);
  return table->sheet;
}

YlSheet *
yl_table_open (YlTable *table, YlForm *form, const YlSheetForm *sheet_form, gsize n_rows)
{
  YlSheet *sheet = yl_table_open_heads (table, form, sheet_form);
  add_part (table, sheet, yl_sheet_get_first_row (sheet), n_rows);
  return sheet;
}

void
yl_table_continue (YlTable *table, YlSheet *sheet, gsize n_rows)
{
  add_part (table, sheet, yl_sheet_get_row (sheet) + 1, n_rows);
}

void
yl_table_write_heads (const YlTable *table, YlSheet *sheet, double height)
{
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, height);
  for (guint i = 0; i < table->n_columns; i++)
    yl_sheet_head (sheet, i, table->columns[i].head);
}

void
yl_table_continue_below (
    YlTable *table, YlSheet *sheet, const char *title, double height, gsize n_rows)
{
  yl_sheet_begin_row (sheet, YL_STYLE_NOTE, 10);
  yl_sheet_begin_row (sheet, YL_STYLE_SECTION, 20);
  yl_sheet_keep_together (sheet);
  yl_sheet_span (sheet, 0, table->n_columns - 1, title);
  if (height > 0)
    yl_table_write_heads (table, sheet, height);
  yl_table_continue (table, sheet, n_rows);
}

void
yl_table_select (YlTable *table, guint index)
{
  g_return_if_fail (index < table->parts->len);
  table->selected = index;
}

guint
yl_table_get_n_parts (const YlTable *table)
{
  return table->parts->len;
}

const YlPart *
yl_table_get_part (const YlTable *table, guint index)
{
  return &g_array_index (table->parts, YlPart, index);
}

const YlPart *
yl_table_get_selected (const YlTable *table)
{
  return yl_table_get_part (table, table->selected);
}

YlMeasure
yl_table_get_measure (const YlTable *table, const char *column)
{
  return table->columns[yl_table_find_column (table, column)].measure;
}

YlSheet *
yl_table_get_sheet (const YlTable *table)
{
  return table->parts->len == 0 ? table->sheet : yl_table_get_selected (table)->sheet;
}

const char *
yl_table_get_cell (const YlTable *table, const char *column, guint32 row)
{
  return yl_ranges_cell (table->book->texts, yl_table_get_sheet (table),
                         yl_table_find_column (table, column), row);
}

const char *
yl_table_get_own_cell (const YlTable *table, const char *column, guint32 row)
{
  return yl_ranges_keep (table->book->texts,
                         yl_cell_to_text (row, yl_table_find_column (table, column)));
}

const char *
yl_table_get_loose_cell (const YlTable *table, const char *column, guint32 row)
{
  return yl_ranges_keep (table->book->texts,
                         g_strdup_printf ("'%s'!%s", yl_sheet_get_name (yl_table_get_sheet (table)),
                                          yl_table_get_own_cell (table, column, row)));
}

const char *
yl_table_get_range (const YlTable *table, const char *column)
{
  return yl_ranges_rows (table->book->texts, yl_table_get_selected (table),
                         yl_table_find_column (table, column));
}

/* Rows. */

/* Of a YlOwnCell too: they come first in it. */
G_STATIC_ASSERT (G_STRUCT_OFFSET (YlOwnCell, units) == 0);

static gint64
get_units (const YlTableColumn *column, gconstpointer record)
{
  return G_STRUCT_MEMBER (gint64, record, column->member);
}

/* The cell of a column as it shows @record. */
static YlOwnCell
make_cell (const YlTable *table, guint index, guint64 ordinal, gconstpointer record)
{
  const YlTableColumn *column = &table->columns[index];
  YlOwnCell cell = { .kind = column->show,
                     .measure = column->measure,
                     .says = column->says,
                     .is_open = column->is_open };
  switch (column->show)
    {
    case YL_CELL_OWN:
      cell = G_STRUCT_MEMBER (YlOwnCell, record, column->member);
      break;
    case YL_CELL_ORDINAL:
      cell.units = (gint64) ordinal;
      break;
    case YL_CELL_TEXT:
    case YL_CELL_LABEL:
    case YL_CELL_RESULT:
    case YL_CELL_RAW:
    case YL_CELL_DECIMAL:
      cell.text = G_STRUCT_MEMBER (const char *, record, column->member);
      break;
    case YL_CELL_NUMBER:
    case YL_CELL_CODE:
    case YL_CELL_GIVEN:
    case YL_CELL_FIGURE:
    case YL_CELL_ARRAY:
      cell.units = get_units (column, record);
      break;
    case YL_CELL_BLANK:
    case YL_CELL_TO_FILL:
    default:
      break;
    }
  if (cell.formula == NULL)
    cell.formula = yl_table_get_formula (table, index);
  if (cell.units == YL_UNKNOWN && column->unknown != NULL)
    return yl_own_label (column->unknown[0] == '\0' ? NULL : column->unknown);
  return cell;
}

static YlStyle
style_of (const YlTableColumn *column, YlStyle row, gconstpointer record)
{
  if (column->fault != 0 && G_STRUCT_MEMBER (gboolean, record, column->fault))
    return YL_STYLE_FAULT;
  return column->style == YL_STYLE_BODY ? row : column->style;
}

static void
write_cell (
    const YlTable *table, YlSheet *sheet, guint index, guint64 ordinal, gconstpointer record)
{
  const YlStyle row = yl_sheet_get_style (sheet);
  yl_sheet_set_style (sheet, style_of (&table->columns[index], row, record));
  yl_sheet_put (sheet, index, index, make_cell (table, index, ordinal, record));
  yl_sheet_set_style (sheet, row);
}

void
yl_table_write_cells (const YlTable *table, const char *first, gconstpointer record)
{
  for (guint i = yl_table_find_column (table, first); i < table->n_columns; i++)
    write_cell (table, yl_table_get_sheet (table), i, 0, record);
}

guint32
yl_table_write_row (const YlTable *table, guint64 ordinal, gconstpointer record)
{
  return yl_table_write_row_as (table, YL_STYLE_BODY, 0, ordinal, record);
}

guint32
yl_table_write_row_as (
    const YlTable *table, YlStyle style, double height, guint64 ordinal, gconstpointer record)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  const guint32 row = yl_sheet_begin_row (sheet, style, height);
  for (guint i = 0; i < table->n_columns; i++)
    write_cell (table, sheet, i, ordinal, record);
  return row;
}

static void
write_empty (const YlTable *table)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  yl_sheet_begin_row (sheet, YL_STYLE_BODY, 0);
  yl_sheet_blanks (sheet, 0, table->n_columns - 1);
}

static void
map (const YlTable *table, const char *key, guint32 first, guint32 last)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const YlTableColumn *column = &table->columns[i];
      if (!column->is_figure)
        continue;
      g_autofree char *figure = g_strdup_printf ("%s.%s", key, column->name);
      yl_sheet_map_rows (yl_table_get_sheet (table), i, first, last, column->measure, figure);
    }
}

void
yl_table_map_row (const YlTable *table, const char *key)
{
  const guint32 row = yl_sheet_get_row (yl_table_get_sheet (table));
  map (table, key, row, row);
}

void
yl_table_map_rows (const YlTable *table)
{
  map (table, table->name, yl_table_get_selected (table)->first_row,
       yl_table_get_selected (table)->last_row);
}

void
yl_table_add_up (const YlTable *table, gpointer total, gconstpointer record)
{
  for (guint i = 0; i < table->n_columns; i++)
    {
      const YlTableColumn *column = &table->columns[i];
      const gint64 units = column->total == NULL ? YL_UNKNOWN : get_units (column, record);
      if (units != YL_UNKNOWN)
        G_STRUCT_MEMBER (gint64, total, column->member) += units;
    }
}

void
yl_table_write_rows (const YlTable *table,
                     gsize first,
                     gsize end,
                     void (*make) (gpointer user_data, gsize index, gpointer record),
                     gpointer record,
                     gpointer total)
{
  for (gsize i = first; i < end; i++)
    {
      make (table->book->user_data, i, record);
      yl_table_write_row (table, i + 1, record);
      yl_table_add_up (table, total, record);
    }
  if (first == end)
    write_empty (table);
  yl_table_map_rows (table);
  yl_sheet_end_filter (yl_table_get_sheet (table));
}

/* Of a table without rows there is nothing that a range could hold. */
static const char *
write_out_sum (const YlTable *table, const YlSheet *sheet, guint index)
{
  const YlTableColumn *column = &table->columns[index];
  const YlPart *parts = (const YlPart *) (gpointer) table->parts->data;
  const guint32 first = yl_table_get_selected (table)->first_row;
  const guint32 row = yl_sheet_get_row (sheet);
  if (column->total_by == YL_TOTAL_AS_ROWS)
    return yl_table_get_formula (table, index);
  if (row == first)
    return "0";
  if (column->total_by == YL_TOTAL_SUM)
    return yl_ranges_sum (table->book->texts, parts, table->parts->len, index, column->measure,
                          NULL, 0);
  g_autofree char *from = yl_cell_to_text (first, index);
  g_autofree char *to = yl_cell_to_text (row - 1, index);
  return yl_ranges_keep (table->book->texts,
                         g_strdup_printf ("ROUND(SUM(%s:%s),%u)", from, to,
                                          column->measure == YL_MEASURE_KM ? 3U : 2U));
}

static void
write_sum (const YlTable *table, YlSheet *sheet, guint index, gconstpointer record)
{
  const YlTableColumn *column = &table->columns[index];
  if (column->total == NULL)
    {
      yl_sheet_blank (sheet, index);
      return;
    }
  if (get_units (column, record) == YL_UNKNOWN)
    {
      write_cell (table, sheet, index, 0, record);
      return;
    }
  yl_sheet_formula (sheet, index, column->measure, write_out_sum (table, sheet, index),
                    get_units (column, record));
  yl_sheet_map_cell (sheet, index, column->measure, column->total);
}

void
yl_table_write_sums (const YlTable *table, const char *first, gconstpointer record)
{
  for (guint i = yl_table_find_column (table, first); i < table->n_columns; i++)
    write_sum (table, yl_table_get_sheet (table), i, record);
}

guint32
yl_table_write_total (const YlTable *table, guint label, gconstpointer record)
{
  YlSheet *sheet = yl_table_get_sheet (table);
  YlPart *part = &g_array_index (table->parts, YlPart, table->selected);
  const guint32 row = yl_sheet_begin_row (sheet, YL_STYLE_TOTAL, 20);
  part->ends_at_total = table->book->end_at_totals && row == part->last_row + 1;
  for (guint i = 0; i < table->n_columns; i++)
    if (i == label)
      yl_sheet_label (sheet, i, "合计");
    else
      write_sum (table, sheet, i, record);
  return row;
}
