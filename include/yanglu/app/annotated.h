#pragma once

#include "yanglu/forms/annotated/annotated-book.h"

G_BEGIN_DECLS

/**
 * yl_annotated_write: writes the copy of @found, whose formulas without values get them, to @path, whole or not at all.
 * @request: its workbook becomes @found
 * @force: replaces a file that stands there
 * @instead: a sentence: what does for a workbook that is too large
 *
 * Returns: %FALSE with %YL_ERROR_LIMIT for a workbook of more than %YL_ANNOTATED_CELLS cells, or what
 *   io/output tells
 */
gboolean yl_annotated_write (YlAnnotatedRequest *request,
                             YlWorkbook *found,
                             const char *path,
                             gboolean force,
                             const char *instead,
                             GError **error);

G_END_DECLS
