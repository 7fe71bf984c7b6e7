#include "yanglu/app/budget/give-back.h"

#include "yanglu/app/annotated.h"
#include "yanglu/app/budget/findings.h"
#include "yanglu/app/workbooks.h"
#include "yanglu/domain/findings-as-read.h"
#include "yanglu/domain/findings-of-file.h"
#include "yanglu/io/file-form.h"

/* (nullable): what is another kind of file now. */
static const char *
tell_form (const YlInput *input)
{
  if (!yl_file_form_is_workbook (input))
    return "原文件是文本表（.csv 等），本文件是照它各格的内容做成的工作簿，改好后发回本文件即可";
  if (yl_file_form_find (input) != YL_FILE_PACKAGE)
    return "原文件不是 .xlsx，本文件照它各格存的数写成 .xlsx，公式没有带入；改好后发回本文件即可";
  return NULL;
}

/* What is wrong with the file itself, the reading of its rows has told. */
static YlWorkbook *
load (const YlInput *input, YlTextPool *texts, GError **error)
{
  g_autoptr (YlFindings) told = yl_findings_new_counting (0);
  return yl_file_form_is_workbook (input)
             ? yl_workbooks_load (input, texts, told, NULL, error)
             : yl_workbooks_load_table (input, texts, told, NULL, error);
}

/* What names no file is about the lists. */
static gboolean
is_beside (const YlListJob *job, const YlFinding *finding)
{
  for (guint i = 0; finding->file != NULL && i < job->lists->len; i++)
    if (g_str_equal (g_array_index (job->lists, YlListFile, i).file, finding->file))
      return FALSE;
  return finding->file != NULL;
}

const char *
yl_list_job_find_faulty_beside (const YlListJob *job)
{
  for (gsize i = 0; i < yl_findings_get_n (job->findings); i++)
    {
      const YlFinding *finding = yl_findings_get (job->findings, i);
      if (finding->severity == YL_SEVERITY_ERROR && is_beside (job, finding))
        return finding->file;
    }
  return NULL;
}

YlStanding
yl_list_job_get_standing (const YlListJob *job, guint number)
{
  if (job->sent != NULL)
    return g_array_index (job->sent->lists, YlSentList, number).standing;
  gboolean has[YL_N_SEVERITIES] = { FALSE };
  for (gsize i = 0; i < yl_findings_get_n (job->findings); i++)
    {
      const YlFinding *finding = yl_findings_get (job->findings, i);
      has[finding->severity] |= !is_beside (job, finding);
    }
  return yl_standing_judge (has, job->tally.n_roads);
}

static gboolean
give_back (const YlListJob *job,
           const YlListFile *from,
           YlWorkbook *found,
           const char *form,
           const char *path,
           gboolean force,
           GError **error)
{
  g_autoptr (YlFindings) own =
      job->lists->len == 1 ? NULL : yl_findings_of_file (job->findings, from->file);
  if (own != NULL)
    yl_findings_arrange (own, job->intake);
  g_autofree char *made = yl_list_job_tell_made (job, from);
  const YlListGivenBack list = {
    .file = from->file, .findings = own != NULL ? own : job->findings, .made = made, .form = form
  };
  yl_annotated_book_drop (found);
  for (guint i = 0; i < found->sheets->len; i++)
    yl_worksheet_empty_unsaved (g_ptr_array_index (found->sheets, i));
  return yl_annotated_write (
      &(YlAnnotatedRequest){ .list = &list }, found, path, force,
      "请去掉 --annotate，用 -o 写" YL_SHEET_FINDINGS "，其中有每个问题的位置。", error);
}

gboolean
yl_list_job_give_back (
    const YlListJob *job, guint number, const char *path, gboolean force, GError **error)
{
  const YlListFile *list = &g_array_index (job->lists, YlListFile, number);
  g_autoptr (YlInput) input = yl_input_open_as (list->path, list->file, error);
  g_autoptr (YlTextPool) texts = yl_text_pool_new ();
  g_autoptr (YlWorkbook) found = input == NULL ? NULL : load (input, texts, error);
  return found != NULL && give_back (job, list, found, tell_form (input), path, force, error);
}
