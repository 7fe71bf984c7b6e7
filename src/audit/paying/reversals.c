#include "yanglu/audit/paying/reversals.h"

#include "yanglu/audit/paying/ledger-match.h"
#include "yanglu/base/keyed-hash.h"
#include "yanglu/base/text.h"

#include <string.h>

/* Numbers of vouchers as they are compared: "记-0012号" and "银付字第12号" are "12", "2021-035" is
 * itself. */

#define N_NAMED_MAX 8

static gboolean
is_of_number (char character)
{
  return g_ascii_isalnum (character) || character == '-';
}

/* Without hyphens around it and without zeros before it; %NULL unless a digit is in it. */
static char *
make_number (const char *begin, const char *end)
{
  while (begin < end && *begin == '-')
    begin++;
  while (end > begin && end[-1] == '-')
    end--;
  while (end - begin > 1 && *begin == '0' && g_ascii_isalnum (begin[1]))
    begin++;
  for (const char *at = begin; at < end; at++)
    if (g_ascii_isdigit (*at))
      return g_strndup (begin, (gsize) (end - begin));
  return NULL;
}

static gboolean
ends_with_any (const char *begin, const char *end, const char *const *words)
{
  for (gsize i = 0; words[i] != NULL; i++)
    {
      const gsize length = strlen (words[i]);
      if ((gsize) (end - begin) >= length && memcmp (end - length, words[i], length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether the run from @at to @end of @words is said to be a voucher. */
static gboolean
is_named (const char *words, const char *at, const char *end)
{
  static const char *const brackets[] = { "〕", "]", ")", "】", NULL };
  static const char *const before[] = { "凭证",   "凭证号",   "凭证:",     "凭证号:", "凭证第",
                                        "凭证字", "凭证字号", "凭证字号:", NULL };
  if (ends_with_any (words, at, brackets))
    return FALSE;
  return g_str_has_prefix (end, "号") || ends_with_any (words, at, before);
}

/* (transfer full): the numbers in @words, NULL-terminated. @are_named: only so many as are named as
 * vouchers: those before 号 and those behind 凭证; but no 文号, whose number stands behind a bracket. */
static char **
list_numbers (const char *words, gboolean are_named)
{
  g_autofree char *folded = yl_text_fold_width (yl_text_of (words));
  g_autoptr (GStrvBuilder) numbers = g_strv_builder_new ();
  guint n = 0;
  for (const char *at = folded; *at != '\0';)
    {
      const char *end = at;
      while (is_of_number (*end))
        end++;
      g_autofree char *number = make_number (at, end);
      if (number != NULL && (!are_named || (n < N_NAMED_MAX && is_named (folded, at, end))))
        {
          g_strv_builder_add (numbers, number);
          n++;
        }
      at = end > at ? end : g_utf8_next_char (at);
    }
  return g_strv_builder_end (numbers);
}

/* Of the entries under one voucher number only so many are tried, the latest first. */
#define N_TRIED 64

/* A ledger on its way: what of each entry still stands, and where its entries are found. */
typedef struct
{
  const YlLedger *ledger;
  YlFindings *findings;
  YlReversals *reversals;
  gint64 *left_fen;       /* by index */
  GStringChunk *texts;    /* the keys */
  GHashTable *by_key;     /* direction, party, document, amount → GArray of indices, by day */
  GHashTable *by_voucher; /* voucher number → the same */
} Reversing;

static void
note (Reversing *reversing, GHashTable *table, const char *key, guint index)
{
  GArray *entries = g_hash_table_lookup (table, key);
  if (entries == NULL)
    {
      entries = g_array_new (FALSE, FALSE, sizeof (guint));
      g_hash_table_insert (table, g_string_chunk_insert (reversing->texts, key), entries);
    }
  g_array_append_val (entries, index);
}

static char *
make_key (const YlLedgerEntry *entry, YlLedgerDirection direction)
{
  return g_strdup_printf ("%d\x1f%s\x1f%s\x1f%" G_GINT64_FORMAT, (int) direction, entry->party,
                          entry->document, entry->amount.fen);
}

static void
note_entry (Reversing *reversing, guint index)
{
  const YlLedgerEntry *entry = yl_ledger_get (reversing->ledger, index);
  g_autofree char *key = make_key (entry, entry->direction);
  g_auto (GStrv) numbers = list_numbers (entry->voucher, FALSE);
  const guint n = g_strv_length (numbers);
  note (reversing, reversing->by_key, key, index);
  if (n > 0)
    note (reversing, reversing->by_voucher, numbers[n - 1], index);
}

static void
take_back (Reversing *reversing, guint index, gint64 fen)
{
  const gboolean is_paid = yl_ledger_get (reversing->ledger, index)->direction == YL_LEDGER_PAID;
  reversing->left_fen[index] -= fen;
  reversing->reversals->paid_fen += is_paid ? fen : 0;
  reversing->reversals->received_fen += is_paid ? 0 : fen;
}

/* Only a reversal without minus may stand on the other side of what it takes back. */
static gboolean
is_side (const YlLedgerEntry *entry, const YlLedgerEntry *reversal)
{
  return entry->direction == reversal->direction || reversal->reversal == YL_LEDGER_REVERSAL_WORDS;
}

static gboolean
is_party (const YlLedgerEntry *entry, const YlLedgerEntry *reversal)
{
  return entry->party[0] == '\0' || reversal->party[0] == '\0'
         || g_str_equal (entry->party, reversal->party);
}

static gboolean
find_voucher (Reversing *reversing, const YlLedgerEntry *reversal, const char *number)
{
  const GArray *entries = g_hash_table_lookup (reversing->by_voucher, number);
  const guint n = entries == NULL ? 0 : entries->len;
  for (guint i = 0; i < MIN (n, N_TRIED); i++)
    {
      const guint index = g_array_index (entries, guint, n - 1 - i);
      const YlLedgerEntry *entry = yl_ledger_get (reversing->ledger, index);
      if (!is_side (entry, reversal) || !is_party (entry, reversal)
          || reversing->left_fen[index] < reversal->amount.fen)
        continue;
      take_back (reversing, index, reversal->amount.fen);
      return TRUE;
    }
  return FALSE;
}

static gboolean
find_named (Reversing *reversing, const YlLedgerEntry *reversal)
{
  g_auto (GStrv) numbers = list_numbers (reversal->use, TRUE);
  for (gsize i = 0; numbers[i] != NULL; i++)
    if (find_voucher (reversing, reversal, numbers[i]))
      return TRUE;
  return FALSE;
}

/* The latest whole one; what is not whole any more can never be and is forgotten. */
static gboolean
find_same (Reversing *reversing, const YlLedgerEntry *reversal, YlLedgerDirection direction)
{
  g_autofree char *key = make_key (reversal, direction);
  GArray *entries = g_hash_table_lookup (reversing->by_key, key);
  while (entries != NULL && entries->len > 0)
    {
      const guint index = g_array_index (entries, guint, entries->len - 1);
      g_array_set_size (entries, entries->len - 1);
      if (reversing->left_fen[index] != reversal->amount.fen)
        continue;
      take_back (reversing, index, reversal->amount.fen);
      return TRUE;
    }
  return FALSE;
}

static void
report_unmatched (Reversing *reversing, const YlLedgerEntry *reversal)
{
  g_autofree char *yuan = yl_money_to_grouped (reversal->amount);
  g_autofree char *message = g_strdup_printf (
      "冲销“%s”的%s %s 元，在它之前找不到同一对方、同一文号、同一金额的%s，摘要也没有写明凭证号；"
      "该笔冲销未计入，请核对原始凭证",
      reversal->party[0] == '\0' ? "（对方未写）" : reversal->party,
      reversal->direction == YL_LEDGER_PAID ? "支出" : "收入", yuan,
      reversal->direction == YL_LEDGER_PAID ? "支出" : "收入");
  yl_findings_add (reversing->findings, &(YlFinding){ .code = YL_C04,
                                                      .severity = YL_SEVERITY_ERROR,
                                                      .file = reversing->ledger->file,
                                                      .sheet = reversal->sheet,
                                                      .row = reversal->row,
                                                      .column = "金额",
                                                      .seen = yuan,
                                                      .message = message,
                                                      .at_stake = reversal->amount,
                                                      .is_priced = TRUE });
  reversing->reversals->n_unmatched++;
}

static void
reverse (Reversing *reversing, guint index)
{
  const YlLedgerEntry *reversal = yl_ledger_get (reversing->ledger, index);
  const YlLedgerDirection other =
      reversal->direction == YL_LEDGER_PAID ? YL_LEDGER_RECEIVED : YL_LEDGER_PAID;
  const gboolean is_words = reversal->reversal == YL_LEDGER_REVERSAL_WORDS;
  reversing->reversals->n++;
  reversing->left_fen[index] = 0;
  if (!find_named (reversing, reversal) && !find_same (reversing, reversal, reversal->direction)
      && !(is_words && find_same (reversing, reversal, other)))
    report_unmatched (reversing, reversal);
}

/* The entries of one day before its reversals, which may stand above them. */
static void
reverse_day (Reversing *reversing, const guint *order, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    if (yl_ledger_get (reversing->ledger, order[i])->reversal == YL_LEDGER_NO_REVERSAL)
      note_entry (reversing, order[i]);
  for (guint i = first; i < end; i++)
    if (yl_ledger_get (reversing->ledger, order[i])->reversal != YL_LEDGER_NO_REVERSAL)
      reverse (reversing, order[i]);
}

static void
reverse_days (Reversing *reversing, YlDate date)
{
  guint n = 0;
  g_autofree guint *order = yl_ledger_order_new (reversing->ledger, date, &n);
  for (guint first = 0, end = 0; first < n; first = end)
    {
      const guint32 day = yl_ledger_get (reversing->ledger, order[first])->date.yyyymmdd;
      while (end < n && yl_ledger_get (reversing->ledger, order[end])->date.yyyymmdd == day)
        end++;
      reverse_day (reversing, order, first, end);
    }
}

static gboolean
has_reversal (const YlLedger *ledger)
{
  for (guint i = 0; i < ledger->entries->len; i++)
    if (yl_ledger_get (ledger, i)->reversal != YL_LEDGER_NO_REVERSAL)
      return TRUE;
  return FALSE;
}

static YlLedger *
make_rest (const YlLedger *ledger, const gint64 *left_fen)
{
  YlLedger *rest = yl_ledger_new (ledger->file);
  for (guint i = 0; i < ledger->entries->len; i++)
    {
      YlLedgerEntry entry = *yl_ledger_get (ledger, i);
      entry.amount.fen = left_fen[i];
      if (entry.amount.fen > 0 && entry.reversal == YL_LEDGER_NO_REVERSAL)
        yl_ledger_add (rest, &entry);
    }
  for (guint i = 0; i < ledger->settlements->len; i++)
    yl_ledger_add_settlement (rest, &g_array_index (ledger->settlements, YlSettlement, i));
  return rest;
}

YlLedger *
yl_ledger_reverse (const YlLedger *ledger,
                   YlDate date,
                   YlFindings *findings,
                   YlReversals *out_reversals)
{
  *out_reversals = (YlReversals){ 0 };
  if (!has_reversal (ledger))
    return NULL;
  g_autofree gint64 *left_fen = g_new (gint64, ledger->entries->len);
  for (guint i = 0; i < ledger->entries->len; i++)
    left_fen[i] = yl_ledger_get (ledger, i)->amount.fen;
  const GDestroyNotify unref_array = (GDestroyNotify) g_array_unref;
  Reversing reversing = {
    .ledger = ledger,
    .findings = findings,
    .reversals = out_reversals,
    .left_fen = left_fen,
    .texts = g_string_chunk_new (4096),
    .by_key = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, NULL, unref_array),
    .by_voucher = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, NULL, unref_array),
  };
  reverse_days (&reversing, date);
  g_hash_table_unref (reversing.by_key);
  g_hash_table_unref (reversing.by_voucher);
  g_string_chunk_free (reversing.texts);
  return make_rest (ledger, left_fen);
}
