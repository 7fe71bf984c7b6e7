#pragma once

#include "yanglu/cli/command.h"

G_BEGIN_DECLS

/**
 * yl_option_value_read: understands @text as a value of @option, which is no flag.
 * @out_value: of the type that the option's kind names; may borrow from @text; untouched on failure
 *
 * Returns: %FALSE with %YL_ERROR_USAGE, which names the option and what was expected
 */
gboolean
yl_option_value_read (const YlOption *option, const char *text, gpointer out_value, GError **error);

G_END_DECLS
