#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** What reading one workbook may take. */
#define YL_CHILD_ADDRESS_BYTES ((guint64) 1024 * 1024 * 1024)
#define YL_CHILD_CPU_SECONDS 60

/** yl_child_confine: this process gives up what reading needs not, for good (see yl_child_answer()).
 * Returns: %FALSE when something of it could not be done; then nothing may be read. */
gboolean yl_child_confine (void);

G_END_DECLS
