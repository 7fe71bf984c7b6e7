#pragma once

#include "records-private.h"

G_BEGIN_DECLS

/** What is kept of a child at most: some 300,000 rows. */
#define YL_SAID_MAX_BYTES ((gsize) 32 * 1024 * 1024)

/** YlSaid: what a child said of a workbook, block by block, to be heard again without another child:
 * which sheets are read is chosen when all are known, and a workbook of roads has other sheets too. */
typedef struct _YlSaid YlSaid;

YlSaid *yl_said_new (void);
void yl_said_free (YlSaid *said);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (YlSaid, yl_said_free)

/** yl_said_add: a block that a taker took. With more than %YL_SAID_MAX_BYTES nothing is kept. */
void yl_said_add (YlSaid *said, const char *block, gsize length);
/** yl_said_keep_layouts: (transfer full): what its sheets say beside their rows. */
void yl_said_keep_layouts (YlSaid *said, YlLayouts *layouts);
/** yl_said_is_whole: whether everything that was added is there. */
gboolean yl_said_is_whole (const YlSaid *said);
/** yl_said_tell: all of it once more to @taker, who has heard nothing yet. */
void yl_said_tell (const YlSaid *said, YlRecordTaker *taker);

G_END_DECLS
