#include "yanglu/domain/audit/three-tables.h"

#include "yanglu/base/enum-table.h"

YlThreeTables *
yl_three_tables_new (gboolean has_paid)
{
  YlThreeTables *tables = yl_arena_new_record (sizeof *tables);
  tables->has_paid = has_paid;
  tables->rows = yl_arena_array (tables->arena, sizeof (YlThreeRow));
  tables->to_paid = yl_arena_array (tables->arena, sizeof (YlThreeStep));
  tables->to_published = yl_arena_array (tables->arena, sizeof (YlThreeStep));
  return tables;
}

void
yl_three_tables_add_row (YlThreeTables *tables, const YlThreeRow *row)
{
  YlThreeRow copy = *row;
  copy.name = yl_arena_keep (tables->arena, row->name);
  copy.written = yl_arena_keep (tables->arena, row->written);
  g_array_append_val (tables->rows, copy);
}

void
yl_three_tables_add_step (
    YlThreeTables *tables, GArray *steps, const char *step, guint row, gint64 amount_fen)
{
  const YlThreeStep copy = { yl_arena_keep (tables->arena, step), row, amount_fen };
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
