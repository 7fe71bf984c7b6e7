#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * yl_system_error_describe: what errno @code means, in Chinese whatever the locale; a rare one by its number.
 * Returns: (transfer none)
 */
const char *yl_system_error_describe (int code);

G_END_DECLS
