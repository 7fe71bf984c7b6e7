#include "ledger-payees-private.h"

#include <string.h>

/* Other names of a payee that are told one by one; more are only said to be there. */
#define N_NAMES_TOLD 10

struct _YlLedgerPayees
{
  const YlPayingRequest *request;
  GArray *rows; /* those of the paying */
  YlPaying *paying;
  YlPartyList *parties; /* (nullable): the payees of the budget */
  guint n_parties;
  guint purposes[YL_N_PURPOSES]; /* row of the lines of each, from 1; 0: none yet */
  GHashTable *by_name;           /* 对方 as written → its row, from 1 */
  GArray *n_names;               /* of guint: other names noted, by row of the budget's payees */
};

static YlPayeePaying *
get_row (const YlLedgerPayees *payees, guint index)
{
  return &g_array_index (payees->rows, YlPayeePaying, index);
}

static void
add_budget_payees (YlLedgerPayees *payees)
{
  const YlPayingRequest *request = payees->request;
  const GArray *lines = yl_budget_get_figures (request->budget)->payees;
  g_autofree YlParty *parties = g_new0 (YlParty, lines->len + 1);
  for (guint i = 0; i < lines->len; i++)
    {
      const YlShareholderLine *line = &g_array_index (lines, YlShareholderLine, i);
      parties[i] = (YlParty){ line->name, line->township_code };
      yl_paying_add_payee (payees->paying,
                           &(YlPayeePaying){ .name = line->name,
                                             .match = YL_PARTY_SAME,
                                             .is_known = TRUE,
                                             .purpose = YL_PURPOSE_DAILY,
                                             .allotted_fen = line->roads_fen + line->bridges_fen });
    }
  payees->n_parties = lines->len;
  payees->parties = yl_party_list_new (request->places, request->county_code, parties, lines->len);
  g_array_set_size (payees->n_names, lines->len);
}

YlLedgerPayees *
yl_ledger_payees_new (const YlPayingRequest *request, YlPaying *paying)
{
  YlLedgerPayees *payees = g_new0 (YlLedgerPayees, 1);
  payees->request = request;
  payees->paying = paying;
  payees->rows = paying->payees;
  payees->by_name = g_hash_table_new (g_str_hash, g_str_equal);
  payees->n_names = g_array_new (FALSE, TRUE, sizeof (guint));
  if (request->budget != NULL)
    add_budget_payees (payees);
  return payees;
}

void
yl_ledger_payees_free (YlLedgerPayees *payees)
{
  if (payees == NULL)
    return;
  g_clear_pointer (&payees->parties, yl_party_list_free);
  g_hash_table_unref (payees->by_name);
  g_array_unref (payees->n_names);
  g_free (payees);
}

/* What the budget has for a purpose other than daily: its lines, or the sources meant for it. */
static gint64
get_allotted (const YlLedgerPayees *payees, guint purpose)
{
  const YlBudget *budget = payees->request->budget;
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

static YlPayeePaying *
get_line (YlLedgerPayees *payees, guint purpose)
{
  guint *row = &payees->purposes[purpose];
  if (*row != 0)
    return get_row (payees, *row - 1);
  const gint64 allotted_fen = get_allotted (payees, purpose);
  yl_paying_add_payee (payees->paying,
                       &(YlPayeePaying){ .name = (char *) yl_purpose_get_name ((YlPurpose) purpose),
                                         .match = YL_PARTY_SAME,
                                         .is_known = allotted_fen > 0,
                                         .purpose = purpose,
                                         .allotted_fen = allotted_fen });
  *row = payees->rows->len;
  return get_row (payees, *row - 1);
}

/* Another name of a payee: kept, with the weakest reason to take it for the payee. */
static void
note_name (YlLedgerPayees *payees, guint index, const char *written, YlPartyMatch match)
{
  YlPayeePaying *payee = get_row (payees, index);
  guint *n_names = &g_array_index (payees->n_names, guint, index);
  if (match == YL_PARTY_SAME)
    return;
  payee->match = MAX (payee->match, match);
  if (++*n_names > N_NAMES_TOLD + 1)
    return;
  char *all = *n_names == 1                  ? g_strdup (written)
              : *n_names == N_NAMES_TOLD + 1 ? g_strconcat (payee->written, "等", NULL)
                                             : g_strconcat (payee->written, "、", written, NULL);
  g_free (payee->written);
  payee->written = all;
}

static guint
find_party (YlLedgerPayees *payees, const char *party)
{
  guint index = 0;
  const YlPartyMatch match = payees->parties == NULL
                                 ? YL_PARTY_UNKNOWN
                                 : yl_party_list_find (payees->parties, party, &index);
  if (match != YL_PARTY_UNKNOWN)
    {
      note_name (payees, index, party, match);
      return index;
    }
  yl_paying_add_payee (payees->paying, &(YlPayeePaying){ .name = (char *) party,
                                                         .match = YL_PARTY_UNKNOWN,
                                                         .purpose = YL_PURPOSE_DAILY });
  return payees->rows->len - 1;
}

YlPayeePaying *
yl_ledger_payees_get (YlLedgerPayees *payees, const YlLedgerEntry *payment)
{
  if (payment->purpose != YL_PURPOSE_DAILY && payment->purpose != YL_PURPOSE_UNTOLD)
    return get_line (payees, payment->purpose);
  guint row = GPOINTER_TO_UINT (g_hash_table_lookup (payees->by_name, payment->party));
  if (row == 0)
    {
      row = find_party (payees, payment->party) + 1;
      g_hash_table_insert (payees->by_name, payment->party, GUINT_TO_POINTER (row));
    }
  return get_row (payees, row - 1);
}
