#include "yanglu/calc/withdrawals.h"

#include "yanglu/base/keyed-hash.h"

#include <string.h>

typedef struct
{
  GArray *taken;      /* of YlWithdrawal */
  GHashTable *stacks; /* what key_of() says → GPtrArray of YlSource, the newest last */
} Withdrawing;

static gboolean
has_text (const char *text)
{
  return text != NULL && text[0] != '\0';
}

/* The year of a document: 2021 of 鲁财建〔2021〕1号; 0 for none. */
static guint
get_year (const char *document)
{
  for (const char *at = document == NULL ? "" : document; *at != '\0'; at++)
    {
      const gsize n = strspn (at, "0123456789");
      if (n == 4 && (at[0] == '2' || g_str_has_prefix (at, "19")))
        return (guint) g_ascii_strtoull (at, NULL, 10);
      at += n == 0 ? 0 : n - 1;
    }
  return 0;
}

/* (transfer full): what @source may be taken from, or takes from: grants of its level and purpose;
 * @document: (nullable): and of that document */
static char *
key_of (const YlSource *source, const char *document)
{
  return g_strdup_printf ("%u %u %d %s", source->level, source->purpose,
                          yl_source_is_public (source), document == NULL ? "" : document);
}

static int
compare_age (gconstpointer a, gconstpointer b)
{
  const YlSource *first = *(const YlSource *const *) a;
  const YlSource *second = *(const YlSource *const *) b;
  const guint years[] = { get_year (first->document), get_year (second->document) };
  if (years[0] != years[1])
    return years[0] < years[1] ? -1 : 1;
  return first < second ? -1 : first > second;
}

static void
push (Withdrawing *own, YlSource *source, const char *document)
{
  g_autofree char *key = key_of (source, document);
  GPtrArray *stack = g_hash_table_lookup (own->stacks, key);
  if (stack == NULL)
    {
      stack = g_ptr_array_new ();
      g_hash_table_insert (own->stacks, g_steal_pointer (&key), stack);
    }
  g_ptr_array_add (stack, source);
}

static void
stack_grants (Withdrawing *own, const GArray *sources)
{
  g_autoptr (GPtrArray) grants = g_ptr_array_new ();
  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, YlSource, i).amount.fen >= 0)
      g_ptr_array_add (grants, &g_array_index (sources, YlSource, i));
  g_ptr_array_sort (grants, compare_age);
  for (guint i = 0; i < grants->len; i++)
    {
      YlSource *grant = g_ptr_array_index (grants, i);
      push (own, grant, NULL);
      if (has_text (grant->document))
        push (own, grant, grant->document);
    }
}

static void
note (Withdrawing *own, const YlSource *by, const YlSource *from, gint64 amount_fen)
{
  const YlWithdrawal taken = {
    .by_row = by->row,
    .by_name = by->name,
    .from_row = from == NULL ? 0 : from->row,
    .from_name = from == NULL ? NULL : from->name,
    .amount = { amount_fen },
    .left = from == NULL ? (YlMoney){ 0 } : from->amount,
    .is_named = has_text (by->replaces),
  };
  g_array_append_val (own->taken, taken);
}

/* The newest grant of @stack with money left, @by aside, which never takes from itself. */
static YlSource *
find_newest (GPtrArray *stack, const YlSource *by)
{
  for (guint i = stack == NULL ? 0 : stack->len; i-- > 0;)
    {
      YlSource *grant = g_ptr_array_index (stack, i);
      if (grant != by && grant->amount.fen > 0)
        return grant;
      if (grant != by)
        g_ptr_array_remove_index (stack, i);
    }
  return NULL;
}

/* Takes up to @wanted_fen for @by. Returns: what could not be taken */
static gint64
take (Withdrawing *own, GPtrArray *stack, const YlSource *by, gint64 wanted_fen)
{
  while (wanted_fen > 0)
    {
      YlSource *from = find_newest (stack, by);
      if (from == NULL)
        break;
      const gint64 amount_fen = MIN (wanted_fen, from->amount.fen);
      from->amount.fen -= amount_fen;
      from->is_reduced = TRUE;
      wanted_fen -= amount_fen;
      note (own, by, from, amount_fen);
    }
  return wanted_fen;
}

static void
withdraw (Withdrawing *own, const YlSource *by)
{
  const gboolean is_named = has_text (by->replaces);
  if (by->amount.fen >= 0 && (!is_named || g_strcmp0 (by->replaces, by->document) == 0))
    return;
  g_autofree char *key = key_of (by, is_named ? by->replaces : NULL);
  GPtrArray *stack = g_hash_table_lookup (own->stacks, key);
  if (by->amount.fen < 0)
    {
      const gint64 rest_fen = take (own, stack, by, -by->amount.fen);
      if (rest_fen > 0)
        note (own, by, NULL, rest_fen);
      return;
    }
  /* Of the rows that replace one document the first takes all; the others find nothing, rightly. */
  take (own, stack, by, G_MAXINT64);
  if (stack == NULL)
    note (own, by, NULL, 0);
}

GArray *
yl_withdrawals_apply (GArray *sources)
{
  Withdrawing own = {
    .taken = g_array_new (FALSE, FALSE, sizeof (YlWithdrawal)),
    .stacks = g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free,
                                     (GDestroyNotify) g_ptr_array_unref),
  };
  stack_grants (&own, sources);
  for (guint i = 0; i < sources->len; i++)
    withdraw (&own, &g_array_index (sources, YlSource, i));
  g_hash_table_unref (own.stacks);
  guint n_kept = 0;
  for (guint i = 0; i < sources->len; i++)
    if (g_array_index (sources, YlSource, i).amount.fen >= 0)
      g_array_index (sources, YlSource, n_kept++) = g_array_index (sources, YlSource, i);
  g_array_set_size (sources, n_kept);
  return own.taken;
}
