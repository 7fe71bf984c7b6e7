#pragma once

#include "stated-grid-private.h"
#include "stated-word-private.h"

G_BEGIN_DECLS

/* Rows that the heads of one table may take. */
#define STATED_MAX_BAND 3

/** One column under its heads. */
typedef struct
{
  guint column;
  StatedWord word;
  char *head;   /* the heads from the upper one down: "里程（公里） 县道"; "" for none */
  char *parent; /* those above the lowest; "" for none */
} StatedHead;

/** The heads of a sheet in one to three rows, from one edge to the other. */
typedef struct
{
  guint32 first_row;
  guint32 last_row;
  GArray *heads; /* of StatedHead: one for each column from the first to the last with a head */
} StatedBand;

/** stated_band_begins: whether heads begin in @row: two cells of our words, and no number. */
gboolean stated_band_begins (const StatedGrid *grid, guint32 row);
/** stated_band_new: (transfer full): the heads that begin in @row. */
StatedBand *stated_band_new (const StatedGrid *grid, guint32 row);
void stated_band_free (StatedBand *band);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (StatedBand, stated_band_free)

/** stated_row_numbers_columns: 1, 2, 3 … under the heads. */
gboolean stated_row_numbers_columns (const StatedGrid *grid, guint32 row);

/** Columns from @from to before @to of a band: one table. */
typedef struct
{
  guint from;
  guint to;
} StatedRun;

/** stated_band_split: (transfer full) (element-type StatedRun): the tables that stand side by side. */
GArray *stated_band_split (const StatedGrid *grid, const StatedBand *band);

G_END_DECLS
