#pragma once

#include "evaluation-private.h"

/* Every place of a rectangle as far as its sheet holds cells, row by row. */
typedef struct
{
  YlRound *round; /* which counts its places */
  YlSize size;
  guint8 *kinds;       /* YlValueKind */
  YlFixed *numbers;    /* NULL when there is none */
  const char **texts;  /* folded, errors as they are; NULL when there is none */
  gint order;          /* of a column without gaps, all of one kind: 1 ascending, -1 descending */
  gboolean is_unknown; /* a cell of it is */
  gboolean is_circular;
} YlDenseArea;

/* (transfer full) (nullable): NULL when it is too large, or no room or effort is left for it. */
YlDenseArea *yl_recalculation_get_dense (YlRecalculation *book, YlArea area);
void yl_dense_area_unref (YlDenseArea *dense);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlDenseArea, yl_dense_area_unref)

/* How a cell of a kept column stands to a value of its kind, whose text is folded. */
int yl_dense_area_compare (const YlDenseArea *dense, guint at, YlFixed number, const char *text);

guint yl_area_hash (gconstpointer area);
gboolean yl_area_equal (gconstpointer a, gconstpointer b);
