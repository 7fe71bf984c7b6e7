#include "work-private.h"

#include "yanglu/base/keyed-hash.h"

#include <string.h>

/* What is given of each account, and what of the demand is paid from it. Offices write one account in
 * several ways; those that the account table knows for one are one line. */

/* Longer than a code and its name; what is longer, or has what a formula reads as more than text, is
 * no other way to write an account but one of its own. */
#define SPELLING_CHARACTERS 60

/* One way to write an account. */
typedef struct
{
  const char *text;
  YlAccount known;
  gboolean is_known; /* and may stand in one row with other ways */
} Spelling;

static gboolean
is_plain (const char *text)
{
  for (const char *at = text; *at != '\0'; at++)
    if ((guchar) *at < ' ' || *at == '"' || *at == '#')
      return FALSE;
  return g_utf8_strlen (text, -1) <= SPELLING_CHARACTERS;
}

static int
compare_codes (const Spelling *a, const Spelling *b)
{
  const gsize length = MIN (a->known.code.length, b->known.code.length);
  const int order = memcmp (a->known.code.at, b->known.code.at, length);
  return order != 0 ? order : (int) a->known.code.length - (int) b->known.code.length;
}

/* Known ones by their code, then where none is written, then others: what has no row of its own any
 * more is the last. */
static int
compare_spellings (gconstpointer one, gconstpointer other)
{
  const Spelling *a = one;
  const Spelling *b = other;
  if (a->is_known != b->is_known)
    return a->is_known ? -1 : 1;
  const int order = a->is_known ? compare_codes (a, b) : 0;
  return order != 0 ? order : strcmp (a->text, b->text);
}

/* Engines compare texts without regard to case. */
static GHashTable *
collect (const GArray *sources)
{
  GHashTable *spellings = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < sources->len; i++)
    {
      const char *text = g_array_index (sources, YlSource, i).account;
      char *key = g_utf8_strdown (text, -1);
      const char *before = g_hash_table_lookup (spellings, key);
      if (before == NULL || strcmp (text, before) < 0)
        g_hash_table_replace (spellings, key, (gpointer) text);
      else
        g_free (key);
    }
  return spellings;
}

static GArray *
sort (GHashTable *spellings, guint year)
{
  GArray *sorted = g_array_new (FALSE, TRUE, sizeof (Spelling));
  GHashTableIter iter;
  gpointer text = NULL;
  g_hash_table_iter_init (&iter, spellings);
  while (g_hash_table_iter_next (&iter, NULL, &text))
    {
      Spelling spelling = { .text = text };
      spelling.is_known = yl_account_find (text, year, &spelling.known) && is_plain (text);
      g_array_append_val (sorted, spelling);
    }
  g_array_sort (sorted, compare_spellings);
  return sorted;
}

static void
add_line (YlFigures *figures, const Spelling *spelling)
{
  const YlAccount *known = &spelling->known;
  YlAccountLine line = { .account = spelling->text, .name = "" };
  if (spelling->is_known)
    line.account =
        yl_arena_print (figures->arena, "%.*s", (int) known->code.length, known->code.at);
  if (known->name != NULL)
    line.name =
        known->is_of_group ? yl_arena_print (figures->arena, "%s（款）", known->name) : known->name;
  g_array_append_val (figures->accounts, line);
}

/* The last line, where it is of the same account and has room. */
static YlAccountLine *
find_line (const YlFigures *figures, const Spelling *spelling)
{
  const guint n = figures->accounts->len;
  YlAccountLine *line = n == 0 ? NULL : &g_array_index (figures->accounts, YlAccountLine, n - 1);
  const YlText code = spelling->known.code;
  return line != NULL && spelling->is_known && line->n_spellings < YL_MAX_SPELLINGS
                 && yl_text_is (code, line->account)
             ? line
             : NULL;
}

/* Which line a way to write an account is of. */
static guint
place (YlFigures *figures, const Spelling *spelling)
{
  YlAccountLine *line = find_line (figures, spelling);
  if (line == NULL && figures->accounts->len < YL_MAX_ACCOUNTS)
    add_line (figures, spelling);
  else if (line == NULL && figures->accounts->len == YL_MAX_ACCOUNTS)
    g_array_append_val (figures->accounts,
                        ((YlAccountLine){ .account = "", .name = "", .is_rest = TRUE }));
  line = &g_array_index (figures->accounts, YlAccountLine, figures->accounts->len - 1);
  if (spelling->is_known && !line->is_rest && strcmp (line->account, spelling->text) != 0)
    line->spellings[line->n_spellings++] = spelling->text;
  return figures->accounts->len - 1;
}

static void
place_sources (YlWork *work)
{
  const GArray *sources = work->entry->sources;
  YlFigures *figures = work->figures;
  g_autoptr (GHashTable) spellings = collect (sources);
  g_autoptr (GArray) sorted = sort (spellings, figures->year);
  g_autoptr (GHashTable) lines =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < sorted->len; i++)
    {
      const Spelling *spelling = &g_array_index (sorted, Spelling, i);
      g_hash_table_insert (lines, g_utf8_strdown (spelling->text, -1),
                           GUINT_TO_POINTER (place (figures, spelling)));
    }
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      g_autofree char *key = g_utf8_strdown (source->account, -1);
      const guint32 line = GPOINTER_TO_UINT (g_hash_table_lookup (lines, key));
      g_array_append_val (figures->source_accounts, line);
      yl_work_add (work,
                   &g_array_index (figures->accounts, YlAccountLine, line).fund_fen[source->fund],
                   source->amount.fen);
    }
}

/* What one purpose has of each account. */
typedef struct
{
  YlAccountUse use;
  gboolean has_any;
} Used;

static Used *
add_up_purpose (YlWork *work, YlPurpose purpose)
{
  const GArray *sources = work->entry->sources;
  Used *used = g_new0 (Used, work->figures->accounts->len);
  for (guint i = 0; i < sources->len; i++)
    {
      const YlSource *source = &g_array_index (sources, YlSource, i);
      if (source->purpose != purpose)
        continue;
      const guint32 account = g_array_index (work->figures->source_accounts, guint32, i);
      Used *own = &used[account];
      own->has_any = TRUE;
      yl_work_add (work, &own->use.fund_fen[source->fund], source->amount.fen);
      if (purpose != YL_PURPOSE_DAILY || yl_source_is_public (source))
        yl_work_add (work, &own->use.counted_fen, source->amount.fen);
    }
  return used;
}

static void
list_purpose (YlWork *work, YlPurpose purpose)
{
  YlFigures *figures = work->figures;
  g_autofree Used *used = add_up_purpose (work, purpose);
  const gint64 demand_fen = yl_work_sum_demand (work, purpose);
  gint64 open_fen = demand_fen;
  gboolean has_any = demand_fen != 0;
  for (guint i = 0; i < figures->accounts->len; i++)
    {
      if (!used[i].has_any)
        continue;
      YlAccountUse use = used[i].use;
      use.purpose = purpose;
      use.account = i;
      g_array_append_val (figures->account_uses, use);
      open_fen = yl_work_subtract (work, open_fen, use.counted_fen);
      has_any = TRUE;
    }
  const YlAccountUse open = { purpose, YL_LINE_NONE, { 0 }, open_fen };
  if (has_any)
    g_array_append_val (figures->account_uses, open);
}

void
yl_work_list_accounts (YlWork *work)
{
  place_sources (work);
  for (guint purpose = 0; purpose < YL_N_PURPOSES; purpose++)
    list_purpose (work, (YlPurpose) purpose);
}
