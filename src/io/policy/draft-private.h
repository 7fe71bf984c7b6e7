#pragma once

#include "yanglu/domain/policy.h"
#include "yanglu/io/remarks.h"

G_BEGIN_DECLS

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
} YlHeadKey;
#define YL_N_HEAD_KEYS 9

/**
 * YlPolicyDraft: what one policy file says by itself, before its base is
 * known, with the line of everything. Faults are in @remarks.
 */
typedef struct
{
  char *name;            /* how messages call the file */
  GStringChunk *strings; /* holds all strings below */
  YlPolicyHead head;
  GPtrArray *areas;
  guint head_lines[YL_N_HEAD_KEYS]; /* 0: not written */
  GArray *values;                   /* of YlPolicyValue */
  GArray *lines;                    /* guint, one a value */
  YlRemarks remarks;
} YlPolicyDraft;

/** yl_policy_draft_new: never fails: what is wrong is in the remarks. */
YlPolicyDraft *yl_policy_draft_new (const char *name, GBytes *bytes);
void yl_policy_draft_free (YlPolicyDraft *draft);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPolicyDraft, yl_policy_draft_free)

/** yl_policy_draft_make: the policy, with the values of @base (nullable) where the draft is silent.
 */
YlPolicy *yl_policy_draft_make (const YlPolicyDraft *draft, YlPolicy *base);

/** yl_policy_draft_find_line: where the draft states a value; 0 when it does not. */
guint yl_policy_draft_find_line (const YlPolicyDraft *draft, const YlPolicyValue *value);

G_END_DECLS
