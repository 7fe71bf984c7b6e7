#pragma once

#include "yanglu/calc/make.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** YlTally: kilometres and standard money by county, township and class, of road lists of any size.
 */
typedef struct _YlTally YlTally;

typedef struct
{
  guint32 county_code;   /* 0 unknown */
  guint32 township_code; /* 0 unknown */
  const char *township;  /* "" when none was named */
  YlRoadClass road_class;
  gint64 sections;
  gint64 listed_m;
  gint64 counted_m;
  gint64 amount_fen;
} YlTallyRow;

/** What all roads come to. */
typedef struct
{
  gint64 sections;
  gint64 counted_m;
  gint64 amount_fen;
} YlTallySum;

/** Kilometres that count and that no policy has a rate for. */
typedef struct
{
  guint64 sections;
  gint64 counted_m;
} YlTallyUnrated;

YlTally *yl_tally_new (void);
void yl_tally_free (YlTally *tally);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlTally, yl_tally_free)

/** yl_tally_add: adds one road priced by @rates, those of its county; memory grows with the townships, never with the roads. */
void yl_tally_add (YlTally *tally, const YlRateTable *rates, const YlRoadRow *row);

/**
 * yl_tally_end: the rows, by county, township code, name, class; rows without sections are left
 * out. Returns: (transfer none) (array length=out_n): or %NULL with %YL_ERROR_OVERFLOW
 */
const YlTallyRow *yl_tally_end (YlTally *tally, gsize *out_n, GError **error);

/** yl_tally_get_sum: of what was added so far; of what does not fit, nothing that yl_tally_end() would not refuse. */
YlTallySum yl_tally_get_sum (const YlTally *tally);

/** yl_tally_get_unrated: of what would be paid as @kind. */
YlTallyUnrated yl_tally_get_unrated (const YlTally *tally, YlRateKind kind);

G_END_DECLS
