#pragma once

#include "figures-private.h"

/* How the rows of the catalogue are written. */
#define OVER(...) .over = { __VA_ARGS__ }
#define PART(each, look, term)                                                                     \
  {                                                                                                \
    term, YL_EACH_##each, YL_TERM_##look                                                           \
  }
#define TERM(term) PART (ALL, WHOLE, term)
#define ANY(term) PART (ALL, ANY, term)
#define EACH(each, term) PART (each, WHOLE, term)
#define BRIEF(each, term) PART (each, BRIEF, term)
#define KEYLESS(term) PART (ALL, KEYLESS, term)
#define ONLY(member) .only = { 1 + member }
#define ONLY_SECOND(member) .only = { 0, 1 + member }
#define ONLY_BOTH(first, second) .only = { 1 + first, 1 + second }
#define SUM_OF(...) .step = YL_STEP_SUM, .terms = { __VA_ARGS__ }
#define AT_LEAST_ZERO(...) .step = YL_STEP_AT_LEAST_ZERO, .terms = { __VA_ARGS__ }
#define SMALLER_OF(...) .step = YL_STEP_SMALLER, .terms = { __VA_ARGS__ }
#define PRODUCT_OF(...) .step = YL_STEP_PRODUCT, .terms = { __VA_ARGS__ }
#define RATIO_OF(...) .step = YL_STEP_RATIO, .terms = { __VA_ARGS__ }
#define SAME_AS(...) .step = YL_STEP_SAME, .terms = { __VA_ARGS__ }
#define GOT(getter, type, member) .get = getter, .offset = G_STRUCT_OFFSET (type, member)
#define KEPT(type, member) GOT (yl_kept_get, type, member)
#define FED_BY_ROADS(member) .has_roads = TRUE, .roads = G_STRUCT_OFFSET (YlRoadAdds, member)
#define FED_BY_BRIDGES(member)                                                                     \
  .has_bridges = TRUE, .bridges = G_STRUCT_OFFSET (YlBridgeAdds, member)
#define SUM_OF_ROADS(member) .step = YL_STEP_SUM, FED_BY_ROADS (member)
#define SUM_OF_BRIDGES(member) .step = YL_STEP_SUM, FED_BY_BRIDGES (member)
