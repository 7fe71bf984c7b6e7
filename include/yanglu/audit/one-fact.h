#pragma once

#include "yanglu/domain/finding.h"

G_BEGIN_DECLS

/**
 * yl_findings_unite: at most one finding for one fact. Of two findings the weaker goes
 * - where one code implies the other at the same place, by the table of precedence in the source:
 *   a figure ten thousand times too large is not also a total that does not add up;
 * - where both name the same cell and the same yuan: the graver stays, then the earlier in the rule
 *   book;
 * - where code, place, yuan and message are the same: the rule was asked twice.
 * The finding that stays takes the graver severity, the yuan and the gainer that it lacks, and its
 * message names the codes of those that went. The order of the others stays.
 *
 * Returns: (transfer full)
 */
YlFindings *yl_findings_unite (const YlFindings *findings);

G_END_DECLS
