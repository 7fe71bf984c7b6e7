#include "figures-private.h"

/* Some of what a figure ranges over: the lines, sources, payers … that one figure takes. */

static const YlDemandLine *
get_line (const YlFigureView *view, guint line)
{
  return &g_array_index (view->figures->demand, YlDemandLine, line);
}

static const YlSource *
get_source (const YlFigureView *view, guint source)
{
  return &g_array_index (view->entry->sources, YlSource, source);
}

/* Whether @at, where it ranges over @over, is of @member. */
static gboolean
is_own (const YlFigureAt *at, YlOver over, guint member)
{
  for (guint i = 0; i < YL_MAX_OVER; i++)
    if (at->figure->over[i] == over)
      return at->of[i] == member;
  return TRUE;
}

static gboolean
is_bridge_line (const YlDemandLine *line)
{
  return g_str_has_prefix (line->code, "bridge");
}

static gboolean
takes_line (const YlFigureAt *at, YlEach each, const YlDemandLine *line)
{
  const gboolean is_daily = line->purpose == YL_PURPOSE_DAILY;
  switch ((guint) each)
    {
    case YL_EACH_ROAD_LINE:
      return is_daily && !is_bridge_line (line);
    case YL_EACH_BRIDGE_LINE:
      return is_bridge_line (line);
    case YL_EACH_DAILY_LINE:
      return is_daily;
    case YL_EACH_OTHER_LINE:
      return !is_daily;
    default: /* YL_EACH_PURPOSE_LINE */
      return is_own (at, YL_OVER_PURPOSE, line->purpose);
    }
}

static gboolean
is_daily_of (const YlSource *source, gboolean is_public, YlPayer last)
{
  return source->purpose == YL_PURPOSE_DAILY && yl_source_is_public (source) == is_public
         && (!is_public || source->level <= last);
}

static gboolean
takes_source (const YlFigureAt *at, YlEach each, const YlSource *source)
{
  const guint payer = source->level == YL_PAYER_CENTRAL ? YL_PAYER_PROVINCE : source->level;
  switch ((guint) each)
    {
    case YL_EACH_SUPERIOR_SOURCE:
      return is_daily_of (source, TRUE, YL_PAYER_CITY);
    case YL_EACH_FUNDED_SOURCE:
      return is_daily_of (source, TRUE, YL_PAYER_TOWNSHIP);
    case YL_EACH_SOCIAL_SOURCE:
      return is_daily_of (source, FALSE, YL_PAYER_SOCIAL);
    case YL_EACH_GRANT_SOURCE:
      return yl_source_is_public (source) && is_own (at, YL_OVER_BEARER, payer)
             && is_own (at, YL_OVER_PURPOSE, source->purpose);
    case YL_EACH_LAND_SOURCE:
      return source->kind == YL_KIND_LAND && is_own (at, YL_OVER_PAYER, source->level);
    default: /* YL_EACH_SOURCE */
      return is_own (at, YL_OVER_PAYER, source->level)
             && is_own (at, YL_OVER_PURPOSE, source->purpose)
             && is_own (at, YL_OVER_FUND, source->fund);
    }
}

YlOver
yl_each_get_over (YlEach each)
{
  static const YlOver overs[YL_N_EACH] = {
    [YL_EACH_ROAD_LINE] = YL_OVER_LINE,         [YL_EACH_BRIDGE_LINE] = YL_OVER_LINE,
    [YL_EACH_DAILY_LINE] = YL_OVER_LINE,        [YL_EACH_OTHER_LINE] = YL_OVER_LINE,
    [YL_EACH_PURPOSE_LINE] = YL_OVER_LINE,      [YL_EACH_TOWNSHIP_CLASS] = YL_OVER_CLASS,
    [YL_EACH_BEARER_BEFORE] = YL_OVER_BEARER,   [YL_EACH_PAID_PURPOSE] = YL_OVER_PURPOSE,
    [YL_EACH_SOURCE] = YL_OVER_SOURCE,          [YL_EACH_SUPERIOR_SOURCE] = YL_OVER_SOURCE,
    [YL_EACH_FUNDED_SOURCE] = YL_OVER_SOURCE,   [YL_EACH_SOCIAL_SOURCE] = YL_OVER_SOURCE,
    [YL_EACH_GRANT_SOURCE] = YL_OVER_SOURCE,    [YL_EACH_LAND_SOURCE] = YL_OVER_SOURCE,
    [YL_EACH_PROJECT] = YL_OVER_OTHER,          [YL_EACH_FORM_LINE] = YL_OVER_OTHER,
    [YL_EACH_PAID_PAYEE] = YL_OVER_PAYEE,       [YL_EACH_PAID_LINE] = YL_OVER_LINE,
    [YL_EACH_QUARTER_BEFORE] = YL_OVER_QUARTER,
  };
  return overs[each];
}

static gboolean
takes_form_line (const YlFigureView *view, guint line, guint row)
{
  YlPurpose purpose;
  return yl_other_find_purpose (row, &purpose) && get_line (view, line)->purpose == purpose;
}

static gboolean
takes_class (const YlFigureView *view, guint township, guint road_class)
{
  const YlTownshipLine *line = &g_array_index (view->figures->townships, YlTownshipLine, township);
  return line->counted_m[road_class] != 0 || line->class_fen[road_class] != 0;
}

gboolean
yl_each_takes (const YlFigureAt *at, YlEach each, guint member)
{
  const YlOver over = yl_each_get_over (each);
  const guint own = at->of[0];
  guint line;
  YlPurpose purpose;
  switch ((guint) each)
    {
    case YL_EACH_TOWNSHIP_CLASS:
      return takes_class (at->view, own, member);
    case YL_EACH_BEARER_BEFORE:
      return member < own;
    case YL_EACH_PAID_PURPOSE:
      return yl_find_payer_line (at->view, own, member) != NULL;
    case YL_EACH_PROJECT:
      return !yl_other_find_purpose (member, &purpose);
    case YL_EACH_FORM_LINE:
      return takes_form_line (at->view, own, member);
    case YL_EACH_PAID_PAYEE:
      return member == own;
    case YL_EACH_PAID_LINE:
      return yl_recipient_find_line (at->view, own, &line) && line == member;
    case YL_EACH_QUARTER_BEFORE:
      return member < at->of[1];
    default:
      return over == YL_OVER_LINE
                 ? takes_line (at, each, get_line (at->view, member))
                 : over != YL_OVER_SOURCE || takes_source (at, each, get_source (at->view, member));
    }
}
