#pragma once

#include "lanes-private.h"

/* What a row is split by, in 64 bytes: bit i stands for byte i. */
typedef struct
{
  guint64 ends;   /* the delimiter, LF, and CR unless LF follows it */
  guint64 quotes; /* " */
} YlCsvMarks;

/* CR and quotes are rare in most files: they are looked at apart. @at[64] must be readable. */
static inline YlCsvMarks
yl_csv_marks_of_rare (const char *at, guint64 rare, guint64 all)
{
  const guint64 feeds = YL_CHUNK_GATHER (at, lanes == '\n');
  const guint64 quotes = YL_CHUNK_GATHER (at, lanes == '"');
  const guint64 followed = feeds >> 1 | (guint64) (at[YL_CHUNK_BYTES] == '\n') << 63;
  const guint64 pairs = rare & ~quotes & followed;
  return (YlCsvMarks){ all & ~quotes & ~pairs, quotes };
}

/* @at: 65 readable bytes, even where the text ends before */
static inline YlCsvMarks
yl_csv_marks_of (const char *at, char delimiter)
{
  guint64 all = 0;
  guint64 rare = 0;
  const gint8 separator = (gint8) delimiter;
#pragma GCC unroll 4
  for (guint i = 0; i < YL_CHUNK_BYTES; i += 16)
    {
      const YlLanes lanes = yl_lanes_load (at + i);
      const YlLanes is_rare = (lanes == '\r') | (lanes == '"');
      rare |= yl_lanes_gather (is_rare) << i;
      all |= yl_lanes_gather (is_rare | (lanes == '\n') | (lanes == separator)) << i;
    }
  if (G_LIKELY (rare == 0))
    return (YlCsvMarks){ all, 0 };
  return yl_csv_marks_of_rare (at, rare, all);
}
