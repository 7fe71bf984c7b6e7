#pragma once

#include "yanglu/app/across-job.h"
#include "yanglu/app/rates.h"
#include "yanglu/audit/lists/across.h"

/** What the comparison of lists hands on from step to step. */
typedef struct
{
  YlPlaces *places;
  YlFindings *findings;
  YlRates *rates;
  GArray *sections;        /* of YlAcrossSection */
  GArray *claims;          /* of YlAcrossSection: where rows stood last year */
  GPtrArray *files;        /* (element-type utf8): base names */
  GPtrArray *sheets;       /* (element-type utf8): names, "" first */
  guint16 sheet;           /* of the row at hand */
  GHashTable *pair_places; /* kind and counties → place in @pairs + 1; keys are owned */
  GArray *pairs;           /* of YlAcrossPair */
  guint64 n_rows;
  guint64 n_compared;
  gboolean is_too_large;
} YlAcrossWork;

/** yl_across_show_county: (transfer full): "371502（东昌府区）". */
char *yl_across_show_county (const YlPlaces *places, guint32 county_code);

/** yl_across_record_hit: A11 of @hit, with both places. */
void yl_across_record_hit (YlAcrossWork *work, YlAcrossKind kind, const YlAcrossHit *hit);

/** yl_across_record_odd: A07 of @row of the last file, whose route code names @code_county. */
void yl_across_record_odd (YlAcrossWork *work, const YlRoadRow *row, guint32 code_county);
