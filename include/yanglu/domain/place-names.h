#pragma once

#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** yl_place_names_of_county: (transfer full): "聊城市东昌府区", of a county straight under its province
 * "河南省济源市"; its code where nothing is known of it. */
char *yl_place_names_of_county (const YlPlaces *places, guint32 code);

/** yl_place_names_of_township: (transfer full): "聊城市东昌府区堂邑镇" */
char *yl_place_names_of_township (const YlPlaces *places, guint32 code);

/**
 * yl_place_names_find_counties: the counties that @asked may be the name of: 东昌府区, with the city or
 * the province in front (聊城市东昌府区, 山东聊城东昌府区), or without its kind (东昌府, 融水 of
 * 融水苗族自治县). Where one is called exactly so, those of which it is only a part are none.
 *
 * Returns: (transfer full) (element-type guint32): their codes, rising; of two there is no choice
 */
GArray *yl_place_names_find_counties (const YlPlaces *places, const char *asked);

/** yl_place_names_find_counties_of_other_kind: (transfer full) (element-type guint32): those that have the name of @asked
 * and may be of another kind by now: a county that became a district or a city is called by its old one for years. */
GArray *yl_place_names_find_counties_of_other_kind (const YlPlaces *places, const char *asked);

/**
 * yl_place_names_find_townships: the townships of the nation that @asked may be the name of, as
 * yl_places_find_township_named() understands it, with the county in front or without.
 *
 * Returns: (transfer full) (element-type guint32): their codes, rising; at most one of a county
 */
GArray *yl_place_names_find_townships (const YlPlaces *places, const char *asked);

G_END_DECLS
