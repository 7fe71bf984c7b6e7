#include "yanglu/audit/lists/scale-rules.h"

#include "yanglu/audit/lists/reading-change.h"
#include "yanglu/audit/lists/row-group.h"
#include "yanglu/audit/lists/row.h"
#include "yanglu/calc/counted.h"

/* A length in km under a head in metres has lost its decimals: half a metre of a km. */
#define HALF (YL_SCALE_FACTOR / 2)

static gboolean
is_thousandfold (gint64 large_m, gint64 small_m)
{
  return small_m > 0 && ABS (large_m - small_m * YL_SCALE_FACTOR) <= HALF;
}

YlScaleSlip
yl_scale_slip_find (const YlRoad *road, YlHeadUnit length_unit)
{
  if (road->start_m == YL_STAKE_UNKNOWN || road->end_m == YL_STAKE_UNKNOWN)
    return YL_SLIP_NONE;
  const gint64 staked_m = (gint64) road->end_m - road->start_m;
  const gboolean is_metre = length_unit == YL_UNIT_METRE;
  if (is_thousandfold (road->length_m, staked_m))
    return is_metre ? YL_SLIP_STAKES_IN_KM : YL_SLIP_LENGTH_IN_METRES;
  if (is_thousandfold (staked_m, road->length_m))
    return is_metre ? YL_SLIP_LENGTH_IN_KM : YL_SLIP_STAKES_IN_METRES;
  return YL_SLIP_NONE;
}

/* How the words of a slip differ. */
static const struct
{
  const char *ratio;    /* of what is at fault to what it is held against */
  const char *unit;     /* that the numbers seem to have */
  const char *taken;    /* that they were read in */
  const char *expected; /* what should stand there */
  gboolean is_stakes;
} slips[] = {
  [YL_SLIP_NONE] = { "", "", "", "", FALSE },
  [YL_SLIP_LENGTH_IN_METRES] = { "1000倍", "米", "公里", "以公里为单位的里程，或注明“米”的表头",
                                 FALSE },
  [YL_SLIP_LENGTH_IN_KM] = { "千分之一", "公里", "米", "以米为单位的长度，或注明“公里”的表头",
                             FALSE },
  [YL_SLIP_STAKES_IN_METRES] = { "1000倍", "米", "公里",
                                 "以公里为单位的桩号，或写成K12+345，或注明“米”的表头", TRUE },
  [YL_SLIP_STAKES_IN_KM] = { "千分之一", "公里", "米",
                             "以米为单位的桩号，或写成K12+345，或注明“公里”的表头", TRUE },
};
G_STATIC_ASSERT (G_N_ELEMENTS (slips) == YL_N_SLIPS);

/* The rows of one table that slip alike. */
typedef struct
{
  YlRowGroup rows;
  YlReadingChange change; /* what the stakes say less what the length says */
} Slipped;

static void
add_row (Slipped *slipped, const YlRoad *road)
{
  const gint64 staked_m = (gint64) road->end_m - road->start_m;
  yl_row_group_add (&slipped->rows, road->row);
  if (yl_counted_find_mark (road) == YL_MARK_NONE)
    yl_reading_change_add_mm (&slipped->change, yl_counted_get_rate_kind (road),
                              (staked_m - road->length_m) * 1000);
}

static char *
describe_effect (const Slipped *slipped, YlScaleSlip slip, const YlFinding *finding)
{
  if (slips[slip].is_stakes)
    return g_strdup ("里程照常计入，金额不受影响");
  g_autofree char *km = yl_reading_change_show_km (&slipped->change);
  g_autofree char *yuan = yl_money_to_grouped (finding->at_stake);
  return g_strdup_printf ("仍按表头计入，与桩号相差 %s 公里、%s 元", km, yuan);
}

/* @finding has its place. */
static void
report (const Slipped *slipped,
        YlScaleSlip slip,
        const char *length_head,
        const YlRateTable *rates,
        YlFinding finding,
        YlFindings *findings)
{
  const gboolean is_stakes = slips[slip].is_stakes;
  const char *head = length_head == NULL || length_head[0] == '\0' ? "里程" : length_head;
  if (is_stakes)
    finding.is_priced = TRUE;
  else
    yl_reading_change_price (&slipped->change, rates, &finding);
  g_autofree char *effect = describe_effect (slipped, slip, &finding);
  g_autofree char *rows = yl_row_group_show (&slipped->rows);
  g_autofree char *message = g_strdup_printf (
      "%s有 %" G_GUINT64_FORMAT " 行（第 %s 行）的数是%s的%s，看来%s单位是%s而不是%s；%s；"
      "请核对单位，改正表头或数字",
      is_stakes ? "起止桩号之差" : head, slipped->rows.n_rows, rows,
      is_stakes ? "里程" : "起止桩号之差", slips[slip].ratio, is_stakes ? "桩号的" : "",
      slips[slip].unit, slips[slip].taken, effect);
  finding.code = YL_C03;
  finding.severity = YL_SEVERITY_ERROR;
  finding.row = slipped->rows.first_row;
  finding.column = is_stakes ? "止点桩号" : head;
  finding.expected = slips[slip].expected;
  finding.message = message;
  yl_findings_add (findings, &finding);
}

void
yl_scale_slip_tell (const YlRoad *road,
                    YlScaleSlip slip,
                    const YlRateTable *rates,
                    const YlFinding *place,
                    YlFindings *findings)
{
  Slipped slipped = { 0 };
  add_row (&slipped, road);
  report (&slipped, slip, NULL, rates, *place, findings);
  yl_row_group_clear (&slipped.rows);
}

void
yl_list_check_scales (const YlInventory *inventory, const YlRateTable *rates, YlFindings *findings)
{
  const guint n_origins = yl_inventory_get_n_origins (inventory);
  const gsize n_roads = yl_inventory_get_n_roads (inventory);
  g_autofree Slipped *slipped = g_new0 (Slipped, (gsize) n_origins * YL_N_SLIPS);
  for (gsize i = 0; i < n_roads; i++)
    {
      const YlRoad *road = yl_inventory_get_road (inventory, i);
      if (!yl_list_has_wrong_length (road))
        continue;
      const YlOrigin *origin = yl_inventory_get_origin (inventory, road->origin);
      const YlScaleSlip slip = yl_scale_slip_find (road, origin->length_unit);
      if (slip != YL_SLIP_NONE)
        add_row (&slipped[road->origin * YL_N_SLIPS + slip], road);
    }
  for (gsize i = 0; i < (gsize) n_origins * YL_N_SLIPS; i++)
    if (slipped[i].rows.n_rows > 0)
      {
        const YlOrigin *origin = yl_inventory_get_origin (inventory, (guint) (i / YL_N_SLIPS));
        const YlFinding place = { .file = origin->file, .sheet = origin->sheet };
        report (&slipped[i], (YlScaleSlip) (i % YL_N_SLIPS), origin->length_head, rates, place,
                findings);
        yl_row_group_clear (&slipped[i].rows);
      }
}
