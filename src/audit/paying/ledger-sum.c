#include "yanglu/audit/paying/ledger-sum.h"

#include "yanglu/audit/paying/ledger-match.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/order.h"
#include "yanglu/domain/policy-group.h"

#include <string.h>

void
yl_payment_calendar_init (YlPaymentCalendar *calendar,
                          const YlPolicy *policy,
                          const char *area,
                          const YlRuleSet *rules)
{
  *calendar = (YlPaymentCalendar){ .policy = policy, .area = area };
  const YlPolicyValue *days =
      policy == NULL ? NULL
                     : yl_policy_find (policy, YL_GROUP_PAYMENT, area, YL_PAYMENT_PASS_ON_DAYS);
  const YlRule *rule = yl_rule_set_get (rules, YL_D01);
  if (days != NULL)
    {
      calendar->pass_on_days = (guint) days->value;
      calendar->basis = days->document;
    }
  else if (rule->limits[YL_LIMIT_DAYS] > 0)
    {
      calendar->pass_on_days = (guint) rule->limits[YL_LIMIT_DAYS];
      calendar->basis = YL_BASIS_LIMIT "D01 的 limit-days";
    }
}

/* The last day to pass on what was received on @date. */
static YlDate
find_due (const YlPaymentCalendar *calendar, YlDate date, gboolean is_superior)
{
  if (is_superior && calendar->pass_on_days > 0)
    return yl_date_add_days (date, calendar->pass_on_days);
  return (YlDate){ date.yyyymmdd / 10000 * 10000 + 1231 };
}

/* The percentages by day, as the policy has them. */
static void
append_days (GString *text, const YlPaymentCalendar *calendar)
{
  gsize n = 0;
  const YlPolicyValue *values = yl_policy_get_values (calendar->policy, &n);
  for (gsize i = 0; i < n; i++)
    {
      if (values[i].group != YL_GROUP_PAYMENT || values[i].key == YL_PAYMENT_PASS_ON_DAYS
          || yl_policy_find (calendar->policy, YL_GROUP_PAYMENT, calendar->area, values[i].key)
                 != &values[i])
        continue;
      g_autofree char *share = yl_share_to_percent ((YlShare){ values[i].value });
      g_string_append_printf (text, "；%s %s（%s）",
                              yl_policy_group_get_key_of (YL_GROUP_PAYMENT, values[i].key).name,
                              share, values[i].document);
    }
}

char *
yl_payment_calendar_describe (const YlPaymentCalendar *calendar)
{
  GString *text = g_string_new (NULL);
  if (calendar->pass_on_days > 0)
    g_string_append_printf (text, "上级资金收到后 %u 天内拨付（%s）；其余资金当年拨完",
                            calendar->pass_on_days, calendar->basis);
  else
    g_string_append (text, "政策没有规定拨付期限，按“及时足额”当年收到的资金当年拨完");
  if (calendar->policy != NULL)
    append_days (text, calendar);
  return g_string_free (text, FALSE);
}

/* What was paid for daily maintenance in the year until @day. */
static gint64
get_paid_until (const YlLedger *ledger, guint year, guint32 day)
{
  gint64 paid_fen = 0;
  for (guint i = 0; i < ledger->entries->len; i++)
    {
      const YlLedgerEntry *entry = yl_ledger_get (ledger, i);
      const gboolean is_daily =
          entry->purpose == YL_PURPOSE_DAILY || entry->purpose == YL_PURPOSE_UNTOLD;
      if (entry->direction == YL_LEDGER_PAID && is_daily && entry->date.yyyymmdd / 10000 == year
          && entry->date.yyyymmdd <= day)
        paid_fen += entry->amount.fen;
    }
  return paid_fen;
}

static void
add_day (const YlPayingRequest *request, YlPaying *paying, const YlPolicyValue *value)
{
  const YlFigures *figures = request->budget->figures;
  const guint32 date = figures->year * 10000 + value->key;
  const guint32 today = paying->date.yyyymmdd;
  YlMoney required = { 0 };
  if (!yl_money_share ((YlMoney){ figures->daily.standard_fen }, (YlShare){ value->value },
                       &required))
    return;
  yl_paying_add_day (paying, &(YlPayingDay){ .date = { date },
                                             .share_ppm = value->value,
                                             .basis = value->document,
                                             .required_fen = required.fen,
                                             .paid_fen = get_paid_until (
                                                 request->ledger, figures->year, MIN (date, today)),
                                             .is_past = today > date });
}

/* Fills the days of @paying: those of the policy's calendar with what should have been paid for
 * daily maintenance by then and what was. */
static void
add_calendar_days (const YlPayingRequest *request, YlPaying *paying)
{
  const YlPaymentCalendar *calendar = request->calendar;
  if (request->budget == NULL || calendar->policy == NULL)
    return;
  paying->standard_fen = request->budget->figures->daily.standard_fen;
  for (guint month = 1; month <= 12; month++)
    for (guint day = 28; day <= 31; day++)
      {
        const YlPolicyValue *value =
            yl_policy_find (calendar->policy, YL_GROUP_PAYMENT, calendar->area, month * 100 + day);
        if (value != NULL)
          add_day (request, paying, value);
      }
}

/* Other names of a payee that are told one by one; more are only said to be there. */
#define N_NAMES_TOLD 10

/* What the matches say of an entry: of a sum received what was passed on and of it late; of a payment
 * what was covered and of it out of earlier years. */
typedef struct
{
  gint64 matched_fen;
  gint64 late_fen;
  gint64 carried_fen;
  gboolean is_superior; /* of a sum received */
} Part;

/* A ledger on its way to its sums. */
typedef struct
{
  const YlPayingRequest *request;
  const YlLedger *ledger;
  YlPaying *paying;
  Part *parts; /* by index in the ledger */
  guint year;  /* of the budget; 0: any */
  /* Whom the payments go to, each found in constant time. */
  YlPartyList *parties;          /* (nullable): the payees of the budget */
  guint purposes[YL_N_PURPOSES]; /* row of the lines of each, from 1; 0: none yet */
  GHashTable *by_name;           /* 对方 as written → its row, from 1 */
  GArray *n_names;               /* of guint: other names noted, by row of the budget's payees */
} Summing;

static YlPayeePaying *
get_row (const Summing *summing, guint index)
{
  return &g_array_index (summing->paying->payees, YlPayeePaying, index);
}

static void
add_budget_payees (Summing *summing)
{
  const YlPayingRequest *request = summing->request;
  const GArray *lines = request->budget->figures->payees;
  g_autofree YlParty *parties = g_new0 (YlParty, lines->len + 1);
  for (guint i = 0; i < lines->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, i);
      parties[i] = (YlParty){ line->name, line->township_code };
      yl_paying_add_payee (summing->paying,
                           &(YlPayeePaying){ .name = line->name,
                                             .match = YL_PARTY_SAME,
                                             .is_known = TRUE,
                                             .purpose = YL_PURPOSE_DAILY,
                                             .allotted_fen = line->roads_fen + line->bridges_fen });
    }
  summing->parties = yl_party_list_new (request->places, request->county_code, parties, lines->len);
  g_array_set_size (summing->n_names, lines->len);
}

/* What the budget has for a purpose other than daily: its lines, or the sources meant for it. */
static gint64
get_allotted (const Summing *summing, guint purpose)
{
  const YlBudget *budget = summing->request->budget;
  if (budget == NULL)
    return 0;
  const gint64 lines_fen = yl_figures_sum_purpose (budget->figures, (YlPurpose) purpose);
  const GArray *sources = budget->entry->sources;
  gint64 sources_fen = 0;
  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, YlSource, i).purpose == purpose)
      sources_fen += g_array_index (sources, YlSource, i).amount.fen;
  return MAX (lines_fen, sources_fen);
}

static YlPayeePaying *
get_line (Summing *summing, guint purpose)
{
  guint *row = &summing->purposes[purpose];
  if (*row != 0)
    return get_row (summing, *row - 1);
  const gint64 allotted_fen = get_allotted (summing, purpose);
  yl_paying_add_payee (summing->paying,
                       &(YlPayeePaying){ .name = yl_purpose_get_name ((YlPurpose) purpose),
                                         .match = YL_PARTY_SAME,
                                         .is_known = allotted_fen > 0,
                                         .purpose = purpose,
                                         .allotted_fen = allotted_fen });
  *row = summing->paying->payees->len;
  return get_row (summing, *row - 1);
}

/* Another name of a payee: kept, with the weakest reason to take it for the payee. */
static void
note_name (Summing *summing, guint index, const char *written, YlPartyMatch match)
{
  YlPayeePaying *payee = get_row (summing, index);
  guint *n_names = &g_array_index (summing->n_names, guint, index);
  if (match == YL_PARTY_SAME)
    return;
  payee->match = MAX (payee->match, match);
  if (++*n_names > N_NAMES_TOLD + 1)
    return;
  const gboolean is_last = *n_names == N_NAMES_TOLD + 1;
  payee->written = yl_arena_print (summing->paying->arena, "%s%s%s", payee->written,
                                   is_last         ? "等"
                                   : *n_names == 1 ? ""
                                                   : "、",
                                   is_last ? "" : written);
}

static guint
find_party (Summing *summing, const char *party)
{
  guint index = 0;
  const YlPartyMatch match = summing->parties == NULL
                                 ? YL_PARTY_UNKNOWN
                                 : yl_party_list_find (summing->parties, party, &index);
  if (match != YL_PARTY_UNKNOWN)
    {
      note_name (summing, index, party, match);
      return index;
    }
  yl_paying_add_payee (
      summing->paying,
      &(YlPayeePaying){ .name = party, .match = YL_PARTY_UNKNOWN, .purpose = YL_PURPOSE_DAILY });
  return summing->paying->payees->len - 1;
}

/* The row of @payment: that of the payee whom its 对方 means, that of its purpose when this is another
 * than daily maintenance, else a new one. Valid until the next call. */
static YlPayeePaying *
find_payee (Summing *summing, const YlLedgerEntry *payment)
{
  if (payment->purpose != YL_PURPOSE_DAILY && payment->purpose != YL_PURPOSE_UNTOLD)
    return get_line (summing, payment->purpose);
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (summing->by_name, payment->party));
  if (row == 0)
    {
      row = find_party (summing, payment->party) + 1;
      g_hash_table_insert (summing->by_name, (gpointer) payment->party, GUINT_TO_POINTER (row));
    }
  return get_row (summing, row - 1);
}

/* Document of each source of the budget → the first such source. */
static GHashTable *
list_documents (const YlBudget *budget)
{
  GHashTable *documents = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  const GArray *sources = budget == NULL ? NULL : budget->entry->sources;
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      if (source->document[0] != '\0' && !g_hash_table_contains (documents, source->document))
        g_hash_table_insert (documents, (gpointer) source->document, (gpointer) source);
    }
  return documents;
}

/* Who gave it tells the level where no source of the budget has its document. */
static gboolean
judge_superior (const Summing *summing, GHashTable *documents, const YlLedgerEntry *receipt)
{
  static const char *const above[] = { "省",     "中央",   "国家",       "上级",
                                       "财政部", "财政厅", "交通运输厅", "市财政",
                                       "市交通", "市公路", "市级",       NULL };
  const YlSource *source = g_hash_table_lookup (documents, receipt->document);
  if (source != NULL)
    return yl_payer_is_superior (source->level);
  const YlCounty *county =
      yl_places_find_county (summing->request->places, summing->request->county_code);
  if (county != NULL && strstr (receipt->party, county->name) != NULL)
    return FALSE;
  return yl_text_holds_any (receipt->party, above);
}

static void
judge_receipts (Summing *summing)
{
  g_autoptr (GHashTable) documents = list_documents (summing->request->budget);
  for (guint i = 0; i < summing->ledger->entries->len; i++)
    {
      const YlLedgerEntry *entry = yl_ledger_get (summing->ledger, i);
      summing->parts[i].is_superior =
          entry->direction == YL_LEDGER_RECEIVED && judge_superior (summing, documents, entry);
    }
}

static YlDate
get_due (const Summing *summing, guint index)
{
  return find_due (summing->request->calendar, yl_ledger_get (summing->ledger, index)->date,
                   summing->parts[index].is_superior);
}

/* Each match once, into what it says of both its entries. */
static void
take_matches (Summing *summing)
{
  const YlLedger *ledger = summing->ledger;
  g_autoptr (GArray) matches = yl_ledger_match (ledger, summing->paying->date);
  for (guint i = 0; i < matches->len; i++)
    {
      const YlLedgerMatch *match = &g_array_index (matches, YlLedgerMatch, i);
      const guint32 received_on = yl_ledger_get (ledger, match->receipt)->date.yyyymmdd;
      const guint32 paid_on = yl_ledger_get (ledger, match->payment)->date.yyyymmdd;
      summing->parts[match->receipt].matched_fen += match->fen;
      summing->parts[match->payment].matched_fen += match->fen;
      if (paid_on > get_due (summing, match->receipt).yyyymmdd)
        summing->parts[match->receipt].late_fen += match->fen;
      if (received_on / 10000 < summing->year)
        summing->parts[match->payment].carried_fen += match->fen;
    }
}

static void
sum_receipt (Summing *summing, guint index)
{
  const YlLedgerEntry *receipt = yl_ledger_get (summing->ledger, index);
  YlPaying *paying = summing->paying;
  YlSourcePaying source = { .party = receipt->party,
                            .document = receipt->document,
                            .use = receipt->use,
                            .date = receipt->date,
                            .due = get_due (summing, index),
                            .is_superior = summing->parts[index].is_superior,
                            .received_fen = receipt->amount.fen,
                            .passed_on_fen = summing->parts[index].matched_fen,
                            .late_fen = summing->parts[index].late_fen,
                            .sheet = receipt->sheet,
                            .row = receipt->row };
  const guint age = yl_date_is_past_years (receipt->date, 2, paying->date) ? YL_IDLE_OVER_TWO_YEARS
                    : yl_date_is_past_years (receipt->date, 1, paying->date)
                        ? YL_IDLE_OVER_ONE_YEAR
                        : YL_IDLE_UP_TO_ONE_YEAR;
  source.idle_fen[age] = source.received_fen - source.passed_on_fen;
  paying->received_fen += source.received_fen;
  paying->unspent_fen += source.idle_fen[age];
  paying->idle_fen[age] += source.idle_fen[age];
  yl_paying_add_source (paying, &source);
}

static void
sum_payment (Summing *summing, guint index)
{
  const YlLedgerEntry *payment = yl_ledger_get (summing->ledger, index);
  const Part *part = &summing->parts[index];
  summing->paying->paid_fen += payment->amount.fen;
  summing->paying->ahead_fen += payment->amount.fen - part->matched_fen;
  if (summing->year != 0 && payment->date.yyyymmdd / 10000 != summing->year)
    return;
  YlPayeePaying *payee = find_payee (summing, payment);
  payee->paid_fen += payment->amount.fen - part->carried_fen;
  payee->carried_fen += part->carried_fen;
  if (payee->over_row == 0 && payee->paid_fen > payee->allotted_fen)
    payee->over_row = payment->row;
}

static gint
compare_days (gconstpointer a, gconstpointer b)
{
  const YlSourcePaying *first = a;
  const YlSourcePaying *second = b;
  const gint64 keys[][2] = { { first->date.yyyymmdd, second->date.yyyymmdd },
                             { first->row, second->row } };
  return yl_compare_keys (keys, G_N_ELEMENTS (keys));
}

/* Payments in the order of their days, so that the one that passed the allotment is the last. */
static void
sum_entries (Summing *summing)
{
  guint n = 0;
  g_autofree guint *order = yl_ledger_order_new (summing->ledger, summing->paying->date, &n);
  for (guint i = 0; i < n; i++)
    if (yl_ledger_get (summing->ledger, order[i])->direction == YL_LEDGER_RECEIVED)
      sum_receipt (summing, order[i]);
    else
      sum_payment (summing, order[i]);
  g_array_sort (summing->paying->sources, compare_days);
}

YlPaying *
yl_paying_make (const YlPayingRequest *request)
{
  const YlLedger *ledger = request->ledger;
  const YlDate date =
      request->date.yyyymmdd != 0 ? request->date : yl_ledger_get_last_date (ledger);
  g_autofree Part *parts = g_new0 (Part, ledger->entries->len + 1);
  g_autoptr (GHashTable) by_name = g_hash_table_new (yl_keyed_str_hash, g_str_equal);
  g_autoptr (GArray) n_names = g_array_new (FALSE, TRUE, sizeof (guint));
  Summing summing = {
    .request = request,
    .ledger = ledger,
    .paying = yl_paying_new (date),
    .parts = parts,
    .year = request->budget == NULL ? 0 : request->budget->figures->year,
    .by_name = by_name,
    .n_names = n_names,
  };
  if (request->budget != NULL)
    add_budget_payees (&summing);
  judge_receipts (&summing);
  take_matches (&summing);
  sum_entries (&summing);
  add_calendar_days (request, summing.paying);
  yl_arena_free_record (summing.parties);
  return summing.paying;
}
