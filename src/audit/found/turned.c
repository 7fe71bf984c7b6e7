#include "yanglu/audit/found/turned.h"

#include "yanglu/domain/cell-place.h"

#include <string.h>

/* (transfer full) (nullable): the cell where it stands; @row becomes its row, 0 where a whole row was
 * read that is a column. */
static char *
turn_cell (const YlFoundTurn *turn, const char *cell, guint32 *row)
{
  guint column = 0;
  if (cell == NULL || !yl_cell_parse (cell, row, &column))
    {
      const gboolean is_block = *row >= turn->row && *row < turn->row + turn->n_columns;
      *row = is_block ? 0 : *row;
      return NULL;
    }
  yl_found_turn_back (turn, row, &column);
  return yl_cell_to_text (*row, column);
}

static void
add_turned (const YlFoundTurn *turn, const YlFinding *finding, YlFindings *findings)
{
  YlFinding turned = *finding;
  guint32 row = (guint32) finding->row;
  g_autofree char *cell = turn_cell (turn, finding->cell, &row);
  turned.row = row;
  turned.sheet = turn->sheet;
  turned.cell = cell;
  yl_findings_add (findings, &turned);
}

/* (transfer full) (nullable): "汇总（行列互换）!5" as the column of the sheet. */
static char *
turn_place (const YlFoundBudget *budget, const char *place)
{
  const char *mark = strrchr (place, '!');
  g_autofree char *sheet = mark == NULL ? NULL : g_strndup (place, (gsize) (mark - place));
  const YlFoundTurn *turn = yl_found_budget_find_turn (budget, sheet);
  if (turn == NULL)
    return NULL;
  guint32 row = (guint32) g_ascii_strtoull (mark + 1, NULL, 10);
  guint column = turn->column;
  char letters[YL_COLUMN_LETTERS];
  yl_found_turn_back (turn, &row, &column);
  yl_column_to_letters (column, letters);
  return g_strdup_printf ("%s!%s", turn->sheet, letters);
}

static void
turn_places (const YlFoundBudget *budget, YlAudit *audit)
{
  for (guint i = 0; i < audit->population->len; i++)
    {
      YlSampleUnit *unit = &g_array_index (audit->population, YlSampleUnit, i);
      char *place = turn_place (budget, unit->place);
      if (place != NULL)
        unit->place = yl_arena_take (audit->arena, place);
    }
  for (guint i = 0; i < audit->explanations->len; i++)
    {
      char **rows = g_array_index (audit->explanations, YlExplanation, i).rows;
      for (guint k = 0; rows != NULL && rows[k] != NULL; k++)
        {
          char *place = turn_place (budget, rows[k]);
          if (place == NULL)
            continue;
          g_free (rows[k]);
          rows[k] = place;
        }
    }
}

void
yl_found_turn_findings (const YlFoundBudget *budget, YlAudit *audit)
{
  if (budget->turns->len == 0)
    return;
  YlFindings *findings = yl_findings_new ();
  for (gsize i = 0; i < yl_findings_get_n (audit->findings); i++)
    {
      const YlFinding *finding = yl_findings_get (audit->findings, i);
      const YlFoundTurn *turn = yl_found_budget_find_turn (budget, finding->sheet);
      if (turn == NULL)
        yl_findings_add (findings, finding);
      else
        add_turned (turn, finding, findings);
    }
  yl_findings_free (audit->findings);
  audit->findings = findings;
  turn_places (budget, audit);
}
