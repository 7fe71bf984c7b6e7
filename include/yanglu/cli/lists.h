#pragma once

#include "yanglu/app/given-lists.h"
#include "yanglu/cli/command-line.h"

G_BEGIN_DECLS

/**
 * yl_lists_take: (transfer full): the road lists that the arguments of @line name.
 * @output: (nullable): what will be written; refused where it is one of them
 */
YlGivenLists *yl_lists_take (const YlCommandLine *line, const char *output, GError **error);

G_END_DECLS
