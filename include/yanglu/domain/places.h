#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/base/text.h"

G_BEGIN_DECLS

/** YlPlaces: the register of counties and townships (GB/T 2260 codes), unchanging once
 * it is sealed. */
typedef struct _YlPlaces YlPlaces;

typedef struct
{
  guint32 code; /* six digits */
  const char *name;
} YlCounty;

/** YlCity: what governs the counties of a prefix. */
typedef struct
{
  guint32 prefix;   /* four digits, that their codes begin with */
  const char *name; /* "" where they stand directly under the province */
  const char *province;
} YlCity;

typedef struct
{
  guint32 code; /* nine digits */
  const char *name;
} YlTownship;

/** yl_places_new: an empty register, to be filled and sealed. */
YlPlaces *yl_places_new (void);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlPlaces, yl_arena_free_record)
void yl_places_add_county (YlPlaces *places, guint32 code, YlText name);
void yl_places_add_city (YlPlaces *places, guint32 prefix, YlText name, YlText province);
void yl_places_add_township (YlPlaces *places, guint32 code, YlText name);
/** yl_places_add_renamed: @old_code (six digits) has been @new_code since @year. */
void yl_places_add_renamed (YlPlaces *places, guint32 old_code, guint32 new_code, guint year);
/** yl_places_add_former: @code was that of a county called @name and is none any more. */
void yl_places_add_former (YlPlaces *places, guint32 code, YlText name);
/** yl_places_seal: @places: (transfer full). Returns: (transfer full): the same, in which places are
 * found; nothing is added to it any more. */
YlPlaces *yl_places_seal (YlPlaces *places);

/** yl_places_find_county: (transfer none) (nullable) */
const YlCounty *yl_places_find_county (const YlPlaces *places, guint32 code);
/** yl_places_find_city: (transfer none) (nullable): of @county_code. */
const YlCity *yl_places_find_city (const YlPlaces *places, guint32 county_code);
/** yl_places_find_former: (transfer none) (nullable): a county that once had @code. */
const YlCounty *yl_places_find_former (const YlPlaces *places, guint32 code);
/** yl_places_find_county_named: the county of which @words, such as 东昌府区财政局, contain the name, the
 * longest where names hold each other; 0 when none or two of that length do. */
guint32 yl_places_find_county_named (const YlPlaces *places, const char *words);
/** yl_places_find_township: (transfer none) (nullable) */
const YlTownship *yl_places_find_township (const YlPlaces *places, guint32 code);
/**
 * yl_places_find_township_named: a township of @county_code by name, as offices write it: with the
 * county in front (融水县融水镇), with 人民政府 or 办事处 behind, a township of a nationality without it
 * (同练乡 of 同练瑶族乡), a regiment by its number (125团 of 兵团一二五团), without its 街道, 镇, 乡 or
 * 苏木. Such a name is found when only one township of the county fits.
 */
const YlTownship *
yl_places_find_township_named (const YlPlaces *places, guint32 county_code, YlText name);
/** yl_places_renew: the present code of @county_code; itself when it was never replaced, or without
 * @places (nullable). */
guint32 yl_places_renew (const YlPlaces *places, guint32 county_code);
/** yl_places_renew_township: nine digits with the present code of their county: 371523102 is
 * 371503102 since 2019. */
guint32 yl_places_renew_township (const YlPlaces *places, guint32 township_code);
/** yl_places_get_townships: (array length=out_n) (transfer none): those of a county, by code. */
const YlTownship *
yl_places_get_townships (const YlPlaces *places, guint32 county_code, gsize *out_n);
const YlCounty *yl_places_get_counties (const YlPlaces *places, gsize *out_n);

G_END_DECLS
