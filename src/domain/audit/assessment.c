#include "yanglu/domain/audit/assessment.h"

YlAssessment *
yl_assessment_new (const char *file)
{
  YlAssessment *assessment = yl_arena_new_record (sizeof *assessment);
  assessment->file = yl_arena_keep (assessment->arena, file);
  assessment->rows = yl_arena_array (assessment->arena, sizeof (YlAssessedRow));
  return assessment;
}

void
yl_assessment_free (YlAssessment *assessment)
{
  yl_arena_free_record (assessment);
}

void
yl_assessment_add (YlAssessment *assessment, const YlAssessedRow *row)
{
  YlAssessedRow copy = *row;
  copy.sheet = yl_arena_keep (assessment->arena, row->sheet);
  copy.cell = yl_arena_keep (assessment->arena, row->cell);
  copy.head = yl_arena_keep (assessment->arena, row->head);
  copy.name = yl_arena_keep (assessment->arena, row->name);
  copy.grade = yl_arena_keep (assessment->arena, row->grade);
  g_array_append_val (assessment->rows, copy);
}
