#include "year-private.h"

#include <string.h>

/* Townships that were only renamed: all roads of the one are all roads of the other. A township with
 * a code is known by it, so that one of the two has none: 沙镇, which the register does not know, and
 * 沙镇镇. */

#define NOT_YET (G_MAXUINT32 - 1)
#define MANY G_MAXUINT32

static guint32
find_place (const YlYear *year, guint32 road)
{
  return yl_budget_get_road_working (year->budget, road)->placement.township;
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

static gboolean
is_renamed (const YlTownshipLine *was, const YlTownshipLine *is)
{
  return was->name[0] != '\0' && is->name[0] != '\0' && strcmp (was->name, is->name) != 0
         && (was->code == 0 || is->code == 0);
}

guint32 *
yl_year_find_renamed (const YlYearWork *work)
{
  const YlYear *old_year = &work->old_year;
  const YlYear *new_year = &work->new_year;
  guint32 *to = make_numbers (old_year);
  g_autofree guint32 *from = make_numbers (new_year);
  for (gsize i = 0; i < yl_road_links_get_n (work->links); i++)
    {
      const YlRoadLink *link = yl_road_links_get (work->links, i);
      if (link->kind != YL_LINK_BOTH)
        continue;
      const guint32 was = find_place (old_year, link->old_road);
      const guint32 is = find_place (new_year, link->new_road);
      note (to, was, is);
      note (from, is, was);
    }
  for (guint32 was = 0; was < old_year->figures->townships->len; was++)
    if (to[was] >= NOT_YET || from[to[was]] != was
        || !is_renamed (get_line (old_year, was), get_line (new_year, to[was])))
      to[was] = YL_LINK_NONE;
  return to;
}
