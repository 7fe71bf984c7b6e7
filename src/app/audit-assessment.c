#include "audit-work-private.h"

#include "yanglu/audit/budget/grade-rules.h"
#include "yanglu/io/import/assessment.h"
#include "yanglu/io/words/words.h"

static void
tell_reading (YlAuditWork *work, const YlAssessment *assessment)
{
  const YlAssessedRow *first = &g_array_index (assessment->rows, YlAssessedRow, 0);
  g_autofree char *what = g_strdup_printf ("工作表“%s”第 %u 行起", first->sheet, first->row);
  g_autofree char *taken_for = g_strdup_printf ("考核表，“%s”一列为得分", first->head);
  yl_audit_add_reading (work->audit, what, taken_for);
}

/* A workbook of ours holds no assessment. */
gboolean
yl_audit_assessment (YlAuditWork *work, GError **error)
{
  (void) error;
  if (work->found == NULL || work->copy != NULL)
    return TRUE;
  g_autoptr (YlAssessment) assessment = yl_assessment_import (work->found, yl_words_get_builtin ());
  if (assessment->rows->len == 0)
    return TRUE;
  guint n_bands = 0;
  const YlGradeBand *bands = yl_rule_set_get_bands (work->rules, &n_bands);
  tell_reading (work, assessment);
  yl_grades_check (assessment, bands, n_bands, work->audit->findings);
  return TRUE;
}
