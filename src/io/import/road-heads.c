#include "road-heads-private.h"

static const char *const keys[ROAD_N_COLUMNS] = {
  [YL_COLUMN_ROUTE_CODE] = "route-code",
  [YL_COLUMN_ROUTE_NAME] = "route-name",
  [YL_COLUMN_CLASS] = "class",
  [YL_COLUMN_TOWNSHIP] = "township",
  [YL_COLUMN_DIVISION_CODE] = "division-code",
  [YL_COLUMN_VILLAGE] = "village",
  [YL_COLUMN_START] = "start",
  [YL_COLUMN_END] = "end",
  [YL_COLUMN_LENGTH] = "length",
  [YL_COLUMN_BREAK] = "break",
  [YL_COLUMN_DUPLICATE_OF] = "duplicate-of",
  [YL_COLUMN_DEAD_END] = "dead-end",
  [YL_COLUMN_URBAN] = "urban",
  [YL_COLUMN_GRADE] = "grade",
  [YL_COLUMN_SURFACE] = "surface",
  [YL_COLUMN_WIDTH] = "width",
  [YL_COLUMN_MAINTAINED] = "maintained",
  [YL_COLUMN_MAINTAINED_LENGTH] = "maintained-length",
  [YL_COLUMN_SUBSIDISED_LENGTH] = "subsidised-length",
  [YL_COLUMN_CONDITION] = "condition",
  [YL_COLUMN_CHIEF] = "chief",
  [YL_COLUMN_PACKAGE] = "package",
  [YL_COLUMN_PAYEE] = "payee",
  [YL_COLUMN_BUILT] = "built",
  [YL_COLUMN_REBUILT] = "rebuilt",
  [YL_COLUMN_LAST_WORKS] = "last-works",
  [YL_COLUMN_PREVIOUS_CODE] = "previous-code",
  [YL_COLUMN_PREVIOUS_START] = "previous-start",
  [YL_COLUMN_PREVIOUS_END] = "previous-end",
  [ROAD_COLUMN_BREAK_2] = "break-2",
  [ROAD_COLUMN_BREAK_3] = "break-3",
};

static gboolean
has (guint64 columns, guint column)
{
  return (columns & (G_GUINT64_CONSTANT (1) << column)) != 0;
}

static gboolean
tells_class (guint64 columns)
{
  return has (columns, YL_COLUMN_CLASS) || has (columns, YL_COLUMN_ROUTE_CODE);
}

static gboolean
tells_length (guint64 columns)
{
  return has (columns, YL_COLUMN_LENGTH)
         || (has (columns, YL_COLUMN_START) && has (columns, YL_COLUMN_END));
}

static const guint64 enough[] = {
  1 << YL_COLUMN_CLASS | 1 << YL_COLUMN_LENGTH,
  1 << YL_COLUMN_ROUTE_CODE | 1 << YL_COLUMN_LENGTH,
  1 << YL_COLUMN_CLASS | 1 << YL_COLUMN_START | 1 << YL_COLUMN_END,
  1 << YL_COLUMN_ROUTE_CODE | 1 << YL_COLUMN_START | 1 << YL_COLUMN_END,
  0,
};

static const char *
get_missing (guint64 columns)
{
  if (!tells_class (columns))
    return tells_length (columns) ? "“类别”（或“路线编码”）"
                                  : "“类别”（或“路线编码”）和“里程”（或“起点桩号”与“止点桩号”）";
  return tells_length (columns) ? NULL : "“里程”（或“起点桩号”与“止点桩号”）";
}

const YlHeadTable yl_road_heads = {
  .words = YL_WORDS_ROAD_HEADS,
  .columns = keys,
  .n_columns = ROAD_N_COLUMNS,
  .enough = enough,
  .expected = "“类别”（或“路线编码”）和“里程”（或“起点桩号”与“止点桩号”）",
  .get_missing = get_missing,
};
