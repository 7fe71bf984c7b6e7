#pragma once

#include "process-private.h"
#include "records-private.h"
#include "said-private.h"

G_BEGIN_DECLS

/** yl_child_run: one child from its start to its end; what it says goes to @taker, and a copy of it,
 * as far as there is room, to @said (nullable). */
gboolean yl_child_run (const YlChildOrder *order,
                       const YlInput *input,
                       YlRecordTaker *taker,
                       YlSaid *said,
                       GError **error);

G_END_DECLS
