#pragma once

#include "yanglu/io/store/record.h"

G_BEGIN_DECLS

#define YL_RECORD_HASH_DIGITS 64

/** What a verification found. */
typedef struct
{
  gint64 n_steps;                         /* that follow each from the one before */
  gint64 bad_seq;                         /* the first that does not; 0: all do */
  char *fault;                            /* (nullable): what is wrong, a Chinese sentence */
  char anchor[YL_RECORD_HASH_DIGITS + 1]; /* the hash of the last step that follows, in hex */
} YlRecordReport;

void yl_record_report_free (YlRecordReport *report);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRecordReport, yl_record_report_free)

/**
 * yl_record_verify: recomputes the chain of hashes from the record's identity, replays the journal from
 * empty and compares what comes of it with the tables.
 * @anchor: (nullable): a hash kept on paper: that it stands in the chain is held, too. Without one a file
 *   that was rewritten whole, journal and all, verifies.
 */
YlRecordReport *yl_record_verify (YlRecord *record, const char *anchor, GError **error);

G_END_DECLS
