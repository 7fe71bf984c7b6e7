#include "structure-private.h"

#include "addition-private.h"

#include "yanglu/audit/gainers.h"
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

/* The line before @line, row or column, that stands on the other side: where; @none when none does. */
static guint32
find_before (const guint32 *other_of, guint32 line, guint32 none)
{
  for (; line > 0; line--)
    if (other_of[line - 1] != none)
      return other_of[line - 1];
  return none;
}

/* Where a row that is gone would stand: below the last planned row before it that is there. */
static guint32
find_row_gap (const YlRowMatch *rows, guint32 planned_row)
{
  return find_before (rows->found_of, planned_row, 0) + 1;
}

/* The cell of a found row where its money stands. */
static char *
name_cell (const YlSheetPair *pair, guint32 row, const YlFigureRange *money)
{
  const guint column = money == NULL ? 0 : yl_column_match_find (pair->columns, money->column);
  return yl_cell_to_text (row, column == YL_NO_COLUMN ? 0 : column);
}

/* Whether the office may write in any cell of the row, or leave it out: names, a day. */
static gboolean
has_open_cell (YlBookPricing *pricing, const YlSheetPair *pair, guint32 row)
{
  guint n = 0;
  const YlCell *cells = yl_worksheet_find_row (pair->planned, row, &n);
  for (guint i = 0; i < n; i++)
    if (yl_planned_book_is_open (pricing->match->plan, pair->planned->name, row, cells[i].column))
      return TRUE;
  return FALSE;
}

/* W: a title, a sentence or a note that is gone. */
static void
report_removed_words (YlBookPricing *pricing, const YlSheetPair *pair, guint32 row, YlAudit *audit)
{
  if (has_open_cell (pricing, pair, row))
    return;
  const guint32 gap = find_row_gap (pair->rows, row);
  g_autofree char *label = yl_book_tell_row (pricing->match, pair->planned, row);
  g_autofree char *cell = name_cell (pair, gap, NULL);
  g_autofree char *message =
      g_strdup_printf ("“%s”原第 %u 行（%s）被删除，不影响金额。", pair->planned->name, row, label);
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C10,
                                                  .severity = YL_SEVERITY_WARNING,
                                                  .file = audit->file,
                                                  .sheet = pair->found->name,
                                                  .row = gap,
                                                  .cell = cell,
                                                  .seen = "（行已删除）",
                                                  .expected = label,
                                                  .message = message,
                                                  .is_priced = TRUE });
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
    {
      report_removed_words (pricing, pair, row, audit);
      return;
    }
  g_autofree char *label = yl_book_tell_row (pricing->match, pair->planned, row);
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ fen });
  g_autofree char *cell = name_cell (pair, find_row_gap (pair->rows, row), money);
  g_autofree char *message =
      is_input ? g_strdup_printf ("“%s”原第 %u 行（%s）被删除，少计 %s 元。", pair->planned->name,
                                  row, label, amount)
               : g_strdup_printf ("“%s”原第 %u 行（%s）被删除。", pair->planned->name, row, label);
  yl_findings_add (audit->findings, &(YlFinding){
                                        .code = YL_C10,
                                        .severity = YL_SEVERITY_ERROR,
                                        .file = audit->file,
                                        .sheet = pair->found->name,
                                        .row = find_row_gap (pair->rows, row),
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

static void
report_added_row (YlBookPricing *pricing, const YlSheetPair *pair, guint32 row, YlAudit *audit)
{
  YlOwnAmount own = { 0 };
  const gboolean has_own = yl_book_find_own_amount (pricing, pair, row, &own);
  yl_book_report_own_capitals (pricing, pair, row, audit);
  yl_book_report_own_sums (pricing, pair, row, audit);
  if (!has_number (pair->straight, row) && !has_own)
    return;
  const guint32 original = find_original (pair, row);
  const char *payee = "";
  const YlFigureRange *money = find_money (
      pricing, pair->planned->name,
      original != 0 ? original : MAX (find_before (pair->rows->planned_of, row, 0), 1), &payee);
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
  const gboolean is_own = money == NULL && original == 0 && has_own;
  fen = is_own ? own.fen : fen;
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ fen });
  g_autofree char *cell = is_own ? yl_cell_to_text (row, own.column) : name_cell (pair, row, money);
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
  if (is_known && fen != 0 && money != NULL && strncmp (money->key, "sources.", 8) != 0)
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
report_missing_sheet (const YlSheetPair *pair, YlAudit *audit)
{
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

/* What costs nothing, wherever it is on the sheet. */
static void
report_free (const YlSheetPair *pair, const char *what, YlAudit *audit)
{
  g_autofree char *message = g_strdup_printf ("“%s”%s", pair->found->name, what);
  yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C10,
                                                  .severity = YL_SEVERITY_INFO,
                                                  .file = audit->file,
                                                  .sheet = pair->found->name,
                                                  .message = message,
                                                  .is_priced = TRUE });
}

/* Whether the lines that are there stand in the order of the plan. */
static gboolean
is_in_order (const guint32 *found_of, guint32 n, guint32 none)
{
  guint32 last = 0;
  for (guint32 i = 0; i < n; i++)
    {
      if (found_of[i] != none && found_of[i] < last)
        return FALSE;
      last = found_of[i] == none ? last : found_of[i];
    }
  return TRUE;
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
          report_missing_sheet (pair, audit);
          continue;
        }
      report_rows (pricing, pair, audit);
      if (!is_in_order (pair->rows->found_of, pair->rows->n_planned + 1, 0))
        report_free (pair, "的行被排过序或移动过，金额不受影响。", audit);
    }
  for (guint i = 0; i < match->additions->len; i++)
    report_added_sheet (g_ptr_array_index (match->additions, i), audit);
  report_names (pricing, audit);
}

/* Columns that were put in, taken out or moved: each told once, with what it does to the money. */

/* What stands in one column of a sheet. */
typedef struct
{
  const char *head; /* its topmost text, "" when it has none */
  guint32 top;      /* the row of its first cell; 0: it is empty */
  guint32 bottom;
  guint n;
  guint n_numbers; /* formulas too */
} Content;

static Content
read_content (const YlWorkbook *workbook, const YlWorksheet *sheet, guint column)
{
  Content content = { .head = "" };
  for (guint i = 0; i < sheet->cells->len; i++)
    {
      const YlCell *cell = &g_array_index (sheet->cells, YlCell, i);
      if (cell->column != column)
        continue;
      content.top = content.n++ == 0 ? cell->row : content.top;
      content.bottom = cell->row;
      if (cell->formula != 0 || cell->content == YL_CONTENT_NUMBER)
        content.n_numbers++;
      else if (content.head[0] == '\0' && cell->content == YL_CONTENT_TEXT)
        content.head = yl_workbook_get_text (workbook, cell->value);
    }
  return content;
}

static char *
describe_content (const Content *content)
{
  g_autofree char *head = yl_text_join_lines (content->head);
  if (content->n == 0)
    return g_strdup ("空白列");
  return g_strdup_printf ("%s%s%u 个单元格，其中 %u 个数", head, head[0] == '\0' ? "" : "，",
                          content->n, content->n_numbers);
}

static char *
describe_cost (const YlBookEffect *effect)
{
  if (!effect->is_known)
    return g_strdup ("影响金额无法计算");
  if (effect->at_stake_fen == 0)
    return g_strdup (effect->is_summed ? "不影响金额，但其中的数进入了本表的小计" : "不影响金额");
  g_autofree char *more = yl_book_describe_more (effect->at_stake_fen);
  return g_strconcat (effect->total_fen == 0 ? "预算合计不变，但其他合计最多" : "", more, NULL);
}

static YlSeverity
choose_severity (const YlBookEffect *effect, YlSeverity free_of_cost)
{
  const gboolean costs = !effect->is_known || effect->at_stake_fen != 0;
  return costs ? YL_SEVERITY_ERROR : free_of_cost;
}

static void
add_finding (YlAudit *audit,
             const YlSheetPair *pair,
             YlFinding *finding,
             guint column,
             const YlBookEffect *effect)
{
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (column, letters);
  g_autofree char *cell =
      finding->row == 0 ? NULL : yl_cell_to_text ((guint32) finding->row, column);
  finding->file = audit->file;
  finding->sheet = pair->found->name;
  finding->column = cell == NULL ? letters : NULL;
  finding->cell = cell;
  finding->gainer = effect->is_known && effect->at_stake_fen < 0 ? YL_COUNTY_TREASURY : NULL;
  finding->at_stake = (YlMoney){ effect->at_stake_fen };
  finding->is_priced = effect->is_known;
  yl_findings_add (audit->findings, finding);
  if (effect->is_known && effect->total_fen != 0)
    yl_audit_add_step (audit, finding->message, -effect->total_fen);
}

static void
report_added (YlBookPricing *pricing, const YlSheetPair *pair, guint column, YlAudit *audit)
{
  const Content content = read_content (pricing->match->found, pair->found, column);
  const gboolean is_hidden = yl_worksheet_is_column_hidden (pair->found, column);
  const gboolean is_out_of_sight = is_hidden && content.n_numbers > 0;
  YlBookEffect effect = { .is_known = TRUE };
  if (content.n_numbers > 0)
    effect = yl_book_price_added_column (pricing, pair, column);
  if (effect.is_known && effect.at_stake_fen == 0)
    effect.at_stake_fen = yl_book_add_own_column (pricing, pair, column);
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (column, letters);
  g_autofree char *held = describe_content (&content);
  g_autofree char *cost = describe_cost (&effect);
  g_autofree char *message =
      g_strdup_printf ("“%s”的 %s 列（%s）是后来插入的%s，%s。", pair->found->name, letters, held,
                       is_hidden ? "，而且是隐藏的" : "", cost);
  YlFinding finding = {
    .code = is_out_of_sight ? YL_C11 : YL_C10,
    .severity = choose_severity (&effect, is_out_of_sight || effect.is_summed ? YL_SEVERITY_WARNING
                                                                              : YL_SEVERITY_INFO),
    .row = content.top,
    .seen = held,
    .expected = "（没有这一列）",
    .message = message,
  };
  add_finding (audit, pair, &finding, column, &effect);
}

static void
report_removed (YlBookPricing *pricing, const YlSheetPair *pair, guint column, YlAudit *audit)
{
  const YlWorkbook *planned = pricing->match->plan->workbook;
  const Content content = read_content (planned, pair->planned, column);
  if (content.n == 0)
    return;
  const YlBookEffect effect = yl_book_price_removed_column (pricing, pair, column);
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (column, letters);
  g_autofree char *named =
      yl_book_name_column (pricing->match, pair->planned, content.bottom, column);
  g_autofree char *head = named[0] != '\0' ? g_strdup (named) : yl_text_join_lines (content.head);
  g_autofree char *cost = describe_cost (&effect);
  g_autofree char *message = g_strdup_printf ("“%s”原来的 %s 列（%s，%u 个单元格）被删除，%s。",
                                              pair->found->name, letters, head, content.n, cost);
  YlFinding finding = {
    .code = YL_C10,
    .severity = choose_severity (&effect, YL_SEVERITY_WARNING),
    .seen = "（列已删除）",
    .expected = head,
    .message = message,
  };
  /* It would stand behind the one that it stood behind; YL_NO_COLUMN + 1 is the first one. */
  const guint gap = find_before (pair->columns->found_of, column, YL_NO_COLUMN) + 1;
  add_finding (audit, pair, &finding, gap, &effect);
}

void
yl_book_report_columns (YlBookPricing *pricing, YlAudit *audit)
{
  const GArray *pairs = pricing->match->pairs;
  for (guint i = 0; i < pairs->len; i++)
    {
      const YlSheetPair *pair = &g_array_index (pairs, YlSheetPair, i);
      if (pair->found == NULL)
        continue;
      const YlColumnMatch *columns = pair->columns;
      for (guint k = 0; k < columns->added->len; k++)
        report_added (pricing, pair, g_array_index (columns->added, guint32, k), audit);
      for (guint column = 0; column < columns->n_planned; column++)
        if (columns->found_of[column] == YL_NO_COLUMN)
          report_removed (pricing, pair, column, audit);
      if (!is_in_order (columns->found_of, columns->n_planned, YL_NO_COLUMN))
        report_free (pair, "的列被移动过，各列的内容照常核对。", audit);
    }
}
