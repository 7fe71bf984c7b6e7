#pragma once

#include "yanglu/app/record/fill.h"
#include "yanglu/app/record/job.h"

G_BEGIN_DECLS

/** Rows of the record that the files do not have, in a sheet that they bring. */
typedef enum
{
  YL_MISSING_UNSAID, /* nobody has said: they stay */
  YL_MISSING_KEPT,
  YL_MISSING_DROPPED,
} YlRecordMissing;
#define YL_N_MISSING (YL_MISSING_DROPPED + 1)

/** What is to be matched. */
typedef struct
{
  YlRecord *record;
  YlRecordRows *rows;     /* of it, as they stand */
  const YlBudget *budget; /* (nullable): of them */
  YlRecordFill *fill;
  const YlPlaces *places;
  YlRecordMissing missing;
  gboolean clears_columns; /* a cell of a column that the files do not have is cleared */
} YlRecordMatchRequest;

/**
 * yl_record_match: the changes by which each sheet that the files bring becomes what they say, with as few rows
 * touched as can be: rows that say the same stay; roads are the roads that yl_road_links_make() takes them for, by
 * 上年路线编码, code and stakes; of other rows, and of what nobody could read, those that name the same thing. A cell
 * of a column that the files do not have stays, unless it is to be cleared.
 * @arena: of what the changes say, beside the texts of @request
 * @out_missing: (element-type utf8): ids of rows that the files do not have
 *
 * Returns: (transfer full) (element-type YlChange)
 */
GArray *yl_record_match (const YlRecordMatchRequest *request,
                         YlArena *arena,
                         GPtrArray *out_missing,
                         GError **error);

G_END_DECLS
