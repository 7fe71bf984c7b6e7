#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/domain/finding.h"
#include "yanglu/domain/inventory.h"

G_BEGIN_DECLS

/** A row whose length and stakes are a thousandfold apart: which of them is in the wrong unit. */
typedef enum
{
  YL_SLIP_NONE,
  YL_SLIP_LENGTH_IN_METRES, /* under a head in kilometres, or a silent one */
  YL_SLIP_LENGTH_IN_KM,     /* under a head in metres */
  YL_SLIP_STAKES_IN_METRES, /* beside a length in kilometres */
  YL_SLIP_STAKES_IN_KM,     /* beside a length in metres */
} YlScaleSlip;
#define YL_N_SLIPS (YL_SLIP_STAKES_IN_KM + 1)

/** yl_scale_slip_find: up to half a metre of the smaller number, as a head in metres rounds. */
YlScaleSlip yl_scale_slip_find (const YlRoad *road, YlHeadUnit length_unit);

/**
 * yl_scale_slip_tell: C03 (E) of one row that slips. At stake is the difference × rate where the
 * length is in the wrong unit, 0 where the stakes are: the length is what counts.
 * @place: its file and sheet
 */
void yl_scale_slip_tell (const YlRoad *road,
                         YlScaleSlip slip,
                         const YlRateTable *rates,
                         const YlFinding *place,
                         YlFindings *findings);

/** yl_list_check_scales: C03 of a whole list: one finding a table and slip, which names the first
 * ten rows. What it tells is no A03. */
void
yl_list_check_scales (const YlInventory *inventory, const YlRateTable *rates, YlFindings *findings);

G_END_DECLS
