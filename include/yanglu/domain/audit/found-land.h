#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/domain/fund.h"

G_BEGIN_DECLS

/** What a line of a table of land-transfer revenue holds. */
typedef enum
{
  YL_LAND_ROW_INCOME,    /* 土地出让收入 */
  YL_LAND_ROW_COST,      /* one cost, 征地和拆迁补偿 say */
  YL_LAND_ROW_ALL_COSTS, /* 成本性支出合计, or the only line of costs */
  YL_LAND_ROW_NET,       /* 土地出让收益 */
  YL_LAND_ROW_SHARE,     /* 计提比例 */
  YL_LAND_ROW_DUE,       /* 应计提数 */
} YlLandMeaning;

/** One figure of such a table. */
typedef struct
{
  guint8 meaning;    /* YlLandMeaning */
  guint8 depth;      /* how much finer than the unit it is written: decimals of the number */
  guint32 row;       /* from 1 */
  guint16 column;    /* from 0 */
  const char *label; /* "征地和拆迁补偿" */
  gint64 units;      /* fen; ppm of a share */
} YlLandFigure;

/** YlFoundLand: the land-transfer revenue of one payer as a table states it. */
typedef struct
{
  YlArena *arena;
  const char *sheet;
  const char *name;   /* "县级"; "" when the table has only one column of figures */
  guint8 payer_after; /* YlPayer + 1; 0 unknown */
  gint64 unit;        /* what 1 in the table is in fen: 100 for yuan, 1 000 000 for 万元 */
  gint64 step_fen;    /* what the last digit of its amounts is worth */
  GArray *figures;    /* of YlLandFigure */
} YlFoundLand;

/** yl_found_land_new: without figures. */
YlFoundLand *yl_found_land_new (const char *sheet, const char *name, gint64 unit);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlFoundLand, yl_arena_free_record)

/** yl_found_land_add: copies the label of @figure; the step becomes that of its finest amount. */
void yl_found_land_add (YlFoundLand *land, const YlLandFigure *figure);
/** yl_found_land_find: (nullable): the first figure of @meaning. */
const YlLandFigure *yl_found_land_find (const YlFoundLand *land, YlLandMeaning meaning);
/** yl_found_land_to_place: (transfer full): "土地!B6". */
char *yl_found_land_to_place (const YlFoundLand *land, const YlLandFigure *figure);
/** yl_found_land_get_costs: (transfer full) (element-type YlLandFigure): the single costs, 0 left
 * out; where 其中 says that they are not all, or none stands alone, what the total has beyond them is
 * a cost too. The labels are borrowed. */
GArray *yl_found_land_get_costs (const YlFoundLand *land);

G_END_DECLS
