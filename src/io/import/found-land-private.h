#pragma once

#include "yanglu/io/import/found-land.h"

G_BEGIN_DECLS

/** found_land_word_parse: what a line of a table of land-transfer revenue is by its label. FALSE:
 * nothing that is read. */
gboolean found_land_word_parse (const char *label, YlLandMeaning *out_meaning);

/** found_land_payer_parse: 市级, 市本级 …: YlPayer + 1; 0 for anything else. */
guint8 found_land_payer_parse (const char *name);

G_END_DECLS
