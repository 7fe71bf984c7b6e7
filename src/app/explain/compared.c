#include "cell-private.h"

#include "yanglu/domain/stated-amount.h"

/* The cell as it stands beside what its formula comes to, and beside what the budget has there. */

/* (nullable): the cell that the budget has in the place of @found; nothing that the office fills in. */
static const YlCell *
find_planned (const YlExplainJob *job, const YlWorksheet *sheet, const YlCell *found)
{
  YlBookPlace place = { sheet->name, found->row, found->column };
  if (!yl_book_match_find_planned (job->places, &place, &place)
      || yl_planned_book_is_open (job->plan, place.sheet, place.row, place.column))
    return NULL;
  const YlPlannedSheet *planned = yl_planned_book_find_sheet (job->plan, place.sheet);
  return yl_worksheet_find (planned->cells, place.row, place.column);
}

static void
compare_with_formula (const YlExplainJob *job,
                      YlExplained *explained,
                      const YlWorksheet *sheet,
                      const YlCell *found,
                      const YlExplainShown *shown)
{
  YlExplainShown computed = { .unit = shown->unit };
  const YlCellValue stored = yl_cell_value_stored (job->workbook, found);
  yl_recalculation_get (job->recalculation, sheet->name, found->row, found->column,
                        &computed.value);
  /* Beside a value that was saved only another one is worth a word. */
  if (found->value != 0
      && (computed.value.kind == YL_VALUE_UNKNOWN
          || yl_cell_value_equal (&stored, &computed.value)))
    return;
  g_autofree char *text = yl_explain_write (&computed);
  explained->cell->computed =
      yl_arena_keep (explained->arena, text[0] == '\0' ? "空文字，不显示" : text);
}

static void
compare_with_plan (const YlExplainJob *job,
                   YlExplained *explained,
                   const YlCell *found,
                   const YlCell *planned,
                   const YlExplainShown *shown)
{
  const YlWorkbook *book = job->plan->workbook;
  const YlExplainShown then = { yl_cell_value_stored (book, planned), shown->unit };
  if (planned->formula != 0 && found->formula == 0)
    explained->cell->planned_formula = yl_workbook_get_text (book, planned->formula);
  if (yl_cell_value_is_wrong (&then.value) || yl_cell_value_equal (&then.value, &shown->value))
    return;
  g_autofree char *text = yl_explain_write (&then);
  explained->cell->planned = yl_arena_keep (explained->arena, text[0] == '\0' ? "空" : text);
}

static gboolean
read_capital (const YlWorkbook *workbook, const YlCell *cell, gint64 *out_fen)
{
  YlStatedCapital capital;
  const char *text = yl_workbook_get_text (workbook, cell->value);
  if (cell->content != YL_CONTENT_TEXT
      || (!yl_stated_capital_find (text, &capital) && !yl_stated_capital_parse (text, &capital)))
    return FALSE;
  *out_fen = capital.amount.fen;
  return TRUE;
}

static void
read_spelling (const YlExplainJob *job,
               YlExplained *explained,
               const YlCell *found,
               const YlCell *planned)
{
  YlExplainedCell *cell = explained->cell;
  const gint64 total_fen = job->made->budget->figures->demand_fen;
  gint64 planned_fen = 0;
  if (!read_capital (job->workbook, found, &cell->spells_fen))
    return;
  cell->spells =
      yl_arena_take (explained->arena, yl_figure_to_text (YL_FIGURE_FEN, cell->spells_fen));
  cell->spells_of_fen = total_fen;
  cell->is_spelling_total = planned != NULL
                            && read_capital (job->plan->workbook, planned, &planned_fen)
                            && planned_fen == total_fen;
}

void
yl_explain_compare (const YlExplainJob *job,
                    YlExplained *explained,
                    const YlWorksheet *sheet,
                    const YlCell *found)
{
  const YlCell *planned = find_planned (job, sheet, found);
  const YlExplainShown shown = yl_explain_read (job, sheet, found->row, found->column);
  if (found->formula != 0)
    compare_with_formula (job, explained, sheet, found, &shown);
  if (planned != NULL)
    compare_with_plan (job, explained, found, planned, &shown);
  read_spelling (job, explained, found, planned);
}
