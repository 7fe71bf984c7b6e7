#pragma once

#include "names-private.h"

#include "yanglu/io/archive.h"
#include "yanglu/io/sheet-target.h"

G_BEGIN_DECLS

/** yl_ods_content_read: hands the tables of part content.xml on. A limit reached within a table is
 * told (E08) and ends the reading. */
gboolean yl_ods_content_read (YlArchive *archive, YlBookTarget *target, GError **error);

G_END_DECLS
