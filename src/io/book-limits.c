#include "yanglu/io/book-limits.h"

#include "yanglu/domain/cell-place.h"

const YlBookLimits yl_book_limits_default = {
  .rows_per_sheet = YL_SHEET_MAX_ROWS,
  .columns = 2000,
  .inflated_bytes = (guint64) 512 * 1024 * 1024,
  .inflation_ratio = 200,
  .archive_entries = 4096,
  .cells = 16 * 1024 * 1024,
};
