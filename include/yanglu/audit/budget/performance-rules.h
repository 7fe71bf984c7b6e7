#pragma once

#include "yanglu/base/date.h"
#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/audit/filled-table.h"

G_BEGIN_DECLS

/**
 * yl_performance_check: D05: indicators that were missed, by what the office wrote into the table
 * itself, and those that are missing when the year is over.
 *
 * A number is held against its target: at least it, or at most it where the target says so (≤,
 * 不高于, 不超过, 以内) or the indicator is one of cost; 90%, 0.9 and, of a target in per cent, 90 are
 * the same. Words are missed when they say so (未, 部分, 逾期 …). What is no number where the target is
 * one, or has another unit, is not judged. So is what the office itself calls missed. A formula is
 * judged where its parts are and not here.
 *
 * @year: of the budget; 0 unknown
 * @date: of the audit; no day: nothing is missing yet
 */
void yl_performance_check (const YlFilledTable *performance,
                           guint year,
                           YlDate date,
                           YlFindings *findings);

/** yl_performance_audit: the same; says in @audit how many indicators somebody filled in. */
void
yl_performance_audit (const YlFilledTable *performance, guint year, YlDate date, YlAudit *audit);

G_END_DECLS
