#include "yanglu/domain/book-limits.h"

#include "yanglu/domain/cell-place.h"

#define MIB ((guint64) 1024 * 1024)

const YlBookLimits yl_book_limits_default = {
  .rows_per_sheet = YL_SHEET_MAX_ROWS,
  .columns = 2000,
  .inflated_bytes = 512 * MIB,
  .inflation_ratio = 200,
  .archive_entries = 4096,
  .cells = 256 * 1024,
  .cells_per_byte = 1,
  .shared_bytes = 32 * MIB,
  .shared_per_byte = 16,
  .steps = 50000000,
  .steps_per_cell = 1000,
  .bytes_per_paid_cell = 16,
  .kept_bytes = 128 * MIB,
  .copy_bytes = 16 * MIB,
  .bytes_per_cell = 400,
};

guint64
yl_book_limits_count_cells (const YlBookLimits *limits, guint64 file_bytes)
{
  return limits->cells + limits->cells_per_byte * file_bytes;
}

guint64
yl_book_limits_count_shared (const YlBookLimits *limits, guint64 file_bytes)
{
  return limits->shared_bytes + limits->shared_per_byte * file_bytes;
}

guint64
yl_book_limits_count_paid (const YlBookLimits *limits, guint64 n_cells, guint64 file_bytes)
{
  return file_bytes == 0 ? n_cells : MIN (n_cells, file_bytes / limits->bytes_per_paid_cell);
}
