#pragma once

#include "yanglu/domain/workbook.h"

/** same_book_assert: that the workbook at @path, read into @texts, has the sheets, cells, merged
 * cells and names of @planned, whose texts are in @texts, too. Returns: how many cells were compared */
guint same_book_assert (const char *path, YlTextPool *texts, const YlWorkbook *planned);
