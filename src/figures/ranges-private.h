#pragma once

#include "yanglu/calc/price.h"
#include "yanglu/figures/catalogue.h"

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
#define YL_QUARTERS 4

/** Some of what a figure ranges over. */
typedef enum
{
  YL_EACH_ALL,
  YL_EACH_ROAD_LINE,
  YL_EACH_BRIDGE_LINE,
  YL_EACH_DAILY_LINE, /* roads and bridges */
  YL_EACH_OTHER_LINE, /* no daily money */
  YL_EACH_PURPOSE_LINE,
  YL_EACH_TOWNSHIP_CLASS, /* of which the township has any */
  YL_EACH_BEARER_BEFORE,  /* those who pay before the own bearer */
  YL_EACH_PAID_PURPOSE,   /* of which the own bearer pays something */
  YL_EACH_SOURCE,         /* of the own level, purpose, fund */
  YL_EACH_SUPERIOR_SOURCE,
  YL_EACH_FUNDED_SOURCE,
  YL_EACH_SOCIAL_SOURCE,
  YL_EACH_GRANT_SOURCE, /* public money of the own level and purpose; 中央 through 省 */
  YL_EACH_LAND_SOURCE,
  YL_EACH_PROJECT,
  YL_EACH_FORM_LINE, /* the row of 其他支出 that the own line repeats */
  YL_EACH_PAID_PAYEE,
  YL_EACH_PAID_LINE, /* the payee, the line, that the own recipient is */
  YL_EACH_QUARTER_BEFORE,
} YlEach;
#define YL_N_EACH 20

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
/** yl_over_is_one: whether a road or bridge is of at most one of them. */
gboolean yl_over_is_one (YlOver over);
/** yl_over_find_row: which one that is; %YL_LINE_NONE or beyond the last: of none. */
guint yl_over_find_row (const YlFigureView *view, YlOver over, const YlDerivationRow *row);
/** yl_over_takes_row: whether a road or bridge is of @member. */
gboolean
yl_over_takes_row (const YlFigureView *view, YlOver over, guint member, const YlDerivationRow *row);
/** yl_other_find_purpose: which of the form's own lines a row of 其他支出 is; %FALSE: a project. */
gboolean yl_other_find_purpose (guint row, YlPurpose *out_purpose);
/** yl_recipient_find_line: the line of demand that is paid to @recipient; %FALSE for a payee. */
gboolean yl_recipient_find_line (const YlFigureView *view, guint recipient, guint *out_line);

G_END_DECLS
