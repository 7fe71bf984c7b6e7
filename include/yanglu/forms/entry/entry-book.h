#pragma once

#include "yanglu/domain/entity.h"
#include "yanglu/domain/entry.h"
#include "yanglu/domain/places.h"
#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

/** What stands in a sheet of the workbook: cells as they are typed. */
typedef struct
{
  const char *sheet;        /* its name in the workbook */
  const char *const *names; /* of its columns: keys of the words, with _ for - ("route_code") */
  const char *const
      *heads; /* of those that the form has no column for; of the others nobody asks */
  guint n_columns;
  const char *const *const *rows; /* (array length=n_rows): a cell a column; "" for blank */
  guint n_rows;
} YlEntryRows;

/** yl_entry_book_write: writes the entry workbook (录入表) of @entity for @year into @sink, with @filled (array
 * length=n_filled) in it: what its sheets have no column for stands in further ones. */
void yl_entry_book_write (const YlEntity *entity,
                          guint year,
                          const YlPlaces *places,
                          const YlEntryRows *filled,
                          gsize n_filled,
                          const YlCellSink *sink);

G_END_DECLS
