#include "road-reading-private.h"

/* How the cells of each column are read. */
static const ReadCell readers[ROAD_N_COLUMNS] = {
  [YL_COLUMN_ROUTE_CODE] = road_read_code,
  [YL_COLUMN_ROUTE_NAME] = road_read_text,
  [YL_COLUMN_CLASS] = road_read_class,
  [YL_COLUMN_TOWNSHIP] = road_read_text,
  [YL_COLUMN_DIVISION_CODE] = road_read_division,
  [YL_COLUMN_VILLAGE] = road_read_text,
  [YL_COLUMN_START] = road_read_stake,
  [YL_COLUMN_END] = road_read_stake,
  [YL_COLUMN_LENGTH] = road_read_length,
  [YL_COLUMN_BREAK] = road_read_filled,
  [ROAD_COLUMN_BREAK_2] = road_read_filled,
  [ROAD_COLUMN_BREAK_3] = road_read_filled,
  [YL_COLUMN_DUPLICATE_OF] = road_read_filled,
  [YL_COLUMN_DEAD_END] = road_read_flag,
  [YL_COLUMN_URBAN] = road_read_flag,
  [YL_COLUMN_GRADE] = road_read_grade,
  [YL_COLUMN_SURFACE] = road_read_surface,
  [YL_COLUMN_WIDTH] = road_read_width,
  [YL_COLUMN_MAINTAINED] = road_read_flag,
  [YL_COLUMN_MAINTAINED_LENGTH] = road_read_part_length,
  [YL_COLUMN_SUBSIDISED_LENGTH] = road_read_part_length,
  [YL_COLUMN_CONDITION] = road_read_condition,
  [YL_COLUMN_CHIEF] = road_read_text,
  [YL_COLUMN_PACKAGE] = road_read_text,
  [YL_COLUMN_PAYEE] = road_read_text,
  [YL_COLUMN_BUILT] = road_read_year,
  [YL_COLUMN_REBUILT] = road_read_year,
  [YL_COLUMN_LAST_WORKS] = road_read_year,
  [YL_COLUMN_PREVIOUS_CODE] = road_read_previous_code,
  [YL_COLUMN_PREVIOUS_START] = road_read_previous_stake,
  [YL_COLUMN_PREVIOUS_END] = road_read_previous_stake,
};

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
          (RoadField){ head->cell, column, is_length ? road_read_part_length : readers[column] };
    }
}
