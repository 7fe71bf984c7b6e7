#pragma once

#include "yanglu/domain/head-unit.h"
#include "yanglu/domain/road-row.h"

G_BEGIN_DECLS

/** YlInventory: the road list of an entity, unchanging once it is whole. */
typedef struct _YlInventory YlInventory;

/** Where a road was read: one table, and what of it no road keeps. */
typedef struct
{
  const char *file;        /* base name, "-" for standard input; a record's own name */
  const char *sheet;       /* "" for CSV */
  guint32 columns;         /* 1 << YlColumn for every column the table had */
  const char *length_head; /* over the lengths, as written; "" without such a column */
  YlHeadUnit length_unit;  /* that it states */
  gint64
      lost_um[YL_N_RATES]; /* Σ read − kept of lengths that count, by what their rows are paid as */
  gint64 stated_m;         /* the largest length that a row of sums states; 0: none does */
} YlOrigin;

/** yl_inventory_new: an empty list; who made it adds to it before anybody else holds it. */
YlInventory *yl_inventory_new (void);
/** yl_inventory_ref: (transfer full): one more holder of the same list, which never changes again. */
YlInventory *yl_inventory_ref (YlInventory *inventory);
/** yl_inventory_free: ends with its last holder. */
void yl_inventory_free (YlInventory *inventory);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlInventory, yl_inventory_free)

/** yl_inventory_add_origin: copies @origin and its texts, of which %NULL is "".
 * Returns: the number to put into YlRoad.origin. */
guint16 yl_inventory_add_origin (YlInventory *inventory, const YlOrigin *origin);
/** yl_inventory_edit_origin: while its rows are read; until the next origin is added. */
YlOrigin *yl_inventory_edit_origin (YlInventory *inventory, guint origin);
/** yl_inventory_add: copies @row and its texts. */
void yl_inventory_add (YlInventory *inventory, const YlRoadRow *row);
/** yl_inventory_get_sink: a sink that adds to @inventory. */
YlRoadSink yl_inventory_get_sink (YlInventory *inventory);

gsize yl_inventory_get_n_roads (const YlInventory *inventory);
const YlRoad *yl_inventory_get_road (const YlInventory *inventory, gsize index);
const char *yl_inventory_get_text (const YlInventory *inventory, YlTextId id);
/** yl_inventory_find_county: the county most roads belong to, the smaller code where two are level;
 * 0 when no road says. */
guint32 yl_inventory_find_county (const YlInventory *inventory);
guint yl_inventory_get_n_origins (const YlInventory *inventory);
const YlOrigin *yl_inventory_get_origin (const YlInventory *inventory, guint origin);
/** yl_inventory_has_files: whether its tables stand in several files. */
gboolean yl_inventory_has_files (const YlInventory *inventory);
/** yl_inventory_has_column: whether any table of the list had @column. */
gboolean yl_inventory_has_column (const YlInventory *inventory, YlColumn column);

/** Whether yl_inventory_select() keeps a road. */
typedef gboolean (*YlRoadPredicate) (const YlRoad *road, gconstpointer data);

/** yl_inventory_select: Returns: (transfer full): the roads that @keeps accepts, in their order. */
YlInventory *
yl_inventory_select (const YlInventory *inventory, YlRoadPredicate keeps, gconstpointer data);

G_END_DECLS
