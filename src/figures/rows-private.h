#pragma once

#include "ranges-private.h"

#include "yanglu/calc/adds.h"

G_BEGIN_DECLS

typedef enum
{
  YL_TERM_WHOLE,   /* with all that is behind it */
  YL_TERM_ANY,     /* unless it is nothing */
  YL_TERM_BRIEF,   /* what is behind it is told at its own cell */
  YL_TERM_KEYLESS, /* without saying where it stands */
} YlTermLook;

/* How the rows of the catalogue are written. */
#define OVER(...) .over = { __VA_ARGS__ }
#define TERM(term)                                                                                 \
  {                                                                                                \
    term, YL_EACH_ALL, YL_TERM_WHOLE                                                               \
  }
#define ANY(term)                                                                                  \
  {                                                                                                \
    term, YL_EACH_ALL, YL_TERM_ANY                                                                 \
  }
#define EACH(each, term)                                                                           \
  {                                                                                                \
    term, YL_EACH_##each, YL_TERM_WHOLE                                                            \
  }
#define BRIEF(each, term)                                                                          \
  {                                                                                                \
    term, YL_EACH_##each, YL_TERM_BRIEF                                                            \
  }
#define KEYLESS(term)                                                                              \
  {                                                                                                \
    term, YL_EACH_ALL, YL_TERM_KEYLESS                                                             \
  }
#define ONLY(member) .only = { 1 + member }
#define ONLY_SECOND(member) .only = { 0, 1 + member }
#define ONLY_BOTH(first, second) .only = { 1 + first, 1 + second }
#define SUM_OF(...) .step = YL_STEP_SUM, .terms = { __VA_ARGS__ }
#define AT_LEAST_ZERO(...) .step = YL_STEP_AT_LEAST_ZERO, .terms = { __VA_ARGS__ }
#define SMALLER_OF(...) .step = YL_STEP_SMALLER, .terms = { __VA_ARGS__ }
#define PRODUCT_OF(...) .step = YL_STEP_PRODUCT, .terms = { __VA_ARGS__ }
#define RATIO_OF(...) .step = YL_STEP_RATIO, .terms = { __VA_ARGS__ }
#define SAME_AS(...) .step = YL_STEP_SAME, .terms = { __VA_ARGS__ }
#define KEPT(getter, type, member) .get = getter, .offset = G_STRUCT_OFFSET (type, member)
#define FED_BY_ROADS(member) .has_roads = TRUE, .roads = G_STRUCT_OFFSET (YlRoadAdds, member)
#define FED_BY_BRIDGES(member)                                                                     \
  .has_bridges = TRUE, .bridges = G_STRUCT_OFFSET (YlBridgeAdds, member)
#define SUM_OF_ROADS(member) .step = YL_STEP_SUM, FED_BY_ROADS (member)
#define SUM_OF_BRIDGES(member) .step = YL_STEP_SUM, FED_BY_BRIDGES (member)

/** A part of the catalogue: the figures of one idea, in one file. */
typedef struct
{
  const YlFigure *rows;
  gsize n;
} YlFigureTable;
#define YL_N_FIGURE_TABLES 8
extern const YlFigureTable *const yl_figure_tables[YL_N_FIGURE_TABLES]; /* catalogue.c */
#define FOR_EACH_FIGURE(row)                                                                       \
  for (guint t = 0; t < YL_N_FIGURE_TABLES; t++)                                                   \
    for (const YlFigure *row = yl_figure_tables[t]->rows;                                          \
         row < yl_figure_tables[t]->rows + yl_figure_tables[t]->n; row++)
extern const YlFigureTable yl_figures_of_sums;    /* sums.c */
extern const YlFigureTable yl_figures_of_payers;  /* payers.c */
extern const YlFigureTable yl_figures_of_daily;   /* daily.c */
extern const YlFigureTable yl_figures_of_demand;  /* demand.c */
extern const YlFigureTable yl_figures_of_sources; /* sources.c */
extern const YlFigureTable yl_figures_of_tables;  /* tables.c */
extern const YlFigureTable yl_figures_of_land;    /* land.c */
extern const YlFigureTable yl_figures_of_rows;    /* rows.c */

G_END_DECLS
