#pragma once

#include "rows-private.h"

#include "yanglu/figures/explain.h"

G_BEGIN_DECLS

/* catalogue.c */
gboolean yl_figure_is_there (const YlFigureAt *at);
/** yl_figure_settle: finds, of the rows with the key of @at, the one that holds; %FALSE: none. */
gboolean yl_figure_settle (YlFigureAt *at);
/** yl_figure_read: which figure has the whole @key, and of what; %FALSE: none. */
gboolean yl_figure_read (const YlFigureView *view, const char *key, YlFigureAt *out_at);
char *yl_figure_make_key (const YlFigureAt *at);
/** yl_figure_fill: (transfer full): @words with names for its stars. */
char *yl_figure_fill (const YlFigureAt *at, const char *words);

/* value.c */
/** A figure, or some, that another follows from. */
typedef void (*YlTermVisit) (const YlFigureAt *at, const YlTerm *term, gpointer data);
void yl_figure_visit_terms (const YlFigureAt *at, YlTermVisit visit, gpointer data);
/** yl_figure_has_whole: whether the second of its terms is above nothing. */
gboolean yl_figure_has_whole (const YlFigureAt *at);
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

/** yl_policy_find_moved: (nullable): the figure by which a change of the value @key of a policy is
 * measured. */
const char *yl_policy_find_moved (const YlFigureView *view, const char *key);

/* kept.c: by the first member, where one is meant. */
gint64 yl_kept_of_budget (const YlFigureAt *at);
const YlDemandLine *yl_kept_line (const YlFigureAt *at);
gint64 yl_kept_of_line (const YlFigureAt *at);
gboolean yl_is_road_line (const YlFigureAt *at);
gboolean yl_is_size_line (const YlFigureAt *at);
gboolean yl_is_metre_line (const YlFigureAt *at);
const YlIndicatorLine *yl_kept_indicator (const YlFigureAt *at);
gint64 yl_kept_of_indicator (const YlFigureAt *at);

/* demand.c */
/** yl_find_line: (nullable): the line of demand "@group.@name". */
const YlDemandLine *yl_find_line (const YlFigureView *view, const char *group, const char *name);
/* payers.c */
/** yl_find_paid_fen: what the budget has a payer pay for a purpose. */
const YlPayerLine *yl_find_payer_line (const YlFigureView *view, guint payer, guint purpose);

/* Values of the policy that several figures rest on. */
const YlPolicyValue *yl_find_daily_rate (const YlFigureView *view, guint rate);

G_END_DECLS
