#pragma once

#include "yanglu/audit/paying/ledger-sum.h"

G_BEGIN_DECLS

/* Rows of payees and purposes that the rows of a published or approved table are matched to; the
 * caller keeps what stands in them by their numbers, which count from 0 as they are added. */
typedef struct _YlNoticeRows YlNoticeRows;

YlNoticeRows *yl_notice_rows_new (const YlPayingRequest *request);
void yl_notice_rows_free (YlNoticeRows *rows);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlNoticeRows, yl_notice_rows_free)

/* The row of exactly that name and purpose; a new one when there is none. @code: of a township; 0 */
guint yl_notice_rows_get (YlNoticeRows *rows, const char *name, guint32 code, guint purpose);
/* The row that @notice means; a new one when it means none. @out_name: what a new row is called */
guint yl_notice_rows_find (YlNoticeRows *rows,
                           const YlNotice *notice,
                           YlPartyMatch *out_match,
                           const char **out_name);

G_END_DECLS
