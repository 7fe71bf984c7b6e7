/* Columns that were put in, taken out or moved: each told once, with what it does to the money. */
#include "column-price-private.h"
#include "finding-private.h"
#include "place-private.h"

#include "gainer-private.h"
#include "yanglu/domain/cell-place.h"

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
describe_cost (const YlColumnEffect *effect)
{
  if (!effect->is_known)
    return g_strdup ("影响金额无法计算");
  if (effect->at_stake_fen == 0)
    return g_strdup (effect->is_summed ? "不影响金额，但其中的数进入了本表的小计" : "不影响金额");
  const gint64 fen = effect->at_stake_fen;
  g_autofree char *amount = yl_money_to_grouped ((YlMoney){ fen < 0 ? -fen : fen });
  return g_strdup_printf ("%s%s %s 元",
                          effect->total_fen == 0 ? "预算合计不变，但其他合计最多" : "",
                          fen > 0 ? "多计" : "少计", amount);
}

static YlSeverity
choose_severity (const YlColumnEffect *effect, YlSeverity free_of_cost)
{
  const gboolean costs = !effect->is_known || effect->at_stake_fen != 0;
  return costs ? YL_SEVERITY_ERROR : free_of_cost;
}

static void
add_finding (YlAudit *audit,
             const YlSheetPair *pair,
             YlFinding *finding,
             guint column,
             const YlColumnEffect *effect)
{
  char letters[YL_COLUMN_LETTERS];
  yl_column_to_letters (column, letters);
  g_autofree char *cell = finding->row == 0 ? NULL : yl_cell_to_text (finding->row, column);
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
  YlColumnEffect effect = { .is_known = TRUE };
  if (content.n_numbers > 0)
    yl_book_price_added_column (pricing, pair, column, &effect);
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

/* Where a column that is gone would stand: behind the one that it stood behind. */
static guint
find_gap (const YlSheetPair *pair, guint planned)
{
  for (guint column = planned; column > 0; column--)
    if (pair->columns->found_of[column - 1] != YL_NO_COLUMN)
      return pair->columns->found_of[column - 1] + 1u;
  return 0;
}

static void
report_removed (YlBookPricing *pricing, const YlSheetPair *pair, guint column, YlAudit *audit)
{
  const YlWorkbook *planned = pricing->match->plan->workbook;
  const Content content = read_content (planned, pair->planned, column);
  if (content.n == 0)
    return;
  YlColumnEffect effect = { .is_known = TRUE };
  yl_book_price_removed_column (pricing, pair, column, &effect);
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
  add_finding (audit, pair, &finding, find_gap (pair, column), &effect);
}

static void
report_moved (const YlSheetPair *pair, YlAudit *audit)
{
  guint last = 0;
  gboolean is_moved = FALSE;
  for (guint column = 0; column < pair->columns->n_planned; column++)
    {
      const guint found = pair->columns->found_of[column];
      if (found == YL_NO_COLUMN)
        continue;
      is_moved = is_moved || found < last;
      last = MAX (last, found);
    }
  g_autofree char *message =
      g_strdup_printf ("“%s”的列被移动过，各列的内容照常核对。", pair->found->name);
  if (is_moved)
    yl_findings_add (audit->findings, &(YlFinding){ .code = YL_C10,
                                                    .severity = YL_SEVERITY_INFO,
                                                    .file = audit->file,
                                                    .sheet = pair->found->name,
                                                    .message = message,
                                                    .is_priced = TRUE });
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
        report_added (pricing, pair, g_array_index (columns->added, guint16, k), audit);
      for (guint column = 0; column < columns->n_planned; column++)
        if (columns->found_of[column] == YL_NO_COLUMN)
          report_removed (pricing, pair, column, audit);
      report_moved (pair, audit);
    }
}
