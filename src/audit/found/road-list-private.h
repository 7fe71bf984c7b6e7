#pragma once

#include "check-private.h"

G_BEGIN_DECLS

/** FoundListed: what the road list pays for: of one township, of one route, or in all. */
typedef struct
{
  gint64 length_m[FOUND_N_RATES]; /* by rate, and together */
  gint64 amount_fen[FOUND_N_RATES];
} FoundListed;

/** FoundRoadList: what the road list pays for, by township and by route. */
typedef struct
{
  GHashTable *townships; /* (element-type utf8 FoundListed) */
  GHashTable *routes;
  FoundListed whole;
} FoundRoadList;

/** FoundNamed: rows of a table that the list knows by one name. */
typedef struct
{
  char *name;
  const FoundListed *listed;
  guint8 rate;  /* the class that they are of, where each class has rows of its own */
  GArray *rows; /* of guint: items */
  guint
      paid_as_listed; /* a bit for each class whose amount is the list's, though its kilometres are
                           not; the bit of %YL_FOUND_ALL_CLASSES: of all */
} FoundNamed;

/** FoundNaming: how a table names what the list knows. */
typedef enum
{
  FOUND_BY_TOWNSHIP,
  FOUND_BY_ROUTE,
  FOUND_BY_CLASS, /* 县道, 乡道, 村道 of the whole county */
} FoundNaming;

struct FoundRoads
{
  FoundNaming naming;
  const FoundRoadList *list;
  GPtrArray *named;    /* of FoundNamed, as they come */
  FoundNamed **of_row; /* (element-type nullable FoundNamed): of each row */
  GHashTable *by_key;  /* (element-type utf8 FoundNamed): a name, or a name and a class */
  GHashTable *classes; /* (element-type utf8 guint): by name, a bit a class, one for rows of none */
};

/** found_find_listed: (nullable): what the list has under @name. */
const FoundListed *
found_find_listed (const FoundRoadList *list, const char *name, FoundNaming naming);
/** found_get_row_classes: a bit for each class of which rows of @name are, and one for rows of none; 0: the
 * table does not have the name. */
guint found_get_row_classes (const FoundRoads *roads, const char *name);
/** found_get_own_class: the class of a row, where its township has rows by class; else
 * %YL_FOUND_ALL_CLASSES: a route is what it is. */
guint8 found_get_own_class (const FoundRoads *roads, const char *name, guint8 rate);
/** found_get_of_class: what the list has of class @rate (%YL_FOUND_ALL_CLASSES: of all) under the name. */
void found_get_of_class (const FoundNamed *named,
                         guint rate,
                         gint64 *out_length_m,
                         gint64 *out_amount_fen);

FoundRoadList *found_road_list_new (const YlBudget *budget);
void found_road_list_free (FoundRoadList *list);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoundRoadList, found_road_list_free)
/** found_match_roads: finds the rows of townships, routes or classes in the list, which must stay. */
void found_match_roads (FoundCheck *check, const FoundRoadList *list);
void found_roads_free (FoundRoads *roads);
/** found_get_listed: what the list has of class @rate (%YL_FOUND_ALL_CLASSES: of all) for @row; FALSE
 * where nobody knows, or several rows share it. */
gboolean found_get_listed (
    const FoundCheck *check, guint row, guint rate, gint64 *out_length_m, gint64 *out_amount_fen);
/** found_note_paid_as_listed: the amount of @rate in @row is what the list's kilometres come to, not its
 * own. */
void found_note_paid_as_listed (FoundCheck *check, guint row, guint rate);
/** found_is_paid_as_listed: whether kilometres of @rate move no money in it. */
gboolean found_is_paid_as_listed (const FoundNamed *named, guint rate);
/** found_check_listed_amounts: C01: amounts of several rows of one township or route, together. */
void found_check_listed_amounts (FoundCheck *check);
/** found_check_roads: C10: kilometres, classes and names that are not those of the list. */
void found_check_roads (FoundCheck *check);

G_END_DECLS
