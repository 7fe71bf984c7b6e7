#include "yanglu/audit/lists/counties.h"

#include "yanglu/base/order.h"
#include "yanglu/calc/counted.h"
#include "yanglu/domain/place-code.h"

#define N_SIGNS 36u
#define N_COUNTIES 1000000u

/* Sections of one township and the same stakes are tried against so many before them. */
#define MAX_TRIED 64u

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
  return written == row->road.county_code ? written : yl_places_renew (places, written);
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
  const YlRate rate = rates->rate[yl_counted_get_rate_kind (road)];
  YlMoney paid = { 0 };
  guint64 route;
  if (counted_m == 0 || !yl_money_for_part (1, rate.fen_per_km, 1, rate.part, &paid)
      || !read_route (row->route_code, county, &route))
    return FALSE;
  *section = (YlCountiesSection){
    .route = route,
    .rate_fen_per_km = paid.fen,
    .length_m = counted_m,
    .row = road->row,
    .county_code = road->county_code,
    .township_code = road->township_code,
    .rest = hash_text (row->route_code, YL_ROUTE_CODE_CHARACTERS),
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
  claim->rest = hash_text (row->previous_code, YL_ROUTE_CODE_CHARACTERS);
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
compare_listed (const YlCountiesSection *a, const YlCountiesSection *b)
{
  const int by_file = yl_compare_numbers (a->file, b->file);
  return by_file != 0 ? by_file : yl_compare_numbers (a->row, b->row);
}

/* What stands for one section without stakes, then its county and township. */
static int
compare_unstaked (const YlCountiesSection *a, const YlCountiesSection *b)
{
  const gint64 keys[][2] = { { a->rest, b->rest },
                             { a->length_m, b->length_m },
                             { a->county_code, b->county_code },
                             { a->township_code, b->township_code } };
  return yl_compare_keys (keys, G_N_ELEMENTS (keys));
}

/* Routes are below 2^63: 36^4 of a million. */
static int
compare_routes (gconstpointer left, gconstpointer right)
{
  const YlCountiesSection *a = left;
  const YlCountiesSection *b = right;
  return yl_compare_numbers ((gint64) a->route, (gint64) b->route);
}

/* By route; without stakes first. */
static int
compare_sections (gconstpointer left, gconstpointer right)
{
  const YlCountiesSection *a = left;
  const YlCountiesSection *b = right;
  int order = compare_routes (a, b);
  if (order == 0)
    order = yl_compare_numbers (a->start_m, b->start_m);
  if (order == 0 && a->start_m == YL_STAKE_UNKNOWN)
    order = compare_unstaked (a, b);
  return order != 0 ? order : compare_listed (a, b);
}

typedef struct
{
  YlCountiesKind kind;
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
    .kind = scan->kind,
    .first = is_later ? other : section,
    .later = is_later ? section : other,
    .length_m = MIN (length_m, MIN (section->length_m, other->length_m)),
  };
  const YlRate rate = { .fen_per_km = MIN (section->rate_fen_per_km, other->rate_fen_per_km) };
  yl_money_for_length ((YlLength){ hit.length_m }, rate, &hit.amount);
  section->is_told = TRUE;
  scan->report (scan->self, &hit);
}

/* What two sections may have in common. */
enum
{
  OF_ROUTE = 1 << 0,
  OF_FILE = 1 << 1,
  OF_COUNTY = 1 << 2,
  OF_TOWNSHIP = 1 << 3,
  OF_LENGTH = 1 << 4, /* and of what stands behind the ten characters */
  OF_PLACE = OF_FILE | OF_COUNTY,
};

static gboolean
is_same (const YlCountiesSection *a, const YlCountiesSection *b, guint parts)
{
  return (!(parts & OF_ROUTE) || a->route == b->route) && (!(parts & OF_FILE) || a->file == b->file)
         && (!(parts & OF_COUNTY) || a->county_code == b->county_code)
         && (!(parts & OF_TOWNSHIP) || a->township_code == b->township_code)
         && (!(parts & OF_LENGTH) || (a->rest == b->rest && a->length_m == b->length_m));
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
  if (reach->best == NULL || is_same (reach->best, section, OF_PLACE))
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
          reach.best != NULL && is_same (reach.best, section, OF_PLACE) ? reach.second : reach.best;
      if (other != NULL && other->end_m > section->start_m)
        report_hit (scan, section, other,
                    (guint32) (MIN (section->end_m, other->end_m) - section->start_m));
      reach_further (&reach, section);
    }
}

static gsize
measure_run (const YlCountiesSection *sections, gsize n, guint parts)
{
  gsize length = 1;
  while (length < n && is_same (&sections[0], &sections[length], parts))
    length++;
  return length;
}

/* Sections of one run stand together in one place: runs of one group are paired one by one.
 * Each run against the longest before it, so that n and m are the smaller number of pairs. */
static void
pair_runs (const Scan *scan, YlCountiesSection *group, gsize n, guint of_run)
{
  YlCountiesSection *longest = group;
  gsize n_longest = measure_run (group, n, of_run);
  for (gsize at = n_longest; at < n;)
    {
      const gsize n_run = measure_run (&group[at], n - at, of_run);
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
scan_groups (const Scan *scan, YlCountiesSection *sections, gsize n, guint of_group, guint of_run)
{
  for (gsize at = 0; at < n;)
    {
      const gsize n_group = measure_run (&sections[at], n - at, of_group);
      pair_runs (scan, &sections[at], n_group, of_run);
      at += n_group;
    }
}

static void
scan_route (const Scan *scan, YlCountiesSection *sections, gsize n)
{
  gsize n_unstaked = 0;
  while (n_unstaked < n && sections[n_unstaked].start_m == YL_STAKE_UNKNOWN)
    n_unstaked++;
  scan_groups (scan, sections, n_unstaked, OF_LENGTH | OF_COUNTY | OF_TOWNSHIP, OF_FILE);
  scan_groups (scan, sections, n_unstaked, OF_LENGTH, OF_COUNTY);
  scan_stakes (scan, &sections[n_unstaked], n - n_unstaked);
}

static void
scan_all (const Scan *scan, GArray *sections)
{
  g_array_sort (sections, compare_sections);
  YlCountiesSection *all = (YlCountiesSection *) (gpointer) sections->data;
  for (gsize at = 0; at < sections->len;)
    {
      const gsize n_route = measure_run (&all[at], sections->len - at, OF_ROUTE);
      scan_route (scan, &all[at], n_route);
      at += n_route;
    }
}

void
yl_counties_scan (GArray *sections, YlCountiesReport report, gpointer self)
{
  scan_all (&(Scan){ YL_COUNTIES_SAME_SECTION, report, self }, sections);
}

/* Claims are copies of rows, so that what was told of a row is kept beside them. */
typedef struct
{
  GHashTable *told; /* sections of rows that were told, by is_one_row() */
  YlCountiesReport report;
  gpointer self;
} Filter;

static guint
hash_row (gconstpointer data)
{
  const YlCountiesSection *section = data;
  return g_int64_hash (&section->row) * 31 + section->file;
}

static gboolean
is_one_row (gconstpointer left, gconstpointer right)
{
  const YlCountiesSection *a = left;
  const YlCountiesSection *b = right;
  return a->row == b->row && a->file == b->file;
}

/* Two rows that stand there still were told by where they stand. */
static void
take_claimed (gpointer self, const YlCountiesHit *hit)
{
  const Filter *filter = self;
  if ((!hit->first->is_claim && !hit->later->is_claim)
      || !g_hash_table_add (filter->told, g_memdup2 (hit->later, sizeof *hit->later)))
    return;
  filter->report (filter->self, hit);
}

static void
mark_told (GArray *sections, GHashTable *told)
{
  for (guint i = 0; i < sections->len; i++)
    {
      YlCountiesSection *section = &g_array_index (sections, YlCountiesSection, i);
      section->is_told = section->is_told || g_hash_table_contains (told, section);
    }
}

static GHashTable *
list_told (const GArray *sections)
{
  GHashTable *told = g_hash_table_new_full (hash_row, is_one_row, g_free, NULL);
  for (guint i = 0; i < sections->len; i++)
    {
      const YlCountiesSection *section = &g_array_index (sections, YlCountiesSection, i);
      if (section->is_told)
        g_hash_table_add (told, g_memdup2 (section, sizeof *section));
    }
  return told;
}

/* Claims, and what stands still on the routes that they name; @sections are in the order of routes. */
static GArray *
gather_claimed (const GArray *sections, GArray *claims)
{
  GArray *there = g_array_new (FALSE, FALSE, sizeof (YlCountiesSection));
  guint at = 0;
  g_array_sort (claims, compare_routes);
  g_array_append_vals (there, claims->data, claims->len);
  for (guint i = 0; i < sections->len; i++)
    {
      const YlCountiesSection *section = &g_array_index (sections, YlCountiesSection, i);
      while (at < claims->len
             && g_array_index (claims, YlCountiesSection, at).route < section->route)
        at++;
      if (at == claims->len)
        break;
      if (section->is_moved
          || g_array_index (claims, YlCountiesSection, at).route != section->route)
        continue;
      YlCountiesSection copy = *section;
      copy.is_told = FALSE;
      g_array_append_val (there, copy);
    }
  return there;
}

void
yl_counties_scan_claims (GArray *sections, GArray *claims, YlCountiesReport report, gpointer self)
{
  if (claims->len == 0)
    return;
  g_autoptr (GHashTable) told = list_told (sections);
  g_autoptr (GArray) there = gather_claimed (sections, claims);
  Filter filter = { told, report, self };
  scan_all (&(Scan){ YL_COUNTIES_SAME_ORIGIN, take_claimed, &filter }, there);
  mark_told (sections, told);
}

/* Townships that stand in more than one file. */
static GHashTable *
find_shared (const GArray *sections)
{
  GHashTable *files = g_hash_table_new (NULL, NULL);
  GHashTable *shared = g_hash_table_new (NULL, NULL);
  guint32 last_township = 0, last_file = G_MAXUINT32;
  for (guint i = 0; i < sections->len; i++)
    {
      const YlCountiesSection *section = &g_array_index (sections, YlCountiesSection, i);
      if (section->township_code == 0
          || (section->township_code == last_township && section->file == last_file))
        continue;
      last_township = section->township_code;
      last_file = section->file;
      const gpointer township = GUINT_TO_POINTER (last_township);
      const gpointer file = GUINT_TO_POINTER (section->file + 1u);
      const gpointer first = g_hash_table_lookup (files, township);
      if (first == NULL)
        g_hash_table_insert (files, township, file);
      else if (first != file)
        g_hash_table_add (shared, township);
    }
  g_hash_table_unref (files);
  return shared;
}

static int
compare_stretches (const YlCountiesSection *a, const YlCountiesSection *b)
{
  const gint64 keys[][2] = { { a->township_code, b->township_code },
                             { a->start_m, b->start_m },
                             { a->end_m, b->end_m },
                             { a->length_m, b->length_m } };
  return yl_compare_keys (keys, G_N_ELEMENTS (keys));
}

static gint
compare_pointers (gconstpointer left, gconstpointer right)
{
  const YlCountiesSection *a = *(YlCountiesSection *const *) left;
  const YlCountiesSection *b = *(YlCountiesSection *const *) right;
  const int order = compare_stretches (a, b);
  return order != 0 ? order : compare_listed (a, b);
}

/* Staked sections of such townships; a road without a name that begins at 0 is like many others. */
static GPtrArray *
gather_shared (const GArray *sections, GHashTable *shared)
{
  GPtrArray *found = g_ptr_array_new ();
  for (guint i = 0; i < sections->len; i++)
    {
      YlCountiesSection *section = &g_array_index (sections, YlCountiesSection, i);
      if (section->start_m != YL_STAKE_UNKNOWN && (section->name != 0 || section->start_m > 0)
          && g_hash_table_contains (shared, GUINT_TO_POINTER (section->township_code)))
        g_ptr_array_add (found, section);
    }
  g_ptr_array_sort (found, compare_pointers);
  return found;
}

static gboolean
is_one_road (const YlCountiesSection *a, const YlCountiesSection *b)
{
  if (a->file == b->file || a->route == b->route)
    return FALSE;
  return a->name == b->name || ((a->name == 0 || b->name == 0) && a->start_m > 0);
}

void
yl_counties_scan_codes (GArray *sections, YlCountiesReport report, gpointer self)
{
  g_autoptr (GHashTable) shared = find_shared (sections);
  if (g_hash_table_size (shared) == 0)
    return;
  g_autoptr (GPtrArray) all = gather_shared (sections, shared);
  const Scan scan = { YL_COUNTIES_OTHER_CODE, report, self };
  guint group = 0;
  for (guint i = 1; i < all->len; i++)
    {
      YlCountiesSection *later = g_ptr_array_index (all, i);
      if (compare_stretches (g_ptr_array_index (all, group), later) != 0)
        group = i;
      for (guint k = group; k < i && k - group < MAX_TRIED && !later->is_told; k++)
        if (is_one_road (g_ptr_array_index (all, k), later))
          {
            report_hit (&scan, later, g_ptr_array_index (all, k), later->length_m);
            break;
          }
    }
}
