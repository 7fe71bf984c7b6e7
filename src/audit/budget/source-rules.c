#include "rules-private.h"

#include "yanglu/audit/budget/funding-rules.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/domain/account.h"

/* @finding in @column of the row of @source. */
static void
report_source (const BudgetCheck *check,
               const YlSource *source,
               const char *column,
               YlFinding finding,
               gint64 at_stake_fen)
{
  YlFigurePlace place = check->sources;
  place.row = source->row;
  place.column = column;
  yl_figure_report (&place, finding, &(YlMoney){ at_stake_fen }, check->findings);
}

/* The fund that @source must be by its account, its kind or its level. */
static gboolean
find_true_fund (const YlSource *source, YlFund *out_fund, const char **out_why)
{
  if (source->level == YL_PAYER_SOCIAL)
    {
      *out_fund = YL_FUND_SOCIAL;
      *out_why = "来源层级为社会";
      return TRUE;
    }
  if (yl_fund_find_of_account (source->account, 0, out_fund))
    {
      *out_why = "科目编码";
      return TRUE;
    }
  *out_fund = YL_FUND_GOVERNMENT;
  *out_why = "土地出让资金";
  return source->kind == YL_KIND_LAND;
}

/* B06 */
void
yl_source_check_fund (const BudgetCheck *check, const YlSource *source)
{
  YlFund fund;
  const char *why;
  if (!find_true_fund (source, &fund, &why) || fund == source->fund)
    return;
  const char *seen = yl_fund_get_name (source->fund);
  const char *expected = yl_fund_get_name (fund);
  g_autofree char *yuan = yl_money_to_grouped (source->amount);
  g_autofree char *message = g_strdup_printf (
      "资金“%s”：资金性质填“%s”，但%s属“%s”，%s 元混在一起；请改正资金性质或科目编码", source->name,
      seen, why, expected, yuan);
  report_source (
      check, source, "资金性质",
      (YlFinding){ .code = YL_B06, .seen = seen, .expected = expected, .message = message },
      source->amount.fen);
}

/* B07; a blank account was not stated at all. */
void
yl_source_check_account (const BudgetCheck *check, const YlSource *source)
{
  YlFund fund;
  if (source->account[0] == '\0'
      || yl_fund_find_of_account (source->account, check->figures->year, &fund))
    return;
  g_autofree char *message =
      g_strdup_printf ("资金“%s”：科目编码“%s”不在常用科目之中；请与当年《政府收支分类科目》核对",
                       source->name, source->account);
  report_source (check, source, "科目编码",
                 (YlFinding){ .code = YL_B07, .seen = source->account, .message = message }, 0);
}

/* B12 */
void
yl_source_check_fuel_tax (const BudgetCheck *check, const YlSource *source)
{
  const gboolean is_upkeep =
      source->purpose == YL_PURPOSE_STAFF || source->purpose == YL_PURPOSE_RUNNING;
  const gint64 from_year = yl_rule_set_get_limit (check->rules, YL_B12, YL_LIMIT_FROM_YEAR);
  const gboolean is_barred = source->purpose == YL_PURPOSE_CONSTRUCTION
                             || (is_upkeep && check->figures->year >= from_year);
  if (source->kind != YL_KIND_FUEL_TAX || !is_barred)
    return;
  const char *seen = yl_purpose_get_name (source->purpose);
  g_autofree char *yuan = yl_money_to_grouped (source->amount);
  g_autofree char *upkeep =
      g_strdup_printf ("自 %" G_GINT64_FORMAT " 年起不得用于机构运行和人员支出", from_year);
  g_autofree char *message =
      g_strdup_printf ("资金“%s”：成品油税费改革资金 %s 元用于“%s”；该资金%s，请改用其他资金",
                       source->name, yuan, seen, is_upkeep ? upkeep : "不得用于新建公路");
  report_source (
      check, source, "用途",
      (YlFinding){ .code = YL_B12, .seen = seen, .expected = "养护", .message = message },
      source->amount.fen);
}

/* B13: borrowed money is for capital works alone. */
void
yl_source_check_borrowed (const BudgetCheck *check, const YlSource *source)
{
  const gboolean is_recurrent =
      source->purpose == YL_PURPOSE_DAILY || source->purpose == YL_PURPOSE_RUNNING
      || source->purpose == YL_PURPOSE_STAFF || source->purpose == YL_PURPOSE_ROAD_CHIEF
      || source->purpose == YL_PURPOSE_INSURANCE;
  if ((source->kind != YL_KIND_BOND && source->kind != YL_KIND_SPECIAL_BOND) || !is_recurrent)
    return;
  const char *seen = yl_purpose_get_name (source->purpose);
  g_autofree char *yuan = yl_money_to_grouped (source->amount);
  g_autofree char *message = g_strdup_printf (
      "资金“%s”：%s资金 %s 元用于“%s”；举借的债务只能用于公益性资本支出，不得用于经常性支出，"
      "请改用其他资金",
      source->name, yl_source_kind_get_name (source->kind), yuan, seen);
  report_source (
      check, source, "用途",
      (YlFinding){ .code = YL_B13, .seen = seen, .expected = "资本支出", .message = message },
      source->amount.fen);
}

/* B14 */
void
yl_source_check_vehicle_tax (const BudgetCheck *check, const YlSource *source)
{
  if (source->kind != YL_KIND_VEHICLE_TAX || source->purpose == YL_PURPOSE_CONSTRUCTION)
    return;
  const char *seen = yl_purpose_get_name (source->purpose);
  const char *expected = yl_purpose_get_name (YL_PURPOSE_CONSTRUCTION);
  g_autofree char *yuan = yl_money_to_grouped (source->amount);
  g_autofree char *message = g_strdup_printf (
      "资金“%s”：车购税资金 %s 元用于“%s”；车购税补助资金应全部用于建设工程，请改用其他资金",
      source->name, yuan, seen);
  report_source (
      check, source, "用途",
      (YlFinding){ .code = YL_B14, .seen = seen, .expected = expected, .message = message },
      source->amount.fen);
}

/* B11: a source for daily maintenance that by its name or account is of something else. */
void
yl_source_check_running (const BudgetCheck *check, const YlSource *source)
{
  if (source->purpose != YL_PURPOSE_DAILY || !yl_funding_is_running (source->name, source->account))
    return;
  g_autofree char *yuan = yl_money_to_grouped (source->amount);
  g_autofree char *message = g_strdup_printf (
      "资金“%s”%s 元用途填“日常养护”，但按名称或科目属机构运行、人员支出，不能列在每公里养护"
      "资金内；请改正用途，另列机构运行或人员",
      source->name, yuan);
  report_source (check, source, "用途",
                 (YlFinding){
                     .code = YL_B11,
                     .seen = yl_purpose_get_name (YL_PURPOSE_DAILY),
                     .expected = yl_purpose_get_name (YL_PURPOSE_RUNNING),
                     .message = message,
                 },
                 source->amount.fen);
}

/* Who gets it: what tells two grants of one document and the same sum apart. */
static const char *
get_receiver (const YlSource *source)
{
  return source->payee == NULL || source->payee[0] == '\0' ? source->name : source->payee;
}

/* A grant without a document may be another, whatever else is alike. */
static void
report_twice (const BudgetCheck *check,
              const YlSource *first,
              const YlSource *again,
              gboolean is_same)
{
  const gboolean has_document = again->document[0] != '\0';
  g_autofree char *yuan = yl_money_to_grouped (again->amount);
  g_autofree char *message = g_strdup_printf (
      "资金“%s”%s 元与第 %" YL_ROW_ID_FORMAT " 行“%s”的层级、文号和金额相同%s；两笔都已计入，%s",
      again->name, yuan, first->row, first->name, is_same ? "，用途和名称（或对象）也相同" : "",
      is_same ? "如是同一笔请删去一行" : "请核对是否重复");
  yl_findings_add (check->findings, &(YlFinding){
                                        .code = YL_C01,
                                        .severity = is_same && has_document ? YL_SEVERITY_ERROR
                                                                            : YL_SEVERITY_WARNING,
                                        .file = check->sources.file,
                                        .sheet = check->sources.sheet,
                                        .row = again->row,
                                        .column = "金额",
                                        .seen = yuan,
                                        .message = message,
                                        .at_stake = again->amount,
                                        .is_priced = TRUE,
                                    });
}

/* The first source of @key; @source itself when nobody stood there before. */
static const YlSource *
find_first (GHashTable *firsts, char *key, const YlSource *source)
{
  const YlSource *first = g_hash_table_lookup (firsts, key);
  if (first != NULL)
    {
      g_free (key);
      return first;
    }
  g_hash_table_insert (firsts, key, (gpointer) source);
  return source;
}

void
yl_sources_check_twice (const BudgetCheck *check)
{
  const GArray *sources = check->entry->sources;
  g_autoptr (GHashTable) firsts =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      if (source->amount.fen == 0)
        continue;
      g_autofree char *grant = g_strdup_printf ("%u %" G_GINT64_FORMAT " %s", source->level,
                                                source->amount.fen, source->document);
      const YlSource *same = find_first (
          firsts, g_strdup_printf ("%s\n%u %s", grant, source->purpose, get_receiver (source)),
          source);
      const YlSource *alike = find_first (firsts, g_strdup (grant), source);
      if (same != source)
        report_twice (check, same, source, TRUE);
      else if (alike != source && source->document[0] != '\0')
        report_twice (check, alike, source, FALSE);
    }
}
