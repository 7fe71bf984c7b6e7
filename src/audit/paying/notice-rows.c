#include "notice-rows-private.h"

/* Names are guessed at among the payees of the budget and so many others; past them only the same
 * words are the same. */
#define N_OTHERS_MAX 1000

struct _YlNoticeRows
{
  const YlPayingRequest *request;
  GStringChunk *texts;
  GHashTable *by_key; /* purpose and name → row, from 1 */
  GArray *parties;    /* of YlParty, by row until the first find; "" for other purposes */
  YlPartyList *list;  /* (nullable): of the parties; made at the first find */
  guint n;
};

YlNoticeRows *
yl_notice_rows_new (const YlPayingRequest *request)
{
  YlNoticeRows *rows = g_new0 (YlNoticeRows, 1);
  rows->request = request;
  rows->texts = g_string_chunk_new (4096);
  rows->by_key = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  rows->parties = g_array_new (FALSE, FALSE, sizeof (YlParty));
  return rows;
}

void
yl_notice_rows_free (YlNoticeRows *rows)
{
  if (rows == NULL)
    return;
  g_clear_pointer (&rows->list, yl_party_list_free);
  g_array_unref (rows->parties);
  g_hash_table_unref (rows->by_key);
  g_string_chunk_free (rows->texts);
  g_free (rows);
}

static gboolean
is_party_wanted (const YlNoticeRows *rows)
{
  const YlBudget *budget = rows->request->budget;
  const guint n_known = budget == NULL ? 0 : yl_budget_get_figures (budget)->payees->len;
  return rows->list == NULL && rows->n < n_known + N_OTHERS_MAX;
}

guint
yl_notice_rows_get (YlNoticeRows *rows, const char *name, guint32 code, guint purpose)
{
  g_autofree char *key = g_strdup_printf ("%u %s", purpose, name);
  const guint known = GPOINTER_TO_UINT (g_hash_table_lookup (rows->by_key, key));
  if (known != 0)
    return known - 1;
  if (is_party_wanted (rows))
    {
      const char *called = purpose == YL_PURPOSE_DAILY ? name : "";
      const YlParty party = { g_string_chunk_insert (rows->texts, called), code };
      g_array_append_val (rows->parties, party);
    }
  g_hash_table_insert (rows->by_key, g_steal_pointer (&key), GUINT_TO_POINTER (rows->n + 1));
  return rows->n++;
}

guint
yl_notice_rows_find (YlNoticeRows *rows,
                     const YlNotice *notice,
                     YlPartyMatch *out_match,
                     const char **out_name)
{
  guint index = 0;
  *out_match = YL_PARTY_SAME;
  if (notice->purpose != YL_PURPOSE_DAILY && notice->purpose != YL_PURPOSE_UNTOLD)
    {
      *out_name = yl_purpose_get_name ((YlPurpose) notice->purpose);
      return yl_notice_rows_get (rows, *out_name, 0, notice->purpose);
    }
  if (rows->list == NULL)
    rows->list =
        yl_party_list_new (rows->request->places, rows->request->county_code,
                           (const YlParty *) (gpointer) rows->parties->data, rows->parties->len);
  *out_name = notice->party;
  *out_match = yl_party_list_find (rows->list, notice->party, &index);
  if (*out_match == YL_PARTY_UNKNOWN)
    return yl_notice_rows_get (rows, notice->party, 0, YL_PURPOSE_DAILY);
  return index;
}
