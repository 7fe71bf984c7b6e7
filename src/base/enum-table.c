#include "yanglu/base/enum-table.h"

gboolean
yl_enum_find (YlTextOfMember get, guint n, const char *text, guint *out_member)
{
  for (guint member = 0; member < n; member++)
    if (g_strcmp0 (get (member), text) == 0)
      {
        *out_member = member;
        return TRUE;
      }
  return FALSE;
}
