#include "year-private.h"

#include "yanglu/base/keyed-hash.h"

#include <string.h>

/* Townships that were only renamed: all roads of the one are all roads of the other. A township with
 * a code is known by it, so that one of the two has none: 沙镇, which the register does not know, and
 * 沙镇镇. */

#define NOT_YET (G_MAXUINT32 - 1)
#define MANY G_MAXUINT32

static guint32
find_place (const YlYear *year, guint32 road)
{
  return year->budget->roads[road].placement.township;
}

static guint32 *
make_numbers (const YlYear *year)
{
  guint32 *numbers = g_new (guint32, year->figures->townships->len + 1);
  for (guint i = 0; i < year->figures->townships->len; i++)
    numbers[i] = NOT_YET;
  return numbers;
}

static void
note (guint32 *numbers, guint32 at, guint32 other)
{
  numbers[at] = numbers[at] == NOT_YET || numbers[at] == other ? other : MANY;
}

static const YlTownshipLine *
get_line (const YlYear *year, guint32 index)
{
  return &g_array_index (year->figures->townships, YlTownshipLine, index);
}

/* A township is its code; only without one, its name. */
static char *
make_township_key (const YlTownshipLine *township)
{
  return township->code != 0 ? g_strdup_printf ("%09u", township->code)
                             : g_strconcat ("\t", township->name, NULL);
}

static gboolean
is_renamed (GHashTable *old_keys, const YlTownshipLine *was, const YlTownshipLine *is)
{
  g_autofree char *key = make_township_key (is);
  return was->name[0] != '\0' && is->name[0] != '\0' && strcmp (was->name, is->name) != 0
         && (was->code == 0 || is->code == 0) && !g_hash_table_contains (old_keys, key);
}

/* (transfer full): for each township of the old year the one of the new year that it is by another
 * name, or YL_LINK_NONE; one that an old township has by its own code or name is no other's. */
static guint32 *
find_renamed (const YlYearWork *work)
{
  const YlYear *old_year = &work->years[YL_OLD];
  const YlYear *new_year = &work->years[YL_NEW];
  guint32 *to = make_numbers (old_year);
  g_autofree guint32 *from = make_numbers (new_year);
  g_autoptr (GHashTable) keys =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < work->links->links->len; i++)
    {
      const YlRoadLink *link = &g_array_index (work->links->links, YlRoadLink, i);
      if (link->kind != YL_LINK_BOTH)
        continue;
      const guint32 was = find_place (old_year, link->road[YL_OLD]);
      const guint32 is = find_place (new_year, link->road[YL_NEW]);
      note (to, was, is);
      note (from, is, was);
    }
  for (guint32 was = 0; was < old_year->figures->townships->len; was++)
    g_hash_table_add (keys, make_township_key (get_line (old_year, was)));
  for (guint32 was = 0; was < old_year->figures->townships->len; was++)
    if (to[was] >= NOT_YET || from[to[was]] != was
        || !is_renamed (keys, get_line (old_year, was), get_line (new_year, to[was])))
      to[was] = YL_LINK_NONE;
  return to;
}

YlYearLine *
yl_year_get_road (const YlYearWork *work, guint32 line)
{
  return &g_array_index (work->reconciliation->roads, YlYearLine, line);
}

YlYearLine *
yl_year_get_township (const YlYearWork *work, const YlYear *year, guint32 township)
{
  return &g_array_index (work->reconciliation->townships, YlYearLine,
                         year->township_lines[township]);
}

static guint32
append_line (
    YlYearWork *work, GArray *lines, const char *code, const char *name, const char *township)
{
  YlArena *arena = work->reconciliation->arena;
  const YlYearLine line = {
    .code = yl_arena_keep (arena, code),
    .name = yl_arena_keep (arena, name),
    .township = yl_arena_keep (arena, township),
    .previous_code = "",
  };
  g_array_append_val (lines, line);
  return lines->len - 1;
}

static guint32 *
list_townships_of (YlYearWork *work, const YlYear *year, GHashTable *known, const guint32 *renamed)
{
  const GArray *townships = year->figures->townships;
  GArray *lines = work->reconciliation->townships;
  guint32 *numbers = g_new0 (guint32, townships->len + 1);
  for (guint i = 0; i < townships->len; i++)
    {
      const YlTownshipLine *township = &g_array_index (townships, YlTownshipLine, i);
      g_autofree char *key = make_township_key (township);
      const guint before = GPOINTER_TO_UINT (g_hash_table_lookup (known, key));
      numbers[i] = before - 1;
      if (before == 0 && renamed != NULL && renamed[i] != YL_LINK_NONE)
        {
          numbers[i] = work->years[YL_NEW].township_lines[renamed[i]];
          g_array_index (lines, YlYearLine, numbers[i]).previous_code =
              yl_arena_keep (work->reconciliation->arena, township->name);
          continue;
        }
      if (before != 0)
        continue;
      numbers[i] = append_line (work, lines, township->code != 0 ? key : "", township->name, "");
      g_array_index (lines, YlYearLine, numbers[i]).township_code = township->code;
      g_hash_table_insert (known, g_steal_pointer (&key), GUINT_TO_POINTER (numbers[i] + 1));
    }
  return numbers;
}

/* The new year's names come first: a township that was renamed goes by its new name. */
void
yl_year_list_townships (YlYearWork *work)
{
  g_autoptr (GHashTable) known =
      g_hash_table_new_full (yl_keyed_str_hash, g_str_equal, g_free, NULL);
  work->years[YL_NEW].township_lines = list_townships_of (work, &work->years[YL_NEW], known, NULL);
  g_autofree guint32 *renamed = find_renamed (work);
  work->years[YL_OLD].township_lines =
      list_townships_of (work, &work->years[YL_OLD], known, renamed);
}

/* Rows without a code or a name go by their village, at last by their class. */
static const char *
find_name (const YlInventory *list, const YlRoad *road, gboolean has_code)
{
  const char *name = yl_inventory_get_text (list, road->route_name);
  const char *village = yl_inventory_get_text (list, road->village);
  if (name[0] != '\0' || has_code)
    return name;
  return village[0] != '\0' ? village : yl_road_class_get_name ((YlRoadClass) road->road_class);
}

guint32
yl_year_find_road (YlYearWork *work, const YlYear *year, guint32 route, const YlRoad *road)
{
  guint32 *line = &work->road_lines[route];
  if (*line != YL_LINK_NONE)
    return *line;
  const char *code = yl_road_links_get_route_code (work->links, route);
  *line = append_line (work, work->reconciliation->roads, code,
                       find_name (year->inventory, road, code[0] != '\0'),
                       yl_inventory_get_text (year->inventory, road->township));
  yl_year_get_road (work, *line)->township_code = road->township_code;
  return *line;
}

guint32
yl_year_find_unrouted (YlYearWork *work)
{
  if (work->unrouted_line == YL_LINK_NONE)
    work->unrouted_line =
        append_line (work, work->reconciliation->roads, "", "路线不在台账中的桥梁", "");
  return work->unrouted_line;
}

/* What has a code before what has none. */
static int
compare_codes (const char *left, const char *right)
{
  const gboolean is_left_empty = left[0] == '\0';
  const gboolean is_right_empty = right[0] == '\0';
  return is_left_empty || is_right_empty ? is_left_empty - is_right_empty : strcmp (left, right);
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const YlYearLine *left = a;
  const YlYearLine *right = b;
  int order = compare_codes (left->code, right->code);
  if (order == 0)
    order = strcmp (left->name, right->name);
  return order != 0 ? order : strcmp (left->township, right->township);
}

void
yl_year_sort_lines (YlYearWork *work)
{
  g_array_sort (work->reconciliation->townships, compare_lines);
  g_array_sort (work->reconciliation->roads, compare_lines);
  g_array_sort (work->reconciliation->bridges, compare_lines);
}

gint64
yl_year_price (YlYearWork *work, gint64 m, YlRate rate)
{
  YlMoney amount = { 0 };
  if (!yl_money_for_length ((YlLength){ m }, rate, &amount))
    work->is_too_large = TRUE;
  return amount.fen;
}

static void
add_amount (YlYearWork *work, YlYearAmount *sum, YlYearAmount part)
{
  yl_year_add (work, &sum->amount_fen, part.amount_fen);
  yl_year_add (work, &sum->length_m, part.length_m);
}

void
yl_year_add_step (
    YlYearWork *work, YlYearLine *road, YlYearLine *township, YlYearStep step, YlYearAmount amount)
{
  add_amount (work, &work->reconciliation->steps[step], amount);
  if (road != NULL)
    add_amount (work, &road->steps[step], amount);
  if (township != NULL)
    add_amount (work, &township->steps[step], amount);
}

void
yl_year_add_move (YlYearWork *work, YlYearLine *from, YlYearLine *to, YlYearAmount moved)
{
  if (from == NULL || to == NULL || from == to)
    return;
  add_amount (work, &from->steps[YL_YEAR_MOVED],
              (YlYearAmount){ -moved.amount_fen, -moved.length_m });
  add_amount (work, &to->steps[YL_YEAR_MOVED], moved);
}
