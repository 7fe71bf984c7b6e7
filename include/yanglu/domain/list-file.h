#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** How the rows of one road list fared, where only their sums are kept. */
typedef struct
{
  const char *file;
  guint64 n_rows;
  guint64 n_roads;    /* that the sums hold */
  guint64 n_left_out; /* not understood */
} YlListFile;

G_END_DECLS
