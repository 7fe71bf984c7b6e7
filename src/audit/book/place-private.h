#pragma once

#include "match-private.h"

G_BEGIN_DECLS

/** yl_book_name_row: (transfer full): a planned row as people know it: its first two texts behind
 * the ordinal, "X002371502 沙镇至堂邑公路"; "" when it has none. */
char *yl_book_name_row (const YlBookMatch *match, const YlWorksheet *planned, guint32 row);
/** yl_book_name_column: (transfer full): the head over a planned cell, on one line; "" when there is
 * none. */
char *yl_book_name_column (const YlBookMatch *match,
                           const YlWorksheet *planned,
                           guint32 row,
                           guint column);

G_END_DECLS
