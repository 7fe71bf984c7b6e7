#include "reading-private.h"

#define AT(field) YL_AT (RoadReading, field)

/* In the order of YlColumn: what a column is called, how its cells are read and where they are kept. */
static const YlImportColumn road_columns[] = {
  { "route-code", .read_road = road_read_code },
  { "route-name", AT (out.route_name), .read_road = road_read_text },
  { "class", .read_road = road_read_class },
  { "township", AT (out.township), .read_road = road_read_text },
  { "division-code", .read_road = road_read_division },
  { "village", AT (out.village), .read_road = road_read_text },
  { "start", AT (start), .read_road = road_read_stake },
  { "end", AT (end), .read_road = road_read_stake },
  { "length", AT (length), .read_road = road_read_length },
  { "break", .read_road = road_read_filled, .flag = YL_ROAD_BREAK },
  { "duplicate-of", .read_road = road_read_filled, .flag = YL_ROAD_DUPLICATE },
  { "dead-end", .read_road = road_read_flag, .flag = YL_ROAD_DEAD_END },
  { "urban", .read_road = road_read_flag, .flag = YL_ROAD_URBAN },
  { "grade", .read_road = road_read_grade },
  { "surface", .read_road = road_read_surface },
  { "width", .read_road = road_read_width },
  { "maintained", .read_road = road_read_flag },
  { "maintained-length", AT (out.road.maintained_m), .read_road = road_read_part_length },
  { "subsidised-length", AT (out.road.subsidised_m), .read_road = road_read_part_length },
  { "condition", .read_road = road_read_condition },
  { "chief", AT (out.chief), .read_road = road_read_text },
  { "package", AT (out.package), .read_road = road_read_text },
  { "payee", AT (out.payee), .read_road = road_read_text },
  { "built", AT (out.road.built), .read_road = road_read_year },
  { "rebuilt", AT (out.road.rebuilt), .read_road = road_read_year },
  { "last-works", AT (out.road.last_works), .read_road = road_read_year },
  { "previous-code", .read_road = road_read_previous_code },
  { "previous-start", AT (out.road.previous_start_m), .read_road = road_read_previous_stake },
  { "previous-end", AT (out.road.previous_end_m), .read_road = road_read_previous_stake },
  { "break-2", .read_road = road_read_filled, .flag = YL_ROAD_BREAK },
  { "break-3", .read_road = road_read_filled, .flag = YL_ROAD_BREAK },
};
G_STATIC_ASSERT (G_N_ELEMENTS (road_columns) == ROAD_N_COLUMNS);

static gboolean
has (guint64 found, guint column)
{
  return (found & (G_GUINT64_CONSTANT (1) << column)) != 0;
}

static gboolean
tells_class (guint64 found)
{
  return has (found, YL_COLUMN_CLASS) || has (found, YL_COLUMN_ROUTE_CODE);
}

static gboolean
tells_length (guint64 found)
{
  return has (found, YL_COLUMN_LENGTH)
         || (has (found, YL_COLUMN_START) && has (found, YL_COLUMN_END));
}

static const guint64 enough[] = {
  1 << YL_COLUMN_CLASS | 1 << YL_COLUMN_LENGTH,
  1 << YL_COLUMN_ROUTE_CODE | 1 << YL_COLUMN_LENGTH,
  1 << YL_COLUMN_CLASS | 1 << YL_COLUMN_START | 1 << YL_COLUMN_END,
  1 << YL_COLUMN_ROUTE_CODE | 1 << YL_COLUMN_START | 1 << YL_COLUMN_END,
  0,
};

static const char *
get_missing (guint64 found)
{
  if (!tells_class (found))
    return tells_length (found) ? "“类别”（或“路线编码”）"
                                : "“类别”（或“路线编码”）和“里程”（或“起点桩号”与“止点桩号”）";
  return tells_length (found) ? NULL : "“里程”（或“起点桩号”与“止点桩号”）";
}

const YlImportTable yl_road_table = {
  .words = YL_WORDS_ROAD_HEADS,
  .columns = road_columns,
  .n_columns = ROAD_N_COLUMNS,
  .enough = enough,
  .expected = "“类别”（或“路线编码”）和“里程”（或“起点桩号”与“止点桩号”）",
  .get_missing = get_missing,
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
          (RoadField){ head->cell, column,
                       is_length ? road_read_part_length : road_columns[column].read_road };
    }
}
