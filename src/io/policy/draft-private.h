#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/io/key-file.h"
#include "yanglu/io/policy/policies.h"
#include "yanglu/io/remarks.h"

G_BEGIN_DECLS

/** So many bases may stand on each other: nation, province, city, county, township; a longer chain is a
 * mistake. */
#define YL_POLICY_MAX_CHAIN 8

/** What messages call a policy file. */
extern const YlKeyFileKind yl_policy_kind;

/** yl_policy_source_list: (transfer full): the ids of the policies compiled in, sorted. */
char **yl_policy_source_list (void);
/** yl_policy_source_find: (transfer full) (nullable): the text of one compiled in. */
GBytes *yl_policy_source_find (const char *id);
/** yl_policy_source_read: (transfer full): a file, at most one byte past the limit of the scan. */
GBytes *yl_policy_source_read (const char *path, GError **error);

/** The keys of `[policy]`. */
typedef enum
{
  YL_HEAD_ID,
  YL_HEAD_TITLE,
  YL_HEAD_DOCUMENT,
  YL_HEAD_ISSUED,
  YL_HEAD_EFFECTIVE_FROM,
  YL_HEAD_EFFECTIVE_TO,
  YL_HEAD_AREA,
  YL_HEAD_BASE,
  YL_HEAD_VERIFIED,
  YL_HEAD_PART_YEAR,
} YlHeadKey;
#define YL_N_HEAD_KEYS 10

/**
 * YlPolicyDraft: what one policy file says by itself, before its base is
 * known, with the line of everything. Faults are in @remarks.
 */
typedef struct
{
  YlArena *arena;
  const char *name; /* how messages call the file */
  YlPolicyHead head;
  GPtrArray *areas;                 /* of texts */
  guint head_lines[YL_N_HEAD_KEYS]; /* 0: not written */
  GArray *values;                   /* of YlPolicyValue */
  GArray *lines;                    /* guint, one a value */
  YlRemarks remarks;
} YlPolicyDraft;

/** yl_policy_draft_new: never fails: what is wrong is in the remarks. */
YlPolicyDraft *yl_policy_draft_new (const char *name, GBytes *bytes);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPolicyDraft, yl_arena_free_record)

/** yl_policy_draft_make: the policy, with the values of @base (nullable) where the draft is silent.
 */
YlPolicy *yl_policy_draft_make (const YlPolicyDraft *draft, YlPolicy *base);

/** yl_policy_draft_find_line: where the draft states a value; 0 when it does not. */
guint yl_policy_draft_find_line (const YlPolicyDraft *draft, const YlPolicyValue *value);

/** Where a base is looked for: among the texts, among those compiled in, then in the folder. */
typedef struct
{
  const YlPolicyText *texts;
  gsize n_texts;
  const char *folder; /* (nullable) */
} YlPolicyBases;

/** yl_policy_resolve (resolve.c): makes @draft whole: finds its base, merges and checks. What is wrong goes into
 * the draft's remarks.
 *
 * Returns: (transfer full) (nullable): %NULL when the draft has a fatal error
 */
YlPolicy *yl_policy_resolve (YlPolicyDraft *draft, const YlPolicyBases *bases);

G_END_DECLS
