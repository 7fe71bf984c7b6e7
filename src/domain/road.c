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
