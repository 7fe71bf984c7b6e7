#include "yanglu/domain/effort.h"

#include "yanglu/domain/cell-place.h"

void
yl_effort_allow (YlEffort *effort, const YlBookLimits *limits, guint64 n_cells)
{
  effort->max_steps = limits->steps + limits->steps_per_cell * n_cells;
  effort->max_bytes = limits->kept_bytes + limits->bytes_per_cell * n_cells;
  effort->max_copy_bytes = limits->copy_bytes + limits->bytes_per_cell * n_cells;
}

void
yl_effort_leave (YlEffort *effort, const char *sheet, guint32 row, guint column)
{
  if (effort->n_left++ > 0)
    return;
  effort->left_sheet = sheet;
  effort->left_row = row;
  effort->left_column = column;
}

char *
yl_effort_tell (const YlEffort *effort, const YlBookLimits *limits)
{
  if (effort->n_left == 0)
    return NULL;
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (effort->left_column, letters);
  g_autofree char *limit =
      effort->steps > effort->max_steps
          ? g_strdup_printf ("公式的计算量超过上限（%" G_GUINT64_FORMAT " 步，另每个单元格 %u 步）",
                             limits->steps, limits->steps_per_cell)
          : g_strdup_printf ("公式算出的文字超过上限（%" G_GUINT64_FORMAT
                             " 字节，另每个单元格 %u 字节）",
                             limits->kept_bytes, limits->bytes_per_cell);
  return g_strdup_printf ("%s，自“%s”%s%u 起有 %" G_GUINT64_FORMAT
                          " 个公式没有重算，它们的值未核对",
                          limit, effort->left_sheet, letters, effort->left_row, effort->n_left);
}
