#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** One road list of those that were given, and how its rows fared. */
typedef struct
{
  const char *file; /* as findings call it; no other list of the run is called so */
  const char *path; /* as it was typed, or in the folder that was; "" of one that no file holds */
  guint64 n_rows;
  guint64 n_roads;    /* that can count */
  guint64 n_sums;     /* 合计 and 小计 */
  guint64 n_left_out; /* not understood */
  guint first_origin; /* of the inventory: its tables stand there one after the other … */
  guint n_origins;    /* … so many of them; 0 where only sums are kept */
} YlListFile;

G_END_DECLS
