#include "yanglu/audit/paying/notice-rules.h"

#include "yanglu/base/keyed-hash.h"

#define WAN 10000

/* Names are guessed at among the payees of the budget and so many others; past them only the same
 * words are the same. */
#define N_OTHERS_MAX 1000

/* A comparison while its rows are found: by their words, and for what a table states as names are
 * matched. */
typedef struct
{
  const YlPayingRequest *request;
  YlComparison *comparison;
  GHashTable *by_key; /* purpose and name → row, from 1 */
  GArray *parties;    /* of YlParty, by row until the first find; "" for other purposes; borrowed */
  YlPartyList *list;  /* (nullable): of the parties; made at the first find */
} Rows;

static Rows
rows_begin (const YlPayingRequest *request, gboolean has_paid)
{
  return (Rows){
    .request = request,
    .comparison = yl_comparison_new (has_paid),
    .by_key = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL),
    .parties = g_array_new (FALSE, FALSE, sizeof (YlParty)),
  };
}

static YlComparison *
rows_end (Rows *rows)
{
  yl_arena_free_record (rows->list);
  g_array_unref (rows->parties);
  g_hash_table_unref (rows->by_key);
  return rows->comparison;
}

static gboolean
is_party_wanted (const Rows *rows)
{
  const guint n_known = rows->request->budget->figures->payees->len;
  return rows->list == NULL && rows->comparison->rows->len < n_known + N_OTHERS_MAX;
}

/* The row of exactly that name and purpose; a new one when there is none. @code: of a township; 0 */
static YlComparedRow *
get_row (Rows *rows, const char *name, guint32 code, guint purpose)
{
  YlComparison *comparison = rows->comparison;
  g_autofree char *key = g_strdup_printf ("%u %s", purpose, name);
  const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (rows->by_key, key));
  if (known != 0)
    return yl_comparison_get_row (comparison, known - 1);
  if (is_party_wanted (rows))
    {
      const YlParty party = { purpose == YL_PURPOSE_DAILY ? name : "", code };
      g_array_append_val (rows->parties, party);
    }
  yl_comparison_add_row (comparison, &(YlComparedRow){ .name = name, .purpose = purpose });
  const guint n = comparison->rows->len;
  g_hash_table_insert (rows->by_key, g_steal_pointer (&key), GUINT_TO_POINTER (n));
  return yl_comparison_get_row (comparison, n - 1);
}

/* The row that @notice means; a new one when it means none. */
static YlComparedRow *
find_row (Rows *rows, const YlNotice *notice, YlPartyMatch *out_match)
{
  *out_match = YL_PARTY_SAME;
  if (notice->purpose != YL_PURPOSE_DAILY && notice->purpose != YL_PURPOSE_UNTOLD)
    return get_row (rows, yl_purpose_get_name ((YlPurpose) notice->purpose), 0, notice->purpose);
  if (rows->list == NULL)
    rows->list =
        yl_party_list_new (rows->request->places, rows->request->county_code,
                           (const YlParty *) (gpointer) rows->parties->data, rows->parties->len);
  guint number = 0;
  *out_match = yl_party_list_find (rows->list, notice->party, &number);
  return *out_match == YL_PARTY_UNKNOWN ? get_row (rows, notice->party, 0, YL_PURPOSE_DAILY)
                                        : yl_comparison_get_row (rows->comparison, number);
}

G_STATIC_ASSERT (YL_PARTY_UNKNOWN < YL_PARTY_SAME && YL_PARTY_SAME < YL_PARTY_CODE);

static YlComparedRow *
expect (Rows *rows, const YlParty *party, guint purpose, gint64 fen)
{
  YlComparedRow *row = get_row (rows, party->name, party->code, purpose);
  row->is_expected = TRUE;
  row->expected_fen += fen;
  rows->comparison->expected_fen += fen;
  return row;
}

static YlComparedRow *
add_stated (Rows *rows, const YlNotice *notice)
{
  YlPartyMatch match;
  YlComparedRow *row = find_row (rows, notice, &match);
  if (match > YL_PARTY_SAME)
    row->written = yl_arena_keep (rows->comparison->arena, notice->party);
  row->match = MAX (row->match, match);
  row->is_stated = TRUE;
  row->stated_fen += notice->amount.fen;
  row->unit_fen += notice->unit_fen;
  row->row = row->row == 0 ? notice->row : row->row;
  rows->comparison->stated_fen += notice->amount.fen;
  return row;
}

static void
report (YlFindings *findings, const YlLedger *table, YlFinding finding, gint64 at_stake_fen)
{
  finding.severity = yl_code_get_severity (finding.code);
  finding.file = table->file;
  finding.column = finding.column == NULL ? "金额" : finding.column;
  finding.at_stake = (YlMoney){ ABS (at_stake_fen) };
  if (at_stake_fen < 0 && yl_code_get_stake (finding.code) == YL_STAKE_BY_SIGN)
    finding.stake = YL_STAKE_LESS;
  finding.is_priced = TRUE;
  yl_findings_add (findings, &finding);
}

/* C01: the parts of the table itself. */
static void
check_total (const YlLedger *table, const char *name, gint64 sum_fen, YlFindings *findings)
{
  const gint64 difference_fen = table->notice_total.fen - sum_fen;
  if (!table->has_notice_total || difference_fen == 0)
    return;
  g_autofree char *seen = yl_money_to_grouped (table->notice_total);
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ sum_fen });
  g_autofree char *message =
      g_strdup_printf ("%s合计 %s 元，各行之和是 %s 元", name, seen, expected);
  report (findings, table,
          (YlFinding){ .code = YL_C01,
                       .row = table->notice_total_row,
                       .seen = seen,
                       .expected = expected,
                       .message = message },
          difference_fen);
}

/* Whether no more than what an amount was rounded to. */
static gboolean
is_rounding (gint64 difference_fen, gint64 unit_fen)
{
  return ABS (difference_fen) * 2 <= (unit_fen > 1 ? unit_fen : 0);
}

/* Lines of one purpose, and payees of one name, are one row. */
static void
expect_budget (Rows *rows)
{
  const YlFigures *figures = rows->request->budget->figures;
  for (guint i = 0; i < figures->payees->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (figures->payees, YlShareholderLine, i);
      const YlParty party = { line->name, line->township_code };
      expect (rows, &party, YL_PURPOSE_DAILY, line->roads_fen + line->bridges_fen)->match =
          YL_PARTY_SAME;
    }
  for (guint i = 0; i < figures->demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (figures->demand, YlDemandLine, i);
      const YlParty purpose = { yl_purpose_get_name (line->purpose), 0 };
      if (line->purpose != YL_PURPOSE_DAILY && line->amount_fen != 0)
        expect (rows, &purpose, line->purpose, line->amount_fen)->match = YL_PARTY_SAME;
    }
}

static gboolean
names_nobody (const YlComparison *approval)
{
  for (guint i = 0; i < approval->rows->len; i++)
    {
      const YlComparedRow *row = yl_comparison_get_row (approval, i);
      if (row->is_expected && row->is_stated)
        return FALSE;
    }
  return TRUE;
}

YlComparison *
yl_approval_make (const YlPayingRequest *request, const YlLedger *approved)
{
  Rows rows = rows_begin (request, FALSE);
  const guint n_notices = approved == NULL ? 0 : approved->notices->len;
  expect_budget (&rows);
  for (guint i = 0; i < n_notices; i++)
    {
      YlComparedRow *row = add_stated (&rows, &g_array_index (approved->notices, YlNotice, i));
      row->match = row->is_expected ? row->match : YL_PARTY_UNKNOWN;
    }
  YlComparison *approval = rows_end (&rows);
  const gboolean has_total = approved != NULL && approved->has_notice_total;
  approval->is_pool = n_notices <= 1 && (n_notices == 1 || has_total) && names_nobody (approval);
  if (n_notices == 0 && has_total)
    approval->stated_fen = approved->notice_total.fen;
  return approval;
}

static char *
describe_difference (const YlComparedRow *row, const char *budget, const char *approved)
{
  const gint64 difference_fen = row->expected_fen - row->stated_fen;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ ABS (difference_fen) });
  if (!row->is_stated)
    return g_strdup_printf ("预算给“%s”安排 %s 元，批复表中没有", row->name, budget);
  if (!row->is_expected)
    return g_strdup_printf ("批复表给“%s” %s 元，预算没有安排", row->name, approved);
  return g_strdup_printf ("预算给“%s”安排 %s 元，批复 %s 元，%s %s 元", row->name, budget, approved,
                          difference_fen > 0 ? "多" : "少", yuan);
}

/* Whether the table tells of other purposes than daily maintenance at all. */
static gboolean
has_lines (const YlComparison *approval)
{
  for (guint i = 0; i < approval->rows->len; i++)
    {
      const YlComparedRow *row = yl_comparison_get_row (approval, i);
      if (row->is_stated && row->purpose != YL_PURPOSE_DAILY)
        return TRUE;
    }
  return FALSE;
}

static void
check_approved_row (const YlComparedRow *row, const YlLedger *table, YlFindings *findings)
{
  const gint64 difference_fen = row->expected_fen - row->stated_fen;
  if (is_rounding (difference_fen, row->unit_fen) || (difference_fen == 0 && !row->is_stated))
    return;
  g_autofree char *budget = yl_money_to_grouped ((YlMoney){ row->expected_fen });
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ row->stated_fen });
  g_autofree char *message = describe_difference (row, budget, approved);
  report (findings, table,
          (YlFinding){ .code = YL_C10,
                       .row = row->row,
                       .seen = budget,
                       .expected = approved,
                       .gainer = difference_fen > 0 ? row->name : NULL,
                       .message = message },
          difference_fen);
}

/* What the sum may be of: the payees, or with the other lines where it says no purpose. */
static gint64
get_pooled (const YlComparison *approval, gboolean is_untold)
{
  gint64 payees_fen = 0;
  for (guint i = 0; i < approval->rows->len; i++)
    if (yl_comparison_get_row (approval, i)->purpose == YL_PURPOSE_DAILY)
      payees_fen += yl_comparison_get_row (approval, i)->expected_fen;
  const gint64 payees_off_fen = ABS (payees_fen - approval->stated_fen);
  const gint64 all_off_fen = ABS (approval->expected_fen - approval->stated_fen);
  return is_untold && all_off_fen < payees_off_fen ? approval->expected_fen : payees_fen;
}

/* C08 */
static void
check_pool (const YlComparison *approval, const YlLedger *approved, YlFindings *findings)
{
  const YlNotice only_total = { .purpose = YL_PURPOSE_UNTOLD, .row = approved->notice_total_row };
  const YlNotice *notice =
      approved->notices->len == 0 ? &only_total : &g_array_index (approved->notices, YlNotice, 0);
  const gint64 pooled_fen = get_pooled (approval, notice->purpose == YL_PURPOSE_UNTOLD);
  const gint64 difference_fen = pooled_fen - approval->stated_fen;
  if (is_rounding (difference_fen, notice->unit_fen))
    return;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ pooled_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ approval->stated_fen });
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ ABS (difference_fen) });
  g_autofree char *message =
      g_strdup_printf ("预算各项分配合计 %s 元，批复总额 %s 元，%s %s 元", seen, expected,
                       difference_fen > 0 ? "多分" : "少分", yuan);
  report (findings, approved,
          (YlFinding){ .code = YL_C08,
                       .row = notice->row,
                       .seen = seen,
                       .expected = expected,
                       .message = message },
          difference_fen);
}

void
yl_approval_check (const YlComparison *approval, const YlLedger *approved, YlFindings *findings)
{
  const gboolean is_whole = has_lines (approval);
  if (approval->is_pool)
    check_pool (approval, approved, findings);
  for (guint i = 0; !approval->is_pool && i < approval->rows->len; i++)
    if (is_whole || yl_comparison_get_row (approval, i)->purpose == YL_PURPOSE_DAILY)
      check_approved_row (yl_comparison_get_row (approval, i), approved, findings);
  check_total (approved, "批复表", approval->stated_fen, findings);
}

/* Whether the published amount is @fen, rounded to what it is shown in. */
static gboolean
is_rounded (const YlComparedRow *row, gint64 fen)
{
  return is_rounding (row->stated_fen - fen, row->unit_fen);
}

/* Ten thousand times @fen, or its ten-thousandth part. */
static gboolean
is_unit_error (const YlComparedRow *row, gint64 fen)
{
  gint64 larger = 0;
  if (fen == 0 || row->stated_fen == 0)
    return FALSE;
  if (!__builtin_mul_overflow (fen, WAN, &larger) && row->stated_fen == larger)
    return TRUE;
  return !__builtin_mul_overflow (row->stated_fen, WAN, &larger)
         && ABS (larger - fen) * 2 <= MAX (row->unit_fen, 1) * WAN;
}

static void
add_paid (Rows *rows, const YlPaying *paying)
{
  const GArray *payees = rows->request->budget->figures->payees;
  for (guint i = 0; i < paying->payees->len; i++)
    {
      const YlPayeePaying *payee = yl_paying_get_payee (paying, i);
      const guint32 code =
          i < payees->len ? g_array_index (payees, YlShareholderLine, i).township_code : 0;
      get_row (rows, payee->name, code, payee->purpose)->paid_fen +=
          payee->paid_fen + payee->carried_fen;
    }
}

/* @is_budget: the budget's own payees and lines are what was approved, where no table says it. */
static void
expect_approved (Rows *rows, const YlComparison *approval, gboolean is_budget)
{
  for (guint i = 0; i < approval->rows->len; i++)
    {
      const YlComparedRow *row = yl_comparison_get_row (approval, i);
      const YlParty party = { row->name, 0 };
      if (is_budget || row->is_stated)
        expect (rows, &party, row->purpose, is_budget ? row->expected_fen : row->stated_fen);
    }
}

/* The first that holds of: as approved, as paid, either in the wrong unit. */
static YlThreeVerdict
judge (const YlComparison *tables, const YlComparedRow *row)
{
  if (!row->is_stated)
    return YL_THREE_NOT_PUBLISHED;
  if (is_rounded (row, row->expected_fen))
    return YL_THREE_AS_APPROVED;
  if (tables->has_paid && is_rounded (row, row->paid_fen))
    return YL_THREE_AS_PAID;
  if (is_unit_error (row, row->expected_fen)
      || (tables->has_paid && is_unit_error (row, row->paid_fen)))
    return YL_THREE_WRONG_UNIT;
  return YL_THREE_DIFFERENT;
}

/* What the published amount should be where it is neither as approved nor as paid. */
static gint64
get_expected (const YlComparison *tables, const YlComparedRow *row)
{
  const gboolean is_of_paid = tables->has_paid && row->verdict == YL_THREE_WRONG_UNIT
                              && !is_unit_error (row, row->expected_fen);
  return is_of_paid ? row->paid_fen : row->expected_fen;
}

static void
add_published_step (YlComparison *tables, guint index, gint64 *rounding_fen)
{
  const YlComparedRow *row = yl_comparison_get_row (tables, index);
  const gint64 from_fen = tables->has_paid ? row->paid_fen : row->expected_fen;
  const gint64 difference_fen = row->stated_fen - from_fen;
  const char *why = row->stated_fen > from_fen ? "多公开" : "少公开";
  if (difference_fen == 0)
    return;
  if (row->is_stated && is_rounded (row, from_fen))
    {
      *rounding_fen += difference_fen;
      return;
    }
  if (!row->is_stated)
    why = "没有公开";
  else if (row->verdict == YL_THREE_WRONG_UNIT)
    why = "元与万元混淆";
  else if (from_fen == 0 && !row->is_expected)
    why = "只在公开表中";
  g_autofree char *step = g_strdup_printf ("%s：%s", row->name, why);
  yl_comparison_add_step (tables, tables->to_stated, step, index, difference_fen);
}

static void
add_steps (YlComparison *tables)
{
  gint64 rounding_fen = 0;
  for (guint i = 0; i < tables->rows->len; i++)
    {
      YlComparedRow *row = yl_comparison_get_row (tables, i);
      const gint64 paid_more_fen = row->paid_fen - row->expected_fen;
      row->verdict = judge (tables, row);
      tables->paid_fen += row->paid_fen;
      if (tables->has_paid && paid_more_fen != 0)
        {
          const char *why = !row->is_expected ? "批复中没有" : paid_more_fen > 0 ? "多付" : "未付";
          g_autofree char *step = g_strdup_printf ("%s：%s", row->name, why);
          yl_comparison_add_step (tables, tables->to_paid, step, i, paid_more_fen);
        }
      add_published_step (tables, i, &rounding_fen);
    }
  if (rounding_fen != 0)
    yl_comparison_add_step (tables, tables->to_stated, "尾差", YL_STEP_OF_MANY, rounding_fen);
}

YlComparison *
yl_three_tables_make (const YlPayingRequest *request,
                      const YlPaying *paying,
                      gboolean has_paid,
                      const YlComparison *approval,
                      const YlLedger *published)
{
  Rows rows = rows_begin (request, has_paid);
  g_autoptr (YlComparison) budget = approval == NULL ? yl_approval_make (request, NULL) : NULL;
  add_paid (&rows, paying);
  expect_approved (&rows, approval == NULL ? budget : approval, approval == NULL);
  for (guint i = 0; i < published->notices->len; i++)
    add_stated (&rows, &g_array_index (published->notices, YlNotice, i));
  YlComparison *tables = rows_end (&rows);
  add_steps (tables);
  return tables;
}

/* D04 */
static void
report_unpublished (const YlComparedRow *row, const YlLedger *published, YlFindings *findings)
{
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ row->expected_fen });
  g_autofree char *message =
      g_strdup_printf ("“%s”批复 %s 元，公开表中没有；请补充公开", row->name, approved);
  report (
      findings, published,
      (YlFinding){ .code = YL_D04, .column = "对象", .expected = row->name, .message = message },
      0);
}

/* C03 and C10 */
static void
report_difference (const YlComparison *tables,
                   const YlComparedRow *row,
                   const YlLedger *published,
                   YlFindings *findings)
{
  const gint64 expected_fen = get_expected (tables, row);
  const gboolean is_unit = row->verdict == YL_THREE_WRONG_UNIT;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ row->stated_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ expected_fen });
  g_autofree char *message =
      g_strdup_printf ("“%s”公开 %s 元，%s %s 元%s", row->name, seen,
                       row->is_expected ? "批复" : "批复中没有，即", expected,
                       is_unit            ? "，正好相差一万倍，是元与万元混淆"
                       : tables->has_paid ? "，也不是执行数"
                                          : "");
  report (findings, published,
          (YlFinding){ .code = is_unit ? YL_C03 : YL_C10,
                       .row = row->row,
                       .seen = seen,
                       .expected = expected,
                       .message = message },
          row->stated_fen - expected_fen);
}

/* D04: told once for all rows without a day. */
static void
check_days (const YlLedger *published, YlFindings *findings)
{
  guint n = 0;
  YlRowId row = 0;
  for (guint i = 0; i < published->notices->len; i++)
    {
      const YlNotice *notice = &g_array_index (published->notices, YlNotice, i);
      if (notice->date.yyyymmdd != 0)
        continue;
      row = n++ == 0 ? notice->row : row;
    }
  if (n == 0)
    return;
  g_autofree char *message = g_strdup_printf ("公开表有 %u 行没有公开日期（从第 %" YL_ROW_ID_FORMAT
                                              " 行起），不能证明已经公开；请补填",
                                              n, row);
  report (findings, published,
          (YlFinding){ .code = YL_D04, .row = row, .column = "公开日期", .message = message }, 0);
}

void
yl_three_tables_check (const YlComparison *tables, const YlLedger *published, YlFindings *findings)
{
  for (guint i = 0; i < tables->rows->len; i++)
    {
      const YlComparedRow *row = yl_comparison_get_row (tables, i);
      if (row->verdict == YL_THREE_WRONG_UNIT || row->verdict == YL_THREE_DIFFERENT)
        report_difference (tables, row, published, findings);
      else if (row->verdict == YL_THREE_NOT_PUBLISHED && row->expected_fen != 0)
        report_unpublished (row, published, findings);
    }
  check_total (published, YL_LIST_NOTICE, tables->stated_fen, findings);
  check_days (published, findings);
}
