#include "finding-private.h"
#include "gainer-private.h"
#include "place-private.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/figures/catalogue.h"

#include <string.h>

/* Where a planned row keeps its money: the amount of a road or a bridge, else its last yuan. */
static const YlFigureRange *
find_money (const YlBookPricing *pricing, const char *sheet, guint32 row, const char **out_payee)
{
  const YlFigureRange *amount = yl_book_find_row_amount (pricing, sheet, row, out_payee);
  if (amount != NULL)
    return amount;
  const GArray *figures = pricing->match->plan->figures;
  for (guint i = 0; i < figures->len; i++)
    {
      const YlFigureRange *range = &g_array_index (figures, YlFigureRange, i);
      if (range->measure == YL_MEASURE_FEN && row >= range->first_row && row <= range->last_row
          && strcmp (range->sheet, sheet) == 0
          && (amount == NULL || range->column > amount->column))
        amount = range;
    }
  return amount;
}

static gboolean
is_input_row (const YlFigureRange *money)
{
  const YlOver rows = money == NULL ? YL_OVER_ALL : yl_figure_get_rows (money->key);
  return rows == YL_OVER_ROAD || rows == YL_OVER_BRIDGE || rows == YL_OVER_SOURCE
         || rows == YL_OVER_OTHER;
}

static gboolean
has_content (const YlWorksheet *sheet, guint32 row)
{
  guint n = 0;
  return yl_worksheet_find_row (sheet, row, &n) != NULL;
}

static gboolean
has_number (const YlWorksheet *sheet, guint32 row)
{
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (sheet, row, &n);
  for (guint i = 0; i < n; i++)
    if (cells[i].content == YL_CONTENT_NUMBER || cells[i].formula != 0)
      return TRUE;
  return FALSE;
}

/* Where a row that is gone would stand: below the last planned row before it that is there. */
static guint32
find_gap (const YlRowMatch *rows, guint32 planned_row)
{
  for (guint32 row = planned_row; row > 1; row--)
    if (rows->found_of[row - 1] != 0)
      return rows->found_of[row - 1] + 1;
  return 1;
}

/* The cell of a found row where its money stands. */
static char *
name_cell (const YlSheetPair *pair, guint32 row, const YlFigureRange *money)
{
  const guint column = money == NULL ? 0 : yl_column_match_find (pair->columns, money->column);
  return yl_cell_to_text (row, column == YL_NO_COLUMN ? 0 : column);
}

static void
report_removed_row (YlBookPricing *pricing, const YlSheetPair *pair, guint32 row, YlAudit *audit)
{
  const char *payee = "";
  gint64 fen = 0;
  const YlFigureRange *money = find_money (pricing, pair->planned->name, row, &payee);
  const gboolean is_input = is_input_row (money);
  if (is_input)
    yl_book_get_planned_fen (pricing, pair->planned->name, row, money->column, &fen);
  else if (!has_number (pair->planned, row))
    return;
  g_autofree char *label = yl_book_name_row (pricing->match, pair->planned, row);
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ fen });
  g_autofree char *cell = name_cell (pair, find_gap (pair->rows, row), money);
  g_autofree char *message =
      is_input ? g_strdup_printf ("“%s”原第 %u 行（%s）被删除，少计 %s 元。", pair->planned->name,
                                  row, label, amount)
               : g_strdup_printf ("“%s”原第 %u 行（%s）被删除。", pair->planned->name, row, label);
  yl_findings_add (audit->findings, &(YlFinding){
                                        .code = YL_C10,
                                        .severity = YL_SEVERITY_ERROR,
                                        .file = audit->file,
                                        .sheet = pair->found->name,
                                        .row = find_gap (pair->rows, row),
                                        .cell = cell,
                                        .seen = "（行已删除）",
                                        .expected = label,
                                        .message = message,
                                        .gainer = fen > 0 ? YL_COUNTY_TREASURY : NULL,
                                        .at_stake = { -fen },
                                        .is_priced = TRUE,
                                    });
  if (fen != 0 && money != NULL && strncmp (money->key, "sources.", 8) != 0)
    yl_audit_add_step (audit, message, fen);
}

/* The planned row that an added one repeats, by its first two constants, whatever its ordinal. */
static guint32
find_original (const YlSheetPair *pair, guint32 row)
{
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (pair->straight, row, &n);
  for (guint32 planned = 1; planned <= pair->rows->n_planned; planned++)
    {
      guint n_planned = 0;
      guint n_same = 0;
      guint n_constants = 0;
      const YlCell *wanted = yl_worksheet_find_row (pair->planned, planned, &n_planned);
      guint at = 0;
      for (guint i = 0; i < n_planned; i++)
        {
          if (wanted[i].formula != 0 || wanted[i].column == 0)
            continue;
          n_constants++;
          while (at < n && cells[at].column < wanted[i].column)
            at++;
          n_same +=
              at < n && cells[at].column == wanted[i].column && cells[at].value == wanted[i].value
                  ? 1
                  : 0;
        }
      if (n_constants >= 2 && n_same == n_constants)
        return planned;
    }
  return 0;
}

static guint32
find_neighbour (const YlRowMatch *rows, guint32 found_row)
{
  for (guint32 row = found_row; row > 1; row--)
    if (rows->planned_of[row - 1] != 0)
      return rows->planned_of[row - 1];
  return 1;
}

static void
report_added_row (YlBookPricing *pricing, const YlSheetPair *pair, guint32 row, YlAudit *audit)
{
  if (!has_number (pair->straight, row))
    return;
  const guint32 original = find_original (pair, row);
  const char *payee = "";
  const YlFigureRange *money =
      find_money (pricing, pair->planned->name,
                  original != 0 ? original : find_neighbour (pair->rows, row), &payee);
  if (!is_input_row (money))
    money = NULL;
  gint64 fen = 0;
  gboolean is_known = money == NULL;
  if (money != NULL)
    is_known = yl_book_get_found_fen (pricing, pair, row, money->column, &fen);
  /* A copied row whose formulas still look at the original is worth what the original is. */
  if (original != 0 && money != NULL)
    is_known =
        yl_book_get_planned_fen (pricing, pair->planned->name, original, money->column, &fen);
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ fen });
  g_autofree char *cell = name_cell (pair, row, money);
  g_autofree char *message =
      original != 0 ? g_strdup_printf ("“%s”第 %u 行重复列了原第 %u 行的内容，多计 %s 元。",
                                       pair->found->name, row, original, amount)
                    : g_strdup_printf ("“%s”第 %u 行是后来添加的，数据副本里没有，涉及 %s 元。",
                                       pair->found->name, row, amount);
  yl_findings_add (audit->findings, &(YlFinding){
                                        .code = original != 0 ? YL_A01 : YL_C10,
                                        .severity = YL_SEVERITY_ERROR,
                                        .file = audit->file,
                                        .sheet = pair->found->name,
                                        .row = row,
                                        .cell = cell,
                                        .seen = amount,
                                        .expected = "（没有这一行）",
                                        .message = message,
                                        .gainer = fen > 0 && original != 0 ? payee : NULL,
                                        .at_stake = { fen },
                                        .is_priced = is_known,
                                    });
  if (is_known && fen != 0 && strncmp (money->key, "sources.", 8) != 0)
    yl_audit_add_step (audit, message, -fen);
}

static void
report_rows (YlBookPricing *pricing, const YlSheetPair *pair, YlAudit *audit)
{
  for (guint32 row = 1; row <= pair->rows->n_planned; row++)
    if (pair->rows->found_of[row] == 0 && has_content (pair->planned, row))
      report_removed_row (pricing, pair, row, audit);
  for (guint32 row = 1; row <= pair->rows->n_found; row++)
    if (pair->rows->planned_of[row] == 0 && has_content (pair->straight, row))
      report_added_row (pricing, pair, row, audit);
}

static void
report_missing_sheet (YlBookPricing *pricing, const YlSheetPair *pair, YlAudit *audit)
{
  (void) pricing;
  g_autofree char *message =
      g_strdup_printf ("工作表“%s”被删除，其中的内容和金额无从核对。", pair->planned->name);
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C10,
                                                  .severity = YL_SEVERITY_ERROR,
                                                  .file = audit->file,
                                                  .sheet = pair->planned->name,
                                                  .seen = "（工作表已删除）",
                                                  .expected = pair->planned->name,
                                                  .message = message });
}

static void
report_sorted (const YlSheetPair *pair, YlAudit *audit)
{
  guint32 last = 0;
  gboolean is_sorted = FALSE;
  for (guint32 row = 1; row <= pair->rows->n_planned; row++)
    {
      const guint32 found = pair->rows->found_of[row];
      is_sorted = is_sorted || (found != 0 && found < last);
      last = MAX (last, found);
    }
  g_autofree char *message =
      g_strdup_printf ("“%s”的行被排过序或移动过，金额不受影响。", pair->found->name);
  if (is_sorted)
    yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C10,
                                                    .severity = YL_SEVERITY_INFO,
                                                    .file = audit->file,
                                                    .sheet = pair->found->name,
                                                    .message = message,
                                                    .is_priced = TRUE });
}

static void
report_added_sheet (const YlWorksheet *sheet, YlAudit *audit)
{
  gboolean has_numbers = FALSE;
  for (guint i = 0; i < sheet->cells->len && !has_numbers; i++)
    has_numbers = g_array_index (sheet->cells, YlCell, i).content == YL_CONTENT_NUMBER;
  const gboolean is_hidden = sheet->state != YL_SHEET_VISIBLE;
  if (!has_numbers)
    return;
  g_autofree char *message = g_strdup_printf ("工作表“%s”是后来添加的%s，不在预算的计算之内。",
                                              sheet->name, is_hidden ? "，而且是隐藏的" : "");
  yl_findings_add (audit->findings,
                   &(YlFinding){ .code = YL_C11,
                                 .severity = is_hidden ? YL_SEVERITY_WARNING : YL_SEVERITY_INFO,
                                 .file = audit->file,
                                 .sheet = sheet->name,
                                 .message = message,
                                 .is_priced = !is_hidden });
}

static void
report_names (const YlBookPricing *pricing, YlAudit *audit)
{
  const YlWorkbook *planned = pricing->match->plan->workbook;
  for (guint i = 0; i < planned->names->len; i++)
    {
      const YlDefinedName *name = &g_array_index (planned->names, YlDefinedName, i);
      const char *found = yl_workbook_find_name (pricing->match->found, name->name);
      if (found != NULL && yl_book_match_is_reference (pricing->match, found, name->reference))
        continue;
      g_autofree char *message = g_strdup_printf ("名称“%s”%s，用到它的公式会取错数。", name->name,
                                                  found == NULL ? "被删除" : "被改指别的单元格");
      yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C01,
                                                      .severity = YL_SEVERITY_ERROR,
                                                      .file = audit->file,
                                                      .column = name->name,
                                                      .seen = found == NULL ? "（没有）" : found,
                                                      .expected = name->reference,
                                                      .message = message });
    }
}

void
yl_book_report_structure (YlBookPricing *pricing, YlAudit *audit)
{
  const YlBookMatch *match = pricing->match;
  for (guint i = 0; i < match->pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (match->pairs, YlSheetPair, i);
      if (pair->found == NULL)
        {
          report_missing_sheet (pricing, pair, audit);
          continue;
        }
      report_rows (pricing, pair, audit);
      report_sorted (pair, audit);
    }
  for (guint i = 0; i < match->additions->len; i++)
    report_added_sheet (g_ptr_array_index (match->additions, i), audit);
  report_names (pricing, audit);
}
