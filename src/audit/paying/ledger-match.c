#include "yanglu/audit/paying/ledger-match.h"

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
typedef struct
{
  GArray *receipts; /* of guint, indices in the ledger */
  guint first;      /* before it nothing is left */
} Queue;

/* One ledger on its way: what is left of each entry, and the queues. */
typedef struct
{
  const YlLedger *ledger;
  gint64 *left_fen;        /* by index in the ledger */
  GHashTable *by_document; /* document → Queue */
  GHashTable *by_use;      /* words of receipts whose purpose they do not tell → Queue */
  Queue by_purpose[YL_N_PURPOSES];
  Queue plain;
  Queue all;
  GArray *matches;
} Matching;

static void
queue_init (Queue *queue)
{
  queue->receipts = g_array_new (FALSE, FALSE, sizeof (guint));
}

static void
queue_clear (Queue *queue)
{
  g_array_unref (queue->receipts);
}

static void
queue_free (gpointer data)
{
  queue_clear (data);
  g_free (data);
}

static Queue *
get_queue (GHashTable *queues, const char *key)
{
  Queue *queue = g_hash_table_lookup (queues, key);
  if (queue != NULL)
    return queue;
  queue = g_new0 (Queue, 1);
  queue_init (queue);
  g_hash_table_insert (queues, (gpointer) key, queue);
  return queue;
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
  g_array_append_val (matching->all.receipts, index);
  if (receipt->document[0] != '\0')
    g_array_append_val (get_queue (matching->by_document, receipt->document)->receipts, index);
  if (receipt->purpose != YL_PURPOSE_UNTOLD)
    g_array_append_val (matching->by_purpose[receipt->purpose].receipts, index);
  else if (receipt->use[0] != '\0')
    g_array_append_val (get_queue (matching->by_use, receipt->use)->receipts, index);
  if (is_plain (receipt))
    g_array_append_val (matching->plain.receipts, index);
}

/* @queue: (nullable) */
static void
spend (Matching *matching, guint payment, Queue *queue)
{
  gint64 *left_fen = matching->left_fen;
  while (queue != NULL && left_fen[payment] > 0 && queue->first < queue->receipts->len)
    {
      const guint receipt = g_array_index (queue->receipts, guint, queue->first);
      const YlLedgerMatch match = { receipt, payment, MIN (left_fen[receipt], left_fen[payment]) };
      left_fen[receipt] -= match.fen;
      left_fen[payment] -= match.fen;
      if (match.fen > 0)
        g_array_append_val (matching->matches, match);
      queue->first += left_fen[receipt] == 0 ? 1 : 0;
    }
}

static void
cover (Matching *matching, guint index)
{
  const YlLedgerEntry *payment = yl_ledger_get (matching->ledger, index);
  if (payment->document[0] != '\0')
    spend (matching, index, g_hash_table_lookup (matching->by_document, payment->document));
  if (payment->purpose != YL_PURPOSE_UNTOLD)
    spend (matching, index, &matching->by_purpose[payment->purpose]);
  else if (payment->use[0] != '\0')
    spend (matching, index, g_hash_table_lookup (matching->by_use, payment->use));
  spend (matching, index, is_plain (payment) ? &matching->all : &matching->plain);
}

static void
matching_init (Matching *matching, const YlLedger *ledger)
{
  matching->ledger = ledger;
  matching->left_fen = g_new (gint64, ledger->entries->len + 1);
  for (guint i = 0; i < ledger->entries->len; i++)
    matching->left_fen[i] = yl_ledger_get (ledger, i)->amount.fen;
  matching->by_document = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, queue_free);
  matching->by_use = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, queue_free);
  for (guint i = 0; i < YL_N_PURPOSES; i++)
    queue_init (&matching->by_purpose[i]);
  queue_init (&matching->plain);
  queue_init (&matching->all);
  matching->matches = g_array_new (FALSE, FALSE, sizeof (YlLedgerMatch));
}

static void
matching_clear (Matching *matching)
{
  g_free (matching->left_fen);
  g_hash_table_unref (matching->by_document);
  g_hash_table_unref (matching->by_use);
  for (guint i = 0; i < YL_N_PURPOSES; i++)
    queue_clear (&matching->by_purpose[i]);
  queue_clear (&matching->plain);
  queue_clear (&matching->all);
}

GArray *
yl_ledger_match (const YlLedger *ledger, YlDate date)
{
  guint n = 0;
  g_autofree guint *order = yl_ledger_order_new (ledger, date, &n);
  Matching matching = { 0 };
  matching_init (&matching, ledger);
  for (guint i = 0; i < n; i++)
    if (yl_ledger_get (ledger, order[i])->direction == YL_LEDGER_RECEIVED)
      add_receipt (&matching, order[i]);
  for (guint i = 0; i < n; i++)
    if (yl_ledger_get (ledger, order[i])->direction == YL_LEDGER_PAID)
      cover (&matching, order[i]);
  matching_clear (&matching);
  return matching.matches;
}
