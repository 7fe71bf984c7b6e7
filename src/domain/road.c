#include "yanglu/domain/road.h"

#include "accounts-tables.h"

#include "yanglu/base/enum-table.h"

YL_DEFINE_TEXTS (yl_condition_get_name,
                 YlCondition,
                 YL_CONDITION_BAD + 1,
                 [YL_CONDITION_UNKNOWN] = "",
                 [YL_CONDITION_EXCELLENT] = "优",
                 [YL_CONDITION_GOOD] = "良",
                 [YL_CONDITION_FAIR] = "中",
                 [YL_CONDITION_POOR] = "次",
                 [YL_CONDITION_BAD] = "差")

YL_DEFINE_TEXTS (yl_grade_get_name,
                 YlGrade,
                 YL_GRADE_SUBSTANDARD + 1,
                 [YL_GRADE_UNKNOWN] = "",
                 [YL_GRADE_EXPRESSWAY] = "高速",
                 [YL_GRADE_FIRST] = "一级",
                 [YL_GRADE_SECOND] = "二级",
                 [YL_GRADE_THIRD] = "三级",
                 [YL_GRADE_FOURTH] = "四级",
                 [YL_GRADE_SUBSTANDARD] = "等外")

YL_DEFINE_TEXTS (yl_surface_get_name,
                 YlSurface,
                 YL_SURFACE_UNPAVED + 1,
                 [YL_SURFACE_UNKNOWN] = "",
                 [YL_SURFACE_ASPHALT] = "沥青",
                 [YL_SURFACE_CONCRETE] = "水泥",
                 [YL_SURFACE_LIGHT] = "简易铺装",
                 [YL_SURFACE_UNPAVED] = "未铺装")

/* Rows of templates/accounts/condition.csv: a grade and the least PQI that it has, the best grade first, the
 * last from 0 on. */
static const struct
{
  YlCondition condition;
  guint least_pqi;
} grades[] = { YL_CONDITION_ROWS };

YlCondition
yl_condition_find_of_pqi (guint pqi)
{
  guint i = 0;
  while (pqi < grades[i].least_pqi)
    i++;
  return grades[i].condition;
}

char *
yl_road_to_place (const YlRoad *road, const char *place)
{
  const guint32 code = road->township_code != 0 ? road->township_code : road->county_code;
  const gboolean is_name = place[0] != '\0' && !g_ascii_isdigit (place[0]);
  return code == 0 || is_name ? g_strdup (place) : g_strdup_printf ("%" G_GUINT32_FORMAT, code);
}
