#include "yanglu/domain/stated-budget.h"

static void
column_clear (gpointer data)
{
  g_free (((YlStatedColumn *) data)->head);
}

static void
value_clear (gpointer data)
{
  YlStatedValue *value = data;
  g_free (value->text);
  g_free (value->formula);
}

static void
row_free (gpointer data)
{
  YlStatedRow *row = data;
  g_free (row->label);
  g_free (row->township);
  g_array_unref (row->values);
  g_free (row);
}

static void
table_free (gpointer data)
{
  YlStatedTable *table = data;
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
  g_free (((YlStatedTurn *) data)->name);
  g_free (((YlStatedTurn *) data)->sheet);
}

YlStatedBudget *
yl_stated_budget_new (const char *file)
{
  YlStatedBudget *budget = g_new0 (YlStatedBudget, 1);
  budget->file = g_strdup (file);
  budget->tables = g_ptr_array_new_with_free_func (table_free);
  budget->turns = g_array_new (FALSE, FALSE, sizeof (YlStatedTurn));
  g_array_set_clear_func (budget->turns, turn_clear);
  return budget;
}

void
yl_stated_budget_free (YlStatedBudget *budget)
{
  if (budget == NULL)
    return;
  g_free (budget->file);
  g_ptr_array_unref (budget->tables);
  g_array_unref (budget->turns);
  g_free (budget);
}

void
yl_stated_budget_add_turn (YlStatedBudget *budget, const YlStatedTurn *turn)
{
  YlStatedTurn copy = *turn;
  copy.name = g_strdup (turn->name);
  copy.sheet = g_strdup (turn->sheet);
  g_array_append_val (budget->turns, copy);
}

void
yl_stated_turn_back (const YlStatedTurn *turn, guint32 *row, guint *column)
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

YlStatedTable *
yl_stated_budget_add_table (YlStatedBudget *budget,
                            const char *sheet,
                            guint32 head_row,
                            const char *title)
{
  YlStatedTable *table = g_new0 (YlStatedTable, 1);
  table->sheet = g_strdup (sheet);
  table->head_row = head_row;
  table->title = g_strdup (title);
  table->columns = g_array_new (FALSE, FALSE, sizeof (YlStatedColumn));
  g_array_set_clear_func (table->columns, column_clear);
  table->rows = g_ptr_array_new_with_free_func (row_free);
  g_ptr_array_add (budget->tables, table);
  return table;
}

void
yl_stated_table_add_column (YlStatedTable *table, const YlStatedColumn *column)
{
  g_return_if_fail (table->rows->len == 0);
  YlStatedColumn copy = *column;
  copy.head = g_strdup (column->head);
  g_array_append_val (table->columns, copy);
}

YlStatedRow *
yl_stated_table_add_row (YlStatedTable *table, guint32 number, const char *label)
{
  YlStatedRow *row = g_new0 (YlStatedRow, 1);
  row->row = number;
  row->rate = YL_STATED_ALL_CLASSES;
  row->label = g_strdup (label);
  row->township = g_strdup ("");
  row->values = g_array_new (FALSE, TRUE, sizeof (YlStatedValue));
  g_array_set_clear_func (row->values, value_clear);
  g_array_set_size (row->values, table->columns->len);
  g_ptr_array_add (table->rows, row);
  return row;
}

void
yl_stated_row_set (YlStatedRow *row, guint column, const YlStatedValue *value)
{
  g_return_if_fail (column < row->values->len);
  YlStatedValue *there = &g_array_index (row->values, YlStatedValue, column);
  value_clear (there);
  *there = *value;
  there->text = g_strdup (value->text);
  there->formula = g_strdup (value->formula);
}

const YlStatedColumn *
yl_stated_table_get_column (const YlStatedTable *table, guint index)
{
  return &g_array_index (table->columns, YlStatedColumn, index);
}

const YlStatedRow *
yl_stated_table_get_row (const YlStatedTable *table, guint index)
{
  return g_ptr_array_index (table->rows, index);
}

const YlStatedValue *
yl_stated_row_get (const YlStatedRow *row, guint column)
{
  return &g_array_index (row->values, YlStatedValue, column);
}

int
yl_stated_table_find_column (const YlStatedTable *table, YlStatedMeaning meaning, guint rate)
{
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlStatedColumn *column = yl_stated_table_get_column (table, i);
      if (column->meaning == meaning && column->rate == rate)
        return (int) i;
    }
  return -1;
}
