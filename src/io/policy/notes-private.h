#pragma once

#include "draft-private.h"

G_BEGIN_DECLS

/**
 * What groups of a policy file say about its values, and not of themselves: `[clause]`, `[verified]`,
 * `[effective-from]`, `[effective-to]`. Each line names a group of values, or one of its keys, with or without
 * a place: `daily-rate=二（二）1`, `payer-share 340621.city=…`; the nearest holds.
 */
typedef struct _YlPolicyNotes YlPolicyNotes;

/** yl_policy_notes_new: lines that name no value, and what they say in vain, go into the remarks of @draft. */
YlPolicyNotes *yl_policy_notes_new (YlPolicyDraft *draft, const YlKeyFile *scan);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPolicyNotes, yl_arena_free_record)

/** yl_policy_notes_is_area: whether @text is a prefix of division codes. */
gboolean yl_policy_notes_is_area (const char *text);
/** yl_policy_notes_is_subject: whether @name is the first @length bytes of @key, with or without a place
 * (a code, the name of a zone) behind. */
gboolean yl_policy_notes_is_subject (const char *name, const char *key, gsize length);

/** yl_policy_notes_is_group: whether @name is a group of notes. */
gboolean yl_policy_notes_is_group (const char *name);

/** yl_policy_notes_take: gives @value its clause (borrowed from the scan; "" without one), whether it was
 * verified, as the policy of @draft unless said of it, and from when to when it is in force. */
void
yl_policy_notes_take (const YlPolicyNotes *notes, const YlPolicyDraft *draft, YlPolicyValue *value);

G_END_DECLS
