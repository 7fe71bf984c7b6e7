#include "support/assert.h"

#include "yanglu/audit/paying/reversals.h"
#include "yanglu/io/words/words.h"

/* "20210301 支 沙镇镇 1000 甲 日常养护 3": day, side, party, fen, document, words, voucher; a minus
 * reverses, so do words. */
static void
add_row (YlLedger *ledger, const char *line)
{
  g_auto (GStrv) cells = g_strsplit (line, " ", 7);
  assert_number_equal (g_strv_length (cells), 7);
  for (guint i = 0; i < 7; i++)
    if (g_str_equal (cells[i], "-"))
      cells[i][0] = '\0';
  const gint64 fen = g_ascii_strtoll (cells[3], NULL, 10);
  YlLedgerEntry entry = { .date = { (guint32) g_ascii_strtoull (cells[0], NULL, 10) },
                          .party = cells[2],
                          .amount = { fen < 0 ? -fen : fen },
                          .document = cells[4],
                          .use = cells[5],
                          .voucher = cells[6],
                          .reversal =
                              yl_ledger_find_reversal (yl_words_get_builtin (), cells[5], fen < 0),
                          .row = ledger->entries->len + 2 };
  guint direction = 0;
  assert_true (yl_words_read (yl_words_get_builtin (), YL_WORDS_DIRECTION, yl_text_of (cells[1]),
                              &direction));
  entry.direction = (YlLedgerDirection) direction;
  yl_ledger_add (ledger, &entry);
}

/* What stands afterwards, "row:fen;" of each, then how many reversals found nothing. */
static char *
reverse_until (const char *rows, guint32 day)
{
  g_autoptr (YlLedger) ledger = yl_ledger_new ("拨付台账.csv");
  g_autoptr (YlFindings) findings = yl_findings_new ();
  g_auto (GStrv) lines = g_strsplit (rows, "\n", -1);
  for (guint i = 0; lines[i] != NULL && lines[i][0] != '\0'; i++)
    add_row (ledger, lines[i]);
  YlReversals reversals;
  g_autoptr (YlLedger) rest = yl_ledger_reverse (ledger, (YlDate){ day }, findings, &reversals);
  if (rest == NULL)
    return g_strdup ("no reversal");
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < rest->entries->len; i++)
    g_string_append_printf (text, "%" YL_ROW_ID_FORMAT ":%" G_GINT64_FORMAT ";",
                            yl_ledger_get (rest, i)->row, yl_ledger_get (rest, i)->amount.fen);
  g_string_append_printf (text, "%u", reversals.n_unmatched);
  assert_number_equal (yl_findings_get_n (findings), reversals.n_unmatched);
  for (gsize i = 0; i < yl_findings_get_n (findings); i++)
    assert_int_equal (yl_findings_get (findings, i)->code, YL_C04);
  return g_string_free (text, FALSE);
}

static char *
reverse (const char *rows)
{
  return reverse_until (rows, 20211231);
}

#define PAID "20210301 支 沙镇镇 1000 甲 日常养护 3\n"

static void
a_red_entry_takes_back_the_same_payment (void **state)
{
  (void) state;
  assert_text_equal_free (reverse (PAID "20210401 支 沙镇镇 -1000 甲 日常养护 9\n"), "0");
  assert_text_equal_free (reverse (PAID), "no reversal");
}

static void
another_party_document_amount_or_side_is_not_the_same (void **state)
{
  (void) state;
  assert_text_equal_free (reverse (PAID "20210401 支 堂邑镇 -1000 甲 日常养护 9\n"), "2:1000;1");
  assert_text_equal_free (reverse (PAID "20210401 支 沙镇镇 -1000 乙 日常养护 9\n"), "2:1000;1");
  assert_text_equal_free (reverse (PAID "20210401 支 沙镇镇 -999 甲 日常养护 9\n"), "2:1000;1");
  assert_text_equal_free (reverse (PAID "20210401 支 沙镇镇 -1001 甲 日常养护 9\n"), "2:1000;1");
  assert_text_equal_free (reverse (PAID "20210401 收 沙镇镇 -1000 甲 日常养护 9\n"), "2:1000;1");
}

static void
a_receipt_is_taken_back_like_a_payment (void **state)
{
  (void) state;
  assert_text_equal_free (reverse ("20210301 收 省财政厅 5000 甲 日常养护 3\n"
                                   "20210302 收 省财政厅 -5000 甲 计划收回 4\n"),
                          "0");
}

/* On the day itself, above it in the file, too; the day before it was not there yet. */
static void
nothing_is_taken_back_before_it_was_entered (void **state)
{
  (void) state;
  assert_text_equal_free (reverse ("20210301 支 沙镇镇 -1000 甲 - 9\n" PAID), "0");
  assert_text_equal_free (reverse ("20210228 支 沙镇镇 -1000 甲 - 9\n" PAID), "3:1000;1");
}

static void
the_latest_of_equal_payments_is_taken_back_and_each_once (void **state)
{
  (void) state;
  const char *twice = PAID "20210302 支 沙镇镇 1000 甲 日常养护 4\n";
  g_autofree char *once = g_strconcat (twice, "20210401 支 沙镇镇 -1000 甲 - 9\n", NULL);
  g_autofree char *three = g_strconcat (once,
                                        "20210402 支 沙镇镇 -1000 甲 - 10\n"
                                        "20210403 支 沙镇镇 -1000 甲 - 11\n",
                                        NULL);
  assert_text_equal_free (reverse (once), "2:1000;0");
  assert_text_equal_free (reverse (three), "1");
}

/* The latest by its day, wherever it stands in the file. */
static void
the_latest_day_counts_not_the_lowest_row (void **state)
{
  (void) state;
  assert_text_equal_free (
      reverse ("20210305 支 沙镇镇 1000 甲 日常养护 4\n" PAID "20210401 支 沙镇镇 -1000 甲 - 9\n"),
      "3:1000;0");
}

static void
of_one_voucher_the_latest_entry_is_reduced (void **state)
{
  (void) state;
  assert_text_equal_free (reverse (PAID "20210302 支 沙镇镇 1000 乙 日常养护 3\n"
                                        "20210401 支 沙镇镇 -300 - 冲销3号凭证 9\n"),
                          "2:1000;3:700;0");
  /* The latest has less than is taken back: then the one before it. */
  assert_text_equal_free (reverse (PAID "20210302 支 沙镇镇 200 乙 日常养护 3\n"
                                        "20210401 支 沙镇镇 -300 - 冲销3号凭证 9\n"),
                          "2:700;3:200;0");
}

/* Of one voucher the 64 latest are tried: only the first payment has enough. */
static void
sixty_four_entries_of_a_voucher_are_tried (void **state)
{
  (void) state;
  for (guint n_later = 63; n_later <= 64; n_later++)
    {
      g_autoptr (GString) rows = g_string_new (PAID);
      for (guint i = 0; i < n_later; i++)
        g_string_append (rows, "20210302 支 沙镇镇 200 乙 日常养护 3\n");
      g_string_append (rows, "20210401 支 沙镇镇 -300 - 冲销3号凭证 9\n");
      g_autofree char *rest = reverse (rows->str);
      assert_true (g_str_has_prefix (rest, n_later == 63 ? "2:700;" : "2:1000;"));
      assert_true (g_str_has_suffix (rest, n_later == 63 ? ";0" : ";1"));
    }
}

static void
eight_vouchers_that_are_named_are_looked_for (void **state)
{
  (void) state;
  assert_text_equal_free (
      reverse (PAID "20210401 支 沙镇镇 -300 - 冲销11号12号13号14号15号16号17号3号凭证 9\n"),
      "2:700;0");
  assert_text_equal_free (
      reverse (PAID "20210401 支 沙镇镇 -300 - 冲销11号12号13号14号15号16号17号18号3号凭证 9\n"),
      "2:1000;1");
}

static void
a_named_voucher_is_reduced_by_less_than_all_of_it (void **state)
{
  (void) state;
  assert_text_equal_free (
      reverse (PAID "20210401 支 沙镇镇 -300 - 部分退回，冲销记-0003号凭证 9\n"), "2:700;0");
  assert_text_equal_free (reverse (PAID "20210401 支 沙镇镇 -1000 - 冲销凭证号：3 9\n"), "0");
  assert_text_equal_free (reverse (PAID "20210401 支 沙镇镇 -1001 - 冲销3号凭证 9\n"), "2:1000;1");
  assert_text_equal_free (reverse (PAID "20210401 支 堂邑镇 -1000 - 冲销3号凭证 9\n"), "2:1000;1");
  assert_text_equal_free (reverse (PAID "20210401 支 - -1000 - 冲销3号凭证 9\n"), "0");
}

static void
the_number_of_a_document_is_no_voucher (void **state)
{
  (void) state;
  assert_text_equal_free (reverse (PAID "20210401 支 沙镇镇 -300 - 冲销鲁财〔2021〕3号 9\n"),
                          "2:1000;1");
  assert_text_equal_free (reverse (PAID "20210401 支 沙镇镇 -300 - 冲销2021年3月付款 9\n"),
                          "2:1000;1");
}

static void
words_reverse_without_a_minus_and_on_either_side (void **state)
{
  (void) state;
  assert_text_equal_free (reverse (PAID "20210401 支 沙镇镇 1000 甲 红字冲销 9\n"), "0");
  assert_text_equal_free (reverse (PAID "20210401 收 沙镇镇 1000 甲 冲销错付 9\n"), "0");
  assert_text_equal_free (reverse (PAID "20210401 支 沙镇镇 1000 甲 冲销后重新拨付 9\n"),
                          "no reversal");
}

static void
a_reversal_after_the_day_has_not_happened (void **state)
{
  (void) state;
  const char *rows = PAID "20210401 支 沙镇镇 -1000 甲 - 9\n";
  assert_text_equal_free (reverse_until (rows, 20210331), "2:1000;0");
  assert_text_equal_free (reverse_until (rows, 20210401), "0");
}

#ifndef __SANITIZE_ADDRESS__
static void
add_hostile (YlLedger *ledger, gboolean is_reversal, guint i)
{
  yl_ledger_add (ledger, &(YlLedgerEntry){ .date = { 20210301 },
                                           .direction = YL_LEDGER_PAID,
                                           .amount = { 1000 + (is_reversal ? 1 : 0) },
                                           .party = "沙镇镇",
                                           .use = "冲销1号凭证",
                                           .voucher = "1",
                                           .reversal = is_reversal ? YL_LEDGER_REVERSAL_RED
                                                                   : YL_LEDGER_NO_REVERSAL,
                                           .row = i + 2 });
}

/* Half a ledger of payments under one voucher, half of reversals that name it and fit none. */
static void
many_reversals_of_one_voucher_end (void **state)
{
  (void) state;
  g_autoptr (YlLedger) ledger = yl_ledger_new ("拨付台账.csv");
  g_autoptr (YlFindings) findings = yl_findings_new_counting (1);
  for (guint i = 0; i < YL_LEDGER_MAX_ENTRIES; i++)
    add_hostile (ledger, i % 2 == 1, i);
  YlReversals reversals;
  g_autoptr (YlLedger) rest =
      yl_ledger_reverse (ledger, (YlDate){ 20211231 }, findings, &reversals);
  assert_number_equal (reversals.n_unmatched, YL_LEDGER_MAX_ENTRIES / 2);
  assert_number_equal (rest->entries->len, YL_LEDGER_MAX_ENTRIES / 2);
}
#endif

int
main (void)
{
  const struct CMUnitTest tests[] = {
    cmocka_unit_test (a_red_entry_takes_back_the_same_payment),
    cmocka_unit_test (another_party_document_amount_or_side_is_not_the_same),
    cmocka_unit_test (a_receipt_is_taken_back_like_a_payment),
    cmocka_unit_test (nothing_is_taken_back_before_it_was_entered),
    cmocka_unit_test (the_latest_of_equal_payments_is_taken_back_and_each_once),
    cmocka_unit_test (the_latest_day_counts_not_the_lowest_row),
    cmocka_unit_test (of_one_voucher_the_latest_entry_is_reduced),
    cmocka_unit_test (sixty_four_entries_of_a_voucher_are_tried),
    cmocka_unit_test (eight_vouchers_that_are_named_are_looked_for),
    cmocka_unit_test (a_named_voucher_is_reduced_by_less_than_all_of_it),
    cmocka_unit_test (the_number_of_a_document_is_no_voucher),
    cmocka_unit_test (words_reverse_without_a_minus_and_on_either_side),
    cmocka_unit_test (a_reversal_after_the_day_has_not_happened),
#ifndef __SANITIZE_ADDRESS__
    cmocka_unit_test (many_reversals_of_one_voucher_end),
#endif
  };
  return cmocka_run_group_tests (tests, NULL, NULL);
}
