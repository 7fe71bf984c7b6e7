#pragma once

#include "found-grid-private.h"
#include "found-word-private.h"

G_BEGIN_DECLS

/* Rows that the heads of one table may take. */
#define FOUND_MAX_BAND 3

/** One column under its heads. */
typedef struct
{
  guint column;
  FoundWord word;
  char *head;   /* the heads from the upper one down: "里程（公里） 县道"; "" for none */
  char *parent; /* those above the lowest; "" for none */
} FoundHead;

/** The heads of a sheet in one to three rows, from one edge to the other. */
typedef struct
{
  guint32 first_row;
  guint32 last_row;
  GArray *heads; /* of FoundHead: one for each column from the first to the last with a head */
} FoundBand;

/** found_band_begins: whether heads begin in @row: two cells of our words, and no number. */
gboolean found_band_begins (const FoundGrid *grid, guint32 row);
/** found_band_new: (transfer full): the heads that begin in @row. */
FoundBand *found_band_new (const FoundGrid *grid, guint32 row);
void found_band_free (FoundBand *band);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (FoundBand, found_band_free)

/** found_row_numbers_columns: 1, 2, 3 … under the heads. */
gboolean found_row_numbers_columns (const FoundGrid *grid, guint32 row);

/** Columns from @from to before @to of a band: one table. */
typedef struct
{
  guint from;
  guint to;
} FoundRun;

/** found_band_split: (transfer full) (element-type FoundRun): the tables that stand side by side. */
GArray *found_band_split (const FoundGrid *grid, const FoundBand *band);

G_END_DECLS
