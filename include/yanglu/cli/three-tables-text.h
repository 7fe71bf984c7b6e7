#pragma once

#include "yanglu/domain/three-tables.h"

G_BEGIN_DECLS

/** yl_three_tables_text_print: the three tables side by side, and the bridge between their totals. */
void yl_three_tables_text_print (const YlThreeTables *tables);

G_END_DECLS
