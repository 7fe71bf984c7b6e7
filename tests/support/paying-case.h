#pragma once

#include "support/audit-case.h"

/**
 * yl_audit_case_add_paying: a ledger of 2021 and a published table as an audit leaves them, looked at
 * on New Year's Eve; all made up by hand. @has_paid: whether the three tables know the ledger.
 */
void yl_audit_case_add_paying (YlAuditCase *fixture, gboolean has_paid);
/** yl_audit_case_add_many_paid: @n more payees, sums received and published rows of a yuan each. */
void yl_audit_case_add_many_paid (YlAuditCase *fixture, guint n);
