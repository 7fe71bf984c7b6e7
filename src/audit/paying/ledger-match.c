#include "yanglu/audit/paying/ledger-match.h"

#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/order.h"

static gint
compare_entries (gconstpointer a, gconstpointer b, gpointer ledger)
{
  const guint first = *(const guint *) a;
  const guint second = *(const guint *) b;
  const gint64 keys[][2] = {
    { yl_ledger_get (ledger, first)->date.yyyymmdd, yl_ledger_get (ledger, second)->date.yyyymmdd },
    { first, second },
  };
  return yl_compare_keys (keys, G_N_ELEMENTS (keys));
}

guint *
yl_ledger_order_new (const YlLedger *ledger, YlDate date, guint *out_n)
{
  guint *order = g_new (guint, ledger->entries->len + 1);
  guint n = 0;
  for (guint i = 0; i < ledger->entries->len; i++)
    if (yl_ledger_get (ledger, i)->date.yyyymmdd <= date.yyyymmdd)
      order[n++] = i;
  g_qsort_with_data (order, (gint) n, sizeof *order, compare_entries, (gpointer) ledger);
  *out_n = n;
  return order;
}

/*
 * Each sum received waits in every queue from which a payment may take it: that of its document, that
 * of its purpose or words, that of the plain ones, that of all; oldest first. A queue forgets what is
 * spent when it comes to it, so that each sum leaves each of its queues once, however many payments
 * ask.
 */
enum
{
  PLAIN = YL_N_PURPOSES, /* behind the queues of the purposes */
  ALL,
  N_QUEUES,
};

/* One ledger on its way: what is left of each entry, and the queues of indices. */
typedef struct
{
  const YlLedger *ledger;
  gint64 *left_fen;        /* by index in the ledger */
  GHashTable *by_document; /* document → GQueue */
  GHashTable *by_use;      /* words of receipts whose purpose they do not tell → GQueue */
  GQueue queues[N_QUEUES];
  GArray *matches;
} Matching;

static void
await (GHashTable *queues, const char *key, gpointer receipt)
{
  GQueue *queue = g_hash_table_lookup (queues, key);
  if (queue == NULL)
    g_hash_table_insert (queues, (gpointer) key, queue = g_queue_new ());
  g_queue_push_tail (queue, receipt);
}

static gboolean
is_plain (const YlLedgerEntry *entry)
{
  return entry->document[0] == '\0' && entry->purpose == YL_PURPOSE_UNTOLD;
}

static void
add_receipt (Matching *matching, guint index)
{
  const YlLedgerEntry *receipt = yl_ledger_get (matching->ledger, index);
  const gpointer number = GUINT_TO_POINTER (index);
  g_queue_push_tail (&matching->queues[ALL], number);
  if (receipt->document[0] != '\0')
    await (matching->by_document, receipt->document, number);
  if (receipt->purpose != YL_PURPOSE_UNTOLD)
    g_queue_push_tail (&matching->queues[receipt->purpose], number);
  else if (receipt->use[0] != '\0')
    await (matching->by_use, receipt->use, number);
  if (is_plain (receipt))
    g_queue_push_tail (&matching->queues[PLAIN], number);
}

/* @queue: (nullable) */
static void
spend (Matching *matching, guint payment, GQueue *queue)
{
  gint64 *left_fen = matching->left_fen;
  while (queue != NULL && left_fen[payment] > 0 && !g_queue_is_empty (queue))
    {
      const guint receipt = GPOINTER_TO_UINT (g_queue_peek_head (queue));
      const YlLedgerMatch match = { receipt, payment, MIN (left_fen[receipt], left_fen[payment]) };
      left_fen[receipt] -= match.fen;
      left_fen[payment] -= match.fen;
      if (match.fen > 0)
        g_array_append_val (matching->matches, match);
      if (left_fen[receipt] == 0)
        g_queue_pop_head (queue);
    }
}

static void
cover (Matching *matching, guint index)
{
  const YlLedgerEntry *payment = yl_ledger_get (matching->ledger, index);
  if (payment->document[0] != '\0')
    spend (matching, index, g_hash_table_lookup (matching->by_document, payment->document));
  if (payment->purpose != YL_PURPOSE_UNTOLD)
    spend (matching, index, &matching->queues[payment->purpose]);
  else if (payment->use[0] != '\0')
    spend (matching, index, g_hash_table_lookup (matching->by_use, payment->use));
  spend (matching, index, &matching->queues[is_plain (payment) ? ALL : PLAIN]);
}

GArray *
yl_ledger_match (const YlLedger *ledger, YlDate date)
{
  guint n = 0;
  g_autofree guint *order = yl_ledger_order_new (ledger, date, &n);
  g_autofree gint64 *left_fen = g_new (gint64, ledger->entries->len + 1);
  const GDestroyNotify free_queue = (GDestroyNotify) g_queue_free;
  g_autoptr (GHashTable) by_document =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, NULL, free_queue);
  g_autoptr (GHashTable) by_use =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, NULL, free_queue);
  Matching matching = {
    .ledger = ledger,
    .left_fen = left_fen,
    .by_document = by_document,
    .by_use = by_use,
    .matches = g_array_new (FALSE, FALSE, sizeof (YlLedgerMatch)),
  };
  for (guint i = 0; i < ledger->entries->len; i++)
    left_fen[i] = yl_ledger_get (ledger, i)->amount.fen;
  for (guint i = 0; i < n; i++)
    if (yl_ledger_get (ledger, order[i])->direction == YL_LEDGER_RECEIVED)
      add_receipt (&matching, order[i]);
  for (guint i = 0; i < n; i++)
    if (yl_ledger_get (ledger, order[i])->direction == YL_LEDGER_PAID)
      cover (&matching, order[i]);
  for (guint i = 0; i < N_QUEUES; i++)
    g_queue_clear (&matching.queues[i]);
  return matching.matches;
}
