#pragma once

#include "yanglu/calc/adds.h"
#include "yanglu/calc/price.h"
#include "yanglu/domain/sheet-names.h"
#include "yanglu/figures/catalogue.h"
#include "yanglu/figures/explain.h"

G_BEGIN_DECLS

struct _YlFigureView
{
  const YlBudget *budget;
  const YlFigures *figures;
  const YlEntry *entry;
  const YlPolicy *policy;
  const YlInventory *inventory;
  const char *area; /* the entity's code; "" when it has none */
  YlRateTable rates;
};

YlFigureView yl_figure_view (const YlBudget *budget);

#define YL_N_OVER (YL_OVER_ROW + 1)

/** Some of what a figure ranges over. */
typedef enum
{
  YL_EACH_ALL,
  YL_EACH_ROAD_LINE,
  YL_EACH_BRIDGE_LINE,
  YL_EACH_DAILY_LINE, /* roads and bridges */
  YL_EACH_OTHER_LINE, /* no daily money */
  YL_EACH_PURPOSE_LINE,
  YL_EACH_OTHER_PURPOSE,  /* any but the daily */
  YL_EACH_TOWNSHIP_CLASS, /* of which the township has any */
  YL_EACH_BEARER_BEFORE,  /* those who pay before the own bearer */
  YL_EACH_PAID_PURPOSE,   /* of which the own bearer pays something */
  YL_EACH_SOURCE,         /* of the own level, purpose, fund */
  YL_EACH_SUPERIOR_SOURCE,
  YL_EACH_FUNDED_SOURCE,
  YL_EACH_SOCIAL_SOURCE,
  YL_EACH_UNSHARED_SOURCE, /* superior daily money of levels without a share */
  YL_EACH_GRANT_SOURCE,    /* public money of the own level and purpose; 中央 through 省 */
  YL_EACH_LAND_SOURCE,
  YL_EACH_COUNTED_SOURCE, /* of the own purpose and account, but social money for the daily standard */
  YL_EACH_FISCAL_FUND,    /* no social one */
  YL_EACH_USE_PURPOSE,    /* that the own use is of */
  YL_EACH_USE_BESIDE,     /* uses of the same purpose that have an account */
  YL_EACH_PROJECT,
  YL_EACH_FORM_LINE, /* the row of 其他支出 that the own line repeats */
  YL_EACH_PAID_PAYEE,
  YL_EACH_PAID_LINE,
  YL_EACH_PAID_PROJECT, /* the payee, the line, the row of 其他支出 that the own recipient is */
  YL_EACH_QUARTER_BEFORE,
} YlEach;
#define YL_N_EACH 27

/* ranges.c */
guint yl_over_count (const YlFigureView *view, YlOver over);
gboolean yl_over_has (const YlFigureView *view, YlOver over, guint member);
/** yl_over_get_key: (transfer full): what stands for it in a key. */
char *yl_over_get_key (const YlFigureView *view, YlOver over, guint member);
/** yl_over_get_name: (transfer full): what stands for it in a title. */
char *yl_over_get_name (const YlFigureView *view, YlOver over, guint member);
/** yl_over_take: moves @at behind the longest key of a member that stands there. */
gboolean yl_over_take (const YlFigureView *view, YlOver over, const char **at, guint *out_member);
YlOver yl_each_get_over (YlEach each);
/** yl_each_takes: whether @member is one of them, for the figure @at. */
gboolean yl_each_takes (const YlFigureAt *at, YlEach each, guint member);
/** yl_kept_line: the line of demand, township, source …, or class or indicator, that the first member
 * of @at is; the figures of the budget where it is of all. */
gconstpointer yl_kept_line (const YlFigureAt *at);
/** yl_kept_get: what stands there at the figure's offset, for its second member. */
gint64 yl_kept_get (const YlFigureAt *at);
/** yl_over_is_one: whether a road or bridge is of at most one of them. */
gboolean yl_over_is_one (YlOver over);
/** yl_over_find_row: which one that is; %YL_LINE_NONE or beyond the last: of none. */
guint yl_over_find_row (const YlFigureView *view, YlOver over, const YlDerivationRow *row);
/** yl_over_takes_row: whether a road or bridge is of @member. */
gboolean
yl_over_takes_row (const YlFigureView *view, YlOver over, guint member, const YlDerivationRow *row);
/** yl_recipient_find_line: %YL_LINE_NONE: a payee. @out_row: of 其他支出; its count: put in; none: all */
guint yl_recipient_find_line (const YlFigureView *view, guint recipient, guint *out_row);

typedef enum
{
  YL_TERM_WHOLE,   /* with all that is behind it */
  YL_TERM_ANY,     /* unless it is nothing */
  YL_TERM_BRIEF,   /* what is behind it is told at its own cell */
  YL_TERM_KEYLESS, /* without saying where it stands */
} YlTermLook;

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
extern const YlFigureTable yl_figures_of_sums;   /* sums.c */
extern const YlFigureTable yl_figures_of_payers; /* payers.c */
/** yl_is_shared: whether declared shares divide the daily money; yl_is_shared_after: what superior
 * grants leave of it; yl_has_share: whether a share is declared for @payer here. */
gboolean yl_is_shared (const YlFigureAt *at);
gboolean yl_is_shared_after (const YlFigureAt *at);
gboolean yl_has_share (const YlFigureView *view, guint payer);
/* daily.c, demand.c, … */
extern const YlFigureTable yl_figures_of_daily, yl_figures_of_demand, yl_figures_of_sources,
    yl_figures_of_tables, yl_figures_of_land, yl_figures_of_rows;

/* catalogue.c */
gboolean yl_figure_is_there (const YlFigureAt *at);
/** yl_figure_read: which figure has the whole @key, and of what; %FALSE: none. */
gboolean yl_figure_read (const YlFigureView *view, const char *key, YlFigureAt *out_at);
char *yl_figure_make_key (const YlFigureAt *at);
/** yl_figure_fill: (transfer full): @words with names for its stars. */
char *yl_figure_fill (const YlFigureAt *at, const char *words);

/** A figure, or some, that another follows from. */
typedef void (*YlTermVisit) (const YlFigureAt *at, const YlTerm *term, gpointer data);
void yl_figure_visit_terms (const YlFigureAt *at, YlTermVisit visit, gpointer data);
gint64 yl_figure_work (const YlFigureAt *at);
/** yl_row_adds: what a road or bridge adds to @figure; 0 where nothing. */
gint64 yl_row_adds (const YlFigureView *view, const YlFigure *figure, const YlDerivationRow *row);
/** yl_row_is_of: whether a road or bridge is of what @at is of. */
gboolean yl_row_is_of (const YlFigureAt *at, const YlDerivationRow *row);
/** yl_figure_visit_rows: the roads and bridges of what @at is of, with what they add to it. */
typedef void (*YlRowVisit) (const YlFigureAt *at, const YlDerivationRow *row, gpointer data);
void yl_figure_visit_rows (const YlFigureAt *at, YlRowVisit visit, gpointer data);
void yl_road_get_adds (const YlFigureView *view, gsize road, YlRoadAdds *out_adds);

/* policy.c */
/** yl_explain_policy_value: (transfer full) (nullable): @value as a figure; %NULL for none. */
YlDerivation *yl_explain_policy_value (const YlPolicyValue *value);
/** yl_explain_policy: (transfer full) (nullable): the value of the policy with @key. */
YlDerivation *yl_explain_policy (const YlFigureView *view, const char *key);

/** yl_policy_find_moved: (nullable): what a change of the value @key of a policy is measured by. */
const char *yl_policy_find_moved (const YlFigureView *view, const char *key);

/* demand.c */
gboolean yl_is_road_line (const YlFigureAt *at);
gboolean yl_is_size_line (const YlFigureAt *at);
gboolean yl_is_metre_line (const YlFigureAt *at);
/** yl_find_line: (nullable): the line of demand "@group.@name". */
const YlDemandLine *yl_find_line (const YlFigureView *view, const char *group, const char *name);
/* payers.c */
/** yl_find_payer_line: (nullable): what the budget has a payer pay for a purpose. */
const YlPayerLine *yl_find_payer_line (const YlFigureView *view, guint payer, guint purpose);

/* Values of the policy that several figures rest on. */
const YlPolicyValue *yl_find_daily_rate (const YlFigureView *view, guint rate);

G_END_DECLS
