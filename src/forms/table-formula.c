/* Formulas that name columns and tables, written out with letters. */
#include "table-private.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

YlTable *
yl_tables_find_text (const YlTables *tables, YlText name)
{
  for (guint i = 0; i < tables->tables->len; i++)
    {
      YlTable *table = g_ptr_array_index (tables->tables, i);
      if (yl_text_is (name, table->name))
        return table;
    }
  return NULL;
}

guint
yl_table_find_column_text (const YlTable *table, YlText name)
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
  yl_column_to_letters (yl_table_find_column_text (own, (YlText){ name, length }), letters);
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
    .column = yl_table_find_column_text (query->table, (YlText){ at, (gsize) (mark - at) }),
    .test = yl_tables_write_out (tables, own, test),
  };
}

/* The arguments that begin at @at. Returns: what follows their bracket */
static const char *
read_query (Query *query, YlTables *tables, const YlTable *own, const char *at)
{
  const char *end = find_end (at);
  const char *dot = memchr (at, '.', (gsize) (end - at));
  query->table =
      yl_tables_find_text (tables, (YlText){ at, (gsize) ((dot == NULL ? end : dot) - at) });
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
  const guint column = yl_table_find_column_text (table, query->column);
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
