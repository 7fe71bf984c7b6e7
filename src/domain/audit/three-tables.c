#include "yanglu/domain/audit/three-tables.h"

#include "yanglu/base/enum-table.h"

static void
clear_row (gpointer data)
{
  YlThreeRow *row = data;
  g_free (row->name);
  g_free (row->written);
}

static void
clear_step (gpointer data)
{
  g_free (((YlThreeStep *) data)->step);
}

static GArray *
array_new (guint size, GDestroyNotify clear)
{
  GArray *array = g_array_new (FALSE, FALSE, size);
  g_array_set_clear_func (array, clear);
  return array;
}

YlThreeTables *
yl_three_tables_new (gboolean has_paid)
{
  YlThreeTables *tables = g_new0 (YlThreeTables, 1);
  tables->has_paid = has_paid;
  tables->rows = array_new (sizeof (YlThreeRow), clear_row);
  tables->to_paid = array_new (sizeof (YlThreeStep), clear_step);
  tables->to_published = array_new (sizeof (YlThreeStep), clear_step);
  return tables;
}

void
yl_three_tables_free (YlThreeTables *tables)
{
  if (tables == NULL)
    return;
  g_array_unref (tables->rows);
  g_array_unref (tables->to_paid);
  g_array_unref (tables->to_published);
  g_free (tables);
}

void
yl_three_tables_add_row (YlThreeTables *tables, const YlThreeRow *row)
{
  YlThreeRow copy = *row;
  copy.name = g_strdup (row->name == NULL ? "" : row->name);
  copy.written = g_strdup (row->written == NULL ? "" : row->written);
  g_array_append_val (tables->rows, copy);
}

void
yl_three_tables_add_step (GArray *steps, const char *step, guint row, gint64 amount_fen)
{
  const YlThreeStep copy = { g_strdup (step), row, amount_fen };
  g_array_append_val (steps, copy);
}

YlThreeRow *
yl_three_tables_get_row (const YlThreeTables *tables, guint index)
{
  return &g_array_index (tables->rows, YlThreeRow, index);
}

YL_DEFINE_MEMBERS (yl_three_verdict,
                   YlThreeVerdict,
                   YL_N_THREE_VERDICTS,
                   [YL_THREE_AS_APPROVED] = { "as_approved", "与批复一致" },
                   [YL_THREE_AS_PAID] = { "as_paid", "与执行一致" },
                   [YL_THREE_WRONG_UNIT] = { "wrong_unit", "元与万元混淆" },
                   [YL_THREE_DIFFERENT] = { "different", "不一致" },
                   [YL_THREE_NOT_PUBLISHED] = { "not_published", "没有公开" })
