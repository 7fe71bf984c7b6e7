#include "yanglu/audit/years/last-year.h"

#include "yanglu/base/money.h"
#include "yanglu/domain/sheet-names.h"

#include <string.h>

/* What the table of --last-year says. */
typedef struct
{
  YlLastYearLine *total; /* (nullable): its 合计 */
  YlMoney taken;         /* the items that were read … */
  YlMoney refused;       /* … and those that were not */
  guint n_taken;
} Table;

static void
add (YlMoney amount, YlMoney *sum)
{
  if (!yl_money_add (*sum, amount, sum))
    sum->fen = YL_MONEY_MAX_FEN;
}

static Table
look_at (const YlEntry *entry, const YlFindings *findings)
{
  Table table = { 0 };
  for (guint i = 0; i < entry->last_year->len; i++)
    {
      YlLastYearLine *line = &g_array_index (entry->last_year, YlLastYearLine, i);
      if (strcmp (line->code, "total") == 0)
        table.total = line;
      else
        add (line->amount, &table.taken);
    }
  table.n_taken = entry->last_year->len - (table.total == NULL ? 0 : 1);
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    {
      const YlFinding *finding = yl_findings_get (findings, i);
      if (finding->is_priced && (finding->code == YL_E02 || finding->code == YL_A01))
        add (finding->at_stake, &table.refused);
    }
  return table;
}

/* An amount that is said to be all of last year's budget. */
typedef struct
{
  const char *what;    /* "合计", "“单位信息”的上年预算数" */
  const char *against; /* what it is held against */
  const char *effect;
  const char *file;
  const char *sheet; /* (nullable) */
  const char *column;
  YlRowId row;
  YlMoney amount;
} Stated;

static void
report (const Stated *stated, YlMoney expected, YlMoney refused, YlFindings *findings)
{
  const YlMoney difference = { stated->amount.fen - expected.fen };
  g_autofree char *seen = yl_money_to_grouped (stated->amount);
  g_autofree char *right = yl_money_to_grouped (expected);
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ ABS (difference.fen) });
  g_autofree char *others = yl_money_to_grouped (refused);
  g_autofree char *beside =
      refused.fen == 0 ? g_strdup ("") : g_strdup_printf ("（另有没有读入的 %s 元）", others);
  g_autofree char *message = g_strdup_printf (
      "%s写 %s 元，%s为 %s 元%s，%s %s 元；%s，请核对", stated->what, seen, stated->against, right,
      beside, difference.fen > 0 ? "多" : "少", yuan, stated->effect);
  yl_findings_add (findings, &(YlFinding){ .code = YL_C01,
                                           .severity = YL_SEVERITY_ERROR,
                                           .file = stated->file,
                                           .sheet = stated->sheet,
                                           .row = stated->row,
                                           .column = stated->column,
                                           .seen = seen,
                                           .expected = right,
                                           .message = message,
                                           .at_stake = difference,
                                           .is_priced = TRUE });
}

/* Its 合计 is the sum of what was taken, or of all that was written. */
static gboolean
is_sum (const Table *table)
{
  YlMoney all = table->taken;
  add (table->refused, &all);
  return table->total->amount.fen == table->taken.fen || table->total->amount.fen == all.fen;
}

static void
check_total (const Table *table, const char *file, YlFindings *findings)
{
  if (table->total == NULL || is_sum (table) || table->taken.fen + table->refused.fen == 0)
    return;
  const Stated stated = {
    .what = "上年预算的合计",
    .against = "各项相加",
    .effect = table->n_taken > 0 ? "上年数按各项相加计算，这个合计未用" : "上年数仍按这个合计计算",
    .file = file,
    .column = "金额",
    .row = table->total->row,
    .amount = table->total->amount,
  };
  report (&stated, table->taken, table->refused, findings);
  if (table->n_taken > 0)
    table->total->amount = table->taken;
}

static void
check_unit (const YlEntry *entry, YlMoney whole, const char *entry_file, YlFindings *findings)
{
  const YlUnit *unit = &entry->unit;
  if (!unit->has_last_year || unit->last_year.fen == whole.fen)
    return;
  const Stated stated = {
    .what = "“" YL_SHEET_UNIT "”的上年预算数",
    .against = "--last-year 所给的上年预算合计",
    .effect = "上年数按 --last-year 所给的文件计算，这个数未用",
    .file = entry_file,
    .sheet = YL_SHEET_UNIT,
    .column = "上年预算数",
    .amount = unit->last_year,
  };
  report (&stated, whole, (YlMoney){ 0 }, findings);
}

void
yl_last_year_settle (YlEntry *entry, const char *file, const char *entry_file, YlFindings *findings)
{
  const Table table = look_at (entry, findings);
  if (entry->last_year->len == 0)
    return;
  check_total (&table, file, findings);
  const YlMoney whole = table.total != NULL ? table.total->amount : table.taken;
  check_unit (entry, whole, entry_file, findings);
  const YlLastYearLine line = { .code = "total", .amount = whole };
  if (table.total == NULL)
    g_array_append_val (entry->last_year, line);
}
