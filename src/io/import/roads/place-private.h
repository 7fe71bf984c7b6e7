#pragma once

#include "yanglu/domain/places.h"

G_BEGIN_DECLS

typedef enum
{
  PLACE_SOUND,
  PLACE_NAME_UNKNOWN, /* E06: no township of the county is called so */
  PLACE_CODE_UNKNOWN, /* E06: no township of the county has the code */
  PLACE_DISAGREES,    /* E07: code and name are different townships; the code wins */
} PlaceFault;

/** What the cells of a row say about its place. */
typedef struct
{
  guint32 route_county;    /* six digits of the route code; 0 unknown */
  guint32 county;          /* six digits of the division code; 0 unknown */
  guint32 township_digits; /* nine digits of the division code; 0: it names a county only */
  YlText name;             /* as written, trimmed */
} RoadPlaceCells;

/** The place they mean. */
typedef struct
{
  guint32 county_code;
  guint32 township_code;
  YlText name; /* the register's name, else as written (owned by the places) */
  gboolean is_stale;
  PlaceFault fault;
} RoadPlace;

/** RoadPlaces: every combination of place cells met so far, resolved once. */
typedef struct _RoadPlaces RoadPlaces;

RoadPlaces *road_places_new (const YlPlaces *register_of_places, guint32 county_code);
void road_places_free (RoadPlaces *places);

/** road_places_find: (transfer none): valid while @places lives. */
const RoadPlace *road_places_find (RoadPlaces *places, const RoadPlaceCells *cells);

/** road_places_list_names: (transfer full): the townships of a county, for `expected`. */
char *road_places_list_names (const RoadPlaces *places, guint32 county_code);

G_END_DECLS
