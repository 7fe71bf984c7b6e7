#pragma once

#include "yanglu/domain/road-row.h"
#include "yanglu/io/rows.h"

G_BEGIN_DECLS

/** What tells that two rows, of two sheets, are of the same: hashes, of which each sheet keeps its own once. */
typedef enum
{
  ROAD_KEY_ROUTE,    /* the route code */
  ROAD_KEY_SECTION,  /* and the stakes, or the length and the name */
  ROAD_KEY_NAME,     /* of a row without a code: its name, length and township */
  ROAD_KEY_TOWNSHIP, /* the township */
} RoadKey;
#define ROAD_N_KEYS (ROAD_KEY_TOWNSHIP + 1)

/** Metres by class, and how many rows say them. */
typedef struct
{
  guint64 n_rows;
  gint64 length_m[YL_N_CLASSES];
  gint64 counted_m[YL_N_CLASSES]; /* of those that count: no duplicates, no dead ends */
} RoadLengths;

/** road_lengths_get_m: the metres of all classes. */
gint64 road_lengths_get_m (const RoadLengths *lengths);

/** RoadSheet: a sheet of a workbook, as its name, heads and rows show it before anything is counted. */
typedef struct
{
  char *name;
  gboolean is_hidden;
  gboolean has_text;
  gboolean has_heads;
  guint
      n_tabular; /* rows of a sheet without heads that look like those of a table, as far as heads were sought */
  gboolean is_part; /* its name is a class or a township */
  /* By its rows, where they were looked at */
  guint64 columns;    /* 1 << YlColumn of its heads */
  char *foreign_head; /* (nullable): one that no list of roads has: 涵洞编号 */
  guint year;         /* of its name or titles; 0 unknown */
  guint64 n_left_out; /* rows that are not understood */
  guint64 n_coded;    /* of the rows: those with a route code in order, */
  guint64 n_staked;   /* with both stakes, */
  guint64 n_named;    /* with a route name, */
  guint64 n_placed;   /* with a township */
  RoadLengths lengths;
  GArray *keys[ROAD_N_KEYS]; /* of guint64 */
  /* What was chosen, by road_choose() */
  gboolean is_read;
  char *why;   /* (nullable): why it is not read */
  char *doubt; /* (nullable): why it might not have to be */
} RoadSheet;

/** road_sheet_new: (transfer full) */
RoadSheet *road_sheet_new (const char *name, gboolean is_hidden);
void road_sheet_free (RoadSheet *sheet);
/** road_sheet_find: (nullable) (transfer none): that of @sheets (of RoadSheet) which is called @name. */
RoadSheet *road_sheet_find (const GPtrArray *sheets, const char *name);

/** road_sheet_take_row: a row of @sheet that would be read. */
void road_sheet_take_row (RoadSheet *sheet, const YlRoadRow *row);
/** road_sheet_end: after its last row: its keys are in order, each once. */
void road_sheet_end (RoadSheet *sheet);

/** road_keys_arrange: into rising order, each once. */
void road_keys_arrange (GArray *keys);
/** road_keys_find: the place of @key among arranged @keys; %FALSE: it is not there. */
gboolean road_keys_find (const GArray *keys, guint64 key, guint *out_place);

G_END_DECLS
