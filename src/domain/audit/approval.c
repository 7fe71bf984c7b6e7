#include "yanglu/domain/audit/approval.h"

YlApproval *
yl_approval_new (void)
{
  YlApproval *approval = yl_arena_new_record (sizeof *approval);
  approval->rows = yl_arena_array (approval->arena, sizeof (YlApprovedRow));
  return approval;
}

void
yl_approval_add_row (YlApproval *approval, const YlApprovedRow *row)
{
  YlApprovedRow copy = *row;
  copy.name = yl_arena_keep (approval->arena, row->name);
  copy.written = yl_arena_keep (approval->arena, row->written);
  g_array_append_val (approval->rows, copy);
}

YlApprovedRow *
yl_approval_get_row (const YlApproval *approval, guint index)
{
  return &g_array_index (approval->rows, YlApprovedRow, index);
}
