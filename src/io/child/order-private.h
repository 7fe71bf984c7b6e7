#pragma once

#include "process-private.h"
#include "records-private.h"

G_BEGIN_DECLS

/** yl_child_run: one child from its start to its end; what it says goes to @taker. */
gboolean yl_child_run (const YlChildOrder *order,
                       const YlInput *input,
                       YlRecordTaker *taker,
                       GError **error);

G_END_DECLS
