#include "yanglu/audit/paying/ledger-sum.h"

#include "calendar-days-private.h"
#include "ledger-order-private.h"
#include "ledger-payees-private.h"
#include "yanglu/audit/paying/ledger-match.h"

#include <string.h>

/* What the matches say of an entry: of a sum received what was passed on and of it late; of a payment
 * what was covered and of it out of earlier years. */
typedef struct
{
  gint64 matched_fen;
  gint64 late_fen;
  gint64 carried_fen;
} Part;

/* A ledger on its way to its sums. */
typedef struct
{
  const YlPayingRequest *request;
  const YlLedger *ledger;
  YlPaying *paying;
  GHashTable *levels; /* document of a source of the budget → the first source */
  guint *order;       /* the entries until the day, by date */
  guint n;
  Part *parts;           /* by index in the ledger */
  gboolean *is_superior; /* of sums received, by index */
  guint year;            /* of the budget; 0: any */
} Summing;

static gboolean
has_word (const char *text, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
note_sources (Summing *summing)
{
  const YlBudget *budget = summing->request->budget;
  const GArray *sources = budget == NULL ? NULL : yl_budget_get_entry (budget)->sources;
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      if (source->document[0] != '\0' && !g_hash_table_contains (summing->levels, source->document))
        g_hash_table_insert (summing->levels, (gpointer) source->document, (gpointer) source);
    }
}

/* Who gave it tells the level where no source of the budget has its document. */
static gboolean
judge_superior (const Summing *summing, const YlLedgerEntry *receipt)
{
  static const char *const above[] = { "省",     "中央",   "国家",       "上级",
                                       "财政部", "财政厅", "交通运输厅", NULL };
  static const char *const city[] = { "市财政", "市交通", "市公路", "市级", NULL };
  const YlSource *source = g_hash_table_lookup (summing->levels, receipt->document);
  if (source != NULL)
    return yl_payer_is_superior (source->level);
  const YlCounty *county =
      yl_places_find_county (summing->request->places, summing->request->county_code);
  if (county != NULL && strstr (receipt->party, county->name) != NULL)
    return FALSE;
  return has_word (receipt->party, above) || has_word (receipt->party, city);
}

static YlDate
get_due (const Summing *summing, guint index)
{
  return yl_payment_calendar_get_due (summing->request->calendar,
                                      yl_ledger_get (summing->ledger, index)->date,
                                      summing->is_superior[index]);
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
                            .is_superior = summing->is_superior[index],
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
sum_payment (Summing *summing, YlLedgerPayees *payees, guint index)
{
  const YlLedgerEntry *payment = yl_ledger_get (summing->ledger, index);
  const Part *part = &summing->parts[index];
  summing->paying->paid_fen += payment->amount.fen;
  summing->paying->ahead_fen += payment->amount.fen - part->matched_fen;
  if (summing->year != 0 && payment->date.yyyymmdd / 10000 != summing->year)
    return;
  YlPayeePaying *payee = yl_ledger_payees_get (payees, payment);
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
  if (first->date.yyyymmdd != second->date.yyyymmdd)
    return first->date.yyyymmdd < second->date.yyyymmdd ? -1 : 1;
  return first->row < second->row ? -1 : first->row > second->row;
}

/* Payments in the order of their days, so that the one that passed the allotment is the last. */
static void
sum_entries (Summing *summing)
{
  g_autoptr (YlLedgerPayees) payees = yl_ledger_payees_new (summing->request, summing->paying);
  for (guint i = 0; i < summing->n; i++)
    {
      const guint index = summing->order[i];
      if (yl_ledger_get (summing->ledger, index)->direction == YL_LEDGER_RECEIVED)
        sum_receipt (summing, index);
      else
        sum_payment (summing, payees, index);
    }
  g_array_sort (summing->paying->sources, compare_days);
}

static void
summing_init (Summing *summing, const YlPayingRequest *request)
{
  const YlLedger *ledger = request->ledger;
  const YlDate date =
      request->date.yyyymmdd != 0 ? request->date : yl_ledger_get_last_date (ledger);
  summing->request = request;
  summing->ledger = ledger;
  summing->paying = yl_paying_new (date);
  summing->levels = g_hash_table_new (g_str_hash, g_str_equal);
  summing->order = yl_ledger_order_new (ledger, date, &summing->n);
  summing->parts = g_new0 (Part, ledger->entries->len + 1);
  summing->is_superior = g_new0 (gboolean, ledger->entries->len + 1);
  summing->year = request->budget == NULL ? 0 : yl_budget_get_figures (request->budget)->year;
  note_sources (summing);
  for (guint i = 0; i < ledger->entries->len; i++)
    if (yl_ledger_get (ledger, i)->direction == YL_LEDGER_RECEIVED)
      summing->is_superior[i] = judge_superior (summing, yl_ledger_get (ledger, i));
}

YlPaying *
yl_paying_make (const YlPayingRequest *request)
{
  Summing summing = { 0 };
  summing_init (&summing, request);
  take_matches (&summing);
  sum_entries (&summing);
  yl_calendar_days_add (request, summing.paying);
  g_hash_table_unref (summing.levels);
  g_free (summing.order);
  g_free (summing.parts);
  g_free (summing.is_superior);
  return summing.paying;
}
