#include "yanglu/domain/audit/found-budget.h"

static void
column_clear (gpointer data)
{
  g_free (((YlFoundColumn *) data)->head);
}

static void
value_clear (gpointer data)
{
  YlFoundValue *value = data;
  g_free (value->text);
  g_free (value->formula);
}

static void
row_free (gpointer data)
{
  YlFoundRow *row = data;
  g_free (row->label);
  g_free (row->township);
  g_array_unref (row->values);
  g_free (row);
}

static void
table_free (gpointer data)
{
  YlFoundTable *table = data;
  g_free (table->sheet);
  g_free (table->title);
  g_free (table->capital.text);
  g_free (table->pool.text);
  g_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table);
}

static void
turn_clear (gpointer data)
{
  g_free (((YlFoundTurn *) data)->name);
  g_free (((YlFoundTurn *) data)->sheet);
}

YlFoundBudget *
yl_found_budget_new (const char *file)
{
  YlFoundBudget *budget = g_new0 (YlFoundBudget, 1);
  budget->file = g_strdup (file);
  budget->tables = g_ptr_array_new_with_free_func (table_free);
  budget->turns = g_array_new (FALSE, FALSE, sizeof (YlFoundTurn));
  g_array_set_clear_func (budget->turns, turn_clear);
  return budget;
}

void
yl_found_budget_free (YlFoundBudget *budget)
{
  if (budget == NULL)
    return;
  g_free (budget->file);
  g_ptr_array_unref (budget->tables);
  g_array_unref (budget->turns);
  g_free (budget);
}

void
yl_found_budget_add_turn (YlFoundBudget *budget, const YlFoundTurn *turn)
{
  YlFoundTurn copy = *turn;
  copy.name = g_strdup (turn->name);
  copy.sheet = g_strdup (turn->sheet);
  g_array_append_val (budget->turns, copy);
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
  YlFoundTable *table = g_new0 (YlFoundTable, 1);
  table->sheet = g_strdup (sheet);
  table->head_row = head_row;
  table->title = g_strdup (title);
  table->columns = g_array_new (FALSE, FALSE, sizeof (YlFoundColumn));
  g_array_set_clear_func (table->columns, column_clear);
  table->rows = g_ptr_array_new_with_free_func (row_free);
  g_ptr_array_add (budget->tables, table);
  return table;
}

void
yl_found_table_add_column (YlFoundTable *table, const YlFoundColumn *column)
{
  g_return_if_fail (table->rows->len == 0);
  YlFoundColumn copy = *column;
  copy.head = g_strdup (column->head);
  g_array_append_val (table->columns, copy);
}

YlFoundRow *
yl_found_table_add_row (YlFoundTable *table, guint32 number, const char *label)
{
  YlFoundRow *row = g_new0 (YlFoundRow, 1);
  row->row = number;
  row->rate = YL_FOUND_ALL_CLASSES;
  row->label = g_strdup (label);
  row->township = g_strdup ("");
  row->values = g_array_new (FALSE, TRUE, sizeof (YlFoundValue));
  g_array_set_clear_func (row->values, value_clear);
  g_array_set_size (row->values, table->columns->len);
  g_ptr_array_add (table->rows, row);
  return row;
}

void
yl_found_row_set (YlFoundRow *row, guint column, const YlFoundValue *value)
{
  g_return_if_fail (column < row->values->len);
  YlFoundValue *there = &g_array_index (row->values, YlFoundValue, column);
  value_clear (there);
  *there = *value;
  there->text = g_strdup (value->text);
  there->formula = g_strdup (value->formula);
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
