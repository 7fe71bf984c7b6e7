#include "road-reading-private.h"

static guint32
fold_columns (guint64 columns)
{
  const guint64 breaks = (G_GUINT64_CONSTANT (1) << ROAD_COLUMN_BREAK_2)
                         | (G_GUINT64_CONSTANT (1) << ROAD_COLUMN_BREAK_3);
  const guint32 own = (guint32) (columns & ((G_GUINT64_CONSTANT (1) << YL_N_COLUMNS) - 1));
  return (columns & breaks) == 0 ? own : own | (1U << YL_COLUMN_BREAK);
}

/* A row before its cells are read: what a column that is not there says. */
static void
set_blank (YlRoadImport *import)
{
  const guint16 origin = import->blank.road.origin;
  const gboolean has_subsidised = (import->columns & (1U << YL_COLUMN_SUBSIDISED_LENGTH)) != 0;
  import->blank = (YlRoadRow){
    .sheet = import->sheet,
    .road = { .origin = origin,
              .maintained_m = YL_METRES_UNKNOWN,
              .subsidised_m = has_subsidised ? 0 : YL_METRES_UNKNOWN,
              .start_m = YL_STAKE_UNKNOWN,
              .end_m = YL_STAKE_UNKNOWN,
              .previous_start_m = YL_STAKE_UNKNOWN,
              .previous_end_m = YL_STAKE_UNKNOWN,
              .letter_class = YL_N_CLASSES },
  };
}

static void
begin_table (YlRoadImport *import, guint64 columns)
{
  const YlRoadImportRequest *request = &import->request;
  import->columns = columns;
  import->tally.n_tables++;
  if (request->builder != NULL)
    import->blank.road.origin = yl_inventory_builder_add_origin (
        request->builder, request->file, import->sheet, fold_columns (columns));
  yl_head_finder_report_repeats (import->finder, request->file, import->sheet, request->findings);
}

void
road_load_fields (YlRoadImport *import)
{
  const guint64 columns = yl_head_finder_get_columns (import->finder);
  if (columns != import->columns)
    begin_table (import, columns);
  set_blank (import);
  import->n_fields = 0;
  for (guint column = 0; column < ROAD_N_COLUMNS; column++)
    {
      const YlHead *head = yl_head_finder_get (import->finder, column);
      if (head->cell == YL_HEAD_ABSENT)
        continue;
      import->units[column] = head->unit;
      /* 列养(公里) is a length, though it is called like the flag. */
      const gboolean is_length =
          column == YL_COLUMN_MAINTAINED
          && (head->unit == YL_UNIT_KILOMETRE || head->unit == YL_UNIT_METRE);
      import->fields[import->n_fields++] =
          (RoadField){ head->cell, column,
                       is_length ? road_read_part_length
                                 : yl_road_table.columns[column].read_road };
    }
}
