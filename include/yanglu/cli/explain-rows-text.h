#pragma once

#include "yanglu/domain/budget.h"
#include "yanglu/domain/derivation.h"

G_BEGIN_DECLS

/**
 * yl_explain_rows_print: the roads and bridges behind @figure, then those that are left out.
 * @is_asked: it is the figure that was asked for: its first rows are listed, else only counted
 * @is_all: every row is listed
 * @depth: how far the lines beside the table are indented
 */
void yl_explain_rows_print (const YlBudget *budget,
                            const YlDerivation *figure,
                            gboolean is_asked,
                            gboolean is_all,
                            guint depth);

G_END_DECLS
