#include "support/assert.h"

#include "yanglu/audit/paying/ledger-match.h"
#include "yanglu/io/words/words.h"

/* The rules of the header, word by word, each payment held against each sum received. */
static gboolean
is_fit (const YlLedgerEntry *receipt, const YlLedgerEntry *payment, guint pass)
{
  const gboolean is_plain = receipt->document[0] == '\0' && receipt->purpose == YL_PURPOSE_UNTOLD;
  const gboolean takes_all = payment->document[0] == '\0' && payment->purpose == YL_PURPOSE_UNTOLD;
  if (pass == 0)
    return payment->document[0] != '\0' && g_str_equal (receipt->document, payment->document);
  if (pass == 1 && payment->purpose != YL_PURPOSE_UNTOLD)
    return receipt->purpose == payment->purpose;
  if (pass == 1)
    return payment->use[0] != '\0' && g_str_equal (receipt->use, payment->use);
  return is_plain || takes_all;
}

static void
match_one (const YlLedger *ledger, guint payment, gint64 *left_fen, guint pass, GArray *matches)
{
  const YlLedgerEntry *paid = yl_ledger_get (ledger, payment);
  for (guint32 day = 20210101; day <= 20210131; day++)
    for (guint i = 0; i < ledger->entries->len; i++)
      {
        const YlLedgerEntry *received = yl_ledger_get (ledger, i);
        const YlLedgerMatch match = { i, payment, MIN (left_fen[i], left_fen[payment]) };
        if (received->direction != YL_LEDGER_RECEIVED || received->date.yyyymmdd != day
            || match.fen == 0 || !is_fit (received, paid, pass))
          continue;
        left_fen[i] -= match.fen;
        left_fen[payment] -= match.fen;
        g_array_append_val (matches, match);
      }
}

static GArray *
match_each (const YlLedger *ledger)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (YlLedgerMatch));
  g_autofree gint64 *left_fen = g_new (gint64, ledger->entries->len + 1);
  for (guint i = 0; i < ledger->entries->len; i++)
    left_fen[i] = yl_ledger_get (ledger, i)->amount.fen;
  for (guint32 day = 20210101; day <= 20210131; day++)
    for (guint i = 0; i < ledger->entries->len; i++)
      for (guint pass = 0; pass < 3; pass++)
        if (yl_ledger_get (ledger, i)->direction == YL_LEDGER_PAID
            && yl_ledger_get (ledger, i)->date.yyyymmdd == day)
          match_one (ledger, i, left_fen, pass, matches);
  return matches;
}

static void
add_random_row (YlLedger *ledger, GRand *rand)
{
  static const char *const documents[] = { "", "甲", "乙" };
  static const char *const uses[] = { "", "日常养护", "养护工程", "杂支", "零星" };
  YlLedgerEntry entry = { .date = { 20210101 + (guint32) g_rand_int_range (rand, 0, 31) },
                          .direction = (YlLedgerDirection) g_rand_int_range (rand, 0, 2),
                          .amount = { g_rand_int_range (rand, 1, 100) },
                          .document = documents[g_rand_int_range (rand, 0, 3)],
                          .use = uses[g_rand_int_range (rand, 0, 5)] };
  entry.purpose = yl_ledger_find_purpose (yl_words_get_builtin (), entry.use);
  yl_ledger_add (ledger, &entry);
}

static void
queues_spend_what_each_payment_beside_each_sum_would (void **state)
{
  (void) state;
  const guint32 seed = 20201128;
  print_message ("# seed %u\n", seed);
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (YlLedger) ledger = yl_ledger_new ("拨付台账.csv");
      const gint n = g_rand_int_range (rand, 0, 40);
      for (gint i = 0; i < n; i++)
        add_random_row (ledger, rand);
      g_autoptr (GArray) expected = match_each (ledger);
      g_autoptr (GArray) found = yl_ledger_match (ledger, (YlDate){ 20210131 });
      assert_number_equal (found->len, expected->len);
      assert_memory_equal (found->data, expected->data, found->len * sizeof (YlLedgerMatch));
    }
}

#ifndef __SANITIZE_ADDRESS__
static YlLedger *
make_full_ledger (void)
{
  YlLedger *ledger = yl_ledger_new ("拨付台账.csv");
  for (guint i = 0; i < YL_LEDGER_MAX_ENTRIES; i++)
    {
      g_autofree char *document = g_strdup_printf ("鲁财〔2021〕%u号", i / 2 % 50000);
      yl_ledger_add (
          ledger, &(YlLedgerEntry){ .date = { 20210101 + i % 28 },
                                    .direction = i % 2 == 0 ? YL_LEDGER_RECEIVED : YL_LEDGER_PAID,
                                    .amount = { 100 + i % 2 },
                                    .document = document,
                                    .purpose = YL_PURPOSE_DAILY,
                                    .use = "日常养护",
                                    .row = i + 2 });
    }
  return ledger;
}

/* Half a ledger of 100 fen received and 101 fen paid: each sum is spent whole. */
static void
a_ledger_at_its_limit_is_matched_entry_by_entry (void **state)
{
  (void) state;
  g_autoptr (YlLedger) ledger = make_full_ledger ();
  const gint64 begin = g_get_monotonic_time ();
  g_autoptr (GArray) matches = yl_ledger_match (ledger, (YlDate){ 20211231 });
  print_message ("# %u entries in %" G_GINT64_FORMAT " ms\n", ledger->entries->len,
                 (g_get_monotonic_time () - begin) / 1000);
  gint64 sum_fen = 0;
  for (guint i = 0; i < matches->len; i++)
    sum_fen += g_array_index (matches, YlLedgerMatch, i).fen;
  assert_fen_equal (sum_fen, (gint64) YL_LEDGER_MAX_ENTRIES / 2 * 100);
  assert_true (matches->len < YL_LEDGER_MAX_ENTRIES);
}
#endif

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (queues_spend_what_each_payment_beside_each_sum_would),
#ifndef __SANITIZE_ADDRESS__
    cmocka_unit_test (a_ledger_at_its_limit_is_matched_entry_by_entry),
#endif
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
