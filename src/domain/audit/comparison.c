#include "yanglu/domain/audit/comparison.h"

#include "yanglu/base/enum-table.h"

YlComparison *
yl_comparison_new (gboolean has_paid)
{
  YlComparison *comparison = yl_arena_new_record (sizeof *comparison);
  comparison->has_paid = has_paid;
  comparison->rows = yl_arena_array (comparison->arena, sizeof (YlComparedRow));
  comparison->to_paid = yl_arena_array (comparison->arena, sizeof (YlDifferenceStep));
  comparison->to_stated = yl_arena_array (comparison->arena, sizeof (YlDifferenceStep));
  return comparison;
}

void
yl_comparison_add_row (YlComparison *comparison, const YlComparedRow *row)
{
  YlComparedRow copy = *row;
  copy.name = yl_arena_keep (comparison->arena, row->name);
  copy.written = yl_arena_keep (comparison->arena, row->written);
  g_array_append_val (comparison->rows, copy);
}

void
yl_comparison_add_step (
    YlComparison *comparison, GArray *steps, const char *step, guint row, gint64 amount_fen)
{
  const YlDifferenceStep copy = { yl_arena_keep (comparison->arena, step), amount_fen, row };
  g_array_append_val (steps, copy);
}

YlComparedRow *
yl_comparison_get_row (const YlComparison *comparison, guint index)
{
  return &g_array_index (comparison->rows, YlComparedRow, index);
}

YL_DEFINE_MEMBERS (yl_three_verdict,
                   YlThreeVerdict,
                   YL_N_THREE_VERDICTS,
                   [YL_THREE_AS_APPROVED] = { "as_approved", "与批复一致" },
                   [YL_THREE_AS_PAID] = { "as_paid", "与执行一致" },
                   [YL_THREE_WRONG_UNIT] = { "wrong_unit", "元与万元混淆" },
                   [YL_THREE_DIFFERENT] = { "different", "不一致" },
                   [YL_THREE_NOT_PUBLISHED] = { "not_published", "没有公开" })
