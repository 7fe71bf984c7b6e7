#include "road-reading-private.h"

#define AT(field) YL_AT (RoadReading, field)

/* In the order of YlColumn: what a column is called, how its cells are read and where they are kept. */
static const YlTableColumn columns[] = {
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
G_STATIC_ASSERT (G_N_ELEMENTS (columns) == ROAD_N_COLUMNS);

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

const YlTable yl_road_table = {
  .words = YL_WORDS_ROAD_HEADS,
  .columns = columns,
  .n_columns = ROAD_N_COLUMNS,
  .enough = enough,
  .expected = "“类别”（或“路线编码”）和“里程”（或“起点桩号”与“止点桩号”）",
  .get_missing = get_missing,
};
