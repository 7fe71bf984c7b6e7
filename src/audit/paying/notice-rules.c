#include "yanglu/audit/paying/notice-rules.h"

#define WAN 10000

/* Names are guessed at among the payees of the budget and so many others; past them only the same
 * words are the same. */
#define N_OTHERS_MAX 1000

/* Rows of payees and purposes that the rows of a published or approved table are matched to; what
 * stands in them is kept elsewhere by their numbers, which count from 0 as they are added. */
typedef struct
{
  const YlPayingRequest *request;
  GHashTable *by_key; /* purpose and name → row, from 1 */
  GArray *parties;    /* of YlParty, by row until the first find; "" for other purposes; borrowed */
  YlPartyList *list;  /* (nullable): of the parties; made at the first find */
  guint n;
} Rows;

static Rows
rows_begin (const YlPayingRequest *request)
{
  return (Rows){
    .request = request,
    .by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL),
    .parties = g_array_new (FALSE, FALSE, sizeof (YlParty)),
  };
}

static void
rows_end (Rows *rows)
{
  yl_arena_free_record (rows->list);
  g_array_unref (rows->parties);
  g_hash_table_unref (rows->by_key);
}

static gboolean
is_party_wanted (const Rows *rows)
{
  const guint n_known = rows->request->budget->figures->payees->len;
  return rows->list == NULL && rows->n < n_known + N_OTHERS_MAX;
}

/* The row of exactly that name and purpose; a new one when there is none. @code: of a township; 0 */
static guint
get_number (Rows *rows, const char *name, guint32 code, guint purpose)
{
  g_autofree char *key = g_strdup_printf ("%u %s", purpose, name);
  const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (rows->by_key, key));
  if (known != 0)
    return known - 1;
  if (is_party_wanted (rows))
    {
      const YlParty party = { purpose == YL_PURPOSE_DAILY ? name : "", code };
      g_array_append_val (rows->parties, party);
    }
  g_hash_table_insert (rows->by_key, g_steal_pointer (&key), GUINT_TO_POINTER (rows->n + 1));
  return rows->n++;
}

/* What a row of a table means. */
typedef struct
{
  guint number;
  const char *name; /* what a new row is called */
  guint purpose;
  YlPartyMatch match;
} Meaning;

/* The row that @notice means; a new one when it means none. */
static Meaning
find_meaning (Rows *rows, const YlNotice *notice)
{
  if (notice->purpose != YL_PURPOSE_DAILY && notice->purpose != YL_PURPOSE_UNTOLD)
    {
      const char *name = yl_purpose_get_name ((YlPurpose) notice->purpose);
      const guint number = get_number (rows, name, 0, notice->purpose);
      return (Meaning){ number, name, notice->purpose, YL_PARTY_SAME };
    }
  if (rows->list == NULL)
    rows->list =
        yl_party_list_new (rows->request->places, rows->request->county_code,
                           (const YlParty *) (gpointer) rows->parties->data, rows->parties->len);
  Meaning meaning = { 0, notice->party, YL_PURPOSE_DAILY, YL_PARTY_UNKNOWN };
  meaning.match = yl_party_list_find (rows->list, notice->party, &meaning.number);
  if (meaning.match == YL_PARTY_UNKNOWN)
    meaning.number = get_number (rows, notice->party, 0, YL_PURPOSE_DAILY);
  return meaning;
}

G_STATIC_ASSERT (YL_PARTY_UNKNOWN < YL_PARTY_SAME && YL_PARTY_SAME < YL_PARTY_CODE);

static void
report (YlFindings *findings, const YlLedger *table, YlFinding finding, gint64 at_stake_fen)
{
  finding.severity = yl_code_get_severity (finding.code);
  finding.file = table->file;
  finding.column = finding.column == NULL ? "金额" : finding.column;
  finding.at_stake = (YlMoney){ ABS (at_stake_fen) };
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
add_budgeted (YlApproval *approval, Rows *rows, const YlParty *party, guint purpose, gint64 fen)
{
  const guint number = get_number (rows, party->name, party->code, purpose);
  if (number == approval->rows->len)
    yl_approval_add_row (approval, &(YlApprovedRow){ .name = party->name,
                                                     .match = YL_PARTY_SAME,
                                                     .purpose = purpose,
                                                     .is_budgeted = TRUE });
  yl_approval_get_row (approval, number)->budget_fen += fen;
  approval->budget_fen += fen;
}

static void
add_budget (YlApproval *approval, Rows *rows, const YlBudget *budget)
{
  const YlFigures *figures = budget->figures;
  for (guint i = 0; i < figures->payees->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (figures->payees, YlShareholderLine, i);
      const YlParty party = { line->name, line->township_code };
      add_budgeted (approval, rows, &party, YL_PURPOSE_DAILY, line->roads_fen + line->bridges_fen);
    }
  for (guint i = 0; i < figures->demand->len; i++)
    {
      const YlDemandLine *line = &g_array_index (figures->demand, YlDemandLine, i);
      const YlParty purpose = { yl_purpose_get_name (line->purpose), 0 };
      if (line->purpose != YL_PURPOSE_DAILY && line->amount_fen != 0)
        add_budgeted (approval, rows, &purpose, line->purpose, line->amount_fen);
    }
}

static void
add_approved (YlApproval *approval, Rows *rows, const YlNotice *notice)
{
  const Meaning meaning = find_meaning (rows, notice);
  if (meaning.number == approval->rows->len)
    yl_approval_add_row (approval, &(YlApprovedRow){ .name = meaning.name,
                                                     .match = YL_PARTY_UNKNOWN,
                                                     .purpose = meaning.purpose });
  YlApprovedRow *row = yl_approval_get_row (approval, meaning.number);
  if (meaning.match > YL_PARTY_SAME)
    {
      row->written = yl_arena_keep (approval->arena, notice->party);
      row->match = MAX (row->match, meaning.match);
    }
  row->is_approved = TRUE;
  row->approved_fen += notice->amount.fen;
  row->unit_fen += notice->unit_fen;
  row->row = row->row == 0 ? notice->row : row->row;
  approval->approved_fen += notice->amount.fen;
}

static gboolean
names_nobody (const YlApproval *approval)
{
  for (guint i = 0; i < approval->rows->len; i++)
    {
      const YlApprovedRow *row = yl_approval_get_row (approval, i);
      if (row->is_budgeted && row->is_approved)
        return FALSE;
    }
  return TRUE;
}

YlApproval *
yl_approval_make (const YlPayingRequest *request, const YlLedger *approved)
{
  YlApproval *approval = yl_approval_new ();
  Rows rows = rows_begin (request);
  const guint n_notices = approved == NULL ? 0 : approved->notices->len;
  add_budget (approval, &rows, request->budget);
  for (guint i = 0; i < n_notices; i++)
    add_approved (approval, &rows, &g_array_index (approved->notices, YlNotice, i));
  rows_end (&rows);
  const gboolean has_total = approved != NULL && approved->has_notice_total;
  approval->is_pool = n_notices <= 1 && (n_notices == 1 || has_total) && names_nobody (approval);
  if (n_notices == 0 && has_total)
    approval->approved_fen = approved->notice_total.fen;
  return approval;
}

static char *
describe_difference (const YlApprovedRow *row, const char *budget, const char *approved)
{
  const gint64 difference_fen = row->budget_fen - row->approved_fen;
  g_autofree char *yuan = yl_money_to_grouped ((YlMoney){ ABS (difference_fen) });
  if (!row->is_approved)
    return g_strdup_printf ("预算给“%s”安排 %s 元，批复表中没有", row->name, budget);
  if (!row->is_budgeted)
    return g_strdup_printf ("批复表给“%s” %s 元，预算没有安排", row->name, approved);
  return g_strdup_printf ("预算给“%s”安排 %s 元，批复 %s 元，%s %s 元", row->name, budget, approved,
                          difference_fen > 0 ? "多" : "少", yuan);
}

/* Whether the table tells of other purposes than daily maintenance at all. */
static gboolean
has_lines (const YlApproval *approval)
{
  for (guint i = 0; i < approval->rows->len; i++)
    {
      const YlApprovedRow *row = yl_approval_get_row (approval, i);
      if (row->is_approved && row->purpose != YL_PURPOSE_DAILY)
        return TRUE;
    }
  return FALSE;
}

static void
check_approved_row (const YlApprovedRow *row, const YlLedger *table, YlFindings *findings)
{
  const gint64 difference_fen = row->budget_fen - row->approved_fen;
  if (is_rounding (difference_fen, row->unit_fen) || (difference_fen == 0 && !row->is_approved))
    return;
  g_autofree char *budget = yl_money_to_grouped ((YlMoney){ row->budget_fen });
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ row->approved_fen });
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
get_pooled (const YlApproval *approval, gboolean is_untold)
{
  gint64 payees_fen = 0;
  for (guint i = 0; i < approval->rows->len; i++)
    if (yl_approval_get_row (approval, i)->purpose == YL_PURPOSE_DAILY)
      payees_fen += yl_approval_get_row (approval, i)->budget_fen;
  const gint64 payees_off_fen = ABS (payees_fen - approval->approved_fen);
  const gint64 all_off_fen = ABS (approval->budget_fen - approval->approved_fen);
  return is_untold && all_off_fen < payees_off_fen ? approval->budget_fen : payees_fen;
}

/* C08 */
static void
check_pool (const YlApproval *approval, const YlLedger *approved, YlFindings *findings)
{
  const YlNotice only_total = { .purpose = YL_PURPOSE_UNTOLD, .row = approved->notice_total_row };
  const YlNotice *notice =
      approved->notices->len == 0 ? &only_total : &g_array_index (approved->notices, YlNotice, 0);
  const gint64 pooled_fen = get_pooled (approval, notice->purpose == YL_PURPOSE_UNTOLD);
  const gint64 difference_fen = pooled_fen - approval->approved_fen;
  if (is_rounding (difference_fen, notice->unit_fen))
    return;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ pooled_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ approval->approved_fen });
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
yl_approval_check (const YlApproval *approval, const YlLedger *approved, YlFindings *findings)
{
  const gboolean is_whole = has_lines (approval);
  if (approval->is_pool)
    check_pool (approval, approved, findings);
  for (guint i = 0; !approval->is_pool && i < approval->rows->len; i++)
    if (is_whole || yl_approval_get_row (approval, i)->purpose == YL_PURPOSE_DAILY)
      check_approved_row (yl_approval_get_row (approval, i), approved, findings);
  check_total (approved, "批复表", approval->approved_fen, findings);
}

/* Whether the published amount is @fen, rounded to what it is shown in. */
static gboolean
is_rounded (const YlThreeRow *row, gint64 fen)
{
  return is_rounding (row->published_fen - fen, row->unit_fen);
}

/* Ten thousand times @fen, or its ten-thousandth part. */
static gboolean
is_unit_error (const YlThreeRow *row, gint64 fen)
{
  gint64 larger = 0;
  if (fen == 0 || row->published_fen == 0)
    return FALSE;
  if (!__builtin_mul_overflow (fen, WAN, &larger) && row->published_fen == larger)
    return TRUE;
  return !__builtin_mul_overflow (row->published_fen, WAN, &larger)
         && ABS (larger - fen) * 2 <= MAX (row->unit_fen, 1) * WAN;
}

static YlThreeRow *
get_row (YlThreeTables *tables, Rows *rows, const YlParty *party, guint purpose)
{
  const guint number = get_number (rows, party->name, party->code, purpose);
  if (number == tables->rows->len)
    yl_three_tables_add_row (tables, &(YlThreeRow){ .name = party->name, .purpose = purpose });
  return yl_three_tables_get_row (tables, number);
}

static void
add_paid (YlThreeTables *tables, Rows *rows, const YlPaying *paying)
{
  const GArray *payees = rows->request->budget->figures->payees;
  for (guint i = 0; i < paying->payees->len; i++)
    {
      const YlPayeePaying *payee = yl_paying_get_payee (paying, i);
      const guint32 code =
          i < payees->len ? g_array_index (payees, YlShareholderLine, i).township_code : 0;
      const YlParty party = { payee->name, code };
      get_row (tables, rows, &party, payee->purpose)->paid_fen +=
          payee->paid_fen + payee->carried_fen;
    }
}

/* @is_budget: the budget's own payees and lines are what was approved, where no table says it. */
static void
approve (YlThreeTables *tables, Rows *rows, const YlApproval *approval, gboolean is_budget)
{
  for (guint i = 0; i < approval->rows->len; i++)
    {
      const YlApprovedRow *approved = yl_approval_get_row (approval, i);
      const YlParty party = { approved->name, 0 };
      if (!is_budget && !approved->is_approved)
        continue;
      YlThreeRow *row = get_row (tables, rows, &party, approved->purpose);
      row->is_approved = TRUE;
      row->approved_fen += is_budget ? approved->budget_fen : approved->approved_fen;
    }
}

static void
add_published (YlThreeTables *tables, Rows *rows, const YlNotice *notice)
{
  const Meaning meaning = find_meaning (rows, notice);
  if (meaning.number == tables->rows->len)
    yl_three_tables_add_row (tables,
                             &(YlThreeRow){ .name = meaning.name, .purpose = meaning.purpose });
  YlThreeRow *row = yl_three_tables_get_row (tables, meaning.number);
  if (meaning.match > YL_PARTY_SAME)
    row->written = yl_arena_keep (tables->arena, notice->party);
  row->match = MAX (row->match, meaning.match);
  row->is_published = TRUE;
  row->published_fen += notice->amount.fen;
  row->unit_fen += notice->unit_fen;
  row->row = row->row == 0 ? notice->row : row->row;
}

/* The first that holds of: as approved, as paid, either in the wrong unit. */
static YlThreeVerdict
judge (const YlThreeTables *tables, const YlThreeRow *row)
{
  if (!row->is_published)
    return YL_THREE_NOT_PUBLISHED;
  if (is_rounded (row, row->approved_fen))
    return YL_THREE_AS_APPROVED;
  if (tables->has_paid && is_rounded (row, row->paid_fen))
    return YL_THREE_AS_PAID;
  if (is_unit_error (row, row->approved_fen)
      || (tables->has_paid && is_unit_error (row, row->paid_fen)))
    return YL_THREE_WRONG_UNIT;
  return YL_THREE_DIFFERENT;
}

/* What the published amount should be where it is neither as approved nor as paid. */
static gint64
get_expected (const YlThreeTables *tables, const YlThreeRow *row)
{
  const gboolean is_of_paid = tables->has_paid && row->verdict == YL_THREE_WRONG_UNIT
                              && !is_unit_error (row, row->approved_fen);
  return is_of_paid ? row->paid_fen : row->approved_fen;
}

static void
add_published_step (YlThreeTables *tables, guint index, gint64 *rounding_fen)
{
  const YlThreeRow *row = yl_three_tables_get_row (tables, index);
  const gint64 from_fen = tables->has_paid ? row->paid_fen : row->approved_fen;
  const gint64 difference_fen = row->published_fen - from_fen;
  const char *why = row->published_fen > from_fen ? "多公开" : "少公开";
  if (difference_fen == 0)
    return;
  if (row->is_published && is_rounded (row, from_fen))
    {
      *rounding_fen += difference_fen;
      return;
    }
  if (!row->is_published)
    why = "没有公开";
  else if (row->verdict == YL_THREE_WRONG_UNIT)
    why = "元与万元混淆";
  else if (from_fen == 0 && !row->is_approved)
    why = "只在公开表中";
  g_autofree char *step = g_strdup_printf ("%s：%s", row->name, why);
  yl_three_tables_add_step (tables, tables->to_published, step, index, difference_fen);
}

static void
add_steps (YlThreeTables *tables)
{
  gint64 rounding_fen = 0;
  for (guint i = 0; i < tables->rows->len; i++)
    {
      YlThreeRow *row = yl_three_tables_get_row (tables, i);
      const gint64 paid_more_fen = row->paid_fen - row->approved_fen;
      row->verdict = judge (tables, row);
      tables->approved_fen += row->approved_fen;
      tables->paid_fen += row->paid_fen;
      tables->published_fen += row->published_fen;
      if (tables->has_paid && paid_more_fen != 0)
        {
          const char *why = !row->is_approved ? "批复中没有" : paid_more_fen > 0 ? "多付" : "未付";
          g_autofree char *step = g_strdup_printf ("%s：%s", row->name, why);
          yl_three_tables_add_step (tables, tables->to_paid, step, i, paid_more_fen);
        }
      add_published_step (tables, i, &rounding_fen);
    }
  if (rounding_fen != 0)
    yl_three_tables_add_step (tables, tables->to_published, "尾差", YL_THREE_ALL_ROWS,
                              rounding_fen);
}

YlThreeTables *
yl_three_tables_make (const YlPayingRequest *request,
                      const YlPaying *paying,
                      gboolean has_paid,
                      const YlApproval *approval,
                      const YlLedger *published)
{
  YlThreeTables *tables = yl_three_tables_new (has_paid);
  Rows rows = rows_begin (request);
  g_autoptr (YlApproval) budget = approval == NULL ? yl_approval_make (request, NULL) : NULL;
  add_paid (tables, &rows, paying);
  approve (tables, &rows, approval == NULL ? budget : approval, approval == NULL);
  for (guint i = 0; i < published->notices->len; i++)
    add_published (tables, &rows, &g_array_index (published->notices, YlNotice, i));
  rows_end (&rows);
  add_steps (tables);
  return tables;
}

/* D04 */
static void
report_unpublished (const YlThreeRow *row, const YlLedger *published, YlFindings *findings)
{
  g_autofree char *approved = yl_money_to_grouped ((YlMoney){ row->approved_fen });
  g_autofree char *message =
      g_strdup_printf ("“%s”批复 %s 元，公开表中没有；请补充公开", row->name, approved);
  report (
      findings, published,
      (YlFinding){ .code = YL_D04, .column = "对象", .expected = row->name, .message = message },
      0);
}

/* C03 and C10 */
static void
report_difference (const YlThreeTables *tables,
                   const YlThreeRow *row,
                   const YlLedger *published,
                   YlFindings *findings)
{
  const gint64 expected_fen = get_expected (tables, row);
  const gboolean is_unit = row->verdict == YL_THREE_WRONG_UNIT;
  g_autofree char *seen = yl_money_to_grouped ((YlMoney){ row->published_fen });
  g_autofree char *expected = yl_money_to_grouped ((YlMoney){ expected_fen });
  g_autofree char *message =
      g_strdup_printf ("“%s”公开 %s 元，%s %s 元%s", row->name, seen,
                       row->is_approved ? "批复" : "批复中没有，即", expected,
                       is_unit            ? "，正好相差一万倍，是元与万元混淆"
                       : tables->has_paid ? "，也不是执行数"
                                          : "");
  report (findings, published,
          (YlFinding){ .code = is_unit ? YL_C03 : YL_C10,
                       .row = row->row,
                       .seen = seen,
                       .expected = expected,
                       .message = message },
          row->published_fen - expected_fen);
}

/* D04: told once for all rows without a day. */
static void
check_days (const YlLedger *published, YlFindings *findings)
{
  guint n = 0;
  guint32 row = 0;
  for (guint i = 0; i < published->notices->len; i++)
    {
      const YlNotice *notice = &g_array_index (published->notices, YlNotice, i);
      if (notice->date.yyyymmdd != 0)
        continue;
      row = n++ == 0 ? notice->row : row;
    }
  if (n == 0)
    return;
  g_autofree char *message = g_strdup_printf (
      "公开表有 %u 行没有公开日期（从第 %u 行起），不能证明已经公开；请补填", n, row);
  report (findings, published,
          (YlFinding){ .code = YL_D04, .row = row, .column = "公开日期", .message = message }, 0);
}

void
yl_three_tables_check (const YlThreeTables *tables, const YlLedger *published, YlFindings *findings)
{
  for (guint i = 0; i < tables->rows->len; i++)
    {
      const YlThreeRow *row = yl_three_tables_get_row (tables, i);
      if (row->verdict == YL_THREE_WRONG_UNIT || row->verdict == YL_THREE_DIFFERENT)
        report_difference (tables, row, published, findings);
      else if (row->verdict == YL_THREE_NOT_PUBLISHED && row->approved_fen != 0)
        report_unpublished (row, published, findings);
    }
  check_total (published, "公开表", tables->published_fen, findings);
  check_days (published, findings);
}
