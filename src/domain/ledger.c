#include "yanglu/domain/ledger.h"

#include "yanglu/base/keyed-hash.h"

#include <string.h>

YlLedger *
yl_ledger_new (const char *file)
{
  YlLedger *ledger = yl_arena_new_record (sizeof *ledger);
  ledger->file = yl_arena_keep (ledger->arena, file);
  ledger->entries = yl_arena_array (ledger->arena, sizeof (YlLedgerEntry));
  ledger->settled = yl_arena_own (
      ledger->arena, g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL),
      (GDestroyNotify) g_hash_table_unref);
  ledger->settlements = yl_arena_array (ledger->arena, sizeof (YlSettlement));
  ledger->notices = yl_arena_array (ledger->arena, sizeof (YlNotice));
  return ledger;
}

/* The texts of a ledger repeat: the same payees, documents and words. */
void
yl_ledger_add (YlLedger *ledger, const YlLedgerEntry *entry)
{
  YlLedgerEntry copy = *entry;
  copy.party = yl_arena_keep_once (ledger->arena, entry->party);
  copy.document = yl_arena_keep_once (ledger->arena, entry->document);
  copy.use = yl_arena_keep_once (ledger->arena, entry->use);
  copy.voucher = yl_arena_keep_once (ledger->arena, entry->voucher);
  copy.sheet = yl_arena_keep_once (ledger->arena, entry->sheet);
  g_array_append_val (ledger->entries, copy);
}

void
yl_ledger_add_settlement (YlLedger *ledger, const YlSettlement *settlement)
{
  /* A ledger repeats the two amounts at every payment for the project. */
  char *key = g_strdup_printf ("%" G_GINT64_FORMAT " %" G_GINT64_FORMAT " %s",
                               settlement->contract.fen, settlement->settled.fen,
                               settlement->project == NULL ? "" : settlement->project);
  if (!g_hash_table_add (ledger->settled, key))
    return;
  YlSettlement copy = *settlement;
  copy.project = yl_arena_keep_once (ledger->arena, settlement->project);
  copy.file = yl_arena_keep_once (ledger->arena, settlement->file);
  copy.sheet = yl_arena_keep_once (ledger->arena, settlement->sheet);
  g_array_append_val (ledger->settlements, copy);
}

void
yl_ledger_add_notice (YlLedger *ledger, const YlNotice *notice)
{
  YlNotice copy = *notice;
  copy.party = yl_arena_keep_once (ledger->arena, notice->party);
  g_array_append_val (ledger->notices, copy);
}

const YlLedgerEntry *
yl_ledger_get (const YlLedger *ledger, guint index)
{
  return &g_array_index (ledger->entries, YlLedgerEntry, index);
}

YlDate
yl_ledger_get_last_date (const YlLedger *ledger)
{
  YlDate last = { 0 };
  for (guint i = 0; i < ledger->entries->len; i++)
    last.yyyymmdd = MAX (last.yyyymmdd, yl_ledger_get (ledger, i)->date.yyyymmdd);
  return last;
}

guint
yl_ledger_find_purpose (const YlWords *words, const char *use)
{
  guint found = YL_PURPOSE_UNTOLD;
  if (yl_words_read (words, YL_WORDS_PURPOSE, yl_text_of (use), &found))
    return found;
  guint n = 0;
  const YlSpelling *spellings = yl_words_get (words, YL_WORDS_USE, &n);
  for (guint i = 0; i < n; i++)
    {
      if (found == spellings[i].member || strstr (use, spellings[i].text) == NULL)
        continue;
      if (found != YL_PURPOSE_UNTOLD)
        return YL_PURPOSE_UNTOLD;
      found = spellings[i].member;
    }
  return found;
}

guint
yl_ledger_find_line (const YlWords *words, const char *party)
{
  static const char *const behind[] = {
    "", "工作经费", "经费", "资金", "支出", "费用", "费", NULL
  };
  for (gsize i = 0; behind[i] != NULL; i++)
    {
      guint purpose = YL_PURPOSE_UNTOLD;
      const gsize length = strlen (party);
      if (g_str_has_suffix (party, behind[i])
          && yl_words_read (words, YL_WORDS_PURPOSE, (YlText){ party, length - strlen (behind[i]) },
                            &purpose))
        return purpose;
    }
  return YL_PURPOSE_UNTOLD;
}

YlLedgerReversal
yl_ledger_find_reversal (const YlWords *words, const char *use, gboolean is_negative)
{
  if (is_negative)
    return YL_LEDGER_REVERSAL_RED;
  return yl_words_find_inside (words, YL_WORDS_REVERSAL, use) != NULL
                 && yl_words_find_inside (words, YL_WORDS_RENEWAL, use) == NULL
             ? YL_LEDGER_REVERSAL_WORDS
             : YL_LEDGER_NO_REVERSAL;
}
