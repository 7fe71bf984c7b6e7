#pragma once

#include "yanglu/audit/sample/sample.h"
#include "yanglu/domain/audit/audit.h"
#include "yanglu/domain/workbook.h"

/**
 * YlAuditCase: a workbook of 东昌府区 made by hand, and what an audit of it came to: findings of many
 * rules, readings, explanations, a bridge and a population. All figures are made up.
 */
typedef struct
{
  YlTextPool *texts;
  YlWorkbook *found;
  YlAudit *audit;
  YlSample *sample;
} YlAuditCase;

/** yl_audit_case_new: with the usual findings. */
YlAuditCase *yl_audit_case_new (void);
/** yl_audit_case_new_sound: totals agree and nothing was found. */
YlAuditCase *yl_audit_case_new_sound (void);
/** yl_audit_case_add_many: @n more findings, of several rules, for rows of the workbook. */
void yl_audit_case_add_many (YlAuditCase *fixture, guint n);
/** yl_audit_case_add: one more, of a row of 汇总. */
void yl_audit_case_add (
    YlAuditCase *fixture, YlCode code, const char *cell, gint64 at_stake_fen, const char *gainer);
void yl_audit_case_free (YlAuditCase *fixture);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlAuditCase, yl_audit_case_free)
