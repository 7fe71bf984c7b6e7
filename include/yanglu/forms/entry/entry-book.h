#pragma once

#include "yanglu/domain/entity.h"
#include "yanglu/domain/entry.h"
#include "yanglu/domain/places.h"
#include "yanglu/forms/cell-sink.h"

G_BEGIN_DECLS

/** yl_entry_book_write: writes the empty entry workbook (录入表) of @entity for @year into @sink. */
void yl_entry_book_write (const YlEntity *entity,
                          guint year,
                          const YlPlaces *places,
                          const YlCellSink *sink);

G_END_DECLS
