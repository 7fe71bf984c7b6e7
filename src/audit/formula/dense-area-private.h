#pragma once

#include "recalculate-private.h"

/* Every place of a rectangle as far as its sheet holds cells, row by row. */
typedef struct
{
  guint32 n_rows;
  guint32 n_columns;
  guint8 *kinds;       /* YlValueKind */
  YlFixed *numbers;    /* NULL when there is none */
  const char **texts;  /* folded, errors as they are; NULL when there is none */
  gboolean is_unknown; /* a cell of it is */
  gboolean is_circular;
} YlDenseArea;

/* (transfer full) (nullable): NULL when it is too large. */
YlDenseArea *yl_recalculation_get_dense (YlRecalculation *book, YlArea area);
void yl_dense_area_unref (YlDenseArea *dense);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlDenseArea, yl_dense_area_unref)
GHashTable *yl_dense_areas_new (void);
GHashTable *yl_recalculation_get_dense_areas (YlRecalculation *book);
/* FALSE: a cell of it was needed too deep, and what was read of it is not to be kept. */
gboolean yl_recalculation_is_whole (const YlRecalculation *book);
