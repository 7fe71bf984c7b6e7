#pragma once

#include "yanglu/domain/entity.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** What a column of the entry workbook holds. */
typedef enum
{
  YL_HOLDS_TEXT,
  YL_HOLDS_STAKE,  /* where along a road, in km: no sum of them means anything */
  YL_HOLDS_LENGTH, /* km */
  YL_HOLDS_AMOUNT, /* yuan */
  YL_HOLDS_NUMBER, /* of something else, such as metres */
  YL_HOLDS_YEAR,
  YL_HOLDS_DATE,
} YlColumnKind;
#define YL_N_COLUMN_KINDS (YL_HOLDS_DATE + 1)

const char *yl_column_kind_get_key (YlColumnKind kind);

/** yl_entry_column_get_kind: of @column (as of YlEntryRows) of @sheet; text where the workbook knows none. */
YlColumnKind yl_entry_column_get_kind (const char *sheet, const char *column);

/**
 * yl_entry_column_list_values: (transfer full) (nullable) (array zero-terminated=1): what the workbook lets choose
 * in @column of @sheet; of a township those of @entity. %NULL: anything may be written.
 */
char **yl_entry_column_list_values (const char *sheet,
                                    const char *column,
                                    const YlEntity *entity,
                                    const YlPlaces *places);

G_END_DECLS
