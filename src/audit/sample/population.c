#include "yanglu/audit/sample/population.h"

#include <string.h>

#include "yanglu/base/money.h"

#define AMOUNT_KEY "roads.amount_fen"
#define CODE_HEAD "路线编码"
#define NAME_HEAD "路线名称"
#define TOWNSHIP_HEAD "乡镇"

/* Heads stand in the row above the first, or merged in the one above that. */
#define HEAD_ROWS 2

typedef struct
{
  const YlWorkbook *found;
  const YlWorkbook *planned;
  const YlWorksheet *found_sheet;
  const YlWorksheet *planned_sheet;
} Sheets;

static const char *
get_text (const YlWorkbook *workbook, const YlWorksheet *sheet, guint32 row, gint column)
{
  const YlCell *cell = column < 0 ? NULL : yl_worksheet_find (sheet, row, (guint) column);
  return cell == NULL ? "" : yl_workbook_get_text (workbook, cell->value);
}

/* The column under @head as found, or -1. */
static gint
find_column (const Sheets *sheets, guint32 first_row, const char *head)
{
  for (guint32 up = 1; up <= HEAD_ROWS && up < first_row; up++)
    {
      guint n = 0;
      const YlCell *cells = yl_worksheet_find_row (sheets->found_sheet, first_row - up, &n);
      for (guint i = 0; i < n; i++)
        if (strcmp (yl_workbook_get_text (sheets->found, cells[i].value), head) == 0)
          return cells[i].column;
    }
  return -1;
}

/* Where the planned column stands now: under its own head. */
static gint
find_amounts (const Sheets *sheets, const YlFigureRange *range)
{
  for (guint32 up = 1; up <= HEAD_ROWS && up < range->first_row; up++)
    {
      const char *head = get_text (sheets->planned, sheets->planned_sheet, range->first_row - up,
                                   (gint) range->column);
      const gint there = head[0] == '\0' ? -1 : find_column (sheets, range->first_row, head);
      if (there >= 0)
        return there;
    }
  return (gint) range->column;
}

static gint64
get_amount (const Sheets *sheets, guint32 row, gint there, gint planned)
{
  YlMoney money = { 0 };
  const char *stated = get_text (sheets->found, sheets->found_sheet, row, there);
  if (stated[0] == '\0')
    stated = get_text (sheets->planned, sheets->planned_sheet, row, planned);
  return yl_money_parse_yuan (yl_text_of (stated), &money, NULL) == YL_DECIMAL_OK
             ? MAX (money.fen, 0)
             : 0;
}

static void
add_rows (const Sheets *sheets, const YlFigureRange *range, YlAudit *audit)
{
  const gint code = find_column (sheets, range->first_row, CODE_HEAD);
  const gint name = find_column (sheets, range->first_row, NAME_HEAD);
  const gint amount = find_amounts (sheets, range);
  const gint township = find_column (sheets, range->first_row, TOWNSHIP_HEAD);
  for (guint32 row = range->first_row; row <= range->last_row; row++)
    {
      const char *route = get_text (sheets->found, sheets->found_sheet, row, code);
      const char *called = get_text (sheets->found, sheets->found_sheet, row, name);
      const gboolean is_both = route[0] != '\0' && called[0] != '\0';
      g_autofree char *both = g_strconcat (route, is_both ? " " : "", called, NULL);
      g_autofree char *place = g_strdup_printf ("%s!%u", range->sheet, row);
      const YlSampleUnit unit = {
        .name = both,
        .township = get_text (sheets->found, sheets->found_sheet, row, township),
        .place = place,
        .amount_fen = get_amount (sheets, row, amount, (gint) range->column),
      };
      yl_audit_add_unit (audit, &unit);
    }
}

void
yl_book_population (const YlWorkbook *found, const YlPlannedBook *plan, YlAudit *audit)
{
  for (guint i = 0; i < plan->figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (plan->figures, YlFigureRange, i);
      const Sheets sheets = {
        .found = found,
        .planned = plan->workbook,
        .found_sheet = yl_workbook_find_sheet (found, range->sheet),
        .planned_sheet = yl_workbook_find_sheet (plan->workbook, range->sheet),
      };
      if (strcmp (range->key, AMOUNT_KEY) == 0 && sheets.found_sheet != NULL
          && sheets.planned_sheet != NULL)
        add_rows (&sheets, range, audit);
    }
}
