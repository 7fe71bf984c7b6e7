#include "check-private.h"

#include "yanglu/domain/cell-place.h"
#include "yanglu/domain/audit/found-step.h"

#include <string.h>

const YlFoundRow *
found_check_row (const FoundCheck *check, guint row)
{
  return yl_found_table_get_row (check->table, row);
}

const YlFoundColumn *
found_check_column (const FoundCheck *check, guint column)
{
  return yl_found_table_get_column (check->table, column);
}

const YlFoundValue *
found_check_value (const FoundCheck *check, guint row, guint column)
{
  return yl_found_row_get (found_check_row (check, row), column);
}

FoundCell *
found_check_cell (const FoundCheck *check, guint row, guint column)
{
  return &check->cells[(gsize) row * check->table->columns->len + column];
}

gint64
found_check_step (const FoundCheck *check, guint row, guint column)
{
  return yl_found_value_get_step (found_check_value (check, row, column),
                                  found_check_column (check, column)->unit, check->steps[column]);
}

gboolean
found_check_is_item (const FoundCheck *check, guint row)
{
  return found_check_row (check, row)->kind == YL_FOUND_ROW_ITEM;
}

int
found_find_total_row (const FoundCheck *check)
{
  for (guint row = check->table->rows->len; row > 0; row--)
    if (found_check_row (check, row - 1)->kind == YL_FOUND_ROW_TOTAL)
      return (int) row - 1;
  return -1;
}

gboolean
found_value_is_unread (const YlFoundValue *value)
{
  const gboolean has_text = value->text != NULL && value->text[0] != '\0';
  return !value->is_known && (has_text || value->formula != NULL);
}

gint64
found_check_limit (const FoundCheck *check, YlCode code, YlLimit limit)
{
  return check->rules == NULL ? 0 : yl_rule_set_get_limit (check->rules, code, limit);
}

gboolean
found_may_differ (const FoundCheck *check, gint64 difference_fen)
{
  return ABS (difference_fen) <= found_check_limit (check, YL_C01, YL_LIMIT_TOLERANCE);
}

gboolean
found_add (gint64 *sum, gint64 amount)
{
  return !__builtin_add_overflow (*sum, amount, sum);
}

/* It is what it should be to the unit, or nothing: nothing was rounded. */
static gboolean
is_exact (const FoundCell *cell, gint64 units)
{
  return units == 0 || (cell->is_judged && cell->expected == units);
}

void
found_sum_add (FoundSum *sum, const FoundCheck *check, guint row, guint column)
{
  const YlFoundValue *value = found_check_value (check, row, column);
  const FoundCell *cell = found_check_cell (check, row, column);
  sum->is_unread |= found_value_is_unread (value);
  sum->is_unread |= value->is_known && !found_add (&sum->stated, value->units);
  sum->is_unread |= !found_add (&sum->expected, cell->expected);
  sum->n++;
  sum->n_known += value->is_known ? 1 : 0;
  sum->n_rounded += value->is_known && !is_exact (cell, value->units) ? 1 : 0;
}

/* Works, not upkeep: their cost is not by the kilometre. */
static gboolean
is_by_length (const YlFoundTable *table)
{
  static const char *const works[] = { "养护工程", "大中修", "建设", "改造", "新建" };
  if (strstr (table->title, "日常") != NULL)
    return TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (works); i++)
    if (strstr (table->title, works[i]) != NULL)
      return FALSE;
  return TRUE;
}

/* An amount for upkeep goes before one for everything. */
static gboolean
is_better_amount (const FoundCheck *check, int there, const YlFoundColumn *column)
{
  if (column->payer_after != 0
      || (column->purpose != YL_PURPOSE_DAILY && column->purpose != YL_N_PURPOSES))
    return FALSE;
  return there < 0
         || (column->purpose == YL_PURPOSE_DAILY
             && found_check_column (check, (guint) there)->purpose != YL_PURPOSE_DAILY);
}

static void
find_columns (FoundCheck *check)
{
  for (guint i = 0; i < FOUND_N_RATES; i++)
    check->length[i] = check->amount[i] = check->rate[i] = -1;
  for (guint i = 0; i < check->table->columns->len; i++)
    {
      const YlFoundColumn *column = found_check_column (check, i);
      if (column->rate >= FOUND_N_RATES)
        continue;
      if (column->meaning == YL_FOUND_LENGTH && check->length[column->rate] < 0)
        check->length[column->rate] = (int) i;
      if (column->meaning == YL_FOUND_RATE && check->rate[column->rate] < 0)
        check->rate[column->rate] = (int) i;
      if (column->meaning == YL_FOUND_AMOUNT
          && is_better_amount (check, check->amount[column->rate], column))
        check->amount[column->rate] = (int) i;
    }
}

/* Rows whose amount is the length in @column at the rate of their class. */
static guint
count_explained (const FoundCheck *check, guint column)
{
  const int amount = check->amount[YL_FOUND_ALL_CLASSES];
  guint n = 0;
  for (guint row = 0; row < check->table->rows->len && amount >= 0; row++)
    {
      const guint8 rate = found_check_row (check, row)->rate;
      const YlFoundValue *length = found_check_value (check, row, column);
      YlMoney money = { 0 };
      if (rate != YL_FOUND_ALL_CLASSES && check->rates->has_rate[rate] && length->is_known
          && yl_money_for_length ((YlLength){ length->units }, check->rates->rate[rate], &money)
          && money.fen != 0 && money.fen == found_check_value (check, row, (guint) amount)->units)
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
      const YlFoundColumn *column = found_check_column (check, i);
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
  find_columns (check);
  choose_length (check);
  for (guint i = 0; i < n_columns; i++)
    check->steps[i] = yl_found_table_get_step (table, i);
  for (guint row = 0; row < table->rows->len; row++)
    for (guint i = 0; i < n_columns; i++)
      {
        const YlFoundValue *value = found_check_value (check, row, i);
        *found_check_cell (check, row, i) =
            (FoundCell){ value->is_known ? value->units : 0, FOUND_NO_CODE, FALSE, FALSE };
      }
}

void
found_check_clear (FoundCheck *check)
{
  g_clear_pointer (&check->steps, g_free);
  g_clear_pointer (&check->cells, g_free);
  g_clear_pointer (&check->deviations, g_array_unref);
}

const char *
found_find_gainer (const YlFoundRow *row, gint64 stake_fen)
{
  if (stake_fen < 0)
    return YL_COUNTY_TREASURY;
  return row->township[0] != '\0' ? row->township : row->label;
}

void
found_report (
    const FoundCheck *check, guint row, guint column, YlFinding finding, const gint64 *stake_fen)
{
  const YlFoundRow *found = found_check_row (check, row);
  g_autofree char *cell = yl_cell_to_text (found->row, found_check_column (check, column)->column);
  const gboolean has_own = finding.code == YL_C01 || finding.code == YL_A03;
  if (!has_own || finding.severity == YL_SEVERITY_ERROR)
    finding.severity = yl_code_get_severity (finding.code);
  finding.file = check->file;
  finding.sheet = check->table->sheet;
  finding.row = found->row;
  finding.column = found_check_column (check, column)->head;
  finding.cell = cell;
  finding.is_priced = stake_fen != NULL;
  if (stake_fen != NULL)
    finding.at_stake = (YlMoney){ *stake_fen };
  if (stake_fen != NULL && *stake_fen != 0 && finding.gainer == NULL)
    finding.gainer = found_find_gainer (found, *stake_fen);
  yl_findings_add (check->audit->findings, &finding);
  found_check_cell (check, row, column)->code = (guint8) finding.code;
}

gboolean
found_price (const FoundCheck *check, guint row, guint column, gint64 difference, gint64 *out_fen)
{
  const YlFoundColumn *found = found_check_column (check, column);
  const guint8 rate =
      found->rate != YL_FOUND_ALL_CLASSES ? found->rate : found_check_row (check, row)->rate;
  YlMoney money = { difference };
  if (found->meaning == YL_FOUND_LISTED
      || (found->meaning == YL_FOUND_LENGTH
          && (rate == YL_FOUND_ALL_CLASSES || !check->rates->has_rate[rate]
              || !yl_money_for_length ((YlLength){ difference }, check->rates->rate[rate],
                                       &money))))
    return FALSE;
  *out_fen = found->meaning == YL_FOUND_COUNT ? 0 : money.fen;
  return TRUE;
}

void
found_report_difference (const FoundCheck *check,
                         guint row,
                         guint column,
                         const FoundDifference *difference,
                         const gint64 *stake_fen)
{
  const YlFoundColumn *head = found_check_column (check, column);
  const YlFoundValue *value = found_check_value (check, row, column);
  const char *label = found_check_row (check, row)->label;
  const gint64 more = difference->stated - difference->expected;
  g_autofree char *seen = found_to_text (head, difference->stated);
  g_autofree char *due = found_to_text (head, difference->expected);
  g_autofree char *off = found_to_text (head, ABS (more));
  g_autofree char *message = g_strdup_printf (
      "“%s”的“%s”为 %s，%s为 %s，%s %s%s", difference->who != NULL ? difference->who : label,
      head->head, difference->is_blank ? "空白" : seen, difference->from, due,
      more > 0 ? "多" : "少", off, difference->remark);
  const YlFinding finding = {
    .code = difference->code,
    .severity = difference->severity,
    .seen = value->text,
    .expected = due,
    .message = message,
  };
  found_report (check, row, column, finding, stake_fen);
}

YlFigurePlace
found_place (const FoundCheck *check, guint row, guint column, char **out_cell)
{
  const YlFoundRow *found = found_check_row (check, row);
  *out_cell = yl_cell_to_text (found->row, found_check_column (check, column)->column);
  return (YlFigurePlace){
    .file = check->file,
    .sheet = check->table->sheet,
    .row = found->row,
    .column = found_check_column (check, column)->head,
    .cell = *out_cell,
    .what = found->label,
  };
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

static gboolean
add_term (const FoundCheck *check, guint row, int column, guint rate, FoundTerm *terms, guint *n)
{
  if (column < 0)
    return TRUE;
  const YlFoundValue *value = found_check_value (check, row, (guint) column);
  /* What nobody knows to be kilometres has no price. */
  if (found_value_is_unread (value) || found_check_column (check, (guint) column)->is_open)
    return FALSE;
  if (!value->is_known)
    return TRUE;
  if (!check->rates->has_rate[rate])
    return value->units == 0;
  terms[(*n)++] = (FoundTerm){ (guint8) rate, (guint) column, value->units,
                               check->rates->rate[rate].fen_per_km };
  return TRUE;
}

/* Works, bridges and running cost are not by the kilometre, though kilometres may stand beside. */
static gboolean
is_other_money (const YlFoundRow *row)
{
  static const char *const words[] = { "大修", "中修",     "改建", "新建", "工程",
                                       "桥",   "机构运行", "人员", "保险", "路长" };
  static const char *const places[] = { "镇", "乡", "街道", "办事处", "路" };
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_has_suffix (row->label, places[i]))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (row->township_code == 0 && strstr (row->label, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

guint
found_terms (const FoundCheck *check, guint row, guint column, FoundTerm out[YL_N_RATES])
{
  const guint of_row = found_check_row (check, row)->rate;
  const guint of_column = found_check_column (check, column)->rate;
  const guint rate = of_column != YL_FOUND_ALL_CLASSES ? of_column : of_row;
  guint n = 0;
  gboolean is_whole = TRUE;
  if (!check->is_by_length || is_other_money (found_check_row (check, row)))
    return 0;
  if (rate != YL_FOUND_ALL_CLASSES)
    {
      const gboolean has_own = check->length[rate] >= 0;
      if (!has_own && of_row != rate)
        return 0;
      is_whole = add_term (check, row, check->length[has_own ? rate : YL_FOUND_ALL_CLASSES], rate,
                           out, &n);
      return is_whole ? n : 0;
    }
  for (guint i = 0; i < YL_N_RATES; i++)
    is_whole = add_term (check, row, check->length[i], i, out, &n) && is_whole;
  return is_whole ? n : 0;
}

gboolean
found_terms_price (const FoundTerm *terms, guint n, gint64 *out_fen)
{
  gint64 sum = 0;
  for (guint i = 0; i < n; i++)
    {
      YlMoney money = { 0 };
      if (!yl_money_for_length ((YlLength){ terms[i].length_m },
                                (YlRate){ terms[i].rate_fen_per_km }, &money)
          || !found_add (&sum, money.fen))
        return FALSE;
    }
  *out_fen = sum;
  return TRUE;
}

gint64
found_tolerance (const FoundCheck *check, guint row, guint column, const FoundTerm *terms, guint n)
{
  gint64 tolerance = found_check_step (check, row, column) / 2;
  for (guint i = 0; i < n && check->is_length_rounded; i++)
    {
      YlMoney half = { 0 };
      const gint64 step = check->steps[terms[i].column];
      if (step > 1 && terms[i].length_m != 0
          && yl_money_for_length ((YlLength){ step / 2 }, (YlRate){ terms[i].rate_fen_per_km },
                                  &half))
        tolerance += half.fen;
    }
  return tolerance;
}
