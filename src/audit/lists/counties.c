#include "yanglu/audit/lists/counties.h"

#include "yanglu/calc/counted.h"
#include "yanglu/domain/place-code.h"

#define N_ROUTE_CHARACTERS 10
#define N_SIGNS 36u
#define N_COUNTIES 1000000u

/* 0 to 35 for a digit or a capital; else N_SIGNS. */
static guint
read_sign (char sign)
{
  if (g_ascii_isdigit (sign))
    return (guint) (sign - '0');
  return g_ascii_isupper (sign) ? (guint) (sign - 'A') + 10u : N_SIGNS;
}

/* J and N are aliases of X and Y. */
static char
fold_letter (char letter)
{
  return letter == 'J' ? 'X' : letter == 'N' ? 'Y' : letter;
}

static gboolean
read_route (YlText code, guint32 county, guint64 *out_route)
{
  if (county == 0)
    return FALSE;
  guint64 route = read_sign (fold_letter (code.at[0]));
  if (route == N_SIGNS)
    return FALSE;
  for (guint i = 1; i < 4; i++)
    {
      const guint sign = read_sign (code.at[i]);
      if (sign == N_SIGNS)
        return FALSE;
      route = route * N_SIGNS + sign;
    }
  *out_route = route * N_COUNTIES + county;
  return TRUE;
}

/* FNV-1a of what stands from @first; never 0 for a text. */
static guint32
hash_text (YlText text, gsize first)
{
  guint32 hash = 2166136261u;
  if (text.length <= first)
    return 0;
  for (gsize i = first; i < text.length; i++)
    hash = (hash ^ (guchar) text.at[i]) * 16777619u;
  return MAX (hash, 1u);
}

/* Nearly every row has its county's present code. */
static guint32
renew_county (const YlRoadRow *row, guint32 written, const YlPlaces *places)
{
  return places == NULL || written == 0 || written == row->road.county_code
             ? written
             : yl_places_renew (places, written);
}

/* Stakes of no length, and with a declared break, say nothing. */
static void
set_stakes (YlCountiesSection *section, gint32 start_m, gint32 end_m, guint flags)
{
  const gboolean has_stakes = start_m != YL_STAKE_UNKNOWN && end_m != YL_STAKE_UNKNOWN
                              && start_m != end_m && !(flags & YL_ROAD_BREAK);
  section->start_m = has_stakes ? MIN (start_m, end_m) : YL_STAKE_UNKNOWN;
  section->end_m = has_stakes ? MAX (start_m, end_m) : YL_STAKE_UNKNOWN;
}

gboolean
yl_counties_section_init (YlCountiesSection *section,
                          const YlRoadRow *row,
                          const YlRateTable *rates,
                          const YlPlaces *places,
                          guint16 file)
{
  const YlRoad *road = &row->road;
  const guint32 counted_m = yl_counted_get_m (road);
  const guint32 written = yl_route_code_find_county (row->route_code);
  const guint32 county = renew_county (row, written, places);
  guint64 route;
  if (counted_m == 0 || !read_route (row->route_code, county, &route))
    return FALSE;
  *section = (YlCountiesSection){
    .route = route,
    .rate_fen_per_km = rates->rate[yl_counted_get_rate_kind (road)].fen_per_km,
    .length_m = counted_m,
    .row = road->row,
    .county_code = road->county_code,
    .township_code = road->township_code,
    .rest = hash_text (row->route_code, N_ROUTE_CHARACTERS),
    .name = hash_text (row->route_name, 0),
    .file = file,
    .is_renewed = county != written,
  };
  set_stakes (section, road->start_m, road->end_m, road->flags);
  return TRUE;
}

gboolean
yl_counties_claim_init (YlCountiesSection *claim,
                        YlCountiesSection *section,
                        const YlRoadRow *row,
                        const YlPlaces *places)
{
  const YlRoad *road = &row->road;
  const guint32 written = yl_route_code_find_county (row->previous_code);
  const guint32 county = renew_county (row, written, places);
  guint64 route;
  if (row->previous_code.length == 0 || !read_route (row->previous_code, county, &route)
      || route == section->route)
    return FALSE;
  section->is_moved = TRUE;
  *claim = *section;
  claim->route = route;
  claim->rest = hash_text (row->previous_code, N_ROUTE_CHARACTERS);
  claim->is_renewed = county != written;
  claim->is_claim = TRUE;
  if (road->previous_start_m != YL_STAKE_UNKNOWN && road->previous_end_m != YL_STAKE_UNKNOWN)
    set_stakes (claim, road->previous_start_m, road->previous_end_m, 0);
  return TRUE;
}

char *
yl_counties_section_to_code (const YlCountiesSection *section)
{
  static const char signs[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  guint64 rest = section->route / N_COUNTIES;
  char head[5] = { 0 };
  for (guint i = 4; i-- > 0; rest /= N_SIGNS)
    head[i] = signs[rest % N_SIGNS];
  return g_strdup_printf ("%s%06u", head, (guint) (section->route % N_COUNTIES));
}

guint32
yl_counties_find_code_county (const YlRoadRow *row, const YlPlaces *places)
{
  const guint32 written = yl_route_code_find_county (row->route_code);
  if (written == 0 || written == row->road.county_code || row->road.county_code == 0)
    return 0;
  const guint32 renewed = yl_places_renew (places, written);
  return renewed == row->road.county_code ? 0 : renewed;
}

static int
compare (guint64 a, guint64 b)
{
  return a < b ? -1 : a > b;
}

static int
compare_listed (const YlCountiesSection *a, const YlCountiesSection *b)
{
  const int by_file = compare (a->file, b->file);
  return by_file != 0 ? by_file : compare (a->row, b->row);
}

/* What stands for one section without stakes, then its county and township. */
static int
compare_unstaked (const YlCountiesSection *a, const YlCountiesSection *b)
{
  int order = compare (a->rest, b->rest);
  if (order == 0)
    order = compare (a->length_m, b->length_m);
  if (order == 0)
    order = compare (a->county_code, b->county_code);
  return order != 0 ? order : compare (a->township_code, b->township_code);
}

/* By route; without stakes first. */
static int
compare_sections (gconstpointer left, gconstpointer right)
{
  const YlCountiesSection *a = left;
  const YlCountiesSection *b = right;
  int order = compare (a->route, b->route);
  if (order == 0)
    order = a->start_m < b->start_m ? -1 : a->start_m > b->start_m;
  if (order == 0 && a->start_m == YL_STAKE_UNKNOWN)
    order = compare_unstaked (a, b);
  return order != 0 ? order : compare_listed (a, b);
}

typedef struct
{
  YlCountiesReport report;
  gpointer self;
} Scan;

static void
report_hit (const Scan *scan,
            YlCountiesSection *section,
            YlCountiesSection *other,
            guint32 length_m)
{
  const gboolean is_later = compare_listed (other, section) < 0;
  YlCountiesHit hit = {
    .first = is_later ? other : section,
    .later = is_later ? section : other,
    .length_m = MIN (length_m, MIN (section->length_m, other->length_m)),
  };
  const YlRate rate = { MIN (section->rate_fen_per_km, other->rate_fen_per_km) };
  yl_money_for_length ((YlLength){ hit.length_m }, rate, &hit.amount);
  section->is_told = TRUE;
  scan->report (scan->self, &hit);
}

static gboolean
is_same_place (const YlCountiesSection *a, const YlCountiesSection *b)
{
  return a->file == b->file && a->county_code == b->county_code;
}

/* Which section before reaches farthest, and which does of another place than that one. */
typedef struct
{
  YlCountiesSection *best;
  YlCountiesSection *second;
} Reach;

static void
reach_further (Reach *reach, YlCountiesSection *section)
{
  if (reach->best == NULL || is_same_place (reach->best, section))
    {
      if (reach->best == NULL || section->end_m > reach->best->end_m)
        reach->best = section;
      return;
    }
  if (section->end_m > reach->best->end_m)
    {
      reach->second = reach->best;
      reach->best = section;
    }
  else if (reach->second == NULL || section->end_m > reach->second->end_m)
    reach->second = section;
}

static void
scan_stakes (const Scan *scan, YlCountiesSection *sections, gsize n)
{
  Reach reach = { NULL, NULL };
  for (gsize i = 0; i < n; i++)
    {
      YlCountiesSection *section = &sections[i];
      YlCountiesSection *other =
          reach.best != NULL && is_same_place (reach.best, section) ? reach.second : reach.best;
      if (other != NULL && other->end_m > section->start_m)
        report_hit (scan, section, other,
                    (guint32) (MIN (section->end_m, other->end_m) - section->start_m));
      reach_further (&reach, section);
    }
}

/* Sections of one run stand together in one place: runs of one group are paired one by one. */
typedef gboolean (*IsSame) (const YlCountiesSection *a, const YlCountiesSection *b);

static gboolean
is_same_file (const YlCountiesSection *a, const YlCountiesSection *b)
{
  return a->file == b->file;
}

static gboolean
is_same_county (const YlCountiesSection *a, const YlCountiesSection *b)
{
  return a->county_code == b->county_code;
}

static gboolean
is_same_length (const YlCountiesSection *a, const YlCountiesSection *b)
{
  return a->rest == b->rest && a->length_m == b->length_m;
}

static gboolean
is_same_township (const YlCountiesSection *a, const YlCountiesSection *b)
{
  return is_same_length (a, b) && is_same_county (a, b) && a->township_code == b->township_code;
}

static gsize
measure_run (const YlCountiesSection *sections, gsize n, IsSame is_same)
{
  gsize length = 1;
  while (length < n && is_same (&sections[0], &sections[length]))
    length++;
  return length;
}

/* Each run against the longest before it, so that n and m are the smaller number of pairs. */
static void
pair_runs (const Scan *scan, YlCountiesSection *group, gsize n, IsSame is_one_run)
{
  YlCountiesSection *longest = group;
  gsize n_longest = measure_run (group, n, is_one_run);
  for (gsize at = n_longest; at < n;)
    {
      const gsize n_run = measure_run (&group[at], n - at, is_one_run);
      for (gsize i = 0; i < MIN (n_run, n_longest); i++)
        if (!group[at + i].is_told)
          report_hit (scan, &group[at + i], &longest[i], longest[i].length_m);
      if (n_run > n_longest)
        {
          longest = &group[at];
          n_longest = n_run;
        }
      at += n_run;
    }
}

static void
scan_groups (
    const Scan *scan, YlCountiesSection *sections, gsize n, IsSame is_group, IsSame is_one_run)
{
  for (gsize at = 0; at < n;)
    {
      const gsize n_group = measure_run (&sections[at], n - at, is_group);
      pair_runs (scan, &sections[at], n_group, is_one_run);
      at += n_group;
    }
}

static void
scan_route (const Scan *scan, YlCountiesSection *sections, gsize n)
{
  gsize n_unstaked = 0;
  while (n_unstaked < n && sections[n_unstaked].start_m == YL_STAKE_UNKNOWN)
    n_unstaked++;
  scan_groups (scan, sections, n_unstaked, is_same_township, is_same_file);
  scan_groups (scan, sections, n_unstaked, is_same_length, is_same_county);
  scan_stakes (scan, &sections[n_unstaked], n - n_unstaked);
}

static gboolean
is_same_route (const YlCountiesSection *a, const YlCountiesSection *b)
{
  return a->route == b->route;
}

void
yl_counties_scan (GArray *sections, YlCountiesReport report, gpointer self)
{
  const Scan scan = { report, self };
  g_array_sort (sections, compare_sections);
  YlCountiesSection *all = (YlCountiesSection *) (gpointer) sections->data;
  for (gsize at = 0; at < sections->len;)
    {
      const gsize n_route = measure_run (&all[at], sections->len - at, is_same_route);
      scan_route (&scan, &all[at], n_route);
      at += n_route;
    }
}
