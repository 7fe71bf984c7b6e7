#include "resolve-private.h"

#include "merged-private.h"
#include "source-private.h"

#include <string.h>

/* Nation, province, city, county, township: a longer chain is a mistake. */
#define MAX_CHAIN 8

/* The policies that wait for their base, the nearest first. */
typedef struct Chain
{
  YlPolicyDraft *draft;
  const YlPolicyBases *bases;
  const struct Chain *above;
} Chain;

static YlPolicy *resolve (const Chain *chain);

static gboolean
is_chain_sound (const Chain *chain)
{
  YlPolicyDraft *draft = chain->draft;
  const guint line = draft->head_lines[YL_HEAD_BASE];
  guint n_links = 0;
  for (const Chain *link = chain; link != NULL; link = link->above, n_links++)
    if (strcmp (link->draft->head.id, draft->head.base) == 0)
      {
        yl_remarks_refuse (&draft->remarks, line,
                           "“base=%s”绕回了自己：一份政策不能直接或间接以自己为依据。",
                           draft->head.base);
        return FALSE;
      }
  if (n_links < MAX_CHAIN)
    return TRUE;
  yl_remarks_refuse (&draft->remarks, line, "“base”一层套一层超过 %d 层，请检查。", MAX_CHAIN);
  return FALSE;
}

static GBytes *
read_base (const Chain *chain)
{
  const char *id = chain->draft->head.base;
  const YlPolicyBases *bases = chain->bases;
  for (gsize i = 0; i < bases->n_texts; i++)
    if (strcmp (bases->texts[i].id, id) == 0)
      return g_bytes_new (bases->texts[i].text, strlen (bases->texts[i].text));
  GBytes *bytes = yl_policy_source_find (id);
  if (bytes != NULL || bases->folder == NULL)
    return bytes;
  g_autofree char *name = g_strconcat (id, ".policy", NULL);
  g_autofree char *path = g_build_filename (bases->folder, name, NULL);
  return yl_policy_source_read (path, NULL);
}

/* The base of @chain's draft; %NULL, and the draft says why, when it cannot be had. */
static YlPolicy *
find_base (const Chain *chain)
{
  YlPolicyDraft *draft = chain->draft;
  const guint line = draft->head_lines[YL_HEAD_BASE];
  if (!is_chain_sound (chain))
    return NULL;
  g_autoptr (GBytes) bytes = read_base (chain);
  if (bytes == NULL)
    {
      yl_remarks_refuse (&draft->remarks, line,
                         "找不到“base=%s”：它不是内置政策，同一目录里也没有能读取的 %s.policy。",
                         draft->head.base, draft->head.base);
      return NULL;
    }
  g_autoptr (YlPolicyDraft) below = yl_policy_draft_new (draft->head.base, bytes);
  if (below->remarks.n_fatal == 0 && strcmp (below->head.id, draft->head.base) != 0)
    yl_remarks_refuse (&below->remarks, below->head_lines[YL_HEAD_ID],
                       "“id”是“%s”，与文件名和“base=%s”不一致。", below->head.id, draft->head.base);
  const Chain next = { below, chain->bases, chain };
  YlPolicy *base = resolve (&next);
  if (base == NULL)
    {
      g_autoptr (GError) error = NULL;
      yl_remarks_set_error (&below->remarks, &yl_policy_kind, below->name, &error);
      yl_remarks_refuse (&draft->remarks, line, "所依据的政策有错误：%s", error->message);
    }
  return base;
}

static YlPolicy *
resolve (const Chain *chain)
{
  YlPolicyDraft *draft = chain->draft;
  if (draft->remarks.n_fatal > 0)
    return NULL;
  g_autoptr (YlPolicy) base = NULL;
  if (draft->head.base[0] != '\0')
    {
      base = find_base (chain);
      if (base == NULL)
        return NULL;
    }
  g_autoptr (YlPolicy) policy = yl_policy_draft_make (draft, base);
  yl_policy_merged_check (draft, policy);
  return draft->remarks.n_fatal > 0 ? NULL : g_steal_pointer (&policy);
}

YlPolicy *
yl_policy_resolve (YlPolicyDraft *draft, const YlPolicyBases *bases)
{
  const Chain chain = { draft, bases, NULL };
  return resolve (&chain);
}
