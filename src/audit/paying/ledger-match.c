#include "yanglu/audit/paying/ledger-match.h"

/* One ledger on its way: entries by date, and what is left of each. */
typedef struct
{
  const YlLedger *ledger;
  guint *order; /* indices of the entries until the day, by date, then place */
  guint n;
  gint64 *left_fen; /* by index in the ledger */
  GArray *matches;
} Matching;

static gint
compare_entries (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;
  const guint32 first_day = yl_ledger_get (data, first)->date.yyyymmdd;
  const guint32 second_day = yl_ledger_get (data, second)->date.yyyymmdd;
  if (first_day != second_day)
    return first_day < second_day ? -1 : 1;
  return first < second ? -1 : first > second;
}

static gboolean
is_of_document (const YlLedgerEntry *receipt, const YlLedgerEntry *payment)
{
  return payment->document[0] != '\0' && g_str_equal (receipt->document, payment->document);
}

static gboolean
is_of_purpose (const YlLedgerEntry *receipt, const YlLedgerEntry *payment)
{
  if (payment->purpose != YL_PURPOSE_UNTOLD)
    return receipt->purpose == payment->purpose;
  return payment->use[0] != '\0' && g_str_equal (receipt->use, payment->use);
}

static gboolean
is_plain (const YlLedgerEntry *entry)
{
  return entry->document[0] == '\0' && entry->purpose == YL_PURPOSE_UNTOLD;
}

static gboolean
is_free (const YlLedgerEntry *receipt, const YlLedgerEntry *payment)
{
  return is_plain (receipt) || is_plain (payment);
}

static void
spend (Matching *matching,
       guint payment,
       gboolean (*fits) (const YlLedgerEntry *receipt, const YlLedgerEntry *payment))
{
  const YlLedgerEntry *paid = yl_ledger_get (matching->ledger, payment);
  for (guint i = 0; i < matching->n && matching->left_fen[payment] > 0; i++)
    {
      const guint receipt = matching->order[i];
      const YlLedgerEntry *received = yl_ledger_get (matching->ledger, receipt);
      const gint64 fen = MIN (matching->left_fen[receipt], matching->left_fen[payment]);
      if (received->direction != YL_LEDGER_RECEIVED || fen == 0 || !fits (received, paid))
        continue;
      matching->left_fen[receipt] -= fen;
      matching->left_fen[payment] -= fen;
      const YlLedgerMatch match = { receipt, payment, fen };
      g_array_append_val (matching->matches, match);
    }
}

static void
sort_entries (Matching *matching, YlDate date)
{
  const YlLedger *ledger = matching->ledger;
  for (guint i = 0; i < ledger->entries->len; i++)
    {
      const YlLedgerEntry *entry = yl_ledger_get (ledger, i);
      matching->left_fen[i] = entry->amount.fen;
      if (entry->date.yyyymmdd <= date.yyyymmdd)
        matching->order[matching->n++] = i;
    }
  g_qsort_with_data (matching->order, (gint) matching->n, sizeof (guint), compare_entries,
                     (gpointer) ledger);
}

GArray *
yl_ledger_match (const YlLedger *ledger, YlDate date)
{
  g_autofree guint *order = g_new (guint, ledger->entries->len);
  g_autofree gint64 *left_fen = g_new (gint64, ledger->entries->len);
  Matching matching = { ledger, order, 0, left_fen,
                        g_array_new (FALSE, FALSE, sizeof (YlLedgerMatch)) };
  sort_entries (&matching, date);
  for (guint i = 0; i < matching.n; i++)
    {
      const guint payment = order[i];
      if (yl_ledger_get (ledger, payment)->direction != YL_LEDGER_PAID)
        continue;
      spend (&matching, payment, is_of_document);
      spend (&matching, payment, is_of_purpose);
      spend (&matching, payment, is_free);
    }
  return matching.matches;
}
