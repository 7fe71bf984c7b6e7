#include "yanglu/audit/lists/plausibility.h"

#include "yanglu/audit/lists/reading-change.h"
#include "yanglu/audit/lists/row-group.h"
#include "yanglu/audit/lists/row.h"
#include "yanglu/audit/lists/scale-rules.h"
#include "yanglu/base/order.h"
#include "yanglu/calc/counted.h"
#include "yanglu/domain/place-code.h"

/* One table of the list. */
typedef struct
{
  guint64 n_coded; /* rows with a route code and a length */
  guint64 n_long;  /* of them, above and below what a median may be */
  guint64 n_short;
  guint64 n_rows;
  gint64 listed_m;
  __int128 change_mm; /* of all that it lists */
  YlRowGroup empty;   /* rows of length 0 */
  YlReread reread;    /* of all its rows */
  gboolean is_proved; /* by the sum that it states */
} Table;

/* The rows of one class whose tables stand. */
typedef struct
{
  guint64 n_rows;
  guint64 n_tiny;  /* that a row within limit-section can be limit-median-times as long as */
  gint64 median_m; /* 0: nothing can be so far from it */
} Class;

/* What rows come to together: a route, a county, the list. */
typedef struct
{
  gint64 counted_m;
  __int128 reread_mm;     /* where what was told is read otherwise */
  YlReadingChange change; /* if the rows that were not told were in metres */
  gboolean has_untold;    /* there are such rows */
  gsize first;            /* index of its first road */
} Total;

typedef struct
{
  const YlPlausibilityRequest *request;
  gint64 limits[YL_N_LIMITS];
  Table *tables;
  Class classes[YL_N_CLASSES];
  Total all;
  gboolean is_proved; /* by last year */
  YlFindings *findings;
} Check;

static const YlRoad *
get_road (const Check *check, gsize index)
{
  return yl_inventory_get_road (check->request->inventory, index);
}

static gsize
get_n_roads (const Check *check)
{
  return yl_inventory_get_n_roads (check->request->inventory);
}

static gboolean
is_counted (const YlRoad *road)
{
  return yl_counted_find_mark (road) == YL_MARK_NONE;
}

/* How a row reads whose stakes show the unit of its length: yl_list_check() has told it. */
static YlReread
find_slip (const Check *check, const YlRoad *road)
{
  if (!yl_list_has_wrong_length (road))
    return YL_REREAD_NOT;
  const YlOrigin *origin = yl_inventory_get_origin (check->request->inventory, road->origin);
  const YlScaleSlip slip = yl_scale_slip_find (road, origin->length_unit);
  return slip == YL_SLIP_LENGTH_IN_METRES ? YL_REREAD_SMALLER
         : slip == YL_SLIP_LENGTH_IN_KM   ? YL_REREAD_LARGER
                                          : YL_REREAD_NOT;
}

/* Whether the limits of roads bound it: a row without a code is the sum of a class. */
static gboolean
is_road (const Check *check, const YlRoad *road)
{
  return road->route_code != 0 && road->length_m > 0 && find_slip (check, road) == YL_REREAD_NOT;
}

static gboolean
is_confirmed (const YlRoad *road)
{
  return road->start_m != YL_STAKE_UNKNOWN && (road->flags & YL_ROAD_FROM_STAKES) == 0
         && (gint64) road->end_m - road->start_m == (gint64) road->length_m;
}

/* The tables */

static gboolean
is_too_long_for_a_median (const Check *check, const YlRoad *road)
{
  const gint64 length_m = road->length_m;
  return length_m > check->limits[YL_LIMIT_MEDIAN_MOST]
         && (length_m > check->limits[YL_LIMIT_SECTION] || !is_confirmed (road));
}

static void
add_to_table (const Check *check, const YlRoad *road)
{
  Table *table = &check->tables[road->origin];
  table->n_rows++;
  table->listed_m += road->length_m;
  if (road->length_m == 0)
    yl_row_group_add (&table->empty, road->row);
  if (!is_road (check, road))
    return;
  table->n_coded++;
  if (is_too_long_for_a_median (check, road))
    table->n_long++;
  if (road->length_m < check->limits[YL_LIMIT_MEDIAN_LEAST])
    table->n_short++;
}

/* Whether the median of @n_all rows is one of the @n that are beyond a limit. */
static gboolean
is_median_beyond (const Check *check, guint64 n, guint64 n_all)
{
  if (n_all < (guint64) check->limits[YL_LIMIT_MEDIAN_ROWS])
    return n_all > 0 && n == n_all;
  return n * 2 > n_all;
}

static void
judge_tables (const Check *check)
{
  const guint n_tables = yl_inventory_get_n_origins (check->request->inventory);
  for (gsize i = 0; i < get_n_roads (check); i++)
    add_to_table (check, get_road (check, i));
  for (guint i = 0; i < n_tables; i++)
    {
      Table *table = &check->tables[i];
      if (is_median_beyond (check, table->n_long, table->n_coded))
        table->reread = YL_REREAD_SMALLER;
      else if (is_median_beyond (check, table->n_short, table->n_coded))
        table->reread = YL_REREAD_LARGER;
    }
}

/* The classes */

static int
compare_lengths (gconstpointer a, gconstpointer b)
{
  return yl_compare_numbers (*(const guint32 *) a, *(const guint32 *) b);
}

static gboolean
is_of_class (const Check *check, const YlRoad *road, guint road_class)
{
  return is_road (check, road) && road->road_class == road_class
         && check->tables[road->origin].reread == YL_REREAD_NOT;
}

static gint64
find_median (const Check *check, guint road_class)
{
  g_autoptr (GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint32));
  for (gsize i = 0; i < get_n_roads (check); i++)
    if (is_of_class (check, get_road (check, i), road_class))
      g_array_append_val (lengths, get_road (check, i)->length_m);
  g_array_sort (lengths, compare_lengths);
  return g_array_index (lengths, guint32, (lengths->len - 1) / 2);
}

/* Rows above limit-section are told anyway, so that a median matters only where it is tiny: no list
 * in order is sorted for it. */
static void
judge_classes (Check *check)
{
  const gint64 times = check->limits[YL_LIMIT_MEDIAN_TIMES];
  for (gsize i = 0; i < get_n_roads (check); i++)
    {
      const YlRoad *road = get_road (check, i);
      Class *own = &check->classes[road->road_class];
      if (!is_of_class (check, road, road->road_class))
        continue;
      own->n_rows++;
      if (road->length_m * times <= check->limits[YL_LIMIT_SECTION])
        own->n_tiny++;
    }
  for (guint road_class = 0; road_class < YL_N_CLASSES; road_class++)
    {
      Class *own = &check->classes[road_class];
      if (own->n_rows >= (guint64) check->limits[YL_LIMIT_MEDIAN_ROWS]
          && own->n_tiny * 2 >= own->n_rows)
        own->median_m = find_median (check, road_class);
    }
}

/* The rows */

static gboolean
is_far_from_median (const Check *check, const YlRoad *road)
{
  const gint64 median_m = check->classes[road->road_class].median_m;
  return median_m > 0 && road->length_m >= median_m * check->limits[YL_LIMIT_MEDIAN_TIMES];
}

/* Whether the row itself is told; that of a table that is told is not. */
static gboolean
is_too_long (const Check *check, const YlRoad *road)
{
  return is_road (check, road) && check->tables[road->origin].reread == YL_REREAD_NOT
         && (road->length_m > check->limits[YL_LIMIT_SECTION] || is_far_from_median (check, road));
}

static YlReread
get_reread (const Check *check, const YlRoad *road)
{
  const YlReread slip = find_slip (check, road);
  if (slip != YL_REREAD_NOT)
    return slip;
  return is_too_long (check, road) ? YL_REREAD_SMALLER : check->tables[road->origin].reread;
}

/* Sums */

static void
add_to_total (const Check *check, Total *total, const YlRoad *road)
{
  if (!is_counted (road))
    return;
  const gint64 change_mm = yl_reread_change_mm (get_reread (check, road), road->length_m);
  total->counted_m += road->length_m;
  total->reread_mm += (__int128) road->length_m * YL_SCALE_FACTOR + change_mm;
  if (change_mm != 0)
    return;
  total->has_untold |= road->length_m > 0;
  yl_reading_change_add (&total->change, YL_REREAD_SMALLER, road);
}

/* Whether last year says what the other reading says, and not what this one does. */
static gboolean
is_proved_by_last_year (const Check *check)
{
  const __int128 last_mm = (__int128) check->request->last_year_m * YL_SCALE_FACTOR;
  const gint64 times = check->limits[YL_LIMIT_GROWTH];
  const __int128 now_mm = (__int128) check->all.counted_m * YL_SCALE_FACTOR;
  const gboolean is_off = now_mm > last_mm * times || now_mm * times < last_mm;
  return last_mm > 0 && is_off && check->all.reread_mm <= last_mm * times
         && check->all.reread_mm * times >= last_mm;
}

/* Whether the sum that the table states is that of the other reading, up to a metre a row. */
static gboolean
is_proved_by_sum (const Table *table, gint64 stated_m)
{
  const __int128 off_mm =
      (__int128) (table->listed_m - stated_m) * YL_SCALE_FACTOR + table->change_mm;
  const __int128 within_mm = (__int128) table->n_rows * YL_SCALE_FACTOR;
  return stated_m > 0 && table->change_mm != 0 && off_mm <= within_mm && off_mm >= -within_mm;
}

static void
add_up (Check *check)
{
  const guint n_tables = yl_inventory_get_n_origins (check->request->inventory);
  for (gsize i = 0; i < get_n_roads (check); i++)
    {
      const YlRoad *road = get_road (check, i);
      add_to_total (check, &check->all, road);
      check->tables[road->origin].change_mm +=
          yl_reread_change_mm (get_reread (check, road), road->length_m);
    }
  check->is_proved = is_proved_by_last_year (check);
  for (guint i = 0; i < n_tables; i++)
    check->tables[i].is_proved = is_proved_by_sum (
        &check->tables[i], yl_inventory_get_origin (check->request->inventory, i)->stated_m);
}

/* The findings */

/* What a second figure says, as the middle of a sentence: "" where none proves it. @origin: of the
 * table whose sum may; NULL: of many. */
static char *
describe_proof (const Check *check, const YlOrigin *origin, gboolean is_by_sum)
{
  if (is_by_sum)
    {
      g_autofree char *km = yl_decimal_format (origin->stated_m, 3, TRUE);
      return g_strdup_printf ("合计行写明 %s 公里，正是换算后的和；", km);
    }
  if (!check->is_proved)
    return g_strdup ("");
  g_autofree char *km = yl_decimal_format (check->request->last_year_m, 3, TRUE);
  return g_strdup_printf ("上年计入 %s 公里，与换算后相近；", km);
}

static const char *
get_head (const YlOrigin *origin)
{
  return origin->length_head[0] == '\0' ? "里程" : origin->length_head;
}

/* Adds @finding, which has its place; its message is @what, what the other reading would change,
 * and @proof. */
static void
report (const Check *check,
        YlFinding finding,
        const YlReadingChange *change,
        const char *what,
        const char *proof)
{
  const gboolean is_less = yl_reading_change_is_less (change);
  finding.code = YL_C03;
  finding.severity = proof[0] == '\0' ? YL_SEVERITY_WARNING : YL_SEVERITY_ERROR;
  yl_reading_change_price (change, check->request->rates, &finding);
  g_autofree char *km = yl_reading_change_show_km (change);
  g_autofree char *yuan = yl_money_to_grouped (finding.at_stake);
  g_autofree char *message =
      g_strdup_printf ("%s；仍按所写计入，换算后%s %s 公里、%s %s 元；%s请核对单位，改正表头或数字",
                       what, is_less ? "少" : "多", km, is_less ? "少" : "多", yuan, proof);
  finding.message = message;
  yl_findings_add (check->findings, &finding);
}

/* What the unit of a table seems to be. */
static const char *
guess_unit (YlReread reread, YlHeadUnit unit)
{
  const gboolean is_metre = unit == YL_UNIT_METRE;
  if (reread == YL_REREAD_SMALLER)
    return is_metre ? "看来大了 1000 倍" : "看来单位是米而不是公里";
  return is_metre ? "看来单位是公里而不是米" : "看来小了 1000 倍";
}

/* What the other reading changes in a table that is told; the metres of its rows have lost what was
 * rounded, a head in metres over kilometres much of it. */
static YlReadingChange
find_table_change (const Check *check, guint table)
{
  const YlOrigin *origin = yl_inventory_get_origin (check->request->inventory, table);
  const YlReread reread = check->tables[table].reread;
  YlReadingChange change = { 0 };
  for (gsize i = 0; i < get_n_roads (check); i++)
    if (get_road (check, i)->origin == table
        && find_slip (check, get_road (check, i)) == YL_REREAD_NOT)
      yl_reading_change_add (&change, reread, get_road (check, i));
  /* 1000 × (read − kept), in thousandths of a metre, is as many as read − kept in millionths. */
  for (guint kind = 0; kind < YL_N_RATES && reread == YL_REREAD_LARGER; kind++)
    yl_reading_change_add_mm (&change, (YlRateKind) kind, origin->lost_um[kind]);
  return change;
}

static void
report_table (const Check *check, guint index)
{
  const Table *table = &check->tables[index];
  const YlOrigin *origin = yl_inventory_get_origin (check->request->inventory, index);
  const gboolean is_long = table->reread == YL_REREAD_SMALLER;
  const YlReadingChange change = find_table_change (check, index);
  const gint64 limit_m = check->limits[is_long ? YL_LIMIT_MEDIAN_MOST : YL_LIMIT_MEDIAN_LEAST];
  g_autofree char *limit = yl_length_to_km ((YlLength){ limit_m });
  g_autofree char *what = g_strdup_printf (
      "%s：有路线编码的 %" G_GUINT64_FORMAT " 行中 %" G_GUINT64_FORMAT " 行%s %s 公里，%s",
      get_head (origin), table->n_coded, is_long ? table->n_long : table->n_short,
      is_long ? "大于" : "小于", limit, guess_unit (table->reread, origin->length_unit));
  g_autofree char *proof = describe_proof (check, origin, table->is_proved);
  report (check,
          (YlFinding){ .file = origin->file, .sheet = origin->sheet, .column = get_head (origin) },
          &change, what, proof);
}

static char *
describe_row (const Check *check, const YlRoad *road, const char *length)
{
  if (road->length_m > check->limits[YL_LIMIT_SECTION])
    {
      g_autofree char *limit = yl_length_to_km ((YlLength){ check->limits[YL_LIMIT_SECTION] });
      return g_strdup_printf ("里程 %s 公里，大于一个路段的界限 %s 公里", length, limit);
    }
  g_autofree char *median =
      yl_length_to_km ((YlLength){ check->classes[road->road_class].median_m });
  return g_strdup_printf ("里程 %s 公里，是%s路段中间值 %s 公里的 1000 倍以上", length,
                          yl_road_class_get_name ((YlRoadClass) road->road_class), median);
}

static void
report_row (const Check *check, const YlRoad *road)
{
  const YlOrigin *origin = yl_inventory_get_origin (check->request->inventory, road->origin);
  YlReadingChange change = { 0 };
  yl_reading_change_add (&change, YL_REREAD_SMALLER, road);
  g_autofree char *length = yl_length_to_km ((YlLength){ road->length_m });
  g_autofree char *row = describe_row (check, road, length);
  g_autofree char *what =
      g_strdup_printf ("%s，%s", row, guess_unit (YL_REREAD_SMALLER, origin->length_unit));
  g_autofree char *proof = describe_proof (check, origin, check->tables[road->origin].is_proved);
  report (check,
          (YlFinding){ .file = origin->file,
                       .sheet = origin->sheet,
                       .row = road->row,
                       .column = get_head (origin),
                       .seen = length },
          &change, what, proof);
}

static void
report_empty (const Check *check, const Table *table, const YlOrigin *origin)
{
  g_autofree char *rows = yl_row_group_show (&table->empty);
  g_autofree char *message = g_strdup_printf ("里程为 0 的有 %" G_GUINT64_FORMAT
                                              " 行（第 %s 行），不计里程和金额；请核对是否漏填",
                                              table->empty.n_rows, rows);
  yl_findings_add (check->findings, &(YlFinding){ .code = YL_E03,
                                                  .severity = YL_SEVERITY_WARNING,
                                                  .file = origin->file,
                                                  .sheet = origin->sheet,
                                                  .row = table->empty.first_row,
                                                  .column = get_head (origin),
                                                  .seen = "0",
                                                  .message = message,
                                                  .is_priced = TRUE });
}

static void
report_nothing (const Check *check)
{
  const YlOrigin *origin =
      yl_inventory_get_origin (check->request->inventory, get_road (check, 0)->origin);
  g_autofree char *message = g_strdup_printf (
      "全部 %" G_GSIZE_FORMAT " 行的里程都是 0，预算按零计；请填入里程后再试", get_n_roads (check));
  yl_findings_add (check->findings, &(YlFinding){ .code = YL_E03,
                                                  .severity = YL_SEVERITY_ERROR,
                                                  .file = origin->file,
                                                  .sheet = origin->sheet,
                                                  .column = get_head (origin),
                                                  .seen = "0",
                                                  .message = message });
}

static gboolean
is_nothing (const Check *check)
{
  const guint n_tables = yl_inventory_get_n_origins (check->request->inventory);
  gint64 listed_m = 0;
  for (guint i = 0; i < n_tables; i++)
    listed_m += check->tables[i].listed_m;
  return listed_m == 0;
}

static void
tell_tables (const Check *check)
{
  const guint n_tables = yl_inventory_get_n_origins (check->request->inventory);
  const gboolean is_all_empty = is_nothing (check);
  if (is_all_empty)
    report_nothing (check);
  for (guint i = 0; i < n_tables; i++)
    {
      const Table *table = &check->tables[i];
      if (table->reread != YL_REREAD_NOT)
        report_table (check, i);
      if (table->empty.n_rows > 0 && !is_all_empty)
        report_empty (check, table, yl_inventory_get_origin (check->request->inventory, i));
    }
}

static void
tell_rows (const Check *check)
{
  for (gsize i = 0; i < get_n_roads (check); i++)
    if (is_too_long (check, get_road (check, i)))
      report_row (check, get_road (check, i));
}

/* Rows by what they are summed up for. */
typedef struct
{
  GHashTable *places; /* key → index + 1 */
  GArray *totals;     /* of Total */
} Groups;

static void
groups_init (Groups *groups)
{
  groups->places = g_hash_table_new (NULL, NULL);
  groups->totals = g_array_new (FALSE, TRUE, sizeof (Total));
}

static void
groups_clear (Groups *groups)
{
  g_hash_table_unref (groups->places);
  g_array_unref (groups->totals);
}

static guint
groups_find (Groups *groups, guint key, gsize first)
{
  const gpointer found = g_hash_table_lookup (groups->places, GUINT_TO_POINTER (key));
  if (found != NULL)
    return GPOINTER_TO_UINT (found) - 1;
  g_array_set_size (groups->totals, groups->totals->len + 1);
  g_array_index (groups->totals, Total, groups->totals->len - 1).first = first;
  g_hash_table_insert (groups->places, GUINT_TO_POINTER (key),
                       GUINT_TO_POINTER (groups->totals->len));
  return groups->totals->len - 1;
}

/* The key of the county of a road, or of its route; 0: it has none. */
typedef guint (*FindKey) (const Check *check, const YlRoad *road, gpointer data);

static guint
find_county (const Check *check, const YlRoad *road, gpointer data)
{
  (void) check;
  (void) data;
  return road->county_code + 1;
}

static guint
find_route (const Check *check, const YlRoad *road, gpointer routes)
{
  YlText code = yl_text_of (yl_inventory_get_text (check->request->inventory, road->route_code));
  if (yl_route_code_find_county (code) == 0)
    return 0;
  code.length = YL_ROUTE_CODE_CHARACTERS;
  return yl_text_pool_add (routes, code);
}

static void
sum_up (const Check *check, Groups *groups, FindKey find_key, gpointer data)
{
  guint last_key = 0;
  guint last = 0;
  for (gsize i = 0; i < get_n_roads (check); i++)
    {
      const YlRoad *road = get_road (check, i);
      const guint key = find_key (check, road, data);
      if (key == 0)
        continue;
      /* Rows of one route or county stand together. */
      if (key != last_key)
        last = groups_find (groups, key, i);
      last_key = key;
      add_to_total (check, &g_array_index (groups->totals, Total, last), road);
    }
}

static gboolean
is_above (const Total *total, gint64 limit_m)
{
  return total->has_untold && total->reread_mm > (__int128) limit_m * YL_SCALE_FACTOR;
}

static void
report_total (const Check *check, const Total *total, const char *name, YlLimit limit)
{
  const YlRoad *road = get_road (check, total->first);
  const YlOrigin *origin = yl_inventory_get_origin (check->request->inventory, road->origin);
  g_autofree char *km = yl_decimal_format (total->counted_m, 3, TRUE);
  g_autofree char *most = yl_length_to_km ((YlLength){ check->limits[limit] });
  g_autofree char *what = g_strdup_printf ("%s共计入 %s 公里，超过%s的界限 %s 公里，"
                                           "看来其中有以米为单位的数",
                                           name, km, yl_limit_get_name (limit), most);
  g_autofree char *proof = describe_proof (check, NULL, FALSE);
  report (check,
          (YlFinding){ .file = origin->file,
                       .sheet = origin->sheet,
                       .row = limit == YL_LIMIT_ROUTE ? road->row : 0,
                       .column = get_head (origin),
                       .seen = km },
          &total->change, what, proof);
}

static void
tell_routes (const Check *check)
{
  g_autoptr (YlTextPool) routes = yl_text_pool_new ();
  Groups groups;
  groups_init (&groups);
  sum_up (check, &groups, find_route, routes);
  for (guint i = 0; i < groups.totals->len; i++)
    {
      const Total *total = &g_array_index (groups.totals, Total, i);
      if (!is_above (total, check->limits[YL_LIMIT_ROUTE]))
        continue;
      const YlRoad *road = get_road (check, total->first);
      g_autofree char *name =
          g_strdup_printf ("路线 %.*s ", YL_ROUTE_CODE_CHARACTERS,
                           yl_inventory_get_text (check->request->inventory, road->route_code));
      report_total (check, total, name, YL_LIMIT_ROUTE);
    }
  groups_clear (&groups);
}

/* Returns: whether one was told */
static gboolean
tell_counties (const Check *check)
{
  gboolean is_told = FALSE;
  Groups groups;
  groups_init (&groups);
  sum_up (check, &groups, find_county, NULL);
  for (guint i = 0; i < groups.totals->len; i++)
    {
      const Total *total = &g_array_index (groups.totals, Total, i);
      if (!is_above (total, check->limits[YL_LIMIT_COUNTY]))
        continue;
      const guint32 county = get_road (check, total->first)->county_code;
      g_autofree char *name = yl_county_show (check->request->places, county);
      report_total (check, total, name, YL_LIMIT_COUNTY);
      is_told = TRUE;
    }
  groups_clear (&groups);
  return is_told;
}

/* The whole list against last year, where what was told does not explain it. */
static void
tell_growth (const Check *check)
{
  const gint64 last_m = check->request->last_year_m;
  const gint64 times = check->limits[YL_LIMIT_GROWTH];
  if (last_m <= 0 || !is_above (&check->all, last_m * times))
    return;
  const YlOrigin *origin =
      yl_inventory_get_origin (check->request->inventory, get_road (check, 0)->origin);
  const gboolean is_proved = check->all.counted_m <= last_m * times * YL_SCALE_FACTOR
                             && check->all.counted_m * times >= last_m * YL_SCALE_FACTOR;
  g_autofree char *km = yl_decimal_format (check->all.counted_m, 3, TRUE);
  g_autofree char *last = yl_decimal_format (last_m, 3, TRUE);
  g_autofree char *what =
      g_strdup_printf ("全部计入 %s 公里，是上年 %s 公里的 %" G_GINT64_FORMAT " 倍以上%s", km, last,
                       times, is_proved ? "，看来单位是米而不是公里" : "");
  report (check,
          (YlFinding){ .file = origin->file,
                       .sheet = origin->sheet,
                       .column = get_head (origin),
                       .seen = km,
                       .expected = last },
          &check->all.change, what, is_proved ? "换算后与上年相近；" : "");
}

static void
clear_tables (Check *check)
{
  for (guint i = 0; i < yl_inventory_get_n_origins (check->request->inventory); i++)
    yl_row_group_clear (&check->tables[i].empty);
  g_free (check->tables);
}

void
yl_plausibility_check (const YlPlausibilityRequest *request, YlFindings *findings)
{
  if (yl_inventory_get_n_roads (request->inventory) == 0)
    return;
  Check check = { .request = request, .findings = findings };
  check.tables = g_new0 (Table, yl_inventory_get_n_origins (request->inventory));
  for (guint limit = 0; limit < YL_N_LIMITS; limit++)
    if (yl_rule_has_limit (YL_C03, (YlLimit) limit))
      check.limits[limit] = yl_rule_set_get_limit (request->rules, YL_C03, (YlLimit) limit);
  judge_tables (&check);
  judge_classes (&check);
  add_up (&check);
  tell_tables (&check);
  tell_rows (&check);
  tell_routes (&check);
  if (!tell_counties (&check))
    tell_growth (&check);
  clear_tables (&check);
}
