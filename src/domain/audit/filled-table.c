#include "yanglu/domain/audit/filled-table.h"

YlFilledTable *
yl_filled_table_new (const char *file, gsize row_size)
{
  YlFilledTable *table = yl_arena_new_record (sizeof *table);
  table->file = yl_arena_keep (table->arena, file);
  table->rows = yl_arena_array (table->arena, row_size);
  return table;
}
