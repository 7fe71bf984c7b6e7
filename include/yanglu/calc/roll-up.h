#pragma once

#include "yanglu/base/arena.h"
#include "yanglu/calc/tally.h"
#include "yanglu/domain/entity.h"

G_BEGIN_DECLS

/** Who has a budget of its own: a county, or a zone that takes townships from counties. */
typedef struct
{
  const char *name;    /* no other unit is called so */
  guint32 county_code; /* 0: a zone, or nobody knows */
  gboolean is_zone;
  gboolean is_unverified; /* a zone whose townships are 待核 */
  guint n_given;          /* of a county: townships with roads that a zone has */
  gsize first_row;        /* of its rows */
  gsize n_rows;           /* 0: no road of it was read */
} YlRollUpUnit;

/** One township and class, with the unit that has it. */
typedef struct
{
  guint unit;
  YlTallyRow tally;
} YlRollUpRow;

/** YlRollUp: a tally by the units of a city, or of whatever lists there are. */
typedef struct
{
  YlArena *arena;
  GArray *units;       /* of YlRollUpUnit: counties by code, then zones, then what nobody knows */
  GArray *rows;        /* of YlRollUpRow: by unit, township code, name, class */
  gboolean is_of_city; /* all counties are of one city: then all of that city are among the units */
  /* The rest is for finding units. */
  GHashTable *counties; /* code → place in @units + 1 */
  GHashTable *given;    /* township code → the same, of a zone */
} YlRollUp;

/**
 * yl_roll_up_new:
 * @rows: (array length=n_rows): of yl_tally_end(), which must live as long as the result
 * @zones: (element-type YlEntity): each row of a township that one holds is counted there, and only there;
 *   where two hold it, in the first
 *
 * A city is what the first four digits of county codes say.
 */
YlRollUp *yl_roll_up_new (const YlTallyRow *rows,
                          gsize n_rows,
                          const GPtrArray *zones,
                          const YlPlaces *places);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlRollUp, yl_arena_free_record)

/** yl_roll_up_find_unit: the name of the unit that has @township_code, else of the county; "" where none is known. */
const char *yl_roll_up_find_unit (const YlRollUp *self, guint32 county_code, guint32 township_code);

G_END_DECLS
