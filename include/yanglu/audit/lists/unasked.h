#pragma once

#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/**
 * yl_list_drop_unasked: without the findings that ask what another one leaves nothing to ask of:
 * a route code that is none (C04) names no county (A07); a row of another county (A07, an error) is held
 * neither against townships (E06, E07) nor against the age of its code (A07, a warning).
 *
 * Returns: (transfer full): the others in their order; those that were counted only stay counted
 */
YlFindings *yl_list_drop_unasked (const YlFindings *findings);

G_END_DECLS
