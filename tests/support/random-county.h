#pragma once

#include "support/county.h"

/** yl_test_seed: of YL_TEST_SEED, else of the clock; printed, so that a failure can be had again. */
guint32 yl_test_seed (void);

/**
 * yl_test_random_county: a county with every feature, by chance: the same for the same @seed.
 * @order: another order of roads, bridges, sources and projects for each number; 0: as drawn
 */
YlTestCounty *yl_test_random_county (guint32 seed, guint32 order);

/** yl_test_figures_to_text: (transfer full): every figure, a line each. */
char *yl_test_figures_to_text (const YlFigures *figures);
