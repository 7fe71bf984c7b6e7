#include "yanglu/domain/audit/assessment.h"

YlAssessment *
yl_assessment_new (const char *file)
{
  YlAssessment *assessment = yl_arena_new_record (sizeof *assessment);
  assessment->file = yl_arena_keep (assessment->arena, file);
  assessment->rows = yl_arena_array (assessment->arena, sizeof (YlAssessedRow));
  return assessment;
}
