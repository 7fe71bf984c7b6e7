#include "yanglu/audit/unread.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/domain/sheet-names.h"

void
yl_unread_file (YlFindings *findings, const char *file, const char *message)
{
  yl_findings_add (findings, &(YlFinding){ .code = YL_E01,
                                           .severity = YL_SEVERITY_ERROR,
                                           .file = file,
                                           .message = message });
}

void
yl_unread_budget (YlFindings *findings, const char *file)
{
  yl_findings_add (
      findings,
      &(YlFinding){
          .code = YL_E01,
          .severity = YL_SEVERITY_ERROR,
          .file = file,
          .expected = "编制它时所用的里程台账和录入表",
          .message = "这是本程序编制的预算工作簿，不是里程台账：只读入了其中的“" YL_SHEET_ROADS
                     "”，桥梁、资金来源等各表没有读入。核对它请用 yanglu audit，查某个数的来历请用 "
                     "yanglu explain；重新编制请用原来的里程台账和录入表。",
      });
}

void
yl_unread_budget_as (YlFindings *findings, const char *file, const char *wanted, const char *option)
{
  g_autofree char *expected = g_strdup_printf ("编制它时所用的%s", wanted);
  g_autofree char *message =
      g_strdup_printf ("这是本程序编制的预算工作簿，不是%s：其中各表都没有读入、没有计入。请用 %s "
                       "给出编制它时所用的%s；核对它请用 yanglu audit，查某个数的来历请用 "
                       "yanglu explain。",
                       wanted, option, wanted);
  yl_findings_add (findings, &(YlFinding){ .code = YL_E01,
                                           .severity = YL_SEVERITY_ERROR,
                                           .file = file,
                                           .expected = expected,
                                           .message = message });
}

void
yl_unread_last_year (YlFindings *findings, const char *file)
{
  yl_findings_add (findings,
                   &(YlFinding){
                       .code = YL_E01,
                       .severity = YL_SEVERITY_ERROR,
                       .file = file,
                       .expected = "本程序的预算工作簿、“项目,金额”表，或上年的里程台账",
                       .message = "上年文件里没有找到预算表，也没有找到里程台账；上年预算数按未提供"
                                  "处理，请核对 --last-year。",
                   });
}

void
yl_unread_copy (YlFindings *findings, const char *file, const char *sheet, const char *message)
{
  g_autofree char *deleted =
      g_strdup_printf ("这是本程序编制的预算工作簿，但保存原始资料的隐藏工作表“%s”已被删除，不能"
                       "按原始资料逐格核对；以下按各表的表头、公式和表间关系核对",
                       sheet);
  yl_findings_add (findings, &(YlFinding){ .code = YL_E04,
                                           .severity = YL_SEVERITY_ERROR,
                                           .file = file,
                                           .sheet = sheet,
                                           .message = message != NULL ? message : deleted });
}

void
yl_unread_foreign_copy (YlFindings *findings,
                        const YlWorkbook *found,
                        const char *sheet,
                        const YlCell *printed,
                        const char *copied)
{
  g_autofree char *cell = yl_cell_to_text (printed->row, printed->column);
  g_autofree char *message = g_strdup_printf (
      "“%s”%s 所印的总指纹与隐藏工作表“%s”里的原始资料对不上：那份副本是另一份预算的，"
      "不能用来核对，本表各数都没有核对；请取得编制时的原件再核对",
      YL_SHEET_COVER, cell, sheet);
  yl_findings_add (findings, &(YlFinding){ .code = YL_E04,
                                           .severity = YL_SEVERITY_ERROR,
                                           .file = found->file,
                                           .sheet = YL_SHEET_COVER,
                                           .row = printed->row,
                                           .cell = cell,
                                           .seen = yl_workbook_get_text (found, printed->value),
                                           .expected = copied,
                                           .message = message });
}

void
yl_unread_formulas (YlFindings *findings, const YlWorkbook *workbook)
{
  const YlEffort *effort = workbook->effort;
  g_autofree char *message = yl_effort_tell (effort, &yl_book_limits_default);
  if (message != NULL)
    yl_findings_add (findings, &(YlFinding){ .code = YL_E08,
                                             .severity = YL_SEVERITY_ERROR,
                                             .file = workbook->file,
                                             .sheet = effort->left_sheet,
                                             .row = effort->left_row,
                                             .message = message });
}
