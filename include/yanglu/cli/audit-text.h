#pragma once

#include "yanglu/audit/lists/county-lists.h"
#include "yanglu/domain/audit/audit.h"

G_BEGIN_DECLS

/** yl_audit_text_print: what was taken for what, every finding, what explains the difference, the
 * conclusion, in plain Chinese. */
void yl_audit_text_print (const YlAudit *audit);

/** yl_county_lists_text_print: the pairs of counties, and the findings, of whose codes @n_kept each
 * were kept. */
void yl_county_lists_text_print (const YlCountyLists *lists, guint n_kept);

G_END_DECLS
