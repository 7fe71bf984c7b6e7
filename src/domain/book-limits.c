#include "yanglu/domain/book-limits.h"

#include "yanglu/domain/cell-place.h"

#define MIB ((guint64) 1024 * 1024)

const YlBookLimits yl_book_limits_default = {
  .rows_per_sheet = YL_SHEET_MAX_ROWS,
  .columns = 2000,
  .inflated_bytes = 512 * MIB,
  .inflation_ratio = 200,
  .archive_entries = 4096,
  .cells = 16 * 1024 * 1024,
  .steps = 100000000,
  .steps_per_cell = 2000,
  .kept_bytes = 128 * MIB,
  .copy_bytes = 16 * MIB,
  .bytes_per_cell = 400,
};
