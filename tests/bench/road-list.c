#include "bench/road-list.h"

#include "yanglu/base/length.h"
#include "yanglu/domain/road-class.h"

#include <string.h>

enum
{
  ROUTE_CODE,
  ROUTE_NAME,
  CLASS,
  TOWNSHIP,
  DIVISION,
  START,
  END,
  LENGTH,
  GRADE,
  SURFACE,
  WIDTH,
  DUPLICATE,
  DEAD_END,
  URBAN,
  MAINTAINED,
  CONDITION,
  PAYEE,
  BUILT,
  LAST_WORKS,
};

const char *const bench_heads[BENCH_N_COLUMNS] = {
  "路线编码", "路线名称", "行政等级", "乡镇",     "行政区划",       "起点桩号", "止点桩号",
  "里程",     "技术等级", "路面类型", "路面宽度", "重复路段",       "断头路",   "城管路段",
  "列养",     "评定等级", "管养单位", "修建年度", "最近大中修年度",
};

const gboolean bench_is_number[BENCH_N_COLUMNS] = {
  [START] = TRUE, [END] = TRUE,   [LENGTH] = TRUE,
  [WIDTH] = TRUE, [BUILT] = TRUE, [LAST_WORKS] = TRUE,
};

#define ROWS_PER_WRONG_ONE 2000

/* What roads of a class are like; kilometres of the classes stand as 70 : 124 : 266 (2023). */
typedef struct
{
  YlRoadClass road_class;
  char letter;
  guint sections_per_mille;
  gint sections_per_route;
  const char *grades[4];
  const char *surfaces[4];
  const char *widths[4];
} ClassHabits;

static const ClassHabits habits[] = {
  { YL_CLASS_COUNTY,
    'X',
    152,
    9,
    { "二级", "三级", "三级", "四级" },
    { "沥青混凝土", "沥青混凝土", "水泥混凝土", "沥青混凝土" },
    { "9.0", "7.0", "7.0", "6.0" } },
  { YL_CLASS_TOWNSHIP,
    'Y',
    270,
    5,
    { "三级", "四级", "四级", "四级" },
    { "沥青混凝土", "水泥混凝土", "水泥混凝土", "简易铺装" },
    { "6.0", "5.5", "5.0", "4.5" } },
  { YL_CLASS_VILLAGE,
    'C',
    578,
    2,
    { "四级", "四级", "四级", "等外" },
    { "水泥混凝土", "水泥混凝土", "水泥混凝土", "未铺装" },
    { "4.5", "4.0", "3.5", "3.0" } },
};

typedef struct
{
  GRand *random;
  guint32 county_code;
  const YlTownship *townships;
  gsize n_townships;
  const ClassHabits *habits;
  guint route;    /* number within the county and class */
  guint township; /* where the section lies */
  gint32 stake_m; /* where it begins */
  gint left;      /* sections that the route still has */
  BenchTakeRow take;
  gpointer self;
} Maker;

static gint32
draw (Maker *maker, gint32 below)
{
  return g_rand_int_range (maker->random, 0, below);
}

static void
put (char cell[64], const char *text)
{
  g_strlcpy (cell, text, 64);
}

static void
put_km (char cell[64], gint32 m)
{
  g_snprintf (cell, 64, "%d.%03d", m / 1000, m % 1000);
}

/* Three characters: 001 to 999, then A00 to ZZZ. */
static void
put_route_code (const Maker *maker, char cell[64])
{
  static const char signs[] = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  const guint number = maker->route;
  const char letter = maker->habits->letter;
  if (number <= 999)
    {
      g_snprintf (cell, 64, "%c%03u%06u", letter, number, maker->county_code);
      return;
    }
  const guint past = number - 1000;
  g_snprintf (cell, 64, "%c%c%c%c%06u", letter, signs[10 + past / 1296 % 26], signs[past / 36 % 36],
              signs[past % 36], maker->county_code);
}

/* "侯朱线": the first characters of the two townships that it joins. */
static void
put_route_name (const Maker *maker, char cell[64])
{
  const YlTownship *from = &maker->townships[maker->route % maker->n_townships];
  const YlTownship *to = &maker->townships[maker->route * 7 / 3 % maker->n_townships];
  char first[8] = { 0 };
  char second[8] = { 0 };
  g_utf8_strncpy (first, from->name, 1);
  g_utf8_strncpy (second, to->name, 1);
  g_snprintf (cell, 64, "%s%s%s", first, second, maker->habits->letter == 'C' ? "路" : "线");
}

static void
put_rare (Maker *maker, BenchRow *row)
{
  row->cells[DUPLICATE][0] = '\0';
  if (draw (maker, 100) == 0)
    g_snprintf (row->cells[DUPLICATE], 64, "X%03d%06u", 1 + draw (maker, 99), maker->county_code);
  put (row->cells[DEAD_END], draw (maker, 200) == 0 ? "1" : "");
  put (row->cells[URBAN], draw (maker, 100) == 0 ? "1" : "");
  put (row->cells[MAINTAINED], draw (maker, 40) == 0 ? "否" : "是");
}

static void
spoil (Maker *maker, BenchRow *row)
{
  switch (draw (maker, 7))
    {
    case 0:
      put (row->cells[LENGTH], "1,2.3,4");
      break;
    case 1:
      put (row->cells[LENGTH], "9.999");
      break;
    case 2:
      put (row->cells[CLASS], "大道");
      break;
    case 3:
      put (row->cells[CLASS], row->cells[ROUTE_CODE][0] == 'X' ? "乡道" : "县道");
      break;
    case 4:
      put (row->cells[LENGTH], "");
      put (row->cells[START], "");
      break;
    case 5:
      put (row->cells[TOWNSHIP], "没有这个乡");
      break;
    default:
      g_strlcat (row->cells[LENGTH], "4", 64);
      break;
    }
}

static void
make_section (Maker *maker)
{
  const ClassHabits *kind = maker->habits;
  const YlTownship *township = &maker->townships[maker->township];
  const gint32 length_m = 80 + draw (maker, 1680);
  const gint32 kind_of_road = draw (maker, 4);
  BenchRow row;
  put_route_code (maker, row.cells[ROUTE_CODE]);
  put_route_name (maker, row.cells[ROUTE_NAME]);
  put (row.cells[CLASS], yl_road_class_get_name (kind->road_class));
  put (row.cells[TOWNSHIP], township->name);
  g_snprintf (row.cells[DIVISION], 64, "%09u%03d", township->code, 1 + draw (maker, 40));
  put_km (row.cells[START], maker->stake_m);
  put_km (row.cells[END], maker->stake_m + length_m);
  put_km (row.cells[LENGTH], length_m);
  put (row.cells[GRADE], kind->grades[kind_of_road]);
  put (row.cells[SURFACE], kind->surfaces[kind_of_road]);
  put (row.cells[WIDTH], kind->widths[kind_of_road]);
  put_rare (maker, &row);
  static const char *const conditions[] = { "优", "良", "良", "中", "中", "次", "差", "" };
  put (row.cells[CONDITION], conditions[draw (maker, G_N_ELEMENTS (conditions))]);
  const gboolean is_street = g_str_has_suffix (township->name, "街道");
  g_snprintf (row.cells[PAYEE], 64, "%s%s", township->name, is_street ? "办事处" : "人民政府");
  if (kind->road_class == YL_CLASS_COUNTY)
    put (row.cells[PAYEE], "县级农村公路管护机构");
  g_snprintf (row.cells[BUILT], 64, "%d", 1998 + draw (maker, 22));
  put (row.cells[LAST_WORKS], "");
  if (draw (maker, 10) < 6)
    g_snprintf (row.cells[LAST_WORKS], 64, "%d", 2010 + draw (maker, 11));
  if (draw (maker, ROWS_PER_WRONG_ONE) == 0)
    spoil (maker, &row);
  maker->stake_m += length_m;
  maker->take (maker->self, &row);
}

static void
make_class (Maker *maker, guint n_sections)
{
  maker->route = 0;
  maker->left = 0;
  for (guint i = 0; i < n_sections; i++)
    {
      if (maker->left == 0)
        {
          maker->route++;
          maker->stake_m = 0;
          maker->left = 1 + draw (maker, 2 * maker->habits->sections_per_route);
          maker->township = (guint) draw (maker, (gint32) maker->n_townships);
        }
      else if (maker->habits->letter != 'C' && draw (maker, 3) == 0)
        maker->township = (maker->township + 1) % (guint) maker->n_townships;
      maker->left--;
      make_section (maker);
    }
}

static void
make_county (Maker *maker, const YlPlaces *places, guint32 county_code, guint n_sections)
{
  maker->county_code = county_code;
  maker->townships = yl_places_get_townships (places, county_code, &maker->n_townships);
  guint done = 0;
  for (gsize i = 0; i < G_N_ELEMENTS (habits); i++)
    {
      const gboolean is_last = i + 1 == G_N_ELEMENTS (habits);
      const guint n =
          is_last ? n_sections - done : n_sections * habits[i].sections_per_mille / 1000;
      maker->habits = &habits[i];
      make_class (maker, n);
      done += n;
    }
}

static gboolean
has_townships (const YlPlaces *places, guint32 county_code)
{
  gsize n_townships = 0;
  yl_places_get_townships (places, county_code, &n_townships);
  return n_townships > 0;
}

void
bench_make_roads (const YlPlaces *places,
                  guint32 county_code,
                  guint n_sections,
                  guint32 seed,
                  BenchTakeRow take,
                  gpointer self)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (seed);
  Maker maker = { .random = random, .take = take, .self = self };
  if (county_code != 0)
    {
      make_county (&maker, places, county_code, n_sections);
      return;
    }
  gsize n_counties = 0;
  const YlCounty *counties = yl_places_get_counties (places, &n_counties);
  guint n_left = 0;
  for (gsize i = 0; i < n_counties; i++)
    n_left += has_townships (places, counties[i].code) ? 1 : 0;
  for (gsize i = 0; i < n_counties; i++)
    if (has_townships (places, counties[i].code))
      {
        const guint n = n_sections / n_left--;
        make_county (&maker, places, counties[i].code, n);
        n_sections -= n;
      }
}
