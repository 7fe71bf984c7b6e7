#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/domain/audit/reconciliation.h"
#include "yanglu/domain/intake.h"
#include "yanglu/domain/inventory.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** No road on this side of a link. */
#define YL_LINK_NONE G_MAXUINT32

typedef enum
{
  YL_LINK_BOTH,    /* the same metres in both years */
  YL_LINK_NEW,     /* metres of a route of which nothing was there before */
  YL_LINK_LONGER,  /* more metres of a route that was there */
  YL_LINK_DROPPED, /* metres of a route of which nothing is left */
  YL_LINK_SHORTER, /* metres that a route has lost */
  YL_LINK_UNREAD,  /* metres of one list of which the other has a row that nobody could read */
} YlLinkKind;

/** Metres of a section of one year, and the section of the other year that they are. */
typedef struct
{
  guint32 road[YL_N_SIDES]; /* index in the list of each side, or YL_LINK_NONE */
  guint32 m[YL_N_SIDES];    /* listed metres; 0 on the side that has no road */
  guint32 route;            /* of the new road, else of the old one */
  guint8 kind;              /* YlLinkKind */
} YlRoadLink;

/** YlRoadLinks: what became of every metre of a road list a year later. */
typedef struct
{
  YlArena *arena;
  GArray *links;          /* of YlRoadLink, in the order of the new roads, then the old */
  GHashTable *numbers;    /* key of a route → its number + 1 */
  GPtrArray *routes;      /* (element-type utf8): keys by the number that YlRoadLink.route is */
  const YlPlaces *places; /* (nullable) */
} YlRoadLinks;

/**
 * yl_road_links_make: links two lists of one county.
 * @places: (nullable): knows which county codes were replaced, and must outlive the links: 茌平 371523
 *   is 371503 since 2019, and X001371523 of the year before is X001371503
 *
 * A new row stands where its 上年路线编码 and 上年桩号 say, when the old list has such a route
 * (without those stakes, by its own); else at its own code and stakes. A route is the first ten
 * characters of a code; rows without a code are one route by class, township, village and name.
 * Equal stretches are linked first, then every other metre where stakes overlap: at each metre of
 * a route as many rows of the two lists as both have there, so that one old section may become
 * several and the reverse. Rows without stakes are linked by code, metre by metre: first those
 * that are alike in all that is paid for, then of the same code, township, name and class, then
 * of the same code, then of the same route.
 *
 * The metres of a row's links add up to its length; a row of no length has one link.
 * The same two lists give the same links. O(n log n).
 *
 * Returns: (transfer full)
 */
YlRoadLinks *yl_road_links_make (const YlInventory *old_list,
                                 const YlInventory *new_list,
                                 const YlPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRoadLinks, yl_arena_free_record)

/**
 * yl_road_links_note_unread: metres of the list @other that nothing answers, of a route of which the list
 * of @side has a row that was left out, become %YL_LINK_UNREAD: nobody knows whether they came or went.
 * A row is of the routes of its code and of its previous code; one that has neither of those of its name.
 * @intake: how the list of @side was read
 *
 * Returns: how many rows of it were left out that name no route
 */
guint64 yl_road_links_note_unread (YlRoadLinks *links,
                                   YlSide side,
                                   const YlIntake *intake,
                                   const YlInventory *other);

/**
 * yl_road_links_note_unread_sides: the same of both lists: a row that could not be read is no road that
 * went, nor one that is new.
 * @intakes: each (nullable): nothing is known of how that list was read
 * @lists: that were linked
 * @out_n: (out) (optional): how many rows of each were left out that name no route
 */
void yl_road_links_note_unread_sides (YlRoadLinks *links,
                                      const YlIntake *const intakes[YL_N_SIDES],
                                      const YlInventory *const lists[YL_N_SIDES],
                                      guint64 out_n[YL_N_SIDES]);

/** yl_road_links_find_route: the route of a code; YL_LINK_NONE when neither list has it. */
guint32 yl_road_links_find_route (const YlRoadLinks *links, const char *code);
/** yl_road_links_get_route_code: ten characters, its county code renewed, or the code as it is; "" for
 * rows without one. */
const char *yl_road_links_get_route_code (const YlRoadLinks *links, guint32 route);

G_END_DECLS
