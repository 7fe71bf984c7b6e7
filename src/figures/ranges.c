#include "figures-private.h"

#include "yanglu/domain/code.h"

#include <string.h>

/* What figures range over: how many there are, and what each is called in a key and in a title. */

#define N_FORM_LINES 4 /* of 其他支出, above its projects */

/* The purposes of the form's own lines, in their order. */
static const YlPurpose form_purposes[N_FORM_LINES] = { YL_PURPOSE_RUNNING, YL_PURPOSE_STAFF,
                                                       YL_PURPOSE_ROAD_CHIEF,
                                                       YL_PURPOSE_INSURANCE };

static const YlDemandLine *
get_line (const YlFigureView *view, guint line)
{
  return &g_array_index (view->figures->demand, YlDemandLine, line);
}

static gboolean
is_bearer (const YlFigureView *view, guint payer)
{
  (void) view;
  return payer == YL_PAYER_PROVINCE || payer == YL_PAYER_CITY || payer == YL_PAYER_COUNTY;
}

gboolean
yl_recipient_find_line (const YlFigureView *view, guint recipient, guint *out_line)
{
  guint at = view->figures->payees->len;
  for (guint i = 0; i < view->figures->demand->len; i++)
    if (get_line (view, i)->purpose != YL_PURPOSE_DAILY && at++ == recipient)
      {
        *out_line = i;
        return TRUE;
      }
  return FALSE;
}

/* Where nobody is paid, the tables have one empty row. */
static guint
count_recipients (const YlFigureView *view)
{
  guint n = view->figures->payees->len;
  for (guint i = 0; i < view->figures->demand->len; i++)
    n += get_line (view, i)->purpose != YL_PURPOSE_DAILY ? 1 : 0;
  return MAX (n, 1);
}

static guint
count_roads (const YlFigureView *view)
{
  return (guint) yl_inventory_get_n_roads (view->inventory);
}

static guint
count_other (const YlFigureView *view)
{
  return N_FORM_LINES + view->entry->other.projects->len;
}

static const char *
or_unnamed (const char *name, const char *unnamed)
{
  return name == NULL || name[0] == '\0' ? unnamed : name;
}

static char *
name_road (const YlFigureView *view, guint index)
{
  const YlRoad *road = yl_inventory_get_road (view->inventory, index);
  return g_strdup_printf ("%s %s", yl_inventory_get_text (view->inventory, road->route_code),
                          yl_inventory_get_text (view->inventory, road->route_name));
}

static char *
name_bridge (const YlFigureView *view, guint index)
{
  const YlBridge *bridge = &g_array_index (view->entry->bridges, YlBridge, index);
  return g_strdup_printf ("%s %s", bridge->code, bridge->name);
}

gboolean
yl_other_find_purpose (guint row, YlPurpose *out_purpose)
{
  if (row >= N_FORM_LINES)
    return FALSE;
  *out_purpose = form_purposes[row];
  return TRUE;
}

static char *
name_other (const YlFigureView *view, guint index)
{
  YlPurpose purpose;
  return g_strdup (
      yl_other_find_purpose (index, &purpose)
          ? yl_purpose_get_line (purpose)
          : g_array_index (view->entry->other.projects, YlProject, index - N_FORM_LINES).name);
}

/* The name of the amount that is paid. */
static char *
name_recipient (const YlFigureView *view, guint index)
{
  guint line;
  if (yl_recipient_find_line (view, index, &line))
    return g_strdup (get_line (view, line)->title);
  return yl_figure_get_title (view->budget, "payees[*].amount_fen", (YlMembers){ { index } });
}

static char *
name_line (const YlFigureView *view, guint index)
{
  return g_strdup (get_line (view, index)->title);
}

static char *
name_source (const YlFigureView *view, guint index)
{
  return g_strdup (
      or_unnamed (g_array_index (view->entry->sources, YlSource, index).name, "资金来源"));
}

static char *
name_township (const YlFigureView *view, guint index)
{
  const YlTownshipLine *line = &g_array_index (view->figures->townships, YlTownshipLine, index);
  return g_strdup (or_unnamed (line->name, YL_UNNAMED_TOWNSHIP));
}

static char *
name_payee (const YlFigureView *view, guint index)
{
  const YlShareholderLine *line = &g_array_index (view->figures->payees, YlShareholderLine, index);
  return g_strdup (or_unnamed (line->name, YL_UNNAMED_PAYEE));
}

static char *
name_package (const YlFigureView *view, guint index)
{
  const YlShareholderLine *line =
      &g_array_index (view->figures->packages, YlShareholderLine, index);
  return g_strdup (or_unnamed (line->name, "未分标段"));
}

#define OF_FIGURES(member) .lines = G_STRUCT_OFFSET (YlFigures, member), .is_of_figures = TRUE
#define OF_ENTRY(member) .lines = G_STRUCT_OFFSET (YlEntry, member)

/* Kinds that the program knows have keys and names of their own; the lines of a budget are counted,
 * called by their number in keys, and by what they say in titles. */
static const struct
{
  guint n;
  const char *(*get_key) (guint member);
  const char *(*get_name) (guint member);
  gsize lines; /* a GArray */
  gboolean is_of_figures;
  guint (*count) (const YlFigureView *view);
  char *(*name) (const YlFigureView *view, guint index);
} ranges[YL_N_OVER] = {
  [YL_OVER_ALL] = { 1 },
  [YL_OVER_CLASS] = { YL_N_CLASSES, yl_road_class_get_key, yl_road_class_get_name },
  [YL_OVER_RATE] = { YL_N_RATES, yl_rate_kind_get_key, yl_rate_kind_get_name },
  [YL_OVER_SIZE] = { YL_N_BRIDGE_SIZES, yl_bridge_size_get_key, yl_bridge_size_get_name },
  [YL_OVER_BASIS] = { YL_BASIS_SUBSIDISED + 1, yl_mileage_basis_get_key,
                      yl_mileage_basis_get_name },
  [YL_OVER_INDICATOR] = { YL_N_INDICATORS, yl_indicator_get_key, yl_indicator_get_name },
  [YL_OVER_PAYER] = { YL_N_PAYERS, yl_payer_get_key, yl_payer_get_name },
  [YL_OVER_BEARER] = { YL_N_PAYERS, yl_payer_get_key, yl_payer_get_name },
  [YL_OVER_PURPOSE] = { YL_N_PURPOSES, yl_purpose_get_key, yl_purpose_get_name },
  [YL_OVER_FUND] = { YL_N_FUNDS, yl_fund_get_key, yl_fund_get_name },
  [YL_OVER_SEVERITY] = { YL_SEVERITY_INFO + 1, yl_severity_get_key, yl_severity_get_name },
  [YL_OVER_COST] = { YL_N_LAND_COSTS, NULL, yl_land_cost_get_name },
  [YL_OVER_QUARTER] = { YL_QUARTERS },
  [YL_OVER_ROW] = { G_MAXUINT },
  [YL_OVER_LINE] = { OF_FIGURES (demand), .name = name_line },
  [YL_OVER_TOWNSHIP] = { OF_FIGURES (townships), .name = name_township },
  [YL_OVER_PAYEE] = { OF_FIGURES (payees), .name = name_payee },
  [YL_OVER_PACKAGE] = { OF_FIGURES (packages), .name = name_package },
  [YL_OVER_BRIDGE] = { OF_ENTRY (bridges), .name = name_bridge },
  [YL_OVER_SOURCE] = { OF_ENTRY (sources), .name = name_source },
  [YL_OVER_ROAD] = { .count = count_roads, .name = name_road },
  [YL_OVER_OTHER] = { .count = count_other, .name = name_other },
  [YL_OVER_RECIPIENT] = { .count = count_recipients, .name = name_recipient },
};

guint
yl_over_count (const YlFigureView *view, YlOver over)
{
  if (ranges[over].n != 0)
    return ranges[over].n;
  if (ranges[over].count != NULL)
    return ranges[over].count (view);
  gconstpointer holder = ranges[over].is_of_figures ? (gconstpointer) view->figures : view->entry;
  return G_STRUCT_MEMBER (const GArray *, holder, ranges[over].lines)->len;
}

gboolean
yl_over_has (const YlFigureView *view, YlOver over, guint member)
{
  return member < yl_over_count (view, over)
         && (over != YL_OVER_BEARER || is_bearer (view, member));
}

/* %NULL: its number from 1. */
static const char *
find_key (const YlFigureView *view, YlOver over, guint member)
{
  if (over == YL_OVER_LINE)
    return get_line (view, member)->code;
  return ranges[over].get_key == NULL ? NULL : ranges[over].get_key (member);
}

char *
yl_over_get_key (const YlFigureView *view, YlOver over, guint member)
{
  const char *key = find_key (view, over, member);
  return key == NULL ? g_strdup_printf ("%u", member + 1) : g_strdup (key);
}

char *
yl_over_get_name (const YlFigureView *view, YlOver over, guint member)
{
  if (ranges[over].name != NULL)
    return ranges[over].name (view, member);
  return ranges[over].get_name == NULL ? yl_over_get_key (view, over, member)
                                       : g_strdup (ranges[over].get_name (member));
}

/* A number from 1, without leading zeros. */
static gboolean
take_number (const char **at, guint *out_member)
{
  guint64 number = 0;
  const char *begin = *at;
  for (; g_ascii_isdigit (**at) && number <= G_MAXUINT32; (*at)++)
    number = number * 10 + (guint64) (**at - '0');
  if (*at == begin || *begin == '0' || number > G_MAXUINT32)
    return FALSE;
  *out_member = (guint) (number - 1);
  return TRUE;
}

/* The longest: "county" is also how "county-…" might begin. */
gboolean
yl_over_take (const YlFigureView *view, YlOver over, const char **at, guint *out_member)
{
  const guint n = yl_over_count (view, over);
  gsize longest = 0;
  if (n == 0)
    return FALSE;
  if (find_key (view, over, 0) == NULL)
    return take_number (at, out_member) && yl_over_has (view, over, *out_member);
  for (guint i = 0; i < n; i++)
    {
      const char *key = find_key (view, over, i);
      const gsize length = strlen (key);
      if (length <= longest || strncmp (*at, key, length) != 0 || !yl_over_has (view, over, i))
        continue;
      longest = length;
      *out_member = i;
    }
  *at += longest;
  return longest > 0;
}

static gboolean
has_code (const YlDemandLine *line, const char *group, const char *key)
{
  const gsize length = strlen (group);
  return strncmp (line->code, group, length) == 0 && strcmp (line->code + length, key) == 0;
}

/* A bridge may be paid by its size in one line and by the metre in another. */
static gboolean
is_of_line (const YlFigureView *view, const YlDemandLine *line, const YlDerivationRow *row)
{
  if (row->kind == YL_ROW_ROAD)
    return has_code (
        line, "daily.",
        yl_rate_kind_get_key (yl_budget_get_road_working (view->budget, row->index)->rate));
  const YlBridge *bridge = &g_array_index (view->entry->bridges, YlBridge, row->index);
  return (bridge->size < YL_N_BRIDGE_SIZES
          && has_code (line, "bridge.", yl_bridge_size_get_key (bridge->size)))
         || (bridge->road_class < YL_N_CLASSES
             && has_code (line, "bridge-metre.", yl_road_class_get_key (bridge->road_class)));
}

static guint
get_placed (YlOver over, const YlPlacement *placement)
{
  if (over == YL_OVER_TOWNSHIP)
    return placement->township;
  if (over == YL_OVER_PACKAGE)
    return placement->package;
  return over == YL_OVER_PAYEE || over == YL_OVER_RECIPIENT ? placement->payee : YL_LINE_NONE;
}

static guint
find_of_road (const YlFigureView *view, YlOver over, guint index)
{
  const YlRoadWorking *working = yl_budget_get_road_working (view->budget, index);
  if (over == YL_OVER_CLASS)
    return yl_inventory_get_road (view->inventory, index)->road_class;
  return over == YL_OVER_RATE ? working->rate : get_placed (over, &working->placement);
}

static guint
find_of_bridge (const YlFigureView *view, YlOver over, guint index)
{
  const YlBridge *bridge = &g_array_index (view->entry->bridges, YlBridge, index);
  if (over == YL_OVER_CLASS)
    return bridge->road_class;
  return over == YL_OVER_SIZE
             ? bridge->size
             : get_placed (over, &yl_budget_get_bridge_working (view->budget, index)->placement);
}

/* Every payer, way of counting and indicator is of all roads. */
gboolean
yl_over_is_one (YlOver over)
{
  return over != YL_OVER_LINE && over != YL_OVER_BEARER && over != YL_OVER_BASIS
         && over != YL_OVER_INDICATOR;
}

guint
yl_over_find_row (const YlFigureView *view, YlOver over, const YlDerivationRow *row)
{
  if (over == YL_OVER_PURPOSE)
    return YL_PURPOSE_DAILY;
  if (over == YL_OVER_ALL)
    return 0;
  return row->kind == YL_ROW_ROAD ? find_of_road (view, over, row->index)
                                  : find_of_bridge (view, over, row->index);
}

gboolean
yl_over_takes_row (const YlFigureView *view, YlOver over, guint member, const YlDerivationRow *row)
{
  if (over == YL_OVER_LINE)
    return is_of_line (view, get_line (view, member), row);
  return !yl_over_is_one (over) || yl_over_find_row (view, over, row) == member;
}
