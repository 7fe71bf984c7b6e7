#pragma once

#include "yanglu/forms/budget/own-book.h"

G_BEGIN_DECLS

/** yl_own_papers_is_named: whether a workbook with those sheets is one that this program writes about lists and
 * budgets and that holds none itself: findings alone, or working papers. */
gboolean yl_own_papers_is_named (YlHasSheet has_sheet, gconstpointer book, guint n_sheets);

G_END_DECLS
