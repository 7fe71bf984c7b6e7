#include "audit-work-private.h"

#include "yanglu/audit/sample/population.h"

gboolean
yl_audit_list_population (YlAuditWork *work, GError **error)
{
  (void) error;
  if (work->plan != NULL && work->found != NULL && work->audit->population->len == 0)
    yl_book_population (work->found, work->plan, work->audit);
  return TRUE;
}
