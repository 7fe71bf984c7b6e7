#pragma once

#include "yanglu/app/record/preview.h"

G_BEGIN_DECLS

/* preview_begin: (transfer full): @record as it stands, with its budget; no changes yet. */
YlRecordPreview *preview_begin (YlRecord *record, GError **error);
/* preview_end: what its changes come to. @missing: (element-type utf8): ids of rows that nobody named */
void preview_end (YlRecordPreview *preview, YlRecord *record, const GPtrArray *missing);

G_END_DECLS
