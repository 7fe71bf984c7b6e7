#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/explained.h"

G_BEGIN_DECLS

/* Each returns (transfer full) what @budget says of one thing, or %NULL with %YL_ERROR_NOT_FOUND, which
 * names the nearest ones. */
/** yl_explained_road: every section of a route, by its code in any spelling or by its name, or by a part of
 * a name that no other route has. */
YlExplained *yl_explained_road (const YlBudget *budget, const char *code, GError **error);
/** yl_explained_township: by its name, with or without 街道, 镇, 乡, or by its code. */
YlExplained *yl_explained_township (const YlBudget *budget, const char *name, GError **error);
/** yl_explained_line: a line of the demand, by its code or title; else what yl_explained_named() says. */
YlExplained *yl_explained_line (const YlBudget *budget, const char *code, GError **error);
/** yl_explained_named: a figure or a value of the policy, by its key; else a figure of no road, bridge or row
 * of a list by its title in the catalogue, by a part of it, or by characters that stand in it in this
 * order: the one that is nearest. Where several are, the error names them. */
YlExplained *yl_explained_named (const YlBudget *budget, const char *name, GError **error);

G_END_DECLS
