#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Kilometres, all in metres. counted = listed − duplicate − dead end; urban is inside counted. */
typedef struct
{
  gint64 sections;
  gint64 listed_m;
  gint64 counted_m;
  gint64 maintained_m;
  gint64 subsidised_m;
  gint64 duplicate_m;
  gint64 dead_end_m;
  gint64 urban_m;
  gint64 paid_m; /* what rates multiplied */
} YlMileage;

G_END_DECLS
