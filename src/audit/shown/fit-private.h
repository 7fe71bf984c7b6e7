#pragma once

#include "yanglu/domain/worksheet.h"

G_BEGIN_DECLS

/**
 * yl_page_get_scale: how large @sheet is printed, in per cent.
 * @widths: (element-type guint32): of its columns, as yl_page_list_widths() gives them
 *
 * A print that is fitted to pages becomes smaller until it lies on them. Margins are taken for paper,
 * rows without a height for as high as their letters, and where the paper is not named for A3: what is
 * said to be small is smaller still on paper. A print is never made smaller than a tenth.
 */
guint yl_page_get_scale (const YlWorksheet *sheet, const GArray *widths);

G_END_DECLS
