#include "yanglu/domain/audit/approval.h"

static void
clear_row (gpointer data)
{
  YlApprovedRow *row = data;
  g_free (row->name);
  g_free (row->written);
}

YlApproval *
yl_approval_new (void)
{
  YlApproval *approval = g_new0 (YlApproval, 1);
  approval->rows = g_array_new (FALSE, FALSE, sizeof (YlApprovedRow));
  g_array_set_clear_func (approval->rows, clear_row);
  return approval;
}

void
yl_approval_free (YlApproval *approval)
{
  if (approval == NULL)
    return;
  g_array_unref (approval->rows);
  g_free (approval);
}

void
yl_approval_add_row (YlApproval *approval, const YlApprovedRow *row)
{
  YlApprovedRow copy = *row;
  copy.name = g_strdup (row->name == NULL ? "" : row->name);
  copy.written = g_strdup (row->written == NULL ? "" : row->written);
  g_array_append_val (approval->rows, copy);
}

YlApprovedRow *
yl_approval_get_row (const YlApproval *approval, guint index)
{
  return &g_array_index (approval->rows, YlApprovedRow, index);
}
