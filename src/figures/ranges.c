#include "figures-private.h"

#include "yanglu/calc/payment-plan.h"
#include "yanglu/domain/code.h"

#include <string.h>

/* What figures range over: how many there are, and what each is called in a key and in a title. */

/* The purposes of the own lines of 其他支出, above its projects. */
static const YlPurpose form_purposes[] = { YL_PURPOSE_RUNNING, YL_PURPOSE_STAFF,
                                           YL_PURPOSE_ROAD_CHIEF, YL_PURPOSE_INSURANCE };
#define N_FORM_LINES ((guint) G_N_ELEMENTS (form_purposes))

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

/* Works are paid for by name, where any are named. */
static gboolean
is_by_project (const YlFigureView *view, guint line)
{
  return get_line (view, line)->purpose == YL_PURPOSE_ENGINEERING
         && view->figures->listing == YL_LISTING_OFFICIAL && view->entry->other.projects->len > 0;
}

/* Behind the works that are named stand those that somebody puts in. */
static guint
count_of_line (const YlFigureView *view, guint line)
{
  if (get_line (view, line)->purpose == YL_PURPOSE_DAILY)
    return 0;
  return is_by_project (view, line) ? view->entry->other.projects->len + 1 : 1;
}

guint
yl_recipient_find_line (const YlFigureView *view, guint recipient, guint *out_row)
{
  guint first = view->figures->payees->len;
  for (guint i = 0; i < view->figures->demand->len; i++)
    {
      const guint n = count_of_line (view, i);
      if (recipient >= first && recipient < first + n)
        {
          *out_row = is_by_project (view, i) ? N_FORM_LINES + recipient - first : YL_LINE_NONE;
          return i;
        }
      first += n;
    }
  return YL_LINE_NONE;
}

/* Where nobody is paid, the tables have one empty row. */
static guint
count_recipients (const YlFigureView *view)
{
  guint n = view->figures->payees->len;
  for (guint i = 0; i < view->figures->demand->len; i++)
    n += count_of_line (view, i);
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

/* Which of the form's own lines a row of 其他支出 is; FALSE: a project. */
static gboolean
find_form_purpose (guint row, YlPurpose *out_purpose)
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
      find_form_purpose (index, &purpose)
          ? yl_purpose_get_line (purpose)
          : g_array_index (view->entry->other.projects, YlProject, index - N_FORM_LINES).name);
}

static const YlAccountUse *
get_use (const YlFigureView *view, guint use)
{
  return &g_array_index (view->figures->account_uses, YlAccountUse, use);
}

static char *
name_account (const YlFigureView *view, guint index)
{
  if (index >= view->figures->accounts->len)
    return g_strdup (YL_ACCOUNT_OPEN);
  const YlAccountLine *line = &g_array_index (view->figures->accounts, YlAccountLine, index);
  if (line->account[0] == '\0')
    return g_strdup (line->is_rest ? YL_ACCOUNT_REST : YL_ACCOUNT_UNWRITTEN);
  return g_strconcat ("科目 ", line->account, line->name[0] == '\0' ? "" : " ", line->name, NULL);
}

static char *
name_use (const YlFigureView *view, guint index)
{
  const YlAccountUse *use = get_use (view, index);
  g_autofree char *account = name_account (view, use->account);
  return g_strdup_printf ("%s，%s，", yl_purpose_get_name (use->purpose), account);
}

#define OF_FIGURES(member)                                                                         \
  .is_of_figures = TRUE, .is_listed = TRUE, .lines = G_STRUCT_OFFSET (YlFigures, member)
#define OF_ENTRY(member) .is_listed = TRUE, .lines = G_STRUCT_OFFSET (YlEntry, member)
#define KEPT_IN(member)                                                                            \
  .is_of_figures = TRUE, .lines = G_STRUCT_OFFSET (YlFigures, member),                             \
  .size = sizeof ((YlFigures *) NULL)->member[0]
#define NAMED(type, member, nameless)                                                              \
  .is_named = TRUE, .own_name = G_STRUCT_OFFSET (type, member), .unnamed = nameless

/* Kinds that the program knows have keys and names of their own; the lines of a budget are counted,
 * called by their number in keys, and by what they say in titles. */
static const struct
{
  guint n;
  const char *(*get_key) (guint member);
  const char *(*get_name) (guint member);
  gboolean is_of_figures; /* where its lines are kept; else of the entry */
  gboolean is_listed;     /* in a GArray, else in an array */
  gsize lines;
  gsize size;
  gboolean is_named;
  gsize own_name; /* in a line */
  const char *unnamed;
  guint (*count) (const YlFigureView *view);
  char *(*name) (const YlFigureView *view, guint index);
} ranges[] = {
  [YL_OVER_ALL] = { 1, .is_of_figures = TRUE },
  [YL_OVER_CLASS] = { YL_N_CLASSES, yl_road_class_get_key, yl_road_class_get_name,
                      KEPT_IN (by_class) },
  [YL_OVER_RATE] = { YL_N_RATES, yl_rate_kind_get_key, yl_rate_kind_get_name },
  [YL_OVER_SIZE] = { YL_N_BRIDGE_SIZES, yl_bridge_size_get_key, yl_bridge_size_get_name },
  [YL_OVER_BASIS] = { YL_BASIS_SUBSIDISED + 1, yl_mileage_basis_get_key, yl_mileage_basis_get_name,
                      KEPT_IN (standard_by_basis_fen) },
  [YL_OVER_INDICATOR] = { YL_N_INDICATORS, yl_indicator_get_key, yl_indicator_get_name,
                          KEPT_IN (indicators) },
  [YL_OVER_PAYER] = { YL_N_PAYERS, yl_payer_get_key, yl_payer_get_name },
  [YL_OVER_BEARER] = { YL_N_PAYERS, yl_payer_get_key, yl_payer_get_name },
  [YL_OVER_PURPOSE] = { YL_N_PURPOSES, yl_purpose_get_key, yl_purpose_get_name,
                        KEPT_IN (by_purpose) },
  [YL_OVER_FUND] = { YL_N_FUNDS, yl_fund_get_key, yl_fund_get_name },
  [YL_OVER_SEVERITY] = { YL_SEVERITY_INFO + 1, yl_severity_get_key, yl_severity_get_name },
  [YL_OVER_COST] = { YL_N_LAND_COSTS, NULL, yl_land_cost_get_name },
  [YL_OVER_QUARTER] = { YL_QUARTERS },
  [YL_OVER_ROW] = { G_MAXUINT },
  [YL_OVER_LINE] = { OF_FIGURES (demand), NAMED (YlDemandLine, title, "") },
  [YL_OVER_TOWNSHIP] = { OF_FIGURES (townships),
                         NAMED (YlTownshipLine, name, YL_UNNAMED_TOWNSHIP) },
  [YL_OVER_PAYEE] = { OF_FIGURES (payees), NAMED (YlShareholderLine, name, YL_UNNAMED_PAYEE) },
  [YL_OVER_PACKAGE] = { OF_FIGURES (packages), NAMED (YlShareholderLine, name, "未分标段") },
  [YL_OVER_BRIDGE] = { OF_ENTRY (bridges), .name = name_bridge },
  [YL_OVER_SOURCE] = { OF_ENTRY (sources), NAMED (YlSource, name, YL_LIST_FUNDS) },
  [YL_OVER_ACCOUNT] = { OF_FIGURES (accounts), .name = name_account },
  [YL_OVER_ACCOUNT_USE] = { OF_FIGURES (account_uses), .name = name_use },
  [YL_OVER_ROAD] = { .count = count_roads, .name = name_road },
  [YL_OVER_OTHER] = { .count = count_other, .name = name_other },
  [YL_OVER_RECIPIENT] = { .count = count_recipients },
};
G_STATIC_ASSERT (G_N_ELEMENTS (ranges) == YL_N_OVER);

static gconstpointer
get_lines (const YlFigureView *view, YlOver over)
{
  gconstpointer holder = ranges[over].is_of_figures ? (gconstpointer) view->figures : view->entry;
  return &G_STRUCT_MEMBER (const char, holder, ranges[over].lines);
}

static gconstpointer
get_one (const YlFigureView *view, YlOver over, guint member)
{
  const char *lines = get_lines (view, over);
  if (!ranges[over].is_listed)
    return lines + member * ranges[over].size;
  GArray *list = *(GArray *const *) (gconstpointer) lines;
  return list->data + member * g_array_get_element_size (list);
}

gconstpointer
yl_kept_line (const YlFigureAt *at)
{
  return get_one (at->view, at->figure->over[0], at->of[0]);
}

gint64
yl_kept_get (const YlFigureAt *at)
{
  return (&G_STRUCT_MEMBER (const gint64, yl_kept_line (at), at->figure->offset))[at->of[1]];
}

guint
yl_over_count (const YlFigureView *view, YlOver over)
{
  if (ranges[over].n != 0)
    return ranges[over].n;
  if (ranges[over].count != NULL)
    return ranges[over].count (view);
  return (*(GArray *const *) get_lines (view, over))->len;
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
  if (ranges[over].is_named)
    {
      const char *own =
          G_STRUCT_MEMBER (const char *, get_one (view, over, member), ranges[over].own_name);
      return g_strdup (own == NULL || own[0] == '\0' ? ranges[over].unnamed : own);
    }
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
    return has_code (line, "daily.", yl_rate_kind_get_key (view->budget->roads[row->index].rate));
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
  const YlRoadWorking *working = &view->budget->roads[index];
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
  return over == YL_OVER_SIZE ? bridge->size
                              : get_placed (over, &view->budget->bridges[index].placement);
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

/* Some of them: the lines, sources, payers … that one figure takes. */

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

/* Whether @at, where it is of one account or one use of it, is of that of @source. */
static gboolean
is_own_account (const YlFigureAt *at, const YlSource *source)
{
  const GArray *sources = at->view->entry->sources;
  const guint index = (guint) (source - &g_array_index (sources, YlSource, 0));
  const guint32 account = g_array_index (at->view->figures->source_accounts, guint32, index);
  if (at->figure->over[0] != YL_OVER_ACCOUNT_USE)
    return is_own (at, YL_OVER_ACCOUNT, account);
  const YlAccountUse *use = get_use (at->view, at->of[0]);
  return use->account == account && use->purpose == source->purpose;
}

static gboolean
is_counted (const YlSource *source)
{
  return source->purpose != YL_PURPOSE_DAILY || yl_source_is_public (source);
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
    case YL_EACH_UNSHARED_SOURCE:
      return is_daily_of (source, TRUE, YL_PAYER_CITY) && !yl_has_share (at->view, source->level);
    case YL_EACH_GRANT_SOURCE:
      return yl_source_is_public (source) && is_own (at, YL_OVER_BEARER, payer)
             && is_own (at, YL_OVER_PURPOSE, source->purpose);
    case YL_EACH_LAND_SOURCE:
      return source->kind == YL_KIND_LAND && is_own (at, YL_OVER_PAYER, source->level);
    case YL_EACH_COUNTED_SOURCE:
      return is_own_account (at, source) && is_counted (source);
    default: /* YL_EACH_SOURCE */
      return is_own (at, YL_OVER_PAYER, source->level)
             && is_own (at, YL_OVER_PURPOSE, source->purpose)
             && is_own (at, YL_OVER_FUND, source->fund) && is_own_account (at, source);
    }
}

YlOver
yl_each_get_over (YlEach each)
{
  static const YlOver overs[] = {
    [YL_EACH_ROAD_LINE] = YL_OVER_LINE,
    [YL_EACH_BRIDGE_LINE] = YL_OVER_LINE,
    [YL_EACH_DAILY_LINE] = YL_OVER_LINE,
    [YL_EACH_OTHER_LINE] = YL_OVER_LINE,
    [YL_EACH_PURPOSE_LINE] = YL_OVER_LINE,
    [YL_EACH_TOWNSHIP_CLASS] = YL_OVER_CLASS,
    [YL_EACH_OTHER_PURPOSE] = YL_OVER_PURPOSE,
    [YL_EACH_BEARER_BEFORE] = YL_OVER_BEARER,
    [YL_EACH_PAID_PURPOSE] = YL_OVER_PURPOSE,
    [YL_EACH_SOURCE] = YL_OVER_SOURCE,
    [YL_EACH_SUPERIOR_SOURCE] = YL_OVER_SOURCE,
    [YL_EACH_FUNDED_SOURCE] = YL_OVER_SOURCE,
    [YL_EACH_SOCIAL_SOURCE] = YL_OVER_SOURCE,
    [YL_EACH_UNSHARED_SOURCE] = YL_OVER_SOURCE,
    [YL_EACH_GRANT_SOURCE] = YL_OVER_SOURCE,
    [YL_EACH_LAND_SOURCE] = YL_OVER_SOURCE,
    [YL_EACH_COUNTED_SOURCE] = YL_OVER_SOURCE,
    [YL_EACH_FISCAL_FUND] = YL_OVER_FUND,
    [YL_EACH_USE_PURPOSE] = YL_OVER_PURPOSE,
    [YL_EACH_USE_BESIDE] = YL_OVER_ACCOUNT_USE,
    [YL_EACH_PROJECT] = YL_OVER_OTHER,
    [YL_EACH_FORM_LINE] = YL_OVER_OTHER,
    [YL_EACH_PAID_PAYEE] = YL_OVER_PAYEE,
    [YL_EACH_PAID_LINE] = YL_OVER_LINE,
    [YL_EACH_PAID_PROJECT] = YL_OVER_OTHER,
    [YL_EACH_QUARTER_BEFORE] = YL_OVER_QUARTER,
    [YL_EACH_ALL] = YL_OVER_ALL,
  };
  G_STATIC_ASSERT (G_N_ELEMENTS (overs) == YL_N_EACH);
  return overs[each];
}

static gboolean
takes_form_line (const YlFigureView *view, guint line, guint row)
{
  YlPurpose purpose;
  return find_form_purpose (row, &purpose) && get_line (view, line)->purpose == purpose;
}

static gboolean
takes_class (const YlFigureView *view, guint township, guint road_class)
{
  const YlTownshipLine *line = &g_array_index (view->figures->townships, YlTownshipLine, township);
  return line->counted_m[road_class] != 0 || line->class_fen[road_class] != 0;
}

static gboolean
is_beside (const YlFigureView *view, guint own, guint other)
{
  const YlAccountUse *use = get_use (view, other);
  return use->account != YL_LINE_NONE && use->purpose == get_use (view, own)->purpose;
}

gboolean
yl_each_takes (const YlFigureAt *at, YlEach each, guint member)
{
  const YlOver over = yl_each_get_over (each);
  const guint own = at->of[0];
  guint row = YL_LINE_NONE;
  YlPurpose purpose;
  switch ((guint) each)
    {
    case YL_EACH_TOWNSHIP_CLASS:
      return takes_class (at->view, own, member);
    case YL_EACH_BEARER_BEFORE:
      return member < own;
    case YL_EACH_OTHER_PURPOSE:
      return member != YL_PURPOSE_DAILY;
    case YL_EACH_FISCAL_FUND:
      return member != YL_FUND_SOCIAL;
    case YL_EACH_USE_PURPOSE:
      return member == get_use (at->view, own)->purpose;
    case YL_EACH_USE_BESIDE:
      return is_beside (at->view, own, member);
    case YL_EACH_PAID_PURPOSE:
      return yl_find_payer_line (at->view, own, member) != NULL;
    case YL_EACH_PROJECT:
      return !find_form_purpose (member, &purpose);
    case YL_EACH_FORM_LINE:
      return takes_form_line (at->view, own, member);
    case YL_EACH_PAID_PAYEE:
      return member == own;
    case YL_EACH_PAID_LINE:
      return yl_recipient_find_line (at->view, own, &row) == member && row == YL_LINE_NONE;
    case YL_EACH_PAID_PROJECT:
      return yl_recipient_find_line (at->view, own, &row) != YL_LINE_NONE && row == member;
    case YL_EACH_QUARTER_BEFORE:
      return member < at->of[1];
    default:
      return over == YL_OVER_LINE
                 ? takes_line (at, each, get_line (at->view, member))
                 : over != YL_OVER_SOURCE || takes_source (at, each, get_source (at->view, member));
    }
}
