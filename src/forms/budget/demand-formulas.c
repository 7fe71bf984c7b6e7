#include "demand-formulas-private.h"

#include <string.h>

/* "daily.county" after "daily.": which key of @n, by @get_key; @n when none. */
static guint
find_key (const char *code, guint n, const char *(*get_key) (guint key))
{
  const char *dot = strchr (code, '.');
  for (guint i = 0; dot != NULL && i < n; i++)
    if (strcmp (dot + 1, get_key (i)) == 0)
      return i;
  return n;
}

static const char *
rate_key (guint kind)
{
  return yl_rate_kind_get_key ((YlRateKind) kind);
}

static const char *
size_key (guint size)
{
  return yl_bridge_size_get_key ((YlBridgeSize) size);
}

static const char *
class_key (guint road_class)
{
  return yl_road_class_get_key ((YlRoadClass) road_class);
}

static const char *
get_rate (YlBook *book, const YlDemandLine *line)
{
  return line->basis == NULL ? NULL : yl_book_value_cell (book, line->basis);
}

static YlDemandFormulas
make_daily (YlBook *book, const YlDemandLine *line)
{
  const guint kind = find_key (line->code, YL_N_RATES, rate_key);
  g_return_val_if_fail (kind < YL_N_RATES, (YlDemandFormulas){ 0 });
  const char *name = yl_rate_kind_get_name ((YlRateKind) kind);
  return (YlDemandFormulas){
    .count = yl_book_formula (book, "count(roads, kind=\"%s\", paid_m=\">0\")", name),
    .length = yl_book_formula (book, "sum(roads.paid_m, kind=\"%s\")", name),
    .rate = get_rate (book, line),
    .amount = yl_book_formula (book, "sum(roads.amount_fen, kind=\"%s\")", name),
  };
}

/* A line that stands only for what it was last year has no rate, and so no bridges. */

static YlDemandFormulas
make_by_size (YlBook *book, const YlDemandLine *line)
{
  const guint size = find_key (line->code, YL_N_BRIDGE_SIZES, size_key);
  g_return_val_if_fail (size < YL_N_BRIDGE_SIZES, (YlDemandFormulas){ 0 });
  const char *name = yl_bridge_size_get_name ((YlBridgeSize) size);
  const gboolean has_rate = line->basis != NULL;
  return (YlDemandFormulas){
    .count = has_rate ? yl_book_formula (book, "count(bridges, size=\"%s\")", name) : "0",
    .rate = get_rate (book, line),
    .amount = yl_book_formula (book, "sum(bridges.by_size_fen, size=\"%s\")", name),
  };
}

static YlDemandFormulas
make_by_metre (YlBook *book, const YlDemandLine *line)
{
  const guint road_class = find_key (line->code, YL_N_CLASSES, class_key);
  g_return_val_if_fail (road_class < YL_N_CLASSES, (YlDemandFormulas){ 0 });
  const char *name = yl_road_class_get_name ((YlRoadClass) road_class);
  const gboolean has_rate = line->basis != NULL;
  return (YlDemandFormulas){
    .count = has_rate ? yl_book_formula (book, "count(bridges, class=\"%s\")", name) : "0",
    .length =
        has_rate ? yl_book_formula (book, "ROUND(sum(bridges.length_m, class=\"%s\")/1000,3)", name)
                 : "ROUND(0/1000,3)",
    .rate = get_rate (book, line),
    .amount = yl_book_formula (book, "sum(bridges.by_metre_fen, class=\"%s\")", name),
  };
}

static YlDemandFormulas
make_other (YlBook *book, const YlDemandLine *line)
{
  const char *name = yl_purpose_get_name (line->purpose);
  const gboolean has_projects = line->purpose == YL_PURPOSE_ENGINEERING;
  return (YlDemandFormulas){
    .count = has_projects ? yl_book_formula (book, "count(other, purpose=\"%s\")", name) : NULL,
    .length = has_projects ? yl_book_formula (book, "sum(other.length_m)") : NULL,
    .amount = yl_book_sum_other (book, line->purpose),
  };
}
YlDemandFormulas
yl_demand_formulas_make (YlBook *book, const YlDemandLine *line)
{
  if (line->purpose != YL_PURPOSE_DAILY)
    return make_other (book, line);
  if (g_str_has_prefix (line->code, "bridge-metre."))
    return make_by_metre (book, line);
  if (g_str_has_prefix (line->code, "bridge."))
    return make_by_size (book, line);
  return make_daily (book, line);
}
