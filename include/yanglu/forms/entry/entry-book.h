#pragma once

#include "yanglu/calc/price.h"
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

/** What an entry workbook is made for. */
typedef struct
{
  const YlEntity *entity;
  guint year;
  const YlPlaces *places;
  const YlRateTable
      *rates; /* (nullable): what a kilometre is paid: the head of 里程台账 says the yuan, too */
  gint64 longest_m;           /* a longer section is marked; 0: none is */
  gint64 longest_route_m;     /* of the sections of a route that are not: together; 0: none is */
  const YlTownship *township; /* (nullable): it is a form of that one */
  const char *const
      *told; /* (nullable) (array zero-terminated=1): lines: what was filled in, and from where */
  gboolean
      is_to_confirm; /* what was filled in is of last year: 列养 and the like are asked for again */
  const YlEntryRows *filled; /* (array length=n_filled) */
  gsize n_filled;
} YlEntryRequest;

/** yl_entry_book_write: writes the entry workbook (录入表) into @sink, or a form (乡镇填报表) of one township: 填表说明
 * and 里程台账, whose rows are all of that township. What the sheets have no column for stands in further ones. */
void yl_entry_book_write (const YlEntryRequest *request, const YlCellSink *sink);

G_END_DECLS
