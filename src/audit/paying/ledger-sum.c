#include "yanglu/audit/paying/ledger-sum.h"

#include "calendar-days-private.h"
#include "yanglu/audit/paying/ledger-match.h"

#include <string.h>

/* A ledger on its way to its sums. */
typedef struct
{
  const YlPayingRequest *request;
  const YlLedger *ledger;
  GArray *matches;
  YlPaying *paying;
  YlPartyList *parties; /* the payees of the budget */
  guint n_parties;
  guint year; /* of the budget; 0: any */
} Summing;

static gboolean
has_word (const char *text, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    if (strstr (text, words[i]) != NULL)
      return TRUE;
  return FALSE;
}

/* Who gave it tells the level where no source of the budget has its document. */
static gboolean
is_superior (const Summing *summing, const YlLedgerEntry *receipt)
{
  static const char *const above[] = { "省",     "中央",   "国家",       "上级",
                                       "财政部", "财政厅", "交通运输厅", NULL };
  static const char *const city[] = { "市财政", "市交通", "市公路", "市级", NULL };
  const YlBudget *budget = summing->request->budget;
  const GArray *sources = budget == NULL ? NULL : yl_budget_get_entry (budget)->sources;
  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      if (source->document[0] != '\0' && strcmp (source->document, receipt->document) == 0)
        return yl_payer_is_superior (source->level);
    }
  const YlCounty *county =
      yl_places_find_county (summing->request->places, summing->request->county_code);
  if (county != NULL && strstr (receipt->party, county->name) != NULL)
    return FALSE;
  return has_word (receipt->party, above) || has_word (receipt->party, city);
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
                            .is_superior = is_superior (summing, receipt),
                            .received_fen = receipt->amount.fen,
                            .sheet = receipt->sheet,
                            .row = receipt->row };
  source.due =
      yl_payment_calendar_get_due (summing->request->calendar, receipt->date, source.is_superior);
  for (guint i = 0; i < summing->matches->len; i++)
    {
      const YlLedgerMatch *match = &g_array_index (summing->matches, YlLedgerMatch, i);
      if (match->receipt != index)
        continue;
      source.passed_on_fen += match->fen;
      if (yl_ledger_get (summing->ledger, match->payment)->date.yyyymmdd > source.due.yyyymmdd)
        source.late_fen += match->fen;
    }
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

static YlPayeePaying *
get_payee (Summing *summing, guint index)
{
  return &g_array_index (summing->paying->payees, YlPayeePaying, index);
}

/* The row of @name or of a whole purpose; a new one when there is none. */
static guint
find_row (Summing *summing, const char *name, guint purpose)
{
  GArray *payees = summing->paying->payees;
  for (guint i = summing->n_parties; i < payees->len; i++)
    if (get_payee (summing, i)->purpose == purpose
        && strcmp (get_payee (summing, i)->name, name) == 0)
      return i;
  yl_paying_add_payee (
      summing->paying,
      &(YlPayeePaying){ .name = (char *) name, .match = YL_PARTY_UNKNOWN, .purpose = purpose });
  return payees->len - 1;
}

/* What the budget has for a purpose other than daily: its lines, or the sources meant for it. */
static gint64
get_allotted (const Summing *summing, guint purpose)
{
  const YlBudget *budget = summing->request->budget;
  if (budget == NULL)
    return 0;
  const GArray *demand = yl_budget_get_figures (budget)->demand;
  const GArray *sources = yl_budget_get_entry (budget)->sources;
  gint64 lines_fen = 0;
  gint64 sources_fen = 0;
  for (guint i = 0; i < demand->len; i++)
    if (g_array_index (demand, YlDemandLine, i).purpose == purpose)
      lines_fen += g_array_index (demand, YlDemandLine, i).amount_fen;
  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, YlSource, i).purpose == purpose)
      sources_fen += g_array_index (sources, YlSource, i).amount.fen;
  return MAX (lines_fen, sources_fen);
}

/* Another name of a payee: kept, with the weakest reason to take it for the payee. */
static void
note_name (YlPayeePaying *payee, const char *written, YlPartyMatch match)
{
  if (match == YL_PARTY_SAME || strstr (payee->written, written) != NULL)
    return;
  char *all = payee->written[0] == '\0' ? g_strdup (written)
                                        : g_strconcat (payee->written, "、", written, NULL);
  g_free (payee->written);
  payee->written = all;
  payee->match = MAX (payee->match, match);
}

static guint
find_payee (Summing *summing, const YlLedgerEntry *payment)
{
  if (payment->purpose != YL_PURPOSE_DAILY && payment->purpose != YL_PURPOSE_UNTOLD)
    {
      const guint row =
          find_row (summing, yl_purpose_get_name ((YlPurpose) payment->purpose), payment->purpose);
      YlPayeePaying *line = get_payee (summing, row);
      line->allotted_fen = get_allotted (summing, payment->purpose);
      line->is_known = line->allotted_fen > 0;
      line->match = YL_PARTY_SAME;
      return row;
    }
  guint index = 0;
  const YlPartyMatch match = summing->n_parties == 0
                                 ? YL_PARTY_UNKNOWN
                                 : yl_party_list_find (summing->parties, payment->party, &index);
  if (match == YL_PARTY_UNKNOWN)
    return find_row (summing, payment->party, YL_PURPOSE_DAILY);
  note_name (get_payee (summing, index), payment->party, match);
  return index;
}

static void
sum_payment (Summing *summing, guint index)
{
  const YlLedgerEntry *payment = yl_ledger_get (summing->ledger, index);
  gint64 covered_fen = 0;
  gint64 carried_fen = 0;
  for (guint i = 0; i < summing->matches->len; i++)
    {
      const YlLedgerMatch *match = &g_array_index (summing->matches, YlLedgerMatch, i);
      if (match->payment != index)
        continue;
      covered_fen += match->fen;
      if (yl_ledger_get (summing->ledger, match->receipt)->date.yyyymmdd / 10000 < summing->year)
        carried_fen += match->fen;
    }
  summing->paying->paid_fen += payment->amount.fen;
  summing->paying->ahead_fen += payment->amount.fen - covered_fen;
  if (summing->year != 0 && payment->date.yyyymmdd / 10000 != summing->year)
    return;
  YlPayeePaying *payee = get_payee (summing, find_payee (summing, payment));
  payee->paid_fen += payment->amount.fen - carried_fen;
  payee->carried_fen += carried_fen;
  if (payee->over_row == 0 && payee->paid_fen > payee->allotted_fen)
    payee->over_row = payment->row;
}

static void
add_budget_payees (Summing *summing)
{
  const YlPayingRequest *request = summing->request;
  const GArray *payees = yl_budget_get_figures (request->budget)->payees;
  g_autofree YlParty *parties = g_new0 (YlParty, payees->len);
  for (guint i = 0; i < payees->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (payees, YlShareholderLine, i);
      parties[i] = (YlParty){ line->name, line->township_code };
      yl_paying_add_payee (summing->paying,
                           &(YlPayeePaying){ .name = line->name,
                                             .match = YL_PARTY_SAME,
                                             .is_known = TRUE,
                                             .purpose = YL_PURPOSE_DAILY,
                                             .allotted_fen = line->roads_fen + line->bridges_fen });
    }
  summing->n_parties = payees->len;
  summing->parties =
      yl_party_list_new (request->places, request->county_code, parties, payees->len);
  summing->year = yl_budget_get_figures (request->budget)->year;
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
sum_payments (Summing *summing)
{
  const guint n = summing->ledger->entries->len;
  const guint32 until = summing->paying->date.yyyymmdd;
  guint32 day = 0;
  for (guint32 next = 0; next != G_MAXUINT32; day = next)
    {
      next = G_MAXUINT32;
      for (guint i = 0; i < n; i++)
        {
          const YlLedgerEntry *entry = yl_ledger_get (summing->ledger, i);
          const guint32 on = entry->date.yyyymmdd;
          if (entry->direction != YL_LEDGER_PAID || on > until)
            continue;
          if (on == day)
            sum_payment (summing, i);
          else if (on > day)
            next = MIN (next, on);
        }
    }
}

YlPaying *
yl_paying_make (const YlPayingRequest *request)
{
  const YlLedger *ledger = request->ledger;
  const YlDate date =
      request->date.yyyymmdd != 0 ? request->date : yl_ledger_get_last_date (ledger);
  Summing summing = { .request = request,
                      .ledger = ledger,
                      .matches = yl_ledger_match (ledger, date),
                      .paying = yl_paying_new (date) };
  if (request->budget != NULL)
    add_budget_payees (&summing);
  sum_payments (&summing);
  for (guint i = 0; i < ledger->entries->len; i++)
    if (yl_ledger_get (ledger, i)->direction == YL_LEDGER_RECEIVED
        && yl_ledger_get (ledger, i)->date.yyyymmdd <= date.yyyymmdd)
      sum_receipt (&summing, i);
  g_array_sort (summing.paying->sources, compare_days);
  yl_calendar_days_add (request, summing.paying);
  g_clear_pointer (&summing.parties, yl_party_list_free);
  g_array_unref (summing.matches);
  return summing.paying;
}
