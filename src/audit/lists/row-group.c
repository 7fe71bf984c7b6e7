#include "yanglu/audit/lists/row-group.h"

/* Rows that a finding of many rows names one by one. */
#define N_NAMED 10

void
yl_row_group_add (YlRowGroup *group, YlRowId row)
{
  if (group->named == NULL)
    {
      group->named = g_string_new (NULL);
      group->first_row = row;
    }
  if (group->n_rows < N_NAMED)
    g_string_append_printf (group->named, "%s%" YL_ROW_ID_FORMAT, group->n_rows == 0 ? "" : "、",
                            row);
  group->n_rows++;
}

char *
yl_row_group_show (const YlRowGroup *group)
{
  const char *named = group->named == NULL ? "" : group->named->str;
  return g_strconcat (named, group->n_rows > N_NAMED ? " 等" : "", NULL);
}

void
yl_row_group_clear (YlRowGroup *group)
{
  if (group->named != NULL)
    g_string_free (group->named, TRUE);
  *group = (YlRowGroup){ 0 };
}
