#include "yanglu/domain/audit/assessment.h"

static void
row_clear (gpointer data)
{
  YlAssessedRow *row = data;
  g_free (row->sheet);
  g_free (row->cell);
  g_free (row->head);
  g_free (row->name);
  g_free (row->grade);
}

YlAssessment *
yl_assessment_new (const char *file)
{
  YlAssessment *assessment = g_new0 (YlAssessment, 1);
  assessment->file = g_strdup (file);
  assessment->rows = g_array_new (FALSE, FALSE, sizeof (YlAssessedRow));
  g_array_set_clear_func (assessment->rows, row_clear);
  return assessment;
}

void
yl_assessment_free (YlAssessment *assessment)
{
  if (assessment == NULL)
    return;
  g_free (assessment->file);
  g_array_unref (assessment->rows);
  g_free (assessment);
}

void
yl_assessment_add (YlAssessment *assessment, const YlAssessedRow *row)
{
  YlAssessedRow copy = *row;
  copy.sheet = g_strdup (row->sheet);
  copy.cell = g_strdup (row->cell);
  copy.head = g_strdup (row->head);
  copy.name = g_strdup (row->name == NULL ? "" : row->name);
  copy.grade = g_strdup (row->grade == NULL ? "" : row->grade);
  g_array_append_val (assessment->rows, copy);
}
