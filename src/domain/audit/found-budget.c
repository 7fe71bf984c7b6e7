#include "yanglu/domain/audit/found-budget.h"

#include <string.h>

YlFoundBudget *
yl_found_budget_new (const char *file)
{
  YlFoundBudget *budget = yl_arena_new_record (sizeof *budget);
  budget->file = yl_arena_keep (budget->arena, file);
  budget->tables =
      yl_arena_own (budget->arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  budget->turns = yl_arena_array (budget->arena, sizeof (YlFoundTurn));
  return budget;
}

void
yl_found_budget_add_turn (YlFoundBudget *budget, const YlFoundTurn *turn)
{
  YlFoundTurn copy = *turn;
  copy.name = yl_arena_keep (budget->arena, turn->name);
  copy.sheet = yl_arena_keep (budget->arena, turn->sheet);
  g_array_append_val (budget->turns, copy);
}

const YlFoundTurn *
yl_found_budget_find_turn (const YlFoundBudget *budget, const char *sheet)
{
  for (guint i = 0; sheet != NULL && i < budget->turns->len; i++)
    {
      const YlFoundTurn *turn = &g_array_index (budget->turns, YlFoundTurn, i);
      if (strcmp (turn->name, sheet) == 0)
        return turn;
    }
  return NULL;
}

void
yl_found_turn_back (const YlFoundTurn *turn, guint32 *row, guint *column)
{
  const guint32 read_row = *row;
  if (read_row < turn->row)
    return;
  if (read_row >= turn->row + turn->n_columns)
    {
      *row = read_row - turn->n_columns + turn->n_rows;
      return;
    }
  *row = turn->row + (*column < turn->column ? 0 : *column - turn->column);
  *column = turn->column + (read_row - turn->row);
}

YlFoundTable *
yl_found_budget_add_table (YlFoundBudget *budget,
                           const char *sheet,
                           guint32 head_row,
                           const char *title)
{
  YlArena *arena = budget->arena;
  YlFoundTable *table = yl_arena_own (arena, g_new0 (YlFoundTable, 1), g_free);
  table->arena = arena;
  table->sheet = yl_arena_keep (arena, sheet);
  table->head_row = head_row;
  table->title = yl_arena_keep (arena, title);
  table->columns = yl_arena_array (arena, sizeof (YlFoundColumn));
  table->capitals = yl_arena_array (arena, sizeof (YlFoundRemark));
  table->additions = yl_arena_array (arena, sizeof (YlFoundRemark));
  table->sums = yl_arena_array (arena, sizeof (YlFoundRemark));
  table->rows = yl_arena_own (arena, g_ptr_array_new (), (GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_add (budget->tables, table);
  return table;
}

void
yl_found_table_add_column (YlFoundTable *table, const YlFoundColumn *column)
{
  g_return_if_fail (table->rows->len == 0);
  YlFoundColumn copy = *column;
  copy.head = yl_arena_keep (table->arena, column->head);
  g_array_append_val (table->columns, copy);
}

YlFoundRow *
yl_found_table_add_row (YlFoundTable *table, guint32 number, const char *label)
{
  YlFoundRow *row = yl_arena_own (table->arena, g_new0 (YlFoundRow, 1), g_free);
  row->arena = table->arena;
  row->row = number;
  row->rate = YL_FOUND_ALL_CLASSES;
  row->label = yl_arena_keep (row->arena, label);
  row->township = "";
  row->values = yl_arena_array (row->arena, sizeof (YlFoundValue));
  g_array_set_size (row->values, table->columns->len);
  g_ptr_array_add (table->rows, row);
  return row;
}

void
yl_found_row_set (YlFoundRow *row, guint column, const YlFoundValue *value)
{
  g_return_if_fail (column < row->values->len);
  YlFoundValue copy = *value;
  if (copy.text != NULL)
    copy.text = yl_arena_keep (row->arena, copy.text);
  if (copy.formula != NULL)
    copy.formula = yl_arena_keep (row->arena, copy.formula);
  g_array_index (row->values, YlFoundValue, column) = copy;
}

const YlFoundColumn *
yl_found_table_get_column (const YlFoundTable *table, guint index)
{
  return &g_array_index (table->columns, YlFoundColumn, index);
}

const YlFoundRow *
yl_found_table_get_row (const YlFoundTable *table, guint index)
{
  return g_ptr_array_index (table->rows, index);
}

const YlFoundValue *
yl_found_row_get (const YlFoundRow *row, guint column)
{
  return &g_array_index (row->values, YlFoundValue, column);
}

int
yl_found_table_find_column (const YlFoundTable *table, YlFoundMeaning meaning, guint rate)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      if (column->meaning == meaning && column->rate == rate)
        return (int) i;
    }
  return -1;
}

/* Decimals told apart: 万元 has six. */
#define MAX_DECIMALS 6

/* 0…9, or the last byte of a full-width one. */
static gboolean
is_digit (const char *at)
{
  return g_ascii_isdigit (*at)
         || (g_str_has_prefix (at, "\xEF\xBC") && at[2] >= '\x90' && at[2] <= '\x99');
}

/* Digits behind the point; 0 without one. */
static guint
count_decimals (const char *text)
{
  const char *point = text == NULL ? NULL : strchr (text, '.');
  if (text != NULL && point == NULL)
    point = strstr (text, "．");
  guint n = 0;
  for (const char *at = point == NULL ? "" : point + 1; *at != '\0'; at++)
    n += is_digit (at) ? 1 : 0;
  return n;
}

/* K5+123 names the metre. */
static gboolean
is_stake (const char *text)
{
  return text != NULL && text[0] != '+' && strchr (text, '+') != NULL;
}

/* Digits behind the point in units of the column: 25% is 0.25 in a column of parts of one. */
static guint
count_digits (const char *text, gint64 unit)
{
  if (is_stake (text))
    return 3;
  const gboolean is_percent = unit == 1000000 && text != NULL && strchr (text, '%') != NULL;
  return count_decimals (text) + (is_percent ? 2 : 0);
}

static gint64
get_step (gint64 unit, guint n_decimals)
{
  for (guint i = 0; i < n_decimals && unit > 1; i++)
    unit /= 10;
  return unit;
}

gint64
yl_found_table_get_step (const YlFoundTable *table, guint column)
{
  const gint64 unit = yl_found_table_get_column (table, column)->unit;
  guint n_with[MAX_DECIMALS + 1] = { 0 };
  guint n_known = 0;
  for (guint i = 0; i < table->rows->len; i++)
    {
      const YlFoundValue *value = yl_found_row_get (yl_found_table_get_row (table, i), column);
      if (!value->is_known || value->units == 0)
        continue;
      n_known++;
      n_with[MIN (count_digits (value->text, unit), MAX_DECIMALS)]++;
    }
  /* The finest digit that a quarter of the numbers have. */
  guint n_finer = 0;
  for (guint n = MAX_DECIMALS; n > 0; n--)
    {
      n_finer += n_with[n];
      if (n_finer * 4 >= n_known && n_finer > 0)
        return get_step (unit, n);
    }
  return unit;
}

gint64
yl_found_value_get_step (const YlFoundValue *value, gint64 unit, gint64 column_step)
{
  return MIN (get_step (unit, count_digits (value->text, unit)), column_step);
}
