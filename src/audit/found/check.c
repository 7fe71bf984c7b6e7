#include "sum-private.h"
#include "coverage-private.h"
#include "relations-private.h"

#include "yanglu/audit/formula/token.h"
#include "yanglu/base/fixed.h"
#include "yanglu/domain/cell-place.h"
#include "yanglu/domain/audit/found-budget.h"

#include <string.h>

const YlFoundRow *
found_row (const FoundCheck *check, guint row)
{
  return yl_found_table_get_row (check->table, row);
}

const YlFoundColumn *
found_head (const FoundCheck *check, guint column)
{
  return yl_found_table_get_column (check->table, column);
}

FoundCell *
found_cell (const FoundCheck *check, guint row, guint column)
{
  return &check->cells[(gsize) row * check->table->columns->len + column];
}

gint64
found_step (const FoundCheck *check, const FoundCell *cell)
{
  const gsize column = (gsize) (cell - check->cells) % check->table->columns->len;
  return yl_found_value_get_step (cell->value, cell->head->unit, check->steps[column]);
}

gboolean
found_is_money (const YlFoundColumn *column)
{
  return column->meaning == YL_FOUND_AMOUNT || column->meaning == YL_FOUND_ASIDE;
}

gboolean
found_is_instalment (const YlFoundColumn *column)
{
  static const char *const words[] = { "提前下达", "预拨", "预付", "首批",   "首付", "第一批",
                                       "结算",     "清算", "尾款", "第二批", NULL };
  return column->share_ppm != 0
         || (column->meaning == YL_FOUND_AMOUNT && yl_text_holds_any (column->head, words));
}

gboolean
found_is_item (const FoundCheck *check, guint row)
{
  return found_row (check, row)->kind == YL_FOUND_ROW_ITEM;
}

gboolean
found_next_item (const FoundCheck *check, guint *row)
{
  while (*row < check->table->rows->len && !found_is_item (check, *row))
    ++*row;
  return *row < check->table->rows->len;
}

int
found_find_first (const FoundCheck *check, YlFoundMeaning meaning)
{
  for (guint i = 0; i < check->table->columns->len; i++)
    if (found_head (check, i)->meaning == meaning)
      return (int) i;
  return -1;
}

int
found_find_total_row (const FoundCheck *check)
{
  for (guint row = check->table->rows->len; row > 0; row--)
    if (found_row (check, row - 1)->kind == YL_FOUND_ROW_TOTAL)
      return (int) row - 1;
  return -1;
}

static gint64
add_total_off (const FoundCheck *check, guint total, guint column)
{
  gint64 sum = 0;
  if (!found_cell (check, total, column)->value->is_known)
    return 0;
  for (guint row = 0; found_next_item (check, &row); row++)
    if (!found_add (&sum, found_cell (check, row, column)->stated))
      return 0;
  return found_cell (check, total, column)->stated - sum;
}

gint64
found_get_total_off (FoundCheck *check, guint column)
{
  /* Asked for by every row that is wrong: added up once. */
  if (check->total_offs == NULL)
    {
      const int total = found_find_total_row (check);
      check->total_offs = g_new0 (gint64, check->table->columns->len);
      for (guint i = 0; i < check->table->columns->len && total >= 0; i++)
        check->total_offs[i] = add_total_off (check, (guint) total, i);
    }
  return check->total_offs[column];
}

/* Townships or routes stand for themselves; items of a budget may well repeat one amount. */
gboolean
found_is_of_places (const FoundCheck *check)
{
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundColumn *column = found_head (check, i);
      if (column->meaning == YL_FOUND_ROUTE
          || (column->meaning == YL_FOUND_TOWNSHIP
              && (strstr (column->head, "乡") != NULL || strstr (column->head, "镇") != NULL)))
        return TRUE;
    }
  return FALSE;
}

gboolean
found_value_is_unread (const YlFoundValue *value)
{
  const gboolean has_text = value->text != NULL && value->text[0] != '\0';
  return !value->is_known && (has_text || value->formula != NULL);
}

gboolean
found_is_other_money (const YlFoundRow *row)
{
  static const char *const words[] = { "大修",     "中修", "改建", "新建", "工程", "桥",
                                       "机构运行", "人员", "保险", "路长", NULL };
  static const char *const places[] = { "镇", "乡", "街道", "办事处", "路" };
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_suffix (row->label, places[i]))
      return FALSE;
  return row->township_code == 0 && yl_text_holds_any (row->label, words);
}

gint64
found_limit (const FoundCheck *check, YlCode code, YlLimit limit)
{
  return check->rules == NULL ? 0 : yl_rule_set_get_limit (check->rules, code, limit);
}

gboolean
found_may_differ (const FoundCheck *check, const FoundCell *cell, gint64 difference_fen)
{
  return cell->head->meaning == YL_FOUND_AMOUNT
         && ABS (difference_fen) <= found_limit (check, YL_C01, YL_LIMIT_TOLERANCE);
}

gboolean
found_add (gint64 *sum, gint64 amount)
{
  return !__builtin_add_overflow (*sum, amount, sum);
}

void
found_sum_add (FoundSum *sum, const FoundCell *cell)
{
  /* It is what it should be to the unit, or nothing: nothing was rounded. */
  const gboolean is_exact =
      cell->stated == 0 || (cell->is_judged && !cell->is_rounded && cell->expected == cell->stated);
  sum->is_unread |= found_value_is_unread (cell->value);
  sum->is_unread |= !found_add (&sum->stated, cell->stated);
  sum->is_unread |= !found_add (&sum->expected, cell->expected);
  sum->n++;
  sum->n_known += cell->value->is_known ? 1 : 0;
  sum->n_rounded += is_exact ? 0 : 1;
  sum->lost_micro += cell->value->lost_micro;
}

gint64
found_sum_get_off (const FoundSum *sum, const FoundCell *whole)
{
  const gint64 off = whole->stated - sum->stated;
  const __int128 off_micro = (__int128) off * 1000000 + whole->value->lost_micro - sum->lost_micro;
  return off_micro == 0 ? 0 : off;
}

/* Works, not upkeep: their cost is not by the kilometre. */
static gboolean
is_by_length (const YlFoundTable *table)
{
  static const char *const works[] = { "养护工程", "大中修", "建设", "改造", "新建", NULL };
  return strstr (table->title, "日常") != NULL || !yl_text_holds_any (table->title, works);
}

/* An amount for upkeep goes before one for everything. */
static gboolean
is_better_amount (const FoundCheck *check, int there, const YlFoundColumn *column)
{
  if (column->payer_after != 0
      || (column->purpose != YL_PURPOSE_DAILY && column->purpose != YL_N_PURPOSES))
    return FALSE;
  if (there < 0)
    return TRUE;
  const YlFoundColumn *before = found_head (check, (guint) there);
  return column->purpose != before->purpose ? column->purpose == YL_PURPOSE_DAILY
                                            : column->is_sum && !before->is_sum;
}

/* The amounts of each class; @is_of_instalments: those that are paid in parts, where nothing else is. */
static gboolean
find_amounts (FoundCheck *check, gboolean is_of_instalments)
{
  gboolean has_any = FALSE;
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundColumn *column = found_head (check, i);
      if (column->rate >= FOUND_N_RATES || column->meaning != YL_FOUND_AMOUNT
          || found_is_instalment (column) != is_of_instalments)
        continue;
      if (is_better_amount (check, check->amount[column->rate], column))
        check->amount[column->rate] = (int) i;
      has_any |= check->amount[column->rate] >= 0;
    }
  return has_any;
}

static void
find_columns (FoundCheck *check)
{
  for (guint i = 0; i < FOUND_N_RATES; i++)
    check->length[i] = check->amount[i] = check->rate[i] = -1;
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundColumn *column = found_head (check, i);
      if (column->rate >= FOUND_N_RATES)
        continue;
      if (column->meaning == YL_FOUND_LENGTH && check->length[column->rate] < 0)
        check->length[column->rate] = (int) i;
      if (column->meaning == YL_FOUND_RATE && check->rate[column->rate] < 0)
        check->rate[column->rate] = (int) i;
    }
  if (!find_amounts (check, FALSE))
    find_amounts (check, TRUE);
}

/* Rows whose amount is the length in @column at the rate of their class. */
static guint
count_explained (const FoundCheck *check, guint column)
{
  const int amount = check->amount[YL_FOUND_ALL_CLASSES];
  guint n = 0;
  for (guint row = 0; row < check->table->rows->len && amount >= 0; row++)
    {
      const guint8 rate = found_row (check, row)->rate;
      const YlLength length = { found_cell (check, row, column)->stated };
      YlMoney money = { 0 };
      if (rate != YL_FOUND_ALL_CLASSES && check->rates->has_rate[rate]
          && yl_money_for_length (length, check->rates->rate[rate], &money) && money.fen != 0
          && money.fen == found_cell (check, row, (guint) amount)->stated)
        n++;
    }
  return n;
}

/* 列养里程, 计入里程, 计费里程 beside each other: the one that most amounts come from, the last of
 * equals. */
static void
choose_length (FoundCheck *check)
{
  int *chosen = &check->length[YL_FOUND_ALL_CLASSES];
  guint most = *chosen < 0 ? 0 : count_explained (check, (guint) *chosen);
  for (guint i = 0; i < check->table->columns->len && *chosen >= 0; i++)
    {
      const YlFoundColumn *column = found_head (check, i);
      if (column->meaning != YL_FOUND_LENGTH || column->rate != YL_FOUND_ALL_CLASSES
          || (int) i == *chosen)
        continue;
      const guint n = count_explained (check, i);
      if (n > 0 && n >= most)
        {
          *chosen = (int) i;
          most = n;
        }
    }
}

void
found_check_init (FoundCheck *check,
                  const YlFoundTable *table,
                  const char *file,
                  const YlRateTable *rates,
                  const YlRuleSet *rules,
                  YlAudit *audit)
{
  *check =
      (FoundCheck){ .table = table, .file = file, .rates = rates, .rules = rules, .audit = audit };
  const guint n_columns = table->columns->len;
  check->steps = g_new0 (gint64, n_columns + 1);
  check->cells = g_new0 (FoundCell, (gsize) table->rows->len * n_columns + 1);
  check->is_by_length = is_by_length (table);
  for (guint row = 0; row < table->rows->len; row++)
    for (guint i = 0; i < n_columns; i++)
      {
        FoundCell *cell = found_cell (check, row, i);
        cell->row = found_row (check, row);
        cell->head = found_head (check, i);
        cell->value = yl_found_row_get (cell->row, i);
        cell->stated = cell->expected = cell->value->is_known ? cell->value->units : 0;
        cell->code = FOUND_NO_CODE;
        if (cell->value->has_due)
          {
            cell->expected = cell->value->due_units;
            cell->code = YL_C09;
          }
      }
  check->links = g_array_new (FALSE, FALSE, sizeof (FoundLink));
  check->details = g_array_new (FALSE, FALSE, sizeof (FoundDetail));
  find_columns (check);
  choose_length (check);
  for (guint i = 0; i < n_columns; i++)
    check->steps[i] = yl_found_table_get_step (table, i);
}

void
found_check_clear (FoundCheck *check)
{
  g_clear_pointer (&check->steps, g_free);
  g_clear_pointer (&check->cells, g_free);
  g_clear_pointer (&check->deviations, g_array_unref);
  g_clear_pointer (&check->total_offs, g_free);
  g_clear_pointer (&check->levels, g_free);
  g_clear_pointer (&check->sets, g_array_unref);
  g_clear_pointer (&check->links, g_array_unref);
  g_clear_pointer (&check->details, g_array_unref);
}

char *
found_name_row (const YlFoundTable *table, const YlFoundRow *row)
{
  if (row->label[0] != '\0')
    return g_strdup (row->label);
  for (guint i = 0; i < table->columns->len; i++)
    {
      const YlFoundColumn *column = yl_found_table_get_column (table, i);
      const char *text = yl_found_row_get (row, i)->text;
      const gboolean is_year = strstr (column->head, "年") != NULL;
      if (column->meaning != YL_FOUND_OTHER || text == NULL || text[0] == '\0'
          || (!is_year && text[strspn (text, "0123456789.")] == '\0'))
        continue;
      return g_strdup_printf ("%s%s", text, is_year && strstr (text, "年") == NULL ? "年" : "");
    }
  return g_strdup_printf ("第 %u 行", row->row);
}

const char *
found_find_gainer (const YlFoundRow *row, gint64 stake_fen)
{
  if (stake_fen < 0)
    return YL_COUNTY_TREASURY;
  /* A total is nobody. */
  if (row->kind != YL_FOUND_ROW_ITEM)
    return YL_ALL_UNITS;
  return row->township[0] != '\0' ? row->township : row->label[0] != '\0' ? row->label : NULL;
}

void
found_report_at (const FoundCheck *check, YlFinding finding, FoundStake stake)
{
  const gboolean has_own = finding.code == YL_C01 || finding.code == YL_A01
                           || finding.code == YL_A03 || finding.code == YL_E01;
  if (!has_own || finding.severity == YL_SEVERITY_ERROR)
    finding.severity = yl_code_get_severity (finding.code);
  finding.file = check->file;
  finding.sheet = check->table->sheet;
  finding.is_priced = stake.is_known;
  finding.at_stake = (YlMoney){ stake.fen };
  yl_findings_add (check->audit->findings, &finding);
}

void
found_report (const FoundCheck *check, FoundCell *cell, YlFinding finding, FoundStake stake)
{
  const YlFoundRow *row = cell->row;
  g_autofree char *name = yl_cell_to_text (row->row, cell->head->column);
  finding.row = row->row;
  finding.column = cell->head->head;
  finding.cell = name;
  const char *own = cell->value == NULL ? NULL : cell->value->formula;
  g_autofree char *formula = own == NULL || finding.seen == NULL || finding.expected_formula != NULL
                                 ? NULL
                                 : yl_formula_to_text (own, YL_FORMULA_SHOWN);
  finding.seen_formula = finding.seen_formula != NULL ? finding.seen_formula : formula;
  if (stake.fen != 0 && finding.gainer == NULL)
    finding.gainer = found_find_gainer (row, stake.fen);
  found_report_at (check, finding, stake);
  cell->code = (guint8) finding.code;
}

void
found_report_reading (const YlFoundTable *table, const char *taken, YlAudit *audit)
{
  g_autofree char *what =
      g_strdup_printf ("工作表“%s”表头到第 %u 行的表", table->sheet, table->head_row);
  yl_audit_add_reading (audit, what, taken);
}

FoundStake
found_price (const FoundCheck *check, const FoundCell *cell, gint64 difference)
{
  const guint8 meaning = cell->head->meaning;
  const guint8 rate = cell->head->rate != YL_FOUND_ALL_CLASSES ? cell->head->rate : cell->row->rate;
  YlMoney money = { meaning == YL_FOUND_COUNT ? 0 : difference };
  if (meaning == YL_FOUND_LISTED
      || (meaning == YL_FOUND_LENGTH
          && (rate >= YL_N_RATES || !check->rates->has_rate[rate]
              || !yl_money_for_length ((YlLength){ difference }, check->rates->rate[rate],
                                       &money))))
    return (FoundStake){ 0 };
  return (FoundStake){ TRUE, money.fen };
}

void
found_report_difference (const FoundCheck *check,
                         FoundCell *cell,
                         const FoundDifference *difference,
                         FoundStake stake)
{
  const gint64 more = difference->stated - difference->expected;
  g_autofree char *seen = found_to_text (cell->head, difference->stated);
  g_autofree char *shown = found_show (cell);
  g_autofree char *due = found_to_text (cell->head, difference->expected);
  g_autofree char *off = found_to_text (cell->head, ABS (more));
  g_autofree char *tail = difference->rounded == NULL
                              ? g_strdup (difference->remark)
                              : g_strdup_printf ("，在%s四舍五入之内，属尾差", difference->rounded);
  g_autofree char *who = found_name_row (check->table, cell->row);
  g_autofree char *message = g_strdup_printf (
      "“%s”的“%s”为 %s，%s为 %s，%s %s%s", difference->who != NULL ? difference->who : who,
      cell->head->head, difference->is_blank ? "空白" : seen, difference->from, due,
      more > 0 ? "多" : "少", off, tail == NULL ? "" : tail);
  const YlFinding finding = {
    .code = difference->code,
    .severity = difference->rounded != NULL ? YL_SEVERITY_INFO : difference->severity,
    .seen = shown,
    .expected = due,
    .message = message,
  };
  found_report (check, cell, finding, stake);
}

YlFigurePlace
found_place (const char *file,
             const char *sheet,
             const YlFoundRow *row,
             const YlFoundColumn *head,
             char **out_cell)
{
  *out_cell = yl_cell_to_text (row->row, head->column);
  return (YlFigurePlace){
    .file = file,
    .sheet = sheet,
    .row = row->row,
    .column = head->head,
    .cell = *out_cell,
    .what = row->label,
  };
}

char *
found_show (const FoundCell *cell)
{
  YlFixed number = { 0 };
  const YlFoundValue *value = cell->value;
  const guint8 meaning = cell->head->meaning;
  const gboolean is_money = meaning == YL_FOUND_AMOUNT || meaning == YL_FOUND_RATE;
  if (!is_money || !value->is_known || value->lost_micro != 0 || value->text == NULL
      || !yl_fixed_parse (yl_text_of (value->text), &number))
    return g_strdup (value->text);
  return found_to_text (cell->head, value->units);
}

char *
found_to_text (const YlFoundColumn *column, gint64 units)
{
  g_autofree char *number = NULL;
  switch ((YlFoundMeaning) column->meaning)
    {
    case YL_FOUND_LISTED:
    case YL_FOUND_START:
    case YL_FOUND_END:
    case YL_FOUND_LENGTH:
      number = yl_length_to_km ((YlLength){ units });
      return g_strdup_printf ("%s 公里", number);
    case YL_FOUND_RATE:
      number = yl_money_to_grouped ((YlMoney){ units });
      return g_strdup_printf ("%s 元/公里", number);
    case YL_FOUND_ASIDE:
    case YL_FOUND_AMOUNT:
    case YL_FOUND_CAPITAL:
      number = yl_money_to_grouped ((YlMoney){ units });
      return g_strdup_printf ("%s 元", number);
    case YL_FOUND_PERCENT:
      return yl_share_to_percent ((YlShare){ units });
    case YL_FOUND_COUNT:
    case YL_FOUND_OTHER:
    case YL_FOUND_TOWNSHIP:
    case YL_FOUND_ROUTE:
    case YL_FOUND_CLASS:
    default:
      return g_strdup_printf ("%" G_GINT64_FORMAT, units);
    }
}
