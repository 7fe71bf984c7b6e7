#pragma once

#include "rows-private.h"

#include "yanglu/io/store/step.h"

G_BEGIN_DECLS

#define HASH_BYTES 32

/* what.c: the canonical JSON of a step. */

/* what_write: (transfer full): what @deltas do; "{}" for nothing. */
GString *what_write (const Deltas *deltas);

/* One cell of one row; place is told by its digits. Texts are borrowed; NULL: no row was there, or is. */
typedef struct
{
  const char *sheet;
  const char *id;
  const char *column;
  const char *old;
  const char *new;
} WhatCell;

/* what_read: hands on every cell of @json, which must be canonical to the byte. Returns: FALSE where it is not, or
 * where @take says so. */
gboolean what_read (const char *json,
                    gsize length,
                    gboolean (*take) (gpointer self, const WhatCell *cell),
                    gpointer self);

/* chain.c */

typedef struct
{
  gint64 seq;
  gint64 at_ms;
  const char *who;
  const char *kind;
  const guint8 *what; /* as it is kept */
  gsize n_what;
} ChainLink;

void chain_begin (const YlRecordIdentity *identity, guint8 out_hash[HASH_BYTES]);
void
chain_add (const guint8 previous[HASH_BYTES], const ChainLink *link, guint8 out_hash[HASH_BYTES]);
/* chain_pack, chain_unpack: (transfer full): `what` as it is kept, and its JSON. NULL when it is none, or more than
 * %YL_STEP_MAX_BYTES. */
GByteArray *chain_pack (const char *json, gsize length);
GString *chain_unpack (const guint8 *what, gsize n_what);

/* answer.c */

YlStepAnswer *step_answer_new (void);
/* step_keep: (transfer none): a text of @answer; NULL for NULL. */
const char *step_keep (YlStepAnswer *answer, const char *text);

/* journal.c */

/* step_commit: enters @deltas as @step and puts them into the tables, in the transaction that is open; fills in
 * @answer. */
gboolean step_commit (YlRecord *record,
                      const YlRecordStep *step,
                      const Deltas *deltas,
                      YlStepAnswer *answer,
                      GError **error);
/* journal_tell_again: what step @seq touched, as step_commit() told it, in the order of the journal. */
gboolean journal_tell_again (YlRecord *record, gint64 seq, YlStepAnswer *answer, GError **error);
/* journal_load: (transfer full): the JSON of step @seq; NULL with an error. */
GString *journal_load (YlRecord *record, gint64 seq, GError **error);

/* step.c */

/* step_begin: opens the transaction; whether @step was applied before stands in @answer. */
gboolean
step_begin (YlRecord *record, const YlRecordStep *step, YlStepAnswer *answer, GError **error);

G_END_DECLS
