#include "cell-private.h"

#include <string.h>

#define ADDED "这一行或这一列是后来添加的，编制预算时没有，不在预算的计算之内"

/* In a row or column that the budget did not have. */
static gboolean
is_added (const YlExplainJob *job, const YlWorksheet *sheet, guint32 row, guint column)
{
  YlBookPlace place = { sheet->name, row, column };
  return yl_book_match_is_planned (job->places, sheet->name)
         && !yl_book_match_find_planned (job->places, &place, &place);
}

/* A text, or a number that is no figure. */
static const char *
describe_written (const YlExplainJob *job,
                  YlArena *arena,
                  const YlWorksheet *sheet,
                  const YlCell *found,
                  gboolean is_number)
{
  g_autofree char *reader = yl_explain_find_reader (job, sheet, found->row, found->column);
  if (reader != NULL)
    return yl_arena_print (arena, "写在表里的%s，由公式取用（例如 %s）", is_number ? "数" : "文字",
                           reader);
  if (yl_explain_is_head (job, sheet, found->row, found->column))
    return "表头，没有公式取用它";
  return is_number ? "写在表里的数，不由其他数推出，也没有公式取用它"
                   : "标题、项目名称或说明文字，没有公式取用它";
}

const char *
yl_explain_describe (const YlExplainJob *job,
                     const YlExplained *explained,
                     const YlWorksheet *sheet,
                     const YlCell *found)
{
  const YlPlannedNote *note = yl_explain_find_note (job, sheet, found->row, found->column);
  const YlExplainedCell *cell = explained->cell;
  const gboolean is_formula = cell->formula[0] != '\0';
  if (is_added (job, sheet, found->row, found->column))
    return ADDED;
  if (strcmp (cell->sheet, YL_COPY_SHEET) == 0)
    return "隐藏的数据副本：编制时读入的全部资料和单元格对照表，供审计重算，不要改动";
  if ((is_formula || cell->is_number) && note != NULL && note->says != NULL)
    return yl_arena_keep (explained->arena, note->says);
  if (is_formula)
    return cell->text[0] == '\0' ? "由公式得出，现在留空"
           : cell->is_number     ? "由公式得出的数，不是预算数"
                                 : "由公式得出的文字，不是预算数";
  return describe_written (job, explained->arena, sheet, found, cell->is_number);
}
