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

static YlDemandFormulas
make_daily (YlBook *book, const YlDemandLine *line)
{
  const guint kind = find_key (line->code, YL_N_RATES, rate_key);
  g_return_val_if_fail (kind < YL_N_RATES, (YlDemandFormulas){ 0 });
  g_autofree char *test = g_strdup_printf ("\"%s\"", yl_rate_kind_get_name ((YlRateKind) kind));
  const YlCriterion criteria[] = { { YL_DETAIL_KIND, test }, { YL_DETAIL_PAID, "\">0\"" } };
  return (YlDemandFormulas){
    .count = yl_book_count (book, (const YlPart *) (gpointer) book->detail->data, book->detail->len,
                            criteria, G_N_ELEMENTS (criteria)),
    .length = yl_book_sum_detail (book, YL_DETAIL_PAID, YL_MEASURE_KM, YL_DETAIL_KIND, test),
    .rate = line->basis == NULL ? NULL : yl_book_value_cell (book, line->basis),
    .amount = yl_book_sum_detail (book, YL_DETAIL_AMOUNT, YL_MEASURE_FEN, YL_DETAIL_KIND, test),
  };
}

static const char *
sum_bridges (YlBook *book, YlBridgeColumn column, YlMeasure measure, const YlCriterion *criterion)
{
  if (book->bridges.sheet == NULL)
    return "0";
  return yl_book_sum (book, &book->bridges, 1, column, measure, criterion, 1);
}

/* A line that stands only for what it was last year has no rate, and so no bridges. */
static const char *
count_bridges (YlBook *book, const YlDemandLine *line, const YlCriterion *criterion)
{
  if (book->bridges.sheet == NULL || line->basis == NULL)
    return "0";
  return yl_book_count (book, &book->bridges, 1, criterion, 1);
}

static YlDemandFormulas
make_by_size (YlBook *book, const YlDemandLine *line)
{
  const guint size = find_key (line->code, YL_N_BRIDGE_SIZES, size_key);
  g_return_val_if_fail (size < YL_N_BRIDGE_SIZES, (YlDemandFormulas){ 0 });
  g_autofree char *test = g_strdup_printf ("\"%s\"", yl_bridge_size_get_name ((YlBridgeSize) size));
  const YlCriterion criterion = { YL_BRIDGE_SIZE, test };
  return (YlDemandFormulas){
    .count = count_bridges (book, line, &criterion),
    .rate = line->basis == NULL ? NULL : yl_book_value_cell (book, line->basis),
    .amount = sum_bridges (book, YL_BRIDGE_BY_SIZE, YL_MEASURE_FEN, &criterion),
  };
}

static YlDemandFormulas
make_by_metre (YlBook *book, const YlDemandLine *line)
{
  const guint road_class = find_key (line->code, YL_N_CLASSES, class_key);
  g_return_val_if_fail (road_class < YL_N_CLASSES, (YlDemandFormulas){ 0 });
  g_autofree char *test =
      g_strdup_printf ("\"%s\"", yl_road_class_get_name ((YlRoadClass) road_class));
  const YlCriterion criterion = { YL_BRIDGE_CLASS, test };
  const char *metres = line->basis == NULL
                           ? "0"
                           : sum_bridges (book, YL_BRIDGE_LENGTH, YL_MEASURE_METRE, &criterion);
  return (YlDemandFormulas){
    .count = count_bridges (book, line, &criterion),
    .length = yl_book_keep (book, g_strdup_printf ("ROUND(%s/1000,3)", metres)),
    .rate = line->basis == NULL ? NULL : yl_book_value_cell (book, line->basis),
    .amount = sum_bridges (book, YL_BRIDGE_BY_METRE, YL_MEASURE_FEN, &criterion),
  };
}

static YlDemandFormulas
make_other (YlBook *book, const YlDemandLine *line)
{
  const gboolean has_projects = line->purpose == YL_PURPOSE_ENGINEERING;
  return (YlDemandFormulas){
    .count = has_projects ? yl_book_count_projects (book) : NULL,
    .length = has_projects ? yl_book_sum_project_length (book) : NULL,
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
