#pragma once

#include <gio/gio.h>

#include "yanglu/domain/entity.h"
#include "yanglu/domain/entry.h"
#include "yanglu/domain/places.h"

G_BEGIN_DECLS

/** yl_entry_book_write: the empty entry workbook (录入表) of @entity for @year at @path. */
gboolean yl_entry_book_write (
    const YlEntity *entity, guint year, const YlPlaces *places, const char *path, GError **error);

G_END_DECLS
